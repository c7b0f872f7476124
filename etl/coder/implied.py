"""Targets that are not named with their verb but by the occasion: "Japan protested after the North fired a missile".

A protest, demand, warning or show of force answers somebody. Where its own phrases name nobody, whoever does something in the
clause it hangs on or that hangs on it is meant.
"""

from collections.abc import Callable, Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import replace

from etl.coder.actors import Actor
from etl.coder.acts import Proto
from etl.coder.assertion import CONTACTING
from etl.coder.filling import RESPONSES
from etl.coder.replies import OCCASIONS, UNFRIENDLY, Replies
from etl.coder.scenes import HOLDING
from etl.coder.slots import Grammar
from etl.dictionaries import ActLexicon
from etl.records import LIVE

_ANSWERS = frozenset({"02", "10", "11", "12", "13", "14", "15"})
_MOVING = frozenset({"prompt", "force", "lead", "cause", "spur", "compel", "provoke", "oblige", "push", "drive"})
_PAYING_BACK = frozenset({"retaliate", "reciprocate", "counterattack"})
_IN_KIND = frozenset({"11", "15", "16", "17", "19"})
_FRIENDLY = frozenset({"01", "02", "03", "04", "05", "06", "07", "08"})
_GRIEVANCES = frozenset({"over", "at", "about", "after", "following"})
_CROWDING = frozenset({"rally", "march", "gather", "demonstrate", "protest", "assemble", "parade", "turn"})
_STANCES = frozenset({"051", "110", "111", "112", "120"})
_MESSAGES = frozenset(
    {"message", "warning", "signal", "response", "answer", "reaction", "threat", "show", "retaliation", "challenge"}
)
_FIRING = frozenset({"fire", "shoot", "launch", "unleash"})
_PROMISING = frozenset({"pledge", "promise", "offer", "vow", "extend"})
_KNOWN = 8  # so many CAMEO roots a noun may stand for and still tell what is meant
_SPITE = frozenset({"despite", "over", "against", "amid", "ignoring", "defying", "notwithstanding"})
_OBJECTIONS = frozenset({"objection", "protest", "opposition", "warning", "threat", "criticism", "condemnation"})
_PLEAS = frozenset({"demand", "plea", "appeal", "call", "request"})
_JUDGEMENTS = frozenset({"110", "111", "114"})
_REACHING = frozenset({"reach", "arrive", "come", "go"})
_SITES = frozenset({"in", "on", "near", "at", "off", "around", "over", "inside", "outside"})
_SAID_TO = frozenset({"02", "03", "10", "11", "13"})
_AGAINST = frozenset({"02", "10", "11", "12"})
_TALKING = frozenset({"hold", "meet", "speak", "talk", "visit", "change"})
_MOVED_BY = {
    "02": frozenset({"at", "after", "despite", "following", "on"}),
    "06": frozenset({"after", "following", "on", "with", "from"}),
    "07": frozenset({"with"}),
    "13": frozenset({"after", "despite", "following"}),
    "10": frozenset({"under", "at", "despite", "after", "amid", "following"}),
}


class Implied:
    """Finds implied targets in one parsed sentence."""

    def __init__(self, grammar: Grammar, protos: Callable[[int], list[Proto]], lexicon: ActLexicon) -> None:
        """Take the sentence's slots, the acts found at each token, and the frames."""
        self._lexicon = lexicon
        self._grammar = grammar
        self._tree = grammar.tree
        self._protos = protos
        self._replies = Replies(grammar, lexicon)

    def aimed(self, proto: Proto) -> Proto:
        """Return the act with whom it answers as target; unchanged where it has one, is no answer, or nobody is meant."""
        own = {actor.key for actor in proto.sources}
        if own and proto.code[:3] in _STANCES and self._of_a_clause(proto):
            proto = replace(proto, targets=())
        if own and proto.status in LIVE and self._replies.judges_it(proto):
            proto = self._replies.pointed(replace(proto, targets=()), proto.trigger, UNFRIENDLY)
        named = {actor.key for actor in proto.targets} - own
        if not named and own and self._tree.lemmas[proto.trigger] in _PAYING_BACK:
            return self._paid_back(proto, own)
        if not named and (self._tree.lemmas[proto.trigger] in _CROWDING or proto.code[:2] == "14") and proto.status in LIVE:
            proto = self._rallied(proto)
            named = {actor.key for actor in proto.targets}
        if own and proto.code[:2] == "15" and proto.status in LIVE and (seen := self._messaged(proto, own)):
            return replace(proto, targets=tuple(seen), rule_id=f"{proto.rule_id}~occasion")
        if named or not own or proto.kind != "oneway" or proto.status not in LIVE:
            return proto
        return self._found(proto, own)

    def _of_a_clause(self, proto: Proto) -> bool:
        """Whether what is judged is no country but what was done there: "struck posts in Iraq, which Iran condemned"."""
        tree = self._tree
        above = tree.head[proto.trigger]
        which = [kid for kid in tree.kids(proto.trigger, "dobj") if tree.words[kid].lower() == "which"]
        place = tree.deps[above] == "pobj" and tree.lemmas[tree.head[above]] in _SITES
        return bool(which) and tree.words[which[0] - 1] == "," and place and tree.deps[proto.trigger] == "relcl"

    def _found(self, proto: Proto, own: set[str]) -> Proto:
        """Return an act that names no target with whom the sentence, else an earlier one, means."""
        if proto.code[:3] == "045":
            return self._mediated(proto, own)
        answered = [actor for actor in self._answering(proto) if actor.key not in own and actor.country]
        if answered:
            return replace(proto, targets=tuple(answered), rule_id=f"{proto.rule_id}~answered", operators=("answered",))
        if moved := [actor for actor in self._moved(proto) if actor.key not in own and actor.country]:
            return replace(proto, targets=tuple(moved), rule_id=f"{proto.rule_id}~moved", operators=("answered",))
        verb = self._verb(proto)
        if verb is None:
            return proto
        summed = {actor.key: actor for actor in self._summed(verb) if actor.key not in own and actor.country}
        if summed and proto.code[:3] in _STANCES:
            return replace(proto, targets=tuple(summed.values()), rule_id=f"{proto.rule_id}~move")
        if proto.code[:2] == "19" and self._tree.lemmas[verb] in _FIRING:
            answered = [actor for actor in self._below(verb, "19") if actor.key not in own and actor.country]
            if answered:  # "fired rounds across the border after North Korea shelled a loudspeaker"
                return replace(proto, targets=tuple(answered), rule_id=f"{proto.rule_id}~occasion")
        if proto.code[:2] in {"03", "05"} and (told := [one for one in self._spoken_to(proto, verb) if one.key not in own]):
            return replace(proto, targets=tuple(told), rule_id=f"{proto.rule_id}~occasion")
        struck = [actor for actor in self._struck(verb) if actor.key not in own and actor.country]
        if struck and proto.code[:2] == "05" and self._tree.lemmas[verb] in _PROMISING:
            proto = replace(proto, code="033", status="announced")  # "pledges support after a quake rattles Nepal"
        if struck and (proto.code[:2] == "07" or proto.code[:3] in {"033", "018"}):
            return replace(proto, targets=tuple(struck[:1]), rule_id=f"{proto.rule_id}~occasion")
        if proto.code[:2] not in _ANSWERS or (proto.code[:2] == "15" and self._in_person(proto)):
            return self._replies.settled(proto, verb)
        for found in (
            self._spoken_to(proto, verb),
            self._below(verb, proto.code[:2]),
            self._above(verb),
            self._grievances(verb),
            self._provokers(verb, own),
            self._beside(proto, verb, own),
            self._jailers(proto, verb),
        ):
            targets = {actor.key: actor for actor in found if actor.key not in own and actor.country}
            if targets:
                return replace(proto, targets=tuple(targets.values()), rule_id=f"{proto.rule_id}~occasion")
        if beside := self._doers_beside(proto, verb, own):
            return replace(proto, targets=tuple(beside), rule_id=f"{proto.rule_id}~occasion")
        return self._replies.settled(proto, verb)

    def _beside(self, proto: Proto, verb: int, own: set[str]) -> list[Actor]:
        """Return whom the same doer blames or threatens in the clause beside: "accused Armenia and warned of a response"."""
        if proto.code[:2] not in {"10", "11", "13"} or self._replies.about_something(verb):
            return []
        first = self._tree.head[verb] if self._tree.deps[verb] == "conj" else verb
        for clause in self._tree.conjuncts(first):
            for other in self._protos(clause) if clause < verb else ():
                aimed = [actor for actor in other.targets if actor.key not in own and actor.country]
                if aimed and own == {actor.key for actor in other.sources} and other.code[:2] in UNFRIENDLY | {"10"}:
                    return aimed
        return []

    def _spoken_to(self, proto: Proto, verb: int) -> list[Actor]:
        """Return whom somebody writes to or calls in order to say it: "wrote to China asking for a loan", "phoned to protest"."""
        tree = self._tree
        above = tree.head[verb]
        if tree.deps[verb] != "advcl" or tree.lemmas[above] not in CONTACTING or proto.code[:2] not in _SAID_TO | {"05"}:
            return []
        return [actor for other in self._protos(above) for actor in other.targets]

    def _struck(self, verb: int) -> list[Actor]:
        """Return whom a disaster struck after which somebody helps: "pledges support after a quake rattles the Philippines"."""
        tree, grammar, disasters = self._tree, self._grammar, self._lexicon.classes["disaster"]
        found: list[Actor] = []
        for clause in tree.kids(verb, "advcl"):
            if any(tree.lemmas[subject] in disasters for subject in tree.kids(clause, "nsubj")):
                found += [actor for thing in grammar.objects(clause) for actor in grammar.actors(thing)]
        for after in ("after", "following", "for", "over"):
            for noun in grammar.prepositional(verb, after):
                if tree.lemmas[noun] in disasters:
                    places = [place for at in ("in", "of", "off") for place in grammar.prepositional(noun, at)]
                    found += [*grammar.possessors(noun), *(actor for place in places for actor in grammar.actors(place))]
        return found

    def _answering(self, proto: Proto) -> list[Actor]:
        """Return who answers what somebody says to him: "Moscow rejects US demands", "Kyiv bowed to a Polish request"."""
        tree, grammar, noun = self._tree, self._grammar, proto.trigger
        if proto.code[:2] in _SAID_TO and tree.deps[noun] == "nsubj" and tree.lemmas[tree.head[noun]] in _REACHING:
            verb = tree.head[noun]  # "Kyiv's request reached Washington"
            places = [*grammar.objects(verb), *(part for to in ("in", "to", "at") for part in grammar.prepositional(verb, to))]
            return [actor for place in places for actor in grammar.actors(place)]
        if proto.code[:2] not in _SAID_TO or grammar.is_verb(noun) or tree.deps[noun] not in {"dobj", "pobj", "nsubjpass"}:
            return []
        if (doer := self._in_spite(noun)) is not None:
            return [actor for agent in grammar.agents(doer) for actor in grammar.actors(agent)]
        above = tree.head[noun]
        verb = tree.head[above] if tree.deps[noun] == "pobj" else above
        if not grammar.is_verb(verb) or tree.lemmas[verb] not in self._lexicon.classes["answering"]:
            return []
        if tree.deps[noun] == "pobj" and tree.lemmas[above] not in {"to", "off", "with"}:
            return []
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
        verb = tree.head[above]
        verb = tree.head[verb] if tree.deps[verb] == "dobj" else verb  # "cancelled the trip under pressure from", hung too low
        if tree.lemmas[above] == "with" and {tree.words[det].lower() for det in tree.kids(noun, "det")} & {"no", "any"}:
            return []
        if (not grammar.is_verb(verb) and tree.pos[verb] != "AUX") or tree.deps[verb] == "advcl" or tree.lemmas[verb] in _TALKING:
            return []
        doers = grammar.agents(verb) if grammar.is_verb(verb) else tree.kids(verb, "nsubj")
        return [actor for agent in doers for actor in grammar.actors(agent)]

    def _in_spite(self, noun: int) -> int | None:
        """Return the verb of what is done in spite of what somebody says: "signed the pact over Beijing's objections"."""
        tree = self._tree
        first = tree.head[noun] if tree.deps[noun] == "conj" else noun
        prep = tree.head[first]
        if tree.deps[first] != "pobj" or tree.words[prep].lower() not in _SPITE:
            return None
        if tree.lemmas[noun] not in (_OBJECTIONS | _PLEAS if tree.lemmas[prep] == "despite" else _OBJECTIONS):
            return None
        return tree.head[prep] if self._grammar.is_verb(tree.head[prep]) else None

    def _messaged(self, proto: Proto, own: set[str]) -> list[Actor]:
        """Return to whom a show of force is said to speak: "flew bombers in a message to Pyongyang", "as a warning to Iran"."""
        tree, grammar = self._tree, self._grammar
        words = [
            noun for way in ("in", "as") for noun in grammar.prepositional(proto.trigger, way) if tree.lemmas[noun] in _MESSAGES
        ]
        heads = [part for noun in words for to in ("to", "at", "against") for part in grammar.prepositional(noun, to)]
        heads += grammar.prepositional(proto.trigger, "to") if words else []
        return [actor for part in heads for actor in grammar.actors(part) if actor.key not in own and actor.country]

    def _rallied(self, proto: Proto) -> Proto:
        """Return a crowd's act with whom it came to speak against: "Hundreds rallied in Seoul to condemn Japan's plan"."""
        tree, grammar, verb = self._tree, self._grammar, proto.trigger
        aims = [clause for clause in tree.kids(verb, "advcl", "xcomp") if clause > verb and tree.tags[clause] in {"VB", "VBG"}]
        for against in (inner for clause in aims for inner in self._protos(clause) if inner.code[:2] in _AGAINST | {"16", "17"}):
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
            if len(parties) > 1:
                return replace(proto, targets=tuple(parties.values()), rule_id=f"{proto.rule_id}~occasion")
        return proto

    def _paid_back(self, proto: Proto, own: set[str]) -> Proto:
        """Return a retaliation with its provoker as target, in kind: tariffs for tariffs, fire for fire."""
        for provoked in self._provocations(proto.trigger, own):
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

    def _summed(self, verb: int) -> Iterator[Actor]:
        """Yield who did what a clause in between takes up: "Russia shut the strait, a move that Oman condemned"."""
        tree, grammar = self._tree, self._grammar
        above = tree.head[verb]
        if tree.deps[verb] == "pcomp":  # "blocked the road, in what Armenia called a siege"
            whats = {tree.words[kid].lower() for kid in tree.kids(verb, "dobj")}
            if tree.lemmas[above] not in {"in", "for"} or "what" not in whats:
                return
        elif tree.deps[verb] not in {"relcl", "acl"}:
            return
        elif grammar.cast.heads.get(above):  # "bombed a tower in Doha, which Qatar called cowardly"
            which = [kid for kid in tree.kids(verb, "dobj") if tree.words[kid].lower() == "which" and tree.words[kid - 1] == ","]
            if not which or tree.deps[above] != "pobj" or tree.lemmas[tree.head[above]] not in _SITES:
                return
        elif tree.pos[above] != "NOUN":
            return
        elif not grammar.sums_up(above):
            said = tree.kids(verb, "ccomp")  # "a verdict which Canberra said was harsh"
            parts = tree.kids(verb, "dobj", "nsubjpass") + [kid for clause in said for kid in tree.kids(clause, "nsubj")]
            which = [kid for kid in parts if tree.words[kid].lower() == "which"]
            if not which or tree.words[which[0] - 1] != "," or tree.kids(above, "poss", "prep"):
                return
        clause = next((token for token in tree.ancestors(above) if grammar.is_verb(token)), None)
        if clause is not None:
            # "protested to China over the drill, which Canberra called disappointing"
            blamed = [actor for other in self._protos(clause) if other.code[:2] == "11" for actor in other.targets]
            if blamed and tree.deps[above] == "pobj":
                yield from blamed
                return
            for agent in grammar.agents(clause):
                yield from grammar.actors(agent, loose=True)

    def _jailers(self, proto: Proto, verb: int) -> Iterator[Actor]:
        """Yield who holds those whose release is asked for: "demanded the release of two men held by Chinese police"."""
        tree, grammar = self._tree, self._grammar
        if proto.code[:2] not in {"02", "10"}:
            return
        for token in tree.subtree(verb):
            if token > verb and tree.deps[token] in {"relcl", "acl"} and tree.lemmas[token] in HOLDING and grammar.passive(token):
                for agent in grammar.agents(token):
                    yield from grammar.actors(agent, loose=True)
                for place in grammar.prepositional(token, "in"):
                    yield from grammar.actors(place)

    def _below(self, verb: int, root: str) -> Iterator[Actor]:
        """Yield who acts in the clauses of occasion that hang on a verb; a threat's is also a condition ("if Seoul attacks")."""
        tree = self._tree
        for clause in tree.kids(verb, "advcl"):
            if root == "13" and self._marks(clause) & {"if", "unless"}:
                yield from (actor for agent in self._grammar.agents(clause) for actor in self._grammar.actors(agent, loose=True))
            if self._marks(clause) & OCCASIONS:
                yield from self._doers(clause)
        for prep in tree.kids(verb, "prep"):
            if tree.lemmas[prep] in OCCASIONS:
                for inner in tree.kids(prep, "pobj", "pcomp"):
                    yield from self._doers(inner)
            if tree.lemmas[prep] == "in":  # "in response to North Korea's launches"
                answers = [noun for noun in tree.kids(prep, "pobj") if tree.lemmas[noun] in RESPONSES]
                for inner in (inner for noun in answers for inner in self._grammar.prepositional(noun, "to")):
                    yield from self._grammar.actors(inner, loose=True)

    def _above(self, verb: int) -> Iterator[Actor]:
        """Yield who acts where a verb tells of the answer: "Taiwan hails its deal with the US as China protests"."""
        tree = self._tree
        if tree.lemmas[tree.head[verb]] in _MOVING and tree.deps[verb] in {"xcomp", "ccomp"}:
            for agent in self._grammar.agents(tree.head[verb]):  # "bombers flew by, prompting Japan to scramble jets"
                yield from self._grammar.actors(agent, loose=True)
        if tree.deps[verb] == "advcl" and self._marks(verb) & {"as", "while"}:
            above = tree.head[verb]
            for proto in self._protos(above):
                if proto.status in LIVE and proto.code[:2] not in _ANSWERS:
                    yield from proto.sources
                    yield from proto.targets

    def _provokers(self, verb: int, own: set[str]) -> Iterator[Actor]:
        """Yield who did something to the one that answers, in the clause beside: "Trump taxes steel, Beijing retaliates"."""
        for proto in self._provocations(verb, own):
            yield from (actor for actor in proto.sources if actor.key not in own)

    def _provocations(self, verb: int, own: set[str]) -> Iterator[Proto]:
        """Yield the unfriendly acts done to the one that answers in the clauses beside a verb."""
        tree = self._tree
        beside = [*tree.conjuncts(verb), tree.head[verb], *tree.kids(verb, "ccomp", "parataxis", "dep", "advcl")]
        beside += [token for token in range(len(tree)) if tree.head[token] == token]
        for clause in dict.fromkeys(beside):
            for proto in self._protos(clause) if clause != verb else ():
                if proto.status in LIVE and proto.code[:2] not in _FRIENDLY and own & {actor.key for actor in proto.targets}:
                    yield proto

    def _doers_beside(self, proto: Proto, verb: int, own: set[str]) -> list[Actor]:
        """Return who did what somebody judges in the clause behind: "Israel bombed the port, and Oman condemned the raid"."""
        tree = self._tree
        roots = self._replies.judged(verb) if proto.code[:3] in _JUDGEMENTS else frozenset()
        top = verb
        while tree.deps[top] in {"ccomp", "acomp", "xcomp"} and tree.head[top] < top:
            top = tree.head[top]  # "and the ministry said that it was dismayed"
        if tree.deps[top] in {"relcl", "acl"} or (tree.deps[top] == "advcl" and "<" not in proto.rule_id):
            return []
        beside = [tree.head[top], *tree.conjuncts(tree.head[top] if tree.deps[top] == "conj" else top)]
        beside += [*tree.kids(top, "ccomp", "parataxis", "dep"), *(part for part in range(top) if tree.head[part] == part)]
        for clause in sorted({part for part in beside if part < top}, reverse=True) if roots else ():
            if doers := self._did(clause, top, roots):
                return [] if own & {actor.key for actor in doers} else doers
        return []

    def _did(self, clause: int, top: int, roots: AbstractSet[str]) -> list[Actor]:
        """Return who did something of these roots in a clause; whatever he did, where anything may be meant."""
        tree, grammar = self._tree, self._grammar
        within: Iterable[int] = [clause, *tree.kids(clause, "dobj")]
        if len(roots) < _KNOWN:
            within = [token for token in reversed(tree.subtree(clause)) if token < top and top not in tree.ancestors(token)]
        for token in within:
            told = [part for part in self._protos(token) if part.status in LIVE and part.code[:2] in roots and part.sources]
            if told and told[0].code[:2] == "11":  # who judges too, judges the same
                return list(told[0].targets)
            if told:
                return list(told[0].sources)
        agents = grammar.agents(clause) if grammar.is_verb(clause) or tree.kids(clause, "nsubj") else []
        return [actor for agent in agents for actor in grammar.actors(agent, loose=True)]

    def _grievances(self, verb: int) -> Iterator[Actor]:
        """Yield to whom the thing belongs that a verb is about: "protests over Tokyo's remarks"."""
        for prep in self._tree.kids(verb, "prep"):
            if self._tree.lemmas[prep] in _GRIEVANCES:
                for noun in self._tree.kids(prep, "pobj"):
                    yield from self._grammar.possessors(noun)

    def _doers(self, token: int) -> Iterator[Actor]:
        """Yield the sources of the acts told in a clause or noun phrase."""
        for part in self._tree.conjuncts(token):
            for proto in self._protos(part):
                if proto.status in LIVE and proto.code[:2] != "01":
                    yield from proto.sources

    def _marks(self, clause: int) -> set[str]:
        return {self._tree.words[word].lower() for word in self._tree.kids(clause, "mark", "advmod")}
