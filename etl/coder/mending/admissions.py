"""Who is let in, sent home or brought back, which the parser takes for one who is in, home or back."""

from etl.coder.tree import Tree

_LETTING = frozenset("allow send bring take fly invite permit admit order call welcome ship".split())
_WHERE = frozenset({"back", "in", "home", "out", "inside", "through", "abroad", "over", "away"})


def let_in(tree: Tree) -> Tree:
    """Undo "allowed inspectors back into the plant" read as inspectors who are back: they were allowed there."""
    deps, head = list(tree.deps), list(tree.head)
    for word in tree.places(_WHERE):
        verb = tree.head[word]
        who = tree.kids(word, "nsubj")
        if (
            tree.deps[word] in {"ccomp", "xcomp"}
            and tree.lemmas[verb] in _LETTING
            and len(who) == 1
            and verb < who[0] < word
            and not tree.kids(verb, "dobj")
        ):
            deps[who[0]], head[who[0]] = "dobj", verb
            deps[word] = "advmod"
            for kid in tree.kids(word, "prep"):
                head[kid] = verb
    return tree if deps == tree.deps else tree.rewired(deps, head)
