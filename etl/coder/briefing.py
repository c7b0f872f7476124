"""What the first reader tells the second about a pair: the acts its rules see, and the way from one party to the other.

A small network reads wordings well and syntax badly; the parser and the frames do the opposite. Whatever they found is put
before the sentence in plain words, so that the network weighs it like the rest of what it reads.
"""

from collections.abc import Iterable, Mapping, Sequence

from etl.coder.actors import Actor
from etl.coder.acts import Act, Proto
from etl.coder.marking import BACK, FORWARD, HINT, IN, OUT, PATH, UNLIVE, Briefing
from etl.coder.tree import Tree
from etl.records import LIVE

ROOT_WORDS: Mapping[str, str] = {
    "02": "appeal", "03": "intend", "04": "meet", "05": "praise", "06": "cooperate", "07": "aid", "08": "yield",
    "09": "investigate", "10": "demand", "11": "accuse", "12": "reject", "13": "threaten", "14": "protest", "15": "mobilize",
    "16": "sanction", "17": "arrest", "18": "assault", "19": "fight", "20": "massacre",
}  # fmt: skip
"""Root -> a word that the encoder knows from its own reading."""
_STEP_WORDS = {
    "nsubj": "subject", "nsubjpass": "passive", "csubj": "subject", "dobj": "object", "dative": "object", "attr": "object",
    "poss": "owner", "conj": "and", "appos": "namely", "relcl": "which", "acl": "which", "advcl": "when", "ccomp": "that",
    "xcomp": "to", "compound": "noun", "amod": "adjective", "nmod": "noun",
}  # fmt: skip
_LONGEST = 8  # steps of a way; longer ones say nothing but "far"
_MOST = 4  # words of one part


def brief(
    tree: Tree, parties: Iterable[Actor], acts: Sequence[Act], hints: Mapping[str, Proto], source: Actor, target: Actor
) -> Briefing:
    """Return the briefing on what `source` may do to `target` in a sentence with these parties, acts and hints."""
    one, other = source.key, target.key
    parts = {FORWARD: dict[str, None](), BACK: dict[str, None](), OUT: dict[str, None](), IN: dict[str, None]()}
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
    words = [word for sign, part in parts.items() if part for word in (sign, *list(part)[:_MOST])]
    others = sorted({actor.start for actor in parties if actor.start is not None and actor.key not in {one, other}})
    return Briefing((*words, PATH, *_way(tree, _own_head(tree, source), _own_head(tree, target))), tuple(others))


def _own_head(tree: Tree, actor: Actor) -> int:
    """Return the head of an actor's own words: of "Chinese" in "Chinese drills", which is filed under what it owns."""
    span = tree.token_at(actor.start, actor.end) if actor.start is not None and actor.end is not None else None
    return tree.span_head(*span) if span is not None and actor.head > span[1] else actor.head


def _note(part: dict[str, None], code: str, status: str) -> None:
    if word := ROOT_WORDS.get(code[:2]):
        part[word if status in LIVE else f"{word} {UNLIVE}"] = None


def _way(tree: Tree, one: int, other: int) -> list[str]:
    """Return the words and steps from one head up to the common word and down to the other head."""
    if not (0 <= one < len(tree) and 0 <= other < len(tree)):
        return []
    up, down = [one, *tree.ancestors(one)], [other, *tree.ancestors(other)]
    common = next((token for token in up if token in down), None)
    if common is None:
        return ["apart"]
    rising, falling = up[: up.index(common)], down[: down.index(common)]
    if len(rising) + len(falling) > _LONGEST:
        return ["far"]
    said: list[str] = []
    for token in rising:
        said += [*([tree.lemmas[token].lower()] if token != one else []), *_step(tree, token)]
    if common not in {one, other}:
        said.append(tree.lemmas[common].lower())
    for token in reversed(falling):
        said += [*_step(tree, token), *([tree.lemmas[token].lower()] if token != other else [])]
    return said


def _step(tree: Tree, token: int) -> list[str]:
    word = _STEP_WORDS.get(tree.deps[token])
    return [word] if word else []
