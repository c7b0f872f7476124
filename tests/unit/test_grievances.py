"""Who protests against his own government's deals and policies protests against no other state."""

import pytest

from tests.unit.live_events import Code, live_roots


@pytest.mark.parametrize(
    "text",
    [
        "Trade unions in Kenya went on strike on Wednesday to protest against the trade agreement with Uganda.",
        "Opposition deputies in Nairobi walked out of the debate in protest at the defence pact with Uganda.",
        "Kenyan farmers rallied in Nairobi against a deal that lets in more maize from Uganda.",
        "Dockers in Mombasa went on strike against cheap imports from Uganda.",
        "Kenyan farmers protested against the government's plan to import maize from Uganda.",
        "Workers at the port of Mombasa walked out to protest against its sale to Uganda.",
    ],
)
def test_a_grievance_at_home_is_no_protest_abroad(code: Code, text: str) -> None:
    """The other country is only a partner, a matter or where goods come from."""
    assert not {"KEN>UGA:13", "KEN>UGA:14"} & live_roots(code(text))


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("Kenyan farmers protested against Uganda's tariffs.", {"KEN>UGA:14"}),
        ("Kenyans marched in Nairobi against the visit of Ugandan President Museveni.", {"KEN>UGA:14"}),
        ("Kenyans protested against Uganda's plan to buy the port.", {"KEN>UGA:14"}),
        ("Hundreds of Kenyans demonstrated outside the Ugandan embassy over the deal with Uganda.", {"KEN>UGA:14"}),
    ],
)
def test_a_protest_against_a_state_stays(code: Code, text: str, events: set[str]) -> None:
    """Against its act, its visit, its embassy."""
    assert events <= live_roots(code(text))
