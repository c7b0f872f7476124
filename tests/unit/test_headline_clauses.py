"""What a headline's second clause adds: who goes on to say something, quarrels, is dismayed, or is on his guard."""

from datetime import date

import pytest

from tests.unit.live_events import Code, live_codes, live_roots

DAY = date(2024, 6, 11)  # a Tuesday


@pytest.mark.parametrize(
    ("title", "event"),
    [
        ("Oman condemns Israeli strikes, says it will respond", "OMN>ISR:13"),
        ("Beijing denounces US arms sale to Taiwan, says it will take countermeasures", "CHN>USA:13"),
        ("Washington disappointed over Seoul's decision to end pact", "USA>KOR:11"),
        ("Tokyo alarmed over Chinese ships near islands", "JPN>CHN:11"),
        ("Seoul concerned over Japan's export rules", "KOR>JPN:11"),
        ("Trump, Zelenskyy argue at White House", "USA>UKR:11"),
        ("US, China clash over trade", "CHN>USA:11"),
        ("China raises tariffs on US goods, calls Trump's trade policy a joke", "CHN>USA:11"),
    ],
)
def test_a_headline_goes_on_about_its_subject(code: Code, title: str, event: str) -> None:
    """A verb behind a comma has the subject before it; who is told to be alarmed over something is the one it moves."""
    assert event in live_roots(code("", title=title))


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Iran condemned the Israeli strikes on Monday and said it would respond.", "IRN>ISR:13"),
        ("Pakistan hit camps in Iran on Thursday, two days after an Iranian strike.", "IRN>PAK:19"),
        ("Israel bombed targets in Syria on Friday after a Syrian rocket attack.", "SYR>ISR:19"),
    ],
)
def test_who_hits_back_tells_whom_the_blow_met(code: Code, text: str, event: str) -> None:
    """Whoever condemns and will respond, responds to the same; a blow that is returned was aimed at who returns it."""
    assert event in live_roots(code(text))


@pytest.mark.parametrize(
    "title",
    [
        "Taiwan president pledges to defend island after Chinese military drills",
        "Taiwan on alert as China holds drills",
        "Lai vows to defend Taiwan's sovereignty as China stages war games",
    ],
)
def test_drills_are_aimed_at_who_is_on_his_guard(code: Code, title: str) -> None:
    """Who is on alert, or will defend himself, as another drills is the one the drills are for."""
    assert "CHN>TWN:150" in live_codes(code("", title=title))


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("Norway condemned the attack in Kabul and said it would respond to requests for aid.", "NOR>AFG:13"),
        ("NATO's chief visited Estonia as Russia held drills.", "RUS>EST:15"),
        ("Japan praised American drills with the Philippines.", "USA>JPN:15"),
        ("Russia and China argued that the resolution was useless.", "RUS>CHN:11"),
        ("Germany called for a resumption of talks on Iran's nuclear programme.", "DEU>IRN:02"),
        ("Putin will visit North Korea as Russia seeks support in Asia.", "RUS>PRK:02"),
        ("India evacuated 200 citizens from Yemen on Monday.", "IND>YEM:07"),
    ],
)
def test_what_stands_beside_an_act_is_no_target(code: Code, text: str, absent: str) -> None:
    """The topic of talks, the country of a rescue or of another clause suffers nothing."""
    assert absent not in live_roots(code(text))


def test_his_own_men_are_no_answer_to_a_threat(code: Code) -> None:
    """Who tells his own services something demands nothing of the country that threatened him."""
    told = code(
        "Russia threatened Ukraine on Monday. Ukraine's president told his generals on Tuesday to go back on the offensive.",
    )
    assert "UKR>RUS:10" not in live_roots(told)


def test_a_meeting_that_something_follows_was_held(code: Code) -> None:
    """What a report follows is over, though talks to come were announced before."""
    told = code(
        "The report follows a meeting in Hanoi on Friday between Chinese adviser Yu Zhengsheng and Vietnam's prime minister.",
        title="China, Vietnam to settle disputes by talks: report",
    )
    assert "CHN>VNM:04" in live_roots(told)


def test_who_had_given_somebody_time_set_a_deadline(code: Code) -> None:
    """A day behind "until" lies ahead, in the past perfect too, and dates no ultimatum."""
    told = code("North Korea had given the South until Friday to withdraw its workers.", published=DAY)
    assert {(mention.event_code, mention.event_date) for mention in told} == {("139", DAY)}
