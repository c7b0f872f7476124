"""An article's own country: whose ministry, army or coast guard is meant where only the dateline tells."""

from datetime import date

import pytest

from tests.unit.live_events import Code, live_roots

DAY = date(2025, 6, 18)


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("NAIROBI, June 18 (Own Wire) -- The foreign ministry called in an Ethiopian diplomat on Wednesday.", {"KEN>ETH:11"}),
        ("NAIROBI (Own Wire) - A foreign ministry spokesperson urged Uganda to return the boats.", {"KEN>UGA:02"}),
        ("NAIROBI (Own Wire) - A spokesman for the Ministry of Trade condemned Uganda.", {"KEN>UGA:11"}),
        ("NAIROBI -- The coast guard on Wednesday condemned Somalia and Somalia's fishermen.", {"KEN>SOM:11"}),
        ("NAIROBI - The Ministry of Foreign Affairs on Wednesday condemned Uganda.", {"KEN>UGA:11"}),
        (
            "SEOUL, June 18 (Yonhap) -- Chad fired at Malian troops in Mali. Prosecutors charged two men from Chad.",
            {"TCD>MLI:19", "KOR>TCD:17"},
        ),
    ],
)
def test_an_organ_is_of_the_capital_of_the_dateline(code: Code, text: str, events: set[str]) -> None:
    """Where nothing else tells whose it is."""
    assert live_roots(code(text, published=DAY)) == events


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("NAIROBI (Own Wire) - The foreign ministry in Kampala condemned Rwanda.", {"UGA>RWA:11"}),
        ("NAIROBI (Own Wire) - Uganda closed a road. The foreign ministry condemned Rwanda.", {"UGA>RWA:11"}),
        ("MOMBASA (Own Wire) - The foreign ministry condemned Uganda's attack on Wednesday.", set()),
    ],
)
def test_a_dateline_gives_way_to_the_text(code: Code, text: str, events: set[str]) -> None:
    """A bureau covers its neighbours as well, and a city that is no capital has no ministry."""
    assert live_roots(code(text, published=DAY)) == events


@pytest.mark.parametrize(
    ("title", "text", "events"),
    [
        ("Uganda's army takes town", "NAIROBI (Own Wire) - The army attacked Rwandan troops.", {"UGA>RWA:19"}),
        ("Uganda closes road", "NAIROBI (Own Wire) - The foreign ministry lodged a protest with Uganda.", {"KEN>UGA:11"}),
    ],
)
def test_a_title_tells_whose_an_organ_is(code: Code, title: str, text: str, events: set[str]) -> None:
    """Where it is about a country that the sentence does not name."""
    assert live_roots(code(text, title=title, published=DAY)) == events
