"""What a coder is made of: dictionaries, overlays, language model, relation model. Picklable, so it travels anywhere."""

from dataclasses import dataclass, field
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from etl import paths
from etl.coder.coder import Coder


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
    """Load the coder once per process; it takes seconds and some 250 MB.

    Raises:
        DictionaryError: a dictionary or overlay breaks its rules.
        ModelError: the language model or the relation model is missing, or its weights are not the pinned ones.
    """
    from etl.coder.parser import load_parser
    from etl.dictionaries import load_lexicon

    lexicon, parser = load_lexicon(equipment.dictionaries, equipment.overlays), load_parser(equipment.parser)
    if equipment.model is None:
        return Coder(lexicon, parser)
    from etl.coder.arbitration import Arbiter
    from etl.coder.judgement import read_judge
    from etl.coder.model import load_model

    judge = read_judge(equipment.model / "arbitration.csv")
    return Coder(lexicon, parser, Arbiter(load_model(equipment.model), judge))
