"""The state of an installation: versions, language model, dictionaries, folders and the built dataset."""

import csv
import platform
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from tempfile import TemporaryFile

from etl import __version__, batches, paths
from etl.errors import ComityError, QueryError
from etl.unmatched import count_unmatched

BUILD_SQL = "select version, coder_version, n_read, n_coded, n_skipped, n_rejected, n_events from build"
PACKAGES = ("pandas", "pyarrow", "duckdb", "pandera", "spacy", "click")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: what it is, what was found, and whether it keeps Comity from working."""

    what: str
    found: str
    is_fault: bool = False

    def line(self) -> str:
        """Return the finding as a line of the report."""
        return f"{'FAULT' if self.is_fault else 'ok':<6}{self.what:<14}{self.found}"


def examine(data: Path, parser: str | None) -> list[Finding]:
    """Look at everything and return what was found; nothing raises, since a fault is an answer here."""
    looks: dict[str, Callable[[], Iterator[Finding]]] = {
        "versions": _versions,
        "parser": lambda: _model(parser),
        "dictionaries": _dictionaries,
        "folder": lambda: _folder(data),
        "dataset": lambda: _dataset(data),
    }
    return [finding for what, look in looks.items() for finding in _caught(what, look)]


def _caught(what: str, look: Callable[[], Iterator[Finding]]) -> Iterator[Finding]:
    """Yield the findings of a look, and what it raises as one more."""
    try:
        yield from look()
    except (ComityError, OSError) as error:
        yield Finding(what, str(error), is_fault=True)


def _versions() -> Iterator[Finding]:
    """Comity, Python and the packages whose versions can change a result."""
    yield Finding("comity", f"{__version__} on Python {platform.python_version()}, {platform.system()} {platform.machine()}")
    for package in PACKAGES:
        try:
            yield Finding(package, version(package))
        except PackageNotFoundError:
            yield Finding(package, "not installed; install Comity again", is_fault=True)


def _model(parser: str | None) -> Iterator[Finding]:
    """The language model, its weights compared with the pinned ones."""
    from etl.coder.parser import DEFAULT_MODEL, load_parser

    loaded = load_parser(parser)
    trees = list(loaded.parse(["China criticised Japan."]))
    pinned = "weights are the pinned ones" if loaded.name == DEFAULT_MODEL else "chosen by setting; its weights are not pinned"
    yield Finding(
        "parser", f"{loaded.version}; {pinned}; a test sentence gave {len(trees[0])} tokens", is_fault=len(trees[0]) != 4
    )


def _dictionaries() -> Iterator[Finding]:
    """Every dictionary file: rows and the first digits of its hash."""
    from etl.dictionaries import load_lexicon

    lexicon = load_lexicon()
    yield Finding("dictionaries", f"{len(lexicon.hashes)} files, version {lexicon.version}, in {paths.DICTIONARIES}")
    for name, digest in sorted(lexicon.hashes.items()):
        yield Finding("", f"{_count_rows(paths.DICTIONARIES / name):>7,} rows  {digest[:12]}  {name}")


def _count_rows(path: Path) -> int:
    """Return the number of rows below the header."""
    with path.open(encoding="utf-8", newline="") as lines:
        return max(sum(1 for _ in csv.reader(lines)) - 1, 0)


def _folder(data: Path) -> Iterator[Finding]:
    """Whether a dataset could be written where it is to go."""
    nearest = next(folder for folder in (data.absolute(), *data.absolute().parents) if folder.exists())
    if not nearest.is_dir():
        yield Finding("folder", f"{nearest} is a file; choose another folder for the dataset", is_fault=True)
        return
    try:
        with TemporaryFile(dir=nearest):
            pass
    except OSError as error:
        yield Finding("folder", f"{nearest} cannot be written: {error.strerror}", is_fault=True)
        return
    yield Finding("folder", f"{data} can be written; {shutil.disk_usage(nearest).free / 2**30:,.1f} GiB free")


def _dataset(data: Path) -> Iterator[Finding]:
    """What was built, and whether its checks still pass."""
    from etl.query import open_data
    from etl.views import run_checks

    if not data.is_dir():
        yield Finding("dataset", f"nothing built in {data} yet; make build-dataset, or comity build --articles PATH")
        return
    with open_data(data) as connection:
        rows = connection.execute(BUILD_SQL).fetchall()
        if not rows:
            raise QueryError(f"{data}: table build is empty; build again")
        version_built, coder, n_read, n_coded, n_skipped, n_rejected, n_events = rows[0]
        yield Finding(
            "dataset",
            f"{data}: comity {version_built}, coder {coder}; {n_read:,} articles read = {n_coded:,} coded + {n_skipped:,} "
            f"skipped + {n_rejected:,} rejected; {n_events:,} events",
            is_fault=n_read != n_coded + n_skipped + n_rejected,
        )
        run_checks(connection)
        yield Finding("checks", "every check of sql/checks passes")


def list_unmatched(data: Path, at_most: int = 200) -> str:
    """Return the names most often found where an actor belongs and in no dictionary, with how often.

    Raises:
        QueryError: nothing is built in `data`.
    """
    directory = data / batches.NAME
    if not directory.is_dir():
        raise QueryError(f"{data} holds no dataset. Build one first: comity build --articles PATH --out {data}")
    counts = count_unmatched(directory).most_common()
    lines = [f"{times:>7,}  {name}" for name, times in sorted(counts, key=lambda pair: (-pair[1], pair[0]))[:at_most]]
    return "\n".join([f"{len(counts):,} names went unmatched, {sum(times for _, times in counts):,} times", *lines])
