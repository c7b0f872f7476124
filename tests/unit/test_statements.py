"""The pieces that SQL statements are put together from."""

from pathlib import Path

import duckdb
import pytest

from etl import paths
from etl.statements import build_query, count, literal


@pytest.mark.parametrize("value", ["plain", "Côte d'Ivoire", "'", "''", "a\\'b", "", Path("l'été") / "year=*" / "*.parquet"])
def test_a_literal_gives_back_what_it_was_made_of(value):
    """A text or path with quotation marks of any number is one value to DuckDB."""
    assert duckdb.sql(f"select {literal(value)}").fetchall() == [(str(value),)]


def test_rows_are_counted_of_tables_and_of_queries():
    """What can stand behind `from` can be counted."""
    with duckdb.connect() as connection:
        connection.execute("create table three as from range(3) as numbers(number)")
        assert count(connection, "three") == 3
        assert count(connection, "(from three where number > 0)") == 2


def test_every_query_of_the_build_is_found():
    """Each file of sql/build is the query of the table it is named after."""
    names = [path.stem for path in paths.SQL_BUILD.glob("*.sql")]
    assert {"act", "event", "change"} <= set(names)
    assert all("select" in build_query(name) for name in names)
