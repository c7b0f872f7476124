"""Targets that an earlier sentence tells: "Tokyo protested", "Beijing refused", "It returned the vessel".

Whoever answers, answers what was done last, to himself first; what he says it was ("the sanctions", "the move") tells what to
look for.
"""

from collections.abc import Set as AbstractSet
from dataclasses import replace

from etl.coder.actors import Actor
from etl.coder.acts import Proto
from etl.coder.grammar.slots import Grammar
from etl.coder.recall.antecedents import COMMANDING, GOVERNED
from etl.coder.recall.deeds import LOOSE, SAYINGS
from etl.coder.recall.dummies import is_empty
from etl.coder.recall.home_politics import tells_home_politics
from etl.coder.roots import ADDRESSED, SEIZING, UTTERED, VIOLENT
from etl.coder.sides.following import followed, repaid
from etl.coder.sides.matters import ABOUT, bare, dates, dreaded, matters, names_act, so_called, sorry
from etl.coder.sides.relief import helped
from etl.coder.sides.vengeance import in_return, is_dire, paid_back, replying, sworn
from etl.dictionaries import ActLexicon

UNFRIENDLY = frozenset({"11", "12", "13", "15", "16", "17", "18", "19", "20"})
OCCASIONS = frozenset({"after", "following", "over", "amid", "as", "at", "because", "when", "since"})
_REACTIONS = frozenset({"10", "11", "12", "13"})
FRIENDLY = frozenset({"01", "02", "03", "04", "05", "06", "07", "08"})
DEEDS = frozenset(f"{number:02d}" for number in (5, 6, 7, 8, *range(13, 21)))
"""CAMEO roots of what others may condemn as done: no talk and no word."""
_ANY = frozenset(f"{number:02d}" for number in range(3, 21))
_ORGANS = frozenset({"military", "army", "police", "government", "authority", "authorities", "regime", "court", "parliament"})
_OF_THE_HOUSE = frozenset({"LEG", "PTY", "OPP"})
_AT_WHOM = frozenset({"at", "into", "against", "on", "to"})
# What a noun may name that is a word for saying or planning an act: "the offer", "the demand".
_NAMED = {
    "agree": ("03", "05"),
    "propose": ("03",),
    "intend": ("03",),
    "appeal": ("02",),
    "demand": ("10",),
    "threaten": ("13",),
    "refuse": ("12",),
}
_BREAKS = frozenset({"160", "161", "164"})
_SUFFERING = frozenset({"10", "12", "13"})
_WELCOMING = frozenset({"051", "052"})
_JUDGING = frozenset(
    (
        "call describe brand label dub term deem declare pronounce denounce characterize regard condemn criticise criticize"
        " deplore decry slam"
    ).split(" ")
)
_PRAISING = frozenset({"praise", "welcome", "hail", "applaud", "endorse", "back", "support", "defend", "commend", "cheer"})
_VAGUE = frozenset({"a", "an", "any", "all", "some", "no", "every", "each"})
_SPEAKING = frozenset("comment say elaborate confirm answer specify speculate name disclose discuss respond reply".split(" "))
_THIS = frozenset({"this", "that", "it", "involvement", "responsibility", "wrongdoing", "complicity", "guilt", "culpability"})
_AMENDS = frozenset({"apology", "explanation", "clarification", "retraction", "correction", "redress", "compensation"})
_THEM = frozenset({"them", "these"})
_CRIMES = frozenset(
    "attack bombing shooting killing blast explosion assault massacre murder kidnapping abduction assassination stabbing".split(
        " "
    )
)
_VOTED = frozenset({"vote", "resolution"})  # by which anything may be decided
_IN_KIND = frozenset({"15", "16", "17", "19"})
_OWN = frozenset({"his", "her", "its", "their", "our", "my"})
_MENACES = frozenset({"response", "retaliation", "consequence", "countermeasure", "reprisal", "step", "action", "measure"})


class Replies:
    """Finds whom the acts of one parsed sentence answer in earlier ones."""

    def __init__(self, grammar: Grammar, lexicon: ActLexicon) -> None:
        """Take the sentence's slots and the frames."""
        self._lexicon = lexicon
        self._grammar = grammar
        self._tree = grammar.tree

    def settled(self, proto: Proto, verb: int) -> Proto:
        """Return an act without a target with whom it answers; unchanged where it is no answer or nobody is meant."""
        root, aimless = proto.code[:2], not self.about_something(verb)
        for resumed in (so_called, repaid, followed):  # "Oman cut ties with Fiji on Sunday. Chad cut ties on Monday"
            if (found := resumed(self._grammar, proto, verb)) is not None:
                return found
        if proto.code == "055" and aimless:
            return self._apologised(proto, verb)
        if root in FRIENDLY and in_return(self._tree, verb):
            return self.pointed(proto, verb, _ANY, suffered=True)
        if root == "05":
            return self._welcomed(proto, verb) if proto.code[:3] in _WELCOMING else proto
        if proto.code[:3] in _BREAKS and aimless:
            return self._recalled(proto, verb)
        if root in {"11", "19"} and any(self._tree.lemmas[kid] == "back" for kid in self._tree.children[verb]):
            return self.pointed(proto, verb, UNFRIENDLY, suffered=True)  # "The South fired back about 80 rounds"
        if (
            root == "13"
            and self._tree.lemmas[verb] == "retaliate"
            and proto.status == "happened"
            and not self._menaces(proto, verb)
        ):
            return self._in_kind(proto, verb)
        if root in _IN_KIND and (paid_back(self._grammar, verb) or replying(self._grammar, verb)):
            return self.pointed(proto, verb, UNFRIENDLY, suffered=True)  # "Baku responded with artillery fire"
        if root == "15" and (proto.code == "152" or replying(self._grammar, verb)):
            return self.pointed(proto, verb, UNFRIENDLY | {"10"})  # "Japan scrambled fighters in response"
        if root == "13" and self._menaces(proto, verb):  # "It threatened to answer with force"
            return proto if self._to_something_new(verb) else self.pointed(proto, verb, UNFRIENDLY | {"10"})
        if proto.code == "036" and self._tree.lemmas[proto.trigger] == "open":
            return self.pointed(proto, verb, _ANY, suffered=True)  # "said it was open to talks"
        if root == "02":
            return self._requested(proto, verb)
        if root == "07" or proto.code[:3] == "033":
            return helped(self._grammar, proto, verb)
        return self._answered(proto, verb) if root in _REACTIONS else self._freed(proto, verb)

    def _requested(self, proto: Proto, verb: int) -> Proto:
        """Return an appeal for the release of what was seized, or for amends, with whom it is owed by."""
        if proto.code == "0253":
            theirs = any(self._tree.pos[kid] == "PRON" for noun in self._asked_for(verb) for kid in self._tree.kids(noun, "poss"))
            return self.pointed(proto, verb, SEIZING, suffered=not theirs)  # "called for the release of the men"
        if any(self._tree.lemmas[noun] in _AMENDS for noun in self._asked_for(verb)):
            return self.pointed(proto, verb, UNFRIENDLY, suffered=True)  # "asked for an apology"
        return proto

    def _to_something_new(self, verb: int) -> bool:
        """Whether what somebody will answer is only told now: "will respond to an attack on its ministry"."""
        things = self._grammar.prepositional(verb, "to")
        return any(self._tree.words[det].lower() in {"a", "an"} for thing in things for det in self._tree.kids(thing, "det"))

    def _asked_for(self, verb: int) -> list[int]:
        """Return what a verb asks for: "called for his release", "urged her return"."""
        return [*self._tree.kids(verb, "dobj"), *self._grammar.prepositional(verb, "for")]

    def _recalled(self, proto: Proto, verb: int) -> Proto:
        """Return a break with who did something to the one that breaks; an envoy comes from the only other country there is.

        "Tokyo recalled its ambassador", "Brazil criticised the vote, and Caracas recalled its envoy".
        """
        answered = self.pointed(proto, verb, UNFRIENDLY, suffered=True)
        own = {actor.country for actor in proto.sources if actor.country}
        classes = self._lexicon.classes
        # "Lima broke off ties on Monday"; but two who break off their ties do so with each other
        ending = classes["diplomat"] | (classes["tie"] if len(own) == 1 else frozenset())
        envoys = any(self._tree.lemmas[noun] in ending for noun in self._grammar.objects(verb))
        if answered is not proto or not envoys or not 0 < len(own) < 4:
            return answered
        here = {one.key: one for one in self._grammar.cast.parties() if one.country and one.country not in own}
        others = tuple(here.values()) or tuple(self._grammar.coreference.deeds.others(verb, own))
        if len(others) != 1:  # nobody recalls his own envoy from himself, but maybe from who did something to another
            return self.pointed(replace(proto, targets=()), verb, UNFRIENDLY)
        return replace(proto, targets=others, rule_id=f"{proto.rule_id}~answer")

    def quarrelling(self, verb: int, own: AbstractSet[str]) -> tuple[Actor, ...]:
        """Return the two who alone did unfriendly things to each other in the sentences before: "The union appealed for calm"."""
        parties = self._grammar.coreference.deeds.quarrelling(verb, UNFRIENDLY)
        return tuple(parties) if len(parties) == 2 and own.isdisjoint(actor.key for actor in parties) else ()

    def _freed(self, proto: Proto, verb: int) -> Proto:
        """Return a release with whom the thing was taken from: "Vietnam seized the Chinese boat. It returned the vessel"."""
        if proto.code[:3] != "084" or not matters(self._grammar, self._lexicon, verb, proto):
            return proto
        countries = {actor.country for actor in proto.sources if actor.country}
        found = self._grammar.coreference.deeds.victims(verb, countries, SEIZING) if len(countries) == 1 else []
        return replace(proto, targets=tuple(found), rule_id=f"{proto.rule_id}~answer") if found else proto

    def _in_kind(self, proto: Proto, verb: int) -> Proto:
        """Return a bare retaliation with whom it repays as target, by the like of what he did: "Canada retaliated"."""
        own = {actor.key for actor in proto.sources}
        suffered = self._grammar.coreference.deeds.suffered(verb, own, _IN_KIND) if own else None
        if suffered is None:
            return proto
        code, doer = suffered
        return replace(proto, code=f"{code[:2]}0", targets=(doer,), rule_id=f"{proto.rule_id}~answer")

    def _menaces(self, proto: Proto, verb: int) -> bool:
        """Whether somebody threatens, or warns of what he will do, and not of what may come."""
        warned_of = {self._tree.lemmas[noun] for noun in self._grammar.prepositional(verb, "of")}
        own = [
            subject
            for clause in self._tree.kids(verb, "ccomp")
            if {"will", "would"} & set(self._grammar.auxiliaries(clause))
            for subject in self._tree.kids(clause, "nsubj")
            if self._tree.words[subject].lower() in {"it", "he", "she", "they", "we"}
        ]
        told = self._tree.lemmas[verb] in {"threaten", "vow"} or "intend" in proto.operators or "~foreboding" in proto.rule_id
        told = told or any(is_dire(self._grammar, clause) for clause in self._tree.kids(verb, "ccomp"))
        return told or bool(warned_of & _MENACES or own) or sworn(self._grammar, verb, proto.sources)

    def _answered(self, proto: Proto, verb: int) -> Proto:
        """Return a reaction with whoever did what it answers in an earlier sentence ("Tokyo protested")."""
        if proto.code == "114" and not self.about_something(verb):
            return self.pointed(proto, verb, UNFRIENDLY)  # "Tokyo lodged a protest", "It summoned the ambassador"
        if (harm := dreaded(self._grammar, self._lexicon, proto, verb)) and self._roots(harm):
            return self.pointed(proto, verb, self._roots(harm), by_name=self._by_name(harm), loose=self._loose(harm))
        if any(self._tree.lemmas[clause] in _SPEAKING for clause in self._tree.kids(verb, "xcomp")):
            return proto  # who declines to comment, or to say, turns nobody down
        commanded = self._tree.lemmas[verb] in COMMANDING and self._tree.kids(verb, "dobj")  # "ordered the army to hold drills"
        if self._names_his_own(proto, verb) or proto.operators[:1] == ("appeal",):
            return proto  # "lit into Obama", "called for the seizure of mines"
        if commanded or self._tells_its_own(verb) or self._spelled_out(verb):
            return proto  # "said it was disgraceful that the list had been leaked" answers nothing told before
        things = matters(self._grammar, self._lexicon, verb, proto)
        if proto.code in {"107", "104", "1031", "106"} and things is None and not self.about_something(verb):
            return self.pointed(proto, verb, _ANY, suffered=True)  # "met. The delegation demanded an unconditional ceasefire"
        them = proto.code[:2] == "11" and self._of_this(verb, _THEM)  # "tested two missiles. Tokyo condemned them"
        if them or (proto.code[:2] == "12" and self._of_this(verb, _THIS)):
            return self.pointed(proto, verb, UNFRIENDLY | {"10"}, suffered=True)  # "Moscow denied this"
        if not things and proto.code[:2] == "12" and bare(self._tree, verb):
            return self.pointed(proto, verb, ADDRESSED, suffered=True)  # "Japan asked China to leave. Beijing refused."
        together = proto.code[:2] == "12" and len({actor.key for actor in proto.sources}) > 1
        if not things and proto.code[:2] in _SUFFERING and not together:  # "Kenya and China won't strike a deal": with each other
            return self.pointed(proto, verb, UNFRIENDLY, suffered=True)  # "Seoul demanded the release of the ship"
        if things is None or (not things and proto.code[:2] != "11"):
            return proto  # "Trump warned in a tweet" may warn of anything
        roots = self._roots(things)
        crime = any(
            self._tree.lemmas[thing] in _CRIMES for thing in self._grammar.objects(verb)
        )  # where it took place says not whose it is
        if not things and sorry(self._grammar, proto, verb):
            return proto
        if not roots and proto.rule_id.endswith("<obj"):
            return proto  # "was disappointed by the harvest"
        if not roots:
            return self.pointed(proto, verb, UNFRIENDLY, places=not crime)  # of "the discharge" the frames know nothing
        by_name, loose = self._by_name(things), self._loose(things)
        return self.pointed(proto, verb, roots, by_name=by_name, places=not crime, loose=loose)

    def _names_his_own(self, proto: Proto, verb: int) -> bool:
        """Whether whoever reacts does so to somebody of his own country behind a preposition."""
        own, heads = {actor.key for actor in proto.sources}, self._grammar.cast.heads
        ways = (prep for prep in self._tree.kids(verb, "prep") if self._tree.lemmas[prep] in _AT_WHOM)
        return any(actor.key in own for prep in ways for noun in self._tree.kids(prep, "pobj") for actor in heads.get(noun, ()))

    def _tells_its_own(self, verb: int) -> bool:
        """Whether those are told to do something who belong to the speaker: "told his generals to go back on the offensive"."""
        tree = self._tree
        told = [thing for thing in tree.kids(verb, "dobj", "dative") if not names_act(self._lexicon, tree, thing, "11")]
        bidden = [*told, *(one for to in tree.kids(verb, "ccomp") for one in tree.kids(to, "nsubj"))]
        return any(tree.words[poss].lower() in _OWN for one in bidden for poss in tree.kids(one, "poss"))

    def _spelled_out(self, verb: int) -> bool:
        """Whether an empty "it" is judged for what a clause behind says: "said it was absurd that", "said it was wrong to"."""
        clauses = self._tree.kids(verb, "ccomp", "xcomp")
        return any(is_empty(self._tree, subject) for clause in clauses for subject in self._tree.kids(clause, "nsubj", "expl"))

    def _of_this(self, verb: int, words: AbstractSet[str]) -> bool:
        """Whether a verb has nothing for its object but "this" or "it", or the part in what was told: "denied involvement"."""
        objects = self._grammar.objects(verb)
        return bool(objects) and all(self._tree.words[noun].lower() in words for noun in objects)

    def judges_it(self, proto: Proto) -> bool:
        """Whether "it" that is called something, or praised, is what was done and no country: "Biden called it a land grab"."""
        words = _JUDGING if proto.code[:2] in {"11", "12"} else _PRAISING if proto.code[:3] == "051" else frozenset()
        if self._tree.lemmas[proto.trigger] not in words or not self._grammar.is_verb(proto.trigger):
            return False
        clauses = [
            said for said in self._tree.kids(proto.trigger, "ccomp") if self._tree.pos[said] == "ADJ"
        ]  # "declared it void"
        objects = self._grammar.objects(proto.trigger) if self._grammar.is_verb(proto.trigger) else []
        objects = objects or [one for said in clauses for one in self._tree.kids(said, "nsubj")]
        if not objects or self._tree.words[objects[0]].lower() not in {"it", "this", "that"}:
            return False
        # "an inquiry that the White House called a hoax"
        return objects[0] > proto.trigger or self._tree.words[objects[0]].lower() != "that"

    def judged(self, verb: int) -> AbstractSet[str]:
        """Return the CAMEO roots of what a judgement may be on: any for "it" or nothing, else those of "the raid"."""
        tree = self._tree
        ways = (ABOUT | OCCASIONS) - {"as"}
        preps = [prep for prep in tree.kids(verb, "prep") if tree.lemmas[prep] in ways and not dates(tree, prep)]
        things = [*self._grammar.objects(verb), *(noun for prep in preps for noun in tree.kids(prep, "pobj"))]
        things = [noun for noun in things if not self._is_judgement(noun)]
        if any(tree.kids(prep, "pcomp") for prep in preps):
            return frozenset()  # "disagree about what comes after it"
        named: set[str] = set()
        for noun in things:
            if noun < verb and tree.words[noun].lower() == "that":
                return frozenset()  # "an inquiry that the White House called a hoax"
            if tree.words[noun].lower() in {"it", "this", "that"}:
                named |= _ANY
                continue
            dets = {tree.words[det].lower() for det in tree.kids(noun, "det")}
            far = [prep for prep in tree.kids(noun, "prep") if tree.lemmas[prep] != "of"]
            if tree.pos[noun] != "NOUN" or dets & _VAGUE or far or tree.kids(noun, "poss", "relcl", "acl", "compound", "nmod"):
                return frozenset()
            roots = self._roots([noun])
            if not roots:
                return frozenset()
            named |= roots
        return named if things else _ANY

    def _is_judgement(self, noun: int) -> bool:
        """Whether an object is the judgement itself or who is told it: "a protest", "criticism", "the ambassador"."""
        definite = any(self._tree.words[det].lower() == "the" for det in self._tree.kids(noun, "det"))
        said = names_act(self._lexicon, self._tree, noun, "11") or names_act(self._lexicon, self._tree, noun, "14")
        return (said and not definite) or self._tree.lemmas[noun] in self._lexicon.classes["diplomat"]

    def about_something(self, verb: int) -> bool:
        """Whether a protest names its matter: then only that tells who is meant."""
        tree = self._tree
        holders = (verb, *self._grammar.objects(verb))
        ways = (ABOUT | OCCASIONS) - {"as"}  # who condemns an accord as illegal tells no more of it
        preps = [prep for holder in holders for prep in tree.kids(holder, "prep") if tree.lemmas[prep] in ways]
        return any(not dates(tree, prep) for prep in preps)

    def _welcomed(self, proto: Proto, verb: int) -> Proto:
        """Return praise for something done in an earlier sentence: "praised the meeting"."""
        if self._of_this(verb, _THIS):
            return self.pointed(proto, verb, DEEDS, unharmed=True)  # "and Israel praised it"
        things = matters(self._grammar, self._lexicon, verb, proto)
        classes = self._lexicon.classes
        people = classes["soldier"] | classes["person"] | classes["diplomat"] | classes["official"]
        if things is None or any(self._tree.lemmas[thing] in people for thing in things):
            return proto  # "thanked the troops": they are somebody, though nobody says whose
        if not things:  # "Ankara declared its full support"
            backing = any(self._tree.lemmas[noun] in self._lexicon.classes["backing"] for noun in self._grammar.objects(verb))
            return self.pointed(proto, verb, DEEDS, unharmed=True) if backing else proto
        return self.pointed(
            proto, verb, self._roots(things), unharmed=True, by_name=self._by_name(things), loose=self._loose(things)
        )

    def _by_name(self, things: list[int]) -> bool:
        """Whether things are called by the name of an act, and not "the move"."""
        return not any(self._tree.lemmas[thing] in LOOSE for thing in things)

    def _loose(self, things: list[int]) -> bool:
        """Whether all things are deeds that nothing tells of: "the move", but not "the remark"."""
        return bool(things) and all(self._tree.lemmas[thing] in LOOSE - SAYINGS for thing in things)

    def pointed(
        self,
        proto: Proto,
        verb: int,
        roots: AbstractSet[str],
        *,
        suffered: bool = False,
        unharmed: bool = False,
        by_name: bool = False,
        places: bool = True,
        loose: bool = False,
    ) -> Proto:
        """Return an act with who did one of some roots in an earlier sentence as target; with `suffered`, did it to the doer.

        What is called `by_name` may have been told farther back; with `places`, a country named as a mere place may be meant.
        """
        own = {actor.key for actor in proto.sources}
        deeds = self._grammar.coreference.deeds
        house = all(one.role in _OF_THE_HOUSE for one in proto.sources)
        if not by_name and not suffered and house and deeds.last_done_by(own):
            return proto  # "Senator Ted Cruz criticised the move": that of his own government
        governed = all(one.role in GOVERNED for one in proto.sources)
        if governed and any(one in _ORGANS for noun in self._grammar.objects(verb) for one in self._called(noun)):
            return proto  # "The newspaper chided the military": that of its own country
        if tells_home_politics(self._grammar.tree):
            return proto  # "his fellow Republicans call the proceedings a sham"
        found = (
            deeds.provokers(
                verb, own, roots, suffered=suffered, unharmed=unharmed, by_name=by_name, places=places, loose=loose, told=house
            )
            if 0 < len(own) < 4
            else []
        )
        return replace(proto, targets=tuple(found), rule_id=f"{proto.rule_id}~answer") if found else proto

    def _called(self, noun: int) -> set[str]:
        """Return the words of a noun phrase that nobody owns: "the police violence"."""
        tree = self._grammar.tree
        owned = self._grammar.possessors(noun) or tree.kids(noun, "poss")
        return set() if owned else {tree.lemmas[part] for part in (noun, *tree.kids(noun, "compound", "amod", "nmod"))}

    def _apologised(self, proto: Proto, verb: int) -> Proto:
        """Return an apology with whom it is owed to: whoever was done something to, or complained, before."""
        countries = {actor.country for actor in proto.sources if actor.country}
        found = self._grammar.coreference.deeds.victims(verb, countries, UNFRIENDLY) if len(countries) == 1 else []
        if found:
            return replace(proto, targets=tuple(found), rule_id=f"{proto.rule_id}~answer")
        return self.pointed(proto, verb, UNFRIENDLY | {"10"}, suffered=True)

    def _roots(self, things: list[int]) -> set[str]:
        """Return the CAMEO roots of which a thing may be an act; of "the decision" any."""
        found: set[str] = set()
        for noun in things:
            frames = self._lexicon.frames.get(("noun", self._tree.lemmas[noun]), ())
            named = {
                root
                for one in self._lexicon.operators.get(("noun", self._tree.lemmas[noun]), ())
                for root in _NAMED.get(one.operator, ())
            }
            if self._tree.lemmas[noun] in self._lexicon.classes["agreement"]:
                named |= {"03", "05", "06", "08"}
            if self._tree.lemmas[noun] in self._lexicon.classes["utterance"]:
                named |= UTTERED
            told = {frame.code[:2] for frame in frames} if self._tree.lemmas[noun] not in _VOTED else set()
            found |= named | told or (set(_ANY) if self._tree.lemmas[noun] in LOOSE else set())
        return found | VIOLENT if found & VIOLENT else found  # what is bombed may be called raided
