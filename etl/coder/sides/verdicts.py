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


_PLAYED = frozenset({"victim", "fire", "dirty", "hardball", "trick", "innocent"})
_TITLES = frozenset({"right", "standing", "authority", "business", "credibility", "qualification", "moral"})


def unfit(tree: Tree, clause: int) -> bool:
    """Whether a clause says of somebody that it is not for him to judge, or that he plays foul.

    "Had no right to lecture others", "was in no position to", "lacks the credibility to", "was playing the victim".
    """
    lemma, things = tree.lemmas[clause], tree.kids(clause, "dobj")
    if lemma == "play":
        toys = [noun for prep in tree.kids(clause, "prep") if tree.lemmas[prep] == "with" for noun in tree.kids(prep, "pobj")]
        return any(tree.lemmas[thing] in _PLAYED for thing in (*things, *toys))
    if lemma in {"have", "lack"}:
        titles = [thing for thing in things if tree.lemmas[thing] in _TITLES]
        without = lemma == "lack" or any(tree.words[det].lower() == "no" for thing in titles for det in tree.kids(thing, "det"))
        return bool(titles) and without
    if lemma == "be":
        inside = [noun for prep in tree.kids(clause, "prep") if tree.lemmas[prep] == "in" for noun in tree.kids(prep, "pobj")]
        places = [noun for noun in inside if tree.lemmas[noun] in {"position", "place"}]
        return any(tree.words[det].lower() == "no" for noun in places for det in tree.kids(noun, "det"))
    return False


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
