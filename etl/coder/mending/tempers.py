"""Quarrels and feelings that the parser takes for something else: each function undoes one kind."""

from dataclasses import replace

from etl.coder.tree import Tree


def quarrelled(tree: Tree) -> Tree:
    """Undo "clash over trade" read as a verb with a particle: what somebody quarrels over stands behind a preposition."""
    for over in range(1, len(tree)):
        if tree.deps[over] == "prt" and tree.lemmas[tree.head[over]] in _QUARRELLING and tree.kids(over, "pobj"):
            deps = list(tree.deps)
            deps[over] = "prep"
            return tree.rewired(deps, list(tree.head))
    return tree


_QUARRELLING = frozenset("clash argue quarrel spar feud bicker squabble wrangle haggle fight fume".split(" "))


def moved(tree: Tree) -> Tree:
    """Undo "Tokyo alarmed over ships near islands" read as alarming: who is alarmed over something is the one it moves."""
    for verb in range(1, len(tree) - 1):
        if tree.tags[verb] != "VBD" or tree.lemmas[verb] not in _MOVING or tree.kids(verb, "dobj", "aux", "auxpass"):
            continue
        subjects = tree.kids(verb, "nsubj")
        if subjects and tree.words[verb + 1].lower() in {"over", "at", "by", "about", "with", "in"}:
            deps, tags = list(tree.deps), list(tree.tags)
            tags[verb] = "VBN"
            for subject in subjects:
                deps[subject] = "nsubjpass"
            return replace(tree, deps=deps, tags=tags)
    return tree


_MOVING = frozenset(
    (
        "disappoint alarm dismay concern disturb upset trouble outrage anger infuriate enrage incense appal appall shock "
        "displease irk rile irritate annoy unnerve"
    ).split(" ")
)
