"""The figures of an evaluation, as a text table and as JSON."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Counts:
    """Hits, false ones and missed ones, and the measures made of them (0 where there is nothing to divide by)."""

    hits: int = 0
    false: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """The share of what was predicted that is right."""
        return self.hits / (self.hits + self.false) if self.hits + self.false else 0.0

    @property
    def recall(self) -> float:
        """The share of what is there that was found."""
        return self.hits / (self.hits + self.missed) if self.hits + self.missed else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        precision, recall = self.precision, self.recall
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0

    def to_json(self) -> dict[str, float | int]:
        """Return counts and measures, the measures to four places."""
        measures = {"precision": round(self.precision, 4), "recall": round(self.recall, 4), "f1": round(self.f1, 4)}
        return {**measures, "hits": self.hits, "false": self.false, "missed": self.missed}


@dataclass(frozen=True, slots=True)
class Interval:
    """Counts with the 95% interval of their F1."""

    counts: Counts
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Stratum:
    """The articles of one stratum: how many, and their counts at three levels."""

    n_articles: int
    dyad: Counts
    root: Counts
    code: Counts


@dataclass(frozen=True, slots=True)
class ErrorCase:
    """One mistake: its article, its class, the directed dyad, and the codes of that dyad on either side."""

    article_id: str
    kind: str
    source: str
    target: str
    gold: tuple[str, ...]
    predicted: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """What `evaluate` found.

    `forbidden`, `false_alarms`, `status` and `dates` are (count, of): dyads coded though forbidden, articles without live
    events in which one was coded, statuses right, dates right.
    """

    n_articles: int
    n_events: int
    levels: Mapping[str, Interval]
    roots: Mapping[str, Counts]
    strata: Mapping[str, Stratum]
    forbidden: tuple[int, int]
    false_alarms: tuple[int, int]
    status: tuple[int, int]
    dates: tuple[int, int]
    error_classes: Mapping[str, int]
    errors: tuple[ErrorCase, ...]

    def to_json(self) -> dict[str, object]:
        """Return everything but the single mistakes, as plain JSON values."""
        return {
            "n_articles": self.n_articles,
            "n_events": self.n_events,
            "levels": {
                name: {**one.counts.to_json(), "f1_low": round(one.low, 4), "f1_high": round(one.high, 4)}
                for name, one in self.levels.items()
            },
            "roots": {root: counts.to_json() for root, counts in self.roots.items()},
            "strata": {
                name: {
                    "n_articles": one.n_articles,
                    "dyad": one.dyad.to_json(),
                    "root": one.root.to_json(),
                    "code": one.code.to_json(),
                }
                for name, one in self.strata.items()
            },
            "forbidden": {"coded": self.forbidden[0], "of": self.forbidden[1]},
            "false_alarms": {"articles": self.false_alarms[0], "of": self.false_alarms[1]},
            "status": {"right": self.status[0], "of": self.status[1]},
            "dates": {"right": self.dates[0], "of": self.dates[1]},
            "error_classes": dict(sorted(self.error_classes.items())),
        }

    def to_text(self, errors: int = 0) -> str:
        """Return the tables as text, with the first `errors` mistakes."""
        rows = [f"{self.n_articles} articles, {self.n_events} labelled events (roots 02-20, happened or announced)", ""]
        rows.append(f"{'level':<12}{'P':>7}{'R':>7}{'F1':>7}   {'95% of F1':<15}{'gold':>6}{'coded':>7}")
        for name, one in self.levels.items():
            interval = f"{one.low:.3f}-{one.high:.3f}"
            counts = one.counts
            totals = f"{counts.hits + counts.missed:>6}{counts.hits + counts.false:>7}"
            rows.append(f"{name:<12}{_measures(counts)}   {interval:<15}{totals}")
        rows += ["", f"{'root':<12}{'P':>7}{'R':>7}{'F1':>7}{'hits':>7}{'false':>7}{'missed':>7}"]
        rows += [
            f"{root:<12}{_measures(counts)}{counts.hits:>7}{counts.false:>7}{counts.missed:>7}"
            for root, counts in self.roots.items()
        ]
        rows += ["", f"{'stratum':<20}{'n':>5}{'dyad F1':>9}{'root P':>8}{'root R':>8}{'root F1':>9}{'false':>7}"]
        for name, stratum in self.strata.items():
            root = stratum.root
            # Where there is nothing to find, only what was coded wrongly says something.
            scores = (stratum.dyad.f1, root.precision, root.recall, root.f1) if root.hits + root.missed else ()
            shown = "".join(f"{score:>{width}.3f}" for score, width in zip(scores, (9, 8, 8, 9), strict=False)) or f"{'-':>34}"
            rows.append(f"{name:<20}{stratum.n_articles:>5}{shown}{root.false:>7}")
        rows += ["", f"forbidden dyads coded: {self.forbidden[0]} of {self.forbidden[1]}"]
        rows.append(f"articles without events in which one was coded: {self.false_alarms[0]} of {self.false_alarms[1]}")
        rows += [f"{name} right: {right} of {of}" for name, (right, of) in (("status", self.status), ("date", self.dates)) if of]
        rows += [f"{kind}: {count}" for kind, count in sorted(self.error_classes.items(), key=lambda pair: (-pair[1], pair[0]))]
        for case in self.errors[:errors]:
            gold, predicted = "|".join(case.gold) or "-", "|".join(case.predicted) or "-"
            rows.append(f"  {case.article_id}  {case.kind}: {case.source} -> {case.target}  gold {gold}  coded {predicted}")
        return "\n".join(rows) + "\n"


@dataclass(frozen=True, slots=True)
class PairReport:
    """What `evaluate_pairs` found: F1 averaged over labels (macro), share right, and counts per label, for three partitions."""

    n_pairs: int
    macro_f1: Mapping[str, float]
    accuracy: Mapping[str, float]
    labels: Mapping[str, Mapping[str, Counts]]

    def to_json(self) -> dict[str, object]:
        """Return the figures as plain JSON values."""
        return {
            "n_pairs": self.n_pairs,
            "macro_f1": {name: round(value, 4) for name, value in self.macro_f1.items()},
            "accuracy": {name: round(value, 4) for name, value in self.accuracy.items()},
            "labels": {name: {label: one.to_json() for label, one in counts.items()} for name, counts in self.labels.items()},
        }

    def to_text(self) -> str:
        """Return the tables as text."""
        rows = [f"{self.n_pairs} pairs", "", f"{'partition':<12}{'macro F1':>10}{'accuracy':>10}"]
        rows += [f"{name:<12}{value:>10.3f}{self.accuracy[name]:>10.3f}" for name, value in self.macro_f1.items()]
        rows += ["", f"{'root':<12}{'P':>7}{'R':>7}{'F1':>7}{'n':>6}"]
        rows += [f"{label:<12}{_measures(one)}{one.hits + one.missed:>6}" for label, one in self.labels["root"].items()]
        return "\n".join(rows) + "\n"


def _measures(counts: Counts) -> str:
    """Return precision, recall and F1 in three columns."""
    return f"{counts.precision:>7.3f}{counts.recall:>7.3f}{counts.f1:>7.3f}"
