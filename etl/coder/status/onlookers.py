"""Onlookers: analysts, columnists, traders and people polled, who do nothing of what they speak of."""

from collections.abc import Sequence
from itertools import pairwise

from etl.coder.tree import Tree

ONLOOKERS = frozenset(
    (
        "analyst expert observer economist historian scholar commentator critic strategist pundit professor researcher columnist "
        "academic lecturer sociologist forecaster pollster respondent watcher editorialist futurologist demographer poll survey "
        "thinktank prognosis novelist bookmaker"
    ).split()
)
_MARKET = frozenset({"trader", "dealer", "broker", "investor", "banker"})  # who may do something himself as well
_SCHOLARLY = frozenset({"political", "social"})  # "political scientists"


def is_onlooker(tree: Tree, noun: int, told: int | None = None) -> bool:
    """Whether somebody only looks on: an analyst, "Ivan, a professor", "34 percent of those polled".

    `told` is the verb of what he tells: traders who say that "they" will buy are none.
    """
    titles = tree.kids(noun, "compound", "nmod") if tree.pos[noun] == "PROPN" else []  # "analyst Murat", but not "survey ship"
    parts = [noun, *titles, *tree.kids(noun, "appos")]
    own = told is not None and any(tree.pos[kid] == "PRON" for kid in tree.kids(told, "nsubj"))
    known = ONLOOKERS if own else ONLOOKERS | _MARKET
    if any(tree.lemmas[part].lower() in known for part in parts):
        return True
    if any(tree.lemmas[part] == "scientist" and _scholarly(tree, part) for part in parts):
        return True
    below = tree.subtree(noun)
    return _polled(tree, below) or _thinks(tree, below)


def _scholarly(tree: Tree, noun: int) -> bool:
    return any(tree.words[kid].lower() in _SCHOLARLY for kid in tree.kids(noun, "amod"))


def _polled(tree: Tree, below: Sequence[int]) -> bool:
    """Whether words tell of people who were asked: "34 percent of those polled"."""
    return any(tree.words[token].lower() in {"polled", "surveyed"} for token in below)


def _thinks(tree: Tree, below: Sequence[int]) -> bool:
    """Whether words name a think tank: "the founder of a think tank"."""
    words = [tree.words[token].lower() for token in below]
    return any(one in {"think-tank", "thinktank"} or (one, two) == ("think", "tank") for one, two in pairwise(words))
