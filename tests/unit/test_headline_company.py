"""Headlines that name several: commas for "and", pairs before a colon, whose drills and ministers; and those that sum up."""

import pytest

from tests.unit.live_events import Code, live_codes, live_roots


@pytest.mark.parametrize(
    ("title", "events"),
    [
        ("Taiwan, China trade barbs over undersea cable cuts", {"TWN>CHN:11", "CHN>TWN:11"}),
        ("US warns Taiwan, China against unilateral moves", {"USA>TWN:13", "USA>CHN:13"}),
        ("Iran's Araghchi, Egypt's Abdelatty meet in Cairo", {"IRN>EGY:04", "EGY>IRN:04"}),
        ("China's Wang, Russia's Lavrov slam US missile plans", {"CHN>USA:11", "RUS>USA:11"}),
        ("India, Pakistan: Troops exchange fire in Poonch", {"IND>PAK:19", "PAK>IND:19"}),
        ("China, Japan: Ministers to meet on export curbs", {"CHN>JPN:03", "JPN>CHN:03"}),
        ("China's Taiwan drills draw rebuke from Canberra", {"AUS>CHN:11", "CHN>TWN:15"}),
    ],
)
def test_who_acts_in_company(code: Code, title: str, events: set[str]) -> None:
    """A comma joins two who act together; a pair before a colon owns the subject behind it; a drill is whose it is."""
    assert live_roots(code("", title=title)) == events


def test_state_media_write_one_name(code: Code) -> None:
    """Behind a preposition of place, and in sentences, "Taiwan, China" is one name."""
    assert not live_codes(code("", title="Athletes from Taiwan, China win two golds"))
    assert not live_codes(code("Swimmers from Taiwan, China will compete under a neutral flag, the federation said."))


def test_three_ministers_of_three_states(code: Code) -> None:
    """Names in a list before one plural tell whose the ministers are."""
    found = live_codes(code("", title="S. Korea, Japan, US FMs hold talks in New York"))
    assert {pair[:7] for pair in found} >= {"KOR>JPN", "JPN>USA", "USA>KOR"}


@pytest.mark.parametrize(
    ("title", "event"),
    [
        ("NATO chief slams 'reckless' Russia over drone incursion", "NAT>RUS:111"),
        ("Seoul blasts 'shameless' Japan over shrine visit", "KOR>JPN:111"),
        ("Beijing calls Lai 'dangerous separatist'", "CHN>TWN:111"),
        ("IAEA chief urges Iran to reopen Fordow", "IAE>IRN:020"),
        ("Kyiv mocks Putin's parade boast", "UKR>RUS:111"),
        ("Beijing scoffs at Manila's spy claims", "CHN>PHL:120"),
        ("Pakistan's Sharif lauds Trump, pans Modi", "PAK>IND:111"),
        ("Marcos brushes aside Beijing's 'red line' warning", "PHL>CHN:120"),
        ("ROK, US kick off Freedom Shield drills; DPRK vows response", "PRK>KOR:130"),
        ("Xi's Hanoi visit to focus on rail links", "CHN>VNM:036"),
    ],
)
def test_short_headlines_are_read(code: Code, title: str, event: str) -> None:
    """What the parser takes for a command, a compound or a second verb is who acts and what he does."""
    assert event in live_codes(code("", title=title))


@pytest.mark.parametrize(
    "title",
    [
        "Xi-Trump summit: 5 takeaways",
        "Lee-Takaichi summit: What we know so far",
        "Xi's visit to Hanoi: what to expect",
        "Explainer: Why China and Japan are feuding over Taiwan",
    ],
)
def test_titles_that_sum_up_tell_nothing_new(code: Code, title: str) -> None:
    """What a title sums up or explains was told before."""
    assert not live_codes(code("", title=title))


def test_a_verb_in_a_title_that_sums_up_is_told(code: Code) -> None:
    """Only what a noun names, or what goes on, is old."""
    assert "RUS>IND:042" in live_codes(code("", title="Five things to watch as Putin visits India"))


@pytest.mark.parametrize(
    ("title", "event"),
    [
        ("Seoul: Japan's textbook 'deeply regrettable'", "KOR>JPN:111"),
        ("China: Japan 'playing with fire' over Taiwan", "CHN>JPN:111"),
        ("Kremlin: Europe 'obstructing' peace push", "RUS>EUR:111"),
    ],
)
def test_a_quoted_verdict_is_of_whoever_stands_before_the_colon(code: Code, title: str, event: str) -> None:
    """A state before a colon speaks where what follows has no verb but the quotation."""
    assert event in live_codes(code("", title=title))


def test_a_topic_before_a_colon_does_not_speak(code: Code) -> None:
    """Where what follows has its own verb, the state is the topic."""
    assert not live_codes(code("", title="Ukraine: Drone 'barrage' hits Kharkiv"))


@pytest.mark.parametrize(
    ("title", "events"),
    [
        ("China hacked the Dutch army, report says", {"CHN>NLD:17"}),
        ("Israel bombs Lebanon, Syria says", {"ISR>LBN:19"}),
        ("Russia bombs Ukraine hospital, UN says", {"RUS>UKR:19"}),
        ("Ivory Coast jails Ghanaian fishermen, court papers show", {"CIV>GHA:17"}),
    ],
)
def test_who_speaks_last_is_in_no_list(code: Code, title: str, events: set[str]) -> None:
    """Whom something is done to before a comma neither speaks nor acts behind it, unless the verb is of several."""
    assert live_roots(code("", title=title)) >= events
    victims = {event[4:7] for event in events}
    assert not {event for event in live_roots(code("", title=title)) if event[:3] in victims}
