"""What an article has announced: "the meeting" in the sentence after "will meet on Friday" still lies ahead."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from etl.coder.acts import Act
from etl.coder.grammar.slots import Grammar
from etl.coder.status.bygones import is_followed
from etl.records import LIVE

_MEETING, _AHEAD = "04", "036"
_PERFECT = frozenset({"have", "has", "had", "having"})


class Agenda:
    """Remembers, within one article, between whom talks were announced and who has met already."""

    def __init__(self) -> None:
        """Start with nothing announced."""
        self._announced: set[frozenset[str]] = set()
        self._held: set[frozenset[str]] = set()

    def settle(self, acts: Sequence[Act], grammar: Grammar) -> Iterator[Act]:
        """Yield the acts of one sentence; a noun for talks that were announced before is an announcement again.

        A past tense, or a meeting told before, says that it took place after all.
        """
        held: set[frozenset[str]] = set()
        announced: set[frozenset[str]] = set()
        for act in acts:
            pair = frozenset({act.source.key, act.target.key})
            if act.code == _AHEAD and act.status in LIVE:
                announced.add(pair)
            elif act.code[:2] == _MEETING and act.status == "happened":
                if pair in self._announced and pair not in self._held and self._untensed(act, grammar):
                    yield replace(act, code=_AHEAD, status="announced", rule_id=f"{act.rule_id}~announced")
                    continue
                held.add(pair)
            yield act
        self._announced |= announced
        self._held |= held - announced

    @staticmethod
    def _untensed(act: Act, grammar: Grammar) -> bool:
        """Whether an act is a noun whose verb is in no past tense ("the meeting comes as")."""
        tree = grammar.tree
        if grammar.is_verb(act.trigger) or is_followed(tree, act.trigger):
            return False
        verb = next((above for above in tree.ancestors(act.trigger) if grammar.is_verb(above) or tree.pos[above] == "AUX"), None)
        return verb is None or (tree.tags[verb] != "VBD" and not _PERFECT & set(grammar.auxiliaries(verb)))
