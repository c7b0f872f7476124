"""Who brought two together, told by a word before what they did; who is spoken to in a call; a name like an infinitive."""

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


def test_who_demands_a_release_in_a_call_demands_it_of_whom_he_calls(code: Code) -> None:
    """So does who threatens; a demand for peace may be made in talks with a friend."""
    assert "PER>CHL:10" in live_roots(
        code("In a call with Chile's president, Peru's president demanded the release of the sailors.")
    )
    assert "PER>CHL:13" in live_roots(code("During talks with Chile's minister, Peru's minister threatened further measures."))
    assert "PER>CHL:10" not in live_roots(
        code("In a call with Chile's president, Peru's president demanded an end to the attacks.")
    )


def test_a_name_that_begins_like_an_infinitive(code: Code) -> None:
    """To Lam is no purpose: as a subject, an object and behind a possessive."""
    planned = code("", "Vietnam's To Lam to visit Washington, sign Boeing deal")
    assert {(mention.event_code, mention.status) for mention in planned} == {("036", "announced")}
    assert "VNM>CHN:04" in live_roots(code("To Lam met Xi Jinping in Beijing on Monday."))


def test_what_several_agree_to_do_to_a_third_is_nothing_between_them(code: Code) -> None:
    """They act on the third; what they agree to do with each other stays theirs."""
    pressed = live_roots(code("Peru and Chile agreed on Monday to press Bolivia to refrain from provocations."))
    assert "PER>CHL:03" not in pressed
    trained = live_roots(code("Peru and Chile agreed to train Bolivian pilots."))
    assert {"PER>BOL:03", "CHL>BOL:03"} <= trained
    assert "PER>CHL:03" not in trained
    assert {"PER>CHL:03", "CHL>PER:03"} <= live_roots(
        code("Peru and Chile agreed to hold a groundbreaking ceremony for a railway.")
    )
    assert {"PER>CHL:03", "CHL>PER:03"} <= live_roots(code("Peru and Chile agreed to resume talks on the border."))
    assert "PER>CHL:03" in live_roots(code("Peru and Chile agreed to seek a common answer to Bolivian tariffs."))
