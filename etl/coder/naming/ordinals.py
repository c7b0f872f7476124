"""Who is meant by "the former" and "the latter": the first and second of two whom the sentence has named side by side."""

from collections.abc import Mapping
from typing import TypeVar

from etl.coder.tree import Tree

T = TypeVar("T")
_PLACE = {"former": 0, "latter": 1}
_WHOLE = frozenset({"nsubj", "nsubjpass", "dobj", "dative", "pobj", "npadvmod", "poss"})
_PLACES = frozenset(_PLACE)


def counted_off(tree: Tree, heads: Mapping[int, list[T]]) -> dict[int, list[T]]:
    """Return by their word whom "the former" and "the latter" mean, where they stand alone: not "the former president"."""
    found: dict[int, list[T]] = {}
    for word in tree.places(_PLACES):
        alone = word > 2 and tree.words[word - 1].lower() == "the" and tree.deps[word] in _WHOLE
        pair = _pair(tree, heads, word) if alone and word not in heads else None
        if pair is not None:
            found[word] = heads[pair[_PLACE[tree.lemmas[word]]]]
    return found


def _pair(tree: Tree, heads: Mapping[int, list[T]], end: int) -> tuple[int, int] | None:
    """Return the last two that are named side by side before a word, and nobody with them."""
    for second in range(end - 1, 0, -1):
        first = tree.head[second]
        if tree.deps[second] == "conj" and first < second and heads.get(first) and heads.get(second):
            return (first, second) if tree.conjuncts(first) == [first, second] and tree.deps[first] != "conj" else None
    return None
