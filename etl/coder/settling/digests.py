"""Titles that sum up or explain what the news told before: "Xi-Trump summit: 5 takeaways", "What to know about the ban"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from etl.coder.acts import Act
from etl.coder.grammar.slots import Grammar
from etl.records import LIVE

_SUMMING_UP = re.compile(
    r"\b(?:takeaways?|(?:things?|points?|facts?) (?:to|you should|you need to) (?:know|watch)"
    r"|what (?:do )?(?:we|you) (?:need to )?know|what to (?:know|expect|watch|make of)|(?:all|everything) you need to know"
    r"|key (?:questions|dates|moments|points)|in (?:pictures|photos|charts|numbers)|at a glance"
    r"|(?:three|four|five|[3-9]) (?:key )?(?:questions|scenarios|lessons|reasons))\b"
    r"|^(?:explainer|timeline|factbox|quiz|analysis|q&a|chronology)\b[:.| ]",
    re.IGNORECASE,
)


def told_before(acts: Sequence[Act], grammar: Grammar) -> Iterator[Act]:
    """Yield the acts of one sentence; what a title that sums up or explains names by a noun, or as going on, is old news."""
    summing_up = grammar.is_title and _SUMMING_UP.search(grammar.tree.text) is not None
    for act in acts:
        old = summing_up and act.status in LIVE and grammar.tree.tags[act.trigger] in {"NN", "NNS", "NNP", "VBG"}
        yield replace(act, status="recalled") if old else act
