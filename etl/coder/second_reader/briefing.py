"""What the first reader tells the second about a pair: the acts its rules see, and the way from one party to the other.

A small network reads wordings well and syntax badly; the parser and the frames do the opposite. What they found goes to the
network beside its own reading of the sentence: the acts as yes or no each, the way as the words to look at.
"""

from collections.abc import Mapping, Sequence

from etl.coder.actors import Actor
from etl.coder.acts import Act, Proto
from etl.coder.second_reader.marking import Briefing, Span
from etl.coder.tree import Tree
from etl.records import LIVE

FORWARD, BACK, OUT, IN, HINT = "forward", "back", "out", "in", "hint"
"""Acts of the rules from source to target, from target to source, from the source to others, from others to the target, and other
acts told of."""
_ROOTS = tuple(f"{number:02d}" for number in range(2, 21))
_UNLIVE = " not done"
TOLD = tuple(f"{part} {root}{tail}" for part in (FORWARD, BACK, OUT, IN, HINT) for root in _ROOTS for tail in ("", _UNLIVE))
"""All that the rules can tell of a pair: "forward 11" (they see the source accuse the target), "hint 04 not done"."""
_MOST = 4  # acts of one part


def brief(
    tree: Tree,
    acts: Sequence[Act],
    hints: Mapping[str, Proto],
    source: Actor,
    target: Actor,
    parties: tuple[Span, ...],
) -> Briefing:
    """Return the briefing on what `source` may do to `target` in a sentence with these acts, hints and marked parties."""
    one, other = source.key, target.key
    parts: dict[str, dict[str, None]] = {FORWARD: {}, BACK: {}, OUT: {}, IN: {}}
    for act in acts:
        sides = (act.source.key, act.target.key)
        if sides == (one, other):
            part = FORWARD
        elif sides == (other, one):
            part = BACK
        elif sides[0] == one:
            part = OUT
        elif sides[1] == other:
            part = IN
        else:
            continue
        _note(parts[part], act.code, act.status)
    told = dict[str, None]()
    seen = {word for part in parts.values() for word in part}
    for root in sorted(hints):
        _note(told, root, hints[root].status)
    parts[HINT] = {word: None for word in told if word not in seen}
    said = tuple(f"{part} {word}" for part, words in parts.items() for word in list(words)[:_MOST])
    return Briefing(said, tuple(_way(tree, own_head(tree, source), own_head(tree, target))), parties)


def own_head(tree: Tree, actor: Actor) -> int:
    """Return the head of an actor's own words: of "Chinese" in "Chinese drills", which is filed under what it owns."""
    span = tree.token_at(actor.start, actor.end) if actor.start is not None and actor.end is not None else None
    return tree.span_head(*span) if span is not None and actor.head > span[1] else actor.head


def _note(part: dict[str, None], code: str, status: str) -> None:
    if code[:2] in _ROOTS:
        part[code[:2] + ("" if status in LIVE else _UNLIVE)] = None


def _way(tree: Tree, one: int, other: int) -> list[Span]:
    """Return where the words stand on the way from one head over the common word to the other head, both heads among them."""
    if not (0 <= one < len(tree) and 0 <= other < len(tree)):
        return []
    return [(tree.starts[token], tree.ends[token]) for token in sorted(tree.path(one, other))]
