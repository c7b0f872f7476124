"""The act between two marked sides, by the rules alone: what the sides' own words tell, and what is sent for what."""

from collections.abc import Callable

import pytest

from etl.coder.coder import Coder
from etl.coder.relation import classify
from etl.evaluate.pairs import unmark

Root = Callable[[str], str]


@pytest.fixture
def root(coder: Coder) -> Root:
    """Return the root of a sentence with marked sides."""

    def run(marked: str) -> str:
        text, source, target = unmark(marked)
        return str(classify(coder, text, source, target)["event_root_code"])

    return run


def test_a_deed_that_is_marked_is_its_owners(root: Root) -> None:
    """What the marked words name is what the side does: a refusal, a strike."""
    assert root("<s>Cuba's refusal</s> to talk to <t>the Peruvian government</t> shows what it wants.") == "12"
    assert root("<s>A Turkish-led strike</s> on <t>a Syrian bus</t> that led to ten deaths used a Spanish bomb.") == "19"
    assert root("<s>The rebels' attack</s> killed ten people in <t>northern Mali</t>.") == "19"


def test_words_that_tell_who_a_side_is_tell_no_act(root: Root) -> None:
    """A coalition that fights somebody has declared a ceasefire."""
    assert root("<s>The Omani-led coalition fighting rebels</s> in <t>Yemen</t> has declared a ten-day ceasefire.") == "08"


def test_who_is_sent_to_investigate_helps_nobody(root: Root) -> None:
    """What is sent does what it is sent for; doctors are sent for help."""
    assert root("<s>Spain</s> sent six experts to <t>Peru</t> to investigate last week's blasts at a mine.") == "09"
    assert root("<s>Israel</s> sent fighter jets to destroy <t>Syria's reactor</t> in 2007.") == "19"
    assert root("<s>Spain</s> sent doctors to <t>Peru</t> to fight cholera.") == "07"


def test_a_marked_person_is_called_on_the_telephone(root: Root) -> None:
    """Who is named behind a title is a person, in the dictionaries or not."""
    assert root("<s>President Rivlin</s> called <t>Ethiopian President Sahle Work</t> on Friday to explain it.") == "04"
    assert root("<s>Trump</s> called <t>the French president</t> a liar on Friday.") == "11"


def test_who_resolves_a_rift_of_others_mediates(root: Root) -> None:
    """To resolve a rift is no resolve to have one."""
    assert root("<s>The premier</s> launched an effort to resolve the rift between <t>Qatar and other Gulf states</t>.") == "04"
