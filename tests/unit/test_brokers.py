"""Who brought two together, told by a word before what they did."""

import pytest

from tests.unit.live_events import Code, live_roots


@pytest.mark.parametrize(
    "text",
    [
        "Peru and Chile signed an Omani-brokered peace deal on Monday.",
        "The Omani-brokered ceasefire between Peru and Chile came into force on Sunday.",
        "Peru and Chile agreed a truce in Omani-brokered talks.",
    ],
)
def test_the_broker_mediates_between_both(code: Code, text: str) -> None:
    """The parties stand behind the deal, or do what the sentence tells of it."""
    assert {"OMN>PER:04", "OMN>CHL:04"} <= live_roots(code(text))


def test_an_old_truce_has_its_broker_behind_it(code: Code) -> None:
    """A truce that only holds, or that somebody is said to break or welcomes, was brokered before."""
    assert "OMN>PER:04" not in live_roots(code("An Omani-brokered truce between Peru and Chile has held."))
    assert "OMN>PER:04" not in live_roots(code("Peru accused Chile of violating the Omani-brokered ceasefire."))
    assert "OMN>PER:04" not in live_roots(code("Peru welcomed the Omani-brokered deal."))
