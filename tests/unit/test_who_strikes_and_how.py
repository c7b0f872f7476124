"""Hackers and weapons by whose they are, doers hung elsewhere, harm that tells a target, force shown in passing, and charges."""

from datetime import date

import pytest

from tests.unit.live_events import Code, live_codes

DAY = date(2026, 12, 1)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Hackers linked to China stole data from the Philippine coast guard.", "CHN>PHL:17"),
        ("Hackers backed by Beijing breached Singapore's telecom networks.", "CHN>SGP:17"),
        ("Hackers working for Russian intelligence broke into the German parliament's mail server.", "RUS>DEU:17"),
        ("A hacking group with ties to Pyongyang attacked South Korean hospitals with ransomware.", "PRK>KOR:17"),
        ("Taiwan's banks were bombarded with DDoS attacks traced to China.", "CHN>TWN:17"),
        ("A missile launched from Iran struck a hospital in Beersheba.", "IRN>ISR:19"),
        ("A drone fired from Yemen slammed into a hotel in Eilat on Wednesday.", "YEM>ISR:19"),
        ("Canberra has been hauled before the World Trade Organization by Beijing over duties on wheels.", "CHN>AUS:11"),
        ("China was brought before the Hague tribunal by the Philippines.", "PHL>CHN:11"),
        ("A Vietnamese boat was chased off by warning shots from a Malaysian patrol vessel.", "MYS>VNM:17"),
        ("Two Chinese trawlers were driven away by water cannon from an Indonesian cutter near Natuna.", "IDN>CHN:17"),
        ("The arrest of a Chinese scholar by Japanese police drew an angry response from Beijing.", "CHN>JPN:11"),
    ],
)
def test_whose_it_is_stands_elsewhere(code: Code, text: str, event: str) -> None:
    """Behind the hackers, the weapon, the court or the shots."""
    assert event in {found[:10] for found in live_codes(code(text, published=DAY))}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Russia jammed GPS signals over the Baltic, disrupting Finnish flights.", {"RUS>FIN:170"}),
        ("North Korea jammed GPS signals along the coast, disrupting ferries bound for South Korea.", {"PRK>KOR:170"}),
        ("Russia has been jamming GPS signals over the gulf, forcing Finnish pilots to turn back.", {"RUS>FIN:170"}),
        ("Turkmenistan cut power to Afghanistan over unpaid bills, plunging Herat into darkness.", {"TKM>AFG:163"}),
    ],
)
def test_what_comes_of_a_deed_tells_whom_it_hits(code: Code, text: str, expected: set[str]) -> None:
    """It is no second act."""
    assert live_codes(code(text, published=DAY)) == expected


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("The U.S. submarine Vermont surfaced off Guam as a warning to Beijing.", "USA>CHN:150"),
        ("The USS Ronald Reagan docked in Busan on Saturday as a message to North Korea.", "USA>PRK:150"),
        (
            "South Korea's marines resumed live-fire drills off the islands on Wednesday in a show of force against the North.",
            "KOR>PRK:150",
        ),
        ("Japan and Fiji opened a week of naval drills on Monday in a pointed show of resolve against Beijing.", "JPN>CHN:150"),
    ],
)
def test_a_show_of_force_is_to_whom_it_speaks(code: Code, text: str, event: str) -> None:
    """A port call may be meant for a third."""
    assert event in live_codes(code(text, published=DAY))


@pytest.mark.parametrize(
    "text",
    [
        "The company's first jet from China arrived in Jakarta as a signal to Boeing.",
        "A Japanese minister visited Kyiv as a signal to Moscow that Tokyo stands with Ukraine.",
        "Under fire from Russian troops, Ukrainian soldiers pulled out of the town.",
        "Shaken by the quake, Japanese tourists left Taiwan on Tuesday.",
        "A ferry bound for Japan was searched by Korean customs.",
        "The trawler was driven off the rocks by strong winds, Japanese rescuers said.",
    ],
)
def test_what_shows_and_says_nothing(code: Code, text: str) -> None:
    """Goods, envoys, gunfire, quakes and winds are neither threats nor words."""
    assert not {event for event in live_codes(code(text, published=DAY)) if event[8:10] in {"11", "13", "15", "19"}}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The EU blacklisted two Chinese banks, saying they had helped Russian firms dodge sanctions.", {"EUR>CHN:163"}),
        ("Kyiv imposed sanctions on a Serbian arms maker, claiming it had sold shells to Moscow.", {"UKR>SRB:163"}),
        ("China, Manila said, had rammed two of its boats near the shoal.", {"PHL>CHN:112"}),
        ("Hungary held up the EU's 19th package of sanctions on Russia.", {"HUN>EUR:120"}),
        ("Greece blocked North Macedonia's bid to join NATO.", {"GRC>MKD:120"}),
    ],
)
def test_reasons_and_reports_are_no_deeds(code: Code, text: str, expected: set[str]) -> None:
    """What the punished, the accused or those held up are said to do is not told as done."""
    assert live_codes(code(text, published=DAY)) == expected


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Rattled by Chinese threats, Palau asked Washington for a second cutter.", "CHN>PLW:130"),
        ("Unnerved by Russian drills, Finland shut two crossings on Monday.", "RUS>FIN:150"),
        ("Tokyo, stung by Moscow's rebuke, called off the visit.", "RUS>JPN:111"),
        ("A senior Indian official took Dhaka to task over attacks on temples.", "IND>BGD:111"),
        ("The Kremlin tore into Armenia for hosting American peacekeepers.", "RUS>ARM:111"),
        ("Hundreds rallied in Taipei, chanting slogans against Chinese military drills.", "TWN>CHN:141"),
        ("Crowds gathered in Dhaka on Friday, chanting anti-India slogans.", "BGD>IND:141"),
        ("Israel gave Irish diplomats 72 hours to pack their bags.", "ISR>IRL:161"),
        ("China gave two American reporters ten days to leave.", "CHN>USA:174"),
        ("Japan suspended shipments of fluorine compounds headed for South Korea.", "JPN>KOR:163"),
        ("NATO jets scrambled after Russian bombers approached Norway.", "RUS>NOR:150"),
    ],
)
def test_whom_words_and_measures_hit(code: Code, text: str, event: str) -> None:
    """Whoever smarts, is torn into or shouted at, and where goods and people are going."""
    assert event in live_codes(code(text, published=DAY))


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Beijing, furious at the visit, hauled in the Czech ambassador.", "CHN>CZE:114"),
        ("South Korea, Yonhap reported, has summoned the Japanese ambassador.", "KOR>JPN:114"),
        ("Chile showed the Israeli ambassador the door on Monday over the strike on a hospital.", "CHL>ISR:161"),
        ("Colombia handed the Israeli consul her marching orders.", "COL>ISR:161"),
        ("A Japanese tourist was stabbed to death by a local man in Suzhou.", "CHN>JPN:1823"),
        ("Hackers allied with Iran wiped data from an Albanian bank.", "IRN>ALB:176"),
        ("Two Israeli cities were shaken by rockets fired from southern Lebanon.", "LBN>ISR:190"),
    ],
)
def test_words_between_commas_and_set_phrases(code: Code, text: str, event: str) -> None:
    """What is put between commas takes no subject away."""
    assert event in live_codes(code(text, published=DAY))


@pytest.mark.parametrize(
    "text",
    [
        "Wang Yi showed the Japanese ambassador the garden.",
        "The referee handed the Japanese defender his marching orders.",
        "Any raid on Niamey, Mali says, would bring its withdrawal from the bloc.",
    ],
)
def test_gardens_and_red_cards_expel_nobody(code: Code, text: str) -> None:
    """Nor is what a raid would bring a plan."""
    assert not {event for event in live_codes(code(text, published=DAY)) if event[8:10] in {"08", "16", "17"}}


@pytest.mark.parametrize(
    ("title", "event"),
    [
        ("Korean executive held over chip leak in Shenzhen", "CHN>KOR:173"),
        ("Chinese trio held over drone footage in Busan", "KOR>CHN:173"),
        ("Briton held on spying charges in Moscow", "RUS>GBR:173"),
        ("Stung by Chinese criticism, Seoul rows back on missile shield", "CHN>KOR:111"),
        ("US F-15s scramble as Russian drone nears Alaska", "USA>RUS:150"),
    ],
)
def test_headlines_of_arrests_and_alarms(code: Code, title: str, event: str) -> None:
    """Who is held undergoes it, where it says he is."""
    assert event in live_codes(code("It rained.", title=title, published=DAY))


def test_whoever_assails_another_has_not_hosted_anybody(code: Code) -> None:
    """What he is blamed for is the other's doing."""
    found = code("The Kremlin tore into Armenia for hosting American peacekeepers.", published=DAY)
    assert not [mention for mention in found if {mention.source.country, mention.target.country} == {"RUS", "USA"}]
