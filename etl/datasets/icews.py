"""ICEWS events -> ours. Countries are English names, sectors one list in any order, and the code may have to come from the text.

Layout and its quirks: the codebook of the coded event data and the files of its years (key `icews` in SOURCES.csv).
"""

import csv
from collections.abc import Mapping
from datetime import date

from etl.datasets.crosswalk import EMPTY, Crosswalk, Refusal, Side, day_of

KEY = "Event ID"
CODE = "CAMEO Code"
MISSING = frozenset({"", "NA"})


def event(cells: Mapping[str, str], crosswalk: Crosswalk) -> dict[str, object]:
    """Return a row as the columns of `event` that differ from row to row.

    An id is unique on one day only, so the day is part of ours. Each row is one sentence of one story.

    Raises:
        Refusal: it cannot be an event.
    """
    number = cells[KEY]
    if not (number.isdecimal() and number.isascii()):
        raise Refusal(f"{KEY} is no number" if number else f"{KEY} is missing", number)
    day = day_of(cells["Event Date"], "Event Date")
    source, target = (side(cells, name, day, crosswalk) for name in ("Source", "Target"))
    return {
        "event_id": f"icews-{int(number)}-{day:%Y%m%d}",
        "event_date": day,
        "source_country": source.country,
        "source_role": source.role,
        "target_country": target.country,
        "target_role": target.role,
        "event_code": code_of(cells, crosswalk),
        "n_mentions": 1,
        "n_articles": 1,
        "n_stories": 1 if cells.get("Story ID") else None,
        "n_publishers": 1 if cells.get("Publisher") else None,
        "article_id": cells.get("Story ID") or None,
    }


def code_of(cells: Mapping[str, str], crosswalk: Crosswalk) -> str:
    """Return the CAMEO code; where there is none or a broken one (13y), that which the event's text names.

    Raises:
        Refusal: neither column tells it.
    """
    code, text = cells.get("CAMEO Code", ""), cells.get("Event Text", "")
    try:
        return crosswalk.event_code("icews", code)
    except Refusal:
        named = crosswalk.icews_text(text)
        if named is None:
            raise Refusal("neither code nor text tells the event", f"{code} {text}".strip()) from None
        return named


def side(cells: Mapping[str, str], name: str, day: date, crosswalk: Crosswalk) -> Side:
    """Return one side: its country by name, and the role of its sectors; a body without a country has its code as role.

    Raises:
        Refusal: the country's name is unknown.
    """
    country, actor = cells.get(f"{name} Country", ""), cells.get(f"{name} Name", "")
    role = crosswalk.role("icews", sectors_of(cells.get(f"{name} Sectors", "")))
    if country:
        return Side(crosswalk.named(country, day), role)
    return Side(role=crosswalk.body(actor) or role)


def sectors_of(text: str) -> list[str]:
    """Return the sectors of a list that may hold quotes: `Government,"Executive, Office"`."""
    cells = next(csv.reader([text], skipinitialspace=True), [])
    return [cell.strip() for cell in cells if cell.strip() not in EMPTY]


def extras(_cells: Mapping[str, str], _crosswalk: Crosswalk) -> dict[str, str]:
    """Return nothing: a row holds all there is."""
    return {}
