"""What an act is on its way through the coder: a `Proto` with open sides, then a directed `Act` between two actors."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from etl.coder.actors import Actor
from etl.coder.grammar.slots import Grammar
from etl.coder.vote import Vote
from etl.dictionaries import Operator

_MOST_TOGETHER = 5
"""More in one phrase are a conference ("the P5+1 in talks in Geneva"), whose members do not each treat with each."""
VISIT = {"042": "043", "043": "042"}
"""The code of a visit as the other side has it."""


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
    """One directed act between two actors, ready to become a mention.

    `vote` is the relation model's, where it has one; `confidence` is the share of such cases that were right on our own gold,
    None where the rules stand alone.
    """

    source: Actor
    target: Actor
    code: str
    status: str
    rule_id: str
    trigger: int
    rank: int
    speaker: str | None
    operators: tuple[str, ...]
    vote: Vote | None = None
    confidence: float | None = None


def complete(proto: Proto) -> bool:
    """Whether both sides of an act are known."""
    return bool(proto.sources) and bool(proto.targets or (proto.kind == "mutual" and len(proto.sources) > 1))


def best(protos: list[Proto]) -> list[Proto]:
    """Return the best readings of one trigger: complete ones first, then the highest rank, one code for one pair."""
    if not protos:
        return []
    whole = [proto for proto in protos if complete(proto)]
    half = [proto for proto in protos if proto.targets or proto.sources]
    pool = whole or half or protos
    top = max(proto.rank for proto in pool)
    return [next(proto for proto in pool if proto.rank == top)]


def announced(proto: Proto) -> Proto:
    """Return an act with status announced where its code is an intent (03x)."""
    return replace(proto, status="announced") if proto.code[:2] == "03" and proto.status == "happened" else proto


def _hosted(proto: Proto, grammar: Grammar) -> str | None:
    """Return the party in whose capital or country a meeting took place: the coding rules make the others' part a visit."""
    if proto.kind != "mutual" or proto.code not in {"040", "046"}:
        return None
    parties = {actor.key for actor in (*proto.sources, *proto.targets)}
    guests = {
        actor.key
        for actor in (*proto.sources, *proto.targets)
        if actor.head >= 0
        and any(grammar.tree.words[word].lower() == "visiting" for word in grammar.tree.kids(actor.head, "amod"))
    }
    if len(parties) == 2 and len(guests) == 1:
        return next(iter(parties - guests))  # "met visiting Brazilian President Lula"
    met = [actor.head for actor in (*proto.sources, *proto.targets) if actor.basis == "person" and actor.head > proto.trigger]
    for place in (place for holder in (proto.trigger, *met) for place in grammar.prepositional(holder, "in")):
        for actor in grammar.cast.heads.get(place, ()):
            if actor.key in parties and actor.basis in {"capital", "city", "name"} and len(parties) > 1:
                return actor.key
    return None


_INCLINED = frozenset("commit committed willing ready eager keen seek".split(" "))
_COURTED = frozenset({"050", "060", "061"})
PUNISHING = frozenset({"16", "17", "18", "19", "20"})


def rallied(proto: Proto, callers: list[Actor], called: list[Actor], rule_id: str, trigger: int) -> Iterator[Proto]:
    """Yield the rallying against somebody in "urged the United Nations to impose sanctions on North Korea"."""
    keys = {actor.key for actor in (*callers, *called)}
    against = tuple(actor for actor in proto.targets if actor.key not in keys)
    if proto.code[:2] in PUNISHING and proto.status != "negated" and callers and against:
        chain = ("appeal", *proto.operators)
        yield Proto("113", tuple(callers), against, "oneway", f"{rule_id}({proto.rule_id})", trigger, rank=8, operators=chain)


def endangered(grammar: Grammar, verb: int, rule_id: str) -> Iterator[Proto]:
    """Yield what a thing threatens to do, as a mere statement: "tariffs threaten to hurt Vietnam's exporters"."""
    things = [thing for clause in grammar.complements(verb) for thing in grammar.objects(clause)]
    doers, sufferers = (
        [actor for part in side for actor in grammar.actors(part, loose=True)] for side in (grammar.agents(verb), things)
    )
    if doers and sufferers:
        yield Proto("010", tuple(doers), tuple(sufferers), "oneway", rule_id, verb, rank=8, operators=("threaten",))


def warned_off(
    grammar: Grammar, clause: int, token: int, operator: Operator, sides: tuple[list[Actor], list[Actor]]
) -> Proto | None:
    """Return the bare warning where a clause is what somebody is warned against doing, no act of the one who warns."""
    if operator.operator != "threaten" or not sides[1] or not grammar.is_verb(token):
        return None
    preposition = grammar.tree.head[clause]
    if grammar.tree.deps[clause] != "pcomp" or grammar.tree.lemmas[preposition] not in {"against", "over", "about"}:
        return None
    return Proto("130", tuple(sides[0]), tuple(sides[1]), "oneway", operator.rule_id, token, rank=8, operators=("threaten",))


def is_own_word(lemma: str, inner: Proto) -> bool:
    """Whether an intent binds only whoever has it: who vows closer ties with somebody, or is willing to meet him."""
    return inner.code[:3] in _COURTED or lemma in _INCLINED


def _no_press(parties: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Return the parties that are no newspaper, agency or broadcaster, nor of one."""
    return tuple(actor for actor in parties if actor.role != "MED")


def directed(proto: Proto, grammar: Grammar) -> Iterator[Act]:
    """Yield the directed acts of a proto: source to target, both ways where mutual, visitor and host where a visit."""
    host = _hosted(proto, grammar)

    def act(source: Actor, target: Actor, code: str) -> Act:
        if host is not None and host in {source.key, target.key}:
            code = "042" if target.key == host else "043"
        return Act(source, target, code, proto.status, proto.rule_id, proto.trigger, proto.rank, proto.speaker, proto.operators)

    if proto.code[:2] == "04":  # who gives an interview consults nobody
        proto = replace(proto, sources=_no_press(proto.sources), targets=_no_press(proto.targets))
        if not proto.sources or (not proto.targets and proto.kind != "mutual"):
            return
    targets = proto.targets
    if proto.kind == "mutual" and not [t for t in targets if t.key not in {s.key for s in proto.sources}]:
        group = list({actor.key: actor for actor in (*proto.sources, *targets)}.values())
        if len(group) > _MOST_TOGETHER:
            return
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
                yield act(target, source, VISIT.get(proto.code, proto.code))
