"""What the rules tell the relation model of a pair: acts each way, other parties, and the way through the parse."""

import pytest

from etl.coder.coder import Coder
from etl.coder.second_reader.marking import Briefing
from etl.coder.staging import Marked, briefings, is_headline


@pytest.fixture(scope="module")
def rules(lexicon, parser) -> Coder:
    """The coder by rules alone."""
    return Coder(lexicon, parser)


def told(coder: Coder, text: str, source: str, target: str) -> Briefing:
    """Return the briefing on two phrases of a text."""
    spans = [(text.index(side), text.index(side) + len(side)) for side in (source, target)]
    return next(briefings(coder, [Marked(text, *spans)]))


def test_an_act_is_told_in_its_direction(rules):
    """What the source does is told apart from what is done to it."""
    text = "Germany condemned the Russian government on Monday."
    assert told(rules, text, "Germany", "the Russian government").told == ("forward 11",)
    assert told(rules, text, "the Russian government", "Germany").told == ("back 11",)


def test_acts_with_others_are_told_apart(rules):
    """A source that acts on a third party, and a target on whom a third acts, are told by names of their own."""
    text = "Germany condemned Russia while Poland looked on."
    assert "out 11" in told(rules, text, "Germany", "Poland").told
    assert "in 11" in told(rules, text, "Poland", "Russia").told
    assert "forward 11" not in told(rules, text, "Germany", "Poland").told


def test_what_is_not_done_is_said_to_be_so(rules):
    """An act that is neither done nor announced has another name."""
    assert told(rules, "Germany did not condemn Russia.", "Germany", "Russia").told == ("forward 11 not done",)


def test_the_way_leads_over_the_verb(rules):
    """The words on the way through the parse are pointed at, both parties' own among them, and no others."""
    text = "Germany on Monday sharply condemned Russia."
    briefing = told(rules, text, "Germany", "Russia")
    assert [text[slice(*word)] for word in briefing.path] == ["Germany", "condemned", "Russia"]


def test_all_who_are_named_are_parties(rules):
    """Whoever is named is marked as the phrase that names him, whichever two are asked about."""
    text = "Berlin said that Germany and the French government condemned Russia."
    briefing = told(rules, text, "Germany", "Russia")
    assert [text[slice(*party)] for party in briefing.parties] == ["Berlin", "Germany", "the French government", "Russia"]


def test_a_pair_with_one_side_or_an_empty_span_is_told_nothing(rules):
    """Only who else is named is known of a pair that has no second side, or one that covers no word."""
    pairs = [Marked("Germany condemned Russia.", (0, 7), None), Marked("Germany  condemned Russia.", (0, 7), (7, 8))]
    assert [(one.told, one.path) for one in briefings(rules, pairs)] == [((), ()), ((), ())]


def test_a_headline_has_no_stop():
    """What ends in a stop or a closing quote is a sentence."""
    assert is_headline("Germany condemns Russia")
    assert not is_headline("Germany condemns Russia.")
    assert not is_headline("Germany: “We condemn Russia”")
