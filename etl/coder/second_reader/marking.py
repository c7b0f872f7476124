"""A sentence in the form the relation model reads: a sign before and after the words of each party.

Training and reading must write a sentence in exactly the same way, so both use this module. The signs are words that the
encoder's vocabulary reserves for such uses. Source and target have the same signs as all others: a sentence is read once,
and then each pair of its parties is asked about.
"""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

Span = tuple[int, int]

OPEN, CLOSE = "[unused1]", "[unused2]"
SIGNS = (OPEN, CLOSE)
_WIDTH = len(OPEN) + 2  # of a sign between two spaces; both are of one length
LONGEST = 600
"""Characters of a text that is read whole, for the model sees no more than 160 word pieces, signs among them; of a longer one
`CONTEXT` characters before and behind the two asked about."""
CONTEXT = 240


@dataclass(frozen=True, slots=True)
class Briefing:
    """What the model is told beside the sentence: what the rules found on the pair (names out of `briefing.TOLD`), the
    words on the way through the parse from one party to the other, and all who are marked.
    """  # noqa: D205 - one sentence

    told: tuple[str, ...] = ()
    path: tuple[Span, ...] = ()
    parties: tuple[Span, ...] = ()


NO_BRIEFING = Briefing()


class Marking:
    """A text with its parties in signs. Of spans that overlap the inner one stands inside."""

    def __init__(self, plain: str, parties: Iterable[Span]) -> None:
        """Take a text and the spans of its parties, character offsets, end exclusive.

        `text` is the text with the signs, each between two spaces; `opened` tells where in it each party's opening sign begins.
        """
        # At one place closing signs come before opening ones, and the longer span opens first and closes last.
        signs = sorted(
            (offset, kind, -far, (near, far) if kind else (far, near))
            for start, end in parties
            for offset, kind, far, near in ((start, 1, end, start), (end, 0, start, end))
        )
        self._offsets = [offset for offset, *_ in signs]
        self.opened: dict[Span, int] = {}
        pieces, place, length = list[str](), 0, 0
        for offset, kind, _, span in signs:
            length += offset - place
            if kind:
                self.opened[span] = length + 1
            pieces += [plain[place:offset], f" {OPEN if kind else CLOSE} "]
            length += _WIDTH
            place = offset
        self.text = "".join([*pieces, plain[place:]])

    def place(self, offset: int) -> int:
        """Return where in `text` the letter stands that stands at `offset` in the plain text."""
        return offset + bisect_right(self._offsets, offset) * _WIDTH


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: what `source` does to `target` in `text`, of which one may be missing, and what the rules told of it."""

    text: str
    source: Span | None
    target: Span | None
    briefing: Briefing = NO_BRIEFING

    @property
    def sides(self) -> list[Span]:
        """The sides that are named."""
        return [side for side in (self.source, self.target) if side is not None]

    @property
    def parties(self) -> tuple[Span, ...]:
        """All who are marked: the parties of the briefing, of which a side may be one; else those that do not overlap a side."""
        known = self.briefing.parties
        return known if set(self.sides) <= set(known) else beside(self.sides, known)

    def cut(self) -> "Question":
        """Return the question about the surroundings of both sides alone, where the text is very long."""
        if len(self.text) <= LONGEST:
            return self
        start = max(0, min((side[0] for side in self.sides), default=0) - CONTEXT)
        end = max((side[1] for side in self.sides), default=0) + CONTEXT

        def moved(spans: Iterable[Span]) -> tuple[Span, ...]:
            return tuple((one - start, other - start) for one, other in spans if start <= one and other <= end)

        source, target = (None if side is None else (side[0] - start, side[1] - start) for side in (self.source, self.target))
        briefing = Briefing(self.briefing.told, moved(self.briefing.path), moved(self.briefing.parties))
        return Question(self.text[start:end], source, target, briefing)


def overlap(one: Span, other: Span) -> bool:
    """Whether two spans have a letter in common."""
    return one[0] < other[1] and other[0] < one[1]


def beside(sides: Iterable[Span], others: Iterable[Span]) -> tuple[Span, ...]:
    """Return the spans of the sides, and of others that overlap none of them, in order."""
    fixed = set(sides)
    return tuple(sorted(fixed | {other for other in others if not any(overlap(one, other) for one in fixed)}))
