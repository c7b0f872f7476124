"""Gold against predictions: how often the coder is right, with intervals and the kinds of its mistakes.

Two tasks: finding events in articles (`evaluate`) and naming the act between two marked parties (`evaluate_pairs`).
"""

from etl.evaluate.events import evaluate
from etl.evaluate.gold import GoldEvent, GoldItem, Prediction, load_gold, load_predictions, to_articles, to_predictions
from etl.evaluate.pairs import PairItem, evaluate_pairs, load_pair_predictions, load_pairs
from etl.evaluate.report import PairReport, Report

__all__ = [
    "GoldEvent",
    "GoldItem",
    "PairItem",
    "PairReport",
    "Prediction",
    "Report",
    "evaluate",
    "evaluate_pairs",
    "load_gold",
    "load_pair_predictions",
    "load_pairs",
    "load_predictions",
    "to_articles",
    "to_predictions",
]
