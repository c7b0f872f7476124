"""Verbs whose object is the subject of their infinitive: "urged Japan to stop". All others pass their own subject down."""

from collections.abc import Mapping, Sequence

from etl.coder.actors import Actor
from etl.coder.tree import Tree

OBJECT_CONTROL = frozenset(
    (
        "urge ask tell order call press pressure push force compel allow permit let help invite request persuade "
        "convince encourage warn advise require get want expect enable instruct implore beg authorize authorise cause "
        "lead prompt spur accuse blame thank praise stop prevent bar ban suspect remind command direct oblige lobby "
        "challenge dare entreat exhort plead demand appeal"
    ).split(" ")
)


def telephoned(tree: Tree, heads: Mapping[int, Sequence[Actor]], verb: int) -> bool:
    """Whether "call" is to telephone a person, in order to say something: "called Modi to thank him"; nobody is called upon."""
    called = tree.kids(verb, "dobj") if tree.lemmas[verb] == "call" else []
    named = [kid for kid in called if tree.pos[kid] == "PROPN" or tree.lemmas[kid] == "counterpart"]
    return any(actor.person or actor.role == "GOV" for kid in named for actor in heads.get(kid, ()))


_GOING_ON = frozenset({"keep", "continue", "start", "begin", "go", "resume"})


def gone_on(tree: Tree, verb: int) -> int:
    """Return what somebody keeps or starts doing, where that is a gerund ("vowed to keep helping Chad"), else the verb itself."""
    if tree.lemmas[verb] not in _GOING_ON or tree.tags[verb] != "VB":
        return verb
    gerunds = [kid for kid in tree.kids(verb, "xcomp", "advcl", "ccomp") if tree.tags[kid] == "VBG" and 0 < kid - verb <= 2]
    gerunds += [
        kid for on in tree.kids(verb, "prep") if tree.words[on].lower() == "on" for kid in tree.kids(on, "pcomp") if kid == on + 1
    ]
    return gerunds[0] if gerunds else verb


_ASSAILING = frozenset("tear lash rip lay light rail snap round pile rage thunder fume hit".split(" "))


def assailed(tree: Tree, verb: int) -> list[int]:
    """Return whom words are thrown at behind a preposition: "tore into Peru for hosting troops" (Peru hosted them)."""
    if tree.lemmas[verb] not in _ASSAILING:
        return []
    at = [prep for prep in tree.kids(verb, "prep") if tree.lemmas[prep] in {"into", "at", "on", "against"}]
    return [pobj for prep in at for pobj in tree.kids(prep, "pobj")]
