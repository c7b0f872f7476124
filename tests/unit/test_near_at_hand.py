"""Deals near at hand, talks that nobody scheduled or sees a reason for, and what a pact is only meant for."""

import pytest

from tests.unit.live_events import Code, live_codes, live_roots


@pytest.mark.parametrize(
    "title",
    [
        "Vietnam close to deal with Chile on tariffs",
        "Vietnam nears trade deal with Chile",
        "Vietnam edges closer to trade deal with Chile",
        "Trump says US 'very close' to deal with Chile",
    ],
)
def test_a_deal_near_at_hand_is_a_plan_of_both(code_with_model: Code, title: str) -> None:
    """Both readers together hold it for a plan, and none for a pact that is made."""
    told = {one.split(":")[1][:2] for one in live_codes(code_with_model("", title=title))}
    assert told == {"03"}
    assert len({one[:7] for one in live_codes(code_with_model("", title=title))}) == 2


@pytest.mark.parametrize(
    "text",
    [
        "There are no meetings scheduled between Chinese and Indian officials.",
        "With no talks planned between Chad and Sudan, the row goes on.",
    ],
)
def test_what_nobody_scheduled_is_not_to_come(code: Code, text: str) -> None:
    """The noun before a participle is what it would be done to."""
    assert live_codes(code(text)) == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Moscow sees no reason to extend the grain deal with Ukraine.", {"RUS>UKR:12"}),
        ("Beijing sees no basis for dialogue with Taipei.", {"CHN>TWN:12"}),
        ("North Korea has no interest in meeting South Korea's envoys.", {"PRK>KOR:12"}),
        ("Moscow has reason to talk to Kyiv.", set()),
        ("Japan has an interest in talks with North Korea.", set()),
    ],
)
def test_who_sees_no_reason_refuses(code: Code, text: str, expected: set[str]) -> None:
    """A reason that somebody has is no act yet."""
    assert live_roots(code(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "South Korea and Canada have reached a free trade agreement meant to boost exports and investment.",
        "South Korea and Canada have signed a free trade agreement intended to boost exports.",
    ],
)
def test_what_a_pact_is_for_is_no_plan(code: Code, text: str) -> None:
    """It is signed, and that is all that is told."""
    assert live_codes(code(text)) == {"KOR>CAN:057", "CAN>KOR:057"}


def test_who_means_to_do_something_plans_it(code: Code) -> None:
    """But a country that means to do something plans to."""
    assert "DEU>UKR:03" in live_roots(code("Germany intends to send tanks to Ukraine."))


@pytest.mark.parametrize("title", ["Lee to visit Beijing for summit with Xi", "India, Brazil pledge to double trade"])
def test_what_a_headline_puts_ahead_is_to_come(code: Code, title: str) -> None:
    """A summit for which somebody is to visit has not been held; plans of plans are plans."""
    told = live_roots(code("", title=title))
    assert {one.split(":")[1] for one in told} == {"03"}
    assert len(told) == 2


def test_drills_that_something_is_over_are_no_verb(code: Code) -> None:
    """China's drills after Taiwan, behind "over" as elsewhere."""
    assert live_roots(code("", title="Stocks slip over PLA Taiwan drills")) == {"CHN>TWN:15"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Argentina's president called Brazil's president a fool. Brasilia asked for an apology.", "BRA>ARG:02"),
        ("Japan's minister insulted South Korea's president. Seoul requested clarification.", "KOR>JPN:10"),
    ],
)
def test_amends_are_asked_of_who_did_wrong(code: Code, text: str, expected: str) -> None:
    """Whoever asks for an apology without saying of whom asks it of who harmed him."""
    assert expected in live_roots(code(text))


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("The world trade body ruled against China.", "WTO>CHN:11"),
        ("The 27-member bloc imposed sanctions on Belarus.", "EUR>BLR:16"),
        ("The chemical weapons watchdog accused Syria of using chlorine.", "OPW>SYR:11"),
    ],
)
def test_bodies_are_known_by_their_bynames(code: Code, text: str, body: str) -> None:
    """As agencies call them."""
    assert body in live_roots(code(text))


def test_mainland_is_china_where_taiwan_is_told_of(code: Code) -> None:
    """With a capital at the head of a headline, too."""
    assert live_roots(code("", title="Mainland slams DPP over Lai's speech")) == {"CHN>TWN:11"}
