"""ACCURACY.md: how good the coder is, from the floors that the gate holds it to (tests/gold/baseline.json)."""

import json
from pathlib import Path
from typing import Any

from etl import paths
from etl.errors import InputError

NAME = "ACCURACY.md"
BASELINE = paths.ROOT / "tests" / "gold" / "baseline.json"

# Prefix of its figures in the baseline, as tests/gold/gate.py writes them -> what the set is.
SETS = {
    "holdout_": "hold-out, labelled blind",
    "": "all of the gold: development half, test half and hold-out",
    "test_": "test half of the gold",
    "wire_": "plain sentences and short news items, one in three",
    "unseen_": "long news articles, unseen",
    "fresh_": "news items and headlines, unseen",
    "pages_": "whole newspaper pages, unseen",
    "pairs_": "two marked sides",
}
_AGREE = {"dyad": "source, target", "root": "source, target, CAMEO root", "code": "source, target, full code"}
_TRIPLE = ("precision", "recall", "f1")


def write_accuracy(folder: Path, coder_version: str, model_hash: str | None, baseline: Path = BASELINE) -> None:
    """Write ACCURACY.md for a build of this coder version and relation model (empty or None: the rules worked alone).

    Raises:
        InputError: the gate's baseline is missing or is no JSON object with floors.
    """
    try:
        said = json.loads(baseline.read_text(encoding="utf-8"))
        floors, ceilings = said["floors"], said["ceilings"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InputError(f"{baseline} is not the baseline of the gate: {type(error).__name__}: {error}") from error
    made_by = f"`{coder_version}`,\n{_reader(model_hash, str(said.get('model_version') or ''))}"
    (folder / NAME).write_text("".join(_page(said, floors, ceilings, made_by)), encoding="utf-8")


def _reader(model_hash: str | None, measured_with: str) -> str:
    """Return whether the figures are of what coded the release, as the end of a sentence: rules, or rules and this model."""
    if not model_hash and not measured_with:
        return "by the rules alone, as the figures are"
    if not model_hash:
        return (
            f"**by the rules alone: the figures are with the relation model `{measured_with}`, which this build did not use**,\n"
            "and rules alone find less and are less often right"
        )
    if model_hash != measured_with:
        used = f"with the relation model `{measured_with}`" if measured_with else "of the rules alone"
        return f"**with the relation model `{model_hash}`; the figures are {used}**"
    return f"with the relation model `{model_hash}`, as the figures are"


def _page(said: dict[str, Any], floors: dict[str, float], ceilings: dict[str, float], made_by: str) -> list[str]:
    """Return the lines of the page."""
    lines = [
        "# Accuracy\n\n",
        (
            "These are the floors that Comity's gate holds the coder to: a change that scores lower is refused. They say how\n"
            "good the coder is on our own labelled sentences, not how many of the rows beside this page are right.\n\n"
        ),
        (
            f"Measured on {said.get('measured_on', 'an unknown day')}. This release was coded by {made_by}.\n"
            f"The labelled corpus has the SHA-256 `{said.get('corpus_sha256', 'unknown')}`.\n\n"
        ),
    ]
    sizes = {key.removeprefix("n_"): value for key, value in said.items() if key.startswith("n_")}
    if sizes:
        counted = ", ".join(f"{value:,} {name.replace('_', ' ')}" for name, value in sizes.items())
        lines.append(f"The gold: {counted}. Plain, unseen and whole-page sets come on top.\n\n")
    lines.append("| set | what must agree | precision | recall | F1 |\n|---|---|---|---|---|\n")
    shown: set[str] = set()
    for prefix, title in SETS.items():
        for unit, meaning in _AGREE.items():
            names = [f"{prefix}{unit}_{figure}" for figure in _TRIPLE]
            if all(name in floors for name in names):
                lines.append(f"| {title} | {meaning} | " + " | ".join(f"{floors[name]:.3f}" for name in names) + " |\n")
                shown.update(names)
    lines.append(
        "\nOther floors (no lower) and ceilings (no higher):\n\n| set | figure | floor or ceiling | value |\n|---|---|---|---|\n"
    )
    lines += [f"| {_words(name)} | floor | {_figure(value)} |\n" for name, value in floors.items() if name not in shown]
    lines += [f"| {_words(name)} | ceiling | {_figure(value)} |\n" for name, value in ceilings.items()]
    lines.append(
        "\nRecall is far below precision: read counts as lower bounds, and compare places and periods rather than levels. "
        "Sentences that a rule was written for flatter it; the hold-out is the figure to go by.\n"
    )
    return lines


def _words(name: str) -> str:
    """Return the set and the name of a figure as words, in two cells."""
    prefix = next((known for known in SETS if known and name.startswith(known)), "")
    return f"{SETS[prefix]} | {name.removeprefix(prefix).replace('_', ' ')}"


def _figure(value: float) -> str:
    """Return a share with three decimals, a count without any."""
    return f"{value:.3f}" if isinstance(value, float) else f"{value:,}"
