"""Assemblies: who attends a body's summit or speaks to its assembly visits no body, and meets none.

"Xi attended the APEC summit", "Duterte attended the East Asia Summit", "Rouhani addressed the U.N. General Assembly"; but "Modi
attended the EU-India summit" and "visited NATO headquarters" are meetings with the Union and a visit to the alliance.
"""

from etl.coder.actors import Actor
from etl.coder.acts import Proto
from etl.coder.naming.asides import MODIFIERS
from etl.coder.tree import Tree

_GATHERINGS = frozenset("summit assembly forum conference session meeting council congress convention".split(" "))
_GOING = frozenset("attend address speak skip join open tell".split(" "))


def only_attended(tree: Tree, proto: Proto) -> bool:
    """Whether an act is only that somebody was at what a body held: "attended the APEC summit", "will address its assembly"."""
    if proto.code != "036" and proto.code[:2] != "04":
        return False
    verb = proto.trigger if tree.pos[proto.trigger] == "VERB" else tree.head[proto.trigger]
    sides = (*proto.sources, *proto.targets)
    return tree.lemmas[verb] in _GOING and any(holds_a_gathering(tree, actor) for actor in sides)


def holds_a_gathering(tree: Tree, actor: Actor) -> bool:
    """Whether a body is named only for the gathering that it holds or that it is, and nobody beside it: "the ASEAN summit"."""
    noun = actor.head
    if actor.country is not None or not 0 <= noun < len(tree):
        return False
    while tree.deps[noun] in MODIFIERS and tree.lemmas[noun].lower() not in _GATHERINGS:
        noun = tree.head[noun]
    return tree.lemmas[noun].lower() in _GATHERINGS and not any(tree.words[part] in {"-", "–"} for part in tree.subtree(noun))
