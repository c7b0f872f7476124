"""The gate: the coder may not do worse on our own gold than it did before.

    python -m tests.gold.gate                                prints the scores and compares them with baseline.json
    python -m tests.gold.gate --update                       raises the floors to today's scores
    python -m tests.gold.gate --update --allow-regression    sets them even where they fall

The floors hold for one corpus, named by its hash: after a change to a gold file, run with `--update`. The coder is
deterministic, so there is no tolerance: any fall is a change of behaviour.
"""

import argparse
import hashlib
import json
import math
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from etl.coder.coder import Coder
from etl.coder.parser import load_parser
from etl.dictionaries import load_lexicon
from etl.evaluate import Report, evaluate, load_gold, to_articles, to_predictions

FOLDER = Path(__file__).resolve().parent
BASELINE = FOLDER / "baseline.json"


@dataclass(frozen=True, slots=True)
class Baseline:
    """What was reached, on which corpus and day.

    `floors` are scores that may not fall; `ceilings` are counts of plain mistakes that may not rise.
    """

    corpus_sha256: str
    n_articles: int
    n_events: int
    measured_on: str
    floors: Mapping[str, float]
    ceilings: Mapping[str, int]


def gold_files() -> list[Path]:
    """Return the gold files, sorted by name."""
    return sorted(FOLDER.glob("*.jsonl"))


def corpus_sha256() -> str:
    """Return the SHA-256 over names and bytes of all gold files."""
    digest = hashlib.sha256()
    for path in gold_files():
        digest.update(path.name.encode() + b"\x00" + path.read_bytes() + b"\x00")
    return digest.hexdigest()


def measure() -> Report:
    """Code the gold articles with the real coder and score what comes out, every status included."""
    gold = load_gold(gold_files())
    coder = Coder(load_lexicon(), load_parser(None))
    return evaluate(gold, to_predictions(coder.code(to_articles(gold))))


def to_baseline(report: Report) -> Baseline:
    """Return a report's scores as floors, cut (not rounded) to four places so that the report itself passes."""
    floors: dict[str, float] = {}
    for level in ("dyad", "root", "code"):
        counts = report.levels[level].counts
        for name, value in (("precision", counts.precision), ("recall", counts.recall), ("f1", counts.f1)):
            floors[f"{level}_{name}"] = math.floor(value * 10_000) / 10_000
    # Counts, not shares: a coder that finds more acts is judged on more of them, and harder ones.
    floors |= {"status_right": report.status[0], "date_right": report.dates[0]}
    return Baseline(
        corpus_sha256=corpus_sha256(),
        n_articles=report.n_articles,
        n_events=report.n_events,
        measured_on=datetime.now(UTC).date().isoformat(),
        floors=floors,
        ceilings={"forbidden_coded": report.forbidden[0], "false_alarms": report.false_alarms[0]},
    )


# Precision and recall may be traded for each other; what they make together may not fall.
GUARDED = ("dyad_f1", "root_f1", "code_f1", "status_right", "date_right")


def regressions(before: Baseline, now: Baseline) -> list[str]:
    """Return one sentence for each guarded score that fell; empty if none did."""
    fallen = [
        f"{name} fell from {before.floors[name]} to {now.floors[name]}"
        for name in GUARDED
        if now.floors[name] < before.floors[name]
    ]
    risen = [
        f"{name} rose from {before.ceilings[name]} to {now.ceilings[name]}"
        for name in before.ceilings
        if now.ceilings[name] > before.ceilings[name]
    ]
    return fallen + risen


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
    report = measure()
    now = to_baseline(report)
    sys.stdout.write(report.to_text(errors=options.errors))
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
