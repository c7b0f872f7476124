"""What the rules tell the relation model of a pair: acts each way, other parties, and the way through the parse."""

import pytest

from etl.coder.coder import Coder
from etl.coder.marking import BACK, END, FORWARD, IN, OTHER, OUT, PATH, SOURCE_OPEN, UNLIVE, Briefing, marked
from etl.coder.staging import Marked, briefings, is_headline


@pytest.fixture(scope="module")
def rules(lexicon, parser) -> Coder:
    """The coder by rules alone."""
    return Coder(lexicon, parser)


def told(coder: Coder, text: str, source: str, target: str) -> Briefing:
    """Return the briefing on two phrases of a text."""
    spans = [(text.index(side), text.index(side) + len(side)) for side in (source, target)]
    return next(briefings(coder, [Marked(text, *spans)]))


def part(briefing: Briefing, sign: str) -> list[str]:
    """Return the words behind a sign, up to the next one."""
    words = list(briefing.words)
    if sign not in words:
        return []
    rest = words[words.index(sign) + 1 :]
    return rest[: next((number for number, word in enumerate(rest) if word.startswith("[") and word != UNLIVE), len(rest))]


def test_an_act_is_told_in_its_direction(rules):
    """What the source does is told apart from what is done to it."""
    text = "Germany condemned the Russian government on Monday."
    assert part(told(rules, text, "Germany", "the Russian government"), FORWARD) == ["accuse"]
    assert part(told(rules, text, "the Russian government", "Germany"), BACK) == ["accuse"]


def test_acts_with_others_are_told_apart(rules):
    """A source that acts on a third party, and a target on whom a third acts, are known by signs of their own."""
    text = "Germany condemned Russia while Poland looked on."
    assert part(told(rules, text, "Germany", "Poland"), OUT) == ["accuse"]
    assert part(told(rules, text, "Poland", "Russia"), IN) == ["accuse"]


def test_what_is_not_done_is_marked(rules):
    """An act that is neither done nor announced has a sign behind it."""
    briefing = told(rules, "Germany did not condemn Russia.", "Germany", "Russia")
    assert part(briefing, FORWARD) == [f"accuse {UNLIVE}"]


def test_the_way_leads_over_the_verb(rules):
    """Steps and words of the parse lie between the two heads."""
    briefing = told(rules, "Germany condemned Russia.", "Germany", "Russia")
    assert part(briefing, PATH) == ["subject", "condemn", "object"]


def test_other_parties_get_a_sign_and_the_sides_none(rules):
    """A third country is marked where it begins; another name of a side is not."""
    text = "Berlin said that Germany and France condemned Russia."
    briefing = told(rules, text, "Germany", "Russia")
    assert briefing.others == (text.index("France"),)
    said = marked(text, (17, 24), (46, 52), briefing)
    assert said.index(END) < said.index(SOURCE_OPEN)
    assert f"{OTHER} France" in said


def test_a_pair_with_one_side_or_an_empty_span_has_no_briefing(rules):
    """Nothing is told of a pair that has no second side, or one that covers no word."""
    pairs = [Marked("Germany condemned Russia.", (0, 7), None), Marked("Germany  condemned Russia.", (0, 7), (7, 8))]
    assert [one.words for one in briefings(rules, pairs)] == [(), ()]


def test_a_headline_has_no_stop():
    """What ends in a stop or a closing quote is a sentence."""
    assert is_headline("Germany condemns Russia")
    assert not is_headline("Germany condemns Russia.")
    assert not is_headline("Germany: “We condemn Russia”")
