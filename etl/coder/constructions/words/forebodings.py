"""Threats of which nobody is the doer: "said there would be an answer", "warned that its tariffs would hurt both sides"."""

from collections.abc import Iterator

from etl.coder.actors import Actor
from etl.coder.acts import Proto
from etl.coder.grammar.slots import Grammar
from etl.coder.recall.antecedents import SAYING
from etl.coder.sides.vengeance import is_dire

_INSISTING = frozenset({"insist", "vow", "promise"})
_WARNING = frozenset({"warn", "caution"})
_TO_COME = frozenset({"will", "would", "could", "shall", "'ll", "can"})
_STEPS = frozenset(
    (
        "tariff duty levy sanction embargo blockade ban curb control restriction boycott sale delivery shipment supply "
        "transfer deployment missile base drill exercise manoeuvre maneuver patrol buildup build-up presence expansion "
        "accession membership move step plan proposal policy action measure decision law bill act intervention "
        "interference meddling support backing recognition visit trip demand threat pressure campaign pullout "
        "withdrawal exit check probe investigation ruling project dam subsidy discharge release dumping statement "
        "remark comment bid attempt effort strategy rearmament"
    ).split()
)
_PRIVATE = frozenset({"BUS", "CVL", "LAB", "EDU", "MED"})
"""Whose warnings are forecasts."""
_GOOD = frozenset("help boost benefit improve strengthen deepen bolster support stabilise stabilize calm ease save".split())


class Forebodings:
    """Finds what somebody says is coming to whoever did something to him."""

    def __init__(self, grammar: Grammar) -> None:
        """Take the sentence's slots."""
        self._grammar = grammar

    def told(self) -> Iterator[Proto]:
        """Yield a threat by whoever says so; at whom it is, an earlier sentence tells."""
        tree, grammar = self._grammar.tree, self._grammar
        for verb in filter(grammar.is_verb, tree.places(SAYING | _INSISTING | _WARNING)):
            speakers = tuple(actor for actor in grammar.doers(verb) if actor.country)
            if not speakers or tree.kids(verb, "neg"):
                continue
            rule_id = f"verb:{tree.lemmas[verb]}~foreboding"
            if any(is_dire(grammar, clause) for clause in tree.kids(verb, "ccomp")):
                yield Proto("130", speakers, (), "oneway", rule_id, verb, rank=6)
            elif (takers := self._whose_step(verb, {actor.key for actor in speakers})) and not _PRIVATE.issuperset(
                actor.role for actor in speakers
            ):
                yield Proto("130", speakers, takers, "oneway", rule_id, verb, rank=2)

    def _whose_step(self, verb: int, own: set[str]) -> tuple[Actor, ...]:
        """Return those of whose step somebody warns that it will do harm: "warns U.S. chip tariffs would push up prices"."""
        tree, grammar = self._grammar.tree, self._grammar
        if tree.lemmas[verb] not in _WARNING or grammar.objects(verb):
            return ()
        for clause in tree.kids(verb, "ccomp"):
            if not _TO_COME & set(grammar.auxiliaries(clause)) or tree.kids(clause, "neg") or tree.lemmas[clause] in _GOOD:
                continue
            steps = [noun for noun in tree.kids(clause, "nsubj") if tree.lemmas[noun] in _STEPS]
            if found := [one for noun in steps for one in grammar.possessors(noun) if one.country and one.key not in own]:
                return tuple(found)
        return ()
