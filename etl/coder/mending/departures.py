"""Who sets out or calls on somebody, where the parser sees no journey and no call: each function undoes one kind."""

from dataclasses import replace

from etl.coder.tree import Tree

_LEAVING = frozenset("leave depart head fly sail travel".split())
_ASTRAY = frozenset({"into", "across", "over", "inside"})
_ACTIVE = {
    "call": frozenset({"on", "upon"}),
    "leave": frozenset({"for"}),
    "depart": frozenset({"for"}),
    **dict.fromkeys(("stray", "veer", "wander", "drift", "intrude"), _ASTRAY),
}
"""Verbs whose past participle never stands with these prepositions behind a noun, and which then are that noun's own verb."""


def set_out(tree: Tree) -> Tree:
    """Undo "a delegation left for Cambodia to look into it" read as for Cambodia to look: the place is where somebody went."""
    for clause in range(3, len(tree)):
        verb = tree.head[clause]
        if tree.deps[clause] != "advcl" or tree.lemmas[verb] not in _LEAVING:
            continue
        marks = [mark for mark in tree.kids(clause, "mark") if tree.lemmas[mark] == "for"]
        places = tree.kids(clause, "nsubj")
        if not marks or len(places) != 1:
            continue
        if verb < marks[0] < places[0] < clause and tree.pos[places[0]] == "PROPN" and not tree.kids(verb, "dobj", "auxpass"):
            deps, head = list(tree.deps), list(tree.head)
            deps[marks[0]], head[marks[0]] = "prep", verb
            deps[places[0]], head[places[0]] = "pobj", marks[0]
            return tree.rewired(deps, head)
    return tree


def told_of(tree: Tree) -> Tree:
    """Undo "The envoy called on Japan to free them" read as an envoy called so: all that is told is the verb."""
    for verb in range(1, len(tree) - 2):
        noun = tree.head[verb]
        if tree.deps[verb] != "acl" or tree.deps[noun] != "ROOT" or noun > verb or tree.pos[noun] not in {"NOUN", "PROPN"}:
            continue
        behind = {tree.lemmas[kid] for kid in tree.kids(verb, "prep", "advcl", "mark")}
        behind |= {tree.lemmas[mark] for clause in tree.kids(verb, "advcl") for mark in tree.kids(clause, "mark")}
        if tree.tags[verb] in {"VBD", "VBN"} and behind & _ACTIVE.get(tree.lemmas[verb], frozenset()):
            deps, head, tags = list(tree.deps), list(tree.head), list(tree.tags)
            deps[verb], head[verb], tags[verb] = "ROOT", verb, "VBD"
            deps[noun], head[noun] = "nsubj", verb
            for kid in tree.children[noun]:
                if kid > verb:
                    head[kid] = verb
            return replace(tree, deps=deps, head=head, tags=tags)
    return tree
