"""Forces in another country for drills, and craft that the next sentence calls by their noun alone."""

import pytest

from tests.unit.live_events import Code, live_codes


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Indian troops arrive in Oman for military exercise", ""),
        ("Indian choppers in Oman for multinational drills", ""),
        (None, "Indian army helicopters have landed in western Oman to take part in anti-terrorism drills."),
        (None, "Two Indian destroyers docked in Muscat for an exercise with the Omani navy."),
        (None, "Two hundred Indian marines came to Oman to participate in an exercise."),
    ],
)
def test_forces_that_come_for_drills_train_with_their_host(code: Code, title: str | None, text: str) -> None:
    """They do not visit him."""
    assert live_codes(code(text, title)) == {"IND>OMN:062", "OMN>IND:062"}


@pytest.mark.parametrize(
    "text",
    [
        "The Indian defence minister arrived in Oman for talks on drills.",
        "Indian fighters did not come to Oman for the drills.",
        "Indian soldiers are in Oman for the games.",
    ],
)
def test_who_talks_of_drills_or_stays_away_holds_none(code: Code, text: str) -> None:
    """A minister is no force, and who did not come does not train."""
    assert not {event for event in live_codes(code(text)) if event.endswith("062")}


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Two Russian jets took off from Pskov. The two jets violated Estonian airspace.", "RUS>EST:150"),
        ("Two Indian C-17 jets left on Monday. The two C-17 jets held a drill with Omani forces near Goa.", "IND>OMN:062"),
        ("A Turkish tanker left on Friday. The tanker was seized by Libya.", "LBY>TUR:171"),
    ],
)
def test_craft_are_known_by_their_noun(code: Code, text: str, event: str) -> None:
    """Numbers and types that were told before may stand beside it, wherever they set out from."""
    assert event in live_codes(code(text))


@pytest.mark.parametrize(
    "text",
    [
        "A Turkish drone was seen over Iraq. The armed drone was shot down by the United States.",
        "A Chinese boat hit a Vietnamese boat. The second boat was seized by the Philippines.",
    ],
)
def test_what_was_not_told_of_a_craft_tells_another(code: Code, text: str) -> None:
    """A new description may be of something else."""
    assert not {event for event in live_codes(code(text), 2) if event[:7] in {"USA>TUR", "PHL>CHN", "PHL>VNM"}}
