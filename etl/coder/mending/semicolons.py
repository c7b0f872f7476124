"""Clauses that a semicolon sets apart, and that the parser takes for the content of what follows."""

from etl.coder.tree import Tree

_STOP = frozenset({";"})
_TELLING = frozenset({"say", "tell", "add", "report", "write"})


def parted(tree: Tree) -> Tree:
    """Undo "Peru criticised Chile; Lima might have waited" read as a criticism that might have been.

    The first clause takes the place of the second, its conjunct now, and what stands before the stop is its own.
    """
    for stop in tree.places(_STOP):
        for verb in (token for token in range(stop) if tree.deps[token] == "ccomp" and tree.head[token] > stop):
            second = tree.head[verb]
            own = tree.kids(second, "nsubj", "nsubjpass", "expl")
            if (
                tree.lemmas[second] in _TELLING
                or not tree.kids(verb, "nsubj", "nsubjpass", "expl")
                or not any(kid > stop for kid in own)
            ):
                continue
            deps, head = list(tree.deps), list(tree.head)
            deps[verb], head[verb] = tree.deps[second], verb if tree.head[second] == second else tree.head[second]
            deps[second], head[second] = "conj", verb
            for kid in tree.children[second]:
                if kid <= stop and kid != verb:
                    head[kid] = verb
            return tree.rewired(deps, head)
    return tree
