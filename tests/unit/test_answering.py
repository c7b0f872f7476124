"""Whom an act means that its own words do not name, and what is told without being done."""

from datetime import date

import pytest

from tests.unit.live_events import Code, live_codes, live_roots


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Thai and Cambodian troops exchanged fire on Thursday. Thailand recalled its ambassador.", "THA>KHM:161"),
        ("Bolivia accused France of closing its airspace. France later apologised.", "FRA>BOL:055"),
        ("Turkey expelled Israel's ambassador. Israel has refused to apologise.", "ISR>TUR:120"),
        ("Britain expelled 23 Russian diplomats. Moscow said it would hit back soon.", "RUS>GBR:130"),
        ("Two members of Japan's cabinet visited the shrine. China and South Korea voiced strong criticism.", "KOR>JPN:111"),
        ("Russia recognised the two regions, a move condemned by Germany.", "DEU>RUS:111"),
        ("China banned seafood from Japan, a move Tokyo called unacceptable.", "JPN>CHN:111"),
        ("Iran shut the strait, which the United States condemned.", "USA>IRN:111"),
        ("Azerbaijan blocked the road, in what Armenia called a siege.", "ARM>AZE:111"),
        ("Saudi Arabia welcomed the truce between India and Pakistan.", "SAU>PAK:051"),
        ("Armenia and Azerbaijan signed a ceasefire brokered by Russia.", "RUS>ARM:045"),
        ("South Korea and Japan expanded joint drills in a warning to Pyongyang.", "JPN>PRK:130"),
        ("Hundreds rallied in Seoul to condemn Japan's plan to release water.", "KOR>JPN:141"),
        ("Egypt and Bahrain severed relations with Qatar, accusing it of supporting terrorism.", "EGY>QAT:112"),
        ("A Chinese drone entered Japan on Monday. Tokyo said the incursion was unacceptable.", "JPN>CHN:111"),
        ("Moscow said Norway's decision was illegal.", "RUS>NOR:111"),
        ("Marco Rubio, in Beijing for annual talks, welcomed the statement.", "USA>CHN:042"),
        ("A spokesman for the Ministry of Posts of the DPRK blasted the U.S. campaign.", "PRK>USA:111"),
        ("Saturday's talks between the two Korean leaders came a month after their first summit.", "PRK>KOR:040"),
        ("Pakistan and India agreed on a truce after four days of fighting.", "IND>PAK:190"),
        ("Emmanuel Macron told Xi Jinping in a call on Monday that trade was good.", "CHN>FRA:041"),
        ("Narendra Modi told the visiting Vietnamese premier that the port was open.", "VNM>IND:042"),
        (
            "Antony Blinken met the Slovak premier and encouraged the country to end gas imports from Russia.",
            "USA>SVK:020",
        ),
    ],
)
def test_who_is_meant(code: Code, text: str, expected: str) -> None:
    """An answer, a judgement in passing or a mediation finds its target in the clause or sentence that gave occasion."""
    assert expected in live_codes(code(text))


@pytest.mark.parametrize(
    ("text", "excluded"),
    [
        ("Russia recognised the two regions, a move condemned by Germany.", "RUS>DEU:054"),
        ("France condemned Maduro's arrest.", "VEN>FRA:173"),
        ("The leaders of Japan and Australia have repeatedly spoken of the need for calm.", "JPN>AUS:040"),
        ("Chinese ships departed for a naval drill with the United States.", "CHN>USA:042"),
        ("Sudan told the Security Council that Iran was supplying weapons to the rebels.", "SDN>UNO:1032"),
        ("Ethiopian dams threaten Egypt's security.", "ETH>EGY:130"),
        ("China sold chips. The Semiconductor Industry Association said it welcomed Trump's plan.", "CHN>USA:051"),
        ("Turkey pressed its assault against U.S.-allied Kurdish forces on Thursday.", "TUR>USA:190"),
        ("Moon Jae-in briefed reporters on his meeting with Kim Jong Un.", "KOR>PRK:064"),
        ("Japan went to the World Trade Organization to warn of tariffs.", "JPN>WTO:042"),
    ],
)
def test_who_is_not_meant(code: Code, text: str, excluded: str) -> None:
    """A by-phrase of another clause, a victim's name before an arrest, those who speak of something: no act between them."""
    assert excluded not in live_codes(code(text))


@pytest.mark.parametrize(
    ("text", "pair", "status"),
    [
        ("It is necessary for Seoul to hold direct talks with Tokyo.", "KOR>JPN", "hypothetical"),
        ("Kishida hopes to hold talks with Kim Jong Un.", "JPN>PRK", "hypothetical"),
        ("The review found no evidence that Trump criticised Iraq.", "USA>IRQ", "negated"),
        ("It was the biggest vote since Congress authorized George W. Bush to invade Iraq.", "USA>IRQ", "recalled"),
        ("Washington has previously accused Tehran of arming militias.", "USA>IRN", "recalled"),
        ("Turkey will not apologise for downing a Syrian helicopter.", "TUR>SYR", "happened"),
        ("The United States will levy steel tariffs on Mexico starting on Friday.", "USA>MEX", "happened"),
        ("Japan and China held a historic summit on Friday.", "JPN>CHN", "happened"),
        ("During his previous visit to Ghana, Narendra Modi planted a tree.", "IND>GHA", "recalled"),
    ],
)
def test_what_is_done(code: Code, text: str, pair: str, status: str) -> None:
    """Hopes, missing evidence and what was before are no news; what is granted, or has its day, is done."""
    found = {f"{one.source.country}>{one.target.country}": one.status for one in code(text, published=date(2024, 5, 15))}
    assert found.get(pair) == status


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("North Korea stages live-fire drill near South Korean border", "PRK>KOR:150"),
        ("EU fines Google over adverts", "EUR>USA:172"),
        ("India, Pakistan agree to ceasefire after US mediation", "USA>IND:045"),
        ("France, Germany back Tokyo as Beijing lobbies UN", "DEU>JPN:051"),
    ],
)
def test_headline_words_the_parser_misses(code: Code, title: str, expected: str) -> None:
    """Present forms whose lemma is lost ("fines", "stages"), nouns read as verbs, verbs read as adverbs."""
    assert expected in live_codes(code("", title=title))


def test_only_a_day_puts_a_measure_into_force(code: Code) -> None:
    """A number of things behind "from" is no day, nor is the modal "may": the measure is only threatened."""
    for text in (
        "Washington will impose tariffs on Mexico and on goods from 12 provinces.",
        "Washington will impose tariffs on Mexico, from which cars may come.",
    ):
        assert "USA>MEX:1312" in live_codes(code(text))


def test_they_far_down_are_anybody(code: Code) -> None:
    """In the lead "they" may be the two an article is about; far down they may not."""
    filler = "The river is long. " * 6
    told = "China met the press. Japan was calm. They agreed to share intelligence."
    assert "CHN>JPN:0314" in live_codes(code(told))
    assert "CHN>JPN:0314" not in live_codes(code(filler + told))


def test_a_bare_noun_behind_the_lead_is_background(code: Code) -> None:
    """What an undated noun refers to far down in an article was news before."""
    filler = "The river is long. " * 6
    assert "RUS>UKR:192" in live_codes(code("The accord was scuttled after Russia's annexation of Crimea."))
    assert "RUS>UKR:192" not in live_codes(code(filler + "The accord was scuttled after Russia's annexation of Crimea."))


def test_the_lead_dates_the_headline(code: Code) -> None:
    """A headline without a date tells the act of the lead, and so has its day; one act is not two events."""
    lead = "The Spanish government extradited a suspect to Argentina on Saturday."
    found = code(lead, title="Spain extradites suspect to Argentina", published=date(2023, 2, 6))
    assert {(one.sentence_index, one.event_date, one.date_basis) for one in found} == {
        (0, date(2023, 2, 4), "article"),
        (1, date(2023, 2, 4), "sentence"),
    }


def test_the_first_sentence_dates_whatever_the_headline_calls_it(code: Code) -> None:
    """One day for all that two do in the first sentence is the headline's; of two it is the last."""
    title = "Spain rebukes Argentina"
    lead = "Spain recalled its ambassador from Argentina on Saturday"
    days = {
        one.event_date
        for one in code(f"{lead}.", title=title, published=date(2023, 2, 6))
        if one.sentence_index == 0 and one.event_root_code == "11"
    }
    assert days == {date(2023, 2, 4)}
    torn = code(f"{lead}, after it sued Argentina on Friday.", title="Spain defies Argentina", published=date(2023, 2, 6))
    assert {one.event_date for one in torn if one.sentence_index == 0} == {date(2023, 2, 4)}


def test_what_has_no_day_is_of_the_day_that_the_article_opens_with(code: Code) -> None:
    """Reactions far down were of the day of the lead; one that opens with the day it appears, or with none, stays."""
    text = "Spain recalled its ambassador from Argentina {}. Trade is small. Shops were open. Peru condemned Spain."
    for when, day in (("on Saturday", 4), ("on Friday, a day late, and on Saturday", 4), ("on Monday", 6), ("in anger", 6)):
        found = code(text.format(when), published=date(2023, 2, 6))
        assert {one.event_date for one in found if one.source.country == "PER"} == {date(2023, 2, day)}, when


@pytest.mark.parametrize(
    ("text", "event", "wrong"),
    [
        ("Chile condemned Peru over its attacks on Bolivian miners.", "PER>BOL:19", "CHL>BOL:19"),
        ("Oman slammed Iran for strikes on Kuwaiti tankers.", "IRN>KWT:19", "OMN>KWT:19"),
        ("Norway expelled two Russian attaches over a cyber attack on its parliament.", "RUS>NOR:17", "NOR>NOR:17"),
        ("Kenya protested to Uganda over attacks on its fishermen.", "UGA>KEN:19", "UGA>UGA:19"),
        ("Ghana imposed sanctions on Togo for its arms sales to Mali.", "TGO>MLI:07", "GHA>MLI:07"),
    ],
)
def test_who_is_judged_did_what_he_is_judged_for(code: Code, text: str, event: str, wrong: str) -> None:
    """The word "its" behind "over" and "for" is of whoever is blamed or punished; so is what names no owner."""
    events = live_roots(code(text, published=date(2024, 6, 15)))
    assert event in events
    assert wrong not in events


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Estonia expelled three Russian diplomats on Monday, and Latvia did the same.", "LVA>RUS:16"),
        ("Estonia expelled three Russian diplomats on Monday. Latvia followed suit a day later.", "LVA>RUS:16"),
        ("Ghana condemned Togo's seizure of the ship, as did Benin.", "BEN>TGO:11"),
        ("Peru banned beef from Brazil, and Chile took similar steps.", "CHL>BRA:16"),
        ("Brazil criticised the Venezuelan vote, and Caracas recalled its ambassador.", "VEN>BRA:16"),
        ("Ghana's president called the trial a farce. Togo recalled its envoy on Monday.", "TGO>GHA:16"),
    ],
)
def test_what_is_done_again_or_answered_at_once(code: Code, text: str, event: str) -> None:
    """Who does "the same" does it to the same party; an envoy is recalled from the only other country there is."""
    assert event in live_roots(code(text, published=date(2024, 6, 15)))


def test_nobody_is_asked_to_have_done_the_same(code: Code) -> None:
    """A plea or a hope that another do the same tells no act of his."""
    events = live_roots(code("Estonia expelled Russian diplomats and urged Latvia to do the same.", published=date(2024, 6, 15)))
    assert "EST>RUS:16" in events
    assert "LVA>RUS:16" not in events
