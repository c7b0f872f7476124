"""Encounters that nobody plans: who will be at one place without a meeting being planned does not intend to meet.

"Modi and Xi will both be in Bali, but officials say no bilateral is planned", "Trump and Erdogan will cross paths at the summit,
but no formal meeting is scheduled"; but "Modi will visit Beijing, but no meeting with the Dalai Lama is planned" is a visit.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from etl.coder.acts import Act
from etl.coder.grammar.slots import Grammar
from etl.coder.roots import MEETING
from etl.coder.tree import Tree
from etl.records import LIVE

_MEETINGS = frozenset("meeting bilateral talk encounter summit sit-down pull-aside one-on-one tete-a-tete contact".split(" "))
_PLANNING = frozenset("plan schedule expect foresee envisage arrange slate set fix agenda".split(" "))
_NONE = frozenset({"no", "neither"})
_SIDES = frozenset({"with", "between"})
_BEING_THERE = frozenset(
    "be attend cross overlap coincide join converge participate gather path forum summit conference".split(" ")
)


def unmet(acts: Sequence[Act], grammar: Grammar) -> Iterator[Act]:
    """Yield the acts of one sentence; to be where another is, is no plan to meet him where it is said that there is none."""
    tree = grammar.tree
    meant = any(act.code[:2] in MEETING and act.status in LIVE for act in acts)
    denied = _unplanned(tree, grammar) if meant else None
    for act in acts:
        chance = tree.lemmas[act.trigger] in _BEING_THERE or act.rule_id == "model:03"
        if denied is not None and chance and act.trigger < denied and _is_to_meet(act) and _both_there(act, grammar):
            yield replace(act, status="negated", rule_id=f"{act.rule_id}~unmet")
        else:
            yield act


def _both_there(act: Act, grammar: Grammar) -> bool:
    """Whether both are said to be there: that both "will be in Rome" stays a visit of either to Italy."""
    tree = grammar.tree
    subjects = (token for token in range(act.trigger + 1) if tree.deps[token] in {"nsubj", "nsubjpass"})
    there = {actor.key for subject in subjects for part in tree.subtree(subject) for actor in grammar.cast.heads.get(part, ())}
    return {act.source.key, act.target.key} <= there


def _is_to_meet(act: Act) -> bool:
    """Whether an act is a meeting, planned or held."""
    return act.status in LIVE and (act.code == "036" or act.code[:2] == "04")


def _unplanned(tree: Tree, grammar: Grammar) -> int | None:
    """Return the meeting that is said not to be planned, with nobody else named for it; None where there is none."""
    for noun in tree.places(_MEETINGS):
        verb = tree.head[noun]
        if tree.deps[noun] not in {"nsubj", "nsubjpass", "dobj", "attr"} or not _is_none(tree, noun, verb):
            continue
        on_the_books = tree.lemmas[verb] in _PLANNING or any(
            tree.lemmas[part] in _PLANNING
            for kid in (*tree.kids(noun, "acl"), *tree.kids(verb, "prep", "acomp"))
            for part in (kid, *tree.kids(kid, "pobj"))
        )
        others = [prep for holder in (noun, verb) for prep in tree.kids(holder, "prep") if tree.lemmas[prep] in _SIDES]
        named = any(grammar.cast.heads.get(token) for prep in others for token in tree.subtree(prep))
        if on_the_books and not named:
            return noun
    return None


def _is_none(tree: Tree, noun: int, verb: int) -> bool:
    """Whether a meeting is denied: "no meeting is planned", "a meeting is not scheduled"."""
    return any(tree.words[det].lower() in _NONE for det in tree.kids(noun, "det")) or bool(tree.kids(verb, "neg"))
