"""Reading dictionary files: CSV rows with their file and line, so that every complaint can point at its row."""

import csv
import hashlib
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from etl.errors import DictionaryError


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a dictionary file; `line` counts from 1 with the header as line 1.

    `overlay` is the name of the overlay it comes from, empty for our own rows.
    """

    file: str
    line: int
    cells: dict[str, str]
    overlay: str = ""

    def __getitem__(self, column: str) -> str:
        """Return the cell of a column."""
        return self.cells[column]

    def items(self, column: str) -> tuple[str, ...]:
        """Return the members of a `|` list, blanks dropped."""
        cell = self.cells[column]
        if "|" not in cell:
            return (cell,) if cell else ()
        return tuple(part.strip() for part in cell.split("|") if part.strip())

    def fault(self, column: str, allowed: str) -> DictionaryError:
        """Return the error for a bad cell: file, line, column, value and what is allowed."""
        return DictionaryError(f"{self.file}, line {self.line}, column {column}: {self.cells[column]!r} is not {allowed}")

    def one_of(self, column: str, allowed: Collection[str], *, empty: bool = False) -> str:
        """Return the cell if it is one of `allowed` (or empty, where that is allowed)."""
        value = self.cells[column]
        if value in allowed or (empty and not value):
            return value
        shown = ", ".join(sorted(allowed)[:40]) + (" ..." if len(allowed) > 40 else "")
        raise self.fault(column, f"one of: {shown}{' or empty' if empty else ''}")

    def day(self, column: str) -> date | None:
        """Return the cell as a date, None where it is empty."""
        value = self.cells[column]
        if not value:
            return None
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise self.fault(column, "a date YYYY-MM-DD or empty") from None


def read_rows(
    path: Path, columns: tuple[str, ...], *, optional: tuple[str, ...] = (), label: str = "", overlay: str = ""
) -> Iterator[Row]:
    """Yield the rows of one dictionary file.

    `optional` columns may stand anywhere in the header or be left out; `label` is what messages call the file where its name
    alone would not tell; `overlay` names the overlay it belongs to.

    Raises DictionaryError where the file is missing, is not UTF-8, has another header or a row of another width.
    """
    label = label or path.name
    try:
        text = path.read_text(encoding="utf-8-sig")  # spreadsheet programs put a mark before the first byte
    except FileNotFoundError:
        raise DictionaryError(f"{path}: dictionary file is missing") from None
    except UnicodeDecodeError as error:
        raise DictionaryError(f"{path}: not UTF-8 at byte {error.start}") from None
    reader = csv.reader(text.splitlines())
    header = next(reader, [])
    if [name for name in header if name not in optional] != list(columns) or len(set(header)) != len(header):
        also = f", and may hold {', '.join(optional)}" if optional else ""
        raise DictionaryError(f"{label}: header is {','.join(header)!r}, must be {','.join(columns)!r}{also}")
    for cells in reader:
        line = reader.line_num
        if len(cells) != len(header):
            raise DictionaryError(f"{label}, line {line}: {len(cells)} cells, must be {len(header)} ({', '.join(header)})")
        yield Row(label, line, dict(zip(header, map(str.strip, cells), strict=True)), overlay)


def read_folder(folder: Path, columns: tuple[str, ...]) -> Iterator[Row]:
    """Yield the rows of every CSV file of a folder, files in sorted order."""
    for path in sorted(folder.glob("*.csv")):
        yield from read_rows(path, columns)


def file_hashes(directory: Path) -> dict[str, str]:
    """Return {relative path: SHA-256} of every dictionary file, in sorted order."""
    paths = sorted(path for path in directory.rglob("*.csv"))
    return {path.relative_to(directory).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in paths}
