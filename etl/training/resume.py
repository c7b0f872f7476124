"""Reading a model that a build uses back into a network, so that it can learn on: 8-bit weights become whole numbers again.

What rounding to 8 bits has cost stays lost, but the network starts where the model stands: more articles are learned in under
an hour on any processor, where all of the training takes three on one that knows no bfloat16.
"""

import json
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import onnx
import torch
from onnx import numpy_helper
from tokenizers import Tokenizer
from torch import Tensor
from transformers import MPNetConfig, MPNetModel

from etl.coder.second_reader.briefing import TOLD
from etl.errors import InputError
from etl.training.export import DESCRIPTION, ENCODER, HEADS, TOKENIZER
from etl.training.fit import sign_ids
from etl.training.network import RelationNetwork

Values = npt.NDArray[np.float32]
_OF_EXPORT = ("_scale", ".factor", "softmax/bits", "rows/least")


class _Graph:
    """The weights of an exported module by the names that they had in the network."""

    def __init__(self, path: Path) -> None:
        graph = onnx.load(str(path)).graph
        self._held = {one.name: numpy_helper.to_array(one) for one in graph.initializer}
        self._made_by = {output: node for node in graph.node for output in node.output}
        norms = [node for node in graph.node if node.op_type == "LayerNormalization"]
        self.epsilon = next((one.f for node in norms for one in node.attribute if one.name == "epsilon"), 1e-5)
        self._products = [node for node in graph.node if node.op_type == "MatMulInteger"]

    def weights(self) -> dict[str, Tensor]:
        """Return all weights: those kept whole, and those of linear layers (out, in) as they were before they were evened out."""
        whole = {
            name: values
            for name, values in self._held.items()
            if name == "words.steps" or (values.dtype == np.float32 and not name.endswith(_OF_EXPORT))
        }
        found = {name.replace(".linear.", "."): torch.tensor(values) for name, values in whole.items()}
        return found | {f"{name}.weight": torch.tensor(values.T.copy()) for name, values in map(self._layer, self._products)}

    def _layer(self, product: onnx.NodeProto) -> tuple[str, Values]:
        steps = product.input[1]
        values = self._held[steps].astype(np.float32) * self._held[steps.removesuffix("_quantized") + "_scale"]
        states = self._made_by[self._made_by[product.input[0]].input[0]]  # before they were cut to 8 bits
        if states.op_type == "Div":  # by the largest number of each row
            states = self._made_by[states.input[0]]
        factor = next((name for name in states.input if name.endswith(".factor")), None)
        if factor is None:
            return steps.split(".weight_")[0], values
        return factor.removesuffix(".factor"), values * self._held[factor][:, None]


def resumed(folder: Path, dropout: float, max_length: int) -> tuple[RelationNetwork, Tokenizer, tuple[str, ...]]:
    """Return the network, the tokenizer and the codes of an exported model.

    Raises InputError where the files are missing or were made for other features of the rules than today's.
    """
    for name in (DESCRIPTION, ENCODER, HEADS, TOKENIZER):
        if not (folder / name).is_file():
            raise InputError(f"{folder}: no {name}; wanted is a folder that `python -m etl.training` wrote")
    description: dict[str, Any] = json.loads((folder / DESCRIPTION).read_text(encoding="utf-8"))
    if tuple(description["told"]) != TOLD:
        raise InputError(
            f"{folder / DESCRIPTION}: made for other features of the rules than etl/coder/second_reader/briefing.py tells today"
        )
    tokenizer = Tokenizer.from_file(str(folder / TOKENIZER))
    tokenizer.no_padding()
    tokenizer.enable_truncation(max_length)
    network = RelationNetwork(_encoder(_Graph(folder / ENCODER)), sign_ids(tokenizer), len(description["codes"]), dropout)
    network.heads.load_state_dict(_Graph(folder / HEADS).weights())
    return network, tokenizer, tuple(description["codes"])


def _encoder(graph: _Graph) -> Any:  # noqa: ANN401 - transformers' classes are untyped
    """Return the encoder of a graph; how large it is and how many layers it has, its weights tell."""
    found = graph.weights()
    words = found.pop("words.scale") * found.pop("words.steps").float()
    weights = {name.removeprefix("layers."): values for name, values in found.items()}
    config = MPNetConfig(
        vocab_size=words.shape[0],
        hidden_size=words.shape[1],
        num_hidden_layers=len({name.split(".")[2] for name in weights if name.startswith("encoder.layer.")}),
        num_attention_heads=weights["encoder.relative_attention_bias.weight"].shape[1],
        intermediate_size=weights["encoder.layer.0.intermediate.dense.weight"].shape[0],
        max_position_embeddings=weights["embeddings.position_embeddings.weight"].shape[0],
        layer_norm_eps=graph.epsilon,
        attention_probs_dropout_prob=0.0,
    )
    config._attn_implementation = "eager"  # noqa: SLF001 - transformers has no other way for a config of one's own
    encoder = MPNetModel(config, add_pooling_layer=False)
    encoder.load_state_dict(weights | {"embeddings.word_embeddings.weight": words})
    return encoder
