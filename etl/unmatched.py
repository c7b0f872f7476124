"""Names that stood where an actor belongs and are in no dictionary: the work list of the next dictionary release.

Kept beside the coded batches as tab-separated `name<TAB>times`, one file a batch; no table, since they are about the dictionaries
and not about the world.
"""

import os
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from etl.records import CodedArticle

SUFFIX = ".unmatched.tsv"


def write_unmatched(coded: Iterable[CodedArticle], directory: Path, key: str) -> None:
    """Write the unmatched names of one batch; the file appears whole or not at all."""
    counts = Counter(" ".join(name.split()) for article in coded for name in article.unmatched)
    unfinished = directory / f".{key}{SUFFIX}.{os.getpid()}"
    lines = (f"{name}\t{times}\n" for name, times in sorted(counts.items()))
    unfinished.write_text("".join(lines), encoding="utf-8", errors="backslashreplace", newline="\n")
    unfinished.replace(directory / f"{key}{SUFFIX}")


def count_unmatched(directory: Path) -> Counter[str]:
    """Return how often each name of all batches went unmatched."""
    counts: Counter[str] = Counter()
    for path in sorted(directory.glob(f"*{SUFFIX}")):
        for line in path.read_text(encoding="utf-8").splitlines():
            name, _, times = line.rpartition("\t")
            counts[name] += int(times)
    return counts
