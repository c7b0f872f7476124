"""How fast and how large: articles and sentences a second by rules and with the model, where the time goes, and peak memory.

Run by `make bench`.

No test: figures depend on the machine. Corpora: the sample, and a slice of real articles where they lie beside the checkout.
"""

import platform
import resource
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path

from etl import paths
from etl.engines.batch import cut
from etl.engines.equipment import Equipment, load_coder
from etl.pipeline import Build
from etl.records import Article
from etl.sources import read

ROOT = Path(__file__).resolve().parents[2]
REAL = ROOT.parent / "shared" / "data" / "news_large.jsonl.gz"
SLICE = 300


def main() -> None:
    """Measure every corpus that is there."""
    began = time.perf_counter()
    load_coder(Equipment())
    print(f"Python {platform.python_version()}, {platform.machine()}; loading the coder: {time.perf_counter() - began:.1f} s")
    columns = f"{'corpus':<10}{'reader':<8}{'articles':>9}{'sentences':>11}{'parsed':>9}{'art./s':>9}{'sent./s':>9}{'parser':>8}"
    print(f"{columns}{'rest':>7}{'rest : parser':>15}")
    for name, path, bound in (("sample", paths.SAMPLE, None), ("real", REAL, SLICE)):
        if path.exists():
            articles = first(path, bound)
            alone = measure(name, "rules", Equipment(model=None), articles)
            share = alone / measure(name, "both", Equipment(), articles)
            print(f"{name:<10}throughput with the model: {share:.2f} of that by rules")
        else:
            print(f"{name:<10} not here, left out")
    with tempfile.TemporaryDirectory() as folder:
        began = time.perf_counter()
        report = Build([paths.SAMPLE], out=Path(folder) / "out", workers=2).run()
        seconds = time.perf_counter() - began
    print(f"build of the sample, 2 workers, start to checks: {seconds:.1f} s, {report.counts.n_events:,} events")
    own, workers = peak(resource.RUSAGE_SELF), peak(resource.RUSAGE_CHILDREN)
    print(f"peak memory: this process {own:,.0f} MiB, largest worker {workers:,.0f} MiB")


def first(path: Path, count: int | None) -> list[Article]:
    """Return the first articles of a file or folder, all of them where `count` is None."""
    return list(islice((record for record in read([path]) if isinstance(record, Article)), count))


def measure(name: str, reader: str, equipment: Equipment, articles: list[Article]) -> float:
    """Code a corpus once, print its line and return the seconds; the parser's share is what its own calls took."""
    coder = load_coder(equipment)
    inside = 0.0
    parse = coder.parser.parse

    def timed(texts):
        """Parse, and add up the time spent inside the parser."""
        nonlocal inside
        trees = parse(texts)
        while True:
            began = time.perf_counter()
            tree = next(trees, None)
            inside += time.perf_counter() - began
            if tree is None:
                return
            yield tree

    coder.parser.parse = timed
    try:
        began = time.perf_counter()
        coded = [result for batch in cut(articles) for result in coder.code(batch.articles)]
        seconds = time.perf_counter() - began
    finally:
        coder.parser.parse = parse
    sentences, parsed = sum(result.n_sentences for result in coded), sum(result.n_candidates for result in coded)
    print(
        f"{name:<10}{reader:<8}{len(coded):>9,}{sentences:>11,}{parsed:>9,}{len(coded) / seconds:>9.1f}"
        f"{sentences / seconds:>9.0f}{inside / seconds:>8.0%}{1 - inside / seconds:>7.0%}{seconds / inside - 1:>15.2f}"
    )
    return seconds


def peak(who: int) -> float:
    """Return the peak resident memory in MiB; the system counts in KiB, macOS in bytes."""
    return resource.getrusage(who).ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)


if __name__ == "__main__":
    main()
