"""Whom a sentence names that is not parsed."""

import re
from datetime import date

from etl.coder.actors import SOVEREIGN, Actor
from etl.coder.naming.bearers import choose
from etl.dictionaries import Name
from etl.dictionaries.phrases import Match

_INSIDE = re.compile(r"\b(?:in|at|near)\s+$")


def glimpsed(matches: list[Match[Name]], text: str, day: date) -> list[tuple[Actor, bool, bool]]:
    """Return whom a sentence that was not parsed names; of each whether as a town others meet in, and whether as a place."""
    found: list[tuple[Actor, bool, bool]] = []
    place = -1  # where the last place ends
    for match in matches:
        name = choose(match.values, day)
        if name is None or name.kind in {"not_actor", "adjective", "prefix"}:
            continue
        inside = _INSIDE.search(text[: match.start]) is not None
        town = inside and name.kind in {"capital", "city", "territory"}  # "in Minsk, Belarus"
        town = town or (place >= 0 and text[place : match.start] == ", ")
        place = match.end if town else -1
        found.append((bare_actor(name), town, town or inside))
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
