"""Measuring: the figures equal an independent scorer's, mistakes are named once, and malformed gold is refused."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from etl.errors import InputError
from etl.evaluate import (
    GoldEvent,
    GoldItem,
    PairItem,
    Prediction,
    evaluate,
    evaluate_pairs,
    load_gold,
    load_pair_predictions,
    load_pairs,
    load_predictions,
)
from etl.evaluate.pairs import LABEL_QUAD, ROOT_LABEL, unmark

SHARED = Path(__file__).parents[3] / "shared"
lent = pytest.mark.skipif(not (SHARED / "score_events.py").is_file(), reason="../shared is not here")


def item(*events: GoldEvent, forbidden: frozenset[tuple[str, ...]] = frozenset()) -> GoldItem:
    """Return a labelled article called a."""
    return GoldItem("a", "all", events, forbidden)


def test_counts_at_every_level():
    """One right event, one with a wrong code, one missed and one false."""
    gold = [
        item(
            GoldEvent("CHN", "KOR", "036", "announced"),
            GoldEvent("CHN", "JPN", "1123", "happened"),
            GoldEvent("KOR", "CHN", "042", "happened"),
            GoldEvent("RUS", "UKR", "195", "recalled"),
            GoldEvent("USA", "JPN", "010", "happened"),
        )
    ]
    coded = {"a": [Prediction("CHN", "KOR", "036"), Prediction("CHN", "JPN", "112"), Prediction("JPN", "USA", "040")]}
    report = evaluate(gold, coded)
    assert report.n_events == 3
    figures = {name: (one.counts.hits, one.counts.false, one.counts.missed) for name, one in report.levels.items()}
    assert figures == {"dyad": (2, 1, 1), "undirected": (2, 1, 0), "quad": (2, 1, 1), "root": (2, 1, 1), "code": (1, 2, 2)}
    assert {root: (one.hits, one.false, one.missed) for root, one in report.roots.items()} == {
        "03": (1, 0, 0),
        "04": (0, 1, 1),
        "11": (1, 0, 0),
    }


def test_an_alternative_code_is_as_good():
    """The alternative counts as the labelled code, and its root as the labelled root."""
    gold = [item(GoldEvent("USA", "CHN", "163", "happened", alt="1312"))]
    full = evaluate(gold, {"a": [Prediction("USA", "CHN", "1312")]})
    assert full.levels["code"].counts.f1 == 1.0
    root_only = evaluate(gold, {"a": [Prediction("USA", "CHN", "130")]})
    assert (root_only.levels["root"].counts.f1, root_only.levels["code"].counts.f1) == (1.0, 0.0)


def test_what_is_not_counted():
    """Self-dyads, bodies, statements, other statuses and other articles do not enter the predictions."""
    gold = [item()]
    coded = {
        "a": [
            Prediction("CHN", "CHN", "111"),
            Prediction(None, "CHN", "111"),
            Prediction("USA", "CHN", "010"),
            Prediction("USA", "CHN", "111", "alleged"),
            Prediction("USA", "CHN", "999"),
        ],
        "b": [Prediction("USA", "CHN", "111")],
    }
    assert evaluate(gold, coded).levels["dyad"].counts.false == 0


def test_forbidden_dyads_are_directed_and_counted_once():
    """Two codes in a forbidden dyad are one hit; the opposite direction is none."""
    gold = [item(forbidden=frozenset({("CHN", "TWN"), ("TWN", "CHN")}))]
    coded = {"a": [Prediction("CHN", "TWN", "111"), Prediction("CHN", "TWN", "130")]}
    assert evaluate(gold, coded).forbidden == (1, 2)
    assert evaluate(gold, coded).false_alarms == (1, 1)
    assert evaluate(gold, {}).false_alarms == (0, 1)


@pytest.mark.parametrize(
    ("gold", "coded", "classes"),
    [
        ([("CHN", "JPN", "111", "happened")], [], {"missed dyad": 1}),
        ([], [("CHN", "JPN", "111", "happened")], {"false dyad": 1}),
        ([("CHN", "JPN", "111", "happened")], [("JPN", "CHN", "111", "happened")], {"wrong direction": 1}),
        ([("CHN", "JPN", "111", "recalled")], [("CHN", "JPN", "111", "happened")], {"wrong status": 1}),
        ([("CHN", "JPN", "111", "happened")], [("CHN", "JPN", "111", "negated")], {"wrong status": 1}),
        ([("CHN", "JPN", "111", "happened")], [("CHN", "JPN", "130", "happened")], {"wrong root": 1}),
        ([("CHN", "JPN", "111", "happened")], [("CHN", "JPN", "112", "happened")], {"wrong code": 1}),
        ([("CHN", "JPN", "111", "happened")], [("CHN", "JPN", "111", "happened")], {}),
    ],
)
def test_each_mistake_is_named_once(gold, coded, classes):
    """The coarsest thing that is wrong gives the class."""
    report = evaluate([item(*(GoldEvent(*one) for one in gold))], {"a": [Prediction(*one) for one in coded]})
    assert report.error_classes == classes
    for case in report.errors:
        assert f"a  {case.kind}: {case.source} -> {case.target}" in report.to_text(errors=1)


def test_status_and_date_are_judged_on_matched_acts():
    """A labelled month is met by any day in it; an act without a labelled date is not judged by date."""
    gold = [
        item(
            GoldEvent("CHN", "JPN", "111", "happened", date="2026-01-05"),
            GoldEvent("KOR", "CHN", "042", "announced", date="2026-02"),
            GoldEvent("RUS", "UKR", "195", "recalled", date="2022"),
            GoldEvent("USA", "JPN", "036", "announced"),
        )
    ]
    coded = [
        Prediction("CHN", "JPN", "111", "happened", "2026-01-06"),
        Prediction("KOR", "CHN", "042", "announced", "2026-02-14"),
        Prediction("RUS", "UKR", "190", "happened", "2022-02-24"),
        Prediction("USA", "JPN", "036", "announced", "2026-01-05"),
    ]
    report = evaluate(gold, {"a": coded})
    assert report.status == (3, 4)
    assert report.dates == (2, 3)


def test_intervals_are_seeded_and_strata_are_told_apart():
    """The same seed gives the same interval; each stratum counts its own articles."""
    gold = [GoldItem(str(n), "even" if n % 2 == 0 else "odd", (GoldEvent("CHN", "JPN", "111", "happened"),)) for n in range(20)]
    coded = {str(n): [Prediction("CHN", "JPN", "111")] for n in range(0, 20, 2)}
    first, second = evaluate(gold, coded), evaluate(gold, coded)
    assert first.levels == second.levels
    assert first.levels["root"].low < first.levels["root"].counts.f1 < first.levels["root"].high
    assert (first.strata["even"].root.f1, first.strata["odd"].root.f1) == (1.0, 0.0)
    assert json.loads(json.dumps(first.to_json()))["levels"]["root"]["recall"] == 0.5
    assert "even" in first.to_text()


@lent
@pytest.mark.parametrize("recipe", ["echo", "noisy", "empty"])
def test_figures_equal_the_lent_scorer(tmp_path, recipe):
    """On real labels, every printed figure is the same: measures, intervals and totals at five levels, and the strata."""
    gold_path = SHARED / "data" / "news_gold_dev.jsonl"
    mentions = tmp_path / "mentions.jsonl"
    rows = []
    for number, line in enumerate(gold_path.read_text(encoding="utf-8").splitlines()):
        labelled = json.loads(line)
        # The lent scorer cannot look up the quad class of a statement, so no prediction may equal the alternative of one.
        statements = {(one["source"], one["target"], one.get("alt")) for one in labelled["events"] if one["code"][:2] == "01"}
        for place, event in enumerate(labelled["events"]):
            row = {"article_id": labelled["id"], "source_country": event["source"], "target_country": event["target"]}
            row |= {"event_code": event["code"], "status": event["status"]}
            turn = (number * 7 + place * 3) % 8
            if recipe == "noisy":
                if turn == 0:
                    continue
                if turn == 1:
                    row["source_country"], row["target_country"] = row["target_country"], row["source_country"]
                elif turn == 2:
                    row["event_code"] = event.get("alt") or "190"
                elif turn == 3:
                    row["event_code"] = event["code"][:2] + "0"
                elif turn == 4:
                    row |= {"status": "happened", "target_country": "FRA"}
                elif turn == 5:
                    rows.append({**row, "event_code": (event.get("alt") or "111")[:2] + "9", "status": "happened"})
            rows.append(row)
        rows = [
            one
            for one in rows
            if one["article_id"] != labelled["id"]
            or (one["source_country"], one["target_country"], one["event_code"]) not in statements
        ]
    mentions.write_text("" if recipe == "empty" else "".join(json.dumps(row) + "\n" for row in rows))
    printed = subprocess.run(
        [sys.executable, str(SHARED / "score_events.py"), str(gold_path), str(mentions), "--by-stratum"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    report = evaluate(load_gold([gold_path]), load_predictions(mentions))
    theirs = re.findall(
        r"^(\w+) +P (\S+)  R (\S+)  F1 (\S+)  \[(\S+), (\S+)\]  gold (\d+) predicted (\d+)", printed, re.MULTILINE
    )
    ours = [
        (
            name,
            *(f"{value:.3f}" for value in (one.counts.precision, one.counts.recall, one.counts.f1, one.low, one.high)),
            str(one.counts.hits + one.counts.missed),
            str(one.counts.hits + one.counts.false),
        )
        for name, one in report.levels.items()
    ]
    assert ours == theirs
    assert f"false {report.levels['root'].counts.false}" in printed


@pytest.mark.parametrize(
    ("record", "message"),
    [
        ('{"id": "x"', "line 2: not valid JSON"),
        ("[]", "must be a JSON object, not list"),
        ('{"events": []}', "no id; fields found: events"),
        ('{"id": "x"}', "'events' and 'forbidden' must be lists"),
        ('{"id": "ok", "events": []}', "id 'ok' appears a second time"),
        (
            '{"id": "x", "events": [{"source": "China"}]}',
            "source 'China'; allowed: a country's ISO|status None; allowed: happened",
        ),
        (
            '{"id": "x", "events": [{"source": "CHN", "target": "KOR", "code": "42", "status": "happened"}]}',
            "code '42'; allowed: a CAMEO code",
        ),
        (
            '{"id": "x", "events": [{"source": "CHN", "target": "KOR", "code": "042", "status": "done"}]}',
            "status 'done'; allowed: happened, announced",
        ),
        (
            '{"id": "x", "events": [{"source": "CHN", "target": "KOR", "code": "042", "status": "alleged", "sentence": "2"}]}',
            "sentence '2'; allowed: 'title'",
        ),
        (
            '{"id": "x", "events": [{"source": "CHN", "target": "KOR", "code": "042", "status": "alleged", "date": "May"}]}',
            "date 'May'; allowed: YYYY-MM-DD",
        ),
        ('{"id": "x", "events": [], "forbidden": [{"source": "CHN"}]}', "target None; allowed"),
    ],
)
def test_malformed_gold_is_refused(tmp_path, record, message):
    """The error names file, line, value and what is allowed."""
    path = tmp_path / "gold.jsonl"
    path.write_text('{"id": "ok", "events": []}\n' + record + "\n")
    with pytest.raises(InputError, match=message) as caught:
        load_gold([path])
    assert f"{path}, line 2" in str(caught.value)


def test_predictions_without_their_fields_are_refused(tmp_path):
    """A file that is no mention file is told by its fields."""
    path = tmp_path / "mentions.jsonl"
    path.write_text('{"id": "a", "code": "042"}\n')
    with pytest.raises(InputError, match="line 1: a mention needs article_id and event_code; fields found: id, code"):
        load_predictions(path)
    with pytest.raises(InputError, match="cannot be read"):
        load_predictions(tmp_path / "absent.jsonl")


def test_pairs_are_scored_over_root_quad_and_binary():
    """A wrong root in the right quad loses the root only; no answer, and root 01, lose everything."""
    gold = [
        PairItem("1", "t", None, None, "ACCUSE", 3),
        PairItem("2", "t", None, None, "REJECT", 3),
        PairItem("3", "t", None, None, "AID", 2),
        PairItem("4", "t", None, None, "CONSULT", 1),
    ]
    report = evaluate_pairs(gold, {"1": "112", "2": "090", "3": "010"})
    assert report.labels["root"]["ACCUSE"].f1 == pytest.approx(2 / 3)
    assert report.macro_f1["root"] == pytest.approx((2 / 3) / 4)
    assert report.macro_f1["quad"] == pytest.approx(1 / 3)
    assert report.accuracy == {"root": 0.25, "quad": 0.5, "binary": 0.5}
    assert json.loads(json.dumps(report.to_json()))["n_pairs"] == 4
    assert "ACCUSE" in report.to_text()


def test_every_root_but_the_statement_has_a_label_and_every_label_a_quad():
    """The two tables fit together."""
    assert sorted(ROOT_LABEL) == [f"{root:02d}" for root in range(2, 21)]
    assert set(ROOT_LABEL.values()) == set(LABEL_QUAD)


def test_marks_become_offsets():
    """Nested, repeated and padded marks give the first party of either side."""
    text, source, target = unmark("The <t><s>Kenyan</s> army </t>praised <t>Uganda</t>.")
    assert text == "The Kenyan army praised Uganda."
    assert source is not None
    assert target is not None
    assert (text[slice(*source)], text[slice(*target)]) == ("Kenyan", "Kenyan army")
    assert unmark("<s>Peru</s> mourned.")[2] is None


def test_pair_files(tmp_path):
    """Tab-separated and JSON pairs give the same items; a repeated id is told apart; unknown labels are refused."""
    table = tmp_path / "pairs.tsv"
    head = "sentence_id\tmarked_sentence\tgold_root\tgold_penta\n"
    table.write_text(head + "7\t<s>Peru</s> aided <t>Chile</t>.\tAID\t2\n7\t<s>Peru</s> thanked <t>Chile</t>.\tSUPPORT\t1\n")
    lines = tmp_path / "pairs.jsonl"
    record = {"id": 7, "text": "Peru aided Chile.", "source": [0, 4], "target": [11, 16], "gold_root": "AID"}
    lines.write_text(json.dumps(record) + "\n")
    assert load_pairs(table)[0] == load_pairs(lines)[0]
    assert load_pairs(table)[1].id == "7#2"
    table.write_text(head + "7\tx\tHELP\t2\n")
    with pytest.raises(InputError, match="gold_root 'HELP'; allowed: AGREE"):
        load_pairs(table)
    lines.write_text(json.dumps({**record, "source": [0]}) + "\n")
    with pytest.raises(InputError, match="allowed: \\[start, end\\]"):
        load_pairs(lines)
    lines.write_text('{"id": 7, "event_code": "070"}\n{"id": 8, "event_code": null}\n')
    assert load_pair_predictions(lines) == {"7": "070", "8": ""}


@lent
def test_lent_pairs_are_read_whole():
    """All 1,050 pairs are read; 24 lack the mark of one side and keep None there."""
    pairs = load_pairs(SHARED / "data" / "plv_dev.tsv")
    assert len({pair.id for pair in pairs}) == len(pairs) == 1050
    assert sum(pair.source is None for pair in pairs) == 4
    assert sum(pair.target is None for pair in pairs) == 20
    codes = {label: root + "0" for root, label in ROOT_LABEL.items()}
    assert evaluate_pairs(pairs, {pair.id: codes[pair.root] for pair in pairs}).macro_f1["root"] == 1.0
