"""Parquet and sql/ -> a DuckDB connection or file: tables, views and macros over them with comments, and the checks.

On connect every view is made anew over absolute paths, so a dataset may be moved and opened from anywhere. A file handed out
carries the tables themselves. DuckDB is kept from downloading extensions: everything works without a network.
"""

import os
from collections.abc import Collection, Iterator
from pathlib import Path

import duckdb
import pandera.pandas as pandera
import pyarrow as pa

from etl import paths
from etl.errors import CheckError, InputError, OutputError, QueryError
from etl.parquet import location
from etl.statements import literal
from schemas import TABLES, arrow_schema
from schemas.view import VIEWS

LOCAL_TABLES = frozenset({"article_text"})
"""Tables that never leave the machine: text belongs to its publishers."""

HELD_VIEWS = frozenset({"event_day"})
"""Views that are counted once and held as tables: small ones that read every event and that many others ask for."""

SHOWN_ROWS = 5


def connect(data_dir: Path, *, commented: bool = True) -> duckdb.DuckDBPyConnection:
    """Return a connection with every table and view of the dataset in `data_dir`.

    Where `commented`, each column tells DuckDB what it holds, which takes half of the time: what only counts can do without. A
    table whose file is missing is empty, so that a dataset without events can be queried. Raises `InputError` where `data_dir`
    holds no table at all.
    """
    present = [table for table in TABLES if any(_files(table, data_dir))]
    if not present:
        raise InputError(f"{data_dir} holds no dataset: build one with `comity build --articles PATH --out {data_dir}`.")
    connection = duckdb.connect(config={"autoinstall_known_extensions": False})
    for table, model in TABLES.items():
        connection.execute(f"create view {table} as {_table_query(table, model, data_dir.resolve())}")
    make_views(connection, commented=commented)
    if commented:
        for table, model in TABLES.items():
            _comment(connection, "view", table, model)
    return connection


def _files(table: str, data_dir: Path) -> Iterator[Path]:
    """Return the files of a table."""
    path = location(table, data_dir)
    return path.glob("dataset=*/year=*/*.parquet") if table == "event" else iter([path] if path.exists() else [])


def _table_query(table: str, model: type[pandera.DataFrameModel], data_dir: Path) -> str:
    """Return the query that reads a table, its columns in the model's order and types; without files it gives no rows."""
    schema = arrow_schema(model)
    if not any(_files(table, data_dir)):
        columns = ", ".join(f'null::{sql_type(field.type)} as "{field.name}"' for field in schema)
        return f"select {columns} where false"
    path = location(table, data_dir)
    pattern = literal(path / "dataset=*" / "year=*" / "*.parquet" if table == "event" else path)
    columns = ", ".join(f'"{name}"' for name in schema.names)
    hive = (
        "hive_partitioning = true, hive_types = {'dataset': varchar, 'year': smallint}"
        if table == "event"
        else "hive_partitioning = false"
    )
    return f"select {columns} from read_parquet({pattern}, {hive})"


def sql_type(kind: pa.DataType) -> str:
    """Return the DuckDB type that an Arrow type is read as."""
    return str(duckdb.from_arrow(pa.schema([("value", kind)]).empty_table()).types[0])


def view_files() -> list[Path]:
    """Return the files of sql/views in the order of their numbers: a view comes after those it reads."""
    return sorted(paths.SQL_VIEWS.glob("[0-9][0-9]_*.sql"))


def view_name(path: Path) -> str:
    """Return the name of a view or macro, the file's without number and ending."""
    return path.stem.partition("_")[2]


def make_views(connection: duckdb.DuckDBPyConnection, *, commented: bool = True) -> None:
    """Make the macros and views of sql/ over the connection's tables, in the order of their numbers.

    Formulas of sql/indices come first. Macros are commented from the first line of a file, and columns of views, where
    `commented`, from their models.
    """
    for path in sorted(paths.SQL_INDICES.glob("*.sql")):
        _make_macro(connection, path, f"formula_{path.stem}")
    for path in sorted([*view_files(), *paths.SQL_MACROS.glob("[0-9][0-9]_*.sql")], key=lambda path: path.name):
        name = view_name(path)
        if path.parent == paths.SQL_MACROS:
            _make_macro(connection, path, name)
            continue
        connection.execute(path.read_text(encoding="utf-8"))
        if name in HELD_VIEWS:
            connection.execute(f"create table held as from {name}; drop view {name}; alter table held rename to {name}")
        if not commented:
            continue
        if name in HELD_VIEWS:
            _comment(connection, "table", name, VIEWS[name])
        else:
            _comment_columns(connection, name, VIEWS[name])


def _make_macro(connection: duckdb.DuckDBPyConnection, path: Path, name: str) -> None:
    """Make the macro of a file and comment it with the file's first line."""
    text = path.read_text(encoding="utf-8")
    connection.execute(text)
    kind = "macro table" if ") as table\n" in text else "macro"
    summary = text.partition("\n")[0].removeprefix("-- ").rstrip(".:")
    connection.execute(f"comment on {kind} {name} is {literal(summary)}")


def _comment(connection: duckdb.DuckDBPyConnection, kind: str, name: str, model: type[pandera.DataFrameModel]) -> None:
    """Comment a table, or the view that reads it, and its columns from its model; `kind` is table or view."""
    summary = (model.__doc__ or "").strip().splitlines()[0].rstrip(".")
    connection.execute(f"comment on {kind} {name} is {literal(summary)}")
    _comment_columns(connection, name, model)


def _comment_columns(connection: duckdb.DuckDBPyConnection, name: str, model: type[pandera.DataFrameModel]) -> None:
    """Comment every column of a table or view from its model: one declaration, so the two cannot differ."""
    comments = []
    for field in arrow_schema(model):
        description = (field.metadata or {}).get(b"description", b"").decode()
        comments.append(f'comment on column {name}."{field.name}" is {literal(description)}')
    connection.execute(";\n".join(comments))  # at once: a dataset has some 700 columns


def run_checks(connection: duckdb.DuckDBPyConnection, names: Collection[str] | None = None) -> list[str]:
    """Run every check of sql/checks, or those that are named, and return their names. A check is a query of the bad rows.

    Raises `CheckError` naming each check that failed with the first rows it found; `QueryError` where one does
    not run or there is none of a name.
    """
    files = {path.stem: path for path in sorted(paths.SQL_CHECKS.glob("*.sql"))}
    if unknown := sorted(set(names or ()) - files.keys()):
        raise QueryError(f"There is no check {unknown[0]!r}. There are: {', '.join(files)}.")
    asked = [name for name in files if names is None or name in names]
    failures = [said for name in asked if (said := _failure(connection, files[name]))]
    if failures:
        raise CheckError("\n".join(failures))
    return asked


def _failure(connection: duckdb.DuckDBPyConnection, path: Path) -> str:
    """Run the check of a file and return what it found that must not be, or an empty text."""
    try:
        query = path.read_text(encoding="utf-8")
        bad = connection.sql(f"select * from (\n{query}\n) as bad limit {SHOWN_ROWS + 1}")
        columns, rows = bad.columns, bad.fetchall()
    except duckdb.Error as error:
        raise QueryError(f"The check {path.stem} cannot be run: {error}") from error
    if not rows:
        return ""
    shown = "\n".join("  " + ", ".join(map("{}={}".format, columns, row)) for row in rows[:SHOWN_ROWS])
    more = "\n  and more" if len(rows) > SHOWN_ROWS else ""
    return f"The check {path.stem} found rows that must not be:\n{shown}{more}"


def export(data_dir: Path, file: Path) -> None:
    """Write the dataset as one DuckDB file that stands alone: tables with their rows and comments, and the views over them.

    The text of articles stays behind. The file appears whole or not at all. Raises `InputError` without a dataset and
    `OutputError` where the file cannot be written.
    """
    unfinished = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with connect(data_dir) as connection:
            connection.execute("set threads = 1")  # how rows fall into row groups must not depend on the machine
            connection.execute(f"attach {literal(unfinished)} as handed_out")
            for table in TABLES:
                rows = "where false" if table in LOCAL_TABLES else ""
                connection.execute(f"create table handed_out.{table} as from memory.{table} {rows}")
            connection.execute("use handed_out")
            make_views(connection)
            for table, model in TABLES.items():
                _comment(connection, "table", table, model)
            connection.execute("use memory")
            connection.execute("detach handed_out")
        unfinished.replace(file)
    except (OSError, duckdb.IOException) as error:
        raise OutputError(f"{file} cannot be written: {error}") from error
    finally:
        unfinished.unlink(missing_ok=True)
