"""What is worth asking is learned from examples, and what is written is what is read."""

import random

import pytest

pytest.importorskip("sklearn", reason="scikit-learn is part of the arbitrate extra: make arbitrate")

from etl.coder.second_reader.asking import START, read_asking
from etl.training.asking import FOUND, learn, write_asking


@pytest.fixture(scope="module")
def learned() -> tuple[dict[str, float], float, list[set[str]], list[bool]]:
    """What is learned where "attack" tells of an act four times in five, other words nothing."""
    draw = random.Random(1)  # noqa: S311 - examples keep no secret
    told = [{one for one in ("word attack", "word lake", "word rice") if draw.random() < 0.4} for _ in range(3000)]
    found = [draw.random() < (0.8 if "word attack" in one else 0.02) for one in told]
    weights, share = learn(told, found, [str(number % 50) for number in range(3000)])
    return weights, share, told, found


def test_it_learns_which_sign_matters(learned):
    """The strongest sign stands first; with it a sentence is read, without it none, and so what was asked for is found.

    The share that is read is that of the folds; sentences with the same signs are read all or none, in each fold anew.
    """
    weights, share, told, found = learned
    assert list(weights)[:2] == [START, "word attack"]
    assert weights["word attack"] > 2 * abs(weights.get("word lake", 0.0)) + 1
    read = [weights[START] + sum(weights.get(sign, 0.0) for sign in one) >= 0 for one in told]
    assert sum(a and b for a, b in zip(read, found, strict=True)) >= (FOUND - 0.03) * sum(found)
    assert share == pytest.approx(sum(read) / len(read), abs=0.15)
    assert share < 0.6


def test_what_is_written_is_what_is_read(learned, tmp_path):
    """Signs and weights come back as they were."""
    write_asking(learned[0], tmp_path / "asking.csv")
    assert read_asking(tmp_path / "asking.csv")._weights == learned[0]
