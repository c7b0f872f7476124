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
