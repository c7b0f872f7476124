"""The gate: the coder may not do worse on our own gold than it did before.

    python -m tests.gold.gate                                prints the scores and compares them with baseline.json
    python -m tests.gold.gate --update                       raises the floors to today's scores
    python -m tests.gold.gate --update --allow-regression    sets them even where they fall

The floors hold for one corpus, named by its hash: after a change to a gold file, run with `--update`. The coder is
deterministic, on every x86-64 processor alike (`tests/unit/test_processors.py`), so there is no tolerance: any fall is a change
of behaviour.

Seven parts stand apart. The test half (`etl.evaluate.gold.half`) and `holdout.jsonl` count with the rest and have floors of their
own: the one is not looked at while rules are mended, the other was labelled without a look at the coder or at other files.
`wire/` holds plain sentences and short news items, labelled once and without evidence, of which one in three is scored; they
count by themselves alone, and so do `reports/unseen.jsonl`, `briefs/fresh.jsonl` and `pages/fresh.jsonl`, from which nothing was
learned, neither by rules nor by model nor by trees. The other `briefs/` and `pages/` teach the model, the other `reports/` the
judge between it and the rules (BRIEFS and APART of the Makefile); these three are not scored. `pairs.jsonl` holds marked pairs,
another task with another measure (`etl.evaluate.pairs`). The coder is the one users get, relation model included.
"""

import argparse
import hashlib
import json
import math
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from etl.coder.coder import Coder
from etl.coder.relation import classify
from etl.engines.equipment import Equipment, load_coder
from etl.evaluate import PairReport, Report, evaluate, evaluate_pairs, load_gold, load_pairs, to_articles, to_predictions
from etl.evaluate.gold import half
from etl.pairs import read_pairs

FOLDER = Path(__file__).resolve().parent
BASELINE = FOLDER / "baseline.json"
HOLDOUT = FOLDER / "holdout.jsonl"
UNSEEN = FOLDER / "reports" / "unseen.jsonl"
FRESH = FOLDER / "briefs" / "fresh.jsonl"
PAGES = FOLDER / "pages" / "fresh.jsonl"
PAIRS = FOLDER / "pairs.jsonl"
WIRE_STEP = 3
"""Of the wire items, which are the plainest, one in so many is scored: all would take a quarter of the gate's time."""


@dataclass(frozen=True, slots=True)
class Baseline:
    """What was reached, on which corpus and day.

    `floors` are scores that may not fall; `ceilings` are counts of plain mistakes that may not rise. Names that begin with
    `test_`, `holdout_`, `wire_`, `unseen_`, `fresh_`, `pages_` and `pairs_` are about those parts alone; `n_articles`
    and `n_events` count all articles of the first three. `roots` and `strata` hold the F1 of root on the test half; one may fall
    by `SLACK` where another rises.
    """

    corpus_sha256: str
    n_articles: int
    n_events: int
    measured_on: str
    floors: Mapping[str, float]
    ceilings: Mapping[str, int]
    n_pairs: int = 0
    model_version: str = ""
    roots: Mapping[str, float] = field(default_factory=dict)
    strata: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Measured:
    """One run of the coder: scores on all gold articles, on each part that stands apart, on the pairs."""

    articles: Report
    test: Report
    holdout: Report
    wire: Report
    unseen: Report
    fresh: Report
    pages: Report
    pairs: PairReport
    model_version: str = ""

    def to_text(self, errors: int = 0) -> str:
        """Return a table for each part as text, each with its first `errors` mistakes."""
        parts = {
            "all articles": self.articles,
            "test half": self.test,
            "hold-out alone": self.holdout,
            "wire items": self.wire,
            "unseen reports": self.unseen,
            "fresh briefs": self.fresh,
            "fresh pages": self.pages,
        }
        named = "\n".join(f"{name}\n{part.to_text(errors=errors)}" for name, part in parts.items())
        return f"{named}\nmarked pairs\n{self.pairs.to_text()}"


def gold_files() -> list[Path]:
    """Return the files of labelled articles, sorted by name; the marked pairs are none."""
    return sorted({*FOLDER.glob("*.jsonl"), *FOLDER.glob("items/*.jsonl")} - {PAIRS})


def wire_files() -> list[Path]:
    """Return the files of plain sentences and short news items, sorted by name."""
    return sorted(FOLDER.glob("wire/*.jsonl"))


def unscored_files() -> list[Path]:
    """Return the files from which nothing learns and that the gate does not score, sorted by name: press items and probes."""
    return sorted({*FOLDER.glob("press/*.jsonl"), *FOLDER.glob("probes/*.jsonl")})


def report_files() -> list[Path]:
    """Return the files of long news articles for development, sorted by name; the gate does not score them."""
    return sorted({*FOLDER.glob("reports/*.jsonl")} - {UNSEEN})


def corpus_sha256() -> str:
    """Return the SHA-256 over names and bytes of all gold files, the marked pairs last."""
    digest = hashlib.sha256()
    for path in (*gold_files(), *wire_files(), UNSEEN, FRESH, PAGES, PAIRS):
        digest.update(path.name.encode() + b"\x00" + path.read_bytes() + b"\x00")
    return digest.hexdigest()


def measure() -> Measured:
    """Run the real coder over articles and pairs and score what comes out, every status included."""
    coder = load_coder(Equipment())
    gold = load_gold(gold_files())
    apart = [load_gold(wire_files())[::WIRE_STEP], *(load_gold([file]) for file in (UNSEEN, FRESH, PAGES))]
    halved = [item for item in gold if half(item) == "test" and not item.id.startswith("holdout-")]
    everything = [item for part in (gold, *apart) for item in part]
    predictions = to_predictions(coder.code(to_articles(everything)))
    scored = [evaluate(part, predictions) for part in (gold, halved, load_gold([HOLDOUT]), *apart)]
    return Measured(*scored, measure_pairs(coder), coder.model_version)


def measure_pairs(coder: Coder) -> PairReport:
    """Name the act of each marked pair, as `comity classify` does, and score the answers."""
    answers = {str(pair.pair_id): classify(coder, pair.text, pair.source, pair.target) for pair in read_pairs(PAIRS)}
    return evaluate_pairs(load_pairs(PAIRS), {name: str(answer["event_code"] or "") for name, answer in answers.items()})


def to_baseline(measured: Measured) -> Baseline:
    """Return scores as floors, cut (not rounded) to four places so that the measured run itself passes."""
    whole, test, holdout, pairs = measured.articles, measured.test, measured.holdout, measured.pairs
    # Counts, not shares, for status and date: a coder that finds more acts is judged on more of them, and harder ones.
    floors: dict[str, float] = {}
    parts = {
        "": whole,
        "test_": test,
        "holdout_": holdout,
        "wire_": measured.wire,
        "unseen_": measured.unseen,
        "fresh_": measured.fresh,
        "pages_": measured.pages,
    }
    for prefix, report in parts.items():
        floors |= {prefix + name: value for name, value in _scores(report).items()}
        floors |= {f"{prefix}status_right": report.status[0], f"{prefix}date_right": report.dates[0]}
    for partition, macro in pairs.macro_f1.items():
        floors |= {f"pairs_{partition}_macro_f1": _cut(macro), f"pairs_{partition}_accuracy": _cut(pairs.accuracy[partition])}
    return Baseline(
        corpus_sha256=corpus_sha256(),
        n_articles=whole.n_articles,
        n_events=whole.n_events,
        measured_on=datetime.now(UTC).date().isoformat(),
        floors=floors,
        ceilings={
            "forbidden_coded": whole.forbidden[0],
            "false_alarms": whole.false_alarms[0],
            "test_forbidden_coded": test.forbidden[0],
            "test_false_alarms": test.false_alarms[0],
            "holdout_forbidden_coded": holdout.forbidden[0],
            "holdout_false_alarms": holdout.false_alarms[0],
            "wire_false_alarms": measured.wire.false_alarms[0],
            "unseen_forbidden_coded": measured.unseen.forbidden[0],
            "fresh_forbidden_coded": measured.fresh.forbidden[0],
            "pages_forbidden_coded": measured.pages.forbidden[0],
        },
        n_pairs=pairs.n_pairs,
        model_version=measured.model_version,
        roots={name: _cut(counts.f1) for name, counts in test.roots.items()},
        strata={name: _cut(one.root.f1) for name, one in test.strata.items() if one.root.hits + one.root.missed},
    )


def _scores(report: Report) -> dict[str, float]:
    """Return precision, recall and F1 at the levels dyad, root and code."""
    counts = {level: report.levels[level].counts for level in ("dyad", "root", "code")}
    return {
        f"{level}_{name}": _cut(value)
        for level, one in counts.items()
        for name, value in (("precision", one.precision), ("recall", one.recall), ("f1", one.f1))
    }


def _cut(value: float) -> float:
    """Cut a share to four places."""
    return math.floor(value * 10_000) / 10_000


# Precision and recall may be traded for each other; what they make together may not fall.
_ARTICLE_SCORES = ("dyad_f1", "root_f1", "code_f1", "status_right", "date_right")
PAIR_SCORES = ("pairs_root_macro_f1", "pairs_root_accuracy", "pairs_quad_macro_f1", "pairs_binary_macro_f1")
GUARDED = (
    *(f"{part}{name}" for part in ("", "test_", "holdout_", "unseen_", "fresh_", "pages_") for name in _ARTICLE_SCORES),
    *(f"wire_{level}_f1" for level in ("dyad", "root", "code")),
    *PAIR_SCORES,
)
SLACK = 0.05


def regressions(before: Baseline, now: Baseline) -> list[str]:
    """Return one sentence for each guarded score that fell; empty if none did. A score without a floor is new and cannot fall."""
    fallen = [
        f"{name} fell from {before.floors[name]} to {now.floors[name]}"
        for name in GUARDED
        if name in before.floors and now.floors[name] < before.floors[name]
    ]
    risen = [
        f"{name} rose from {before.ceilings[name]} to {now.ceilings[name]}"
        for name in before.ceilings
        if now.ceilings[name] > before.ceilings[name]
    ]
    sunk = [
        f"F1 of {name} fell from {then} to {now_at[name]}"
        for then_at, now_at in ((before.roots, now.roots), (before.strata, now.strata))
        for name, then in then_at.items()
        if now_at.get(name, 0.0) < then - SLACK
    ]
    return fallen + risen + sunk


def read_baseline(path: Path = BASELINE) -> Baseline | None:
    """Return the recorded baseline, None before the first."""
    return Baseline(**json.loads(path.read_text(encoding="utf-8"))) if path.is_file() else None


def write_baseline(baseline: Baseline, path: Path = BASELINE) -> None:
    """Record a baseline."""
    content = {name: getattr(baseline, name) for name in Baseline.__slots__}
    path.write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")


def update(now: Baseline, *, allow_regression: bool, path: Path = BASELINE) -> list[str]:
    """Record today's scores unless a guarded one fell; return what fell, in which case nothing is written without leave."""
    before = read_baseline(path)
    fallen = regressions(before, now) if before else []
    if not fallen or allow_regression:
        write_baseline(now, path)
    return fallen


def main(arguments: list[str] | None = None) -> int:
    """Run the gate; return 1 if a score fell."""
    parser = argparse.ArgumentParser(prog="python -m tests.gold.gate", description="Score the coder on our own gold.")
    parser.add_argument("--update", action="store_true", help="record today's scores as the new floors")
    parser.add_argument("--allow-regression", action="store_true", help="with --update: even where a score fell")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="show the first N mistakes")
    options = parser.parse_args(arguments)
    measured = measure()
    now = to_baseline(measured)
    sys.stdout.write(measured.to_text(errors=options.errors))
    if options.update:
        fallen = update(now, allow_regression=options.allow_regression)
        advice = "recorded all the same" if options.allow_regression else "not recorded; use --allow-regression if this is meant"
    else:
        before = read_baseline()
        fallen = regressions(before, now) if before else ["there is no baseline yet"]
        advice = "run with --update to record today's scores, after reading why"
    for sentence in fallen:
        sys.stderr.write(f"{sentence}\n")
    if fallen:
        sys.stderr.write(f"{advice}\n")
    return 1 if fallen and not (options.update and options.allow_regression) else 0


if __name__ == "__main__":
    sys.exit(main())
