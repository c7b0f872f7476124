"""From the trained network to the files that a build reads: ONNX with 8-bit weights, the tokenizer, and what the numbers mean."""

import copy
import hashlib
import json
import logging
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer
from torch import Tensor, nn

from etl.coder.second_reader.briefing import TOLD
from etl.training.corpus import QUADS, ROOTS, STATUS_CLASSES
from etl.training.fit import Examples, Recipe
from etl.training.network import N_ROWS, Heads, RelationNetwork
from etl.training.rows import with_own_scales
from etl.training.smoothing import smoothed
from etl.training.softmax import with_whole_sums

ENCODER, HEADS, TOKENIZER, DESCRIPTION, SUMS = "encoder.onnx", "heads.onnx", "tokenizer.json", "relation.json", "SHA256SUMS"
_OPSET = 17
_STEPS = 127  # of eight bits and a sign
_UNEVEN = "/output/dense/"  # the products whose rows differ most in size, a quarter of the work


class _Words(nn.Module):
    """The word pieces' own vectors in eight bits, each with a scale of its own, the signs' vectors among them."""

    scale: Tensor
    steps: Tensor

    def __init__(self, network: RelationNetwork) -> None:
        super().__init__()
        vectors = network.words.weight.detach().clone()
        for number, sign in enumerate(network.sign_ids):
            vectors[sign] += network.signs[number].detach()
        scale = vectors.abs().amax(1, keepdim=True).clamp(min=1e-8) / _STEPS
        self.register_buffer("scale", scale)
        self.register_buffer("steps", (vectors / scale).round().to(torch.int8))

    def forward(self, input_ids: Tensor) -> Tensor:
        found: Tensor = self.steps[input_ids].float() * self.scale[input_ids]
        return found


class _Encoder(nn.Module):
    """What a sentence goes through once: its words' vectors and the layers."""

    def __init__(self, words: nn.Module, layers: nn.Module) -> None:
        super().__init__()
        self.words, self.layers = words, layers

    def forward(self, input_ids: Tensor) -> Tensor:
        found: Tensor = self.layers(
            inputs_embeds=self.words(input_ids), attention_mask=torch.ones_like(input_ids)
        ).last_hidden_state
        return found


def export(
    network: RelationNetwork,
    tokenizer: Tokenizer,
    examples: Examples,
    recipe: Recipe,
    codes: Sequence[str],
    temperature: float,
    folder: Path,
) -> None:
    """Write encoder.onnx, heads.onnx, tokenizer.json, relation.json and SHA256SUMS into `folder`.

    The weights are kept in 8 bits of which 7 are used: processors without the newer integer instructions would overflow and
    give other answers. So would a softmax of floating-point sums (`etl.training.softmax`). `examples` show how large the numbers
    grow that the weights are multiplied by. `temperature` divides the logits of the root before they become probabilities.
    """
    folder.mkdir(parents=True, exist_ok=True)
    network.eval()
    layers = smoothed(copy.deepcopy(network.encoder), _Words(network), examples.ids)
    ids = torch.tensor([[0, 1999, 5, 2]])
    _written(
        _Encoder(_Words(network), layers).eval(), (ids,), ["input_ids"], ["states"], {"input_ids": {1: "n"}}, folder / ENCODER
    )
    width = network.encoder.config.hidden_size
    pair = (torch.zeros(1, N_ROWS, width), torch.zeros(1, 2), torch.zeros(1, len(TOLD)))
    heads: Heads = network.heads
    _written(heads, pair, ["rows", "missing", "told"], ["root", "quad", "status", "code"], {}, folder / HEADS)
    tokenizer.save(str(folder / TOKENIZER), pretty=False)
    description: dict[str, Any] = {
        "roots": ROOTS,
        "quads": QUADS,
        "statuses": STATUS_CLASSES,
        "codes": codes,
        "told": TOLD,
        "temperature": round(temperature, 4),
        "max_length": recipe.max_length,
    }
    (folder / DESCRIPTION).write_text(json.dumps(description, indent=2) + "\n", encoding="utf-8")
    write_sums(folder)


def _written(
    module: nn.Module,
    inputs: tuple[Tensor, ...],
    names: list[str],
    answers: list[str],
    axes: dict[str, dict[int, str]],
    path: Path,
) -> None:
    """Write a module as ONNX whose weights have 8 bits."""
    with tempfile.TemporaryDirectory() as scratch:
        whole = Path(scratch) / "whole.onnx"
        torch.onnx.export(
            module,
            inputs,
            str(whole),
            input_names=names,
            output_names=answers,
            dynamic_axes=axes,
            opset_version=_OPSET,
            dynamo=False,
        )
        logging.getLogger("root").setLevel(logging.ERROR)  # the quantiser advises a step that changes nothing here
        quantize_dynamic(
            whole, path, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True, op_types_to_quantize=["MatMul"]
        )
    onnx.save(with_own_scales(with_whole_sums(onnx.load(path)), _UNEVEN), path)


def write_sums(folder: Path) -> None:
    """Write the SHA-256 of the model's files in the form that `sha256sum --check` reads."""
    names = (DESCRIPTION, ENCODER, HEADS, TOKENIZER)
    lines = [f"{hashlib.sha256((folder / name).read_bytes()).hexdigest()}  {name}" for name in names]
    (folder / SUMS).write_text("\n".join(lines) + "\n", encoding="utf-8")
