"""Officials of international bodies: whatever nation they are of, they act for their body alone."""

from collections.abc import Mapping
from typing import Protocol, TypeVar

from etl.coder.tree import Tree

_IN_OFFICE = frozenset(
    (
        "commissioner chief head boss president secretary secretary-general general director director-general chair chairman "
        "chairwoman diplomat spokesman spokeswoman spokesperson"
    ).split()
)
"""Who is called so serves the body in front of him; "the UN's Russian ambassador" serves Russia."""


class Somebody(Protocol):
    """An actor as far as it tells whose he is."""

    @property
    def country(self) -> str | None:
        """His country; None for a body and whoever serves it."""

    @property
    def basis(self) -> str:
        """How it is known whose he is."""


T = TypeVar("T", bound=Somebody)


def sworn_in(tree: Tree, heads: Mapping[int, list[T]]) -> dict[int, list[T]]:
    """Return whom the names and titles of a body's officials stand for: "Finnish EU commissioner Virkkunen" is of the EU alone.

    `heads` are the actors of a sentence by the word that heads them; only the words that change are returned.
    """
    changed: dict[int, list[T]] = {}
    for word, actors in heads.items():
        nations = [actor for actor in actors if actor.country is not None and actor.basis in {"adjective", "office"}]
        if not nations:
            continue
        own = [actor for actor in actors if actor.country is None and actor.basis == "person"]
        if own or (serving := _served(tree, word, heads)):
            changed[word] = own or serving
    return changed


def _served(tree: Tree, title: int, heads: Mapping[int, list[T]]) -> list[T]:
    """Return the body that the holder of a title serves, by his name beside it or by who owns the title."""
    if tree.lemmas[title].lower() not in _IN_OFFICE or tree.tags[title] == "NNS":
        return []
    above = [tree.head[title]] if tree.deps[title] == "compound" else []
    named = [actor for name in (*tree.kids(title, "appos"), *above) for actor in heads.get(name, ()) if actor.basis == "person"]
    if named:
        return named if all(actor.country is None for actor in named) else []
    owners = [actor for owner in tree.kids(title, "poss") for actor in heads.get(owner, ())]
    bodies = bool(owners) and all(actor.country is None and actor.basis == "body" for actor in owners)
    return owners if bodies else []
