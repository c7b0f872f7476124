"""Acts that nouns name: talks, a ban, clashes, and where the sides of each stand around it."""

from collections.abc import Set as AbstractSet
from functools import partial

from etl.coder.actors import Actor
from etl.coder.acts import Proto, announced, best
from etl.coder.assertion import Assertion
from etl.coder.constructions.arms.truces import only_told_of
from etl.coder.constructions.goods.markets import wants_goods
from etl.coder.constructions.journeys.frontiers import FRONTIERS
from etl.coder.grammar.slots import Grammar
from etl.coder.recall.home_politics import inquiry_at_home
from etl.coder.roots import VIOLENT
from etl.coder.sides.circumstances import Circumstances
from etl.coder.sides.filling import RESPONSES, Filling
from etl.coder.sides.letters import bids_by_letter
from etl.coder.sides.purposes import designed_for
from etl.coder.sides.scenes import Scenes
from etl.coder.sides.surroundings import Surroundings
from etl.dictionaries import ActLexicon, Frame

TAKING_PLACE = frozenset("take continue begin start last follow open proceed occur conclude resume happen".split(" "))
"""Verbs that say of an act that it is done."""
_ERUPTING = frozenset("erupt break flare rage intensify ensue spread".split(" "))
_JOINTLY = frozenset({"joint", "combined", "bilateral", "allied", "trilateral"})
_CLAIMED = frozenset({("CHN", "TWN"), ("PRK", "KOR")})
_TIMETABLED = frozenset({"set", "expect", "schedule", "slate", "plan", "be"})
_TRAVELLING = frozenset({"head", "go", "travel", "fly", "leave", "depart", "jet", "set"})
_AIMLESS = frozenset({"01", "09", "18", "19", "20"})  # "killed in fighting with" says not by whom
_TRAVELLING = frozenset({"arrive", "return", "fly", "head", "land", "travel", "depart", "leave"})
_UNDERGONE = frozenset(
    (
        "arrest detention assassination killing murder abduction kidnapping expulsion deportation imprisonment capture jailing "
        "conviction extradition release ouster overthrow execution poisoning shooting stabbing sentencing indictment"
    ).split(" ")
)


class Nominals:
    """Finds the nominal acts of one parsed sentence; `silenced` takes up what they use up."""

    def __init__(self, lexicon: ActLexicon, grammar: Grammar, filling: Filling, assertion: Assertion, silenced: set[int]) -> None:
        """Take the frames, the sentence's slots, its tenses, and the words that are no acts of their own any more."""
        self._lexicon = lexicon
        self._grammar = grammar
        self._tree = grammar.tree
        self._filling = filling
        self._circumstances = Circumstances(grammar, filling)
        self._scenes = Scenes(grammar, filling)
        self._assertion = assertion
        self._silenced = silenced

    def protos(self, noun: int) -> list[Proto]:
        """Return the acts that a noun names, with the sides that stand around it."""
        grammar = self._grammar
        found: list[Proto] = []
        for frame in self._lexicon.candidates("noun", self._tree.lemmas[noun], partial(Surroundings, self._filling, noun)):
            if not self._filling.noun_words(noun, frame.lemma) or self._filling.matching_objects(noun, frame) is None:
                continue
            if self._is_only_told_of(noun, frame):
                continue
            sources = self._filling.fill(noun, frame.source_slots)
            targets = self._undergoing(noun, frame, {actor.key for actor in sources})
            if not targets and self._suffered(noun, sources):
                sources, targets = self._filling.fill(noun, ("by",)), sources
            rallying = frame.code == "114" or frame.kind == "mutual"  # "anti-Japan protests" are in the streets
            targets = targets or (grammar.concerned(noun) if not rallying or noun not in grammar.cast.opposed else [])
            if not sources and targets and frame.code[:2] == "14":
                sources = self._scenes.scene(noun)
            if frame.kind == "visit" and not targets:
                sources, targets = self._journey(noun, sources)
            targets = self._filling.another_than_the_doer(noun, frame, targets)
            if not sources and targets and frame.kind == "oneway":
                sources = self._hung_low(noun, frame, targets) or self._judged(noun, targets)
            sources = sources or (self._hung_by(noun) if frame.code == "045" else [])
            if not sources and targets and frame.kind == "oneway" and frame.code[:2] not in _AIMLESS:
                sources = self._circumstances.manner(noun)
            if frame.kind == "mutual":
                sources = self._filling.fill(noun, ("between", "among")) or self._broken_out(noun, frame) or sources
                if not targets and self._from(noun, sources):
                    continue  # "calls from Brasilia and Amman" went to somebody else
                if not sources:  # "a gathering of the Czech and Slovak presidents"
                    sources = self._filling.fill(noun, ("of",)) or self._hung_between(noun)
            if frame.kind == "mutual" and targets:
                sources = self._met_there(noun, sources, targets) or sources
            if frame.kind == "mutual" and not targets:
                targets = self._over_measures(noun) or self._bound_for(noun, sources) or self._met_him(noun, sources)
            if not sources and frame.kind != "oneway":
                sources = self._circumstances.circumstance(noun) or self._announcing(noun)
                targets = targets or (self._circumstances.addressed(noun) if sources and frame.kind == "mutual" else [])
            targets = [target for target in targets if target.key not in {source.key for source in sources}] or targets
            rank = 10 * (" " in frame.lemma) + 5 * bool(frame.conditions) + len(frame.code.rstrip("0")) + bool(targets)
            shown = frame.code == "062" and self._staged_off(noun, sources, targets)
            code, kind = ("150", "oneway") if shown else (frame.code, frame.kind)
            found.append(Proto(code, tuple(sources), tuple(targets), kind, frame.rule_id, noun, rank=rank))
        return [self._assertion.nominal(announced(proto), noun, self._lexicon) for proto in best(found)]

    def _staged_off(self, noun: int, sources: list[Actor], targets: list[Actor]) -> bool:
        """Whether whose drill it is holds it off shores that are not his, and not with their owner: "China's Taiwan drills".

        "Russia's Belarus drills" may be held together; a part of a country, or whom the doer claims, is drilled against.
        """
        tree = self._tree
        claimed = any((source.key, target.key) in _CLAIMED for source in sources for target in targets)
        about = [actor.basis for actor in self._grammar.concerned(noun)]
        beside = any(self._grammar.prepositional(noun, way) for way in ("with", "between", "alongside"))
        jointly = any(tree.lemmas[word] in _JOINTLY for word in tree.kids(noun, "amod", "compound"))
        there = bool(about and targets) and (claimed or about[0] == "territory")
        return there and bool(tree.kids(noun, "poss")) and not beside and not jointly

    def _is_only_told_of(self, noun: int, frame: Frame) -> bool:
        """Whether a noun names no act here: a truce that holds, a belief, what "in response to" says of the grounds."""
        tree = self._tree
        if frame.code == "0871":
            return only_told_of(tree, noun)
        if frame.code[:2] == "10" and wants_goods(tree, noun, self._lexicon.classes["commodity"]):
            return True
        if frame.code == "090" and inquiry_at_home(tree, noun):
            return True
        if frame.code == "040" and bids_by_letter(self._lexicon, self._grammar, tree.head[noun]):
            return True
        grounds = frame.code == "010" and tree.lemmas[noun] in RESPONSES and tree.lemmas[tree.head[noun]] == "in"
        return grounds or (frame.lemma == "conviction" and self._believed(noun))

    def _hung_by(self, noun: int) -> list[Actor]:
        """Return the mediator whom the parser hung on the verb: "freed them after mediation by Qatar"."""
        tree = self._tree
        verb = tree.head[tree.head[noun]]
        if tree.deps[noun] != "pobj" or not self._grammar.is_verb(verb) or self._grammar.passive(verb):
            return []
        last = max(tree.subtree(noun))
        return [
            actor
            for prep in tree.kids(verb, "prep", "agent")
            if tree.words[prep] == "by" and prep == last + 1
            for part in tree.kids(prep, "pobj")
            for actor in self._grammar.actors(part)
        ]

    def _hung_between(self, noun: int) -> list[Actor]:
        """Return the two whom the parser hung on what they exchange: "exchanges of fire between Chad and Mali"."""
        things = self._grammar.prepositional(noun, "of")
        return next((pair for thing in things if (pair := self._filling.fill(thing, ("between",)))), [])

    def _hung_low(self, noun: int, frame: Frame, targets: list[Actor]) -> list[Actor]:
        """Return the doer whom the parser hung on the undergoer: "the expulsion of its diplomats by Chad"."""
        slots = tuple(slot for slot in frame.source_slots if slot in {"by", "from", "in"})
        found = (actor for part in self._grammar.prepositional(noun, "of") for actor in self._filling.fill(part, slots))
        return [actor for actor in found if actor.key not in {target.key for target in targets}]

    def _judged(self, noun: int, targets: list[Actor]) -> list[Actor]:
        """Return who is judged for an act without a doer of its own: "criticised Israel for strikes on Lebanon"."""
        sufferers = {actor.key for actor in targets}
        if any(self._tree.lemmas[token] == "by" for token in self._tree.subtree(noun) if token > noun):
            return []
        return [actor for actor in self._grammar.coreference.antecedents.judged(noun) if actor.key not in sufferers]

    def _undergoing(self, noun: int, frame: Frame, doers: AbstractSet[str]) -> list[Actor]:
        """Return to whom the act that a noun names is done: by its own phrases, else by those of the nouns that hang on it."""
        filling = self._filling
        matched = filling.matching_objects(noun, frame) or ()
        own = filling.fill(noun, frame.target_slots, doers)
        if "against" in frame.target_slots and not self._grammar.prepositional(noun, "against"):
            own = self._against(noun) or own  # "began strikes in Iraq against the rebels"
        targets = [] if matched and {actor.key for actor in own} <= doers else own  # "its closure of its embassy in Venezuela"
        if not targets and frame.kind == "oneway":  # "an attack by Yemeni militants on the consulate": hung too low
            behind = [part for by in ("by", "from", "of") for part in self._grammar.prepositional(noun, by)]
            slots = tuple(slot for slot in frame.target_slots if slot in {"on", "against", "of", "at", "into", "to", "from"})
            targets = next((aims for part in behind if (aims := filling.fill(part, slots, doers))), [])
        targets = targets or [actor for inner in matched for actor in filling.fill(inner, frame.target_slots, doers)] or own
        if frame.code[:2] == "08" and targets:  # "an end to its ban": the ban is no act of its own
            self._silenced.update(matched)
        if not targets and frame.code[:2] == "15":
            targets = designed_for(filling, [noun])
        return targets or (filling.attacked_in(noun, frame.target_slots) if frame.code[:2] in VIOLENT else [])

    def _announcing(self, noun: int) -> list[Actor]:
        """Return who speaks of a meeting of his in a headline: "Ukraine: talks with US productive"."""
        tree = self._tree
        first = tree.head[noun]
        denied = any(tree.words[kid].lower() in {"no", "any"} for kid in tree.kids(noun, "det", "neg"))
        spoken = (
            not denied and self._grammar.is_title and tree.deps[noun] in {"appos", "acl", "dep"} and tree.head[first] == first
        )
        return self._grammar.actors(first) if spoken and any(tree.words[t] == ":" for t in range(first, noun)) else []

    def _against(self, noun: int) -> list[Actor]:
        """Return whom an act is against where the parser hung that on the verb or on the place of the act."""
        grammar, verb = self._grammar, self._tree.head[noun]
        holders = [verb] if self._tree.deps[noun] in {"dobj", "nsubjpass"} and grammar.is_verb(verb) else []
        holders += [place for at in ("in", "at", "on") for place in grammar.prepositional(noun, at)]
        return next((found for one in holders if (found := self._filling.fill(one, ("against",)))), [])

    def _believed(self, noun: int) -> bool:
        """Whether a conviction is a belief and no verdict: "expressed the conviction that"."""
        tree = self._tree
        that = any(tree.words[mark].lower() == "that" for clause in tree.kids(noun, "acl") for mark in tree.kids(clause, "mark"))
        return that or tree.lemmas[tree.head[noun]] in {"express", "voice", "share", "state"}

    def _over_measures(self, noun: int) -> list[Actor]:
        """Return whose measures talks are about: "Seoul seeks talks on US tariffs"."""
        grammar, classes = self._grammar, self._lexicon.classes
        verb = self._tree.head[noun]
        talkers = [actor.key for part in grammar.agents(verb) for actor in grammar.actors(part)] if grammar.is_verb(verb) else []
        if len(set(talkers)) != 1:
            return []
        matters = (part for about in ("on", "over", "about") for part in grammar.prepositional(noun, about))
        return [
            actor
            for part in matters
            if self._tree.lemmas[part] in classes["tariff"] | classes["sanction"] | classes["trade_curb"]
            for actor in grammar.possessors(part)
        ]

    def _met_there(self, noun: int, hosts: list[Actor], others: list[Actor]) -> list[Actor]:
        """Return who had a meeting that is named by its town: "Trump halts drills after Singapore summit with Kim"."""
        tree, grammar = self._tree, self._grammar
        near = [kid for kid in tree.kids(noun, "compound", "nmod") if kid < noun]
        if len(hosts) != 1 or hosts[0].person or hosts[0].head not in near or tree.deps[noun] not in {"pobj", "dobj"}:
            return []
        if hosts[0].basis not in {"capital", "city"} and not (hosts[0].basis == "name" and tree.lemmas[noun] == "summit"):
            return []
        verb = next((above for above in tree.ancestors(noun) if grammar.is_verb(above)), None)
        known = {hosts[0].key, *(other.key for other in others)}
        doers = [actor for part in (grammar.agents(verb) if verb is not None else ()) for actor in grammar.actors(part)]
        met = [actor for actor in doers if actor.key not in known and (actor.person or hosts[0].basis == "city")]
        return met if len({actor.key for actor in doers}) == 1 else []

    def _met_him(self, noun: int, others: list[Actor]) -> list[Actor]:
        """Return the leader of whom a headline tells something around a meeting named by another: "acts after Xi talks"."""
        tree, grammar = self._tree, self._grammar
        near = [kid for kid in tree.kids(noun, "compound", "nmod") if kid < noun]
        named = len(others) == 1 and others[0].person and others[0].head in near
        if not grammar.is_title or not named or tree.deps[noun] != "pobj":
            return []
        verb = next((above for above in tree.ancestors(noun) if grammar.is_verb(above)), None)
        doers = [actor for part in (grammar.agents(verb) if verb is not None else ()) for actor in grammar.actors(part)]
        own = {others[0].key, *(doer.key for doer in doers)}
        besides = {actor.key for actor in grammar.cast.all() if actor.country and actor.basis not in {"capital", "city"}} - own
        return doers if len(doers) == 1 and doers[0].person and doers[0].key != others[0].key and not besides else []

    def _bound_for(self, noun: int, hosts: list[Actor]) -> list[Actor]:
        """Return who sets out for a meeting in the country it is named by: "Lee to head for Japan summit"."""
        tree, grammar = self._tree, self._grammar
        verb = tree.head[tree.head[noun]]
        bound = tree.deps[noun] == "pobj" and tree.lemmas[tree.head[noun]] in {"for", "to"} and tree.lemmas[verb] in _TRAVELLING
        if not bound or len(hosts) != 1 or hosts[0].basis not in {"name", "capital", "adjective", "city"}:
            return []
        return [actor for part in grammar.agents(verb) for actor in grammar.actors(part) if actor.key != hosts[0].key]

    def _broken_out(self, noun: int, frame: Frame) -> list[Actor]:
        """Return between whom something breaks out: "clashes erupted between Thai and Cambodian troops", "on the X-Y border"."""
        tree, grammar = self._tree, self._grammar
        verb = tree.head[noun]
        if tree.lemmas[verb] in _TIMETABLED:  # "talks are set to resume between"
            verb = next((kid for kid in tree.kids(verb, "xcomp") if tree.lemmas[kid] in TAKING_PLACE), verb)
        subject = tree.deps[noun] in {"nsubj", "nsubjpass"} and tree.lemmas[verb] in TAKING_PLACE | _ERUPTING
        holders = (noun, verb) if subject else (noun,)
        found = self._filling.fill(verb, ("between", "among")) if verb in holders else []
        if found or frame.code[:2] != "19":
            return found
        places = (
            place for one in holders for at in ("on", "at", "along", "near", "across") for place in grammar.prepositional(one, at)
        )
        borders = [place for place in places if tree.lemmas[place] in FRONTIERS]
        sides = [self._filling.fill(place, ("between",)) or grammar.possessors(place) for place in borders]
        return next((side for side in sides if len({actor.key for actor in side}) == 2), [])

    def _from(self, noun: int, sources: list[Actor]) -> bool:
        """Whether those who share a noun are named behind "from"."""
        senders = {actor.key for actor in self._filling.fill(noun, ("from",))}
        return len(senders) > 1 and senders == {actor.key for actor in sources}

    def _travels_to(self, noun: int, holders: list[Actor]) -> bool:
        """Whether the first of those named before a journey goes to the last: "Lula India visit", "the premier's Rome trip"."""
        if len({holder.key for holder in holders}) != 2 or not any(holder.person for holder in holders[:-1]):
            return False
        host, near = holders[-1], [kid for kid in self._tree.kids(noun, "compound", "nmod") if kid < noun]
        first = all(holder.key != host.key and holder.head < host.head for holder in holders[:-1])
        return first and host.basis in {"name", "capital"} and not host.person and host.head in near

    def _journey(self, noun: int, holders: list[Actor]) -> tuple[list[Actor], list[Actor]]:
        """Return who travels and to whom, where a journey has no "to"; `holders` are named before the noun."""
        if self._travels_to(noun, holders):
            return holders[:1], holders[-1:]
        if self._is_goal(noun, holders) and (guests := self._travellers(noun, holders)):
            return guests, holders
        return holders, self._hosts_beside(noun, holders)

    def _hosts_beside(self, noun: int, guests: list[Actor]) -> list[Actor]:
        """Return who does something together with a guest on his visit: "Japan and Vietnam signed accords during To's visit"."""
        tree, grammar = self._tree, self._grammar
        own = {actor.key for actor in guests}
        verb = next((above for above in tree.ancestors(noun) if grammar.is_verb(above)), None)
        if len(own) != 1 or verb is None or tree.deps[noun] != "pobj" or tree.lemmas[tree.head[noun]] not in {"during", "on"}:
            return []
        joint = {actor.key: actor for part in grammar.agents(verb) for actor in grammar.actors(part) if actor.country}
        return [joint[key] for key in joint if key not in own] if len(joint) == 2 and own <= joint.keys() else []

    def _is_goal(self, noun: int, holders: list[Actor]) -> bool:
        """Whether the name before a journey is where it goes: "said on a Beijing visit", "on eve of Russia trip"."""
        near = [kid for kid in self._tree.kids(noun, "compound", "nmod") if kid < noun]
        inside = self._tree.deps[noun] == "pobj" and len(holders) == 1 and not self._tree.kids(noun, "poss")
        return inside and holders[0].basis in {"name", "capital"} and not holders[0].person and holders[0].head in near

    def _travellers(self, noun: int, holders: list[Actor]) -> list[Actor]:
        """Return the person who does something on a journey or before it; what is before one may be before another's.

        `holders` are those who are visited.
        """
        tree, grammar = self._tree, self._grammar
        words = {tree.words[above].lower() for above in (tree.head[noun], tree.head[tree.head[noun]])}
        verb = self._told_by(noun)
        ways = {"on", "in", "during", "eve", "ahead", "before"}
        if verb is None or not words & (ways | {"after"} if tree.lemmas[verb] in _TRAVELLING else ways):
            return []
        between = [above for above in tree.ancestors(noun) if above != verb and verb in tree.ancestors(above)]
        things = grammar.objects(verb)
        hosts = {holder.key for holder in holders}
        spoken_with = [part for way in ("with", "to") for part in grammar.prepositional(verb, way)]
        met = [actor.key for part in (*things, *spoken_with) for actor in grammar.actors(part, loose=True)]
        others = words & {"ahead", "before"} and bool(met) and not hosts & set(met)  # "phones Wang ahead of a Beijing trip"
        # "rejects the premier's words during a Rome visit": his
        said = [part for part in (*between, *things) if tree.lemmas[part] in self._lexicon.classes["utterance"]]
        speakers = [one for part in said for whose in tree.kids(part, "poss") for one in grammar.actors(whose) if one.person]
        if speakers and not others:
            return [one for one in speakers if one.key not in hosts]
        others = others or any(tree.kids(part, "poss") for part in said)
        return [] if others else [actor for part in grammar.agents(verb) for actor in grammar.actors(part) if actor.person]

    def _told_by(self, noun: int) -> int | None:
        """Return the verb that tells a journey, of what is said the verb of saying: "says ties are key ahead of a Rome visit"."""
        tree = self._tree
        verb = next(
            (above for above in tree.ancestors(noun) if self._grammar.is_verb(above) or tree.deps[above] == "ccomp"), None
        )
        said = verb is not None and tree.deps[verb] == "ccomp" and tree.lemmas[verb] == "be"
        return tree.head[verb] if verb is not None and said else verb

    def _suffered(self, noun: int, holders: list[Actor]) -> bool:
        """Whether the person before a noun is whom it happened to: "Maduro's arrest", "condemned the Khashoggi killing"."""
        tree = self._tree
        person = len(holders) == 1 and holders[0].person and not holders[0].plural
        return person and tree.lemmas[noun] in _UNDERGONE and not tree.kids(noun, "prep")
