"""Deals and laws: what a signed agreement provides for is the agreement, and what a contract or law is for lies ahead."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from etl.coder.acts import Act
from etl.coder.grammar.slots import Grammar
from etl.coder.tree import Tree
from etl.dictionaries import ActLexicon
from etl.records import LIVE

_SIGNED = "057"
_TIES = re.compile(r"verb:[^=]*:05[0-46]\b")  # "signed an agreement to reopen embassies" tells that as well
_TERMS = frozenset({"03", "05", "06", "07", "08"})
_SIGNING = frozenset("sign conclude ink seal initial finalise finalize clinch strike".split())
_WINNING = frozenset("win secure land get receive obtain clinch award sign bag".split())
_LAWS = frozenset("bill law legislation act measure resolution budget decree package motion".split())
_PASSING = frozenset("pass approve adopt back clear sign enact vote introduce propose endorse ratify".split())
_ANNOUNCING = frozenset({"announce", "unveil"})
_DECIDED = frozenset({"cancellation", "forgiveness", "line"})  # a debt is forgiven, a swap line open, once it is announced
_GIVEN = "07"
_ORDERS = frozenset({"order", "tender", "bid", "licence", "license"})


def provided_for(acts: Sequence[Act], grammar: Grammar, lexicon: ActLexicon) -> Iterator[Act]:
    """Yield the acts of one sentence, each deal once: "signed a pact to sell gas to Fiji" is a pact, not a sale as well.

    A contract that is won is a sale to come, and aid that a bill provides or a minister announces has not arrived.
    """
    acts = [_to_come(act, grammar, lexicon) for act in acts]
    pacts = [act for act in acts if act.code == _SIGNED and act.status in LIVE]
    signed, by_verb = {_pair(act) for act in pacts}, {(act.trigger, _pair(act)) for act in pacts}
    acts = [act for act in acts if (_verb_of_its_deal(act, grammar.tree), _pair(act)) not in by_verb]
    live = {(act.source.key, act.target.key) for act in acts if act.status in LIVE}
    named = grammar.tree.places(lexicon.classes["agreement"] | _ORDERS)
    deals = {token: verb for token in named if (verb := _dealt(grammar, token)) is not None}
    within = {below: (deal, verb) for deal, verb in deals.items() for below in _terms(grammar.tree, deal, verb)}
    signing = dict.fromkeys(deals.values(), (0, 0))
    made: set[tuple[str, str]] = set()
    for act in acts:
        term = act.trigger in within and act.code != _SIGNED and act.code[:2] in _TERMS and act.status in LIVE
        term = term and not _TIES.search(act.rule_id)
        if not term:
            yield act
            pact = act.code == _SIGNED and act.status in LIVE and act.trigger in within | signing
            if pact and (act.target.key, act.source.key) not in live:
                yield replace(act, source=act.target, target=act.source)  # a pact is signed by two
            continue
        deal, verb = within[act.trigger]
        if _pair(act) in signed:
            continue
        if act.trigger == deal and act.status == "announced" and _done(grammar, verb):
            for one in (act, replace(act, source=act.target, target=act.source)):
                if (one.source.key, one.target.key) not in made:
                    made.add((one.source.key, one.target.key))
                    yield replace(one, code=_SIGNED, status="happened", rule_id=f"{act.rule_id}~signed")
        elif act.status == "happened" and _is_term(grammar, act.trigger, deal):
            code = lexicon.compose("intend", act.code)
            yield _planned(act, code, "contract") if code else act
        else:
            yield act


def _terms(tree: Tree, deal: int, verb: int) -> list[int]:
    """Return the words of a deal and of what it is on, which the parser may hang on the verb: "sign deal on joint drills"."""
    hung = [prep for prep in tree.kids(verb, "prep") if prep == deal + 1 and tree.lemmas[prep] == "on"]
    return [*tree.subtree(deal), *(token for prep in hung for token in tree.subtree(prep))]


def _to_come(act: Act, grammar: Grammar, lexicon: ActLexicon) -> Act:
    """Return aid as promised where it is only announced, or what a law is to give."""
    if act.code[:2] != _GIVEN or act.status not in LIVE or not (_by_law(act.trigger, grammar) or _announced(act, grammar)):
        return act
    code = lexicon.compose("intend", act.code)
    return _planned(act, code, "to come") if code else act


def _planned(act: Act, code: str, why: str) -> Act:
    """Return an act as a plan that was made on the day of the words: "passed a bill on Saturday"."""
    return replace(act, code=code, status="announced", rule_id=f"{act.rule_id}~{why}", operators=("agree", *act.operators))


def _by_law(trigger: int, grammar: Grammar) -> bool:
    """Whether a law that is passed provides for an act, or a parliament votes to do it."""
    tree = grammar.tree
    if tree.deps[trigger] == "xcomp" and tree.tags[trigger] == "VB" and tree.lemmas[tree.head[trigger]] == "vote":
        return True
    ways = [*tree.ancestors(trigger)]
    for token in (trigger, *ways):
        if tree.deps[token] == "advcl" and tree.tags[token] == "VBG":  # "passed a bill on Saturday providing"
            ways += tree.kids(tree.head[token], "dobj", "nsubjpass")
    return any(
        tree.lemmas[noun] in _LAWS and tree.deps[noun] in {"dobj", "nsubjpass"} and tree.lemmas[tree.head[noun]] in _PASSING
        for noun in ways
    )


def _announced(act: Act, grammar: Grammar) -> bool:
    """Whether aid is what somebody announces: "announced a million euros in aid", but not "announced it had sent aid"."""
    tree = grammar.tree
    if tree.lemmas[act.trigger] in _ANNOUNCING:
        return ":033" in act.rule_id  # "unveiled two submarines from Chad" has got them
    if tree.lemmas[act.trigger] in _DECIDED:
        return False
    top = act.trigger
    while tree.pos[top] in {"NOUN", "PROPN", "ADP", "NUM", "SYM"} and tree.head[top] != top:
        if tree.deps[top] in {"nsubj", "appos"}:
            return False
        if tree.deps[top] in {"dobj", "nsubjpass"}:
            return tree.lemmas[tree.head[top]] in _ANNOUNCING
        top = tree.head[top]
    return False


def _verb_of_its_deal(act: Act, tree: Tree) -> int | None:
    """Return the verb whose object is a deal that tells an intent: "reached an agreement on sharing" agrees once."""
    intent = act.code[:2] == "03" and act.rule_id.startswith("noun:") and not _TIES.search(act.rule_id)
    if not intent or tree.deps[act.trigger] not in {"dobj", "nsubjpass"}:
        return None
    return tree.head[act.trigger]


def _pair(act: Act) -> frozenset[str]:
    return frozenset({act.source.key, act.target.key})


def _dealt(grammar: Grammar, noun: int) -> int | None:
    """Return the verb by which a deal is signed or won, None where it is not."""
    tree = grammar.tree
    if tree.deps[noun] not in {"dobj", "nsubjpass"}:
        return None
    verb = tree.head[noun]
    return verb if tree.lemmas[verb] in _SIGNING | _WINNING else None


def _done(grammar: Grammar, verb: int) -> bool:
    """Whether a deal is told as signed: not "will sign", "agreed to sign", "won"."""
    tree = grammar.tree
    ahead = {"will", "would", "to", "could", "may", "might", "should", "can", "must"} & set(grammar.auxiliaries(verb))
    return tree.lemmas[verb] in _SIGNING and not ahead and not tree.kids(verb, "neg") and tree.tags[verb] != "VBG"


def _is_term(grammar: Grammar, verb: int, deal: int) -> bool:
    """Whether a verb is what a deal is for: "a contract to deliver shells", "for supplying shells"."""
    tree = grammar.tree
    if tree.tags[verb] == "VB" and tree.deps[verb] in {"acl", "relcl", "advcl", "xcomp"}:
        return tree.head[verb] == deal
    return tree.deps[verb] == "pcomp" and tree.head[tree.head[verb]] == deal
