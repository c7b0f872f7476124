"""What is given, to whom and by whom: "gave Hamas three days to accept", "was lent $3 billion by Norway"."""

from etl.coder.tree import Tree

_SPANS = frozenset({"minute", "hour", "day", "week", "weekend", "fortnight", "month"})
_GIVING = frozenset({"give", "grant", "allow"})
_DAYS = frozenset(
    (
        "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september"
        " october november december christmas ramadan"
    ).split()
)


def respited(tree: Tree) -> Tree:
    """Undo a deadline read as how long something is given: "gave Hamas three days to accept", "gave it a week to leave"."""
    deps, head = list(tree.deps), list(tree.head)
    for verb in tree.places(_GIVING):
        heard = [kid for kid in tree.kids(verb, "dative", "dobj") if kid > verb]
        spans = [kid for kid in tree.kids(verb, "npadvmod") if tree.lemmas[kid] in _SPANS]
        if len(heard) == 1 and len(spans) == 1 and heard[0] < spans[0] and "to" in _behind(tree, spans[0]):
            deps[heard[0]], deps[spans[0]] = "dative", "dobj"
    return tree if deps == tree.deps else tree.rewired(deps, head)


def _behind(tree: Tree, token: int) -> list[str]:
    return [word.lower() for word in tree.words[token + 1 : token + 2]]


def by_whom(tree: Tree) -> Tree:
    """Hang on its verb who gives, lends or denies what the parser hung him on: "Tonga was given a loan by Australia"."""
    deps, head = list(tree.deps), list(tree.head)
    for by in tree.places({"by"}):
        thing, verb = tree.head[by], tree.head[tree.head[by]]
        who = tree.kids(by, "pobj")
        if (
            tree.deps[by] == "prep"
            and tree.deps[thing] == "dobj"
            and tree.kids(verb, "auxpass")
            and not tree.kids(verb, "agent")
            and any(tree.tags[one] in {"NNP", "NNPS"} and tree.words[one].lower() not in _DAYS for one in who)
        ):
            deps[by], head[by] = "agent", verb
    return tree if deps == tree.deps else tree.rewired(deps, head)
