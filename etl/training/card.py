"""What the trained model is worth, measured on the part of the corpus that it has not seen: the model card."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor

from etl.chart import COOPERATION_COLOUR, drawing
from etl.training.corpus import NONE, ROOTS, STATUS_CLASSES, Pair
from etl.training.encoder import NAME
from etl.training.export import ENCODER, HEADS
from etl.training.fit import IGNORED, Examples, Recipe, macro_f1, predict, read_recipe
from etl.training.network import RelationNetwork

_BINS = 10


@dataclass(frozen=True, slots=True)
class Figures:
    """Scores on the `test` part: macro-F1 of root, accuracy of status and code, F1 by root with N, reliability by tenths.

    `reliability` holds (mean probability, share right, n) for each tenth of probability that occurs; `temperature` was fitted on
    the `tune` part.
    """

    n_test: int
    root_macro_f1: float
    quad_accuracy: float
    status_accuracy: float
    code_accuracy: float
    by_root: dict[str, tuple[float, int]]
    reliability: list[tuple[float, float, int]]
    brier: float
    temperature: float


def measure(
    network: RelationNetwork, tokenizer: Tokenizer, pairs: Sequence[Pair], quad_of: dict[str, int], codes: Sequence[str]
) -> Figures:
    """Fit the temperature on `tune` and score on `test`."""
    tune, test = (Examples([pair for pair in pairs if pair.part == part], tokenizer, quad_of, codes) for part in ("tune", "test"))
    temperature = fit_temperature(predict(network, tune)[0], torch.tensor([labels[0] for labels in tune.labels]))
    root, quad, status, code = predict(network, test)
    wanted = [labels[0] for labels in test.labels]
    shares = (root / temperature).softmax(-1)
    sure, found = (part.tolist() for part in shares.max(-1))
    right = [got == want for got, want in zip(found, wanted, strict=True)]
    acts = [number for number, labels in enumerate(test.labels) if labels[2] != IGNORED]
    return Figures(
        n_test=len(test),
        root_macro_f1=macro_f1(found, wanted),
        quad_accuracy=_share([got == labels[1] for got, labels in zip(quad.argmax(-1).tolist(), test.labels, strict=True)]),
        status_accuracy=_share([int(status[number].argmax()) == test.labels[number][2] for number in acts]),
        code_accuracy=_share([int(code[number].argmax()) == test.labels[number][3] for number in acts]),
        by_root={ROOTS[one]: (_f1(found, wanted, one), wanted.count(one)) for one in sorted(set(wanted))},
        reliability=_reliability(sure, right),
        brier=sum((probability - hit) ** 2 for probability, hit in zip(sure, right, strict=True)) / len(right),
        temperature=temperature,
    )


def fit_temperature(logits: Tensor, wanted: Tensor) -> float:
    """Return the divisor of the logits that makes their probabilities most likely on held-out pairs (Guo et al. 2017)."""
    steps = [0.5 + 0.02 * number for number in range(126)]
    return min(steps, key=lambda divisor: float(torch.nn.functional.cross_entropy(logits / divisor, wanted)))


def write_card(figures: Figures, pairs: Sequence[Pair], folder: Path, recipe: Path, before: str | None) -> None:
    """Write README.md, the model card, and reliability.svg into `folder`.

    `before` is the SHA-256 of the encoder of the model that learned on, None for one that began with the pretrained encoder.
    """
    corpus = [pair for pair in pairs if pair.file.endswith(".tsv")]
    parts = Counter(pair.part for pair in corpus)
    n_articles = len({pair.file for pair in pairs if not pair.file.endswith(".tsv")})
    apart = f"; besides, {len(pairs) - len(corpus):,} pairs of {n_articles:,} labelled articles (`tests/gold`)"
    settings = read_recipe(recipe)
    share = sum(pair.code == NONE for pair in corpus) / len(corpus)
    size = sum((folder / name).stat().st_size for name in (ENCODER, HEADS)) / 1e6
    rows = [f"| {root} | {n} | {f1:.3f} |" for root, (f1, n) in figures.by_root.items()]
    bins = [f"| {mean:.2f} | {right:.2f} | {n} |" for mean, right, n in figures.reliability]
    statuses = ", ".join(STATUS_CLASSES[1:])
    lines = [
        "# The relation model",
        "",
        "Says what a marked source does to a marked target in one English sentence: a CAMEO root (02-20) or none, and how",
        f"the act is asserted ({statuses}).",
        "",
        f"- **Encoder**: the lower {settings.layers} of 12 layers of {NAME} (Apache-2.0; width 768), fine-tuned but for its",
        "  vectors of single words. It reads a sentence once, all parties in signs.",
        "- **Heads**: root, quad class, status and code of each ordered pair, from the states at the signs that open source and",
        "  target, the means over the words between them in the parse and over all words, and what the rules see of the pair",
        "  (`etl/coder/second_reader/briefing.py`).",
        f"- **Form**: ONNX, weights in 8 bits, {size:.1f} MB; read with onnxruntime and tokenizers, one sentence at a time.",
        f"- **Data**: `data/training`, {len(corpus):,} marked sentences of our own (CC BY 4.0), {share:.0%} without an act;",
        f"  by hash of the sentence {parts['fit']:,} to fit, {parts['tune']:,} to choose the epoch and the temperature,",
        f"  {parts['test']:,} to test{apart if n_articles else ''}.",
        f"- **Made by** {_origin(recipe, settings, before)}; seeded.",
        "  The same machine gives the same weights; another kind of processor rounds otherwise, so the weights are committed",
        "  with their checksums (`SHA256SUMS`). What the files answer is the same to the last digit on x86-64 processors",
        "  with AVX2, AVX-512 and AVX-512 VNNI (`tests/unit/test_processors.py`): products and the sums of each softmax are of",
        "  whole numbers (`etl/training/softmax.py`). Where eight bits lose most, each word piece has a scale of its own",
        "  (`etl/training/rows.py`).",
        "- **Not for** languages other than English, texts longer than a sentence, or saying whether a report is true.",
        "",
        "## Figures on the test part",
        "",
        f"N = {figures.n_test}. Macro-F1 of root (with none) {figures.root_macro_f1:.3f}; accuracy of quad class",
        f"{figures.quad_accuracy:.3f}, of status {figures.status_accuracy:.3f}, of code {figures.code_accuracy:.3f}. Temperature",
        f"{figures.temperature:.2f}; Brier score of the likeliest root {figures.brier:.3f}.",
        "",
        "| root | N | F1 |",
        "|---|---|---|",
        *rows,
        "",
        "## Calibration",
        "",
        "![Reliability: share right by probability](reliability.svg)",
        "",
        "| mean probability | share right | N |",
        "|---|---|---|",
        *bins,
        "",
    ]
    (folder / "README.md").write_text("\n".join(lines), encoding="utf-8")
    _draw(figures, folder / "reliability.svg")


def _origin(recipe: Path, settings: Recipe, before: str | None) -> str:
    epochs = f"{settings.epochs} epoch{'s' if settings.epochs > 1 else ''}"
    if before is None:
        return f"`make train` as `{recipe}` says ({epochs})"
    mean = f", of whose weights {settings.kept:.0%} are kept" if settings.kept else ""
    return f"`make train-on` as `{recipe}` says ({epochs}) from the model whose encoder has SHA-256 {before[:16]}...{mean}"


def _draw(figures: Figures, path: Path) -> None:
    """Draw the share right over the probability, with the diagonal of perfect calibration."""
    with drawing(path, 4, 4, without=()) as figure:
        axes = figure.subplots()
        axes.plot([0, 1], [0, 1], color="0.6", linewidth=0.8)
        axes.plot(
            [mean for mean, _, _ in figures.reliability],
            [right for _, right, _ in figures.reliability],
            marker="o",
            color=COOPERATION_COLOUR,
        )
        axes.set(xlim=(0, 1), ylim=(0, 1), xlabel="probability of the likeliest root", ylabel="share right")


def _share(hits: Sequence[bool]) -> float:
    return sum(hits) / len(hits) if hits else 0.0


def _f1(found: Sequence[int], wanted: Sequence[int], one: int) -> float:
    hit = sum(got == want == one for got, want in zip(found, wanted, strict=True))
    return 2 * hit / (sum(got == one for got in found) + sum(want == one for want in wanted))


def _reliability(sure: Sequence[float], right: Sequence[bool]) -> list[tuple[float, float, int]]:
    bins: dict[int, list[tuple[float, bool]]] = {}
    for probability, hit in zip(sure, right, strict=True):
        bins.setdefault(min(_BINS - 1, int(probability * _BINS)), []).append((probability, hit))
    return [
        (sum(one for one, _ in held) / len(held), sum(hit for _, hit in held) / len(held), len(held))
        for _, held in sorted(bins.items())
    ]
