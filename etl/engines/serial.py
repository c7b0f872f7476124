"""Coding in the calling process, one batch after the other."""

from collections.abc import Iterable, Iterator

from etl.engines.batch import Batch
from etl.engines.worker import BatchReport, Job, code_batch


class SerialEngine:
    """The engine for one worker: nothing to start, nothing to lose."""

    def run(self, job: Job, batches: Iterable[Batch]) -> Iterator[BatchReport]:
        """Code each batch in turn and yield its report."""
        for batch in batches:
            yield code_batch(job, batch)
