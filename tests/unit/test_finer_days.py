"""The day of an act where its own words give none, or only a week: from the lead, from an old date before it, from its name."""

from datetime import date

import pytest

from tests.unit.live_events import Code

PUBLISHED = date(2022, 6, 13)  # a Monday


@pytest.mark.parametrize(
    ("title", "text", "day"),
    [
        ("Xi to visit Hanoi this week", "Chinese President Xi Jinping will visit Vietnam on Thursday.", date(2022, 6, 16)),
        ("Vietnam to host Modi this month", "India's Narendra Modi will visit Vietnam on June 27.", date(2022, 6, 27)),
    ],
)  # fmt: skip
def test_a_headlines_week_becomes_the_day_of_the_lead(code: Code, title: str, text: str, day: date) -> None:
    """Where the lead's day lies within it."""
    told = [one for one in code(text, title, PUBLISHED) if one.sentence_index == 0 and one.status == "announced"]
    assert told
    assert {(one.event_date, one.date_precision, one.date_basis) for one in told} == {(day, "day", "article")}


def test_a_day_outside_of_the_headlines_week_is_another(code: Code) -> None:
    """The headline keeps its week."""
    told = code("China's Xi Jinping will visit Vietnam on July 28.", "Xi to visit Hanoi this week", PUBLISHED)
    assert {one.date_precision for one in told if one.sentence_index == 0} == {"week"}


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("In 2012 a blast wrecked a bridge near Lahore, an attack that Pakistan blamed on India.", 2012),
        ("In 1998 a bomb destroyed a consulate in Lima, an attack that Peru blamed on Chile.", 1998),
    ],
)
def test_what_is_told_of_the_past_has_the_old_date_before_it(code: Code, text: str, year: int) -> None:
    """And not the day of publication, on which nothing happened."""
    told = [one for one in code(text, published=PUBLISHED) if one.event_code.startswith("11")]
    assert [(one.status, one.event_date.year) for one in told] == [("recalled", year)]


@pytest.mark.parametrize(
    "text",
    [
        "Peru criticised Chile; five years ago it might have kept silent.",
        "Peru's foreign minister denounced Chile; in 2015 he had still written about football.",
    ],
)
def test_what_stands_behind_a_semicolon_dates_nothing_before_it(code: Code, text: str) -> None:
    """The act is of today, and no memory."""
    told = [one for one in code(text, published=PUBLISHED) if one.event_code.startswith("11")]
    assert {(one.status, one.event_date) for one in told} == {("happened", PUBLISHED)}


@pytest.mark.parametrize(
    ("title", "day"),
    [
        ("Trump agrees to hold June 27 summit with Kim in Hanoi", date(2022, 6, 27)),
        ("Xi plans to attend July 4 summit with Putin", date(2022, 7, 4)),
        ("Lula confirms June 30 talks with Milei", date(2022, 6, 30)),
    ],
)
def test_a_planned_meeting_may_have_its_day_in_its_name(code: Code, title: str, day: date) -> None:
    """The day that comes, not the one a year ago nor that of the publication."""
    told = [one for one in code("", title, PUBLISHED) if one.status == "announced"]
    assert {(one.event_date, one.date_basis) for one in told} == {(day, "sentence")}


@pytest.mark.parametrize(
    "text",
    [
        "Peru criticised Chile; Bolivia might follow.",
        "Peru criticised Chile; it would not have dared to a year before.",
        '"Peru criticised Chile; others may do so soon," the envoy said.',
    ],
)
def test_a_clause_before_a_semicolon_is_not_the_next_ones_matter(code: Code, text: str) -> None:
    """What may or would be behind it leaves the first act as done."""
    told = [one for one in code(text, published=PUBLISHED) if one.event_code == "111"]
    assert [(one.source.country, one.target.country, one.status) for one in told] == [("PER", "CHL", "happened")]


@pytest.mark.parametrize(
    ("words", "status", "day", "precision"),
    [
        ("days ago", "happened", date(2022, 6, 8), "week"),
        ("weeks ago", "happened", date(2022, 5, 9), "month"),
        ("just months ago", "recalled", date(2022, 1, 1), "year"),
        ("years ago", "recalled", date(2017, 1, 1), "year"),
        ("decades ago", "recalled", date(1972, 1, 1), "year"),
        ("two and a half years ago", "recalled", date(2019, 1, 1), "year"),
        ("a year and a half ago", "recalled", date(2020, 1, 1), "year"),
        ("as recently as April", "recalled", date(2022, 4, 1), "month"),
        ("as late as 1979", "recalled", date(1979, 1, 1), "year"),
        ("in the first week of June", "happened", date(2022, 6, 1), "week"),
        ("in the second half of May", "happened", date(2022, 5, 16), "month"),
        ("on the first Friday in June", "happened", date(2022, 6, 3), "day"),
        ("on the last Monday of May 2016", "recalled", date(2016, 5, 30), "day"),
        ("the night before last", "happened", date(2022, 6, 11), "day"),
    ],
)
def test_loose_words_for_a_time_are_dates(code: Code, words: str, status: str, day: date, precision: str) -> None:
    """What was done "years ago" is no news of the day."""
    told = [one for one in code(f"Peru criticised Chile {words}.", published=PUBLISHED) if one.event_code == "111"]
    assert [(one.status, one.event_date, one.date_precision) for one in told] == [(status, day, precision)]


def test_what_was_long_ago_is_the_verbs_before_it(code: Code) -> None:
    """The act behind it is of today."""
    told = code("Relatives of Peruvians kidnapped decades ago appealed to Chile for help.", published=PUBLISHED)
    assert {(one.status, one.event_date) for one in told if one.event_root_code == "02"} == {("happened", PUBLISHED)}


@pytest.mark.parametrize(("words", "day"), [("today", PUBLISHED), ("a week from today", date(2022, 6, 20))])
def test_a_week_from_today_is_not_today(code: Code, words: str, day: date) -> None:
    """Though "today" is in its name."""
    told = code(f"Peru's president will visit Chile {words}.", published=PUBLISHED)
    assert {(one.event_date, one.date_basis) for one in told} == {(day, "sentence")}


def test_what_was_then_shares_its_day(code: Code) -> None:
    """A clause of time is of the same day."""
    told = code("The thaw came two weeks ago, when Peru's president visited Chile.", published=PUBLISHED)
    assert {one.date_text for one in told if one.source.country == "PER"} == {"two weeks ago"}


def test_what_holds_from_today_has_a_date(code: Code) -> None:
    """The words of a week from today are sought first, and leave those of today alone."""
    told = code("Peru raised tariffs on Chilean goods from today.", published=PUBLISHED)
    assert {(one.event_date, one.date_text) for one in told if one.status == "happened"} == {(PUBLISHED, "today")}


def test_a_number_is_not_cut_from_its_years(code: Code) -> None:
    """Of "5000 years ago" no date is made, least of all three years."""
    told = code("Peru, settled 5000 years ago, criticised Chile.", published=PUBLISHED)
    assert {one.event_date for one in told if one.event_code == "111"} == {PUBLISHED}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Kenya agreed in April to reopen its border with Uganda.", date(2022, 4, 1)),
        ("Iran pledged in November to release two Danish sailors.", date(2021, 11, 1)),
        ("Russia promised in April to hold talks with Peru.", date(2022, 4, 1)),
        ("Kenya agreed to reopen its border with Uganda in April.", date(2023, 4, 1)),
    ],
)
def test_the_day_of_a_promise_is_not_that_on_which_it_is_kept(code: Code, text: str, day: date) -> None:
    """A date in front of what was promised tells when that was, and no coming year; behind it, when it is to be."""
    assert {one.event_date for one in code(text, published=PUBLISHED)} == {day}
