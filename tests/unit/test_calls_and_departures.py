"""Who calls on somebody, sets out for a country, begins to speak, or accepts an invitation for a day to come."""

from datetime import date

import pytest

from tests.unit.live_events import Code, live_codes

DAY = date(2026, 12, 1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A Korean delegation left for Cambodia to look into the student's death.", {"KOR>KHM:042", "KHM>KOR:043"}),
        ("A Thai delegation left for Washington to negotiate tariffs.", {"THA>USA:042", "USA>THA:043"}),
        ("Wang Yi departed for Hanoi to attend a forum.", {"CHN>VNM:042", "VNM>CHN:043"}),
        ("A task left for Japan to finish.", set()),
        ("The decision is left for Seoul to make.", set()),
    ],
)
def test_the_place_is_where_somebody_went_and_not_who_does_what_he_went_for(code: Code, text: str, expected: set[str]) -> None:
    """What is left for a country to do is no journey."""
    assert live_codes(code(text, published=DAY)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Chinese ambassador called on Japan to release the sailors.", {"CHN>JPN:0253"}),
        ("The Chinese ambassador called on Japan to end its drills.", {"CHN>JPN:0256"}),
        ("The Russian ambassador called on President Lee to lift sanctions on Moscow.", {"RUS>KOR:0254"}),
        ("Australia's envoy to China called on Vice Minister Ma Zhaoxu on Monday.", {"AUS>CHN:040", "CHN>AUS:040"}),
    ],
)
def test_an_ambassador_calls_on_a_person_or_calls_for_something(code: Code, text: str, expected: set[str]) -> None:
    """With an infinitive behind it the call is an appeal, without one it is a visit to that person's office."""
    assert live_codes(code(text, published=DAY)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Zelenskyy took the stage to thank Poland for its support.", {"UKR>POL:051"}),
        ("Sanchez took the podium to denounce Israel.", {"ESP>ISR:111"}),
        ("Putin picked up the phone to congratulate Kim Jong Un on the anniversary.", {"RUS>PRK:051"}),
        ("Rutte broke his silence to defend Ukraine.", {"NAT>UKR:052"}),
        ("Anwar seized the moment to praise China.", {"MYS>CHN:051"}),
        ("Marcos went on television to accuse China of fraud.", {"PHL>CHN:1121"}),
        ("Iran took the chance to attack Israel.", set()),
        ("Putin did not pick up the phone to thank Kim Jong Un.", set()),
        ("Putin refused to pick up the phone to thank Kim Jong Un.", set()),
    ],
)
def test_who_begins_to_speak_in_order_to_say_something_says_it(code: Code, text: str, expected: set[str]) -> None:
    """Only what is said is done by speaking: an attack for which one took the chance may have failed."""
    assert live_codes(code(text, published=DAY)) == expected


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Trump accepted an invitation from Seoul to visit Gyeongju in May.", date(2027, 5, 1)),
        ("Modi accepted an invitation to visit Tokyo in March.", date(2027, 3, 1)),
        ("Takaichi accepted in October an invitation to visit Delhi.", date(2026, 10, 1)),
    ],
)
def test_an_invitation_is_for_the_month_to_come(code: Code, text: str, day: date) -> None:
    """The month that stands with the visit is the visit's, the one that stands with "accepted" is of the accepting."""
    assert {one.event_date for one in code(text, published=DAY) if one.event_code == "036"} == {day}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Serbia and Hungary took delivery of Chinese drones.", {"CHN>SRB:072", "CHN>HUN:072"}),
        ("Bulgaria took delivery of a helicopter from Turkey.", {"TUR>BGR:072"}),
    ],
)
def test_who_takes_delivery_of_arms_has_been_armed(code: Code, text: str, expected: set[str]) -> None:
    """Whose arms they are, or where they come from, is who gave them."""
    assert live_codes(code(text, published=DAY)) == expected


@pytest.mark.parametrize(
    "text",
    ["Russian troops took control of two helicopters from Ukraine.", "Russian troops took possession of Ukrainian tanks."],
)
def test_what_is_taken_by_force_was_not_given(code: Code, text: str) -> None:
    """Control and possession may be taken by force, so nobody has armed anybody."""
    assert "UKR>RUS:072" not in live_codes(code(text, published=DAY))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Seoul expressed regret to Hanoi over the massacre.", {"KOR>VNM:055"}),
        ("Tokyo expressed regret over China's patrols.", {"JPN>CHN:111"}),
        ("Tokyo expressed concern and regret to Beijing over Chinese patrols.", {"JPN>CHN:111"}),
    ],
)
def test_regret_told_to_somebody_is_an_apology_unless_it_goes_with_concern(code: Code, text: str, expected: set[str]) -> None:
    """Regret over what another does is displeasure."""
    assert live_codes(code(text, published=DAY)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lawmakers visited the shrine in Tokyo, and Seoul expressed regret to Japan.", {"KOR>JPN:111"}),
        ("Seoul expressed deep regret to Tokyo over the textbooks.", {"KOR>JPN:111"}),
        ("Belgium expressed regret to Rwanda over its failures.", {"BEL>RWA:055"}),
        ("Israel expressed regret to Egypt for the death of five policemen.", {"ISR>EGY:055"}),
        ("Turkey expressed regret to Russia over the downing of the jet.", {"TUR>RUS:055"}),
    ],
)
def test_regret_is_an_apology_only_for_harm_done_or_a_fault_of_ones_own(code: Code, text: str, expected: set[str]) -> None:
    """What the other side did, and what is left unsaid, is complained of."""
    assert live_codes(code(text, published=DAY)) == expected
