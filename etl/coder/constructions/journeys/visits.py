"""Visits that no verb tells: "Lavrov in Pyongyang" as a headline, "told the visiting premier"."""

from collections.abc import Iterator

from etl.coder.actors import Actor
from etl.coder.acts import Proto
from etl.coder.grammar.slots import Grammar
from etl.coder.sides.filling import SPEAKING_TO
from etl.coder.tree import Tree

_STATESMEN = frozenset({"GOV", "LEG", "MIL"})
_IN_PERSON = frozenset("watch address attend lay open inspect dine lunch review celebrate speak deliver join".split(" "))
_SEATS = frozenset({"Brussels", "Geneva", "Vienna", "Hague", "Bern"})
"""Where bodies meet: who speaks there visits a body."""
_HOLDING = frozenset({"hold", "have", "conduct", "begin", "start", "open", "resume", "continue"})
_TALKS = frozenset({"talk", "negotiation", "discussion", "consultation"})
_DONE = frozenset({"is", "are", "was", "were", "has", "have", "had", "been", "'s", "’s"})
_PLACES = frozenset({"name", "capital", "city"})


class Visits:
    """Finds the guests of one parsed sentence."""

    def __init__(self, grammar: Grammar) -> None:
        """Take the sentence's slots."""
        self._grammar = grammar
        self._tree = grammar.tree

    def abroad(self) -> Iterator[Proto]:
        """Yield the visit that no verb tells: "Lavrov in Pyongyang" as a headline, "Clinton, in Beijing for talks, said"."""
        tree, heads = self._tree, self._grammar.cast.heads
        for token in range(len(tree)):
            guests = [actor for actor in heads.get(token, ()) if actor.person and not actor.plural and actor.role in _STATESMEN]
            if not guests or tree.pos[token] not in {"NOUN", "PROPN"}:
                continue
            alone = self._grammar.is_title and tree.head[token] == token
            behind = [
                prep for back in tree.kids(token, "advmod") if tree.lemmas[back] == "back" for prep in tree.kids(back, "prep")
            ]
            for place in (*tree.kids(token, "prep"), *behind):  # "Zelensky back in Paris"
                if not alone and not (tree.words[place - 1] == "," and self._on_business(token, place)):
                    continue
                hosts = [
                    actor
                    for noun in (tree.kids(place, "pobj") if tree.lemmas[place] == "in" else ())
                    for actor in heads.get(noun, ())
                    if actor.basis in _PLACES and actor.key != guests[0].key
                ]
                if hosts:
                    yield Proto("042", tuple(guests), tuple(hosts[:1]), "visit", "headline:in>in:042", place)

    def conversing(self) -> Iterator[Proto]:
        """Yield the visit of somebody who speaks to a host in the host's own city: "Macron told Xi in Beijing that ..."."""
        tree, grammar = self._tree, self._grammar
        for verb in filter(grammar.is_verb, tree.places(SPEAKING_TO)):
            if grammar.auxiliaries(verb):
                continue
            guests = [one for part in grammar.agents(verb) for one in grammar.actors(part) if one.person and not one.plural]
            hosts = [one for part in grammar.objects(verb) for one in grammar.actors(part) if one.person and not one.plural]
            holders = (verb, *grammar.objects(verb))
            places = [one for holder in holders for noun in grammar.prepositional(holder, "in") for one in grammar.actors(noun)]
            cities = {place.key for place in places if place.basis in _PLACES - {"name"}}
            hosts = [host for host in hosts if host.key in cities]
            if guests and hosts and guests[0].key != hosts[0].key and guests[0].role in _STATESMEN:
                yield Proto("042", tuple(guests[:1]), tuple(hosts[:1]), "visit", "verb:tell>in:042", verb)

    def acting(self) -> Iterator[Proto]:
        """Yield the visit of a statesman who does in another's capital what takes his presence: "watched a parade in Rabat"."""
        tree, grammar = self._tree, self._grammar
        for verb in filter(grammar.is_verb, tree.places(_IN_PERSON)):
            if grammar.auxiliaries(verb) or tree.kids(verb, "neg"):
                continue
            guests = [
                one
                for part in grammar.agents(verb)
                for one in grammar.cast.heads.get(part, ())
                if one.person and not one.plural and one.role == "GOV" and one.basis == "person"
            ]
            hosts = self._in_a_capital((verb, *grammar.objects(verb)))
            if guests and hosts and {one.key for one in hosts}.isdisjoint(one.key for one in guests):
                yield Proto("042", tuple(guests), tuple(hosts[:1]), "visit", "verb:act>in:042", verb)

    def talking(self) -> Iterator[Proto]:
        """Yield the visit of officials who hold talks in another's capital, with whom is not said: "held talks in Washington"."""
        tree, grammar = self._tree, self._grammar
        for verb in filter(grammar.is_verb, tree.places(_HOLDING | {"negotiate"})):
            things = grammar.objects(verb)
            things = [*things, *(part for noun in things for part in grammar.prepositional(noun, "of"))]  # "two days of talks"
            talks = [noun for noun in things if tree.lemmas[noun] in _TALKS]
            bare = not talks and tree.lemmas[verb] != "negotiate"
            if bare or tree.kids(verb, "neg") or not set(grammar.auxiliaries(verb)) <= _DONE:
                continue
            holders = (verb, *things)
            if any(grammar.prepositional(holder, way) for holder in holders for way in ("with", "between", "among")):
                continue
            doers = grammar.agents(verb)
            if any(_many_sided(tree, noun) for noun in talks):
                continue
            people = [one for part in doers for whom in tree.conjuncts(part) for one in grammar.cast.heads.get(whom, ())]
            guests = [one for one in people if one.role in _STATESMEN]
            hosts = {one.key: one for one in self._in_a_capital(holders) if one.key not in {guest.key for guest in guests}}
            alone = any(tree.kids(part, "conj") for part in doers) and len({one.key for one in people}) != 1
            if hosts and len({one.key for one in guests}) == 1 and not alone:  # else they hold them with each other
                yield Proto("042", tuple(guests[:1]), tuple(hosts.values()), "visit", "verb:negotiate>in:042", verb)

    def _in_a_capital(self, holders: tuple[int, ...]) -> list[Actor]:
        """Return whose capital, no seat of bodies, something is done in that hangs on one of some words."""
        return [
            one
            for holder in holders
            for place in self._grammar.prepositional(holder, "in")
            for noun in self._tree.conjuncts(place)
            for one in self._grammar.cast.heads.get(noun, ())
            if one.basis == "capital" and self._tree.words[noun] not in _SEATS
        ]

    def _on_business(self, guest: int, place: int) -> bool:
        """Whether somebody is said to be somewhere for something: "in Beijing for annual talks", "in Rome on a visit"."""
        preps = [*self._tree.kids(guest, "prep"), *(token for token in self._tree.subtree(place) if token > place)]
        return any(self._tree.words[token].lower() in {"for", "on", "to"} for token in preps if token > place)

    def received(self) -> Iterator[Proto]:
        """Yield the visit of a guest who speaks or whom the host speaks to: "Modi told the visiting Thai premier"."""
        tree, grammar = self._tree, self._grammar
        for token in range(len(tree)):
            noun = tree.head[token]
            if tree.words[token].lower() != "visiting" or tree.deps[token] != "amod":
                continue
            guests = [actor for actor in grammar.cast.heads.get(noun, ()) if actor.country and actor.person]
            verb = next((above for above in tree.ancestors(noun) if grammar.is_verb(above)), None)
            if not guests or verb is None or tree.deps[noun] not in {"dobj", "dative", "nsubj"}:
                continue
            others = grammar.agents(verb)
            if tree.deps[noun] == "nsubj":
                others = grammar.objects(verb) if tree.lemmas[verb] in SPEAKING_TO else []
            hosts = [actor for part in others for actor in grammar.actors(part) if actor.country]
            if hosts and {actor.key for actor in hosts}.isdisjoint(actor.key for actor in guests):
                yield Proto("042", tuple(guests[:1]), tuple(hosts[:1]), "visit", "adj:visiting>subj:042", token)


def _many_sided(tree: Tree, talks: int) -> bool:
    """Whether talks are said to have so many sides: "three-way talks", "trilateral consultations"."""
    said = tree.text[tree.starts[tree.subtree(talks)[0]] : tree.ends[talks]].lower()
    return "-way" in said or "lateral" in said
