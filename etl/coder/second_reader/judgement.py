"""The judge between the two readers: small decision trees, learned on our own gold, that turn evidence into a probability.

`data/models/arbitration.csv` holds them, one node a line. A tree asks for one piece of evidence at a time and ends in a weight;
the weights of all trees, added up, are the log odds that the act is right. Each node has the weight that its examples had
together, so that every step of a way can be told as a reason.
"""

import csv
import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from etl.errors import ModelError
from etl.records import short_hash

COLUMNS = ("tree", "node", "evidence", "at_most", "yes", "no", "weight")


@dataclass(frozen=True, slots=True)
class Node:
    """One question of a tree: whether a piece of evidence is `at_most` so much; `yes` and `no` are the nodes that follow.

    An end has no evidence to ask for. `weight` is in log odds.
    """

    evidence: str
    at_most: float
    yes: int
    no: int
    weight: float


class Judge:
    """Weighs the evidence for an act; holds no state."""

    def __init__(self, trees: Sequence[Sequence[Node]]) -> None:
        """Take the trees; the first node of each is where it begins."""
        self.trees = tuple(map(tuple, trees))
        self.version = short_hash(*map(repr, self.trees))

    def probability(self, evidence: Mapping[str, float]) -> float:
        """Return how likely an act is right, 0 to 1; evidence that is not there counts as nought."""
        total = 0.0
        for tree in self.trees:
            node = tree[0]
            while node.evidence:
                node = tree[node.yes if evidence.get(node.evidence, 0.0) <= node.at_most else node.no]
            total += node.weight
        return 1 / (1 + math.exp(-total))

    def reasons(self, evidence: Mapping[str, float]) -> list[tuple[str, float]]:
        """Return how much each piece of evidence moved the log odds, the weightiest first."""
        moved: defaultdict[str, float] = defaultdict(float)
        for tree in self.trees:
            node = tree[0]
            while node.evidence:
                following = tree[node.yes if evidence.get(node.evidence, 0.0) <= node.at_most else node.no]
                moved[node.evidence] += following.weight - node.weight
                node = following
        return sorted(moved.items(), key=lambda one: (-abs(one[1]), one[0]))


def read_judge(path: Path) -> Judge:
    """Read the trees. Raises ModelError where the file is missing, a row is not of its form, or a tree has no end."""
    if not path.is_file():
        raise ModelError(f"{path}: no arbitration trees; `make arbitrate` makes them, --no-model goes without.")
    trees: dict[int, list[Node]] = {}
    with path.open(encoding="utf-8", newline="") as lines:
        for number, row in enumerate(csv.DictReader(lines), start=2):
            try:
                tree = trees.setdefault(int(row["tree"]), [])
                asked = row["evidence"]
                ways = (float(row["at_most"]), int(row["yes"]), int(row["no"])) if asked else (0.0, 0, 0)
                if int(row["node"]) != len(tree) or (asked and min(ways[1:]) <= len(tree)):
                    raise ValueError  # noqa: TRY301 - a way back would go round for ever
                tree.append(Node(asked, *ways, float(row["weight"])))
            except (KeyError, TypeError, ValueError):
                raise ModelError(f"{path}, line {number}: wanted are {', '.join(COLUMNS)}, not {row}") from None
    for number, tree in trees.items():
        if any(node.evidence and max(node.yes, node.no) >= len(tree) for node in tree):
            raise ModelError(f"{path}: tree {number} leads to a node that it has not")
    if not trees:
        raise ModelError(f"{path}: no tree")
    return Judge(list(trees.values()))
