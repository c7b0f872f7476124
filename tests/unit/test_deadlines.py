"""Days that are not when an act was done: deadlines, beginnings of plans, the day on which it was told."""

from datetime import date

import pytest

from tests.unit.live_events import Code

DAY = date(2024, 6, 12)  # a Wednesday


@pytest.mark.parametrize(
    "text",
    [
        "Ghana has asked Togo to withdraw its troops by the end of September.",
        "Peru ordered 12 Chilean diplomats to leave by the end of August.",
        "Kenya urged Uganda to sign the agreement by August.",
        "Oman demanded that Yemen free the man by the end of July.",
        "Niger gave Danish troops until Sunday to leave the country.",
        "Kenya urged Uganda to hand over the two suspects by March.",
        "Niger ordered Danish troops to withdraw by Friday.",
    ],
)
def test_a_deadline_lies_ahead(code: Code, text: str) -> None:
    """Until when something is to be done is no date of the demand, and no such month of last year."""
    live = [one for one in code(text, published=DAY) if one.status == "happened"]
    assert live
    assert {one.event_date for one in live} == {DAY}


def test_what_was_done_by_a_month_is_of_it(code: Code) -> None:
    """Without anybody to do it by then, the month dates the act."""
    assert {one.event_date for one in code("By August last year Nepal had freed two Indian monks.", published=DAY)} == {
        date(2023, 8, 1)
    }


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("India will ban imports of Nepali tea from Friday.", None),
        ("India will ban imports of Nepali tea starting Friday.", None),
        ("", "India bans imports of Nepali tea from Friday"),
    ],
)
def test_a_plan_begins_on_the_coming_day(code: Code, text: str, title: str | None) -> None:
    """What will hold from Friday holds from the next one."""
    assert {one.event_date for one in code(text, title, DAY) if one.status == "happened"} == {date(2024, 6, 14)}


def test_what_is_closed_since_a_month_reopens_today(code: Code) -> None:
    """Since when something has been shut is no month ahead."""
    found = code("Ghana and Togo agreed to open a road closed since July.", published=DAY)
    assert {one.event_date for one in found} <= {DAY}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Oman said on Monday it would invest $10 billion in Peru.", 10),
        ("Peru will send missiles to Chad, Defence Minister Jorge Chavez told parliament on Thursday.", 6),
        ("Ghana will send rice to Togo, said Peter Mensah on Monday.", 10),
        ("Peru would lend Chile 300 tanks, the president told reporters after a meeting in Lima on Monday.", 10),
        ("Japan will lift its ban on Peruvian beef, the premier told Chile's president in a phone call on Friday.", 7),
        ("Greece will lift its ban on Turkish fruit on Friday, officials said.", 14),
        ("Peru's president said the talks on Friday would help, and that Lima would buy gas from Chile.", 14),
        ("Norway said on Tuesday it would open an embassy in Togo on Monday.", 17),
    ],
)
def test_the_day_of_saying_is_no_day_to_come(code: Code, text: str, day: int) -> None:
    """What is promised has the day on which it was, unless it has its own; a day inside what is said is no day of saying."""
    live = [one for one in code(text, published=DAY) if one.status == "announced" and one.event_root_code == "03"]
    assert live
    assert {one.event_date for one in live} == {date(2024, 6, day)}


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("The premier of Nepal will visit India from July 20 to 23, officials said.", None),
        ("The premier of Nepal will visit India from July 20 to 23, Delhi said Wednesday.", None),
        ("The ministry said Monday that Nepal's premier will visit India from July 20 to 23.", None),
        ("The premier of Nepal will visit India for talks from July 20 to 23, according to officials.", None),
        ("", "Nepal's premier to visit India from July 20 to 23: sources"),
    ],
)
def test_who_told_it_takes_no_day_from_a_visit(code: Code, text: str, title: str | None) -> None:
    """An attribution, in front, behind or after a colon, leaves the days of the visit as they are."""
    assert {one.event_date for one in code(text, title, DAY)} == {date(2024, 7, 20)}


def test_what_follows_a_plan_is_not_of_its_last_weekday(code: Code) -> None:
    """An answer to what will hold from Friday was given by today, and not last Friday."""
    found = code("India will ban imports of Nepali tea from Friday. Nepal called the ban absurd.", published=DAY)
    assert {one.event_date for one in found if one.sentence_index == 2 and one.status == "happened"} == {DAY}
