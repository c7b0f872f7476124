"""Ties that nobody is named as having cut: "relations between Peru and Mexico have been severed"."""

from etl.coder.actors import Actor
from etl.coder.sides.filling import Filling

_CARRYING = frozenset({"rail", "air", "train", "ferry", "bus", "road", "postal", "sea"})


def parted(filling: Filling, verb: int) -> list[Actor]:
    """Return between whom a thing was that is undone by nobody named; nobody for "rail links", which are no tie of states."""
    tree, grammar = filling.tree, filling.grammar
    things = grammar.objects(verb) if grammar.passive(verb) else []
    if any(thing and tree.head[thing - 1] == thing and tree.lemmas[thing - 1] in _CARRYING for thing in things):
        return []
    return next(filter(None, map(filling.partners, things)), [])
