"""What a thing is called: "called the visit a provocative act by Japan" calls it provocative, and Japan's."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING

from etl.coder.actors import Actor
from etl.coder.recall.deeds import LOOSE
from etl.coder.tree import Tree

if TYPE_CHECKING:
    from etl.coder.sides.filling import Filling

_DEEDS = LOOSE | frozenset(
    "deed practice tactic attitude stance approach attempt effort campaign manner way word speech claim accusation".split(" ")
)


def worded(tree: Tree, nouns: Sequence[int]) -> list[int]:
    """Return the adjectives that say of what sort a deed is: "a provocative act", "hostile steps"."""
    return [word for noun in nouns if tree.lemmas[noun] in _DEEDS for word in tree.kids(noun, "amod") if tree.pos[word] == "ADJ"]


def judged_as(filling: "Filling", verb: int) -> list[int]:
    """Return the adjectives behind "as": "described the move as reckless", "described the visit as a reckless act"."""
    tree = filling.tree
    behind = [
        prep
        for holder in (verb, *filling.grammar.objects(verb))
        for prep in tree.kids(holder, "prep")
        if tree.lemmas[prep] == "as"
    ]
    bare = [word for prep in behind for word in tree.kids(prep, "amod", "acomp", "pcomp") if tree.pos[word] == "ADJ"]
    return bare + worded(tree, [noun for prep in behind for noun in tree.kids(prep, "pobj")])


def done_by(filling: "Filling", words: Sequence[int], doers: AbstractSet[str]) -> list[Actor]:
    """Return whose deed it is that is called names: "an Iranian act of terror", "unfriendly steps by Bonn"."""
    tree, grammar = filling.tree, filling.grammar
    deeds = [tree.head[tree.head[word]] for word in words if tree.deps[word] == "pobj"]
    deeds += [tree.head[word] for word in words if tree.deps[word] == "amod"]
    owners = [actor for deed in (*words, *deeds) for actor in grammar.possessors(deed)]
    owners = owners or [actor for deed in deeds for actor in filling.fill(deed, ("by", "of", "from"))]
    if not owners:  # the parser may hang "by" on the verb
        preps = [
            prep for deed in deeds for prep in tree.kids(tree.head[deed], "prep") if prep > deed and tree.lemmas[prep] == "by"
        ]
        owners = filling.named([noun for prep in preps for noun in tree.kids(prep, "pobj")])
    return [actor for actor in owners if actor.key not in doers]
