"""Constructions that long news articles use: pledges on a visit, papers, orders to leave, false reports, posts and societies."""

from datetime import date

import pytest

from tests.unit.live_events import Code, live_codes, live_roots

DAY = date(2024, 6, 15)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Sweden's premier visited Malawi on Friday and promised 30 million euros in loans.", "SWE>MWI:03"),
        ("The Czech minister met the Georgian president and pledged five patrol boats.", "CZE>GEO:03"),
        ("Oman's foreign minister flew to Lebanon and offered help with the harvest.", "OMN>LBN:03"),
    ],
)
def test_a_pledge_goes_to_who_is_met_or_visited(code: Code, text: str, event: str) -> None:
    """Who names no receiver gives to whom he meets."""
    assert event in live_roots(code(text, published=DAY))


def test_a_pledge_on_a_tour_goes_to_nobody_in_particular(code: Code) -> None:
    """Of two who are met, neither is known to receive."""
    found = live_roots(code("Sweden's premier met the leaders of Malawi and Kenya and promised 30 million euros.", published=DAY))
    assert not {"SWE>MWI:03", "SWE>KEN:03"} & found


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Peru's president signed a decree that bars charter flights to Chile.", "PER>CHL:17"),
        ("Ghana announced measures that ban exports of timber to Togo.", "GHA>TGO:16"),
        ("Kenya suspended the aid that it had promised to Haiti.", "KEN>HTI:16"),
        ("Oslo cancelled the contract that it had signed with a Chinese firm.", "NOR>CHN:16"),
        ("Poland rejected the offer that Hungary had made in May.", "POL>HUN:12"),
        ("Egypt condemned the law that Israel passed.", "EGY>ISR:11"),
    ],
)
def test_clauses_of_a_noun_tell_by_whom_and_for_whom_it_is(code: Code, text: str, event: str) -> None:
    """What a paper does its maker does; with whom a thing was, and who made it, stands in its clause."""
    assert event in live_roots(code(text, published=DAY))


def test_a_paper_that_is_only_spoken_of_is_its_own_doer(code: Code) -> None:
    """Who criticises a law makes none."""
    assert "PER>CHL:17" not in live_roots(code("Peru criticised a law that bars charter flights to Chile.", published=DAY))


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Ireland asked four Russian diplomats to leave.", "IRL>RUS:161"),
        ("Gabon gave the Chadian ambassador two days to go.", "GAB>TCD:161"),
        ("Latvia told three Belarusian embassy employees on Thursday to depart.", "LVA>BLR:161"),
        ("Kuwait urged its nationals to leave Lebanon.", "KWT>LBN:160"),
    ],
)
def test_who_is_told_to_go_is_expelled_or_called_home(code: Code, text: str, event: str) -> None:
    """Another's diplomats are expelled, one's own people are called home."""
    assert event in live_codes(code(text, published=DAY))


@pytest.mark.parametrize(
    "text", ["Ireland asked the Russian ambassador to go to the summit.", "Ireland asked Russian dancers to leave."]
)
def test_not_everybody_who_is_told_to_go_is_expelled(code: Code, text: str) -> None:
    """Who is to go somewhere, or is no diplomat, is not."""
    assert "IRL>RUS:161" not in live_codes(code(text, published=DAY))


@pytest.mark.parametrize(
    "text",
    [
        "Reports that Japan had recalled its ambassador from China are false, the ministry said.",
        "Claims that Japan recalled its ambassador from China are untrue.",
        "Analysts say Japan would recall its ambassador from China.",
    ],
)
def test_false_reports_and_forecasts_tell_no_act(code: Code, text: str) -> None:
    """What is untrue was not done, what analysts foresee is not planned."""
    assert live_codes(code(text, published=DAY)) == set()


@pytest.mark.parametrize(
    ("text", "event", "wrong"),
    [
        ("The Denmark-Iraq Friendship Association praised the army of Syria.", "DNK>SYR:051", "IRQ>SYR:051"),
        ("US Ambassador to Israel David Friedman criticised Norway on Monday.", "USA>NOR:111", "ISR>NOR:111"),
    ],
)
def test_a_country_in_a_title_is_no_party(code: Code, text: str, event: str, wrong: str) -> None:
    """A society acts for the country it is of, an envoy for the one that sent him."""
    found = live_codes(code(text, published=DAY))
    assert event in found
    assert wrong not in found


@pytest.mark.parametrize(
    ("title", "event"),
    [
        ("Beijing slams tariffs, sanctions US firms", "CHN>USA:16"),
        ("Macron visits Kyiv, thanks Zelenskyy for his courage", "FRA>UKR:05"),
        ("G7 foreign ministers voice concern over China's drills", "GOS>CHN:11"),
    ],
)
def test_a_headline_s_second_verb_is_no_noun(code: Code, title: str, event: str) -> None:
    """What looks like a plural behind a comma is what the doer does too; officials voice concern."""
    assert event in live_roots(code("", title=title, published=DAY))


def test_a_list_of_things_is_no_second_verb(code: Code) -> None:
    """Of "eases tariffs, sanctions on Iran" the second is eased too."""
    assert "USA>IRN:16" not in live_roots(code("", title="US eases tariffs, sanctions on Iran", published=DAY))


def test_a_pledge_is_of_the_day_it_was_told(code: Code) -> None:
    """Told on Thursday, it was made on Thursday and not a week later."""
    text = "President Biden told the leaders of Japan and Chile on Thursday that America's pledges to them were firm."
    assert {one.event_date for one in code(text, published=DAY) if one.event_root_code == "03"} == {date(2024, 6, 13)}
