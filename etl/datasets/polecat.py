"""POLECAT events -> ours. Acts are PLOVER types with modes; the closest CAMEO code stands in crosswalk/polecat_plover.csv.

Columns: the header of the published files (key `plover` in SOURCES.csv).
"""

from collections.abc import Mapping
from datetime import date, datetime

from etl.datasets.crosswalk import EMPTY, Crosswalk, Refusal, Side, day_of

KEY = "Event ID"
CODE = None  # acts have a type and a mode
MISSING = frozenset({"", "NA", "None", "nan", "NaN"})


def event(cells: Mapping[str, str], crosswalk: Crosswalk) -> dict[str, object]:
    """Return a row as the columns of `event` that differ from row to row. Each row comes from one story of one source.

    Raises:
        Refusal: it cannot be an event.
    """
    name = cells[KEY]
    if not name:
        raise Refusal(f"{KEY} is missing")
    day = day_of(cells["Event Date"], "Event Date")
    kind = cells.get("Event Type", "").upper()
    published = cells.get("Publication Date", "")
    moment = datetime.combine(day_of(published, "Publication Date"), datetime.min.time()) if published else None
    source, target = (side(cells, actor, day, crosswalk) for actor in ("Actor", "Recipient"))
    return {
        "event_id": f"polecat-{name}-{day:%Y%m%d}",
        "event_date": day,
        "source_country": source.country,
        "source_role": source.role,
        "target_country": target.country,
        "target_role": target.role,
        "event_code": crosswalk.polecat(kind, cells.get("Event Mode", "").lower()),
        "plover": kind,
        "n_mentions": 1,
        "n_articles": 1,
        "n_stories": 1,
        "n_publishers": 1 if cells.get("Source") else None,
        "first_published": moment,
        "last_published": moment,
    }


def side(cells: Mapping[str, str], actor: str, day: date, crosswalk: Crosswalk) -> Side:
    """Return one side. Of several countries in one cell (`CHN; RUS`) there is none that acts alone: such a row is refused.

    Raises:
        Refusal: the country code is unknown, or there are several.
    """
    codes = {code.strip() for code in cells.get(f"{actor} Country", "").split(";")} - EMPTY
    if len(codes) > 1:
        raise Refusal(f"{actor} Country names several countries", cells[f"{actor} Country"])
    found = crosswalk.cameo(codes.pop(), day) if codes else Side()
    if found.country is None and (body := found.role or crosswalk.body(cells.get(f"{actor} Name", ""))):
        return Side(role=body)
    sectors = [cells.get(f"Primary {actor} Sector", ""), *cells.get(f"{actor} Sectors", "").replace(",", ";").split(";")]
    return Side(found.country, crosswalk.role("polecat", sectors))


def extras(_cells: Mapping[str, str], _crosswalk: Crosswalk) -> dict[str, str]:
    """Return nothing: a row holds all there is."""
    return {}
