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
_JOINERS = frozenset(" .-‐‑–'’\u00a0")


class Word(NamedTuple):
    """A word of a text: its folded form and its character offsets."""

    form: str
    start: int
    end: int


def fold(word: str) -> str:
    """Return the word without diacritics ("Élysée" -> "Elysee"); ASCII passes unchanged."""
    if word.isascii():
        return word
    plain = word.translate(_LETTERS)
    return "".join(char for char in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(char))


@lru_cache(maxsize=512)  # a sentence is asked for names, titles and organs in turn
def words(text: str) -> tuple[Word, ...]:
    """Split text into folded words; a possessive s is a word of its own and never part of a phrase."""
    if text.isascii():
        return tuple(Word(match[0], match.start(), match.end()) for match in _WORD.finditer(text))
    return tuple(Word(fold(match[0]), match.start(), match.end()) for match in _WORD.finditer(text))


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
        self._upper: dict[tuple[str, ...], list[Value]] = {}
        self._upper_longest: dict[str, int] = {}
        self._marks: dict[tuple[str, ...], frozenset[str]] = {}

    def add(self, phrase: str, value: Value) -> None:
        """Add one phrase; a phrase may stand for several values."""
        found = words(phrase)
        key = tuple(word.form for word in found)
        if not key:
            return
        # "Atlanta, Georgia" and "Jammu & Kashmir" allow the marks they are written with.
        between = "".join(phrase[left.end : right.start] for left, right in pairwise(found))
        if marks := frozenset(between) - _JOINERS:
            self._marks[key] = self._marks.get(key, frozenset()) | marks
        self._entries.setdefault(key, []).append(value)
        self._longest[key[0]] = max(len(key), self._longest.get(key[0], 0))
        upper = tuple(form.upper() for form in key)
        self._upper.setdefault(upper, []).append(value)
        self._upper_longest[upper[0]] = max(len(upper), self._upper_longest.get(upper[0], 0))

    def __len__(self) -> int:
        """Return the number of distinct phrases."""
        return len(self._entries)

    def get(self, phrase: str) -> tuple[Value, ...]:
        """Return what one phrase stands for, empty if it is unknown."""
        return tuple(self._entries.get(tuple(word.form for word in words(phrase)), ()))

    def find(self, text: str) -> Iterator[Match[Value]]:
        """Yield the longest matches from left to right, never overlapping."""
        shouted = len(text) > 12 and text.upper() == text
        entries, longest = (self._upper, self._upper_longest) if shouted else (self._entries, self._longest)
        found = words(text)
        forms = [word.form for word in found]
        starts = [(number, reach) for number, form in enumerate(forms) if (reach := longest.get(form))]
        position = 0
        for start, reach in starts:
            if start < position:
                continue
            position = start
            for size in range(min(reach, len(found) - position), 0, -1):
                key = tuple(forms[position : position + size])
                values = entries.get(key)
                span = found[position : position + size] if values is not None else ()
                if values is not None and _joined(text, span, self._marks.get(key, frozenset())):
                    yield Match(tuple(values), span[0].start, span[-1].end)
                    position += size
                    break


def _joined(text: str, span: tuple[Word, ...], marks: frozenset[str]) -> bool:
    """Whether only joiners (space, stop, hyphen, apostrophe), or a phrase's own marks, stand between the words of a match."""
    allowed = _JOINERS | marks
    return all(allowed.issuperset(text[left.end : right.start]) for left, right in pairwise(span))
