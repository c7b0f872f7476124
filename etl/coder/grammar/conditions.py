"""Conditions: clauses that say on what something depends."""

from etl.coder.tree import Tree


def conditional(tree: Tree, clause: int) -> bool:
    """Whether a clause says on what the one above depends: "if it attacks", "unless it pays", "should Norway host bombers"."""
    marks = {tree.words[mark].lower() for mark in tree.kids(clause, "mark", "advmod")}
    subjects = tree.kids(clause, "nsubj", "nsubjpass")
    inverted = [kid for kid in tree.kids(clause, "aux") if tree.lemmas[kid] == "should" and subjects and kid < subjects[0]]
    return bool(marks & {"if", "unless"}) or bool(inverted)
