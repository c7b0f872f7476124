"""Bombs and mines with who laid them: "a roadside bomb planted by Kurdish fighters killed three Turkish soldiers"."""

from collections.abc import Iterator

from etl.coder.actors import Actor
from etl.coder.acts import Proto
from etl.coder.constructions.construction import Construction

_DEVICES = frozenset({"bomb", "device", "explosive", "ied", "charge", "booby", "landmine", "mine"})
_LAYING = frozenset("plant lay set place detonate trigger hide send post attach leave bury".split())
_HARMING = frozenset("kill injure wound maim hurt tear rip explode blow hit".split())
_KINDS = {"roadside": "1833", "car": "1832", "truck": "1832", "suicide": "1831"}


class Bombs(Construction):
    """Finds whose bomb killed whom in one parsed sentence."""

    def told(self) -> Iterator[Proto]:
        """Yield each blast that harms somebody with who laid the bomb, in the place of what its verb alone tells."""
        for noun in self._tree.places(_DEVICES):
            verb = self._verb(noun)
            doers = {actor.key: actor for actor in self._layers(noun) if actor.country} if verb is not None else {}
            if verb is None or not doers:
                continue
            harmed = [actor for part in self._grammar.objects(verb) for actor in self._grammar.actors(part, loose=True)]
            victims = {actor.key: actor for actor in harmed if actor.country and actor.key not in doers}
            if victims:
                sides = tuple(doers.values()), tuple(victims.values())
                told = Proto(self._code(noun), *sides, "oneway", f"noun:{self._tree.lemmas[noun]}~laid", verb, rank=14)
                yield self._assertion.modal(told, verb, self._lexicon)

    def _verb(self, noun: int) -> int | None:
        """Return the verb by which a bomb harms somebody, as its subject or behind "by" and "when"."""
        tree = self._tree
        above = tree.head[noun]
        verb = tree.head[above] if tree.deps[noun] == "pobj" and tree.deps[above] == "agent" else above
        fits = tree.deps[noun] == "nsubj" or verb != above
        return verb if fits and self._grammar.is_verb(verb) and tree.lemmas[verb] in _HARMING else None

    def _layers(self, noun: int) -> list[Actor]:
        grammar = self._grammar
        clauses = [one for one in self._tree.kids(noun, "acl", "relcl") if self._tree.lemmas[one] in _LAYING]
        agents = [agent for clause in clauses for agent in grammar.agents(clause)]
        return [actor for agent in agents for actor in grammar.actors(agent, loose=True)]

    def _code(self, noun: int) -> str:
        kinds = [
            _KINDS[self._tree.lemmas[kid]]
            for kid in self._tree.kids(noun, "compound", "amod")
            if self._tree.lemmas[kid] in _KINDS
        ]
        return kinds[0] if kinds else "183"
