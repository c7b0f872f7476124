"""Measures of both readers: what was decided and dated is taken, what comes later is not denied."""

from datetime import date

import pytest

from tests.unit.live_events import Code, live_codes


def test_a_measure_with_its_day_is_taken(code_with_model: Code) -> None:
    """Whatever the relation model takes the future for: decided and dated, it is the act."""
    assert live_codes(code_with_model("Russia will impose tariffs on India from Thursday.")) == {"RUS>IND:163"}


@pytest.mark.parametrize(
    "title",
    [
        "U.S. will impose tariffs on Chinese chips, but not until 2027",
        "U.S. will impose tariffs on Chinese chips, but not before June",
    ],
)
def test_what_comes_later_is_not_denied(code_with_model: Code, title: str) -> None:
    """What is put off is not called off."""
    assert live_codes(code_with_model("", title, date(2025, 12, 23))) == {"USA>CHN:1312"}


def test_what_was_decided_and_stands_is_told_once(code_with_model: Code) -> None:
    """The same words tell no threat beside the measure."""
    text = "The Japanese government at a Cabinet meeting on April 5 decided to extend sanctions against the DPRK for a year."
    assert live_codes(code_with_model(text, None, date(2011, 4, 8))) == {"JPN>PRK:163"}
