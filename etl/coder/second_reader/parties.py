"""Whom a sentence names, and the words that name them: the parties between whom an act may lie."""

from collections.abc import Iterable

from etl.coder.actors import Actor
from etl.coder.second_reader.marking import Span, beside
from etl.coder.second_reader.scene import Scene
from etl.coder.tree import Tree

_BEFORE = ("compound", "amod", "nmod", "poss", "nummod", "det")
_BREAKS = frozenset({",", ";", ":", "(", ")", "-", "–", "—"})
_LONGEST = 8  # words of a party; longer ones are mostly parsed wrongly
_MEMBERS = frozenset({"nation", "country", "member", "state", "ally", "power"})


def named(scene: Scene) -> dict[str, Actor]:
    """Return the countries and bodies that a sentence names or clearly means, each where it stands first."""
    found: dict[str, Actor] = {}
    for actor in scene.actors:
        if actor.start is not None and actor.key not in found and not _of_members(scene.tree, actor):
            found[actor.key] = placed(scene, actor)
    for actor in scene.pointed:
        found.setdefault(actor.key, actor)
    return found


def placed(scene: Scene, actor: Actor) -> Actor:
    """Return an actor at the words that stand for him alone.

    Who is not named stands where he is pointed at; of "ministers of Egypt, Jordan and Iraq" each where his country is named.
    """
    if actor.start is None or actor.end is None:
        return next((one for one in scene.pointed if (one.key, one.head) == (actor.key, actor.head)), actor)
    inside = [one for one in scene.actors if one is not actor and _within(one, actor.start, actor.end)]
    own = next((one for one in inside if one.key == actor.key), None)
    return own if own is not None and any(one.key != actor.key for one in inside) else actor


def _within(actor: Actor, start: int, end: int) -> bool:
    """Whether an actor's words are a part of a span, and not all of it."""
    if actor.start is None or actor.end is None:
        return False
    return start <= actor.start and actor.end <= end and (start, end) != (actor.start, actor.end)


def _of_members(tree: Tree, actor: Actor) -> bool:
    """Whether a body is only named for its members: "leaders of the Quad nations, Japan and India"."""
    if actor.country is not None or not 0 <= actor.head < len(tree):
        return False
    return any(tree.lemmas[token] in _MEMBERS for token in (actor.head, tree.head[actor.head]))


def marked_parties(scene: Scene) -> tuple[Span, ...]:
    """Return the phrases of all parties of a sentence as the model sees them marked, whichever two it is asked about.

    Whom the sentence names or means stands first; then who else does something or has it done to him, and other mentions.
    """
    sides = phrases(scene.tree, named(scene).values())
    doers = phrases(scene.tree, (placed(scene, actor) for act in scene.acts for actor in (act.source, act.target)))
    return beside(beside(sides, doers), phrases(scene.tree, scene.actors))


def phrases(tree: Tree, actors: Iterable[Actor]) -> tuple[Span, ...]:
    """Return where the phrases of actors stand, each once, in order."""
    found = {span for actor in actors if (span := phrase(tree, actor)) is not None}
    return tuple(sorted(found))


def phrase(tree: Tree, actor: Actor) -> Span | None:
    """Return the offsets of the noun phrase that names an actor, which is how the model saw parties marked.

    "Japan's defence minister" where the dictionary found "Japan"; but "Chinese" alone in "Chinese drills", for drills are no
    party; None where the actor stands in another sentence.
    """
    if actor.start is None or actor.end is None:
        return None
    span = tree.token_at(actor.start, actor.end)
    if span is None or actor.head < 0 or actor.head >= len(tree) or actor.head > span[1]:
        return actor.start, actor.end
    first = min([span[0], *(min(tree.subtree(kid)) for kid in tree.kids(actor.head, *_BEFORE) if kid < actor.head)])
    last = max(span[1], actor.head)
    if last - first > _LONGEST or any(tree.words[token] in _BREAKS for token in range(first, last)):
        return actor.start, actor.end
    return tree.starts[first], tree.ends[last]
