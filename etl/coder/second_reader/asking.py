"""Whether the model reads a sentence behind the lead in which the rules see no act between two: reading is what costs time.

Six in seven such sentences hold nothing for it to find. What tells them apart was learned from our own articles
(`etl.training.asking`, part of `make arbitrate`): each sign of a sentence, a word say or an act that the rules half saw, has a
weight in log odds, and `data/models/asking.csv` lists them. A sentence is read where they add up to enough.
"""

import csv
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from pathlib import Path

from etl.coder.actors import Actor
from etl.coder.second_reader.briefing import own_head
from etl.coder.second_reader.scene import Scene
from etl.coder.tree import Tree
from etl.errors import ModelError
from etl.records import LIVE, short_hash

COLUMNS = ("sign", "weight")
START = "start"
"""The sign of every sentence: what there is to begin with, less what is enough."""
_WORDS = frozenset({"NOUN", "VERB", "ADJ", "ADV", "ADP", "PART", "AUX", "SCONJ"})
_FEW, _FAR, _DEEP = 4, 8, 6


class Asking:
    """Tells whether to ask the model about a sentence; holds no state."""

    def __init__(self, weights: Mapping[str, float]) -> None:
        """Take the weight of each sign; what has none says nothing."""
        self._weights = dict(weights)
        self.version = short_hash(*(f"{sign} {weight}" for sign, weight in self._weights.items()))

    def is_worth_it(self, scene: Scene, parties: Iterable[Actor]) -> bool:
        """Whether the model is likely enough to find an act between the parties of a sentence."""
        return self._weights.get(START, 0.0) + sum(self._weights.get(sign, 0.0) for sign in signs(scene, parties)) >= 0


def signs(scene: Scene, parties: Iterable[Actor]) -> set[str]:
    """Return what may tell whether a sentence holds an act that the rules do not see.

    The acts that they see without two sides, or not done; the words, and those on the way from party to party; how the parties
    stand; how many they are, how far from each other, and how far down the sentence stands.
    """
    tree, parties = scene.tree, list(parties)
    keys = {actor.key for actor in parties}
    heads = [head for head in (own_head(tree, actor) for actor in parties) if 0 <= head < len(tree)]
    own = {token for actor in parties for token in _tokens(tree, actor)}
    way = {token for one, other in combinations(heads, 2) for token in tree.path(one, other)} - own
    found = set(_told(scene, keys))
    found |= {f"way {tree.lemmas[token].lower()}" for token in way}
    found |= {
        f"word {tree.lemmas[token].lower()}" for token in range(len(tree)) if token not in own and tree.pos[token] in _WORDS
    }
    found |= {f"side {tree.deps[head]}" for head in heads}
    found |= {f"parties {min(len(parties), _FEW)}", f"steps {min(len(way), _FAR)}", f"sentence {min(scene.index, _DEEP)}"}
    return found


def _told(scene: Scene, keys: set[str]) -> Iterator[str]:
    """Yield what the rules see: acts of which a party is a side, of others, and such as are not done."""
    for root, hint in scene.hints.items():
        done = hint.status in LIVE
        yield f"rules see {root}" if done else f"rules see {root} not done"
        if done and any(actor.key in keys for actor in (*hint.sources, *hint.targets)):
            yield f"rules see {root} of a party"
    if not any(hint.status in LIVE and root != "01" for root, hint in scene.hints.items()):
        yield "rules see nothing"
    for act in scene.acts:
        yield f"rules see {act.code[:2]} {act.status}"


def _tokens(tree: Tree, actor: Actor) -> range:
    """Return the words that name an actor."""
    span = tree.token_at(actor.start, actor.end) if actor.start is not None and actor.end is not None else None
    return range(0) if span is None else range(span[0], span[1] + 1)


def read_asking(path: Path) -> Asking:
    """Read the weights. Raises ModelError where the file is missing, a row is not of its form, or a sign comes twice."""
    if not path.is_file():
        raise ModelError(f"{path}: no weights of what is worth asking; `make arbitrate` makes them, --no-model goes without.")
    weights: dict[str, float] = {}
    with path.open(encoding="utf-8", newline="") as lines:
        for number, row in enumerate(csv.DictReader(lines), start=2):
            try:
                sign, weight = row["sign"], float(row["weight"])
                if not sign or sign in weights:
                    raise ValueError  # noqa: TRY301 - one message for all that may be wrong with a row
            except (KeyError, TypeError, ValueError):
                raise ModelError(f"{path}, line {number}: wanted are {', '.join(COLUMNS)}, each sign once, not {row}") from None
            weights[sign] = weight
    if START not in weights:
        raise ModelError(f"{path}: no weight for {START!r}")
    return Asking(weights)
