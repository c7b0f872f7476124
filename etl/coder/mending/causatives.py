"""What somebody has done to others by those under him, which the parser takes for people whom he has."""

from dataclasses import replace

from etl.coder.tree import Tree

_BY_ORDER = frozenset("jail arrest detain imprison deport sentence expel convict prosecute assassinate poison murder".split())
"""What only a state's men do at its bidding; who "had two soldiers killed" lost them."""


def had_done(tree: Tree) -> Tree:
    """Undo "Chad had a French reporter jailed" read as a jailed reporter that it had: Chad jailed him.

    Whoever "had two of its citizens detained in Iran" suffered it: those done to must be called by another name than
    their own people's, and nothing may tell by whom or where they are held.
    """
    for verb in range(3, len(tree)):
        thing = tree.head[verb]
        above = tree.head[thing]
        if (
            tree.lemmas[verb] not in _BY_ORDER
            or tree.tags[verb] not in {"VBN", "VBD"}
            or tree.deps[verb] not in {"acl", "ccomp"}
            or (tree.deps[verb] == "acl" and tree.deps[thing] != "dobj")
        ):
            continue
        if tree.deps[verb] == "ccomp":  # "had [two tourists arrested]"
            above, things = thing, [kid for kid in tree.kids(verb, "nsubj", "nsubjpass") if kid < verb]
            if len(things) != 1 or tree.kids(verb, "aux", "auxpass"):
                continue
            thing = things[0]
        if (
            tree.lemmas[above] != "have"
            or not tree.kids(above, "nsubj")
            or not above < thing < verb
            or verb != thing + 1
            or not _of_others(tree, thing)
            or _held_by_others(tree, verb)
        ):
            continue
        deps, head, tags = list(tree.deps), list(tree.head), list(tree.tags)
        deps[verb], head[verb] = tree.deps[above], verb if head[above] == above else head[above]
        deps[thing], head[thing], tags[verb] = "dobj", verb, "VBN"
        for kid in tree.children[above]:
            if kid not in {thing, verb}:
                head[kid] = verb
        deps[above], head[above] = "aux", verb
        return replace(tree, deps=deps, head=head, tags=tags)
    return tree


def _of_others(tree: Tree, noun: int) -> bool:
    named = [kid for kid in tree.kids(noun, "amod", "compound", "nmod") if tree.words[kid][:1].isupper()]
    return bool(named) or tree.words[noun][:1].isupper()


def _held_by_others(tree: Tree, verb: int) -> bool:
    places = [noun for prep in tree.kids(verb, "prep") if tree.lemmas[prep] in {"in", "by"} for noun in tree.kids(prep, "pobj")]
    return bool(tree.kids(verb, "agent")) or any(tree.words[noun][:1].isupper() for noun in places)
