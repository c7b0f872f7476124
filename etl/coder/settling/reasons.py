"""Reasons of a penalty: what the punished are said to have done is a charge: "blacklisted two firms, saying they had armed Peru"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from etl.coder.acts import Act
from etl.coder.grammar.slots import Grammar
from etl.coder.roots import PENALTIES
from etl.records import LIVE

_SAYING = frozenset({"say", "claim", "allege", "argue", "charge", "assert"})
_THEY = frozenset({"they", "it", "he", "she"})


def charged(acts: Sequence[Act], grammar: Grammar) -> Iterator[Act]:
    """Yield the acts of one sentence, those alleged that only a penalty's reasons tell; whoever punishes has not done them."""
    for act in acts:
        punishing = _punishing(act.trigger, grammar)
        told = [one for one in acts if one.trigger in punishing and one.code[:2] in PENALTIES and one.status in LIVE]
        if not told or act.status not in LIVE:
            yield act
        elif all(act.source.key != one.source.key for one in told):
            yield replace(act, status="alleged")


def _punishing(trigger: int, grammar: Grammar) -> set[int]:
    """Return the verb, and its objects, beside which "saying they had" gives the reasons; nothing where a word is not in them."""
    tree = grammar.tree
    for clause in tree.upward(trigger):
        said = tree.head[clause]
        if tree.deps[clause] != "ccomp" or tree.lemmas[said] not in _SAYING:
            continue
        own = {tree.words[subject].lower() for subject in tree.kids(clause, "nsubj", "nsubjpass")}
        had = {"had", "has", "have"} & set(grammar.auxiliaries(clause))
        if tree.tags[said] == "VBG" and tree.deps[said] == "advcl" and own & _THEY and had:
            verb = tree.head[said]
            return {verb, *grammar.objects(verb)}
    return set()
