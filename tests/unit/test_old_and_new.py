"""What is news and what is history: spells counted in days, dates of plans, matters of inquiries, terms of office."""

from datetime import date

import pytest

from tests.unit.live_events import Code, live_codes, live_roots


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In the days since China banned Australian coal, prices have jumped.", {"CHN>AUS:163"}),
        ("Two days since India expelled two Canadian envoys, Ottawa is silent.", {"IND>CAN:161"}),
        ("It has been three weeks since Serbia expelled two Albanian envoys.", {"SRB>ALB:161"}),
        ("Ten days have passed since Iran seized a Greek tanker.", {"IRN>GRC:171"}),
        ("Since Russia has withdrawn its ambassador from Warsaw, talks are unlikely.", {"RUS>POL:161"}),
        ("In the months since Kenya closed its border with Somalia, prices have risen.", set()),
        ("It is 90 days since Serbia expelled two Albanian envoys.", set()),
        ("Since Japan banned Chinese steel, prices have risen.", set()),
        ("Many years have passed since Iran seized a Greek tanker.", set()),
    ],
)
def test_a_spell_of_days_is_news(code: Code, text: str, expected: set[str]) -> None:
    """Months and years are not, nor is a "since" that neither counts nor gives a reason."""
    assert live_codes(code(text)) == expected


def test_a_counted_spell_dates_the_act(code: Code) -> None:
    """Two days since is two days ago."""
    mentions = code("Two days since India expelled two Canadian envoys, Ottawa is silent.")
    assert {one.event_date for one in mentions} == {date(2026, 1, 13)}


@pytest.mark.parametrize(
    ("text", "root"),
    [
        ("Lula will visit Peru in June for talks with Lima, which has rejected Chile's protest.", "12"),
        ("Putin will visit Turkey on May 3 to discuss gas with Ankara, which has condemned Israel over the raid.", "11"),
        ("Modi is to travel to Kenya in July for talks with Nairobi, which condemned Somalia.", "11"),
        ("Erdogan is set to host Aliyev in Ankara in August after Iran condemned Israel.", "11"),
    ],
)
def test_the_day_of_a_plan_is_not_that_of_a_clause_in_the_past(code: Code, text: str, root: str) -> None:
    """Which holds of today where it names no day of its own."""
    (done,) = [one for one in code(text) if one.event_root_code == root]
    assert (done.status, done.event_date) == ("happened", date(2026, 1, 15))


def test_a_clause_in_the_past_has_its_own_day(code: Code) -> None:
    """A month of its own is its month."""
    mentions = code("Merkel will meet in June with Macron, who accused Poland in December of backsliding.")
    assert {one.event_date for one in mentions if one.event_root_code == "11"} == {date(2025, 12, 1)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("American prosecutors continue their investigation into Russia's interference in the 2016 election.", {"USA>RUS:09"}),
        ("Kenyan lawmakers continue their inquiry into Somali smuggling in the 2011 drought.", {"KEN>SOM:09"}),
        ("Britain accused Russia of poisoning a defector in 2006.", {"GBR>RUS:11"}),
        ("Germany blamed Iran for bombing a restaurant in 1992.", {"DEU>IRN:11"}),
        ("In 2006 Britain accused Russia of poisoning a defector.", set()),
        ("In 2016 Kenya opened a probe into Somali smuggling.", set()),
        ("Poland's 2011 investigation into Russian spying found nothing.", set()),
    ],
)
def test_an_inquiry_is_not_as_old_as_its_matter(code: Code, text: str, expected: set[str]) -> None:
    """A year in front of the inquiry, or that opens the sentence, is its own."""
    assert {root for root in live_roots(code(text)) if root[-2:] in {"09", "11"}} == expected


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Merkel had backed the pipeline with Russia. She also pressed Poland to drop its objections.", date(2022, 8, 21)),
        ("Obama had sent troops to the region. He also pressured Turkey to close the border.", date(2019, 8, 21)),
        ("President Bush accused Iraq of hiding weapons, and few now believe it.", date(2018, 2, 10)),
        ("Then-President Obama sanctioned Russia.", date(2021, 7, 10)),
        ("As president, Trump threatened Iran with war.", date(2021, 7, 10)),
        ("As a candidate, Duterte vowed to expel Australian envoys.", date(2016, 12, 20)),
        ("On the campaign trail, Lopez Obrador accused Spain of lying.", date(2018, 12, 20)),
        ("While campaigning, Duterte accused China of lying.", date(2016, 12, 20)),
    ],
)
def test_what_a_former_office_holder_or_candidate_did_is_recalled(code: Code, text: str, day: date) -> None:
    """He did it in the office that he has left, or before he came into it."""
    assert live_codes(code(text, published=day)) == set()


@pytest.mark.parametrize(
    ("text", "day", "expected"),
    [
        ("As president, Duterte accused Australia of lying.", date(2016, 12, 20), "PHL>AUS:11"),
        ("President Trump threatened Iran with war.", date(2025, 3, 20), "USA>IRN:13"),
        ("On the campaign trail, Modi threatened Pakistan with war.", date(2019, 4, 20), "IND>PAK:13"),
        ("Former President Obama criticised Israel.", date(2021, 7, 10), "USA>ISR:11"),
        ("Obama had brokered the deal with Iran. He criticised Israel over the raid.", date(2021, 7, 10), "USA>ISR:11"),
    ],
)
def test_what_they_do_today_is_news(code: Code, text: str, day: date, expected: str) -> None:
    """Who left office still speaks, and who holds it runs again."""
    assert expected in live_roots(code(text, published=day))
