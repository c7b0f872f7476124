"""Who does what to whom where a sentence puts it back to front, side by side, or by those beside a country."""

from datetime import date

import pytest

from tests.unit.live_events import Code, live_codes, live_roots

PUBLISHED = date(2026, 12, 1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Among those expelled by Lithuania were four Belarusian diplomats.", {"LTU>BLR:161"}),
        ("Among the diplomats expelled by Moscow were two Britons and a Dutch attache.", {"RUS>GBR:161", "RUS>NLD:161"}),
        ("Among those arrested in Cambodia were 60 South Koreans.", {"KHM>KOR:173"}),
        ("Among the companies sanctioned by Washington are six Chinese chipmakers.", {"USA>CHN:163"}),
        ("Among those who signed the pact with China was Laos.", {"LAO>CHN:057", "CHN>LAO:057"}),
    ],
)
def test_those_among_whom_somebody_is_share_his_lot(code: Code, text: str, expected: set[str]) -> None:
    """What is told of "those" is told of whoever is said to be among them."""
    assert live_codes(code(text, published=PUBLISHED)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("From Tokyo came a sharp protest to Beijing over the buoy.", {"JPN>CHN:11"}),
        ("From Hanoi came a warning to Beijing not to drill.", {"VNM>CHN:13"}),
        ("From Canberra also came criticism of China's blockade.", {"AUS>CHN:11"}),
    ],
)
def test_words_that_come_from_somewhere_are_of_those_there(code: Code, text: str, expected: set[str]) -> None:
    """The capital in front of "came" speaks."""
    assert live_roots(code(text, published=PUBLISHED)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was Beijing that called off the talks with Seoul, a Korean official said.", {"CHN>KOR:164"}),
        ("It was the United States that imposed sanctions on Iran.", {"USA>IRN:163"}),
        ("It was Japan that China criticised.", {"CHN>JPN:111"}),
        ("It was not Seoul that broke off the talks with Pyongyang.", set()),
    ],
)
def test_a_cleft_clause_tells_of_whom_it_names(code: Code, text: str, expected: set[str]) -> None:
    """Doer or undergoer stands before "that"; who is denied to be it did nothing."""
    assert live_codes(code(text, published=PUBLISHED)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("China and Japan lodged protests with Manila and Hanoi respectively.", {"CHN>PHL:114", "JPN>VNM:114"}),
        ("Seoul and Tokyo expelled three Russian and two Belarusian diplomats respectively.", {"KOR>RUS:161", "JPN>BLR:161"}),
        ("Moscow and Minsk respectively accused Warsaw and Vilnius of lying.", {"RUS>POL:112", "BLR>LTU:112"}),
        ("Japan expelled diplomats from Russia and Belarus, three and two respectively.", {"JPN>RUS:161", "JPN>BLR:161"}),
        (
            "Tokyo and Seoul condemned Beijing and Moscow, which had banned fish and beef respectively.",
            {"JPN>CHN:111", "JPN>RUS:111", "KOR>CHN:111", "KOR>RUS:111"},
        ),
    ],
)
def test_respectively_pairs_two_lists(code: Code, text: str, expected: set[str]) -> None:
    """The first with the first, the second with the second; not what another clause pairs, nor lists of other lengths."""
    assert expected == {one for one in live_codes(code(text, published=PUBLISHED)) if one[-3:] != "163"}


@pytest.mark.parametrize(
    "text",
    [
        "Kyiv's allies condemned Pyongyang on Monday.",
        "China's neighbours protested to Tokyo over the plan.",
        "Seoul's rivals accused Tokyo of dumping.",
        "Moscow's partners praised Tokyo for its restraint.",
    ],
)
def test_those_beside_a_country_are_not_it(code: Code, text: str) -> None:
    """Its allies and rivals are others, who are not named."""
    assert live_codes(code(text, published=PUBLISHED)) == set()


def test_a_statesmans_allies_are_of_his_country(code: Code) -> None:
    """They sit in his parliament."""
    assert "USA>UKR:111" in live_codes(code("Trump's allies in Congress criticised Ukraine.", published=PUBLISHED))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The detention of three Britons in Iran was condemned by London.", {"IRN>GBR:173", "GBR>IRN:111"}),
        ("Tokyo criticised the imprisonment in Myanmar of a Japanese film-maker.", {"MMR>JPN:173", "JPN>MMR:111"}),
        ("The arrest of a South Korean in the Russian city of Vladivostok alarmed Seoul.", {"RUS>KOR:173"}),
        ("The arrest in China of Chinese lawyers went unnoticed.", set()),
    ],
)
def test_who_is_seized_abroad_is_seized_by_those_there(code: Code, text: str, expected: set[str]) -> None:
    """And whoever complains of it complains of them, not of his own people."""
    assert live_codes(code(text, published=PUBLISHED)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The transfer by Iran to Russia of ballistic missiles was condemned by Berlin.", {"IRN>RUS:072", "DEU>IRN:111"}),
        ("The sale by Washington to Taipei of 400 missiles went ahead.", {"USA>TWN:072"}),
        ("Exchanges of fire between Afghan and Pakistani guards were reported on Sunday.", {"AFG>PAK:193", "PAK>AFG:193"}),
    ],
)
def test_what_is_named_last_belongs_to_the_noun(code: Code, text: str, expected: set[str]) -> None:
    """Whatever name the parser hung it on."""
    assert live_codes(code(text, published=PUBLISHED)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Manila's move earned praise from Tokyo and a rebuke from Beijing.", {"JPN>PHL:05", "CHN>PHL:11"}),
        ("Hanoi's dredging drew criticism from Laos and a protest from Phnom Penh.", {"LAO>VNM:11", "KHM>VNM:11"}),
        ("The verdict drew criticism from Washington and a protest from Ottawa.", set()),
    ],
)
def test_all_that_is_drawn_is_of_who_drew_it(code: Code, text: str, expected: set[str]) -> None:
    """The second voice judges the same as the first."""
    assert live_roots(code(text, published=PUBLISHED)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cambodia and Thailand blamed one another for the blast.", {"KHM>THA:112", "THA>KHM:112"}),
        ("Not until Monday did Iran release the South Korean sailors.", {"IRN>KOR:0841"}),
    ],
)
def test_one_another_and_not_until(code: Code, text: str, expected: set[str]) -> None:
    """What the parser takes for a number is one of two, and what was done late was done."""
    assert live_codes(code(text, published=PUBLISHED)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Beijing slapped duties on Canadian canola and Ottawa on Chinese electric cars.", {"CHN>CAN:163", "CAN>CHN:163"}),
        ("Beijing summoned the Japanese ambassador and Tokyo the Chinese one.", {"CHN>JPN:114", "JPN>CHN:114"}),
        ("Tokyo expelled two Russian diplomats and Moscow two Japanese.", {"JPN>RUS:161", "RUS>JPN:161"}),
        ("China criticised Japan and Japan Airlines over China flights.", {"CHN>JPN:111"}),
        ("The US sanctioned Iran and Iranian oil buyers in America.", {"USA>IRN:163"}),
    ],
)
def test_what_is_paid_back_needs_no_verb(code: Code, text: str, expected: set[str]) -> None:
    """The second does to the first what was done to him; a longer name or people of his are no such answer."""
    assert expected == {one for one in live_codes(code(text, published=PUBLISHED)) if one[:3] != one[4:7]}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Moscow, from which Seoul had demanded an apology, said nothing.", {"KOR>RUS:10"}),
        ("The reef, over which Manila protested to Beijing, is submerged.", {"PHL>CHN:11"}),
        ("The Thai minister, with whom Wang Yi held talks in Laos, flew home.", {"CHN>THA:04", "THA>CHN:04"}),
        ("Germany, in which two Chinese spies were arrested, kept silent.", {"DEU>CHN:17"}),
    ],
)
def test_which_behind_a_preposition_is_whom_the_clause_tells_of(code: Code, text: str, expected: set[str]) -> None:
    """As it would be with the name in its place."""
    assert live_roots(code(text, published=PUBLISHED)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Chinese diplomat expelled from Manila flew home.", {"PHL>CHN:161"}),
        ("Three Japanese nationals were deported from Russia on Friday.", {"RUS>JPN:174"}),
        ("Japan expelled two diplomats from Russia.", {"JPN>RUS:161"}),
    ],
)
def test_who_is_expelled_from_a_country_is_expelled_by_it(code: Code, text: str, expected: set[str]) -> None:
    """Unless somebody is named as expelling him."""
    assert live_codes(code(text, published=PUBLISHED)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Beijing launched two days of drills around Taiwan. Taipei condemned them as reckless.", "TWN>CHN:11"),
        ("Beijing imposed tariffs on Canadian canola. Ottawa condemned them.", "CAN>CHN:11"),
        ("Seoul fired warning shots at a North Korean boat. Pyongyang responded by shelling an islet.", "PRK>KOR:19"),
        ("Israel bombed a base in Iran. Tehran responded by firing 40 missiles.", "IRN>ISR:19"),
        ("Israel bombed a base in Iran. Tehran launched 40 drones in retaliation.", "IRN>ISR:19"),
    ],
)
def test_them_and_what_somebody_responds_by_are_of_who_struck_him(code: Code, text: str, expected: str) -> None:
    """Plural deeds are condemned as one is, and a blow that answers another hits back."""
    assert expected in live_roots(code(text, published=PUBLISHED))
