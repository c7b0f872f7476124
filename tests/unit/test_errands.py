"""Journeys and what they are for: one act, told once, of the day of the journey."""

from datetime import date

import pytest

from tests.unit.live_events import Code, live_codes

DAY = date(2024, 6, 12)  # a Wednesday


@pytest.mark.parametrize(
    "text",
    [
        "Nepal's foreign minister arrived in Delhi on Friday for talks with his Indian counterpart.",
        "Nepal's foreign minister flew to Delhi on Sunday to meet Indian officials.",
        "Nepal's foreign minister left for Delhi on Sunday for a second round of talks with Indian officials.",
    ],
)
def test_what_a_journey_is_for_is_no_second_act(code: Code, text: str) -> None:
    """Talks that somebody has come or left for are the visit; the weekday is that of the journey."""
    found = code(text, published=DAY)
    assert live_codes(found) == {"NPL>IND:042", "IND>NPL:043"}
    assert all(one.event_date < DAY for one in found)


def test_talks_with_a_day_of_their_own_are_to_come(code: Code) -> None:
    """Where journey and talks have each a day, both are told."""
    found = code("Nepal's foreign minister flew to Delhi on Monday for talks with Indian officials on Friday.", published=DAY)
    assert "NPL>IND:036" in live_codes(found)


def test_a_round_of_talks_that_two_will_meet_for_is_ahead(code: Code) -> None:
    """Not held on the weekday that is to come, read as the last."""
    found = code("Nepali and Indian officials will meet in Rome on Monday for a third round of trade talks.", published=DAY)
    assert {one.event_root_code for one in found if one.status == "announced"} == {"03"}
    assert not [one for one in found if one.status == "happened"]


def test_a_call_in_which_a_plan_is_told_is_held(code: Code) -> None:
    """What will be done lies ahead, not the call by which it was told."""
    found = code("Nepal will scrap all tariffs on India, Prime Minister Oli told Modi in a phone call on Friday.", published=DAY)
    assert "036" not in {one.event_code for one in found}
