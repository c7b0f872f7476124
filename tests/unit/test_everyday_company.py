"""Teams and entertainers, exchanges that are opposed, ships that only a prefix tells."""

from datetime import date

import pytest

from tests.unit.live_events import Code, live_codes

DAY = date(2025, 6, 18)


@pytest.mark.parametrize(
    "text",
    [
        "Chile visit Peru in March and host Bolivia in the qualifiers.",
        "Kenya will host Ghana in Nairobi on Sunday in the most eagerly awaited match.",
        "Ireland's cricketers will tour Nepal in October.",
        "Togo sacked their Belgian coach on Monday.",
        "Canadian singer Celine Dion arrived in Lima on Monday.",
        "The U.S. women's soccer team will visit Ghana for two friendlies.",
    ],
)
def test_matches_and_shows_are_no_diplomacy(code: Code, text: str) -> None:
    """Teams that meet and entertainers on tour visit nobody."""
    assert not live_codes(code(text, published=DAY))


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Norway will host Kenya for talks in Oslo in the final stage of the dispute.", "NOR>KEN:036"),
        ("China firmly opposes any form of official exchanges between Peru and Taiwan.", "CHN>PER:111"),
        ("China's navy said it followed the USS Nimitz as it crossed the strait.", "CHN>USA:150"),
        ("Russia's navy shadowed HMS Somerset in the Channel.", "RUS>GBR:150"),
        ("The Greek coastguard monitored the passage of a Turkish frigate.", "GRC>TUR:150"),
        ("South Korea's military fired warning shots at North Korean troops.", "KOR>PRK:193"),
    ],
)
def test_who_is_meant(code: Code, text: str, event: str) -> None:
    """A ship's prefix tells its country; exchanges between two are opposed to both."""
    assert event in live_codes(code(text, published=DAY))


def test_headline_exchanges_before_their_noun(code: Code) -> None:
    """Two countries with a hyphen that stand before a noun are those who exchange."""
    assert "CHN>USA:111" in live_codes(code("", title="China opposes U.S.-Taiwan official exchanges", published=DAY))
