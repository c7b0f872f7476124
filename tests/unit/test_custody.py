"""In whose hands somebody is, and what is done to him next."""

from datetime import date

import pytest

from tests.unit.live_events import Code, live_codes, live_roots

DAY = date(2025, 6, 18)


@pytest.mark.parametrize(
    ("text", "event", "day"),
    [
        ("A Kenyan trader who was detained in Chad in 2019 was sentenced to ten years on Monday.", "TCD>KEN:116", 16),
        ("A Danish tourist arrested in Laos last year was expelled on Tuesday.", "LAO>DNK:174", 17),
        ("A Danish nurse held in Laos since May 2023 was charged with theft on Tuesday.", "LAO>DNK:173", 17),
        ("A Danish nurse held in Laos since December was pardoned on Monday.", "LAO>DNK:0841", 16),
        ("A Polish priest was arrested in Chad in January. He was sentenced on Monday to ten years.", "TCD>POL:116", 16),
        ("Two Finns were detained in southern Laos. They were deported on Tuesday.", "LAO>FIN:174", 17),
        ("Polish police arrested a Cuban student in Gdansk. The student was deported on Tuesday.", "POL>CUB:174", 17),
    ],
)
def test_captors_do_what_is_done_next(code: Code, text: str, event: str, day: int) -> None:
    """A court or prison that nobody names is of the country that holds him, on the day that its own words give."""
    dated = {(f"{one.source.country}>{one.target.country}:{one.event_code}", one.event_date) for one in code(text, published=DAY)}
    assert (event, date(2025, 6, day)) in dated


def test_an_arrest_told_beside_has_not_the_day_of_the_news(code: Code) -> None:
    """Who was flown home on Saturday was not arrested on Saturday."""
    told = code("Sixty Kenyans detained in Laos were flown home on Saturday.", published=DAY)
    assert date(2025, 6, 14) not in {one.event_date for one in told if one.event_code == "173"}


@pytest.mark.parametrize(
    "text",
    [
        "Chad detained two Danish nurses. Denmark's premier visited Cairo. He was charged with neglect.",
        "Laos detained a Danish nurse in May. He was praised on Monday.",
        "A Danish nurse held in Laos was tried in absentia in Norway. He was criticised.",
    ],
)
def test_others_are_in_nobodys_hands(code: Code, text: str) -> None:
    """A premier is no captive of whoever arrested his people, and praise is no sentence."""
    assert not {event for event in live_roots(code(text, published=DAY)) if event.endswith((":11", ":05"))}


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Laos jailed a Danish nurse on Monday. Denmark called for her release.", "DNK>LAO:0253"),
        ("Two Kenyans were detained in Chad on Monday. Nairobi called for their immediate release.", "KEN>TCD:0253"),
    ],
)
def test_a_release_is_asked_of_the_captor(code: Code, text: str, event: str) -> None:
    """Nobody else can let him go."""
    assert event in live_codes(code(text, published=DAY))
