"""Raw events of two countries -> events: the same act in other words, on adjacent days, with coarser or finer codes, is one.

Raw events are taken in the order of publication. Each joins the nearest event so far whose raw events are all near enough, and
else founds one, whose id is its own: news published later never changes which older raw events are one, nor the event's id. The
two directions of a mutual act are grouped apart and then linked, each event with at most one mirror. Pure: no frame, no database.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from etl.event_distance import LIMIT, MAX_DAYS_LATE, CloseCodes, RawEvent, distance

_REACH = timedelta(days=MAX_DAYS_LATE)


@dataclass(slots=True)
class Group:
    """Raw events that are one act, in the order of publication; `direction` is 0 or 1, as its sides stand."""

    direction: int
    members: list[RawEvent] = field(default_factory=list)
    mirror: "Group | None" = None

    @property
    def event_id(self) -> str:
        """The id of the event: that of its raw event which was published first."""
        return self.members[0].raw_event_id

    @property
    def mirror_id(self) -> str | None:
        """The id of the event of the other side."""
        return self.mirror.event_id if self.mirror else None


class Grouping:
    """The events of one pair of countries and one status, as they grow.

    `mirrors` maps a code of a mutual act to the other side's code.
    """

    def __init__(self, codes: CloseCodes, mirrors: Mapping[str, str]) -> None:
        self._codes = codes
        self._mirrors = mirrors
        self.groups: list[Group] = []
        self._by_day: dict[tuple[int, str, date], list[int]] = defaultdict(list)
        self._by_month: dict[tuple[int, str, date], list[int]] = defaultdict(list)  # groups with a member known to a period only

    def add(self, raw: RawEvent, direction: int) -> None:
        """Put a raw event into the nearest event that takes it, or found one. Call in the order of publication."""
        best, nearest = None, LIMIT
        for place in self._near(raw, direction):
            apart = [distance(member, raw, self._codes) for member in self.groups[place].members]
            if max(apart) <= LIMIT and (min(apart) < nearest or best is None):
                best, nearest = place, min(apart)
        if best is None:
            best = len(self.groups)
            self.groups.append(Group(direction))
        self.groups[best].members.append(raw)
        root = raw.event_code[:2]
        held = [self._by_month[direction, root, month] for month in _months(raw.first, raw.last)] if raw.is_period else []
        for index in held or [self._by_day[direction, root, raw.first]]:
            if best not in index:
                index.append(best)

    def _near(self, raw: RawEvent, direction: int) -> Iterator[int]:
        """Yield places of the groups with a member near enough in time and code, each once, in the order of their founding."""
        start, end = (raw.first, raw.last) if raw.is_period else (raw.first - _REACH, raw.first + _REACH)
        n_days = (end - start).days + 1
        days = [start + timedelta(days=number) for number in range(n_days)]
        found: set[int] = set()
        for root in self._codes.roots(raw.event_code):
            found.update(place for day in days for place in self._by_day.get((direction, root, day), ()))
            found.update(place for month in _months(start, end) for place in self._by_month.get((direction, root, month), ()))
        yield from sorted(found)

    def link_mirrors(self) -> None:
        """Link the events of the two directions that are one mutual act: the nearest first, each with at most one."""
        mutual = [
            place for place, group in enumerate(self.groups) if any(raw.event_code in self._mirrors for raw in group.members)
        ]
        found = []
        for place in mutual:
            group = self.groups[place]
            if group.direction:
                continue
            turned = [self._turned(raw) for raw in group.members if raw.event_code in self._mirrors]
            facing = {one for raw in turned for one in self._near(raw, 1)}
            for one in sorted(facing):
                apart = min(self._facing(raw, member) for raw in turned for member in self.groups[one].members)
                if apart <= LIMIT and any(raw.event_code in self._mirrors for raw in self.groups[one].members):
                    found.append((apart, place, one))
        for _, place, one in sorted(found):
            if self.groups[place].mirror is None and self.groups[one].mirror is None:
                self.groups[place].mirror, self.groups[one].mirror = self.groups[one], self.groups[place]

    def _facing(self, raw: RawEvent, other: RawEvent) -> float:
        """Return the distance of a raw event, turned round, to one of the other side: 0 where the key is the same."""
        is_key = (raw.event_code, raw.first, raw.source_role, raw.target_role) == (
            other.event_code, other.first, other.source_role, other.target_role,
        )  # fmt: skip
        return 0.0 if is_key else max(distance(raw, other, self._codes), 0.01)

    def _turned(self, raw: RawEvent) -> RawEvent:
        """Return a raw event of a mutual act as the other side has it."""
        code = self._mirrors[raw.event_code]
        return replace(raw, source_role=raw.target_role, target_role=raw.source_role, event_code=code)


def _months(first: date, last: date) -> Iterator[date]:
    """Yield the first day of each month from one day to another."""
    month = first.replace(day=1)
    while month <= last:
        yield month
        month = (month + timedelta(days=31)).replace(day=1)


def group(raws: Sequence[tuple[RawEvent, int]], codes: CloseCodes, mirrors: Mapping[str, str]) -> list[Group]:
    """Return the events of one pair and status from raw events with their directions, given in the order of publication."""
    grouping = Grouping(codes, mirrors)
    for raw, direction in raws:
        grouping.add(raw, direction)
    grouping.link_mirrors()
    return grouping.groups
