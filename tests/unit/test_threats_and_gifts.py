"""Promises, gifts, releases and threats as agencies word them: who gives what to whom, and on whose account."""

import pytest

from tests.unit.live_events import Code, live_codes, live_roots


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru said it was ready to send wheat to Chile.", "PER>CHL:03"),
        ("Peru has said it is willing to send tents to Chile.", "PER>CHL:03"),
        ("Peru said on Monday it was prepared to mediate between Chile and Bolivia.", "PER>CHL:03"),
        ("Peru said it was determined to work with Chile on trade.", "PER>CHL:03"),
    ],
)
def test_it_that_is_ready_is_whoever_says_so(code: Code, text: str, expected: str) -> None:
    """Nothing but a party is ready, willing or determined: "it" is no empty subject there."""
    assert expected in live_roots(code(text))


def test_it_that_is_possible_is_nobody(code: Code) -> None:
    """What is possible or necessary is the clause behind."""
    assert live_roots(code("Peru said it was possible to send wheat to Chile.")) == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru's president promised Chile's premier that more water would be released.", "PER>CHL:0353"),
        ("Peru donated $1 million to help Chile's flood victims.", "PER>CHL:071"),
        ("Samsung donated $1 million to help Laos rebuild after the floods.", "KOR>LAO:071"),
        ("Tonga was given a $60 million loan by Australia for its budget.", "AUS>TON:071"),
        ("Peru announced the release of $500 million for Chile.", "PER>CHL:0331"),
        ("A convoy of Peruvian aid entered Bolivia on Monday.", "PER>BOL:073"),
        ("A tanker carrying Peruvian fuel donated to Chile docked in Santiago.", "PER>CHL:073"),
        ("A Norwegian held in Mali was allowed to go home on Wednesday.", "MLI>NOR:0841"),
        ("Peru has allowed Chilean inspectors back into the plant.", "PER>CHL:0862"),
    ],
)
def test_who_gives_what_to_whom(code: Code, text: str, expected: str) -> None:
    """The purpose, the carrier or an agent hung too low tell a side."""
    assert expected in live_codes(code(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru gave Chile three days to accept its plan.", "PER>CHL:139"),
        ("Peru will take countermeasures if bombers are based in Chile.", "PER>CHL:13"),
        ("Peru said Chilean warships would be legitimate targets if they entered the bay.", "PER>CHL:138"),
        ("Peru warned that Chile would face the end of its regime if it used force.", "PER>CHL:130"),
        ("Peru's president vowed to hit back if Chile attacked.", "PER>CHL:130"),
        ("Chile faces a 5% tariff if it does not hand over water, Peru's president said.", "PER>CHL:1312"),
        ("Any attack on Peru would be met with a painful answer, its foreign minister told Chile.", "PER>CHL:130"),
        ("Peru's president threatened to seize Chilean trucks stranded at the border.", "PER>CHL:130"),
        ("The Peruvian army warned it would use force if Chileans crossed the wire.", "PER>CHL:13"),
        ("Peru reiterated that it stood ready to respond if Chile sent a ship into its waters.", "PER>CHL:130"),
    ],
)
def test_whom_a_threat_is_made_to(code: Code, text: str, expected: str) -> None:
    """A threat is made to whom it hinges on, to whose things it is about, else to whoever is told."""
    found = live_codes(code(text))
    assert any(one.startswith(expected) for one in found), found


@pytest.mark.parametrize(
    "text",
    [
        "Balloons from Peru drifted into Chilean airspace, forcing an airport in Chile to shut.",
        "Peru has lifted its ban on Chilean seafood imports.",
        "Peruvian and Chilean troops pulled back to positions held before the May clashes.",
        "Ten Peruvians were flown to Santiago from Lima for treatment.",
    ],
)
def test_what_is_only_told_beside_is_no_act(code: Code, text: str) -> None:
    """Consequences demand nothing, a ban's matter is not traded, known clashes lie behind, patients visit nobody."""
    roots = {root.rpartition(":")[2] for root in live_roots(code(text))}
    assert roots.isdisjoint({"04", "06", "10", "13", "19"})


def test_who_did_it_is_accused_and_not_the_victim(code: Code) -> None:
    """In the passive the fault is with whom "by" names."""
    found = live_roots(
        code("Chilean prisoners were tortured with electric shocks by Peruvian guards, the Bolivian government said on Monday.")
    )
    assert "BOL>PER:11" in found
    assert "BOL>CHL:11" not in found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru will lower its tariff on Chilean wine.", {"PER>CHL:0354"}),
        ("Peru's president said he would love to meet Chile's premier again.", {"PER>CHL:036"}),
        (
            "Peru said it would host peace talks between Chile and Bolivia.",
            {"PER>CHL:039", "PER>BOL:039", "CHL>BOL:036", "BOL>CHL:036"},
        ),
    ],
)
def test_what_will_be_is_told_once_and_as_such(code: Code, text: str, expected: set[str]) -> None:
    """Tariffs that will be lowered are there and threaten nobody, talks that would be hosted have not been held."""
    assert live_codes(code(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Peru's weather agency warned that the typhoon could strike Chile by the weekend.",
        "Rebels backed by Peru are hungry, a Chilean paper said.",
        "Officials in Peru have not said whether they would hit back against Chilean corn.",
        "A Peruvian plane with rice bought by Chile landed in Santiago.",
    ],
)
def test_storms_sides_and_sales_are_no_acts(code: Code, text: str) -> None:
    """A storm is nobody's threat, whose side bands are on is no praise, and what is bought is no gift."""
    roots = {root.rpartition(":")[2] for root in live_roots(code(text))}
    assert roots.isdisjoint({"05", "07", "13"})


def test_troops_to_a_force_help_where_it_is(code: Code) -> None:
    """A force, a mission, a fund is for the country where it works."""
    assert "PER>HTI:0334" in live_codes(
        code("Peru has said it is willing to contribute troops to a stabilisation force in Haiti.")
    )
