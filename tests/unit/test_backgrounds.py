"""Dates of plans and old dates of the background are not those of acts; what may be lies ahead; offers have their own day."""

from datetime import date

import pytest

from tests.unit.live_events import Code

TODAY = date(2024, 11, 15)


def told(code: Code, text: str, root: str, published: date = TODAY) -> set[tuple[str, date | None]]:
    """Return status and date of the mentions of a root."""
    return {(one.status, one.event_date) for one in code(text, published=published) if one.event_root_code == root}


@pytest.mark.parametrize(
    ("text", "root"),
    [
        ("Chad's president met his counterpart from Niger for the first time since the two fell out in 2019.", "04"),
        ("Peruvian President Dina Boluarte visited Chile, her first trip abroad since she took office in June last year.", "04"),
        ("Chad and Niger renewed their border treaty of 1998.", "05"),
        ("Chad and Niger renewed their border treaty of January 1998.", "05"),
        ("A report of the United Nations has linked Syrian officers to the murder of a former minister in February.", "11"),
        ("Chad has blamed Niger for a raid on its post in 2019.", "11"),
    ],
)
def test_old_dates_of_the_background_are_not_those_of_acts(code: Code, text: str, root: str) -> None:
    """Since when nothing like it was, of when a paper is, what somebody is charged with: the act itself is of today."""
    assert told(code, text, root) == {("happened", TODAY)}


@pytest.mark.parametrize(
    ("text", "root", "day"),
    [
        ("Mr. Trump called off a summit with Kim Jong Un planned for June 12 in Singapore.", "12", date(2018, 5, 24)),
        (
            "Mr. Trump on Tuesday cancelled a summit with Kim Jong Un that had been due to take place on June 12.",
            "12",
            date(2018, 5, 22),
        ),
        ("Peru summoned the Chilean ambassador and cancelled a summit scheduled for early June.", "11", date(2018, 5, 24)),
        ("China criticised Japan before a visit to Beijing due in June.", "11", date(2018, 5, 24)),
        ("Chad expelled Niger's envoy ahead of a summit set for June 20.", "16", date(2018, 5, 24)),
        ("Chad and Niger held talks scheduled for Monday.", "04", date(2018, 5, 21)),
        ("Japan expelled six Chinese diplomats on Friday, as expected.", "16", date(2018, 5, 18)),
    ],
)
def test_dates_of_plans_are_not_those_of_what_was_done(code: Code, text: str, root: str, day: date) -> None:
    """Who cancels a summit planned for June did not do so last June; what was held as planned was held on its day."""
    assert told(code, text, root, date(2018, 5, 24)) == {("happened", day)}


def test_spies_behind_a_blast_were_not_found_when_it_was(code: Code) -> None:
    """The charge has the day on which it was brought, not that of the deed."""
    text = "Chad expelled six envoys of Niger on Monday, saying it had found Niger's spies behind a blast at a depot in 2014."
    assert told(code, text, "11") == {("happened", date(2024, 11, 11))}


@pytest.mark.parametrize(
    ("text", "root", "day"),
    [
        ("Chad sent its first envoy to Niger in 2019.", "04", date(2019, 1, 1)),
        ("In 2019 Chad linked Niger to the poisoning of a dissident.", "11", date(2019, 1, 1)),
        ("Chad has sanctioned Niger since soldiers seized power there in 2019.", "16", date(2019, 1, 1)),
        ("Chad linked Niger to the poisoning of a dissident, in 2019.", "11", date(2019, 1, 1)),
    ],
)
def test_old_dates_of_acts_stay_theirs(code: Code, text: str, root: str, day: date) -> None:
    """What an old date itself tells of is background as before."""
    assert told(code, text, root) == {("recalled", day)}


@pytest.mark.parametrize(
    "text",
    [
        "A visit by North Korean officials to Switzerland may follow in August.",
        "Chad may send an envoy to Niger in August.",
        "The spokesman was asked about Mr. Putin's possible trip to Mongolia in August.",
    ],
)
def test_what_may_be_lies_ahead(code: Code, text: str) -> None:
    """The coming August is nearer than the last."""
    assert told(code, text, "04", date(2007, 7, 26)) == {("hypothetical", date(2007, 8, 1))}


def test_what_was_said_to_be_possible_lies_not_ahead(code: Code) -> None:
    """The month in which somebody said so is no month of a visit; that of the visit is."""
    said = told(code, "Mr. Trump said in August he might visit Peru.", "04", date(2020, 3, 1))
    visit = told(code, "Mr. Trump said he might visit Peru in August.", "04", date(2020, 3, 1))
    assert said == {("hypothetical", date(2019, 8, 1))}
    assert visit == {("hypothetical", date(2020, 8, 1))}


def test_what_was_offered_was_offered_then(code: Code) -> None:
    """Though the tagger takes the verb for a participle."""
    text = "Berlin, long hesitant, offered Gepard tanks to Kyiv on Tuesday, at a gathering of donors in Ramstein."
    assert told(code, text, "03", date(2022, 4, 28)) == {("announced", date(2022, 4, 26))}


def test_who_comes_for_an_occasion_comes_on_its_day(code: Code) -> None:
    """The day of the summit is that of the visit."""
    text = "Dmitry Medvedev is expected in Yokohama, Japan, for the summit on Nov. 13."
    assert told(code, text, "03", date(2010, 11, 1)) == {("announced", date(2010, 11, 13))}


def test_years_are_counted_back_from_a_year_that_is_told(code: Code) -> None:
    """Three years before 2016 was 2013, whenever it is printed."""
    text = "Chad took Niger to court in 2016, three years after it accused Niger of fraud."
    assert ("recalled", date(2013, 1, 1)) in told(code, text, "11")


def test_what_is_planned_today_has_not_lapsed(code: Code) -> None:
    """The old date of the main clause is not that of a plan that a present verb tells beside it."""
    text = "The biggest reshuffle since he took office in March 2022 was announced as he works toward a summit with Peru."
    assert told(code, f"Chile's President Gabriel Boric replaced six ministers. {text}", "03") == {("announced", TODAY)}
