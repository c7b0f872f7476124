"""The two marked parties in the form the relation model reads: one string with a sign before and after each.

Training and reading must write a pair in exactly the same way, so both use this module. The signs are words that the encoder's
vocabulary reserves for such uses.
"""

from dataclasses import dataclass

Span = tuple[int, int]

SOURCE_OPEN, SOURCE_CLOSE, TARGET_OPEN, TARGET_CLOSE = "[unused1]", "[unused2]", "[unused3]", "[unused4]"
FORWARD, BACK, OUT, IN, HINT, PATH, END = (f"[unused{number}]" for number in range(5, 12))
"""What opens each part of a briefing: acts of the rules from source to target, from target to source, from the source to others,
from others to the target, other acts told of, the way through the parse, and the end of the briefing."""
OTHER, UNLIVE = "[unused12]", "[unused13]"
"""What stands before another party of the sentence, and behind an act that is neither done nor announced."""
SIGNS = (SOURCE_OPEN, SOURCE_CLOSE, TARGET_OPEN, TARGET_CLOSE, FORWARD, BACK, OUT, IN, HINT, PATH, END, OTHER, UNLIVE)
CONTEXT = 240
"""Characters kept before the first and behind the last party: what stands farther off is seldom about them, and costs time."""


@dataclass(frozen=True, slots=True)
class Briefing:
    """What the model is told beside the sentence: the rules' findings in words and signs, and where other parties begin."""

    words: tuple[str, ...] = ()
    others: tuple[int, ...] = ()


NO_BRIEFING = Briefing()


def marked(text: str, source: Span | None, target: Span | None, briefing: Briefing = NO_BRIEFING) -> str:
    """Return the briefing and `text` with the signs around `source` and `target`, cut to their surroundings.

    Spans are character offsets, end exclusive. Where the spans overlap, the inner one is marked inside the outer one; a side
    that is not named in the text has no signs.
    """
    sides = [(span, *signs) for span, signs in ((source, SIGNS[:2]), (target, SIGNS[2:4])) if span is not None]
    start = max(0, min((span[0] for span, *_ in sides), default=0) - CONTEXT)
    end = min(len(text), max((span[1] for span, *_ in sides), default=len(text)) + CONTEXT)
    # At one place closing signs come before opening ones, and the longer span opens first and closes last.
    signs = sorted(
        [(span[0], 1, -span[1], opening) for span, opening, _ in sides]
        + [(span[1], 0, -span[0], closing) for span, _, closing in sides]
        + [(offset, 2, 0, OTHER) for offset in briefing.others if start <= offset < end]
    )
    pieces, place = [], start
    for offset, _, _, sign in signs:
        pieces += [text[place:offset], f" {sign} "]
        place = offset
    said = " ".join("".join([*pieces, text[place:end]]).split())
    return " ".join([*briefing.words, END, said]) if briefing.words else said
