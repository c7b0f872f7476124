"""From the files that a build reads back to a network: training can go on from an exported model, on more sentences of one's own.

The exported weights have 8 bits; what rounding lost is little beside what an epoch changes.
"""

import json
import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper

from etl.errors import InputError
from etl.training.export import DESCRIPTION, MODEL, whole_onnx
from etl.training.network import RelationNetwork

_TURNED = "_Transposed"  # so the exporter names what it turns round
_CODES = "heads.3."
_FULL = 60  # of 64 steps: the largest weight of a channel fills the range, whatever the channel


def start_from(network: RelationNetwork, codes: Sequence[str], folder: Path) -> None:
    """Give a fresh network the weights of the exported model in `folder`; `codes` are those that it is to tell apart.

    Codes that the model did not know keep their fresh weights. Raises InputError where the folder has no model of this shape.
    """
    if not (folder / MODEL).is_file() or not (folder / DESCRIPTION).is_file():
        raise InputError(f"{folder}: no exported model; wanted are {MODEL} and {DESCRIPTION}")
    found = _initializers(onnx.load(str(folder / MODEL)))
    known: list[str] = json.loads((folder / DESCRIPTION).read_text(encoding="utf-8"))["codes"]
    state = network.state_dict()
    for name, exported, turned in _exported_names(network):
        weights = found.get(exported)
        if weights is None:
            raise InputError(f"{folder / MODEL}: no weights {exported!r} for {name}; it was exported from another network")
        given = torch.from_numpy(weights.T.copy() if turned else weights.copy()).float()
        if name.startswith(_CODES):  # told apart by code, for the list may have changed
            rows = {code: row for row, code in enumerate(known)}
            kept = [(row, rows[code]) for row, code in enumerate(codes) if code in rows]
            state[name][[row for row, _ in kept]] = given[[row for _, row in kept]]
        elif given.shape == state[name].shape:
            state[name] = given
        else:
            raise InputError(f"{folder / MODEL}: {name} has the shape {tuple(given.shape)}, wanted is {tuple(state[name].shape)}")
    network.load_state_dict(state)


def _exported_names(network: RelationNetwork) -> list[tuple[str, str, bool]]:
    """Return for each weight of the network its name in an export, and whether it stands there turned round."""
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "whole.onnx"
        whole_onnx(network.eval(), path)
        exported = _initializers(onnx.load(str(path)))
    names: list[tuple[str, str, bool]] = []
    for name, value in network.state_dict().items():
        weights = value.numpy()
        if name in exported:
            names.append((name, name, False))
            continue
        turned = [
            other for other, given in exported.items() if given.shape == weights.T.shape and np.array_equal(given, weights.T)
        ]
        names.append((name, turned[0] if turned else "", True))
    return names


def _initializers(model: onnx.ModelProto) -> dict[str, NDArray[np.float32]]:
    """Return a model's weights by name, those kept in 8 bits as numbers again."""
    raw = {one.name: numpy_helper.to_array(one) for one in model.graph.initializer}
    found: dict[str, NDArray[np.float32]] = {}
    for name, value in raw.items():
        if name.endswith("_quantized"):
            stem = name.removesuffix("_quantized")
            scale, zero = raw[f"{stem}_scale"], raw[f"{stem}_zero_point"]
            if scale.ndim == 1 and scale.size > 1:
                by_column = value.shape[1] == scale.size and np.median(np.abs(value).max(axis=0)) >= _FULL
                scale, zero = (one.reshape(1, -1) if by_column else one.reshape(-1, 1) for one in (scale, zero))
            whole = ((value.astype(np.float32) - zero.astype(np.float32)) * scale).astype(np.float32)
            found[stem.removesuffix(_TURNED)] = whole.T if stem.endswith(_TURNED) else whole
        elif value.dtype == np.float32:
            found[name] = value
    return found
