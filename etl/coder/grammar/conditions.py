"""Conditions: on whose doing something is said to depend."""

from collections.abc import Iterator

from etl.coder.actors import Actor
from etl.coder.grammar.slots import Grammar
from etl.coder.tree import Tree

_SAYING_SO = frozenset({"ccomp", "xcomp", "acomp"})


def conditional(tree: Tree, clause: int) -> bool:
    """Whether a clause says on what the one above depends: "if it attacks", "unless it pays", "should Norway host bombers"."""
    marks = {tree.words[mark].lower() for mark in tree.kids(clause, "mark", "advmod")}
    subjects = tree.kids(clause, "nsubj", "nsubjpass")
    inverted = [kid for kid in tree.kids(clause, "aux") if tree.lemmas[kid] == "should" and subjects and kid < subjects[0]]
    return bool(marks & {"if", "unless"}) or bool(inverted)


def hinging_on(grammar: Grammar, verb: int) -> Iterator[Actor]:
    """Yield on whom a threat is made to hinge: "will respond if Chad attacks", "warned that it would, if Chad ..."."""
    tree = grammar.tree
    around = [verb, *tree.kids(verb, "ccomp", "xcomp")]
    top = verb
    while tree.deps[top] in _SAYING_SO and tree.head[top] < top:
        top = tree.head[top]
        around.append(top)
    for clause in (clause for holder in around for clause in tree.kids(holder, "advcl")):
        if conditional(tree, clause):
            places = grammar.prepositional(clause, "in") if grammar.passive(clause) else []
            yield from grammar.doers(clause) or [actor for place in places for actor in grammar.actors(place)]
