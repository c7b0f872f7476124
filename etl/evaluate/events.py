"""The measure for events found in articles: sets per article, counted over all articles.

An article's live events (roots 02-20, status happened or announced) are compared as sets at five levels, from the bare dyad to
the full code. A prediction that bears the `alt` code of a labelled act counts as that act. Root 01 and self-dyads are left out
of the predictions. So are bodies (UNO, EUR ...), which have no country, where a gold set labels none: then nobody looked for
them. Predictions for articles without labels are ignored.
"""

import random
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache

from etl import paths
from etl.dictionaries.actors import COUNTRY_COLUMNS
from etl.dictionaries.rows import read_rows
from etl.evaluate.gold import ROOTS, GoldItem, Prediction
from etl.evaluate.report import Counts, ErrorCase, Interval, Report, Stratum
from etl.records import LIVE

Triple = tuple[str, str, str]
BOOTSTRAPS = 1000

# Quad class by root: 1 verbal and 2 material cooperation, 3 verbal and 4 material conflict. Score tables disagree on roots 09 and
# 14; for measuring, an investigation is verbal conflict and a protest material conflict.
QUAD = {root: 1 + (root > "05") + (root > "08") + (root > "13") for root in ROOTS if root != "01"}


def evaluate(gold: Sequence[GoldItem], predictions: Mapping[str, Sequence[Prediction]], *, seed: int = 0) -> Report:
    """Score predictions against gold.

    Intervals are the 2.5th and 97.5th percentile of F1 over 1,000 resamples of the articles with replacement; the same seed
    gives the same interval. Status and date are judged on every labelled act, live or not, for which there is a prediction of
    the same dyad and root: give predictions of every status for the figure to mean much.
    """
    countries = known_countries()
    bodies = any(side not in countries for item in gold for event in item.events for side in (event.source, event.target))
    matched = [
        _Article(item, [one for one in predictions.get(item.id, ()) if bodies or {one.source, one.target} <= countries])
        for item in gold
    ]
    per_article = {level: [article.counts(level) for article in matched] for level in LEVELS}
    strata: dict[str, list[int]] = {}
    for index, item in enumerate(gold):
        strata.setdefault(item.stratum, []).append(index)
    errors = [case for article in matched for case in article.errors()]
    return Report(
        n_articles=len(gold),
        n_events=sum(len(article.gold) for article in matched),
        levels={level: Interval(_total(counts), *_interval(counts, seed)) for level, counts in per_article.items()},
        roots={root: total for root in ROOTS if (total := _total(article.root_counts(root) for article in matched)) != Counts()},
        strata={
            name: Stratum(len(held), *(_total(per_article[level][index] for index in held) for level in ("dyad", "root", "code")))
            for name, held in sorted(strata.items())
        },
        forbidden=(sum(len(article.forbidden_hits()) for article in matched), sum(len(item.forbidden) for item in gold)),
        false_alarms=(
            sum(bool(article.predicted) for article in matched if not article.gold),
            sum(not article.gold for article in matched),
        ),
        status=_sum_pairs(article.status_accuracy() for article in matched),
        dates=_sum_pairs(article.date_accuracy() for article in matched),
        error_classes=dict(Counter(case.kind for case in errors)),
        errors=tuple(errors),
    )


def _dyad(event: Triple) -> tuple[str, ...]:
    return event[:2]


def _undirected(event: Triple) -> tuple[str, ...]:
    return tuple(sorted(event[:2]))


def _quad(event: Triple) -> tuple[str, ...]:
    return (*event[:2], str(QUAD[event[2][:2]]))


def _root(event: Triple) -> tuple[str, ...]:
    return (*event[:2], event[2][:2])


def _code(event: Triple) -> tuple[str, ...]:
    return event


@cache
def known_countries() -> frozenset[str]:
    """Return the codes of all countries, ISO 3166-1 alpha-3 and XKX."""
    return frozenset(row["iso3"] for row in read_rows(paths.DICTIONARIES / "countries.csv", COUNTRY_COLUMNS))


LEVELS: Mapping[str, Callable[[Triple], tuple[str, ...]]] = {
    "dyad": _dyad,
    "undirected": _undirected,
    "quad": _quad,
    "root": _root,
    "code": _code,
}


class _Article:
    """One article's labels beside its predictions, ready to be counted at any level."""

    def __init__(self, item: GoldItem, predictions: Iterable[Prediction]) -> None:
        self.item = item
        self.gold: list[Triple] = [
            (event.source, event.target, event.code) for event in item.events if event.status in LIVE and event.code[:2] in QUAD
        ]
        # A later act overrides an earlier one with the same alternative; acts that are not live lend theirs too.
        self.alternatives: dict[Triple, Triple] = {
            (event.source, event.target, event.alt): (event.source, event.target, event.code)
            for event in item.events
            if event.alt
        }
        self.all_predictions = [one for one in predictions if one.source and one.target and one.source != one.target]
        coded = [
            (one.source or "", one.target or "", one.code)
            for one in self.all_predictions
            if one.status in LIVE and one.code[:2] in QUAD
        ]
        named = [self.alternatives.get(event, event) for event in coded]
        # What is as good as a labelled statement (root 01) is neither right nor wrong.
        self.predicted: list[Triple] = [event for event in named if event[2][:2] in QUAD]

    def sets(self, level: str) -> tuple[set[tuple[str, ...]], set[tuple[str, ...]]]:
        """Return gold and predictions as sets at a level; at the root level the root of an alternative is as good."""
        key = LEVELS[level]
        gold, predicted = {key(event) for event in self.gold}, {key(event) for event in self.predicted}
        if level == "root":
            same = {_root(alternative): _root(event) for alternative, event in self.alternatives.items()}
            predicted = {event if event in gold else same.get(event, event) for event in predicted}
        return gold, predicted

    def counts(self, level: str) -> Counts:
        """Count hits, false ones and missed ones."""
        gold, predicted = self.sets(level)
        return Counts(len(gold & predicted), len(predicted - gold), len(gold - predicted))

    def root_counts(self, root: str) -> Counts:
        """Count as `counts("root")` does, within one root."""
        gold, predicted = ({event for event in events if event[2] == root} for events in self.sets("root"))
        return Counts(len(gold & predicted), len(predicted - gold), len(gold - predicted))

    def forbidden_hits(self) -> set[tuple[str, ...]]:
        """Return the forbidden dyads that were coded."""
        return self.sets("dyad")[1] & self.item.forbidden

    def _pairs(self) -> list[tuple[str, str | None, Prediction]]:
        """Return each labelled act's status and date with its best prediction: same code before same root, each used once."""
        free, pairs = list(self.all_predictions), []
        for event in self.item.events:
            if event.code[:2] not in QUAD:
                continue
            codes = {event.code, event.alt or event.code}
            same_dyad = [one for one in free if (one.source, one.target) == (event.source, event.target)]
            near = [one for one in same_dyad if one.code[:2] in {code[:2] for code in codes}]
            if near:
                best = max(near, key=lambda one: (one.code in codes, one.status == event.status))
                free.remove(best)
                pairs.append((event.status, event.date, best))
        return pairs

    def status_accuracy(self) -> tuple[int, int]:
        """Return how many matched acts have the right status, and how many were matched."""
        pairs = self._pairs()
        return sum(status == one.status for status, _, one in pairs), len(pairs)

    def date_accuracy(self) -> tuple[int, int]:
        """Return how many matched acts with a labelled date have it right, to the label's precision, and how many there are."""
        dated = [(day, one.date or "") for _, day, one in self._pairs() if day]
        return sum(found.startswith(day) for day, found in dated), len(dated)

    def errors(self) -> list[ErrorCase]:
        """Name each mistake once, by the coarsest thing that is wrong: dyad, direction, status, root, then code."""
        gold, predicted = self.sets("code")
        gold_dyads, predicted_dyads = {event[:2] for event in gold}, {event[:2] for event in predicted}
        other_gold = {(event.source, event.target) for event in self.item.events if event.status not in LIVE}
        other_predicted = {(one.source, one.target) for one in self.all_predictions if one.status not in LIVE}
        missed, false = gold_dyads - predicted_dyads, predicted_dyads - gold_dyads
        turned = {dyad for dyad in missed if dyad[::-1] in false}
        found = [
            ("wrong direction" if dyad in turned else "wrong status" if dyad in other_predicted else "missed dyad", dyad)
            for dyad in sorted(missed)
        ]
        found += [
            ("wrong status" if dyad in other_gold else "false dyad", dyad) for dyad in sorted(false) if dyad[::-1] not in turned
        ]
        root_gold, root_predicted = self.sets("root")
        for dyad in sorted(gold_dyads & predicted_dyads):
            if {event for event in root_gold ^ root_predicted if event[:2] == dyad}:
                found.append(("wrong root", dyad))
            elif {event for event in gold ^ predicted if event[:2] == dyad}:
                found.append(("wrong code", dyad))
        return [
            ErrorCase(self.item.id, kind, dyad[0], dyad[1], _codes(gold, dyad), _codes(predicted, dyad)) for kind, dyad in found
        ]


def _codes(events: set[tuple[str, ...]], dyad: tuple[str, ...]) -> tuple[str, ...]:
    """Return the codes of a dyad, sorted."""
    return tuple(sorted(event[2] for event in events if event[:2] == dyad))


def _total(counts: Iterable[Counts]) -> Counts:
    """Add counts up."""
    columns = list(zip(*((one.hits, one.false, one.missed) for one in counts), strict=True))
    return Counts(*map(sum, columns)) if columns else Counts()


def _sum_pairs(pairs: Iterable[tuple[int, int]]) -> tuple[int, int]:
    """Add (right, of) pairs up."""
    held = list(pairs)
    return sum(right for right, _ in held), sum(of for _, of in held)


def _interval(counts: Sequence[Counts], seed: int) -> tuple[float, float]:
    """Return the 95% interval of F1 by resampling articles."""
    draw = random.Random(seed)  # noqa: S311 (statistics, not secrets)
    scores = sorted(_total(draw.choice(counts) for _ in counts).f1 for _ in range(BOOTSTRAPS))
    return scores[BOOTSTRAPS * 25 // 1000], scores[BOOTSTRAPS * 975 // 1000 - 1]
