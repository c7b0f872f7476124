"""Leaders named side by side with a comma for "and": "China's Xi, France's Macron hold talks"."""

from etl.coder.mending.gaps import NAMES
from etl.coder.tree import Tree

_MOST_WORDS = 3  # between whose somebody is and the verb: "envoy Steve Witkoff"
_PLURAL = frozenset({"VB", "VBP", "VBD", "MD"})


def ranged(tree: Tree) -> Tree:
    """Undo "China's Xi, France's Macron meet" read as a Xi who is France's Macron: both meet.

    Nobody is called somebody else's who is not set off by a second comma.
    """
    if "POS" not in tree.tags[:5]:
        return tree
    people, token = [], 0
    while (last := _owned(tree, token)) is not None:
        people.append(last)
        if last + 1 >= len(tree) or tree.words[last + 1].lower() not in {",", "and", "&"}:
            break
        token = last + 2
    if len(people) < 2 or people[-1] + 1 >= len(tree) or tree.words[people[0] + 1] != ",":
        return tree
    verb, first = tree.head[people[0]], people[0]
    follows = tree.tags[people[-1] + 1] in _PLURAL and (people[-1] + 1 in {verb, *tree.kids(verb, "aux")})
    if not follows or tree.deps[first] not in {"nsubj", "nsubjpass"} or verb < people[-1]:
        return tree
    deps, head = list(tree.deps), list(tree.head)
    start = first + 2
    for one in people[1:]:
        deps[one], head[one] = "conj", first
        for part in range(start, one):
            if tree.head[part] >= one or tree.head[part] < start:
                head[part] = one
            if tree.words[part + 1] in {"'s", "’s", "'", "’"}:
                deps[part], head[part] = "poss", one
        if one != people[-1]:
            head[one + 1], deps[one + 1] = first, "punct" if tree.words[one + 1] == "," else "cc"
        start = one + 2
    return tree.rewired(deps, head)


def whose(tree: Tree) -> Tree:
    """Undo "S. Korea, Japan, US FMs hold talks" read as a Korea that holds them: the names tell whose the ministers are."""
    ends, token = [], 0
    while token < len(tree) and tree.tags[token] in NAMES:
        while tree.tags[token + 1 : token + 2] and tree.tags[token + 1] in NAMES and tree.head[token] == token + 1:
            token += 1
        ends.append(token)
        if token + 2 >= len(tree) or tree.words[token + 1].lower() not in {",", "and"}:
            break
        token += 2
    noun = ends[-1] + 1 if ends else len(tree)
    if len(ends) < 3 or noun + 1 >= len(tree) or tree.tags[noun] != "NNS" or tree.head[noun - 1] != noun:
        return tree
    verb = tree.head[ends[0]] if tree.deps[ends[0]] in {"nsubj", "npadvmod"} else noun
    if verb <= noun or tree.tags[noun + 1] not in _PLURAL | {"TO"}:
        return tree
    deps, head = list(tree.deps), list(tree.head)
    for name in ends:
        deps[name], head[name] = "nmod", noun
    deps[noun], head[noun] = "nsubj", verb
    return tree.rewired(deps, head)


def _owned(tree: Tree, start: int) -> int | None:
    """Return the last word of somebody's name behind whose he is, "China's Xi"; None where no such name begins there."""
    end = start
    while end < len(tree) and tree.tags[end] in NAMES and tree.words[end][:1].isupper():
        end += 1
    if end == start or end >= len(tree) or tree.tags[end] not in {"POS", "''"}:
        return None
    last = end
    while last + 1 < len(tree) and last - end < _MOST_WORDS and tree.tags[last + 1] in {*NAMES, "NN"}:
        last += 1
    return last if last > end and tree.tags[last] in NAMES else None
