"""Talks that go on with the partner of before: "Chad broke off talks with Mali. They will resume", "it had struck a deal"."""

from collections.abc import Iterator

from etl.coder.acts import Proto
from etl.coder.constructions.construction import Construction

_RESUMING = frozenset({"resume", "restart", "reconvene", "continue"})
_CLOSING = frozenset({"strike", "reach", "clinch", "sign", "conclude", "seal"})
_PACTS = frozenset({"deal", "agreement", "accord", "pact"})
_OWN_PARTIES = ("poss", "prep", "compound", "amod", "nmod", "relcl", "acl")
_BEFORE = 2  # sentences back to who talked


class Resumptions(Construction):
    """Finds talks and deals of one parsed sentence whose other side an earlier one names."""

    def told(self) -> Iterator[Proto]:
        """Yield talks that resume, and deals that one of two has struck."""
        tree, grammar = self._tree, self._grammar
        for verb in filter(grammar.is_verb, tree.places(_RESUMING | _CLOSING)):
            proto = self._resumed(verb) if tree.lemmas[verb] in _RESUMING else self._struck(verb)
            if proto is not None:
                yield self._assertion.modal(proto, verb, self._lexicon)

    def _resumed(self, verb: int) -> Proto | None:
        """Return the talks that are the subject of a verb, between those who held or broke them off before."""
        tree = self._tree
        talks = self._lexicon.classes["talk"]
        things = [noun for noun in tree.kids(verb, "nsubj", "nsubjpass") if tree.lemmas[noun] in talks]
        if not things or tree.kids(verb, "dobj") or self._grammar.prepositional(verb, "with") or self._told_whose(things[0]):
            return None
        named = {actor.country for actor in self._grammar.cast.all()} - {None}
        pair = self._grammar.coreference.deeds.talking(verb, _BEFORE, broken=True)
        if len(pair) != 2 or not named <= {actor.country for actor in pair}:
            return None
        return Proto("046", (pair[0],), (pair[1],), "mutual", f"verb:{tree.lemmas[verb]}+talk~resumed", verb, rank=8)

    def _struck(self, verb: int) -> Proto | None:
        """Return the deal that one says he has struck, with whom he was wrangling before."""
        tree, grammar = self._tree, self._grammar
        things = [noun for noun in tree.kids(verb, "dobj") if tree.lemmas[noun] in _PACTS]
        doers = [actor for actor in grammar.doers(verb) if actor.country]
        countries = {actor.country for actor in (*grammar.cast.all(), *doers)} - {None}
        if not things or len(countries) != 1 or not doers or grammar.prepositional(verb, "with") or self._told_whose(things[0]):
            return None
        others = grammar.coreference.deeds.talking(verb, _BEFORE, broken=False)
        if countries.isdisjoint(actor.country for actor in others):
            return None
        partner = tuple(actor for actor in others if actor.country not in countries)
        return Proto("057", tuple(doers), partner, "mutual", f"verb:{tree.lemmas[verb]}+deal~resumed", verb, rank=8)

    def _told_whose(self, noun: int) -> bool:
        """Whether a noun says itself between whom or about what it is: "the Libya talks", "a deal with Peru"."""
        return bool(self._tree.kids(noun, *_OWN_PARTIES))
