"""Answers to SQL over a built dataset, as a table for people or as csv, json or parquet for programs."""

import csv
import json
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import IO, TYPE_CHECKING

from etl.errors import QueryError

if TYPE_CHECKING:
    import duckdb

NO_QUERY = "There is no SQL to answer; ask for example: from dyad_month limit 10"
NO_ROWS = "This SQL gives no rows; ask with select, from, describe or summarize."
ROWS_AT_ONCE = 10_000
# A cell of the `table` format is cut here, or one evidence sentence would push every other column off the screen.
CELL_WIDTH = 60


def answer(connection: "duckdb.DuckDBPyConnection", sql: str, form: str, out: IO[bytes]) -> int:
    """Run one query and write its rows to `out`; returns the number of rows.

    Raises:
        QueryError: DuckDB refuses the SQL (its own words, first line), or the SQL is empty or no query that gives rows.
    """
    import duckdb

    try:
        if not connection.extract_statements(sql):  # nothing, a semicolon or a comment: DuckDB takes it and has no result
            raise QueryError(NO_QUERY)
        if form == "parquet":
            return _write_parquet(connection.sql(sql), out)
        result = connection.execute(sql)
        if result.description is None:
            raise QueryError(NO_ROWS)
        names, rows = [column[0] for column in result.description], _rows(result)
        return {"table": _write_table, "csv": _write_csv, "json": _write_json}[form](names, rows, out)
    except duckdb.Error as error:
        raise QueryError(_explain(connection, error)) from error


def _rows(result: "duckdb.DuckDBPyConnection") -> Iterator[Sequence[object]]:
    while rows := result.fetchmany(ROWS_AT_ONCE):
        yield from rows


def _write_table(names: list[str], rows: Iterator[Sequence[object]], out: IO[bytes]) -> int:
    """Write aligned columns, numbers to the right; all rows are held, since the widths depend on them."""
    held = list(rows)
    cells = [[_short(value) for value in row] for row in held]
    widths = [max([len(name), *(len(row[place]) for row in cells)]) for place, name in enumerate(names)]
    numeric = [
        bool(held) and all(isinstance(row[place], int | float | Decimal | None) for row in held) for place in range(len(names))
    ]
    for row in [names, ["-" * width for width in widths], *cells]:
        aligned = (
            cell.rjust(width) if right else cell.ljust(width) for cell, width, right in zip(row, widths, numeric, strict=True)
        )
        out.write(("  ".join(aligned).rstrip() + "\n").encode())
    out.write(f"({len(held)} row{'' if len(held) == 1 else 's'})\n".encode())
    return len(held)


def _write_csv(names: list[str], rows: Iterator[Sequence[object]], out: IO[bytes]) -> int:
    """Write RFC 4180 csv in UTF-8; a missing value is an empty cell."""
    buffer = _Lines(out)
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(names)
    count = 0
    for row in rows:
        writer.writerow(["" if value is None else _plain(value) for value in row])
        count += 1
    return count


def _write_json(names: list[str], rows: Iterator[Sequence[object]], out: IO[bytes]) -> int:
    """Write one JSON array with one object per row and line."""
    count = 0
    out.write(b"[")
    for row in rows:
        record = {name: _plain(value) for name, value in zip(names, row, strict=True)}
        out.write(b"\n" if count == 0 else b",\n")
        out.write(json.dumps(record, ensure_ascii=False, default=str).encode())
        count += 1
    out.write(b"\n]\n" if count else b"]\n")
    return count


def _write_parquet(result: "duckdb.DuckDBPyRelation | None", out: IO[bytes]) -> int:
    """Write a Parquet file with zstd, one row group per chunk."""
    import pyarrow.parquet

    if result is None:
        raise QueryError(NO_ROWS)
    reader = result.to_arrow_reader(ROWS_AT_ONCE)
    count = 0
    with pyarrow.parquet.ParquetWriter(out, reader.schema, compression="zstd") as writer:
        for chunk in reader:
            writer.write_batch(chunk)
            count += chunk.num_rows
    return count


def _plain(value: object) -> object:
    """Return a value as csv and json show it: days and moments in ISO 8601."""
    if isinstance(value, datetime | date):
        return value.isoformat()
    return float(value) if isinstance(value, Decimal) else value


def _short(value: object) -> str:
    """Return a value as a cell of the table: one line, cut where it is long."""
    if value is None:
        return ""
    text = f"{value:.2f}" if isinstance(value, float) else " ".join(str(_plain(value)).split())
    return text if len(text) <= CELL_WIDTH else text[: CELL_WIDTH - 3] + "..."


def _explain(connection: "duckdb.DuckDBPyConnection", error: "duckdb.Error") -> str:
    """Return DuckDB's complaint, and for an unknown table the list of those that exist."""
    import duckdb

    said = str(error).strip().splitlines()
    message = said[0] if said else "DuckDB refused the query."
    if isinstance(error, duckdb.CatalogException) and "does not exist" in message and "Table" in message:
        names = connection.execute(
            "select table_name from information_schema.tables where table_schema = 'main' order by table_name"
        ).fetchall()
        return f"{message.rstrip('!.')}. Known are: {', '.join(name for (name,) in names)}."
    pointer = next((line.strip() for line in said[1:] if line.startswith("LINE ")), None)
    return f"{message} ({pointer})" if pointer else message


class _Lines:
    """A text sink for `csv.writer` over a byte stream."""

    def __init__(self, out: IO[bytes]) -> None:
        self._out = out

    def write(self, text: str) -> int:
        """Write a line in UTF-8."""
        return self._out.write(text.encode())


def check_dataset(connection: "duckdb.DuckDBPyConnection", dataset: str) -> None:
    """Look whether a dataset has events.

    Raises:
        QueryError: it has none; the message names those that have.
    """
    found = [name for (name,) in connection.execute("select distinct dataset from event_day order by dataset").fetchall()]
    if dataset not in found:
        there = f"There are: {', '.join(found)}." if found else "No events at all are here."
        raise QueryError(f"There are no events of a dataset {dataset!r}. {there}")


def open_data(directory: Path, *, commented: bool = False) -> "duckdb.DuckDBPyConnection":
    """Return a connection to the views of a built dataset, their columns `commented` for who asks DuckDB what they hold.

    Raises:
        QueryError: nothing is built there.
    """
    if not directory.is_dir():
        raise QueryError(f"{directory} holds no dataset. Build one first: comity build --articles PATH --out {directory}")
    from etl.views import connect

    return connect(directory, commented=commented)
