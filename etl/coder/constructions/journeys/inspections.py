"""Inspections that probe nobody: experts who are sent to look after another's works.

"Italy sends experts to inspect Libyan pipeline", "Japan sent a team to examine Turkey's damaged dam".
"""

from etl.coder.tree import Tree

_LOOKING = frozenset({"inspect", "examine", "survey", "assess", "study", "check", "investigate"})
_SENDING = frozenset({"send", "dispatch", "deploy"})
_HANDY = frozenset("expert engineer technician specialist team crew surveyor geologist diver volcanologist delegation".split(" "))
_WORKS = frozenset(
    "pipeline dam well bridge refinery road railway reactor grid airport port tower building levee tunnel cable damage mine dike "
    "dyke canal temple volcano".split(" ")
)
_PLANTS = frozenset({"plant", "station"})
_FOOD = frozenset("meat beef poultry dairy fish seafood pork milk food processing".split(" "))


def lends_a_hand(tree: Tree, verb: int) -> bool:
    """Whether somebody is only sent to look after another's works: "sent engineers to inspect Libya's leaking dam"."""
    above = tree.head[verb]
    if tree.lemmas[verb] not in _LOOKING or tree.lemmas[above] not in _SENDING or not tree.is_infinitive(verb):
        return False
    sent = any(tree.lemmas[one] in _HANDY for one in tree.kids(above, "dobj", "nsubjpass"))
    return sent and any(_is_built(tree, thing) for thing in tree.kids(verb, "dobj"))


def lent_a_hand(tree: Tree) -> bool:
    """Whether such an errand is all the looking into things that a sentence tells."""
    verbs = tree.places(_LOOKING)
    return bool(verbs) and all(lends_a_hand(tree, verb) for verb in verbs)


def _is_built(tree: Tree, thing: int) -> bool:
    """Whether a thing is a work that may break, and no place where food for export is made."""
    fed = any(tree.lemmas[kid] in _FOOD for kid in tree.kids(thing, "compound", "amod", "nmod"))
    return tree.lemmas[thing] in _WORKS or (tree.lemmas[thing] in _PLANTS and not fed)
