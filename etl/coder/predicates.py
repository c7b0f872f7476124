"""Acts in a sentence: frames give a CAMEO code and both sides, operators (agree, threaten, urge ...) change what they govern.

Every predicate word becomes `Proto`s: acts whose sides may still be open. An operator takes the protos of the clause or noun it
governs and composes their code; what it governs is then no act of its own. Sides left open are filled from light verbs and operators.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from etl.coder.actors import Actor
from etl.coder.assertion import Assertion
from etl.coder.slots import Grammar
from etl.dictionaries import ActLexicon, Frame, Operator

_ATTACHING = frozenset("in at during for on after before following throughout amid via through ahead as".split(" "))
_VISIT = {"042": "043", "043": "042"}
_INSIDE_ROOTS = frozenset({"17", "11"})  # a passive without its doer: "detained in China", "sentenced in Russia"
_ACCUSABLE = frozenset({"14", "16", "17", "18", "19", "20"})


@dataclass(frozen=True, slots=True)
class Proto:
    """An act on its way: code and sides, what triggered it, and how it is asserted.

    `rank` orders rival readings of one trigger (more conditions met is better); `kind` is oneway, mutual or visit.
    """

    code: str
    sources: tuple[Actor, ...]
    targets: tuple[Actor, ...]
    kind: str
    rule_id: str
    trigger: int
    status: str = "happened"
    rank: int = 0
    speaker: str | None = None
    operators: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Act:
    """One directed act between two actors, ready to become a mention."""

    source: Actor
    target: Actor
    code: str
    status: str
    rule_id: str
    trigger: int
    rank: int
    speaker: str | None
    operators: tuple[str, ...]


class Predicates:
    """Finds the acts of one parsed sentence."""

    def __init__(self, lexicon: ActLexicon, grammar: Grammar) -> None:
        self._lexicon = lexicon
        self._grammar = grammar
        self._tree = grammar.tree
        self._assertion = Assertion(grammar)
        self._memo: dict[int, list[Proto]] = {}
        self._governed: dict[int, str] = {}
        self._silenced: set[int] = set()

    def acts(self) -> list[Act]:
        """Return every act of the sentence, asserted or not, in order of the trigger words."""
        protos = [proto for token in range(len(self._tree)) for proto in self.protos(token)]
        found: list[Act] = []
        for proto in protos:
            bare = not proto.operators
            if bare and (proto.trigger in self._silenced or self._states(proto)):
                continue
            governed = self._governing(proto.trigger)
            if governed and proto.status in {"happened", "announced"}:
                proto = replace(proto, status=governed)
            found.extend(directed(proto, self._grammar))
        return found

    def _governing(self, trigger: int) -> str | None:
        """Return what an operator makes of a word it governs, directly or inside the clause it governs."""
        if trigger in self._governed:
            return self._governed[trigger]
        below = trigger
        for above in self._tree.ancestors(trigger):
            if self._tree.deps[below] in {"relcl", "advcl", "appos", "parataxis", "nsubj", "nsubjpass"}:
                return None
            if above in self._governed:
                return self._governed[above]
            below = above
        return None

    def _states(self, proto: Proto) -> bool:
        """Whether a bare noun only names a state of affairs ("the trade war", "cooperation")."""
        return proto.rule_id.startswith("noun:") and self._tree.lemmas[proto.trigger] in self._lexicon.classes.get("state_noun", ())

    def protos(self, token: int) -> list[Proto]:
        """Return the acts whose outermost word is a token."""
        if token not in self._memo:
            self._memo[token] = []  # guards against cycles
            self._memo[token] = self._find(token)
        return self._memo[token]

    def _find(self, token: int) -> list[Proto]:
        grammar, tree = self._grammar, self._tree
        if grammar.is_verb(token):
            return self._verb(token)
        if tree.pos[token] in {"NOUN", "PROPN"}:
            return self._noun(token)
        if tree.pos[token] in {"ADJ", "ADV"}:
            return self._operated(token, "adj") or self._framed(token, "adj")
        return []

    # --- verbs --------------------------------------------------------------------------------------------------------------

    def _verb(self, verb: int) -> list[Proto]:
        framed = self._framed(verb, "verb")
        operated = self._operated(verb, "verb")
        if framed and operated:
            said = [proto for proto in operated if proto.operators[:1] == ("say",)]
            composed = [proto for proto in operated if proto not in said]
            complete = [proto for proto in composed if _complete(proto)]
            top = max((proto.rank for proto in complete), default=0)
            strong = [proto for proto in framed if proto.rank >= 10 and proto.rank > top and (_complete(proto) or not complete)]
            found = (strong or composed or framed) + said
        else:
            found = framed or operated
        return [self._assertion.modal(proto, verb, self._lexicon) for proto in found]

    def _framed(self, token: int, pos: str) -> list[Proto]:
        """Return what the frames of a verb or adjective make of it: the best-ranked readings that fill both sides."""
        grammar, tree = self._grammar, self._tree
        particle = grammar.particle(token)
        found: list[Proto] = []
        for frame in self._lexicon.frames.get((pos, tree.lemmas[token]), ()):
            if frame.particle and frame.particle != particle and not self._follows(token, frame.particle):
                continue
            objects = self._matching_objects(token, frame)
            if objects is None:
                continue
            sources = self._sources(token, frame)
            targets = self._targets(token, frame, objects, {actor.key for actor in sources})
            if not sources and grammar.passive(token) and frame.code[:2] in _INSIDE_ROOTS:
                sources = self._fill(token, ("in", "at"))
            rank = 10 * bool(frame.conditions) + 5 * bool(frame.particle) + len(frame.code.rstrip("0")) + bool(targets)
            found.append(Proto(frame.code, tuple(sources), tuple(targets), frame.kind, frame.rule_id, token, rank=rank))
            if frame.conditions and (sources and targets):
                self._silenced.update(objects)
        return _best(found)

    def _follows(self, token: int, particle: str) -> bool:
        """Whether a particle stands right behind its verb though the parser made it a preposition or adverb."""
        return any(
            child == token + 1
            and self._tree.lemmas[child] == particle and self._tree.deps[child] in {"prt", "advmod", "prep", "acomp", "oprd"}
            for child in self._tree.children[token]
        )

    def _matching_objects(self, token: int, frame: Frame) -> list[int] | None:
        """Return the object tokens that satisfy a frame's condition; None where it has one and nothing does."""
        if not frame.conditions:
            return []
        matching: list[int] = []
        for preposition, lemmas in frame.conditions:
            if preposition:
                heads = self._grammar.prepositional(token, preposition)
                if not heads and self._grammar.is_verb(token):  # the parser often hangs the phrase on the object
                    heads = [pobj for noun in self._grammar.objects(token) for pobj in self._grammar.prepositional(noun, preposition)]
            elif self._tree.pos[token] in {"NOUN", "PROPN"}:
                continue
            else:
                heads = self._grammar.objects(token) + self._tree.kids(token, "attr", "oprd")
            matching += [
                part
                for head in heads
                for part in self._tree.conjuncts(head)
                if self._tree.lemmas[part] in lemmas or self._phrase(part) in lemmas
            ]
        return matching or None

    def _phrase(self, noun: int) -> str:
        """Return a noun with the compound or adjective in front of it ("export control")."""
        before = noun - 1
        if before >= 0 and self._tree.head[before] == noun:
            return f"{self._tree.lemmas[before]} {self._tree.lemmas[noun]}"
        return self._tree.lemmas[noun]

    def _sources(self, token: int, frame: Frame) -> list[Actor]:
        grammar = self._grammar
        for slot in frame.source_slots:
            if slot != "subj":
                found = self._fill(token, (slot,))
            else:
                agents = grammar.agents(token)
                if not agents and grammar.passive(token) and "obj" not in frame.target_slots and not frame.conditions:
                    agents = grammar.objects(token)[:1]  # an intransitive participle is active: "a drone intruded into"
                found = [actor for part in agents for actor in grammar.actors(part, loose=True)]
            if found:
                return found
        return []

    def _targets(self, token: int, frame: Frame, objects: list[int], doers: set[str]) -> list[Actor]:
        """Return the target: the first slot that names somebody else, on the verb or on its matched object noun."""
        grammar = self._grammar
        own: list[Actor] = []
        for slot in frame.target_slots:
            if slot == "comp":
                heads = [subject for clause in grammar.complements(token) for subject in self._tree.kids(clause, "nsubj", "nsubjpass")]
                found = self._named(heads)
            elif slot in {"subj", "obj"}:
                heads = grammar.grammatical_subjects(token) if slot == "subj" else grammar.objects(token) or objects
                found = self._named(heads)
                if not found or {actor.key for actor in found} <= doers:
                    found = [actor for head in heads for actor in self._beyond(head, doers)] or found
                if found and {actor.key for actor in found} <= doers and not any(grammar.cast.heads.get(head) for head in heads):
                    found = self._beyond(token, doers) or found
            else:
                nouns = objects or ([] if grammar.passive(token) else grammar.objects(token))
                found = self._fill(token, (slot,), doers) or [actor for noun in nouns for actor in self._fill(noun, (slot,), doers)]
            if found and not {actor.key for actor in found} <= doers:
                return found
            own = own or found
        return own

    def _named(self, heads: list[int]) -> list[Actor]:
        return [actor for head in heads for actor in self._grammar.actors(head, loose=True)]

    def _beyond(self, noun: int, doers: set[str]) -> list[Actor]:
        """Return whom a noun that is the doer's own points to: "its row with Malaysia", "its criticism of Japan"."""
        if self._grammar.cast.heads.get(noun):
            return []
        for preposition in ("with", "against", "of", "to", "on", "by", "from", "over", "toward", "towards"):
            found = self._named(self._grammar.prepositional(noun, preposition))
            if found and not {actor.key for actor in found} <= doers:
                return found
        return []

    def _fill(self, token: int, slots: tuple[str, ...], doers: set[str] | frozenset[str] = frozenset()) -> list[Actor]:
        """Return the actors of the first slot that names any, preferring somebody other than the doers."""
        for slot in slots:
            if slot == "poss":
                found = self._grammar.possessors(token)
            elif slot == "obj":
                found = self._named(self._grammar.objects(token))
            elif slot == "subj":
                found = self._named(self._grammar.agents(token))
            else:
                behind = self._grammar.prepositional(token, slot)
                found = self._named(behind)
                if behind and (not found or (doers and {actor.key for actor in found} <= doers)):
                    found = [actor for noun in behind for actor in self._beyond(noun, doers)] or found
            if found:
                return found
        return []

    # --- nouns --------------------------------------------------------------------------------------------------------------

    def _noun(self, noun: int) -> list[Proto]:
        if self._grammar.cast.heads.get(noun):
            return []
        operated = self._operated(noun, "noun")
        if operated:
            return operated
        found: list[Proto] = []
        for frame in self._lexicon.frames.get(("noun", self._tree.lemmas[noun]), ()):
            if not self._noun_words(noun, frame.lemma):
                continue
            if self._matching_objects(noun, frame) is None:
                continue
            sources = self._fill(noun, frame.source_slots)
            doers = {actor.key for actor in sources}
            targets = self._fill(noun, frame.target_slots, doers)
            targets = targets or [actor for inner in self._matching_objects(noun, frame) or () for actor in self._fill(inner, frame.target_slots, doers)]
            if frame.kind == "mutual":
                sources = self._fill(noun, ("between", "among")) or sources
            if not sources and frame.kind != "oneway":
                sources = self._circumstance(noun)
            targets = [target for target in targets if target.key not in {source.key for source in sources}] or targets
            rank = 10 * (" " in frame.lemma) + 5 * bool(frame.conditions) + len(frame.code.rstrip("0")) + bool(targets)
            found.append(Proto(frame.code, tuple(sources), tuple(targets), frame.kind, frame.rule_id, noun, rank=rank))
        return [self._assertion.nominal(proto, noun, self._lexicon) for proto in _best(found)]

    def _noun_words(self, noun: int, lemma: str) -> bool:
        """Whether the words in front of a noun complete a multi-word frame ("phone call", "air strike")."""
        parts = lemma.split()
        if len(parts) == 1:
            return True
        first = noun - len(parts) + 1
        if first < 0:
            return False
        left = zip(parts[:-1], range(first, noun), strict=True)
        return all(part in {self._tree.lemmas[token], self._tree.words[token].lower()} for part, token in left)

    def _circumstance(self, noun: int) -> list[Actor]:
        """Return who holds a meeting that is only the circumstance: "Lee, on a visit to China, said"."""
        tree = self._tree
        above = tree.head[noun]
        if tree.deps[noun] in {"pobj", "pcomp"} and tree.lemmas[above] in _ATTACHING:
            governor = tree.head[above]
            if self._grammar.is_verb(governor):
                return [actor for part in self._grammar.agents(governor) for actor in self._grammar.actors(part)]
            if self._grammar.cast.heads.get(governor):
                return self._grammar.actors(governor)
        return []

    # --- operators ----------------------------------------------------------------------------------------------------------

    def _operated(self, token: int, pos: str) -> list[Proto]:
        """Return what the operators of a word make of the acts it governs."""
        particle = self._grammar.particle(token) if pos == "verb" else ""
        found: list[Proto] = []
        for operator in self._lexicon.operators.get((pos, self._tree.lemmas[token]), ()):
            if operator.particle and operator.particle != particle and not self._follows(token, operator.particle):
                continue
            if operator.operator in {"do", "undergo"}:
                found.extend(self._light(token, operator))
            elif operator.operator == "say":
                found.extend(self._said(token, operator))
            else:
                found.extend(self._composed(token, operator))
        return found

    def _governed_by(self, token: int) -> Iterator[int]:
        """Yield the words an operator may govern: clauses, event nouns as objects or behind prepositions."""
        grammar, tree = self._grammar, self._tree
        # A clause in front belongs to another verb ("Israel strikes Syria, Trump threatens Assad").
        yield from (clause for clause in grammar.complements(token) if clause > token)
        heads = list(grammar.objects(token)) if grammar.is_verb(token) else []
        for prep in tree.kids(token, "prep"):
            heads.extend(tree.kids(prep, "pobj"))
        for head in heads:
            if not grammar.cast.heads.get(head):
                yield from tree.conjuncts(head)

    def _light(self, verb: int, operator: Operator) -> list[Proto]:
        """Return the nominal acts under a light verb: its subject does them ("held talks") or undergoes them ("faced sanctions")."""
        grammar, tree = self._grammar, self._tree
        doers = [actor for part in grammar.agents(verb) for actor in grammar.actors(part, loose=True)]
        heads = [part for head in grammar.objects(verb) for part in tree.conjuncts(head)]
        heads += [
            pobj for prep in tree.kids(verb, "prep") if tree.lemmas[prep] in {"in", "on", "into", "to", "under", "for"} for pobj in tree.kids(prep, "pobj")
        ]
        found: list[Proto] = []
        for noun in heads:
            if tree.pos[noun] not in {"NOUN", "PROPN"}:
                continue
            for proto in self.protos(noun):
                if proto.trigger != noun and not proto.operators:
                    continue
                self._silenced.add(noun)
                frame = self._frame_of(proto)
                targets = proto.targets or tuple(self._fill(verb, frame.target_slots if frame else ("with", "to", "on", "against")))
                if operator.operator == "undergo":
                    sources = proto.sources or tuple(self._fill(verb, ("from", "by", "for")))
                    found.append(replace(proto, sources=sources, targets=proto.targets or tuple(doers), rank=proto.rank + 2, operators=("undergo",)))
                    continue
                # "China's ban on Japan took effect" keeps its own doer; "China imposed a ban" gives it one.
                sources = tuple(doers) if doers else proto.sources
                if proto.kind == "mutual" and doers and proto.sources and not targets:
                    targets = proto.sources
                found.append(replace(proto, sources=sources, targets=targets, rank=proto.rank + 2, operators=proto.operators or ("do",)))
        return found

    def _frame_of(self, proto: Proto) -> Frame | None:
        noun = self._tree.lemmas[proto.trigger]
        return next((frame for frame in self._lexicon.frames.get(("noun", noun), ()) if frame.rule_id == proto.rule_id), None)

    def _composed(self, token: int, operator: Operator) -> list[Proto]:
        """Return an operator's own acts: the inner code composed, sides from the operator and from the inner act."""
        doers = self._doers(token, operator)
        addressees = self._addressees(token, operator)
        found: list[Proto] = []
        for inner in self._governed_by(token):
            if operator.operator in {"appeal", "demand"} and not self._open(inner):
                continue
            for proto in self.protos(inner):
                code = self._lexicon.compose(operator.operator, proto.code)
                self._govern(proto.trigger, operator.operator)
                self._govern(inner, operator.operator)
                if code is not None:
                    found.append(self._merge(proto, code, token, operator, doers, addressees))
        if not found and addressees and operator.pos == "verb" and self._bids(token, operator):
            code = self._lexicon.compose(operator.operator, None)
            if code is not None:
                found.append(
                    Proto(code, tuple(doers), tuple(addressees), "oneway", operator.rule_id, token, rank=1, operators=(operator.operator,))
                )
        return [self._announced(proto) for proto in found]

    def _bids(self, token: int, operator: Operator) -> bool:
        """Whether an operator governs something, be it in no frame: "urged Japan to be careful", but not "told reporters"."""
        clauses = self._grammar.complements(token)
        if operator.operator in {"appeal", "demand", "threaten"}:
            return any(self._open(clause) for clause in clauses)
        return operator.operator in {"refuse", "accuse"} or bool(clauses)

    def _open(self, clause: int) -> bool:
        """Whether a clause is an infinitive, a gerund or a subjunctive: something to be done, not something said to be so."""
        tree = self._tree
        if not self._grammar.is_verb(clause) and tree.pos[clause] != "AUX":
            return True
        auxiliaries = {tree.lemmas[aux] for aux in tree.kids(clause, "aux", "auxpass")}
        return "to" in auxiliaries or (tree.tags[clause] in {"VB", "VBG"} and not auxiliaries - {"be", "not"})

    def _govern(self, token: int, operator: str) -> None:
        self._governed.setdefault(token, {"accuse": "alleged", "fault": "alleged", "deny": "negated", "prevent": "negated", "refuse": "negated"}.get(operator, "hypothetical"))

    def _merge(self, proto: Proto, code: str, token: int, operator: Operator, doers: list[Actor], addressees: list[Actor]) -> Proto:
        """Fill the sides of a composed act."""
        keys = {actor.key for actor in doers}
        if operator.operator in {"appeal", "demand", "accuse", "allow"}:
            others = [actor for actor in (*proto.sources, *proto.targets) if actor.key not in keys]
            targets = addressees or others
            kind, sources = "oneway", doers
        elif operator.operator == "refuse" and keys and [actor for actor in proto.sources if actor.key not in keys]:
            # "China opposes U.S. talks with Taiwan" rejects what the United States does.
            kind, sources = "oneway", doers
            targets = [actor for actor in proto.sources if actor.key not in keys]
            code = self._lexicon.compose("refuse", None) or code
        else:
            sources = doers or list(proto.sources)
            others = [actor for actor in proto.targets if actor.key not in {a.key for a in sources}]
            if proto.kind == "mutual" and not others:
                others = [actor for actor in proto.sources if actor.key not in {a.key for a in sources}]
            targets = others or [actor for actor in addressees if actor.key not in {a.key for a in sources}]
            kind = proto.kind if operator.operator in {"agree", "intend", "resume"} else "oneway"
            if operator.operator == "agree" and (len(keys) > 1 or addressees):
                kind = "mutual"
                targets = [] if len(keys) > 1 else list(addressees)
            kind = "mutual" if kind == "visit" else kind
        rule_id = f"{operator.rule_id}({proto.rule_id})"
        chain = (operator.operator, *proto.operators)
        return replace(proto, code=code, sources=tuple(sources), targets=tuple(targets), kind=kind, rule_id=rule_id, trigger=token, rank=8, operators=chain)

    @staticmethod
    def _announced(proto: Proto) -> Proto:
        return replace(proto, status="announced") if proto.code[:2] == "03" and proto.status == "happened" else proto

    def _doers(self, token: int, operator: Operator) -> list[Actor]:
        grammar = self._grammar
        if operator.pos == "noun":
            found = self._fill(token, ("poss", "by", "from", "between", "of"))
            if found:
                return found
            above = self._tree.head[token]
            if grammar.is_verb(above) and token in grammar.objects(above) + self._tree.kids(above, "attr"):
                return [actor for part in grammar.agents(above) for actor in grammar.actors(part, loose=True)]
            return []
        if operator.pos == "adj":
            above = self._tree.head[token]
            subjects = grammar.grammatical_subjects(token) or grammar.grammatical_subjects(above)
            if not subjects and grammar.cast.heads.get(above):
                subjects = [above]  # "China ready to work with ..."
            return [actor for part in subjects for actor in grammar.actors(part, loose=True)]
        if grammar.passive(token) and operator.operator in {"intend", "wish"}:
            return [actor for part in grammar.grammatical_subjects(token) for actor in grammar.actors(part, loose=True)]
        return [actor for part in grammar.agents(token) for actor in grammar.actors(part, loose=True)]

    def _addressees(self, token: int, operator: Operator) -> list[Actor]:
        grammar = self._grammar
        for slot in operator.addressee:
            if slot == "comp":
                found = [
                    actor
                    for clause in grammar.complements(token)
                    for subject in self._tree.kids(clause, "nsubj", "nsubjpass")
                    for actor in grammar.actors(subject, loose=True)
                ]
            else:
                found = self._fill(token, (slot,))
            if found:
                return found
        return []

    def _said(self, verb: int, operator: Operator) -> list[Proto]:
        """Return what reported speech makes of its clause: whose word it is, and accusations and demands by the speaker."""
        grammar, tree = self._grammar, self._tree
        speakers = [actor for part in grammar.agents(verb) for actor in grammar.actors(part, loose=True)]
        found: list[Proto] = []
        for clause in tree.kids(verb, "ccomp", "xcomp"):
            for inner in tree.conjuncts(clause):
                found.extend(self._claims(inner, speakers, operator, verb))
        return found

    def _claims(self, inner: int, speakers: list[Actor], operator: Operator, verb: int) -> list[Proto]:
        keys = {actor.key for actor in speakers}
        found: list[Proto] = []
        for proto in self.protos(inner):
            theirs = [actor for actor in proto.sources if actor.key not in keys]
            harmed = any(actor.key in keys for actor in proto.targets)
            if keys and theirs and proto.code[:2] in _ACCUSABLE and proto.status == "happened" and harmed:
                self._govern(proto.trigger, "accuse")
                rule_id = f"{operator.rule_id}({proto.rule_id})"
                code = self._lexicon.compose("accuse", proto.code) or "112"
                found.append(Proto(code, tuple(speakers), tuple(theirs), "oneway", rule_id, verb, rank=6, operators=("say",)))
        duty = self._assertion.duty(inner)
        subjects = [actor for part in self._tree.kids(inner, "nsubj", "nsubjpass") for actor in self._grammar.actors(part, loose=True)]
        subjects = [actor for actor in subjects if actor.key not in keys]
        if keys and subjects and duty:
            codes = [proto.code for proto in self.protos(inner)]
            code = self._lexicon.compose(duty, codes[0] if codes else None)
            if code:
                found.append(Proto(code, tuple(speakers), tuple(subjects), "oneway", f"{operator.rule_id}+{duty}", verb, rank=5, operators=("say",)))
        return found


def _complete(proto: Proto) -> bool:
    """Whether both sides of an act are known."""
    return bool(proto.sources) and bool(proto.targets or (proto.kind == "mutual" and len(proto.sources) > 1))


def _best(protos: list[Proto]) -> list[Proto]:
    """Return the best readings of one trigger: complete ones first, then the highest rank, one code for one pair."""
    if not protos:
        return []
    complete = [proto for proto in protos if _complete(proto)]
    half = [proto for proto in protos if proto.targets or proto.sources]
    pool = complete or half or protos
    top = max(proto.rank for proto in pool)
    return [next(proto for proto in pool if proto.rank == top)]


def directed(proto: Proto, grammar: Grammar) -> Iterator[Act]:
    """Yield the directed acts of a proto: source to target, both ways where mutual, visitor and host where a visit."""

    def act(source: Actor, target: Actor, code: str) -> Act:
        return Act(source, target, code, proto.status, proto.rule_id, proto.trigger, proto.rank, proto.speaker, proto.operators)

    targets = proto.targets
    if proto.kind == "mutual" and not [t for t in targets if t.key not in {s.key for s in proto.sources}]:
        group = list({actor.key: actor for actor in (*proto.sources, *targets)}.values())
        for source in group:
            for target in group:
                if source.key != target.key:
                    yield act(source, target, proto.code)
        return
    for source in proto.sources:
        for target in targets:
            if source.key == target.key and (proto.kind != "oneway" or source.head == target.head):
                continue
            yield act(source, target, proto.code)
            if proto.kind == "mutual":
                yield act(target, source, proto.code)
            elif proto.kind == "visit":
                yield act(target, source, _VISIT.get(proto.code, proto.code))
