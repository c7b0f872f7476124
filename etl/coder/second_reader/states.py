"""A sentence as the relation model's encoder read it: a row of numbers for each word piece, asked for by place."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from etl.coder.second_reader.marking import Marking, Span


class Pieces:
    """Where the word pieces of a sentence stand."""

    def __init__(self, marking: Marking, offsets: Sequence[Span]) -> None:
        """Take a sentence with its signs, and where in it each piece begins and ends; those that stand nowhere have no length."""
        self._marking = marking
        self._standing = [(start, end, piece) for piece, (start, end) in enumerate(offsets) if end > start]
        self._ends = [end for _, end, _ in self._standing]

    def side(self, span: Span) -> int | None:
        """Return the sign that opens a party, None where it stands beyond the last piece."""
        return next(self._within(self._marking.opened[span], 1), None)

    def way(self, words: Iterable[Span]) -> list[int]:
        """Return the pieces of words of the plain text, each once, in order."""
        places = ((self._marking.place(start), end - start) for start, end in words)
        return sorted({piece for place, length in places for piece in self._within(place, length)})

    def _within(self, place: int, length: int) -> Iterator[int]:
        for start, _, piece in self._standing[bisect_right(self._ends, place) :]:
            if start >= place + length:
                return
            yield piece


class States:
    """The states of a sentence: `rows`, float32 of shape (pieces, width), asked for by place."""

    def __init__(self, marking: Marking, rows: Any, offsets: Sequence[Span]) -> None:  # noqa: ANN401 - a numpy array
        """Take a sentence with its signs, its states, and where each piece stands in it."""
        self._rows = rows
        self._pieces = Pieces(marking, offsets)
        self.mean = rows.mean(axis=0)

    def side(self, span: Span | None) -> Any:  # noqa: ANN401 - a numpy row
        """Return the state at the sign that opens a party, noughts for one that is not named."""
        piece = None if span is None else self._pieces.side(span)
        return self.mean * 0 if piece is None else self._rows[piece]

    def way(self, words: Sequence[Span]) -> Any:  # noqa: ANN401 - a numpy row
        """Return the mean of the states of the words on the way, noughts for none."""
        pieces = self._pieces.way(words)
        return self._rows[pieces].mean(axis=0) if pieces else self.mean * 0
