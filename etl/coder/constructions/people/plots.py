"""Plots on somebody's life, carried out or foiled: "foiled an Iranian plot to kill its envoy"."""

from collections.abc import Iterator

from etl.coder.actors import Actor
from etl.coder.acts import Proto
from etl.coder.constructions.construction import Construction

_PLOTS = frozenset({"plot", "conspiracy", "plan", "attempt", "bid", "scheme"})
_KILLING = frozenset({"kill", "assassinate", "murder", "poison"})
_SAYING = frozenset({"say", "claim", "allege", "accuse", "believe", "suspect", "tell"})


class Plots(Construction):
    """Finds who plotted in one parsed sentence to kill whom."""

    def told(self) -> Iterator[Proto]:
        """Yield each plot with whose it is and whose life it was aimed at; what only his foes tell of it is alleged."""
        for noun in self._tree.places(_PLOTS):
            clause = self._aim(noun)
            if clause is None:
                continue
            doers = {actor.key: actor for actor in self._authors(noun) if actor.country}
            victims = {actor.key: actor for actor in self._victims(noun, clause) if actor.country and actor.key not in doers}
            if doers and victims:
                status = "alleged" if self._said(noun) else "happened"
                sides = tuple(doers.values()), tuple(victims.values())
                yield Proto(
                    "185", *sides, "oneway", f"noun:{self._tree.lemmas[noun]}~plot", noun, status, 12, None, ("answered",)
                )

    def _aim(self, noun: int) -> int | None:
        """Return the verb of killing that a plot is to end in."""
        tree = self._tree
        above = tree.head[noun]
        clauses = [*tree.kids(noun, "acl", "relcl")]
        clauses += tree.kids(above, "xcomp", "advcl") if tree.deps[noun] in {"dobj", "pobj", "nsubjpass"} else []
        near = [one for one in clauses if noun < one <= noun + 3 and tree.is_infinitive(one) and tree.lemmas[one] in _KILLING]
        return near[0] if near else None

    def _authors(self, noun: int) -> list[Actor]:
        """Return whose plot it is: "an Iranian plot", "a plot by Iran"."""
        grammar = self._grammar
        makers = [clause for clause in self._tree.kids(noun, "acl") if grammar.passive(clause)]
        behind = [part for way in ("by", "of") for part in grammar.prepositional(noun, way)]
        behind += [agent for clause in makers for agent in grammar.agents(clause)]
        return grammar.possessors(noun) or [actor for part in behind for actor in grammar.actors(part, loose=True)]

    def _victims(self, noun: int, clause: int) -> list[Actor]:
        """Return whom the plot is to kill; "its envoy" is of whoever foils it."""
        tree, grammar = self._tree, self._grammar
        things = [part for thing in grammar.objects(clause) for part in tree.conjuncts(thing)]
        verb = tree.head[noun]
        if any(tree.lemmas[kid] == "its" for thing in things for kid in tree.kids(thing, "poss")) and grammar.is_verb(verb):
            return grammar.doers(verb)
        return [actor for thing in things for actor in grammar.actors(thing, loose=True)]

    def _said(self, noun: int) -> bool:
        """Whether a plot is told on somebody's word."""
        below = noun
        for above in self._tree.ancestors(noun):
            if self._tree.deps[below] == "ccomp" and self._tree.lemmas[above] in _SAYING:
                return True
            below = above
        return False
