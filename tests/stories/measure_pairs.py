"""Pairwise precision and recall of a grouping, with Wilson intervals: the measure of stories and of events."""

from collections import Counter
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from math import sqrt


@dataclass(frozen=True, slots=True)
class Share:
    """A share of pairs, and its 95% interval by Wilson."""

    n_right: int
    n_all: int

    @property
    def value(self) -> float:
        """The share; 1 of nothing."""
        return self.n_right / self.n_all if self.n_all else 1.0

    @property
    def interval(self) -> tuple[float, float]:
        """Lower and upper end."""
        if not self.n_all:
            return 0.0, 1.0
        z, n, p = 1.96, self.n_all, self.value
        middle, half = (p + z * z / (2 * n)) / (1 + z * z / n), z * sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / (1 + z * z / n)
        return middle - half, middle + half

    def __str__(self) -> str:
        """Value, interval and counts."""
        low, high = self.interval
        return f"{self.value:.3f} [{low:.3f}, {high:.3f}] ({self.n_right} of {self.n_all})"


def pairwise(truth: Mapping[str, Hashable], found: Mapping[str, Hashable]) -> tuple[Share, Share]:
    """Return precision and recall over pairs of items that share a group."""
    both = _pairs(Counter((truth[one], found[one]) for one in truth))
    return Share(both, _pairs(Counter(found[one] for one in truth))), Share(both, _pairs(Counter(truth.values())))


def _pairs(groups: Mapping[Hashable, int]) -> int:
    """Return the number of pairs within groups of these sizes."""
    return sum(size * (size - 1) // 2 for size in groups.values())
