"""Fixed phrases whose noun the parser takes for a verb: "took Peru to task over its law", "held on spying charges"."""

from dataclasses import replace

from etl.coder.tree import Tree

_CHARGES = frozenset({"charge", "allegation", "suspicion", "offence", "offense", "conviction"})


def tasked(tree: Tree) -> Tree:
    """Undo "took Peru to task over its law" read as taking it in order to task something."""
    for task in tree.places({"task"}):
        verb = tree.head[task]
        marks = [aux for aux in tree.kids(task, "aux") if tree.words[aux].lower() == "to"]
        if tree.lemmas[verb] != "take" or not marks or tree.deps[task] not in {"xcomp", "advcl"}:
            continue
        deps, head, pos, tags = list(tree.deps), list(tree.head), list(tree.pos), list(tree.tags)
        deps[task], head[task], pos[task], tags[task] = "pobj", marks[0], "NOUN", "NN"
        deps[marks[0]], head[marks[0]], pos[marks[0]], tags[marks[0]] = "prep", verb, "ADP", "IN"
        over = tree.kids(task, "prt", "prep")
        for prep in over:
            deps[prep], head[prep] = "prep", verb
        for thing in tree.kids(task, "dobj") if over else ():
            deps[thing], head[thing] = "pobj", over[0]
        return replace(tree, deps=deps, head=head, pos=pos, tags=tags)
    return tree


def fronted(tree: Tree) -> Tree:
    """Undo a headline's "Stung by Peru, Fiji backs down" read as a name: it is a participle."""
    if len(tree) < 4 or tree.deps[0] not in {"advcl", "acl"} or tree.words[1].lower() != "by" or tree.tags[0][:2] != "NN":
        return tree
    if (lemma := _STUNG.get(tree.words[0].lower())) is None:
        return tree
    return replace(tree, tags=["VBN", *tree.tags[1:]], pos=["VERB", *tree.pos[1:]], lemmas=[lemma, *tree.lemmas[1:]])


_STUNG = {"stung": "sting", "shaken": "shake", "hit": "hit", "beset": "beset"}


def charged_with(tree: Tree) -> Tree:
    """Undo "held on spying charges" read as a spying that charges undergo: it tells what they are."""
    for noun in tree.places(_CHARGES):
        crime = noun - 1
        prep = tree.head[crime]
        if tree.head[noun] != crime or tree.deps[noun] != "dobj" or tree.deps[crime] != "pcomp" or tree.tags[crime] != "VBG":
            continue
        deps, head, pos, tags = list(tree.deps), list(tree.head), list(tree.pos), list(tree.tags)
        deps[noun], head[noun] = "pobj", prep
        deps[crime], head[crime], pos[crime], tags[crime] = "compound", noun, "NOUN", "NN"
        for kid in tree.children[crime]:
            if kid != noun:
                head[kid] = tree.head[prep]
        return replace(tree, deps=deps, head=head, pos=pos, tags=tags)
    return tree
