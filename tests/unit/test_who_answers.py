"""Talks that go on with the partner of before, "the communist nation", and who turns down what was asked of him."""

import pytest

from tests.unit.live_events import Code, live_codes, live_roots


@pytest.mark.parametrize(
    ("text", "code_"),
    [
        ("Serbia and Kosovo broke off talks last week. Both sides said on Friday the talks would resume.", "036"),
        ("Serbia walked out of talks with Kosovo on Monday. On Friday President Vucic announced talks would resume.", "036"),
        ("Serbia walked out of talks with Kosovo on Monday. The talks resumed on Wednesday.", "046"),
        ("Serbia has been wrangling with Kosovo over visas. On Wednesday, Serbia said it had struck a deal.", "057"),
    ],
)
def test_talks_resume_between_those_who_held_them(code: Code, text: str, code_: str) -> None:
    """And the deal is struck by those who wrangled."""
    assert {f"SRB>XKX:{code_}", f"XKX>SRB:{code_}"} <= live_codes(code(text))


@pytest.mark.parametrize(
    "text",
    [
        "Serbia walked out of talks with Kosovo on Monday. China said flights would resume.",
        "Serbia walked out of talks with Kosovo on Monday. China said the talks would resume.",
        "Serbia condemned Kosovo on Monday. Belgrade said it had struck a deal.",
        "Serbia met Kosovo on Monday. Belgrade said it had struck a deal with the unions.",
        "Serbia and Kosovo broke off talks last week. The Libya talks will resume on Friday.",
    ],
)
def test_other_talks_and_deals_are_no_ones_there(code: Code, text: str) -> None:
    """Nor are those of a third."""
    assert not {one[8:] for one in live_codes(code(text), sentence=2)} & {"036", "046", "057"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Abe will discuss arms of the communist nation, which has been raising its threats against Peru, with Kim Jong Un.",
         "PRK>PER:13"),
        ("Trump met Kim Jong Un. The communist nation has threatened Japan.", "PRK>JPN:13"),
        ("South Korea met Cuba. The communist state expelled a Peruvian envoy.", "CUB>PER:16"),
        ("Japan met Iran, and urged the Islamic nation, which has attacked Peru, to stop.", "IRN>PER:19"),
    ],
)  # fmt: skip
def test_the_communist_nation_is_the_one_named(code: Code, text: str, expected: str) -> None:
    """Whatever a clause behind a comma tells of it."""
    named = text if "Abe" not in text else "Kim Jong Un is ill. " + text
    assert expected in live_roots(code(named))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Manila demanded that China leave the reef. Beijing said it would never accept it.", {"PHL>CHN:10", "CHN>PHL:12"}),
        ("Manila demanded that China leave the reef. China said it could not accept this.", {"PHL>CHN:10", "CHN>PHL:12"}),
        ("Peru praised Chile. Santiago said it would not accept it.", {"PER>CHL:05"}),
        ("Manila demanded that China leave the reef. Beijing said it would accept it.", {"PHL>CHN:10"}),
        (
            "India and Pakistan restored ties. Beijing welcomed the thaw.",
            {"IND>PAK:05", "PAK>IND:05", "CHN>IND:05", "CHN>PAK:05"},
        ),
    ],
)
def test_who_does_not_accept_it_turns_down_who_asked(code: Code, text: str, expected: set[str]) -> None:
    """What nobody asked of him is not turned down."""
    assert live_roots(code(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Kenya sanctioned Uganda over the raid. Rwanda said it would respond to a cyber attack on its ministry.",
            {"KEN>UGA:16"},
        ),
        ("Kenya sanctioned Uganda over the raid. Uganda said it would respond to the sanctions.", {"KEN>UGA:16", "UGA>KEN:13"}),
    ],
)
def test_what_is_told_only_now_answers_no_earlier_deed(code: Code, text: str, expected: set[str]) -> None:
    """An attack with the indefinite article is no raid of before."""
    assert live_roots(code(text)) == expected
