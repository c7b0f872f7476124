"""One import: files of a dataset -> parts -> partitions, checked, with a report that adds up."""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from etl import paths
from etl.clusters import choose_scores
from etl.datasets.crosswalk import Crosswalk
from etl.datasets.part import FORM, MODULES, Part, Summary, part_schema, sha256_of
from etl.datasets.rows import SUFFIXES
from etl.datasets.store import Store, check_folder, restore_rejects
from etl.errors import InputError
from etl.load import read_dictionary
from etl.records import short_hash

SECONDS_BETWEEN_LINES = 15.0
LISTED_FILES = 20


@dataclass(frozen=True, slots=True)
class Intake:
    """One import: which files of which dataset go into the folder `out`. `memory_limit` is for sorting, as DuckDB writes it."""

    dataset: str
    files: Sequence[Path]
    out: Path
    dictionaries: Path = paths.DICTIONARIES
    memory_limit: str = "2GB"

    def run(self, tell: Callable[[str], None] = lambda _said: None) -> "ImportReport":
        """Import the files and return the report; `tell` is told now and then how far it is.

        A file that cannot be read keeps none of the others out: they are imported, and then the error is raised.

        Raises:
            InputError: a file is missing, broken, or of another dataset; the message names each.
            DictionaryError: a dictionary breaks its rules.
            OutputError: the folder cannot be written.
        """
        if self.dataset not in MODULES:
            raise InputError(f"There is no importer for {self.dataset!r}; there are {', '.join(sorted(MODULES))}.")
        check_folder(self.out)
        files = list(_files(self.files))
        store = Store(self.out, self.dataset, self.memory_limit)
        store.prepare(self.dictionaries)
        crosswalk = Crosswalk(self.dictionaries)
        scheme = store.scheme()
        version = short_hash(FORM, crosswalk.version, scheme, str(part_schema()))
        chosen = choose_scores(read_dictionary("score_table", self.dictionaries), scheme)
        values = zip(chosen["quad_class"].tolist(), chosen["goldstein"].tolist(), strict=True)
        scores = dict(zip(chosen["event_code"].tolist(), values, strict=True))

        report = ImportReport(self.dataset, self.out)
        told = time.monotonic()
        n_rows = 0

        def advance(rows: int) -> None:
            nonlocal told, n_rows
            n_rows += rows
            if time.monotonic() - told >= SECONDS_BETWEEN_LINES:
                told = time.monotonic()
                tell(f"importing: {_counted(n_rows, 'row')}, {report.n_done:,} of {_counted(len(files), 'file')}")

        for path in files:
            try:
                sha256 = sha256_of(path)
                known = Summary.load(store.part(sha256))
                if known is not None and known.version == version:
                    report.known.append(known)
                    continue
                part = Part(self.dataset, crosswalk, scores, version, advance)
                report.new.append(part.write(path, sha256, store.part(sha256)))
            except InputError as error:
                report.failures.append(str(error))
        if store.is_merged:
            restore_rejects(self.out)
        else:
            refused = store.merge()
            report.new = [one.without(refused.get(store.part(one.sha256), 0)) for one in report.new]
            report.n_refused = sum(refused.values())
        if report.failures:
            done = f"\n{report}" if report.new or report.known else ""
            raise InputError("\n".join(report.failures) + done)
        return report


@dataclass(slots=True)
class ImportReport:
    """What came of an import: new files, files known from before, and how many rows were refused in the light of all files."""

    dataset: str
    out: Path
    new: list[Summary] = field(default_factory=list)
    known: list[Summary] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)
    n_refused: int = 0

    @property
    def n_done(self) -> int:
        """Files that are done with, one way or another."""
        return len(self.new) + len(self.known) + len(self.failures)

    def __str__(self) -> str:
        """The report as text: a line for each new file, the sum, and what to ask next."""
        lines = [_line(one) for one in self.new[:LISTED_FILES]]
        if len(self.new) > LISTED_FILES:
            lines.append(f"... and {_counted(len(self.new) - LISTED_FILES, 'file')} more")
        if self.known:
            lines.append(f"{_counted(len(self.known), 'file')} imported before: nothing changes")
        n_read, n_loaded, n_rejected = (
            sum(getattr(one, name) for one in self.new) for name in ("n_read", "n_loaded", "n_rejected")
        )
        if len(self.new) > 1:
            lines.append(f"{_counted(n_read, 'row')} read = {n_loaded:,} loaded + {n_rejected:,} rejected")
        if self.n_refused:
            said = "use an id again or are mentions of an event that is in no file"
            lines.append(f"{_counted(self.n_refused, 'row')} of all files of {self.dataset} {said}: see table reject")
        data = "" if self.out == Path("data/build") else f" --data {self.out}"
        lines += [
            "",
            "Try next:",
            f"  comity query \"from event_named where dataset = '{self.dataset}' limit 10\"{data}",
            f'  comity query "from {self.dataset}_event limit 10"{data}',
            f"  comity query \"select file, reason, count(*) as n from reject where stage = 'import' group by all\"{data}",
        ]
        return "\n".join(lines)


def _counted(number: int, noun: str) -> str:
    """Return a number with its noun, in the plural but for one."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _line(one: Summary) -> str:
    """Return one file's line of the report."""
    said = (
        f"{one.file} ({one.layout}): {_counted(one.n_read, 'row')} read = {one.n_loaded:,} loaded + {one.n_rejected:,} rejected"
    )
    repairs = "; ".join(f"{kind}: {number:,}" for kind, number in one.repairs.items())
    return f"{said}; repaired: {repairs}" if repairs else said


def _files(given: Sequence[Path]) -> Iterator[Path]:
    """Yield the files, and of folders those whose names end like a file of data, sorted.

    Raises:
        InputError: a path is missing, or a folder holds no such file.
    """
    for path in given:
        if path.is_dir():
            found = sorted(one for one in path.rglob("*") if one.is_file() and one.suffix.lower() in SUFFIXES)
            if not found:
                raise InputError(f"{path} holds no file to import; names end in {', '.join(sorted(SUFFIXES))}.")
            yield from found
        elif path.exists():
            yield path
        else:
            raise InputError(f"{path} does not exist.")
