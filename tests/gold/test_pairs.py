"""The marked pairs are well formed; that the coder names their acts no worse than before is the gate's to hold."""

import csv
import json
import re
from collections import Counter

from etl.evaluate import load_pairs
from etl.evaluate.gold import ROOTS, json_lines
from etl.evaluate.pairs import label_of
from etl.pairs import read_pairs
from etl.paths import DICTIONARIES
from tests.gold.gate import HOLDOUT, PAIRS, gold_files

ROWS = [row for _, row in json_lines(PAIRS)]


def test_spans_cover_whole_words_and_not_each_other():
    """Source and target are stretches of the text that begin and end at word boundaries, one beside the other."""
    for pair in read_pairs(PAIRS):
        (start, end), (other_start, other_end) = pair.source, pair.target
        assert end <= other_start or other_end <= start, f"{pair.pair_id}: source and target overlap"
        for first, last in (pair.source, pair.target):
            held = pair.text[first:last]
            assert held, f"{pair.pair_id}: an empty span"
            assert held == held.strip(), f"{pair.pair_id}: {held!r}"
            around = pair.text[max(first - 1, 0) : first + 1], pair.text[last - 1 : last + 1]
            assert not any(re.fullmatch(r"\w\w", edge) for edge in around), f"{pair.pair_id}: {held!r} cuts a word"


def test_codes_exist_and_give_the_labels():
    """Each code is one of the ontology's, and the label that is scored is that of its root."""
    with (DICTIONARIES / "cameo_codes.csv").open(encoding="utf-8", newline="") as stream:
        known = {row["event_code"] for row in csv.DictReader(stream)}
    for row in ROWS:
        code = str(row["code"])
        assert code in known, f"{row['id']}: {code}"
        assert len(code) in (3, 4), f"{row['id']}: {code}"
        assert row["gold_root"] == label_of(code), f"{row['id']}: {code} is no {row['gold_root']}"


def test_every_root_has_at_least_fifteen_pairs():
    """Roots 02-20 are about equally common, and no sentence or id comes twice."""
    counts = Counter(str(row["code"])[:2] for row in ROWS)
    assert set(counts) == set(ROOTS) - {"01"}
    assert min(counts.values()) >= 15
    assert max(counts.values()) <= 2 * min(counts.values())
    assert len({row["id"] for row in ROWS}) == len({row["text"] for row in ROWS}) == len(ROWS)
    assert {pair.id for pair in load_pairs(PAIRS)} == {row["id"] for row in ROWS}


def test_pairs_are_no_articles_and_the_hold_out_is():
    """The event gold leaves the pairs out and takes the hold-out in; no item of it repeats a text of the other files."""
    assert PAIRS not in gold_files()
    assert HOLDOUT in gold_files()
    texts = {path: [_words(line) for line in path.read_text(encoding="utf-8").splitlines()] for path in gold_files()}
    held = set(texts.pop(HOLDOUT))
    assert held.isdisjoint(words for others in texts.values() for words in others)


def _words(line: str) -> str:
    """Return the title and text of a line of gold."""
    record = json.loads(line)
    return " ".join(str(record.get(name) or "") for name in ("title", "text")).strip()
