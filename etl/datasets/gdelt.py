"""GDELT events -> ours. Actor codes are CAMEO's: a country, groups and up to three sectors each in a column of its own.

Layouts, meanings and the identities between columns: the GDELT event codebooks 1.03 and 2.0 (key `gdelt` in SOURCES.csv).
"""

from collections.abc import Mapping
from datetime import date

from etl.datasets.crosswalk import Crosswalk, Refusal, Side, count_of, day_of, moment_of

KEY = "GLOBALEVENTID"
CODE = "EventCode"
MISSING = frozenset({""})
PLACES = ("Actor1Geo", "Actor2Geo", "ActionGeo")


def event(cells: Mapping[str, str], crosswalk: Crosswalk) -> dict[str, object]:
    """Return a row as the columns of `event` that differ from row to row.

    Raises:
        Refusal: it cannot be an event.
    """
    number = cells[KEY]
    if not (number.isdecimal() and number.isascii()):
        raise Refusal(f"{KEY} is no number" if number else f"{KEY} is missing", number)
    day = day_of(cells["SQLDATE"], "SQLDATE")
    source, target = (side(cells, actor, day, crosswalk) for actor in ("Actor1", "Actor2"))
    added = moment_of(cells["DATEADDED"], "DATEADDED")
    return {
        "event_id": f"gdelt-{int(number)}",
        "event_date": day,
        "source_country": source.country,
        "source_role": source.role,
        "target_country": target.country,
        "target_role": target.role,
        "event_code": crosswalk.event_code("gdelt", cells["EventCode"]),
        "n_mentions": count_of(cells["NumMentions"], "NumMentions"),
        "n_articles": count_of(cells["NumArticles"], "NumArticles"),
        "n_publishers": count_of(cells["NumSources"], "NumSources"),
        "first_published": added,
        "last_published": added,
        "url": cells.get("SOURCEURL") or None,
    }


def side(cells: Mapping[str, str], actor: str, day: date, crosswalk: Crosswalk) -> Side:
    """Return one side. A body without a country has its code as role; else the first sector that is one of ours is the role.

    Raises:
        Refusal: the country code is unknown.
    """
    code = cells[f"{actor}CountryCode"]
    found = crosswalk.cameo(code, day) if code else Side()
    body = found.role or crosswalk.groups.get(cells[f"{actor}KnownGroupCode"])
    if found.country is None and body:
        return Side(role=body)
    sectors = [cells[f"{actor}Type{place}Code"] for place in (1, 2, 3)]
    return Side(found.country, crosswalk.role("cameo", sectors))


def extras(cells: Mapping[str, str], crosswalk: Crosswalk) -> dict[str, str]:
    """Return the ISO 3166 codes of the places, which GDELT names by FIPS 10-4: {"ActionGeo_ISO3": "GBR"}."""
    day = day_of(cells["SQLDATE"], "SQLDATE")
    codes = {place: crosswalk.fips(cells[f"{place}_CountryCode"], day) for place in PLACES}
    return {f"{place}_ISO3": iso3 for place, iso3 in codes.items() if iso3}
