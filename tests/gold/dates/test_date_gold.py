"""The date gold is well formed, and the coder's resolver reads it no worse than before."""

from collections import Counter
from datetime import timedelta

import pytest

from etl.coder.days.periods import precision_of
from tests.gold.dates.measure import FRESH, PHRASES, Answer, answer_to, is_exact, is_right_day, ours, read, wilson

ITEMS, FRESH_ITEMS = read(PHRASES), read(FRESH)
ALL = ITEMS + FRESH_ITEMS
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
# Shares that are exactly right, a little below what is measured (docs/dates.md); they may be raised and never lowered.
FLOORS = {"mended on": 0.99, "not looked at": 0.98, "fresh": 0.97}
KIND_FLOOR = 0.9


def exact(items):
    """Return the share of items of which first day, last day and precision are right."""
    return sum(is_exact(item, answer_to(item, ours)) for item in items) / len(items)


def test_the_gold_is_large_and_broad():
    """At least 300 phrases, at least 50 that are no dates, no two alike, every id and sentence once."""
    assert len(ITEMS) >= 320
    assert sum(item.first is None for item in ITEMS) >= 50
    assert max(Counter(item.id for item in ALL).values()) == 1
    assert max(Counter(item.text for item in ALL).values()) == 1
    assert {item.tense for item in ALL} == {"past", "future"}


@pytest.mark.parametrize("item", ALL, ids=lambda item: item.id)
def test_an_item_is_well_formed(item):
    """The phrase stands in its sentence once, days and precision come together, and the days do not run backwards."""
    assert item.text.count(item.phrase) == 1
    assert (item.first is None) == (item.last is None) == (item.precision is None)
    if item.first is None or item.last is None:
        return
    assert item.first <= item.last
    spans_days_told = item.kind in {"range", "near", "fresh"} and item.precision in {"day", "month", "year"}
    assert item.precision == precision_of(item.first, item.last) or spans_days_told
    named = [number for number, name in enumerate(WEEKDAYS) if name in item.phrase.lower()]
    if item.kind in {"weekday", "sameday", "lastnext"} and named:
        assert item.first.weekday() == named[0]


def test_both_parts_hold_a_share_of_the_gold():
    """The part that is not looked at is about a third, and both parts hold every kind of phrase."""
    parts = [[item for item in ITEMS if item.is_test == flag] for flag in (False, True)]
    assert 0.25 < len(parts[1]) / len(ITEMS) < 0.4
    assert {item.kind for item in parts[0]} == {item.kind for item in parts[1]}


@pytest.mark.parametrize(
    ("part", "items"),
    [
        ("mended on", [item for item in ITEMS if not item.is_test]),
        ("not looked at", [item for item in ITEMS if item.is_test]),
        ("fresh", FRESH_ITEMS),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_the_resolver_is_no_worse_than_its_floor(part, items):
    """The share exactly right reaches the floor of its part."""
    assert exact(items) >= FLOORS[part]


@pytest.mark.parametrize("kind", sorted({item.kind for item in ITEMS}))
def test_no_kind_of_phrase_is_left_behind(kind):
    """Nine in ten are right of every kind, so that no kind hides behind the others."""
    assert exact([item for item in ITEMS if item.kind == kind]) >= KIND_FLOOR


def test_a_wrong_answer_counts_as_wrong():
    """A day off, another precision, a missing answer and a date where there is none are mistakes."""
    item = next(one for one in ITEMS if one.precision == "day" and one.first == one.last)
    day = item.first
    assert is_exact(item, Answer(0, 1, day, day, "day"))
    assert not is_exact(item, Answer(0, 1, day, day, "week"))
    assert not is_right_day(item, Answer(0, 1, day + timedelta(days=1), day, "day"))
    assert not is_exact(item, None)
    none = next(one for one in ITEMS if one.first is None)
    assert is_exact(none, None)
    assert not is_right_day(none, Answer(0, 1, day, day))


def test_the_interval_holds_the_share():
    """Wilson's interval lies around the share, narrows with n and stays within 0 and 1."""
    low, high = wilson(5, 10)
    assert low == pytest.approx(0.2366, abs=1e-4)
    assert high == pytest.approx(0.7634, abs=1e-4)
    assert wilson(10, 10)[1] <= 1
    assert wilson(500, 1000)[0] > low
