"""Errands: what somebody has come or left for is no second act beside the journey ("flew to Hanoi for talks with Lam")."""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from etl.coder.acts import VISITS, Act
from etl.coder.days.almanac import MONTHS, WEEKDAYS
from etl.coder.tree import Tree

_AHEAD = "036"
_DAYS = frozenset(WEEKDAYS) | frozenset(MONTHS) | {"tomorrow", "today", "tonight", "week", "month"}


def without_errands(acts: Sequence[Act], tree: Tree) -> Iterator[Act]:
    """Yield the acts of a sentence without the talks that a journey of the same two, told as made, is for.

    Of 24 such journeys in our gold none is labelled with the talks as well. Talks that have their own day are still to come.
    """
    made = {(act.trigger, frozenset({act.source.key, act.target.key})) for act in acts if _is_made(act)}
    for act in acts:
        pair = frozenset({act.source.key, act.target.key})
        above = tree.ancestors(act.trigger)
        trips = [verb for verb in above if (verb, pair) in made] if act.code == _AHEAD and act.status == "announced" else []
        if not any(_is_for(tree, verb, act.trigger) for verb in trips):
            yield act


def _is_made(act: Act) -> bool:
    return act.code in VISITS and act.status == "happened"


def _is_for(tree: Tree, journey: int, trigger: int) -> bool:
    """Whether an act is what a journey is for, by one purpose and without days of both."""
    path = [trigger, *takewhile(lambda token: token != journey, tree.ancestors(trigger))]
    top = path[-1]
    infinitive = tree.deps[top] in {"advcl", "xcomp", "acl"} and tree.is_infinitive(top)
    purpose = infinitive or (tree.deps[top] == "prep" and tree.lemmas[top] == "for")
    clauses = sum(tree.pos[token] == "VERB" for token in path)
    days = [token for token in range(journey, len(tree)) if tree.words[token].lower() in _DAYS]
    both = any(day < trigger for day in days) and any(day > trigger for day in days)
    return purpose and clauses <= 1 and trigger > journey and not both
