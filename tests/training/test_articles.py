"""Labelled articles become marked pairs: every two whom a sentence names, with its label, where the gold tells it."""

from etl.evaluate import GoldEvent, GoldItem
from etl.evaluate.gold import half
from etl.training.articles import marked_pairs
from etl.training.corpus import NONE

TEXT = "China protested to Japan on Monday. Japan and China are neighbours of Mongolia."
PROTEST = GoldEvent("CHN", "JPN", "114", "happened", evidence="protested to Japan", sentence=0)


def item(*events: GoldEvent, stratum: str = "brief_x", text: str = TEXT) -> GoldItem:
    """Return an article of a stratum with these labels."""
    return GoldItem("x-1", stratum, events, date="2026-01-13", text=text)


def labels(coder, one: GoldItem) -> dict[tuple[int, str, str], tuple[str, str]]:
    """Return code and status by sentence, source and target as they are marked."""
    found = {}
    for pair in marked_pairs(coder, [one]):
        assert pair.source is not None
        assert pair.target is not None
        found[pair.line, pair.text[slice(*pair.source)], pair.text[slice(*pair.target)]] = (pair.code, pair.status)
    return found


def test_a_pair_has_the_label_of_its_sentence(coder):
    """The act is in the first sentence one way; the other way, and in the second sentence, there is none."""
    found = labels(coder, item(PROTEST))
    assert found[0, "China", "Japan"] == ("114", "happened")
    assert found[0, "Japan", "China"] == found[1, "China", "Japan"] == found[1, "China", "Mongolia"] == (NONE, NONE)
    assert len(found) == 2 + 6


def test_where_acts_are_labelled_once_another_sentence_is_left_out(coder):
    """Of a stratum whose acts are labelled where they are told first, nobody knows whether the second sentence tells them too."""
    found = labels(coder, item(PROTEST, stratum="r11"))
    assert (1, "China", "Japan") not in found
    assert found[1, "Japan", "China"] == (NONE, NONE)


def test_a_live_act_goes_before_one_that_is_not(coder):
    """Of two acts of a sentence the pair has the one that happened."""
    recalled = GoldEvent("CHN", "JPN", "112", "recalled", evidence="China protested", sentence=0)
    assert labels(coder, item(recalled, PROTEST))[0, "China", "Japan"] == ("114", "happened")


def test_without_evidence_one_sentence_must_be_the_only_one(coder):
    """Plain items bear no evidence: a label holds where one sentence alone names both."""
    bare = GoldEvent("CHN", "JPN", "114", "happened")
    assert (0, "China", "Japan") not in labels(coder, item(bare, stratum="wire_x"))
    only = item(bare, stratum="wire_x", text="China protested to Japan on Monday. It rained.")
    assert labels(coder, only)[0, "China", "Japan"] == ("114", "happened")


def test_what_is_not_live_is_no_example_where_it_is_not_labelled(coder):
    """Plain items have live labels alone: what the rules see refused is left out, and not taught as nothing."""
    found = labels(coder, item(GoldEvent("CHN", "USA", "111", "happened"), stratum="wire_x", text="Japan did not sue China."))
    assert (0, "Japan", "China") not in found
    assert found[0, "China", "Japan"] == (NONE, NONE)


def test_pairs_are_briefed_as_when_coding(coder):
    """The rules' findings go with a pair, and all parties of the sentence."""
    first = next(marked_pairs(coder, [item(PROTEST)]))
    assert first.briefing.told == ("forward 11",)
    assert [TEXT[slice(*party)] for party in first.briefing.parties] == ["China", "Japan"]


def test_fresh_articles_are_for_testing():
    """Their ids say so; the other briefs are for learning."""
    assert half(GoldItem("fresh-brief-1-001", "fresh_brief", ())) == "test"
    assert half(GoldItem("brief-1-001", "brief_east_asia", ())) == "dev"
