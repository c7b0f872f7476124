"""Whose somebody is by where he works or what is said behind his name, and what ships and aircraft are by theirs."""

from datetime import date

import pytest

from tests.unit.live_events import Code, live_codes

DAY = date(2025, 6, 20)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Zhang Lan, a spokeswoman for the Taiwan Affairs Office, criticised Peru on Friday.", "CHN>PER:111"),
        ("Ana Cruz, who leads the Philippine delegation, condemned North Korea.", "PHL>PRK:111"),
        ("Nishi Gyoren, Japan's shrimp federation, condemned China on Friday.", "JPN>CHN:111"),
        ("Peru condemned Jingtai, the Chinese owner of a steelworks, on Friday.", "PER>CHN:111"),
        ("Kenji Mori, a senior official at the Financial Services Agency, criticised Seoul.", "JPN>KOR:111"),
        ("Beijing sanctioned Kenneth Roe, a former adviser to the British government.", "CHN>GBR:163"),
        ("Russia expelled Lena Holt, a reporter for a Danish newspaper.", "RUS>DNK:174"),
        ("An official at the Pentagon criticised Beijing.", "USA>CHN:111"),
        ("Beijing detained Ito Kenta, an executive at the Japanese drugmaker Astellas.", "CHN>JPN:173"),
    ],
)
def test_what_stands_behind_a_name_tells_whose_it_is(code: Code, text: str, event: str) -> None:
    """A name that no dictionary holds is of whoever employs or owns it."""
    assert event in live_codes(code(text, published=DAY))


@pytest.mark.parametrize(
    "text",
    [
        "Bob Ray, a critic of China, praised Japan.",
        "Bob Ray, a scholar of Chinese politics, criticised Japan.",
        "Canada met Bob Ray, the victim of a Chinese fraud.",
        "Bob Ray, the author of a book on China, praised Japan.",
        "Bob Ray, spokesman for the prime minister, praised Japan after China had spoken.",
    ],
)
def test_what_somebody_has_to_do_with_is_not_whose_he_is(code: Code, text: str) -> None:
    """A critic, scholar or victim of a country is not of it."""
    assert not {event for event in live_codes(code(text, published=DAY)) if event.startswith("CHN>") or ">CHN" in event}


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Prosecutors in Incheon indicted a Peruvian.", "KOR>PER:173"),
        ("Immigration officials in Bali deported a Peruvian.", "IDN>PER:174"),
        ("Prosecutors in New York charged a Turkish banker with fraud.", "USA>TUR:173"),
        ("The ruling generals in Bamako accused Algiers of arming rebels.", "MLI>DZA:112"),
        ("Hamburg prosecutors charged a Peruvian.", "DEU>PER:173"),
        ("Peru condemned the Ministry of Commerce in Beijing.", "PER>CHN:111"),
        ("Officials in Geneva criticised Israel.", None),
        ("Diplomats in Busan criticised Israel.", None),
    ],
)
def test_officials_of_a_town_are_its_countrys(code: Code, text: str, event: str | None) -> None:
    """Prosecutors and officials act for the state they sit in, but not where all the world meets."""
    found = live_codes(code(text, published=DAY))
    assert event in found if event else not found


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("A Chinese J-16 intercepted a Canadian CP-140 Aurora over the East China Sea.", "CHN>CAN:150"),
        ("A Russian Il-38 was intercepted by a Japanese F-2.", "JPN>RUS:150"),
        ("The Comoros-flagged tanker Skipper was seized by the United States.", "USA>COM:171"),
        ("The Panama-flagged freighter Xing Shun 39 was boarded by Taiwan's coast guard.", "TWN>PAN:171"),
        ("The US froze H-1B visas for Peru.", None),
    ],
)
def test_types_and_names_tell_ships_and_aircraft(code: Code, text: str, event: str | None) -> None:
    """An Il-38 is an aircraft, and a tanker with its name behind it is one ship."""
    found = live_codes(code(text, published=DAY))
    assert event in found if event else not any(one.endswith(":150") for one in found)


def test_who_intercepts_the_plane_is_not_the_plane(code: Code) -> None:
    """A definite noun points to what was told before, never to who acts on it in the same clause."""
    text = "A Russian Su-30 entered Turkish airspace on Saturday. Two Turkish F-16s intercepted the plane and drove it off."
    assert "TUR>RUS:150" in live_codes(code(text, published=DAY))
