"""Plain text files, one article each, with what is known about them in a table beside them.

The table is `meta.csv` or `meta.json` in the same folder: one row a file, the file's name in `file` and the fields of an
article beside it. Without a table the date (and source) must come from the options.
"""

import csv
import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from etl.errors import InputError
from etl.records import Article, Reject
from etl.sources.decoding import LONGEST_RECORD, open_text, undecoded
from etl.sources.options import ReadOptions
from etl.sources.record import Place, to_article

SIDECARS = ("meta.csv", "meta.json")


def read_texts(folder: Path, files: list[Path], options: ReadOptions) -> Iterator[Article | Reject]:
    """Yield the articles of some .txt files of one folder, in the order given.

    A row of the table whose file is not there is a reject, if the whole folder is read (`files` are all it holds).
    Raises InputError if the table is broken, names a file twice, or both tables exist.
    """
    about = _sidecar(folder, options)
    for path in files:
        place = Place(str(path))
        with open_text(path, options.encoding) as stream:
            try:
                text = stream.read(LONGEST_RECORD + 1)
            except (OSError, UnicodeError) as error:
                yield place.reject(f"the file breaks off ({error})")
                continue
        if len(text) > LONGEST_RECORD:
            yield place.reject(f"longer than {LONGEST_RECORD} characters")
            continue
        if reason := undecoded(text, 0, options.encoding):
            yield place.reject(f"line {text[: _bad(text)].count(chr(10)) + 1}: {reason}")
            continue
        if about and path.name not in about:
            yield place.reject(f"{_sidecar_path(folder)} has no row whose 'file' is {path.name}")
            continue
        fields = {name: value for name, value in about.get(path.name, {}).items() if name not in options.names("text")}
        yield to_article({**fields, "text": text.removeprefix("\ufeff")}, options, place)
    present = {path.name for path in files}
    if len(files) == sum(path.suffix == ".txt" and not path.name.startswith(".") for path in folder.iterdir()):
        table = str(_sidecar_path(folder))
        for name in sorted(set(about) - present):
            yield Place(table).reject("'file' names a file that is not in the folder", name)


def _bad(text: str) -> int:
    """Return the position of the first smuggled byte."""
    return next(index for index, char in enumerate(text) if "\udc80" <= char <= "\udcff")


def _sidecar_path(folder: Path) -> Path | None:
    """Return the folder's table, None if it has none; raises InputError if it has two."""
    found = [folder / name for name in SIDECARS if (folder / name).is_file()]
    if len(found) > 1:
        raise InputError(f"{folder}: both {' and '.join(SIDECARS)} exist; keep one")
    return found[0] if found else None


def _sidecar(folder: Path, options: ReadOptions) -> Mapping[str, Mapping[str, object]]:
    """Return the rows of the folder's table by file name; empty if there is no table."""
    path = _sidecar_path(folder)
    if path is None:
        return {}
    with open_text(path, options.encoding) as stream:
        content = stream.read().removeprefix("\ufeff")
    if reason := undecoded(content, 0, options.encoding):
        raise InputError(f"{path}: {reason}")
    rows: list[dict[str, object]] = []
    if path.suffix == ".json":
        try:
            loaded = json.loads(content)
        except ValueError as error:
            raise InputError(f"{path}: not valid JSON ({error})") from error
        if isinstance(loaded, dict):  # {"a.txt": {...}} is as clear as a list of rows
            loaded = [{"file": name, **row} if isinstance(row, dict) else row for name, row in loaded.items()]
        if not isinstance(loaded, list) or not all(isinstance(row, dict) for row in loaded):
            raise InputError(f"{path}: must be a list of objects, or an object of objects by file name")
        rows = loaded
    else:
        rows = [dict(row) for row in csv.DictReader(content.splitlines(keepends=True), restkey="extra cells")]
    return _by_file(path, rows)


def _by_file(path: Path, rows: list[dict[str, object]]) -> dict[str, Mapping[str, object]]:
    """Index rows by the file they speak of."""
    table: dict[str, Mapping[str, object]] = {}
    for number, row in enumerate(rows, start=1):
        name = row.get("file")
        if not isinstance(name, str) or not name:
            raise InputError(f"{path}: row {number} has no 'file'; columns found: {', '.join(map(str, row))}")
        if name in table:
            raise InputError(f"{path}: row {number} names {name} a second time")
        table[name] = row
    return table
