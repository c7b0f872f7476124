"""The straight line from articles to a dataset: read, cut, code, merge, check, report. No logic: each step knows its own."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from etl import __version__
from etl.batches import BatchFolder
from etl.engines import choose
from etl.engines.batch import cut
from etl.engines.equipment import Equipment, load_coder
from etl.engines.worker import Job
from etl.report import RunReport
from etl.sources import ReadOptions, read


def _silent(articles: int, mentions: int) -> None:
    """Take the counts of a batch and say nothing."""


@dataclass(frozen=True, slots=True)
class Build:
    """One build: which articles, how they are read, where the dataset goes, and with what it is coded.

    `out` receives the tables and, in `out/batches`, what is coded already, so that the next build codes only what is new.
    """

    articles: Sequence[Path]
    options: ReadOptions = field(default_factory=ReadOptions)
    out: Path = Path("data/build")
    workers: int = 1
    equipment: Equipment = field(default_factory=Equipment)

    def run(self, advance: Callable[[int, int], None] = _silent) -> RunReport:
        """Build the dataset and return the report; `advance` is told the articles and mentions of each batch as it is done.

        Raises:
            InputError: a path is missing or unreadable as a whole, or not one article could be read.
            DictionaryError: a dictionary breaks its rules.
            OutputError: the folder cannot be written, is not ours, or is in use.
            CheckError: a check of sql/checks found bad rows in what was built.
        """
        records = read(self.articles, self.options)
        with BatchFolder(self.out) as folder:
            coder = load_coder(self.equipment)
            job = Job(folder.directory, self.equipment, coder.version)
            for batch in choose(self.workers).run(job, folder.missing(cut(records), job.cache_key)):
                advance(batch.n_read, batch.n_mentions)
            folder.discard_others()

            from etl.datasets.store import restore_rejects
            from etl.merge import BuildInfo, merge
            from etl.views import connect, run_checks

            info = BuildInfo(
                version=__version__,
                coder_version=coder.version,
                dictionary_version=coder.lexicon.version,
                dictionary_hashes=coder.lexicon.hashes,
                parser=coder.parser.version,
                model_hash=coder.model_version,
                inputs=[path.name for path in self.articles],
            )
            counts = merge(folder.directory, self.out, info, self.equipment.dictionaries)
            restore_rejects(self.out)
            with connect(self.out, commented=False) as connection:
                run_checks(connection)
                return RunReport.read(connection, self.out, counts, folder.n_coded_anew, folder.n_reused)
