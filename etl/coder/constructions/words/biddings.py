"""What operators make of the act they govern where it is aimed at a third: rallying against somebody, warnings off."""

from collections.abc import Iterator

from etl.coder.actors import Actor
from etl.coder.acts import Proto
from etl.coder.grammar.slots import Grammar
from etl.coder.recall.antecedents import GOVERNED
from etl.coder.roots import PUNISHING
from etl.dictionaries import Operator

_INCLINED = frozenset("commit committed willing ready eager keen seek".split(" "))
_COURTED = frozenset({"050", "060", "061"})


def rallied(proto: Proto, callers: list[Actor], called: list[Actor], rule_id: str, trigger: int) -> Iterator[Proto]:
    """Yield the rallying against somebody in "urged the United Nations to impose sanctions on North Korea".

    Who asks his own side alone ("urged the government to break off relations with Estonia") rallies nobody.
    """
    own = {actor.key for actor in called} <= {actor.key for actor in callers}
    if own and (called or all(actor.role in GOVERNED for actor in callers)):
        return
    keys = {actor.key for actor in (*callers, *called)}
    against = tuple(actor for actor in proto.targets if actor.key not in keys)
    ended = "end" in proto.operators  # "to stop arming Taiwan" punishes nobody
    if proto.code[:2] in PUNISHING and not ended and proto.status != "negated" and callers and against:
        chain = ("appeal", *proto.operators)
        yield Proto("113", tuple(callers), against, "oneway", f"{rule_id}({proto.rule_id})", trigger, rank=8, operators=chain)


def asked(proto: Proto, operator: Operator) -> tuple[Actor, ...]:
    """Return who is asked to do an act: whoever is to do it, where that is told: "urged an end to the US embargo on Cuba"."""
    alone = proto.kind == "oneway" and operator.operator in {"appeal", "demand"} and proto.sources
    return proto.sources if alone else (*proto.sources, *proto.targets)


def decreed(grammar: Grammar, token: int, operator: Operator, inner: int) -> bool:
    """Whether "order" orders a measure of one's own and not somebody: "ordered sanctions against"."""
    ordered = operator.operator == "demand" and grammar.tree.lemmas[token] == "order" and not grammar.is_verb(inner)
    return ordered and inner in grammar.objects(token)


def endangered(grammar: Grammar, verb: int, rule_id: str) -> Iterator[Proto]:
    """Yield what a thing threatens to do, as a mere statement: "tariffs threaten to hurt Vietnam's exporters"."""
    things = [thing for clause in grammar.complements(verb) for thing in grammar.objects(clause)]
    doers, sufferers = (
        [actor for part in side for actor in grammar.actors(part, loose=True)] for side in (grammar.agents(verb), things)
    )
    if doers and sufferers:
        yield Proto("010", tuple(doers), tuple(sufferers), "oneway", rule_id, verb, rank=8, operators=("threaten",))


def warned_off(
    grammar: Grammar, clause: int, token: int, operator: Operator, sides: tuple[list[Actor], list[Actor]]
) -> Proto | None:
    """Return the bare warning where a clause is what somebody is warned against doing, no act of the one who warns."""
    if operator.operator != "threaten" or not sides[1] or not grammar.is_verb(token):
        return None
    preposition = grammar.tree.head[clause]
    if grammar.tree.deps[clause] != "pcomp" or grammar.tree.lemmas[preposition] not in {"against", "over", "about"}:
        return None
    return Proto("130", tuple(sides[0]), tuple(sides[1]), "oneway", operator.rule_id, token, rank=8, operators=("threaten",))


def is_own_word(lemma: str, inner: Proto) -> bool:
    """Whether an intent binds only whoever has it: who vows closer ties with somebody, or is willing to meet him."""
    return inner.code[:3] in _COURTED or lemma in _INCLINED


def kept_away(proto: Proto, token: int, operator: Operator, doers: list[Actor], addressees: list[Actor]) -> Proto | None:
    """Return the measure in "told its citizens not to travel to Japan": it is taken against where they are kept from.

    Who asks the leader of his country for a measure, or a lawmaker who asks for one, has not taken it.
    """
    if any(actor.person for actor in addressees) or (doers and all(actor.role in GOVERNED for actor in doers)):
        return None
    own, told = {actor.key for actor in doers}, {actor.key for actor in addressees}
    if operator.operator not in {"appeal", "demand"} or not own or not told or not told <= own:
        return None
    aimed = tuple(actor for actor in proto.targets if actor.key not in own)
    shunned = (proto.code == "042" and proto.status == "negated") or proto.code[:2] == "16"
    if not aimed or not shunned:
        return None
    rule_id = f"{operator.rule_id}({proto.rule_id})"
    chain = (operator.operator, *proto.operators)
    return Proto("160", tuple(doers), aimed, "oneway", rule_id, token, rank=9, operators=chain)
