"""What only goes with an act: the reasons of a penalty, what comes of a blow, and by what somebody is snubbed.

"Blacklisted two firms, saying they had armed Peru": that is a charge. "Cut the power, plunging Lima into darkness" and "jammed
signals, forcing pilots to turn" tell one act, and so does "snubbed Japan by skipping a dinner in Manila".
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from etl.coder.acts import Act
from etl.coder.grammar.slots import Grammar
from etl.coder.roots import PENALTIES
from etl.records import LIVE

_SAYING = frozenset({"say", "claim", "allege", "argue", "charge", "assert"})
_RESULTING = frozenset({"force", "plunge", "set", "prompt", "leave", "compel", "oblige"})
_BLOWS = frozenset({"15", "16", "17", "18", "19"})
_SNUBS = frozenset({"11", "12"})
_THEY = frozenset({"they", "it", "he", "she"})


def charged(acts: Sequence[Act], grammar: Grammar) -> Iterator[Act]:
    """Yield the acts of one sentence, those alleged that only a penalty's reasons tell; whoever punishes has not done them."""
    for act in acts:
        punishing = _punishing(act.trigger, grammar)
        told = [one for one in acts if one.trigger in punishing and one.code[:2] in PENALTIES and one.status in LIVE]
        if not told or act.status not in LIVE:
            yield act
        elif any((act.source.country, act.target.country) == (one.source.country, one.target.country) for one in told):
            yield act  # "expelled six Lao envoys, saying it had found Lao spies": that is its own doing
        elif all(act.source.key != one.source.key for one in told):
            yield replace(act, status="alleged")


def single(acts: Sequence[Act], grammar: Grammar) -> Iterator[Act]:
    """Yield the acts of one sentence but for those that only tell what came of another, or by what it was done."""
    tree = grammar.tree
    for act in acts:
        verb = tree.head[act.trigger]
        result = tree.tags[act.trigger] == "VBG" and tree.deps[act.trigger] in {"advcl", "conj"}
        result = result and tree.lemmas[act.trigger] in _RESULTING
        means = tree.deps[act.trigger] == "pcomp" and tree.lemmas[verb] == "by" and act.code[:2] == "12"
        above = tree.head[verb] if means else verb
        around = {above, tree.head[above], *grammar.objects(above)} if grammar.is_verb(above) else {above}
        told = [one for one in acts if one is not act and one.trigger in around and one.source.key == act.source.key]
        blow = any(one.code[:2] in _BLOWS and one.target.country == act.target.country for one in told)
        snub = any(one.code[:2] in _SNUBS for one in told)
        banished = act.rule_id == "verb:give=leave" and act.code == "174"
        banished = banished and any(one.code == "161" and one.target.country == act.target.country for one in acts)
        if not (result and blow) and not (means and snub) and not banished:
            yield act


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
