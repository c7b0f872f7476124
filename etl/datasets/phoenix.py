"""Phoenix events -> ours: the daily files of the Open Event Data Alliance and the historical ones of the Cline Center.

Layouts: the pipeline that writes the daily files, and the codebook of the historical ones (key `phoenix` in SOURCES.csv).
"""

from collections.abc import Mapping
from datetime import date

from etl.datasets.crosswalk import EMPTY, Crosswalk, Refusal, Side, day_of

KEY = "EventID"
CODE = "EventCode"
MISSING = frozenset({"", "NA", "---"})


def event(cells: Mapping[str, str], crosswalk: Crosswalk) -> dict[str, object]:
    """Return a row as the columns of `event` that differ from row to row.

    Numbers of daily files start anew each day, so the day is part of our id.

    Raises:
        Refusal: it cannot be an event.
    """
    name = cells[KEY]
    if not name:
        raise Refusal(f"{KEY} is missing")
    day = day_of(cells["Date"], "Date")
    source, target = (side(cells, actor, day, crosswalk) for actor in ("SourceActor", "TargetActor"))
    urls, sentences, papers = (listed(cells.get(column, "")) for column in ("URLs", "SentenceID", "NewsSources"))
    n_articles = max(len(set(urls)), 1)
    return {
        "event_id": f"phoenix-{name}-{day:%Y%m%d}",
        "event_date": day,
        "source_country": source.country,
        "source_role": source.role,
        "target_country": target.country,
        "target_role": target.role,
        "event_code": crosswalk.event_code("phoenix", cells["EventCode"]),
        "n_mentions": max(len(sentences), n_articles),
        "n_articles": n_articles,
        "n_publishers": min(len(set(papers)), n_articles) or None,
        "article_id": cells.get("aid") or None,
        "url": urls[0] if urls else None,
    }


def side(cells: Mapping[str, str], actor: str, day: date, crosswalk: Crosswalk) -> Side:
    """Return one side. The root is a country, a body, a region, or a sector of an actor without a country.

    Raises:
        Refusal: the root is none of these.
    """
    full, root, agent = (cells.get(f"{actor}{part}", "") for part in ("Full", "Entity", "Role"))
    root = root or full[:3]
    if not root:
        return Side()
    others = [full[place : place + 3] for place in range(0, len(full), 3)]
    role = crosswalk.role("cameo", [agent, *others])
    if crosswalk.is_sector("cameo", root):  # IGO, NGO, MNC and the like: a body if one is named behind it
        body = next((crosswalk.groups[part] for part in others if part in crosswalk.groups), None)
        return Side(role=body or crosswalk.role("cameo", [root]) or role)
    if root not in crosswalk.cameo_countries and root in crosswalk.groups:
        return Side(role=crosswalk.groups[root])
    found = crosswalk.cameo(root, day)
    return Side(found.country, role if found.country else found.role)


def listed(text: str) -> list[str]:
    """Return the members of a `;` list."""
    return [part for one in text.split(";") if (part := one.strip()) not in EMPTY]


def extras(cells: Mapping[str, str], crosswalk: Crosswalk) -> dict[str, str]:
    """Return the two columns of the place the right way round: files are found with country and state in either order."""
    country, state = cells.get("GeoCountryName", ""), cells.get("GeoStateName", "")
    if state and crosswalk.knows_name(state) and not crosswalk.knows_name(country):
        return {"GeoCountryName": state, "GeoStateName": country}
    return {}
