"""ACCURACY.md: how good the coder is, from the floors that the gate holds it to (tests/gold/baseline.json)."""

import json
from pathlib import Path
from typing import Any

from etl import paths
from etl.errors import InputError

NAME = "ACCURACY.md"
BASELINE = paths.ROOT / "tests" / "gold" / "baseline.json"

_SETS = {
    "holdout": "hold-out, labelled blind",
    "pairs": "two marked sides",
    "": "development gold and hold-out",
    "reports": "long news articles for development",
    "unseen": "long news articles, unseen",
    "fresh": "news items, unseen",
    "pages": "whole newspaper pages, unseen",
}
_AGREE = {"dyad": "source, target", "root": "source, target, CAMEO root", "code": "source, target, full code"}
_TRIPLE = ("precision", "recall", "f1")


def write_accuracy(folder: Path, coder_version: str, baseline: Path = BASELINE) -> None:
    """Write ACCURACY.md. Raises `InputError` where the gate's baseline is missing or is no JSON object with floors."""
    try:
        said = json.loads(baseline.read_text(encoding="utf-8"))
        floors, ceilings = said["floors"], said["ceilings"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InputError(f"{baseline} is not the baseline of the gate: {type(error).__name__}: {error}") from error
    (folder / NAME).write_text("".join(_page(said, floors, ceilings, coder_version)), encoding="utf-8")


def _page(said: dict[str, Any], floors: dict[str, float], ceilings: dict[str, float], coder_version: str) -> list[str]:
    """Return the lines of the page."""
    lines = [
        "# Accuracy\n\n",
        (
            "These are the floors that Comity's gate holds the coder to: a change that scores lower is refused. They say how\n"
            "good the coder is on our own labelled sentences, not how many of the rows beside this page are right.\n\n"
        ),
        (
            f"Measured on {said.get('measured_on', 'an unknown day')}. This release was coded by `{coder_version}`;\n"
            f"the labelled corpus has the SHA-256 `{said.get('corpus_sha256', 'unknown')}`.\n\n"
        ),
    ]
    sizes = {key.removeprefix("n_"): value for key, value in said.items() if key.startswith("n_")}
    if sizes:
        lines.append("The corpus: " + ", ".join(f"{value:,} {name.replace('_', ' ')}" for name, value in sizes.items()) + ".\n\n")
    lines.append("| set | what must agree | precision | recall | F1 |\n|---|---|---|---|---|\n")
    shown: set[str] = set()
    for prefix, title in _sets(floors).items():
        for unit, meaning in _AGREE.items():
            names = [f"{prefix}{unit}_{figure}" for figure in _TRIPLE]
            if all(name in floors for name in names):
                lines.append(f"| {title} | {meaning} | " + " | ".join(f"{floors[name]:.3f}" for name in names) + " |\n")
                shown.update(names)
    lines.append("\nOther floors (no lower) and ceilings (no higher):\n\n| figure | floor or ceiling | value |\n|---|---|---|\n")
    lines += [f"| {_words(name)} | floor | {_figure(value)} |\n" for name, value in floors.items() if name not in shown]
    lines += [f"| {_words(name)} | ceiling | {_figure(value)} |\n" for name, value in ceilings.items()]
    lines.append(
        "\nRecall is far below precision: read counts as lower bounds, and compare places and periods rather than levels. "
        "Sentences that a rule was written for flatter it; the hold-out is the figure to go by.\n"
    )
    return lines


def _sets(floors: dict[str, float]) -> dict[str, str]:
    """Return the sets that have a score for dyads, as prefix of its figures -> title, those we know first."""
    prefixes = {name.removesuffix("dyad_f1") for name in floors if name.endswith("dyad_f1")}
    titles = {prefix: _SETS.get(prefix.rstrip("_"), prefix.rstrip("_").replace("_", " ")) for prefix in sorted(prefixes)}
    return dict(sorted(titles.items(), key=lambda item: (item[0] != "holdout_", item[0])))


def _words(name: str) -> str:
    """Return the name of a figure as words."""
    return name.replace("_", " ")


def _figure(value: float) -> str:
    """Return a share with three decimals, a count without any."""
    return f"{value:.3f}" if isinstance(value, float) else f"{value:,}"
