"""One's own word: acts that their doer himself tells of ("The army said it had sunk a boat"), or says that he would do."""

from etl.coder.acts import Act
from etl.coder.second_reader.scene import Scene
from etl.coder.status.futures import reported
from etl.coder.tree import Tree

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


def own_word(tree: Tree, verb: int) -> bool:
    """Whether somebody says of himself what he would do: "said it would buy more rice"."""
    it = any(tree.words[kid].lower() in {"it", "he", "she", "they", "we"} for kid in tree.kids(verb, "nsubj"))
    would = any(tree.words[aux].lower() in {"would", "'d", "will"} for aux in tree.kids(verb, "aux"))
    return it and would and reported(tree, verb)


def bidden(tree: Tree, verb: int) -> bool:
    """Whether a visit is only what somebody is invited to: "invited Lula to visit", "an invitation to visit"."""
    while tree.deps[verb] in {"xcomp", "ccomp", "acl", "conj", "advcl"} and tree.head[verb] != verb:
        verb = tree.head[verb]
        if tree.lemmas[verb] in {"invite", "invitation"}:
            return True
    return False


def trails_own_word(tree: Tree, verb: int) -> bool:
    """Whether somebody adds something behind what he says he did: "said it closed the border, accusing Chad"."""
    told = tree.head[verb]
    if tree.deps[verb] != "advcl" or tree.tags[verb] != "VBG" or tree.words[verb - 1] != ",":
        return False
    it = any(tree.words[kid].lower() in {"it", "he", "she", "they", "we"} for kid in tree.kids(told, "nsubj"))
    return it and told < verb and reported(tree, told)
