"""What several agree to do to a third is planned for him, or threatened to him, by each of them."""

import pytest

from tests.unit.live_events import Code, live_codes


@pytest.mark.parametrize(
    ("text", "events"),
    [
        (
            "France and Germany agreed to send tanks to Ukraine.",
            {"FRA>UKR:0332", "DEU>UKR:0332"},
        ),
        (
            "France and Germany agreed to impose sanctions on Iran.",
            {"FRA>IRN:1312", "DEU>IRN:1312"},
        ),
        ("Germany agreed to impose sanctions on Iran.", {"DEU>IRN:1312"}),
        (
            "Kenya and Uganda agreed to hold talks with Rwanda next week.",
            {f"{one}>{other}:036" for one in ("KEN", "UGA", "RWA") for other in ("KEN", "UGA", "RWA") if one != other},
        ),
        ("Germany agreed to send tanks to Ukraine.", {"DEU>UKR:0332"}),
    ],
)
def test_those_who_agree_plan_it_for_a_third(code: Code, text: str, events: set[str]) -> None:
    """Harm that is agreed on is a threat; nothing passes between them, but for talks that all hold together."""
    assert live_codes(code(text)) == events


def test_what_they_agree_not_to_do_is_no_threat(code: Code) -> None:
    """Nor is what they agree to do with each other anything to a third."""
    assert "138" not in {one.event_code for one in code("Egypt and Sudan agreed not to attack Ethiopia.")}
    assert live_codes(code("Kenya and Uganda agreed to cooperate on Rwanda.")) == {"KEN>UGA:031", "UGA>KEN:031"}


def test_who_judges_a_bill_has_not_made_it(code: Code) -> None:
    """A veto is against who drafted what is vetoed, not against who criticised it too."""
    assert "GEO>USA:129" not in live_codes(code("Georgia vetoed a bill on foreign agents that Washington had criticised."))
    assert "GEO>USA:129" in live_codes(code("Georgia vetoed a resolution that Washington had drafted."))
