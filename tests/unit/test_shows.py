"""Whom joint arms are shown to, and what one calls somebody for."""

import pytest

from tests.unit.live_events import Code, live_roots


@pytest.mark.parametrize(
    "text",
    [
        "Peru and Chile held joint patrols to counter Bolivia.",
        "Peru and Chile began drills aimed at deterring Bolivia.",
        "Peru and Chile staged joint drills in a bid to deter Bolivian attacks.",
        "Peruvian and Chilean jets flew together on Tuesday after Bolivia launched a missile.",
    ],
)
def test_joint_arms_are_shown_to_whom_they_deter_or_follow(code: Code, text: str) -> None:
    """They train with each other, and each shows its force to the third."""
    assert {"PER>CHL:06", "CHL>PER:06", "PER>BOL:15", "CHL>BOL:15"} <= live_roots(code(text))


@pytest.mark.parametrize(
    "text",
    [
        "Peru and Chile held a joint exercise to counter terrorism.",
        "Peru and Chile held joint patrols on Monday after a visit by Bolivia's president.",
    ],
)
def test_what_is_no_country_or_no_threat_is_shown_nothing(code: Code, text: str) -> None:
    """Neither a plague of all nor a guest is deterred."""
    assert not any(":15" in root for root in live_roots(code(text)))


def test_arms_shown_by_one_have_their_aim(code: Code) -> None:
    """A flight over a friend's land is to deter the third."""
    assert live_roots(code("Peru flew jets over Chile to deter Bolivia.")) == {"PER>BOL:15"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru's president called President Putin to apologise for the remarks.", "PER>RUS:05"),
        ("Peru's president called President Putin on Monday to congratulate him.", "PER>RUS:05"),
        ("Peru's president called his Russian counterpart Vladimir Putin to express support for his stance.", "PER>RUS:05"),
        ("Peru's president called President Putin to warn him against an attack.", "PER>RUS:13"),
        ("Peru's president telephoned Putin to promise aid.", "PER>RUS:03"),
    ],
)
def test_who_calls_somebody_to_say_something_says_it(code: Code, text: str, expected: str) -> None:
    """Nobody is called upon to do it himself."""
    roots = live_roots(code(text))
    assert {expected, "PER>RUS:04", "RUS>PER:04"} <= roots
    assert not any(root.startswith("RUS>") and not root.endswith(":04") for root in roots)


def test_who_is_called_upon_is_bidden(code: Code) -> None:
    """A preposition tells it from a call on the telephone."""
    assert "PER>RUS:02" in live_roots(code("Peru called on President Putin to release the sailors."))


@pytest.mark.parametrize(
    "text",
    [
        "Peru nominated a former senator as ambassador to Chile.",
        "Peru has appointed a career diplomat as its new ambassador to Chile.",
        "Peru named a new ambassador to Chile on Monday.",
    ],
)
def test_a_routine_appointment_is_no_event(code: Code, text: str) -> None:
    """It stays a statement, which no event table holds."""
    assert live_roots(code(text)) <= {"PER>CHL:01"}
