"""Whom a deed that names nobody hits by what comes of it: "jammed GPS signals, disrupting Finnish flights"."""

from etl.coder.actors import Actor
from etl.coder.grammar.slots import Grammar

_HARMING = frozenset(
    ("disrupt affect hamper ground delay strand trap endanger threaten cripple force cut paralyse paralyze halt").split(" ")
)
_WOUNDING = frozenset("damage hit plunge wound injure kill destroy maim sink hurt shatter level flatten".split(" "))
_WITHIN = ("in", "across", "around", "of", "for")
_BOUND = frozenset({"bind", "destine", "head"})
_COUNTS = frozenset({"dozen", "hundred", "thousand", "score", "number", "half", "third", "most"})


def harmed(grammar: Grammar, verb: int, root: str) -> list[Actor]:
    """Return whose people and things come to harm by an act of a CAMEO root, as the participle behind its verb says."""
    tree = grammar.tree
    harming = _HARMING | _WOUNDING if root == "19" else _HARMING
    clauses = [clause for clause in tree.kids(verb, "advcl") if clause > verb and tree.tags[clause] == "VBG"]
    clauses += [other for clause in clauses for other in tree.kids(clause, "conj") if tree.tags[other] == "VBG"]
    things = [
        part
        for clause in clauses
        if tree.lemmas[clause] in harming
        for thing in (*tree.kids(clause, "dobj"), *tree.kids(clause, "nsubj"))
        for part in tree.conjuncts(thing)
    ]
    things += [part for thing in things if tree.lemmas[thing] in _COUNTS for part in grammar.prepositional(thing, "of")]
    for thing in things:
        bound = [clause for clause in tree.kids(thing, "acl") if tree.lemmas[clause] in _BOUND]
        placed = [part for way in _WITHIN for part in grammar.prepositional(thing, way)]
        placed += [part for clause in bound for part in grammar.prepositional(clause, "for")]
        heads = [thing, *placed]
        if found := [actor for head in heads for actor in grammar.actors(head, loose=True) if actor.country]:
            return found
    return []
