"""The work on one batch: code its articles, write what came out, report the counts. Runs in whichever process an engine chose."""

import hashlib
import logging
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import etl
from etl import paths
from etl.coder.coder import Coder
from etl.engines.batch import Batch
from etl.engines.equipment import Equipment, load_coder
from etl.errors import ComityError
from etl.records import Article, CodedArticle, Reject
from etl.unmatched import write_unmatched

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Job:
    """What a worker must know besides the batch; small and picklable, so it travels to any process.

    `directory` receives one folder per batch, named by `Batch.key` over `cache_key`.
    """

    directory: Path
    equipment: Equipment
    coder_version: str

    @property
    def cache_key(self) -> str:
        """Names all that a coded batch depends on besides its articles: the coder's version, and the code that writes."""
        return f"{self.coder_version}/{code_hash()}"


@dataclass(frozen=True, slots=True)
class BatchReport:
    """What happened to one batch: its folder's name, and how many of its records were read, coded, skipped and refused."""

    key: str
    n_read: int
    n_coded: int
    n_skipped: int
    n_rejected: int
    n_mentions: int


@cache
def code_hash() -> str:
    """Return 16 hex digits over the source of every module that has a part in a coded batch: rows, rejects, unmatched names.

    A release changes the version; between releases it is the code that changes, and a batch coded by other code must not be taken
    for done.
    """
    package = Path(etl.__file__).parent
    modules = [path for _, path in paths.modules_of("coder", "dictionaries", "engines")]
    modules += [package / name for name in ("records.py", "load.py", "parquet.py", "sink.py", "unmatched.py")]
    modules += sorted((package.parent / "schemas").glob("*.py"))
    return hashlib.sha256(b"\0".join(path.read_bytes() for path in modules)).hexdigest()[:16]


def prepare(job: Job) -> None:
    """Load the job's coder ahead of its first batch."""
    load_coder(job.equipment)


def code_batch(job: Job, batch: Batch) -> BatchReport:
    """Code a batch into `job.directory` and return its counts; its folder appears when it is whole.

    Raises:
        ComityError: this process loaded another coder than the job was made for.
    """
    from etl.load import write_batch

    key = batch.key(job.cache_key)
    coder = load_coder(job.equipment)
    if coder.version != job.coder_version:
        raise ComityError("The dictionaries changed while the build ran: build again.")
    results = list(code_all(coder, batch.articles))
    coded = [result for result in results if isinstance(result, CodedArticle)]
    rejects = [*batch.rejects, *(result for result in results if isinstance(result, Reject))]
    write_unmatched(coded, job.directory, key)
    write_batch(coded, rejects, job.directory / key, job.coder_version)
    n_skipped = sum(result.skipped is not None for result in coded)
    return BatchReport(
        key=key,
        n_read=len(batch.articles) + len(batch.rejects),
        n_coded=len(coded) - n_skipped,
        n_skipped=n_skipped,
        n_rejected=len(rejects),
        n_mentions=sum(len(result.mentions) for result in coded),
    )


def code_all(coder: Coder, articles: tuple[Article, ...]) -> Iterator[CodedArticle | Reject]:
    """Code articles; one that the coder fails on becomes a reject that names the failure, and the others go on."""
    try:
        results = list(coder.code(articles))
    except Exception:  # whatever it was, it is found again below and reported with its article
        log.debug("A batch failed as a whole; its articles are coded one by one.", exc_info=True)
    else:
        yield from results
        return
    for article in articles:
        try:
            results = list(coder.code([article]))
        except Exception as error:  # noqa: BLE001 - a fault in the coder costs one article and is seen in `reject`
            log.warning("The coder failed on article %s: %r", article.article_id, error)
            reason = f"coder failed: {type(error).__name__}: {error}"
            yield Reject("code", article.source, None, article.article_id, reason)
        else:
            yield from results
