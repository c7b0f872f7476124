"""Reversals: an attack that somebody ordered and called off again was not made.

"Trump ordered strikes on Iran but called them off", "approved an attack, then cancelled it", "cleared a raid before aborting it".
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from etl.coder.acts import Act
from etl.coder.roots import HARMFUL
from etl.coder.tree import Tree
from etl.records import LIVE

_ORDERING = frozenset("order approve clear authorise authorize greenlight plan prepare ready okay command schedule".split())
_UNDOING = frozenset(
    "cancel abort scrap rescind revoke countermand reverse halt stop shelve postpone suspend abandon withdraw retract".split()
)
_OFF = frozenset({"call", "break", "wave"})
_ITSELF = frozenset({"it", "them", "these", "those"})
_NAMED = frozenset("decision order plan attack strike raid operation mission assault approval command go-ahead".split())
_LATER = frozenset({"conj", "dep", "advcl", "xcomp", "parataxis", "ccomp"})


def reversed_acts(acts: Sequence[Act], tree: Tree) -> Iterator[Act]:
    """Yield the acts of one sentence; an attack or measure that was ordered and called off is negated."""
    orders = _called_off(tree) if any(act.code[:2] in HARMFUL and act.status in LIVE for act in acts) else []
    for act in acts:
        live = act.code[:2] in HARMFUL and act.status in LIVE
        if live and any(_is_ordered(tree, act.trigger, verb) for verb in orders):
            yield replace(act, status="negated", rule_id=f"{act.rule_id}~reversed")
        else:
            yield act


def _called_off(tree: Tree) -> list[int]:
    """Return the verbs of orders that another verb behind them takes back."""
    found = []
    for verb, lemma in enumerate(tree.lemmas):
        if lemma not in _ORDERING or tree.pos[verb] != "VERB":
            continue
        later = list(tree.kids(verb, *_LATER))
        later += [gerund for prep in tree.kids(verb, "prep") for gerund in tree.kids(prep, "pcomp")]  # "before aborting it"
        if any(other > verb and _takes_back(tree, other) for other in later):
            found.append(verb)
    return found


def _takes_back(tree: Tree, verb: int) -> bool:
    """Whether a verb takes back what was ordered: "called them off", "reversed the decision", "changed his mind"."""
    things = [tree.lemmas[thing].lower() for thing in tree.kids(verb, "dobj")]
    if tree.lemmas[verb] == "change":
        return things == ["mind"]
    off = tree.lemmas[verb] in _OFF and any(tree.words[kid].lower() == "off" for kid in tree.kids(verb, "prt", "advmod", "prep"))
    if not (off or tree.lemmas[verb] in _UNDOING) or tree.kids(verb, "neg"):
        return False
    own = [tree.words[thing].lower() for thing in tree.kids(verb, "dobj")]
    return bool(set(own) & _ITSELF) or any(
        tree.lemmas[thing] in _NAMED
        and {tree.words[det].lower() for det in tree.kids(thing, "det")} <= {"the", "that"}
        and not tree.kids(thing, "prep")
        for thing in tree.kids(verb, "dobj")
    )


def _is_ordered(tree: Tree, trigger: int, verb: int) -> bool:
    """Whether an act is what a verb orders: told by the verb itself or by its object."""
    return trigger == verb or any(trigger in tree.subtree(thing) for thing in tree.kids(verb, "dobj", "nsubjpass", "xcomp"))
