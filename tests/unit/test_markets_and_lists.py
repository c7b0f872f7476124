"""What buyers want is no claim on anybody; who loses a place on a list of the favoured is not let off anything."""

from datetime import date

import pytest

from tests.unit.live_events import Code, live_codes

DAY = date(2026, 6, 16)


@pytest.mark.parametrize(
    "text",
    [
        "Kenyan demand for Ethiopian coffee picked up in May.",
        "Weak Indian demand for Omani gas weighs on prices.",
        "Polish demand for Ukrainian workers is growing.",
        "Demand from Turkey for Brazilian beans soared.",
        "Robust American demand for Danish medicines lifted profits.",
        "A tax cut may boost Greek demand for Italian holidays.",
    ],
)
def test_a_market_demands_nothing_of_a_country(code: Code, text: str) -> None:
    """Demand for goods, or one that is weak, rises or lifts prices, is the market's."""
    assert not {event for event in live_codes(code(text, published=DAY)) if ":10" in event}


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Kenya repeated its demand for Ethiopian restraint.", "KEN>ETH:100"),
        ("Kenya's demand for an Ethiopian apology was made on Monday.", "KEN>ETH:102"),
        ("Tokyo renewed its strong demand for a Russian withdrawal.", "JPN>RUS:100"),
    ],
)
def test_a_demand_for_an_act_stays_one(code: Code, text: str, event: str) -> None:
    """What is wanted is something that the other is to do."""
    assert event[:10] in {found[:10] for found in live_codes(code(text, published=DAY))}


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Japan struck India off its list of trusted trading partners.", "JPN>IND:163"),
        ("Kenya took Uganda off its white list.", "KEN>UGA:163"),
        ("Kenya took two Ugandan banks off its blacklist.", "KEN>UGA:085"),
        ("Washington struck Sudan off its list of sponsors of terrorism.", "USA>SDN:085"),
    ],
)
def test_it_matters_what_a_list_is_of(code: Code, text: str, event: str) -> None:
    """Off a list of the favoured is a loss, off a list of the banned a relief."""
    assert {found for found in live_codes(code(text, published=DAY)) if found[:7] == event[:7]} == {event}


@pytest.mark.parametrize(
    "text", ["Turkish and Greek fans clashed with police in Vienna.", "Indian and Kenyan students scuffled with stewards."]
)
def test_two_who_clash_with_the_police_do_not_clash_with_each_other(code: Code, text: str) -> None:
    """Nothing is told of what one of them does to the other."""
    assert not live_codes(code(text, published=DAY))
