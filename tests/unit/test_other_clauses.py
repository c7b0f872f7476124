"""Dates and statuses that another clause may not lend: counts, old papers, infinitives behind a comma, old arrests."""

from datetime import date

import pytest

from tests.unit.live_events import Code, live_codes, live_roots

PUBLISHED = date(2022, 1, 7)  # a Friday


@pytest.mark.parametrize(
    "text",
    [
        "Peru and Chile signed a pact that builds on a 2014 accord, and Bolivia warned Chile.",
        "Peru signed a free trade pact with Chile that they began negotiating in 2013.",
        "Peru warned Chile, whose troops had left in 2016, and criticised Bolivia.",
        "Peru said it was sorry for a war it began in 1937, and Bolivia's president met Chile's president.",
    ],
)
def test_an_old_year_in_another_clause_dates_nothing(code: Code, text: str) -> None:
    """Nor does it make the news background."""
    told = [
        mention for mention in code(text, published=PUBLISHED) if mention.status == "happened" and mention.event_code != "046"
    ]
    assert told
    assert {mention.event_date for mention in told} == {PUBLISHED}


@pytest.mark.parametrize(
    "text",
    [
        "Peru sent ships near Chile's coast on Thursday, the 12th such intrusion this month, and Chile summoned its ambassador.",
        "Peru criticised Chile on Thursday, the second time this year.",
    ],
)
def test_a_count_dates_nothing(code: Code, text: str) -> None:
    """The day beside it does."""
    told = [mention for mention in code(text, published=PUBLISHED) if mention.status == "happened"]
    assert told
    assert {mention.event_date for mention in told} == {date(2022, 1, 6)}


@pytest.mark.parametrize("words", ["effective", "as of", "beginning", "with effect from", "from"])
def test_what_holds_from_a_weekday_lies_ahead(code: Code, words: str) -> None:
    """Not in the week before; what else is told has its own day."""
    told = code(f"Peru raised tariffs on Chilean goods {words} Wednesday and criticised Bolivia.", published=PUBLISHED)
    dates = {mention.event_code: mention.event_date for mention in told if mention.status == "happened"}
    assert dates["163"] == date(2022, 1, 12)
    assert dates.get("111", PUBLISHED) == PUBLISHED


@pytest.mark.parametrize(
    ("title", "code_of_it"),
    [
        ("Minister says Peru to expel two Chilean diplomats", "1313"),
        ("Peru to expel two Chilean diplomats, minister says", "1313"),
        ("Peru to freeze assets of Chilean firms, minister says", "1312"),
    ],
)
def test_a_headlines_infinitive_is_a_plan_whoever_tells_it(code: Code, title: str, code_of_it: str) -> None:
    """Harm that is announced is a threat."""
    assert f"PER>CHL:{code_of_it}" in live_codes(code("", title))


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Peru sanctions Bolivian ships, to arm Chile next year", {"PER>BOL:16", "PER>CHL:03"}),
        ("Peru, Chile sign investment pact, to launch trade talks this year", {"PER>CHL:05", "PER>CHL:03"}),
    ],
)
def test_an_infinitive_behind_a_comma_is_a_plan(code: Code, title: str, expected: set[str]) -> None:
    """It is no purpose of what stands before it, and lends it no date."""
    told = code("", title, published=PUBLISHED)
    assert expected <= live_roots(told)
    assert {mention.event_date for mention in told if mention.event_root_code in {"05", "16"}} == {PUBLISHED}


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("The wife of a Peruvian man imprisoned in Chile spoke to reporters.", {"recalled"}),
        ("Lawyers for a Peruvian couple jailed in Chile wrote a letter.", {"recalled"}),
        ("Two Peruvians were jailed in Chile on Thursday.", {"happened"}),
    ],
)
def test_an_arrest_that_tells_of_whom_others_speak_is_background(code: Code, text: str, statuses: set[str]) -> None:
    """Where it is told as news it is news."""
    told = [mention for mention in code(text, published=PUBLISHED) if mention.event_root_code == "17"]
    assert {mention.status for mention in told} == statuses


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru accused Chile of spying, a charge Santiago dismissed as slander.", "CHL>PER:12"),
        ("Peru accused Chile of spying, a claim Santiago called groundless.", "CHL>PER:12"),
        ("Peru offered its jets to Chile, a proposal Santiago rejected.", "CHL>PER:12"),
        ("Peru accuses Chile of arming rebels. Santiago calls the charge baseless.", "CHL>PER:12"),
    ],
)
def test_a_charge_may_be_rejected_in_passing(code: Code, text: str, expected: str) -> None:
    """Who made it is meant."""
    assert expected in live_roots(code(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('Peru fired a missile over Chile. Cuba said the launch was "an outrageous act".', "CUB>PER:11"),
        ('Peru left the pact with Chile on Monday. Cuba said the move was "unconscionable".', "CUB>PER:11"),
    ],
)
def test_the_adjective_judges(code: Code, text: str, expected: str) -> None:
    """Though the noun behind it says nothing."""
    assert expected in live_roots(code(text))


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Peru summons Bolivian ambassador, cancels Chile visit", {"PER>BOL:11"}),
        ("Kim thanks Xi, leaves Beijing on train", {"PRK>CHN:05"}),
    ],
)
def test_several_verbs_of_a_headline_are_seen(code: Code, title: str, expected: set[str]) -> None:
    """Each part may want its verb made plain."""
    assert expected <= live_roots(code("", title, published=date(2025, 9, 4)))
