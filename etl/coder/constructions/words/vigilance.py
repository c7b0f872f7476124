"""The world called to be on its guard against somebody: "urged the world to be vigilant against Japan's militarism"."""

from collections.abc import Iterator

from etl.coder.acts import Proto
from etl.coder.assertion import Assertion
from etl.coder.sides.filling import Filling
from etl.dictionaries import ActLexicon

_WATCHFULNESS = frozenset({"alert", "guard", "vigilant", "vigilance", "watchful", "watch", "wary", "watchfulness", "lookout"})
_CALLING = frozenset("urge call ask appeal exhort tell implore plead press".split(" "))
_MANY = frozenset("world community nation country mankind humanity neighbour neighbor people region bloc".split(" "))
_WORLDWIDE = frozenset({"global", "international", "world", "worldwide", "regional", "universal"})
_OVER = ("against", "over", "about", "for", "of", "to", "toward", "towards")


class Vigilance:
    """Finds whom one parsed sentence calls the world to watch."""

    def __init__(self, lexicon: ActLexicon, filling: Filling, assertion: Assertion) -> None:
        """Take the frames, the sentence's slots and what becomes of its verbs."""
        self._lexicon = lexicon
        self._filling = filling
        self._grammar = filling.grammar
        self._tree = filling.tree
        self._assertion = assertion

    def told(self) -> Iterator[Proto]:
        """Yield the rallying of others against whom they are to watch: "called for global vigilance against"."""
        for token in self._tree.places(_WATCHFULNESS):
            verb = self._called_by(token)
            if verb is None or not self._grammar.is_verb(verb):
                continue
            doers = {actor.key: actor for actor in self._grammar.doers(verb)}
            above = self._tree.head[self._tree.head[token]]
            watched = [*self._filling.fill(token, _OVER), *(self._filling.fill(above, _OVER) if above != verb else ())]
            against = tuple(actor for actor in watched if actor.key not in doers and actor.country)
            if doers and against:
                told = Proto("113", tuple(doers.values()), against, "oneway", "verb:urge>against:113~alert", verb, rank=9)
                yield self._assertion.modal(told, verb, self._lexicon)

    def _called_by(self, token: int) -> int | None:
        """Return the verb that calls many to be watchful, None where nobody does, or only one is told to."""
        tree = self._tree
        above = tree.head[token]
        if tree.deps[token] == "pobj" and tree.lemmas[above] == "for" and tree.lemmas[tree.head[above]] == "call":
            wide = {tree.words[kid].lower() for kid in tree.kids(token, "amod", "compound")} & _WORLDWIDE
            return tree.head[above] if wide else None
        clause = tree.head[above] if tree.deps[token] == "pobj" and tree.lemmas[above] == "on" else above
        verb = tree.head[clause]
        if tree.deps[clause] not in {"xcomp", "ccomp", "advcl"} or tree.lemmas[verb] not in _CALLING:
            return None
        called = [*tree.kids(verb, "dobj"), *(noun for way in ("on", "to") for noun in self._grammar.prepositional(verb, way))]
        called += tree.kids(clause, "nsubj")
        many = any(tree.lemmas[one] in _MANY and not self._grammar.cast.heads.get(one) for one in called)
        return verb if many else None
