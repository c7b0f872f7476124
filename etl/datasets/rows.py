"""Files of other datasets -> rows of text, each with its line: plain, zipped or gzipped, with the quirks such files have.

Repaired here: a byte order mark, carriage returns, lines in Latin-1, quotes around a field, a row broken in two inside quotes.
What cannot be repaired is a `Fault` with its line; a file that breaks off is an `InputError`, and nothing of it is taken.
"""

import csv
import gzip
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from typing import IO, cast

from etl.datasets.layout import Form, form_of, header_of, plain
from etl.errors import InputError

SUFFIXES = frozenset({".csv", ".tsv", ".tab", ".txt", ".zip", ".gz"})
HEAD_LINES = 50
BREAK = "\ue000"  # stands for a line end inside a field while the row is cut; no text holds it
LONGEST_LINE = 16 * 1024 * 1024
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, gzip.BadGzipFile, NotImplementedError, RuntimeError)
"""What unpacking raises: cut off, damaged, packed in an unknown way, or locked by a password."""

LONGEST_ROW_LINES = 5
"""A row broken by line ends inside quotes is at most this many lines long; beyond it a quote is a stray one."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its file and line from 1, its cells by column, and what was repaired in it."""

    file: str
    line: int
    cells: dict[str, str]
    repairs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Fault:
    """A row that is none: where it stands, what is wrong with it, and the value."""

    file: str
    line: int
    reason: str
    value: str
    record_id: str | None = None


@dataclass(frozen=True, slots=True)
class _Line:
    number: int
    text: str
    is_repaired: bool


def read_rows(path: Path, dataset: str) -> Iterator[tuple[Form, Iterator[Row | Fault]]]:
    """Yield the form and the rows of each file in `path`: of itself, or of every file in a zip.

    Raises:
        InputError: it cannot be opened, breaks off, or is of another dataset or of none.
    """
    try:
        if path.suffix.lower() == ".zip":
            with zipfile.ZipFile(path) as archive:
                members = [one for one in archive.infolist() if not one.is_dir() and not one.filename.startswith("__MACOSX")]
                if not members:
                    raise InputError(f"{path} is a zip without files: there is nothing to import.")
                for member in members:
                    label = path.name if len(members) == 1 else f"{path.name}:{member.filename}"
                    with archive.open(member) as stream:
                        yield _read_stream(stream, dataset, label)
        else:
            with _opened(path) as stream:
                yield _read_stream(stream, dataset, path.name)
    except BROKEN as error:
        raise _broken(path.name, error) from error
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror or error}") from error


def _broken(file: str, error: Exception) -> InputError:
    """Return the error for a file that cannot be unpacked to its end."""
    return InputError(f"{file} is broken or breaks off ({error}): fetch it again; nothing of it was imported.")


@contextmanager
def _opened(path: Path) -> Iterator[IO[bytes]]:
    """Open a file, gzipped or not."""
    with cast(IO[bytes], gzip.open(path, "rb")) if path.suffix.lower() == ".gz" else path.open("rb") as stream:
        yield stream


def _read_stream(stream: IO[bytes], dataset: str, file: str) -> tuple[Form, Iterator[Row | Fault]]:
    """Return form and rows of one file."""
    lines = _lines(stream, file)
    head = list(islice(lines, HEAD_LINES))
    form = form_of([line.text for line in head], dataset, file)
    return form, _rows(chain(head[1:] if form.has_header else head, lines), form, file)


def _lines(stream: IO[bytes], file: str) -> Iterator[_Line]:
    """Yield the lines with anything in them, decoded; what is no UTF-8 is read as Windows' Latin-1, which it mostly is."""
    number = 0
    while raw := _line(stream, file):
        number += 1
        if len(raw) > LONGEST_LINE:
            raise InputError(f"{file}, line {number} is longer than {LONGEST_LINE:,} bytes: this is no file of rows.")
        raw = raw.rstrip(b"\r\n").removeprefix(b"\xef\xbb\xbf" if number == 1 else b"")
        if not raw.strip():
            continue
        is_repaired = b"\x00" in raw
        raw = raw.replace(b"\x00", b"")
        try:
            text = raw.decode("utf-8")
        except UnicodeDecodeError:
            is_repaired = True
            try:
                text = raw.decode("windows-1252")
            except UnicodeDecodeError:
                text = raw.decode("latin-1")
        yield _Line(number, text, is_repaired)


def _line(stream: IO[bytes], file: str) -> bytes:
    """Return the next line as bytes, nothing at the end."""
    try:
        return stream.readline(LONGEST_LINE + 1)
    except BROKEN as error:
        raise _broken(file, error) from error


def _rows(lines: Iterator[_Line], form: Form, file: str) -> Iterator[Row | Fault]:
    """Yield the rows of a file's lines."""
    width = len(form.columns)
    waiting: list[_Line] = []
    while True:
        line = waiting.pop(0) if waiting else next(lines, None)
        if line is None:
            return
        cells = line.text.split(form.delimiter)
        repairs = ("bytes that are no UTF-8",) if line.is_repaired else ()
        if len(cells) != width or '"' in line.text:
            cells, taken = _unquoted(line, waiting, lines, form)
            if taken:
                repairs = (*repairs, "row broken in two")
                del waiting[:taken]
        if len(cells) > width and not any(cell.strip() for cell in cells[width:]):
            cells, repairs = cells[:width], (*repairs, "empty columns at the end")
        named = dict(zip(form.columns, cells, strict=False))
        if len(cells) > 5 and (layout := header_of(cells)) is not None:
            yield Fault(file, line.number, f"a header of {layout.title} among the rows", _shown(line.text))
        elif len(cells) == width + 1 and (mended := _rejoined(cells, form)):
            yield Row(file, line.number, mended, (*repairs, "one tab too many"))
        elif len(cells) != width:
            reason = f"{len(cells)} columns instead of {width}"
            yield Fault(file, line.number, reason, _shown(line.text), cells[0].strip()[:40] or None)
        else:
            yield Row(file, line.number, named, repairs)


def _unquoted(line: _Line, waiting: list[_Line], lines: Iterator[_Line], form: Form) -> tuple[list[str], int]:
    """Return the cells of a line that holds quotes, and how many further lines they took, which `waiting` then holds.

    Quotes count as quotes where they make the row as wide as it must be; elsewhere they are text.
    """
    width = len(form.columns)
    bare = line.text.split(form.delimiter)
    if '"' not in line.text:
        return bare, 0
    if form.layout.dataset == "gdelt":  # writes no quotes around its fields: what stands there is text
        return bare, 0
    if len(bare) == width and form.delimiter == "\t":
        return [_stripped(cell) for cell in bare], 0
    text = line.text
    for taken in range(LONGEST_ROW_LINES):
        if taken:
            if text.count('"') % 2 == 0 or len(bare) > width:
                break
            if len(waiting) < taken:
                following = next(lines, None)
                if following is None:
                    break
                waiting.append(following)
            text += "\n" + waiting[taken - 1].text
        cells = next(csv.reader([text.replace("\n", BREAK)], delimiter=form.delimiter), [])
        if len(cells) == width and not (taken and text.count('"') % 2):
            return [cell.replace(BREAK, " ") for cell in cells], taken
    return bare, 0


def _stripped(cell: str) -> str:
    """Return a cell without the quotes around it."""
    if len(cell) > 1 and cell.startswith('"') and cell.endswith('"'):
        return cell[1:-1].replace('""', '"')
    return cell


def _rejoined(cells: Sequence[str], form: Form) -> dict[str, str] | None:
    """Return a row that has one tab too many without it, if one place alone makes sense of the row; else None.

    Sense is told by the columns whose form is known: days, numbers and codes.
    """
    found: list[dict[str, str]] = []
    for place in range(len(cells) - 1):
        glued = " ".join(part for part in (cells[place].strip(), cells[place + 1].strip()) if part)
        row = dict(zip(form.columns, [*cells[:place], glued, *cells[place + 2 :]], strict=True))
        if row not in found and _makes_sense(row):
            found.append(row)
    return found[0] if len(found) == 1 else None


_NUMBERS = frozenset(
    {"latitude", "longitude", "intensity", "actorcow", "recipientcow", "sentencenumber", "storyid", "geonamesid"}
)
_DAYS = frozenset({"eventdate", "publicationdate"})
_UPPER = frozenset({"eventtype", "quadcode", "primaryactorsector", "primaryrecipientsector"})
_LOWER = frozenset({"eventmode", "contexts"})
_COUNTRIES = frozenset({"actorcountry", "recipientcountry"})


def _makes_sense(row: dict[str, str]) -> bool:
    """Return whether the columns of a known form hold what they must, or nothing."""
    for name, cell in row.items():
        value, kind = cell.strip(), plain(name)
        if not value or value in {"NA", "None", "nan"}:
            continue
        if kind in _NUMBERS and not value.replace(".", "", 1).replace("-", "", 1).isdigit():
            return False
        if kind in _DAYS and not (len(value) >= 10 and value[:4].isdigit() and value[4] == value[7] == "-"):
            return False
        if kind in _COUNTRIES and not (value.isupper() and len(value.split(";")[0]) == 3):
            return False
        if (kind in _UPPER and value != value.upper()) or (kind in _LOWER and value != value.lower()):
            return False
    return True


def _shown(text: str) -> str:
    """Return a line as a value of `reject`."""
    return text.replace("\t", " | ")
