"""A second act between the same two: "pressed his Chinese counterpart by phone" both talks and appeals.

The model gives the likeliest act of a pair, and the judge lets one of two readings stand. Where that is no other name of the same
act, both may be told. In some 2,500 articles and items of ours, from which the model has not learned, 23 of 24 were right.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from etl.coder.acts import Act
from etl.coder.second_reader.certainties import settles
from etl.coder.second_reader.evidence import Candidate
from etl.coder.second_reader.findings import unlikely
from etl.coder.second_reader.scene import Scene
from etl.coder.vote import NONE, Vote
from etl.records import LIVE

LIKELY = 0.7
"""A second act becomes an event if it is at least so likely to be right."""
_SHARE = 0.2  # what the model must give the act
_DOUBT = 0.1  # more than this for no act at all, and the model's second thought is none
_MUTUAL = frozenset({"04"})
_ONE_ACT = frozenset(
    frozenset(pair.split("/")) for pair in "03/04 03/05 13/16 13/17 13/19 16/17 17/18 17/19 18/19 08/16 08/17".split(" ")
)
"""Roots under which one act may be told: talks to come and held, a penalty threatened and imposed, a release and an arrest."""
_BLAME = "11"
"""Blame is folded into the act that it goes with, and what is done to the accuser is what he blames the other for."""


def beside(
    scene: Scene, kept: Sequence[Act], ways: Mapping[tuple[str, str], Vote], weigh: Callable[[Candidate], float]
) -> Iterator[Act]:
    """Yield a second act of those between whom one stands, of the rules' or the model's.

    `kept` are the acts that stand, `ways` the votes by source and target, and `weigh` tells how likely a candidate is right.
    """
    told = {(act.source.key, act.target.key, act.code[:2]) for act in (*scene.acts, *kept)}
    for act in kept:
        pair = act.source.key, act.target.key
        if pair not in ways or act.status not in LIVE or pair[0] == pair[1] or act.code[:2] == "01":
            continue
        vote, back = ways[pair], ways.get((pair[1], pair[0]))
        for root in _thoughts(vote):
            known = {one for source, target, one in told if (source, target) == pair}
            folded = root == _BLAME or (_BLAME in known and root >= "14")
            if root in known or folded or any(frozenset({root, one}) in _ONE_ACT for one in known):
                continue
            if any(settles(one.rule_id, root) for one in kept if (one.source.key, one.target.key) == pair):
                continue
            if root in _MUTUAL and (back is None or back.roots[root] < _SHARE):
                continue
            share = weigh(Candidate(act.source, act.target, root, None, vote, back))
            if share < LIKELY or unlikely(scene, root, act.source, act.target):
                continue
            told.add((*pair, root))
            yield replace(
                act,
                code=vote.code(root),
                status="announced" if root == "03" else "happened",
                rule_id=f"model:{root}~beside",
                rank=0,
                operators=(),
                vote=vote,
                confidence=share,
            )


def _thoughts(vote: Vote) -> list[str]:
    """Return the roots that the model takes a pair's act for, the likeliest first; but one where there may be no act at all."""
    if vote.status not in LIVE:
        return []
    order = sorted((root for root in vote.roots if root != NONE), key=lambda root: (-vote.roots[root], root))
    sure = vote.roots[NONE] <= _DOUBT
    return [root for root in order if root == vote.root or (sure and vote.roots[root] >= _SHARE)]
