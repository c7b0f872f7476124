"""The sample corpus: its form, and what the coder must and must not find in 25 of its articles.

`sample_dyads.json` holds per article `expect`, the acts that a careful reader finds (source, target, CAMEO root), and `forbid`,
dyads that the article does not report and that a hasty coder would; a forbidden dyad with a `root` is wrong for that root alone.
The labels follow the project's coding rules. A few were revised after a first run of the coder, so the share guards against
regressions and is no measure of accuracy. Only acts that happened or are announced count, and none of root 01, which reports
no stance.
"""

import json
import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

import pytest

from etl.coder.coder import Coder
from etl.paths import SAMPLE
from etl.records import Article

LABELS = Path(__file__).with_name("sample_dyads.json")
COUNTED = ("happened", "announced")
NEUTRAL = "01"
FIELDS = {"id", "date", "title", "text", "source", "url", "language"}
FIRST, LAST = date(2024, 1, 1), date(2026, 1, 31)
WORDS = (115, 260)  # a wire item of four to fifteen sentences; shorter ones would carry no background

# The coder found 70 of the 103 expected acts (68.0%) on 24 November 2026; the floor lies five points below that, because a change
# that gains elsewhere may lose one or two of so few. Raise it when the coder gets better; never lower it without a reason here.
EXPECTED_SHARE = 0.63

# Faults of the coder that are known: the dyads it finds although nothing of the kind is reported. A new one fails the test.
KNOWN_FAULTS = frozenset(
    {
        # "The new president" is taken for Xi, the president named last, where it is Lee.
        ("chn-kor-call-2025-06-10", "CHN", "USA"),
        ("chn-kor-call-2025-06-10", "CHN", "JPN"),
        # "Both countries" is taken for the subjects of the sentence, where it is Thailand and Cambodia.
        ("khm-tha-2025-07-24", "CHN", "USA"),
    }
)


class Act(NamedTuple):
    """Who did what to whom, to the two digits of the CAMEO root."""

    source: str
    target: str
    root: str


@dataclass(frozen=True, slots=True)
class Label:
    """What one article must and must not give."""

    article_id: str
    expect: tuple[Act, ...]
    forbid: tuple[tuple[str, str, str | None], ...]


def read_sample() -> list[Article]:
    """Return the articles of the sample in the order of the file."""
    lines = (SAMPLE / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    return [
        Article(
            record["id"],
            datetime.fromisoformat(record["date"]),
            record["source"],
            record["title"],
            record["text"],
            record["url"],
            record["language"],
        )
        for record in map(json.loads, lines)
    ]


def read_labels() -> list[Label]:
    """Return the labels of the 25 articles."""
    return [
        Label(
            item["id"],
            tuple(Act(**act) for act in item["expect"]),
            tuple((pair["source"], pair["target"], pair.get("root")) for pair in item["forbid"]),
        )
        for item in json.loads(LABELS.read_text(encoding="utf-8"))
    ]


@pytest.fixture(scope="module")
def sample() -> list[Article]:
    """The articles of the sample."""
    return read_sample()


@pytest.fixture(scope="module")
def found(coder: Coder, sample: list[Article]) -> Mapping[str, set[Act]]:
    """What the coder finds in the labelled articles, by article."""
    wanted = {label.article_id for label in read_labels()}
    acts: dict[str, set[Act]] = defaultdict(set)
    for coded in coder.code([article for article in sample if article.article_id in wanted]):
        assert coded.skipped is None
        for mention in coded.mentions:
            source, target = mention.source.country, mention.target.country
            if mention.status in COUNTED and mention.event_root_code != NEUTRAL and source and target:
                acts[coded.article.article_id].add(Act(source, target, mention.event_root_code))
    return acts


def test_every_article_has_the_form_of_the_sample() -> None:
    """Each record holds the seven fields, a date of the covered period and an English text of a wire item's length."""
    for line in (SAMPLE / "articles.jsonl").read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        assert set(record) == FIELDS, record["id"]
        assert FIRST <= date.fromisoformat(record["date"]) <= LAST, record["id"]
        assert record["url"] is None, record["id"]
        assert record["language"] == "en", record["id"]
        assert record["source"].startswith("Comity "), f"{record['id']}: the sample names no real publisher"
        assert WORDS[0] <= len(record["text"].split()) <= WORDS[1], record["id"]
        assert len(record["text"].split("\n")) >= 3, f"{record['id']}: a wire item has paragraphs"
        assert re.search(r"[.]$", record["text"]), f"{record['id']}: the text breaks off"


def test_ids_are_unique_and_the_file_is_sorted(sample: list[Article]) -> None:
    """No id is used twice, and the file is in order of date and id, so that changes to it read well."""
    keys = [(article.published_at, article.article_id) for article in sample]
    assert keys == sorted(keys)
    assert len({article.article_id for article in sample}) == len(sample)


def test_labels_belong_to_articles_and_do_not_contradict_themselves(sample: list[Article]) -> None:
    """Every label is of an article in the sample, and no act is both expected and forbidden."""
    ids = {article.article_id for article in sample}
    labels = read_labels()
    assert len({label.article_id for label in labels}) == len(labels) == 25
    for label in labels:
        assert label.article_id in ids
        assert label.expect
        assert label.forbid
        for act in label.expect:
            assert act.source != act.target
            assert (act.source, act.target, None) not in label.forbid, label.article_id
            assert (act.source, act.target, act.root) not in label.forbid, label.article_id


def test_coder_finds_the_acts_a_careful_reader_finds(found: Mapping[str, set[Act]]) -> None:
    """The share of expected acts that the coder finds, with source, target and root all right, does not fall."""
    expected = [(label.article_id, act) for label in read_labels() for act in label.expect]
    missed = [f"{article_id}: {' '.join(act)}" for article_id, act in expected if act not in found.get(article_id, set())]
    share = 1 - len(missed) / len(expected)
    assert share >= EXPECTED_SHARE, f"{share:.1%} of {len(expected)} found; missed:\n" + "\n".join(missed)


def test_coder_finds_no_dyad_that_is_not_reported(found: Mapping[str, set[Act]]) -> None:
    """No forbidden dyad comes out, apart from the faults that are known."""
    wrong = {
        (label.article_id, act.source, act.target)
        for label in read_labels()
        for source, target, root in label.forbid
        for act in found.get(label.article_id, set())
        if (act.source, act.target) == (source, target) and root in (None, act.root)
    }
    assert wrong <= KNOWN_FAULTS, sorted(wrong - KNOWN_FAULTS)


def test_coding_does_not_depend_on_the_order_of_articles(coder: Coder, sample: list[Article]) -> None:
    """Articles coded backwards give the same mentions, and an article does not inherit the actors of the one before."""
    few = sample[:6]
    forwards = {coded.article.article_id: coded.mentions for coded in coder.code(few)}
    backwards = {coded.article.article_id: coded.mentions for coded in coder.code(few[::-1])}
    assert forwards == backwards
    alone = next(iter(coder.code([replace(few[3])])))
    assert alone.mentions == forwards[few[3].article_id]
