"""What is carried out by doing something else, and what is left undone."""

from datetime import date

import pytest

from tests.unit.live_events import Code, live_codes, live_roots

DAY = date(2024, 6, 15)


@pytest.mark.parametrize(
    "text",
    [
        "France took the rare step of expelling the Australian ambassador.",
        "France went as far as expelling the Australian ambassador.",
        "France went so far as to expel the Australian ambassador.",
        "France saw fit to expel the Australian ambassador.",
        "France ended up expelling the Australian ambassador.",
        "France went on to expel the Australian ambassador.",
        "France proceeded to expel the Australian ambassador.",
        "France wasted no time in expelling the Australian ambassador.",
        "France had no choice but to expel the Australian ambassador.",
        "France was forced to expel the Australian ambassador.",
        "France became the first country to expel the Australian ambassador.",
        "France was among the first to expel the Australian ambassador.",
        "France is the latest state to expel the Australian ambassador.",
        "Australia gave in, one day after France had expelled the Australian ambassador.",
    ],
)
def test_what_is_carried_out_is_done(code: Code, text: str) -> None:
    """The step that is taken is the act, and of the first who does it it is told."""
    assert "FRA>AUS:16" in live_roots(code(text, published=DAY))


@pytest.mark.parametrize("text", ["Chile lost no time in condemning Peru.", "Chile made a point of condemning Peru."])
def test_no_denial_is_seen_where_there_is_none(code: Code, text: str) -> None:
    """The time that is not lost is no act that is not done."""
    assert live_roots(code(text, published=DAY)) == {"CHL>PER:11"}


@pytest.mark.parametrize(
    "text",
    [
        "Chile stopped short of condemning Peru.",
        "Chile shied away from condemning Peru.",
        "Chile thought better of condemning Peru.",
        "Chile did not go as far as condemning Peru.",
        "Chile may take the step of condemning Peru.",
        "Chile could become the first country to condemn Peru.",
        "Chile might go so far as to condemn Peru.",
    ],
)
def test_what_is_left_undone_or_only_possible_is_not_told(code: Code, text: str) -> None:
    """Whoever stops short of something has not done it, and a step that may be taken has not been."""
    assert "CHL>PER:11" not in live_roots(code(text, published=DAY))


@pytest.mark.parametrize(
    "text",
    [
        "Defying intense pressure from lawmakers to impose sanctions on Saudi Arabia, Trump kept the contracts.",
        "Norway is under pressure to expel the Russian ambassador.",
        "Norway faced a choice between banning Russian fish and losing the market.",
        "Norway has the right to ban Russian fish.",
    ],
)
def test_what_one_is_pressed_or_free_to_do_is_not_done(code: Code, text: str) -> None:
    """Pressure, a right or a choice carries nothing out."""
    assert not live_roots(code(text, published=DAY))


@pytest.mark.parametrize(
    "text",
    [
        "Never before has a Turkish president apologised to Armenia.",
        "Not once has an Indian premier visited Nepal.",
        "At no time did Iran attack Kuwait.",
        "Nowhere did Peru criticise Chile.",
    ],
)
def test_a_negation_in_front_holds_for_the_clause(code: Code, text: str) -> None:
    """Where the subject comes behind its auxiliary, what stands before both denies the verb."""
    assert not live_roots(code(text, published=DAY))


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Not only did Ghana ban imports from Togo, it also expelled two Togolese diplomats.", "GHA>TGO:16"),
        ("Not until Friday did Oman condemn Yemen.", "OMN>YEM:11"),
        ("No sooner had Peru freed the Chilean sailors than it left.", "PER>CHL:08"),
        ("In no uncertain terms did Peru condemn Chile.", "PER>CHL:11"),
    ],
)
def test_a_not_of_degree_denies_nothing(code: Code, text: str, event: str) -> None:
    """What was done not only, not until Friday, no sooner than, was done."""
    assert event in live_roots(code(text, published=DAY))


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Putin accepted an invitation to visit India.", "RUS>IND:036"),
        ("Putin declined an invitation to visit India.", "RUS>IND:125"),
        ("Putin turned down an invitation to visit India.", "RUS>IND:125"),
        ("Iran rejected an offer to hold talks with Peru.", "IRN>PER:125"),
    ],
)
def test_what_one_is_invited_to_is_accepted_or_turned_down(code: Code, text: str, event: str) -> None:
    """Who accepts an invitation to visit will visit, though nobody says whose invitation it was."""
    assert event in live_codes(code(text, published=DAY))


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("Chinese media have seized on the shooting to criticise the United States.", {"CHN>USA:111"}),
        ("Iran exploited the summit to criticise Israel.", {"IRN>ISR:111"}),
        ("Iran may exploit the summit to criticise Israel.", set()),
    ],
)
def test_what_something_is_used_for_is_done(code: Code, text: str, events: set[str]) -> None:
    """As far as it is used."""
    assert live_codes(code(text)) == events
