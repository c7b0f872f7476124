"""Redacted releases: no sentence and no headline, but whoever has the articles finds every sentence again."""

import hashlib

import pandas as pd
import pyarrow.parquet as pq
import pytest
from release_corpus import ARTICLES

from etl.errors import InputError
from etl.release import publish
from etl.release.checksums import files
from etl.release.redaction import FORM, Redaction

TEXTS = {article["id"]: (article.get("title", ""), article["text"]) for article in ARTICLES}


def test_every_sentence_is_found_again_by_its_place_and_hash(redacted, release):
    """The offsets cut each sentence out of title or text, and its hash is that of the sentence in the open release."""
    hidden = pd.read_parquet(redacted / "mention.parquet")
    shown = pd.read_parquet(release / "mention.parquet").set_index("mention_id")["evidence"]
    assert len(hidden) > 5
    for row in hidden.itertuples():
        match = FORM.fullmatch(row.evidence)
        assert match, row.evidence
        text = TEXTS[row.article_id][match[1] == "text"]
        sentence = " ".join(text[int(match[2]) : int(match[3])].split())
        assert sentence == shown[row.mention_id]
        assert hashlib.sha256(sentence.encode()).hexdigest() == match[4]


def test_no_sentence_or_headline_is_left(redacted):
    """Neither tables nor any other file hold the words of a sentence."""
    for name in files(redacted):
        content = (redacted / name).read_bytes()
        if name.endswith(".parquet"):
            content = repr(pq.read_table(redacted / name, partitioning=None).to_pydict()).encode()
        assert b"condemned China" not in content, name
        assert b"bans seafood" not in content, name
    assert pd.read_parquet(redacted / "article.parquet")["title"].isna().all()
    events = pd.read_parquet(redacted / "event")
    assert events["evidence"].str.fullmatch(FORM.pattern).all()


def test_everything_else_is_as_in_the_open_release(redacted, release):
    """Redaction changes sentences and headlines and nothing else: counts, codes and series are the same."""
    for name in ("dyad_month.csv", "dyad_month.dta", "event_member.parquet", "volume.parquet", "ACCURACY.md"):
        assert (redacted / name).read_bytes() == (release / name).read_bytes()
    columns = [name for name in pq.read_schema(release / "mention.parquet").names if name != "evidence"]
    one, other = (pq.read_table(folder / "mention.parquet", columns=columns, partitioning=None) for folder in (release, redacted))
    assert one.equals(other)
    assert "## Redacted" in (redacted / "RUN.md").read_text(encoding="utf-8")


def test_a_sentence_that_stands_in_no_one_piece_has_only_its_hash(released_data):
    """Where the words cannot be found together no offsets are made up."""
    redaction = Redaction(released_data)
    said = redaction.reference("bans", "These words stand nowhere.")
    assert said == "sha256:" + hashlib.sha256(b"These words stand nowhere.").hexdigest()
    assert FORM.fullmatch(said)


def test_the_text_of_articles_is_needed(release, tmp_path):
    """A release has no text, so it cannot be redacted later: the message says what is missing."""
    with pytest.raises(InputError, match=r"article_text\.parquet is missing"):
        publish(release, tmp_path / "out", redact=True)
