"""Infinitives that the parser takes for nouns or adjectives: "offered to host talks", "pledge to double trade"."""

from dataclasses import replace

from etl.coder.tree import Tree


def infinitive(tree: Tree) -> Tree:
    """Undo "offered to host talks" read as a noun: what stands behind the "to" of an infinitive and has an object is a verb."""
    for token in range(1, len(tree)):
        to = token - 1
        if tree.pos[token] != "NOUN" or tree.tags[to] != "TO" or tree.deps[to] != "aux" or tree.head[to] != token:
            continue
        if tree.kids(token, "dobj") and tree.deps[token] in {"xcomp", "ccomp", "acl", "advcl", "relcl"}:
            tags, pos, lemmas = list(tree.tags), list(tree.pos), list(tree.lemmas)
            tags[token], pos[token], lemmas[token] = "VB", "VERB", tree.words[token].lower()
            return replace(tree, tags=tags, pos=pos, lemmas=lemmas)
    return tree


def doubled(tree: Tree) -> Tree:
    """Undo "pledge to double trade" read as trade that is double: what stands behind "to" is a verb, the noun its object."""
    for token in range(2, len(tree) - 1):
        noun, to = tree.head[token], token - 1
        verb = tree.head[noun]
        if (
            tree.tags[token] == "VB"
            and tree.deps[token] in {"amod", "compound"}
            and noun > token
            and tree.words[to].lower() == "to"
            and tree.deps[to] == "aux"
            and tree.deps[noun] == "dobj"
            and verb < to
        ):
            deps, head = list(tree.deps), list(tree.head)
            deps[token], head[token], head[noun], head[to] = "xcomp", verb, token, token
            return tree.rewired(deps, head)
    return tree
