"""The patterns of date phrases, and which resolver reads the match of each.

They are tried in order, longer kinds first; words that one has taken no later one sees.
"""
# ruff: noqa: E501 - a pattern is read in one piece

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from etl.coder.days import period_readings as spans
from etl.coder.days import readings
from etl.coder.days.almanac import DECADES, ERAS, FEASTS, NOT_COUNTED, NUMBERS, ORDINALS
from etl.coder.days.readings import Resolver
from etl.dictionaries.phrases import forms

Rule = tuple[str, re.Pattern[str], Resolver]

MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
_DAY_OF_MONTH = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
_YEAR = r"(?:18|19|20)\d\d"
_ANY_YEAR = r"(?:(?:18|19|20)\d\d|1[0-7]\d\d(?!\s*(?:GMT|UTC|[Hh]ours|hrs|local|[AP]M)))"  # beside a month: "in June 1494"
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_SHORT_WEEKDAY = r"(?:Mon|Tues?|Wed|Thu|Thurs?|Fri|Sat)\."
_ON_WEEKDAY = rf"(?:(?P<on>{_WEEKDAY}|{_SHORT_WEEKDAY}),?\s+)?"
COUNT = (
    r"(?:(?:(?:one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2})\s+(?:or|to)\s+)?"  # "three or four weeks": the most
    r"(?:\d{1,3}|half\s+an?|an?\s+couple\s+of|a\s+few|several|an?|"
    + "|".join(sorted((word for word in NUMBERS if len(word) > 2 and word not in {"couple", "few", "several"}), reverse=True))
    + "))"
)
UNIT = r"(?:day|week|fortnight|month|year|decade|century|centurie)s?"
_DASH = r"\s*[-–—]\s*"
_TO = rf"(?:{_DASH}|\s+(?i:to|through|thru|until|till|and|or)\s+)"
_ORDINAL = "(?:" + "|".join(sorted(ORDINALS, key=len, reverse=True)) + r"|\d{1,2}(?:st|nd|rd|th))"
_PART = r"(?:(?:the\s+)?(?P<part>(?i:early|mid|late))(?:[-\s]+(?:(?:in|of)\s+)?)|(?i:the\s+(?:very\s+)?(?P<edge>start|beginning|middle|end|close)\s+of\s+))"
_HOURS = r"(?i:morning|afternoon|evening|night)"
_SEASON = r"(?:spring|summer|autumn|fall|winter)"
_WAY = r"(?:last|this|next)"

_FEAST = "|".join(sorted((name.replace(" ", r"\s+").replace("'", "['’]") for name in FEASTS), key=len, reverse=True))
_MONTH_BEFORE = (
    r"\b(?:(?i:in|since|until|till|by|during|from|before|after|of|through|throughout|come)\s+|"
    r"(?i:later|earlier)\s+in\s+|(?i:back)\s+in\s+|(?i:as\s+(?:recently|late|early|far\s+back)\s+as)\s+)"
)
_FOR_DAY = rf"(?:{_ON_WEEKDAY}(?:the\s+)?)"
_UP_TO_YEAR = rf"(?:,?\s+(?P<year>{_YEAR}))?"
_TELLS = r"(?=\s*(?:[,.;:)!?]|$|(?:and|when|while|after|before|to|in|at|for|with|but|as|by|that|it|he|she|they)\b))"

# What a sentence must hold for a rule to have a chance: most sentences hold little of it, and the patterns are slow.
# Words are sought in lower case; names of months and days as they are written.
_NAMES_OF = {
    "month": "January February March April May June July August September October November December"
    " Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec",
    "weekday": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mondays Tuesdays Wednesdays Thursdays Fridays Saturdays Sundays Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun",
}
_WORDS_OF = {
    "unit": "day days week weeks fortnight fortnights month months year years decade decades century centuries",
    "near": "today tonight yesterday tomorrow overnight",
    "weekend": "weekend",
    "quarter": "half q1 q2 q3 q4",
    "season": "spring summer autumn fall winter springs summers autumns winters",
    "hours": "hours",
    "era": "war wars era times rule years dynasty revolution forward rebellion crisis",
    "decade": f"decade century {' '.join(DECADES)}",
    "feast": " ".join(name.split()[-1] for name in FEASTS),
}
_GATE_OF_NAME = {name: gate for gate, names in _NAMES_OF.items() for name in names.split()}
_GATES_OF_WORD: dict[str, frozenset[str]] = {
    word: frozenset(gate for gate, words in _WORDS_OF.items() if word in words.split())
    for word in " ".join(_WORDS_OF.values()).split()
}
_MONTHS, _WEEKDAYS = (frozenset(_NAMES_OF[gate].split()) for gate in ("month", "weekday"))
_PARTS_OF_DAY = frozenset({"morning", "afternoon", "evening"})
_DIGIT, _NUMBERED, _IN_YEAR = re.compile(r"\d"), re.compile(r"\d(?:st|nd|rd|th)\b", re.IGNORECASE), re.compile(rf"\b{_ANY_YEAR}")
WEEKDAY = re.compile(r"\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)")


def open_gates(text: str) -> set[str]:
    """Return which kinds of date phrases a text may hold: what is shut out here is never sought."""
    said = forms(text)
    lowered = {form.lower() for form in said}
    found = {_GATE_OF_NAME[name] for name in _GATE_OF_NAME.keys() & said}
    for word in _GATES_OF_WORD.keys() & lowered:
        found |= _GATES_OF_WORD[word]
    if ("last" in lowered and "night" in lowered) or ("this" in lowered and not _PARTS_OF_DAY.isdisjoint(lowered)):
        found.add("near")
    if "unit" in found:
        counted = {"ago": "ago" in lowered or "back" in lowered, "side": not lowered.isdisjoint(("earlier", "later"))}
        counted["in"] = "in" in lowered or ("from" in lowered and not lowered.isdisjoint(("now", "today")))
        counted["new year"] = "new" in lowered
        counted["month day, year"] = "year" in lowered
        found |= {gate for gate, is_open in counted.items() if is_open}
    if "long" in lowered and "ago" in lowered:
        found.add("long ago")
    if "uarter" in text and any(word.startswith("quarter") for word in lowered):
        found.add("quarter")
    if "weekday" in found and sum(map(_WEEKDAYS.__contains__, said)) > 1:
        found.add("weekdays")
    if _DIGIT.search(text):
        found.add("digit")
        if _IN_YEAR.search(text):
            found.add("year")
        if _NUMBERED.search(text):
            found.add("ordinal")
        if any(word.endswith("0s") for word in lowered):
            found.add("decade")
    return found | _gates_of_months(said, lowered, found) if "month" in found else found


def _gates_of_months(said: Sequence[str], lowered: AbstractSet[str], found: AbstractSet[str]) -> set[str]:
    """Return which phrases about months a text may hold that names one."""
    held = {
        "months": sum(map(_MONTHS.__contains__, said)) > 1,
        "month of year": "year" in lowered,
        "month, edge": "day" in lowered,
        "month and year": "year" in found,
        "month and day": "digit" in found,
        "month, week": "digit" in found and "week" in lowered,
        "month and days": "digit" in found and sum(form[0].isdigit() for form in said) > 1,
    }
    return {gate for gate, is_open in held.items() if is_open}


_GATE_OF = {
    readings.day_range: "month and days", readings.weekday_range: "weekdays", readings.weekday_pair: "weekdays", readings.year_range: "year", readings.month_range: "months",
    readings.exact: "year", readings.slashed: "year", spans.month_year: "month and year", spans.month_of_year: "month of year", readings.edge_day: "month, edge", readings.feast: "feast",
    readings.week_of: "month, week", readings.month_day: "month and day", readings.day_alone: "ordinal", readings.weekday: "weekday", readings.near: "near", spans.ago: "ago", spans.anniversary: "ago",
    spans.half_ago: "ago", spans.some_ago: "ago", spans.part_of_month: "month", spans.from_now: "in", spans.weekend: "weekend", spans.within: "side", spans.unit: "unit", spans.new_year: "new year", spans.year_fraction: "quarter", spans.season: "season",
    readings.month_day_of_year: "month day, year", readings.weekdays_ago: "weekday", readings.weekday_beyond: "weekday", readings.weeks_ago_on: "ago", readings.hours_ago: "hours", readings.hours_past: "hours",
    spans.seasons_ago: "season", spans.days_of_month: "month", spans.long_ago: "long ago", spans.era: "era",
    spans.month_alone: "month", spans.year_alone: "year", spans.decade_pair: "decade", spans.decade: "decade", spans.century: "decade",
}  # fmt: skip

RULES: tuple[Rule, ...] = tuple(
    (_GATE_OF[resolve], re.compile(pattern), resolve)
    for pattern, resolve in (
        # Ranges
        (rf"\b(?:(?i:from|between)\s+)?(?P<month>{MONTH})\s+(?P<day>{_DAY_OF_MONTH}){_TO}(?P<month2>{MONTH})\s+(?P<day2>{_DAY_OF_MONTH})\b{_UP_TO_YEAR}", readings.day_range),
        (rf"\b(?:(?i:from|between)\s+)?(?P<day>{_DAY_OF_MONTH})\s+(?P<month>{MONTH}){_TO}(?P<day2>{_DAY_OF_MONTH})\s+(?P<month2>{MONTH}){_UP_TO_YEAR}(?!\w)", readings.day_range),
        (rf"\b(?:(?i:from|between)\s+)?(?P<month>{MONTH})\s+(?P<day>{_DAY_OF_MONTH}){_TO}(?P<day2>{_DAY_OF_MONTH})\b(?!:\d){_UP_TO_YEAR}{NOT_COUNTED}", readings.day_range),
        (rf"\b(?:(?i:from|between)\s+)?(?P<day>{_DAY_OF_MONTH}){_TO}(?P<day2>{_DAY_OF_MONTH})\s+(?P<month>{MONTH}){_UP_TO_YEAR}(?!\w)", readings.day_range),
        (rf"\b(?i:from|between)\s+(?:(?i:early|late)\s+)?(?P<one>{_WEEKDAY})(?:\s+{_HOURS})?{_TO}(?P<two>{_WEEKDAY})\b", readings.weekday_range),
        (rf"\b(?P<one>{_WEEKDAY})\s+and\s+(?P<two>{_WEEKDAY})\b", readings.weekday_pair),
        (rf"\b(?P<one>{_WEEKDAY})(?:{_DASH}|\s+(?i:to|through|thru|until|till)\s+)(?P<two>{_WEEKDAY})\b", readings.weekday_range),
        (rf"\b(?i:from|between)\s+(?P<one>{_YEAR}){_TO}(?P<two>{_YEAR})\b", readings.year_range),
        (rf"(?<![\d/-])\b(?P<one>{_YEAR})[-–](?P<two>{_YEAR}|\d\d)\b(?![\d/-])", readings.year_range),
        (rf"\b(?i:from|between)\s+(?P<one>{MONTH})(?:\s+(?P<year>{_YEAR}))?{_TO}(?P<two>{MONTH})(?!\w)(?:\s+(?P<year2>{_YEAR}))?(?!\s+\d)", readings.month_range),
        (rf"\b(?P<one>{MONTH})(?:\s+(?P<year>{_YEAR}))?(?:{_DASH}|\s+(?:to|through|until)\s+)(?P<two>{MONTH})(?!\w),?\s+(?P<year2>{_YEAR})\b", readings.month_range),
        # Whole dates, and parts of months
        (rf"\b(?i:(?:(?:in|on|during)\s+)?the\s+(?P<which>first|second|third|fourth|last)\s+(?P<what>week|half|{_WEEKDAY})\s+(?:of|in))\s+(?P<month>{MONTH})(?!\w)(?:,?\s+(?P<year>{_YEAR}))?", spans.part_of_month),
        (rf"\b{_FOR_DAY}(?P<month>{MONTH})\s+(?P<day>{_DAY_OF_MONTH}),?\s+(?P<year>{_ANY_YEAR})\b", readings.exact),
        (rf"\b{_FOR_DAY}(?P<day>{_DAY_OF_MONTH})(?:\s+of)?\s+(?P<month>{MONTH}),?\s+(?P<year>{_ANY_YEAR})\b", readings.exact),
        (rf"(?<![\d/.-])\b(?P<year>{_YEAR})(?P<mark>[-/.])(?P<month>\d\d)(?P=mark)(?P<day>\d\d)\b(?![\d/-])", readings.exact),
        (rf"(?<![\d/.-])\b(?P<one>\d\d?)(?P<mark>[/.])(?P<two>\d\d?)(?P=mark)(?P<year>{_YEAR})\b(?![\d/-])", readings.slashed),
        (rf"\b{_PART}?(?P<month>{MONTH})(?:\s+of)?,?\s+(?P<year>{_ANY_YEAR})\b(?!\s*-?\s*\d){NOT_COUNTED}", spans.month_year),
        (rf"\b{_FOR_DAY}(?:(?P<month>{MONTH})\s+(?P<day>{_DAY_OF_MONTH})|(?P<day2>{_DAY_OF_MONTH})(?:\s+of)?\s+(?P<month2>{MONTH})),?\s+(?:of\s+)?(?P<way>last|this|next)\s+year\b", readings.month_day_of_year),
        (rf"\b{_PART}?(?P<month>{MONTH})\s+(?:of\s+)?(?P<way>last|this|next)\s+year\b", spans.month_of_year),
        (rf"\b(?P<way>last|this|next)\s+year,?\s+in\s+{_PART}?(?P<month>{MONTH})(?!\w)(?!\s+\d)", spans.month_of_year),
        (rf"\b(?i:on\s+)?(?i:the\s+(?P<which>first|last))\s+day\s+of\s+(?P<month>{MONTH})(?!\w)(?:\s+(?P<year>{_YEAR}))?", readings.edge_day),
        # Feasts
        (rf"(?i:\b(?P<feast>{_FEAST})\b)(?:,?\s+(?:(?P<year>{_YEAR})|(?:of\s+)?(?P<way>last|this|next)\s+year)\b)?", readings.feast),
        # The same day, week or month some years before
        (rf"\b(?i:(?P<count>{COUNT})\s+years?\s+ago\s+(?:(?:(?P<way>this|last|next)|on|in)\s+)?)(?:(?P<weekday>{_WEEKDAY})|(?P<day>(?i:today|yesterday|tomorrow))|(?P<unit>(?i:week|month))|(?P<month>{MONTH})\s+(?P<number>{_DAY_OF_MONTH})|(?P<number2>{_DAY_OF_MONTH})\s+(?P<month2>{MONTH})|(?P<in>{MONTH}))(?!\w)", spans.anniversary),
        # Days of a month
        (rf"\b(?i:(?:in\s+)?the\s+(?P<which>first|opening|early|last|final|closing|dying)\s+(?:few\s+|couple\s+of\s+)?days\s+of)\s+(?P<month>{MONTH})(?!\w)(?:,?\s+(?P<year>{_YEAR}))?", spans.days_of_month),
        (rf"\b(?i:the\s+week\s+(?:of|beginning|starting))\s+(?:(?P<month>{MONTH})\s+(?P<day>{_DAY_OF_MONTH})\b|(?P<day2>{_DAY_OF_MONTH})\s+(?P<month2>{MONTH}))", readings.week_of),
        (rf"\b{_FOR_DAY}(?P<day>{_DAY_OF_MONTH})(?:\s+of)?\s+(?P<month>{MONTH})(?!\w)", readings.month_day),
        (rf"\b{_FOR_DAY}(?P<month>{MONTH})\s+(?:the\s+)?(?P<day>{_DAY_OF_MONTH})\b(?![:.,]\d){NOT_COUNTED}", readings.month_day),
        (r"\b(?i:the\s+(?P<day>\d\d?(?:st|nd|rd|th))\s+of\s+(?P<of>last|this|next)\s+month)\b", readings.day_alone),
        (rf"\b(?i:on|by|from|since|until|before)\s+the\s+(?P<day>\d\d?(?:st|nd|rd|th)){_TELLS}", readings.day_alone),
        # Weekdays
        (rf"\b(?P<of>last|this|next)\s+week,?\s+(?:on\s+)?(?P<weekday>{_WEEKDAY})\b", readings.weekday),
        (rf"\b(?i:(?P<count>{COUNT}))\s+(?P<weekday>{_WEEKDAY})s?\s+ago\b", readings.weekdays_ago),
        (rf"\b(?:[Oo]n\s+)?(?i:the)\s+(?P<weekday>{_WEEKDAY})\s+(?P<side>before\s+last|after\s+next)\b", readings.weekday_beyond),
        (rf"\b(?P<weekday>{_WEEKDAY})\s+week(?=\s*(?:[.,;]|$))", readings.weekday_beyond),
        (rf"\b(?i:(?P<count>{COUNT})\s+weeks?\s+from)\s+(?P<weekday>{_WEEKDAY})\b", readings.weekday_beyond),
        (rf"\b(?i:(?P<count>{COUNT})\s+weeks?\s+ago,?\s+(?:on\s+)?)(?P<weekday>{_WEEKDAY})\b", readings.weeks_ago_on),
        (rf"\b(?P<weekday>{_WEEKDAY})(?:,?\s+(?:of\s+)?)(?P<of>last|this|next)\s+week\b", readings.weekday),
        (rf"\b(?:(?P<way>(?i:(?:(?:this|the)\s+)?(?:last|past|coming|next)|(?:the|on)\s+following|come|this))\s+)?(?P<weekday>{_WEEKDAY})\b", readings.weekday),
        (rf"(?:(?<=[Oo]n\s)|(?<=,\s))(?P<weekday>{_SHORT_WEEKDAY}|Sun\.)", readings.weekday),
        # Days around the day of publication
        (rf"\b(?i:(?P<count>{COUNT})\s+(?P<unit>{UNIT})\s+from\s+(?:now|today))\b", spans.from_now),
        (r"\b(?i:the\s+day\s+(?:before\s+yesterday|after\s+tomorrow))\b", readings.near),
        (r"\b(?i:(?:(?:earlier|later)\s+)?(?:today|tonight|yesterday|tomorrow)|the\s+night\s+before\s+last|this\s+(?:morning|afternoon|evening)|last\s+night|overnight)\b(?!-)", readings.near),
        (rf"\b(?i:(?P<count>{COUNT})\s+(?P<unit>{UNIT})(?:\s+or\s+(?:two|so))?\s+(?:ago\b|back(?=\s*(?:[.,;:)]|$))))", spans.ago),
        (r"\b(?i:(?P<hours>24|36|48|72)\s+hours\s+ago)\b", readings.hours_ago),
        (r"\b(?i:(?:in|over|during|within)\s+the\s+(?:past|last|previous)\s+(?P<hours>12|24|36|48|72)\s+hours)\b", readings.hours_past),
        (rf"\b(?i:(?P<count>{COUNT})\s+(?P<season>springs?|summers?|autumns?|winters?)\s+ago)\b", spans.seasons_ago),
        (r"(?<![Nn]ot )(?<![Ss]o )(?<![Hh]ow )(?<![Tt]oo )\b(?i:long\s+ago)\b(?!-)", spans.long_ago),
        (rf"\A\W{{0,2}}(?i:(?:during|in|throughout|amid|at\s+the\s+(?:height|end|outset|beginning)\s+of|before|(?P<after>(?:just\s+|shortly\s+|soon\s+)?after))\s+(?:the\s+)?(?P<era>{'|'.join(sorted(ERAS, key=len, reverse=True)).replace(' ', chr(92) + 's+')}))\b", spans.era),
        (rf"\b(?i:(?P<count>{COUNT})\s+and\s+a\s+half\s+(?P<unit>{UNIT})\s+ago)\b", spans.half_ago),
        (rf"\b(?i:(?P<count>an?|one)\s+(?P<unit>{UNIT})\s+and\s+a\s+half\s+ago)\b", spans.half_ago),
        (r"(?<!\d\s)\b(?i:(?P<unit>days|weeks|months|years|decades|centuries)\s+ago)\b", spans.some_ago),
        (rf"\b(?i:in\s+(?:(?:about|around|some)\s+)?(?P<count>{COUNT})\s+(?P<unit>{UNIT})(?P<time>['’]s?\s+time)?)(?!\w|-|\s+of\b|['’])", spans.from_now),
        # Parts of years
        (rf"\b(?i:(?:the\s+)?(?P<quarter>first|second|third|fourth|last)[\s-]quarter)(?:,?\s+(?:of\s+)?(?:(?P<year>{_YEAR})\b|(?P<way>last|this|next|the)\s+year\b))?", spans.year_fraction),
        (rf"\bQ(?P<quarter>[1-4])(?:\s+(?:of\s+)?(?P<year>{_YEAR}))?\b", spans.year_fraction),
        (rf"\b(?i:(?:the\s+)?(?P<half>first|second))\s+half\s+of\s+(?:(?P<year>{_YEAR})\b|(?P<way>last|this|next|the)\s+year\b)", spans.year_fraction),
        # Weeks, months and years around it
        (r"\b(?i:(?:(?:over|at|on|during)\s+)?(?:(?:the|this)(?:\s+(?P<past>past|last))?|(?P<way>last|next))\s+weekend)\b", spans.weekend),
        (r"\b(?i:(?P<side>earlier|later)\s+(?:this|in\s+the)\s+(?P<unit>week|month|year))\b", spans.within),
        (r"\b(?i:the\s+(?P<unit>week|month|year)\s+(?P<twice>(?:before|after)\s+(?P<way>last|next)))\b", spans.unit),
        (rf"\b{_PART}?(?i:(?P<way>last|past|this|next|coming)\s+(?P<unit>week|month|year))\b(?!-)", spans.unit),
        (r"\b(?i:the\s+(?P<edge>start|beginning|middle|end|close)\s+of\s+(?P<way>the)\s+(?P<unit>week|month|year))\b", spans.unit),
        (r"\b(?i:(?:(?:(?:early|soon)\s+)?in|from|(?:at|since|with|by)\s+the\s+(?:start|beginning|turn)\s+of|come)\s+the\s+new\s+year)\b", spans.new_year),
        (r"\b(?i:(?:by|at|before)\s+(?:the\s+)?(?P<unit>month|year)(?:['’]s|-)\s?(?P<part>end))\b", spans.unit),
        (rf"\b(?i:(?P<way>last|past|this|next|coming)\s+(?P<season>{_SEASON}))\b", spans.season),
        (rf"\b(?i:(?:the\s+)?(?P<season>{_SEASON}))(?:\s+of)?\s+(?P<year>{_YEAR})\b", spans.season),
        (rf"\b(?i:in|by|since|until|during|before|after)\s+(?:the\s+)?(?P<season>spring|summer|autumn|winter){_TELLS}", spans.season),
        # Months
        (rf"\b(?P<way>(?i:{_WAY}))\s+(?P<month>{MONTH})(?!\w)(?!\s+\d)", spans.month_alone),
        (rf"(?:(?i:in|by|since|until|from|during)\s+)?\b{_PART}(?P<month>{MONTH})(?!\w)(?!\s+\d)", spans.month_alone),
        (rf"{_MONTH_BEFORE}(?P<month>{MONTH})(?!\w)(?!\s+\d)(?!-)", spans.month_alone),
        (r"(?:(?<=\b[Aa] )|(?<=\b[Aa]n )|(?<=\b[Tt]he )|(?<=\b[Ii]ts )|(?<=\b[Hh](?:is|er) )|(?<=\b[Tt]heir )|(?<=['’]s ))(?P<month>January|February|March|April|June|July|August|September|October|November|December)(?=\s+[a-z]{4})", spans.month_alone),
        # Years, decades, centuries
        (r"\b(?:the\s+)?(?P<one>(?:1\d|20)\d0)s(?:\s*[-–]\s*|\s+(?:and|to)\s+)(?:the\s+)?(?P<two>(?:1\d|20)\d0)s\b", spans.decade_pair),
        (rf"\b(?:(?i:in|by|since|until)\s+)?{_PART}(?P<year>{_YEAR})\b(?![-–]?\w)", spans.year_alone),
        (rf"\b(?i:{_PART}?(?:the\s+|(?<=-))(?:['’]?(?P<digits>(?:1\d|20)\d0|[2-9]0)s\b))", spans.decade),
        (r"\b(?P<part>(?i:early|mid|late))[-\s](?P<digits>(?:1\d|20)\d0)s\b", spans.decade),
        (r"\b(?P<digits>(?:1\d|20)\d0)s\b", spans.decade),
        (rf"(?<!\b[Hh]is )(?<!\b[Hh]er )(?<!\b[Mm]y )(?<!\b[Tt]heir )\b(?i:{_PART}?(?:the\s+)?(?P<word>{'|'.join(DECADES)}))\b", spans.decade),
        (rf"\b(?i:{_PART}?(?:(?P<way>this|last|next|the))\s+decade)\b", spans.decade),
        (rf"\b(?i:{_PART}?(?:the\s+)?(?P<ordinal>{_ORDINAL})[\s-]century)\b", spans.century),
        (rf"\b(?i:{_PART}?(?P<way>this|last))\s+century\b", spans.century),
        (rf"(?<![.,])\b(?P<year>{_YEAR})(?=\s+[a-z]){NOT_COUNTED}", spans.year_alone),  # "his 2013 trip"
        (rf"\b(?i:as\s+(?:recently|late|early|far\s+back)\s+as)\s+(?P<year>{_YEAR})\b(?![-–]\w|[.,]\d){NOT_COUNTED}", spans.year_alone),
        (rf"\b(?i:in|since|until|till|by|early|late|during|from|of|the|before|after|year)[-\s](?P<year>{_YEAR})\b(?![-–]\w|[.,]\d){NOT_COUNTED}", spans.year_alone),
    )
)  # fmt: skip
