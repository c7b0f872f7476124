"""Date phrases and their resolution."""

from datetime import date

import pytest

from etl.coder.dates import phrases

FRIDAY = date(2026, 1, 2)


@pytest.mark.parametrize(
    ("text", "future", "first", "last", "precision"),
    [
        ("on January 4", True, "2026-01-04", "2026-01-04", "day"),
        ("on Dec. 29", False, "2025-12-29", "2025-12-29", "day"),
        ("on 29 December", False, "2025-12-29", "2025-12-29", "day"),
        ("on March 5, 2024", False, "2024-03-05", "2024-03-05", "day"),
        ("on 5 March 2024", False, "2024-03-05", "2024-03-05", "day"),
        ("on 2024-03-05", False, "2024-03-05", "2024-03-05", "day"),
        ("in November", False, "2025-11-01", "2025-11-30", "month"),
        ("in November", True, "2026-11-01", "2026-11-30", "month"),
        ("in November 2023", False, "2023-11-01", "2023-11-30", "month"),
        ("last month", False, "2025-12-01", "2025-12-31", "month"),
        ("next month", True, "2026-02-01", "2026-02-28", "month"),
        ("last November", False, "2025-11-01", "2025-11-30", "month"),
        ("on Sunday", True, "2026-01-04", "2026-01-04", "day"),
        ("on Sunday", False, "2025-12-28", "2025-12-28", "day"),
        ("on Friday", False, "2026-01-02", "2026-01-02", "day"),
        ("last Friday", False, "2025-12-26", "2025-12-26", "day"),
        ("next Friday", True, "2026-01-09", "2026-01-09", "day"),
        ("today", False, "2026-01-02", "2026-01-02", "day"),
        ("yesterday", False, "2026-01-01", "2026-01-01", "day"),
        ("tomorrow", True, "2026-01-03", "2026-01-03", "day"),
        ("two days ago", False, "2025-12-31", "2025-12-31", "day"),
        ("three weeks ago", False, "2025-12-08", "2025-12-14", "week"),
        ("two months ago", False, "2025-11-01", "2025-11-30", "month"),
        ("five years ago", False, "2021-01-01", "2021-12-31", "year"),
        ("last week", False, "2025-12-22", "2025-12-28", "week"),
        ("this week", False, "2025-12-29", "2026-01-04", "week"),
        ("last year", False, "2025-01-01", "2025-12-31", "year"),
        ("in 1937", False, "1937-01-01", "1937-12-31", "year"),
        ("since 2022", False, "2022-01-01", "2022-12-31", "year"),
    ],
)
def test_phrases_resolve(text: str, *, future: bool, first: str, last: str, precision: str) -> None:
    """Each phrase gives the days it means on Friday 2 January 2026."""
    found = phrases(f"They met {text}.", FRIDAY)
    assert len(found) == 1
    days = found[0].days(future=future)
    assert [day.isoformat() for day in days] == [first, last]
    assert found[0].precision == precision


@pytest.mark.parametrize(
    "text", ["Japan may march on.", "The second army will arm.", "31 June", "He has 2000 soldiers.", "Sunday's best"]
)
def test_words_that_are_no_dates(text: str) -> None:
    """Verbs like may and march, numbers of soldiers and impossible days are no dates."""
    assert [phrase.text for phrase in phrases(text, FRIDAY) if phrase.text != "Sunday"] == []


def test_offsets_point_at_the_phrase() -> None:
    """Start and end are offsets into the sentence."""
    text = "Lee flew on Sunday and spoke in December."
    assert [text[phrase.start : phrase.end] for phrase in phrases(text, FRIDAY)] == ["Sunday", "in December"]
