"""Whom a disaster struck, for the sentences that tell of aid without saying to whom: "Japan has pledged $10 million"."""

import re
from collections.abc import Collection, Sequence
from datetime import date

from etl.coder.actors import Actor
from etl.coder.naming.bearers import choose
from etl.coder.recall.glimpses import bare_actor
from etl.dictionaries import Name
from etl.dictionaries.phrases import Match

_MADE_BY_MEN = frozenset({"fire", "crash", "collapse", "explosion", "blast", "derailment"})  # war brings them, too
_ILLNESSES = frozenset({"ebola", "cholera"})
_FOR_IT = (
    "shelter|fund|insurance|warning|season|defence|defense|alert|drill|relief|preparedness|barrier|expert"  # "typhoon shelters"
)
_PART = r"(?:the )?(?:(?:north|south|east|west|central|northern|southern|eastern|western|\w+-\w+) )?(?:and \w+ern )?"
_STRUCK = re.compile(
    r"\b(?:in|across|through|over|off|around|hit|hits|struck|strikes|rocked|rattled|battered|devastated|lashed|pounded|ravaged|swept|flooded"
    rf"|inundated|jolted|shook|shaken) {_PART}(?:\w+ (?:in|of) {_PART})?$",
    re.IGNORECASE,
)


class Afflictions:
    """Knows a disaster when a sentence names one."""

    def __init__(self, disasters: Collection[str]) -> None:
        """Take the nouns for disasters."""
        words = "|".join(sorted(map(re.escape, (set(disasters) | _ILLNESSES) - _MADE_BY_MEN)))
        self._illness = re.compile(rf"\b(?:{'|'.join(sorted(_ILLNESSES))})\b", re.IGNORECASE)
        self._disaster = re.compile(rf"\b(?:{words})s?\b(?! (?:{_FOR_IT})s?\b)", re.IGNORECASE)

    def struck(self, matches: Sequence[Match[Name]], text: str, day: date) -> Actor | None:
        """Return the one country that a sentence says a disaster struck: "floods in southern Chad"; None where there is none.

        Where no word tells the place, it is the only country named: "Nepal's quake killed 900".
        """
        if self._disaster.search(text) is None:
            return None
        names = [(match, name) for match in matches if (name := choose(match.values, day)) is not None and name.country]
        named = [(match, name) for match, name in names if name.kind in {"name", "capital", "city", "territory"}]
        placed = [name for match, name in named if _STRUCK.search(text[: match.start])]
        alone = [name for _, name in named] if self._illness.search(text) is None and len(named) == len(names) else []
        found = {name.country: name for name in placed or alone}
        return bare_actor(next(iter(found.values()))) if len(found) == 1 else None
