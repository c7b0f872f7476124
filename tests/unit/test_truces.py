"""Truces that are concluded, and those that a sentence only tells of."""

from datetime import date

import pytest

from tests.unit.live_events import Code, live_codes, live_roots

DAY = date(2025, 6, 18)


@pytest.mark.parametrize(
    "text",
    [
        "A fragile truce between Chad and Sudan was holding on Tuesday.",
        "The ceasefire between Kenya and Uganda collapsed within hours.",
        "The truce between Kenya and Uganda expires on Sunday.",
        "The ceasefire between Chad and Sudan is due to end on Sunday.",
        "A ceasefire between Chad and Sudan was in its third day on Tuesday.",
        "The ceasefire between Chad and Sudan appeared to be holding on Tuesday.",
    ],
)
def test_a_truce_that_is_there_is_no_act(code: Code, text: str) -> None:
    """How it fares is a state."""
    assert not live_roots(code(text, published=DAY))


def test_what_is_done_despite_a_truce_is_the_act(code: Code) -> None:
    """The truce is background."""
    told = live_roots(code("Chadian troops killed three Sudanese despite the ceasefire between Chad and Sudan.", published=DAY))
    assert told == {"TCD>SDN:19"}


@pytest.mark.parametrize(
    "text",
    [
        "A ceasefire between Chad and Sudan took effect on Tuesday.",
        "A truce between Chad and Sudan took hold on Tuesday.",
        "A ceasefire between Chad and Sudan was agreed on Tuesday.",
        "The truce between Chad and Sudan was extended by two weeks.",
    ],
)
def test_a_truce_that_begins_is_an_act(code: Code, text: str) -> None:
    """Both sides conclude it."""
    assert live_codes(code(text, published=DAY)) == {"TCD>SDN:0871", "SDN>TCD:0871"}


def test_a_truce_that_will_begin_is_announced(code: Code) -> None:
    """What somebody says will be is not yet."""
    told = code("Qatar said a ceasefire between Chad and Sudan would take effect on Sunday.", published=DAY)
    assert {"TCD>SDN:0356", "SDN>TCD:0356"} <= live_codes(told)
    assert not {one for one in told if one.event_code == "0871"}
