"""How two marked sides stand to each other where the build of the sentence settles it, whatever else it tells.

"The nuns whom rebels had seized were freed" tells of the rebels only that they seized; "called Putin to congratulate him" is no
mere call; who "dismissed criticism of the minister" stands by him. Each of these names the code and outweighs what either reader
makes of the words elsewhere.
"""

import re
from dataclasses import dataclass

from etl.coder.acts import Proto
from etl.coder.grammar.slots import Grammar
from etl.coder.predicates import Predicates
from etl.dictionaries import ActLexicon

_CALLING = frozenset({"call", "phone", "telephone", "ring", "contact"})
_TOLD_BY_PHONE = frozenset({"02", "05", "08", "10", "11", "12", "13"})
_OWNING_UP = {"concede": "080", "apologise": "055", "apologize": "055", "congratulate": "051", "assure": "051", "reassure": "051"}
_SAID = {"support": "051", "solidarity": "051", "congratulation": "051", "apology": "055", "regret": "055", "sympathy": "051"}
_CONVEYING = frozenset({"convey", "express", "offer", "voice", "extend", "pledge", "give"})
_TURNING_AWAY = frozenset(
    "dismiss reject rebuff deny refute repudiate block veto kill oppose brush_aside brush_off shoot_down vote_down beat_back "
    "wave_away wave_off shrug_off laugh_off bat_away push_back rule_out".split(" ")
)
_ATTACKS = frozenset(
    "criticism accusation allegation charge claim complaint attack smear suggestion report rumour rumor impeachment".split(" ")
)
_CALLS = frozenset(
    "call demand motion statement resolution attempt effort bid move push request petition bill proposal draft".split(" ")
)
_AGAINST = frozenset({"of", "against", "about", "over", "on"})
_ATTACKING = frozenset(
    "criticise criticize condemn censure denounce blame sack fire dismiss oust remove impeach punish sanction expel suspend "
    "strip unseat depose rebuke prosecute arrest investigate indict".split(" ")
)
_JUDGES = frozenset({"court", "judge", "tribunal", "jury", "panel", "justice", "council", "magistrate"})
_VERDICTS = frozenset({"rule", "find", "declare", "hold", "say", "decide", "pronounce"})
_UNDUE = frozenset(
    "unlawful illegal unconstitutional unjust invalid void unfounded baseless arbitrary disproportionate excessive".split(" ")
)
_UNFOUNDED = re.compile(
    r"\b(?:no (?:legal basis|right to|case)|not (?:enough|sufficient) evidence|not compatible|incompatible|wrong to)\b",
    re.IGNORECASE,
)
_BREACHING = frozenset({"violate", "breach", "infringe", "contravene"})
_CLEAN = frozenset({"innocent"})
_UPHOLDING = frozenset({"uphold", "endorse", "affirm"})
_ASKING = {"ask": "020", "urge": "020", "request": "020", "plead": "020", "recommend": "020", "demand": "100", "insist": "100"}
_ASKED = frozenset("sack remove dismiss fire oust impeach declare replace strip suspend bar ban arrest prosecute".split(" "))
_AGREEING = frozenset({"agree", "consent", "promise", "pledge", "offer"})
_GIVING_UP = frozenset(
    "release free return hand cede transfer reinstate rehire restore withdraw lift relinquish surrender".split()
)
_BACK = frozenset({"give", "take", "bring", "let", "hand"})
_ENVOYS = frozenset({"embassy", "consulate", "mission"})
_CHARITIES = re.compile(
    r"\b(?:aid|relief|rights) (?:groups?|agenc(?:y|ies)|organi[sz]ations?)|charit(?:y|ies)|NGOs?\b", re.IGNORECASE
)
_OUT = re.compile(r"\b(?:to leave|out of|kicked out|thrown out|expelled|to the airport|to get out|to quit|ordered out)\b")
_PRESSING = frozenset({"press"})
_GIVING_BACK = frozenset({"reinstate"})


@dataclass(frozen=True, slots=True)
class Bearing:
    """What the build of a sentence settles: a code, and the name of what settles it."""

    code: str
    rule_id: str


class Bearings:
    """Asks one parsed sentence how its two marked sides stand to each other."""

    def __init__(self, lexicon: ActLexicon, grammar: Grammar, predicates: Predicates, source: int, target: int) -> None:
        """Take the sentence, the acts in it, and the head words of both sides."""
        self._lexicon = lexicon
        self._grammar = grammar
        self._tree = grammar.tree
        self._predicates = predicates
        self._source = source
        self._target = target

    def settled(self) -> Bearing | None:
        """Return what the build settles, None where it settles nothing."""
        for name, asked in (
            ("called", self._told_by_phone),
            ("clause", self._inside_a_clause),
            ("defended", self._defended),
            ("court", self._judged),
            ("asked", self._asked_of_others),
            ("done_plainly", self._done_plainly),
            ("sent_off", self._sent_off),
            ("promised", self._promised),
        ):
            code = asked()
            if code is not None:
                return Bearing(code, f"bearing:{name}")
        return None

    def _told_by_phone(self) -> str | None:
        """Return what somebody is called for: "called his rival to concede", "phoned Kyiv to express support"."""
        tree = self._tree
        verb = tree.head[self._source]
        if tree.deps[self._source] != "nsubj" or self._target == self._source:
            return None
        if tree.lemmas[verb] in _OWNING_UP and self._by_phone(verb) and self._under(self._target, verb):
            return _OWNING_UP[tree.lemmas[verb]]
        if tree.lemmas[verb] not in _CALLING or self._target not in self._grammar.objects(verb):
            return None
        for clause in tree.kids(verb, "advcl", "xcomp"):
            if not tree.is_infinitive(clause):
                continue
            if (code := _OWNING_UP.get(tree.lemmas[clause])) is not None:
                return code
            said = [tree.lemmas[thing] for thing in tree.kids(clause, "dobj")]
            if tree.lemmas[clause] in _CONVEYING and (known := [_SAID[word] for word in said if word in _SAID]):
                return known[0]
            told = [one for one in self._predicates.protos(clause) if one.code[:2] in _TOLD_BY_PHONE and self._fits(one)]
            if told:
                return told[0].code
        return None

    def _by_phone(self, verb: int) -> bool:
        """Whether something is said on the telephone: "conceded to him in a phone call"."""
        return any(
            self._tree.lemmas[noun] in {"call", "telephone", "phone"}
            for way in ("in", "by", "over")
            for noun in self._grammar.prepositional(verb, way)
        )

    def _inside_a_clause(self) -> str | None:
        """Return what a relative clause tells of the two, where one of them is in no other: "nuns whom rebels had seized"."""
        tree = self._tree
        outer, inner = self._target, self._source
        clause = self._relative(outer, inner)
        if clause is None or tree.deps[inner] not in {"nsubj", "pobj"}:
            outer, inner = self._source, self._target
            clause = self._relative(outer, inner)
        if clause is None or tree.kids(clause, "neg"):
            return None
        verbs = [verb for verb in tree.conjuncts(clause) if inner in tree.subtree(verb)]
        verb = next((above for above in tree.ancestors(inner) if above in verbs or above == clause), clause)
        told = [proto for proto in self._predicates.protos(verb) if proto.code[:2] != "01" and self._fits(proto)]
        return max(told, key=lambda proto: proto.rank).code if told else None

    def _relative(self, outer: int, inner: int) -> int | None:
        """Return the relative clause of one side that holds the other; None where there is none."""
        return next((clause for clause in self._tree.kids(outer, "relcl") if inner in self._tree.subtree(clause)), None)

    def _fits(self, proto: Proto) -> bool:
        """Whether an act is the source's on the target, as far as its sides are known."""
        sources, targets = ({actor.head for actor in side} for side in (proto.sources, proto.targets))
        return sources == {self._source} and self._target in targets

    def _defended(self) -> str | None:
        """Return 052 where somebody turns an attack on another away: "dismissed criticism of", "rebuffed calls to sack"."""
        tree, grammar = self._tree, self._grammar
        for verb in tree.ancestors(self._target):
            if not grammar.is_verb(verb) or self._named(verb) not in _TURNING_AWAY:
                continue
            if self._source not in {part for agent in grammar.agents(verb) for part in tree.conjuncts(agent)}:
                return None
            things = [*grammar.objects(verb), *grammar.prepositional(verb, "against")]
            if any(map(self._attacked, things)) or self._spared(verb):
                return "052"
            return None
        return None

    def _spared(self, verb: int) -> bool:
        """Whether what is ruled out is to be done to the target: "ruled out sacking the minister"."""
        tree, grammar = self._tree, self._grammar
        out = tree.kids(verb, "prep", "prt")
        clauses = [clause for above in (verb, *out) for clause in tree.kids(above, "xcomp", "pcomp", "ccomp", "dobj", "advcl")]
        return any(self._target in grammar.objects(clause) for clause in clauses if tree.lemmas[clause] in _ATTACKING)

    def _named(self, verb: int) -> str:
        """Return a verb with its particle or the adverb behind it."""
        tree = self._tree
        behind = [kid for kid in tree.kids(verb, "prt", "advmod", "prep") if kid == verb + 1]
        return f"{tree.lemmas[verb]}_{tree.words[behind[0]].lower()}" if behind else tree.lemmas[verb]

    def _attacked(self, thing: int) -> bool:
        """Whether the target is whom a reproach or a call is against: "criticism of", "a resolution to censure"."""
        tree = self._tree
        for word in tree.ancestors(self._target):
            if word == thing:
                break
        else:
            return False
        if tree.kids(thing, "poss") and self._target in tree.subtree(tree.kids(thing, "poss")[0]):
            return False
        if tree.lemmas[thing] in _ATTACKS:
            against = {noun for prep in tree.kids(thing, "prep") if tree.lemmas[prep] in _AGAINST for noun in tree.subtree(prep)}
            told = [
                part
                for part in tree.kids(thing, "acl", "relcl", "ccomp")
                if self._target in tree.kids(part, "nsubj", "nsubjpass")
            ]
            return self._target in against or bool(told)  # "suggestions that the president had lied"
        if tree.lemmas[thing] not in _CALLS:
            return False
        clauses = [clause for clause in tree.kids(thing, "acl", "relcl", "xcomp") if tree.lemmas[clause] in _ATTACKING]
        return any(self._target in tree.subtree(part) for clause in clauses for part in self._grammar.objects(clause))

    def _judged(self) -> str | None:
        """Return what a court does that sides with somebody: "found him not guilty", "ruled the ban on them unlawful"."""
        tree = self._tree
        if tree.lemmas[self._source] not in _JUDGES and tree.words[self._source].lower() not in _JUDGES:
            return None
        verb = next((above for above in tree.ancestors(self._source) if tree.lemmas[above] in _VERDICTS | _UPHOLDING), None)
        if verb is None or tree.deps[self._source] not in {"nsubj", "pobj"}:
            return None
        if tree.lemmas[verb] in _UPHOLDING:
            return "050" if self._target in self._grammar.objects(verb) else None
        if tree.deps[self._target] == "poss":
            return None  # "ruled the government's scheme unlawful"
        below = tree.subtree(verb)
        cleared = any(
            tree.lemmas[word] in _CLEAN or (tree.lemmas[word] == "guilty" and tree.words[word - 1].lower() == "not")
            for word in below
            if word
        )
        undue = any(tree.lemmas[word] in _UNDUE and not tree.kids(word, "neg") for word in below)
        return "080" if cleared or undue or _UNFOUNDED.search(tree.text) or self._breached(below) else None

    def _breached(self, below: list[int]) -> bool:
        """Whether a measure against the target breaks a law: "that a law criminalising the homeless violated the charter"."""
        tree = self._tree
        subjects = [noun for word in below if tree.lemmas[word] in _BREACHING for noun in tree.kids(word, "nsubj")]
        return any(noun != self._target and self._target in tree.subtree(noun) for noun in subjects)

    def _asked_of_others(self) -> str | None:
        """Return an appeal that somebody be dealt with: "asked that the minister be sacked"."""
        tree = self._tree
        verb = tree.head[self._target]
        asking = tree.head[verb]
        passive = tree.deps[self._target] == "nsubjpass" and tree.tags[verb] == "VBN"
        if not passive or tree.lemmas[verb] not in _ASKED or tree.lemmas[asking] not in _ASKING:
            return None
        return _ASKING[tree.lemmas[asking]] if self._source in self._grammar.agents(asking) else None

    def _done_plainly(self) -> str | None:
        """Return what one verb tells of the two, whatever stands beside it: "reinstated Russia", "pressed Baku to drop it"."""
        tree = self._tree
        verb = tree.head[self._source]
        verb = tree.head[verb] if tree.deps[verb] == "agent" else verb
        if self._target not in self._grammar.objects(verb) or self._source not in self._grammar.agents(verb):
            return None
        if tree.lemmas[verb] in _GIVING_BACK:
            return "080"
        clauses = tree.kids(verb, "xcomp", "ccomp", "advcl")
        return "020" if tree.lemmas[verb] in _PRESSING and any(map(tree.is_infinitive, clauses)) else None

    def _sent_off(self) -> str | None:
        """Return the code for diplomats or aid groups who are made to leave: "were ordered out of the country by"."""
        tree = self._tree
        verb = next((above for above in tree.ancestors(self._source) if self._target in tree.kids(above, "nsubjpass")), None)
        if verb is None or not _OUT.search(tree.text):
            return None
        words = {tree.lemmas[word] for word in tree.subtree(self._target)}
        if words & (self._lexicon.classes["diplomat"] | _ENVOYS):
            return "161"
        phrase = tree.text[tree.starts[tree.subtree(self._target)[0]] : tree.ends[tree.subtree(self._target)[-1]]]
        return "1663" if _CHARITIES.search(phrase) else None

    def _promised(self) -> str | None:
        """Return an intent: "agreed to hand power to", "the strikers went back to work after the ministry promised more pay"."""
        tree = self._tree
        verb = tree.head[self._source]
        if tree.deps[self._source] != "nsubj" or tree.lemmas[verb] not in _AGREEING or tree.kids(verb, "neg"):
            return None
        above = tree.head[verb]
        if tree.deps[verb] == "advcl" and self._target in tree.kids(above, "nsubj"):
            return "030"
        for clause in tree.kids(verb, "xcomp"):
            back = tree.lemmas[clause] in _BACK and any(
                tree.words[kid].lower() == "back" for kid in tree.kids(clause, "prt", "advmod")
            )
            if (back or tree.lemmas[clause] in _GIVING_UP) and self._under(self._target, clause):
                return "035"
        return None

    def _under(self, token: int, verb: int) -> bool:
        return verb in self._tree.ancestors(token)
