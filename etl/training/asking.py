"""Learning where to ask the model: in which sentences behind the lead that hold no act by the rules it finds one.

Learned from the development half of our own articles, those among them that the model learned from; an example is right where the
model, asked about every sentence, makes an act that stands. The weights are those of a logistic regression with few signs (L1).
"""

import csv
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from etl import paths
from etl.coder.coder import Coder
from etl.coder.second_reader.arbitration import MOST_ACTORS, Arbiter, is_abroad
from etl.coder.second_reader.asking import COLUMNS, START, signs
from etl.coder.second_reader.judgement import read_judge
from etl.coder.second_reader.model import load_model
from etl.coder.second_reader.parties import named
from etl.coder.sentences import LEAD
from etl.engines.equipment import Equipment, load_coder
from etl.errors import ComityError
from etl.evaluate import GoldItem, load_gold, to_articles
from etl.evaluate.gold import half

FOUND = 0.65
"""The share of the sentences with an act to find that are to be read."""
PENALTY = 0.3
"""How little signs are held back (C of scikit-learn's LogisticRegression)."""
SEEN = 8
"""A sign must stand in so many examples."""
_FOLDS = 5
_DIGITS = 3


def examples(coder: Coder, arbiter: Arbiter, items: Sequence[GoldItem]) -> tuple[list[set[str]], list[bool], list[str]]:
    """Return the signs of each sentence behind the lead without an act by the rules, whether one is found, and the article.

    `coder` must read by rules alone, and `arbiter` ask always.
    """
    told: list[set[str]] = []
    found: list[bool] = []
    articles: list[str] = []
    for item, article in zip(items, to_articles(items), strict=True):
        for reading in coder.read(article):
            parties = named(reading.scene)
            scene = reading.scene
            if scene.index <= LEAD or not 1 < len(parties) <= MOST_ACTORS or any(map(is_abroad, scene.acts)):
                continue
            told.append(signs(scene, parties.values()))
            found.append(any(is_abroad(act) and act.rule_id.startswith("model:") for act in arbiter.settle(scene)))
            articles.append(item.id)
    return told, found, articles


def learn(told: Sequence[set[str]], found: Sequence[bool], articles: Sequence[str]) -> tuple[dict[str, float], float]:
    """Return the weight of each sign that has one, the strongest first, and the share of sentences that are then read.

    What is enough is set where `FOUND` of the acts are found by weights that were learned from other articles.
    """
    import numpy as np  # noqa: PLC0415 - what only who trains has
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415 - likewise
    from sklearn.model_selection import GroupKFold, cross_val_predict  # noqa: PLC0415 - likewise

    counts = Counter(sign for one in told for sign in one)
    names = sorted(sign for sign, count in counts.items() if count >= SEEN)
    places = {name: place for place, name in enumerate(names)}
    table = np.zeros((len(told), len(names)))
    for row, one in enumerate(told):
        table[row, [places[sign] for sign in one if sign in places]] = 1.0
    right = np.array(found)
    regression = LogisticRegression(C=PENALTY, l1_ratio=1.0, solver="liblinear", random_state=0)
    unseen = cross_val_predict(regression, table, right, groups=articles, cv=GroupKFold(_FOLDS), method="decision_function")
    enough = float(np.quantile(unseen[right], 1 - FOUND))
    regression.fit(table, right)
    weights = {name: round(float(weight), _DIGITS) for name, weight in zip(names, regression.coef_[0], strict=True)}
    strongest = sorted((sign for sign, weight in weights.items() if weight), key=lambda sign: (-abs(weights[sign]), sign))
    start = {START: round(float(regression.intercept_[0]) - enough, _DIGITS)}
    return start | {sign: weights[sign] for sign in strongest}, float((unseen >= enough).mean())


def write_asking(weights: Mapping[str, float], path: Path) -> None:
    """Write the weights as CSV, one sign a line."""
    with path.open("w", encoding="utf-8", newline="") as out:
        rows = csv.writer(out, lineterminator="\n")
        rows.writerow(COLUMNS)
        rows.writerows(weights.items())


def main(gold: Sequence[str], folder: Path = paths.MODELS) -> int:
    """Learn from the development half of gold files what is worth asking, and write it beside the model; return the exit code."""
    try:
        items = [item for item in load_gold([Path(name) for name in gold]) if half(item) == "dev"]
        arbiter = Arbiter(load_model(folder), read_judge(folder / "arbitration.csv"))
        told, found, articles = examples(load_coder(Equipment(model=None)), arbiter, items)
    except ComityError as error:
        sys.stderr.write(f"Error: {error}\n")
        return 1
    weights, share = learn(told, found, articles)
    write_asking(weights, folder / "asking.csv")
    sys.stdout.write(
        f"{len(told)} sentences behind the lead without an act by the rules, {sum(found)} with one to find; "
        f"{share:.0%} are read, {len(weights) - 1} signs -> {folder}\n"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
