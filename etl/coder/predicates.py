"""Acts in a sentence: frames give a CAMEO code and both sides, operators (agree, threaten, urge ...) change what they govern.

Every predicate word becomes `Proto`s: acts whose sides may still be open. Sides left open are filled from light verbs and
operators.
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from etl.coder.actors import Actor
from etl.coder.acts import Act, Proto, announced, complete, directed, in_print, readings
from etl.coder.assertion import AFTERWARDS, Assertion
from etl.coder.constructions.arms.comrades import without_comrades
from etl.coder.constructions.arms.straits import across
from etl.coder.constructions.fitness import Fitness
from etl.coder.constructions.goods.licences import licensed
from etl.coder.constructions.journeys.assemblies import only_attended
from etl.coder.constructions.journeys.fixtures import entertaining
from etl.coder.constructions.journeys.frontiers import bound_for_a_border
from etl.coder.constructions.nominals import TAKING_PLACE, Nominals
from etl.coder.constructions.operators import Operators
from etl.coder.constructions.patterns import Patterns
from etl.coder.constructions.people.crimes import of_state
from etl.coder.constructions.people.custody import Custody
from etl.coder.constructions.people.homecomings import of_others
from etl.coder.constructions.talks.ties import parted
from etl.coder.constructions.words.moods import only_a_mood
from etl.coder.constructions.words.warnings import looms
from etl.coder.days.backgrounds import came_about
from etl.coder.grammar.slots import Grammar
from etl.coder.sides.chorus import in_chorus
from etl.coder.sides.concert import for_a_third
from etl.coder.sides.filling import Filling
from etl.coder.sides.implied import Implied
from etl.coder.sides.pairings import paired
from etl.coder.sides.scenes import Scenes
from etl.coder.sides.surroundings import Surroundings
from etl.dictionaries import ActLexicon, Frame
from etl.records import LIVE

_SPANS = frozenset({"hour", "day", "week", "month", "round", "night", "session"})
_SHARED = frozenset("196 0871 0872 0873 0874 087 081 164 046 050 054 057 060 061 062 063 064 036".split(" "))
_APART = frozenset({"02", "10", "11", "12", "13", "16"})  # what several do to somebody else
_OFFICIAL_ROOTS = frozenset({"07", "08", "11", "16", "17"})  # what a ministry says was done, it has done
_AIMED = frozenset({"11", "16", "17"})
_PLACES = frozenset({"name", "capital", "city"})
_BROKERING = frozenset("mediate broker facilitate host chair sponsor arrange convene oversee moderate".split(" "))
_GAMES = frozenset("meet play face beat host stun edge thrash crush fight attack visit tour".split(" "))
_INSIDE_ROOTS = frozenset({"09", "11", "12", "17"})  # a passive without its doer: "detained in China", "sentenced in Russia"
# "ties between Peru and Mexico have been severed": by both, where nobody else is named
_JOINT = ("050", "054", "057", "06", "16")
# who does so supports nobody, and consults nobody
_TURNED_ASIDE = frozenset(
    {("back", "off"), ("back", "down"), ("back", "away"), ("back", "out"), ("talk", "down"), ("talk", "back")}
)


class Predicates:
    """Finds the acts of one parsed sentence."""

    def __init__(self, lexicon: ActLexicon, grammar: Grammar) -> None:
        self._lexicon = lexicon
        self._grammar = grammar
        self._tree = grammar.tree
        self._assertion = Assertion(grammar)
        self._memo: dict[int, list[Proto]] = {}
        self._telling = self._tree.telling()
        self._filling = Filling(grammar)
        self._fitness = Fitness(lexicon, grammar)
        self._scenes = Scenes(grammar, self._filling)
        self._custody = Custody(grammar, self._filling)
        self._operators = Operators(lexicon, grammar, self._assertion, self.protos)
        self._nominals = Nominals(lexicon, grammar, self._filling, self._assertion, self._operators.silenced)
        self._implied = Implied(grammar, self.protos, lexicon)
        self._patterns = Patterns(lexicon, self._filling, self._assertion, self.protos, self._implied.occasions)

    def acts(self) -> list[Act]:
        """Return every act of the sentence, asserted or not, in order of the trigger words."""
        ordered, gone = self._patterns.instead()
        protos = [self._each_other(proto) for token in self._telling for proto in self.protos(token) if token not in gone]
        protos += [*ordered, *self._patterns.besides()]
        found: list[Act] = []
        protos = [of_state(self._tree, across(one)) for proto in protos for one in paired(self._tree, proto)]
        aimed = map(self._implied.aimed, map(self._not_the_body, map(self._complained_of, protos)))
        for proto in map(self._implied.hosted, in_chorus(self._tree, aimed, is_title=self._grammar.is_title)):
            bare = not proto.operators
            if bare and (proto.trigger in self._operators.silenced or self._states(proto) or self._plays(proto.trigger)):
                continue
            sides = (*proto.sources, *proto.targets)
            if entertaining(self._tree, proto.code[:2], sides, (proto.trigger,)) or for_a_third(self._grammar, proto):
                continue
            if bound_for_a_border(self._tree, proto) or only_attended(self._tree, proto):
                continue
            if proto.code == "036" and came_about(self._tree, proto.trigger):
                continue  # "a summit, scheduled for May, was held in June": that is told
            governed = self.governed(proto.trigger)
            if governed == "negated" and proto.operators[:1] in {("appeal",), ("demand",), ("propose",), ("answered",)}:
                governed = None  # a demand that is rejected was made
            if proto.rule_id.endswith("~moved") and proto.code[:2] != "07":
                governed = None  # "cancelled the visit under pressure": the pressure was there
            if "~sworn" in proto.rule_id and governed == "hypothetical":
                governed = None  # "promised to respond": the threat is made
            if governed and proto.status in LIVE:
                found.extend(directed(replace(proto, status=governed), self._grammar))
            else:
                found.extend(directed(proto, self._grammar))
        return without_comrades(found)

    def _each_other(self, proto: Proto) -> Proto:
        """Return what several do to each other as mutual: "India and Pakistan accused each other".

        What several do that is not to each other is done to none of them: "recalled their envoys", "asked them to calm down".
        """
        several = {actor.key for actor in proto.sources}
        aimless = {actor.key for actor in proto.targets} <= several
        both = proto.kind == "oneway" and aimless and len(several) > 1
        facing = proto.code[:2] == "15" and len(several) == 2 and self._at_their_border(proto.trigger)
        both = both and (
            self._grammar.is_reciprocal(proto.trigger) or facing or (proto.code[:2] == "19" and self._hyphened(proto))
        )
        if both:
            return replace(proto, kind="mutual", targets=())
        alone = proto.kind == "oneway" and aimless and len(several) > 1 and proto.code[:2] in _APART
        meant = all(actor.basis == "coreference" for actor in proto.targets) and not self._shared(proto.trigger)
        return replace(proto, targets=()) if alone and meant else proto

    def _shared(self, verb: int) -> bool:
        """Whether what is done is done to a thing that several share, and not to their people: "cut their ties"."""
        tree, classes = self._tree, self._lexicon.classes
        objects = self._grammar.objects(verb) if self._grammar.is_verb(verb) else []
        things = [thing for thing in objects if tree.kids(thing, "poss")]  # "lodged protests with them" shares none
        if not things:
            return False
        people = classes["diplomat"] | classes["person"] | classes["official"] | classes["soldier"]
        return not any(tree.pos[thing] == "PRON" or tree.lemmas[thing] in people for thing in things)

    def _at_their_border(self, verb: int) -> bool:
        """Whether two do something each, or along the frontier between them: "mobilised 1,000 men each", "on the border"."""
        tree = self._tree
        things = [verb, *(self._grammar.objects(verb) if self._grammar.is_verb(verb) else ())]
        each = any(tree.words[kid].lower() == "each" for thing in things for kid in tree.children[thing])
        lines = [
            part for thing in things for way in ("on", "along", "at", "near") for part in self._grammar.prepositional(thing, way)
        ]
        border = any(tree.lemmas[part] in {"border", "frontier"} and not tree.kids(part, "prep", "amod") for part in lines)
        return each or border

    def _hyphened(self, proto: Proto) -> bool:
        """Whether two names before a word are joined by a hyphen: "India-Pakistan shelling"."""
        first, *others = sorted({actor.head for actor in proto.sources})
        return len(others) == 1 and others[0] == first + 2 and self._tree.words[first + 1] in {"-", "–"}

    def _plays(self, verb: int) -> bool:
        """Whether one country takes a verb in the plural, as teams do: "Germany meet Spain in Stuttgart"."""
        tree = self._tree
        if tree.lemmas[verb] not in _GAMES or tree.tags[verb] not in {"VB", "VBP"} or tree.kids(verb, "aux", "auxpass", "conj"):
            return False
        subjects = [one for one in tree.kids(verb, "nsubj") if not {",", "and", "&"} & set(tree.words[max(0, one - 2) : one])]
        return any(
            actor.basis == "name" and actor.head == subject
            for subject in subjects
            if tree.pos[subject] == "PROPN" and not tree.kids(subject, "conj", "appos") and not tree.words[subject].endswith("s")
            for actor in self._grammar.cast.heads.get(subject, ())
        )

    def _complained_of(self, proto: Proto) -> Proto:
        """Return a measure with whoever complains of it as target: "China slams US visa curbs"."""
        aims = self._operators.aims.get(proto.trigger, ())
        doers = {actor.key for actor in proto.sources}
        others = tuple(actor for actor in aims if actor.key not in doers and actor.country)
        helped = proto.trigger in self._operators.thanked
        aimed = others and doers and not proto.targets and (helped or (proto.code[:2] in _AIMED and not self._of_others(proto)))
        if aimed and self._grammar.coreference.deeds.did_to_others(doers, {actor.key for actor in others}, proto.code[:2]):
            return proto  # "condemned the U.S. sanctions" on Venezuela, of which the article told before
        return replace(proto, targets=others, operators=("fault",)) if aimed else proto

    def _of_others(self, proto: Proto) -> bool:
        """Whether somebody is named as undergoing a measure, though not of what country: "Turkey's arrest of a mayor"."""
        nouns = [noun for noun in self._grammar.prepositional(proto.trigger, "of") if self._tree.pos[noun] == "NOUN"]
        own = [noun for noun in nouns if any(self._tree.lemmas[kid] == "its" for kid in self._tree.kids(noun, "poss"))]
        return proto.code[:2] == "17" and len(nouns) > len(own)

    def _not_the_body(self, proto: Proto) -> Proto:
        """Return a measure without the body it is of among its targets: "signed up for United Nations sanctions"."""
        tree = self._tree
        owners = {
            actor.key
            for actor in proto.targets
            if actor.country is None
            and tree.deps[actor.head] in {"compound", "amod", "nmod", "poss"}
            and tree.lemmas[tree.head[actor.head]] in self._lexicon.classes["sanction"]
        }
        if proto.code[:2] != "16" or not owners:
            return proto
        return replace(proto, targets=tuple(actor for actor in proto.targets if actor.key not in owners))

    def unaddressed(self) -> Iterator[tuple[Actor, None, str]]:
        """Yield who did something that is done to nobody named ("fired a missile"), with its CAMEO root: others may answer it."""
        for token in self._telling:
            for proto in self.protos(token):
                if proto.sources and not proto.targets and proto.status in LIVE and proto.code[:2] != "01":
                    yield from ((actor, None, proto.code[:2]) for actor in proto.sources if actor.country)

    def hints(self) -> dict[str, Proto]:
        """Return by root an act that the sentence tells of, whether or not its sides were found: live ones before others."""
        found: dict[str, Proto] = {}
        for token in self._telling:
            for proto in self.protos(token):
                status = self.governed(proto.trigger) or proto.status
                told = replace(proto, status=status) if proto.status in LIVE and proto.status != status else proto
                old = found.get(proto.code[:2])
                if old is None or (told.status in LIVE, told.rank) > (old.status in LIVE, old.rank):
                    found[proto.code[:2]] = told
        return found

    def governed(self, trigger: int) -> str | None:
        """Return what an operator makes of a word it governs, directly or inside the clause it governs, None where none does.

        What is agreed, refused or demanded is no act of its own; what fails ("negated") is none.
        """
        if trigger in self._operators.governed:
            return self._operators.governed[trigger]
        below = trigger
        for above in self._tree.ancestors(trigger):
            if self._tree.deps[below] in {"relcl", "advcl", "appos", "parataxis", "nsubj", "nsubjpass"}:
                return None
            if self._tree.deps[below] == "conj" and self._told_besides(below):
                return None  # "said that Chad had shelled it and that it had fired back"
            if self._tree.deps[below] == "prep" and self._tree.lemmas[below] in AFTERWARDS | {"during"}:
                return None  # "agreed to restore ties after days of talks", "during a visit": the talks were held
            brokered = self._tree.deps[below] == "amod" or (self._tree.deps[below] == "acl" and self._tree.kids(below, "agent"))
            if brokered and self._tree.lemmas[below] in _BROKERING:
                return None  # "agreed to a truce in talks brokered by Qatar"
            following = self._tree.deps[below] == "acl" and self._tree.words[below].lower() == "following"
            if following or (self._tree.deps[below] == "pcomp" and self._tree.kids(below, "nsubj")):
                return None  # "called for a truce following the attacks", "blocked the road in what Armenia called a siege"
            if above in self._operators.governed:
                return self._operators.governed[above]
            below = above
        return None

    def _told_besides(self, clause: int) -> bool:
        """Whether a clause with a "that" of its own tells what "it" did: no charge before it holds for it."""
        tree = self._tree
        said = any(tree.words[mark].lower() == "that" for mark in tree.kids(clause, "mark"))
        own = {tree.words[part].lower() for subject in tree.kids(clause, "nsubj", "nsubjpass") for part in tree.subtree(subject)}
        return said and bool(own & {"it", "its", "they", "their", "he", "she", "his", "her"})

    def _states(self, proto: Proto) -> bool:
        """Whether a bare noun only names a state of affairs ("the trade war", "cooperation")."""
        tree, trigger = self._tree, proto.trigger
        lasting = self._lexicon.classes["growth" if "+" in proto.rule_id else "state_noun"]  # "the development of ties"
        if not proto.rule_id.startswith("noun:") or tree.lemmas[trigger] not in lasting:
            return False
        # "Contacts between them continued": said to take place, it is an act after all
        measured = tree.head[tree.head[trigger]]
        if tree.deps[trigger] == "pobj" and tree.lemmas[measured] in _SPANS:
            return False  # "after four days of negotiations"
        verb = tree.head[trigger]
        in_force = tree.lemmas[verb] in {"come", "go", "enter"} and any(
            tree.lemmas[noun] in {"force", "effect"} for noun in self._grammar.prepositional(verb, "into")
        )
        states = [*tree.kids(verb, "acomp", "advmod"), *self._grammar.prepositional(verb, "under")]
        under_way = tree.lemmas[verb] == "be" and any(tree.words[kid].lower() in {"underway", "way"} for kid in states)
        taking_place = tree.lemmas[verb] in TAKING_PLACE or in_force or under_way
        return not (tree.deps[trigger] in {"nsubj", "nsubjpass"} and taking_place)

    def protos(self, token: int) -> list[Proto]:
        """Return the acts whose outermost word is a token."""
        if token not in self._memo:
            self._memo[token] = []  # guards against cycles
            self._memo[token] = [licensed(self._tree, self._lexicon.classes, in_print(proto)) for proto in self._find(token)]
        return self._memo[token]

    def _find(self, token: int) -> list[Proto]:
        grammar, tree = self._grammar, self._tree
        if tree.tags[token] == "VBG" and self._in_a_name(token):
            return []
        if grammar.is_verb(token):
            return self._verb(token)
        if tree.pos[token] in {"NOUN", "PROPN"} or tree.deps[token] in {"dobj", "pobj"}:
            if grammar.cast.heads.get(token):
                return []
            return self._operators.apply(token, "noun") or self._nominals.protos(token)
        if tree.pos[token] in {"ADJ", "ADV"}:
            told = (proto for proto in self._framed(token, "adj") if not only_a_mood(proto))
            return self._operators.apply(token, "adj") or [announced(proto) for proto in told]
        return []

    def _in_a_name(self, token: int) -> bool:
        """Whether a gerund with a capital is part of a name: "the Committee for Supporting the Reunification"."""
        inside, words = token > 0 and not self._grammar.is_title, self._tree.words
        return inside and words[token][:1].isupper() and words[token - 1].islower()

    def _verb(self, verb: int) -> list[Proto]:
        above = self._tree.head[verb]
        if self._tree.lemmas[verb] == "blame" and self._tree.deps[verb] == "xcomp" and self._tree.lemmas[above] == "be":
            return []  # "is to blame" is blamed
        framed = self._framed(verb, "verb")
        operated = self._operators.apply(verb, "verb")
        found = self._preferred(framed, operated)
        return [self._assertion.modal(announced(proto), verb, self._lexicon) for proto in found]

    @staticmethod
    def _preferred(framed: list[Proto], operated: list[Proto]) -> list[Proto]:
        """Choose between a verb's frames and its operators: whole acts before half ones, met objects before operators."""
        said = [proto for proto in operated if proto.operators[:1] == ("say",)]
        composed = [proto for proto in operated if proto not in said]
        whole = [proto for proto in composed if complete(proto)]
        top = max((proto.rank for proto in whole), default=0)
        strong = [proto for proto in framed if proto.rank >= 10 and proto.rank > top and (complete(proto) or not whole)]
        ready = [proto for proto in framed if complete(proto)]
        return (strong or whole or ready or composed or framed) + said

    def _framed(self, token: int, pos: str) -> list[Proto]:
        """Return what the frames of a verb or adjective make of it: the best-ranked readings that fill both sides."""
        grammar, tree = self._grammar, self._tree
        particle = grammar.particle(token)
        found: list[Proto] = []
        for frame in self._lexicon.candidates(pos, tree.lemmas[token], partial(Surroundings, self._filling, token)):
            other = frame.particle != particle and (frame.particle or (frame.lemma, particle) in _TURNED_ASIDE)
            if other and not (frame.particle and self._filling.follows(token, frame.particle)):
                continue
            objects = self._filling.matching_objects(token, frame)
            if objects is None or self._fitness.unfit(token, frame, objects):
                continue
            sources = self._filling.sources(token, frame, objects)
            targets = self._filling.targets(token, frame, objects, {actor.key for actor in sources})
            targets = self._with_the_quartered(token, frame, sources, targets)
            if frame.kind == "mutual" and not targets and self._fitness.each_alone(token, frame):
                continue
            if self._to_oneself(frame, sources, targets):
                continue
            if frame.kind == "visit":
                targets = self._fitness.hosts(token, frame, targets)
            if frame.kind == "visit" and self._fitness.for_an_act(token, frame):
                continue  # "ships depart for a drill with the US" visit nobody
            if frame.kind == "visit" and self._fitness.to_a_body(token):
                targets = [actor for actor in targets if actor.basis not in _PLACES - {"name"}]
            kind = frame.kind
            if not sources and kind == "oneway" and frame.code.startswith(_JOINT) and (parties := parted(self._filling, token)):
                sources, targets, kind = parties, [], "mutual"

            keepers = [] if sources else self._custody.keepers(token, frame, targets)
            targets = of_others(targets, keepers)
            sources, rule_id = sources or keepers, f"{frame.rule_id}~custody" if keepers else frame.rule_id
            if not sources:
                sources = self._unnamed(token, frame, targets)
                places = {actor.key for actor in sources}
                if len(places) > 1 and frame.code[:2] in _INSIDE_ROOTS and grammar.passive(token):
                    targets = [actor for actor in targets if actor.key not in places]
            conditions = 10 * bool(frame.conditions) + 6 * bool(frame.doers) + 5 * bool(frame.particle)
            at_sea = frame.code == "150" and any(preposition == "into" for preposition, _ in frame.conditions)
            rank = conditions + len(frame.code.rstrip("0")) + bool(targets) + 2 * at_sea  # missiles into the sea hit nobody
            if kind == "oneway" and not targets and frame.code in _SHARED and len({actor.key for actor in sources}) > 1:
                kind = "mutual"  # "India and Pakistan declared a ceasefire"
            endangers = frame.lemma == "threaten" and not frame.conditions and (grammar.of_a_thing(token) or looms(tree, token))
            code = "010" if endangers else frame.code  # what endangers threatens nobody in words
            found.append(Proto(code, tuple(sources), tuple(targets), kind, rule_id, token, rank=rank))
            both = frame.kind == "mutual" and len({actor.key for actor in sources}) > 1  # "Xi and Lee have pencilled in a summit"
            if frame.conditions and ((sources and targets) or both) and frame.code != "045":  # a truce that is brokered is made
                self._operators.silenced.update(part for part in objects if not grammar.is_verb(part))
                if frame.code[:2] == "11":  # "accused Russia of attacking": what it is accused of is alleged
                    self._operators.governed.update(dict.fromkeys((part for part in objects if grammar.is_verb(part)), "alleged"))
        return readings(found)

    @staticmethod
    def _to_oneself(frame: Frame, sources: list[Actor], targets: list[Actor]) -> bool:
        """Whether who does a thing undergoes it: "held exercises off Goa" in India, or is angered by talk of his own deeds."""
        doers, others = ({actor.key for actor in side} for side in (sources, targets))
        if frame.code[:2] == "11" and frame.source_slots == ("obj",):  # "a meeting on North Korean abuses angered Pyongyang"
            return bool(targets) and {(one.key, one.role) for one in targets} <= {(one.key, one.role) for one in sources}
        return (frame.code == "150" and bool(doers & others)) or ("@debt_payment>poss" in frame.rule_id and others <= doers)

    def _with_the_quartered(self, token: int, frame: Frame, sources: list[Actor], targets: list[Actor]) -> list[Actor]:
        """Return whom an attack hits with those whose soldiers live there."""
        if frame.code[:2] != "19" or not targets:
            return targets
        return [*targets, *self._scenes.quartered(token, {actor.key for actor in (*sources, *targets)})]

    def _unnamed(self, token: int, frame: Frame, targets: list[Actor]) -> list[Actor]:
        """Return who does what nobody is named for: somebody there, captors, a crowd, the ministry that tells it."""
        root, others = frame.code[:2], {actor.key for actor in targets}
        found: list[Actor] = []
        if self._grammar.passive(token):
            if root == "19" and targets:
                found = self._scenes.defenders(token, others)
            lauded = frame.code == "051" and self._grammar.is_title  # "Exploits Lauded in Romania and Mexico"
            found = found or (self._scenes.whereabouts(token) if root in _INSIDE_ROOTS or lauded else [])
            if not found and targets and frame.code == "051" and frame.conditions:  # "DPRK Order Awarded to Chinese Diplomat"
                found = [actor for part in self._grammar.objects(token) for actor in self._grammar.possessors(part)]
            if not found and targets and frame.code[:3] == "084":
                found = self._custody.captors(token, others)
            blamed = root == "11" and frame.code != "114"  # who says that somebody is blamed, blames not
            done = root in _OFFICIAL_ROOTS and not blamed
            if not found and targets and done and not self._tree.kids(token, "agent"):
                found = self._scenes.reporters(token, others)
        found = found or (self._scenes.at_large(token, others) if root in {"18", "19"} and others else [])
        return found or (self._scenes.scene(token) if targets and root == "14" else [])
