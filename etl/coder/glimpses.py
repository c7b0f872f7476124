"""Whom a sentence names that is not parsed."""

import re
from datetime import date

from etl.coder.actors import SOVEREIGN, Actor
from etl.coder.bearers import choose
from etl.dictionaries import Name
from etl.dictionaries.phrases import Match

_INSIDE = re.compile(r"\b(?:in|at|near)\s+$")


def glimpsed(matches: list[Match[Name]], text: str, day: date) -> list[tuple[Actor, bool]]:
    """Return whom a sentence that was not parsed names, and of each whether only as a place: "in Minsk, Belarus"."""
    found: list[tuple[Actor, bool]] = []
    place = -1  # where the last place ends
    for match in matches:
        name = choose(match.values, day)
        if name is None or name.kind in {"not_actor", "adjective", "prefix"}:
            continue
        town = name.kind in {"capital", "city", "territory"} and _INSIDE.search(text[: match.start]) is not None
        inside = town or (place >= 0 and text[place : match.start] == ", ")
        place = match.end if inside else -1
        found.append((bare_actor(name), inside))
    return found


def bare_actor(name: Name) -> Actor:
    """Return an actor as a dictionary names him, standing nowhere in particular."""
    return Actor(
        SOVEREIGN.get(name.country or "", name.country),
        name.role,
        name.name,
        name.name,
        None,
        None,
        name.kind,
        -1,
        name.kind == "person",
        left=name.valid_to if name.role == "ELI" and name.kind == "person" else None,
    )
