"""Overlays: folders of the user's own whose rows add to, replace or retire those of the dictionaries.

An overlay has the files of `data/dictionaries`, any of them, with the same columns and one more that may be left out: `change`,
which is add, replace or retire (empty: add). A row is found again by the key of its file (`KEYS`).
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from etl.dictionaries.rows import Row, read_folder, read_rows
from etl.errors import DictionaryError

# What tells the rows of a file apart. `leaders`, `organizations` and `frames` are folders: their keys hold over all their files.
KEYS = {
    "SOURCES.csv": ("key",),
    "anaphora.csv": ("phrase",),
    "bodies.csv": ("name",),
    "composition.csv": ("operator", "inner"),
    "country_names.csv": ("name", "country", "kind"),
    "frames": ("lemma", "pos", "object", "source_slot", "target_slot", "code"),
    "given_names.csv": ("name",),
    "history.csv": ("phrase",),
    "leaders": ("name", "country", "office", "valid_from"),
    "namesakes.csv": ("name",),
    "not_actors.csv": ("phrase",),
    "operators.csv": ("lemma", "pos", "operator"),
    "organizations": ("name", "country", "valid_from"),
    "roles.csv": ("word", "kind"),
    "word_classes.csv": ("class", "lemma"),
}
CHANGES = frozenset({"add", "replace", "retire"})
REJECTED = "rejected.csv"
"""What `convert-dictionary` could not carry over lies beside what it could, and is no dictionary."""
BESIDE = frozenset({".md", ".txt"})
"""Files that may lie in an overlay and are not read."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """A dictionary folder and the overlays on top of it, the later over the earlier."""

    directory: Path
    overlays: tuple[Path, ...] = ()

    def __post_init__(self) -> None:
        """Refuse overlays of one name, without dictionaries, or with files that are none."""
        names = [name_of(overlay) for overlay in self.overlays]
        if doubled := sorted({name for name in names if names.count(name) > 1}):
            raise DictionaryError(
                f"two overlays are called {doubled[0]!r}: rename one, since messages and hashes name them by it"
            )
        for overlay in self.overlays:
            _check_files(overlay)

    def rows(self, table: str, columns: tuple[str, ...]) -> list[Row]:
        """Return the rows of a file or folder of KEYS, overlays applied: ours in their order, then what was added.

        Raises:
            DictionaryError: a file breaks its form; a row adds what is there, or replaces or retires what is not.
        """
        path = self.directory / table
        found: list[Row | None] = list(read_rows(path, columns) if path.suffix else read_folder(path, columns))
        changes = [row for overlay in self.overlays for row in _overlay_rows(overlay, table, columns)]
        places = {_key(row, table): place for place, row in enumerate(found) if row is not None} if changes else {}
        for row in changes:
            change = row.cells.get("change") or "add"
            if change not in CHANGES:
                raise row.fault("change", f"one of: {', '.join(sorted(CHANGES))} or empty")
            key = _key(row, table)
            if change == "add":
                if key in places:
                    raise _taken(row, table, found[places[key]])
                places[key] = len(found)
                found.append(row)
            elif key not in places:
                raise _missing(row, table, change, [other for other in found if other is not None])
            else:
                place = places[key]
                found[place] = row if change == "replace" else None
                if change == "retire":
                    del places[key]
        return [row for row in found if row is not None]

    def files(self) -> dict[str, Path]:
        """Return every dictionary file by its relative path, those of overlays below the name of their folder."""
        found = {path.relative_to(self.directory).as_posix(): path for path in sorted(self.directory.rglob("*.csv"))}
        for overlay in self.overlays:
            found |= {f"{name_of(overlay)}/{path.relative_to(overlay).as_posix()}": path for path in _files(overlay)}
        return found

    def hashes(self) -> dict[str, str]:
        """Return the SHA-256 of each of `files`, in their order: overlays the other way round are other dictionaries."""
        return {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in self.files().items()}


def name_of(overlay: Path) -> str:
    """Return what an overlay is called: the name of its folder, of `.` too."""
    return overlay.resolve().name


def _files(overlay: Path) -> list[Path]:
    """Return the dictionary files of an overlay in sorted order; what the converter rejected and hidden files are none."""
    return [path for path in sorted(overlay.rglob("*.csv")) if path != overlay / REJECTED and not _is_hidden(path, overlay)]


def _is_hidden(path: Path, overlay: Path) -> bool:
    return any(part.startswith(".") for part in path.relative_to(overlay).parts)


def _check_files(overlay: Path) -> None:
    """Refuse a file that nothing would read: a misspelt name would otherwise do nothing, in silence."""
    if not overlay.is_dir():
        raise DictionaryError(f"{overlay}: there is no such folder of dictionaries")
    dictionaries = _files(overlay)
    for path in sorted(overlay.rglob("*")):
        if path.is_dir() or path == overlay / REJECTED or path.suffix in BESIDE or _is_hidden(path, overlay):
            continue
        name = path.relative_to(overlay)
        in_folder = len(name.parts) == 2 and name.parts[0] in KEYS and path.suffix == ".csv"
        if not in_folder and name.as_posix() not in KEYS:
            allowed = ", ".join(table if table.endswith(".csv") else f"{table}/*.csv" for table in sorted(KEYS))
            raise DictionaryError(f"{name_of(overlay)}/{name.as_posix()}: an overlay cannot hold this file, only: {allowed}")
    if not dictionaries:
        raise DictionaryError(f"{overlay}: holds no dictionary file; docs/your_own_dictionaries.md says what one looks like")


def _overlay_rows(overlay: Path, table: str, columns: tuple[str, ...]) -> Iterator[Row]:
    """Yield the rows that an overlay has for a table, of every file of a folder."""
    for path in _files(overlay):
        name = path.relative_to(overlay)
        if name.parts[0] == table:
            label = f"{name_of(overlay)}/{name.as_posix()}"
            yield from read_rows(path, columns, optional=("change",), label=label, overlay=name_of(overlay))


def _key(row: Row, table: str) -> tuple[str, ...]:
    return tuple(row[column] for column in KEYS[table])


def _shown(row: Row, table: str) -> str:
    return ", ".join(f"{column} {row[column]!r}" for column in KEYS[table])


def _taken(row: Row, table: str, other: Row | None) -> DictionaryError:
    """Return the error for a row that adds what is there."""
    where = f" ({other.file}, line {other.line})" if other is not None else ""
    return DictionaryError(
        f"{row.file}, line {row.line}: a row with {_shown(row, table)} is there already{where}; "
        "write replace in the column change, or leave the row out"
    )


def _missing(row: Row, table: str, change: str, rows: list[Row]) -> DictionaryError:
    """Return the error for a row that changes what is not there, with the rows it may mean."""
    alike = [_shown(other, table) for other in rows if _key(other, table)[0] == _key(row, table)[0]][:5]
    hint = f"; there is: {'; '.join(alike)}" if alike else ""
    return DictionaryError(
        f"{row.file}, line {row.line}, column change: {change!r} of a row that does not exist, {_shown(row, table)}{hint}"
    )
