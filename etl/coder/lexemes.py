"""What spaCy's own rules say of a word once it is tagged and attached: its class and its lemma, remembered.

The rules (attribute ruler and lemmatizer) look at the word, its tag and its label, and for a few words ("gon na", "let 's",
"there 's") at the neighbour. They take a third of spaCy's time where they run over every sentence; the same words come again and
again, so here they run over those alone that were not seen before, and give what they would give in the whole sentence.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.pipeline import AttributeRuler, Lemmatizer

RULES = ("attribute_ruler", "lemmatizer")
"""The parts of spaCy's pipeline that this module runs itself."""

# Verb forms that spaCy's rules reduce to no word; the rest of its lemmas stand.
LEMMAS = {
    "jabbed": "jab",
    "staged": "stage", "staging": "stage", "waged": "wage", "waging": "wage", "fined": "fine", "fining": "fine", "raped": "rape", "raping": "rape",
    "piped": "pipe", "wiretapped": "wiretap", "unbanned": "unban", "readmitted": "readmit", "forgave": "forgive", "forgiven": "forgive",
    "retook": "retake", "retaken": "retake", "overflew": "overfly", "overflown": "overfly", "phished": "phish", "relaunches": "relaunch", "relaunched": "relaunch", "slated": "slate", "vetoed": "veto", "vetoes": "veto", "greenlighted": "greenlight", "greenlit": "greenlight",
    "axed": "axe", "axing": "axe", "inked": "ink", "hosed": "hose", "sided": "side", "sanctioned": "sanction", "undertook": "undertake",
    "whitelisted": "whitelist", "scapegoated": "scapegoat", "scapegoats": "scapegoat",
    "hoped": "hope", "hopes": "hope", "hoping": "hope", "stages": "stage", "fines": "fine", "wages": "wage", "rapes": "rape", "slates": "slate",
    "slating": "slate", "axes": "axe", "dined": "dine", "dines": "dine", "dining": "dine", "rides": "ride", "riding": "ride", "shined": "shine",
    "lambasted": "lambaste", "lambastes": "lambaste", "lambasting": "lambaste", "greenlighting": "greenlight", "relaunching": "relaunch",
    "phishing": "phish", "phishes": "phish", "unbanning": "unban", "readmitting": "readmit", "wiretapping": "wiretap",
    "airdropped": "airdrop", "airdropping": "airdrop", "cyberattacked": "cyberattack", "cyberattacking": "cyberattack",
    "installed": "install", "installs": "install", "installing": "install", "defunded": "defund", "defunding": "defund", "surveilled": "surveil", "surveilling": "surveil",
    "reentered": "reenter", "reentering": "reenter", "unwound": "unwind", "resupplied": "resupply", "resupplying": "resupply", "resupplies": "resupply",
    "unfroze": "unfreeze", "unfrozen": "unfreeze", "unfreezing": "unfreeze", "kickstarted": "kickstart", "kickstarting": "kickstart", "cozied": "cozy", "cozying": "cozy",
    "raged": "rage", "raging": "rage", "rages": "rage", "spared": "spare", "spares": "spare", "sparing": "spare", "readied": "ready", "readies": "ready",
    "shamed": "shame", "shaming": "shame", "bared": "bare", "baring": "bare", "pared": "pare", "paring": "pare", "gutted": "gut", "gutting": "gut",
    "kitted": "kit", "kitting": "kit", "griped": "gripe", "griping": "gripe", "sniped": "snipe", "sniping": "snipe", "piping": "pipe",
    "scapegoating": "scapegoat", "whitelisting": "whitelist", "backpedalling": "backpedal", "backpedaled": "backpedal", "backpedalled": "backpedal",
    "wound": "wind", "cosied": "cosy", "cosying": "cosy", "overran": "overrun", "outlawed": "outlaw", "reaffirmed": "reaffirm", "rebuked": "rebuke", "decried": "decry", "shelled": "shell",
}  # fmt: skip

Token = tuple[str, str, str]  # word, tag, label
_Key = tuple[str, str, str, str]  # the same, the label only where a rule names it, and the neighbour that counts
_MOST = 200_000  # words remembered, some sixty megabytes; beyond that all are learned anew
_NOBODY: Token = ("_", "NFP", "punct")  # stands between words that are not to be read together, and beside the first and the last
# The patterns of two words: a first one counts what follows it, a second one what stands before.
FIRST = frozenset({"ai", "gon", "got", "let", "c'm", "y", "y'"})
SECOND = frozenset({"n't", "nt", "na", "ta", "'s", "on", "all"})
BE = frozenset({"is", "are", "was", "were", "'s", "'re"})  # a verb, and no auxiliary, behind an expletive
_EXPLETIVE = "expl"
_SOCIAL = FIRST | SECOND | BE
_PREPOSITION = "prep"
_ANY = "dep"  # stands for the labels that no rule names


class Lexemes:
    """Word classes and lemmas of tokens; holds what it has told of words, and nothing of sentences."""

    def __init__(self, nlp: "Language") -> None:
        """Take the language model, whose pipeline leaves these rules out."""
        self._vocab = nlp.vocab
        self._rules = [nlp.get_pipe(name) for name in RULES]
        _index(cast("Lemmatizer", self._rules[-1]))
        self._labels, self._words = _attached(cast("AttributeRuler", nlp.get_pipe(RULES[0])))
        self._known: dict[_Key, tuple[str, str]] = {}

    def told(self, tokens: Sequence[Token]) -> list[tuple[str, str]]:
        """Return the class and the lemma of each token of a sentence."""
        keys = list(self._keys(tokens))
        strange = {key: place for place, key in enumerate(keys) if key not in self._known}
        if strange:
            self._learn(strange, tokens)
        told = [self._known[key] for key in keys]
        if len(self._known) > _MOST:
            self._known.clear()
        return told

    def _keys(self, tokens: Sequence[Token]) -> Iterator[_Key]:
        """Yield what the rules look at, token by token."""
        for place, (word, tag, label) in enumerate(tokens):
            low = word.lower()
            counted = label if label in self._labels or low in self._words else _ANY
            yield word, tag, counted, _beside(low, tokens, place) if low in _SOCIAL else ""

    def _learn(self, strange: dict[_Key, int], tokens: Sequence[Token]) -> None:
        """Run the rules over the words that were not seen before, those that are read with their neighbours between these."""
        from spacy.tokens import Doc  # noqa: PLC0415 - half a second; only who parses pays for it

        asked: list[Token] = []
        places: list[int] = []
        for (word, tag, label, _), place in strange.items():
            framed = word.lower() in _SOCIAL
            asked.extend(tokens[max(0, place - 1) : place] if framed else ())
            places.append(len(asked))
            asked.append((word, tag, label))
            asked.extend((*tokens[place + 1 : place + 2], _NOBODY) if framed else ())
        words, tags, labels = map(list, zip(*asked, strict=True))
        doc = Doc(self._vocab, words=words, tags=tags, deps=labels, heads=list(range(len(words))))
        for rule in self._rules:
            doc = rule(doc)
        for key, place in zip(strange, places, strict=True):
            token = doc[place]
            self._known[key] = token.pos_, _lemma(token.text, token.lemma_, token.tag_, token.dep_)


def _index(lemmatizer: "Lemmatizer") -> None:
    """Let the lemmatizer look its known words up: they come as lists of up to 60,000, each read from its start for every word."""
    known = lemmatizer.lookups.get_table("lemma_index")
    for word_class in list(known):
        known[word_class] = frozenset(known[word_class])


def _attached(ruler: "AttributeRuler") -> tuple[frozenset[str], frozenset[str]]:
    """Return the labels that count with every word, and the words with which every label counts, as the ruler's patterns say."""
    labels: set[str] = {_PREPOSITION}
    words: set[str] = set()
    patterns = chain.from_iterable(cast("dict[str, Any]", rule)["patterns"] for rule in ruler.patterns)
    for token in (token for pattern in patterns for token in pattern if "DEP" in token):
        if "LOWER" in token:
            words.update(_named(token["LOWER"]))
        else:
            labels.update(_named(token["DEP"]))
    return frozenset(labels), frozenset(words)


def _named(condition: str | dict[str, list[str]]) -> Iterable[str]:
    """Return the values that a condition of a pattern names."""
    return [condition] if isinstance(condition, str) else chain.from_iterable(condition.values())


def _beside(word: str, tokens: Sequence[Token], place: int) -> str:
    """Return what counts beside a word that some pattern reads together with another."""
    before = tokens[place - 1] if place else _NOBODY
    after = tokens[place + 1] if place + 1 < len(tokens) else _NOBODY
    if word in BE and before[2] == _EXPLETIVE:
        return _EXPLETIVE
    if word in SECOND and before[0].lower() in FIRST:
        return before[0].lower()
    return after[0].lower() if word in FIRST and after[0].lower() in SECOND else ""


def _lemma(word: str, lemma: str, tag: str, dep: str) -> str:
    """Return a word's lemma; a verb form that serves as a preposition is its own: "following talks" follows nothing."""
    if not tag.startswith("V"):
        return lemma.lower()
    return word.lower() if dep == _PREPOSITION else LEMMAS.get(word.lower(), lemma.lower())
