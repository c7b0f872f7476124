"""Who is meant without being named is found where one party is clear, and the relation model is asked about him at his words."""

from datetime import datetime

import pytest

from etl import paths
from etl.coder.coder import Coder, Reading
from etl.coder.second_reader.arbitration import Arbiter
from etl.coder.second_reader.judgement import read_judge
from etl.coder.second_reader.model import load_model
from etl.coder.second_reader.parties import named
from etl.records import Article


def readings(coder: Coder, text: str) -> list[Reading]:
    """Read an article of some sentences."""
    return list(coder.read(Article("a", datetime(2024, 5, 10), "gold", None, text)))


def meant(coder: Coder, text: str) -> dict[str, str]:
    """Return the words that stand for each party in the last sentence of a text."""
    scene = readings(coder, text)[-1].scene
    return {actor.key: scene.text[actor.start : actor.end] for actor in scene.pointed}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wang Yi arrived in Tokyo on Monday. He scolded the Japanese government.", {"CHN": "He"}),
        ("Kenya met Uganda's envoy. Uganda's foreign ministry was there. The ministry thanked Kenya.", {"UGA": "The ministry"}),
        ("Algeria shot down a Malian drone. Mali said it had sued Algeria.", {}),  # named as well
        ("Fiji and Tonga held talks. The two sides thanked Samoa.", {}),  # two are meant
        ("It rained in Fiji. Tonga thanked Samoa.", {}),
    ],
)
def test_who_is_meant(coder, text, expected):
    """A pronoun or definite noun stands for one party that the sentence does not name."""
    assert meant(coder, text) == expected


def test_they_count_among_those_whom_a_sentence_names(coder):
    """Whoever is meant may act, as those who are named."""
    scene = readings(coder, "Wang Yi arrived in Tokyo on Monday. He scolded the Japanese government.")[-1].scene
    assert set(named(scene)) == {"JPN", "CHN"}


def test_the_model_is_asked_about_a_pronoun(lexicon, parser):
    """An act whose doer is "He" has the model's vote, which it could not have where only another sentence names him."""
    both = Coder(lexicon, parser, Arbiter(load_model(paths.MODELS), read_judge(paths.MODELS / "arbitration.csv")))
    acts = readings(both, "Wang Yi arrived in Tokyo on Monday. He condemned the Japanese government.")[-1].acts
    assert [(act.source.key, act.target.key, act.code) for act in acts] == [("CHN", "JPN", "111")]
    assert acts[0].vote is not None
    assert acts[0].vote.root == "11"
