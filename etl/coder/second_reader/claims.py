"""Acts that their doer himself tells: "The army said it had sunk a boat", "claimed they had attacked the base"."""

from etl.coder.acts import Act
from etl.coder.second_reader.findings import Scene

_TELLING = frozenset({"say", "announce", "confirm", "report", "state", "claim", "add", "declare", "boast", "admit"})
_FORCE = frozenset({"17", "18", "19"})


def claimed_by_doer(scene: Scene, act: Act) -> bool:
    """Whether somebody says of himself, or of his people, that they did it: whose word it is is no doubt then."""
    tree, clause = scene.tree, act.trigger
    if act.code[:2] not in _FORCE or act.source.basis != "coreference":
        return False
    while tree.deps[clause] == "conj" and tree.head[clause] != clause:
        clause = tree.head[clause]
    teller = tree.head[clause]
    if tree.deps[clause] != "ccomp" or tree.lemmas[teller] not in _TELLING:
        return False
    doers = tree.kids(clause, "nsubj")
    told = any(act.source.head in {doer, *tree.kids(doer, "poss")} for doer in doers)
    speakers = {part for speaker in tree.kids(teller, "nsubj") for part in tree.subtree(speaker)}
    return told and any(actor.key == act.source.key and actor.head in speakers for actor in scene.actors)
