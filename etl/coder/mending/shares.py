"""Doers told with nothing but their share: "Fiji expelled two diplomats, Tonga one and Samoa three"."""

from etl.coder.mending.gaps import NAMES
from etl.coder.tree import Tree

_ENDS = frozenset({",", "and", ".", ";", "each", "apiece", "more", "others"})
_MONTHS = frozenset("jan feb mar apr may jun jul aug sep sept oct nov dec".split())
_LINKS = frozenset({",", "and", "while"})


def shared_out(tree: Tree) -> Tree:
    """Make each of those who are told with a number alone another doer of the verb before, whose object is counted, too."""
    if "CD" not in tree.tags:
        return tree
    for verb in range(len(tree) - 1, 0, -1):  # the nearest verb before
        subjects = tree.kids(verb, "nsubj") if tree.tags[verb] in {"VBD", "VBZ", "VBP", "VBN"} else []
        objects = tree.kids(verb, "dobj")
        if not subjects or not objects or not (tree.tags[objects[-1]] == "CD" or tree.kids(objects[-1], "nummod")):
            continue
        shares = [name for name in range(objects[0] + 2, len(tree) - 1) if _is_share(tree, name, objects[0])]
        if not shares:
            continue
        deps, head = list(tree.deps), list(tree.head)
        for name in shares:
            deps[name], head[name] = "conj", subjects[-1]
            deps[name + 1], head[name + 1] = "dep", verb
            for kid in tree.children[name + 1]:  # what hung on the number
                if kid != name and deps[kid] not in {"punct", "cc"} and kid not in shares:
                    head[kid] = verb
            if deps[name - 1] == "compound" and head[name - 1] == name + 1:
                head[name - 1] = name  # "New Zealand four"
        return tree.rewired(deps, head)
    return tree


def _is_share(tree: Tree, name: int, after: int) -> bool:
    """Whether a name stands behind a comma or "and" with a bare number behind it: ", Tonga one"."""
    if tree.tags[name] not in NAMES or tree.tags[name + 1] != "CD" or tree.words[name][:3].lower() in _MONTHS:
        return False
    first = name
    while first > after and (tree.tags[first - 1] in NAMES or tree.words[first - 1].lower() == "the"):
        first -= 1
    if tree.words[first - 1].lower() not in _LINKS or first - 1 <= after:
        return False
    return name + 2 >= len(tree) or tree.words[name + 2].lower() in _ENDS
