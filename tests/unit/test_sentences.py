"""Splitting and mending text."""

from datetime import datetime

import pytest

from etl.coder.sentences import sentences
from etl.records import Article


def split(text: str, title: str | None = None) -> list[str]:
    """Return the sentences of a text."""
    return [sentence.text for sentence in sentences(Article("a", datetime(2026, 1, 2), "test", title, text))]


def test_the_title_is_sentence_zero_and_said_once() -> None:
    """The title comes first; a feed that repeats it as the first sentence says it once, and numbers go on."""
    found = sentences(Article("a", datetime(2026, 1, 2), "test", "Lee visits Xi.", "Lee visits Xi.\nThey met."))
    assert [(sentence.index, sentence.text) for sentence in found] == [(0, "Lee visits Xi."), (2, "They met.")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Xi will come before Lee's visitSouth Korea waits", ["Xi will come before Lee's visit", "South Korea waits"]),
        ("A GREAT LEADER, LEE SAYSAhead of the trip he spoke.", ["A GREAT LEADER, LEE SAYS", "Ahead of the trip he spoke."]),
        ("They met.Then they left.", ["They met.", "Then they left."]),
    ],
)
def test_glued_sentences_are_cut(text: str, expected: list[str]) -> None:
    """Bullet points and sentences that a scraper glued together are cut apart."""
    assert split(text) == expected


@pytest.mark.parametrize("name", ["iPhone", "McDonald", "YouTube", "TikTok", "LinkedIn", "eBay", "SpaceX"])
def test_names_with_inner_capitals_stay_whole(name: str) -> None:
    """A capital inside a name is no seam."""
    assert split(f"China banned {name} on Monday.") == [f"China banned {name} on Monday."]


@pytest.mark.parametrize(
    "text",
    [
        "The U.S. Navy sailed on Jan. 3 with Gen. Brown aboard.",
        "Mr. Kim met Sen. Young at No. 10 on Feb. 4.",
        "J. D. Vance and the U.K. envoy agreed.",
    ],
)
def test_abbreviations_do_not_end_sentences(text: str) -> None:
    """Titles, months, initials and country abbreviations keep a sentence whole."""
    assert split(text) == [text]


def test_an_abbreviation_may_end_a_sentence() -> None:
    """What opens like a new sentence is one, even after U.S."""
    assert split("Japan thanked the U.S. The envoy left.") == ["Japan thanked the U.S.", "The envoy left."]


@pytest.mark.parametrize(
    "dateline",
    [
        "BEIJING, Jan 2 (Xinhua) -- ",
        "SEOUL (AP) — ",
        "(CNN) ",
        "TOKYO, March 3 - ",
        "Pyongyang, January 18 (KCNA) -- ",
        "By A. Writer BEIJING (Reuters) - ",
    ],
)
def test_datelines_are_left_out(dateline: str) -> None:
    """Where and by whom a story was filed is no part of its first sentence."""
    assert split(f"{dateline}China thanked Japan.") == ["China thanked Japan."]


def test_bylines_and_boilerplate_are_left_out() -> None:
    """Credits and subscription lines are no sentences."""
    assert split("They met.\nReporting by A; Editing by B\nOur Standards: the principles") == ["They met."]


def test_empty_and_odd_text() -> None:
    """Nothing gives nothing; NUL characters and line separators do no harm; a table is cut short."""
    assert split("") == []
    assert split("A\x00b met.\u2028C d left.") == ["A b met.", "C d left."]
    assert all(len(sentence) <= 1200 for sentence in split("word " * 5000))


def test_captions_and_links_are_no_part_of_an_article():
    """The captions of a gallery and links to other articles tell old news as new."""
    text = (
        "Trump met the king on Sunday. Hide Caption 3 of 69 Photos: First trip Trump shakes hands with the emir of Qatar. "
        "More: How Qatar was cut off. Read the transcript: Trump's call with Kyiv. The king praised him. "
        "Read more about it in May."
    )
    article = Article("a", datetime(2026, 1, 5), "test", None, text)
    assert [sentence.text for sentence in sentences(article)] == [
        "Trump met the king on Sunday.",
        "The king praised him.",
        "Read more about it in May.",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Sen. Mitch McConnellPanel backs the bill after long talks Trump hosts Xi MORE (R-Ky.) spoke.",
            "Sen. Mitch McConnell (R-Ky.) spoke.",
        ),
        ("JERUSALEM, Israel – The minister arrived in Jordan.", "The minister arrived in Jordan."),
        ("McDonald's wants MORE customers in China.", "McDonald's wants MORE customers in China."),
    ],
)
def test_what_stands_around_a_sentence_is_left_out(text: str, expected: str) -> None:
    """Headlines of other articles glued behind a name, and datelines that name a country."""
    assert split(text) == [expected]


def test_sentences_know_their_paragraph() -> None:
    """Sentences of one line are of one paragraph."""
    found = sentences(Article("a", datetime(2026, 1, 2), "test", None, "They met. They ate.\n\nThey left."))
    assert [sentence.paragraph for sentence in found] == [1, 1, 2]
