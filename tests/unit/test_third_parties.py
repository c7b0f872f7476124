"""Whom a third party means who speaks after others have answered: "the move", "the test", "all sides", "did the same"."""

from datetime import date

import pytest

from tests.unit.live_events import Code, live_codes, live_roots

PUBLISHED = date(2024, 3, 7)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Peru froze the assets of two Chilean firms. Chile summoned the Peruvian ambassador. Bolivia welcomed the move.",
            "BOL>PER:05",
        ),
        ("Peru expelled 18 Chilean diplomats. Chile vowed to make Peru pay. Bolivia condemned the decision.", "BOL>PER:11"),
        (
            "Peru decided on Tuesday to close its ports. Bolivia praised Peru for its candour. Chile criticized the decision.",
            "CHL>PER:11",
        ),
        (
            "Peru tested a cruise missile. Bolivia's president met Chile's president. Brazil called the test outrageous.",
            "BRA>PER:11",
        ),
    ],
)
def test_the_move_is_the_deed_and_not_what_was_said_of_it(code: Code, text: str, expected: str) -> None:
    """Whoever answered in between is not meant."""
    found = live_roots(code(text, published=PUBLISHED))
    assert expected in found
    assert {one for one in found if one.startswith(expected[:4])} == {expected}


def test_a_judgement_of_words_is_still_of_who_said_them(code: Code) -> None:
    """A remark is no deed."""
    text = "Peru expelled 18 Chilean diplomats. Chile threatened Peru on Tuesday. Bolivia condemned the remarks."
    assert "BOL>CHL:11" in live_roots(code(text, published=PUBLISHED))


@pytest.mark.parametrize(
    "text",
    [
        "Peru expelled 23 Chilean diplomats. Chile warned it would answer. Bolivia did the same on Tuesday.",
        "Peru expelled 23 Chilean diplomats. Chile lodged a protest. Bolivia followed suit.",
    ],
)
def test_who_does_the_same_repeats_the_deed(code: Code, text: str) -> None:
    """And not the answer to it."""
    assert "BOL>CHL:16" in live_roots(code(text, published=PUBLISHED))


@pytest.mark.parametrize(
    "text",
    [
        "Peru bombed targets in Chile on Monday. Bolivia called on all sides to exercise restraint.",
        "Peru bombed targets in Chile on Monday. Bolivia urged all parties to de-escalate.",
        "Peruvian and Chilean troops exchanged fire. Brazil talked to both leaders. Bolivia urged the two sides to hold talks.",
    ],
)
def test_all_sides_are_those_who_fight(code: Code, text: str) -> None:
    """Not whoever was named last."""
    found = {one for one in live_roots(code(text, published=PUBLISHED)) if one.startswith("BOL")}
    assert found == {"BOL>PER:02", "BOL>CHL:02"}


def test_every_author_is_answered_whatever_they_said_with_it(code: Code) -> None:
    """An accusation that goes with the deed is not the last deed."""
    text = "Peru, Bolivia and Brazil recalled their ambassadors from Chile, accusing it of meddling. Chile criticised the step."
    assert {"CHL>PER:11", "CHL>BOL:11", "CHL>BRA:11"} <= live_roots(code(text, published=PUBLISHED))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru asked Chile to hand over a fugitive. Chile refused to do so on Tuesday.", "CHL>PER:120"),
        ("Shinzo Abe met Xi Jinping in Beijing. Abe told reporters that they had agreed to resume exchanges.", "JPN>CHN:032"),
        ("Xi Jinping arrived in Moscow on Monday. The Russian leader praised his guest for a peace plan.", "RUS>CHN:051"),
    ],
)
def test_who_is_meant_by_so_they_and_guest(code: Code, text: str, expected: str) -> None:
    """What was asked, those who met, and who came."""
    assert expected in live_codes(code(text, published=date(2018, 10, 26)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru made good on its threat to halt imports of Chilean fish on Thursday.", "PER>CHL:163"),
        ("Peru carried out its threat to expel the Chilean ambassador.", "PER>CHL:161"),
        ("Peru kept its promise to send tanks to Chile.", "PER>CHL:072"),
    ],
)
def test_a_kept_threat_or_promise_is_the_deed(code: Code, text: str, expected: str) -> None:
    """And no threat any more."""
    assert live_codes(code(text, published=PUBLISHED)) == {expected}


def test_a_threat_not_kept_is_a_threat(code: Code) -> None:
    """What is known was said."""
    assert "PER>CHL:138" in live_codes(code("Peru has not carried out its threat to attack Chile.", published=PUBLISHED))


def test_who_warns_an_audience_threatens_nobody(code: Code) -> None:
    """Consumers are told something, and who was criticised is not threatened."""
    text = "Peru criticised Chile's tariffs on steel and warned consumers that prices would rise."
    assert {one for one in live_roots(code(text, published=PUBLISHED)) if one.startswith("PER")} == {"PER>CHL:11"}


@pytest.mark.parametrize(
    "text",
    [
        "Peru criticised Chile for flying 4,700 sorties this year.",
        "Peru thanked Chile for sending 1,800 soldiers this year.",
        "Peru accused Chile of firing 500 drones in January.",
    ],
)
def test_the_time_of_the_grounds_is_not_that_of_the_act(code: Code, text: str) -> None:
    """Whoever complains of what was done this year does so today."""
    told = [one for one in code(text, published=PUBLISHED) if one.source.country == "PER" and one.status == "happened"]
    assert told
    assert {one.event_date for one in told} == {PUBLISHED}


@pytest.mark.parametrize(
    "text",
    [
        "The United States was facing the threat of going to war with North Korea.",
        "South Korea confronts a threat of going to war with North Korea.",
        "Japan faces a demand to apologise to China.",
    ],
)
def test_who_faces_a_threat_or_demand_does_not_make_it(code: Code, text: str) -> None:
    """What it may come to is only feared."""
    assert not live_codes(code(text))


def test_a_warning_not_to_do_something_stands(code: Code) -> None:
    """What the other is not to do has another doer than the warning."""
    assert live_codes(code("Peru warned Chile on Thursday not to shelter deserters.")) == {"PER>CHL:130"}
