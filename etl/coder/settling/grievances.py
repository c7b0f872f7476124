"""Grievances at home: who protests against what his own government has agreed or decided protests against no other state."""

import re
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from etl.coder.acts import Act
from etl.coder.grammar.slots import Grammar

_PROTEST = re.compile(r":14\d*(?:<[\w|]+)?$")  # "went on strike to protest" is read as intended
_PARTNER = frozenset({"with", "to", "for"})  # "between" two others is no policy at home
_POLICIES = frozenset(
    (
        "plan decision law bill policy move proposal sale privatisation privatization lease opening project concession scheme "
        "failure refusal"
    ).split()
)
_CLAUSES = frozenset({"acl", "relcl"})


def abroad(acts: Sequence[Act], grammar: Grammar, classes: Mapping[str, AbstractSet[str]]) -> Iterator[Act]:
    """Yield the acts of one sentence but for protests at home: "unions in Fiji struck over the trade deal with Tonga"."""
    for act in acts:
        protest = act.code[:2] == "14" or _PROTEST.search(act.rule_id)
        if not protest or not _at_home(act, grammar, classes):
            yield act


def _at_home(act: Act, grammar: Grammar, classes: Mapping[str, AbstractSet[str]]) -> bool:
    """Whether the other country is named only as who a deal is with, whom a policy concerns, or where goods come from."""
    heads = [
        token
        for token, actors in (*grammar.cast.heads.items(), *grammar.cast.owners.items())
        if any(actor.key == act.target.key for actor in actors)
    ]
    return bool(heads) and all(_concerned(act, token, grammar, classes) for token in heads)


def _concerned(act: Act, token: int, grammar: Grammar, classes: Mapping[str, AbstractSet[str]]) -> bool:
    tree = grammar.tree
    way = [token, *tree.ancestors(token)]
    for below, noun in pairwise(way):
        by = tree.lemmas[below] if tree.deps[below] == "prep" else tree.deps[below]
        if by in {"by", "agent", "poss", "nsubj"}:
            return False  # "a plan by Fiji", "the pact that Fiji signed"
        goods = tree.lemmas[noun] in classes["commodity"] | classes["trade_flow"]
        if by == "from" and goods:
            return True
        agreed = tree.lemmas[noun] in classes["agreement"] and by in _PARTNER | _CLAUSES
        decided = tree.lemmas[noun] in _POLICIES and by in {"with", "to"} | _CLAUSES
        if agreed or decided:
            owners = {actor.country for actor in grammar.possessors(noun)} - {None}
            return owners <= {act.source.country}  # but "against Fiji's pact with Tonga"
    return False
