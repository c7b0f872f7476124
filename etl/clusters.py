"""Mentions -> events: the same act on the same day, told by any number of articles, is one event.

The rule is sql/build/event.sql; this module gives it a score table and writes the events, year by year, a row group at a time.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

import duckdb
import pandas as pd
import pyarrow as pa

from etl import paths
from etl.errors import DictionaryError, OutputError
from etl.load import sift
from etl.parquet import ROW_GROUP_ROWS, drop_event_parts, write_event_part
from schemas import ORDER, TABLES, arrow_schema
from schemas.columns import PRECISIONS

SQL_BUILD = paths.SQL_VIEWS.parent / "build"
DATASET = "comity"


def choose_scores(scores: pd.DataFrame, scheme: str) -> pd.DataFrame:
    """Return the rows of one scheme of table `score_table`. Raises `DictionaryError` where there is no such scheme."""
    chosen = scores[scores["scheme"] == scheme]
    if chosen.empty:
        allowed = ", ".join(sorted(set(scores["scheme"])))
        raise DictionaryError(f"There is no score table {scheme!r} in score_tables.csv; there are {allowed}.")
    return chosen


def cluster(connection: duckdb.DuckDBPyConnection, scores: pd.DataFrame, dataset: str = DATASET) -> int:
    """Make table `event_built` from `mention`, `article` and `cameo_code` on the connection; return the number of events.

    `scores` is one scheme, as `choose_scores` gives it. All work is DuckDB's, so memory stays within the connection's limit.
    """
    connection.register("score", pa.Table.from_pandas(scores, arrow_schema(TABLES["score_table"]), preserve_index=False))
    query = (SQL_BUILD / "event.sql").read_text(encoding="utf-8")
    connection.execute("set variable dataset = ?", [dataset])
    connection.execute("set variable precisions = ?", [list(PRECISIONS)])
    connection.execute(f"create or replace table event_built as {query}")
    connection.unregister("score")
    return count(connection, "event_built")


def count(connection: duckdb.DuckDBPyConnection, table: str) -> int:
    """Return the number of rows of a table."""
    return int(connection.execute(f"select count(*) from {table}").fetchall()[0][0])


def write_events(connection: duckdb.DuckDBPyConnection, directory: Path, dataset: str = DATASET) -> None:
    """Write table `event_built` as the dataset's partitions in `directory`. Raises `OutputError` if an event fails its model."""
    columns = ", ".join(arrow_schema(TABLES["event"]).names)
    order = ", ".join(f"{column} nulls last" for column in ORDER["event"])
    years = [row[0] for row in connection.sql("select distinct year(event_date) from event_built order by 1").fetchall()]
    written = set()
    for year in years:
        rows = connection.sql(f"select {columns} from event_built where year(event_date) = {int(year)} order by {order}")
        reader = rows.to_arrow_reader(ROW_GROUP_ROWS)
        written.add(write_event_part(_checked(reader), dataset, year, directory))
    drop_event_parts(dataset, directory, keep=written)


def _checked(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """Yield batches of events that meet the model; one that does not is a fault of ours, and stops the build."""
    for batch in batches:
        frame = batch.to_pandas(integer_object_nulls=True, date_as_object=False)
        failures = sift("event", frame, TABLES["event"])[1]
        if len(failures):
            shown = failures.head().assign(event_id=frame["event_id"], event_code=frame["event_code"])
            raise OutputError(f"{len(failures)} events do not meet their model, the first being:\n{shown.to_string(index=False)}")
        yield batch
