"""What is found of dates: a phrase with the days it may mean, and the date that an act is given."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from etl.coder.days.periods import Reading, Span

NEWS_REACH = timedelta(days=30)
"""What is older than that on the day of publication is background (docs/coding_rules.md)."""
_SINCE = re.compile(r"\b[Ss]ince(?: (?:last|early|late|mid)| the(?: [\w’'-]+){1,5} (?:of|on|in))?[ -]?$")


@dataclass(frozen=True, slots=True)
class DatePhrase:
    """A date phrase and where it stands; `back` are its first and last day when it looks back, `ahead` when it looks forward."""

    text: str
    start: int
    end: int
    precision: str
    back: Span
    ahead: Span
    since: bool = False

    def days(self, *, future: bool) -> Span:
        """Return first and last day, for what is to come or for what has been."""
        return self.ahead if future else self.back


@dataclass(frozen=True, slots=True)
class Dating:
    """The date given to an act: the day, its precision, the words it came from (None where defaulted) and its basis."""

    day: date
    last: date
    precision: str
    text: str | None
    basis: str
    since: bool = False


def near(phrase: DatePhrase, published: date) -> bool:
    """Whether what a date phrase looks back to ends within thirty days of the publication."""
    return abs(published - phrase.back[1]) <= NEWS_REACH


def phrase_of(text: str, start: int, end: int, reading: Reading) -> DatePhrase:
    """Return the phrase of a text between two letters with what it means; `since` by the words before it."""
    words = text[start:end]
    since = words.lower().startswith("since") or bool(_SINCE.search(text[max(0, start - 60) : start]))
    return DatePhrase(words, start, end, reading.precision, reading.back, reading.ahead, since)


def touches(span: tuple[int, int], others: Iterable[tuple[int, int]]) -> bool:
    """Whether a stretch of a text has a letter in common with one of some others."""
    return any(span[0] < right and left < span[1] for left, right in others)
