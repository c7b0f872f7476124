"""Venues: a meeting on neither's ground is so for both who met."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from etl.coder.acts import Act
from etl.records import LIVE

_MET, _ELSEWHERE = "040", "044"


def alike(acts: Sequence[Act]) -> Iterator[Act]:
    """Yield the acts of one sentence; where one side of a meeting was abroad by the words, so was the other."""
    abroad = {(act.target.key, act.source.key, act.trigger) for act in acts if act.code == _ELSEWHERE and act.status in LIVE}
    for act in acts:
        same = act.code == _MET and act.status in LIVE and (act.source.key, act.target.key, act.trigger) in abroad
        yield replace(act, code=_ELSEWHERE) if same else act
