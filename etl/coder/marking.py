"""The two marked parties in the form the relation model reads: one string with a sign before and after each.

Training and reading must write a pair in exactly the same way, so both use this module. The signs are words that the encoder's
vocabulary reserves for such uses.
"""

Span = tuple[int, int]

SOURCE_OPEN, SOURCE_CLOSE, TARGET_OPEN, TARGET_CLOSE = "[unused1]", "[unused2]", "[unused3]", "[unused4]"
SIGNS = (SOURCE_OPEN, SOURCE_CLOSE, TARGET_OPEN, TARGET_CLOSE)
CONTEXT = 240
"""Characters kept before the first and behind the last party: what stands farther off is seldom about them, and costs time."""


def marked(text: str, source: Span, target: Span) -> str:
    """Return `text` with the signs around `source` and `target` (character offsets, end exclusive), cut to their surroundings.

    Where the spans overlap, the inner one is marked inside the outer one.
    """
    start, end = max(0, min(source[0], target[0]) - CONTEXT), min(len(text), max(source[1], target[1]) + CONTEXT)
    # At one place closing signs come before opening ones, and the longer span opens first and closes last.
    signs = sorted(
        [
            (source[0], 1, -source[1], SOURCE_OPEN),
            (source[1], 0, -source[0], SOURCE_CLOSE),
            (target[0], 1, -target[1], TARGET_OPEN),
            (target[1], 0, -target[0], TARGET_CLOSE),
        ]
    )
    pieces, place = [], start
    for offset, _, _, sign in signs:
        pieces += [text[place:offset], f" {sign} "]
        place = offset
    return " ".join("".join([*pieces, text[place:end]]).split())
