"""Warnings of what another's step will do, and what only threatens to come about."""

import pytest

from tests.unit.live_events import Code, live_codes


@pytest.mark.parametrize(
    ("title", "text", "event"),
    [
        ("Peru warns Chilean copper tariffs would push up prices", "", "PER>CHL:130"),
        ("China warns US tariffs will backfire", "", "CHN>USA:130"),
        (None, "Canada warned that American duties on lumber would hurt both countries.", "CAN>USA:130"),
        (None, "Egypt warned that the Ethiopian dam would cut its share of the water.", "EGY>ETH:130"),
        (None, "The Pentagon warned China's military buildup could destabilise the region.", "USA>CHN:130"),
    ],
)
def test_who_warns_of_anothers_step_warns_him(code: Code, title: str | None, text: str, event: str) -> None:
    """The step that will do harm is the target's own."""
    assert live_codes(code(text, title)) == {event}


@pytest.mark.parametrize(
    "text",
    [
        "Australia warned that its own tariffs would hurt.",
        "Germany warned that Chinese support would help the region.",
        "The American Soybean Association warned that China's tariffs would be devastating to farmers.",
        "Germany warned that the French strike would not hurt travellers.",
        "China criticised Japan. It threatens to be another day of tension in Tokyo.",
    ],
)
def test_forecasts_and_boons_threaten_nobody(code: Code, text: str) -> None:
    """Nor do a firm's fears, one's own steps, and a day that threatens to be long."""
    assert not {event for event in live_codes(code(text)) if event[8:10] == "13"}
