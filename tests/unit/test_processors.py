"""The relation model answers alike, to the last digit, on every x86-64 processor: what differs is a change of the model.

`SEEN` was written down on processors with AVX2, with AVX-512 and with AVX-512 VNNI, on which onnxruntime takes other paths. To
see another kind without owning it: `qemu-x86_64 -cpu max .venv/bin/python -m pytest -p no:xdist tests/unit/test_processors.py`
has AVX2 and no AVX-512.
"""

import hashlib
import platform

import pytest

from etl import paths
from etl.coder.second_reader.model import load_model

# The longer a sentence, the more sums there are to differ.
LONG = (
    "Asked whether Brazil would follow Chile in recalling its ambassador from Caracas, the minister said that his country saw no "
    "need for it, that it had always spoken with everybody, and that the four presidents, who meet in Lima next week together "
    "with the heads of the central banks, would look at what had been promised in May, when Peru, then in the chair, had "
    "proposed a fund for the towns on the river that were flooded in the spring, and at what had come of it since, which was "
    "not much."
)
OF_A_DAY = (
    "Japan lodged a strong protest with South Korea over the drill near the islets, the foreign ministry in Tokyo said on Monday."
)
TEXTS = (
    "China protested.",
    OF_A_DAY,
    "Kenya and Uganda agreed in Nairobi to reopen the border for lorries after a month of talks.",
    LONG,
)
SEEN = "1e6533fec24a89db"


@pytest.mark.skipif(platform.machine() not in {"x86_64", "AMD64"}, reason="seen on x86-64 only")
def test_the_model_answers_to_the_last_digit_what_was_seen():
    """Short and long sentences, both ways and without a side, with four digits of each share."""
    model = load_model(paths.MODELS)
    votes = []
    for text in TEXTS:
        first, second = (0, text.index(" ")), (len(text) // 2, len(text) // 2 + 5)
        votes += [model.vote(text, *sides) for sides in ((first, second), (second, first), (first, None), (None, second))]
    said = repr([(vote.roots, vote.statuses, vote.codes) for vote in votes])
    assert hashlib.sha256(said.encode()).hexdigest()[:16] == SEEN
