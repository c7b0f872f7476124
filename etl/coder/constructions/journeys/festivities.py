"""Feasts given for a bond of two countries: "The Cuban ambassador gave a reception to mark 50 years of ties with Laos".

Whoever gives it honours the other side; who is a guest there is not told.
"""

from collections.abc import Iterator

from etl.coder.actors import Actor
from etl.coder.acts import Proto
from etl.coder.constructions.construction import Construction

_GIVING = frozenset("give hold host throw stage organise organize arrange offer put lay".split(" "))
_FEASTS = frozenset("reception banquet dinner lunch luncheon gala party concert soiree feast celebration ceremony tea".split(" "))
_MARKING = frozenset({"mark", "celebrate", "commemorate", "honour", "honor", "observe"})
_OCCASIONS = frozenset({"on", "for", "in"})
_SPANS = frozenset({"anniversary", "year", "decade", "jubilee", "occasion"})
_PACTS = frozenset({"treaty", "establishment", "agreement", "pact", "recognition", "normalization", "normalisation"})


class Festivities(Construction):
    """Finds whom the feasts of one parsed sentence are given in honour of."""

    def told(self) -> Iterator[Proto]:
        """Yield an honour done to each other party of the bond by those who give it: "held a gala on the anniversary of"."""
        tree, grammar = self._tree, self._grammar
        for verb in tree.places(_GIVING):
            if not grammar.is_verb(verb) or not any(tree.lemmas[thing] in _FEASTS for thing in grammar.objects(verb)):
                continue
            for phrase in self._occasions(verb):
                parties = self._parties(phrase)
                hosts = {actor.key: actor for actor in grammar.doers(verb) if actor.country}
                hosts = hosts or {actor.key: actor for actor in self._place(verb) if actor.key in parties}
                others = tuple(actor for key, actor in parties.items() if key not in hosts)
                together = len(hosts) > 1 and parties.keys() <= hosts.keys()
                if not hosts or not (others or together) or (others and len(parties) > 1 and not hosts.keys() <= parties.keys()):
                    continue  # "the Peruvian ambassador held a dinner for the anniversary of the Lao-Cuban treaty"
                kind = "mutual" if together else "oneway"
                told = Proto("050", tuple(hosts.values()), others, kind, "verb:host>of:050~feast", verb, rank=8)
                yield self._assertion.modal(told, verb, self._lexicon)

    def _occasions(self, verb: int) -> Iterator[int]:
        """Yield the noun that heads each anniversary of a bond that a feast is for: "to mark", "on the anniversary of"."""
        tree, grammar = self._tree, self._grammar
        holders = [verb, *grammar.objects(verb)]
        clauses = [kid for one in holders for kid in tree.kids(one, "advcl", "acl", "xcomp") if tree.lemmas[kid] in _MARKING]
        nouns = [thing for clause in clauses for thing in grammar.objects(clause)]
        nouns += [noun for one in holders for way in _OCCASIONS for noun in grammar.prepositional(one, way)]
        bonds = self._lexicon.classes["bond"] | _PACTS
        for noun in nouns:
            inside = {tree.lemmas[token] for token in tree.subtree(noun)}
            if inside & _SPANS and inside & bonds:
                yield noun

    def _parties(self, noun: int) -> dict[str, Actor]:
        """Return whose bond it is: "the anniversary of relations between Turkey and Laos", "Cuba-DPRK ties"."""
        cast = self._grammar.cast
        inside = [token for token in self._tree.subtree(noun) if self._tree.deps[token] != "relcl"]
        named = [actor for token in inside for actor in (*cast.heads.get(token, ()), *cast.owners.get(token, ()))]
        named += [actor for token in inside for actor in self._grammar.actors(token)]
        return {actor.key: actor for actor in named if actor.country}

    def _place(self, verb: int) -> list[Actor]:
        """Return at whose mission a feast was held: "a reception was held at the Cuban embassy"."""
        places = self._grammar.prepositional(verb, "at")
        return [actor for place in places for actor in self._grammar.actors(place)]
