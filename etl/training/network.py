"""The network: a small pretrained sentence encoder whose states at the signs decide root, quad class, status and code."""

from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from transformers import BertConfig, BertModel

from etl.training.corpus import QUADS, ROOTS, STATUS_CLASSES


class RelationNetwork(nn.Module):
    """Encoder and four linear heads over (source sign, target sign, mean of all words)."""

    def __init__(self, encoder: BertModel, sign_ids: tuple[int, int], n_codes: int, dropout: float = 0.1) -> None:
        """Take an encoder, the word-piece ids of the signs that open source and target, and the number of codes to tell apart."""
        super().__init__()
        self.encoder = encoder
        self.source_id, self.target_id = sign_ids
        width = 3 * encoder.config.hidden_size
        self.drop = nn.Dropout(dropout)
        self.mix = nn.Linear(width, encoder.config.hidden_size)
        self.heads = nn.ModuleList(
            nn.Linear(encoder.config.hidden_size, n) for n in (len(ROOTS), len(QUADS), len(STATUS_CLASSES), n_codes)
        )

    def forward(self, input_ids: Tensor, attention_mask: Tensor) -> tuple[Tensor, ...]:
        """Return logits of root (n, 20), quad class (n, 5), status (n, 7) and code for word pieces and mask, both (n, length)."""
        states = self.encoder(input_ids=input_ids, attention_mask=attention_mask).last_hidden_state
        mask = attention_mask.unsqueeze(-1).to(states.dtype)
        mean = (states * mask).sum(1) / mask.sum(1)
        sides = [
            ((input_ids == sign).unsqueeze(-1).to(states.dtype) * states).sum(1) for sign in (self.source_id, self.target_id)
        ]
        mixed = torch.nn.functional.gelu(self.mix(self.drop(torch.cat([*sides, mean], dim=-1))))
        mixed = self.drop(mixed)
        return tuple(head(mixed) for head in self.heads)


def load_encoder(folder: Path, attention_dropout: float) -> Any:  # noqa: ANN401 - transformers' classes are untyped
    """Load the pretrained encoder of a folder with config.json and model.safetensors."""
    config = BertConfig.from_pretrained(folder, attention_probs_dropout_prob=attention_dropout)
    return BertModel.from_pretrained(folder, config=config, add_pooling_layer=False, attn_implementation="eager")
