"""What is done in response to another's doing is done to him, though only the answer says so."""

import pytest

from tests.unit.live_events import Code, live_codes


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Canada announced tariffs on steel in response to U.S. duties.", "CAN>USA:163"),
        ("China raised duties on soybeans in retaliation for U.S. tariffs.", "CHN>USA:163"),
        ("China suspended military talks in response to a U.S. arms sale to Taiwan.", "CHN>USA:164"),
        ("China suspended military talks in response to Taiwan's new law.", "CHN>TWN:164"),
        ("Turkey launched drone strikes in retaliation for an attack by Syrian forces.", "TUR>SYR:195"),
        ("The Israeli military launched strikes in response to a slew of rockets from Gaza.", "ISR>PSE:190"),
        ("Iran seized a tanker in reprisal for the seizure of its oil by the United States.", "IRN>USA:171"),
    ],
)
def test_measures_and_blows_hit_whom_they_answer(code: Code, text: str, event: str) -> None:
    """And the answer is no statement besides."""
    found = live_codes(code(text))
    assert event in found
    assert f"{event[:8]}010" not in found


@pytest.mark.parametrize(
    "text",
    [
        "Japan imposed a curfew in response to the outbreak in China.",
        "Japan imposed duties on steel in the week of China's holidays.",
        "Japan lowered duties on steel in response to China's appeal.",
    ],
)
def test_not_every_answer_is_a_blow(code: Code, text: str) -> None:
    """An outbreak is nobody's doing, and what is eased for an appeal may be eased for anybody."""
    assert not {one for one in live_codes(code(text)) if one.startswith("JPN>CHN")}


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("China suspended military talks over U.S. arms sales.", "CHN>USA:164"),
        ("China suspended military talks after the U.S. sold arms to Taiwan.", "CHN>USA:164"),
        ("Russia banned fish imports after Norway expelled its diplomats.", "RUS>NOR:163"),
        ("Nicaragua broke off relations over the arrest of its consul by Colombia.", "NIC>COL:161"),
    ],
)
def test_relations_are_cut_with_who_gave_the_grounds(code: Code, text: str, event: str) -> None:
    """Behind "over" and "after" stands why."""
    assert event in live_codes(code(text))


def test_grounds_that_are_nobodys_doing_cut_no_relations(code: Code) -> None:
    """A storm, and what happened to oneself."""
    assert not live_codes(code("Japan suspended trade talks after a storm in China."))
    assert not live_codes(code("Japan suspended trade talks over its own elections."))


def test_whom_a_measure_names_it_hits(code: Code) -> None:
    """Sanctions on Belarus in response to what Russia did are none on Russia."""
    found = live_codes(code("The EU imposed sanctions on Belarus in response to Russia's invasion of Ukraine."))
    assert not {one for one in found if one.endswith(">RUS:163")}


def test_an_answer_in_kind_is_sworn(code: Code) -> None:
    """Who promises to answer in kind threatens; who promises to answer soon does not."""
    before = "Poland expelled a Belarusian diplomat accused of spying."
    assert "BLR>POL:130" in live_codes(code(f"{before} Minsk promised to answer in kind."))
    assert "BLR>POL:130" in live_codes(code(f"{before} Minsk said it would reply in kind."))
    assert "BLR>POL:130" not in live_codes(code(f"{before} Minsk promised to answer within a week."))


@pytest.mark.parametrize("envoy", ["charge d'affaires", "chargé d'affaires", "ambassador"])
def test_a_charge_is_a_diplomat(code: Code, envoy: str) -> None:
    """With a plain apostrophe as well, and where nobody says from where he is recalled."""
    assert "ECU>VEN:161" in live_codes(code(f"Ecuador expelled the Venezuelan {envoy}."))
    assert "ECU>VEN:161" in live_codes(code(f"Ecuador's government criticised Venezuela. It recalled its {envoy}."))
