"""Who does a thing beside its subject, and what is all but done."""

from datetime import date

import pytest

from tests.unit.live_events import Code, live_codes, live_roots

DAY = date(2024, 6, 15)


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("Kenya, along with Uganda and Tanzania, condemned Russia.", {"KEN>RUS:11", "UGA>RUS:11", "TZA>RUS:11"}),
        ("Kenya together with Uganda condemned Russia.", {"KEN>RUS:11", "UGA>RUS:11"}),
        ("Kenya as well as Uganda condemned Russia.", {"KEN>RUS:11", "UGA>RUS:11"}),
        ("Kenya, like Uganda, has banned Chinese apps.", {"KEN>CHN:16", "UGA>CHN:16"}),
        ("Kenya was among the countries that condemned Russia.", {"KEN>RUS:11"}),
        ("Kenya is one of the countries that condemned Russia.", {"KEN>RUS:11"}),
        ("Kenya, along with Uganda, was condemned by Mali.", {"MLI>KEN:11", "MLI>UGA:11"}),
        ("Kenya, along with Uganda, signed a pact with Mali.", {"KEN>MLI:05", "MLI>KEN:05", "UGA>MLI:05", "MLI>UGA:05"}),
    ],
)
def test_companions_do_the_same(code: Code, text: str, events: set[str]) -> None:
    """Who is named along with the subject, or is one of those, did it."""
    assert live_roots(code(text, published=DAY)) == events


@pytest.mark.parametrize("text", ["Kenya nearly went to war with Mali.", "Kenya almost banned tea from Mali."])
def test_what_is_all_but_done_is_not_done(code: Code, text: str) -> None:
    """Nearly is not."""
    assert not live_roots(code(text, published=DAY))


def test_a_ban_that_is_to_be_lifted_is_not_imposed(code: Code) -> None:
    """The act is the coming easing."""
    assert live_codes(code("A Kenyan ban on tea from Mali is to be lifted next month.", published=DAY)) == {"KEN>MLI:0354"}


def test_whoever_is_informed_is_told(code: Code) -> None:
    """What a letter says is the act, not that it was sent."""
    assert live_codes(code("Kenya informed Mali that it would impose sanctions.", published=DAY)) == {"KEN>MLI:1312"}
    assert live_codes(code("Kenya informed Mali of the raid.", published=DAY)) == {"KEN>MLI:064"}


def test_bombers_pay_no_visits(code: Code) -> None:
    """What is flown somewhere is no guest there."""
    assert "USA>PRK:04" not in live_roots(code("", title="U.S. flies B-1B in show of force to Pyongyang", published=DAY))


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Poland sanctioned Russia on Monday. Putin ordered the government to impose a ban on fruit.", "RUS>POL"),
        ("Poland sanctioned Russia on Monday. Putin instructed the army to hold drills.", "RUS>POL"),
        ("Peru freed a Chilean on Monday. Chile's president said it was disgraceful that the list had leaked.", "CHL>PER"),
        ("Peru and Chile signed a pact in May. Both sides are also fighting over another case.", "CHL>PER:19"),
    ],
)
def test_what_is_ones_own_affair_is_done_to_nobody(code: Code, text: str, wrong: str) -> None:
    """Leaders command their own; what a clause spells out answers nothing; a case is no battlefield."""
    assert not {one for one in live_roots(code(text, published=DAY)) if one.startswith(wrong)}


def test_when_somebody_took_office_dates_no_plan(code: Code) -> None:
    """A clause about the subject has a date of its own, "take place" alone times what it hangs on."""
    told = code("Guterres, who took office in January, plans to meet the North Korean foreign minister.", published=DAY)
    assert {one.event_date for one in told if one.status == "announced"} == {DAY}


def test_an_empty_it_is_nobody(code: Code) -> None:
    """What a clause spells out is judged, and no country that was named before."""
    text = "Peru froze Chilean funds on Monday. It is unacceptable that it took a year to tell us, Chile's minister said."
    assert "CHL>PER:11" not in live_roots(code(text, published=DAY))


def test_close_to_a_deal_is_not_yet_a_deal(code: Code) -> None:
    """A headline that leaves out "are" tells no more."""
    assert "MEX>USA:05" not in live_roots(
        code("", title="US and Mexico close to reaching NAFTA deal, sources say", published=DAY)
    )


def test_a_launch_is_not_theirs_who_urged_something(code: Code) -> None:
    """Whoever only spoke after a launch has launched nothing; whoever was blamed for it has."""
    urged = "North Korea fired a missile on Monday. China urged Pyongyang to show restraint. Russia condemned the launch."
    assert "RUS>CHN:11" not in live_roots(code(urged, published=DAY))
    blamed = "North Korea fired a missile on Monday, Japan protested. China urged Pyongyang to stop. Russia condemned the launch."
    assert {one for one in live_roots(code(blamed, published=DAY)) if one.startswith("RUS")} == {"RUS>PRK:11"}


def test_a_charge_is_theirs_who_spoke(code: Code) -> None:
    """Who accused somebody has made the charge that is rejected next, court or no court."""
    text = "London accused Russia of using a nerve agent. Russian spokeswoman Maria Zakharova dismissed the charge."
    assert {one[:7] for one in live_roots(code(text, published=DAY))} >= {"GBR>RUS", "RUS>GBR"}
