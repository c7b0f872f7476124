"""What somebody takes over that another gave: "took possession of a patrol ship handed over by Japan"."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from etl.coder.acts import Proto
from etl.coder.grammar.slots import Grammar
from etl.records import LIVE

_TAKING_OVER = frozenset("take receive accept get obtain commission unveil inaugurate christen acquire open".split())
_TAKEN = frozenset({"possession", "delivery", "receipt", "custody", "charge"})
_AHEAD = frozenset({"will", "would", "may", "might", "could", "to", "not"})


class Gifts:
    """Finds in one parsed sentence who gets what is only said to be given by somebody."""

    def __init__(self, grammar: Grammar, protos: Callable[[int], list[Proto]]) -> None:
        """Take the sentence's slots and the acts at each of its words."""
        self._grammar = grammar
        self._tree = grammar.tree
        self._protos = protos

    def told(self) -> Iterator[Proto]:
        """Yield aid for whoever takes a thing over that a participle behind it says was given."""
        tree = self._tree
        for verb in tree.places(_TAKING_OVER):
            if not self._grammar.is_verb(verb) or _AHEAD & set(self._grammar.auxiliaries(verb)) or tree.kids(verb, "neg"):
                continue
            for given in (clause for thing in self._things(verb) for clause in tree.kids(thing, "acl")):
                for proto in self._protos(given) if tree.tags[given] == "VBN" else ():
                    givers = {actor.key for actor in proto.sources}
                    open_to_all = givers and {actor.key for actor in proto.targets} <= givers
                    takers = tuple(actor for actor in self._grammar.doers(verb) if actor.key not in givers)
                    if proto.code[:2] == "07" and proto.status in LIVE and open_to_all and takers:
                        yield replace(proto, targets=takers)

    def _things(self, verb: int) -> Iterator[int]:
        """Yield what somebody takes over: the object, and of "takes delivery of a ship" the ship."""
        for thing in self._tree.kids(verb, "dobj"):
            if self._tree.lemmas[thing] in _TAKEN:
                yield from self._grammar.prepositional(thing, "of")
            elif self._tree.lemmas[verb] != "take":
                yield thing
        if any(self._tree.lemmas[thing] in _TAKEN for thing in self._tree.kids(verb, "dobj")):
            yield from self._grammar.prepositional(verb, "of")
