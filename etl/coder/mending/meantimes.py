"""What went on meanwhile: "cancelled the meeting as a dispute over the wall exploded", which only the dispute did."""

from etl.coder.tree import Tree

_AS = frozenset({"as"})
_PAST = frozenset({"VBD", "VBZ", "VBP"})


def went_on(tree: Tree) -> Tree:
    """Undo "cancelled a meeting as a dispute exploded" read as cancelling and exploding: what stands behind "as" exploded."""
    for mark in tree.places(_AS):
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
