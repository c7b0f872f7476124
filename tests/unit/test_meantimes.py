"""What went on meanwhile, whom bare negotiators speak for, and what is wanted no longer."""

from datetime import date

import pytest

from tests.unit.live_events import Code, live_codes


@pytest.mark.parametrize(
    "text",
    [
        "Kenya canceled a meeting with Uganda as a dispute over Nairobi's border wall exploded into a showdown.",
        "Kenya canceled a meeting with Uganda as a feud between advisers over the talks spilled into the open.",
    ],
)
def test_what_stands_behind_as_goes_on_by_itself(code: Code, text: str) -> None:
    """The one who cancels does not explode."""
    assert live_codes(code(text)) == {"KEN>UGA:125"}


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
        "Kenya's deal with Uganda is a step in the wrong direction, Tanzania's president said on Friday.",
        "Kenya's fisheries pact with Uganda is a big mistake, Tanzania's foreign minister said.",
    ],
)
def test_a_pact_that_a_third_judges_is_not_made_thereby(code_with_model: Code, text: str) -> None:
    """The model hears a deal."""
    assert not {"KEN>UGA:057", "UGA>KEN:057"} & live_codes(code_with_model(text))


def test_a_draft_treaty_is_no_body(code: Code) -> None:
    """The partnership came into force on 30 December 2018."""
    assert not live_codes(code("Kenya denounced the TPP.", published=date(2015, 10, 10)))
    assert live_codes(code("Kenya denounced the TPP.", published=date(2024, 10, 10)))
