"""The training corpus is ours, is of the size and mixture it says, and a broken line is named."""

import csv
import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from etl.errors import InputError
from etl.paths import DICTIONARIES
from etl.records import STATUSES
from etl.training.corpus import NONE, PARTS, ROOTS, Pair, read_corpus

FOLDER = Path(__file__).resolve().parents[2] / "data" / "training"
RUN = 9  # words in a row that two people do not write by chance, names and set phrases aside
SHARE = 0.5
WORD = re.compile(r"\w+")


@pytest.fixture(scope="module")
def codes() -> set[str]:
    """Every code of the ontology."""
    with (DICTIONARIES / "cameo_codes.csv").open(encoding="utf-8", newline="") as rows:
        return {row["event_code"] for row in csv.DictReader(rows)}


@pytest.fixture(scope="module")
def corpus(codes) -> list[Pair]:
    """The whole corpus, read and checked."""
    return read_corpus(FOLDER, codes)


def test_the_corpus_is_large_and_mixed(corpus):
    """At least 8,000 pairs, 30% without an act, every root and status, and no part of the split too small."""
    roots = Counter(pair.root for pair in corpus)
    assert len(corpus) >= 8000
    assert roots[NONE] >= 0.3 * len(corpus)
    assert min(roots[root] for root in ROOTS) >= 70
    assert {pair.status for pair in corpus} == {NONE, *STATUSES}
    assert len({pair.code for pair in corpus}) >= 150
    parts = Counter(pair.part for pair in corpus)
    assert set(parts) == set(PARTS)
    assert min(parts["tune"], parts["test"]) >= 0.08 * len(corpus)


def test_copies_of_a_sentence_stay_in_one_part(corpus):
    """The same sentence with other marks is never in two parts: the test part would know its answers."""
    parts: dict[str, set[str]] = {}
    for pair in corpus:
        parts.setdefault(pair.text, set()).add(pair.part)
    assert all(len(found) == 1 for found in parts.values())


def shingles(text: str) -> Iterator[tuple[str, ...]]:
    """Yield the runs of `RUN` words of a text."""
    words = WORD.findall(text.lower())
    yield from (tuple(words[start : start + RUN]) for start in range(len(words) - RUN + 1))


def lent_texts(shared: Path) -> Iterator[str]:
    """Yield every text of the sets that are lent for measuring."""
    data = shared / "data"
    with (data / "plv_dev.tsv").open(encoding="utf-8", newline="") as rows:
        yield from (row["sentence"] for row in csv.DictReader(rows, delimiter="\t"))
    for name in ("news_gold_dev.jsonl", "news_bilateral.jsonl"):
        for line in (data / name).read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            yield f"{row.get('title') or ''} {row.get('text') or ''}"
    with gzip.open(data / "news_large.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)["text"]


def test_no_sentence_is_taken_from_the_lent_sets(corpus, shared):
    """Of no sentence do half the runs of nine words stand in another's text; measured against all of it."""
    ours: dict[tuple[str, ...], list[int]] = {}
    lengths = Counter()
    for number, pair in enumerate(corpus):
        for run in set(shingles(pair.text)):
            ours.setdefault(run, []).append(number)
            lengths[number] += 1
    found: set[tuple[str, ...]] = set()
    for text in lent_texts(shared):
        found.update(run for run in shingles(text) if run in ours)
    hits = Counter(number for run in found for number in ours[run])
    taken = [corpus[number].text for number, hit in hits.items() if hit >= SHARE * lengths[number]]
    assert taken == []


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("111\thappened", "2 columns"),
        ("999\thappened\t<s>China</s> blamed <t>Japan</t>.", "'999' is no CAMEO code"),
        ("111\tdone\t<s>China</s> blamed <t>Japan</t>.", "status 'done'"),
        ("none\thappened\t<s>China</s> and <t>Japan</t>.", "status 'happened' of code 'none'"),
        ("111\thappened\tChina blamed Japan.", "neither <s>"),
        ("111\thappened\t<s>China</s> blamed <s>Japan</s>.", "one <s>"),
        ("111\thappened\t<s></s>China blamed <t>Japan</t>.", "empty or turned"),
    ],
)
def test_a_broken_line_is_named(tmp_path, codes, line, word):
    """A line that cannot be learned from stops the reading, with file, line and what is wanted."""
    (tmp_path / "x.tsv").write_text(f"051\thappened\t<s>Peru</s> praised <t>Chile</t>.\n{line}\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"x\.tsv, line 2") as caught:
        read_corpus(tmp_path, codes)
    assert word in str(caught.value)


def test_a_repeated_pair_and_an_empty_folder_are_refused(tmp_path, codes):
    """The same marked sentence twice would weigh twice; no sentence at all is a wrong folder."""
    with pytest.raises(InputError, match=r"no \.tsv file"):
        read_corpus(tmp_path, codes)
    (tmp_path / "x.tsv").write_text("051\thappened\t<s>Peru</s> praised <t>Chile</t>.\n" * 2, encoding="utf-8")
    with pytest.raises(InputError, match=r"line 2: the same marked sentence stands at x\.tsv, line 1"):
        read_corpus(tmp_path, codes)
