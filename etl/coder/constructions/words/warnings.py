"""Warnings that threaten nobody: "warned Africa of China's debt trap" of a third, "it threatens to be a long war" of a turn."""

from etl.coder.grammar.slots import Grammar
from etl.coder.tree import Tree

_OF = frozenset({"of", "about"})
LOOMING = frozenset(
    "be become overshadow derail upend spill engulf spiral eclipse overwhelm undo mar drown dwarf swamp unravel spread".split()
)
"""What things threaten to do by themselves: "the row threatens to overshadow the talks", "it threatens to be a long war"."""


def looms(tree: Tree, verb: int) -> bool:
    """Whether somebody or something only threatens to turn out so: "it threatens to be a long war"."""
    return any(tree.lemmas[clause] in LOOMING for clause in tree.kids(verb, "xcomp"))


def of_anothers(grammar: Grammar, verb: int) -> bool:
    """Whether an audience is warned of what another is or does: "warned Latin America of the imperial power of China".

    Who warns somebody "about its ties with Taiwan" or "of consequences" warns him of his own doing.
    """
    tree = grammar.tree
    audience = grammar.objects(verb)
    if tree.lemmas[verb] != "warn" or not audience:
        return False
    told = {actor.key for part in (*audience, *grammar.agents(verb)) for actor in grammar.actors(part)}
    matters = [
        noun
        for holder in (verb, *audience)  # where a name follows, parsers hang "of" on that
        for prep in tree.kids(holder, "prep")
        if tree.lemmas[prep] in _OF
        for noun in tree.kids(prep, "pobj")
        if noun > verb
    ]
    for noun in matters:
        if any(tree.pos[owner] == "PRON" for owner in tree.kids(noun, "poss")):
            continue
        owners = [*grammar.actors(noun), *grammar.possessors(noun)]
        owners += [actor for part in grammar.prepositional(noun, "of") for actor in grammar.actors(part)]
        if any(actor.country and actor.key not in told for actor in owners):
            return True
    return False
