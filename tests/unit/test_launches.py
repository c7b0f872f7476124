"""Launches and drills of which somebody tells, or that somebody is to see, by both readers."""

from datetime import date

import pytest

from tests.unit.live_events import Code, live_codes


@pytest.mark.parametrize(
    "title",
    [
        "Seoul: North Korea fires 3 short-range projectiles",
        "Japan says North Korea fires ballistic missile",
        "S. Korea: North seems to have failed in missile launch",
        "Seoul says North Korea launches rocket, believes it is a test",
    ],
)
def test_who_tells_of_a_test_accuses_nobody(code_with_model: Code, title: str) -> None:
    """However the headline is parsed."""
    assert not live_codes(code_with_model("", title, date(2025, 12, 23)))


def test_who_tells_of_an_attack_accuses(code_with_model: Code) -> None:
    """Whoever was hit."""
    assert live_codes(code_with_model("", "Seoul says North Korea hacked its banks", date(2025, 12, 23))) == {"KOR>PRK:112"}


def test_who_is_to_see_a_drill_takes_no_part(code_with_model: Code) -> None:
    """What others join to counter is shown to them."""
    found = live_codes(code_with_model("", "US Bombers Join Japanese Jets to Counter China-Russia Drills", date(2025, 12, 11)))
    assert {"USA>JPN:062", "USA>CHN:150", "JPN>RUS:150"} <= found
