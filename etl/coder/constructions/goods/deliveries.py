"""Aid that gets there, told by what carries it: "a convoy of Turkish aid entered Syria", "trucks with tents reached Kabul"."""

from collections.abc import Callable, Iterator

from etl.coder.actors import Actor
from etl.coder.acts import Proto, complete
from etl.coder.assertion import Assertion
from etl.coder.constructions.construction import Extension
from etl.coder.grammar.slots import Grammar
from etl.dictionaries import ActLexicon

_ARRIVING = frozenset("enter cross arrive reach roll pull dock land berth unload drive".split())
_CARRIERS = frozenset(
    "convoy truck lorry shipment consignment cargo plane flight ship vessel tanker load batch planeload trainload barge".split()
)
_WAYS = ("into", "in", "at", "to")
_TRADED = frozenset({"sell", "buy", "purchase", "order", "import", "export", "commercial"})
_GIVEN = frozenset({"donate", "gift"})


class Deliveries(Extension):
    """Finds whose aid got where in one parsed sentence."""

    def __init__(self, lexicon: ActLexicon, grammar: Grammar, assertion: Assertion, protos: Callable[[int], list[Proto]]) -> None:
        """Take the frames, the sentence's slots, what becomes of its verbs, and the acts found at each token."""
        super().__init__(lexicon, grammar, assertion, protos)
        self._relief = lexicon.classes["relief_goods"] | lexicon.classes["relief"] | {"aid", "relief", "assistance"}
        self._arms = lexicon.classes["arms"] | {"arms", "weapon", "ammunition"}

    def told(self) -> Iterator[Proto]:
        """Yield each delivery of aid that no frame has found."""
        for verb in filter(self._grammar.is_verb, self._tree.places(_ARRIVING)):
            if any(complete(one) and one.code[:2] == "07" for one in self._protos(verb)):
                continue
            for carrier in self._tree.kids(verb, "nsubj", "nsubjpass"):
                if self._tree.lemmas[carrier] not in _CARRIERS or not self._laden(carrier):
                    continue
                senders = {actor.key: actor for actor in self._senders(carrier) if _is_state(actor)}
                receivers = [actor for actor in self._receivers(verb) if _is_state(actor) and actor.key not in senders]
                if senders and receivers:
                    name = f"verb:{self._tree.lemmas[verb]}~delivery"
                    words = self._words(carrier)
                    code = "072" if words & self._arms and words.isdisjoint(self._relief) else "073"
                    told = Proto(code, tuple(senders.values()), (receivers[0],), "oneway", name, verb, rank=12)
                    yield self._assertion.modal(told, verb, self._lexicon)

    def _laden(self, carrier: int) -> bool:
        """Whether something carries aid: goods of relief by name, or whatever was donated."""
        words = self._words(carrier)
        return bool(words & (_GIVEN | self._relief | self._arms)) and words.isdisjoint(_TRADED)

    def _words(self, carrier: int) -> set[str]:
        return {self._tree.lemmas[token] for token in self._tree.subtree(carrier)} - _CARRIERS

    def _senders(self, carrier: int) -> list[Actor]:
        """Return whose aid it is: whose carrier, whose goods, or from or by whom they come."""
        tree, grammar = self._tree, self._grammar
        inside = tree.subtree(carrier)
        owned = [actor for token in inside if tree.pos[token] == "NOUN" for actor in grammar.possessors(token)]
        named = [token for token in inside if tree.deps[token] == "pobj" and tree.lemmas[tree.head[token]] in {"from", "by"}]
        return owned or [actor for token in named for actor in grammar.actors(token)]

    def _receivers(self, verb: int) -> list[Actor]:
        """Return where it arrives: "entered Syria", "docked in Colombo", "crossed into northern Gaza"."""
        grammar = self._grammar
        places = [*grammar.objects(verb), *(part for way in _WAYS for part in grammar.prepositional(verb, way))]
        return [actor for place in places for actor in (*grammar.actors(place), *grammar.possessors(place))]


def _is_state(actor: Actor) -> bool:
    """Whether somebody is a country and no firm of one: "an AstraZeneca vaccine", "landed at Nikola Tesla Airport"."""
    return actor.country is not None and (actor.role != "BUS" or actor.basis != "organization")
