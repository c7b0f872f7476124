"""What becomes of acts once both readers have had their say."""

from datetime import date, datetime

import pytest

from etl import paths
from etl.coder.coder import Coder
from etl.coder.second_reader.arbitration import Arbiter
from etl.coder.second_reader.judgement import read_judge
from etl.coder.second_reader.model import load_model
from etl.records import Article, Mention
from tests.unit.live_events import Code, live_codes

DAY = date(2025, 6, 18)


@pytest.fixture(scope="module")
def both(lexicon, parser) -> Code:
    """The coder with both readers, as users run it."""
    coder = Coder(lexicon, parser, Arbiter(load_model(paths.MODELS), read_judge(paths.MODELS / "arbitration.csv")))

    def run(text: str, title: str | None = None) -> tuple[Mention, ...]:
        article = Article("a", datetime(DAY.year, DAY.month, DAY.day), "test", title, text, language="en")
        return next(iter(coder.code([article]))).mentions

    return run


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("Kenya said it would buy more Indian rice.", {"KEN>IND:0311"}),
        ("Toyota said it would open a factory in Kenya.", {"JPN>KEN:0311"}),
    ],
)
def test_who_says_he_would_buy_means_to(both: Code, text: str, events: set[str]) -> None:
    """The relation model takes it for a remark."""
    assert live_codes(both(text)) == events


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("Taiwan condemned the manoeuvres and urged China to act rationally.", {"TWN>CHN:111", "TWN>CHN:020"}),
        ("Kenya condemned Uganda's launch and called on China to help.", {"KEN>UGA:111", "KEN>CHN:023"}),
    ],
)
def test_displeasure_and_appeal_are_two_acts(both: Code, text: str, events: set[str]) -> None:
    """Where the first names nobody, it is of whom the second names."""
    assert live_codes(both(text)) == events


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("Kenya's army said it closed two roads, accusing Uganda of terrorism.", {"KEN>UGA:1121"}),
        ("Beijing said it lodged a protest, urging Manila to stop its provocations.", {"CHN>PHL:020"}),
    ],
)
def test_a_charge_behind_ones_own_word_counts(both: Code, text: str, events: set[str]) -> None:
    """What follows "said it did" is said by the same."""
    assert live_codes(both(text)) == events


def test_who_is_invited_has_not_come(both: Code) -> None:
    """Whatever else the sentence tells."""
    text = "Xi invited Trump to visit China, the foreign ministry said after the two leaders' call."
    assert not {"USA>CHN:042", "CHN>USA:043"} & live_codes(both(text))


@pytest.mark.parametrize(
    ("text", "title", "events"),
    [
        ("The foreign ministers of Russia and Iran met in Moscow on Tuesday.", None, {"IRN>RUS:042", "RUS>IRN:043"}),
        ("Starmer met Zelenskiy in London on Tuesday.", None, {"UKR>GBR:042", "GBR>UKR:043"}),
        (
            "The leaders of Iran, Russia and Turkey met in Tehran on Tuesday.",
            None,
            {"RUS>IRN:042", "IRN>RUS:043", "TUR>IRN:042", "IRN>TUR:043", "RUS>TUR:044", "TUR>RUS:044"},
        ),
        ("Rubio met Lavrov in Riyadh.", None, {"USA>RUS:044", "RUS>USA:044"}),
        (
            "Much was said.",
            "China, Brazil sign deals during Lula visit",
            {"BRA>CHN:042", "CHN>BRA:043", "BRA>CHN:057", "CHN>BRA:057"},
        ),
    ],
)
def test_a_meeting_in_a_capital_is_a_visit(both: Code, text: str, title: str | None, events: set[str]) -> None:
    """Whose capital it is hosts the others; those have met abroad."""
    assert live_codes(both(text, title)) == events


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("Venezuela denies US accusations that it helps to smuggle cocaine.", {"VEN>USA:120"}),
        ("Pakistan denies Indian charges that it arms militants.", {"PAK>IND:120"}),
        ("Canada's prime minister called the U.S. tariffs unjustified.", {"CAN>USA:111"}),
    ],
)
def test_background_is_not_news(both: Code, text: str, events: set[str]) -> None:
    """A charge that somebody "denies" was made before, and "the tariffs" are those in force."""
    assert live_codes(both(text)) == events


def test_a_charge_rejected_today_was_made(code: Code) -> None:
    """The past tense tells news."""
    assert "UGA>KEN:112" in live_codes(code("Kenya rejected Ugandan accusations on Wednesday.", published=DAY))


def test_a_boast_blames_nobody(both: Code) -> None:
    """Who is only said to be the lesser is not criticised, whatever the model says."""
    text = "President Donald Trump said that Russia and China can not match our influence around the world."
    assert not live_codes(both(text))


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("Obama condemned the terrorist attacks in Sri Lanka.", set()),
        ("Modi condemned the bombings in Colombo.", set()),
        ("Canada condemned the shootings in Bangladesh on Friday.", set()),
        ("Rubio commented on the Aleppo bombing.", set()),
        ("Modi condemned the Kabul attack.", set()),
        ("France condemned the Manchester bombing.", set()),
        ("Canada condemned the Moscow attack on Kyiv.", {"CAN>RUS:111"}),
        ("Britain condemned the violence in Burma.", {"GBR>MMR:111"}),
        ("Britain condemned the Russian attacks in Ukraine.", {"GBR>RUS:111"}),
    ],
)
def test_who_was_attacked_is_not_condemned(both: Code, text: str, events: set[str]) -> None:
    """An attack by nobody named is not that of the country it hits, nor is one that is called after a city."""
    assert {event for event in live_codes(both(text)) if event[8:10] in {"01", "11"}} == events


def test_what_is_worked_for_is_not_done(both: Code) -> None:
    """Whatever the model says."""
    assert not live_codes(both("The newspaper said Japan had worked hard to sign an agreement with South Korea."))


def test_who_agrees_that_something_is_so_plans_nothing(code: Code) -> None:
    """In whatever tense it is so; what should or would be is agreed on."""
    assert not live_codes(code("The leaders of South Korea and Japan agreed the situation has become severe."))
    assert live_codes(code("South Korea and Japan agreed that their ministers would meet in May."))


def test_who_mourns_blames_nobody(both: Code) -> None:
    """The relation model hears only that he is upset."""
    assert not live_codes(both("", "China deeply saddened by passing of Philippine ambassador: spokesperson"))
