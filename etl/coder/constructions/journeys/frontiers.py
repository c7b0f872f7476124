"""Borders: who goes to the border with a country goes to no other country."""

from collections.abc import Sequence

from etl.coder.actors import Actor
from etl.coder.acts import Proto
from etl.coder.naming.asides import MODIFIERS
from etl.coder.tree import Tree

FRONTIERS = frozenset({"border", "frontier", "boundary"})


def goes_to_a_border(tree: Tree, things: Sequence[int]) -> bool:
    """Whether what somebody visits is a border: "visited a section of the U.S.-Mexico border", "toured its border with Peru"."""
    parts = (
        part for thing in things for of in tree.kids(thing, "prep") if tree.lemmas[of] == "of" for part in tree.kids(of, "pobj")
    )
    return any(tree.lemmas[noun] in FRONTIERS for noun in (*things, *parts))


def only_borders(tree: Tree, actor: Actor) -> bool:
    """Whether somebody is named only to say which border is meant: "the U.S.-Mexico border", "the border with Peru"."""
    noun = actor.head
    if not 0 <= noun < len(tree):
        return False
    while tree.deps[noun] in MODIFIERS and tree.lemmas[noun] not in FRONTIERS:
        noun = tree.head[noun]
    if tree.lemmas[noun] in FRONTIERS:
        return True
    prep = tree.head[noun]
    return tree.deps[noun] == "pobj" and tree.lemmas[prep] == "with" and tree.lemmas[tree.head[prep]] in FRONTIERS


def bound_for_a_border(tree: Tree, proto: Proto) -> bool:
    """Whether a journey, made or planned, leads only to a border: "heads to the Lebanese border", "plans a trip to it"."""
    if proto.code not in {"036", "042", "043"}:
        return False
    sides = [actor for actor in (*proto.sources, *proto.targets) if only_borders(tree, actor)]
    # "plans talks on its border with Peru" are talks with Peru
    return any(proto.code != "036" or tree.deps[actor.head] != "pobj" for actor in sides)


def fired_on_at_a_border(tree: Tree, actor: Actor) -> bool:
    """Whether somebody is named only for the border to which another goes: "heads to the Lebanese border after rocket fire"."""
    if not only_borders(tree, actor):
        return False
    above = next((token for token in tree.ancestors(actor.head) if tree.pos[token] == "ADP"), None)
    return above is not None and tree.lemmas[above] in {"to", "at", "near"}
