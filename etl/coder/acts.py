"""What an act is on its way through the coder: a `Proto` with open sides, then a directed `Act` between two actors."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from etl.coder.actors import Actor
from etl.coder.grammar.slots import Grammar
from etl.coder.roots import UTTERED
from etl.coder.vote import Vote

_MOST_TOGETHER = 5
"""More in one phrase are a conference ("the P5+1 in talks in Geneva"), whose members do not each treat with each."""
VISIT = {"042": "043", "043": "042"}
"""The code of a visit as the other side has it."""
VISITS = frozenset(VISIT)


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


def readings(protos: list[Proto]) -> list[Proto]:
    """Return the best readings of one verb, with what it tells besides.

    "Chinese and Russian jets flew near Japan" together, and "discussed a ban on Peru with Chile" is a talk with Chile.
    """
    whole = [proto for proto in protos if complete(proto)]
    together = [proto for proto in whole if proto.code == "062" and proto.kind == "mutual"]
    near = [proto for proto in whole if proto.code == "150"]
    talks = best([proto for proto in whole if proto.code == "040"])
    if talks and {proto.code[:2] for proto in protos} == {"01", "04"}:
        said = best([proto for proto in whole if proto.code[:2] == "01"])
        return [*said, replace(talks[0], rank=max(proto.rank for proto in (*talks, *said)))]
    return best(near) + best(together) if together and near else best(protos)


def announced(proto: Proto) -> Proto:
    """Return an act with status announced where its code is an intent (03x)."""
    return replace(proto, status="announced") if proto.code[:2] == "03" and proto.status == "happened" else proto


def uttered(proto: Proto) -> Proto:
    """Return what is asked, threatened or refused as done, though what it is about is a promise: "urged Seoul to pledge aid"."""
    return replace(proto, status="happened") if proto.status == "announced" and proto.code[:2] in UTTERED else proto


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
    for place in (place for holder in (proto.trigger, *met) for place in _grounds(grammar, holder)):
        for actor in grammar.cast.heads.get(place, ()):
            if actor.key in parties and actor.basis in {"capital", "city", "name", "territory"} and len(parties) > 1:
                return actor.key
        if grammar.tree.lemmas[place] in _TOWNS and len(parties) > 1:  # "in the Japanese city of Nara"
            theirs = {actor.key for actor in grammar.possessors(place)} & parties
            if len(theirs) == 1:
                return theirs.pop()
    return None


def _grounds(grammar: Grammar, holder: int) -> Iterator[int]:
    """Yield where something is said to be: "in Seoul", "at the presidential office in Seoul", "at the White House"."""
    for way in ("in", "at"):
        for place in grammar.prepositional(holder, way):
            yield place
            yield from grammar.prepositional(place, "in")


_TOWNS = frozenset({"city", "town", "port", "resort", "village", "prefecture", "province", "capital", "island", "county"})


def _no_press(parties: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Return the parties that are no newspaper, agency or broadcaster, nor of one."""
    return tuple(actor for actor in parties if actor.role != "MED")


def in_print(proto: Proto) -> Proto:
    """Return an attack by newspapers or broadcasters as the words it is: "The Rodong Sinmun attacked Japan"."""
    written = proto.code == "190" and proto.sources and not _no_press(proto.sources)
    return replace(proto, code="111", rule_id=f"{proto.rule_id}~print") if written else proto


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
    several = len({source.key for source in proto.sources}) > 1
    for source in proto.sources:
        for target in targets:
            theirs = several and target.basis == "coreference"  # "Nigeria and Niger reopened their border" to each other
            if source.key == target.key and (proto.kind != "oneway" or source.head == target.head or theirs):
                continue
            yield act(source, target, proto.code)
            if proto.kind == "mutual":
                yield act(target, source, proto.code)
            elif proto.kind == "visit":
                yield act(target, source, VISIT.get(proto.code, proto.code))
