"""Who does it to whom where two lists are read side by side: "Oman and Fiji sued Peru and Chad respectively"."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from etl.coder.actors import Actor
from etl.coder.acts import Proto
from etl.coder.tree import Tree

_MARK = frozenset({"respectively"})


def paired(tree: Tree, proto: Proto) -> Iterator[Proto]:
    """Yield an act once for each pair where "respectively" tells that the first does it to the first, the second to the second.

    Lists of unequal length are of something else ("expelled diplomats of Peru and Chad, two and three respectively").
    """
    doers, others = _in_order(proto.sources), _in_order(proto.targets)
    keys = {actor.key for actor in (*doers, *others)}
    if len(doers) < 2 or len(doers) != len(others) or len(keys) < 2 * len(doers) or not _side_by_side(tree, proto.trigger):
        yield proto
        return
    for doer, other in zip(doers, others, strict=True):
        yield replace(proto, sources=(doer,), targets=(other,))


def _in_order(actors: Iterable[Actor]) -> list[Actor]:
    """Return one actor of each country in order of the words; those before one noun stand as they were read."""
    first: dict[str, Actor] = {}
    for actor in sorted(actors, key=lambda one: one.head):
        first.setdefault(actor.key, actor)
    return list(first.values())


def _side_by_side(tree: Tree, trigger: int) -> bool:
    """Whether the clause of an act says "respectively"."""
    marks = tree.places(_MARK)
    if not marks:
        return False
    verbs = tree.verbal()
    clause = next((token for token in tree.upward(trigger) if verbs[token]), trigger)
    return any(clause in tree.upward(mark) and not _in_another_clause(tree, mark, clause) for mark in marks)


def _in_another_clause(tree: Tree, mark: int, clause: int) -> bool:
    """Whether a word stands in a clause of its own below another: "Oman and Fiji, whose men left Peru and Chad respectively"."""
    way = tree.path(mark, clause) - {clause}
    return any(tree.deps[token] in {"relcl", "acl", "advcl", "ccomp"} for token in way)
