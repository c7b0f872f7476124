"""Whom a description, an extradition or the sky over a place tells: countries named by where they lie, courts, defenders."""

from datetime import date

import pytest

from tests.unit.live_events import Code, live_codes

DAY = date(2025, 6, 18)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Togo held a vote on Monday. The West African country condemned France.", "TGO>FRA:111"),
        ("Chad closed a base on Monday. The Sahel nation condemned France.", "TCD>FRA:111"),
        ("Tuvalu held a vote on Monday. The Pacific island nation condemned China.", "TUV>CHN:111"),
        ("Georgia closed a road on Monday. The South Caucasus country condemned Russia.", "GEO>RUS:111"),
        ("Iran held a parade on Monday. The Islamic Republic condemned Israel.", "IRN>ISR:111"),
        ("Cuba held a vote on Monday. The Caribbean island condemned Spain.", "CUB>ESP:111"),
        ("Turkey held a vote on Monday. The NATO member condemned Israel.", "TUR>ISR:111"),
        ("Niger's generals met on Monday. The junta condemned France.", "NER>FRA:111"),
        ("Taiwan held a vote on Monday. The self-ruled island condemned China.", "TWN>CHN:111"),
        ("India is seeking the extradition of a fugitive diamond trader from Belgium.", "IND>BEL:0213"),
        ("A London court approved the extradition of an Indian tycoon to Delhi.", "GBR>IND:0313"),
        ("The Israeli military said it intercepted a missile launched from Yemen on Thursday.", "ISR>YEM:195"),
        ("A Ukrainian drone was shot down over Moscow.", "RUS>UKR:195"),
    ],
)
def test_the_words_tell_the_side(code: Code, text: str, event: str) -> None:
    """Where a country lies, to whom a suspect goes, over whose land a drone is hit."""
    found = live_codes(code(text, published=DAY))
    assert event in found, found


@pytest.mark.parametrize(
    "text",
    [
        "A Malaysian airliner was shot down over Ukraine.",
        "Two Russian jets were shot down over Syria.",
        "Cyprus held a vote on Monday. China condemned the Mediterranean island.",
    ],
)
def test_whom_the_words_do_not_tell(code: Code, text: str) -> None:
    """A jet over a land at war is hit by anybody, and not every island is Taiwan."""
    found = live_codes(code(text, published=DAY))
    assert not any("TWN" in one or one.startswith(("UKR>", "SYR>")) for one in found), found
