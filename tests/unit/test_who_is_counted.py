"""Whom a count, a "Mr." or a title means, and whose is the verb behind a reported clause."""

from datetime import date

import pytest

from tests.unit.live_events import Code, live_codes, live_roots

IN_2018 = date(2018, 4, 18)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Canada imposed visa bans on officials from four countries. The countries are Iran, Mali, Cuba and Belarus.",
            {"CAN>IRN:17", "CAN>MLI:17", "CAN>CUB:17", "CAN>BLR:17"},
        ),
        ("Japan summoned the ambassadors of two countries. They are Russia and Belarus.", {"JPN>RUS:11", "JPN>BLR:11"}),
        ("Poland expelled 12 diplomats from three states. The three are Iran, Chad and Mali.",
         {"POL>IRN:16", "POL>TCD:16", "POL>MLI:16"}),
        ("India lifted export curbs on three nations last week: Peru, Chile and Mali.",
         {"IND>PER:08", "IND>CHL:08", "IND>MLI:08"}),
        # Here the parser takes the names for the main clause, and the words before the colon for a clause of theirs.
        ("Xi is on a tour of the three states that have backed the plan: Peru, Brazil and Chile.",
         {"CHN>PER:04", "PER>CHN:04", "CHN>BRA:04", "BRA>CHN:04", "CHN>CHL:04", "CHL>CHN:04"}),
        ("Oman imposed sanctions on Iran on Monday. Mali and Cuba were also on the list.",
         {"OMN>IRN:16", "OMN>MLI:16", "OMN>CUB:16"}),
        ("France expelled two Iranian diplomats on Monday. Mali was also on the list.", {"FRA>IRN:16", "FRA>MLI:16"}),
    ],
)  # fmt: skip
def test_a_list_says_which_countries_were_counted(code: Code, text: str, expected: set[str]) -> None:
    """The list may stand in a sentence of its own."""
    assert live_roots(code(text)) == expected


def test_names_behind_a_colon_cost_no_article(code: Code) -> None:
    """Where nothing before the colon was read as the main clause, the coder once failed."""
    text = "The schools are in the four countries that have the most pupils: Guinea, Guinea-Bissau, Mali and Mauritania."
    assert live_roots(code(text)) == set()


@pytest.mark.parametrize(
    "text",
    [
        "Five countries abstained. They are worried about Russia and China.",
        "France counted four boats. They are Iranian and Malian.",
        "Mali was also on the list.",
        "Two teams won on Monday. They are Peru and Chile.",
    ],
)
def test_what_is_no_list_of_countries_joins_none(code: Code, text: str) -> None:
    """Nor is a list of which nothing tells what it is of."""
    assert live_roots(code(text)) == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Orban said Hungary would meet Ukraine but has accused Kyiv of lying.", "HUN>UKR:112"),
        ("Erdogan said Turkey would talk to Syria but accused Damascus of lying.", "TUR>SYR:112"),
        ("Tusk hinted that Poland will be meeting Belarus but has condemned Minsk over the fence.", "POL>BLR:111"),
        ("Brazil said it would send aid to Peru but has told Lima it must free two men.", "BRA>PER:1053"),
    ],
)
def test_behind_would_a_past_form_is_the_speakers(code: Code, text: str, expected: str) -> None:
    """He said the first and did the second."""
    assert expected in live_codes(code(text))


def test_what_is_foreseen_of_others_stays_theirs(code: Code) -> None:
    """A bare form goes on from what was said."""
    assert "IRN" not in "".join(live_roots(code("Iran said Russia would attack Chad and seize the north.")))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mr. Modi criticised Pakistan on Monday.", {"IND>PAK:11"}),
        ("Mr. Abe criticised Pakistan.", {"JPN>PAK:11"}),
        ("Mr Xi warned India.", {"CHN>IND:13"}),
        ("Mr. Moon warned Japan.", {"KOR>JPN:13"}),
        ("Mr. Trump met Mr. Kim on Monday.", {"USA>PRK:04", "PRK>USA:04"}),
    ],
)
def test_mr_and_a_surname_mean_the_leader(code: Code, text: str, expected: set[str]) -> None:
    """As the surname alone does."""
    assert live_roots(code(text, published=IN_2018)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Moon, a plumber from Ohio, criticised Japan.",
        "Bill Moon of Ohio sells tea. Mr. Moon criticised Japan.",
        "Nilesh Modi, a jeweller, fled to London. Mr. Modi accused Pakistan of lying.",
        "A tourist, Mr. Abe, praised Peru.",
        "Mr. Abe Fortas warned China.",
        "Mr. Wang warned Japan.",
    ],
)
def test_mr_and_a_surname_may_be_a_strangers(code: Code, text: str) -> None:
    """Whom the text introduces, or who is no head of a state, is nobody known."""
    assert not live_roots(code(text, published=IN_2018))


@pytest.mark.parametrize(
    ("title", "published", "expected"),
    [
        ("Trade Minister Ahn visits China", date(2022, 6, 18), "KOR>CHN:042"),
        ("VP Han arrives in Moscow", date(2024, 4, 18), "CHN>RUS:042"),
        ("Vice President Wang visits Moscow", date(2021, 4, 18), "CHN>RUS:042"),
        ("Finance Minister Hong meets Yellen", date(2021, 4, 18), "KOR>USA:040"),
    ],
)
def test_a_title_tells_which_of_one_name_is_meant(code: Code, title: str, published: date, expected: str) -> None:
    """Though others of that name are more in the news."""
    assert expected in live_codes(code("", title, published))
    assert not live_codes(code("", "Ahn warns China", date(2024, 4, 18)))
