"""The second reader: a small network that says which act, if any, a marked source does to a marked target.

It was trained on our own sentences (data/training, `make train`, data/models/README.md) and runs with onnxruntime and tokenizers
alone, the extra `[model]`. A sentence is read on its own, never in a batch: 8-bit arithmetic scales by what stands beside it, and
the same sentence must give the same answer in every company.
"""

import hashlib
import json
from collections import OrderedDict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from etl.coder.marking import NO_BRIEFING, Briefing, Span, marked
from etl.errors import ModelError

NONE = "none"
_FILES = ("relation.json", "relation.onnx", "tokenizer.json")
_SLOWER = ["SkipLayerNormFusion"]  # joins sum and norm into one step that takes five times as long as both (onnxruntime 1.32)
_REMEMBERED = 50_000  # answers kept; wire copies repeat sentences


@dataclass(frozen=True, slots=True)
class Vote:
    """What the model says of one pair: probabilities by CAMEO root (`none`: no act), and, given an act, of its status and code.

    It tells only such codes apart as its corpus has often; `xx0` stands for the rest of a root.
    """

    roots: dict[str, float]
    statuses: dict[str, float]
    codes: dict[str, float]

    @property
    def root(self) -> str:
        """The likeliest root, or `none`."""
        return max(self.roots, key=self.roots.__getitem__)

    @property
    def status(self) -> str:
        """The likeliest status."""
        return max(self.statuses, key=self.statuses.__getitem__)

    @property
    def act(self) -> float:
        """The probability that there is any act."""
        return 1.0 - self.roots[NONE]

    def code(self, root: str) -> str:
        """Return the likeliest code of a root where it is likelier than all others of that root together, else `xx0`."""
        shares = {code: share for code, share in self.codes.items() if code[:2] == root}
        best = max(shares, key=shares.__getitem__, default=f"{root}0")
        return best if 2 * shares.get(best, 0.0) > sum(shares.values()) else f"{root}0"

    @property
    def best_act(self) -> str:
        """The likeliest root among the acts."""
        return max((root for root in self.roots if root != NONE), key=self.roots.__getitem__)


class RelationModel:
    """The network loaded once; holds no state but a memory of its answers."""

    def __init__(self, session: Any, tokenizer: Any, description: dict[str, Any], version: str) -> None:  # noqa: ANN401 - untyped
        """Take a loaded session and tokenizer; `load_model` makes them."""
        self._session = session
        self._tokenizer = tokenizer
        self._roots: list[str] = description["roots"]
        self._statuses: list[str] = description["statuses"]
        self._codes: list[str] = description["codes"]
        self._temperature: float = description["temperature"]
        self._known: OrderedDict[str, Vote] = OrderedDict()
        self.version = version

    def vote(self, text: str, source: Span | None, target: Span | None, briefing: Briefing = NO_BRIEFING) -> Vote:
        """Return the vote on what `source` does to `target` (character offsets, end exclusive) in `text`.

        Without a source, what anybody does to the target; without a target, what the source does to anybody.
        """
        said = marked(text, source, target, briefing)
        if (found := self._known.get(said)) is not None:
            self._known.move_to_end(said)
            return found
        import numpy as np  # noqa: PLC0415 - here with onnxruntime, which brings it

        ids = self._tokenizer.encode(said).ids
        inputs = {"input_ids": np.array([ids], dtype=np.int64), "attention_mask": np.ones((1, len(ids)), dtype=np.int64)}
        root, _, status, code = self._session.run(None, inputs)
        vote = Vote(
            dict(zip(self._roots, _softmax(root[0] / self._temperature), strict=True)),
            {name: share for name, share in zip(self._statuses, _softmax(status[0]), strict=True) if name != NONE},
            dict(zip(self._codes, _softmax(code[0]), strict=True)),
        )
        self._known[said] = vote
        if len(self._known) > _REMEMBERED:
            self._known.popitem(last=False)
        return vote


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
    session = onnxruntime.InferenceSession(
        str(folder / "relation.onnx"), options, providers=["CPUExecutionProvider"], disabled_optimizers=_SLOWER
    )
    description = json.loads((folder / "relation.json").read_text(encoding="utf-8"))
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    return RelationModel(session, tokenizer, description, hashlib.sha256("".join(sums).encode()).hexdigest()[:16])


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

    weights = np.exp(logits - logits.max())
    return [round(float(share), 4) for share in weights / weights.sum()]
