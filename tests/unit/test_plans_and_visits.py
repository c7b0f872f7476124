"""Plans, visits and meetings: what the calendar holds, who only happens to be where another is, and what is no visit."""

from datetime import date, datetime

import pytest

from etl import paths
from etl.coder.coder import Coder
from etl.coder.second_reader.arbitration import Arbiter
from etl.coder.second_reader.judgement import read_judge
from etl.coder.second_reader.model import load_model
from etl.records import Article, Mention
from tests.unit.live_events import Code, live_codes, live_roots

_WEDNESDAY = date(2021, 5, 5)


@pytest.fixture(scope="module")
def both(lexicon, parser) -> Code:
    """The coder with both readers, as users run it."""
    coder = Coder(lexicon, parser, Arbiter(load_model(paths.MODELS), read_judge(paths.MODELS / "arbitration.csv")))

    def run(text: str, title: str | None, published: date) -> tuple[Mention, ...]:
        article = Article("a", datetime(published.year, published.month, published.day), "test", title, text, language="en")
        return next(iter(coder.code([article]))).mentions

    return run


def _both(one: str, other: str, codes: str) -> set[str]:
    """Return what two do each way, as "042 043" or one code for both."""
    there, *back = codes.split()
    return {f"{one}>{other}:{there}", f"{other}>{one}:{(back or [there])[0]}"}


@pytest.mark.parametrize(
    ("text", "expected", "day"),
    [
        ("Norway is sending its foreign minister to Kyiv on Friday, the government said.", _both("NOR", "UKR", "036"), 7),
        ("Peru said it was dispatching a delegation to Quito on Friday to defuse the row.", _both("PER", "ECU", "036"), 7),
        ("Egypt's foreign minister is flying to Khartoum on Saturday to meet Sudanese officials.", _both("EGY", "SDN", "036"), 8),
        ("Kenya announced it was dispatching an envoy to Mogadishu on Thursday.", _both("KEN", "SOM", "036"), 6),
        ("France said it was hosting Modi on Saturday.", _both("FRA", "IND", "036"), 8),
        ("Ghana said it was holding talks with Togo on Friday.", _both("GHA", "TGO", "036"), 7),
        ("Thailand is signing a trade pact with Laos on Friday.", _both("THA", "LAO", "030"), 7),
        ("Spain announced that it was sending its foreign minister to Rabat.", _both("ESP", "MAR", "036"), 5),
        ("The Kremlin will send Lavrov to Ankara on Saturday.", _both("RUS", "TUR", "036"), 8),
        ("The Kremlin said it was sending Lavrov to Ankara on Saturday.", _both("RUS", "TUR", "036"), 8),
    ],
)
def test_the_calendar_is_yet_to_come(code: Code, text: str, expected: set[str], day: int) -> None:
    """A progressive with a day names a plan, on the day that comes; so does who is sending somebody."""
    found = code(text, None, _WEDNESDAY)
    assert live_codes(found) == expected
    assert {one.event_date for one in found if one.status == "announced"} == {date(2021, 5, day)}


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Japan sending envoy to Seoul on Friday", _both("JPN", "KOR", "036")),
        ("Egypt hosting Sudan's premier on Sunday", _both("SDN", "EGY", "036")),
        ("Xi hosting Putin in Beijing", _both("RUS", "CHN", "042 043")),
        ("Russia sending troops to Mali", {"RUS>MLI:074"}),
    ],
)
def test_a_headline_leaves_out_that_it_is(code: Code, title: str, expected: set[str]) -> None:
    """Its progressive without a day goes on, but for whom somebody is sending."""
    assert live_codes(code("", title, _WEDNESDAY)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Merkel was meeting Macron in Paris on Monday when the news broke.", _both("DEU", "FRA", "042 043")),
        ("Modi is visiting Tokyo, his office said on Monday.", _both("IND", "JPN", "042 043")),
        ("Chile is holding talks with Bolivia.", _both("CHL", "BOL", "040")),
        ("Norway sent its foreign minister to Kyiv on Friday, the government said.", _both("NOR", "UKR", "042 043")),
        ("Ukraine is expelling three Hungarian diplomats on Friday.", {"UKR>HUN:161"}),
        ("Russia sent Lavrov to Ankara.", _both("RUS", "TUR", "042 043")),
        ("Kenya sent a letter to Putin.", {"KEN>RUS:040"}),
    ],
)
def test_what_goes_on_is_no_plan(code: Code, text: str, expected: set[str]) -> None:
    """Nor is what somebody was doing when something else came about."""
    assert live_codes(code(text, None, _WEDNESDAY)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Abe and Moon will hold talks on Tuesday at a summit in Manila.", _both("JPN", "KOR", "036")),
        ("Macron and Erdogan will see each other on Sunday at a summit in Rome.", _both("FRA", "TUR", "036")),
        ("Abe and Moon held talks on Tuesday in Manila.", _both("JPN", "KOR", "040")),
    ],
)
def test_a_summit_at_which_they_will_meet_is_to_come(code: Code, text: str, expected: set[str]) -> None:
    """It is no second meeting, held before."""
    assert live_codes(code(text, None, date(2017, 11, 9))) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Modi and Xi will both be in Bali next week, but officials say no bilateral is planned.",
        "Abe and Moon will both attend the forum, but no meeting is planned between them.",
        "Trump and Rouhani will both be in New York, and no meeting is planned.",
        "Trump and Erdogan will cross paths at the summit, but aides said no formal meeting is scheduled.",
    ],
)
def test_to_be_where_another_is_is_no_plan_to_meet(code: Code, text: str) -> None:
    """Where it is said that none is made."""
    assert live_codes(code(text, None, date(2017, 11, 9))) == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Modi will visit Beijing next week, but no meeting with Xi is planned.", _both("IND", "CHN", "036")),
        ("Trump will meet Xi in Bali, but no meeting with Putin is planned.", _both("USA", "CHN", "036")),
        ("Modi and Xi will meet in Bali next week, though no agreement is planned.", _both("IND", "CHN", "036")),
        (
            "Although Trump and Xi will both be in Rome, no bilateral is scheduled.",
            _both("USA", "ITA", "036") | _both("CHN", "ITA", "036"),
        ),
        ("Xi and Abe will both be in Bali and will meet there.", _both("CHN", "JPN", "036")),
    ],
)
def test_other_plans_stay(code: Code, text: str, expected: set[str]) -> None:
    """A visit, and a meeting with another than who is not met."""
    assert live_codes(code(text, None, date(2017, 11, 9))) == expected


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Netanyahu heads to Lebanese border after rocket fire", ""),
        (None, "Modi arrived at the Chinese border on Friday to address troops."),
        (None, "Hungary's Orban will travel to the Serbian border on Friday to inspect the fence."),
        ("Lukashenko plans trip to Polish border", ""),
        (None, "Duda went to the Belarusian border on Monday."),
        (None, "Trump is due to visit the Mexican border on Friday."),
    ],
)
def test_who_goes_to_a_border_visits_nobody(code: Code, title: str | None, text: str) -> None:
    """He stays on his side."""
    assert live_codes(code(text, title, date(2019, 3, 11))) == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lukashenko met Polish border guards on Friday.", _both("BLR", "POL", "040")),
        ("Merkel will travel to Syria's capital on Friday.", _both("DEU", "SYR", "036")),
        ("Pompeo arrived in the Lebanese border town of Naqoura.", _both("USA", "LBN", "042 043")),
    ],
)
def test_people_and_towns_at_a_border_are_visited(code: Code, text: str, expected: set[str]) -> None:
    """The border is only what they are called by."""
    assert live_codes(code(text, None, date(2019, 3, 11))) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Talks between Colombia and Venezuela have been suspended since Caracas expelled a diplomat who had arrived in 2012.",
        "Talks between Georgia and Russia have been suspended since Moscow recognised two breakaway regions.",
        "Negotiations between Kenya and Somalia have been frozen since Nairobi sent in troops.",
        "Flights between Iran and Morocco have been suspended since Rabat severed ties with Tehran.",
        "Nuclear talks between Iran and the United States have been stalled since President Bush walked away from them in 2007.",
    ],
)
def test_what_has_been_so_since_is_old(code: Code, text: str) -> None:
    """Since something that nothing dates."""
    assert live_codes(code(text, None, date(2014, 5, 20))) == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Talks between Peru and Chile have been suspended since last week.", _both("PER", "CHL", "164")),
        ("Talks between Peru and Chile were suspended on Monday after Lima expelled an envoy.", _both("PER", "CHL", "164")),
        ("Chile has expelled five Peruvian diplomats since it recalled its ambassador.", {"CHL>PER:161"}),
        ("Two Russian diplomats have been expelled by Poland since the war began.", {"POL>RUS:161"}),
    ],
)
def test_what_is_new_since_stays_news(code: Code, text: str, expected: set[str]) -> None:
    """A spell of days, and what was done in the meantime."""
    assert live_codes(code(text, None, date(2014, 5, 20))) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Kenya wants better ties with Somalia. Kenyatta said talks between officials of the two sides last week were useful.",
            _both("KEN", "SOM", "040"),
        ),
        (
            "India wants better ties with Pakistan. Modi also said that talks between officials of the two countries were good.",
            _both("IND", "PAK", "040"),
        ),
        ("Kenya wants better ties with Somalia. Kenyatta said talks between the two sides were needed.", set()),
        ("Kenya wants better ties with Somalia. Kenyatta said talks between the two sides were possible.", set()),
        (
            'Seoul said a deal with Pyongyang would need time. "We have been in contact with them," the minister said.',
            _both("KOR", "PRK", "040"),
        ),
        (
            'Egypt said a deal with Qatar was far off. "We are not in contact with them," its minister said.',
            set(),
        ),
    ],
)
def test_what_is_said_of_dealings_of_the_two(code: Code, text: str, expected: set[str]) -> None:
    """Talks that were good or bad were held; those that are needed or possible were not."""
    assert live_codes(code(text, None, date(2014, 5, 20)), sentence=2) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chinese President Xi Jinping attended the APEC summit on Friday.", set()),
        ("Duterte attended the East Asia Summit.", set()),
        ("Trump is attending the ASEAN summit.", set()),
        ("Rouhani addressed the U.N. General Assembly on Wednesday.", set()),
        ("Kenya's president will speak before the UN General Assembly on Friday.", set()),
        ("Modi held a summit with the European Union.", _both("IND", "EUR", "040")),
        ("Modi attended the EU-India summit.", _both("IND", "EUR", "042 043")),
        ("Ghana's president visited NATO headquarters on Friday.", _both("GHA", "NAT", "042 043")),
        ("Modi addressed the US Congress on Friday.", _both("IND", "USA", "042 043")),
    ],
)
def test_a_gathering_of_a_body_is_no_host(code: Code, text: str, expected: set[str]) -> None:
    """Its seat is, and so is who meets one across a table."""
    assert live_codes(code(text, None, date(2017, 11, 9))) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        (
            "Chinese embassy in Japan slams US envoy's remarks during Tokyo visit",
            {"CHN>USA:111", *_both("USA", "JPN", "042 043")},
        ),
        (
            "Turkish envoy to Italy rejects Greek PM's comments on Cyprus during Italy trip",
            {"TUR>GRC:120", *_both("GRC", "ITA", "042 043")},
        ),
        ("US envoy to Afghanistan visits Kabul", _both("USA", "AFG", "042 043")),
    ],
)
def test_a_journey_is_of_whose_words_are_judged(code: Code, title: str, expected: set[str]) -> None:
    """An envoy is at his post."""
    assert live_codes(code("", title, date(2022, 6, 7))) == expected


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("Italy sends experts to inspect Libyan pipeline", "", set()),
        (None, "Japan sent a team to examine Turkey's damaged dam.", set()),
        (None, "Turkish officers inspected a Libyan ship.", {"TUR>LBY:090"}),
    ],
)
def test_who_looks_after_anothers_works_probes_nobody(code: Code, title: str | None, text: str, expected: set[str]) -> None:
    """A ship that is boarded is probed."""
    assert live_codes(code(text, title, date(2026, 3, 11))) == expected


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        (None, "Kenya announced it was sending its defence minister to Mogadishu on Thursday.", _both("KEN", "SOM", "036")),
        (None, "Thailand said it was signing a border accord with Cambodia on Friday.", _both("THA", "KHM", "030")),
        ("Biden to visit Canada border next week", "", set()),
        ("Netanyahu heads to Lebanese border after rocket fire", "", set()),
        (None, "Modi and Xi will both be in Bali next week, but officials say no bilateral is planned.", set()),
        (None, "Chinese President Xi Jinping attended the APEC summit on Friday.", set()),
        ("Zelensky to attend NATO summit", "", set()),
        ("Italy sends experts to inspect Libyan pipeline", "", set()),
        (None, "Japan sent a team to examine Turkey's damaged dam.", set()),
        (
            "Chinese embassy in Japan slams US envoy's remarks during Tokyo visit",
            "",
            {"CHN>USA:111", *_both("USA", "JPN", "042 043")},
        ),
        (
            None,
            "Kenya is close to Somalia. Kenyatta said talks between officials of the two sides last week were useful.",
            _both("KEN", "SOM", "040"),
        ),
    ],
)
def test_the_second_reader_does_not_undo_it(both: Code, title: str | None, text: str, expected: set[str]) -> None:
    """What the calendar, a border, a post or a judgement of talks says is surer than the model."""
    assert live_codes(both(text, title, _WEDNESDAY)) == expected


@pytest.mark.parametrize(
    ("title", "pair"),
    [
        ("Japan and India to sign pact during Modi's visit", ("JPN", "IND")),
        ("Chile to buy rice during Peru president's visit", ("PER", "CHL")),
    ],
)
def test_what_is_to_be_done_during_a_visit_lies_ahead_with_it(both: Code, title: str, pair: tuple[str, str]) -> None:
    """The visit has not begun where what it is for has not."""
    found = {event for event in live_roots(both("", title, date(2026, 1, 15))) if event[8:] in {"03", "04"}}
    assert found == _both(*pair, "03")


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Trump discusses Iran with Xi in wide-ranging call ahead of Beijing visit", {"USA>CHN:036", "CHN>USA:036"}),
        ("Takaichi says ties are key ahead of Seoul visit", {"JPN>KOR:036", "KOR>JPN:036"}),
        ("Merz arrives in Ankara after Riyadh visit", {"DEU>SAU:042", "SAU>DEU:043"}),
    ],
)
def test_a_capital_before_a_visit_is_where_it_goes(code: Code, title: str, expected: set[str]) -> None:
    """Whoever calls, speaks or travels before it or after it is the guest."""
    assert expected <= live_codes(code("", title, published=date(2026, 2, 4)))


def test_who_is_angry_after_a_visit_did_not_pay_it(code: Code) -> None:
    """A protest does not tell whose the visit was."""
    assert not {event for event in live_codes(code("", "China condemns US after Taipei visit")) if event[8:10] == "04"}


@pytest.mark.parametrize(
    ("lead", "expected"),
    [
        ("The Peru-Chile dialogue is to be held in Lima on January 20.", {"PER>CHL:036", "CHL>PER:036"}),
        ("The Peru-Chile dialogue was held in Lima on January 12.", set()),
    ],
)
def test_talks_in_a_headline_are_when_the_lead_says(code: Code, lead: str, expected: set[str]) -> None:
    """A headline's noun does not tell whether they have been held."""
    told = live_codes(code(lead, "Peru-Chile Dialogue Draws Attention", published=date(2026, 1, 15)), 0)
    assert {event for event in told if event.endswith("036")} == expected


def test_bodies_in_a_headline_are_told_apart(code: Code) -> None:
    """The lead on one body's talks says nothing of another's."""
    lead = "The European Union and China will hold talks on January 20."
    assert "UNO>CHN:040" in live_codes(code(lead, "UN-China Talks Draw Attention", published=date(2026, 1, 15)), 0)


def test_who_is_willing_to_talk_mediates_between_nobody(both: Code) -> None:
    """The relation model's finer code stands only beside a word of mediation."""
    assert live_codes(both("Kerry said the United States is willing to talk with North Korea.", None, date(2013, 4, 12))) == {
        "USA>PRK:036"
    }


def test_a_visit_on_which_its_traveller_speaks_is_news(code: Code) -> None:
    """However far down it stands; what others did after a visit tells of an old one."""
    before = "Prices rose on Monday. Shares fell. Oil was up. Gold was flat. Traders waited. Rain fell."
    here = f"{before} Rubio warned China during a visit to Oman."
    assert {"USA>OMN:042", "OMN>USA:043"} <= live_codes(code(here, published=date(2026, 1, 15)))
    gone = f"{before} Chinese shares fell after Rubio's visit to Oman."
    assert not live_codes(code(gone, published=date(2026, 1, 15)))
