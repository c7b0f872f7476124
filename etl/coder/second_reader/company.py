"""Who acts in company: what several joint doers are found to do with each other, all of them do."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import permutations

from etl.coder.actors import Actor
from etl.coder.acts import Act
from etl.coder.tree import Tree

JOINT = frozenset({"03", "04", "05", "06"})
"""Roots that joint doers share with each other: they plan, meet, agree and work together."""
_FEWEST = 3  # two are a pair, of whom each is asked about the other
_LISTING = frozenset({"conj", "appos"})
_HEADED = frozenset({"of", "from", "between", "among"})  # "ministers of Mali, Chad and Niger", "talks between ..."


def companies(tree: Tree, actors: Sequence[Actor]) -> list[tuple[Actor, ...]]:
    """Return the countries that a sentence names together as doers, three or more of them, each once and in their order."""
    groups: dict[int, dict[str, Actor]] = {}
    for actor in actors:
        if actor.start is not None and actor.country is not None and 0 <= actor.head < len(tree):
            top = _top(tree, actor.head)
            if _does(tree, top):
                groups.setdefault(top, {}).setdefault(actor.key, actor)
    return [tuple(group.values()) for group in groups.values() if len(group) >= _FEWEST]


def in_company(groups: Sequence[tuple[Actor, ...]], found: Sequence[Act], taken: AbstractSet[tuple[str, str]]) -> Iterator[Act]:
    """Yield what was not found between two of a company though it was found between most of those who were asked, or of each.

    `taken` are the pairs that an act joins already. The act is the least sure of those found, for it is no surer than that.
    """
    known = set(taken)
    for group in groups:
        inside = {actor.key for actor in group}
        for root in sorted(JOINT):
            shared = [act for act in found if act.code[:2] == root and {act.source.key, act.target.key} <= inside]
            pairs = {(act.source.key, act.target.key) for act in shared}
            most = 2 * len(pairs) >= len(group) * (len(group) - 1)
            each = {key for pair in pairs for key in pair} == inside and len(set(map(frozenset, pairs))) >= len(group) - 1
            if not shared or not (most or each):
                continue
            least = min(shared, key=lambda act: act.confidence or 0.0)
            for source, target in permutations(group, 2):
                if (source.key, target.key) not in known:
                    known.add((source.key, target.key))
                    yield replace(least, source=source, target=target, vote=None)


def _top(tree: Tree, token: int) -> int:
    """Return the head of the list that a token stands in."""
    while tree.deps[token] in _LISTING and tree.head[token] != token:
        token = tree.head[token]
    return token


def _does(tree: Tree, top: int) -> bool:
    """Whether a word, or the noun that it says more of, is who does something."""
    above = top
    if tree.deps[top] == "pobj" and tree.lemmas[tree.head[top]] in _HEADED:
        above = tree.head[tree.head[top]]
    return tree.deps[above] in {"nsubj", "nsubjpass"}
