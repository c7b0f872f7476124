"""Lists that one wants to be on: who is struck off "its list of trusted trading partners" is not let off anything."""

from etl.coder.grammar.slots import Grammar
from etl.dictionaries import Frame

_FAVOURED = frozenset(
    "trusted trust preferred preferential favoured favored white safe eligible approved friendly priority".split(" ")
)
_OFF = ("off", "from")


def loses_favour(grammar: Grammar, verb: int) -> bool:
    """Whether the list that somebody is taken off or from is one of the favoured: "took Seoul off its white list"."""
    tree = grammar.tree
    lists = [noun for off in _OFF for noun in grammar.prepositional(verb, off) if tree.lemmas[noun] in {"list", "whitelist"}]
    return any(
        tree.lemmas[noun] == "whitelist" or any(tree.words[word].lower() in _FAVOURED for word in tree.subtree(noun))
        for noun in lists
    )


def mistakes_the_list(grammar: Grammar, verb: int, frame: Frame) -> bool:
    """Whether a frame of being let off fits a list of the favoured, or one of lost favour fits none such."""
    listed = {link for link, things in frame.conditions if link in _OFF and any(thing.endswith("list") for thing in things)}
    if not listed:
        return False
    if frame.code == "085":
        return loses_favour(grammar, verb)
    return frame.code == "163" and "off" in listed and not loses_favour(grammar, verb)
