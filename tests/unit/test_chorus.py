"""Who reacts to what where several do, whose a thing is that somebody judges, and who goes on to do what."""

import pytest

from tests.unit.live_events import Code, live_codes, live_roots


@pytest.mark.parametrize(
    "text",
    [
        "Peru bombed three Bolivian sites on Sunday. Chile hailed the strikes and Cuba condemned them as irresponsible.",
        "Peru bombed Bolivian sites on Sunday. Chile hailed the strikes, Cuba condemned them and Spain called them illegal.",
    ],
)
def test_those_who_react_in_one_breath_react_to_the_same(code: Code, text: str) -> None:
    """Nobody of them reacts to another."""
    roots = live_roots(code(text))
    assert {"CHL>PER:05", "CUB>PER:11"} <= roots
    assert not {root for root in roots if root.startswith(("CUB>CHL", "ESP>CUB", "ESP>CHL"))}


def test_a_headline_tells_the_deed_first(code: Code) -> None:
    """The victim, and who vows revenge, are none of those whom a third condemns."""
    roots = live_roots(code("", "Peru invades Bolivia; La Paz declares martial law, Chile condemns assault"))
    assert "CHL>PER:11" in roots
    assert "CHL>BOL:11" not in roots


def test_who_is_charged_may_answer_his_accuser(code: Code) -> None:
    """That the other accused somebody makes him no fellow."""
    assert "RUS>PER:12" in live_roots(code("Peru accused Russia of meddling in its election, which Moscow denied."))


def test_all_who_did_it_are_answered(code: Code) -> None:
    """The answer is not to the last of a list alone."""
    roots = live_roots(code('Peru, Chile and Cuba sanctioned Bolivian officials. La Paz called it "hostile".'))
    assert {"BOL>PER:11", "BOL>CHL:11", "BOL>CUB:11"} <= roots


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru demanded a new vote from Bolivia on Thursday. Bolivia rejected its demand on Friday.", "BOL>PER:12"),
        ("Peru tested a bomb on Sunday. Bolivia condemned its test.", "BOL>PER:11"),
        ("Modi met Putin in Samarkand and criticised his war in Ukraine.", "IND>RUS:11"),
        ("Peru hit Bolivia with an embargo, freezing its central bank's assets.", "PER>BOL:16"),
    ],
)
def test_what_somebody_judges_or_takes_is_anothers(code: Code, text: str, expected: str) -> None:
    """Its possessive means not who does it."""
    events = live_roots(code(text))
    assert expected in events
    assert not any(root[:3] == root[4:7] for root in events)


def test_what_is_ones_own_stays_so(code: Code) -> None:
    """Who hails his visit, or is said to extol his own work, speaks of himself."""
    assert "PER>CHL:05" not in live_roots(code("Chile's president came to Lima. Peru's president hailed his government."))


@pytest.mark.parametrize(
    "text",
    [
        "Peru accused Bolivia of supporting terrorism and cut ties with La Paz.",
        "Peru accused Bolivia of sheltering a fugitive and expelled its ambassador.",
    ],
)
def test_who_accuses_goes_on_himself(code: Code, text: str) -> None:
    """A past form behind a gerund is no part of the charge."""
    roots = live_roots(code(text))
    assert {"PER>BOL:11", "PER>BOL:16"} <= roots
    assert not any(root.startswith("BOL>") for root in roots)


def test_who_denies_a_report_goes_on_himself(code: Code) -> None:
    """Nor of what is denied."""
    roots = live_roots(code("Peru dismissed a report that it would host a Chinese base and condemned the United States."))
    assert "PER>USA:11" in roots


def test_what_it_did_besides_is_told_and_not_charged(code: Code) -> None:
    """A "that" of its own tells the speaker's own deed."""
    told = code("Peru said Bolivia had shelled villages and that it had destroyed several Bolivian tanks.")
    assert {"PER>BOL:11", "PER>BOL:19"} <= live_roots(told)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The raid led Peru to cut ties with Bolivia and Chile to recall its ambassador from La Paz.",
            {"PER>BOL:16", "CHL>BOL:16"},
        ),
        ("The visit prompted Peru to summon the Bolivian ambassador, and Chile to voice support for La Paz.", {"CHL>BOL:05"}),
        (
            "Peru accused Bolivia of firing missiles, Chile of hosting troops and Cuba of supplying drones.",
            {"PER>CHL:11", "PER>CUB:11"},
        ),
    ],
)
def test_a_verb_left_out_is_understood(code: Code, text: str, expected: set[str]) -> None:
    """The second is moved to do, or charged with, something of his own."""
    roots = live_roots(code(text))
    assert expected <= roots
    assert not any(root.startswith("PER>CHL:16") for root in roots)


@pytest.mark.parametrize(
    ("text", "expected", "forbidden"),
    [
        ("The pipeline links Israel and Egypt, whose foreign minister condemned Peru.", {"EGY>PER:11"}, {"ISR>PER:11"}),
        ("The visit angered Peru and Chile, whose ships clashed with Bolivian boats.", {"PER>BOL:19", "CHL>BOL:19"}, set()),
    ],
)
def test_whose_means_the_last_of_two_but_in_the_plural(code: Code, text: str, expected: set[str], forbidden: set[str]) -> None:
    """One government is of one country."""
    roots = live_roots(code(text))
    assert expected <= roots
    assert not forbidden & roots


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru and Chile vowed to keep strengthening ties.", {"PER>CHL:03", "CHL>PER:03"}),
        ("Peru vowed to continue deepening cooperation with Chile.", {"PER>CHL:03"}),
        ("Peru and Chile agreed to start sharing intelligence.", {"PER>CHL:03", "CHL>PER:03"}),
    ],
)
def test_what_one_vows_to_keep_doing_is_planned(code: Code, text: str, expected: set[str]) -> None:
    """It is a promise, and no deed yet."""
    roots = live_roots(code(text))
    assert expected <= roots
    assert not any(root.endswith((":05", ":06")) for root in roots)


def test_an_appeal_for_a_promise_is_made(code: Code) -> None:
    """What is asked for lies ahead, the asking does not."""
    told = [mention for mention in code("Peru urged Chile to pledge troops.") if mention.event_code.startswith("02")]
    assert [mention.status for mention in told] == ["happened"]


def test_both_are_the_two_named_before(code: Code) -> None:
    """Alone as an object, too."""
    roots = live_roots(code("Peru and Chile exchanged artillery fire. Cuba urged both to halt the fighting."))
    assert {"CUB>PER:02", "CUB>CHL:02"} <= roots


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru shelled Chile on Tuesday and Chile returned fire.", "CHL>PER:19"),
        ("Peru fired drones at Chile, which struck back near Lima.", "CHL>PER:19"),
    ],
)
def test_who_gives_back_what_he_got_hits_who_hit_him(code: Code, text: str, expected: str) -> None:
    """Nobody need be named again."""
    assert expected in live_roots(code(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The capture by Peru of a Chilean tanker was news.", "PER>CHL:171"),
        ("Cuba noted the jailing by Peru of two Chileans.", "PER>CHL:173"),
    ],
)
def test_what_somebody_does_of_something_is_done_to_it(code: Code, text: str, expected: str) -> None:
    """The parser hangs the "of" on the doer."""
    assert expected in live_codes(code(text))
