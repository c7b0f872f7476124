"""Which sentences go to the parser."""

import re

import pytest

from etl.coder.text.prefilter import _ANSWERS, _STEMS

WORDS = (
    "condemned slammed denounced rejected protested criticised criticizes welcomed hailed praised opposed defended blasted"
    " rebuked decried decry dismissed deplored applauded supported denied deny responded retaliated accepted refused"
    " rebuffed declined spurned"
)


@pytest.mark.parametrize("word", [*WORDS.split(), "turned down", "turn down"])
def test_every_answer_has_a_stem_that_is_sought_first(word: str) -> None:
    """The stems are looked for before the pattern is tried: one that is missing would lose its sentences."""
    assert re.fullmatch(_ANSWERS, word)
    assert any(stem in word for stem in _STEMS)
