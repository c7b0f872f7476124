"""Targets that are not named with their verb but by the occasion: "Japan protested after the North fired a missile".

A protest, demand, warning or show of force answers somebody. Where its own phrases name nobody, whoever does something in the
clause it hangs on or that hangs on it is meant.
"""

from collections.abc import Callable
from dataclasses import replace

from etl.coder.actors import Actor
from etl.coder.acts import Proto
from etl.coder.grammar.implicatives import names_what
from etl.coder.grammar.slots import Grammar
from etl.coder.recall.antecedents import GOVERNED
from etl.coder.roots import ADDRESSED, ASKING, PENALTIES, PUNISHING, REPROACHING
from etl.coder.sides.occasions import ANSWERS, SITES, Occasions
from etl.coder.sides.purposes import helped, signalled
from etl.coder.sides.replies import DEEDS, UNFRIENDLY, Replies
from etl.coder.sides.results import harmed
from etl.coder.sides.vengeance import sworn
from etl.dictionaries import ActLexicon
from etl.records import LIVE

_PAYING_BACK = frozenset({"retaliate", "reciprocate", "counterattack"})
_STRIKING = frozenset({"hit", "strike", "fire", "shoot", "lash", "punch"})
_GIVEN_BACK = frozenset({"01", "13", "19"})  # what the frames make of "respond" and "retaliate"
_COMING_AND_GOING = frozenset({"arrive", "leave", "depart", "land"})
_COMING = frozenset({"will", "would"})
_IN_KIND = frozenset({"11", "15", "16", "17", "19"})
_HARMFUL = frozenset({"17", "19"})
_CROWDING = frozenset({"rally", "march", "gather", "demonstrate", "protest", "assemble", "parade", "turn"})
_STANCES = frozenset({"051", "110", "111", "112", "120"})
_FAULTING = frozenset("condemn criticise criticize deplore decry slam".split(" "))
_CALMING = frozenset({"025", "0256", "0252", "026", "039"})
_SETTINGS = frozenset({"in", "under", "during", "after", "following", "through", "with", "by", "via", "at"})
_FIRING = frozenset({"fire", "shoot", "launch", "unleash"})
_PROMISING = frozenset({"pledge", "promise", "offer", "vow", "extend"})
_REACHING = frozenset({"reach", "arrive", "come", "go"})
_AGAINST = frozenset({"02", "10", "11", "12"})
_TALKING = frozenset({"hold", "meet", "speak", "talk", "visit", "change"})
_MOVED_BY = {
    "02": frozenset({"at", "after", "despite", "following", "on"}),
    "06": frozenset({"after", "following", "on", "with", "from"}),
    "05": frozenset({"with"}),
    "07": frozenset({"with"}),
    "13": frozenset({"after", "amid", "despite", "following", "under"}),
    "10": frozenset({"under", "at", "despite", "after", "amid", "following"}),
    "15": frozenset({"after", "amid", "following"}),
}

_SPELLED = frozenset({"name", "capital", "city", "seat"})
_AIMLESS = frozenset({"test", "launch", "testing", "firing"})

# What somebody may do in answer, and say so in a headline without a word of to whom.
_REPLYING = frozenset({"05", "08", "10", "11", "12", "13", "14", "15", "16", "17"})
_AT_HOME = frozenset("critic supporter voter citizen fan follower reporter republican democrat taxpayer shopper driver".split())
"""Whom a statesman asks something at home."""


class Implied:
    """Finds implied targets in one parsed sentence."""

    def __init__(self, grammar: Grammar, protos: Callable[[int], list[Proto]], lexicon: ActLexicon) -> None:
        """Take the sentence's slots, the acts found at each token, and the frames."""
        self._lexicon = lexicon
        self._grammar = grammar
        self._tree = grammar.tree
        self._protos = protos
        self._replies = Replies(grammar, lexicon)
        self.occasions = Occasions(grammar, protos, lexicon, self._replies)

    def aimed(self, proto: Proto) -> Proto:
        """Return the act with whom it answers as target; unchanged where it has one, is no answer, or nobody is meant."""
        own = {actor.key for actor in proto.sources}
        own |= {actor.key for actor in self.occasions.joined(proto.trigger)} if own else set()
        if (not proto.targets and self._of_its_grounds(proto.trigger)) or proto.rule_id.endswith("~occasion"):
            return proto
        back = proto.code[:2] in _GIVEN_BACK or self._strikes_back(proto.trigger)
        if back and "~sworn" not in proto.rule_id and sworn(self._grammar, proto.trigger, proto.sources):
            proto = replace(proto, code="130", status="happened", rule_id=f"{proto.rule_id}~sworn")
        if own and proto.code[:3] in _STANCES and self._of_a_clause(proto):
            proto = replace(proto, targets=())
        if own and proto.status in LIVE and self._replies.judges_it(proto):
            if blamed := self._blamed_above(proto, own):
                return replace(proto, targets=blamed)
            country = self._tree.lemmas[proto.trigger] in _FAULTING  # a country may be condemned, too
            roots = DEEDS if country or proto.code[:2] in {"05", "12"} else UNFRIENDLY
            told = self._replies.pointed(replace(proto, targets=()), proto.trigger, roots)
            proto = told if told.targets or not (country or proto.code[:2] == "05") else proto
        named = {actor.key for actor in proto.targets} - own
        if proto.code[:2] in ASKING and not named and self._asks_at_home(proto):
            return proto
        if proto.code[:2] == "11" and proto.targets and not named and all(one.role in GOVERNED for one in proto.sources):
            return proto  # "Chilean newspapers criticised the government": their own, whoever else was named
        if not named and own and (self._tree.lemmas[proto.trigger] in _PAYING_BACK or self._strikes_back(proto.trigger)):
            paid = self._paid_back(proto, own)
            paid = self._replies.settled(proto, proto.trigger) if paid is proto else paid
            if paid.targets:  # else "will retaliate after the U.S. raises tariffs" tells it beside
                return paid
        if not named and (self._tree.lemmas[proto.trigger] in _CROWDING or proto.code[:2] == "14") and proto.status in LIVE:
            proto = self._rallied(proto)
            named = {actor.key for actor in proto.targets}
        if own and proto.code[:2] == "15" and proto.status in LIVE and (seen := self._messaged(proto, own)):
            return replace(proto, targets=tuple(seen), rule_id=f"{proto.rule_id}~occasion")
        if named and own and proto.code[:2] == "15" and proto.status in LIVE and (faced := self._facing(proto, own | named)):
            return replace(proto, targets=tuple(faced), rule_id=f"{proto.rule_id}~occasion")
        if named or not own or proto.kind != "oneway" or proto.status not in LIVE:
            return proto
        found = self._hurting(proto, own) or self._found(proto, own)
        if found.targets or found.code[:2] not in _REPLYING:
            return found
        doers = tuple(self.occasions.doers_before(found.trigger, own))
        return replace(found, targets=doers, rule_id=f"{found.rule_id}~occasion") if doers else found

    def hosted(self, proto: Proto) -> Proto:
        """Return a journey that names no place with whom the traveller met: "She met Lula. She arrived on Sunday for a visit"."""
        countries = {actor.country for actor in proto.sources if actor.country}
        others = {actor.country for actor in self._grammar.cast.parties() if actor.country} - countries
        comes = proto.kind == "visit" and self._tree.lemmas[proto.trigger] in _COMING_AND_GOING and proto.status in LIVE
        officials = all(actor.role == "GOV" for actor in proto.sources)
        if proto.targets or not (comes and officials) or others or len(countries) != 1:
            return proto
        found = self._grammar.coreference.deeds.host(proto.trigger, countries)
        return replace(proto, targets=tuple(found), rule_id=f"{proto.rule_id}~answer") if found else proto

    def _asks_at_home(self, proto: Proto) -> bool:
        """Whether somebody asks something of his own: "Chennai asked New Delhi to intervene", "urged critics of his war"."""
        spelled = bool(proto.targets) and all(one.basis in _SPELLED for one in proto.targets)
        return spelled or any(self._tree.lemmas[noun] in _AT_HOME for noun in self._grammar.objects(proto.trigger))

    def _of_its_grounds(self, verb: int) -> bool:
        """Whether something is only what is held against whoever is blamed: "took Chad to task for what it called lies"."""
        above = self._tree.head[verb]
        grounds = self._tree.deps[verb] == "pcomp" and self._tree.lemmas[above] in {"for", "over"}
        return grounds and names_what(self._tree, verb)

    def _blamed_above(self, proto: Proto, own: set[str]) -> tuple[Actor, ...]:
        """Return whom the verb above reproaches for what is then called names: "slammed a French statement, calling it a lie"."""
        tree = self._tree
        above = tree.head[proto.trigger]
        if tree.deps[proto.trigger] not in {"advcl", "conj", "xcomp"} or above > proto.trigger:
            return ()
        told = [one for one in self._protos(above) if one.code[:2] in REPROACHING and own <= {actor.key for actor in one.sources}]
        return next((one.targets for one in told if one.targets), ())

    def _hurting(self, proto: Proto, own: set[str]) -> Proto | None:
        """Return a deed with whose people and things come to harm by it; None where the sentence names nobody's."""
        root = proto.code[:2]
        hit = [one for one in harmed(self._grammar, proto.trigger, root) if one.key not in own] if root in _HARMFUL else []
        return replace(proto, targets=tuple(hit), rule_id=f"{proto.rule_id}~harm") if hit else None

    def _asked(self, proto: Proto, own: set[str]) -> Proto | None:
        """Return a nominal act with who answers it, or is moved by it, as target; None where nobody is."""
        answered = [actor for actor in self._answering(proto) if actor.key not in own and actor.country]
        if answered:
            return replace(proto, targets=tuple(answered), rule_id=f"{proto.rule_id}~answered", operators=("answered",))
        moved = [actor for actor in self._moved(proto) if actor.key not in own and actor.country]
        if moved:
            return replace(proto, targets=tuple(moved), rule_id=f"{proto.rule_id}~moved", operators=("answered",))
        return None

    def _of_a_clause(self, proto: Proto) -> bool:
        """Whether what is judged is no country but what was done there: "struck posts in Iraq, which Iran condemned"."""
        tree = self._tree
        above = tree.head[proto.trigger]
        which = [kid for kid in tree.kids(proto.trigger, "dobj") if tree.words[kid].lower() == "which"]
        place = tree.deps[above] == "pobj" and tree.lemmas[tree.head[above]] in SITES
        return bool(which) and tree.words[which[0] - 1] == "," and place and tree.deps[proto.trigger] == "relcl"

    def _found(self, proto: Proto, own: set[str]) -> Proto:
        """Return an act that names no target with whom the sentence, else an earlier one, means."""
        if proto.code[:3] == "045":
            return self._mediated(proto, own)
        if (asked := self._asked(proto, own)) is not None:
            return asked
        verb = self._verb(proto)
        if verb is None:
            return proto
        if proto.code in _CALMING and (fighting := self.occasions.fighting(own) or self._replies.quarrelling(verb, own)):
            return replace(proto, targets=fighting, rule_id=f"{proto.rule_id}~occasion")
        summed = {actor.key: actor for actor in self.occasions.summed(verb) if actor.key not in own and actor.country}
        if summed and (proto.code[:3] in _STANCES or proto.code[:2] == "12"):
            return replace(proto, targets=tuple(summed.values()), rule_id=f"{proto.rule_id}~move")
        if (hit := self._hit_back(proto, verb, own)) is not None:
            return hit
        told = self.occasions.spoken_to(proto, verb) if proto.code[:2] in {"03", "05"} else []
        told = told or (self.occasions.talked_with(proto, verb) if proto.code[:2] == "03" else [])
        if faced := [one for one in told if one.key not in own] or self.occasions.visited_too(proto, verb, own):
            return replace(proto, targets=tuple(faced), rule_id=f"{proto.rule_id}~occasion")
        struck = [actor for actor in self.occasions.struck(verb) if actor.key not in own and actor.country]
        if struck and proto.code[:2] == "05" and self._tree.lemmas[verb] in _PROMISING:
            proto = replace(proto, code="033", status="announced")  # "pledges support after a quake rattles Nepal"
        struck = struck or [actor for actor in helped(self._grammar, verb) if actor.key not in own and actor.country]
        if struck and (proto.code[:2] == "07" or proto.code[:3] in {"033", "018"}):
            return replace(proto, targets=tuple(struck[:1]), rule_id=f"{proto.rule_id}~occasion")
        if proto.code[:2] not in ANSWERS or (proto.code[:2] == "15" and self._in_person(proto)):
            return self._replies.settled(proto, verb)
        for found in (
            self.occasions.spoken_to(proto, verb) or self.occasions.talked_with(proto, verb),
            self.occasions.below(verb, proto.code[:2]),
            self.occasions.above(verb),
            self.occasions.grievances(verb),
            self.occasions.provokers(verb, own),
            self.occasions.beside(proto, verb, own),
            self.occasions.asked_too(proto, verb, own),
            self.occasions.jailers(proto, verb),
        ):
            targets = {actor.key: actor for actor in found if actor.key not in own and actor.country}
            if targets:
                return replace(proto, targets=tuple(targets.values()), rule_id=f"{proto.rule_id}~occasion")
        if beside := self.occasions.doers_beside(proto, verb, own):
            return replace(proto, targets=tuple(beside), rule_id=f"{proto.rule_id}~occasion")
        return self._replies.settled(proto, verb)

    def _hit_back(self, proto: Proto, verb: int, own: set[str]) -> Proto | None:
        """Return a blow or measure with whom it answers as target; None where it answers nobody."""
        if proto.code[:2] == "19" and self._tree.lemmas[verb] in _FIRING:
            fired = [actor for actor in self.occasions.shown_to(verb) if actor.key not in own and actor.country]
            if fired:  # "fired rounds across the border after North Korea shelled a loudspeaker"
                shown = "missile" in {self._tree.lemmas[thing] for thing in self._grammar.objects(verb)}
                code = "150" if shown else proto.code  # "launched missiles following Pyongyang's test"
                return replace(proto, code=code, targets=tuple(fired), rule_id=f"{proto.rule_id}~occasion")
        back = [*self.occasions.answered(verb)] if proto.code[:2] in PUNISHING else []
        back = back or ([*self.occasions.punished(verb)] if proto.code[:2] == "16" else [])
        if proto.code[:3] == "161":  # "ordered 60 Russians to leave and closed the consulate in Seattle"
            back = back or self.occasions.beside(proto, verb, own)
        answered = {actor.key: actor for actor in back if actor.key not in own and actor.country}
        return replace(proto, targets=tuple(answered.values()), rule_id=f"{proto.rule_id}~occasion") if answered else None

    def _answering(self, proto: Proto) -> list[Actor]:
        """Return who answers what somebody says to him: "Moscow rejects US demands", "Kyiv bowed to a Polish request"."""
        tree, grammar, noun = self._tree, self._grammar, proto.trigger
        if proto.code[:2] in ADDRESSED and tree.deps[noun] == "nsubj" and tree.lemmas[tree.head[noun]] in _REACHING:
            verb = tree.head[noun]  # "Kyiv's request reached Washington"
            places = [*grammar.objects(verb), *(part for to in ("in", "to", "at") for part in grammar.prepositional(verb, to))]
            return [actor for place in places for actor in grammar.actors(place)]
        if proto.code[:2] not in ADDRESSED or grammar.is_verb(noun) or tree.deps[noun] not in {"dobj", "pobj", "nsubjpass"}:
            return []
        if (doer := self.occasions.in_spite(noun)) is not None:
            return [actor for agent in grammar.agents(doer) for actor in grammar.actors(agent)]
        above = tree.head[noun]
        verb = tree.head[above] if tree.deps[noun] == "pobj" else above
        if not grammar.is_verb(verb) or tree.lemmas[verb] not in self._lexicon.classes["answering"]:
            return []
        if tree.deps[noun] == "pobj" and tree.lemmas[above] not in {"to", "off", "with"}:
            return []
        if proto.code[:2] == "13" and ":13" not in proto.rule_id and _COMING & set(grammar.auxiliaries(verb)):
            return []  # "will answer Russia's shelling": that is no threat of Russia's
        return [actor for agent in grammar.agents(verb) for actor in grammar.actors(agent)]

    def _moved(self, proto: Proto) -> list[Actor]:
        """Return who acts under another's pressure, on his tip, at his request or with his help."""
        tree, grammar, noun = self._tree, self._grammar, proto.trigger
        above = tree.head[noun]
        if (
            grammar.is_verb(noun)
            or tree.deps[noun] != "pobj"
            or tree.words[above].lower() not in _MOVED_BY.get(proto.code[:2], ())
        ):
            return []
        if proto.code[:2] == "15" and tree.lemmas[noun] in _AIMLESS:
            return []  # "bombers fly out after a missile test": the test was not aimed at whose they are
        verb = tree.head[above]
        if proto.code[:2] == "06" and tree.lemmas[above] == "on" and not grammar.is_verb(verb):
            return []  # "lifted its ban on Japanese imports": nobody is moved by these
        verb = tree.head[verb] if tree.deps[verb] == "dobj" else verb  # "cancelled the trip under pressure from", hung too low
        if tree.lemmas[above] == "with" and {tree.words[det].lower() for det in tree.kids(noun, "det")} & {"no", "any"}:
            return []
        if (not grammar.is_verb(verb) and tree.pos[verb] != "AUX") or tree.deps[verb] == "advcl" or tree.lemmas[verb] in _TALKING:
            return []
        doers = grammar.agents(verb) if grammar.is_verb(verb) else tree.kids(verb, "nsubj")
        return [actor for agent in doers for actor in grammar.actors(agent)]

    def _facing(self, proto: Proto, others: set[str]) -> list[Actor]:
        """Return whom a show of force answers, where he is not the one over or near whose land it is shown."""
        verb = self._verb(proto)
        shown = [] if verb is None else [actor for actor in self.occasions.shown_to(verb) if actor.country]
        return [] if any(actor.key in others for actor in shown) else list({actor.key: actor for actor in shown}.values())

    def _messaged(self, proto: Proto, own: set[str]) -> list[Actor]:
        """Return to whom a show of force speaks: "flew bombers in a message to Pyongyang", "as a warning to", "to deter Iran"."""
        verb = self._verb(proto)
        found = signalled(self._grammar, proto.trigger if verb is None else verb, purposes=verb is not None)
        return list({actor.key: actor for actor in found if actor.key not in own and actor.country}.values())

    def _rallied(self, proto: Proto) -> Proto:
        """Return a crowd's act with whom it came to speak against: "Hundreds rallied in Seoul to condemn Japan's plan"."""
        tree, grammar, verb = self._tree, self._grammar, proto.trigger
        aims = [clause for clause in tree.kids(verb, "advcl", "xcomp") if clause > verb and tree.tags[clause] in {"VB", "VBG"}]
        for against in (inner for clause in aims for inner in self._protos(clause) if inner.code[:2] in _AGAINST | PENALTIES):
            crowd = proto.sources or tuple(
                actor for place in grammar.prepositional(verb, "in") for actor in grammar.actors(place) if actor.country
            )
            targets = tuple(actor for actor in against.targets if actor.key not in {one.key for one in crowd})
            if crowd and targets:
                code = proto.code if proto.code[:2] == "14" else "141"
                return replace(
                    proto, code=code, sources=crowd, targets=targets, kind="oneway", rule_id=f"{proto.rule_id}~purpose"
                )
        return proto

    @staticmethod
    def _in_person(proto: Proto) -> bool:
        """Whether somebody only moves about himself ("Rudd lingered to greet guests"): no show of force."""
        return "+" not in proto.rule_id and all(actor.person for actor in proto.sources)

    def _mediated(self, proto: Proto, own: set[str]) -> Proto:
        """Return a mediation with those who came to terms: "agreed to a ceasefire after US mediation", "brokered by Russia"."""
        tree, grammar = self._tree, self._grammar
        for verb in tree.ancestors(proto.trigger):
            parties = {
                actor.key: actor
                for agent in (grammar.agents(verb) if grammar.is_verb(verb) else ())
                for actor in grammar.actors(agent)
                if actor.key not in own and actor.country
            }
            if len(parties) < 2 and self._set_in(proto.trigger, verb):  # "freed five Americans in a swap brokered by Qatar"
                sides = (actor for told in self._protos(verb) for actor in (*told.sources, *told.targets) if told.status in LIVE)
                parties |= {actor.key: actor for actor in sides if actor.key not in own and actor.country}
            if len(parties) > 1:
                return replace(proto, targets=tuple(parties.values()), rule_id=f"{proto.rule_id}~occasion")
        told = self._grammar.coreference.deeds.between(proto.trigger, own)  # "The truce was brokered by Oman"
        return replace(proto, targets=tuple(told), rule_id=f"{proto.rule_id}~answer") if told and own else proto

    def _set_in(self, trigger: int, verb: int) -> bool:
        """Whether something mediated is the setting of what a verb tells: "in talks brokered by Oman", "with Omani mediation"."""
        tree = self._tree
        noun = tree.head[trigger] if tree.deps[trigger] == "acl" else trigger
        if tree.deps[noun] == "pobj" and tree.lemmas[tree.head[noun]] == "of":
            noun = tree.head[tree.head[noun]]  # "after months of talks"
        preposition = tree.head[noun]
        if tree.deps[noun] != "pobj" or tree.lemmas[preposition] not in _SETTINGS:
            return False
        holder = tree.head[preposition]
        return holder == verb or (tree.head[holder] == verb and tree.deps[holder] in {"dobj", "nsubjpass", "pobj"})

    def _strikes_back(self, verb: int) -> bool:
        """Whether somebody gives back what he got: "returned fire", "hit back", "struck back"."""
        tree = self._tree
        behind = {tree.words[kid].lower() for kid in tree.kids(verb, "prt", "advmod")}
        fire = tree.lemmas[verb] == "return" and any(tree.lemmas[thing] == "fire" for thing in tree.kids(verb, "dobj"))
        return fire or (tree.lemmas[verb] in _STRIKING and "back" in behind)

    def _paid_back(self, proto: Proto, own: set[str]) -> Proto:
        """Return a retaliation with its provoker as target, in kind: tariffs for tariffs, fire for fire."""
        for provoked in self.occasions.provocations(proto.trigger, own):
            targets = tuple(actor for actor in provoked.sources if actor.key not in own and actor.country)
            if targets:
                code = provoked.code if provoked.code[:2] in _IN_KIND else proto.code
                return replace(proto, code=code, targets=targets, rule_id=f"{proto.rule_id}~occasion")
        return proto

    def _verb(self, proto: Proto) -> int | None:
        """Return the verb of an act: its trigger, or the light verb of a nominal one ("staged a show of force after ...")."""
        if self._grammar.is_verb(proto.trigger) or proto.rule_id.startswith("adj:"):
            return proto.trigger
        above = self._tree.head[proto.trigger]
        light = proto.operators[:1] == ("do",) and self._tree.deps[proto.trigger] == "dobj" and self._grammar.is_verb(above)
        return above if light else None
