"""The gold is well formed, the coder is no worse on it than before, and the gate itself cannot be slipped through."""

import csv
from dataclasses import replace

import pytest

from etl.evaluate import load_gold, to_articles
from etl.evaluate.gold import ROOTS
from etl.paths import DICTIONARIES
from tests.gold.gate import (
    GUARDED,
    UNSEEN,
    Baseline,
    corpus_sha256,
    gold_files,
    measure,
    read_baseline,
    regressions,
    report_files,
    to_baseline,
    unscored_files,
    update,
    wire_files,
)

BEFORE = Baseline("0" * 64, 300, 400, "2026-01-01", dict.fromkeys(GUARDED, 0.5), {"forbidden_coded": 2, "false_alarms": 3})


def test_the_coder_is_no_worse_than_the_baseline():
    """Every guarded score on the whole gold reaches its floor."""
    before = read_baseline()
    assert before is not None, "no baseline.json: run python -m tests.gold.gate --update"
    assert before.corpus_sha256 == corpus_sha256(), "the gold changed: run python -m tests.gold.gate --update"
    now = to_baseline(measure())
    assert (now.n_articles, now.n_events, now.n_pairs) == (before.n_articles, before.n_events, before.n_pairs)
    assert regressions(before, now) == []


def test_gold_items_can_be_traced_to_their_words():
    """Each piece of evidence stands word for word in the title or text it is said to come from; each item becomes an article."""
    gold = load_gold([*gold_files(), *report_files(), UNSEEN, *unscored_files()])
    assert len(list(to_articles(gold))) == len(gold)
    for item in gold:
        for event in item.events:
            place = (item.title or "") if event.sentence == "title" else item.text
            assert event.evidence, f"{item.id}: no evidence for {event.source} -> {event.target}"
            assert event.evidence in place, f"{item.id}: {event.evidence!r} is not in {place!r}"
            assert event.source != event.target, f"{item.id}: {event.source} on both sides"


def test_gold_codes_exist():
    """Every code and alternative is one of the ontology's."""
    with (DICTIONARIES / "cameo_codes.csv").open(encoding="utf-8", newline="") as stream:
        known = {row["event_code"] for row in csv.DictReader(stream)}
    for item in load_gold([*gold_files(), *report_files(), UNSEEN, *unscored_files()]):
        for event in item.events:
            assert {event.code, event.alt or event.code} <= known, f"{item.id}: {event.code}, {event.alt}"


def test_nothing_is_both_expected_and_forbidden():
    """A forbidden dyad is none of the item's own, of any status that would be coded."""
    for item in load_gold([*gold_files(), *report_files(), UNSEEN, *unscored_files()]):
        live = {(event.source, event.target) for event in item.events if event.status in ("happened", "announced")}
        assert not live & item.forbidden, f"{item.id}: {live & item.forbidden} is expected and forbidden"


def test_gold_covers_every_root_and_many_articles_without_events():
    """Roots 02-20 all occur, at least 300 items are labelled, and at least 80 of them hold no event."""
    gold = load_gold(gold_files())
    assert {event.code[:2] for item in gold for event in item.events} >= set(ROOTS) - {"01"}
    assert len(gold) >= 300
    assert sum(not item.events for item in gold) >= 80


def test_a_fall_in_any_guarded_score_is_named():
    """Each score by itself stops the gate, and so does one more plain mistake."""
    assert regressions(BEFORE, BEFORE) == []
    for name in GUARDED:
        assert regressions(BEFORE, replace(BEFORE, floors={**BEFORE.floors, name: 0.4999})) == [f"{name} fell from 0.5 to 0.4999"]
    for name, ceiling in BEFORE.ceilings.items():
        worse = replace(BEFORE, ceilings={**BEFORE.ceilings, name: ceiling + 1})
        assert regressions(BEFORE, worse) == [f"{name} rose from {ceiling} to {ceiling + 1}"]


@pytest.mark.parametrize(("allow", "recorded"), [(False, 0.5), (True, 0.4)])
def test_a_floor_is_lowered_only_with_leave(tmp_path, allow, recorded):
    """`--update` keeps the old floors unless the fall is allowed; a rise is always recorded."""
    path = tmp_path / "baseline.json"
    assert update(BEFORE, allow_regression=False, path=path) == []
    worse = replace(BEFORE, floors={**BEFORE.floors, "root_f1": 0.4})
    assert update(worse, allow_regression=allow, path=path)
    kept = read_baseline(path)
    assert kept is not None
    assert kept.floors["root_f1"] == recorded
    better = replace(BEFORE, floors={**BEFORE.floors, "root_f1": 0.6})
    assert update(better, allow_regression=False, path=path) == []
    assert read_baseline(path) == better


def test_wire_items_are_labelled_with_known_codes():
    """Each wire item becomes an article; its codes exist, nobody acts on himself, and a third of the news items hold no event."""
    wire = load_gold(wire_files())
    with (DICTIONARIES / "cameo_codes.csv").open(encoding="utf-8", newline="") as stream:
        known = {row["event_code"] for row in csv.DictReader(stream)}
    assert len(list(to_articles(wire))) == len(wire) > 1_800
    for item in wire:
        for event in item.events:
            assert {event.code, event.alt or event.code} <= known, f"{item.id}: {event.code}, {event.alt}"
            assert event.source != event.target, f"{item.id}: {event.source} on both sides"
    news = [item for item in wire if item.stratum.startswith("wire_")]
    assert sum(not item.events for item in news) > len(news) / 4
