"""What somebody goes on to do beside a threat, and attacks that are ordered and called off again."""

import pytest

from tests.unit.live_events import Code, live_codes, live_roots


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Indian envoy renewed the government's threat to raise duties on Nepali tea and accused Kathmandu of cheating.",
            {"IND>NPL:13", "IND>NPL:11"},
        ),
        (
            "Japan's envoy threatened to raise duties on Indian steel and voiced anger that Delhi was breaking a promise.",
            {"JPN>IND:13", "JPN>IND:11"},
        ),
        (
            "France renewed its threat to impose tariffs on Indian tea and expressed outrage that Delhi was breaking the rules.",
            {"FRA>IND:13", "FRA>IND:11"},
        ),
        (
            "Peru repeated its threat to close its border with Chile and expelled two Chilean envoys.",
            {"PER>CHL:13", "PER>CHL:16"},
        ),
        (
            "Turkey threatened to expel two Syrian envoys and close its border with Iraq.",
            {"TUR>SYR:13", "TUR>IRQ:13"},
        ),
        (
            "Turkey threatened to expel two Syrian envoys and to close its border with Iraq.",
            {"TUR>SYR:13", "TUR>IRQ:13"},
        ),
    ],
)
def test_a_past_form_behind_a_threat_is_done(code: Code, text: str, expected: set[str]) -> None:
    """A bare verb goes on with the threat."""
    assert live_roots(code(text)) >= expected


def test_anger_that_somebody_does_a_thing_is_at_him(code: Code) -> None:
    """Whoever is the subject of the clause."""
    assert live_codes(code("France's minister expressed outrage that Delhi was ignoring the ruling.")) >= {"FRA>IND:111"}
    assert live_codes(code("Chile voiced disappointment that the talks had failed.")) == set()


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("Trump ordered strikes on Iran but called them off.", False),
        ("Trump ordered an attack on Iran but abruptly called it off.", False),
        ("Trump ordered strikes against Iran, then cancelled them.", False),
        ("Trump ordered strikes on Iran, then reversed the decision.", False),
        ("Trump ordered strikes on Iran before aborting them.", False),
        ("Trump ordered strikes on Iran.", True),
        ("Trump ordered strikes on Iran but called for talks.", True),
        ("Trump ordered strikes on Iran and cancelled a trip to Peru.", True),
        ("Turkey launched strikes on Syria but ended them after a day.", True),
    ],
)
def test_an_attack_that_is_called_off_is_not_made(code: Code, text: str, made: bool) -> None:
    """What was begun and ended was made."""
    assert any(root[-2:] == "19" for root in live_roots(code(text))) is made


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Trump backtracked on imposing tariffs on Mexico.", {"USA>MEX:08"}),
        ("Seoul backed off its plan to sanction Japanese firms.", {"KOR>JPN:08"}),
        ("China's patrol ship backed off the coast of Japan.", set()),
        ("Canada has walked back its threat to tax American electricity.", {"CAN>USA:08"}),
        ("India went back on its pledge to buy Russian missiles.", {"IND>RUS:12"}),
        ("The US reneged on a promise to deliver jets to Turkey.", {"USA>TUR:12"}),
        ("Seoul reversed course on sending arms to Ukraine.", set()),
        ("Duterte made a U-turn on ending a military pact with the United States.", set()),
        ("Trump flipped on labeling China a currency manipulator.", set()),
        ("Poland wavered over extraditing the suspect to Germany.", set()),
    ],
)
def test_what_somebody_takes_back_he_does_not_do(code: Code, text: str, expected: set[str]) -> None:
    """Who takes back a threat yields, who takes back a promise refuses; what becomes of anything else is not told."""
    assert live_roots(code(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Indian troops went back to Nepal on Friday.", "12"),
        ("Russian units retreated from Ukraine's Kharkiv region.", "12"),
        ("Indonesia rolled back its tariffs on Indian sugar.", "12"),
    ],
)
def test_who_goes_back_takes_no_promise_back(code: Code, text: str, expected: str) -> None:
    """Only behind a promise or threat do these verbs speak of one."""
    assert not {one for one in live_roots(code(text)) if one.endswith(expected)}
