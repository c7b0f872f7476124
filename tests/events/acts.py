"""The labelled mentions of acts.csv: 24 scenes in which two countries do several things in a few days, told more than once.

Each row is a mention as the coder would make it, in words of our own, and `act` says which act it tells. The scenes are split in
two halves: on one the weights of etl/event_distance.py were chosen, the other is held out.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from etl.event_distance import RawEvent, content, last_day, names_of_countries
from etl.event_groups import Grouping
from etl.paths import DICTIONARIES

ACTS = Path(__file__).with_name("acts.csv")


@dataclass(frozen=True, slots=True)
class Labelled:
    """One labelled mention: its name, the scene and act it belongs to, its raw key, and what is compared of it."""

    name: str
    scene: str
    act: str
    key: tuple[str, ...]
    published: datetime
    raw: RawEvent


def labelled() -> list[Labelled]:
    """Return the labelled mentions, in the order of publication."""
    countries = names_of_countries(DICTIONARIES)
    with ACTS.open(encoding="utf-8", newline="") as file:
        rows = [_labelled(number, row, countries) for number, row in enumerate(csv.DictReader(file))]
    return sorted(rows, key=lambda one: (one.published, one.name))


def _labelled(number: int, row: dict[str, str], countries: dict[str, frozenset[str]]) -> Labelled:
    """Return one row as a labelled mention."""
    published = datetime.fromisoformat(row["published"])
    stated = row["date"]
    precision = "month" if len(stated) == 7 else "day"
    first = date.fromisoformat(f"{stated}-01" if precision == "month" else stated) if stated else published.date()
    key = tuple(row[name] for name in ("source", "source_role", "target", "target_role", "code", "status"))
    sides = f"{row['source_text']} {row['target_text']}".lower().split()
    actors = {*sides, *countries[row["source"]], *countries[row["target"]]}
    words, names = content(row["evidence"], actors)
    name = f"m{number:03d}"
    raw = RawEvent(
        name, row["source_role"], row["target_role"], row["code"], first, last_day(first, precision), bool(stated), name, name,
        words, names,
    )  # fmt: skip
    return Labelled(name, row["scene"], f"{row['scene']}/{row['act']}", (first.isoformat(), *key), published, raw)


def halves() -> Iterator[tuple[str, list[Labelled]]]:
    """Yield the two halves with their names, every other scene each."""
    mentions = labelled()
    scenes = sorted({one.scene for one in mentions})
    for name, start in (("tuned on", 0), ("held out", 1)):
        chosen = set(scenes[start::2])
        yield name, [one for one in mentions if one.scene in chosen]


def raw_groups(mentions: list[Labelled]) -> dict[str, tuple[str, ...]]:
    """Return mention -> raw event: equal day, sides, roles, code and status."""
    return {one.name: (one.scene, *one.key) for one in mentions}


def event_groups(mentions: list[Labelled], codes, mirrors=()) -> dict[str, str]:
    """Return mention -> event, as the program finds them: raw events first, by their first mention, and then those grouped."""
    groups: dict[str, Grouping] = {}
    event_of: dict[tuple[str, ...], str] = {}
    raw_of = raw_groups(mentions)
    firsts: dict[tuple[str, ...], Labelled] = {}
    for one in mentions:
        if raw_of[one.name] not in firsts:
            firsts[raw_of[one.name]] = one
            block = f"{one.scene}/{one.key[-1]}"
            groups.setdefault(block, Grouping(codes, dict(mirrors))).add(one.raw, 0)
    for grouping in groups.values():
        for group in grouping.groups:
            for member in group.members:
                event_of[raw_of[member.raw_event_id]] = group.event_id
    return {one.name: event_of[raw_of[one.name]] for one in mentions}
