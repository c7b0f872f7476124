"""Reported speech: what "says", "told reporters" make of the clause they report.

The speaker accuses whoever, by his word, harmed him, demands or appeals where he says "must" or "should", and threatens where
force of his own is said to be possible.
"""

from collections.abc import Callable
from collections.abc import Set as AbstractSet
from dataclasses import replace

from etl.coder.actors import Actor
from etl.coder.acts import Proto
from etl.coder.assertion import Assertion
from etl.coder.grammar.conditions import conditional
from etl.coder.grammar.implicatives import no_longer
from etl.coder.grammar.slots import Grammar
from etl.coder.recall.deeds import LOOSE
from etl.coder.roots import ARMED, HOSTILE, PENALTIES, REPROACHING, VIOLENT
from etl.coder.sides.filling import Filling
from etl.coder.sides.launches import only_tests
from etl.coder.sides.reproaches import blamed_or_honoured
from etl.coder.sides.verdicts import worded
from etl.coder.sides.wrongs import is_wrong
from etl.dictionaries import ActLexicon, Operator
from etl.records import LIVE

_AHEAD = frozenset({"03", "13"})
_MODALS = frozenset({"can", "could", "may", "might", "will", "would", "must", "should", "shall"})
_OWNING_UP = frozenset({"confirm", "acknowledge", "verify", "admit"})
_SHRINKING = frozenset({"hesitate", "shrink", "flinch", "balk", "blink", "waver"})
_COMING = frozenset({"will", "would", "shall", "'ll", "’ll", "must"})
_MEETING = frozenset("pay face suffer bear reap meet counter trigger invite draw provoke bring".split(" "))
_ENDING = frozenset("bring mean cause unleash spell end result lead".split(" "))
_CARNAGE = frozenset("bloodbath carnage war slaughter inferno graveyard massacre bloodshed".split(" "))
_CARRYING = frozenset({"bear", "carry", "share", "shoulder", "hold"})
_BLAME = frozenset({"responsibility", "blame", "guilt", "culpability"})
_FOSTERING = frozenset(
    (
        "arm harbour harbor shelter host fund finance train back support sponsor bankroll supply recruit direct send use protect"
    ).split(" ")
)
_SHOWING = frozenset(
    "fly sail enter cross pass patrol approach near circle transit operate deploy hold conduct stage mass test launch".split()
)
_QUOTES = frozenset({'"', "''", "”", "’", "'"})
_NOBODY = frozenset({"neither", "no", "none"})
_RIGHTFUL = frozenset({"legitimate", "lawful", "rightful", "fair", "legal", "valid", "priority"})
_RULE = frozenset({"regime", "rule", "government", "state", "existence", "country"})
_DECENT = frozenset(
    "helpful acceptable constructive conducive justified right fair appropriate tolerable normal legal lawful".split()
)
_UNPUNISHED = frozenset({"unanswered", "unpunished"})


class Speech:
    """Reads the reported speech of one parsed sentence."""

    def __init__(self, lexicon: ActLexicon, grammar: Grammar, assertion: Assertion, protos: Callable[[int], list[Proto]]) -> None:
        """Take the sentence's slots, its tenses and moods, and the acts found at each token."""
        self._lexicon = lexicon
        self._grammar = grammar
        self._tree = grammar.tree
        self._filling = Filling(grammar)
        self._assertion = assertion
        self._protos = protos

    def told(self, verb: int, operator: Operator) -> list[Proto]:
        """Return accusations, demands and threats by the speaker; an accusation's trigger is the word of what is alleged."""
        grammar, tree = self._grammar, self._tree
        speakers = grammar.doers(verb)
        found: list[Proto] = []
        for clause in tree.kids(verb, "ccomp", "xcomp"):
            tag = verb > clause and not _QUOTES.intersection(tree.words[clause:verb])  # '"The South fired first," KCNA said'
            sourced = _only_sourced(speakers, operator, is_behind=tag)
            for inner in tree.conjuncts(clause):
                found.extend([] if sourced else self._claims(inner, speakers, operator))
                found.extend(self._promises(inner, speakers, operator, verb))
                found.extend(self._duties(inner, speakers, operator, verb))
                found.extend(self._warnings(inner, speakers, operator, verb))
                found.extend(self._dependent(inner, speakers, operator, verb))
                found.extend(self._verdicts(inner, speakers, operator, verb))
        return found

    def forewarned(self, verb: int, operator: Operator) -> list[Proto]:
        """Return the threat in "warned that Pyongyang would face ruin": somebody else is told what he will meet."""
        if operator.lemma != "warn" or operator.pos != "verb":
            return []
        speakers = self._grammar.doers(verb)
        clauses = [inner for clause in self._tree.kids(verb, "ccomp") for inner in self._tree.conjuncts(clause)]
        told = [proto for inner in clauses for proto in self._verdicts(inner, speakers, operator, verb)]
        return [proto for proto in told if proto.code[:2] == "13"]

    def _listeners(self, verb: int, speakers: AbstractSet[str]) -> list[Actor]:
        """Return to whom something is said, but for the speakers."""
        heard = [*self._tree.kids(verb, "dobj", "dative"), *self._grammar.prepositional(verb, "to")]
        return [actor for actor in self._filling.named(heard) if actor.key not in speakers]

    def _dependent(self, inner: int, speakers: list[Actor], operator: Operator, verb: int) -> list[Proto]:
        """Return the threat in "Mexico faces a 5% tariff if it does not pay, Trump said": he makes a penalty depend on it."""
        tree = self._tree
        conditions = [clause for clause in tree.kids(inner, "advcl") if conditional(tree, clause)]
        keys = {actor.key for actor in speakers}
        found: list[Proto] = []
        for proto in self._protos(inner) if conditions and speakers else ():
            others = tuple(actor for actor in proto.targets if actor.key not in keys)
            code = self._lexicon.compose("threaten", proto.code) if proto.code[:2] in PENALTIES else None
            if code and others and not proto.sources:
                rule_id = f"{operator.rule_id}({proto.rule_id})"
                found.append(Proto(code, tuple(speakers), others, "oneway", rule_id, verb, rank=6, operators=("say",)))
        return found

    def stated(self, clause: int, speakers: list[Actor], operator: Operator, verb: int) -> list[Proto]:
        """Return the demands and reproaches of a clause that somebody states without a verb of saying."""
        return [*self._duties(clause, speakers, operator, verb), *self._verdicts(clause, speakers, operator, verb)]

    def _verdicts(self, inner: int, speakers: list[Actor], operator: Operator, verb: int) -> list[Proto]:
        """Return the criticism in "said that Norway's decision was illegal", the accusation in "said the drills broke the pact".

        So is the praise in "said Xi was a great friend". What one may call somebody's act, one may say it is. Of "the
        incursion", "it" the words do not say whose it was; the target is left open.
        """
        tree = self._tree
        subjects = tree.kids(inner, "nsubj", "nsubjpass")
        nobody = any(tree.words[kid].lower() in _NOBODY for subject in subjects for kid in tree.subtree(subject))
        denied = (
            nobody or bool(tree.kids(inner, "neg")) or no_longer(tree, inner)
        )  # "said neither Chad nor Niger had broken the truce"
        found = self._verdict(inner) if subjects and speakers and not denied else None
        if found is None and subjects and speakers:
            found = self._reproach(inner, denied=denied)
        if found is None:
            return []
        if found[1].startswith(("violating", "harming")) and self._grammar.passive(inner):
            subjects = self._grammar.agents(inner)  # "said its men had been tortured by Chad's": they are at fault who did it
            if not subjects:
                return []
        keys = {actor.key for actor in speakers}
        targets = [actor for actor in self._filling.named(subjects) or self._makers(subjects) if actor.key not in keys]
        noun = tree.lemmas[subjects[0]]
        an_act = tree.pos[subjects[0]] == "NOUN" and (("noun", noun) in self._lexicon.frames or noun in LOOSE)
        code, rule = found
        if code[:2] == "13" and not targets:  # "any attack will be met with force, Iran's minister told Washington"
            targets = self._listeners(verb, keys)
        if rule in {"guilt", "short"} and not targets:
            return []
        if rule.startswith("phrase") and tree.pos[subjects[0]] == "PRON":
            return []  # "said it had lost touch with the crew"
        if code == "051" and (not targets or not self._grammar.cast.heads.get(subjects[0])):
            return []  # "said the talks were a success" praises nobody
        if not (targets or an_act or tree.words[subjects[0]].lower() in {"it", "this", "that", "which"}):
            return []
        rule_id = f"{operator.rule_id}~{rule}"
        return [Proto(code, tuple(speakers), tuple(targets), "oneway", rule_id, verb, rank=5, operators=("say",))]

    def _makers(self, things: list[int]) -> list[Actor]:
        """Return who does what a thing undergoes that is judged: "said the policy pursued by Canada was an obstacle"."""
        clauses = [clause for thing in things for clause in self._tree.kids(thing, "acl")]
        return [actor for clause in clauses if self._tree.tags[clause] == "VBN" for actor in self._grammar.doers(clause)]

    def _reproach(self, clause: int, *, denied: bool) -> tuple[str, str] | None:
        """Return the code and rule of what a clause says against its subject without a word for a fault, None for nothing."""
        tree = self._tree
        behind = {tree.words[kid] for kid in tree.kids(clause, "acomp", "oprd", "xcomp", "advcl")}
        if denied and tree.lemmas[clause] == "go" and behind & _UNPUNISHED:
            return "130", "go:unanswered"  # "said the expulsion would not go unanswered"
        if denied and tree.lemmas[clause] == "trust" and tree.kids(clause, "auxpass"):
            return "111", "distrust"  # "said Trump could not be trusted"
        if denied and tree.lemmas[clause] == "be" and {tree.lemmas[kid] for kid in tree.kids(clause, "acomp")} & _DECENT:
            return "111", "not right"  # "said the remarks were not helpful"
        if self._falls_short(clause):
            return "111", "short"
        if self._made_a_target(clause):
            return "138", f"menace:{tree.lemmas[clause]}"
        if (phrase := blamed_or_honoured(self._grammar, self._lexicon.classes, clause, denied=denied)) is not None:
            code, said = phrase
            return code, f"phrase:{said}"
        return ("130", f"menace:{tree.lemmas[clause]}") if self._menaced(clause) else None

    def _made_a_target(self, clause: int) -> bool:
        """Whether somebody is said to be struck from now on: "would become legitimate targets"."""
        tree, grammar = self._tree, self._grammar
        called = tree.kids(clause, "attr", "oprd", "dobj") if tree.lemmas[clause] in {"be", "become", "consider"} else []
        called += grammar.prepositional(clause, "as")
        coming = tree.lemmas[clause] == "become" or _COMING & set(grammar.auxiliaries(clause))
        words = {tree.lemmas[kid] for noun in called if tree.lemmas[noun] == "target" for kid in tree.kids(noun, "amod")}
        return bool(coming and words & _RIGHTFUL)

    def _falls_short(self, clause: int) -> bool:
        """Whether somebody is said to do too little: "could do much more", "is not doing enough", "had failed to act"."""
        tree = self._tree
        said = {tree.lemmas[kid] for kid in tree.kids(clause, "dobj", "advmod")}
        if tree.lemmas[clause] == "fail":
            return bool(tree.kids(clause, "xcomp"))
        if tree.lemmas[clause] != "do":
            return False
        too = any(tree.words[kid].lower() == "too" for thing in tree.kids(clause, "dobj") for kid in tree.kids(thing, "advmod"))
        able = {"can", "could"} & set(self._grammar.auxiliaries(clause))
        return bool(("enough" in said and tree.kids(clause, "neg")) or ("little" in said and too) or ("more" in said and able))

    def _menaced(self, clause: int) -> bool:
        """Whether somebody is told what he will meet: "would pay a heavy price", "would be met with force", "would regret it"."""
        tree, grammar = self._tree, self._grammar
        told = next(iter(tree.kids(clause, "xcomp")), clause) if tree.lemmas[clause] == "have" else clause
        if not _COMING & set(grammar.auxiliaries(clause)) or tree.kids(clause, "neg"):
            return False
        met = grammar.prepositional(told, "with") if tree.lemmas[told] in {"meet", "counter"} else tree.kids(told, "dobj")
        feared = any(tree.lemmas[noun] in self._lexicon.classes["consequence"] for noun in met)
        ends = [part for noun in met if tree.lemmas[noun] == "end" for part in grammar.prepositional(noun, "of")]
        feared = feared or any(tree.lemmas[part] in _RULE for part in ends)
        if tree.lemmas[told] in _ENDING and self._told_by_noun(clause):  # "any American attack would end in a bloodbath"
            end = [*tree.kids(told, "dobj"), *(noun for way in ("in", "to") for noun in grammar.prepositional(told, way))]
            return any(tree.lemmas[noun] in _CARNAGE | self._lexicon.classes["consequence"] for noun in end)
        return (feared and tree.lemmas[told] in _MEETING) or (tree.lemmas[told] in {"regret", "rue"} and bool(met))

    def _verdict(self, clause: int) -> tuple[str, str] | None:
        """Return the code of what a clause says of its subject, with the rule, if that is a fault."""
        tree, classes = self._tree, self._lexicon.classes
        lemma = tree.lemmas[clause]
        if lemma in classes["violating"] | classes["harming"]:
            modals = _MODALS - ({"would", "will"} if lemma in classes["harming"] else frozenset())  # "the sale would harm peace"
            sure = not modals & set(self._grammar.auxiliaries(clause)) and tree.kids(clause, "dobj", "prep")
            code = "112" if lemma in classes["violating"] else "111"
            return (code, f"{'violating' if code == '112' else 'harming'}:{lemma}") if sure else None
        if lemma in _FOSTERING and not _MODALS & set(self._grammar.auxiliaries(clause)):
            fostered = {tree.lemmas[part] for kid in tree.kids(clause, "dobj") for part in tree.conjuncts(kid)}
            return ("112", f"fostering:{lemma}") if fostered & classes["outlaw"] else None
        called = tree.kids(clause, "acomp", "attr") if lemma == "be" else []
        if lemma in _CARRYING and {tree.lemmas[thing] for thing in tree.kids(clause, "dobj")} & _BLAME:
            return "112", "guilt"  # "said Sudan bore full responsibility"
        if lemma == "be" and any(tree.lemmas[kid] == "blame" for kid in tree.kids(clause, "xcomp")):
            return "112", "guilt"  # "said Libya was to blame"
        if lemma in {"constitute", "represent", "make", "commit", "pose"}:
            called = tree.kids(clause, "dobj")
        elif lemma in {"amount", "be"}:
            called = called + self._grammar.prepositional(clause, "to")
        parts = [part for kid in called for part in tree.conjuncts(kid)]
        said = {tree.lemmas[part] for part in parts} | {" ".join(tree.lemmas[part - 1 : part + 1]) for part in parts}
        said |= {tree.lemmas[word] for word in worded(tree, parts)}  # "an outrageous act"
        said |= {
            tree.lemmas[noun] for kid in called if tree.lemmas[kid] == "act" for noun in self._grammar.prepositional(kid, "of")
        }
        if said & classes["guilt"] or (lemma == "be" and self._grammar.prepositional(clause, "behind")):
            return "112", "guilt"  # "said Pakistan was behind the attack"
        for frame in self._lexicon.frames.get(("verb", "call"), ()):
            if frame.code[:2] in REPROACHING and any(not slot and said & lemmas for slot, lemmas in frame.conditions):
                return frame.code, frame.rule_id
        return ("051", "call:compliment") if said & classes["compliment"] else None

    def _warnings(self, inner: int, speakers: list[Actor], operator: Operator, verb: int) -> list[Proto]:
        """Return the threat in "said that Tokyo could use force if Beijing attacked".

        It is the speaker's own possible force, against whom it would meet.
        """
        keys = {actor.key for actor in speakers}
        found: list[Proto] = []
        ready = self._tree.lemmas[inner] in _SHRINKING and bool(self._tree.kids(inner, "neg"))
        inner = self._meant(inner) if ready else inner
        for proto in self._protos(inner):
            own = ready or any(actor.key in keys for actor in proto.sources)
            if not own or proto.code[:2] not in ARMED or (proto.status != "hypothetical" and not ready):
                continue
            foes = [actor for actor in proto.targets if actor.key not in keys]
            if not foes:
                conditions = [clause for clause in self._tree.kids(inner, "advcl") if self._tree.kid(clause, "mark") is not None]
                subjects = [subject for clause in conditions for subject in self._tree.kids(clause, "nsubj")]
                foes = [actor for actor in self._filling.named(subjects) if actor.key not in keys]
            code = self._lexicon.compose("threaten", proto.code)
            if foes and code:
                rule_id = f"{operator.rule_id}({proto.rule_id})"
                found.append(Proto(code, tuple(speakers), tuple(foes), "oneway", rule_id, verb, rank=6, operators=("say",)))
        return found

    def _meant(self, shrinking: int) -> int:
        """Return what somebody does not shrink from: "would not hesitate to use force", "will not blink if it has to fight"."""
        tree = self._tree
        goals = tree.kids(shrinking, "xcomp")
        if not goals:
            conditions = [
                clause
                for clause in tree.kids(shrinking, "advcl", "ccomp")
                if any(tree.words[mark].lower() == "if" for mark in tree.kids(clause, "mark"))
            ]
            goals = [inner for clause in conditions for inner in (tree.kids(clause, "xcomp") or [clause])]
        return goals[0] if goals else shrinking

    def _claims(self, inner: int, speakers: list[Actor], operator: Operator) -> list[Proto]:
        """Return the accusation in "said that Chinese ships had rammed its boats"."""
        if operator.lemma in _OWNING_UP:
            return []  # "The US confirms an American was detained" accuses nobody
        keys = {actor.key for actor in speakers}
        found: list[Proto] = []
        for proto in self._protos(inner):
            theirs = [actor for actor in proto.sources if actor.key not in keys and actor.basis != "scene"]
            # "said Thai troops opened fire first": at the speaker's side
            wrong = is_wrong(self._grammar, proto.trigger)
            harmed = any(actor.key in keys for actor in proto.targets) or (
                not proto.targets and (wrong or proto.code[:2] in VIOLENT)
            )
            one_way = proto.kind == "oneway" and not only_tests(
                self._tree, proto.trigger
            )  # who says that both fought accuses nobody
            if proto.code[:2] == "15" and self._tree.lemmas[proto.trigger] in _SHOWING and not wrong:
                continue  # "said Chinese jets had flown near Peru": ships, jets and drills that all can see are reported
            if self._told_by_noun(inner):
                continue  # "said a Russian strike had killed two": whose it was is taken as known
            if keys and theirs and one_way and proto.code[:2] in HOSTILE and proto.status == "happened" and harmed:
                rule_id = f"{operator.rule_id}({proto.rule_id})"
                code = self._lexicon.compose("accuse", proto.code) or "112"
                found.append(
                    Proto(code, tuple(speakers), tuple(theirs), "oneway", rule_id, proto.trigger, rank=6, operators=("say",))
                )
        return found

    def _told_by_noun(self, clause: int) -> bool:
        """Whether the subject of a clause is an attack, of which the clause only tells the outcome."""
        subjects = self._tree.kids(clause, "nsubj", "nsubjpass")
        frames = (frame for subject in subjects for frame in self._lexicon.frames.get(("noun", self._tree.lemmas[subject]), ()))
        return any(frame.code[:2] in VIOLENT for frame in frames)

    def _promises(self, inner: int, speakers: list[Actor], operator: Operator, verb: int) -> list[Proto]:
        """Return the threat or promise in "told Baghdad that it would cut off the money": it is made to whoever is told."""
        keys = {actor.key for actor in speakers}
        listeners = self._filling.named(self._tree.kids(verb, "dobj", "dative"))
        listeners = [actor for actor in listeners if actor.key not in keys]
        found: list[Proto] = []
        for proto in self._protos(inner) if keys and listeners else ():
            own = {actor.key for actor in proto.sources} <= keys
            aimless = {actor.key for actor in proto.targets} <= keys
            if own and aimless and proto.code[:2] in _AHEAD and proto.status in LIVE:
                rule_id = f"{operator.rule_id}({proto.rule_id})"
                told = replace(proto, sources=tuple(speakers), targets=tuple(listeners), rule_id=rule_id, rank=6)
                found.append(replace(told, operators=("say", *proto.operators)))
        return found

    def _duties(self, inner: int, speakers: list[Actor], operator: Operator, verb: int) -> list[Proto]:
        """Return the demand or appeal in "said that Japan must (should) retract the remarks"."""
        duty = self._assertion.duty(inner)
        keys = {actor.key for actor in speakers}
        all_bound = self._filling.named(self._tree.kids(inner, "nsubj", "nsubjpass"))
        bound = [actor for actor in all_bound if actor.key not in keys]
        duty = "appeal" if duty and len(all_bound) > len(bound) else duty  # "said that both must work": himself as well
        if not (duty and keys and bound):
            return []
        wanted = self._tree.kids(inner, "xcomp") if self._tree.lemmas[inner] in {"have", "need"} else []
        deed = wanted[0] if wanted else inner  # "has to leave", but "must have a plan"
        codes = [proto.code for proto in self._protos(deed)]
        code = self._lexicon.compose(duty, codes[0] if codes else None)
        rule_id = f"{operator.rule_id}+{duty}"
        return [Proto(code, tuple(speakers), tuple(bound), "oneway", rule_id, verb, rank=5, operators=("say",))] if code else []


def _only_sourced(speakers: list[Actor], operator: Operator, *, is_behind: bool) -> bool:
    """Whether a tag only names the outlet that has the news: "Peru detained a Japanese, Kyodo said", "Kyodo reported that".

    An organ that begins by saying something ("KCNA said the South had fired first") speaks for its state.
    """
    return bool(speakers) and all(actor.role == "MED" for actor in speakers) and (is_behind or operator.lemma == "report")
