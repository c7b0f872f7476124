"""What SQL statements are put together from: literals, the queries of sql/build, and a count of rows."""

from pathlib import Path

import duckdb

from etl import paths


def literal(value: str | Path) -> str:
    """Return a text or a path as an SQL literal."""
    return "'" + str(value).replace("'", "''") + "'"


def build_query(table: str) -> str:
    """Return the query of sql/build that makes a table."""
    return (paths.SQL_BUILD / f"{table}.sql").read_text(encoding="utf-8")


def count(connection: duckdb.DuckDBPyConnection, table: str) -> int:
    """Return the number of rows of a table, a view or a query in brackets."""
    return int(connection.execute(f"select count(*) from {table}").fetchall()[0][0])
