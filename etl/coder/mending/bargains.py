"""Deals, talks and drills that the parser takes for verbs: "close to deal with", "slip over PLA Taiwan drills"."""

from dataclasses import replace

from etl.coder.tree import Tree

_NEARING = frozenset({"close", "closer", "near", "nearer"})


def bargained(tree: Tree) -> Tree:
    """Undo "nears deal to buy jets", "close to deal to" and "close to deal with" read as a verb: one is close to a thing."""
    for deal in range(1, len(tree)):
        if tree.words[deal].lower() != "deal" or tree.tags[deal] not in {"VB", "VBP"} or tree.deps[deal] != "xcomp":
            continue
        above, clauses = tree.head[deal], tree.kids(deal, "advcl", "xcomp")
        to = next((kid for kid in tree.kids(deal, "aux") if tree.words[kid].lower() == "to"), None)
        told = clauses or tree.words[above].lower() in _NEARING
        if tree.kids(deal, "dobj", "prt", "nsubj") or (to is not None and (to != deal - 1 or not told)):
            continue
        deps, head, tags, pos = list(tree.deps), list(tree.head), list(tree.tags), list(tree.pos)
        if to is None:
            deps[deal] = "dobj"
        else:
            deps[to], head[to], deps[deal], head[deal] = "prep", above, "pobj", to
        for clause in clauses:
            deps[clause] = "acl"
        tags[deal], pos[deal] = "NN", "NOUN"
        return replace(tree, deps=deps, head=head, tags=tags, pos=pos)
    return tree


def approached(tree: Tree) -> Tree:
    """Undo "edges closer to trade deal" read as trading: what somebody is close to is a thing."""
    for to in range(1, len(tree) - 1):
        if tree.words[to].lower() != "to" or tree.deps[to] != "aux" or tree.words[to - 1].lower() not in _NEARING:
            continue
        noun = tree.head[to]
        while tree.deps[noun] == "compound" and tree.head[noun] > noun:
            noun = tree.head[noun]
        if noun != tree.head[to] and tree.tags[noun] in {"NN", "NNS"}:
            deps, head = list(tree.deps), list(tree.head)
            deps[to], head[to], deps[noun], head[noun] = "prep", tree.head[noun], "pobj", to
            return tree.rewired(deps, head)
    return tree


_OCCASIONS = frozenset("drill exercise talk strike attack sanction tariff visit protest test raid clash".split())
_BY_REASON = frozenset({"amid", "over", "after", "despite", "on", "before", "during", "following"})


def occasioned(tree: Tree) -> Tree:
    """Undo "slip over PLA Taiwan drills" read as Taiwan that drills: what something is over or amid is the drills."""
    for verb in range(2, len(tree)):
        name, lemma = verb - 1, tree.words[verb].lower().removesuffix("s")
        over = tree.head[name]
        if (
            tree.tags[verb] != "VBZ"
            or lemma not in _OCCASIONS
            or tree.tags[name] not in {"NNP", "JJ"}
            or tree.deps[name] != "pobj"
            or tree.lemmas[over] not in _BY_REASON
            or tree.kids(verb, "nsubj", "dobj", "aux", "ccomp", "xcomp")
            or tree.head[verb] == verb
        ):
            continue
        deps, head, tags, pos, lemmas = list(tree.deps), list(tree.head), list(tree.tags), list(tree.pos), list(tree.lemmas)
        deps[verb], head[verb], tags[verb], pos[verb], lemmas[verb] = "pobj", over, "NNS", "NOUN", lemma
        deps[name], head[name] = "compound", verb
        for kid in tree.kids(name, "compound", "amod", "nmod"):
            head[kid] = verb
        return replace(tree, deps=deps, head=head, tags=tags, pos=pos, lemmas=lemmas)
    return tree
