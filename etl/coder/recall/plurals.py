"""Plurals that name nobody, so that "they" behind them is nobody either: "our allies", "Arab states in the region"."""

from collections.abc import Callable, Collection

from etl.coder.actors import Cast
from etl.coder.tree import Tree

HEARERS = frozenset({"reporter", "journalist", "newsman", "correspondent"})  # "told reporters they had agreed"
_STATES = frozenset({"country", "nation", "state", "government", "neighbour", "neighbor", "partner", "ally"})
_POINTING = frozenset({"the", "these", "those", "both"})

PointsBack = Callable[[int], bool]
"""Whether the phrase that ends at a token points back to somebody: "the two sides"."""


def people_of_nobody(tree: Tree, cast: Cast, token: int, roles: Collection[tuple[str, ...]], points_back: PointsBack) -> bool:
    """Whether the last people before "they" or "them" are no party: "accused of betraying our allies, belittling them"."""
    people = [noun for noun in range(token) if tree.tags[noun] == "NNS" and (tree.lemmas[noun],) in roles]
    people = [noun for noun in people if tree.lemmas[noun] not in HEARERS]
    return bool(people) and tree.deps[token] != "poss" and not cast.heads.get(people[-1]) and not points_back(people[-1])


def unnamed_states(tree: Tree, cast: Cast, token: int, points_back: PointsBack) -> bool:
    """Whether it is countries that nothing names: "called on Arab states to take them in and sought their help"."""
    states = [noun for noun in range(token) if tree.tags[noun] == "NNS" and tree.lemmas[noun] in _STATES]
    if not states or tree.deps[states[-1]] not in {"dobj", "pobj"}:
        return False
    last = states[-1]
    named = any(last < actor.head < token for actor in cast.all()) or cast.heads.get(last) or points_back(last)
    told = tree.kids(last, "appos", "nummod") or any(tree.words[det].lower() in _POINTING for det in tree.kids(last, "det"))
    return not named and not told
