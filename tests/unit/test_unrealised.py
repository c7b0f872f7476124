"""What somebody is only able, free, tempted or bound to do, would have done, or did not do but something else."""

from datetime import date

import pytest

from tests.unit.live_events import Code

PUBLISHED = date(2022, 6, 13)


def _statuses(code: Code, text: str, root: str) -> set[str]:
    return {one.status for one in code(text, published=PUBLISHED) if one.event_code.startswith(root)}


@pytest.mark.parametrize(
    ("text", "root"),
    [
        ("Had Peru attacked Chile, Bolivia would have intervened.", "19"),
        ("Oman is capable of attacking Yemen.", "19"),
        ("Peru is free to expel the Chilean diplomats.", "16"),
        ("Peru was tempted to expel the Chilean diplomats.", "16"),
        ("Peru is obliged to expel the Chilean diplomats.", "16"),
        ("Peru is entitled to expel the Chilean diplomats.", "16"),
        ("Talks between Peru and Chile are long overdue.", "04"),
        ("Talks between Peru and Chile are in the works.", "04"),
    ],
)
def test_what_may_be_has_not_been(code: Code, text: str, root: str) -> None:
    """A right, a duty, a power, a temptation or a wish is no act."""
    assert _statuses(code, text, root) == {"hypothetical"}


@pytest.mark.parametrize(
    ("text", "root"),
    [
        ("Neither Peru nor Chile has attacked Bolivia.", "19"),
        ("Rather than impose sanctions on China, Japan held talks.", "16"),
        ("Instead of criticising Chile, Peru praised Bolivia.", "11"),
        ("Peru pretended to expel the Chilean diplomats.", "16"),
        ("Talks between Peru and Chile are off the table.", "04"),
        ("Plans for talks between Peru and Chile were shelved.", "04"),
        ("Plans for a Peruvian visit to Chile were scrapped.", "04"),
    ],
)
def test_what_was_left_undone_is_denied(code: Code, text: str, root: str) -> None:
    """Whatever was done in its stead."""
    assert _statuses(code, text, root) == {"negated"}


@pytest.mark.parametrize(
    ("text", "root"),
    [
        ("Peru was forced to expel the Chilean diplomats.", "16"),
        ("Peru was obliged to expel the Chilean diplomats.", "16"),
        ("Hardly had Peru expelled the Chilean envoy when Chile protested.", "16"),
        ("Peru used its veto to block a Chilean motion.", "12"),
        ("Peru used a speech to criticise Chile.", "11"),
    ],
)
def test_what_was_done_under_force_or_by_some_means_was_done(code: Code, text: str, root: str) -> None:
    """Whoever was forced to do something did it; to use a thing is not to be used to one."""
    assert _statuses(code, text, root) == {"happened"}


@pytest.mark.parametrize(
    "text",
    [
        "Peru used to criticise Chile every week.",
        "A textbook says Peru attacked Chile.",
        "An exhibition shows how Peru attacked Chile.",
        "A documentary on how Peru attacked Chile opens on Friday.",
    ],
)
def test_what_used_to_be_and_what_works_tell_is_of_the_past(code: Code, text: str) -> None:
    """A museum shows no news."""
    assert {one.status for one in code(text, published=PUBLISHED) if one.event_code[:2] in {"11", "19"}} == {"recalled"}


def test_who_will_not_hesitate_threatens(code: Code) -> None:
    """The sanctions are not imposed yet."""
    told = code("Peru warned that it would not hesitate to impose sanctions on Chile.", published=PUBLISHED)
    assert {one.event_code[:2] for one in told if one.status == "happened"} == {"13"}
