"""Fine-tuning: the same corpus, settings and seed give the same weights on the same machine."""

import copy
import logging
import math
import random
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn

from etl.coder.second_reader.briefing import TOLD
from etl.coder.second_reader.marking import SIGNS, Marking, beside
from etl.coder.second_reader.states import Pieces
from etl.errors import InputError
from etl.training.corpus import NONE, QUADS, ROOTS, STATUS_CLASSES, Pair
from etl.training.network import RelationNetwork, load_encoder

log = logging.getLogger(__name__)
IGNORED = -100  # torch's own sign for "no label"
_EACH = 4  # steps between two that count in the running mean
_TOLD_EACH = 200  # steps between two lines of the log


@dataclass(frozen=True, slots=True)
class Recipe:
    """How to train. Lengths are in word pieces; the learning rates rise over `warmup` (share of all steps) and fall to zero.

    `layers` of the encoder are kept, from the bottom. A batch has `batch_size` sentences, each with all its pairs; an epoch
    shows a `corpus_share` of the corpus's sentences, drawn anew, once, and each of an article `article_shows` times, for articles
    are what is coded. What is judged
    and kept is a running mean of the weights over about 1 / (1 - `average`) steps (Polyak averaging), of which every
    fourth counts; with 0 the weights themselves. A code is told apart where the corpus has it at least `fewest` times to fit on.
    A model that learns on keeps a share `kept` of the weights it began with, since the mean of both forgets less (Wortsman et
    al. 2022, "Robust fine-tuning of zero-shot models").
    """

    seed: int = 20_261_128
    layers: int = 8
    epochs: int = 2
    article_shows: int = 2
    corpus_share: float = 1.0
    batch_size: int = 32
    learning_rate: float = 6e-5
    head_learning_rate: float = 5e-4
    layer_decay: float = 0.9
    weight_decay: float = 0.01
    warmup: float = 0.06
    dropout: float = 0.1
    average: float = 0.98
    kept: float = 0.0
    label_smoothing: float = 0.05
    quad_weight: float = 0.3
    status_weight: float = 0.3
    code_weight: float = 0.3
    fewest: int = 25
    max_length: int = 160
    bfloat16: bool = True
    threads: int = 2


def read_recipe(path: Path) -> Recipe:
    """Read a recipe from TOML. Raises InputError for an unknown setting or a value of another type."""
    found = tomllib.loads(path.read_text(encoding="utf-8"))
    known = {field.name: type(getattr(Recipe(), field.name)) for field in fields(Recipe)}
    for name, value in found.items():
        if name not in known:
            raise InputError(f"{path}: unknown setting {name!r}; allowed are {', '.join(sorted(known))}")
        if type(value) is not known[name]:
            raise InputError(f"{path}: {name} must be of type {known[name].__name__}, not {value!r}")
    return Recipe(**found)


def load_tokenizer(folder: Path, max_length: int) -> Tokenizer:
    """Return the encoder's tokenizer with the two signs as words of their own, no padding, and a longest length."""
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.add_special_tokens(list(SIGNS))
    tokenizer.no_padding()
    tokenizer.enable_truncation(max_length)
    return tokenizer


def sign_ids(tokenizer: Tokenizer) -> tuple[int, int]:
    """Return the word-piece numbers of the opening and the closing sign. Raises InputError where the tokenizer knows them not."""
    opening, closing = (tokenizer.token_to_id(sign) for sign in SIGNS)
    if opening is None or closing is None:
        raise InputError(f"the tokenizer does not know the signs {', '.join(SIGNS)} that mark a party")
    return opening, closing


@dataclass(frozen=True, slots=True)
class Example:
    """A pair as the network sees it: word pieces of both signs (None: not named) and of the way, what the rules told, labels."""

    number: int
    sides: tuple[int | None, int | None]
    missing: tuple[bool, bool]
    way: list[int]
    told: list[int]
    labels: tuple[int, int, int, int]


Batch = tuple[Tensor, ...]


class Examples:
    """Pairs by sentence: word pieces of the sentences with all parties marked, and the pairs of each."""

    def __init__(self, pairs: Sequence[Pair], tokenizer: Tokenizer, quad_of: dict[str, int], codes: Sequence[str]) -> None:
        """Encode pairs; `quad_of` gives the quad class of a CAMEO code, `codes` are those that are told apart."""
        self.labels = [_labels(pair, quad_of, codes) for pair in pairs]
        sentences: dict[tuple[str, str], list[int]] = {}
        for number, pair in enumerate(pairs):
            sentences.setdefault((pair.file, pair.text), []).append(number)
        markings = [_marking([pairs[number] for number in numbers]) for numbers in sentences.values()]
        self.of_article = [pairs[numbers[0]].of_article for numbers in sentences.values()]
        self.ids: list[list[int]] = []
        self.examples: list[list[Example]] = []
        encodings = tokenizer.encode_batch([marking.text for marking in markings])
        for marking, encoding, numbers in zip(markings, encodings, sentences.values(), strict=True):
            pieces = Pieces(marking, encoding.offsets)
            self.ids.append(encoding.ids)
            self.examples.append([_example(number, pairs[number], pieces, self.labels[number]) for number in numbers])

    def __len__(self) -> int:
        """The number of pairs."""
        return len(self.labels)

    def batches(self, size: int, order: Sequence[int], padding: int) -> Iterator[tuple[Batch, list[int], Tensor]]:
        """Yield what the network takes, the numbers of the pairs in the order of its answers, and their labels (pairs, 4)."""
        for start in range(0, len(order), size):
            chosen = order[start : start + size]
            # few lengths, since fast kernels are made anew for each
            length = -(-max(len(self.ids[number]) for number in chosen) // 16) * 16
            n, most = len(chosen), max(len(self.examples[number]) for number in chosen)
            ids, mask = torch.full((n, length), padding), torch.zeros((n, length), dtype=torch.long)
            pick, missing = torch.zeros((n, 3, most, length)), torch.zeros((n, most, 2))
            told, real = torch.zeros((n, most, len(TOLD))), torch.zeros((n, most), dtype=torch.bool)
            for row, number in enumerate(chosen):
                ids[row, : len(self.ids[number])] = torch.tensor(self.ids[number])
                mask[row, : len(self.ids[number])] = 1
                for place, example in enumerate(self.examples[number]):
                    _fill(example, pick[row, :, place], missing[row, place], told[row, place])
                    real[row, place] = True
            held = [example for number in chosen for example in self.examples[number]]
            labels = torch.tensor([example.labels for example in held])
            yield (ids, mask, pick, missing, told, real), [example.number for example in held], labels


def _marking(pairs: Sequence[Pair]) -> Marking:
    """Return a sentence with all sides of its pairs marked, and the other parties beside them."""
    sides = {side for pair in pairs for side in (pair.source, pair.target) if side is not None}
    return Marking(pairs[0].text, beside(sides, pairs[0].briefing.parties))


def _example(number: int, pair: Pair, pieces: Pieces, labels: tuple[int, int, int, int]) -> Example:
    source, target = (None if side is None else pieces.side(side) for side in (pair.source, pair.target))
    told = [TOLD.index(name) for name in pair.briefing.told]
    way = pieces.way(pair.briefing.path)
    return Example(number, (source, target), (pair.source is None, pair.target is None), way, told, labels)


def _fill(example: Example, pick: Tensor, missing: Tensor, told: Tensor) -> None:
    for side, piece in enumerate(example.sides):
        if piece is not None:
            pick[side, piece] = 1.0
        missing[side] = float(example.missing[side])
    if example.way:
        pick[2, example.way] = 1.0 / len(example.way)
    told[example.told] = 1.0


def _labels(pair: Pair, quad_of: dict[str, int], codes: Sequence[str]) -> tuple[int, int, int, int]:
    root = ROOTS.index(pair.root)
    quad = 0 if pair.root == NONE else QUADS.index(str(quad_of[pair.code]))
    # Status is told only where there is an act: what a bare co-mention asserts is nobody's question.
    status = IGNORED if pair.root == NONE else STATUS_CLASSES.index(pair.status)
    told = [code for code in (pair.code, f"{pair.code[:3]}", f"{pair.code[:2]}0") if code in codes and pair.root != NONE]
    return root, quad, status, codes.index(told[0]) if told else IGNORED


def codes_of(pairs: Sequence[Pair], fewest: int) -> tuple[str, ...]:
    """Return the CAMEO codes that at least `fewest` pairs of the `fit` part have, and every root's xx0."""
    counts = Counter(pair.code for pair in pairs if pair.part == "fit" and pair.root != NONE)
    return tuple(sorted({code for code, n in counts.items() if n >= fewest} | {f"{root}0" for root in ROOTS if root != NONE}))


def prepare(recipe: Recipe) -> None:
    """Set seeds and threads so that the same machine gives the same weights; to be called before a network is made."""
    random.seed(recipe.seed)
    torch.manual_seed(recipe.seed)
    torch.set_num_threads(recipe.threads)
    torch.use_deterministic_algorithms(mode=True)
    deterministic: Any = torch.utils.deterministic  # its types do not know the setting
    deterministic.fill_uninitialized_memory = False  # only costs time: nothing here reads such memory


def begun(encoder: Path, recipe: Recipe, n_codes: int) -> tuple[RelationNetwork, Tokenizer]:
    """Return a network over a pretrained encoder whose heads know nothing yet, and its tokenizer."""
    tokenizer = load_tokenizer(encoder, recipe.max_length)
    return RelationNetwork(load_encoder(encoder, recipe.layers), sign_ids(tokenizer), n_codes, recipe.dropout), tokenizer


def fit(
    network: RelationNetwork,
    tokenizer: Tokenizer,
    pairs: Sequence[Pair],
    recipe: Recipe,
    quad_of: dict[str, int],
    codes: Sequence[str],
) -> None:
    """Train a network on the `fit` part to tell `codes` apart, and leave it as it was after the epoch that did best on `tune`."""
    padding = network.encoder.config.pad_token_id
    train, tune = (Examples([pair for pair in pairs if pair.part == part], tokenizer, quad_of, codes) for part in ("fit", "tune"))
    optimizer = torch.optim.AdamW(_groups(network, recipe), weight_decay=recipe.weight_decay, fused=True)
    steps = sum(math.ceil(len(_order(train, recipe, epoch)) / recipe.batch_size) for epoch in range(recipe.epochs))
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: _rate(step, steps, recipe.warmup))
    mean = torch.optim.swa_utils.AveragedModel(network, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(recipe.average))
    before = copy.deepcopy(network.state_dict())
    best, kept, step = -1.0, before, 0
    for epoch in range(recipe.epochs):
        network.train()
        order, total, n_shown = _order(train, recipe, epoch), 0.0, 0
        for batch, numbers, labels in train.batches(recipe.batch_size, order, padding):
            with torch.autocast("cpu", dtype=torch.bfloat16, enabled=recipe.bfloat16):
                logits = network(*batch)
            loss = _loss(tuple(part.float() for part in logits), labels, recipe)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            step += 1
            if step % _EACH == 0:
                mean.update_parameters(network)
            total += float(loss.detach()) * len(numbers)
            n_shown += len(numbers)
            if step % _TOLD_EACH == 0:
                log.info("step %d of %d, loss %.4f", step, steps, total / n_shown)
        averaged: Any = mean.module
        score = macro_f1(predict(averaged, tune)[0].argmax(-1).tolist(), [labels[0] for labels in tune.labels])
        log.info("epoch %d: loss %.4f, macro-F1 of root on tune %.4f", epoch + 1, total / n_shown, score)
        if score > best:
            best, kept = score, copy.deepcopy(mean.module.state_dict())
    network.load_state_dict(mixed(before, kept, recipe.kept))
    network.eval()


def mixed(before: dict[str, Tensor], after: dict[str, Tensor], kept: float) -> dict[str, Tensor]:
    """Return the mean of two states of one network, with a share `kept` of the first; what is no weight is of the second."""
    return {
        name: kept * before[name] + (1 - kept) * weight if weight.is_floating_point() and kept else weight
        for name, weight in after.items()
    }


def predict(network: RelationNetwork, examples: Examples) -> tuple[Tensor, ...]:
    """Return the logits of root, quad class, status and code of all pairs, in their order."""
    network.eval()
    order = sorted(range(len(examples.ids)), key=lambda number: len(examples.ids[number]))
    parts, told = [], list[int]()
    with torch.inference_mode():
        for batch, numbers, _ in examples.batches(64, order, network.encoder.config.pad_token_id):
            parts.append(network(*batch))
            told += numbers
    back = torch.tensor(told).argsort()
    return tuple(torch.cat([part[head] for part in parts])[back] for head in range(4))


def macro_f1(found: Sequence[int], wanted: Sequence[int]) -> float:
    """Return the unweighted mean F1 over the classes that occur in `wanted`."""
    scores = []
    for one in sorted(set(wanted)):
        hit = sum(1 for got, want in zip(found, wanted, strict=True) if got == want == one)
        scores.append(2 * hit / (sum(got == one for got in found) + sum(want == one for want in wanted)))
    return sum(scores) / len(scores)


def _loss(logits: tuple[Tensor, ...], labels: Tensor, recipe: Recipe) -> Tensor:
    weights = (1.0, recipe.quad_weight, recipe.status_weight, recipe.code_weight)
    losses = [
        nn.functional.cross_entropy(logits[head], labels[:, head], ignore_index=IGNORED, label_smoothing=recipe.label_smoothing)
        for head in range(4)
    ]
    if bool((labels[:, 2] == IGNORED).all()):  # no act in the batch: nothing to say of status and code
        losses[2:] = [torch.zeros(()), torch.zeros(())]
    return sum((weight * loss for weight, loss in zip(weights, losses, strict=True)), torch.zeros(()))


def _groups(network: RelationNetwork, recipe: Recipe) -> list[dict[str, object]]:
    """Give lower layers lower rates: they hold what the encoder knows of English."""
    n_layers = network.encoder.config.num_hidden_layers
    groups: dict[float, list[nn.Parameter]] = {}
    for name, parameter in network.named_parameters():
        if not parameter.requires_grad:
            continue
        if not name.startswith("encoder."):
            rate = recipe.head_learning_rate
        elif "layer." in name:
            rate = recipe.learning_rate * recipe.layer_decay ** (n_layers - 1 - int(name.split("layer.")[1].split(".")[0]))
        else:
            rate = recipe.learning_rate * recipe.layer_decay**n_layers
        groups.setdefault(rate, []).append(parameter)
    return [{"params": parameters, "lr": rate} for rate, parameters in sorted(groups.items())]


def _rate(step: int, steps: int, warmup: float) -> float:
    rising = max(1, int(steps * warmup))
    return step / rising if step < rising else max(0.0, (steps - step) / max(1, steps - rising))


def _order(examples: Examples, recipe: Recipe, epoch: int) -> list[int]:
    """Shuffle, then put like lengths together within fifty batches, so that little is padding."""
    draw = random.Random(recipe.seed + epoch)  # noqa: S311 - an order of examples keeps no secret
    size = recipe.batch_size
    corpus = [number for number, of_article in enumerate(examples.of_article) if not of_article]
    articles = [number for number, of_article in enumerate(examples.of_article) if of_article]
    order = draw.sample(corpus, round(recipe.corpus_share * len(corpus))) + articles * recipe.article_shows
    draw.shuffle(order)
    chunks = [sorted(order[at : at + 50 * size], key=lambda n: len(examples.ids[n])) for at in range(0, len(order), 50 * size)]
    batches = [chunk[at : at + size] for chunk in chunks for at in range(0, len(chunk), size)]
    draw.shuffle(batches)
    return [number for batch in batches for number in batch]
