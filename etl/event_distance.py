"""How far apart two raw events are: what in them differs, less what their words have in common.

A raw event is what mentions of one day, two sides with roles, code and status make. Two of them are one act in different words if
the countries and the status are the same and the distance is at most `LIMIT`. The distance is a sum: of code, date and roles,
which cost the more the less alike they are; of words, which cost `WORDS` where nothing of the sentences is shared and nothing
where one says all that the other says; of names and figures, by which places are told apart; and of a common article or story.
A part that cannot be bridged is infinite. Weights were chosen on half of tests/events and measured on the other half. Pure: no
frame, no database.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from math import inf
from pathlib import Path

from etl.dictionaries.actors import NAME_COLUMNS
from etl.dictionaries.rows import read_rows

LIMIT = 3.2
WORDS = 4.0

# Code: one is a coarser name of the other (04, 040 and 042; 112 and 1121), or close_codes.csv names the two.
CLOSE_CODE = 0.4
# Dates. A date the sentence states is firm. One taken from publication is that day or somewhat earlier.
DAY_LATE = 0.4  # for each day, up to two, that a report published later took for the day of an act another report dates
DAY_EARLY = 1.0  # one day the other way: time zones
DAY_UNKNOWN = 0.8  # both reports took the day of publication, one day apart
DAY_FIRM = 2.5  # both state a day, one day apart: an act overnight
PERIOD_HOLDS_DAY = 1.0  # "last week", "in January" beside a day within
MAX_DAYS_LATE = 2
# Roles: a country by its name (GOV) beside one of its branches; beside its people or firms; official branches among themselves.
BRANCHES = frozenset({"MIL", "SPY", "LEG", "COP", "JUD", "ELI"})
BRANCH, PEOPLE, BRANCHES_DIFFER = 0.3, 0.6, 1.0
# Names (words with capitals inside a sentence) and figures: shared, or different where both sentences have some.
NAME_SHARED, NAMES_DIFFER = -0.8, 0.8
SAME_ARTICLE, SAME_STORY = -0.8, -0.4
FEW_WORDS = 2  # with fewer words of its own a sentence says nothing but the act

STEM_LETTERS = 6
CLOSE_COLUMNS = tuple("code,other,source,note".split(","))
_TOKEN = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_NO_NAMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september "
    "october november december mr mrs ms i".split()
)
_STOP = frozenset(
    "the a an and or but of in on at by to for from with without into over under after before during since until as than "
    "that this these those it its he his him she her they their them we our us you your who whom whose which what when "
    "where while is are was were be been being has have had do does did will would shall should can could may might must "
    "not no nor so such also again new more most other another said says told according about against between among through "
    "off up down out near some any all both each one two three four five six seven eight nine ten first second last next "
    "year years month months week weeks day days today yesterday tomorrow official officials government minister ministry "
    "president spokesman spokeswoman spokesperson leader country countries state states foreign".split()
)


@dataclass(frozen=True, slots=True)
class RawEvent:
    """What is compared of a raw event. It is taken from the article that told it first, so later articles cannot change it.

    `last` is the last day of the period that the date names; `is_stated` says that a sentence names the date; `words` and `names`
    are what `content` gives.
    """

    raw_event_id: str
    source_role: str
    target_role: str
    event_code: str
    first: date
    last: date
    is_stated: bool
    article_id: str
    story_id: str
    words: frozenset[str]
    names: frozenset[str]

    @property
    def is_period(self) -> bool:
        """Whether only a period is known."""
        return self.first != self.last


class CloseCodes:
    """Which codes may stand for one act: a code and a coarser name of it, and the pairs of `close_codes.csv`."""

    def __init__(self, directory: Path) -> None:
        rows = read_rows(directory / "close_codes.csv", CLOSE_COLUMNS)
        self._pairs = frozenset(frozenset((row["code"], row["other"])) for row in rows)
        self._known: dict[tuple[str, str], float] = {}
        self._roots: dict[str, set[str]] = {}
        for one, other in (tuple(code[:2] for code in sorted(pair)) for pair in self._pairs):
            self._roots.setdefault(one, {one}).add(other)
            self._roots.setdefault(other, {other}).add(one)

    def roots(self, code: str) -> set[str]:
        """Return the roots of all codes that may be close to a code: its own, and those that a listed pair joins it with."""
        return self._roots.get(code[:2]) or {code[:2]}

    def distance(self, one: str, other: str) -> float:
        """Return 0 for equal codes, `CLOSE_CODE` for close ones, else infinity."""
        if one == other:
            return 0.0
        if (one, other) not in self._known:
            close = _is_coarser(one, other) or _is_coarser(other, one) or frozenset((one, other)) in self._pairs
            self._known[one, other] = CLOSE_CODE if close else inf
        return self._known[one, other]


def _is_coarser(one: str, other: str) -> bool:
    """Whether the first code names the act of the second, only less exactly: a root, its code ending in 0, or a base code."""
    return other.startswith(one) or one == f"{other[:2]}0"


def distance(one: RawEvent, other: RawEvent, codes: CloseCodes) -> float:
    """Return how far apart two raw events of the same countries and status are; it is the same both ways round."""
    apart = codes.distance(one.event_code, other.event_code)
    if apart == inf:
        return inf
    apart += _date_distance(one, other) + _role_distance(one.source_role, other.source_role)
    apart += _role_distance(one.target_role, other.target_role)
    return apart if apart > LIMIT + _most_in_common() else apart + _text_distance(one, other)


def _most_in_common() -> float:
    """Return by how much common words, names and sources can make up for differences."""
    return -(NAME_SHARED + SAME_ARTICLE)


def _date_distance(one: RawEvent, other: RawEvent) -> float:
    """Return the distance of two dates, each of which is a day or a period, stated or taken from publication."""
    if one.is_period or other.is_period:
        overlap = one.first <= other.last and other.first <= one.last
        return PERIOD_HOLDS_DAY if overlap else inf
    days = (other.first - one.first).days
    if days == 0:
        return 0.0
    if one.is_stated and other.is_stated:
        return DAY_FIRM if abs(days) == 1 else inf
    if one.is_stated == other.is_stated:
        return DAY_UNKNOWN if abs(days) == 1 else inf
    late = days if one.is_stated else -days
    if late < 0:
        return DAY_EARLY if late == -1 else inf
    return late * DAY_LATE if late <= MAX_DAYS_LATE else inf


def _role_distance(one: str, other: str) -> float:
    """Return the distance of two roles; what is no government, branch or people of a country keeps to itself."""
    if one == other:
        return 0.0
    if "GOV" in (one, other):
        return BRANCH if {one, other} & BRANCHES else PEOPLE
    return BRANCHES_DIFFER if one in BRANCHES and other in BRANCHES else inf


def _text_distance(one: RawEvent, other: RawEvent) -> float:
    """Return what the words of two raw events say for or against one act."""
    fewer = min(len(one.words), len(other.words))
    shared = len(one.words & other.words) / fewer if fewer >= FEW_WORDS else 0.0
    apart = WORDS * (1 - shared)
    if one.names & other.names:
        apart += NAME_SHARED
    elif one.names and other.names:
        apart += NAMES_DIFFER
    if one.article_id == other.article_id:
        apart += SAME_ARTICLE
    elif one.story_id == other.story_id:
        apart += SAME_STORY
    return apart


def content(evidence: str, actors: Iterable[str]) -> tuple[frozenset[str], frozenset[str]]:
    """Return the stems of a sentence's own words, and its names and figures in small letters.

    Words of the sides (`actors`, in small letters) are left out, for they are the same in all that is compared, and so are words
    that stand in any report. In a headline with capitals throughout there are no names to be told.
    """
    tokens = [match[0] for match in _TOKEN.finditer(evidence)]
    plain = [token.lower().removesuffix("'s").removesuffix("’s") for token in tokens]
    left_out = frozenset(actors)
    is_capital = [token[0].isupper() for token in tokens]
    has_case = sum(is_capital) <= len(tokens) / 2
    words, names = set(), set()
    for place, (token, word) in enumerate(zip(tokens, plain, strict=True)):
        if word in left_out or word in _NO_NAMES:
            continue
        if word.isdigit() or (place > 0 and is_capital[place] and has_case and word not in _STOP):
            names.add(word[:STEM_LETTERS])
        if word not in _STOP and (len(token) > 2 or word.isdigit()):
            words.add(word[:STEM_LETTERS])
    return frozenset(words), frozenset(names)


def last_day(first: date, precision: str) -> date:
    """Return the last day of the period that a date of some precision names."""
    if precision == "day":
        return first
    if precision == "week":
        return first + timedelta(days=6)
    months = {"month": 1, "year": 12}[precision]
    year, month = divmod(first.year * 12 + first.month - 1 + months, 12)
    return date(year, month + 1, 1) - timedelta(days=1)


def names_of_countries(directory: Path) -> Mapping[str, frozenset[str]]:
    """Return for each country the words of its names, adjectives, demonyms, capitals and seats, in small letters."""
    rows = read_rows(directory / "country_names.csv", NAME_COLUMNS)
    found: dict[str, set[str]] = {}
    for row in rows:
        if row["kind"] in {"name", "adjective", "demonym", "capital", "seat"}:
            found.setdefault(row["country"], set()).update(token.lower() for token in _TOKEN.findall(row["name"]))
    return {country: frozenset(names) for country, names in found.items()}
