"""Days of what an act answers or comes before, of plans that were held, and steps that open no article."""

from datetime import date

import pytest

from etl.coder.dates import phrases
from tests.unit.live_events import Code

PUBLISHED = date(2026, 12, 2)  # a Wednesday


@pytest.mark.parametrize(
    "text",
    [
        "Britain sanctioned Russia ahead of Friday's summit in Brussels.",
        "Japan imposed sanctions on North Korea in response to a launch on Nov. 20.",
        "Japan imposed sanctions on North Korea as punishment for its missile launch of Nov. 20.",
        "Japan sanctioned North Korea because of the Nov. 20 launch.",
        "Japan sanctioned North Korea, citing the Nov. 20 launch.",
        "Japan condemned North Korea's Nov. 20 launch.",
    ],
)
def test_the_day_of_the_grounds_is_not_that_of_the_act(code: Code, text: str) -> None:
    """Nor is the day of what the act comes before."""
    assert {one.event_date for one in code(text, published=PUBLISHED)} == {PUBLISHED}


@pytest.mark.parametrize(
    "text",
    [
        "The talks between Iran and Oman, originally set for Monday, were held on Tuesday in Muscat.",
        "Talks between Iran and Oman expected on Monday began on Tuesday.",
    ],
)
def test_what_was_planned_and_held_is_told_as_held(code: Code, text: str) -> None:
    """On the day on which it was."""
    told = code(text, published=PUBLISHED)
    assert {(one.event_code, one.status, one.event_date) for one in told} == {("040", "happened", date(2026, 12, 1))}


def test_what_came_before_does_not_date_the_lead(code: Code) -> None:
    """What was "two days earlier" counts back from the news."""
    told = code(
        "Russia expelled three German diplomats. Berlin had thrown out three Russian diplomats two days earlier.",
        published=PUBLISHED,
    )
    assert {(one.source.country, one.event_date) for one in told} == {("RUS", PUBLISHED), ("DEU", date(2026, 11, 30))}


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Egypt's president will visit Japan a week from Friday.", date(2026, 12, 11)),
        ("Come Monday, the ban will be lifted.", date(2026, 12, 7)),
        ("Come January, Japan will host him.", date(2027, 1, 1)),
        ("Jets struck the port 30 times in the past 48 hours.", date(2026, 11, 30)),
        ("The ship was seized on Christmas Day last year.", date(2025, 12, 25)),
        ("He is on a visit from Tuesday through Thursday.", date(2026, 12, 1)),
        ("The embassy will open at the start of the new year.", date(2027, 1, 1)),
        ("They met on Nov. 19. Eleven days on, nothing has come of it.", date(2026, 11, 30)),
    ],
)
def test_phrases_that_had_no_or_another_reading(text: str, first: date) -> None:
    """They are read as a reader does on the day of publication."""
    assert phrases(text, PUBLISHED)[-1].ahead[0] == first


def test_following_before_a_weekday_is_after_it() -> None:
    """A preposition looks back; "the following Sunday" ahead."""
    assert phrases("It protested following Sunday's collision.", PUBLISHED)[0].back[0] == date(2026, 11, 29)
