"""Names behind a colon that say which countries were counted: "added two nations to its list on Friday: Peru and Kenya"."""

from etl.coder.tree import Tree

_COUNTED = frozenset(
    {"country", "nation", "state", "government", "neighbour", "neighbor", "member", "ally", "territory", "capital"}
)
_COUNTING = frozenset({"several", "other", "few"})
_LISTED = frozenset({"conj", "cc", "punct", "compound", "det", "appos", "nmod", "amod"})


def told_apart(tree: Tree) -> Tree:
    """Undo "visit two states next week: Peru and Chad" read as two sentences: the names say which states are meant."""
    for colon in range(3, len(tree) - 1):
        if tree.words[colon] != ":":
            continue
        first = next((word for word in range(colon + 1, len(tree)) if tree.head[word] <= colon or tree.head[word] == word), None)
        counted = [noun for noun in range(colon) if tree.lemmas[noun] in _COUNTED and _is_counted(tree, noun)]
        if first is None or not counted or tree.head[first] == counted[-1] or not _lists(tree, first, colon):
            continue
        # The clause before the colon; it may be read as a clause of the names behind it.
        root = next((word for word in range(colon) if tree.head[word] in {word, first} and tree.deps[word] != "punct"), None)
        if root is None:
            continue
        deps, head = list(tree.deps), list(tree.head)
        deps[root], head[root] = "ROOT", root
        for kid in tree.children[first]:  # what ends the sentence belongs to the clause before
            if tree.words[kid] in {".", "!"}:
                head[kid] = root
        deps[first], head[first] = "appos", counted[-1]
        return tree.rewired(deps, head)
    return tree


def _is_counted(tree: Tree, noun: int) -> bool:
    """Whether a noun is one of "five nations", "several other countries"."""
    told = bool(tree.kids(noun, "nummod")) or any(tree.lemmas[kid] in _COUNTING for kid in tree.kids(noun, "amod"))
    return tree.tags[noun] == "NNS" and told


def _lists(tree: Tree, first: int, colon: int) -> bool:
    """Whether nothing but names stands behind a colon, all of them in one list."""
    rest = range(colon + 1, len(tree))
    named = tree.pos[first] == "PROPN" and any(tree.words[word].lower() in {",", "and"} for word in rest)
    return named and all(
        word == first or (tree.deps[word] in _LISTED and tree.pos[word] not in {"VERB", "NOUN"}) for word in rest
    )
