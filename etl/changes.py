"""The changelog: what a build changes in the dataset whose place it takes, row by row and with the reason.

`change.parquet` tells how the dataset came to be what it is, so it is the one table that depends on the way there: a build that
changes nothing leaves it as it is, one that makes a dataset for the first time writes it empty. `compare` makes the same rows for
any two datasets, and `tell` is the command that asks for them.
"""

import codecs
import csv
import json
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import IO

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from etl.errors import InputError, OutputError
from etl.parquet import ROW_GROUP_ROWS, event_file_schema, location, regroup
from etl.sink import sink
from etl.statements import build_query, literal
from etl.views import sql_type
from schemas import ORDER, TABLES, arrow_schema
from schemas.event import OWN

NEEDED = ("build", "article", "event_member", "mention")
SUFFIXES = (".csv", ".parquet", ".jsonl")


def is_comparable(dataset: Path) -> bool:
    """Return whether a folder holds all that the changelog compares; datasets of an older program do not."""
    wanted = set(event_file_schema().names)
    files = (location("event", dataset) / f"dataset={OWN}").glob("year=*/*.parquet")
    return all(location(table, dataset).exists() for table in NEEDED) and all(
        wanted <= set(pq.read_schema(file).names) for file in files
    )


def compare(connection: duckdb.DuckDBPyConnection, old: Path, new: Path) -> str:
    """Make the views that sql/build/change.sql reads, on the connection, and return the query of the changes from `old` to `new`.

    Raises:
        InputError: there is no such folder, it holds no dataset, or one made before datasets told which mention belongs to which
            event.
    """
    for name, dataset in (("old", old), ("new", new)):
        if not dataset.is_dir():
            raise InputError(f"{dataset}: there is no such folder.")
        if not location("build", dataset).exists():
            raise InputError(f"{dataset} holds no build: name a folder that `comity build --out {dataset}` made.")
        if not is_comparable(dataset):
            raise InputError(f"{dataset} holds no dataset whose events can be compared: build it with this version.")
        for table in ("build", "article"):
            connection.execute(f"create or replace temp view {name}_{table} as from {_rows(table, dataset)}")
        connection.execute(
            f"create or replace temp view {name}_member as select member.mention_id, member.event_id, mention.article_id "
            f"from {_rows('event_member', dataset)} as member "
            f"inner join {_rows('mention', dataset)} as mention on member.mention_id = mention.mention_id"
        )
        connection.execute(f"create or replace temp view {name}_event as {_events(dataset)}")
    return build_query("change")


def tell(old: Path, new: Path, output: Path | None = None) -> str:
    """Compare two datasets, write the changelog to `output` (.csv, .parquet or .jsonl) if given, and return the counts as text.

    The rows are those of table `change`, in its order: the same two datasets give the same bytes.

    Raises:
        InputError: a folder holds no dataset that can be compared, or a file of it is broken.
        OutputError: the output has another suffix or cannot be written.
    """
    if output is not None and output.suffix.lower() not in SUFFIXES:
        raise OutputError(f"{output}: the output must end in {', '.join(SUFFIXES[:-1])} or {SUFFIXES[-1]}.")
    try:
        with duckdb.connect(config={"autoinstall_known_extensions": False}) as connection:
            connection.execute(f"create temp table change as {compare(connection, old, new)}")
            if output is not None:
                rows = connection.sql(f"select * from change order by {', '.join(ORDER['change'])}")
                with sink(output) as out, rows.to_arrow_reader(ROW_GROUP_ROWS) as reader:
                    _write(regroup(reader, arrow_schema(TABLES["change"]), ROW_GROUP_ROWS), output.suffix.lower(), out)
            counts = connection.execute(
                "select change, reason, count(*) from change group by all order by change, count(*) desc, reason"
            ).fetchall()
            sizes = connection.execute("select (select count(*) from old_event), (select count(*) from new_event)").fetchall()[0]
    except (duckdb.Error, pa.ArrowInvalid) as error:
        said = str(error).strip().partition("\n")[0]
        raise InputError(f"{old} and {new} cannot be compared, a file is broken or of another version: {said}") from error
    lines = ["{:,} events before, {:,} after".format(*sizes), "" if counts else "Nothing differs."]
    for change, rows_of in groupby(counts, key=lambda row: row[0]):
        reasons = [(reason, number) for _, reason, number in rows_of]
        lines.append(f"{change:<32}{sum(number for _, number in reasons):>9,}")
        lines += [f"  {reason:<30}{number:>9,}" for reason, number in reasons]
    return "\n".join(lines)


def _write(groups: Iterator[pa.Table], suffix: str, out: IO[bytes]) -> None:
    """Write the rows of the changelog in the form that a suffix stands for; a missing value is an empty cell, or null."""
    schema = arrow_schema(TABLES["change"])
    if suffix == ".parquet":
        with pq.ParquetWriter(out, schema, compression="zstd") as writer:
            for group in groups:
                writer.write_table(group)
        return
    text = codecs.getwriter("utf-8")(out)
    table = csv.DictWriter(text, schema.names, lineterminator="\n")
    if suffix == ".csv":
        table.writeheader()
    for group in groups:
        for row in group.to_pylist():
            if suffix == ".csv":
                table.writerow(row)
            else:
                text.write(json.dumps(row, ensure_ascii=False) + "\n")


def _rows(table: str, dataset: Path) -> str:
    """Return the table function that reads a table."""
    return f"read_parquet({literal(location(table, dataset))}, hive_partitioning = false)"


def _events(dataset: Path) -> str:
    """Return the query of a dataset's own events, without the column that says that they are."""
    schema = arrow_schema(TABLES["event"])
    names = [name for name in schema.names if name != "dataset"]
    folder = location("event", dataset) / f"dataset={OWN}"
    if not any(folder.glob("year=*/*.parquet")):
        return f"select {', '.join(f'null::{sql_type(schema.field(name).type)} as {name}' for name in names)} where false"
    files = literal(folder / "year=*" / "*.parquet")
    return f"select {', '.join(names)} from read_parquet({files}, hive_partitioning = false)"
