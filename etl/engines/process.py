"""Coding in a pool of local processes, one batch a task; survives the death of a worker.

Only a window of batches is handed out at a time, so the corpus is never held in memory. A batch that was out when a worker died
is handed out again; since a batch is written under a temporary name and renamed when whole, doing it twice does no harm.
"""

import logging
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from itertools import count, islice

from etl.engines.batch import Batch
from etl.engines.worker import BatchReport, Job, code_batch, prepare
from etl.errors import ComityError

log = logging.getLogger(__name__)

# Enough that no worker waits for the next batch to be read, few enough that memory stays flat.
BATCHES_PER_WORKER = 3
# A worker may die for reasons that are not the batch's (the system ran short of memory); a batch gets three chances.
TRIES = 3


class ProcessEngine:
    """The engine for several workers on one machine.

    `workers` is the number of processes. Each is started afresh (spawn) and loads the coder once.
    """

    def __init__(self, workers: int) -> None:
        self.workers = workers

    def run(self, job: Job, batches: Iterable[Batch]) -> Iterator[BatchReport]:
        """Code the batches and yield a report for each, in the order in which they are done.

        Raises:
            ComityError: a worker died three times over the same batch.
        """
        source = iter(batches)
        out: dict[int, Batch] = {}  # handed out, not yet reported
        numbers = count()
        deaths: dict[int, int] = {}
        while True:
            try:
                yield from self._until_done(job, source, out, numbers)
            except BrokenProcessPool:
                for number in out:
                    deaths[number] = deaths.get(number, 0) + 1
                if lost := [out[number] for number in out if deaths[number] >= TRIES]:
                    first = next((article.article_id for batch in lost for article in batch.articles), "none")
                    raise ComityError(
                        f"A worker process died {TRIES} times over the same batch (first article: {first}). Most often memory "
                        "ran short: try fewer --workers. What was coded is kept; the next run goes on from there."
                    ) from None
                log.warning("A worker process died; its %d batches are handed out again.", len(out))
            else:
                return

    def _until_done(
        self, job: Job, source: Iterator[Batch], out: dict[int, Batch], numbers: Iterator[int]
    ) -> Iterator[BatchReport]:
        """Run one pool until the source is empty, starting with the batches that an earlier pool left in `out`."""
        context = multiprocessing.get_context("spawn")
        pool = ProcessPoolExecutor(self.workers, mp_context=context, initializer=_start, initargs=(prepare, job))
        try:
            running: dict[Future[BatchReport], int] = {pool.submit(code_batch, job, out[number]): number for number in out}
            while True:
                for batch in islice(source, self.workers * BATCHES_PER_WORKER - len(running)):
                    number = next(numbers)
                    out[number] = batch
                    running[pool.submit(code_batch, job, batch)] = number
                if not running:
                    return
                for future in wait(running, return_when=FIRST_COMPLETED).done:
                    report = future.result()
                    del out[running.pop(future)]
                    yield report
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def _start(prepare: Callable[[Job], None], job: Job) -> None:
    """Make a fresh worker ready: it ends with its parent, leaves Ctrl-C to it, and loads the coder."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    prepare(job)


def _end_with_parent() -> None:
    """Wait for the parent's end, then end: a killed build must not leave workers behind."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
