"""What deeds are called, and by whom; talks where nobody else is named; plans that stand whatever else may happen."""

import pytest

from tests.unit.live_events import Code, live_roots


@pytest.mark.parametrize(
    "text",
    [
        "Peru called the visit a provocative act by Chile.",
        "Peru described the visit as a dangerous step by Chile.",
        "Peru's president denounced what he described as unfriendly steps by Chile.",
        "Peruvian officials spoke of what they called Chile's wrong deeds.",
        "The minister will stay away, citing what Peru called hurtful actions by Chilean leaders.",
    ],
)
def test_whose_deed_is_called_names_is_blamed(code: Code, text: str) -> None:
    """The adjective says what the deed is, and its owner, or who stands behind "by", did it."""
    assert "PER>CHL:11" in live_roots(code(text))


def test_a_plain_deed_blames_nobody(code: Code) -> None:
    """What is called an early or legal step is not called names."""
    assert live_roots(code("Peru called the visit an early step by Chile.")) == set()
    assert live_roots(code("Peru described the visit as a legal act by Chile.")) == set()


def test_who_cannot_be_trusted_is_reproached(code: Code) -> None:
    """Who is said to deserve no trust is; who is said to be trusted is not."""
    assert live_roots(code("Peru's minister said Chile cannot be trusted.")) == {"PER>CHL:11"}
    assert "PER>CHL:11" not in live_roots(code("Peru's minister said Chile can be trusted."))


def test_not_at_one_but_at_the_other(code: Code) -> None:
    """A preposition that is denied names no target."""
    assert "PER>CHL:11" not in live_roots(code("Peru's president was outraged, not at Chile, but at his own party."))


def test_talks_in_anothers_capital_are_a_visit(code: Code) -> None:
    """Officials who hold talks there, with nobody named, are its guests; those who meet each other there are not."""
    assert live_roots(code("Peruvian officials held talks in Santiago on Tuesday.")) == {"PER>CHL:04", "CHL>PER:04"}
    assert live_roots(code("Peruvian officials are negotiating a deal in Santiago.")) == {"PER>CHL:04", "CHL>PER:04"}
    among = live_roots(code("Peruvian and Bolivian officials held talks in Santiago on Tuesday."))
    assert among == {"PER>BOL:04", "BOL>PER:04"}
    many = "Peru's minister, a Bolivian envoy and a third party held three-way talks in Santiago on Friday."
    assert "PER>CHL:04" not in live_roots(code(many))
    assert "PER>CHE:04" not in live_roots(code("Peruvian officials held talks in Geneva on Tuesday."))


def test_an_embassy_is_not_its_country(code: Code) -> None:
    """Who calls at a mission at home visits nobody."""
    assert live_roots(code("Peru's president visited the Chilean embassy in Lima.")) == set()


def test_a_plan_stands_whatever_may_come_of_it(code: Code) -> None:
    """Planned talks are announced though trouble "could" come in them; a planned summit that may not be attended is not."""
    known = code("The row could lead to trouble in the planned meeting between Peru and Chile.")
    assert {mention.status for mention in known} == {"announced"}
    touched = code("The row might overshadow the upcoming summit between Peru and Chile.")
    assert {mention.status for mention in touched} == {"announced"}
    doubtful = code("Peru's president may not attend the planned meeting with Chile's president.")
    assert "announced" not in {mention.status for mention in doubtful}


def test_a_forum_of_two_is_a_meeting(code: Code) -> None:
    """Held between two countries it is theirs; who tells a seminar something meets nobody."""
    assert live_roots(code("A symposium between Peruvian and Chilean officials was held on Tuesday.")) == {
        "PER>CHL:04",
        "CHL>PER:04",
    }
    assert "PER>CHL:04" not in live_roots(code("Peru's minister told a seminar that Chile had missed every chance."))
