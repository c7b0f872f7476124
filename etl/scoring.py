"""One evaluation: gold files against the coder as it is, or against predictions made earlier."""

from collections.abc import Sequence
from pathlib import Path

from etl import evaluate
from etl.coder.relation import classify
from etl.engines.equipment import Equipment, load_coder
from etl.errors import InputError


def score_articles(gold: Sequence[Path], predictions: Path | None, equipment: Equipment) -> evaluate.Report:
    """Score events found in labelled articles; without `predictions` the articles are coded now.

    Raises:
        InputError: a file is missing or malformed.
    """
    items = evaluate.load_gold(gold)
    if predictions is not None:
        return evaluate.evaluate(items, evaluate.load_predictions(predictions))
    coder = load_coder(equipment)
    return evaluate.evaluate(items, evaluate.to_predictions(coder.code(evaluate.to_articles(items))))


def score_pairs(gold: Sequence[Path], predictions: Path | None, equipment: Equipment) -> evaluate.PairReport:
    """Score the act named between two marked parties; without `predictions` the pairs are classified now.

    A pair of which one side is not marked is classified by the other.

    Raises:
        InputError: a file is missing or malformed, or several files are given.
    """
    if len(gold) > 1:
        raise InputError("Pairs are scored one file at a time, since their ids are numbered by file.")
    items = evaluate.load_pairs(gold[0])
    if predictions is not None:
        return evaluate.evaluate_pairs(items, evaluate.load_pair_predictions(predictions))
    coder = load_coder(equipment)
    answers = {
        item.id: str(classify(coder, item.text, item.source, item.target)["event_code"])
        for item in items
        if item.source is not None or item.target is not None
    }
    return evaluate.evaluate_pairs(items, answers)
