"""What somebody is given beside something else: "drew praise from Fiji and a rebuke from Samoa", who both judge the same deed."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from etl.coder.actors import Actor
from etl.coder.acts import Proto
from etl.coder.grammar.slots import Grammar
from etl.coder.mending.gaps import DRAWING
from etl.coder.roots import JUDGING
from etl.records import LIVE


class Receipts:
    """Finds the later ones of what somebody drew, earned or received in one parsed sentence."""

    def __init__(self, grammar: Grammar, protos: Callable[[int], list[Proto]]) -> None:
        """Take the sentence's slots and the acts at each of its words."""
        self._grammar = grammar
        self._protos = protos

    def told(self) -> Iterator[Proto]:
        """Yield what is said, by whoever it is from, of who drew it."""
        tree, grammar = self._grammar.tree, self._grammar
        for verb in tree.places(DRAWING):
            drawers = tuple(grammar.doers(verb)) if grammar.is_verb(verb) and not tree.kids(verb, "dative") else ()
            first = [proto for proto in self._protos(verb) if proto.sources and proto.targets and proto.status in LIVE]
            known = {actor.key for proto in first for actor in (*proto.sources, *drawers)}
            drawn = [noun for thing in tree.kids(verb, "dobj") for noun in tree.conjuncts(thing)]
            for proto in (proto for noun in drawn if first and drawers and len(drawn) > 1 for proto in self._protos(noun)):
                givers = proto.sources or (self._givers(verb) if proto.trigger == drawn[0] else ())
                others = {actor.key for actor in givers}
                if others and not proto.targets and proto.code[:2] in JUDGING and not others & known:
                    yield replace(proto, sources=givers, targets=drawers, status=first[0].status, operators=("undergo",))

    def _givers(self, verb: int) -> tuple[Actor, ...]:
        """Return from whom something is drawn, where the parser hung that on the verb."""
        return tuple(actor for part in self._grammar.prepositional(verb, "from") for actor in self._grammar.actors(part))
