"""The network: an encoder reads a sentence once; what it made of two parties decides root, quad class, status and code."""

from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from transformers import AutoModel

from etl.coder.second_reader.briefing import TOLD
from etl.training.corpus import QUADS, ROOTS, STATUS_CLASSES

N_ROWS = 4
"""What the heads see of a sentence: the states at the signs of source and target, their means on the way and over all words."""


class Heads(nn.Module):
    """Four linear heads over one mixed layer, for pairs of any shape (..., `N_ROWS`, width)."""

    def __init__(self, width: int, n_codes: int, dropout: float) -> None:
        """Take the encoder's width and the number of codes to tell apart."""
        super().__init__()
        self.absent = nn.Parameter(torch.zeros(2, width))
        self.drop = nn.Dropout(dropout)
        self.mix = nn.Linear(N_ROWS * width + len(TOLD), width)
        self.heads = nn.ModuleList(nn.Linear(width, n) for n in (len(ROOTS), len(QUADS), len(STATUS_CLASSES), n_codes))

    def forward(self, rows: Tensor, missing: Tensor, told: Tensor) -> tuple[Tensor, ...]:
        """Return logits of root (..., 20), quad class (..., 5), status (..., 7) and code.

        `missing` (..., 2) is 1 for a side that is not named, `told` (..., F) is 1 for what the rules told.
        """
        sides = rows[..., :2, :] + missing.unsqueeze(-1) * self.absent
        seen = self.drop(torch.cat([sides, rows[..., 2:, :]], dim=-2).flatten(-2))
        mixed = self.drop(nn.functional.gelu(self.mix(torch.cat([seen, told], dim=-1))))
        return tuple(head(mixed) for head in self.heads)


class RelationNetwork(nn.Module):
    """Encoder and heads. What the encoder knows of single words stays as it was; the two signs it learns anew."""

    def __init__(self, encoder: Any, sign_ids: tuple[int, int], n_codes: int, dropout: float = 0.1) -> None:  # noqa: ANN401 - transformers' classes are untyped
        """Take an encoder, the word-piece ids of the opening and the closing sign, and the number of codes to tell apart."""
        super().__init__()
        self.encoder = encoder
        self.words: nn.Embedding = encoder.embeddings.word_embeddings
        self.words.weight.requires_grad_(requires_grad=False)
        self.sign_ids = sign_ids
        self.signs = nn.Parameter(torch.zeros(2, encoder.config.hidden_size))
        self.heads = Heads(encoder.config.hidden_size, n_codes, dropout)

    def states(self, input_ids: Tensor, attention_mask: Tensor) -> Tensor:
        """Return the states (n, length, width) of word pieces (n, length)."""
        words = self.words(input_ids)
        for number, sign in enumerate(self.sign_ids):
            words = words + (input_ids == sign).unsqueeze(-1) * self.signs[number]
        found: Tensor = self.encoder(inputs_embeds=words, attention_mask=attention_mask).last_hidden_state
        return found

    def forward(
        self, input_ids: Tensor, attention_mask: Tensor, pick: Tensor, missing: Tensor, told: Tensor, real: Tensor
    ) -> tuple[Tensor, ...]:
        """Return the logits of all pairs of a batch of sentences, in order, as `Heads` does.

        `pick` (n, 3, most pairs, length) has the shares in which states make up source, target and way of each pair; `real`
        (n, most pairs) is false for what only fills up a sentence with fewer pairs.
        """
        states = self.states(input_ids, attention_mask)
        mask = attention_mask.unsqueeze(-1).to(states.dtype)
        mean = (states * mask).sum(1) / mask.sum(1)
        n, _, most, length = pick.shape
        picked = torch.bmm(pick.to(states.dtype).reshape(n, 3 * most, length), states).reshape(n, 3, most, -1)
        rows = torch.cat([picked, mean[:, None, None, :].expand(-1, 1, most, -1)], dim=1).transpose(1, 2)
        return tuple(part[real] for part in self.heads(rows, missing, told))


def load_encoder(folder: Path, layers: int) -> Any:  # noqa: ANN401 - transformers' classes are untyped
    """Load the first layers of a pretrained encoder from a folder with config.json and model.safetensors."""
    encoder: Any = AutoModel.from_pretrained(
        folder, add_pooling_layer=False, attn_implementation="eager", attention_probs_dropout_prob=0.0
    )
    encoder.encoder.layer = encoder.encoder.layer[:layers]
    encoder.config.num_hidden_layers = len(encoder.encoder.layer)
    return encoder
