"""Date phrases and their resolution."""

from datetime import date

import pytest

from etl.coder.dates import phrases
from tests.unit.live_events import Code, live_roots

FRIDAY = date(2026, 1, 2)


@pytest.mark.parametrize(
    ("text", "future", "first", "last", "precision"),
    [
        ("on January 4", True, "2026-01-04", "2026-01-04", "day"),
        ("on Dec. 29", False, "2025-12-29", "2025-12-29", "day"),
        ("on 29 December", False, "2025-12-29", "2025-12-29", "day"),
        ("on March 5, 2024", False, "2024-03-05", "2024-03-05", "day"),
        ("on 5 March 2024", False, "2024-03-05", "2024-03-05", "day"),
        ("on 2024-03-05", False, "2024-03-05", "2024-03-05", "day"),
        ("in November", False, "2025-11-01", "2025-11-30", "month"),
        ("in November", True, "2026-11-01", "2026-11-30", "month"),
        ("in November 2023", False, "2023-11-01", "2023-11-30", "month"),
        ("last month", False, "2025-12-01", "2025-12-31", "month"),
        ("next month", True, "2026-02-01", "2026-02-28", "month"),
        ("last November", False, "2025-11-01", "2025-11-30", "month"),
        ("on Sunday", True, "2026-01-04", "2026-01-04", "day"),
        ("on Sunday", False, "2025-12-28", "2025-12-28", "day"),
        ("on Friday", False, "2026-01-02", "2026-01-02", "day"),
        ("last Friday", False, "2025-12-26", "2025-12-26", "day"),
        ("next Friday", True, "2026-01-09", "2026-01-09", "day"),
        ("today", False, "2026-01-02", "2026-01-02", "day"),
        ("yesterday", False, "2026-01-01", "2026-01-01", "day"),
        ("tomorrow", True, "2026-01-03", "2026-01-03", "day"),
        ("two days ago", False, "2025-12-31", "2025-12-31", "day"),
        ("three weeks ago", False, "2025-12-08", "2025-12-14", "week"),
        ("two months ago", False, "2025-11-01", "2025-11-30", "month"),
        ("five years ago", False, "2021-01-01", "2021-12-31", "year"),
        ("last week", False, "2025-12-22", "2025-12-28", "week"),
        ("this week", False, "2025-12-29", "2026-01-04", "week"),
        ("last year", False, "2025-01-01", "2025-12-31", "year"),
        ("in 1937", False, "1937-01-01", "1937-12-31", "year"),
        ("since 2022", False, "2022-01-01", "2022-12-31", "year"),
    ],
)
def test_phrases_resolve(text: str, *, future: bool, first: str, last: str, precision: str) -> None:
    """Each phrase gives the days it means on Friday 2 January 2026."""
    found = phrases(f"They met {text}.", FRIDAY)
    assert len(found) == 1
    days = found[0].days(future=future)
    assert [day.isoformat() for day in days] == [first, last]
    assert found[0].precision == precision


@pytest.mark.parametrize(
    "text", ["Japan may march on.", "The second army will arm.", "31 June", "He has 2000 soldiers.", "Sunday's best"]
)
def test_words_that_are_no_dates(text: str) -> None:
    """Verbs like may and march, numbers of soldiers and impossible days are no dates."""
    assert [phrase.text for phrase in phrases(text, FRIDAY) if phrase.text != "Sunday"] == []


def test_offsets_point_at_the_phrase() -> None:
    """Start and end are offsets into the sentence."""
    text = "Lee flew on Sunday and spoke in December."
    assert [text[phrase.start : phrase.end] for phrase in phrases(text, FRIDAY)] == ["Sunday", "in December"]


@pytest.mark.parametrize(
    ("text", "first", "last", "precision"),
    [
        ("They met from 29 to 31 December.", "2025-12-29", "2025-12-31", "day"),
        ("They met from Dec 30 to Jan 1.", "2025-12-30", "2026-01-01", "day"),
        ("They met between Monday and Wednesday.", "2025-12-29", "2025-12-31", "day"),
        ("They fought in 1950-53.", "1950-01-01", "1953-12-31", "year"),
        ("They met in late 2024.", "2024-09-01", "2024-12-31", "year"),
        ("They met in early December.", "2025-12-01", "2025-12-10", "month"),
        ("They met earlier this week.", "2025-12-29", "2026-01-01", "week"),
        ("They met over the weekend.", "2025-12-27", "2025-12-28", "week"),
        ("They met last summer.", "2025-06-01", "2025-08-31", "year"),
        ("They fought in the 19th century.", "1801-01-01", "1900-12-31", "year"),
        ("They met on Christmas Eve.", "2025-12-24", "2025-12-24", "day"),
        ("They met two days after the Dec. 20 summit.", "2025-12-22", "2025-12-22", "day"),
        ("They met on the eve of 31 December.", "2025-12-30", "2025-12-30", "day"),
        ("They met on 25/12/2025.", "2025-12-25", "2025-12-25", "day"),
    ],
)
def test_periods_and_steps_resolve(text: str, first: str, last: str, precision: str) -> None:
    """Ranges, parts of years, holidays and steps from another date give all their days in one phrase."""
    (phrase,) = phrases(text, FRIDAY)
    assert [day.isoformat() for day in phrase.back] == [first, last]
    assert phrase.precision == precision


def test_a_step_counts_from_the_date_before_it() -> None:
    """A day later is later than the date before it in the sentence, else than the last date of the text, else it is no date."""
    text = "Lee flew in on 20 December and left a day later."
    assert [phrase.back[0].isoformat() for phrase in phrases(text, FRIDAY)] == ["2025-12-20", "2025-12-21"]
    [friday] = phrases("on 5 December 2025", FRIDAY)
    assert [phrase.back[0] for phrase in phrases("Lee left a day later.", FRIDAY, friday)] == [date(2025, 12, 6)]
    assert phrases("Lee left a day later.", FRIDAY) == []
    assert [phrase.back[0] for phrase in phrases("Lee had left a day earlier.", FRIDAY)] == [date(2026, 1, 1)]


def test_how_long_is_no_date() -> None:
    """In two weeks is a date where the sentence looks ahead, and else says how long something took."""
    assert [phrase.precision for phrase in phrases("They will meet in two weeks.", FRIDAY)] == ["week"]
    assert phrases("They built the bridge in two weeks.", FRIDAY) == []
    assert phrases("It will be their first meeting in two years.", FRIDAY) == []


def test_a_slashed_date_that_reads_both_ways_is_left_out() -> None:
    """Nobody can tell whether 05/03/2024 is in March or in May."""
    assert phrases("Moscow, 05/03/2024: Lavrov met Wang.", FRIDAY) == []


@pytest.mark.parametrize(
    "text", ["in the 00th century", "on 99 March 0000", "9999 years ago", "999 centuries ago", "the 0th of May 2024"]
)
def test_impossible_dates_are_no_dates(text: str) -> None:
    """What lies outside the calendar is left out and raises nothing."""
    assert [phrase for phrase in phrases(f"They met {text}.", FRIDAY) if phrase.precision == "day"] == []


def test_a_weekday_tells_the_year() -> None:
    """Monday, January 5 is the year in which 5 January is a Monday, not the last 5 January; what fits no year is as without."""
    assert [one.back[0] for one in phrases("They met on Monday, January 5.", FRIDAY)] == [date(2026, 1, 5)]
    assert [one.back[0] for one in phrases("They met on Thursday, January 5.", FRIDAY)] == [date(2025, 1, 5)]


def test_the_month_of_an_event_is_a_date() -> None:
    """A month before a noun dates it: the November visit; half units that nobody counts in are left out."""
    assert [one.text for one in phrases("Xi's November visit to Seoul was short.", FRIDAY)] == ["November"]
    assert phrases("Lee left half a day later.", FRIDAY, FRIDAY) == []


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Trump prepared to depart for Singapore where he will meet with Kim on Tuesday.", date(2018, 6, 12)),
        ("Erdogan flew to Moscow, where he is to see Putin on Monday.", date(2018, 6, 11)),
        ("Japan agreed on Monday to meet South Korea in Seoul.", date(2018, 6, 4)),
        ("China will receive Lee Jae-myung for a state visit that begins on Monday.", date(2018, 6, 11)),
        ("Trump said he would meet Putin in Budapest in two weeks.", date(2018, 6, 18)),
    ],
)
def test_a_day_right_behind_what_will_be_is_to_come(code: Code, text: str, day: date) -> None:
    """However the clause around it is told."""
    planned = [one for one in code(text, published=date(2018, 6, 9)) if one.status == "announced"]
    assert {one.event_date for one in planned} == {day}


@pytest.mark.parametrize(
    ("text", "pair", "day"),
    [
        ("Tokyo protested to Moscow over last week's flight.", "JPN>RUS:11", date(2024, 6, 15)),
        ("Morocco said on Sunday it had accepted help from Spain after Friday's earthquake.", "MAR>ESP:08", date(2024, 6, 9)),
        (
            "Iran seized a British tanker on Friday, a fortnight after Britain impounded an Iranian ship.",
            "GBR>IRN:17",
            date(2024, 5, 31),
        ),
    ],
)
def test_grounds_have_days_of_their_own(code: Code, text: str, pair: str, day: date) -> None:
    """What an act is done for dates it not; a fortnight before the day of the other act is no day of that."""
    mentions = code(text, published=date(2024, 6, 15))
    assert {one.event_date for one in mentions if pair in live_roots([one])} == {day}


def test_what_will_be_dates_nothing_that_was_done(code: Code) -> None:
    """Who thanks somebody and says that they will meet in June thanks him today, and not last June."""
    mentions = code("Peru thanked Chile and said their summit would be held in Lima on July 12.", published=date(2024, 6, 15))
    assert {(one.event_root_code, one.status, one.event_date) for one in mentions if one.source.country == "PER"} == {
        ("05", "happened", date(2024, 6, 15)),
        ("03", "announced", date(2024, 7, 12)),
    }
