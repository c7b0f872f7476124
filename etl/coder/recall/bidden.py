"""Who is meant by "it" in what somebody is told to do: "urged Fiji to publish the pact it signed", "told Lima it must pay"."""

from etl.coder.actors import Actor, Cast
from etl.coder.tree import Tree

_BIDDING = frozenset({"urge", "ask", "tell", "order", "press", "want", "advise", "allow", "force", "push", "encourage"})
_TELLING = frozenset({"tell", "remind", "warn", "inform", "advise"})
_DUTY = frozenset({"must", "should", "ought"})


def bidden(tree: Tree, cast: Cast, token: int, *, person: bool) -> list[Actor]:
    """Return whom others bid something for a subject pronoun in what they bid; a `person` is meant by "he" and "she"."""
    for above in tree.ancestors(token):
        verb = tree.head[above]
        told = tree.deps[above] == "xcomp" and tree.lemmas[verb] in _BIDDING
        due = tree.deps[above] == "ccomp" and tree.lemmas[verb] in _TELLING and above == tree.head[token] and _is_due(tree, above)
        if told or due:
            found = [actor for who in tree.kids(verb, "dobj", "dative") for actor in cast.heads.get(who, ())]
            return [actor for actor in found if actor.person == person][:1]
    return []


def _is_due(tree: Tree, clause: int) -> bool:
    """Whether a clause says what its subject has to do: "it must pay", "it has to pay"."""
    modal = {tree.words[aux].lower() for aux in tree.kids(clause, "aux")} & _DUTY
    return bool(modal) or (tree.lemmas[clause] in {"have", "need"} and any(map(tree.is_infinitive, tree.kids(clause, "xcomp"))))
