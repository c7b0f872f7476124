"""Those who react one after the other react to the same deed: "Israel hailed the strikes, Russia condemned them"."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from etl.coder.actors import Actor
from etl.coder.acts import Proto
from etl.coder.roots import JUDGING
from etl.coder.tree import Tree
from etl.records import LIVE

_ANSWERS = JUDGING | {"10", "13"}
_DEEDS = frozenset({"04", "15", "16", "17", "18", "19", "20"})
_POINTING = frozenset({"answer", "move", "occasion"})


def in_chorus(tree: Tree, protos: Iterable[Proto], *, is_title: bool) -> Iterator[Proto]:
    """Yield the acts of a sentence; who answers "it" or "the move" answers whom the others answer, and none of these others.

    The parts of a headline are told one after the other, whatever stands between them: what is answered there is the first deed
    told. Where nobody is left whom it could mean, the answer has no target.
    """
    told = list(protos)
    voices = [one for one in told if one.code[:2] in _ANSWERS and one.status in LIVE and one.kind == "oneway" and one.sources]
    deeds = [one for one in told if one.code[:2] in _DEEDS and one.status in LIVE and one.sources and one.targets]
    for proto in told:
        others = [one for one in voices if _keys(one.sources) != _keys(proto.sources)]
        others = [one for one in others if not _keys(one.targets) & _keys(proto.sources)]  # whom one answers for what he said
        others = [one for one in others if is_title or _top(tree, one.trigger) == _top(tree, proto.trigger)]
        if proto not in voices or proto.code[:2] not in JUDGING or not proto.targets or not _points(proto):
            yield proto
            continue
        own, aimed, reacting = _keys(proto.sources), _keys(proto.targets), {key for one in others for key in _keys(one.sources)}
        done = [one for one in deeds if is_title and one.trigger < proto.trigger and not _keys(one.sources) & (own | reacting)]
        suffered = bool(done) and proto.code[:2] == "11" and aimed <= _keys(done[0].targets) - _keys(done[0].sources)
        if not aimed <= reacting and not suffered:
            yield proto
            continue
        aims = [one.targets for one in others if one.targets and not _keys(one.targets) & (reacting | own)]
        aims = [one.sources for one in done[:1]] or aims
        yield replace(proto, targets=aims[0] if aims else ())


def _points(proto: Proto) -> bool:
    """Whether an answer does not name whom it is to."""
    return bool(_POINTING & set(proto.rule_id.split("~")[1:])) or all(actor.basis == "coreference" for actor in proto.targets)


def _keys(actors: Iterable[Actor]) -> set[str]:
    return {actor.key for actor in actors}


def _top(tree: Tree, token: int) -> int:
    """Return the verb that a string of clauses begins with: by "and", by commas, as what is said."""
    while tree.deps[token] in {"conj", "ccomp", "advcl", "parataxis", "dobj", "prep", "pobj", "xcomp", "attr"}:
        if tree.head[token] == token:
            break
        token = tree.head[token]
    return token
