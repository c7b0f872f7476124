"""Who is named: halves that share a name, offices that several states call alike, places that only tell where somebody sits."""

from datetime import date

import pytest

from tests.unit.live_events import Code, live_codes, live_roots


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (None, "North and South Korea exchanged gunfire across their border on Friday."),
        (None, "North and South Korean officials met at Panmunjom on Monday."),
        ("North, South Korea hold talks", ""),
    ],
)
def test_two_halves_share_a_name(code: Code, title: str | None, text: str) -> None:
    """Each of them is a party."""
    roots = live_roots(code(text, title))
    assert {root[:7] for root in roots} == {"KOR>PRK", "PRK>KOR"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("North Korea fired ten missiles on Wednesday, Seoul said. The Joint Chiefs of Staff condemned Pyongyang.", "KOR>PRK:11"),
        ("The Joint Chiefs of Staff warned Iran.", "USA>IRN:13"),
        ("The Foreign Office expelled 23 Russian diplomats.", "GBR>RUS:16"),
        ("Pakistan was calm on Monday. The Foreign Office summoned the Afghan ambassador.", "PAK>AFG:11"),
        ("The Philippine Department of Justice charged three Chinese nationals.", "PHL>CHN:17"),
        ("The Department of Justice charged three Chinese nationals.", "USA>CHN:17"),
    ],
)
def test_an_office_of_several_states_is_of_whom_the_text_is_about(code: Code, text: str, expected: str) -> None:
    """Where another state stands before it, it is that one's."""
    assert live_roots(code(text)) == {expected}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Brussels-based NATO officials accused Peru of lying.", {"NAT>PER:11"}),
        ("A Moscow-based North Korean banker was sanctioned by Peru.", {"PER>PRK:16"}),
        ("A Tokyo-based firm sued Peru.", {"JPN>PER:11"}),
        ("China's U.N. mission accused Peru of hypocrisy.", {"CHN>PER:11"}),
        ("Peru shot down a French-made jet.", set()),
        ("The Vienna-based agency censured Peru.", set()),
    ],
)
def test_a_seat_or_a_maker_is_no_party(code: Code, text: str, expected: set[str]) -> None:
    """A firm is of where it sits, all the same."""
    assert live_roots(code(text)) == expected


def test_european_goods_are_the_unions(code: Code) -> None:
    """Tariffs on them hit it."""
    assert live_roots(code("Peru imposed tariffs on European cars.")) == {"PER>EUR:16"}


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Pak slams India over dam", {"PAK>IND:11"}),
        ("PH thanks Japan for ships", {"PHL>JPN:05"}),
        ("Lanka thanks India for fuel", {"LKA>IND:05"}),
    ],
)
def test_headlines_have_short_names(code: Code, title: str, expected: set[str]) -> None:
    """As the press of these countries writes them."""
    assert live_roots(code("", title)) == expected


@pytest.mark.parametrize(
    "text", ["Putin and Kim signed a treaty, alarming Seoul.", "Seoul was alarmed after Kim and Putin signed a treaty."]
)
def test_a_bare_surname_beside_a_leaders_is_a_leaders(code: Code, text: str) -> None:
    """Though ministers of another country bear it."""
    assert {"RUS>PRK:05", "PRK>RUS:05"} <= live_roots(code(text, published=date(2024, 6, 19)))


@pytest.mark.parametrize("title", ["Biden-Xi summit kicks off in Lima", "Xi-Biden summit kicks off in Lima"])
def test_leaders_whom_a_hyphen_joins_meet(code: Code, title: str) -> None:
    """Whoever stands first."""
    assert {"USA>CHN:04", "CHN>USA:04"} <= live_roots(code("", title, published=date(2024, 11, 16)))


def test_a_meeting_named_by_the_other_leader(code: Code) -> None:
    """Unless a third is spoken of, who may have met him."""
    held = live_roots(code("", "Trump cuts tariffs after Xi talks in Busan", published=date(2025, 10, 30)))
    assert {"USA>CHN:04", "CHN>USA:04"} <= held
    assert not any(
        root.endswith(":04") for root in live_roots(code("", "Abe praises Moon after Kim summit", published=date(2018, 4, 27)))
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Obama met Turkish Prime Minister Recep Tayyip Erdogan. The premier condemned Damascus.", "TUR>SYR:11"),
        ("Kishida met US President Joe Biden. The president condemned Beijing's bullying.", "USA>CHN:11"),
    ],
)
def test_a_title_means_who_holds_it(code: Code, text: str, expected: str) -> None:
    """And not whoever was named first."""
    day = date(2012, 3, 25) if "Obama" in text else date(2024, 4, 10)
    assert expected in live_roots(code(text, published=day))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru shot down a Bolivian balloon on Saturday. The foreign ministry condemned Lima's use of force.", "BOL>PER:11"),
        ("North Korea expelled all South Koreans from Kaesong. The unification ministry condemned Pyongyang.", "KOR>PRK:11"),
    ],
)
def test_a_ministry_condemns_not_its_own_country(code: Code, text: str, expected: str) -> None:
    """It is the other's."""
    assert expected in live_roots(code(text))


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Biden and Yoon held talks at the presidential office in Seoul.", {"USA>KOR:042", "KOR>USA:043"}),
        ("Biden and Yoon met in the South Korean city of Gyeongju.", {"USA>KOR:042", "KOR>USA:043"}),
        ("Yoon met Biden at Camp David.", {"KOR>USA:042", "USA>KOR:043"}),
    ],
)
def test_who_is_met_on_his_own_soil_is_host(code: Code, text: str, codes: set[str]) -> None:
    """In an office, in a town that is said to be his country's."""
    assert live_codes(code(text, published=date(2023, 4, 26))) == codes


@pytest.mark.parametrize(
    "text",
    [
        "North Korea fired ten missiles off its east coast, South Korea's military said.",
        "Peru fired missiles into the sea as Chile's president headed to Cuba.",
    ],
)
def test_who_only_tells_of_a_launch_is_not_its_target(code: Code, text: str) -> None:
    """Nor is who is named for the day."""
    assert not any(root.endswith((":15", ":19")) for root in live_roots(code(text)))


def test_what_bans_a_firm_is_a_trade_ban(code: Code) -> None:
    """Its wares, too; people are kept out by other measures."""
    assert live_codes(code("Peru banned TikTok over security fears.")) == {"PER>CHN:163"}
    assert live_codes(code("Peru banned two Chinese officials from entering the country.")) == {"PER>CHN:172"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru expelled two Chilean diplomats. Chilean newspapers criticised the government for its silence.", set()),
        ("Chilean newspapers criticised Peru for its silence.", {"CHL>PER:11"}),
    ],
)
def test_the_press_speaks_of_its_own_government(code: Code, text: str, expected: set[str]) -> None:
    """Whoever else was named before; unless it names another."""
    found = {one for one in live_roots(code(text)) if one.startswith("CHL>")}
    assert found - {"CHL>CHL:11"} == expected
