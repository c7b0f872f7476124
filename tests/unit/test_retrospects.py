"""What is told of long ago: acts behind a sentence set in an old year, lines of a calendar of history, what came of a pact."""

from datetime import date

import pytest

from tests.unit.live_events import Code, live_codes

DAY = date(2024, 6, 12)  # a Wednesday


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("The row over the dam began in 1998. Ghana expelled two diplomats from Togo.", 1998),
        ("Peru cut ties with Chile in 2009. Bolivia also severed relations with Chile.", 2009),
        ("In 2011, a mob burnt a mosque. Kenya closed its border with Uganda.", 2011),
        ("Thirty years ago, bandits raided Lome. Ghana then arrested a Togolese man.", 1994),
        ("The war broke out in May 1995. Fishermen fled, and Peru answered by bombing Chilean ports.", 1995),
        ("After the quake in 1976, the king abdicated. Oman sent aid to Yemen, and Jordan closed its border with Iraq.", 1976),
    ],
)
def test_what_goes_on_from_an_old_year_is_of_that_year(code: Code, text: str, year: int) -> None:
    """A first sentence that is set in an old year as a whole carries the plain past behind it."""
    found = [one for one in code(text, published=DAY) if one.sentence_index == 2]
    assert found
    assert {(one.status, one.event_date.year) for one in found} == {("recalled", year)}


@pytest.mark.parametrize(
    "text",
    [
        "Peru freed a man jailed in 2009. Chile thanked Peru.",
        "The 2009 pact with Togo has lapsed. Ghana expelled two diplomats from Togo.",
        "Peru cut ties with Chile in 2009. Chile has expelled two diplomats from Peru.",
        "Peru cut ties with Chile in 2009. On Tuesday Chile expelled two diplomats from Peru.",
        "Peru cut ties with Chile in 2009. Chile expelled two diplomats from Peru, officials said.",
        "Peru cut ties with Chile in 2009.\n\nChile expelled two diplomats from Peru.",
        "Peru cut ties with Chile in May. Chile expelled two diplomats from Peru.",
        'A mob burnt a mosque in 2009. "It was a crime," the president said. Chile expelled two diplomats from Peru.',
    ],
)
def test_news_returns_to_its_day(code: Code, text: str) -> None:
    """A perfect, a weekday, somebody's word, a new paragraph end the look back; a clause with a year does not open it."""
    last = max(one.sentence_index for one in code(text, published=DAY))
    assert live_codes(code(text, published=DAY), last)


@pytest.mark.parametrize(
    "title",
    ["On this day: Peru bombs Chile", "This week in history: Peru bombs Chile", "Today in history: Peru bombs Chile"],
)
def test_a_line_of_an_almanac_is_history(code: Code, title: str) -> None:
    """The words before the colon say that it was long ago, the present tense notwithstanding."""
    assert {one.status for one in code("", title, DAY)} == {"recalled"}


def test_a_pact_is_older_than_what_it_did(code: Code) -> None:
    """Who signed what ended a war forty years ago did so before; a deal of Monday that settles an old row is news."""
    old = code("Peru and Chile signed the treaty that settled their feud over the islands four decades ago.", published=DAY)
    assert {(one.status, one.event_date.year) for one in old} == {("recalled", 1984)}
    new = code("Peru and Chile signed a deal on Monday that settled the row over what happened in 1984.", published=DAY)
    assert live_codes(new) == {"PER>CHL:057", "CHL>PER:057"}


def test_what_was_done_beside_the_long_gone_is_history(code: Code) -> None:
    """A clause of time with somebody who left office over ten years ago dates what it hangs on."""
    old = code("Canada cut off aid to Cuba shortly after Fidel Castro seized power.", published=DAY)
    assert {one.status for one in old if one.event_root_code == "16"} == {"recalled"}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Abe, the last Japanese leader to have visited Iran, died on Monday.", "recalled"),
        ("Moon is one of the few South Korean politicians to have visited Pyongyang.", "recalled"),
        ("Moon became the first South Korean president to have visited Bhutan.", "happened"),
    ],
)
def test_who_is_known_for_a_deed_did_it_before(code: Code, text: str, status: str) -> None:
    """Whoever becomes the first has news."""
    assert {one.status for one in code(text) if one.event_code == "042"} == {status}
