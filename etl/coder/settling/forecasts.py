"""Forecasts: what analysts, columnists, markets or polls say that a country will do is nobody's intent or threat."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from etl.coder.acts import Act
from etl.coder.grammar.slots import Grammar
from etl.coder.status.onlookers import ONLOOKERS, is_onlooker
from etl.coder.tree import Tree
from etl.records import LIVE

_PAPERS = frozenset("note report study paper research analysis estimate article column essay editorial model briefing".split())
_FORETELLING = frozenset({"predict", "forecast", "foretell", "prophesy", "foresee", "envisage", "envision"})
_TELLING = frozenset(
    (
        "say write believe think argue reckon add tell note warn estimate judge suggest calculate conclude expect find "
        "show assume suspect agree bet claim maintain contend fear"
    ).split()
)
_COMING = frozenset({"will", "'ll", "’ll", "shall", "wo", "would", "going"})
_SUFFERING = frozenset(
    "face draw attract earn incur invite provoke spark trigger prompt encounter get elicit receive suffer".split()
)
"""Verbs that say of somebody, or of what he does, that others blame him."""
_CLOSING = frozenset({",", '"', "”", "’", "'", "''"})
_EXPLAINING = frozenset({"why", "how", "what"})


def foreseen(acts: Sequence[Act], grammar: Grammar) -> Iterator[Act]:
    """Yield the acts of one sentence; what others foresee is hypothetical."""
    for act in acts:
        # "said the raid on Chad would lower prices": there was a raid
        ahead = act.status == "announced" or grammar.tree.tags[act.trigger] == "VB" or "intend" in act.operators
        live = act.status in LIVE and ahead and _is_foreseen(grammar, act.trigger)
        live = live or (act.status in LIVE and act.code[:2] == "11" and _to_be_blamed(grammar.tree, act.trigger))
        yield replace(act, status="hypothetical", rule_id=f"{act.rule_id}~foreseen") if live else act


def _to_be_blamed(tree: Tree, trigger: int) -> bool:
    """Whether somebody is only said to be blamed one day: "will face criticism", "will surely be accused by"."""
    verb = next((token for token in tree.upward(trigger) if tree.pos[token] == "VERB"), trigger)
    coming = bool(_COMING & {tree.words[aux].lower() for aux in tree.kids(verb, "aux")})
    under = tree.lemmas[verb] == "come" and any(tree.lemmas[prep] == "under" for prep in tree.kids(verb, "prep"))
    return coming and (under or tree.lemmas[verb] in _SUFFERING or bool(tree.kids(verb, "auxpass")))


def _is_foreseen(grammar: Grammar, trigger: int) -> bool:
    """Whether an act lies in a clause about what will be which an onlooker says, or a headline sets out to explain."""
    tree = grammar.tree
    if tree.lemmas[trigger] == "expect" and any(is_onlooker(tree, one) for one in tree.kids(trigger, "nsubj")):
        return True  # "economists expect Peru to impose curbs"
    ahead = False
    for verb in tree.upward(trigger):
        if not ahead and tree.tags[verb] == "VBD":
            return False  # "said Chad, which threatened Niger, will": it did
        ahead = ahead or bool(
            _COMING & ({tree.words[aux].lower() for aux in tree.kids(verb, "aux")} | {tree.words[verb].lower()})
        )
        if ahead and _told_by_onlookers(tree, verb):
            return True
    first = tree.words[0].lower() if len(tree) else ""
    return ahead and grammar.is_title and first in _EXPLAINING and "?" not in tree.words


def _told_by_onlookers(tree: Tree, verb: int) -> bool:
    """Whether a clause is told by somebody who only looks on: around it, behind a comma, or with "according to"."""
    tellers = [tree.head[verb]] if tree.deps[verb] in {"ccomp", "advcl"} else []
    # "will meet, analysts said", "will meet, wrote the columnist"; but "will meet, which analysts said was a sign"
    behind = [kid for kid in tree.kids(verb, "conj") if tree.words[kid - 1] in _CLOSING]
    tellers += [kid for kid in (*tree.kids(verb, "parataxis", "advcl"), *behind) if not tree.kids(kid, "ccomp", "mark")]
    for teller in tellers:
        subjects = tree.kids(teller, "nsubj")
        if not subjects and verb < teller:  # "..., wrote the columnist"
            subjects = [noun for noun in tree.kids(teller, "dobj") if noun > teller]
        lemma = tree.lemmas[teller]
        if lemma in _FORETELLING and subjects:
            return True
        if lemma in _TELLING and any(is_onlooker(tree, subject, verb) for subject in subjects):
            return True
    according = [prep for prep in tree.kids(verb, "prep") if tree.words[prep].lower() == "according"]
    whose = (noun for prep in according for to in tree.kids(prep, "prep") for noun in tree.kids(to, "pobj"))
    return any(_by_onlookers(tree, noun) for noun in whose)


def _by_onlookers(tree: Tree, noun: int) -> bool:
    """Whether what others go by is an onlooker's: "a survey", "analysts", "a note by analysts", "a report by a think tank"."""
    if is_onlooker(tree, noun):
        return True
    return tree.lemmas[noun] in _PAPERS and any(tree.lemmas[part] in ONLOOKERS for part in tree.subtree(noun))
