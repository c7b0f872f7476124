"""A signed deal is one event, and what a contract is for has yet to be delivered."""

from datetime import date

import pytest

from tests.unit.live_events import Code, live_codes

_SIGNED = {"KEN>UGA:057", "UGA>KEN:057"}


@pytest.mark.parametrize(
    "text",
    [
        "Kenya and Uganda signed a deal on Wednesday that will give Nairobi preferential access to copper.",
        "Kenya and Uganda signed an agreement on building a nuclear power plant.",
        "Kenya has signed a 15-year agreement to supply liquefied natural gas to Uganda.",
        "Kenya signed an agreement with Uganda to supply uranium.",
        "Kenya signed an agreement to lend Uganda 300 million dollars.",
        "Kenya and Uganda have reached an agreement on securing the lake's fish stocks.",
        "Kenya and Uganda reached a deal to resume beef imports on Monday.",
    ],
)
def test_a_signed_deal_is_one_event(code: Code, text: str) -> None:
    """Whatever it provides for."""
    assert live_codes(code(text)) == _SIGNED


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("A Kenyan company won a contract to deliver ammunition to Uganda.", {"KEN>UGA:0332"}),
        ("A Kenyan company won an order to supply howitzers to Uganda.", {"KEN>UGA:0332"}),
        ("Kenya delivered ammunition to Uganda.", {"KEN>UGA:072"}),
        ("Kenya agreed to supply natural gas to Uganda.", {"KEN>UGA:0311"}),
    ],
)
def test_what_a_contract_is_for_lies_ahead(code: Code, text: str, events: set[str]) -> None:
    """It is a plan until it is delivered."""
    assert live_codes(code(text)) == events


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("Kenya's parliament approved a law providing military aid to Uganda.", {"KEN>UGA:0332"}),
        ("Kenya's parliament passed a bill on Saturday providing $61 billion in aid to Uganda.", {"KEN>UGA:0331"}),
        ("Kenya's parliament voted to give Uganda 7 billion dollars.", {"KEN>UGA:0331"}),
        ("Kenya announced humanitarian aid of $10 million to Uganda.", {"KEN>UGA:0333"}),
        ("Kenya announced it had sent medicine to Uganda.", {"KEN>UGA:073"}),
        ("Kenya delivered humanitarian aid to Uganda.", {"KEN>UGA:073"}),
    ],
)
def test_aid_by_law_or_announcement_lies_ahead(code: Code, text: str, events: set[str]) -> None:
    """What a parliament passes or a minister announces has not arrived."""
    assert live_codes(code(text)) == events


def test_aid_that_a_parliament_passes_has_the_day_of_the_vote(code: Code) -> None:
    """Not one to come."""
    text = "Kenya's parliament passed a bill on Saturday providing $61 billion in aid to Uganda."
    assert [one.event_date for one in code(text, published=date(2025, 6, 18))] == [date(2025, 6, 14)]


def test_ties_that_an_agreement_restores_are_told_as_well(code: Code) -> None:
    """Reopening embassies is more than a term of it."""
    found = live_codes(code("Kenya and Uganda signed an agreement to restore diplomatic relations."))
    assert found == _SIGNED | {"KEN>UGA:032", "UGA>KEN:032"}
