"""Goods that stop or come again, and talks that fail, with nobody said to do it: "gas deliveries to Chad stopped"."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from etl.coder.actors import Actor
from etl.coder.acts import Proto, complete
from etl.coder.assertion import Assertion
from etl.coder.grammar.slots import Grammar
from etl.dictionaries import ActLexicon

_STOPPING = frozenset("stop halt cease end suspend interrupt discontinue".split())
_COMING_AGAIN = frozenset({"resume", "restart", "recommence"})
_FLOWS = frozenset({"delivery", "supply", "flow", "export", "import", "shipment", "transit", "sale"})
_BOUGHT = frozenset({"import"})
_LET_IN = frozenset({"import", "shipment"})
_ENERGY = frozenset("gas oil crude electricity power fuel lng coal diesel petrol gasoline energy uranium earth gallium".split())
"""What whoever has it turns on and off; other goods are let in or not by whoever buys them."""
_FAILING = frozenset({"collapse", "founder", "unravel"})
_APART = {"break": "down", "fall": "apart"}
_ENDING = _STOPPING | _COMING_AGAIN | _FAILING | _APART.keys()
_CODES = ("04", "036")


class Flows:
    """Finds what stops, resumes or fails by itself in one parsed sentence."""

    def __init__(self, lexicon: ActLexicon, grammar: Grammar, assertion: Assertion, protos: Callable[[int], list[Proto]]) -> None:
        """Take the frames, the sentence's slots, and the acts found at each token."""
        self._lexicon = lexicon
        self._grammar = grammar
        self._assertion = assertion
        self._protos = protos
        self._tree = grammar.tree

    def told(self) -> Iterator[tuple[int, Proto]]:
        """Yield the noun of each flow or talk, whose own act is told by what becomes of it, and that act."""
        for verb in filter(self._grammar.is_verb, self._tree.places(_ENDING)):
            if not self._tree.kids(verb, "agent", "dobj", "neg"):
                for noun in self._subjects(verb):
                    found = self._failed(verb, noun) or self._stopped(verb, noun)
                    yield from ((noun, self._assertion.modal(proto, verb, self._lexicon)) for proto in found)

    def _subjects(self, verb: int) -> list[int]:
        """Return what a verb is said of; the flow that the parser took for its main verb: "Gas flows to Chad stopped"."""
        tree = self._tree
        above = tree.head[verb]
        taken = (
            tree.deps[verb] in {"advcl", "ccomp"} and above < verb and tree.tags[above] == "VBZ" and tree.lemmas[above] == "flow"
        )
        return tree.kids(verb, "nsubj", "nsubjpass") or ([above] if taken else [])

    def _failed(self, verb: int, noun: int) -> list[Proto]:
        """Return the end of talks that come to nothing."""
        tree = self._tree
        apart = {tree.words[kid].lower() for kid in tree.children[verb]}
        fails = tree.lemmas[verb] in _FAILING or _APART.get(tree.lemmas[verb]) in apart
        if not fails or tree.lemmas[noun] not in self._lexicon.classes["talk"]:
            return []
        held = [proto for proto in self._protos(noun) if proto.code.startswith(_CODES) and complete(proto)]
        return [
            replace(proto, code="164", status="happened", trigger=verb, rule_id=f"verb:{tree.lemmas[verb]}({proto.rule_id})~flow")
            for proto in held
        ]

    def _stopped(self, verb: int, noun: int) -> list[Proto]:
        """Return what the seller or the buyer of goods does that stop or come again."""
        tree = self._tree
        again = tree.lemmas[verb] in _COMING_AGAIN
        if not (again or tree.lemmas[verb] in _STOPPING) or tree.lemmas[noun] not in _FLOWS:
            return []
        if any(proto.code[:2] != "06" for proto in self._protos(noun)):
            return []  # "weapons deliveries" are aid
        goods = self._grammar.prepositional(noun, "of")
        sellers = self._parties(noun, goods)
        buyers = [
            actor
            for holder in (noun, *goods)
            for way in ("to", "into")
            for place in self._grammar.prepositional(holder, way)
            for actor in self._grammar.actors(place)
        ]
        others = {actor.country for actor in sellers}
        if not sellers or not buyers or others & {actor.country for actor in buyers} or None in others:
            return []
        named = {tree.lemmas[word].lower() for word in tree.subtree(noun)}
        theirs = bool(self._grammar.possessors(noun))  # "Brazil's shipments": who sends them is who acts
        by_the_buyer = tree.lemmas[noun] in (_LET_IN if again else _BOUGHT) and not named & _ENERGY and not theirs
        sides = (tuple(buyers), tuple(sellers)) if by_the_buyer else (tuple(sellers), tuple(buyers))
        code = "163" if not again else "085" if by_the_buyer else "061"
        return [Proto(code, *sides, "oneway", f"verb:{tree.lemmas[verb]}~flow", verb, rank=12)]

    def _parties(self, noun: int, goods: list[int]) -> list[Actor]:
        """Return whose goods flow: "Russian gas supplies", "exports of Russian gas", "gas flows from Russia"."""
        tree, grammar = self._tree, self._grammar
        origins = [place for holder in (noun, *goods) for place in grammar.prepositional(holder, "from")]
        found = [actor for place in origins for actor in grammar.actors(place)]
        if not found:
            holders = (noun, *tree.kids(noun, "nsubj", "compound"), *goods)
            found = [actor for holder in holders for actor in grammar.actors(holder, loose=True)]
        return list({actor.key: actor for actor in found if actor.country}.values())
