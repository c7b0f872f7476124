"""Homage paid to a leader in what is said of him: "said that the exploits of Kim Il Sung would be remembered forever"."""

from collections.abc import Iterator

from etl.coder.actors import Actor
from etl.coder.acts import Proto
from etl.coder.grammar.slots import Grammar

_MERITS = frozenset("exploit feat merit achievement contribution name cause".split(" "))
_LASTING = frozenset("remember shine live immortalise immortalize glorify engrave cherish last endure record".split(" "))
_WINNING = frozenset("win triumph prevail succeed emerge".split(" "))
_LEADING = frozenset({"leadership", "guidance", "command"})
_SAYING = frozenset("say stress note state add declare tell emphasise emphasize express affirm".split(" "))


class Homages:
    """Finds whom one parsed sentence pays homage to."""

    def __init__(self, grammar: Grammar) -> None:
        """Take the sentence's slots."""
        self._grammar = grammar
        self._tree = grammar.tree

    def told(self) -> Iterator[Proto]:
        """Yield the praise of who says that another's merits will live on, or that his people will win under him."""
        tree, grammar = self._tree, self._grammar
        for clause in tree.places(_LASTING | {"be"}):
            verb = tree.head[clause]
            if tree.deps[clause] != "ccomp" or tree.lemmas[verb] not in _SAYING or tree.kids(clause, "neg"):
                continue
            speakers = {actor.key: actor for part in tree.kids(verb, "nsubj") for actor in grammar.actors(part, loose=True)}
            honoured = {actor.key: actor for actor in self._honoured(clause) if actor.country and actor.key not in speakers}
            if speakers and honoured:
                sides = tuple(speakers.values()), tuple(honoured.values())
                yield Proto("051", *sides, "oneway", "verb:say>comp:051~homage", verb, rank=8)

    def _honoured(self, clause: int) -> list[Actor]:
        """Return whose merits are said to last, or who is sure to win under his leader."""
        tree, grammar = self._tree, self._grammar
        subjects = tree.kids(clause, "nsubj", "nsubjpass")
        if tree.lemmas[clause] in _LASTING:
            merits = [part for part in subjects if tree.lemmas[part] in _MERITS]
            owners = [actor for part in merits for actor in grammar.possessors(part)]
            return owners or [
                actor for part in merits for noun in grammar.prepositional(part, "of") for actor in grammar.actors(noun)
            ]
        sure = [word for word in tree.kids(clause, "acomp") if tree.lemmas[word] in {"sure", "bound", "certain"}]
        won = [verb for word in sure for verb in tree.kids(word, "xcomp") if tree.lemmas[verb] in _WINNING]
        led = any(tree.lemmas[noun] in _LEADING for verb in won for noun in grammar.prepositional(verb, "under"))
        return [actor for part in subjects for actor in grammar.actors(part)] if led else []
