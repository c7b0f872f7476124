"""Classes of error that readers of coded news found: venues, routes, other senses of a verb, what is barred or long ago."""

from datetime import date

import pytest

from etl.records import LIVE
from tests.unit.live_events import Code, live_codes, live_roots

DAY = date(2019, 10, 7)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Overnight talks in Minsk, Belarus, ended. Putin said both sides have agreed to pull back heavy weapons.", "BLR"),
        ("Belarus forced a Ryanair flight from Athens to Vilnius to land on Sunday.", "GRC"),
        ("American forces began strikes in Iraq on Friday against the Islamic State.", "IRQ"),
    ],
)
def test_where_it_takes_place_is_no_side(code: Code, text: str, event: str) -> None:
    """A town in which others meet, the ends of a route, the ground on which a third is fought."""
    assert not any(event in one for one in live_roots(code(text, published=DAY)))


@pytest.mark.parametrize(
    "text",
    [
        "South Korea said it would review its ban on arming Kyiv.",
        "Roger Stone's indictment raises questions about Russia.",
        "The sad truth about America and Iraq is plain. Iraq will break America's heart.",
        "Zarif is in Riyadh, living under tight security.",
        "China-Europe freight trains up 7 percent this month.",
        "The US should take up the formula: The US suspends its joint drills with South Korea.",
        "Zarif spoke to the Russian newspaper Izvestia on Monday.",
        "Xi called Taiwan the first red line that must not be crossed.",
    ],
)
def test_other_senses_are_no_acts(code: Code, text: str) -> None:
    """What a ban is on is not done; papers raise no questions of their own, hearts are no ties, residence is no visit."""
    assert not live_codes(code(text, published=DAY))


@pytest.mark.parametrize(
    "text",
    [
        "In April, Xi was due to visit Seoul.",
        "Russia once expressed its readiness to conclude a peace treaty with Japan.",
        "Park Geun-hye was thirteen when her father made peace with Tokyo.",
        "Austria declared war on Serbia on this day in 1914. Within a week Germany had marched into Belgium.",
    ],
)
def test_what_lapsed_or_is_long_ago_is_recalled(code: Code, text: str) -> None:
    """A plan for a day long gone, somebody's youth, the pluperfect behind an old date."""
    mentions = code(text, published=DAY)
    assert mentions
    assert not [one for one in mentions if one.status in LIVE and one.event_date.year > 2018]


def test_that_call_is_as_old_as_its_date(code: Code) -> None:
    """What was said "in that call" has the age of the call, sentences later too."""
    text = "On June 18 Trump called Xi. The two men had not spoken for months. In that call, Trump urged Xi to buy more grain."
    appeals = [one for one in code(text, published=DAY) if one.event_root_code == "02"]
    assert [one.status for one in appeals] == ["recalled"]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Tokyo reaffirmed it would lend Ukraine money.", "JPN>UKR:03"),
        ("Modi expressed India's readiness to mediate between Russia and Ukraine.", "IND>RUS:03"),
        ("Lavrov reiterated Moscow's willingness to resume talks with Washington.", "RUS>USA:03"),
        ("On the eve of a critical visit to Moscow, the US secretary of state praised Canada.", "USA>RUS:03"),
    ],
)
def test_readiness_is_an_intent(code: Code, text: str, event: str) -> None:
    """Who says that he is ready intends; a visit on whose eve something is said lies ahead."""
    assert event in live_roots(code(text, published=DAY))


def test_doubted_readiness_is_none(code: Code) -> None:
    """Another's willingness may be in question."""
    assert not live_roots(code("China questioned Japan's willingness to talk to Beijing.", published=DAY))


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Trump refused to rule out the use of force against Panama and Denmark.", "USA>DNK:13"),
        ("Israel did not rule out a strike on Iran.", "ISR>IRN:13"),
        ("American, British, French and Jordanian forces helped Israel.", "USA>ISR:07"),
        ("Russian, Chinese and Iranian warships held drills in the Gulf.", "IRN>RUS:06"),
        ("Kim Jong Un watched the parade in Beijing.", "PRK>CHN:04"),
    ],
)
def test_what_lists_and_refusals_tell(code: Code, text: str, event: str) -> None:
    """What is not ruled out is a threat; every nationality of a list counts; a parade is watched on the spot."""
    assert event in live_roots(code(text, published=date(2025, 9, 10)))


def test_talks_that_are_not_ruled_out_threaten_nobody(code: Code) -> None:
    """Only hostile acts do."""
    assert not live_roots(code("Iran did not rule out talks with Washington.", published=DAY))


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Japan did not accept China's proposal.", "JPN>CHN:12"),
        ("Beijing did not heed Manila's protest.", "CHN>PHL:12"),
        ("Russian jets breached Japanese airspace three times on Monday.", "RUS>JPN:15"),
        ("South Korea installed loudspeakers near North Korea.", "KOR>PRK:15"),
        ("Fighting flared between Thai and Cambodian troops on Thursday.", "KHM>THA:19"),
    ],
)
def test_denied_acceptance_and_counted_acts(code: Code, text: str, event: str) -> None:
    """What is not accepted is rejected; what happened three times on Monday is news."""
    assert event in live_roots(code(text, published=DAY))
