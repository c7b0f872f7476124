"""Words of fighting that tell of matches, markets and mishaps; craft sent out to shadow; what somebody has done to others."""

from datetime import date

import pytest

from tests.unit.live_events import Code, live_codes

DAY = date(2026, 6, 16)


@pytest.mark.parametrize(
    "text",
    [
        "Kenya overran Uganda 3-1 in Nairobi on Sunday.",
        "Peru pounded Chile 4-0 in Lima.",
        "Chinese carmakers have stormed the Chilean market.",
        "Thai tourists besieged Korean drugstores over the holiday.",
        "A Greek ferry collided with a Turkish freighter in thick fog.",
        "A stricken Danish trawler was towed to port by the Norwegian coast guard.",
    ],
)
def test_what_is_only_like_war_hits_nobody(code: Code, text: str) -> None:
    """A score, a shop or the weather tells that nobody was attacked."""
    assert not {event for event in live_codes(code(text, published=DAY)) if event[8:10] in {"15", "17", "18", "19"}}


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Israeli settlers stormed a Palestinian shop on Monday.", "ISR>PSE:19"),
        ("Australian officers raided the office of an Indonesian lawyer.", "AUS>IDN:17"),
        ("Russia struck Ukraine 2-3 times on Monday.", "RUS>UKR:19"),
        ("Israeli troops stormed a Palestinian market on Monday.", "ISR>PSE:19"),
        ("A Chinese cutter rammed a Philippine boat off Luzon.", "CHN>PHL:17"),
    ],
)
def test_what_is_war_stays_it(code: Code, text: str, event: str) -> None:
    """Soldiers storm markets, too, and who rams a ship does it himself."""
    assert event in {found[:10] for found in live_codes(code(text, published=DAY))}


@pytest.mark.parametrize(
    "text",
    [
        "Portugal sent a frigate to shadow a Russian destroyer.",
        "Portugal deployed two patrol boats to monitor a Russian destroyer off Madeira.",
        "Portugal dispatched a corvette to tail a Russian destroyer.",
    ],
)
def test_craft_sent_to_shadow_somebody_do_so(code: Code, text: str) -> None:
    """Only the purpose is told, and it is what is done."""
    found = [mention for mention in code(text, published=DAY) if mention.event_code == "150"]
    assert [mention.status for mention in found if mention.source.country == "PRT"] == ["happened"]


def test_craft_that_will_be_sent_shadow_nobody_yet(code: Code) -> None:
    """The sending lies ahead: force that is announced is a threat."""
    found = code("Portugal will send a frigate to shadow a Russian destroyer.", published=DAY)
    assert [mention.event_code for mention in found] == ["138"]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Moscow had a Ukrainian journalist jailed on Friday.", "RUS>UKR:173"),
        ("A Chinese trawler strayed into Philippine waters on Friday.", "CHN>PHL:150"),
    ],
)
def test_what_is_had_done_is_done(code: Code, text: str, event: str) -> None:
    """The verb behind the noun is what the sentence tells."""
    assert event in live_codes(code(text, published=DAY))


@pytest.mark.parametrize("text", ["Kenya had two tourists jailed in Iran.", "Peru had two soldiers killed by Chilean guards."])
def test_whose_people_suffer_has_nothing_done(code: Code, text: str) -> None:
    """It is another who holds or kills them."""
    assert not {event for event in live_codes(code(text, published=DAY)) if event[:3] in {"KEN", "PER"}}


def test_a_place_of_ones_own_does_not_hide_who_speaks(code: Code) -> None:
    """Who says what it did near its own town did it."""
    found = live_codes(code("Seoul said it had shot down a North Korean drone near Paju.", published=DAY))
    assert {event[:10] for event in found} & {"KOR>PRK:19"}
