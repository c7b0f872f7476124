"""What speaks for an act and what against it, as named numbers: both readers' words, and how the sentence stands.

The judge (`second_reader.judgement`) weighs them. A number that is nought is left out.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass

from etl.coder.actors import Actor
from etl.coder.acts import Act
from etl.coder.second_reader.findings import hinted
from etl.coder.second_reader.scene import Scene
from etl.coder.vote import NONE, Vote
from etl.records import LIVE

_SUREST = 1e-4  # the model's figures say nothing finer
_MOST = 8  # sentences, countries or acts beyond which one more makes no difference
_LONGEST = 60  # words
_BASE = 3  # digits of a base code
_DOUBTS = ("hypothetical", "negated", "recalled", "alleged")
_SPANS = {"05": "verbal cooperation", "08": "material cooperation", "14": "verbal conflict", "20": "material conflict"}


@dataclass(frozen=True, slots=True)
class Candidate:
    """An act of a root that somebody may do to somebody: the rules' own, or one that only the model sees (`act` is None).

    `vote` is the model's on this way, `back` on the way back, None where it has none or is not to be heard.
    """

    source: Actor
    target: Actor
    root: str
    act: Act | None
    vote: Vote | None
    back: Vote | None


def evidence(scene: Scene, candidate: Candidate) -> dict[str, float]:
    """Return what speaks for and against an act, by name; shares are told as log odds."""
    found = dict[str, float]()
    for part in (_by_rules(candidate), _by_model(candidate), _way_back(candidate), _beside(scene, candidate)):
        found |= part
    found |= dict(_sides(candidate))
    found |= _standing(scene, candidate)
    return {name: float(value) for name, value in found.items() if value}


def family(rule_id: str) -> str:
    """Return the kind of a rule: verb, noun, operator, occasion (an implied target)."""
    if rule_id.endswith("~occasion"):
        return "occasion"
    if "=" in rule_id:
        return "operator"
    return "noun" if rule_id.startswith("noun:") else "verb"


def _by_rules(candidate: Candidate) -> dict[str, float]:
    act = candidate.act
    found = {f"root {candidate.root}": 1.0}
    if act is None:
        return found
    found |= {"rules: an act": 1.0, f"rules: {family(act.rule_id)}": 1.0, f"rules: {act.status}": 1.0}
    found |= {f"rules: code {act.code[:_BASE]}": 1.0, f"rules: full code {act.code}": 1.0}
    found[f"rules: operator {act.operators[0] if act.operators else 'none'}"] = 1.0
    found["rules: on somebody's word"] = act.speaker is not None
    return found


def _by_model(candidate: Candidate) -> dict[str, float]:
    vote, root = candidate.vote, candidate.root
    if vote is None:
        return {"model: no vote": 1.0}
    share = vote.roots[root]
    others = max(other for name, other in vote.roots.items() if name != root)
    alike = sum(other for name, other in vote.roots.items() if name != NONE and _span(name) == _span(root))
    return {
        "model: this root": _odds(share),
        "model: no act": _odds(vote.roots[NONE]),
        "model: this kind": _odds(alike),
        "model: this root ahead by": share - others,
        "model: this root first": vote.root == root,
        "model: no act first": vote.root == NONE,
        "model: done or to come": sum(vote.statuses[status] for status in LIVE),
        "model: to come": vote.statuses["announced"],
        **{f"model: {status}": vote.statuses.get(status, 0.0) for status in _DOUBTS},
    }


def _way_back(candidate: Candidate) -> dict[str, float]:
    back = candidate.back
    if back is None:
        return {}
    return {
        "back: this root": back.roots[candidate.root],
        "back: no act": back.roots[NONE],
        "back: this root first": back.root == candidate.root,
    }


def _beside(scene: Scene, candidate: Candidate) -> dict[str, float]:
    """Return what else the rules see between the two, both ways, and of either with others."""
    one, other, root = candidate.source.key, candidate.target.key, candidate.root
    there = [act for act in scene.acts if (act.source.key, act.target.key) == (one, other) and act is not candidate.act]
    return_ = {act.code[:2] for act in scene.acts if (act.source.key, act.target.key) == (other, one) and act.status in LIVE}
    return {
        "beside: other acts": sum(act.status in LIVE and act.code[:2] != root for act in there),
        "beside: acts not done": sum(act.status not in LIVE for act in there),
        "beside: this act not done": any(act.status not in LIVE and act.code[:2] == root for act in there),
        "beside: the same back": root in return_,
        "beside: something back": bool(return_),
        "acts": min(len(scene.acts), 10),
        "acts of the source": min(sum(act.source.key == one for act in scene.acts), 5),
        "acts on the target": min(sum(act.target.key == other for act in scene.acts), 5),
    }


def _sides(candidate: Candidate) -> Iterator[tuple[str, float]]:
    for name, actor in (("source", candidate.source), ("target", candidate.target)):
        yield f"{name}: by {actor.basis}", 1.0
        yield f"{name}: a person", actor.person
        yield f"{name}: a country's", actor.country is not None


def _standing(scene: Scene, candidate: Candidate) -> dict[str, float]:
    """Return where the sentence stands and what it is like."""
    named = {actor.key: actor for actor in scene.actors if actor.start is not None}
    return {
        "parties named": min(len(named), _MOST),
        "countries named": min(sum(actor.country is not None for actor in named.values()), _MOST),
        "two named": len(named) <= 2,
        "words": min(len(scene.tree), _LONGEST),
        # How far down it stands is no evidence: in our gold it tells ordinary news from long features, not right from wrong.
        "headline": scene.index == 0,
        "a fresh day": scene.fresh,
        "rules: see this root": hinted(scene, candidate.root),
        "rules: see nothing": not set(scene.hints) - {"01"},
    }


def _odds(share: float) -> float:
    share = min(max(share, _SUREST), 1 - _SUREST)
    return math.log(share / (1 - share))


def _span(root: str) -> str:
    return next(kind for last, kind in _SPANS.items() if root <= last)
