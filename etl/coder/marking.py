"""The two marked parties in the form the relation model reads: one string with a sign before and after each.

Training and reading must write a pair in exactly the same way, so both use this module. The signs are words that the encoder's
vocabulary reserves for such uses.
"""

Span = tuple[int, int]

SOURCE_OPEN, SOURCE_CLOSE, TARGET_OPEN, TARGET_CLOSE = "[unused1]", "[unused2]", "[unused3]", "[unused4]"
SIGNS = (SOURCE_OPEN, SOURCE_CLOSE, TARGET_OPEN, TARGET_CLOSE)
CONTEXT = 240
"""Characters kept before the first and behind the last party: what stands farther off is seldom about them, and costs time."""


def marked(text: str, source: Span | None, target: Span | None) -> str:
    """Return `text` with the signs around `source` and `target` (character offsets, end exclusive), cut to their surroundings.

    Where the spans overlap, the inner one is marked inside the outer one; a side that is not named in the text has no signs.
    """
    sides = [(span, *signs) for span, signs in ((source, SIGNS[:2]), (target, SIGNS[2:])) if span is not None]
    start = max(0, min((span[0] for span, *_ in sides), default=0) - CONTEXT)
    end = min(len(text), max((span[1] for span, *_ in sides), default=len(text)) + CONTEXT)
    # At one place closing signs come before opening ones, and the longer span opens first and closes last.
    signs = sorted(
        [(span[0], 1, -span[1], opening) for span, opening, _ in sides]
        + [(span[1], 0, -span[0], closing) for span, _, closing in sides]
    )
    pieces, place = [], start
    for offset, _, _, sign in signs:
        pieces += [text[place:offset], f" {sign} "]
        place = offset
    return " ".join("".join([*pieces, text[place:end]]).split())
