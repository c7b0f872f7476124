"""What the words of a date phrase mean on a day of publication: one resolver for each kind of phrase.

A resolver takes the match of one of its patterns and the publication day. One that returns None, or raises ValueError or
OverflowError (31 June, the year 0), says that the words are no date.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta

from etl.coder import periods
from etl.coder.almanac import DECADES, FEASTS, MONTHS, NUMBERS, ORDINALS, SEASONS, WEEKDAYS
from etl.coder.periods import DAY, Reading, Span

Parts = dict[str, str | None]
Resolver = Callable[[re.Match[str], date], Reading | None]

_STEPS = {"last": -1, "previous": -1, "this": 0, "the": 0, "next": 1, "coming": 1}
_WILL = re.compile(
    r"\b(?:will|shall|would|should|could|can|may|might|(?:is|are|was|were)\s+(?:due|set|going|expected|scheduled|ready)"
    r"|(?:is|are|set|plans?|hopes?|wants?|aims?|intends?|promised|vowed|agreed|due|ready|expected|likely)\s+to)\b|(?:'|’)ll\b",
    re.IGNORECASE,
)
_FIRST_SINCE = re.compile(r"\b(?:first|only|second|third|last|once|twice|\w+est|most)\b[^.;]*$", re.IGNORECASE)


def month_number(word: str) -> int:
    """Return 1-12 for a month's name, full or short."""
    return MONTHS[word.lower().rstrip(".")]


def number_of(words: str) -> int:
    """Return the number that a count says ("two", "a couple of", "10"); raises ValueError where it says none."""
    last = [word for word in words.lower().split() if word != "of"][-1]
    number = int(last) if last.isdigit() else NUMBERS.get(last)
    if number is None:
        raise ValueError(words)
    return number


def steps_of(count: str, unit: str) -> tuple[str, int]:
    """Return unit and number of a count of units in whole units: half a century is 50 years, half a year six months."""
    unit = unit.lower().removesuffix("s").removesuffix("ie")
    unit = "century" if unit in {"centur", "centurie"} else unit
    if count.lower().startswith("half"):
        return {"century": ("year", 50), "decade": ("year", 5), "year": ("month", 6), "month": ("week", 2)}[unit]
    return unit, number_of(count)


def _ordinal(word: str) -> int:
    return ORDINALS.get(word.lower()) or int(re.sub(r"\D", "", word))


def _day(words: str) -> int:
    return int(re.sub(r"\D", "", words))


def exact(match: re.Match[str], published: date) -> Reading:  # noqa: ARG001 - every rule has the same form
    """Resolve "March 5, 2024", "5 March 2024", "2024-03-05"."""
    parts = match.groupdict()
    word = parts["month"]
    number = month_number(word) if not word.isdigit() else int(word)
    return periods.fixed("day", date(int(parts["year"]), number, _day(parts["day"])))


def slashed(match: re.Match[str], published: date) -> Reading | None:  # noqa: ARG001
    """Resolve "13/05/2025", "05/23/2025" and "25.12.2025"; a day with points stands before its month."""
    one, two, number = int(match["one"]), int(match["two"]), int(match["year"])
    if "." in match[0] or one > 12:
        return periods.fixed("day", date(number, two, one))
    if two > 12 or one == two:
        return periods.fixed("day", date(number, one, two))
    return None  # 05/03/2024: March or May, nobody can tell


def month_day(match: re.Match[str], published: date) -> Reading:
    """Resolve "January 4" and "4 January"."""
    return periods.month_day(month_number(match["month"]), _day(match["day"]), published)


def _dated(words_month: str, words_day: str, words_year: str | None, published: date) -> Reading:
    number, of_month = month_number(words_month), _day(words_day)
    if words_year:
        return periods.fixed("day", date(int(words_year), number, of_month))
    return periods.month_day(number, of_month, published)


def day_range(match: re.Match[str], published: date) -> Reading | None:
    """Resolve "March 3 to 5", "Dec 30 - Jan 2, 2026": the second day is the first such day from the first on."""
    parts: Parts = match.groupdict()
    first_month, last_month = parts.get("month") or parts.get("month2"), parts.get("month2") or parts.get("month")
    if first_month is None or last_month is None:
        return None
    number = parts["year"]
    if number and month_number(first_month) > month_number(last_month):
        start = _dated(first_month, match["day"], str(int(number) - 1), published)
    else:
        start = _dated(first_month, match["day"], number, published)

    def until(first: date) -> Span:
        last_number, last_day = month_number(last_month), _day(match["day2"])
        last = date(first.year, last_number, last_day)
        return first, last if last >= first else date(first.year + 1, last_number, last_day)

    back, ahead = until(start.back[0]), until(start.ahead[0])
    if max(back[1] - back[0], ahead[1] - ahead[0]) > timedelta(days=200):
        return None  # "March 5 and 3": no range
    return Reading("day", back, ahead)


def weekday_range(match: re.Match[str], published: date) -> Reading:
    """Resolve "between Monday and Wednesday"."""
    one, two = (WEEKDAYS[match[name].lower()] for name in ("one", "two"))
    end = periods.weekday_back(two, published)
    start = periods.weekday_ahead(one, published)
    return Reading("day", (periods.weekday_back(one, end), end), (start, periods.weekday_ahead(two, start)))


def weekday_pair(match: re.Match[str], published: date) -> Reading | None:
    """Resolve "Thursday and Friday"; days that do not follow each other are two dates."""
    one, two = (WEEKDAYS[match[name].lower()] for name in ("one", "two"))
    return weekday_range(match, published) if two == (one + 1) % 7 else None


def week_of(match: re.Match[str], published: date) -> Reading:
    """Resolve "the week of June 23"."""
    of = periods.month_day(month_number(match["month"] or match["month2"]), _day(match["day"] or match["day2"]), published)
    return Reading("week", periods.week(of.back[0]), periods.week(of.ahead[0]))


def month_of_year(match: re.Match[str], published: date) -> Reading:
    """Resolve "May last year"."""
    return _cut(periods.month(published.year + _STEPS[match["way"]], month_number(match["month"])), match)


def edge_day(match: re.Match[str], published: date) -> Reading:
    """Resolve "the last day of April"."""
    which, number = -1 if match["which"].lower() == "last" else 0, month_number(match["month"])
    if match["year"]:
        return periods.fixed("day", periods.month(int(match["year"]), number)[which])
    whole = periods.bare_month(number, published)
    back, ahead = whole.back[which], whole.ahead[which]
    return Reading("day", (back, back), (ahead, ahead))


def year_range(match: re.Match[str], published: date) -> Reading | None:  # noqa: ARG001
    """Resolve "from 2011 to 2014", "1950-53"."""
    one, two = int(match["one"]), match["two"]
    last = int(two) if len(two) == 4 else one // 100 * 100 + int(two)
    if last <= one:
        return None
    return periods.fixed("year", date(one, 1, 1), date(last, 12, 31))


def month_range(match: re.Match[str], published: date) -> Reading | None:
    """Resolve "from January to March", "May 2019 to June 2021"."""
    one, two = month_number(match["one"]), month_number(match["two"])
    last_year = match["year2"] or match["year"]
    if last_year:
        last = periods.month(int(last_year), two)
        first_year = int(match["year"] or last_year) - (not match["year"] and one > two)
        first = periods.month(first_year, one)
        return periods.fixed("month", first[0], last[1]) if first <= last else None
    back = periods.bare_month(two, published).back
    ahead = periods.bare_month(one, published).ahead
    first = periods.month(back[0].year - (one > two), one)
    end = periods.month(ahead[0].year + (one > two), two)
    return Reading("month", (first[0], back[1]), (ahead[0], end[1]))


def _part(match: re.Match[str]) -> str | None:
    parts = match.groupdict()
    return parts.get("part") or parts.get("edge")


def _cut(span: Span, match: re.Match[str]) -> Reading:
    part = _part(match)
    return periods.part(span, part) if part else periods.spread(*span)


def month_year(match: re.Match[str], published: date) -> Reading:  # noqa: ARG001
    """Resolve "November 2023", "early May 2025"."""
    return _cut(periods.month(int(match["year"]), month_number(match["month"])), match)


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
    return published.year + _STEPS[way] if way else None


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
        which = 4 if word == "last" else _ordinal(word)
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


def decade(match: re.Match[str], published: date) -> Reading:
    """Resolve "the 1990s", "the early nineties", "the end of the decade"."""
    parts: Parts = match.groupdict()
    if parts.get("word"):
        first = 1900 + DECADES[(parts["word"] or "").lower()]
    elif parts.get("way"):
        first = published.year // 10 * 10 + 10 * _STEPS[match["way"].lower()]
    else:
        digits = match["digits"]
        first = int(digits) if len(digits) == 4 else 1900 + int(digits)
        first -= 0 if first <= published.year + 10 else 100
    return _cut((date(first, 1, 1), date(first + 9, 12, 31)), match)


def century(match: re.Match[str], published: date) -> Reading:
    """Resolve "the 19th century", "last century"."""
    parts: Parts = match.groupdict()
    number = (
        _ordinal(match["ordinal"]) if parts.get("ordinal") else (published.year - 1) // 100 + 1 + _STEPS[match["way"].lower()]
    )
    return _cut((date(100 * number - 99, 1, 1), date(100 * number, 12, 31)), match)


def feast(match: re.Match[str], published: date) -> Reading | None:
    """Resolve a holiday, with or without its year."""
    feast = FEASTS[re.sub(r"\s+", " ", match["feast"].lower().replace("’", "'"))]
    years = [int(match["year"])] if match["year"] else range(published.year - 1, published.year + 2)
    days = [(day, day) for one in years if (day := feast(one))]
    return periods.nearest(days, published) if days else None


def weekday(match: re.Match[str], published: date) -> Reading:
    """Resolve "on Monday", "last Friday", "Thursday of next week"."""
    parts: Parts = match.groupdict()
    number = WEEKDAYS[match["weekday"].lower().rstrip(".")]
    way, of = (parts.get("way") or "").lower(), (parts.get("of") or "").lower()
    if of:
        return periods.fixed("day", periods.week(published, _STEPS[of])[0] + timedelta(days=number))
    gone, coming = periods.weekday_back(number, published), periods.weekday_ahead(number, published)
    if way.endswith(("last", "past")):
        return periods.fixed("day", gone if gone < published else gone - timedelta(days=7))
    if way.endswith(("next", "coming", "following")):
        return periods.fixed("day", coming if coming > published else coming + timedelta(days=7))
    return Reading("day", (gone, gone), (coming, coming))


def day_alone(match: re.Match[str], published: date) -> Reading | None:
    """Resolve "on the 15th" and "the 15th of last month"."""
    number = _day(match["day"])
    of = match.groupdict().get("of")
    if of:
        return periods.fixed("day", periods.shifted_month(published, _STEPS[of.lower()])[0].replace(day=number))
    months = [periods.shifted_month(published, steps) for steps in range(-2, 3)]
    days = [first.replace(day=number) for first, last in months if number <= last.day]
    return periods.nearest([(one, one) for one in days], published)


def near(match: re.Match[str], published: date) -> Reading:
    """Resolve "today", "overnight", "the day before yesterday"."""
    words = re.sub(r"\s+", " ", match[0].lower())
    if "overnight" in words:
        return periods.fixed("day", published - DAY, published)
    if words.startswith("the day"):
        return periods.fixed("day", published + (-2 if "yesterday" in words else 2) * DAY)
    return periods.fixed("day", published + (("tomorrow" in words) - ("yesterday" in words or words == "last night")) * DAY)


def ago(match: re.Match[str], published: date) -> Reading:
    """Resolve "three weeks ago"."""
    unit, number = steps_of(match["count"], match["unit"])
    return periods.unit_around(published, unit, -number)


def from_now(match: re.Match[str], published: date) -> Reading | None:
    """Resolve "in two weeks" where the sentence looks ahead; "toured nine capitals in 100 days" gives how long it took."""
    before = match.string[: match.start()]
    if not match.groupdict().get("time", "from now") and (not _WILL.search(before) or _FIRST_SINCE.search(before[-70:])):
        return None
    unit, number = steps_of(match["count"], match["unit"])
    return periods.unit_around(published, unit, number)


def unit(match: re.Match[str], published: date) -> Reading | None:
    """Resolve "last week", "late next month", "the end of the year", "the week before last"."""
    parts: Parts = match.groupdict()
    way, unit = (parts.get("way") or "the").lower(), match["unit"].lower()
    if way == "past":  # the days up to now
        return periods.fixed(unit, published - timedelta(days={"week": 7, "month": 30, "year": 365}[unit]), published)
    steps = _STEPS[way] * (1 + bool(parts.get("twice")))
    whole = periods.unit_around(published, unit, steps)
    return _cut(whole.back, match) if _part(match) else whole


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
