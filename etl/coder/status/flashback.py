"""The dates of an article by sentence; and flashbacks: what goes on from an old date behind the lead is still in the past.

"In July 2019 Tokyo curbed exports of chemicals. South Koreans boycotted Japanese beer." - the boycott is of 2019 too.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from etl.coder.dates import anchored, bygone, phrases
from etl.coder.days.phrases import DatePhrase, near
from etl.coder.sentences import LEAD, Sentence

_REACH = 2
"""Sentences that one old date carries; a paragraph of news is rarely longer."""

_MEMORY = 5
"""Sentences for which "in that call" still means the one of the old date."""

_THAT = re.compile(
    r"(?:In|During|At|On|After|Before) (?:that|the same|those) (?:\w+ )?(?:call|conversation|talks?|meeting|visit|trip|summit"
    r"|speech|letter|interview|address|occasion|attack|raid|war|year|month|time|campaign|day)\b"
)
_PLUPERFECT = re.compile(r"\bhad (?:already |also |then |since )?\w+(?:ed|en|wn|ne|de|ht|id|un|ut|it|ld|ft|nt)\b")

_OPENING = 4  # characters before the date: "In"


def dates_of(found: Iterable[Sentence], published: date) -> dict[int, list[DatePhrase]]:
    """Return the date phrases of each sentence; "two days later" counts from the last date before it."""
    dates: dict[int, list[DatePhrase]] = {}
    anchor: DatePhrase | None = None
    for sentence in found:
        dates[sentence.index] = phrases(sentence.text, published, anchor)
        anchor = anchored(dates[sentence.index], sentence.text, published, anchor)
    return dates


def flashbacks(sentences: Sequence[Sentence], dates: Mapping[int, Sequence[DatePhrase]], published: date) -> Iterator[int]:
    """Yield the numbers of the sentences that are told of an old day named before them; `dates` are the phrases by number."""
    left, paragraph, gone = 0, -1, 0
    for sentence in sentences:
        told = [one for one in dates[sentence.index] if not one.since]
        gone -= 1
        if told:
            old = _are_old(told, published)
            left, paragraph, gone = (_REACH if old else 0), sentence.paragraph, (_MEMORY if old else 0)
        elif gone > 0 and _THAT.match(sentence.text):
            gone = _MEMORY
            yield sentence.index
        elif left and sentence.paragraph == paragraph and (sentence.index > LEAD or _PLUPERFECT.search(sentence.text)):
            left -= 1
            yield sentence.index
        else:
            left = 0


def begins_long_ago(dates: Sequence[DatePhrase], published: date) -> bool:
    """Whether a sentence opens with an old date and names no other: "In 2019 drones hit the plant, an attack that ..."."""
    told = [one for one in dates if not one.since]
    return bool(told) and told[0].start <= _OPENING and _are_old(told, published)


def _are_old(dates: Sequence[DatePhrase], published: date) -> bool:
    return not any(near(one, published) or timedelta(0) < one.ahead[0] - published <= published - one.back[1] for one in dates)


def carried(sentences: Sequence[Sentence], dates: Mapping[int, Sequence[DatePhrase]], published: date) -> dict[int, DatePhrase]:
    """Return for sentences without a date the day that the one before them gives, in the same paragraph and not to come."""
    found: dict[int, DatePhrase] = {}
    last: DatePhrase | None = None
    left, paragraph = 0, -1
    for sentence in sentences:
        if dates[sentence.index]:
            come = bygone(dates[sentence.index], sentence.text)  # "will ban imports from Friday" gives no day to what follows
            told = [one for one in come if one.precision == "day" and not one.since and near(one, published)]
            last = told[-1] if told and told[-1].back[0] <= published and len(dates[sentence.index]) == 1 else None
            left, paragraph = _REACH, sentence.paragraph
        elif last is not None and left and sentence.paragraph == paragraph:
            left -= 1
            found[sentence.index] = last
    return found
