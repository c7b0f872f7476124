"""What onlookers foresee is nobody's intent; what officials and papers tell of is."""

from datetime import date

import pytest

from tests.unit.live_events import Code, live_roots

DAY = date(2025, 6, 18)


@pytest.mark.parametrize(
    "text",
    [
        "Kenya will raise its tariffs on tea from Uganda next, said an analyst at a bank in Nairobi.",
        "Kenya will lift its sanctions on Uganda, political scientists in Nairobi said.",
        "Experts believe Kenya will cut power supplies to Uganda this winter.",
        '"Kenya will abandon Uganda," said 34 percent of those polled in Kampala.',
        "Ruto will visit Uganda again before the year is out, predicted John Doe, a professor in Nairobi.",
        "Kenya will cut its tariffs on Ugandan tea by the end of the year, according to a survey of economists.",
        "Kenya will send more workers to Uganda, according to a note by analysts at a bank.",
        "Kenya will impose tariffs on Uganda again, wrote the columnist.",
        "Kenya will sign a pact with Uganda next year, said Jane Doe, founder of a Nairobi think tank.",
        "Kenya will deport more Ugandans next year, most experts predict.",
    ],
)
def test_a_forecast_is_no_intent(code: Code, text: str) -> None:
    """Of analysts, pollsters, columnists, traders, think tanks."""
    assert not live_roots(code(text, published=DAY))


def test_a_headline_that_explains_tells_nothing_new(code: Code) -> None:
    """Why somebody will do something is comment."""
    assert not live_roots(code("The tea trade is in trouble.", title="Why Kenya will not help Uganda", published=DAY))


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("Kenya will raise its tariffs on tea from Uganda next, a ministry official said in Nairobi.", {"KEN>UGA:13"}),
        ("Kenya will send aid to Uganda, sources said.", {"KEN>UGA:03"}),
        ("Kenya will sign a pact with Uganda next week, the paper reported.", {"KEN>UGA:03", "UGA>KEN:03"}),
        (
            "Ruto will meet Museveni in Kampala next week, which analysts said was a sign of warmer ties.",
            {"KEN>UGA:03", "UGA>KEN:03"},
        ),
        ("Analysts said Kenya banned Ugandan tea on Wednesday.", {"KEN>UGA:16"}),
        ("Kenya will send a team of experts to train Ugandan soldiers, the ministry said.", {"KEN>UGA:03"}),
    ],
)
def test_what_officials_say_stays(code: Code, text: str, events: set[str]) -> None:
    """So does what analysts say has been done, or say only about it."""
    assert live_roots(code(text, published=DAY)) == events
