"""Marked pairs out of labelled articles: what one country does to another in each sentence that names both.

The relation model learns from them as the coder asks about them: whole sentences of news, most pairs without an act. Only the
development half of our gold may be given (`etl.evaluate.gold.half`).
"""

from collections.abc import Iterator, Sequence
from itertools import permutations

from etl.coder.coder import Coder
from etl.coder.second_reader.briefing import brief
from etl.coder.second_reader.parties import marked_parties, named, phrase
from etl.coder.second_reader.scene import Scene
from etl.evaluate import GoldItem, to_articles
from etl.records import LIVE
from etl.training.corpus import NONE, Pair

_NO_ACT = (NONE, NONE)
_MOST = 5
_EACH_SENTENCE = ("report_", "brief_", "daily_", "page_")  # strata in which an act is labelled in every sentence that tells it


def marked_pairs(coder: Coder, items: Sequence[GoldItem]) -> Iterator[Pair]:
    """Yield each ordered pair of parties that a sentence names, with the label of the sentence and the rules' briefing.

    `coder` must read by rules alone. A pair whose act may stand in this sentence or in another, since the gold does not say
    where, is left out; so are sentences that name more than `_MOST`, which are lists.
    """
    for item, article in zip(items, to_articles(items), strict=True):
        scenes = [reading.scene for reading in coder.read(article)]
        parties = [named(scene) for scene in scenes]
        for number, (scene, here) in enumerate(zip(scenes, parties, strict=True)):
            if len(here) > _MOST:
                continue
            spans = marked_parties(scene)
            for source, target in permutations(here, 2):
                label = _label(item, scene, source, target, sum(source in one and target in one for one in parties))
                sides = phrase(scene.tree, here[source]), phrase(scene.tree, here[target])
                if label is None or None in sides or sides[0] == sides[1]:
                    continue
                briefing = brief(scene.tree, scene.acts, scene.hints, here[source], here[target], spans)
                yield Pair(scene.text, *sides, *label, item.id, number, briefing=briefing, of_article=True)


def _label(item: GoldItem, scene: Scene, source: str, target: str, together: int) -> tuple[str, str] | None:
    """Return code and status of what a source does to a target in a sentence, None where the gold does not tell.

    `together` is the number of sentences that name both.
    """
    told = [event for event in item.events if (event.source, event.target) == (source, target)]
    if not all(event.evidence for event in item.events):
        if told:
            return (told[0].code, told[0].status) if together == 1 else None
        return None if _seen(scene, source, target) else _NO_ACT  # what is not live is not labelled there
    here = [event for event in told if event.evidence is not None and event.evidence in scene.text]
    if here:
        first = min(here, key=lambda event: event.status not in LIVE)
        return first.code, first.status
    return None if told and not item.stratum.startswith(_EACH_SENTENCE) else _NO_ACT


def _seen(scene: Scene, source: str, target: str) -> bool:
    """Whether the rules see an act between two that is neither done nor to come."""
    return any((act.source.key, act.target.key) == (source, target) and act.status not in LIVE for act in scene.acts)
