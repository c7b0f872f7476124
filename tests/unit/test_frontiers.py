"""Borders, and ships and aircraft that come too near."""

import pytest

from tests.unit.live_events import Code, live_codes


@pytest.mark.parametrize(
    "text",
    [
        "Biden toured the U.S.-Mexico border on Thursday.",
        "Biden visited a section of the U.S.-Mexico border on Thursday.",
        "Zelensky visited Ukraine's border with Belarus on Tuesday.",
    ],
)
def test_who_goes_to_a_border_visits_nobody(code: Code, text: str) -> None:
    """The country that a border is with is named to say which border."""
    assert live_codes(code(text)) == set()


def test_a_town_at_the_border_is_abroad(code: Code) -> None:
    """What lies at a border has its country."""
    assert "USA>MEX:042" in live_codes(code("Biden visited Mexico's border towns on Thursday."))


@pytest.mark.parametrize("verb", ["flew close to", "flew dangerously close to", "passed close to", "came within metres of"])
def test_a_close_pass_is_a_show_of_force(code: Code, verb: str) -> None:
    """Whose aircraft it comes near is meant by it."""
    assert "CHN>PHL:150" in live_codes(code(f"A Chinese navy helicopter {verb} a Philippine patrol plane on Monday."))
