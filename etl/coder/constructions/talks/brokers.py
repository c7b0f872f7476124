"""Who is said to have brought two together by a word before what they did: "a US-brokered truce", "Qatari-mediated talks"."""

from collections.abc import Iterator

from etl.coder.actors import Actor
from etl.coder.acts import Proto
from etl.coder.constructions.arms.truces import standing
from etl.coder.grammar.slots import Grammar
from etl.coder.sides.filling import Filling

_BROKERING = frozenset({"broker", "mediate", "facilitate"})
_HOSTED = frozenset({"talk", "negotiation", "dialogue"})
_WITHIN = frozenset({"in", "under", "after", "through", "during", "following", "by", "with", "to", "on", "as"})


class Brokers:
    """Finds the brokers of one parsed sentence."""

    def __init__(self, grammar: Grammar, filling: Filling) -> None:
        """Take the sentence's slots."""
        self._grammar = grammar
        self._filling = filling
        self._tree = grammar.tree

    def told(self) -> Iterator[Proto]:
        """Yield the mediation of each broker between those who came to terms."""
        tree, heads, old = self._tree, self._grammar.cast.heads, set(standing(self._tree))
        for word in tree.places(_BROKERING | {"host"}):
            if tree.lemmas[word] == "host" and tree.lemmas[tree.head[word]] not in _HOSTED:
                continue
            if tree.deps[word] != "amod" or tree.words[word - 1] != "-" or tree.head[word] in old:
                continue
            brokers = tuple(
                actor for kid in tree.kids(word, "npadvmod", "nmod", "compound", "amod") for actor in heads.get(kid, ())
            )
            own = {actor.key for actor in brokers}
            parties = tuple(actor for actor in self._parties(tree.head[word]) if actor.key not in own)
            if brokers and len({actor.key for actor in parties}) > 1:
                yield Proto("045", brokers, parties, "oneway", f"adj:{tree.lemmas[word]}>between:045", word, rank=8)

    def _parties(self, thing: int) -> list[Actor]:
        """Return between whom a deal or talks are: who is named behind it, else who does what the sentence tells of it."""
        tree, grammar = self._tree, self._grammar
        if len(found := self._filling.fill(thing, ("between", "among", "of"))) > 1:
            return found
        if len({actor.key for actor in grammar.possessors(thing)}) > 1:  # "Oman-hosted US-Iran talks"
            return grammar.possessors(thing)
        verb = tree.head[thing]
        if tree.deps[thing] == "pobj":
            if tree.lemmas[verb] not in _WITHIN:
                return []
            verb = tree.head[verb]
        while not grammar.is_verb(verb) and tree.deps[verb] in {"dobj", "pobj", "prep"}:
            verb = tree.head[verb]  # "agree to normalization in a US-brokered accord"
        doers = [actor for agent in grammar.agents(verb) for actor in grammar.actors(agent)] if grammar.is_verb(verb) else []
        others = [actor for part in grammar.objects(verb) for actor in grammar.actors(part)] if len(doers) == 1 else []
        return [*doers, *others]
