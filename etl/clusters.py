"""Mentions -> raw events -> events, on a connection: what SQL joins and what `etl.event_groups` decides, and the files of events.

A raw event is what sql/build/act.sql says. Raw events are read by pairs of sides, one pair with one status at a time in memory,
and grouped; sql/build/event.sql makes the rows of the groups, with a score table. Events are written year by year, a row group at
a time.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pyarrow as pa

from etl import paths
from etl.errors import DictionaryError, OutputError
from etl.event_distance import CloseCodes, RawEvent, content, last_day, names_of_countries
from etl.event_groups import Group, group
from etl.load import sift
from etl.parquet import ROW_GROUP_ROWS, drop_event_parts, write_event_part
from etl.statements import build_query, count
from schemas import ORDER, TABLES, arrow_schema
from schemas.columns import PRECISIONS
from schemas.event import OWN

READ_ROWS = 10_000
WRITTEN_GROUPS = 20_000

_GROUPED = pa.schema([("raw_event_id", pa.string()), ("event_id", pa.string()), ("mirror_event_id", pa.string())])


def choose_scores(scores: pd.DataFrame, scheme: str) -> pd.DataFrame:
    """Return the rows of one scheme of table `score_table`. Raises `DictionaryError` where there is no such scheme."""
    chosen = scores[scores["scheme"] == scheme]
    if chosen.empty:
        allowed = ", ".join(sorted(set(scores["scheme"])))
        raise DictionaryError(f"There is no score table {scheme!r} in score_tables.csv; there are {allowed}.")
    return chosen


def cluster(connection: duckdb.DuckDBPyConnection, scores: pd.DataFrame, dictionaries: Path = paths.DICTIONARIES) -> int:
    """Make table `event_built` from `mention`, `article`, `story` and `cameo_code`; return the number of events.

    Tables `act` (mention -> raw event) and `event_group` (raw event -> event) stay behind. `scores` is one scheme, as
    `choose_scores` gives it; codes and names of countries are read from `dictionaries`. Raises `DictionaryError` on a faulty one.
    """
    connection.execute("set variable dataset = ?", [OWN])
    connection.execute("set variable precisions = ?", [list(PRECISIONS)])
    connection.execute(f"create or replace table act as {build_query('act')}")
    _group_raw_events(connection, dictionaries)
    for table in ("event_lead", "event_count", "event_shown", "event_place"):
        connection.execute(f"create or replace table {table} as {build_query(table)}")
    connection.register("score", pa.Table.from_pandas(scores, arrow_schema(TABLES["score_table"]), preserve_index=False))
    connection.execute(f"create or replace table event_built as {build_query('event')}")
    connection.unregister("score")
    return count(connection, "event_built")


def _group_raw_events(connection: duckdb.DuckDBPyConnection, dictionaries: Path) -> None:
    """Make table event_group: raw event -> event and its mirror, a pair of sides and a status at a time."""
    codes, countries = CloseCodes(dictionaries), names_of_countries(dictionaries)
    mirrors = dict(connection.sql("select event_code, mirror_code from cameo_code where mirror_code is not null").fetchall())
    connection.execute("create or replace table event_group (raw_event_id varchar, event_id varchar, mirror_event_id varchar)")
    rows = _rows(connection.sql(build_query("raw_event")).to_arrow_reader(READ_ROWS))
    writer = connection.cursor()  # of its own, for writing on a connection ends what is being read on it
    held: list[Group] = []
    for _, block in groupby(rows, key=lambda row: row["block"]):
        raws = [(_raw_event(row, countries), int(row["is_against"])) for row in block]
        held.extend(group(raws, codes, mirrors))
        if len(held) >= WRITTEN_GROUPS:
            _write_groups(writer, held)
            held = []
    _write_groups(writer, held)
    writer.close()


def _rows(batches: Iterable[pa.RecordBatch]) -> Iterator[dict[str, Any]]:
    """Yield the rows of record batches."""
    for batch in batches:
        yield from batch.to_pylist()


def _raw_event(row: Mapping[str, Any], countries: Mapping[str, frozenset[str]]) -> RawEvent:
    """Return a row of sql/build/raw_event.sql as what is compared; its sentences are taken together."""
    sides = [countries.get(row[side] or "", frozenset()) for side in ("source_country", "target_country")]
    actors = frozenset().union(*sides, *(said.lower().split() for said in row["actors"]))
    told = [content(evidence, actors) for evidence in row["evidence"]]
    return RawEvent(
        raw_event_id=row["raw_event_id"],
        source_role=row["source_role"],
        target_role=row["target_role"],
        event_code=row["event_code"],
        first=row["event_date"],
        last=last_day(row["event_date"], row["date_precision"]),
        is_stated=row["is_stated"],
        article_id=row["article_id"],
        story_id=row["story_id"],
        words=frozenset().union(*(words for words, _ in told)),
        names=frozenset().union(*(names for _, names in told)),
    )


def _write_groups(writer: duckdb.DuckDBPyConnection, groups: Iterable[Group]) -> None:
    """Add groups to table event_group."""
    rows = [
        {"raw_event_id": member.raw_event_id, "event_id": one.event_id, "mirror_event_id": one.mirror_id}
        for one in groups
        for member in one.members
    ]
    writer.register("grouped", pa.Table.from_pylist(rows, _GROUPED))
    writer.execute("insert into event_group from grouped")
    writer.unregister("grouped")


def write_events(connection: duckdb.DuckDBPyConnection, directory: Path) -> None:
    """Write table `event_built` as the dataset's partitions in `directory`. Raises `OutputError` if an event fails its model."""
    columns = ", ".join(arrow_schema(TABLES["event"]).names)
    order = ", ".join(f"{column} nulls last" for column in ORDER["event"])
    years = [row[0] for row in connection.sql("select distinct year(event_date) from event_built order by 1").fetchall()]
    written = set()
    for year in years:
        rows = connection.sql(f"select {columns} from event_built where year(event_date) = {int(year)} order by {order}")
        reader = rows.to_arrow_reader(ROW_GROUP_ROWS)
        written.add(write_event_part(_checked(reader), OWN, year, directory))
    drop_event_parts(OWN, directory, keep=written)


def _checked(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """Yield batches of events that meet the model; one that does not is a fault of ours, and stops the build."""
    for batch in batches:
        frame = batch.to_pandas(integer_object_nulls=True, date_as_object=False)
        failures = sift("event", frame, TABLES["event"])[1]
        if len(failures):
            shown = failures.head().assign(event_id=frame["event_id"], event_code=frame["event_code"])
            raise OutputError(f"{len(failures)} events do not meet their model, the first being:\n{shown.to_string(index=False)}")
        yield batch
