"""Threats of which nobody is the doer: "said there would be an answer", "said countermeasures would follow"."""

from collections.abc import Iterator

from etl.coder.acts import Proto
from etl.coder.grammar.slots import Grammar
from etl.coder.recall.antecedents import SAYING
from etl.coder.sides.vengeance import is_dire

_INSISTING = frozenset({"insist", "vow", "promise"})


class Forebodings:
    """Finds what somebody says is coming to whoever did something to him."""

    def __init__(self, grammar: Grammar) -> None:
        """Take the sentence's slots."""
        self._grammar = grammar

    def told(self) -> Iterator[Proto]:
        """Yield a threat by whoever says so; at whom it is, an earlier sentence tells."""
        tree, grammar = self._grammar.tree, self._grammar
        for verb in filter(grammar.is_verb, tree.places(SAYING | _INSISTING)):
            speakers = tuple(actor for actor in grammar.doers(verb) if actor.country)
            if speakers and not tree.kids(verb, "neg") and any(is_dire(grammar, clause) for clause in tree.kids(verb, "ccomp")):
                yield Proto("130", speakers, (), "oneway", f"verb:{tree.lemmas[verb]}~foreboding", verb, rank=6)
