"""Warnings of a third, acts in which one joins another, and bodies that bear a dead man's name."""

import pytest

from tests.unit.live_events import Code, live_codes, live_roots


@pytest.mark.parametrize(
    "text",
    [
        "Tillerson warned Latin America of the imperial power of China.",
        "Pompeo warned Africa about China's debt trap.",
        "Japan warned Europe of North Korea's missiles.",
        "Estonia's premier warned the European Union of Russian ambitions.",
    ],
)
def test_a_warning_of_anothers_doing_threatens_nobody(code: Code, text: str) -> None:
    """Neither the audience nor whom it is warned of."""
    assert not {one for one in live_roots(code(text)) if one.endswith(":13")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("China warned India about its ties with Taiwan.", "CHN>IND:130"),
        ("China warned Japan of consequences.", "CHN>JPN:130"),
        ("Biden warned Putin of severe sanctions.", "USA>RUS:1312"),
    ],
)
def test_a_warning_of_ones_own_doing_is_a_threat(code: Code, text: str, expected: str) -> None:
    """What follows for him, or what he himself does."""
    assert expected in live_codes(code(text))


@pytest.mark.parametrize(
    ("last", "doer"),
    [
        ("Japan joined the United States in condemning the test.", "JPN"),
        ("Obama called the leader of Chile, who joined Washington in condemning the act.", "CHL"),
        ("France joined Germany in denouncing it.", "FRA"),
    ],
)
def test_who_is_joined_in_a_reproach_is_not_its_target(code: Code, last: str, doer: str) -> None:
    """The deed of the sentence before is."""
    roots = live_roots(code(f"North Korea tested a bomb on Wednesday. {last}"))
    assert {one for one in roots if one.endswith(":11")} >= {f"{doer}>PRK:11"}
    assert not {one for one in roots if one.endswith(":11") and not one.startswith(f"{doer}>PRK")}


def test_who_heads_a_body_is_not_whose_name_it_bears(code: Code) -> None:
    """What he does is no history."""
    found = code("The head of the Nelson Mandela Foundation criticised Israel.")
    assert [(one.event_code, one.status) for one in found] == [("111", "happened")]
