"""The measure of stories: pairs of articles put together rightly, wrongly, or not at all, with Wilson intervals.

Run as `python tests/stories/measure.py` for a table by kind of version; tests/stories/test_stories.py holds the floors.
"""

import sys
from collections import Counter
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import planted
import pyarrow as pa
from measure_pairs import Share, pairwise

from etl.signatures import Agencies, signatures, sketch
from etl.stories import link


def stories(articles: Sequence[planted.Planted], block: int = 1000) -> dict[str, str]:
    """Return article -> story as the program finds them."""
    ordered = sorted(articles, key=lambda one: (one.published_at, one.article_id))
    sketches = [sketch(one.title, one.text) for one in ordered]
    rows = pa.table(
        {
            "article_id": [one.article_id for one in ordered],
            "published": pa.array([one.published_at for one in ordered], pa.timestamp("us")).cast(pa.int64()),
            "n_shingles": [len(one.shingles) for one in sketches],
            "signature": signatures(sketches),
            "lead": [one.lead for one in sketches],
            "figures": [one.figures for one in sketches],
        }
    )
    return {one: story for ids, found in link(rows.to_batches(block)) for one, story in zip(ids, found, strict=True)}


def main() -> None:
    """Print the measure on both halves, recall by kind of version, and what was put together wrongly."""
    for name, events in (("tuned on", slice(0, 14)), ("held out", slice(14, None))):
        articles = planted.corpus(events)
        found = stories(articles)
        precision, recall = pairwise({one.article_id: one.story for one in articles}, found)
        print(f"{name}: {len(articles)} articles; precision {precision}; recall {recall}")
        firsts = {one.story: one.article_id for one in articles if one.change == "first"}
        kept = Counter(
            one.change for one in articles if one.story in firsts and found[one.article_id] == found[firsts[one.story]]
        )
        total = Counter(one.change for one in articles if one.story in firsts)
        print("  with the first:", ", ".join(f"{change} {kept[change]}/{n}" for change, n in total.items()))
        by_id = {one.article_id: one for one in articles}
        wrong = Counter(
            tuple(sorted((by_id[one].change, by_id[other].change)))
            for one, other in combinations(found, 2)
            if found[one] == found[other] and by_id[one].story != by_id[other].story
        )
        print("  wrong:", dict(wrong.most_common(8)))
    agencies = Agencies(Path(__file__).resolve().parents[2] / "data" / "dictionaries")
    credited = [one for one in planted.corpus() if one.change == "credited"]
    print("credits found:", Share(sum(agencies.credited(one.text, one.source) is not None for one in credited), len(credited)))


if __name__ == "__main__":
    main()
