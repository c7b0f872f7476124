"""Whose word it is: own deeds claimed, what all can see reported, private crime told by the police."""

from datetime import date

import pytest

from tests.unit.live_events import Code, live_roots

DAY = date(2025, 6, 18)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("The Houthis said they had attacked a Greek ship in the Red Sea.", "YEM>GRC:19"),
        ("Iran said it attacked an American base in Iraq.", "IRN>USA:19"),
        ("Iran's Revolutionary Guards said they attacked an Israeli post in Erbil.", "IRN>ISR:19"),
        ("Iran said it had seized a Greek tanker in the Gulf.", "IRN>GRC:17"),
    ],
)
def test_who_says_that_he_did_it_did_it(code: Code, text: str, event: str) -> None:
    """A claim of one's own deed is no accusation."""
    assert event in live_roots(code(text, published=DAY))


@pytest.mark.parametrize(
    "text",
    [
        "South Korea's army said North Korea fired a ballistic missile toward the sea on Wednesday.",
        "Japan's defence ministry said North Korea fired at least two ballistic missiles on Friday.",
        "South Korea said North Korea conducted a nuclear test on Friday.",
        "Taiwan's defence ministry said China flew 30 warplanes near the island on Tuesday.",
        "Ukraine said a Russian attack on Kharkiv killed seven people.",
    ],
)
def test_reports_accuse_nobody(code: Code, text: str) -> None:
    """A launch, a flight or the toll of a strike is known to all."""
    assert not {event for event in live_roots(code(text, published=DAY)) if event.endswith(":11")}


def test_headline_of_a_launch_is_a_report(code: Code) -> None:
    """The verb behind "says" is one though the tagger took it for part of the missile."""
    assert not live_roots(code("", title="South Korea says North Korea fires ballistic missile", published=DAY))


def test_harm_is_still_an_accusation(code: Code) -> None:
    """What somebody says that another did to him."""
    assert "UKR>RUS:11" in live_roots(code("Ukraine said Russia attacked Kyiv with drones overnight.", published=DAY))


@pytest.mark.parametrize(
    "text",
    [
        "A Danish tourist was attacked and robbed by three men in Naples, Italian newspapers reported.",
        "A Danish nurse was robbed and beaten by a gang in Johannesburg, South African police said.",
        "A Danish man shot his Finnish wife dead in Aarhus.",
        "Kenyan police are investigating the murder of a Danish tourist.",
    ],
)
def test_private_crime_is_no_act_of_states(code: Code, text: str) -> None:
    """Neither where it was nor who tells of it did it; the victim's country is not looked into."""
    assert not live_roots(code(text, published=DAY))


def test_what_is_done_in_front_of_a_mission_is_done_there(code: Code) -> None:
    """The crowd is of the town, not of the mission."""
    told = live_roots(
        code("Protesters burned Danish and Swedish flags in front of the Danish consulate in Lahore.", published=DAY)
    )
    assert told == {"PAK>DNK:14", "PAK>SWE:14"}
