"""Alerts, shows of force, bombs, plots and armed bands: who did what to whom where no frame says it outright."""

import pytest

from tests.unit.live_events import Code, live_codes, live_roots


@pytest.mark.parametrize(
    "text",
    [
        "Peru's military was put on high alert after Chile moved artillery to the front line.",
        "Peru's army was placed on full alert after Chilean soldiers approached the line.",
        "Peruvian border troops are on high alert amid fears of another Chilean attack.",
        "Peru's navy is on alert for Chilean drills ahead of the vote.",
    ],
)
def test_an_alert_is_on_somebodys_account(code: Code, text: str) -> None:
    """Who came near, or whose attack is feared, is why."""
    assert "PER>CHL:152" in live_codes(code(text))


@pytest.mark.parametrize(
    "text",
    [
        "Hospitals in Peru were put on alert after a Chilean tourist fell ill.",
        "Peru's navy is not on alert over the Chilean tests.",
        "Peruvian police were on alert as Chilean cricketers flew in.",
    ],
)
def test_an_alert_of_others_is_none(code: Code, text: str) -> None:
    """Hospitals watch nobody, and guests threaten nobody."""
    assert not any(":15" in root for root in live_roots(code(text)))


@pytest.mark.parametrize(
    "text",
    [
        "Peru test-fired a missile, a message to Chile.",
        "Peru's navy held live-fire drills in the bay in an apparent warning to Chile.",
        "Peru staged a parade with its newest missile in a message to Chile.",
        "Peru has built up its forces in the bay to put pressure on Chile.",
        "Peru has sent an aircraft carrier to the strait, piling pressure on Chile.",
        "Peruvian ships have been patrolling near a Chilean-held island since Sunday.",
        "Peru flew drones over a Chilean-controlled island.",
        "Peru used aircraft and navy ships to monitor a Chilean carrier group.",
        "Peru sent soldiers to guard its border with Chile.",
    ],
)
def test_to_whom_arms_are_shown(code: Code, text: str) -> None:
    """The message, the pressure or whose island it is tell the other side; a guarded border is no help to him."""
    found = live_roots(code(text))
    assert "PER>CHL:15" in found
    assert "PER>CHL:07" not in found


def test_a_carnival_shows_no_arms(code: Code) -> None:
    """A parade without arms is a feast."""
    assert not any(":15" in root for root in live_roots(code("Peru held a carnival parade in a message to Chile.")))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gunmen kidnapped five Chinese workers from a mine in Nigeria's Zamfara state.", "NGA>CHN:181"),
        ("Three Chinese engineers were abducted by gunmen in northern Nigeria on Friday.", "NGA>CHN:181"),
        ("Armed men kidnapped a US nurse and her child in Haiti.", "HTI>USA:181"),
        ("A Russian colonel was killed by a car bomb planted by Ukrainian agents.", "UKR>RUS:1832"),
        ("A roadside bomb laid by Iraqi militants killed three Turkish soldiers.", "IRQ>TUR:1833"),
        ("Chile foiled a Peruvian plot to kill its envoy.", "PER>CHL:185"),
    ],
)
def test_who_seized_or_killed_whom(code: Code, text: str, expected: str) -> None:
    """Armed bands are of where they strike, a bomb is of who laid it, a plot of who hatched it."""
    assert expected in live_codes(code(text))


def test_one_gunman_may_come_from_anywhere(code: Code) -> None:
    """Of a single gunman the place tells nothing."""
    assert live_roots(code("A gunman killed two Chilean bankers in Lima.")) == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru deployed missiles in the islands in response to Chile's drills with Bolivia.", "PER>CHL:154"),
        ("Peru moved bombers to the coast in a signal to Chile.", "PER>CHL:154"),
        ("A Pakistani suicide bomber rammed a bus carrying Chinese engineers.", "PAK>CHN:1831"),
    ],
)
def test_whom_arms_answer_and_who_sits_in_what_is_struck(code: Code, text: str, expected: str) -> None:
    """What is answered is another's doing, and a bus is of those whom it carries."""
    assert expected in live_codes(code(text))


def test_help_that_was_asked_for_is_shown_to_nobody(code: Code) -> None:
    """A request is no provocation."""
    assert "PER>CHL:154" not in live_codes(code("Peru deployed missiles in the islands in response to Chile's request."))


@pytest.mark.parametrize(
    "text",
    [
        "Militants loyal to Peru attacked American troops in Chile.",
        "The Kurdish militants killed two Peruvian soldiers in Chile.",
    ],
)
def test_bands_of_a_side_are_not_of_the_place(code: Code, text: str) -> None:
    """Whose side they are on, or of what people, is told."""
    assert not any(root.startswith("CHL>") for root in live_roots(code(text)))


def test_who_tells_of_bands_accuses_no_state(code: Code) -> None:
    """Where they struck does not make it the country's doing in the words of the one struck."""
    assert live_roots(code("Peru's army said militants had attacked its base in Chile.")) == set()
