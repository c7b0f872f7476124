"""Turns of phrase whose plain words mean another act: what is weighed with somebody, self-defence, joint blows."""

from datetime import date

import pytest

from tests.unit.live_events import Code, live_codes, live_roots


def both(one: str, other: str, code: str) -> set[str]:
    """Return an act that goes both ways."""
    return {f"{one}>{other}:{code}", f"{other}>{one}:{code}"}


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("Indian officials have discussed sanctions with Japan.", "IND", "JPN"),
        ("The Saudi crown prince discussed an oil embargo with Kuwait.", "SAU", "KWT"),
        ("Japan's foreign minister weighed countermeasures with South Korea and other allies.", "JPN", "KOR"),
        ("Rubio has been weighing options with Israel.", "USA", "ISR"),
        ("Polish officials discussed export controls with the Netherlands on Monday.", "POL", "NLD"),
        ("Australia is considering a response with New Zealand.", "AUS", "NZL"),
        ("Rubio discussed sanctions on Russia with Japan's foreign minister.", "USA", "JPN"),
        ("Canada weighed sanctions against India with Britain.", "CAN", "GBR"),
        (
            "Peru's minister described the attack that hit a Bolivian refinery as a crime and discussed a response with Bolivia.",
            "PER",
            "BOL",
        ),
    ],
)
def test_what_is_weighed_with_somebody_is_talked_over_with_him(code: Code, text: str, one: str, other: str) -> None:
    """Whatever it is that is weighed, and whomever it would hit."""
    held = {root for root in live_roots(code(text, published=date(2025, 6, 10))) if root[-3:] != ":01"}
    assert held == both(one, other, "04")


@pytest.mark.parametrize(
    "text",
    [
        "Canada considered sanctions on India.",
        "Spain and Peru weighed sanctions on Iran.",
        "Japan pondered a deal with Russia.",
        "Chad condemned the strike that hit a Libyan port and destroyed two ships.",
    ],
)
def test_what_is_only_weighed_is_no_talk(code: Code, text: str) -> None:
    """Against somebody, or a deal that one would have with him."""
    assert not any(root.endswith(":04") for root in live_roots(code(text)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Taiwan's president said the island would defend itself against China.", "TWN>CHN:13"),
        ("Iran's president said his country will defend itself against the United States.", "IRN>USA:13"),
        ("Armenia is ready to defend itself against Azerbaijan.", "ARM>AZE:13"),
        ("Ethiopia's prime minister said his country 'will not blink' if it has to defend itself against Eritrea.", "ETH>ERI:13"),
        ("Ethiopia's prime minister said his country would not hesitate to defend itself against Eritrea.", "ETH>ERI:13"),
        ("Syria's president said it would not hesitate if it must repel any Turkish attack.", "SYR>TUR:13"),
        ("Cuba's president said any U.S. attack would bring a bloodbath.", "CUB>USA:13"),
        ("Malta said any Libyan attack on its ships would lead to war.", "MLT>LBY:13"),
        ("Canada said it would not hesitate to impose tariffs on Japan.", "CAN>JPN:13"),
    ],
)
def test_who_will_defend_himself_threatens(code: Code, text: str, expected: str) -> None:
    """As does who would not shrink from it, or foretells a bloodbath."""
    assert live_roots(code(text, published=date(2025, 6, 10))) == {expected}


@pytest.mark.parametrize(
    "text",
    [
        "Finland must be able to defend itself against Russia, its president said.",
        "Japan has a right to defend itself against North Korea, its premier said.",
        "Taiwan is trying to defend itself against China.",
        "Taiwan needs weapons to defend itself against China.",
        "Analysts said Israel would not hesitate to strike Iran.",
    ],
)
def test_who_may_or_must_defend_himself_threatens_nobody(code: Code, text: str) -> None:
    """It is a right, a need or an attempt."""
    assert not live_roots(code(text, published=date(2025, 6, 10)))


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("Kerry and Lavrov told reporters they were prepared to take concrete steps on Syria.", "USA", "RUS"),
        ("South and North Korea declared they were ready to move forward on denuclearization.", "KOR", "PRK"),
        ("Greece and Turkey said on Monday that they were ready to move ahead on gas exploration.", "GRC", "TUR"),
        ("Serbia and Kosovo are prepared to move forward on energy.", "SRB", "XKX"),
        ("Brazil and Argentina are ready to move forward with Mercosur reform.", "BRA", "ARG"),
    ],
)
def test_two_who_are_ready_to_move_on_promise_it(code: Code, text: str, one: str, other: str) -> None:
    """Each to the other."""
    assert live_codes(code(text, published=date(2016, 7, 15))) == both(one, other, "030")


def test_a_ceasefire_to_move_ahead_on_is_none_yet(code: Code) -> None:
    """Only the promise is made; who did move on, or is ready for sanctions, promises nothing."""
    held = code("Trump and Putin said they were ready to move ahead on a ceasefire in Syria.", published=date(2017, 7, 7))
    assert live_codes(held) == both("USA", "RUS", "030")
    assert not live_roots(code("Germany and France said they were ready to move forward on sanctions against Russia."))
    assert not live_roots(code("Iran said it was prepared to move forward on uranium enrichment."))
    assert not live_roots(code("Modi and Carney said they were not ready to move forward on trade.", published=date(2025, 6, 10)))


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("Russia and Syria launched coordinated attacks on rebel-held towns in Aleppo province.", "RUS", "SYR"),
        ("Iraqi and US forces launched a coordinated offensive on Islamist fighters.", "IRQ", "USA"),
        ("US and British forces launched joint strikes on Houthi positions on Friday.", "USA", "GBR"),
        ("French and Russian warplanes coordinated their attacks on Raqqa, the jihadist stronghold.", "FRA", "RUS"),
        ("Turkey and Iran carried out coordinated strikes on Kurdish rebels.", "TUR", "IRN"),
        ("Chadian and Nigerian forces jointly attacked Boko Haram.", "TCD", "NGA"),
        ("Iraq, in coordination with the US, launched strikes on Islamic State.", "IRQ", "USA"),
        ("Israel and the United States struck Iranian nuclear sites in a coordinated attack.", "ISR", "USA"),
    ],
)
def test_who_strikes_together_works_together(code: Code, text: str, one: str, other: str) -> None:
    """And neither strikes the other, though they strike on his soil."""
    found = code(text, published=date(2016, 1, 10))
    assert both(one, other, "062") <= live_codes(found)
    blows = {
        (one.source.country, one.target.country) for one in found if one.event_root_code == "19" and one.target.role != "REB"
    }
    assert not blows & {(one, other), (other, one)}


@pytest.mark.parametrize(
    "text",
    [
        "Ukraine and Russia launched attacks on each other.",
        "Israel and Iran launched simultaneous attacks on each other.",
        "Russia and Ukraine accused each other of coordinated attacks.",
        "Russia launched coordinated attacks on Ukrainian cities.",
    ],
)
def test_who_strikes_each_other_does_not_work_together(code: Code, text: str) -> None:
    """Nor does who coordinates his own blows."""
    assert not any(root.endswith(":06") for root in live_roots(code(text)))


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("Lebanese businessman held in Iran returns home after Aoun visit", "", "IRN>LBN:0841"),
        ("American jailed in North Korea flies home", "", "PRK>USA:0841"),
        ("US veteran held in Iran on his way home after two years", "", "IRN>USA:0841"),
        ("French aid worker held in Mali back home", "", "MLI>FRA:0841"),
        ("South Korean sailors detained in Libya return to Seoul", "", "LBY>KOR:0841"),
        (None, "Two Japanese journalists detained in Myanmar are back home.", "MMR>JPN:0841"),
        (None, "Five US citizens detained in Iran have been released.", "IRN>USA:0841"),
        (None, "Five US citizens detained in Iran landed in Qatar on Monday after being released.", "IRN>USA:0841"),
        (None, "An Irish teacher imprisoned in Egypt will return home on Sunday.", "EGY>IRL:0353"),
    ],
)
def test_who_comes_home_from_prison_has_been_let_go(code: Code, title: str | None, text: str, expected: str) -> None:
    """That he was held is told as known."""
    found = code(text, title, published=date(2019, 6, 11))
    assert live_codes(found) == {expected}


def test_who_is_still_held_or_was_held_this_week_is_no_news_of_old(code: Code) -> None:
    """Nor does everybody who comes home come from prison."""
    assert live_codes(code("An American detained in Venezuela hopes to return home.")) == {"VEN>USA:173"}
    assert live_codes(code("A Chilean detained in Peru on Monday was released on Tuesday.")) == {"PER>CHL:173", "PER>CHL:0841"}
    assert not live_roots(code("Iranian protesters returned home on Friday."))


@pytest.mark.parametrize(
    "text",
    [
        "Iran seized a South Korean tanker on Monday. The ship and its 16 crew were released on Friday.",
        "Iran seized a South Korean tanker on Monday. The vessel was released on Friday.",
    ],
)
def test_a_tanker_is_called_a_ship_when_it_is_let_go(code: Code, text: str) -> None:
    """By whoever seized it."""
    assert "IRN>KOR:0841" in live_codes(code(text))
    assert not any(
        root.endswith(":08") for root in live_roots(code("A Chinese trawler sank on Monday. The ship was hit by a ferry."))
    )


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("A fisheries pact was unveiled by the prime ministers of Fiji and Australia, who held talks in Suva.", "FJI", "AUS"),
        ("Peru and Chile, which have been negotiating for weeks, announced a water deal.", "PER", "CHL"),
        ("The deal was announced by Trump and Xi, who have been meeting in Busan.", "USA", "CHN"),
        (
            "The accord was announced by the Indian and the Bhutanese premier, who have been negotiating since Monday.",
            "IND",
            "BTN",
        ),
    ],
)
def test_who_announces_a_deal_together_has_made_it(code: Code, text: str, one: str, other: str) -> None:
    """And the talks before it were held as well."""
    found = code(text, published=date(2025, 10, 30))
    assert both(one, other, "057") <= live_codes(found)
    assert {f"{one}>{other}:04", f"{other}>{one}:04"} <= live_roots(found)


@pytest.mark.parametrize(
    "text",
    [
        "Serbia and Kosovo announced plans for a deal.",
        "The collapse of the deal was announced by Mali and Niger.",
        "Fiji and Samoa announced separate deals with China.",
        "Norway announced a trade deal with Chile.",
    ],
)
def test_not_every_deal_that_is_spoken_of_is_made(code: Code, text: str) -> None:
    """Nor between those who speak of it."""
    assert not any(root.endswith(":05") for root in live_roots(code(text)))


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("US spy agency hacked Chinese university: Chinese emergency center", "CHN>USA:11"),
        ("Iranian hackers target Israeli hospitals: Israeli cyber directorate", "ISR>IRN:11"),
        ("US warship intruded into Chinese waters: Chinese theater command", "CHN>USA:11"),
    ],
)
def test_a_national_body_behind_a_colon_claims_what_stands_before(code: Code, title: str, expected: str) -> None:
    """A center, a directorate, a command."""
    assert live_roots(code("", title)) == {expected}


@pytest.mark.parametrize("title", ["Japan beats China: Asian games center", "US sends aid to Haiti: food center"])
def test_not_every_center_accuses(code: Code, title: str) -> None:
    """Of games or of food."""
    assert not any(root.endswith(":11") for root in live_roots(code("", title)))


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Spain pitches rail cooperation as Morocco asks it for loans", "ESP>MAR:0311"),
        ("Japan pitches shipbuilding cooperation as US seeks investment", "JPN>USA:0311"),
        ("India offers rare earth tie-up as Japan presses it for supply guarantees", "IND>JPN:0311"),
        ("Ukraine proposes drone cooperation as Poland asks it for help", "UKR>POL:0311"),
        ("Vietnamese ambassador to Laos eyes closer farm cooperation", "VNM>LAO:030"),
        ("Pakistani envoy to Turkey eyes joint ventures to boost trade", "PAK>TUR:0311"),
        ("Peruvian ambassador to Japan hopes to deepen mining cooperation", "PER>JPN:030"),
    ],
)
def test_an_offer_is_made_to_who_asks_or_to_an_envoys_host(code: Code, title: str, expected: str) -> None:
    """Though it stands elsewhere in the sentence."""
    assert expected in live_codes(code("", title))


@pytest.mark.parametrize(
    "title",
    [
        "Spain pitches rail cooperation as Morocco slams France",
        "Spain pitches rail cooperation as Morocco and Algeria clash",
        "US ambassador to China eyes Senate seat",
        "French ambassador to Mali hopes for peace",
    ],
)
def test_an_offer_is_not_made_to_whoever_is_named(code: Code, title: str) -> None:
    """Who quarrels with a third meanwhile, or hosts an envoy with other hopes, is offered nothing."""
    assert not any(root.endswith(":03") for root in live_roots(code("", title)))


@pytest.mark.parametrize(
    ("text", "one", "other", "target"),
    [
        ("Russia and Belarus began war games aimed at invading Poland on Monday.", "RUS", "BLR", "POL"),
        (
            "South Korea and the U.S. launched Foal Eagle, a joint drill aimed at mounting an attack on the DPRK.",
            "KOR",
            "USA",
            "PRK",
        ),
        ("China and Russia began drills aimed at striking Japan.", "CHN", "RUS", "JPN"),
    ],
)
def test_a_drill_aimed_at_a_blow_is_shown_to_whom_it_would_hit(code: Code, text: str, one: str, other: str, target: str) -> None:
    """And is no threat in words."""
    assert live_codes(code(text)) == both(one, other, "062") | {f"{one}>{target}:150", f"{other}>{target}:150"}


def test_a_drill_for_other_ends_is_shown_to_nobody(code: Code) -> None:
    """To friends, or against gangs."""
    expected = both("JPN", "AUS", "062")
    assert live_codes(code("Japan and Australia held drills aimed at boosting ties with India.")) == expected
    assert live_codes(code("Peru and Chile held drills aimed at fighting drug gangs.")) == both("PER", "CHL", "062")


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Macron ends trip aimed at ties reset with Algeria", {"FRA>DZA:042", "DZA>FRA:043"}),
        ("Lula begins trip designed to deepen ties with Japan", {"BRA>JPN:042", "JPN>BRA:043"}),
        ("Modi starts visit aimed at boosting trade with Brazil", {"IND>BRA:042", "BRA>IND:043"}),
        ("Macron ends trip aimed at peace between Israel and Lebanon", set()),
        ("Blinken begins trip aimed at countering China", set()),
        ("Modi plans visit to Japan", {"IND>JPN:036", "JPN>IND:036"}),
        ("Macron plans trip to Brazil", {"FRA>BRA:036", "BRA>FRA:036"}),
        ("Erdogan eyes visit to Egypt", {"TUR>EGY:036", "EGY>TUR:036"}),
        ("Modi plans Turkey visit", {"IND>TUR:036", "TUR>IND:036"}),
        ("Erdogan mulls visit to Egypt", set()),
    ],
)
def test_a_trip_leads_where_it_is_for_or_planned_to(code: Code, title: str, expected: set[str]) -> None:
    """A trip against somebody leads elsewhere, and one that is only mulled is none."""
    assert live_codes(code("", title, published=date(2024, 1, 31))) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The EU won major concessions from Britain.", {"GBR>EUR:080"}),
        ("Turkey gained major concessions from Sweden.", {"SWE>TUR:080"}),
        ("Britain wrung concessions from Iceland.", {"ISL>GBR:080"}),
        ("Macron wins concessions from Algeria.", {"DZA>FRA:080"}),
        ("Peru hopes to win concessions from Chile.", set()),
        ("The EU failed to win concessions from Britain.", set()),
        ("A French firm won an oil concession from Chad.", {"FRA>TCD:061"}),
    ],
)
def test_who_wins_concessions_is_yielded_to(code: Code, text: str, expected: set[str]) -> None:
    """But an oil concession is business."""
    assert live_codes(code(text, published=date(2025, 3, 2))) == expected
