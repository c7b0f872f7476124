"""Doers whom nobody names but by where it happens: crowds in Amman, a ministry in Baghdad."""

from collections.abc import Set as AbstractSet
from dataclasses import replace

from etl.coder.actors import Actor
from etl.coder.grammar.slots import Grammar
from etl.coder.sides.filling import Filling

_BEFORE = ("outside", "near", "at", "before", "around", "against", "of")
_SPREADING = frozenset({"spread", "reach", "come", "extend", "return"})
_REPORTING = frozenset({"say", "announce", "confirm", "state", "add", "report"})
_RULING = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "SPY"})
_SWEEPING = frozenset({"sweep", "engulf", "grip", "rock", "spread", "convulse", "shake", "hit"})
_ACROSS = ("across", "through", "over")
_DEFENDING = frozenset({"shoot", "down", "destroy", "intercept", "neutralise", "neutralize"})
_UNMANNED = frozenset({"drone", "missile", "rocket", "uav", "projectile"})
_AT_LARGE = frozenset({"INS", "REB", "SEP", "CRM", "COP"})
_BANDS = frozenset({"gang", "bomber", "group", "band", "mob"})
"""One gunman may come from anywhere; bands and suicide bombers are of where they strike."""
_CREEDS = ("islam", "jihad", "muslim", "sunni", "shi", "mao", "marx", "communist")
_SIDING = frozenset({"back", "link", "ally", "support", "arm", "train", "fund", "sponsor"})
_WHERE = ("in", "near", "off", "outside", "at", "from", "around")
_LODGING = frozenset({"house", "host", "use", "man", "shelter", "lodge", "operate", "run"})


class Scenes:
    """Finds the unnamed doers of one parsed sentence."""

    def __init__(self, grammar: Grammar, filling: Filling) -> None:
        """Take the sentence's slots."""
        self._grammar = grammar
        self._filling = filling
        self._tree = grammar.tree

    def scene(self, token: int) -> list[Actor]:
        """Return in whose country a crowd took to the streets: "anti-Japan riots broke out in Xi'an", "crowds in Amman"."""
        tree, grammar = self._tree, self._grammar
        above = tree.head[token]
        subject = tree.deps[token] in {"nsubj", "nsubjpass"} and grammar.is_verb(above)
        verb = grammar.is_verb(token)
        # "Hundreds rallied in Cairo, chanting slogans"
        beside = verb and tree.deps[token] in {"advcl", "conj", "xcomp"} and tree.tags[token] in {"VBG", "VBD"}
        holders = [token, *([above] if subject else []), *(grammar.agents(token) if verb else [])]
        streets = [part for part in grammar.prepositional(above, "to") if tree.lemmas[part] == "street"] if beside else []
        holders += [above] if beside and grammar.is_verb(above) and not tree.kids(token, "nsubj") else []
        # "protests near the U.S. embassy in Cairo", "picketed the embassy in Colombo"
        posts = [post for holder in holders for near in _BEFORE for post in grammar.prepositional(holder, near)]
        posts += grammar.objects(token) if verb else []
        within = [part for holder in holders for part in grammar.prepositional(holder, "in")]
        fronts = [part for part in within if tree.lemmas[part] == "front"]  # "in front of the U.S. consulate in Lahore"
        posts += [post for front in fronts for post in (front, *grammar.prepositional(front, "of"))]
        found = [self._filling.named([part for part in within if part not in fronts])] if fronts else []
        found += [self._filling.fill(place, ("in", "across", "through")) for place in (*(() if fronts else holders), *posts)]
        found.append(self._filling.fill(above, ("to",)) if subject and tree.lemmas[above] in _SPREADING else [])
        found += [self._filling.fill(street, ("of", "in")) for street in streets]
        found += [self._swept(token), self._topic()]
        return self._unnamed(next((actors for actors in found if actors), []))

    def _swept(self, noun: int) -> list[Actor]:
        """Return the country that protests go through: "a wave of protests against Nauru swept Fiji"."""
        tree = self._tree
        top = noun
        while tree.deps[top] in {"pobj", "prep"} and tree.head[top] != top:
            top = tree.head[top]
        verb = tree.head[top]
        if tree.deps[top] != "nsubj" or tree.lemmas[verb] not in _SWEEPING:
            return []
        heads = [*tree.kids(verb, "dobj"), *(part for way in _ACROSS for part in self._grammar.prepositional(verb, way))]
        return [actor for part in heads for actor in self._grammar.actors(part) if actor.basis != "coreference"]

    def whereabouts(self, verb: int) -> list[Actor]:
        """Return in whose country something is done by nobody named: "summoned to the ministry in Baghdad"."""
        near = [
            part
            for prep in ("to", "at", "on", "upon", "before", "from", "over")
            for part in self._grammar.prepositional(verb, prep)
        ]
        found = [self._filling.fill(part, ("in", "at")) for part in (verb, *near)]
        return self._unnamed(next((actors for actors in found if actors), self._topic()))

    def defenders(self, verb: int, others: AbstractSet[str]) -> list[Actor]:
        """Return over whose land drones or missiles are shot down by nobody named, or who tells it: "downed over Moscow".

        Jets are left out: over a land at war it may be anybody who hits them.
        """
        tree, grammar = self._tree, self._grammar
        things = {tree.lemmas[thing] for thing in grammar.objects(verb)}
        if tree.lemmas[verb] not in _DEFENDING or not things & _UNMANNED or tree.kids(verb, "agent"):
            return []
        if told := self.reporters(verb, others):
            return told
        places = [part for way in ("over", "above") for part in grammar.prepositional(verb, way)]
        return self._unnamed([one for place in places for one in grammar.actors(place, loose=True) if one.key not in others])

    def at_large(self, verb: int, others: AbstractSet[str]) -> list[Actor]:
        """Return in whose country armed men of nobody named seize or kill others: "gunmen kidnapped two Chinese in Nigeria"."""
        tree, grammar = self._tree, self._grammar
        agents = [part for agent in grammar.agents(verb) for part in tree.conjuncts(agent)]
        roles = [grammar.role_at(part) for part in agents if not grammar.actors(part)]
        many = all(tree.tags[part] == "NNS" or tree.lemmas[part] in _BANDS for part in agents)
        told = grammar.doers(tree.head[verb]) if tree.deps[verb] == "ccomp" and grammar.is_verb(tree.head[verb]) else []
        if any(self._sworn_elsewhere(part) for part in agents) or any(actor.key in others for actor in told):
            return []  # what those who were struck say of bands is held against no state
        if not roles or not many or len(roles) < len(agents) or any(role is None or role.role not in _AT_LARGE for role in roles):
            return []
        things = [part for thing in grammar.objects(verb) for part in tree.conjuncts(thing)]
        holders = (verb, *things, *(part for thing in things for part in grammar.prepositional(thing, "of")), *agents)
        sites = [part for holder in holders for way in _WHERE for part in grammar.prepositional(holder, way)]
        sites += [part for site in sites for way in ("in", "of") for part in grammar.prepositional(site, way)]
        found = [actor for site in sites for actor in (*grammar.actors(site), *grammar.possessors(site)) if actor.country]
        return self._unnamed([actor for actor in found if actor.key not in others][:1])

    def _sworn_elsewhere(self, noun: int) -> bool:
        """Whether armed men are called by a people, or by whose side they are on: "militants loyal to Iran"."""
        tree = self._tree
        named = [kid for kid in tree.kids(noun, "amod", "compound") if kid and tree.words[kid][:1].isupper()]
        foreign = any(not tree.words[kid].lower().startswith(_CREEDS) for kid in named)
        siding = any(kid > noun for kid in tree.kids(noun, "amod")) or any(
            tree.lemmas[kid] in _SIDING for kid in tree.kids(noun, "acl")
        )
        return foreign or siding

    def quartered(self, verb: int, others: AbstractSet[str]) -> list[Actor]:
        """Return whose soldiers live in what is struck: "fired missiles at Iraqi bases housing American troops"."""
        tree, grammar = self._tree, self._grammar
        struck = [*grammar.objects(verb), *(part for way in ("at", "on", "into") for part in grammar.prepositional(verb, way))]
        struck += [part for thing in struck for way in ("at", "on") for part in grammar.prepositional(thing, way)]
        hung = [*tree.kids(verb, "advcl"), *(clause for thing in struck for clause in tree.kids(thing, "acl", "relcl"))]
        clauses = [
            clause for clause in hung if tree.lemmas[clause] in _LODGING and clause - 1 in {*struck, *tree.children[clause]}
        ]
        lodged = [thing for clause in clauses if not grammar.passive(clause) for thing in tree.kids(clause, "dobj")]
        lodged += [part for clause in clauses for agent in tree.kids(clause, "agent") for part in tree.kids(agent, "pobj")]
        return [actor for part in lodged for actor in grammar.actors(part) if actor.key not in others and actor.country]

    def reporters(self, verb: int, others: AbstractSet[str]) -> list[Actor]:
        """Return who says that something was done by nobody named: "Moscow said a note had been handed to the envoy"."""
        tree, grammar = self._tree, self._grammar
        above = tree.head[verb]
        told = tree.deps[verb] == "ccomp" and grammar.is_verb(above) and tree.lemmas[above] in _REPORTING
        abroad = told and self._filling.fill(verb, ("in", "at", "by"))
        if not told or abroad or grammar.is_title:
            return []
        found = grammar.doers(above)
        return found if found and {actor.key for actor in found}.isdisjoint(others) and found[0].role in _RULING else []

    def _topic(self) -> list[Actor]:
        """Return the country before a headline's colon: "Kabul: Crowd attacks embassy"."""
        tree = self._tree
        stop = next((token for token in range(1, min(4, len(tree))) if tree.words[token] in {":", "."}), None)
        return self._grammar.actors(stop - 1) if self._grammar.is_title and stop is not None else []

    @staticmethod
    def _unnamed(places: list[Actor]) -> list[Actor]:
        """Return those of a place as people whom no phrase names: what the sentence says of the place is not said of them."""
        return [replace(place, basis="scene") for place in places]
