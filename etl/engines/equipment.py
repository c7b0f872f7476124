"""What a coder is made of: dictionaries, overlays, language model, relation model. Picklable, so it travels anywhere."""

import gc
from dataclasses import dataclass, field
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from etl import paths
from etl.coder.coder import Coder

if TYPE_CHECKING:
    from etl.coder.second_reader.arbitration import Arbiter


def usual_model() -> Path | None:
    """Return the folder of the relation model that comes with Comity; None where the extra `[model]` is not installed.

    Without it the rules stand alone.
    """
    installed = all(find_spec(package) for package in ("onnxruntime", "tokenizers"))
    return paths.MODELS if installed and (paths.MODELS / "SHA256SUMS").is_file() else None


@dataclass(frozen=True, slots=True)
class Equipment:
    """The parts of a coder.

    `parser` names an installed spaCy model, None the pinned one; `model` is the folder of a relation model, None for the pure
    rules; `overlays` are folders whose rows add to, replace or retire those of `dictionaries`, in this order.
    """

    parser: str | None = None
    model: Path | None = field(default_factory=usual_model)
    overlays: tuple[Path, ...] = ()
    dictionaries: Path = paths.DICTIONARIES


@cache
def load_coder(equipment: Equipment) -> Coder:
    """Load the coder once per process; it takes seconds and some 250 MB (see `settle_memory`).

    Raises:
        DictionaryError: a dictionary or overlay breaks its rules.
        ModelError: the language model or the relation model is missing, or its weights are not the pinned ones.
    """
    from etl.coder.parser import load_parser
    from etl.dictionaries import load_lexicon

    coder = Coder(load_lexicon(equipment.dictionaries, equipment.overlays), load_parser(equipment.parser), _arbiter(equipment))
    settle_memory()
    return coder


def settle_memory() -> None:
    """Tell the garbage collector of this process to leave alone what is loaded.

    To go through the dictionaries again and again, though they stay, took a fifth of the coder's own time.
    """
    gc.collect()
    gc.freeze()


def _arbiter(equipment: Equipment) -> "Arbiter | None":
    """Load who settles the rules' acts with the relation model; None for the pure rules."""
    if equipment.model is None:
        return None
    from etl.coder.second_reader.arbitration import Arbiter
    from etl.coder.second_reader.asking import read_asking
    from etl.coder.second_reader.judgement import read_judge
    from etl.coder.second_reader.model import load_model

    folder = equipment.model
    return Arbiter(load_model(folder), read_judge(folder / "arbitration.csv"), read_asking(folder / "asking.csv"))
