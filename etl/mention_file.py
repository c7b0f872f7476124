"""The mentions of some articles as one file, without a dataset around it: what `comity code` writes."""

import json
import logging
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import IO, TYPE_CHECKING

from etl.engines.batch import cut
from etl.engines.equipment import Equipment, load_coder
from etl.engines.worker import code_all
from etl.errors import InputError, OutputError
from etl.records import LIVE, Article, CodedArticle, Mention, Reject
from etl.sink import sink
from etl.sources import ReadOptions, read

if TYPE_CHECKING:
    import pyarrow as pa

log = logging.getLogger(__name__)

SUFFIXES = (".jsonl", ".parquet")
MAX_REJECTS_SHOWN = 10


class MentionFile:
    """One run over articles: codes them and writes the rows of table `mention`, batch by batch.

    `all_status` also writes acts that are hypothetical, negated, recalled or alleged. `advance` is told the articles and mentions
    of each batch.
    """

    def __init__(self, *, equipment: Equipment, all_status: bool, advance: Callable[[int, int], None]) -> None:
        self._equipment = equipment
        self._all_status = all_status
        self._advance = advance
        self.n_articles = self.n_mentions = self.n_rejects = 0

    def write(self, paths: Sequence[Path], options: ReadOptions, output: Path | None) -> str:
        """Code the articles of `paths` into `output` (.jsonl or .parquet; None is JSON lines to standard output).

        Returns a sentence with the counts.

        Raises:
            InputError: a path is missing, or not one article could be read.
            OutputError: the output has another suffix, or cannot be written.
        """
        suffix = ".jsonl" if output is None or str(output) == "-" else output.suffix.lower()
        if suffix not in SUFFIXES:
            raise OutputError(f"{output}: the output must end in {' or '.join(SUFFIXES)}.")
        records = read(paths, options)  # raises for a missing path before the coder takes its seconds to load
        with sink(output) as out:
            write = _write_parquet if suffix == ".parquet" else _write_jsonl
            write(self._batches(records), out)
        if not self.n_articles:
            raise InputError(f"No article could be read; {self.n_rejects} records were refused.")
        return f"{self.n_articles:,} articles, {self.n_mentions:,} mentions, {self.n_rejects:,} records refused"

    def _batches(self, records: Iterator[Article | Reject]) -> "Iterator[pa.RecordBatch]":
        """Yield the mentions of each batch of articles as validated rows."""
        import pyarrow as pa

        from etl import load
        from schemas import TABLES, arrow_schema

        coder = load_coder(self._equipment)
        schema = arrow_schema(TABLES["mention"])
        for batch in cut(records):
            results = list(code_all(coder, batch.articles))
            self._report([*batch.rejects, *(result for result in results if isinstance(result, Reject))])
            mentions = [mention for result in results if isinstance(result, CodedArticle) for mention in self._live(result)]
            good, refused = load.split("mention", load.frame(mentions, "mention", coder.version))
            for row in refused.to_dict("records"):
                log.warning("mention %s refused: %s", row["record_id"], row["reason"])
            self.n_articles += len(batch.articles)
            self.n_mentions += len(good)
            self._advance(len(batch.articles), len(good))
            yield from pa.Table.from_pandas(good, schema=schema, preserve_index=False).to_batches()

    def _live(self, coded: CodedArticle) -> list[Mention]:
        """Return the mentions of an article that are wanted."""
        return [mention for mention in coded.mentions if self._all_status or mention.status in LIVE]

    def _report(self, rejects: list[Reject]) -> None:
        """Log refused records, the first few one by one."""
        for reject in rejects:
            self.n_rejects += 1
            if self.n_rejects <= MAX_REJECTS_SHOWN:
                place = reject.file if reject.line is None else f"{reject.file}, line {reject.line}"
                log.warning("%s: %s", place, reject.reason)


def _write_parquet(batches: "Iterator[pa.RecordBatch]", out: IO[bytes]) -> None:
    """Write rows as one Parquet file."""
    from pyarrow.parquet import ParquetWriter

    from etl.parquet import ROW_GROUP_ROWS, regroup
    from schemas import TABLES, arrow_schema

    schema = arrow_schema(TABLES["mention"])
    with ParquetWriter(out, schema, compression="zstd") as writer:
        for group in regroup(batches, schema, ROW_GROUP_ROWS):
            writer.write_table(group)


def _write_jsonl(batches: "Iterator[pa.RecordBatch]", out: IO[bytes]) -> None:
    """Write rows as JSON lines: days and moments in ISO 8601, what is missing as null."""
    for batch in batches:
        for row in batch.to_pylist():
            plain = {name: value.isoformat() if isinstance(value, date | datetime) else value for name, value in row.items()}
            out.write(json.dumps(plain, ensure_ascii=False).encode() + b"\n")
