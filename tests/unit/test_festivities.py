"""Idioms of ties and quarrels: good will in words, feasts for a bond, drills against somebody, the world called to watch."""

import pytest

from tests.unit.live_events import Code, live_codes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Thailand expressed its strong will to deepen cooperation with Mongolia.", {"THA>MNG:03"}),
        ("Thailand and Mongolia expressed the will to deepen their friendly ties.", {"THA>MNG:03", "MNG>THA:03"}),
        ("Peru expressed its determination to strengthen ties with Kenya.", {"PER>KEN:03"}),
        ("Kenya voiced a desire to strengthen relations with Peru.", {"KEN>PER:03"}),
        ("Peru will make every effort to improve ties with Kenya.", {"PER>KEN:03"}),
        ("Peru vowed to make every effort to improve ties with Kenya.", {"PER>KEN:03"}),
    ],
)
def test_good_will_is_an_intent(code: Code, text: str, expected: set[str]) -> None:
    """Whoever expresses the will to do something means to do it."""
    assert {one[:10] for one in live_codes(code(text))} == expected


@pytest.mark.parametrize(
    "text",
    [
        "Peru questioned Kenya's desire to strengthen ties.",
        "Peru made every effort to improve ties with Kenya.",
        "Ukraine's resolve to strike Russia is strong.",
    ],
)
def test_the_will_of_others_is_no_intent(code: Code, text: str) -> None:
    """Nor is a mood, or an effort that was made."""
    assert not any(":03" in one or ":13" in one for one in live_codes(code(text)))


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("Cuban ambassador gives reception to mark anniversary of Cuba-DPRK ties", "", "CUB>PRK:050"),
        (
            None,
            "The Turkish ambassador to Laos hosted a dinner to mark 60 years of relations between Turkey and Laos.",
            "TUR>LAO:050",
        ),
        (None, "The Chinese ambassador gave a reception on the anniversary of the treaty between China and Laos.", "CHN>LAO:050"),
        (None, "A reception was held at the Cuban embassy to mark the anniversary of ties between Cuba and Laos.", "CUB>LAO:050"),
        ("China, Peru hold reception to mark 50 years of diplomatic ties", "", "PER>CHN:050"),
    ],
)
def test_a_feast_honours_the_other_side_of_a_bond(code: Code, title: str | None, text: str, expected: str) -> None:
    """Both sides, where both give it."""
    assert expected in live_codes(code(text, title))


@pytest.mark.parametrize(
    "text",
    [
        "The Turkish ambassador to Laos hosted a dinner to mark the national day of Turkey.",
        "The Peruvian ambassador held a dinner on the anniversary of the treaty between Laos and Cuba.",
        "Peru held a party to mark the anniversary of its independence from Spain.",
    ],
)
def test_a_feast_for_something_else_honours_nobody(code: Code, text: str) -> None:
    """A national day is no bond, nor is a bond of others."""
    assert live_codes(code(text)) == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Japan and Peru held an anti-DPRK submarine drill on Monday.", {"JPN>PRK:150", "PER>PRK:150"}),
        ("India and Vietnam staged joint anti-Chinese naval drills on Monday.", {"IND>CHN:150", "VNM>CHN:150"}),
        ("The U.S. imperialists staged an anti-DPRK war rehearsal on Tuesday.", {"USA>PRK:150"}),
        ("India and Vietnam held an anti-piracy drill on Monday.", set()),
    ],
)
def test_a_drill_called_anti_somebody_is_shown_to_him(code: Code, text: str, expected: set[str]) -> None:
    """So is a joint one, by each who trains."""
    assert {one for one in live_codes(code(text)) if ":15" in one} == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("China urges international community to be on high alert over Japan's remilitarization", {"CHN>JPN:113"}),
        ("Chinese experts call for global vigilance against Japan's nuclear ambitions", {"CHN>JPN:113"}),
        ("Seoul urges world to be on guard against Pyongyang's chemical weapons", {"KOR>PRK:113"}),
        ("Russia urges world community to be vigilant against Japan's militarism", {"RUS>JPN:113"}),
        ("Japan urges its citizens to be vigilant in China", {"JPN>JPN:020"}),
    ],
)
def test_the_world_is_called_to_watch(code: Code, title: str, expected: set[str]) -> None:
    """To warn one's own people rallies nobody."""
    assert live_codes(code("", title)) == expected
