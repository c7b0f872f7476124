"""The words of dates: months, weekdays, numbers, holidays, and names that hold date words and are no dates."""

import re
from collections.abc import Callable
from datetime import date, timedelta

Feast = Callable[[int], date | None]

_MONTH_NAMES = (
    ("january", "jan"), ("february", "feb"), ("march", "mar"), ("april", "apr"), ("may",), ("june", "jun"), ("july", "jul"),
    ("august", "aug"), ("september", "sept", "sep"), ("october", "oct"), ("november", "nov"), ("december", "dec"),
)  # fmt: skip
MONTHS = {name: number for number, names in enumerate(_MONTH_NAMES, start=1) for name in names}
_DAY_NAMES = (
    "monday mon",
    "tuesday tues tue",
    "wednesday wed",
    "thursday thurs thur thu",
    "friday fri",
    "saturday sat",
    "sunday sun",
)
DAYS = frozenset(names.split(" ")[0] for names in _DAY_NAMES)
"""The full names alone: "Sun" may be somebody's."""
WEEKDAYS = {name: number for number, names in enumerate(_DAY_NAMES) for name in names.split(" ")}
_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen"
    " nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
NUMBERS = (
    {word: n for n, word in enumerate(_UNITS.split(" "))}
    | {word: 10 * n for n, word in enumerate(_TENS.split(" "), start=2)}
    | {"a": 1, "an": 1, "couple": 2, "few": 3, "several": 4}
)
ORDINALS = {
    word: n
    for n, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth"
        " sixteenth seventeenth eighteenth nineteenth twentieth twenty-first".split(" "),
        start=1,
    )
}
DECADES = {f"{word.removesuffix('y')}ies": 10 * n for n, word in enumerate(_TENS.split(" "), start=2)}
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}  # first months, northern and meteorological

# Nouns that make of "2000 soldiers" and "5 percent" a count and no date.
_COUNTED = (
    "people|persons?|men|women|children|civilians|citizens|soldiers|troops|fighters|prisoners|hostages|workers|refugees|migrants"
    "|students|tourists|families|households|deaths|jobs|drones|missiles|rockets|shells|tanks|vehicles|vessels|ships|planes|times"
    "|percent|per|hundred|thousand|million|billion|trillion|points|dollars|euros|pounds|yuan|yen|roubles|rubles|rupees"
    "|km|kilomet(?:er|re)s?|miles|met(?:er|re)s?|feet|tons?|tonnes|barrels|kg|hours|minutes|days|weeks|months|years|votes|to\\s+\\d"
)
NOT_COUNTED = rf"(?!\s*-?\s*(?:%|(?i:{_COUNTED})\b))"

# Names and habits: what stands in them is no date.
NAMES = re.compile(
    r"\b(?:"
    r"(?:Fri|Satur|Sun)day\s+(?:[Pp]rayers?|[Mm]ass|[Ss]ermons?|[Ss]chools?|[Rr]oasts?|[Mm]osque)|(?:Black|Bloody|Man|Girl)\s+(?:Mon|Fri|Sun|Satur|Wednes|Tues|Thurs)day"
    r"|Super\s+Tuesday|Saturday\s+Night\s+Live"
    r"|Sunday\s+(?:Times|Telegraph|Mirror|Mail|Express|Post)|(?:Mail\s+on|Fox\s+News)\s+Sunday|Sunday(?:'s|’s)?\s+[Bb]est"
    r"|9/11|7/7|(?:June|May)\s+Fourth|March\s+First|May\s+35(?:th)?|October\s+(?:[Rr]evolution|[Ss]urprise|[Hh]olidays?|[Ww]ar)|May\s+[Dd]ay\s+holidays?|Good\s+Friday\s+(?:Agreement|[Aa]ccord)"
    r"|(?:Easter|Christmas)\s+(?:Island|Rising)|Tet\s+[Oo]ffensive|(?:Prague|Arab)\s+Spring"
    r"|(?:[A-Z][a-z]+|\d{1,2})\s+(?:[A-Z][a-z]+|\d{1,2}(?:th|st|nd|rd)?)"
    r"\s+(?:Movement|Alliance|Incident|Coalition|Revolution|Brigades?|Front|Uprising)"
    r"|(?:USA|Russia|India|China|Poland|Pakistan|Psychology|Africa)\s+Today|(?:19|20)\d\d\s+Consensus"
    r"|(?:Resolution|Vision|Agenda|Expo|Horizon|Article|Flight|Directive|Protocol|Made\s+in\s+China)\s+(?:No\.?\s*)?\d+(?:[-/]\d+)*"
    r"|(?:Theresa|Brian|Mrs\.?|Ms\.?|Mr\.?|Minister|Premier)\s+May"
    r"|(?i:every|each)\s+(?:(?i:other|single|second)\s+)?(?:[A-Z][a-z]+day|day|week|weekend|month|year|spring|summer|autumn|winter)"
    r")\b"
    r"|[$€£¥₹#]\s?\d[\d,.]*"
)


def easter(year: int) -> date:
    """Return Easter Sunday of the Gregorian calendar, by the anonymous algorithm of 1876."""
    century, rest = divmod(year, 100)
    lift = (19 * (year % 19) + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    turn = (32 + 2 * (century % 4) + 2 * (rest // 4) - lift - rest % 4) % 7
    months, day = divmod(lift + turn - 7 * ((year % 19 + 11 * lift + 22 * turn) // 451) + 114, 31)
    return date(year, months, day + 1)


def _fixed(month: int, day: int) -> Feast:
    return lambda year: date(year, month, day)


def _from_easter(days: int) -> Feast:
    return lambda year: easter(year) + timedelta(days=days)


def _thanksgiving(year: int) -> date:
    """Return the fourth Thursday of November, the American feast."""
    return date(year, 11, 22 + (3 - date(year, 11, 1).weekday()) % 7)


# The first day of the Chinese calendar's year, reckoned in Beijing time; years beyond the table have no date.
_LUNAR = {
    2015: (2, 19), 2016: (2, 8), 2017: (1, 28), 2018: (2, 16), 2019: (2, 5), 2020: (1, 25), 2021: (2, 12), 2022: (2, 1),
    2023: (1, 22), 2024: (2, 10), 2025: (1, 29), 2026: (2, 17), 2027: (2, 6), 2028: (1, 26), 2029: (2, 13), 2030: (2, 3),
}  # fmt: skip


def _lunar_new_year(year: int) -> date | None:
    return date(year, *_LUNAR[year]) if year in _LUNAR else None


FEASTS: dict[str, Feast] = {
    "new year's day": _fixed(1, 1),
    "new year's eve": _fixed(12, 31),
    "orthodox christmas": _fixed(1, 7),
    "christmas day": _fixed(12, 25),
    "christmas eve": _fixed(12, 24),
    "christmas": _fixed(12, 25),
    "boxing day": _fixed(12, 26),
    "valentine's day": _fixed(2, 14),
    "st patrick's day": _fixed(3, 17),
    "anzac day": _fixed(4, 25),
    "may day": _fixed(5, 1),
    "victory day": _fixed(5, 9),
    "juneteenth": _fixed(6, 19),
    "fourth of july": _fixed(7, 4),
    "bastille day": _fixed(7, 14),
    "halloween": _fixed(10, 31),
    "armistice day": _fixed(11, 11),
    "remembrance day": _fixed(11, 11),
    "china's national day": _fixed(10, 1),
    "chinese national day": _fixed(10, 1),
    "taiwan's national day": _fixed(10, 10),
    "singapore's national day": _fixed(8, 9),
    "india's independence day": _fixed(8, 15),
    "pakistan's independence day": _fixed(8, 14),
    "ukraine's independence day": _fixed(8, 24),
    "thanksgiving day": _thanksgiving,
    "thanksgiving": _thanksgiving,
    "easter sunday": _from_easter(0),
    "easter monday": _from_easter(1),
    "easter": _from_easter(0),
    "good friday": _from_easter(-2),
    "palm sunday": _from_easter(-7),
    "ash wednesday": _from_easter(-46),
    "lunar new year": _lunar_new_year,
    "chinese new year": _lunar_new_year,
    "spring festival": _lunar_new_year,
}

# First and last years of what old news is told by. Where people date it otherwise, the longer span.
ERAS: dict[str, tuple[int, int]] = {
    "cold war": (1947, 1991),
    "soviet era": (1922, 1991),
    "soviet times": (1922, 1991),
    "soviet rule": (1922, 1991),
    "stalin era": (1924, 1953),
    "mao era": (1949, 1976),
    "cultural revolution": (1966, 1976),
    "great leap forward": (1958, 1962),
    "first world war": (1914, 1918),
    "world war i": (1914, 1918),
    "world war one": (1914, 1918),
    "great war": (1914, 1918),
    "interwar years": (1918, 1939),
    "second world war": (1939, 1945),
    "world war ii": (1939, 1945),
    "world war two": (1939, 1945),
    "world war 2": (1939, 1945),
    "great patriotic war": (1941, 1945),
    "pacific war": (1941, 1945),
    "spanish civil war": (1936, 1939),
    "first sino-japanese war": (1894, 1895),
    "second sino-japanese war": (1937, 1945),
    "russo-japanese war": (1904, 1905),
    "chinese civil war": (1927, 1949),
    "opium wars": (1839, 1860),
    "boxer rebellion": (1899, 1901),
    "crimean war": (1853, 1856),
    "boer war": (1899, 1902),
    "korean war": (1950, 1953),
    "vietnam war": (1955, 1975),
    "algerian war": (1954, 1962),
    "suez crisis": (1956, 1957),
    "cuban missile crisis": (1962, 1962),
    "six-day war": (1967, 1967),
    "six day war": (1967, 1967),
    "yom kippur war": (1973, 1973),
    "iran-iraq war": (1980, 1988),
    "falklands war": (1982, 1982),
    "cod wars": (1958, 1976),
    "first gulf war": (1990, 1991),
    "bosnian war": (1992, 1995),
    "kosovo war": (1998, 1999),
    "meiji era": (1868, 1912),
    "qing dynasty": (1644, 1912),
    "joseon dynasty": (1392, 1910),
    "ottoman times": (1299, 1922),
}
