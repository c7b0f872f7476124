"""What reported speech blames: movements that are called wrong, and set phrases; and what it honours."""

import pytest

from tests.unit.live_events import Code, live_roots


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("A spokesman in Beijing said a Philippine ship had entered Chinese waters without permission.", "CHN>PHL:11"),
        ("The Chinese coast guard said two Japanese trawlers had illegally entered waters off the islands.", "CHN>JPN:11"),
        ("Moscow said NATO planes had flown provocatively close to Kaliningrad.", "RUS>NAT:11"),
        ("Seoul said a North Korean patrol boat had crossed the maritime border in breach of the truce.", "KOR>PRK:11"),
    ],
)
def test_a_movement_that_is_called_wrong_is_a_charge(code: Code, text: str, event: str) -> None:
    """Though ships and jets that all can see are else only reported."""
    assert event in live_roots(code(text))


def test_a_passage_that_is_only_reported_is_no_charge(code: Code) -> None:
    """Nobody is blamed for it."""
    text = "Japan's defence ministry said two Chinese warships had passed through the Miyako Strait."
    assert "JPN>CHN:11" not in live_roots(code(text))


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Ecuador's president said the United States had no right to tell his people whom to elect.", "ECU>USA:11"),
        ("Turkey's foreign minister said Greece was playing with fire.", "TUR>GRC:11"),
        ("Canberra's defence minister said China was playing a dangerous game in the strait.", "AUS>CHN:11"),
        ("A Kremlin spokesman said Warsaw had lost all touch with reality.", "RUS>POL:11"),
        ("Iran's foreign minister said Israel could not hide its crimes behind words.", "IRN>ISR:11"),
        ("New Delhi said Ottawa had given shelter to extremists.", "IND>CAN:11"),
        ("Hanoi said China's map had no value.", "VNM>CHN:12"),
        ("Oslo said Moscow had kept none of its pledges.", "NOR>RUS:11"),
        ("Seoul said Tokyo had not gone far enough.", "KOR>JPN:11"),
        ("Lithuania's president said Belarus was using migrants as a weapon.", "LTU>BLR:11"),
        ("Australia's premier said Fiji deserved thanks.", "AUS>FJI:05"),
        ("China's envoy said Laos was like a brother.", "CHN>LAO:05"),
    ],
)
def test_a_set_phrase_blames_or_honours_its_subject(code: Code, text: str, event: str) -> None:
    """No single word of it does."""
    assert event in live_roots(code(text))


@pytest.mark.parametrize(
    "text",
    [
        "Peru's coach said Chile had played a game of patience.",
        "Nepal's tourist board said China had used the valley as a backdrop for a film.",
        "The Kenyan army said Uganda had given shelter to flood victims.",
        "Ghana said Togo had kept its promises.",
        "Malta said Libya had no right of appeal under the treaty.",
        "Oman said Fiji had no embassy in Muscat.",
        "Estonia said it had lost touch with a Finnish ship.",
    ],
)
def test_plain_reports_blame_nobody(code: Code, text: str) -> None:
    """The same verbs with other things tell only what was."""
    assert not {one for one in live_roots(code(text)) if one[8:] in {"11", "12", "05"}}
