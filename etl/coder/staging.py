"""A scene for a pair that is given: the sentence as the coder reads it, with the two marked spans among its actors.

So a marked pair, in `comity classify` or in training, is put before the relation model in the same way as a pair that the coder
finds itself.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from etl.coder.actors import Actor, Cast
from etl.coder.coder import Coder
from etl.coder.coreference import Coreference
from etl.coder.grammar.slots import Grammar
from etl.coder.naming.asides import MODIFIERS
from etl.coder.naming.setting import Setting
from etl.coder.predicates import Predicates
from etl.coder.recall.memory import Memory
from etl.coder.second_reader.briefing import brief
from etl.coder.second_reader.marking import NO_BRIEFING, Briefing, Span
from etl.coder.second_reader.parties import phrases
from etl.coder.tree import Tree

SOURCE, TARGET = "SRC", "TGT"
_NO_DAY = date(2025, 1, 1)  # marked pairs have no date; it decides only whose namesake is in office
_ENDS = (".", "!", "”", '"', "…")


@dataclass(frozen=True, slots=True)
class Marked:
    """A text with a source and a target span, of which one may be missing."""

    text: str
    source: Span | None
    target: Span | None


def is_headline(text: str) -> bool:
    """Whether a text is a headline: nothing ends it."""
    return not text.rstrip().endswith(_ENDS)


def briefings(coder: Coder, pairs: Sequence[Marked]) -> Iterator[Briefing]:
    """Yield the briefing of each pair, in order; the texts are parsed together."""
    texts = list(dict.fromkeys(pair.text for pair in pairs))
    trees = dict(zip(texts, coder.parse_alone((text, is_headline(text)) for text in texts), strict=True))
    for pair in pairs:
        yield briefing(coder, trees[pair.text], pair)


def briefing(coder: Coder, tree: Tree, pair: Marked) -> Briefing:
    """Return what the rules tell of a pair; only the other parties where a side is missing or covers no word."""
    title = is_headline(pair.text)
    cast = coder.casting.cast(tree, _NO_DAY, {}, Setting(), is_title=title)
    others = phrases(tree, cast.parties())
    source, target = _side(tree, pair.source, SOURCE), _side(tree, pair.target, TARGET)
    if source is None or target is None:
        return replace(NO_BRIEFING, parties=others)
    cast = _joined(tree, cast, (source, target))
    grammar = Grammar(tree, cast, coder.casting, Coreference(coder.lexicon.actors, Memory(), tree, cast, 0), is_title=title)
    predicates = Predicates(coder.lexicon.acts, grammar)
    return brief(tree, predicates.acts(), predicates.hints(), source, target, others)


def _side(tree: Tree, span: Span | None, key: str) -> Actor | None:
    if span is None or (tokens := tree.token_at(*span)) is None:
        return None
    return Actor(key, "GOV", key, tree.text[slice(*span)], *span, "marked", tree.span_head(*tokens))


def _joined(tree: Tree, cast: Cast, sides: tuple[Actor, Actor]) -> Cast:
    """Put the marked sides into a cast: whoever begins inside a span is that side, and so are his other names."""
    same: dict[str, set[str]] = {}
    for actor in cast.parties():
        if (side := _side_of(actor, sides)) is not None:
            same.setdefault(actor.key, set()).add(side.key)
    found = {side.key: side for side in sides}
    placed: set[str] = set()

    def renamed(actors: Iterable[Actor]) -> list[Actor]:
        """Return the actors of a word with the sides in place of those who stand for them, each once."""
        told: dict[str, Actor] = {}
        for actor in actors:
            side = _side_of(actor, sides)
            if side is not None:
                placed.add(side.key)
                known = replace(actor, country=side.country, name=side.name, text=side.text, start=side.start, end=side.end)
                told.setdefault(side.key, known)
                continue
            # a name of both sides ("China" where its envoy and its navy are marked) is no other name of either
            keys = same.get(actor.key, set())
            key = next(iter(keys)) if len(keys) == 1 else ""
            told.setdefault(key or actor.key, replace(actor, country=key) if key else actor)
        return list(told.values())

    for table in (cast.heads, cast.owners, cast.opposed):
        for token in list(table):
            table[token] = renamed(table[token])
    for key in found.keys() - placed:
        _add(tree, cast, found[key])
    return cast


def _add(tree: Tree, cast: Cast, side: Actor) -> None:
    """Put somebody into a cast whom no dictionary knows."""
    cast.heads[side.head] = [side, *cast.heads.get(side.head, ())]
    tokens = tree.token_at(side.start or 0, side.end or 0)
    if tokens is not None:
        cast.covered.update(range(tokens[0], tokens[1] + 1))
        if tree.deps[side.head] in MODIFIERS and tree.head[side.head] > tokens[1]:
            cast.owners[tree.head[side.head]].append(side)


def _side_of(actor: Actor, sides: tuple[Actor, Actor]) -> Actor | None:
    """Return the narrowest marked side in which an actor's words begin."""
    if actor.start is None:
        return None
    around = [side for side in sides if (side.start or 0) <= actor.start < (side.end or 0)]
    return min(around, key=lambda side: (side.end or 0) - (side.start or 0), default=None)
