"""What went on meanwhile, whom bare negotiators speak for, and what is wanted no longer."""

from datetime import date

import pytest

from tests.unit.live_events import Code, live_codes


@pytest.mark.parametrize(
    "text",
    [
        "Kenya canceled a meeting with Uganda as a militia from the border hills attacked Rwanda.",
        "Kenya called off the summit with Uganda as a coalition of parties in parliament condemned Rwanda.",
        "Kenya called off the summit with Uganda days after a coalition between parties in parliament accused Rwanda of spying.",
        "Kenya called off the summit with Uganda as a feud between advisers over the talks hit Rwanda.",
    ],
)
def test_what_stands_behind_as_or_after_goes_on_by_itself(code: Code, text: str) -> None:
    """The one who cancels attacks nobody."""
    assert {one for one in live_codes(code(text)) if one.startswith("KEN")} == {"KEN>UGA:125"}


def test_a_verb_behind_as_an_ally_goes_on_from_the_first(code: Code) -> None:
    """Where a word joins the two, the subject does both."""
    assert "KEN>TZA:051" in live_codes(code("Kenya met Uganda as an ally and praised Tanzania."))


@pytest.mark.parametrize(
    ("text", "events"),
    [
        (
            "Kenya and Uganda are close to a trade deal. Negotiators will meet in Geneva next week to discuss tariffs.",
            {"KEN>UGA:036", "UGA>KEN:036"},
        ),
        ("Kenya and Uganda are close to a trade deal. House and Senate negotiators met on Monday.", set()),
        ("Kenya and Uganda are close to a trade deal. Union negotiators met on Monday.", set()),
    ],
)
def test_bare_negotiators_are_of_the_two_told_of(code: Code, text: str, events: set[str]) -> None:
    """Those of a union or a chamber are not."""
    assert live_codes(code(text), sentence=2) == events


def test_what_somebody_is_no_longer_ready_for_he_refuses(code: Code) -> None:
    """As where he is not ready."""
    assert live_codes(code("Kenya is no longer prepared to talk to Uganda.")) == {"KEN>UGA:125"}


@pytest.mark.parametrize(
    "text",
    [
        "Iran's deal with the United States is a step in the wrong direction, Netanyahu's spokesman said on Friday.",
        "Iran's pact with the United States is a big mistake, Israel's foreign minister said.",
    ],
)
def test_a_pact_that_a_third_judges_is_not_made_thereby(code_with_model: Code, text: str) -> None:
    """The model hears a deal."""
    assert not {"IRN>USA:057", "USA>IRN:057"} & live_codes(code_with_model(text))


def test_a_draft_treaty_is_no_body(code: Code) -> None:
    """The partnership came into force on 30 December 2018."""
    assert not live_codes(code("Kenya denounced the TPP.", published=date(2015, 10, 10)))
    assert live_codes(code("Kenya denounced the TPP.", published=date(2024, 10, 10)))
