"""The model is asked about a sentence where signs say that it may find something; what is written wrongly is refused."""

from collections.abc import Iterable
from datetime import date, datetime

import pytest

from etl import paths
from etl.coder.coder import Coder
from etl.coder.explanation import explain
from etl.coder.second_reader.arbitration import Arbiter
from etl.coder.second_reader.asking import Asking, read_asking, signs
from etl.coder.second_reader.judgement import read_judge
from etl.coder.second_reader.marking import NO_BRIEFING, Briefing, Span
from etl.coder.second_reader.parties import named
from etl.coder.second_reader.scene import Scene
from etl.coder.sentences import LEAD
from etl.coder.vote import NONE, Vote
from etl.errors import ModelError
from etl.records import STATUSES, Article

IDLE = "The trade routes of Kenya and Uganda cross the lake."
SEEN = "Kenya condemned Uganda, whose traders cross into Rwanda."
HOME = "The Kenyan parliament condemned the Kenyan police."


class Listener:
    """A reader that sees nothing and remembers what it was asked."""

    version = "listener"

    def __init__(self) -> None:
        self.heard: list[str] = []

    def vote(self, text: str, source: Span | None, target: Span | None, briefing: Briefing = NO_BRIEFING) -> Vote:  # noqa: ARG002 - a reader's form
        """Vote for no act."""
        self.heard.append(text)
        return Vote({NONE: 0.98} | {f"{root:02d}": 0.001 for root in range(1, 21)}, dict.fromkeys(STATUSES, 0.2), {})


def scene_of(coder: Coder, text: str, before: int = LEAD) -> Scene:
    """Return the scene of a sentence that stands behind so many others."""
    whole = " ".join([*["The harvest was good."] * before, text])
    return next(
        one.scene for one in coder.read(Article("a", datetime(2024, 5, 10), "gold", None, whole)) if one.scene.text == text
    )


def asked(scenes: Iterable[Scene], weights: dict[str, float]) -> list[str]:
    """Return the sentences about which an arbiter asks."""
    listener = Listener()
    arbiter = Arbiter(listener, read_judge(paths.MODELS / "arbitration.csv"), Asking(weights))
    for scene in scenes:
        arbiter.settle(scene)
    return list(dict.fromkeys(listener.heard))


def test_an_idle_sentence_behind_the_lead_is_read_only_where_its_signs_say_so(coder):
    """A sentence in which the rules see an act between two is read anyway, and so is the lead; not an act within a country."""
    scenes = [scene_of(coder, text) for text in (IDLE, SEEN, HOME)]
    assert asked(scenes, {"start": -1.0}) == [SEEN]
    assert asked(scenes, {"start": -1.0, "word cross": 1.5}) == [IDLE, SEEN]
    assert asked(scenes, {"start": -1.0, "word swim": 1.5}) == [SEEN]
    assert asked([scene_of(coder, text, before=LEAD - 1) for text in (IDLE, HOME)], {"start": -1.0}) == [IDLE, HOME]


def test_what_is_not_read_is_judged_by_the_rules_alone(coder):
    """An act within a country stays, or goes, without a vote."""
    scene = scene_of(coder, HOME)
    judge = read_judge(paths.MODELS / "arbitration.csv")
    settled = Arbiter(Listener(), judge, Asking({"start": -1.0})).settle(scene)
    assert [(act.code, act.vote) for act in settled] == [("111", None)]
    assert not Arbiter(Listener(), judge).settle(scene)  # who sees nothing speaks against it


def test_signs_are_what_the_rules_see_words_and_places(coder):
    """Words that name a party are no signs: who it is does not matter."""
    scene = scene_of(coder, IDLE)
    found = signs(scene, named(scene).values())
    assert {"word route", "word cross", "parties 2", "sentence 5"} <= found
    assert not {"word kenya", "word uganda", "way kenya"} & found
    assert "rules see nothing" in found
    halfway = scene_of(coder, "A criticised decision on Kenya and Uganda was condemned.")
    assert "rules see nothing" not in signs(halfway, named(halfway).values())


def test_the_weights_we_ship_leave_most_idle_sentences_out(coder):
    """Trade figures are not worth it; a wording that the rules do not know, with all signs of an act, is."""
    asking = read_asking(paths.MODELS / "asking.csv")
    idle = scene_of(coder, "Farmers in Kenya and Uganda grow most of the coffee of the region, with a yield of two tons.")
    assert not asking.is_worth_it(idle, named(idle).values())
    telling = scene_of(coder, "Kenya has hit back at Uganda, accusing it over the killing and calling for sanctions.")
    assert asking.is_worth_it(telling, named(telling).values())


def test_who_asks_why_is_told_what_was_not_read(lexicon, parser):
    """A sentence that the model left out is not said to hold nothing."""
    coder = Coder(lexicon, parser, Arbiter(Listener(), read_judge(paths.MODELS / "arbitration.csv"), Asking({"start": -1.0})))
    told = explain(coder, " ".join([*["The harvest was good."] * LEAD, IDLE]), date(2024, 5, 10))
    assert "it did not read this sentence" in told
    assert "it finds no act" not in told
    assert "it finds no act" in explain(coder, IDLE, date(2024, 5, 10))


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ("word ban,heavy\n", "line 2"),
        ("start,0.1\nstart,0.2\n", "line 3"),
        ("word ban,0.5\n", "no weight for 'start'"),
    ],
)
def test_a_faulty_row_is_named(tmp_path, rows, said):
    """File and line are told; so is a file that is not there."""
    path = tmp_path / "asking.csv"
    with pytest.raises(ModelError, match="make arbitrate"):
        read_asking(path)
    path.write_text("sign,weight\n" + rows, encoding="utf-8")
    with pytest.raises(ModelError, match=f"asking.csv.*{said}"):
        read_asking(path)
