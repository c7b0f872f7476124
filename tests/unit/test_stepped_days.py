"""Days that count from others, and whose they are: "a day after", "in June of that year", "an army, which in 1962"."""
# ruff: noqa: E501 - sentences stand in one piece

from datetime import date

import pytest

from etl.coder.dates import phrases
from tests.unit.live_events import Code

PUBLISHED = date(2022, 6, 13)  # a Monday


@pytest.mark.parametrize(
    ("text", "root", "day"),
    [
        (
            "Oman warned Iran of serious consequences on Friday, a day after the Revolutionary Guards seized the Omani-flagged tanker Salalah Pride in the Strait of Hormuz.",
            "17",
            date(2022, 6, 9),
        ),
        (
            "Peru's foreign ministry late on Friday advised nationals against travel to Chile, a day after taking the Chilean ambassador to task over a map.",
            "11",
            date(2022, 6, 9),
        ),
        ("A week after Chile's shelling of a Peruvian village, the fields are still empty.", "19", date(2022, 6, 6)),
    ],
)
def test_a_clause_behind_after_was_so_many_days_before(code: Code, text: str, root: str, day: date) -> None:
    """Whatever the parser hangs the clause on."""
    [told] = [one for one in code(text, published=PUBLISHED) if one.event_code[:2] == root]
    assert told.event_date == day


def test_how_long_something_holds_counts_nothing_back(code: Code) -> None:
    """The talks were not ninety days ago."""
    told = code("Peru, Chile Agree to Cut Tariffs for 90 Days after Talks in Lima", published=PUBLISHED)
    assert {one.event_date for one in told if one.event_code.startswith("04")} <= {PUBLISHED}


@pytest.mark.parametrize(
    ("text", "first", "precision"),
    [
        ("Troops took the hill in March 2011 and left in May of that year.", date(2011, 5, 1), "month"),
        ("They met in 2011 and signed that October.", date(2011, 10, 1), "month"),
        ("The war began in 2011, and the port fell that winter.", date(2011, 12, 1), "year"),
        ("He was arrested in March 2011, and six days later two more were held.", date(2011, 3, 1), "month"),
        ("The envoys will meet in two or three weeks.", date(2022, 7, 4), "week"),
        ("The two crowns signed a treaty in May 1654.", date(1654, 5, 1), "month"),
    ],
)
def test_a_date_that_counts_from_another(text: str, first: date, precision: str) -> None:
    """Months and seasons of that year; days counted from a month leave the month; of "two or three" the most."""
    found = phrases(text, PUBLISHED)[-1]
    assert (found.ahead[0], found.precision) == (first, precision)


@pytest.mark.parametrize(
    "text", ["They sat down on Tuesday, a day later than planned.", "It came on Tuesday, two hours later than scheduled."]
)
def test_later_than_planned_is_no_date(text: str) -> None:
    """Nothing was on the day after."""
    assert [one.text for one in phrases(text, PUBLISHED)] == ["Tuesday"]


def test_an_evening_does_not_count_from_a_year() -> None:
    """The evening before is that before the report."""
    [war] = phrases("The two fought a war in 1988.", PUBLISHED)
    [evening] = phrases("He had called Lima the previous evening.", PUBLISHED, war)
    assert evening.back[0] == date(2022, 6, 12)
    [week] = phrases("He had called Lima a week earlier.", PUBLISHED, war)
    assert week.back[0] == date(2022, 6, 6)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("NDELE, Central African Republic, June 13 - Peru on Friday began to expel the Bolivians whom it had held.", date(2022, 6, 10)),
        ("Peru's president met Bolivia's president for twenty minutes on Friday evening.", date(2022, 6, 10)),
        ("Peru's president pressed his Bolivian counterpart, Luis Arce, to free the pilot when the two met on June 2.", date(2022, 6, 2)),
        ("Peru had threatened to quit the 1998 pact with Bolivia last month.", date(2022, 5, 1)),
        ("Lima daily Correo said on Friday that the drills, which Peru and Bolivia began on Tuesday, are a show.", date(2022, 6, 7)),
        ("Peru had told Bolivia late on Friday that it would lift the embargo.", date(2022, 6, 10)),
        ("The port took little notice of Peru's ban on Bolivian beef, which came into force on June 2.", date(2022, 6, 2)),
    ],
)  # fmt: skip
def test_the_day_of_an_act(code: Code, text: str, day: date) -> None:
    """Past datelines, how long it took, and the days of what is said of it."""
    told = code(text, published=PUBLISHED)
    assert told
    assert {one.event_date for one in told if one.status in {"happened", "announced"}} == {day}


@pytest.mark.parametrize(
    "text",
    [
        "Peru's president welcomed Bolivia's president to Cusco on Friday, and the two agreed to cooperate on trade and to identify the bones of Bolivian soldiers drowned off Puno in 1879.",
        "Found liable on Friday for the plunder of timber by its army two decades ago, Peru was ordered by the International Court of Justice to pay Bolivia $325 million.",
    ],
)  # fmt: skip
def test_an_old_date_at_a_noun_makes_no_history(code: Code, text: str) -> None:
    """What was agreed or ordered is news."""
    told = code(text, published=PUBLISHED)
    assert told
    assert {one.event_date for one in told if one.status in {"happened", "announced"}} == {date(2022, 6, 10)}
    assert not [one for one in told if one.status == "recalled"]


def test_what_a_relative_clause_tells_at_an_old_date_is_old(code: Code) -> None:
    """The killing was where the boarding was."""
    text = "A panel found that Israeli commandos had used excessive force when they boarded the Mavi Marmara in 2010, killing nine Turks."
    assert {(one.status, one.event_date.year) for one in code(text, published=PUBLISHED)} == {("recalled", 2010)}


def test_a_headline_has_the_day_on_which_its_lead_tells_the_same(code: Code) -> None:
    """And not the day of something else that the article tells first."""
    text = "Bolivia expelled Peru's consul on Thursday. Peru had on Saturday criticised Bolivia for a trial."
    [told] = [one for one in code(text, "Bolivia expels Peruvian consul", PUBLISHED) if one.sentence_index == 0]
    assert told.event_date == date(2022, 6, 9)


@pytest.mark.parametrize(
    ("text", "first", "precision"),
    [
        ("It fell on June 17 last year.", date(2021, 6, 17), "day"),
        ("It fell on 17 June last year.", date(2021, 6, 17), "day"),
        ("It fell last year in June.", date(2021, 6, 1), "month"),
        ("It fell three Fridays ago.", date(2022, 5, 27), "day"),
        ("It fell the Friday before last.", date(2022, 6, 3), "day"),
        ("It fell a week ago on Friday.", date(2022, 6, 10), "day"),
        ("It fell last week Thursday.", date(2022, 6, 9), "day"),
        ("It will fall Monday week.", date(2022, 6, 27), "day"),
        ("It will fall the Saturday after next.", date(2022, 6, 25), "day"),
        ("It fell 48 hours ago.", date(2022, 6, 11), "day"),
        ("It fell a day or two ago.", date(2022, 6, 12), "day"),
        ("It fell a couple of weeks back.", date(2022, 5, 30), "week"),
        ("It fell two summers ago.", date(2020, 6, 1), "year"),
        ("It fell in the last days of May.", date(2022, 5, 21), "month"),
        ("It fell the autumn before.", date(2021, 9, 1), "year"),
        ("It fell in 2011, and she left the previous November.", date(2010, 11, 1), "month"),
        ("It long ago fell.", date(2002, 1, 1), "year"),
        ("During the Cold War it fell.", date(1947, 1, 1), "year"),
        ("Shortly after the Second World War it fell.", date(1945, 1, 1), "year"),
    ],
)
def test_a_phrase_nobody_knew(text: str, first: date, precision: str) -> None:
    """Each was news of its day, or of the wrong year, before it was one."""
    found = phrases(text, PUBLISHED)[-1]
    assert (found.back[0], found.precision) == (first, precision)


@pytest.mark.parametrize("text", ["Not long ago it fell.", "Its long-ago fall is forgotten.", "The forms came back a week late."])
def test_words_that_are_no_date(text: str) -> None:
    """Not long ago is news, and what comes back is not told of the past."""
    assert phrases(text, PUBLISHED) == []


def test_an_act_of_an_era_is_history(code: Code) -> None:
    """And of the years of that era."""
    told = code("During the Vietnam War, the United States bombed Laos.", published=PUBLISHED)
    assert {(one.status, one.event_date.year) for one in told} == {("recalled", 1955)}
