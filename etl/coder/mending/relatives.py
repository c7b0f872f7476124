"""Relative clauses that tell of several though the parser gives them to the last: "Modi and Starmer, who have met"."""

from etl.coder.tree import Tree

_SEVERAL = frozenset({"have", "are", "were"})
_RELATIVES = frozenset({"who", "which"})


def shared(tree: Tree) -> Tree:
    """Undo "by Mr Ali and Mr Youssef, who have been negotiating" read as one of them who have: both have been."""
    for clause in range(3, len(tree)):
        last = tree.head[clause]
        if tree.deps[clause] != "relcl" or tree.deps[last] != "conj" or tree.tags[last] not in {"NNP", "NN"}:
            continue
        subjects = [kid for kid in tree.kids(clause, "nsubj", "nsubjpass") if tree.words[kid].lower() in _RELATIVES]
        plural = {tree.words[aux].lower() for aux in tree.kids(clause, "aux", "auxpass")} & _SEVERAL
        several = bool(plural) or tree.tags[clause] == "VBP"
        if not subjects or not several or tree.words[subjects[0] - 1] != ",":
            continue
        first = last
        while tree.deps[first] == "conj":
            first = tree.head[first]
        head = list(tree.head)
        head[clause] = first
        return tree.rewired(list(tree.deps), head)
    return tree
