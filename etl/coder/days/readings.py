"""Days: what phrases that name days and ranges of days mean on a day of publication, one resolver for each kind of phrase.

A resolver takes the match of one of its patterns and the publication day. One that returns None, or raises ValueError or
OverflowError (31 June, the year 0), says that the words are no date.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta

from etl.coder.days import periods
from etl.coder.days.almanac import FEASTS, MONTHS, NUMBERS, ORDINALS, WEEKDAYS
from etl.coder.days.periods import DAY, Reading, Span

Parts = dict[str, str | None]
Resolver = Callable[[re.Match[str], date], Reading | None]

STEPS = {"last": -1, "previous": -1, "this": 0, "the": 0, "next": 1, "coming": 1}


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
        halves = {"century": ("year", 50), "decade": ("year", 5), "year": ("month", 6), "month": ("week", 2)}
        if unit not in halves:
            raise ValueError(count)
        return halves[unit]
    return unit, number_of(count)


def ordinal_of(word: str) -> int:
    """Return the number that an ordinal says ("third", "19th")."""
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
    number, of_month = month_number(match["month"]), _day(match["day"])
    if match["on"]:  # "Monday, January 5": the weekday tells the year, where one of the three nearest fits
        weekday = WEEKDAYS[match["on"].lower().rstrip(".")]
        spans = [periods.month(year, number)[0] for year in range(published.year - 1, published.year + 2)]
        fitting = [day for one in spans if (day := one + (of_month - 1) * DAY).weekday() == weekday and day.month == number]
        if fitting:
            return periods.fixed("day", min(fitting, key=lambda day: abs(day - published)))
    return periods.month_day(number, of_month, published)


def month_day_of_year(match: re.Match[str], published: date) -> Reading:
    """Resolve "on June 17 last year", "17 June this year"."""
    parts: Parts = match.groupdict()
    month, day = parts["month"] or parts["month2"] or "", parts["day"] or parts["day2"] or ""
    return periods.fixed("day", date(published.year + STEPS[match["way"].lower()], month_number(month), _day(day)))


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
    back = periods.weekday_back(one, end), end
    begun = periods.weekday_back(one, published)
    if begun <= published < periods.weekday_ahead(two, begun):  # "is visiting from Wednesday to Saturday", told on Thursday
        back = begun, periods.weekday_ahead(two, begun)
        return periods.fixed("day", *back)
    return Reading("day", back, (start, periods.weekday_ahead(two, start)))


def weekday_pair(match: re.Match[str], published: date) -> Reading | None:
    """Resolve "Thursday and Friday"; days that do not follow each other are two dates."""
    one, two = (WEEKDAYS[match[name].lower()] for name in ("one", "two"))
    return weekday_range(match, published) if two == (one + 1) % 7 else None


def week_of(match: re.Match[str], published: date) -> Reading:
    """Resolve "the week of June 23"."""
    of = periods.month_day(month_number(match["month"] or match["month2"]), _day(match["day"] or match["day2"]), published)
    return Reading("week", periods.week(of.back[0]), periods.week(of.ahead[0]))


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


def feast(match: re.Match[str], published: date) -> Reading | None:
    """Resolve a holiday, with or without its year: "Easter 2021", "Christmas Day last year"."""
    feast = FEASTS[re.sub(r"\s+", " ", match["feast"].lower().replace("’", "'"))]
    years = [int(match["year"])] if match["year"] else range(published.year - 1, published.year + 2)
    if match["way"]:
        years = [published.year + STEPS[match["way"].lower()]]
    days = [(day, day) for one in years if (day := feast(one))]
    return periods.nearest(days, published) if days else None


def weekday(match: re.Match[str], published: date) -> Reading:
    """Resolve "on Monday", "last Friday", "Thursday of next week"."""
    parts: Parts = match.groupdict()
    number = WEEKDAYS[match["weekday"].lower().rstrip(".")]
    way, of = (parts.get("way") or "").lower(), (parts.get("of") or "").lower()
    if of:
        return periods.fixed("day", periods.week(published, STEPS[of])[0] + timedelta(days=number))
    gone, coming = periods.weekday_back(number, published), periods.weekday_ahead(number, published)
    if way.endswith(("last", "past")):
        return periods.fixed("day", gone if gone < published else gone - timedelta(days=7))
    if way.endswith(("next", "come", "coming", "following")):
        return periods.fixed("day", coming if coming > published else coming + timedelta(days=7))
    return Reading("day", (gone, gone), (coming, coming))


def weekdays_ago(match: re.Match[str], published: date) -> Reading:
    """Resolve "three Fridays ago": the third before the publication."""
    last = periods.weekday_back(WEEKDAYS[match["weekday"].lower()], published - DAY)
    return periods.fixed("day", last - 7 * (number_of(match["count"]) - 1) * DAY)


def weekday_beyond(match: re.Match[str], published: date) -> Reading:
    """Resolve "the Saturday after next", "the Friday before last", "Monday week", "two weeks from Friday": one week farther."""
    number = WEEKDAYS[match["weekday"].lower()]
    count = match.groupdict().get("count")
    if count:
        return periods.fixed("day", periods.weekday_ahead(number, published) + 7 * number_of(count) * DAY)
    if (match.groupdict().get("side") or "").lower().startswith("before"):
        return periods.fixed("day", periods.weekday_back(number, published - DAY) - 7 * DAY)
    return periods.fixed("day", periods.weekday_ahead(number, published + DAY) + 7 * DAY)


def weeks_ago_on(match: re.Match[str], published: date) -> Reading:
    """Resolve "a week ago on Friday", "two weeks ago Tuesday": that day of the week of so many weeks ago."""
    of = published - 7 * number_of(match["count"]) * DAY
    return periods.fixed("day", periods.week(of)[0] + WEEKDAYS[match["weekday"].lower()] * DAY)


def hours_ago(match: re.Match[str], published: date) -> Reading:
    """Resolve "48 hours ago" as two days before; fewer hours than a day are the day of publication."""
    return periods.fixed("day", published - int(match["hours"]) // 24 * DAY)


def hours_past(match: re.Match[str], published: date) -> Reading:
    """Resolve "in the past 48 hours" as the days up to the publication, beginning with the last on which it can have been."""
    first = published - int(match["hours"]) // 24 * DAY
    return periods.fixed("day", first, published)


def day_alone(match: re.Match[str], published: date) -> Reading | None:
    """Resolve "on the 15th" and "the 15th of last month"."""
    number = _day(match["day"])
    of = match.groupdict().get("of")
    if of:
        return periods.fixed("day", periods.shifted_month(published, STEPS[of.lower()])[0].replace(day=number))
    months = [periods.shifted_month(published, steps) for steps in range(-2, 3)]
    days = [first.replace(day=number) for first, last in months if number <= last.day]
    return periods.nearest([(one, one) for one in days], published)


def near(match: re.Match[str], published: date) -> Reading:
    """Resolve "today", "overnight", "the day before yesterday"."""
    words = re.sub(r"\s+", " ", match[0].lower())
    if words.endswith("before last"):
        return periods.fixed("day", published - 2 * DAY)
    if "overnight" in words:
        return periods.fixed("day", published - DAY, published)
    if words.startswith("the day"):
        return periods.fixed("day", published + (-2 if "yesterday" in words else 2) * DAY)
    return periods.fixed("day", published + (("tomorrow" in words) - ("yesterday" in words or words == "last night")) * DAY)
