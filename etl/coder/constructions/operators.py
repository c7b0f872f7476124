"""Operators: words that change the act they govern (agree to, threaten to, urge, refuse, cancel, hold, say).

An operator takes the protos of the clause or noun it governs and composes their code by `composition.csv`; what it governs is
then no act of its own. Light verbs (hold, impose, face) only lend their subject to a nominal act.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace

from etl.coder.actors import Actor
from etl.coder.acts import Proto, announced, uttered
from etl.coder.assertion import Assertion
from etl.coder.constructions.talks.accords import agreed_on
from etl.coder.constructions.words.biddings import asked, decreed, endangered, is_own_word, kept_away, rallied, warned_off
from etl.coder.constructions.words.warnings import LOOMING
from etl.coder.constructions.words.wishes import ready, seeking, seen_in
from etl.coder.days.backgrounds import came_about
from etl.coder.grammar.control import gone_on
from etl.coder.grammar.implicatives import carried_by, kept, ungoverned
from etl.coder.grammar.slots import Grammar
from etl.coder.roots import PUNISHING
from etl.coder.sides.addressing import SOMEBODY, Addressing
from etl.coder.sides.filling import Filling
from etl.coder.sides.speech import Speech
from etl.coder.status.doubt import is_for, lacking, only_held
from etl.coder.status.futures import ENDING
from etl.dictionaries import ActLexicon, Frame, Operator

_MEASURES = frozenset("round day series set wave week session spate flurry number string package batch kind type form".split(" "))
_BIDDING = frozenset({"demand", "ask", "request", "propose", "urge", "recommend", "require", "insist"})
_UNDONE = frozenset({"refuse", "retract", "prevent", "deny"})
_MEASURED_ROOTS = frozenset({"08", "16"})  # "the decision to lift the ban", but not "to launch a strike"
_GIVEN = frozenset({"071", "072", "073", "074", "084"})
_WINDING_UP = frozenset({"end", "finish", "close", "wind up", "wrap up"})
_GOVERNING = frozenset("on upon to for from against of about over into toward towards with by".split(" "))
_GOVERNED_STATUS = {"accuse": "alleged", "fault": "alleged", **dict.fromkeys(_UNDONE, "negated")}
_ANSWERING = frozenset({"accept", "decline", "reject", "spurn", "turn"})
_INVITATIONS = frozenset({"invitation", "invite", "offer"})
_WAYS = frozenset({"in", "on", "into", "to", "under"})
_JOURNEYS = frozenset({"visit", "trip", "tour", "stop", "stopover", "journey"})
_SETTLING = frozenset({"agree", "decide", "plan", "insist", "settle", "focus", "bent", "set"})


class Operators:
    """Applies the operators of one parsed sentence; remembers what they govern and what they have used up."""

    def __init__(self, lexicon: ActLexicon, grammar: Grammar, assertion: Assertion, protos: Callable[[int], list[Proto]]) -> None:
        self._lexicon = lexicon
        self._grammar, self._tree = grammar, grammar.tree
        self._filling = Filling(grammar)
        self._addressing = Addressing(lexicon, grammar, self._filling)
        self._assertion = assertion
        self._protos = protos
        self._speech = Speech(lexicon, grammar, assertion, protos)
        self.governed: dict[int, str] = {}
        self.silenced, self.thanked = set[int](), set[int]()  # what is used up, what somebody gives thanks for
        self.aims: dict[int, tuple[Actor, ...]] = {}  # at whom an act is aimed that somebody complains of

    def apply(self, token: int, pos: str) -> list[Proto]:
        """Return what the operators of a word make of the acts it governs."""
        particle = self._grammar.particle(token) if pos == "verb" else ""
        aside = particle or self._filling.follows(token, "against")  # "set off for", "decided against" tell no plan
        found: list[Proto] = []
        for operator in self._lexicon.operators.get((pos, self._tree.lemmas[token]), ()):
            if operator.particle and operator.particle != particle and not self._filling.follows(token, operator.particle):
                continue
            off = aside and not operator.particle and (operator.operator == "intend" or operator.lemma == "hold")
            # "pushes China fight to point of no return" pushes nobody to do anything
            off = off or (operator.lemma == "push" and not operator.particle and not self._grammar.complements(token))
            unsaid = pos == "noun" and not self._filling.noun_words(token, operator.lemma)
            if off or unsaid or is_for(self._tree, token):
                continue
            if operator.operator in {"do", "undergo"}:
                found.extend(self._light(token, operator))
            elif operator.operator == "say":
                found.extend(self._said(token, operator))
            elif operator.operator == "propose" and any(not self._open(clause) for clause in self._tree.kids(token, "ccomp")):
                found.extend(self._said(token, operator))  # "suggested that Tokyo could ..."
            elif operator.operator == "agree" and (said := self._agreed_that(token, operator)):
                found.extend(said)
            elif operator.operator == "threaten" and operator.lemma == "threaten" and self._grammar.of_a_thing(token):
                found.extend(endangered(self._grammar, token, operator.rule_id))
            elif operator.operator != "agree" or not only_held(self._tree, token):
                found.extend(self._composed(token, operator) or self._speech.forewarned(token, operator))
        return found

    def _said(self, verb: int, operator: Operator) -> list[Proto]:
        """Return what reported speech makes of its clause; what somebody says that another did to him is alleged."""
        found = self._speech.told(verb, operator)
        for proto in found:
            if proto.trigger != verb:
                self._govern(proto.trigger, "accuse")
        return [replace(proto, trigger=verb) for proto in found]

    def _agreed_that(self, verb: int, operator: Operator) -> list[Proto]:
        """Return what those who agree that something is so say of others: "agreed that the North's arms pose a threat"."""
        so = [clause for clause in self._tree.kids(verb, "ccomp") if not self._open(clause)]
        ahead = any({"will", "would"} & set(self._grammar.auxiliaries(clause)) for clause in so)
        return self._said(verb, operator) if so and not ahead else []

    def _governed_by(self, token: int) -> Iterator[int]:
        """Yield the words an operator may govern: clauses, event nouns as objects or behind prepositions."""
        grammar, tree = self._grammar, self._tree
        # A clause in front belongs to another verb ("Israel strikes Syria, Trump threatens Assad").
        complements = [clause for clause in grammar.complements(token) if clause > token and not ungoverned(tree, clause)]
        # "is booked to visit" is parsed as a purpose
        if not complements and grammar.is_verb(token) and not grammar.objects(token)[1:]:
            purposes = [clause for clause in tree.kids(token, "advcl") if tree.is_infinitive(clause)]
            complements = [clause for clause in purposes if clause - token <= 3]
        yield from (gone_on(tree, clause) for clause in complements)
        # "a visit aimed at resetting ties" does not aim at a visit; "talks were cancelled" were cancelled.
        own = grammar.objects(token) if grammar.is_verb(token) else []
        heads = [head for head in own if head > token or tree.deps[head] in {"nsubjpass", "nsubj"}]
        pointing = [head for head in own if tree.words[head].lower() in {"other", "another"}]  # "accused the other of lying"
        yield from (clause for head in pointing for prep in tree.kids(head, "prep") for clause in tree.kids(prep, "pcomp"))
        clauses, nouns = seen_in(tree, token)
        yield from clauses
        heads.extend(nouns)
        for prep in (prep for holder in (token, *pointing) for prep in tree.kids(holder, "prep")):
            # who warns against sanctions on somebody threatens nobody with them
            if tree.lemmas[prep] in _GOVERNING and (tree.lemmas[token], tree.lemmas[prep]) != ("warn", "against"):
                heads.extend(noun for noun in tree.kids(prep, "pobj") if not self._is_setting(token, prep, noun))
        for head in heads:
            if not grammar.cast.heads.get(head):
                yield from tree.conjuncts(head)
            # "simulated submarines attacking Kinmen"
            yield from (clause for clause in tree.kids(head, "acl") if head > token and tree.tags[clause] == "VBG")
            if tree.lemmas[token] in _ANSWERING and tree.lemmas[head] in _INVITATIONS:  # "accepted an invitation to visit"
                yield from (clause for clause in tree.kids(head, "acl") if tree.tags[clause] == "VB")

    def _is_setting(self, token: int, prep: int, noun: int) -> bool:
        """Whether a phrase tells where something was said: "On a visit to Delhi, Lavrov threatened", "vowed on a trip to"."""
        tree = self._tree
        before = prep < token and self._grammar.is_verb(token)
        return before or (tree.lemmas[prep] == "on" and tree.lemmas[noun] in _JOURNEYS and tree.lemmas[token] not in _SETTLING)

    def _light(self, verb: int, operator: Operator) -> list[Proto]:
        """Return the nominal acts under a light verb, whose subject does ("held talks") or undergoes them ("faced curbs")."""
        grammar, tree = self._grammar, self._tree
        doers = grammar.doers(verb)
        heads = [part for head in grammar.objects(verb) for part in tree.conjuncts(head)]
        # "held a second day of talks": the measure is no act, what it measures is
        measured = {head: grammar.prepositional(head, "of") for head in heads if tree.lemmas[head] in _MEASURES}
        heads = [one for head in heads for one in measured.get(head) or [head]]
        # "left for talks"; but "imposed a ban for its sales" tells by the ban what was done; "signed a deal on drills" holds none
        ways = _WAYS if any(self._protos(head) for head in heads) else _WAYS | {"for"}
        preps = (prep for prep in tree.kids(verb, "prep") if tree.lemmas[prep] in ways and operator.lemma != "sign")
        heads += [pobj for prep in preps for pobj in tree.kids(prep, "pobj")]
        found: list[Proto] = []
        for noun in heads:
            if tree.pos[noun] not in {"NOUN", "PROPN"}:
                continue
            for proto in self._protos(noun):
                if proto.trigger != noun and not proto.operators:
                    continue
                guests = operator.lemma == "attend" and tree.lemmas[noun] in {"dinner", "lunch", "banquet"}
                met = operator.lemma == "host" and proto.kind == "mutual" and len({actor.key for actor in proto.sources}) > 1
                if guests or met or (operator.operator == "do" and proto.kind == "oneway" and self._anothers(noun, doers)):
                    continue  # guests do not all meet; "hosted a Japan-Korea summit"; "took Tokyo's curbs to the WTO"
                self.silenced.add(noun)
                frame = self._frame_of(proto)
                targets = proto.targets or tuple(
                    self._filling.fill(verb, frame.target_slots if frame else ("with", "to", "on", "against"))
                )
                if operator.operator == "undergo":
                    sources = proto.sources or tuple(self._filling.fill(verb, ("from", "by", "for")))
                    found.append(
                        replace(
                            proto,
                            sources=sources,
                            targets=tuple(doers) if {d.key for d in doers} - {s.key for s in sources} else proto.targets,
                            rank=proto.rank + 2,
                            operators=("undergo",),
                        )
                    )
                    continue
                # "China's ban on Japan took effect" keeps its own doer; "China imposed a ban" gives it one.
                sources = tuple(doers) if doers else proto.sources
                others = [actor for actor in proto.sources if actor.key not in {doer.key for doer in doers}]
                if doers and others and not targets:  # "Xi held Vietnam talks", "Canada imposed Belarus sanctions"
                    targets = tuple(others)
                found.append(
                    replace(proto, sources=sources, targets=targets, rank=proto.rank + 2, operators=proto.operators or ("do",))
                )
        return found

    def _anothers(self, noun: int, doers: list[Actor]) -> bool:
        """Whether an act that a noun names is by an apostrophe somebody else's than the subject's."""
        owners = {actor.key for owner in self._tree.kids(noun, "poss") for actor in self._grammar.actors(owner, loose=True)}
        return bool(owners and doers) and owners.isdisjoint(actor.key for actor in doers)

    def _frame_of(self, proto: Proto) -> Frame | None:
        noun = self._tree.lemmas[proto.trigger]
        return next((frame for frame in self._lexicon.frames.get(("noun", noun), ()) if frame.rule_id == proto.rule_id), None)

    def _composed(self, token: int, operator: Operator) -> list[Proto]:
        """Return an operator's own acts: the inner code composed, sides from the operator and from the inner act."""
        if kept(self._tree, token) is not None or (operator.operator == "intend" and came_about(self._tree, token)):
            return []  # "made good on its threat to halt imports": it halted them
        unwilling = operator.operator == "wish" and lacking(self._tree, token)  # "has no interest in sitting down with"
        meant = ready(self._grammar, token) or seeking(self._tree, token)
        operator = replace(operator, operator="refuse" if unwilling else "intend" if meant else operator.operator)
        doers = self._addressing.doers(token, operator)
        addressees = self._addressing.addressees(token, operator)
        found: list[Proto] = []
        for inner in (one for one in self._governed_by(token) if carried_by(self._tree, one) != token):
            said = operator.operator in {"appeal", "demand"} and not self._open(inner)
            if said or not self._bidden(token, inner):
                continue
            if operator.operator in _UNDONE and self._grammar.is_verb(inner):
                self._govern(inner, operator.operator)  # "refuses to let lawmakers visit": nor do they visit
            for proto in self._protos(inner):
                proto = replace(proto, status="happened") if unwilling else proto  # noqa: PLW2901
                found.extend(self._of_inner(proto, inner, token, operator, doers, addressees))
        if not found and (self._bids(token, operator) or self._foretold(token, operator, {*doers, *addressees})):
            found.extend(self._unframed(token, operator, doers, addressees))
        found = [uttered(announced(proto)) for proto in found]
        if operator.pos != "verb" and operator.operator in {"intend", "agree", "propose"} and lacking(self._tree, token):
            found = [self._assertion.refused(proto, self._lexicon) for proto in found]
        return found

    def _of_inner(
        self, proto: Proto, inner: int, token: int, operator: Operator, doers: list[Actor], addressees: list[Actor]
    ) -> Iterator[Proto]:
        """Yield what an operator makes of one act that it governs, and note that this is then no act of its own."""
        others = [actor for actor in proto.sources if actor.key not in {doer.key for doer in doers}]
        heard = self._addressing.addressed
        if operator.lemma == "warn" and self._grammar.is_shunned(token, inner, named=not heard(token, operator)):
            self._govern(inner, operator.operator)
            return
        if self._stands_alone(token, operator, proto, others):
            return
        resumed = operator.operator == "resume" or decreed(self._grammar, token, operator, inner) or self._settled(token, proto)
        code = proto.code if resumed else self._lexicon.compose(operator.operator, proto.code)
        thanked = operator.lemma == "thank" and proto.code[:3] in _GIVEN
        if thanked or (operator.operator == "fault" and not self._grammar.is_verb(proto.trigger)):
            # "condemned the strike on Kyiv", "thanked Oman for sending tents": it did take place
            self.aims[proto.trigger] = tuple(doers)
            self.thanked |= {proto.trigger} if thanked else set()
        else:
            self._govern(proto.trigger, operator.operator)
            self._govern(inner, operator.operator)
        if operator.operator == "intend" and proto.status == "negated":  # "decided not to renew" refuses
            code = self._lexicon.compose("refuse", proto.code) if proto.code < "09" else None
            proto = replace(proto, status="happened", kind="oneway")
        instead = warned_off(self._grammar, inner, token, operator, (doers, addressees)) or kept_away(
            proto, token, operator, doers, addressees
        )
        if instead is not None:
            yield instead
        else:
            yield from self._made(proto, code, token, operator, doers, addressees)

    def _unframed(self, token: int, operator: Operator, doers: list[Actor], addressees: list[Actor]) -> Iterator[Proto]:
        """Yield the bare act of an operator whose matter is in no frame; refused or threatened is whose thing it is about."""
        if (operator.operator == "refuse" or operator.lemma == "threaten") and not addressees and operator.pos == "verb":
            ways = ("to", "with", "from", "against", "on") if operator.operator == "refuse" else ("against",)
            governed = self._grammar.complements(token)
            theirs = [head for clause in governed for head in self._grammar.objects(clause)]
            heads = [head for head in (*self._grammar.objects(token), *theirs) if head > token]
            addressees = [one for one in self._filling.named(heads) if one.key not in {doer.key for doer in doers}] or [
                actor for clause in governed for actor in self._filling.fill(clause, ways)
            ]
        code = self._lexicon.compose(operator.operator, None) or self._addressing.word_given(token, operator)
        if operator.operator == "agree" and len({doer.key for doer in doers}) > 1:
            yield Proto("030", tuple(doers), (), "mutual", operator.rule_id, token, rank=1, operators=("agree",))
        elif code is not None and (addressees or operator.pos == "verb"):
            rank = 1 if addressees and operator.pos == "verb" else 0
            yield Proto(
                code,
                tuple(doers),
                tuple(addressees),
                "oneway",
                operator.rule_id,
                token,
                rank=rank,
                operators=(operator.operator,),
            )

    def _stands_alone(self, token: int, operator: Operator, proto: Proto, others: list[Actor]) -> bool:
        """Whether an operator makes nothing of an act: "warned that Russia would attack", talks that "are expected to begin"."""
        if operator.operator == "threaten":
            to_do = operator.pos == "noun" and self._tree.is_infinitive(proto.trigger)  # "faces the threat to halt imports"
            return bool(others) and proto.trigger != token and not to_do
        ending = any(self._tree.lemmas[clause] in ENDING for clause in self._tree.kids(token, "xcomp"))  # "scheduled to end"
        planned = operator.operator == "intend" and (proto.status == "announced" or ending)
        tried = operator.lemma == "seek" and proto.code == "045"  # who seeks to mediate does (`Wishes`)
        return tried or (planned and not self._grammar.is_verb(proto.trigger))

    def _made(
        self, proto: Proto, code: str | None, token: int, operator: Operator, doers: list[Actor], addressees: list[Actor]
    ) -> Iterator[Proto]:
        """Yield the composed act, the rallying of others against whom they are to punish, and what is agreed to do to a third."""
        if operator.operator == "appeal" and (addressees or self._addressing.addressed(token, operator)):
            yield from rallied(proto, doers, addressees, operator.rule_id, token)
        if operator.operator == "agree" and (self._grammar.is_verb(proto.trigger) or proto.kind != "oneway"):
            to_thirds = list(agreed_on(self._lexicon, proto, token, operator, (*doers, *addressees)))
            yield from to_thirds
            code = "030" if code is not None and any(one.kind == "oneway" for one in to_thirds) else code
        if code is not None:
            yield self._merge(proto, code, token, operator, doers, addressees)

    def _settled(self, token: int, proto: Proto) -> bool:
        """Whether the act itself is done: talks that came to their end were held, a measure that is decided is taken."""
        lemma = self._tree.lemmas[token]
        if lemma == "decision":
            return proto.code[:2] in _MEASURED_ROOTS and self._grammar.is_verb(proto.trigger)
        return lemma in _WINDING_UP and proto.code[:2] == "04" and self._grammar.is_verb(token)

    def _bids(self, token: int, operator: Operator) -> bool:
        """Whether an operator governs something, be it in no frame: "urged Japan to be careful", but not "told reporters"."""
        clauses = self._grammar.complements(token)
        if operator.operator in {"appeal", "demand", "threaten"}:
            return any(self._open(clause) and self._tree.lemmas[clause] not in LOOMING for clause in clauses)
        return operator.operator in {"refuse", "accuse"} or bool(clauses)

    def _foretold(self, token: int, operator: Operator, parties: set[Actor]) -> bool:
        """Whether somebody is warned of what he or the speaker will meet: "warned Japan that it would pay"."""
        keys = {actor.key for actor in parties}
        clauses = self._tree.kids(token, "ccomp") if operator.operator == "threaten" and operator.pos == "verb" else []
        subjects = [subject for clause in clauses for subject in self._tree.kids(clause, "nsubj", "nsubjpass", "expl")]
        return bool(clauses) and {actor.key for actor in self._filling.named(subjects)} <= keys

    def _bidden(self, token: int, inner: int) -> bool:
        """Whether a word governs an act: who directs attacks bids nobody, who resolves a rift means to have none."""
        return self._tree.lemmas[token] not in {"direct", "resolve"} or self._grammar.is_verb(inner)

    def _open(self, clause: int) -> bool:
        """Whether a clause is an infinitive, a gerund or a subjunctive: something to be done, not something said to be so."""
        tree = self._tree
        if not self._grammar.is_verb(clause) and tree.pos[clause] != "AUX":
            return True
        auxiliaries = {tree.lemmas[aux] for aux in tree.kids(clause, "aux", "auxpass")}
        if any(tree.tags[aux] in {"VBD", "VBZ", "VBP"} for aux in tree.kids(clause, "aux", "auxpass")):
            return False  # "told the council that Iran was supplying arms"
        bare = {tree.words[aux].lower() for aux in tree.kids(clause, "auxpass")} == auxiliaries == {"be"}  # "be let through"
        plain = tree.words[clause].lower() == tree.lemmas[clause] and not auxiliaries
        # "demanding that the United States lift", with or without "that"
        subjunctive = bare or (plain and (tree.kid(clause, "mark") is not None or tree.lemmas[tree.head[clause]] in _BIDDING))
        return "to" in auxiliaries or subjunctive or (tree.tags[clause] in {"VB", "VBG"} and not auxiliaries - {"be", "not"})

    def _govern(self, token: int, operator: str) -> None:
        self.governed.setdefault(token, _GOVERNED_STATUS.get(operator, "hypothetical"))

    def _merge(
        self, proto: Proto, code: str, token: int, operator: Operator, doers: list[Actor], addressees: list[Actor]
    ) -> Proto:
        """Fill the sides of a composed act."""
        keys = {actor.key for actor in doers}
        if operator.operator in {"appeal", "demand", "accuse", "allow"}:
            others = [actor for actor in asked(proto, operator) if actor.key not in keys]
            own = operator.operator == "allow" and addressees and {one.key for one in addressees} <= keys
            targets = others if own else addressees or ([] if self._addressing.addressed(token, operator) else others)
            kind, sources = "oneway", doers  # "Washington let Nvidia sell chips to Peru" favours Peru
            if operator.operator == "appeal" and not addressees and proto.code[:2] in PUNISHING:
                # "called for sanctions against Moscow" is none to Moscow; "called on the world to shun it" rallies others
                many = any(self._tree.lemmas[part] in SOMEBODY for part in self._grammar.prepositional(token, "on"))
                code, targets = "113" if many else "110", targets if proto.status != "negated" else []  # "not to sanction Russia"
            undone = proto.status == "negated" and proto.code != "042" and self._grammar.is_verb(proto.trigger)
            if undone and targets:  # "urged Serbia not to arm Kyiv"
                code, proto = self._lexicon.compose(operator.operator, None) or code, replace(proto, status="happened")
        elif operator.operator == "refuse" and keys and [actor for actor in proto.sources if actor.key not in keys]:
            # "China opposes U.S. talks with Taiwan" rejects what the United States does.
            kind, sources = "oneway", doers
            targets = [actor for actor in proto.sources if actor.key not in keys]
            code = self._lexicon.compose("refuse", None) or code
        else:
            sources = doers or list(proto.sources)
            others = [actor for actor in proto.targets if actor.key not in {a.key for a in sources}]
            if proto.kind in {"mutual", "visit"} and not others:
                others = [actor for actor in proto.sources if actor.key not in {a.key for a in sources}]
            targets = others or [actor for actor in addressees if actor.key not in {a.key for a in sources}]
            kept = operator.operator in {"agree", "intend", "resume"} or code == proto.code
            kind = proto.kind if kept else "oneway"
            if operator.operator == "agree" and (len(keys) > 1 or addressees):
                kind = "mutual"
                targets = [] if len(keys) > 1 else list(addressees)
            kind = "mutual" if kind == "visit" else kind
            if operator.operator == "intend" and len(keys) == 1 and is_own_word(operator.lemma, proto):
                kind = "oneway"
        chain = (operator.operator, *proto.operators)
        if operator.operator == "threaten" and proto.status == "hypothetical":
            proto = replace(proto, status="happened")  # what may be done is only threatened; the threat is made
        return replace(
            proto,
            code=code,
            sources=tuple(sources),
            targets=tuple(targets),
            kind=kind,
            rule_id=f"{operator.rule_id}({proto.rule_id})",
            trigger=token,
            rank=8,
            operators=chain,
        )
