"""Whom a sentence names that is not parsed."""

import re
from collections.abc import Sequence
from datetime import date

from etl.coder.actors import SOVEREIGN, Actor
from etl.coder.naming.bearers import choose
from etl.dictionaries import Name
from etl.dictionaries.phrases import Match

_SHOWING = re.compile(
    r"\b(?:launch|test|fir)(?:e[ds]|ed|es|ing|s)?\b.*\b(?:missiles?|rockets?|satellites?|projectiles?|warheads?|artillery|devices?|bombs?|drones?)\b"
    r"|\bnuclear (?:test|explosion)|\b(?:missile|rocket|satellite|weapons?) (?:test|launch)"
)
_DECIDING = re.compile(
    r"\b(?:decid|approv|announc|adopt|enact|pass|unveil|declar|vot|start|beg[ai]n|releas|resum|halt|plan)(?:e[ds]?|s|es|ed|ned|ning|ing)?\b"
)


def done_alone(seen: Sequence[tuple[Actor, bool, bool]], text: str) -> list[tuple[Actor, None, str]]:
    """Return what a country did of which alone a sentence tells that was not parsed, with a CAMEO root that it may have.

    "North Korea tested a missile", "Japan decided to release the water": the next sentence may condemn it.
    """
    doers = {actor.country: actor for actor, _town, inside in seen if actor.country and not inside}
    root = "15" if _SHOWING.search(text) else "16" if _DECIDING.search(text) else None
    return [(actor, None, root) for actor in doers.values()] if root and len(doers) == 1 else []


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
