"""Filling a frame's slots: which actors stand as subject, object, possessor or behind a preposition of a predicate word."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from etl.coder.actors import Actor
from etl.coder.grammar.slots import Grammar
from etl.coder.naming.asides import en_route
from etl.coder.roots import JUDGING, VIOLENT
from etl.coder.sides.judgements import held_in, is_for_own, judged, made_by, sited
from etl.coder.sides.purposes import carried_for, counterparts, designed_for, journeyed_for, opposed_by
from etl.coder.sides.stand_ins import stands_for_people, stood_for, subjects, undergoers
from etl.coder.sides.verdicts import done_by, judged_as, worded
from etl.dictionaries import Frame

_HOSTILE = frozenset({"09", "15", "17", "18", "19", "20"})
_STANCES = frozenset({"05", "11"})
_COUNTS = frozenset(
    (
        "dozen score hundred thousand million billion number series wave round batch package lot couple pair barrage volley "
        "salvo flurry spate string raft range host handful majority percent ton tonne shipment consignment delivery piece set "
        "amount bulk quantity some most many part half form kind type sort"
    ).split(" ")
)
_BRINGING = frozenset(
    (
        "impose place levy slap introduce put announce apply pass enact hold sign reach strike send promise pledge grant give "
        "plan run schedule conclude agree build supply sell negotiate offer provide deploy seal ink extend conduct pay make lend "
        "ship have launch fire lob carry"
    ).split(" ")
)
"""What is said of a thing when with whom or for whom it was: "the tariffs it had imposed on", "the summit it was to hold"."""
_STEPS = frozenset(
    {"act", "declaration", "announcement", "imposition", "implementation", "introduction", "enforcement", "rollout"}
)
_PAYING_OUT = frozenset({"release", "disbursement", "transfer"})
_SHARED = frozenset({"joint", "common", "shared", "trilateral", "tripartite", "quadrilateral", "binational"})
_AMONG = frozenset({"between", "among"})
_PACTS = frozenset({"057", "030", "0311", "0312"})
_STATESMEN = frozenset({"GOV", "LEG"})
_CORE = frozenset({"subj", "obj", "poss", "comp", "by"})
RESPONSES = frozenset({"response", "reaction", "answer", "reply", "retort", "retaliation"})
"""What "in" before these opens is no place: "in response to North Korea's launches"."""
SPEAKING_TO = frozenset(
    "tell urge ask warn thank assure inform brief remind press congratulate reassure advise question caution lobby".split(" ")
)
_NAMED = frozenset({"person", "office", "coreference"})
ONLOOKERS = frozenset({"observer", "guest", "journalist", "reporter", "onlooker", "spectator", "bystander", "witness"})
"""Who stands by while others act: "drills with observers from France"."""
_MISSIONS = frozenset({"force", "mission", "appeal", "fund"})
_WITHIN = ("with", "against", "of", "to", "on", "by", "from", "toward", "towards", "for")


class Filling:
    """Fills the slots of frames in one parsed sentence."""

    def __init__(self, grammar: Grammar) -> None:
        self.grammar = grammar
        self.tree = grammar.tree
        self._behind: dict[tuple[int, str], list[int]] = {}
        self._agents: dict[int, tuple[list[int], set[str]]] = {}

    def follows(self, token: int, particle: str) -> bool:
        """Whether a particle stands right behind its verb, or its degree, though the parser made it a preposition or adverb."""
        if not any(self.tree.lemmas[child] == particle for child in self.tree.children[token]):
            return False
        degree = token + 2 < len(self.tree) and self.tree.deps[token + 1] == "advmod" and self.tree.head[token + 1] == token + 2
        close = {token + 1 + degree, *(self.tree.subtree(thing)[-1] + 1 for thing in self.tree.kids(token, "dobj"))}
        return any(
            child in close
            and self.tree.lemmas[child] == particle
            and self.tree.deps[child] in {"prt", "advmod", "prep", "acomp", "oprd"}
            and (child <= token + 1 + degree or not self.tree.kids(child, "pobj"))  # "hold exercises off Guam" holds nothing off
            for child in self.tree.children[token]
        )

    def matching_objects(self, token: int, frame: Frame) -> list[int] | None:
        """Return the object tokens that satisfy a frame's condition; None where it has one and nothing does."""
        if frame.doers and not self._done_by(token, frame.doers):
            return None
        if not frame.conditions:
            return []
        hosting = frame.source_slots == ("obj",)  # whoever receives "a minister" receives Wang Yi too
        matching: list[int] = []
        for preposition, lemmas in frame.conditions:
            matching += [
                part
                for part in self.parts(token, preposition)
                if self._is_one_of(stood_for(self.grammar, part), lemmas)
                or (hosting and self._person(part))
                or ("dollar" in lemmas and self._sum(part))
                or ("named person" in lemmas and self._called(token, part))
                or ("named people" in lemmas and self._people(part))
                or ("named firm" in lemmas and self._firm(part))
                or ("joint undertaking" in lemmas and self._joint(part))
                or stands_for_people(self.grammar, part, frame.code[:2], lemmas)
            ]
        return matching or None

    def _is_one_of(self, part: int, lemmas: AbstractSet[str]) -> bool:
        return self.tree.lemmas[part] in lemmas or self.phrase(part) in lemmas

    def parts(self, token: int, preposition: str) -> list[int]:
        """Return all that stands behind a preposition of a word, or with "" what a verb is done to, each part of a list."""
        known = self._behind.get((token, preposition))
        if known is None:
            heads = self._heads(token, preposition)
            heads = heads + [inner for head in heads if self._counts(head) for inner in self.grammar.prepositional(head, "of")]
            known = self._behind[token, preposition] = [part for head in heads for part in self.tree.conjuncts(head)]
        return known

    def _heads(self, token: int, preposition: str) -> list[int]:
        tree, grammar = self.tree, self.grammar
        if preposition:
            heads = grammar.prepositional(token, preposition)
            if not heads and grammar.is_verb(token):  # the parser often hangs the phrase on the object
                heads = [pobj for noun in grammar.objects(token) for pobj in grammar.prepositional(noun, preposition)]
            return heads + judged_as(self, token) if preposition == "as" else heads
        if tree.pos[token] in {"NOUN", "PROPN"}:
            return []
        direct = [head for head in grammar.objects(token) if tree.deps[head] != "dative"]
        judged = [kid for kid in tree.kids(token, "ccomp", "xcomp", "acomp") if tree.pos[kid] == "ADJ"]
        # "called Kim a madman", but not "sent a note to Kim, the general secretary"
        called = [head for head in direct if tree.deps[tree.head[head]] != "dative"]
        named = [kid for head in called for kid in tree.kids(head, "appos")]
        judged += [word for head in direct for word in tree.kids(head, "amod") if word > head]  # "called it 'absurd'"
        called = tree.kids(token, "attr", "oprd")  # "found the firm liable"
        return direct + judged + named + called + worded(tree, called)

    def _done_by(self, verb: int, doers: AbstractSet[str]) -> bool:
        """Whether one of certain nouns does it, however counted: "peacekeepers arrived", "163 of the troops left"."""
        known = self._agents.get(verb)
        if known is None:
            agents = [part for head in self.grammar.agents(verb) for part in self.tree.conjuncts(head)]
            agents += [inner for head in agents if self._counts(head) for inner in self.grammar.prepositional(head, "of")]
            words = {word for part in agents for word in (self.tree.lemmas[part], self.phrase(part))}
            known = self._agents[verb] = (agents, words)
        if "statesman" in doers and any(
            actor.person and actor.role in _STATESMEN for part in known[0] for actor in self.grammar.actors(part)
        ):
            return True
        return not known[1].isdisjoint(doers)

    def _counts(self, noun: int) -> bool:
        """Whether a noun adds only number or stage to another: "dozens of missiles", "the announcement of tariffs"."""
        paid = self.tree.lemmas[noun] in _PAYING_OUT and any(map(self._sum, self.grammar.prepositional(noun, "of")))
        return paid or self.tree.lemmas[noun] in _COUNTS | _STEPS or self.tree.pos[noun] == "NUM"

    def _person(self, token: int) -> bool:
        """Whether a token names a person, by name and not only by a role."""
        return any(actor.person and actor.basis in _NAMED for actor in self.grammar.cast.heads.get(token, ()))

    def _people(self, token: int) -> bool:
        """Whether a token names people by their country alone: "two Afghans", "three Chinese"."""
        actors = self.grammar.cast.heads.get(token, ())
        return any(actor.role == "CVL" and actor.plural and actor.basis == "adjective" for actor in actors)

    def _firm(self, token: int) -> bool:
        """Whether a token names a firm or what it makes: "banned TikTok", "new Huawei kit"."""
        cast = self.grammar.cast
        named = (*cast.heads.get(token, ()), *cast.owners.get(token, ()))
        return any(actor.role == "BUS" and actor.basis == "organization" for actor in named)

    def _joint(self, token: int) -> bool:
        """Whether a noun is said to be several owners' together: "a joint rescue fleet", "a common visa"."""
        return any(self.tree.words[kid].lower() in _SHARED for kid in self.tree.kids(token, "amod", "compound"))

    def _called(self, verb: int, part: int) -> bool:
        """Whether a person is called on the telephone ("called Lavrov on Friday") and not called something."""
        named = self.tree.kids(part, "appos") or self.tree.kids(verb, "oprd", "attr", "ccomp")
        thing = self.tree.pos[part] == "NOUN"  # "calls Trump trustworthy leader"
        return not thing and not named and any(actor.person for actor in self.grammar.cast.heads.get(part, ()))

    def _sum(self, token: int) -> bool:
        """Whether a number is a sum of money: "$18m", "¥2 billion"."""
        return any(
            self.tree.words[kid][-1:] in {"$", "€", "£", "¥", "₩"}
            for kid in self.tree.kids(token, "nmod", "quantmod", "compound")
        )

    def phrase(self, noun: int) -> str:
        """Return a noun with the compound or adjective in front of it ("export control")."""
        before = noun - 1
        if before >= 0 and self.tree.head[before] == noun:
            return f"{self.tree.lemmas[before]} {self.tree.lemmas[noun]}"
        return self.tree.lemmas[noun]

    def sources(self, token: int, frame: Frame, objects: Sequence[int] = ()) -> list[Actor]:
        """Return who does it: the first source slot that names an actor."""
        grammar = self.grammar
        for slot in frame.source_slots:
            if slot != "subj":
                found = self.fill(token, (slot,)) or [
                    actor for noun in (*grammar.objects(token), *objects) for actor in self.fill(noun, (slot,))
                ]
            else:
                agents = grammar.agents(token)
                if not agents and grammar.passive(token) and "obj" not in frame.target_slots and not frame.conditions:
                    agents = grammar.objects(token)[:1]  # an intransitive participle is active: "a drone intruded into"
                found = [actor for part in agents for actor in grammar.actors(part, loose=True)]
                if not agents and frame.kind == "mutual" and grammar.passive(token):  # "a pact between A and B was signed"
                    found = [actor for noun in grammar.objects(token) for actor in self.partners(noun)]
                    found = found or self.fill(token, ("between", "among"))
                if not found and frame.kind == "mutual" and frame.doers:  # "flights between A and B resumed"
                    found = [actor for noun in agents for actor in self.partners(noun)]
            if found:
                return found
        return []

    def partners(self, noun: int) -> list[Actor]:
        """Return between whom a thing is, or what it is on: "a memorandum on cooperation between A and B"."""
        topics = [topic for about in ("on", "of", "for") for topic in self.grammar.prepositional(noun, about)]
        found = [self.fill(part, ("between", "among")) for part in (noun, *topics)]
        found.append([*self.grammar.possessors(noun), *self.fill(noun, ("with",))])  # "Oman's pact with Iran was signed"
        return next((actors for actors in found if len({actor.key for actor in actors}) > 1), [])

    def targets(self, token: int, frame: Frame, objects: list[int], doers: AbstractSet[str]) -> list[Actor]:
        """Return the target: the first slot that names somebody else, on the verb or on its matched object noun."""
        grammar = self.grammar
        own: list[Actor] = []
        for slot in self._target_slots(token, frame, objects, doers):
            if slot == "comp":
                whether = [clause for prep in self.tree.kids(token, "prep") for clause in self.tree.kids(prep, "pcomp")]
                whether += [that for noun in objects for that in self.tree.kids(noun, "acl") if self.tree.kids(that, "mark")]
                clauses = dict.fromkeys((*grammar.complements(token), *whether))  # "looking into whether a Russian ship did it"
                heads = [subject for clause in clauses for subject in self.tree.kids(clause, "nsubj", "nsubjpass")]
                found = self.named(heads)
            elif slot in {"subj", "obj"}:
                heads = subjects(grammar, token, frame) if slot == "subj" else undergoers(grammar, token)
                if slot == "obj" and not heads and not grammar.passive(token):
                    heads = self.tree.kids(token, "oprd")  # "called Russia's test reckless" read as a reckless of Russia's
                found, blind = judged(self, heads) if frame.code[:2] == "11" else (self.named(heads), False)
                if not blind and (not found or {actor.key for actor in found} <= doers):
                    past = [actor for head in heads for actor in self.beyond(head, doers)]
                    found = past or held_in(self, frame.code, heads, doers) or found
                if not found and not blind and frame.code[:2] in _STANCES:  # "welcomed the truce between India and Pakistan"
                    found = [actor for head in heads for actor in self.fill(head, ("between", "among", "by"))]
                if found and {actor.key for actor in found} <= doers and not any(grammar.cast.heads.get(head) for head in heads):
                    found = self.beyond(token, doers) or found
            else:
                # "a raft of deals with Peru": the parser may hang the other side on the raft
                direct = [] if grammar.passive(token) else grammar.objects(token)
                nouns = objects + [noun for noun in direct if not objects or self._counts(noun)]
                # "reserved the right to respond to the tariffs"
                rights = (noun for noun in objects if self.tree.lemmas[noun] in {"right", "option"})
                nouns += [clause for noun in rights for clause in self.tree.kids(noun, "acl") if self.tree.tags[clause] == "VB"]
                nouns += [
                    clause for noun in objects for clause in self._brought(noun)
                ]  # "lifted the tariffs it had imposed on China"
                found = self.fill(token, (slot,), doers)
                if {actor.key for actor in found} <= doers:  # "along with Uganda, signed a pact with Mali"
                    found = [actor for noun in nouns for actor in self.fill(noun, (slot,), doers)] or found
                found = sited(self, frame.code, slot, (token, *nouns), found, doers) or found
            if frame.code in {"044", "114"}:  # "on the margins of the APEC summit", "complained to the WTO"
                found = [actor for actor in found if actor.country]
            if found and not {actor.key for actor in found} <= doers:
                return found
            own = own or found
        if own and {actor.key for actor in own} <= doers and frame.code[:2] in _HOSTILE:
            own = self._anothers(token) or own
        if frame.code == "111" and {actor.key for actor in own} <= doers:  # "called the hijacking an Iranian act of terrorism"
            own = done_by(self, objects, doers) or own
        if not own and (frame.code[:2] in VIOLENT or (frame.code[:2] == "06" and "in" in frame.target_slots)):
            own = self.attacked_in(token, frame.target_slots)
        if not own and frame.kind == "mutual" and frame.code in _PACTS and len(doers) == 1:
            own = counterparts(self, token, objects, doers)
        return own or self._behind_the_object(frame, objects or grammar.objects(token), doers)

    def _target_slots(self, token: int, frame: Frame, objects: list[int], doers: AbstractSet[str]) -> tuple[str, ...]:
        """Return where to look for the target: not near a border ("bombed camps near it"), and nowhere for one's own people."""
        if is_for_own(self, frame, self.grammar.objects(token), doers):
            return ()
        at_a_border = "near" in frame.target_slots and frame.code[:2] in VIOLENT and self._at_a_border(token, objects)
        return tuple(slot for slot in frame.target_slots if slot != "near" or not at_a_border)

    def _brought(self, noun: int) -> list[int]:
        """Return the verbs of the clauses of a noun that say for whom or with whom it was."""
        tree = self.tree
        done = {kid for kid in tree.kids(noun, "acl") if tree.tags[kid] in {"VBN", "VBD"} or tree.lemmas[kid] == "carry"}
        clauses = [kid for kid in tree.kids(noun, "acl", "relcl") if tree.deps[kid] == "relcl" or kid in done]
        clauses += [inner for clause in clauses for inner in tree.kids(clause, "xcomp", "ccomp")]  # "the summit it was to hold"
        return [clause for clause in clauses if tree.lemmas[clause] in _BRINGING]

    def _behind_the_object(self, frame: Frame, nouns: list[int], doers: AbstractSet[str]) -> list[Actor]:
        """Return for whom, or by whom, a thing is said to be that an act is done to."""
        if frame.code[:2] in JUDGING:
            return made_by(self, nouns, doers)
        behind = {"14": opposed_by, "15": designed_for, "17": carried_for, "04": journeyed_for}.get(frame.code[:2])
        return behind(self, nouns) if behind else []

    def _at_a_border(self, token: int, nouns: list[int]) -> bool:
        holders = (token, *nouns, *(self.grammar.objects(token) if self.grammar.is_verb(token) else ()))
        near = (place for holder in holders for place in self.grammar.prepositional(holder, "near"))
        return any(self.tree.lemmas[place] in {"border", "frontier"} for place in near)

    def attacked_in(self, token: int, slots: tuple[str, ...]) -> list[Actor]:
        """Return in whose country somebody nameless is attacked: "air strikes against fighters in eastern Syria"."""
        grammar = self.grammar
        verb = grammar.is_verb(token)
        heads = [noun for slot in slots if slot not in _CORE for noun in grammar.prepositional(token, slot)]
        heads += grammar.objects(token) if verb and "obj" in slots else []
        nameless = [noun for noun in heads if self.tree.pos[noun] == "NOUN" and not grammar.cast.heads.get(noun)]
        return [actor for noun in nameless for actor in self.fill(noun, ("in", "inside"))]

    def another_than_the_doer(self, noun: int, frame: Frame, targets: list[Actor]) -> list[Actor]:
        """Return whose "its" is meant where the doer's makes no sense: "seized a tanker and began a probe of its captain"."""
        grammar, tree = self.grammar, self.tree
        verb = tree.head[noun]
        if frame.code[:2] not in _HOSTILE or tree.deps[noun] != "dobj" or not grammar.is_verb(verb) or not targets:
            return targets
        doers = grammar.doers(verb)
        behind = [part for slot in frame.target_slots if slot not in _CORE for part in grammar.prepositional(noun, slot)]
        owned = any(tree.pos[holder] == "PRON" for part in behind for holder in tree.kids(part, "poss"))
        if owned and doers and doers[0].country and {actor.key for actor in targets} == {doers[0].key}:
            return grammar.coreference.other_than(noun, doers[0].country) or targets
        return targets

    def _anothers(self, verb: int) -> list[Actor]:
        """Return whose "its" can only be where the doer's own makes no sense: "said the jets had entered its airspace"."""
        tree, grammar = self.tree, self.grammar
        for head in grammar.objects(verb):
            if any(tree.pos[holder] == "PRON" for holder in tree.kids(head, "poss")):
                doers = grammar.doers(verb)
                if doers and doers[0].country:
                    return grammar.coreference.other_than(verb, doers[0].country)
        return []

    def named(self, heads: list[int]) -> list[Actor]:
        """Return the actors that some noun phrases name, owners included."""
        return [actor for head in heads for actor in self.grammar.actors(head, loose=True)]

    def beyond(self, noun: int, doers: AbstractSet[str]) -> list[Actor]:
        """Return whom a noun that is the doer's own points to: "its row with Malaysia", "its criticism of Japan"."""
        owned = any(self.tree.pos[owner] != "PRON" for owner in self.tree.kids(noun, "poss"))  # "the West's curbs on Iran"
        if self.grammar.cast.heads.get(noun) or (owned and not self.grammar.possessors(noun)):
            return []
        for preposition in (*_WITHIN, "in") if self.tree.lemmas[noun] in _MISSIONS else _WITHIN:
            found = self.named(self.grammar.prepositional(noun, preposition))
            if found and not {actor.key for actor in found} <= doers:
                return found
        return []

    def fill(self, token: int, slots: tuple[str, ...], doers: AbstractSet[str] = frozenset()) -> list[Actor]:
        """Return the actors of the first slot that names any, preferring somebody other than the doers."""
        for slot in slots:
            if slot == "poss":
                found = self.grammar.possessors(token)
            elif slot == "obj":
                found = self.named(self.grammar.objects(token))
            elif slot == "subj":
                found = self.named(self.grammar.agents(token))
            else:
                behind = self.grammar.prepositional(token, slot) or self._past_topic(token, slot)
                behind = [noun for noun in behind if slot != "in" or self.tree.lemmas[noun] not in RESPONSES]
                behind = [noun for noun in behind if slot != "with" or not self._beside_the_point(noun)]
                if slot == "from" and any(en_route(self.tree, one) for one in (token, *self.grammar.objects(token))):
                    behind = []
                found = self.named(behind)
                if slot in _AMONG and len({actor.key for actor in found}) == 1:
                    found += self._among(behind)
                if behind and (not found or (doers and {actor.key for actor in found} <= doers)):
                    found = [actor for noun in behind for actor in self.beyond(noun, doers)] or found
            if found:
                return found
        return []

    def _beside_the_point(self, noun: int) -> bool:
        """Whether what stands behind "with" takes no part: topics to talk about, onlookers ("with observers from France")."""
        return self.tree.lemmas[noun] in ONLOOKERS or self._topic_list(noun)

    def _topic_list(self, noun: int) -> bool:
        """Whether a list of things behind "with" is what there is to talk about: "with trade and China on the agenda"."""
        tree, heads = self.tree, self.grammar.cast.heads
        thing = tree.pos[noun] == "NOUN" and not heads.get(noun) and self.grammar.role_at(noun) is None
        return thing and any(heads.get(part) for part in tree.conjuncts(noun)[1:])

    def _past_topic(self, token: int, slot: str) -> list[int]:
        """Return what was hung on the topic of a conversation: "spoke about Libya with Erdogan"."""
        if slot != "with" or not self.grammar.is_verb(token):
            return []
        topics = [topic for about in ("about", "on", "over") for topic in self.grammar.prepositional(token, about)]
        return [pobj for topic in topics for pobj in self.grammar.prepositional(topic, slot)]

    def _among(self, nouns: list[int]) -> list[Actor]:
        """Return who else stands in a list whose "and" the parser hung too low: "between the minister of trade and Iran"."""
        tree = self.tree
        inside = (token for noun in nouns for token in sorted(tree.subtree(noun)) if tree.deps[token] in {"conj", "appos"})
        return [actor for token in inside for actor in self.grammar.cast.heads.get(token, ())]

    def noun_words(self, noun: int, lemma: str) -> bool:
        """Whether the words in front of a noun complete a multi-word frame ("phone call", "air strike")."""
        parts = lemma.split()
        if len(parts) == 1:
            return True
        first = noun - len(parts) + 1
        if first < 0:
            return False
        left = zip(parts[:-1], range(first, noun), strict=True)
        return all(part in {self.tree.lemmas[token], self.tree.words[token].lower()} for part, token in left)
