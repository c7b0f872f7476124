"""Who goes on to speak after a colon: "Minju Joson says in a commentary: The situation is grave. Japan's moves are its cause"."""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from etl.coder.actors import Actor
from etl.coder.naming.bearers import choose
from etl.coder.recall.glimpses import bare_actor
from etl.coder.sentences import Sentence
from etl.dictionaries import Name
from etl.dictionaries.phrases import Match

_OPENING = re.compile(
    r"(?P<who>.{3,70}?) (?:says|said|writes|wrote|stresses|stressed|notes|noted|declares|declared|warns|warned) "
    r"(?:\w+ )?in (?:an?|its|his|her|the) (?:[\w-]+ ){0,3}?(?:commentary|article|editorial|essay|column|op-ed|commentary article)"
    r"(?: [^:.\"“]{0,60})?: (?![\"“‘])"
)
_TELLING = re.compile(r"\b(?:say|says|said|told|according to|added|adds|reported|reports|wrote|writes)\b")
HEARD = 2
"""Sentences behind such an opening that are still the same voice's."""


def opens(text: str) -> bool:
    """Whether a sentence opens what somebody writes, without quotation marks."""
    return ":" in text and _OPENING.match(text) is not None


def goes_on(sentence: Sentence, before: Sequence[Sentence]) -> bool:
    """Whether a sentence stands close behind such an opening, and tells of nobody else who speaks."""
    near = [one for one in before if not one.is_title and sentence.index - one.index <= HEARD and opens(one.text)]
    rest = [one for one in before if near and one.index > near[-1].index]
    return bool(near) and not any(map(_tells, (*rest, sentence)))


def _tells(sentence: Sentence) -> bool:
    """Whether a sentence has a speaker of its own, or somebody's quoted words."""
    return _TELLING.search(sentence.text) is not None or sentence.text[:1] in '"“‘'


def writer(text: str, matches: Iterable[Match[Name]], day: date) -> Actor | None:
    """Return who writes what follows, where the opening names just one country or its paper."""
    opening = _OPENING.match(text)
    if opening is None:
        return None
    names = [choose(match.values, day) for match in matches if match.end <= opening.end("who")]
    found = {name.country: name for name in names if name is not None and name.country and name.kind != "not_actor"}
    return bare_actor(next(reversed(list(found.values())))) if len(found) == 1 else None
