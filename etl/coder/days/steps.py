"""Steps: dates that count from another, "two days after the March 3 summit", "a day later", "the same week", "that November"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from etl.coder.days import periods
from etl.coder.days.almanac import SEASONS
from etl.coder.days.patterns import COUNT, MONTH, UNIT
from etl.coder.days.periods import Reading
from etl.coder.days.phrases import DatePhrase, phrase_of, touches
from etl.coder.days.readings import month_number, steps_of

# "two days after the March 3 summit", "on the eve of 15 August": a step from the date that follows within a few words.
_STEP_FROM = re.compile(
    rf"\b(?i:(?:(?P<count>{COUNT}|the)\s+(?P<unit>{UNIT})\s+(?P<side>after|before|following)|the\s+(?P<eve>eve)\s+of))\s+",
    re.ASCII,
)
_STEP_REACH = 30  # characters between the step and its date: "arriving on", "the", "a meeting of"
# "a day earlier", "the following week", "that year": a step from the date before; but not "a day later than planned".
_STEP_ON = re.compile(
    rf"\b(?i:(?P<count>{COUNT})\s+(?P<unit>{UNIT}|nights?|evenings?)"
    r"\s+(?P<side>(?:earlier|later)(?!\s+than)|before\s+that|after\s+that|afterwards?|thereafter|before(?=\s*(?:[,.;:)]|$)))"
    rf"|(?P<count2>{COUNT})\s+(?P<unit5>{UNIT})\s+(?P<on>on)(?=\s*,)"
    r"|the\s+(?P<which>following|next|previous|preceding|same)\s+(?P<unit2>day|week|month|year|morning|afternoon|evening|night)"
    r"|(?P<that>that)(?:\s+same)?\s+(?P<unit3>day|week|month|year|morning|afternoon|evening|night)"
    r"|(?P<hours>(?:[a-z]+\s+|(?P<of_a_day>24|36|48|72)\s+)?hours)\s+(?P<later>later|earlier)(?!\s+than)"
    r"|the\s+(?P<unit4>day|week|month|year|night|evening)\s+(?P<adverb>before|after)(?=\s*(?:[,.;:)]|$|and\b|when\b|at\b|in\b)))\b(?!-)"
)
# "in June of that year", "that November", "that summer"; "the autumn before", "the previous November".
_OF_THAT_YEAR = re.compile(
    rf"\b(?:(?:(?i:in|since|until|by)\s+)?(?P<month>{MONTH})\s+(?i:of\s+(?:that|the\s+same)\s+year)"
    rf"|(?i:(?:in\s+)?(?:that(?:\s+same)?|the\s+(?P<previous>previous|preceding)|the(?=\s+\w+\s+before\s*(?:[,.;:)]|$))))"
    rf"\s+(?:(?P<month2>{MONTH})(?!\w)(?!\s+\d)|(?P<season>spring|summer|autumn|fall|winter)\b)(?P<before>\s+before(?=\s*(?:[,.;:)]|$)))?)"
)
_HOURS = frozenset({"morning", "afternoon", "evening", "night"})
_CLOCK = ("evening", "morning", "afternoon", "night", "hours")
_EVE = re.compile(r"eve\b")
_BACK = frozenset({"earlier", "previous", "preceding", "before", "before that"})
_FINENESS = {"day": 0, "week": 1, "fortnight": 1, "month": 2, "year": 3, "decade": 4, "century": 5}


def names_an_hour(text: str) -> bool:
    """Whether a text names a part of the day, from which one may count on."""
    lowered = text.lower()
    return any(part in lowered for part in _CLOCK) or ("eve" in lowered and _EVE.search(lowered) is not None)


def is_step(words: str) -> bool:
    """Whether a date phrase counts from the date before it."""
    return _STEP_ON.fullmatch(words) is not None


def stepped_from(text: str, found: list[DatePhrase]) -> list[DatePhrase]:
    """Replace a date by the step from it that stands in front: "two days after the March 3 summit" is 5 March."""
    for match in _STEP_FROM.finditer(text):
        base = next((one for one in found if one.start >= match.end()), None)
        if base is None or base.start > match.end() + _STEP_REACH or re.search(r"[,.;:()]", text[match.end() : base.start]):
            continue
        if touches(match.span(), [(one.start, one.end) for one in found]):
            continue
        try:
            reading = _moved(base, *_step_from(match))
        except (ValueError, OverflowError):
            continue
        found = [one for one in found if one is not base] + [phrase_of(text, match.start(), base.end, reading)]
    return sorted(found, key=lambda phrase: phrase.start)


def _step_from(match: re.Match[str]) -> tuple[str, int]:
    """Return unit and signed number of a step from the date that follows it."""
    if match["eve"]:
        return "day", -1
    count = match["count"]
    unit, number = steps_of("a" if count.lower() == "the" else count, match["unit"])
    return unit, -number if match["side"].lower() == "before" else number


def stepped_on(text: str, found: list[DatePhrase], published: date, anchor: DatePhrase | None) -> list[DatePhrase]:
    """Add the phrases that count from the date before them, `anchor` where the text names none: "a day later", "that year".

    Days counted from a month or a year are somewhere in it, "in December 2018, and nine days later", "that day"; but "the same
    day" is that of something else, and "the evening before" that before the report.
    """
    for match in _STEP_ON.finditer(text):
        inside = [one for one in found if one.start < match.end() and match.start() < one.end]
        if any(one.start < match.start() or one.end > match.end() for one in inside):
            continue
        try:
            unit, number = _step_on(match)
        except ValueError:  # half a day later
            continue
        before = [one for one in found if one.end <= match.start()]
        base = before[-1] if before else None if inside else anchor  # "the next year" and no date before it: next year
        counted = bool(match["count"] or match["on"]) and (bool(before) or number > 0)
        if base is not None and not counted and not match["that"] and _is_finer(unit, base):
            base = None  # "the previous evening", "the same day", "a week earlier", behind "They died in 1988."
        if base is None and not before and not inside and number < 0:
            # what was earlier than nothing in particular was earlier than this report
            base = DatePhrase("", 0, 0, "day", (published, published), (published, published))
        if base is None:
            continue
        try:
            reading = _moved(base, unit, number)
        except (ValueError, OverflowError):
            continue
        found = sorted(
            [*(one for one in found if one not in inside), phrase_of(text, *match.span(), reading)], key=lambda one: one.start
        )
    return found


def in_that_year(text: str, found: list[DatePhrase], published: date, anchor: DatePhrase | None) -> list[DatePhrase]:
    """Add the months and seasons of the year of the date before them: "in June of that year", "that November", "that summer".

    "The previous November" is the last one that was over then, or before the publication where no date stands before it.
    """
    for match in _OF_THAT_YEAR.finditer(text):
        before: Sequence[DatePhrase] = [one for one in found if one.end <= match.start()]
        base = before[-1] if before else anchor
        is_gone = bool(match["previous"] or match["before"])
        if base is None and not is_gone:
            continue
        day = published if base is None else base.back[0]
        reading = _in_year(match, day.year)
        if is_gone and reading.back[1] >= day:
            reading = _in_year(match, day.year - 1)
        apart = [one for one in found if one.end <= match.start() or match.end() <= one.start]
        found = sorted([*apart, phrase_of(text, *match.span(), reading)], key=lambda one: one.start)
    return found


def _in_year(match: re.Match[str], year: int) -> Reading:
    named = match["month"] or match["month2"]
    if named:
        return periods.fixed("month", *periods.month(year, month_number(named)))
    return periods.spread(*periods.season(year, SEASONS[match["season"].lower()]))


def at(phrase: DatePhrase) -> DatePhrase:
    """Return a phrase as a date from which one counts: what it looks back to, whichever way the counting looks."""
    return replace(phrase, ahead=phrase.back)


def _step_on(match: re.Match[str]) -> tuple[str, int]:
    """Return unit and signed number of a step from the date before; "the same day" and "that year" are no step."""
    if match["count"]:
        unit, number = steps_of(match["count"], match["unit"])
        unit = "day" if unit in _HOURS else unit
        return unit, -number if re.sub(r"\s+", " ", match["side"].lower()) in _BACK else number
    if match["on"]:  # "eleven days on, "
        return steps_of(match["count2"], match["unit5"])
    if match["hours"]:
        days = int(match["of_a_day"] or 0) // 24
        return "day", -days if match["later"].lower() == "earlier" else days
    unit = (match["unit2"] or match["unit3"] or match["unit4"]).lower()
    unit = "day" if unit in _HOURS else unit
    which = (match["which"] or match["adverb"] or "same").lower()
    return unit, 0 if which == "same" else -1 if which in _BACK else 1


def _is_finer(unit: str, base: DatePhrase) -> bool:
    """Whether one counts days from a month or year, or months from a year: nothing says on which of them it was."""
    return _FINENESS[unit] < _FINENESS[base.precision] and _FINENESS[base.precision] > _FINENESS["week"]


def _moved(base: DatePhrase, unit: str, number: int) -> Reading:
    """Return the unit some steps from a phrase's days: after its last, or before its first; of a month or year itself."""
    if _is_finer(unit, base):
        return Reading(base.precision, base.back, base.ahead)
    end = 1 if number > 0 and unit == "day" else 0
    back, ahead = (periods.unit_around(span[end], unit, number) for span in (base.back, base.ahead))
    return Reading(back.precision, back.back, ahead.ahead)
