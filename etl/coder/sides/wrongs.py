"""What makes of a reported movement a charge: "entered its waters illegally", "flew close without clearance"."""

from etl.coder.grammar.slots import Grammar

_WRONGLY = frozenset(
    (
        "illegally unlawfully dangerously provocatively recklessly deliberately brazenly blatantly aggressively unsafely"
        " wrongfully intentionally knowingly unprovoked"
    ).split(" ")
)
_LEAVE = frozenset(
    (
        "permission authorization authorisation clearance notice consent approval warning provocation identification licence"
        " license invitation reason cause"
    ).split(" ")
)
_AGAINST = frozenset({"breach", "violation", "defiance", "contravention"})


def is_wrong(grammar: Grammar, verb: int) -> bool:
    """Whether words around a verb blame whoever does it: an adverb, a leave that he had not, a rule that he broke."""
    tree = grammar.tree
    if any(tree.words[kid].lower() in _WRONGLY for kid in tree.kids(verb, "advmod")):
        return True
    if any(tree.lemmas[noun] in _LEAVE for noun in grammar.prepositional(verb, "without")):
        return True
    close = [kid for kid in tree.kids(verb, "advmod") if tree.words[kid].lower() == "close"]
    near = any(tree.words[kid].lower() in _WRONGLY for one in close for kid in tree.kids(one, "advmod"))
    return near or any(tree.lemmas[noun] in _AGAINST for noun in grammar.prepositional(verb, "in"))
