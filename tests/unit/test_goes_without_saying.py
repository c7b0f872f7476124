"""Targets that go without saying, since the sentences before have told them: who was struck, who was punished, who is there."""

import pytest

from tests.unit.live_events import Code, live_roots


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("A quake struck western Nepal on Sunday. Japan has pledged $10 million and Peru $2 million.", {"JPN>NPL:03"}),
        (
            "Floods drove thousands from their homes in South Sudan. Kenya and Uganda had already delivered supplies.",
            {"KEN>SSD:07"},
        ),
        ("A cyclone tore through Madagascar. France sent a plane with 20 tonnes of supplies.", {"FRA>MDG:07"}),
        ("Landslides buried two villages in Sri Lanka. Nobody knows how many died. India has airlifted food.", {"IND>LKA:07"}),
        ("The flood in Libya swept away half a town. Turkey and Italy each sent tents.", {"TUR>LBY:07", "ITA>LBY:07"}),
    ],
)
def test_aid_after_a_disaster_goes_to_where_it_struck(code: Code, text: str, events: set[str]) -> None:
    """However many sentences lie between, and though it is only named as a place."""
    assert events <= live_roots(code(text))


@pytest.mark.parametrize(
    "text",
    [
        "A quake shook northern Japan. Russia pledged 3 million euros to Mali for schools.",
        "A typhoon hit Taiwan. Vietnam promised its farmers new loans.",
        "A quake shook northern Japan. Canada has promised to spend more on defence.",
        "A quake struck Papua New Guinea. Japan announced 200 billion yen for its own rice farmers.",
        "An army opened fire in Mali. Ghana has pledged $2 million.",
    ],
)
def test_money_for_others_or_at_home_is_no_relief(code: Code, text: str) -> None:
    """Nor is any without a disaster."""
    assert {one for one in live_roots(code(text)) if one[:3] != one[4:7]} <= {"RUS>MLI:03"}
