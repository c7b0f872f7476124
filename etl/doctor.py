"""The state of an installation: versions, language model, dictionaries, folders and the built dataset."""

import csv
import platform
import shutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from tempfile import TemporaryFile
from typing import TYPE_CHECKING

from etl import __version__, batches
from etl.engines.equipment import Equipment, load_coder
from etl.errors import ComityError, QueryError
from etl.records import Article
from etl.unmatched import count_unmatched

if TYPE_CHECKING:
    from etl.coder.coder import Coder
    from etl.dictionaries import Example

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


def examine(data: Path, equipment: Equipment) -> list[Finding]:
    """Look at everything and return what was found; nothing raises, since a fault is an answer here."""
    looks: dict[str, Callable[[], Iterator[Finding]]] = {
        "versions": _versions,
        "parser": lambda: _parser(equipment.parser),
        "model": lambda: _model(equipment.model),
        "dictionaries": lambda: _dictionaries(equipment),
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


def _model(folder: Path | None) -> Iterator[Finding]:
    """The relation model, its files compared with their checksums; its absence is no fault."""
    if folder is None:
        yield Finding("model", "none: the rules stand alone; pip install 'comity[model]' for the second reader")
        return
    from etl.coder.second_reader.model import load_model

    yield Finding("model", f"{load_model(folder).version}; files are the ones in SHA256SUMS, in {folder}")


def _parser(parser: str | None) -> Iterator[Finding]:
    """The language model, its weights compared with the pinned ones."""
    from etl.coder.parser import DEFAULT_MODEL, load_parser

    loaded = load_parser(parser)
    trees = list(loaded.parse(["China criticised Japan."]))
    pinned = "weights are the pinned ones" if loaded.name == DEFAULT_MODEL else "chosen by setting; its weights are not pinned"
    yield Finding(
        "parser", f"{loaded.version}; {pinned}; a test sentence gave {len(trees[0])} tokens", is_fault=len(trees[0]) != 4
    )


def _dictionaries(equipment: Equipment) -> Iterator[Finding]:
    """Every dictionary file, overlays included: rows and the first digits of its hash."""
    from etl.dictionaries import load_lexicon
    from etl.dictionaries.overlay import Shelf

    lexicon = load_lexicon(equipment.dictionaries, equipment.overlays)
    files = Shelf(equipment.dictionaries, equipment.overlays).files()
    yield Finding("dictionaries", f"{len(lexicon.hashes)} files, version {lexicon.version}, in {equipment.dictionaries}")
    for name, digest in sorted(lexicon.hashes.items()):
        yield Finding("", f"{_count_rows(files[name]):>7,} rows  {digest[:12]}  {name}")
    if equipment.overlays:
        yield from _overlays(equipment)


def _overlays(equipment: Equipment) -> Iterator[Finding]:
    """The overlays' own tests: each name can be found, each example gives what its row expects, read by rules alone."""
    from etl.dictionaries.overlay import Shelf
    from etl.dictionaries.trial import try_names

    coder = load_coder(replace(equipment, model=None))
    examples = [example for example in coder.lexicon.acts.examples if example.overlay]
    wrong = [*try_names(Shelf(equipment.dictionaries, equipment.overlays), coder.lexicon), *_failing(coder, examples)]
    names = ", ".join(map(str, equipment.overlays))
    yield Finding("overlays", f"{names}: {len(examples)} examples run, {len(wrong)} rows fail their own test")
    for said in wrong:
        yield Finding("", said, is_fault=True)


def _failing(coder: "Coder", examples: list["Example"]) -> Iterator[str]:
    """Code each example as an article of its own, published on a day that the rows reckon from; yield those that fail."""
    articles = [
        Article(str(number), datetime(2026, 1, 15), "example", None, one.sentence, language="en")
        for number, one in enumerate(examples)
    ]
    for example, coded in zip(examples, coder.code(articles), strict=True):
        got = {
            (mention.source.country or mention.source.role, mention.target.country or mention.target.role, mention.event_code)
            for mention in coded.mentions
        }
        if not set(example.expected) <= got:
            yield (
                f"{example.file}, line {example.line}: {example.sentence!r} expects {_codes(example.expected)}, "
                f"gives {_codes(sorted(got, key=str)) or 'nothing'}"
            )


def _codes(acts: Iterable[tuple[str | None, str | None, str]]) -> str:
    """Write acts as the column expect does."""
    return " ".join(f"{source}>{target}:{code}" for source, target, code in acts)


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
