"""Favours that end, money that is spent abroad, goods that stop, debts, travel advice and flights called off for the weather."""

from datetime import date

import pytest

from tests.unit.live_events import Code, live_codes

DAY = date(2024, 6, 15)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Peru suspended tariff concessions on 12 wines imported from Chile.", "PER>CHL:163"),
        ("Peru said it will suspend preferential tariffs on 30 products imported from Chile.", "PER>CHL:1312"),
        ("Norway ended tariff breaks for India on Monday.", "NOR>IND:163"),
        ("Norway said it would exclude Japan from an increase in tariffs.", "NOR>JPN:0354"),
        ("Denmark's Carlsberg will spend 2 billion euros on plants in Chile.", "DNK>CHL:0311"),
        ("Japan's Toyota will invest $3 billion in its engine plant in Poland.", "JPN>POL:0311"),
        ("Deliveries of Libyan gas to Italy stopped on Saturday.", "LBY>ITA:163"),
        ("Shipments of Chilean cherries to Japan resumed on Tuesday.", "JPN>CHL:085"),
        ("Direct flights between Kenya and Oman were suspended on Monday.", "KEN>OMN:160"),
        ("Flights between Kenya and Oman have stopped.", "OMN>KEN:160"),
        ("Trade talks between Peru and Canada broke down.", "PER>CAN:164"),
        ("Indonesia won a WTO dispute with Brazil.", "IDN>BRA:115"),
        ("Peru appealed a WTO ruling on its restrictions on Chilean seafood.", "PER>CHL:115"),
        ("Norway suspended Malawi's debt repayments.", "NOR>MWI:071"),
        ("Malawi suspended debt payments to Norway.", "MWI>NOR:160"),
        ("Malawi repaid 50 million dollars to Norway.", "MWI>NOR:061"),
        ("Norway urged its citizens not to travel to Mali.", "NOR>MLI:160"),
        ("Norway advised its nationals to avoid travelling to Mali.", "NOR>MLI:160"),
        ("Norway warned its students against studying in Mali.", "NOR>MLI:160"),
        ("Norway updated its travel advice for Mali.", "NOR>MLI:160"),
        ("Lufthansa cancelled flights to Tehran after a strike on the airport.", "DEU>IRN:16"),
    ],
)
def test_the_wording_tells_who_does_what(code: Code, text: str, event: str) -> None:
    """The noun turns the verb round ("ended tariff breaks"), or the goods and the place tell who acts."""
    found = live_codes(code(text, published=DAY))
    assert any(one.startswith(event) for one in found), found


@pytest.mark.parametrize(
    "text",
    [
        "KLM cancelled 80 flights to Britain because of fog in Amsterdam.",
        "Qantas scrapped its flights to Fiji because of a strike by pilots.",
        "Korean Air suspended flights to Laos for commercial reasons.",
        "Air France suspended flights to Jamaica on Wednesday as a hurricane approached the island.",
    ],
)
def test_flights_called_off_for_other_reasons_are_no_act(code: Code, text: str) -> None:
    """Fog, strikes and weak demand are nobody's act; war and safety are."""
    assert not live_codes(code(text, published=DAY))


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Peru suspended tariffs on Chilean wine.", "PER>CHL:085"),
        ("Norway suspended aid payments to Malawi.", "NOR>MWI:16"),
        ("Norway granted tariff exemptions to Malawi.", "NOR>MWI:08"),
    ],
)
def test_easing_stays_easing(code: Code, text: str, event: str) -> None:
    """Only what was granted turns the end of it into a measure."""
    found = live_codes(code(text, published=DAY))
    assert any(one.startswith(event) for one in found), found
