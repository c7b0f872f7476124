"""Finding dictionary phrases in text: word n-grams, longest match first, with character offsets.

Words are compared without diacritics; full stops, hyphens and spaces between words do not count, so that "U.S.", "Jae-myung"
and "Lee Jae Myung" meet their dictionary forms. Case counts, except in text that is all capitals.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Generic, NamedTuple, TypeVar

Value = TypeVar("Value")

# Letters that Unicode does not take apart.
_LETTERS = str.maketrans(
    {"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ı": "i", "ß": "ss", "æ": "ae", "Æ": "Ae", "þ": "th"}
)
_WORD = re.compile(r"[^\W_]+", re.UNICODE)
_FOREIGN = re.compile(r"[^\x00-\x7f]+")
_JOINERS = frozenset(" .-‐‑–'’\u00a0")


class Word(NamedTuple):
    """A word of a text: its folded form and its character offsets."""

    form: str
    start: int
    end: int


def fold(word: str) -> str:
    """Return the word without diacritics ("Élysée" -> "Elysee"); ASCII passes unchanged."""
    return word if word.isascii() else _FOREIGN.sub(_plain, word)


@lru_cache(maxsize=4096)
def _bare(letters: str) -> str:
    """Return letters that are not ASCII without diacritics."""
    apart = unicodedata.normalize("NFKD", letters.translate(_LETTERS))
    return "".join(char for char in apart if not unicodedata.combining(char))


def _plain(match: re.Match[str]) -> str:
    return _bare(match[0])


def words(text: str) -> tuple[Word, ...]:
    """Split text into folded words; a possessive s is a word of its own and never part of a phrase."""
    return tuple(Word(form, *span) for form, span in zip(forms(text), _spans(text), strict=True))


@lru_cache(maxsize=512)
def _spans(text: str) -> tuple[tuple[int, int], ...]:
    """Return where the words of a text stand."""
    return tuple(match.span() for match in _WORD.finditer(text))


@lru_cache(maxsize=512)  # a sentence is asked for names, titles and organs in turn
def forms(text: str) -> tuple[str, ...]:
    """Return the folded words of a text without their places: four times as fast as `words`."""
    found = _WORD.findall(text)
    return tuple(found) if text.isascii() else tuple(word if word.isascii() else fold(word) for word in found)


@dataclass(frozen=True, slots=True)
class Match(Generic[Value]):
    """A phrase found in a text: its values and its character offsets."""

    values: tuple[Value, ...]
    start: int
    end: int


class PhraseIndex(Generic[Value]):
    """Phrases and what they stand for; filled once, then only read."""

    def __init__(self) -> None:
        self._entries: dict[tuple[str, ...], list[Value]] = {}
        self._longest: dict[str, int] = {}
        self._marks: dict[tuple[str, ...], frozenset[str]] = {}
        self._capitals: tuple[dict[tuple[str, ...], list[Value]], dict[str, int]] | None = None

    def add(self, phrase: str, value: Value) -> None:
        """Add one phrase; a phrase may stand for several values."""
        plain = _is_plain(phrase)
        key = tuple(phrase.split(" ")) if plain else forms(phrase)
        if not key:
            return
        if not plain and (marks := _marks(phrase)):
            self._marks[key] = self._marks.get(key, frozenset()) | marks
        self._entries.setdefault(key, []).append(value)
        self._longest[key[0]] = max(len(key), self._longest.get(key[0], 0))
        self._capitals = None

    def __len__(self) -> int:
        """Return the number of distinct phrases."""
        return len(self._entries)

    def get(self, phrase: str) -> tuple[Value, ...]:
        """Return what one phrase stands for, empty if it is unknown."""
        return tuple(self._entries.get(forms(phrase), ()))

    def find(self, text: str) -> Iterator[Match[Value]]:
        """Yield the longest matches from left to right, never overlapping."""
        shouted = len(text) > 12 and text.upper() == text
        entries, longest = self._entries, self._longest
        if shouted:
            entries, longest = self._in_capitals()
        said = forms(text)
        if longest.keys().isdisjoint(said):
            return
        position = 0
        for start, form in enumerate(said):
            reach = longest.get(form)
            if reach is None or start < position:
                continue
            position = start
            for size in range(min(reach, len(said) - position), 0, -1):
                key = said[position : position + size]
                values = entries.get(key)
                if values is None:
                    continue
                span = _spans(text)[position : position + size]  # asked for only where some words are known
                if _joined(text, span, self._marks.get(key, frozenset())):
                    yield Match(tuple(values), span[0][0], span[-1][1])
                    position += size
                    break

    def _in_capitals(self) -> tuple[dict[tuple[str, ...], list[Value]], dict[str, int]]:
        """Return phrases and reach in capital letters, made when the first text asks for them: few do."""
        if self._capitals is None:
            entries: dict[tuple[str, ...], list[Value]] = {}
            longest: dict[str, int] = {}
            for key, values in self._entries.items():
                upper = tuple(form.upper() for form in key)
                entries.setdefault(upper, []).extend(values)
                longest[upper[0]] = max(len(upper), longest.get(upper[0], 0))
            self._capitals = entries, longest
        return self._capitals


def _is_plain(phrase: str) -> bool:
    """Whether a phrase is ASCII letters and digits with single spaces between, as most are: its words are plain to see."""
    return phrase.isascii() and all(part.isalnum() for part in phrase.split(" "))


def _marks(phrase: str) -> frozenset[str]:
    """Return the marks a phrase is written with: "Atlanta, Georgia" and "Jammu & Kashmir" allow theirs."""
    between = "".join(phrase[left.end : right.start] for left, right in pairwise(words(phrase)))
    return frozenset(between) - _JOINERS


def _joined(text: str, span: tuple[tuple[int, int], ...], marks: frozenset[str]) -> bool:
    """Whether only joiners (space, stop, hyphen, apostrophe), or a phrase's own marks, stand between the words of a match."""
    allowed = _JOINERS | marks if marks else _JOINERS
    return all(allowed.issuperset(text[left : right[0]]) for (_, left), right in pairwise(span))
