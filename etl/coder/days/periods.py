"""Stretches of days: weeks, months, seasons, quarters, years and their parts, and what a phrase may mean back and ahead.

Weeks run from Monday to Sunday; seasons are the northern meteorological ones. The precision of a period says how well its day is
known: `day` where the words fix it, else the smallest of `week` (7 days), `month` (31) and `year` that is long enough for it.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

Span = tuple[date, date]
DAY = timedelta(days=1)
CLOSING = frozenset({"end", "close"})
_EARLY = frozenset({"early", "start", "beginning"})
_LATE = frozenset({"late"}) | CLOSING


@dataclass(frozen=True, slots=True)
class Reading:
    """What a phrase means: its precision and its first and last day, when it looks back and when it looks ahead."""

    precision: str
    back: Span
    ahead: Span


def fixed(precision: str, first: date, last: date | None = None) -> Reading:
    """Return a reading that is the same back and ahead."""
    span = (first, last or first)
    return Reading(precision, span, span)


def spread(first: date, last: date) -> Reading:
    """Return a reading of a period of which no day is singled out; the precision goes by its length."""
    return fixed(precision_of(first, last), first, last)


def precision_of(first: date, last: date) -> str:
    """Return the smallest calendar unit that is as long as a period."""
    days = (last - first).days + 1
    return "day" if days == 1 else "week" if days <= 7 else "month" if days <= 31 else "year"


def week(day: date, weeks: int = 0) -> Span:
    """Return the Monday and the Sunday of a day's week, or of one some weeks off."""
    monday = day - timedelta(days=day.weekday()) + timedelta(weeks=weeks)
    return monday, monday + timedelta(days=6)


def month(year: int, number: int) -> Span:
    """Return the first and the last day of a month; raises ValueError where there is no such month."""
    return date(year, number, 1), date(year, number, monthrange(year, number)[1])


def shifted_month(day: date, months: int) -> Span:
    """Return the month some months before or after a day's; raises ValueError outside the years 1 to 9999."""
    index = day.year * 12 + day.month - 1 + months
    return month(index // 12, index % 12 + 1)


def year(number: int) -> Span:
    """Return the first and the last day of a year; raises ValueError outside 1 to 9999."""
    return date(number, 1, 1), date(number, 12, 31)


def quarter(number: int, quarter_number: int) -> Span:
    """Return the first and the last day of a quarter of a year."""
    return date(number, 3 * quarter_number - 2, 1), month(number, 3 * quarter_number)[1]


def season(number: int, first_month: int) -> Span:
    """Return the three months of a season that begins in a year; winter runs into the next."""
    first = date(number, first_month, 1)
    return first, shifted_month(first, 2)[1]


def unit_around(day: date, unit: str, steps: int) -> Reading:
    """Return the day, week, month, year, decade or century that lies some units before (negative) or after a day.

    Steps of decades and centuries are counted in years, and give a year: "two decades ago". Raises ValueError or OverflowError
    outside the years 1 to 9999.
    """
    if unit == "day":
        return fixed("day", day + timedelta(days=steps))
    if unit in {"week", "fortnight"}:
        return fixed("week", *week(day, steps * (2 if unit == "fortnight" else 1)))
    if unit == "month":
        return fixed("month", *shifted_month(day, steps))
    return fixed("year", *year(day.year + steps * {"year": 1, "decade": 10, "century": 100}[unit]))


def part(span: Span, words: str) -> Reading:
    """Return the part of a period that words like early, mid, late, start and end name.

    Of a month these are days 1-10, 11-20 and 21 to the last; of a year four months each, its start and end being January and
    December; of a decade four, three and three years, start and end being its first and last; of a century thirds. A week is
    not cut but for its end, Friday to Sunday.
    """
    word = words.lower()
    first, last = span
    days = (last - first).days + 1
    closing, early, late = word in CLOSING, word in _EARLY, word in _LATE
    edge = closing or (early and word != "early")
    if days <= 7:
        return spread(last - timedelta(days=2), last) if closing else spread(first, last)
    if days <= 31:
        start, stop = (1, 10) if early else (21, last.day) if late else (11, 20)
        return spread(first.replace(day=start), first.replace(day=stop))
    if days <= 366:
        if edge:
            return spread(*month(first.year, 12 if closing else 1))
        start, stop = (1, 4) if early else (9, 12) if late else (5, 8)
        return spread(date(first.year, start, 1), month(first.year, stop)[1])
    if edge:
        return spread(*year(last.year if closing else first.year))
    cuts = (0, 4, 7, 10) if days < 4000 else (0, 33, 66, 100)
    which = 0 if early else 2 if late else 1
    return spread(date(first.year + cuts[which], 1, 1), date(first.year + cuts[which + 1] - 1, 12, 31))


def weekday_back(number: int, day: date) -> date:
    """Return the latest day of a weekday (Monday is 0) up to a day."""
    return day - timedelta(days=(day.weekday() - number) % 7)


def weekday_ahead(number: int, day: date) -> date:
    """Return the first day of a weekday from a day on."""
    return day + timedelta(days=(number - day.weekday()) % 7)


def month_day(number: int, of_month: int, published: date) -> Reading:
    """Resolve "January 2": the latest one that lies not far ahead, and the next one that lies not far behind.

    Two days' grace ahead are for time zones, sixty behind keep a late report of a plan in its own year. Raises ValueError for
    31 June.
    """
    near = range(published.year - (8 if (number, of_month) == (2, 29) else 1), published.year + 2)
    candidates = [date(one, number, of_month) for one in near if of_month <= monthrange(one, number)[1]]
    if not candidates:
        raise ValueError(of_month)
    back = max((one for one in candidates if one <= published + 2 * DAY), default=candidates[0])
    ahead = min((one for one in candidates if one >= published - 60 * DAY), default=candidates[-1])
    return Reading("day", (back, back), (ahead, ahead))


def bare_month(number: int, published: date) -> Reading:
    """Resolve "in March": this year's or last year's looking back, this year's or the next looking ahead."""
    back = month(published.year - (number > published.month), number)
    ahead = month(published.year + (number < published.month), number)
    return Reading("month", back, ahead)


def nearest(spans: list[Span], published: date) -> Reading:
    """Resolve a period that comes round: the latest that has begun, and the first that has not ended."""
    back = max((one for one in spans if one[0] <= published), default=spans[0])
    ahead = min((one for one in spans if one[1] >= published), default=spans[-1])
    return Reading(precision_of(*back), back, ahead)
