"""What has not come about: blame to come, pacts yet to be signed, what a question asks for, meetings that were never held."""

import pytest

from tests.unit.live_events import Code, live_codes, live_roots


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("France will almost certainly face criticism from Germany.", set()),
        ("Iran will inevitably face condemnation from the United States over the test.", set()),
        ("Israel will surely be accused by Turkey of lying.", set()),
        ("India was accused by Nepal of lying and will be criticised by Japan.", {"NPL>IND:11"}),
        ("France faced criticism from Germany over the law.", {"DEU>FRA:11"}),
        ("Germany will condemn Iran on Monday.", {"DEU>IRN:11"}),
    ],
)
def test_blame_that_somebody_will_meet_is_foreseen(code: Code, text: str, expected: set[str]) -> None:
    """Who says that he will condemn announces it."""
    assert live_roots(code(text)) == expected


@pytest.mark.parametrize(
    ("title", "text", "pair"),
    [
        (None, "Brazil and Japan are about to sign a trade deal.", {"BRA>JPN", "JPN>BRA"}),
        ("India about to sign gas deal with Qatar", "", {"IND>QAT", "QAT>IND"}),
        (None, "Norway and Morocco are nearing the signing of a fisheries deal.", {"NOR>MAR", "MAR>NOR"}),
        ("Oman and Kenya close in on trade pact", "", {"OMN>KEN", "KEN>OMN"}),
        ("Oman, Kenya close to trade pact: minister", "", {"OMN>KEN", "KEN>OMN"}),
        ("Oman and Kenya near trade pact, officials say", "", {"OMN>KEN", "KEN>OMN"}),
        (None, "Kenya and Somalia have reached a tentative deal on the border.", {"KEN>SOM", "SOM>KEN"}),
        ("Egypt, Ethiopia reach preliminary agreement on dam", "", {"EGY>ETH", "ETH>EGY"}),
        ("India, UK strike trade deal in principle", "", {"IND>GBR", "GBR>IND"}),
    ],
)
def test_a_pact_that_is_near_or_loose_is_announced(code: Code, title: str | None, text: str, pair: set[str]) -> None:
    """Nothing is signed yet."""
    assert live_codes(code(text, title)) == {f"{one}:030" for one in pair}


@pytest.mark.parametrize(
    "text",
    [
        "Peru signed a preliminary agreement with Chile on fishing.",
        "Peru struck a trade deal with Chile.",
        "Peru closed a deal with Chile on gas.",
        "Peru reached a deal with Chile on a bridge near Tacna.",
    ],
)
def test_a_signed_pact_is_one(code: Code, text: str) -> None:
    """However preliminary it is."""
    assert live_codes(code(text)) == {"PER>CHL:057", "CHL>PER:057"}


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("After Putin strikes Moldova, will China attack Taiwan?", "", {"RUS>MDA:19"}),
        ("After US seizes Iranian tanker, could Tehran close the strait?", "", {"USA>IRN:17"}),
        ("After Xi meets Putin, will India change course?", "", {"CHN>RUS:04", "RUS>CHN:04"}),
        (None, "After Russia shelled Moldova, could China blockade Taiwan?", {"RUS>MDA:19"}),
        ("US bombed Iran, so will China attack Taiwan?", "", {"USA>IRN:19"}),
        ("After US raid on Venezuela, will China invade Taiwan?", "", {"USA>VEN:19"}),
        (None, "Will Japan recall its envoy after China expelled two Japanese diplomats?", {"CHN>JPN:16"}),
        ("Would France leave if Algeria expelled its envoy?", "", set()),
        (None, "Has India banned Turkish goods?", set()),
        ("Will Xi visit Japan when Trump meets Takaichi?", "", set()),
        (None, "What if China invades Taiwan after Russia attacked Estonia?", set()),
    ],
)
def test_a_question_asks_for_what_comes_after_a_deed(code: Code, title: str | None, text: str, expected: set[str]) -> None:
    """The deed is taken for done, and what is asked for is not."""
    assert live_roots(code(text, title)) == expected


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Talks between Greece and Turkey fell through on Monday.", False),
        ("A phone call between Putin and Macron did not take place.", False),
        ("A meeting between Putin and Macron proved too complicated, aides said.", False),
        ("A meeting between Putin and Macron failed to materialise.", False),
        ("A meeting between Putin and Macron was not possible.", False),
        ("A meeting between Putin and Macron was not on the agenda.", False),
        ("A meeting between Putin and Macron seems unlikely.", False),
        ("A visit by Modi to Nepal never happened.", False),
        ("The planned summit between Japan and China never took place.", False),
        ("The meeting between Putin and Macron took place on Wednesday.", True),
        ("A meeting between Putin and Macron did not go well.", True),
        ("The talks between Greece and Turkey did not take place until Wednesday.", True),
        ("Talks between Greece and Turkey did not produce a deal.", True),
    ],
)
def test_a_meeting_that_came_to_nothing_was_not_held(code: Code, text: str, held: bool) -> None:
    """Talks without a result were."""
    assert bool(live_codes(code(text))) is held
