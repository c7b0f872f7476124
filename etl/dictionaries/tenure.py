"""From the dated codes of an actor to rows that hold one after the other, as our dictionaries write them."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

FORMER = "ELI"
"""The role of whoever is out of office: the coder gives it by itself on days on which no row of a person holds."""


@dataclass(frozen=True, slots=True)
class Tenure:
    """What somebody is in a period: country (empty for a body), role (empty for a country itself), both days included."""

    country: str
    role: str
    first: date | None
    last: date | None
    code: str
    line: int

    @property
    def is_dated(self) -> bool:
        """Whether it begins or ends on a day."""
        return self.first is not None or self.last is not None

    def meets(self, first: date | None, last: date | None) -> bool:
        """Whether it shares a day with another period."""
        return (self.first or date.min) <= (last or date.max) and (first or date.min) <= (self.last or date.max)


def in_turn(tenures: list[Tenure]) -> tuple[list[Tenure], list[Tenure], list[Tenure]]:
    """Return the tenures as rows, those that need no row, and those that contradict an earlier one.

    A code without dates holds whenever no dated one does. Of who is somebody at some time, no row need say that he is a former
    official (ELI) at all others.
    """
    offices = {one.country for one in tenures if one.role != FORMER}
    implied = [one for one in tenures if one.role == FORMER and one.country in offices]
    dated = sorted((one for one in tenures if one.is_dated), key=lambda one: one.first or date.min)
    rows = [one for one in dated if one not in implied]
    undated = [one for one in tenures if not one.is_dated and one not in implied]
    if not undated:
        return rows, implied, []
    default, *others = undated
    held = [replace(default, first=first, last=last) for first, last in _gaps(dated)]
    if not held:
        implied.append(default)
    same = [other for other in others if (other.country, other.role) == (default.country, default.role)]
    return [*rows, *held], implied + same, [other for other in others if other not in same]


def _gaps(dated: list[Tenure]) -> list[tuple[date | None, date | None]]:
    """Return the periods in which no dated tenure holds, of those in the order of their first days."""
    gaps: list[tuple[date | None, date | None]] = []
    free: date | None = date.min
    for one in dated:
        if free is not None and one.first is not None and free < one.first:
            gaps.append((None if free == date.min else free, one.first - timedelta(days=1)))
        if one.last is None:
            return gaps
        free = max(free or date.min, one.last + timedelta(days=1))
    return [*gaps, (None if free == date.min else free, None)]
