"""The wire article of 2 January 2026 that the project set out to read well; skipped where it is not lent."""

import json
from datetime import date, datetime
from pathlib import Path

import pytest

from etl.coder.coder import Coder
from etl.records import Article, Mention


@pytest.fixture(scope="module")
def mentions(coder: Coder, shared: Path) -> tuple[Mention, ...]:
    """Return what the coder makes of the article."""
    record = json.loads((shared / "data" / "article_seed.json").read_text(encoding="utf-8"))
    article = Article(record["id"], datetime.fromisoformat(record["date"]), record["source"], record["title"], record["text"])
    return next(iter(coder.code([article]))).mentions


def has(mentions: tuple[Mention, ...], source: str, target: str, prefix: str, status: str) -> list[Mention]:
    """Return the mentions of a directed pair whose code starts with a prefix."""
    return [
        m
        for m in mentions
        if (m.source.country, m.target.country) == (source, target) and m.event_code.startswith(prefix) and m.status == status
    ]


def test_the_state_visit_is_announced_for_sunday(mentions: tuple[Mention, ...]) -> None:
    """Xi will host Lee: 036 both ways, on 4 January."""
    for pair in (("CHN", "KOR"), ("KOR", "CHN")):
        assert any(m.event_date == date(2026, 1, 4) for m in has(mentions, *pair, "036", "announced"))


def test_lee_praises_xi(mentions: tuple[Mention, ...]) -> None:
    """Praise is 051, with its sentence as evidence."""
    assert any("praising" in m.evidence for m in has(mentions, "KOR", "CHN", "051", "happened"))


def test_the_ministers_accord_is_dated_by_month(mentions: tuple[Mention, ...]) -> None:
    """Last month the ministers agreed: 03x both ways, December 2025, month precision."""
    for pair in (("CHN", "KOR"), ("KOR", "CHN")):
        found = has(mentions, *pair, "03", "announced")
        assert any(m.event_date == date(2025, 12, 1) and m.date_precision == "month" for m in found)


def test_the_north_dismisses_the_outreach(mentions: tuple[Mention, ...]) -> None:
    """A dismissed outreach is a rejection."""
    assert has(mentions, "PRK", "KOR", "12", "happened")


def test_takaichis_words_are_a_recalled_threat(mentions: tuple[Mention, ...]) -> None:
    """What was suggested in November is background in January."""
    found = has(mentions, "JPN", "CHN", "13", "recalled")
    assert any(m.event_date == date(2025, 11, 1) and m.date_precision == "month" for m in found)


def test_seoul_means_to_restore_ties(mentions: tuple[Mention, ...]) -> None:
    """An aim to restore ties is an intent."""
    assert any("restore" in m.evidence for m in has(mentions, "KOR", "CHN", "03", "announced"))


def test_no_force_no_quarrel_no_background(mentions: tuple[Mention, ...]) -> None:
    """No act of force happened, Seoul and Tokyo do not quarrel, trade shares and troop numbers are no events."""
    live = [m for m in mentions if m.status in {"happened", "announced"}]
    force = {"15", "17", "18", "19", "20"}
    assert not [m for m in live if m.source.country == "CHN" and m.target.country == "TWN"]
    assert not [m for m in live if m.source.country == "JPN" and m.target.country == "CHN" and m.event_root_code in force]
    quarrel = [m for m in live if {m.source.country, m.target.country} == {"KOR", "JPN"} and m.event_root_code >= "10"]
    assert not quarrel
    background = ("28,500", "half of its supply", "a third of Seoul")
    assert not [m for m in live if any(words in m.evidence for words in background)]
