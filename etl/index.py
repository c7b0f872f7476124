"""`comity index`: one dyad's series of a named index, with gaps, trailing means, excess and, where asked, bootstrap intervals.

The work is that of the macros `index_series` and `index_interval` in sql/macros; this module asks them, and says what is wrong
with a question before DuckDB does.
"""

from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

from etl.chart import CONFLICT_COLOUR, COOPERATION_COLOUR, check_chart, drawing
from etl.dyad import Dyad, Period
from etl.errors import QueryError
from etl.query import check_dataset
from schemas.event import OWN

if TYPE_CHECKING:
    import duckdb

UNITS = ("day", "week", "month", "year")
REPLICATES = 500

FORMULAS_SQL = "select index_name, index_version, measured_in, lowest, highest, meaning, used_by from index_formulas()"


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of `index_series`: which index, in periods of which unit, over which days, of which dataset, how counted.

    `scores` is `own` (the scores that stand in `event`) or a scheme of `score_table`; `replicates` is the number of bootstrap
    samples that intervals are taken from, 0 for none.
    """

    index: str = "net_cooperation"
    unit: str = "month"
    period: Period = field(default_factory=Period)
    dataset: str = OWN
    scores: str = "own"
    actors: str = "all"
    weighting: str = "event"
    replicates: int = 0


@dataclass(frozen=True, slots=True)
class Series:
    """A question about two countries that are known to be countries."""

    dyad: Dyad
    question: Question

    @classmethod
    def ask(cls, connection: "duckdb.DuckDBPyConnection", source: str, target: str, question: Question) -> "Series":
        """Check a question against a built dataset.

        Raises:
            QueryError: a code is no country's or both are the same; there is no such index or dataset; intervals are asked of an
                index that has none.
        """
        families = dict(connection.execute("select index_name, family from index_formulas()").fetchall())
        if question.index not in families:
            near = get_close_matches(question.index, families, n=1, cutoff=0.5)
            hint = f" Did you mean {near[0]}?" if near else ""
            raise QueryError(f"There is no index {question.index!r}.{hint} There are: {', '.join(families)}.")
        if question.replicates and families[question.index] == "volume":
            raise QueryError(f"There are no intervals for {question.index}: its denominator is not drawn anew with the stories.")
        check_dataset(connection, question.dataset)
        return cls(Dyad.read(connection, source, target, question.period), question)

    def sql(self) -> str:
        """Return the SQL that gives the series, one row for each period."""
        trailing = "series.mean_7_days, series.mean_30_days, series.mean_90_days, " if self.question.unit == "day" else ""
        bounds, joined = "", ""
        if self.question.replicates:
            bounds = "bounds.low, bounds.high, bounds.n_stories, "
            replicates = f", replicates := {self.question.replicates:d}"
            joined = f"left join index_interval({self._arguments()}{replicates}) as bounds using (period_start)"
        return (
            f"select series.period_start, series.value, {bounds}series.n_events, series.n_days_read, series.n_days, "
            f"series.is_gap, {trailing}series.baseline_mean, series.excess "
            f"from index_series({self._arguments()}) as series {joined} order by series.period_start"
        )

    def _arguments(self) -> str:
        """Return the arguments that both macros take. All are checked before or of our own making, so none can end a literal."""
        asked = self.question
        since, until = (f"date '{day}'" if day else "null" for day in (asked.period.since, asked.period.until))
        named = {"in_dataset": asked.dataset, "scores": asked.scores}
        named |= {"between_actors": asked.actors, "weighed_by": asked.weighting}
        options = ", ".join(f"{name} := '{value}'" for name, value in named.items())
        return f"'{self.dyad.source}', '{self.dyad.target}', '{asked.index}', '{asked.unit}', {since}, {until}, {options}"

    def draw(self, connection: "duckdb.DuckDBPyConnection", path: Path) -> None:
        """Draw the series as a line that breaks at gaps, with its intervals as a band where the question asks for them.

        Raises:
            QueryError: there is nothing to draw.
            OutputError: the suffix is neither .svg nor .png, or the file cannot be written.
        """
        check_chart(path)
        shown = "period_start, value, low, high" if self.question.replicates else "period_start, value, null, null"
        rows = connection.execute(f"select {shown} from ({self.sql()}) where value is not null or is_gap").fetchall()
        if not any(value is not None for _, value, _, _ in rows):
            raise QueryError(f"{self.dyad.source} -> {self.dyad.target} has no value of {self.question.index}: nothing to draw.")
        days, values, lows, highs = zip(*rows, strict=True)
        known = [[float("nan") if value is None else value for value in column] for column in (values, lows, highs)]
        with drawing(path, 10, 4, without=("top", "right")) as figure:
            axes = figure.subplots()
            axes.plot(days, known[0], color=COOPERATION_COLOUR, marker="o", markersize=3, linewidth=1.2)
            if self.question.replicates:
                axes.fill_between(days, known[1], known[2], color=COOPERATION_COLOUR, alpha=0.2, linewidth=0)
            axes.axhline(0, color=CONFLICT_COLOUR, linewidth=0.6)
            arrow = "\N{RIGHTWARDS ARROW}"
            axes.set_title(f"{self.dyad.source_name} {arrow} {self.dyad.target_name}", loc="left", fontweight="bold")
            axes.set_ylabel(f"{self.question.index.replace('_', ' ')} by {self.question.unit}")
