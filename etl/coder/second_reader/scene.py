"""One sentence as the rules left it, for the second reader."""

from collections.abc import Mapping
from dataclasses import dataclass

from etl.coder.actors import Actor
from etl.coder.acts import Act, Proto
from etl.coder.tree import Tree


@dataclass(frozen=True, slots=True)
class Scene:
    """One sentence as the rules left it: words, parse, whom it names, their acts, and by root what acts they saw at all.

    `fresh` says that it names a day or week near the publication; `pointed` are parties that only pronouns and such stand for.
    """

    text: str
    tree: Tree
    actors: tuple[Actor, ...]
    acts: tuple[Act, ...]
    hints: Mapping[str, Proto]
    index: int
    fresh: bool = False
    pointed: tuple[Actor, ...] = ()
