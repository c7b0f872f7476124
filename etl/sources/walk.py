"""Which files a path stands for, and which reader each of them needs."""

import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from etl.errors import InputError
from etl.records import Article, Reject
from etl.sources.jsonl import read_json
from etl.sources.options import ReadOptions
from etl.sources.record import Place
from etl.sources.table import read_csv, read_parquet
from etl.sources.text import SIDECARS, read_texts

Reader = Callable[[Path, ReadOptions], Iterator[Article | Reject]]

READERS: Mapping[str, Reader] = {
    ".jsonl": read_json,
    ".jsonl.gz": read_json,
    ".ndjson": read_json,
    ".ndjson.gz": read_json,
    ".json": read_json,
    ".json.gz": read_json,
    ".csv": read_csv,
    ".csv.gz": read_csv,
    ".tsv": read_csv,
    ".tsv.gz": read_csv,
    ".parquet": read_parquet,
}
ALLOWED = ", ".join([*READERS, ".txt", "or a folder of such files"])
# Pages need their article picked out from among menus and teasers, which is another program's work.
_PAGES = (".html", ".htm", ".xhtml")
# What a folder holds, from the first build into it on, that is a dataset of Comity; `etl.batches` makes it and locks it.
DATASET_MARK = Path("batches", ".lock")


@dataclass(frozen=True, slots=True)
class Item:
    """One step of reading: a file and its reader; some text files of a folder; or a file that cannot be read and why.

    `in_folder` says that the file was found in a folder, not named by itself.
    """

    path: Path
    reader: Reader | None = None
    texts: tuple[Path, ...] = ()
    reason: str | None = None
    in_folder: bool = False


def plan(path: Path) -> list[Item]:
    """Return what to read for one path, in sorted order.

    A file of unknown kind is a reject where a folder holds it and an error where it is named by itself; so is a file that turns
    out unreadable when its turn comes. A folder with nothing to read is an error. A dataset of Comity is left out with all it
    holds, whichever build made it: what was made of articles is none, and a build over the folder it writes to would read itself.
    Raises InputError.
    """
    if not path.exists():
        raise InputError(f"{path}: no such file or folder")
    if not path.is_dir():
        item = _file(path)
        if item.reason:
            raise InputError(f"{path}: {item.reason}")
        return [item]
    if is_dataset(path):
        raise InputError(f"{path} is a dataset that Comity built, not articles: give the files or the folder it was built from.")
    items = [replace(item, in_folder=True) for folder in _folders(path) for item in _folder(folder)]
    if not any(item.reader or item.texts for item in items):
        raise InputError(f"{path}: the folder holds no file that can be read; allowed: {ALLOWED}")
    return items


def read_item(item: Item, options: ReadOptions) -> Iterator[Article | Reject]:
    """Yield what one item of the plan holds. Raises InputError if a file named by itself cannot be read."""
    try:
        if item.reader:
            yield from item.reader(item.path, options)
        elif item.texts:
            yield from read_texts(item.path, list(item.texts), options)
        else:
            yield Place(str(item.path)).reject(item.reason or "not readable")
    except InputError as error:
        if not item.in_folder:
            raise
        yield Place(str(item.path)).reject(str(error))


def is_dataset(folder: Path) -> bool:
    """Whether a folder is a dataset that some build made, or began to make."""
    return (folder / DATASET_MARK).is_file()


def _folders(path: Path) -> list[Path]:
    """Return a folder and those below it, hidden ones and datasets left out, sorted by their parts."""
    found = []
    for root, names, _ in os.walk(path):
        names[:] = [name for name in names if not name.startswith(".") and not is_dataset(Path(root, name))]
        found.append(Path(root))
    return sorted(found, key=lambda folder: folder.parts)


def _folder(folder: Path) -> list[Item]:
    """Return the items of one folder, not of those below it."""
    files = sorted(path for path in folder.iterdir() if path.is_file() and not path.name.startswith(".") and not _about(path))
    texts = tuple(path for path in files if path.suffix == ".txt")
    items = [_file(path) for path in files if path.suffix != ".txt" and not (texts and path.name in SIDECARS)]
    return [*items, Item(folder, texts=texts)] if texts else items


def _about(path: Path) -> bool:
    """Whether a file only tells what the folder holds: a README or a licence is no news."""
    return path.stem.upper() in {"README", "LICENSE", "LICENCE"} and path.suffix.lower() in {"", ".md"}


def _file(path: Path) -> Item:
    """Return the item of one file by its suffix."""
    name = path.name.lower()
    if name.endswith(".txt"):
        return Item(path.parent, texts=(path,))
    for suffix, reader in READERS.items():
        if name.endswith(suffix):
            return Item(path, reader=reader)
    if name.endswith(_PAGES):
        return Item(path, reason=f"an HTML page; extract the article's text first; allowed: {ALLOWED}")
    return Item(path, reason=f"unknown kind of file {path.suffix or '(no suffix)'!r}; allowed: {ALLOWED}")
