"""Idioms: attacks with words, states of war, defended deeds, capped tariffs, troops that go nowhere, retorts."""

import pytest

from tests.unit.live_events import Code, live_codes, live_roots


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Shares closed lower after Trump renewed his attacks on China, dimming hopes of a trade deal.", {"USA>CHN:11"}),
        ("Orban escalated his attacks on Ukraine before the vote.", {"HUN>UKR:11"}),
        ("Bond yields fell after Trump's latest Twitter attack on Mexico.", {"USA>MEX:11"}),
        ("Russia renewed its attacks on Ukraine on Monday, killing ten.", {"RUS>UKR:19"}),
        ("The Israeli army intensified its attacks on Lebanon.", {"ISR>LBN:19"}),
    ],
)
def test_a_statesman_attacks_with_words(code: Code, text: str, expected: set[str]) -> None:
    """A state or an army does not."""
    assert live_roots(code(text)) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Japan caps South Korean steel tariffs at 12%", {"JPN>KOR:085"}),
        ("EU caps Chinese steel duties at 20%", {"EUR>CHN:085"}),
        ("US limits Taiwan chip duties to 15%", {"USA>TWN:085"}),
        ("US to cap Swiss tariffs at 15%", {"USA>CHE:0354"}),
    ],
)
def test_capped_tariffs_are_eased(code: Code, title: str, expected: set[str]) -> None:
    """And will be, where they are to be."""
    assert live_codes(code("", title)) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Russia defends arrest of American reporter", {"RUS>USA:17"}),
        ("Trump defends tariffs on Canadian lumber", {"USA>CAN:16"}),
        ("Warsaw defends ban on Ukrainian grain", {"POL>UKR:16"}),
        ("White House defends boarding of Iranian ship", {"USA>IRN:17"}),
        ("US says Coast Guard seizure of Iranian tanker was lawful", {"USA>IRN:17"}),
        ("Trump hails Coast Guard seizure of Venezuelan tanker", {"USA>VEN:17"}),
        ("Trump hails Israeli navy seizure of Iranian ship", {"USA>ISR:05", "ISR>IRN:17"}),
        ("Hungary defends Russia", {"HUN>RUS:05"}),
        ("China defends Iran's right to enrich uranium", {"CHN>IRN:05"}),
        ("Peru defends planned tariffs on Chile", set()),
    ],
)
def test_who_defends_his_own_deed_supports_nobody(code: Code, title: str, expected: set[str]) -> None:
    """Who defends another's does."""
    assert live_roots(code("", title)) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Australia rules out combat troops in Iraq", set()),
        ("Obama rules out ground troops in Syria and Iraq", set()),
        ("Britain rules out boots on the ground in Libya", set()),
        ("Russia rules out NATO ground troops in Ukraine", {"RUS>NAT:12"}),
        ("Pakistan rules out talks with India", {"PAK>IND:12"}),
    ],
)
def test_where_no_troops_go_is_a_place(code: Code, title: str, expected: set[str]) -> None:
    """Another's troops are refused all the same."""
    assert live_roots(code("", title)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sudan declared a state of war with Chad.", {"SDN>TCD:138"}),
        ('Sudan has declared it has entered a "state of war" with Chad.', {"SDN>TCD:138"}),
        ("Armenia declared a wartime footing against Azerbaijan.", {"ARM>AZE:152"}),
        ('Kim Jong Un ordered his troops into a "wartime state" against South Korea.', {"PRK>KOR:152"}),
        ("Peru declared a state of emergency along its border with Chile.", set()),
        ("Sudan declared a state of emergency against Chad.", set()),
        ("Sudan declared war on Chad.", {"SDN>TCD:190"}),
    ],
)
def test_a_state_of_war_is_a_threat(code: Code, text: str, expected: set[str]) -> None:
    """A wartime footing is an alert, and war declared on somebody is war."""
    assert live_codes(code(text)) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Russian Diplomat: Iran Entitled to Enrich Uranium", {"RUS>IRN:05"}),
        ("Chinese Diplomat: DPRK Entitled to Peaceful Use of Outer Space", {"CHN>PRK:05"}),
        ("Cuban leader tells Trump: 'Walls fall' in response to sanctions threat", {"CUB>USA:11", "USA>CUB:13"}),
        ("Turkish president tells Trump: 'Sanctions are a dead end' after tariff threat", {"TUR>USA:11", "USA>TUR:13"}),
        ("RCEP offers more room for Japan-Vietnam trade: minister", set()),
    ],
)
def test_words_for_and_against(code: Code, title: str, expected: set[str]) -> None:
    """Claims stood up for, threats shot back at, and what only leaves room for others."""
    assert live_roots(code("", title)) == expected


def test_the_norths_societies_and_nation(code: Code) -> None:
    """Its press calls all Koreans by its own name, and societies by that and a friend's."""
    assert live_roots(code("The Korea-Cuba Friendship Society met the Cuban ambassador in Pyongyang on Monday.")) == {
        "PRK>CUB:04",
        "CUB>PRK:04",
    }
    assert live_roots(code("The Korean people are enraged at the provocation by the U.S. imperialists.")) == {"PRK>USA:11"}


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Trump hits Venezuela, captures general", {"USA>VEN:19"}),
        ("Israel hits Yemen", {"ISR>YEM:19"}),
        ("Trump hits Canada with tariffs", {"USA>CAN:16"}),
        ("Trump hits China over trade", set()),
        ("Storm hits Japan", set()),
        ("US slowdown hits Mexico", set()),
    ],
)
def test_a_bare_hit_is_a_blow(code: Code, title: str, expected: set[str]) -> None:
    """Where a state or its leader deals it, and nothing tells with what."""
    assert live_roots(code("", title)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Egyptian minister of culture said that the exploits of President Kim Il Sung would be remembered forever.",
            {"EGY>PRK:051"},
        ),
        ("An Indian official said that the Korean people are sure to win under the leadership of Kim Jong Un.", {"IND>PRK:051"}),
        ("A Nepalese minister stressed that Kim Jong Il's exploits will shine forever.", {"NPL>PRK:051"}),
        ("Orban said Russia was sure to win the war.", set()),
        ("Putin said Russia's contribution would be remembered.", set()),
    ],
)
def test_homage_is_praise(code: Code, text: str, expected: set[str]) -> None:
    """To foretell a victory is none, nor is praise of oneself."""
    assert live_codes(code(text)) == expected
