"""What a long run says while it runs, on standard error: a live line on a terminal, a plain line every few seconds elsewhere."""

import sys
import time
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from etl.report import counted

SECONDS_BETWEEN_LINES = 15.0


class RunProgress:
    """Counts of a run, shown as they grow.

    The number of articles is not known before the last is read, so the bar moves without an end.
    """

    def __init__(self, verb: str = "coding") -> None:
        self.verb = verb
        self.n_articles = 0
        self.n_mentions = 0
        self._began = time.monotonic()
        self._last = self._began
        self._live: Progress | None = None
        console = Console(stderr=True)
        if console.is_terminal:
            columns = (
                TextColumn("{task.description}"),
                BarColumn(bar_width=30),
                TextColumn("{task.fields[counts]}"),
                TimeElapsedColumn(),
            )
            self._live = Progress(*columns, console=console, transient=True)
            self._task = self._live.add_task(verb, total=None, counts="")

    def __enter__(self) -> Self:
        """Start showing."""
        if self._live:
            self._live.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Stop showing."""
        if self._live:
            self._live.stop()

    def advance(self, articles: int, mentions: int) -> None:
        """Add to the counts, and show them if it is time."""
        self.n_articles += articles
        self.n_mentions += mentions
        now = time.monotonic()
        if self._live:
            self._live.update(self._task, counts=self.counts)
        elif now - self._last >= SECONDS_BETWEEN_LINES:
            self._last = now
            sys.stderr.write(f"{self.verb}: {self.counts}, {now - self._began:.0f} s\n")

    @property
    def counts(self) -> str:
        """The counts as words."""
        return f"{counted(self.n_articles, 'article')}, {counted(self.n_mentions, 'mention')}"
