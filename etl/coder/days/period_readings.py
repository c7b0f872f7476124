"""Periods: what phrases that name weeks, months, years and their parts mean on a day of publication.

The form of a resolver is that of `days.readings`.
"""

import re
from calendar import monthrange
from datetime import date, timedelta

from etl.coder.days import periods
from etl.coder.days.almanac import DECADES, ERAS, SEASONS, WEEKDAYS
from etl.coder.days.periods import DAY, Reading, Span
from etl.coder.days.readings import STEPS, Parts, month_number, number_of, ordinal_of, steps_of

_WILL = re.compile(
    r"\b(?:will|shall|would|should|could|can|may|might|(?:is|are|was|were)\s+(?:due|set|going|expected|scheduled|ready)"
    r"|(?:is|are|set|plans?|hopes?|wants?|aims?|intends?|expects?|promised|vowed|agreed|due|ready|expected|likely)\s+to)\b|(?:'|’)ll\b",
    re.IGNORECASE,
)
_FIRST_SINCE = re.compile(r"\b(?:first|only|second|third|last|once|twice|(?-i:[a-z]+est)|most)\b[^.;]*$", re.IGNORECASE)


_DAYS_OF = {"day": 1.0, "week": 7.0, "fortnight": 14.0, "month": 30.44, "year": 365.25, "decade": 3652.5, "century": 36525.0}
_FEWEST = 2  # units that "weeks ago" may mean
_LAST = 5  # what "the last" of a month is counted as: no month has a sixth week


def _part(match: re.Match[str]) -> str | None:
    parts = match.groupdict()
    return parts.get("part") or parts.get("edge")


def _cut(span: Span, match: re.Match[str]) -> Reading:
    part = _part(match)
    return periods.part(span, part) if part else periods.spread(*span)


def month_year(match: re.Match[str], published: date) -> Reading:  # noqa: ARG001
    """Resolve "November 2023", "early May 2025"."""
    return _cut(periods.month(int(match["year"]), month_number(match["month"])), match)


def month_of_year(match: re.Match[str], published: date) -> Reading:
    """Resolve "May last year"."""
    return _cut(periods.month(published.year + STEPS[match["way"]], month_number(match["month"])), match)


def month_alone(match: re.Match[str], published: date) -> Reading:
    """Resolve "in March", "early March", "last March"."""
    number, way = month_number(match["month"]), (match.groupdict().get("way") or "").lower()
    whole = periods.bare_month(number, published)
    if way == "next":
        span = periods.month(published.year + (number <= published.month), number)
        whole = Reading("month", span, span)
    elif way == "last":
        span = periods.month(published.year - (number >= published.month), number)
        whole = Reading("month", span, span)
    elif way == "this":
        span = periods.month(published.year, number)
        whole = Reading("month", span, span)
    back, ahead = _cut(whole.back, match), _cut(whole.ahead, match)
    return Reading(back.precision, back.back, ahead.ahead)


def year_alone(match: re.Match[str], published: date) -> Reading:  # noqa: ARG001
    """Resolve "in 1937", "late 2024"."""
    return _cut(periods.year(int(match["year"])), match)


def _year_named(parts: Parts, published: date) -> int | None:
    """Return the year that "of 2024", "of last year" or "of the year" names."""
    if parts.get("year"):
        return int(parts["year"] or 0)
    way = (parts.get("way") or "").lower()
    return published.year + STEPS[way] if way else None


def year_fraction(match: re.Match[str], published: date) -> Reading:
    """Resolve "the second quarter", "Q3 2025", "the first half of next year"."""
    parts: Parts = match.groupdict()
    of_year = _year_named(parts, published)
    years = [of_year] if of_year else [published.year - 1, published.year, published.year + 1]
    half = parts.get("half")
    if half:
        first = 1 if half.lower() == "first" else 7
        spans = [(date(one, first, 1), periods.month(one, first + 5)[1]) for one in years]
    else:
        word = (parts.get("quarter") or "").lower()
        which = 4 if word == "last" else ordinal_of(word)
        spans = [periods.quarter(one, which) for one in years]
    return periods.nearest(spans, published)


def season(match: re.Match[str], published: date) -> Reading:
    """Resolve "last summer", "the fall of 1989", "in the spring"."""
    parts: Parts = match.groupdict()
    first = SEASONS[(parts["season"] or "").lower()]
    if parts.get("year"):
        return periods.fixed("year", *periods.season(int(match["year"]), first))
    spans = [periods.season(one, first) for one in range(published.year - 2, published.year + 3)]
    way = (parts.get("way") or "").lower()
    if way in {"last", "past"}:
        return periods.fixed("year", *[one for one in spans if one[1] < published][-1])
    if way in {"next", "coming"}:
        return periods.fixed("year", *next(one for one in spans if one[0] > published))
    if way == "this":
        current = [one for one in spans if one[0] <= published <= one[1]]
        return periods.fixed("year", *(current or [one for one in spans if one[0].year == published.year])[0])
    return periods.nearest(spans, published)


def seasons_ago(match: re.Match[str], published: date) -> Reading:
    """Resolve "two winters ago": the second before the publication."""
    number, first = number_of(match["count"]), SEASONS[match["season"].lower().removesuffix("s")]
    gone = [
        span
        for one in range(published.year - number - 2, published.year + 1)
        if (span := periods.season(one, first))[1] < published
    ]
    return periods.fixed("year", *gone[-number])


def decade(match: re.Match[str], published: date) -> Reading:
    """Resolve "the 1990s", "the early nineties", "the end of the decade"."""
    parts: Parts = match.groupdict()
    if parts.get("word"):
        first = 1900 + DECADES[(parts["word"] or "").lower()]
    elif parts.get("way"):
        first = published.year // 10 * 10 + 10 * STEPS[match["way"].lower()]
    else:
        digits = match["digits"]
        first = int(digits) if len(digits) == 4 else 1900 + int(digits)
        first -= 0 if first <= published.year + 10 else 100
    return _cut((date(first, 1, 1), date(first + 9, 12, 31)), match)


def decade_pair(match: re.Match[str], published: date) -> Reading | None:  # noqa: ARG001 - every resolver has the same form
    """Resolve "the 1950s and 1960s"; decades that run backwards are two dates."""
    first, last = int(match["one"]), int(match["two"])
    return periods.fixed("year", date(first, 1, 1), date(last + 9, 12, 31)) if first < last else None


def century(match: re.Match[str], published: date) -> Reading:
    """Resolve "the 19th century", "last century"."""
    parts: Parts = match.groupdict()
    number = (
        ordinal_of(match["ordinal"]) if parts.get("ordinal") else (published.year - 1) // 100 + 1 + STEPS[match["way"].lower()]
    )
    return _cut((date(100 * number - 99, 1, 1), date(100 * number, 12, 31)), match)


def unit(match: re.Match[str], published: date) -> Reading | None:
    """Resolve "last week", "late next month", "the end of the year", "the week before last"."""
    parts: Parts = match.groupdict()
    way, unit = (parts.get("way") or "the").lower(), match["unit"].lower()
    if way == "past":  # the days up to now
        return periods.fixed(unit, published - timedelta(days={"week": 7, "month": 30, "year": 365}[unit]), published)
    steps = STEPS[way] * (1 + bool(parts.get("twice")))
    whole = periods.unit_around(published, unit, steps)
    return _cut(whole.back, match) if _part(match) else whole


def new_year(match: re.Match[str], published: date) -> Reading:  # noqa: ARG001 - every resolver has the same form
    """Resolve "early in the new year": the year that has begun, and the one that will."""
    return Reading("year", periods.year(published.year), periods.year(published.year + 1))


def within(match: re.Match[str], published: date) -> Reading:
    """Resolve "earlier this month" (up to the day before publication) and "later this month" (from the day after)."""
    first, last = periods.unit_around(published, match["unit"].lower(), 0).back
    if match["side"].lower() == "earlier":
        last = max(published - DAY, first)
    else:
        first = min(published + DAY, last)
    return periods.fixed(match["unit"].lower(), first, last)


def weekend(match: re.Match[str], published: date) -> Reading:
    """Resolve "over the weekend", "last weekend"."""
    way = (match["past"] or match["way"] or "").lower()
    saturday = periods.week(published)[0] + timedelta(days=5)
    weekends = [(saturday + timedelta(weeks=n), saturday + timedelta(weeks=n, days=1)) for n in (-2, -1, 0, 1, 2)]
    if way in {"last", "past"}:
        return periods.spread(*[one for one in weekends if one[1] < published][-1])
    if way == "next":
        return periods.spread(*weekends[3])
    return periods.nearest(weekends, published)


def ago(match: re.Match[str], published: date) -> Reading:
    """Resolve "three weeks ago"."""
    unit, number = steps_of(match["count"], match["unit"])
    return periods.unit_around(published, unit, -number)


def half_ago(match: re.Match[str], published: date) -> Reading | None:
    """Resolve "two and a half years ago", "a week and a half ago": the unit in which that day lies."""
    unit, number = steps_of(match["count"], match["unit"])
    day = published - timedelta(days=round((number + 0.5) * _DAYS_OF[unit]))
    return periods.unit_around(day, "year" if unit in {"decade", "century"} else unit, 0)


def some_ago(match: re.Match[str], published: date) -> Reading:
    """Resolve "weeks ago" as two to five of them: nobody says it of one, nor of many."""
    unit, most = steps_of("five", match["unit"])
    first, last = (periods.unit_around(published, unit, -number).back[side] for number, side in ((most, 0), (_FEWEST, 1)))
    return periods.spread(first, last)


def part_of_month(match: re.Match[str], published: date) -> Reading:
    """Resolve "the first week of May", "the second half of March", "the last Sunday in June"."""
    which, what = match["which"].lower(), match["what"].lower()
    number = 5 if which == "last" else ordinal_of(which)
    named = month_number(match["month"])
    whole = periods.bare_month(named, published)
    months = [periods.month(int(match["year"]), named)] * 2 if match["year"] else [whole.back, whole.ahead]
    back, ahead = (_part_of(one, number, what) for one in months)
    return Reading("day" if what in WEEKDAYS else periods.precision_of(*back), back, ahead)


def days_of_month(match: re.Match[str], published: date) -> Reading:
    """Resolve "the last days of May", "the opening days of March" as its last and first ten."""
    named = month_number(match["month"])
    whole = periods.bare_month(named, published)
    months = [periods.month(int(match["year"]), named)] * 2 if match["year"] else [whole.back, whole.ahead]
    back, ahead = (periods.part(one, "early" if match["which"].lower() in _OPENING else "late") for one in months)
    return Reading(back.precision, back.back, ahead.back)


_OPENING = frozenset({"first", "opening", "early"})


def long_ago(match: re.Match[str], published: date) -> Reading:  # noqa: ARG001 - every resolver has the same form
    """Resolve "long ago" as two to twenty years."""
    return periods.fixed("year", periods.year(published.year - 20)[0], periods.year(published.year - 2)[1])


def era(match: re.Match[str], published: date) -> Reading | None:  # noqa: ARG001
    """Resolve "During the Cold War", "In Soviet times" as its years; "after" it as the ten years behind it."""
    first, last = ERAS[re.sub(r"\s+", " ", match["era"].lower())]
    if match["after"]:
        first, last = last, last + 10
    return periods.fixed("year", periods.year(first)[0], periods.year(last)[1])


def _part_of(month: Span, number: int, what: str) -> Span:
    """Return a week, half or weekday of a month, by its number; the fifth is the last. Raises ValueError for a third half."""
    first, last = month
    if what == "half":
        if number not in {1, 2, 5}:
            raise ValueError(what)
        return (first, first.replace(day=15)) if number == 1 else (first.replace(day=16), last)
    if what == "week":
        start = last - 6 * DAY if number == _LAST else first + 7 * (number - 1) * DAY
        return start, start + 6 * DAY
    day = periods.weekday_back(WEEKDAYS[what], last)
    if number != _LAST:
        day = periods.weekday_ahead(WEEKDAYS[what], first) + 7 * (number - 1) * DAY
    return day, day


def anniversary(match: re.Match[str], published: date) -> Reading | None:
    """Resolve "forty years ago on Sunday", "a year ago this month", "ten years ago in June": the same time of that year."""
    _, years = steps_of(match["count"], "year")
    way, unit = (match["way"] or "").lower(), (match["unit"] or "").lower()
    if match["in"]:
        return periods.fixed("month", *periods.month(published.year - years, month_number(match["in"])))
    if unit == "month" and way:
        return periods.unit_around(published, "month", STEPS[way] - 12 * years)
    if unit:
        return periods.unit_around(_years_before(published, years), "week", STEPS[way]) if way else None
    return periods.fixed("day", _years_before(_day_meant(match, way, published), years))


def _day_meant(match: re.Match[str], way: str, published: date) -> date:
    """Return the day of this year's round that an anniversary falls on: the nearest such day unless it is last or next."""
    if match["day"]:
        return published + {"today": 0, "yesterday": -1, "tomorrow": 1}[match["day"].lower()] * DAY
    if match["weekday"]:
        number = WEEKDAYS[match["weekday"].lower()]
        days = [periods.weekday_back(number, published - DAY), periods.weekday_ahead(number, published)]
    else:
        month, day = match["month"] or match["month2"], match["number"] or match["number2"]
        both = periods.month_day(month_number(month), int(re.sub(r"\D", "", day)), published)
        days = [both.back[0], both.ahead[0]]
    return days[0] if way == "last" else min(days, key=lambda one: abs(one - published))


def _years_before(day: date, years: int) -> date:
    """Return the same day some years before; of 29 February the 28th where there is none. Raises ValueError before the year 1."""
    last = monthrange(day.year - years, day.month)[1]
    return day.replace(year=day.year - years, day=min(day.day, last))


def from_now(match: re.Match[str], published: date) -> Reading | None:
    """Resolve "in two weeks" where the sentence looks ahead; "toured nine capitals in 100 days" gives how long it took."""
    before = match.string[: match.start()]
    if not match.groupdict().get("time", "from now") and (not _WILL.search(before) or _FIRST_SINCE.search(before[-70:])):
        return None
    unit, number = steps_of(match["count"], match["unit"])
    return periods.unit_around(published, unit, number)
