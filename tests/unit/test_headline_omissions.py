"""What headlines leave out or hide: the verb of being somewhere, the subject of one's own words, a verb like a noun."""

import pytest

from tests.unit.live_events import Code, live_codes


@pytest.mark.parametrize(
    ("title", "event"),
    [
        ("Carney in Beijing to reset ties", "CAN>CHN:042"),
        ("Starmer in Kyiv to sign pact, Zelensky says", "GBR>UKR:042"),
        ("Modi off to Tokyo", "IND>JPN:042"),
    ],
)
def test_who_is_said_to_be_somewhere_visits(code: Code, title: str, event: str) -> None:
    """A person "in" a capital to do something, or "off to" one, is a guest there though no verb says so."""
    assert event in live_codes(code("", title=title))


@pytest.mark.parametrize(
    ("title", "event"),
    [
        ("Marcos: Won't yield to China", "PHL>CHN:124"),
        ("Putin: Will meet Zelensky only in Moscow", "RUS>UKR:036"),
        ("Lavrov: Won't talk to Ukraine until it leaves Donbas", "RUS>UKR:125"),
    ],
)
def test_who_speaks_is_the_subject_his_words_leave_out(code: Code, title: str, event: str) -> None:
    """Behind a speaker's colon a modal without a subject is of the speaker."""
    assert event in live_codes(code("", title=title))


@pytest.mark.parametrize(
    ("title", "event"),
    [
        ("Thai troops fire at Cambodian drone after landmine blast", "THA>KHM:193"),
        ("Swiss freeze Russian assets", "CHE>RUS:163"),
        ("Japanese protest Chinese drills", "JPN>CHN:1412"),
        ("India, Pakistan FMs trade barbs at UN", "IND>PAK:111"),
        ("Romania scrambles jets as Russian drones breach airspace", "ROU>RUS:150"),
    ],
)
def test_a_verb_behind_a_plural_is_found(code: Code, title: str, event: str) -> None:
    """A verb in its base form behind those who act was taken for one more noun, or they for its description."""
    assert event in live_codes(code("", title=title))


@pytest.mark.parametrize(
    ("title", "absent"),
    [
        ("Macron in Paris to meet students", "FRA>FRA:042"),
        ("French warship in Manila to join drill", "FRA>PHL:042"),
        ("Zelensky: Will Putin agree to talks with Ukraine?", "RUS>UKR:036"),
        ("India, Pakistan FMs trade barbs at UN", "IND>UNO:111"),
    ],
)
def test_what_only_looks_like_it_gives_nothing(code: Code, title: str, absent: str) -> None:
    """A warship pays no visit, a question is no plan, and the body where two quarrel is not quarrelled with."""
    assert absent not in live_codes(code("", title=title))
