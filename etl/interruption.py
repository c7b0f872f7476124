"""Stopping a long run by Ctrl-C or SIGTERM, so that it closes its workers and says what is kept."""

import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from etl.errors import ComityError

Advance = Callable[[int, int], None]


@contextmanager
def stoppable(out: Path) -> Iterator[Callable[[Advance], Advance]]:
    """Let a run be stopped; yields a wrapper for its `advance`.

    The interrupt is raised where the signal finds the run. Python drops what is raised inside a destructor or a callback of
    foreign code, and would say so at length; the wrapped `advance` raises it again at the end of the batch: no stop is lost.

    Raises:
        ComityError: it was stopped.
    """
    asked: list[int] = []

    def stop(number: int, _frame: object) -> None:
        asked.append(number)
        raise KeyboardInterrupt

    def wrapped(advance: Advance) -> Advance:
        def watched(n_articles: int, n_mentions: int) -> None:
            if asked:
                raise KeyboardInterrupt
            advance(n_articles, n_mentions)

        return watched

    usual = sys.unraisablehook

    def dropped(what: "sys.UnraisableHookArgs") -> None:
        if not (asked and isinstance(what.exc_value, KeyboardInterrupt)):
            usual(what)

    sys.unraisablehook = dropped
    before = [signal.signal(number, stop) for number in (signal.SIGTERM, signal.SIGINT)]
    try:
        yield wrapped
    except KeyboardInterrupt:
        raise ComityError(
            f"Stopped. The batches that were finished are kept in {out}; the same command goes on from there."
        ) from None
    finally:
        sys.unraisablehook = usual
        for number, handler in zip((signal.SIGTERM, signal.SIGINT), before, strict=True):
            signal.signal(number, handler)
