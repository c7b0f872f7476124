"""The changelog: what a build changes in the dataset whose place it takes, row by row and with the reason.

`change.parquet` tells how the dataset came to be what it is, so it is the one table that depends on the way there: a build that
changes nothing leaves it as it is, one that makes a dataset for the first time writes it empty. `compare` makes the same rows for
any two datasets.
"""

from pathlib import Path

import duckdb
import pyarrow.parquet as pq

from etl import paths
from etl.errors import InputError
from etl.parquet import event_file_schema, location
from etl.views import sql_type
from schemas import TABLES, arrow_schema
from schemas.event import OWN

QUERY = paths.SQL_VIEWS.parent / "build" / "change.sql"
NEEDED = ("build", "article", "event_member", "mention")


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
        InputError: a folder holds no dataset, or one made before datasets told which mention belongs to which event.
    """
    for name, dataset in (("old", old), ("new", new)):
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
    return QUERY.read_text(encoding="utf-8")


def _rows(table: str, dataset: Path) -> str:
    """Return the table function that reads a table."""
    return f"read_parquet({_literal(location(table, dataset))}, hive_partitioning = false)"


def _events(dataset: Path) -> str:
    """Return the query of a dataset's own events, without the column that says that they are."""
    schema = arrow_schema(TABLES["event"])
    names = [name for name in schema.names if name != "dataset"]
    folder = location("event", dataset) / f"dataset={OWN}"
    if not any(folder.glob("year=*/*.parquet")):
        return f"select {', '.join(f'null::{sql_type(schema.field(name).type)} as {name}' for name in names)} where false"
    files = _literal(folder / "year=*" / "*.parquet")
    return f"select {', '.join(names)} from read_parquet({files}, hive_partitioning = false)"


def _literal(path: Path) -> str:
    """Return a path as an SQL literal."""
    return "'" + str(path).replace("'", "''") + "'"
