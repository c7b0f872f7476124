"""What a second clause tells: whom somebody will answer, what is asked at a meeting, and who is not meant by it."""

import pytest

from tests.unit.live_events import Code, live_codes, live_roots


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("China said it would retaliate after the United States raised tariffs.", "CHN>USA:13"),
        (
            "China voiced anger on Sunday after a U.S. jet shot down its balloon, and said it reserved the right to respond.",
            "CHN>USA:13",
        ),
        (
            "Lee Myung-bak pressed Japan's prime minister, Yoshihiko Noda, at a meeting in Kyoto on Sunday to settle the claims.",
            "KOR>JPN:02",
        ),
        ("Japan and Australia expressed concern over the military coup in Myanmar.", "AUS>MMR:11"),
        ("The United States condemned the military takeover in Myanmar.", "USA>MMR:11"),
        ("Charles Michel, the president of the European Council, visited Warsaw and promised support.", "EUR>POL:03"),
    ],
)
def test_who_is_meant_stands_in_another_clause(code: Code, text: str, event: str) -> None:
    """In what came before, at what he was asked, where the wrong was done, and whose guest he was."""
    assert event in live_roots(code(text))


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("Sri Lanka's navy detained 18 Indian fishermen, and Chennai asked New Delhi to intervene.", "IND>LKA:02"),
        ("Germany has spoken against the duties. France and Spain support them.", "ESP>FRA:05"),
        ("The dispute has kept Russia and Japan from signing a peace treaty.", "RUS>JPN:05"),
        ("A Chinese plane carrying six doctors arrived in Belgrade on Saturday.", "CHN>SRB:04"),
    ],
)
def test_who_stands_beside_is_not_meant(code: Code, text: str, absent: str) -> None:
    """One's own government, who supports the same, who was kept from it, and where a cargo went."""
    assert absent not in live_roots(code(text))


def test_nobody_protests_at_his_own_launches(code: Code) -> None:
    """What is complained of to an ambassador is his country's; and so is what others then demand an end of."""
    told = code(
        "The White House summoned China's ambassador to protest its missile launches near Taiwan. Japan said some of the "
        "missiles had landed in its waters and demanded an immediate end to the drills.",
    )
    assert {"USA>CHN:11", "JPN>CHN:10"} <= live_roots(told)
    assert "USA>USA:11" not in live_roots(told)


@pytest.mark.parametrize(
    "text",
    [
        "Iran accused the United States of lies. Tehran slammed a French statement on Friday, calling it a provocation.",
        "China said the United States had broken its word. It condemned France's plan, calling it reckless.",
    ],
)
def test_what_is_called_names_is_what_was_slammed(code: Code, text: str) -> None:
    """In the same breath, and not what another did in the sentence before."""
    last = {event for event in live_codes(code(text), sentence=2) if event.endswith(":111")}
    assert last
    assert all(">FRA:" in event for event in last)


def test_a_consulate_that_is_closed_is_of_those_expelled(code: Code) -> None:
    """Whose diplomats are sent away in the clause before."""
    told = code("The United States ordered 60 Russian diplomats to leave and closed the consulate in Seattle.")
    assert "USA>RUS:161" in live_codes(told)
    assert "USA>USA:161" not in live_codes(told)


def test_who_is_called_something_is_not_telephoned(code: Code) -> None:
    """A person in front of what he is called is not who is called."""
    assert "BRA>RUS:04" not in live_roots(code("", title="Lula calls Putin trustworthy leader after Moscow meeting"))
