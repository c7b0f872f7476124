"""Private crime: victims whose murder is looked into, robbers, and quarrels at home; no state does anything in it."""

from collections.abc import Iterator
from dataclasses import replace

from etl.coder.actors import Actor
from etl.coder.acts import Proto
from etl.coder.recall.memory import staged
from etl.coder.tree import Tree

_DEATHS = frozenset(
    "murder killing death disappearance rape stabbing shooting kidnapping abduction drowning poisoning".split(" ")
)
_ROBBING = frozenset(
    "rob mug robber mugger thief burglar carjacker robbery mugging rape rapist pickpocket burgle carjack".split(" ")
)
_KIN = frozenset(
    "wife husband ex-wife ex-husband girlfriend boyfriend partner fiancee spouse daughter son mother father sister brother".split(
        " "
    )
)
_TELLING = frozenset({"say", "report", "tell", "announce", "confirm", "add"})


def victims(tree: Tree) -> Iterator[int]:
    """Yield those whose death is only a matter of police: "the murder of a German tourist", "a nun's killing"."""
    for noun in (noun for noun in tree.places(_DEATHS) if tree.pos[noun] == "NOUN"):
        heads = [part for prep in tree.kids(noun, "prep") if tree.lemmas[prep] == "of" for part in tree.kids(prep, "pobj")]
        for head in (*heads, *tree.kids(noun, "poss")):
            yield from tree.conjuncts(head)


def only_victim(tree: Tree, actor: Actor) -> bool:
    """Whether somebody is only whose death is looked into."""
    return any(actor.head in {head, *tree.kids(head, "amod", "compound", "nmod")} for head in victims(tree))


def private(tree: Tree, trigger: int, doer: Actor) -> bool:
    """Whether an assault is done at home or for gain, and the one who did it is only where it was, or tells of it."""
    harmed = [*tree.kids(trigger, "dobj"), *tree.kids(trigger, "nsubjpass")]
    if any(tree.lemmas[one] in _KIN and tree.kids(one, "poss") for one in harmed):
        return True
    about = tree.places(_ROBBING)
    return bool(about) and (doer.basis in {"home", "city", "capital"} or staged(tree, doer) or tells(tree, doer))


def unsolved(tree: Tree, doer: Actor, victim: Actor) -> bool:
    """Whether a country is only where somebody's people came to harm by nobody's hand: "three Chinese killed in Pakistan".

    Who is harmed in uniform is taken to be harmed by those who fight there.
    """
    if victim.role == "MIL" or victim.country is None or doer.head < 0:
        return False
    site = doer.head
    while tree.deps[site] in {"poss", "compound", "nmod", "appos", "npadvmod"} and tree.head[site] != site:
        site = tree.head[site]  # "in China's Suzhou", "near Pakistan's Karachi airport"
    return tree.deps[site] == "pobj" and tree.lemmas[tree.head[site]] in _SITES


_SITES = frozenset({"in", "at", "near", "off", "outside", "on", "around"})


def tells(tree: Tree, doer: Actor) -> bool:
    """Whether somebody is who reports what a sentence is about: "..., Peru's navy said"."""
    above = [doer.head, *tree.ancestors(doer.head)]
    return any(
        tree.deps[token] == "nsubj" and tree.lemmas[tree.head[token]] in _TELLING
        for token in above
        if tree.pos[token] in {"NOUN", "PROPN", "ADJ"}
    )


def of_state(tree: Tree, proto: Proto) -> Proto:
    """Return an inquiry without the victim of what is inquired into, an assault without whose country it only was in."""
    root = proto.code[:2]
    if root == "09":
        return replace(proto, targets=tuple(actor for actor in proto.targets if not only_victim(tree, actor)))
    if root == "18":
        return replace(proto, sources=tuple(one for one in proto.sources if not private(tree, proto.trigger, one)))
    return proto
