"""Venues: a meeting on neither's ground is so for both who met."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from etl.coder.acts import Act
from etl.coder.grammar.slots import Grammar
from etl.records import LIVE

_MET, _ELSEWHERE = "040", "044"


def alike(acts: Sequence[Act], grammar: Grammar) -> Iterator[Act]:
    """Yield the acts of one sentence; where one side of a meeting was abroad by the words, so was the other.

    The words name the place: "met Lavrov in Riyadh".
    """
    abroad = {(act.target.key, act.source.key, act.trigger) for act in acts if act.code == _ELSEWHERE and act.status in LIVE}
    for act in acts:
        same = act.code == _MET and act.status in LIVE and (act.source.key, act.target.key, act.trigger) in abroad
        yield replace(act, code=_ELSEWHERE) if same and _somewhere(grammar, act) else act


def _somewhere(grammar: Grammar, act: Act) -> bool:
    """Whether a meeting has a place by name."""
    holders = (act.trigger, act.source.head, act.target.head)
    places = (place for holder in holders if holder >= 0 for place in grammar.prepositional(holder, "in"))
    return any(grammar.tree.pos[place] == "PROPN" for place in places)
