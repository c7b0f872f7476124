"""The second reader: a small network that says which act, if any, a marked source does to a marked target.

It was trained on our own sentences (data/training, `make train`, data/models/README.md) and runs with onnxruntime and tokenizers
alone, the extra `[model]`. A sentence is read on its own, never in a batch: 8-bit arithmetic scales by what stands beside it, and
the same sentence must give the same answer in every company.
"""

import hashlib
import json
from pathlib import Path
from typing import Any

from etl.coder.second_reader.marking import NO_BRIEFING, Briefing, Marking, Question, Span
from etl.coder.second_reader.states import States
from etl.coder.vote import NONE, Vote
from etl.errors import ModelError

_FILES = ("relation.json", "encoder.onnx", "heads.onnx", "tokenizer.json")
_SLOWER = ["SkipLayerNormFusion"]  # joins sum and norm into one step that takes five times as long as both (onnxruntime 1.32)
_ANSWERS = 50_000  # answers kept; wire copies repeat sentences
_SENTENCES = 100  # sentences kept as the encoder read them, a tenth of a megabyte each


class RelationModel:
    """The network loaded once; holds no state but a memory of its answers and of the sentences it read last."""

    def __init__(self, encoder: Any, heads: Any, tokenizer: Any, description: dict[str, Any], version: str) -> None:  # noqa: ANN401 - untyped
        """Take two loaded sessions and a tokenizer; `load_model` makes them."""
        self._encoder = encoder
        self._heads = heads
        self._tokenizer = tokenizer
        self._roots: list[str] = description["roots"]
        self._statuses: list[str] = description["statuses"]
        self._codes: list[str] = description["codes"]
        self._told: dict[str, int] = {name: number for number, name in enumerate(description["told"])}
        self._temperature: float = description["temperature"]
        self._known: dict[Question, Vote] = {}
        self._read: dict[str, States] = {}
        self.version = version

    def vote(self, text: str, source: Span | None, target: Span | None, briefing: Briefing = NO_BRIEFING) -> Vote:
        """Return the vote on what `source` does to `target` (character offsets, end exclusive) in `text`.

        Without a source, what anybody does to the target; without a target, what the source does to anybody. The sentence is read
        once for all pairs of the parties that the briefing names.
        """
        asked = Question(text, source, target, briefing)
        if (found := self._known.get(asked)) is None:
            found = self._voted(asked.cut())
            _remember(self._known, asked, found, _ANSWERS)
        return found

    def _voted(self, asked: Question) -> Vote:
        root, _, status, code = self._heads.run(None, self._evidence(asked))
        return Vote(
            dict(zip(self._roots, _softmax(root[0] / self._temperature), strict=True)),
            {name: share for name, share in zip(self._statuses, _softmax(status[0]), strict=True) if name != NONE},
            dict(zip(self._codes, _softmax(code[0]), strict=True)),
        )

    def _evidence(self, asked: Question) -> dict[str, Any]:
        """Return what the heads are given: states of signs, way and whole sentence, which side is missing, what is told."""
        import numpy as np  # noqa: PLC0415 - here with onnxruntime, which brings it

        states = self._states(Marking(asked.text, asked.parties))
        told = np.zeros((1, len(self._told)), dtype=np.float32)
        told[0, [self._told[name] for name in asked.briefing.told]] = 1.0
        rows = [states.side(asked.source), states.side(asked.target), states.way(asked.briefing.path), states.mean]
        missing = [[asked.source is None, asked.target is None]]
        return {"rows": np.stack(rows)[None], "missing": np.array(missing, dtype=np.float32), "told": told}

    def _states(self, marking: Marking) -> States:
        """Return a sentence as the encoder reads it, once for all its pairs."""
        import numpy as np  # noqa: PLC0415

        if (found := self._read.get(marking.text)) is None:
            encoding = self._tokenizer.encode(marking.text)
            rows = self._encoder.run(None, {"input_ids": np.array([encoding.ids], dtype=np.int64)})[0][0]
            found = States(marking, rows, encoding.offsets)
            _remember(self._read, marking.text, found, _SENTENCES)
        return found


def load_model(folder: Path) -> RelationModel:
    """Load the model of a folder.

    Raises:
        ModelError: the extra `[model]` is not installed, a file is missing, or its checksum is not the one in SHA256SUMS.
    """
    try:
        import onnxruntime  # noqa: PLC0415 - an extra; without it the rules stand alone
        from tokenizers import Tokenizer  # noqa: PLC0415
    except ImportError as error:
        raise ModelError(
            f"The relation model needs {error.name}: pip install 'comity[model]', or go without it by --no-model."
        ) from None
    sums = _sums(folder)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1  # builds spread articles over processes instead
    encoder, heads = (
        onnxruntime.InferenceSession(str(folder / name), options, providers=["CPUExecutionProvider"], disabled_optimizers=_SLOWER)
        for name in ("encoder.onnx", "heads.onnx")
    )
    description = json.loads((folder / "relation.json").read_text(encoding="utf-8"))
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    version = hashlib.sha256("".join(sums).encode()).hexdigest()[:16]
    return RelationModel(encoder, heads, tokenizer, description, version)


def _remember(memory: dict[Any, Any], key: object, value: object, most: int) -> None:
    """Keep an answer; the oldest goes where there are too many."""
    memory[key] = value
    if len(memory) > most:
        del memory[next(iter(memory))]


def _sums(folder: Path) -> list[str]:
    """Return the checksums of the model's files, each compared with SHA256SUMS."""
    path = folder / "SHA256SUMS"
    if not path.is_file():
        raise ModelError(f"{folder}: no relation model (SHA256SUMS is missing); `make train` makes one, --no-model goes without.")
    wanted = {name: digest for digest, name in (line.split(maxsplit=1) for line in path.read_text(encoding="utf-8").splitlines())}
    found = []
    for name in _FILES:
        if not (folder / name).is_file():
            raise ModelError(f"{folder / name}: missing, though {path} lists it.")
        found.append(hashlib.sha256((folder / name).read_bytes()).hexdigest())
        if wanted.get(name) != found[-1]:
            raise ModelError(f"{folder / name}: its SHA-256 is {found[-1]}, in {path} stands {wanted.get(name)}.")
    return found


def _softmax(logits: Any) -> list[float]:  # noqa: ANN401 - a numpy row
    """Return shares that add up to one, rounded so that the last bits of another processor do not show."""
    import numpy as np  # noqa: PLC0415

    weights = np.exp(logits.astype(np.float64) - logits.max())
    shares: list[float] = np.round(weights / weights.sum(), 4).tolist()
    return shares
