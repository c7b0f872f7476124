"""When an act took place: date phrases, their resolution to days, and which phrase belongs to which act.

A phrase gives a first and a last day and a precision; it is resolved against the publication day. Weekdays and months without a
year look back for what has happened and ahead for what is announced.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from etl.coder.parser import Tree

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"), ("february", "feb"), ("march", "mar"), ("april", "apr"), ("may",), ("june", "jun"), ("july", "jul"),
            ("august", "aug"), ("september", "sept", "sep"), ("october", "oct"), ("november", "nov"), ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}  # fmt: skip
WEEKDAYS = {name: number for number, name in enumerate("monday tuesday wednesday thursday friday saturday sunday".split(" "))}
NUMBERS = {word: n for n, word in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split(" "))} | {
    "a": 1, "an": 1, "couple": 2, "few": 3, "several": 4,
}  # fmt: skip
_MONTH = r"(?P<month>January|February|March|April|May|June|July|August|September|October|November|December|Jan\.?|Feb\.?|Mar\.?|Apr\.?|Jun\.?|Jul\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)"
_DAY = r"(?P<day>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_COUNT = r"(?P<count>\d{1,3}|a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a couple of|a few|several)"
_UNIT = r"(?P<unit>day|week|month|year|decade)s?"
_PATTERNS = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        ("full", rf"\b{_MONTH}\s+{_DAY}(?:\s*[-–]\s*\d{{1,2}})?,?\s+{_YEAR}\b"),
        ("full", rf"\b{_DAY}\s+{_MONTH},?\s+{_YEAR}\b"),
        ("iso", r"\b(?P<year>(?:19|20)\d\d)-(?P<m>\d\d)-(?P<day>\d\d)\b"),
        ("month_year", rf"\b{_MONTH}(?:\s+of)?,?\s+{_YEAR}\b"),
        ("day", rf"\b{_MONTH}\s+{_DAY}\b(?!\s*(?:%|percent|years|km|people))"),
        ("day", rf"\b{_DAY}(?:\s+of)?\s+{_MONTH}(?!\w)"),
        ("ago", rf"\b(?i:{_COUNT})\s+{_UNIT}\s+(?:ago|earlier)\b"),
        ("relative", r"\b(?i:(?P<way>last|past|this|next|previous|coming|following)\s+(?P<unit>week|month|year|weekend|summer|winter|spring|autumn|fall))\b"),
        ("named_month", rf"\b(?P<way>[Ll]ast|[Nn]ext|[Tt]his)\s+{_MONTH}(?!\w)"),
        ("weekday", r"\b(?:(?P<way>[Ll]ast|[Nn]ext|[Tt]his|[Cc]oming)\s+)?(?P<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b"),
        ("near", r"\b(?P<near>[Tt]oday|[Tt]onight|[Yy]esterday|[Tt]omorrow)\b"),
        ("month", r"(?:\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y|[Ee]arly|[Ll]ate|[Mm]id|[Dd]uring|[Ff]rom|[Ll]ater in|[Ee]arlier in)[ -])(?:(?:early|late|mid)[ -])?" + _MONTH + r"(?!\w)(?!\s+\d)"),
        ("year", r"\b" + _YEAR + r"(?=\s+(?!people|soldiers|troops|km|percent|billion|million)[a-z])"),  # "his 2013 trip"
        ("year", r"(?:\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y|[Ee]arly|[Ll]ate|[Dd]uring|[Ff]rom|of|the)[ -])" + _YEAR + r"\b(?!\s*-?\s*(?:people|soldiers|troops|km|percent|billion|million))"),
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class DatePhrase:
    """A date phrase and where it stands; `first` and `last` are its days when it looks back, `ahead` when it looks forward."""

    text: str
    start: int
    end: int
    precision: str
    back: tuple[date, date]
    ahead: tuple[date, date]
    since: bool = False

    def days(self, *, future: bool) -> tuple[date, date]:
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


def phrases(text: str, published: date) -> list[DatePhrase]:
    """Return the date phrases of a sentence, longest reading first, never overlapping, in order of the words."""
    taken: list[tuple[int, int]] = []
    found: list[DatePhrase] = []
    for name, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            start, end = match.span()
            if any(start < right and left < end for left, right in taken):
                continue
            resolved = _resolve(name, match, published)
            if resolved is None:
                continue
            precision, back, ahead = resolved
            taken.append((start, end))
            since = bool(re.search(r"\b[Ss]ince(?: (?:last|early|late|mid))?[ -]?$", text[max(0, start - 14) : start])) or match[
                0
            ].lower().startswith("since")
            found.append(DatePhrase(match[0], start, end, precision, back, ahead, since))
    return sorted(found, key=lambda phrase: phrase.start)


def _resolve(name: str, match: re.Match[str], day: date) -> tuple[str, tuple[date, date], tuple[date, date]] | None:
    parts = match.groupdict()
    try:
        if name in {"full", "iso"}:
            month = int(parts["m"]) if name == "iso" else _month(parts["month"])
            exact = date(int(parts["year"]), month, int(parts["day"]))
            return "day", (exact, exact), (exact, exact)
        if name == "day":
            return _day_of_year(_month(parts["month"]), int(parts["day"]), day)
        if name == "month_year":
            span = _month_span(int(parts["year"]), _month(parts["month"]))
            return "month", span, span
        if name == "month":
            return _bare_month(_month(parts["month"]), day)
        if name == "named_month":
            return _named_month(parts["way"].lower(), _month(parts["month"]), day)
        if name == "year":
            year = int(parts["year"])
            span = (date(year, 1, 1), date(year, 12, 31))
            return "year", span, span
    except ValueError:
        return None  # 31 June and the like
    if name == "weekday":
        return _weekday(parts["way"], WEEKDAYS[parts["weekday"].lower()], day)
    if name == "near":
        exact = day + timedelta(days={"yesterday": -1, "tomorrow": 1}.get(parts["near"].lower(), 0))
        return "day", (exact, exact), (exact, exact)
    if name == "ago":
        return _ago(parts["count"].lower(), parts["unit"], day)
    return _relative(parts["way"].lower(), parts["unit"].lower(), day)


def _month(word: str) -> int:
    return MONTHS[word.lower().rstrip(".")]


def _month_span(year: int, month: int) -> tuple[date, date]:
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def _shift_month(day: date, months: int) -> tuple[date, date]:
    index = day.year * 12 + day.month - 1 + months
    return _month_span(index // 12, index % 12 + 1)


def _day_of_year(month: int, number: int, day: date) -> tuple[str, tuple[date, date], tuple[date, date]]:
    """Resolve "January 2": the nearest one not far ahead when looking back, not far behind when looking ahead."""
    candidates = [
        date(year, month, number) for year in (day.year - 1, day.year, day.year + 1) if number <= monthrange(year, month)[1]
    ]
    if not candidates:
        raise ValueError  # 31 June
    back = max((one for one in candidates if one <= day + timedelta(days=2)), default=candidates[0])
    ahead = min((one for one in candidates if one >= day - timedelta(days=60)), default=candidates[-1])
    return "day", (back, back), (ahead, ahead)


def _bare_month(month: int, day: date) -> tuple[str, tuple[date, date], tuple[date, date]]:
    back = _month_span(day.year if month <= day.month else day.year - 1, month)
    ahead = _month_span(day.year if month >= day.month else day.year + 1, month)
    return "month", back, ahead


def _named_month(way: str, month: int, day: date) -> tuple[str, tuple[date, date], tuple[date, date]]:
    if way == "next":
        span = _month_span(day.year if month > day.month else day.year + 1, month)
    elif way == "last":
        span = _month_span(day.year if month < day.month else day.year - 1, month)
    else:
        span = _month_span(day.year, month)
    return "month", span, span


def _weekday(way: str | None, number: int, day: date) -> tuple[str, tuple[date, date], tuple[date, date]]:
    gone = day - timedelta(days=(day.weekday() - number) % 7)
    coming = day + timedelta(days=(number - day.weekday()) % 7)
    if way and way.lower() == "last":
        gone = gone if gone < day else gone - timedelta(days=7)
        return "day", (gone, gone), (gone, gone)
    if way and way.lower() == "next":
        coming = coming if coming > day else coming + timedelta(days=7)
        return "day", (coming, coming), (coming, coming)
    return "day", (gone, gone), (coming, coming)


def _ago(count: str, unit: str, day: date) -> tuple[str, tuple[date, date], tuple[date, date]] | None:
    words = [word for word in count.split() if word != "of"]
    number = int(count) if count.isdigit() else NUMBERS[words[-1]]
    if unit == "day":
        exact = day + timedelta(days=-number)
        return "day", (exact, exact), (exact, exact)
    if unit == "week":
        middle = day + timedelta(weeks=-number)
        span = (middle - timedelta(days=middle.weekday()), middle + timedelta(days=6 - middle.weekday()))
        return "week", span, span
    if unit == "month":
        span = _shift_month(day, -number)
        return "month", span, span
    year = day.year - number * (10 if unit == "decade" else 1)
    if not 1 <= year <= 9999:
        return None
    span = (date(year, 1, 1), date(year, 12, 31))
    return "year", span, span


def _relative(way: str, unit: str, day: date) -> tuple[str, tuple[date, date], tuple[date, date]] | None:
    step = {"last": -1, "past": -1, "previous": -1, "this": 0, "next": 1, "coming": 1, "following": 1}[way]
    if unit in {"week", "weekend"}:
        monday = day - timedelta(days=day.weekday()) + timedelta(weeks=step)
        if unit == "weekend":
            saturday = monday + timedelta(days=5)
            return "day", (saturday, saturday + timedelta(days=1)), (saturday, saturday + timedelta(days=1))
        span = (monday, monday + timedelta(days=6))
        return "week", span, span
    if unit == "month":
        span = _shift_month(day, step)
        return "month", span, span
    if unit == "year":
        span = (date(day.year + step, 1, 1), date(day.year + step, 12, 31))
        return "year", span, span
    start = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}[unit]
    year = day.year + (step or 0)
    if way == "last" and start + 2 < day.month:
        year = day.year
    first = date(year, start, 1)
    span = (first, _shift_month(first, 2)[1])
    return "month", span, span


def date_of(tree: Tree, trigger: int, found: list[DatePhrase], published: date, *, future: bool) -> Dating:
    """Return the date of an act: the phrase nearest to its trigger in the tree, else the publication day.

    A phrase that hangs on the reporting verb dates the report: it dates a past act only if nothing nearer does, a future act
    never.
    """
    best: tuple[int, DatePhrase] | None = None
    for phrase in found:
        span = tree.token_at(phrase.start, phrase.end)
        if span is None:
            continue
        distance = _distance(tree, trigger, tree.span_head(*span))
        if distance is None or distance > 7:
            continue
        first, last = phrase.days(future=future)
        if future and last < published - timedelta(days=1):
            continue
        if not future and first > published + timedelta(days=1):
            continue
        if best is None or distance < best[0]:
            best = (distance, phrase)
    if best is None:
        return Dating(published, published, "day", None, "published")
    first, last = best[1].days(future=future)
    day = min(max(first, published), last) if future and first < published <= last else first
    return Dating(day, last, best[1].precision, best[1].text, "sentence", best[1].since)


def _distance(tree: Tree, one: int, other: int) -> int | None:
    """Return the number of arcs between two tokens, None where they lie in separate trees."""
    up = {token: steps for steps, token in enumerate(_and_above(tree, one))}
    for steps, token in enumerate(_and_above(tree, other)):
        if token in up:
            return up[token] + steps
    return None


def _and_above(tree: Tree, token: int) -> Iterator[int]:
    yield token
    yield from tree.ancestors(token)
