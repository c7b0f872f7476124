"""How the coding step is spread: in this process, or over a pool of them.

An engine is anything with `run(job, batches) -> reports`. Batches go in as a stream and come out coded, each in a folder of its
own; what an engine does not do is decide what is coded, or in which order the results are read.
"""

from collections.abc import Iterable, Iterator
from typing import Protocol

from etl.engines.batch import Batch
from etl.engines.process import ProcessEngine
from etl.engines.serial import SerialEngine
from etl.engines.worker import BatchReport, Job


class Engine(Protocol):
    """What every engine can do."""

    def run(self, job: Job, batches: Iterable[Batch]) -> Iterator[BatchReport]:
        """Code the batches into `job.directory` and yield one report for each, in any order."""
        ...


def choose(workers: int) -> Engine:
    """Return the engine for this many workers."""
    return SerialEngine() if workers == 1 else ProcessEngine(workers)
