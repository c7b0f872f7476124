"""Journeys to several places, "there", sites within a country, promises face to face, dismay, and doers told with a number."""

import pytest

from tests.unit.live_events import Code, live_roots


@pytest.mark.parametrize(
    ("text", "events"),
    [
        (
            "Malaysia's foreign minister will fly to Beijing on Monday and then to Tokyo and Seoul.",
            {"MYS>CHN:03", "MYS>JPN:03", "MYS>KOR:03"},
        ),
        ("The Vietnamese premier travelled to Vientiane on Friday and to Phnom Penh on Sunday.", {"VNM>LAO:04", "VNM>KHM:04"}),
        ("Norway's premier has spoken to Kyiv and to Moscow.", {"NOR>UKR:04", "NOR>RUS:04"}),
        ("Kim Jong Un arrived in Moscow on Tuesday. The Cuban president flew there a day later.", {"CUB>RUS:04", "RUS>CUB:04"}),
        ("The Israeli premier is to visit Budapest. The Czech president flew there on Monday.", {"CZE>HUN:04"}),
        ("A quake shook Vanuatu on Monday. New Zealand flew rescuers there within hours.", {"NZL>VUT:07"}),
        ("China is building a port at a fishing village in Tanzania.", {"CHN>TZA:06"}),
        ("Under the deal, Russia will build two reactors at a site in eastern Kazakhstan.", {"RUS>KAZ:03"}),
    ],
)
def test_a_place_is_reached_however_it_is_told(code: Code, text: str, events: set[str]) -> None:
    """Behind a second preposition, by "there", or by a site that lies in it."""
    assert events <= live_roots(code(text))


@pytest.mark.parametrize(
    "text",
    [
        "The Philippines bought two frigates. There was no word from China.",
        "Britain opened an embassy in Suva on Monday. There it has a staff of nine.",
        "A Chilean team played at a stadium in Peru.",
        "Nepal borrowed heavily from China in March and from India in May.",
    ],
)
def test_there_and_sites_make_no_events_of_their_own(code: Code, text: str) -> None:
    """What is only somewhere does nothing to those who live there."""
    assert not {one for one in live_roots(code(text)) if one[:7] in {"CHN>PHL", "CHL>PER", "NPL>IND"}}


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("At a meeting with his Lao counterpart, the Thai foreign minister promised to reopen the bridge.", "THA>LAO:03"),
        ("During talks with the Jordanian king, Denmark's premier pledged 40 million euros for refugees.", "DNK>JOR:03"),
    ],
)
def test_what_is_promised_face_to_face_is_promised_to_who_is_met(code: Code, text: str, event: str) -> None:
    """Unless the words say to whom."""
    assert event in live_roots(code(text))


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("The Swedish verdict appalled Canada.", "CAN>SWE:11"),
        ("Sweden sold jets to Taiwan, which disappointed Canada.", "CAN>SWE:11"),
        ("Canada was appalled by the Swedish verdict.", "CAN>SWE:11"),
        ("Hungary's veto drew a rebuke from Brussels.", "EUR>HUN:11"),
    ],
)
def test_who_is_appalled_reproaches_whoever_did_it(code: Code, text: str, event: str) -> None:
    """And not him to whom it was done; Brussels rebukes as the union."""
    found = live_roots(code(text))
    assert event in found
    assert "CAN>TWN:11" not in found


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("Fiji expelled two Chinese diplomats, Tonga one and Samoa three.", {"FJI>CHN:16", "TON>CHN:16", "WSM>CHN:16"}),
        ("Germany promised Ukraine 40 tanks, Poland 14 and Norway eight.", {"DEU>UKR:03", "POL>UKR:03", "NOR>UKR:03"}),
        ("Japan has sent 70 rescuers to Nepal, South Korea 40 and New Zealand 12.", {"KOR>NPL:07", "NZL>NPL:07"}),
        ("Ethiopia freed 40 Sudanese prisoners and Eritrea two.", {"ETH>SDN:08", "ERI>SDN:08"}),
        ("Nine states voted against the resolution on Palestine, including Hungary and Paraguay.", {"HUN>PSE:12", "PRY>PSE:12"}),
    ],
)
def test_who_is_told_with_a_number_or_an_example_does_it_too(code: Code, text: str, events: set[str]) -> None:
    """The verb is not said again."""
    assert events <= live_roots(code(text))


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("Brazil beat Chile 3-1, Peru 2-0 and Bolivia 4-0.", "PER"),
        ("Leaders praised the work of aid groups in Sudan, including Oxfam.", "SDN"),
        ("Japan bought 40 tonnes of rice on May 3, and Vietnam 2026 cars.", "VNM"),
    ],
)
def test_scores_and_years_are_no_shares(code: Code, text: str, doer: str) -> None:
    """Nor is every list one of doers."""
    assert not {one for one in live_roots(code(text)) if one.startswith(doer)}


def test_who_comes_or_goes_without_a_place_was_with_whom_he_met(code: Code) -> None:
    """Unless he received him, met several, or only telephoned on the way elsewhere."""
    came = "Peru's foreign minister met Brazil's president on Monday. She arrived on Sunday for a three-day visit."
    assert "PER>BRA:04" in live_roots(code(came))
    assert {one.event_code for one in code(came) if one.sentence_index == 2} == {"042", "043"}


@pytest.mark.parametrize(
    "text",
    [
        "China's premier received the Lao president in Beijing on Monday. Li Qiang left for lunch.",
        "The Kenyan president met the leaders of Uganda and Rwanda on Monday. He left on Tuesday.",
        "Chile accused Peru of spying. The Chilean minister left at noon.",
    ],
)
def test_who_goes_without_a_place_goes_nowhere_known(code: Code, text: str) -> None:
    """Where several places could be meant, or none."""
    assert not [one for one in code(text) if one.sentence_index == 2 and one.event_code in {"042", "043"}]


def test_a_share_is_of_the_nearest_verb(code: Code) -> None:
    """Whoever is told with a number did what was told just before."""
    text = "Peru told three Danish embassy employees to go within a week; Chad expelled two Danish diplomats and Mali one."
    assert {"PER>DNK:16", "TCD>DNK:16", "MLI>DNK:16"} <= live_roots(code(text))


@pytest.mark.parametrize(
    "text",
    [
        "Thailand and Cambodia exchanged fire for three days. The truce was brokered by Malaysia.",
        "Thailand and Cambodia ended three days of fighting. The truce was brokered by Malaysia.",
    ],
)
def test_a_truce_is_brokered_between_those_who_fought(code: Code, text: str) -> None:
    """Though the sentence names neither."""
    assert {"MYS>THA:04", "MYS>KHM:04"} <= live_roots(code(text))


def test_who_is_met_may_be_invited_and_hosts_are_those_visited(code: Code) -> None:
    """By a pronoun, and in the plural."""
    assert "BRA>ARG:03" in live_roots(code("Lula met Milei on Friday and invited him to Brasilia."))
    assert "PER>BRA:05" in live_roots(
        code("Peru's president was received in Brasilia on Monday. She thanked her hosts for the welcome.")
    )
