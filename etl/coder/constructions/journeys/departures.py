"""Who is told to go: another's diplomats are expelled, one's own citizens are called home from a country."""

from collections.abc import Iterator

from etl.coder.actors import Actor
from etl.coder.acts import Proto
from etl.coder.constructions.construction import Construction

_TELLING = frozenset("tell ask order give instruct command direct request urge advise call warn".split(" "))
_SHOWING = frozenset({"show", "hand", "give"})
_EXPELLING = frozenset("tell ask order give instruct command direct request".split(" "))
_LEAVING = frozenset({"leave", "go", "depart", "quit", "exit", "get", "pack"})
_AVOIDING = frozenset({"avoid", "refrain", "defer", "postpone", "reconsider", "cancel", "shun", "delay"})
_TRAVELLING = frozenset({"travel", "trip", "visit", "go", "tour", "tourism", "study", "fly", "journey"})
_STAFF = frozenset({"staff", "employee", "worker", "official", "personnel", "member", "officer", "attache"})
_MISSIONS = frozenset({"embassy", "consulate", "mission", "diplomatic", "consular"})
_CIVILIAN = frozenset("MED CVL EDU NGO BUS REL LAB HRI REF".split())
_LANDS = frozenset({"country", "nation", "kingdom", "republic", "territory"})
_SPANS = frozenset({"hour", "day", "week", "fortnight"})
_LUGGAGE = frozenset({"bag", "suitcase"})
_OWN = frozenset(
    {"citizen", "national", "people", "resident", "traveller", "traveler", "tourist", "student", "subject", "expatriate"}
)


class Departures(Construction):
    """Finds the departures that are ordered or advised in one parsed sentence."""

    def told(self) -> Iterator[Proto]:
        """Yield expulsions and travel advice, each at the verb of telling."""
        for verb in filter(self._grammar.is_verb, self._tree.places(_TELLING)):
            if not self._tree.kids(verb, "neg"):
                yield from (self._assertion.modal(proto, verb, self._lexicon) for proto in self._ordered(verb))

        for verb in filter(self._grammar.is_verb, self._tree.places(_SHOWING)):
            if not self._tree.kids(verb, "neg"):
                yield from (self._assertion.modal(proto, verb, self._lexicon) for proto in self._shown_out(verb))

    def _shown_out(self, verb: int) -> Iterator[Proto]:
        """Yield who is shown the door, or handed his marching orders, where he is another's diplomat."""
        tree, grammar = self._tree, self._grammar
        things = [
            *tree.kids(verb, "dobj", "dative"),
            *(kid for part in tree.kids(verb, "dobj") for kid in tree.kids(part, "appos")),
        ]
        door = tree.lemmas[verb] == "show" and any(tree.lemmas[thing] in {"door", "exit"} for thing in things)
        marching = any(tree.words[thing - 1].lower() == "marching" for thing in things)
        doers = tuple(actor for actor in grammar.doers(verb) if actor.country)
        own = {actor.key for actor in doers}
        for person in (thing for thing in things if (door or marching) and self._is_diplomat(thing)):
            others = tuple(actor for actor in grammar.actors(person, loose=True) if actor.key not in own and actor.country)
            if doers and others:
                yield Proto("161", doers, others, "oneway", f"verb:{tree.lemmas[verb]}=leave", verb, rank=12)

    def _ordered(self, verb: int) -> Iterator[Proto]:
        tree, grammar = self._tree, self._grammar
        leaving = [token for token in tree.subtree(verb) if token > verb and (self._leaves(token) or self._stays_away(token))]
        doers = tuple(actor for actor in grammar.doers(verb) if actor.country)
        own = {actor.key for actor in doers}
        if not leaving or len(own) != 1:
            return
        told = tree.kids(verb, "nsubjpass") if grammar.passive(verb) else tree.kids(verb, "dobj", "dative", "iobj")
        told += [subject for clause in tree.kids(verb, "ccomp") for subject in tree.kids(clause, "nsubj")]
        told += [
            part for prep in tree.kids(verb, "prep", "dative") for part in tree.kids(prep, "pobj") if tree.words[prep] == "on"
        ]
        for person in (part for first in told for part in tree.conjuncts(first)):
            others = tuple(actor for actor in grammar.actors(person, loose=True) if actor.key not in own and actor.country)
            rule_id = f"verb:{tree.lemmas[verb]}=leave"
            if others and tree.lemmas[verb] in _EXPELLING and self._is_diplomat(person):
                yield Proto("161", doers, others, "oneway", rule_id, verb, rank=12)
            elif others and self._banishes(verb, leaving[0], person) and {actor.role for actor in others} <= _CIVILIAN:
                yield Proto("174", doers, others, "oneway", rule_id, verb, rank=12)  # "gave the reporter a week to leave"
            elif not others and (tree.lemmas[person] in _OWN or self._is_own(person, own)):
                left = tuple(self._left(leaving[0], own))
                if left:
                    yield Proto("160", doers, left, "oneway", rule_id, verb, rank=12)

    def _banishes(self, verb: int, leaving: int, person: int) -> bool:
        """Whether people are ordered out of a country, or given days to leave; who has until next year is only threatened."""
        tree, role = self._tree, self._grammar.role_at(person)
        if tree.lemmas[verb] == "order":  # but not a vessel, nor out of some area
            people = role is not None and role.kind == "person"
            return people and any(tree.lemmas[thing] in _LANDS for thing in tree.kids(leaving, "dobj"))
        return tree.lemmas[verb] == "give" and any(
            tree.lemmas[kid] in _SPANS for kid in tree.kids(verb, "dobj", "npadvmod", "dative")
        )

    def _leaves(self, token: int) -> bool:
        """Whether a word is the infinitive of going away: "to leave", "to get out", but not "to go to a summit"."""
        tree = self._tree
        if tree.lemmas[token] not in _LEAVING or tree.tags[token] != "VB" or "to" not in self._grammar.auxiliaries(token):
            return False
        if tree.lemmas[token] == "pack" and any(tree.lemmas[thing] in _LUGGAGE for thing in tree.kids(token, "dobj")):
            return True
        out = any(tree.lemmas[kid] in {"out", "home", "off", "away", "up"} for kid in tree.children[token])
        to_somewhere = any(tree.lemmas[kid] in {"to", "for", "on", "into"} for kid in tree.kids(token, "prep"))
        return out if tree.lemmas[token] in {"get", "pack"} else not to_somewhere and not tree.kids(token, "xcomp", "acomp")

    def _stays_away(self, token: int) -> bool:
        """Whether a word tells of keeping off: "not to travel to", "to avoid travelling to", "against going to"."""
        tree = self._tree
        if tree.tags[token] == "VBG" and tree.deps[token] == "pcomp" and tree.lemmas[tree.head[token]] == "against":
            return tree.lemmas[token] in _TRAVELLING
        if tree.tags[token] != "VB" or "to" not in self._grammar.auxiliaries(token):
            return False
        if tree.lemmas[token] == "stay":
            return any(tree.words[kid].lower() in {"away", "out"} for kid in tree.children[token])
        if tree.lemmas[token] in _AVOIDING:
            inner = [*tree.kids(token, "xcomp", "pcomp"), *(self._grammar.objects(token))]
            inner += [part for prep in tree.kids(token, "prep") for part in tree.kids(prep, "pcomp", "pobj")]
            return any(tree.lemmas[part] in _TRAVELLING for part in inner)
        return tree.lemmas[token] in _TRAVELLING and bool(tree.kids(token, "neg"))

    def _is_diplomat(self, noun: int) -> bool:
        tree = self._tree
        before = {tree.lemmas[kid].lower() for kid in tree.kids(noun, "compound", "amod", "nmod")}
        diplomats = self._lexicon.classes["diplomat"]
        behind = {tree.lemmas[part] for part in self._grammar.prepositional(noun, "of")}
        counted = bool(behind & diplomats) or (bool(behind & _MISSIONS) and tree.lemmas[noun] in _STAFF)
        unwelcome = tree.pos[noun] == "PRON" and bool(tree.places({"grata", "gratae"}))
        return (
            unwelcome or tree.lemmas[noun] in diplomats or (tree.lemmas[noun] in _STAFF and bool(before & _MISSIONS)) or counted
        )

    def _is_own(self, noun: int, own: set[str]) -> bool:
        """Whether people are the teller's own by their name: "told Britons"."""
        return any(actor.key in own and actor.role == "CVL" for actor in self._grammar.cast.heads.get(noun, ()))

    def _left(self, leaving: int, own: set[str]) -> Iterator[Actor]:
        tree, grammar = self._tree, self._grammar
        places = [*grammar.objects(leaving), *grammar.prepositional(leaving, "from"), *grammar.prepositional(leaving, "of")]
        places += [part for kid in tree.kids(leaving, "prep", "advmod", "prt") for part in grammar.prepositional(kid, "of")]
        places += [part for kid in tree.kids(leaving, "prep") for part in tree.kids(kid, "pobj")]
        if not self._leaves(leaving):  # "not to travel to", "to avoid trips to"
            places += [
                part
                for token in tree.subtree(leaving)
                for way in ("to", "in")
                for part in self._grammar.prepositional(token, way)
            ]
        yield from {a.key: a for place in places for a in grammar.actors(place) if a.country and a.key not in own}.values()
