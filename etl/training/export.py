"""From the trained network to the files that a build reads: ONNX with 8-bit weights, the tokenizer, and what the numbers mean."""

import hashlib
import json
import logging
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer

from etl.training.corpus import QUADS, ROOTS, STATUS_CLASSES
from etl.training.fit import Recipe
from etl.training.network import RelationNetwork

MODEL, TOKENIZER, DESCRIPTION, SUMS = "relation.onnx", "tokenizer.json", "relation.json", "SHA256SUMS"
_OPSET = 17


def export(
    network: RelationNetwork, tokenizer: Tokenizer, recipe: Recipe, codes: Sequence[str], temperature: float, folder: Path
) -> None:
    """Write relation.onnx, tokenizer.json, relation.json and SHA256SUMS into `folder`.

    The weights are kept in 8 bits of which 7 are used: processors without the newer integer instructions would overflow and
    give other answers. `temperature` divides the logits of the root before they become probabilities.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        whole = Path(scratch) / "whole.onnx"
        whole_onnx(network, whole)
        logging.getLogger("root").setLevel(logging.ERROR)  # the quantiser advises a step that changes nothing here
        quantize_dynamic(
            whole,
            folder / MODEL,
            weight_type=QuantType.QInt8,
            per_channel=True,
            reduce_range=True,
            op_types_to_quantize=["MatMul", "Gather"],
        )
    tokenizer.save(str(folder / TOKENIZER), pretty=False)
    description: dict[str, Any] = {
        "roots": ROOTS,
        "quads": QUADS,
        "statuses": STATUS_CLASSES,
        "codes": codes,
        "temperature": round(temperature, 4),
        "max_length": recipe.max_length,
    }
    (folder / DESCRIPTION).write_text(json.dumps(description, indent=2) + "\n", encoding="utf-8")
    write_sums(folder)


def whole_onnx(network: RelationNetwork, path: Path) -> None:
    """Write a network as ONNX with weights of 32 bits."""
    ids = torch.tensor([[101, 1999, 102]])
    torch.onnx.export(
        network,
        (ids, torch.ones_like(ids)),
        str(path),
        input_names=["input_ids", "attention_mask"],
        output_names=["root", "quad", "status", "code"],
        dynamic_axes={name: {0: "n", 1: "length"} for name in ("input_ids", "attention_mask")}
        | {name: {0: "n"} for name in ("root", "quad", "status", "code")},
        opset_version=_OPSET,
        dynamo=False,
    )


def write_sums(folder: Path) -> None:
    """Write the SHA-256 of the model's files in the form that `sha256sum --check` reads."""
    lines = [f"{hashlib.sha256((folder / name).read_bytes()).hexdigest()}  {name}" for name in (DESCRIPTION, MODEL, TOKENIZER)]
    (folder / SUMS).write_text("\n".join(lines) + "\n", encoding="utf-8")
