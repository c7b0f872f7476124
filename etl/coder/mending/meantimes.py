"""What went on meanwhile or before: "cancelled talks after a militia from the hills attacked", which only the militia did."""

from etl.coder.tree import Tree

_MARKS = frozenset({"as", "after", "before", "since", "until", "till"})
_PAST = frozenset({"VBD", "VBZ", "VBP"})


def went_on(tree: Tree) -> Tree:
    """Undo "cancelled talks after a mob from Peru attacked" read as cancelling and attacking: what follows "after" attacked."""
    for mark in tree.places(_MARKS):
        noun = tree.kid(mark, "pobj")
        if tree.deps[mark] != "prep" or noun is None or noun < mark:
            continue
        verb = max(tree.subtree(noun)) + 1
        if (
            verb >= len(tree)
            or tree.deps[verb] not in {"conj", "advcl"}
            or tree.tags[verb] not in _PAST
            or tree.head[verb] > mark
        ):
            continue
        first = tree.head[verb]
        joined = any(mark < word < verb for word in tree.kids(first, "cc"))
        if joined or first not in tree.ancestors(mark) or tree.kids(verb, "nsubj", "nsubjpass", "aux", "auxpass", "mark"):
            continue
        deps, head = list(tree.deps), list(tree.head)
        deps[mark], head[mark], deps[noun], head[noun] = "mark", verb, "nsubj", verb
        deps[verb] = "advcl"
        return tree.rewired(deps, head)
    return tree
