"""Who else undergoes what the sentence before tells: "Oman sanctioned Iran. Mali and Cuba were also on the list"."""

from collections.abc import Iterator

from etl.coder.acts import Proto
from etl.coder.grammar.slots import Grammar

_LISTS = frozenset({"list", "blacklist", "target"})
_MEASURES = frozenset({"16", "17", "08"})
_BEFORE = 1  # sentences back to what the list is of


class Included:
    """Finds those whom one parsed sentence adds to the targets of the last measure."""

    def __init__(self, grammar: Grammar) -> None:
        """Take the sentence's slots."""
        self._grammar = grammar
        self._tree = grammar.tree

    def told(self) -> Iterator[Proto]:
        """Yield the measure again, by whoever took it, against those who are also on the list."""
        tree, grammar = self._tree, self._grammar
        for verb in tree.places(frozenset({"be"})):
            if tree.head[verb] != verb or not self._adds(verb):
                continue
            named = tuple(
                actor
                for subject in tree.kids(verb, "nsubj")
                for part in tree.conjuncts(subject)
                for actor in grammar.cast.heads.get(part, ())
                if actor.country
            )
            last = grammar.coreference.deeds.measure(verb, {actor.country for actor in named}, _MEASURES, _BEFORE)
            if named and last is not None:
                code, doer = last
                yield Proto(code, (doer,), named, "oneway", "verb:be+on:list~likewise", verb, rank=8)

    def _adds(self, verb: int) -> bool:
        """Whether somebody "was also on the list", "is on the list too", "was also among the targets"."""
        tree = self._tree
        also = {tree.words[kid].lower() for kid in tree.kids(verb, "advmod")} & {"also", "too"}
        listed = [part for prep in ("on", "among") for part in self._grammar.prepositional(verb, prep)]
        bare = [part for part in listed if not tree.kids(part, "poss", "amod", "prep", "compound", "relcl", "acl")]
        return bool(also) and any(tree.lemmas[part] in _LISTS for part in bare)
