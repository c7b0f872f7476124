"""The words that stand for each party, and what a vote changes in an act of the rules."""

from datetime import datetime

import pytest

from etl.coder.actors import Actor
from etl.coder.acts import Act
from etl.coder.coder import Coder
from etl.coder.second_reader.arbitration import _restored
from etl.coder.second_reader.parties import marked_parties
from etl.coder.second_reader.refinement import refined
from etl.coder.vote import Vote
from etl.records import Article

CHINA = Actor("CHN", "GOV", "China", "China", 0, 5, "name", 0)
JAPAN = Actor("JPN", "GOV", "Japan", "Japan", 17, 22, "name", 2)


def vote(codes: dict[str, float], status: str = "happened", share: float = 0.9) -> Vote:
    """Return a vote for an accusation."""
    return Vote({"11": share, "none": 1 - share}, {status: 0.9, "recalled": 0.05}, codes)


def act(code: str, status: str) -> Act:
    """Return an act of the rules."""
    return Act(CHINA, JAPAN, code, status, "verb:blame>obj:110", 1, 0, None, ())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The foreign ministers of Egypt, Jordan and Iraq met in Oman.",
            ["The foreign ministers of Egypt", "Jordan", "Iraq", "Oman"],
        ),
        ("The Egyptian foreign minister met Jordan's king.", ["The Egyptian foreign minister", "Jordan"]),
        ("Egypt thanked Jordan after it sent aid.", ["Egypt", "Jordan"]),
    ],
)
def test_each_party_is_marked_by_words_of_its_own(coder: Coder, text: str, expected: list[str]):
    """No two overlap: of several in one phrase all but the first stand where their country is named."""
    scene = next(iter(coder.read(Article("a", datetime(2024, 5, 10), "gold", None, text)))).scene
    marked = [text[slice(*party)] for party in marked_parties(scene)]
    assert [one for one in marked if one != "it"] == expected


def test_a_sure_code_is_likelier_than_the_rest_of_its_root():
    """Of the accusations one code has more than half, or none is sure."""
    assert vote({"112": 0.5, "110": 0.1, "042": 0.4}).sure_code("11") == "112"
    assert vote({"112": 0.3, "110": 0.3, "111": 0.1}).sure_code("11") is None
    assert vote({"112": 0.3, "110": 0.3, "111": 0.1}).code("11") == "110"


def test_an_act_takes_the_code_that_the_model_is_sure_of(coder: Coder):
    """Its rule says so; without a sure code, or with the same one, nothing changes."""
    scene = next(iter(coder.read(Article("a", datetime(2024, 5, 10), "gold", None, "China blamed Japan.")))).scene
    blamed = act("110", "happened")
    assert refined(scene, blamed, vote({"112": 0.8, "110": 0.1})).code == "112"
    assert refined(scene, blamed, vote({"112": 0.8, "110": 0.1})).rule_id == "verb:blame>obj:110|model:112"
    assert refined(scene, blamed, vote({"112": 0.4, "110": 0.4})) == blamed
    assert refined(scene, blamed, None) == blamed


def test_a_doubted_act_is_done_where_the_model_is_sure():
    """Sure of act and status; else it stays doubtful, and keeps the vote."""
    doubted = act("110", "hypothetical")
    assert _restored(doubted, vote({})).status == "happened"
    assert _restored(doubted, vote({}, share=0.55)).status == "hypothetical"
    assert _restored(doubted, vote({}, status="negated")).status == "hypothetical"
    assert _restored(doubted, None) == doubted
