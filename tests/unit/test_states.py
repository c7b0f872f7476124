"""The states of a sentence are found by the places of its words."""

import numpy as np
import pytest

from etl.coder.second_reader.marking import Marking
from etl.coder.second_reader.states import States

TEXT = "Peru met Chile."


@pytest.fixture
def states() -> States:
    """Each word piece has its own number as its state; pieces are words, signs and the stop."""
    marking = Marking(TEXT, ((0, 4), (9, 14)))
    offsets, place = [], 0
    for word in marking.text.replace(".", " .").split():
        start = marking.text.index(word, place)
        place = start + len(word)
        offsets.append((start, place))
    rows = np.arange(len(offsets), dtype=np.float32)[:, None].repeat(2, axis=1)
    return States(marking, rows, offsets)


def test_a_side_is_the_sign_before_it(states):
    """The opening sign stands for its party; who is not named has noughts."""
    assert states.side((0, 4)).tolist() == [0, 0]
    assert states.side((9, 14)).tolist() == [4, 4]
    assert states.side(None).tolist() == [0, 0]


def test_the_way_is_the_mean_of_its_words(states):
    """Peru (1), met (3) and Chile (5) together; noughts without a way."""
    assert states.way(((0, 4), (5, 8), (9, 14))).tolist() == [3, 3]
    assert states.way(()).tolist() == [0, 0]


def test_the_mean_is_over_all_pieces(states):
    """Of eight pieces, 0 to 7."""
    assert states.mean.tolist() == [3.5, 3.5]
