"""The judge learns from examples what speaks for an act, and what it writes is what is read."""

import math
import random

import pytest

pytest.importorskip("sklearn", reason="scikit-learn is part of the arbitrate extra: make arbitrate")

from etl.coder.second_reader.judgement import Judge, read_judge
from etl.training.arbitrate import grow, write_judge


@pytest.fixture(scope="module")
def judge() -> Judge:
    """A judge of acts that are right nine times in ten where the model is sure, and once in ten where it is not."""
    draw = random.Random(1)  # noqa: S311 - examples keep no secret
    examples = [{"model: this root": draw.choice((-3.0, 3.0)), "words": draw.randint(5, 60)} for _ in range(6000)]
    right = [(one["model: this root"] > 0) == (draw.random() < 0.9) for one in examples]
    return grow(examples, right, [1.0] * len(right))


def test_it_learns_what_matters_and_how_much(judge):
    """The probability is the share that was right, whatever else is told."""
    for words in (8.0, 30.0, 55.0):
        assert judge.probability({"model: this root": 3.0, "words": words}) == pytest.approx(0.9, abs=0.07)
        assert judge.probability({"model: this root": -3.0, "words": words}) == pytest.approx(0.1, abs=0.07)
    assert judge.reasons({"model: this root": 3.0, "words": 30.0})[0][0] == "model: this root"


def test_what_is_written_is_what_is_read(judge, tmp_path):
    """A judge read back is the same to the last digit, and names itself alike."""
    write_judge(judge, tmp_path / "arbitration.csv")
    again = read_judge(tmp_path / "arbitration.csv")
    assert again.trees == judge.trees
    assert again.version == judge.version


def test_reasons_add_up_to_the_verdict(judge):
    """What every piece of evidence moved, from what all examples had together, gives the probability."""
    start = sum(tree[0].weight for tree in judge.trees)
    evidence = {"model: this root": -3.0, "words": 12.0}
    total = start + sum(moved for _, moved in judge.reasons(evidence))
    assert judge.probability(evidence) == pytest.approx(1 / (1 + math.exp(-total)), abs=1e-3)
