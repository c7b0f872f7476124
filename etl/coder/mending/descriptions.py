"""What something is described as, hung too low: "described the raid that hit a port as a crime and discussed a reply"."""

from etl.coder.tree import Tree

_DESCRIBING = frozenset("describe characterise characterize brand portray denounce condemn dismiss label regard".split())
_TOLD_OF_STATES = frozenset("discuss summon recall vow pledge urge threaten warn demand promise lodge telephone phone".split())
_BLOWS = frozenset("attack strike raid blast explosion shelling drone missile bombing incursion incident crash launch".split())


def described(tree: Tree) -> Tree:
    """Undo "described the raid that hit a port as a crime" read as a port hit as a crime: it is what the raid is called.

    What goes on behind it, "and discussed a reply with Fiji", is told of whoever describes; no raid discusses anything.
    """
    for verb in tree.places(_DESCRIBING):
        for noun in tree.kids(verb, "dobj") if tree.pos[verb] == "VERB" else ():
            for clause in tree.kids(noun, "relcl", "acl"):
                moved = _names(tree, verb, clause)
                moved += [
                    one
                    for one in tree.kids(clause, "conj", "cc")
                    if (moved and one > moved[0]) or (tree.lemmas[noun] in _BLOWS and _goes_on(tree, clause))
                ]
                if moved:
                    head = list(tree.head)
                    for part in moved:
                        head[part] = verb
                    return tree.rewired(list(tree.deps), head)
    return tree


def _names(tree: Tree, verb: int, clause: int) -> list[int]:
    """Return the "as a crime" that hangs on a clause though nothing of the kind hangs on the verb of describing."""
    if any(tree.lemmas[prep] == "as" for prep in tree.kids(verb, "prep")):
        return []
    return [prep for prep in tree.kids(clause, "prep") if tree.lemmas[prep] == "as" and tree.kids(prep, "pobj")]


def _goes_on(tree: Tree, clause: int) -> bool:
    """Whether what is joined to a clause can only be told of a state or a statesman."""
    joined = tree.kids(clause, "conj")
    return bool(joined) and all(
        tree.lemmas[one] in _TOLD_OF_STATES and not tree.kids(one, "nsubj", "nsubjpass", "aux") for one in joined
    )
