"""Whom drills and blows are aimed at, told by who is on his guard against them or hits back: "on alert as China holds drills"."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from etl.coder.actors import Actor
from etl.coder.acts import Proto
from etl.coder.grammar.slots import Grammar
from etl.records import LIVE

_DRILLS = frozenset({"drill", "exercise", "manoeuvre", "maneuver", "sortie", "incursion"})
_HOLDING = frozenset("hold stage begin start launch conduct resume extend expand mount send".split(" "))
_AFTER = frozenset({"after", "amid", "following", "during", "as", "while"})
_ELSEWHERE = frozenset({"with", "near", "around", "off", "against", "over", "alongside", "between"})
_GUARDING = frozenset(
    "alert brace defend defence defense deter resist safeguard monitor track vigilant readiness sovereignty intimidation".split(
        " "
    )
)
_BLOWS = frozenset({"18", "19"})
_BETWEEN = frozenset({"pobj", "prep", "pcomp", "npadvmod", "dobj", "advmod", "amod"})


class Menaces:
    """Finds whom the drills and blows of one parsed sentence are aimed at, where their own words do not say so."""

    def __init__(self, grammar: Grammar, protos: Callable[[int], list[Proto]]) -> None:
        """Take the sentence's slots and the acts found at each token."""
        self._grammar = grammar
        self._tree = grammar.tree
        self._protos = protos

    def told(self) -> Iterator[Proto]:
        """Yield the drills that somebody guards against, and the blows that somebody returns."""
        for noun in range(len(self._tree)):
            if self._tree.pos[noun] == "NOUN":
                yield from self._guarded(noun)
                yield from self._returned(noun)

    def _guarded(self, noun: int) -> Iterator[Proto]:
        """Yield a drill with who is on his guard: "pledges to defend island after Chinese drills"."""
        tree = self._tree
        games = tree.lemmas[noun] == "game" and tree.words[noun - 1].lower() == "war"
        if tree.lemmas[noun] not in _DRILLS and not games:
            return
        if any(tree.lemmas[prep] in _ELSEWHERE for prep in tree.kids(noun, "prep")):
            return
        verb = tree.head[noun]
        if tree.deps[noun] == "dobj" and tree.lemmas[verb] in _HOLDING and self._marked(verb):
            clause, doers = verb, self._of(self._grammar.agents(verb))
            above = tree.head[verb]
        elif tree.words[verb].lower() in _AFTER or self._marked(noun):
            clause, doers = noun, self._grammar.possessors(noun)
            above = tree.head[verb] if tree.deps[noun] == "pobj" else verb
        else:
            return
        within = set(tree.subtree(clause))
        guarding = {tree.lemmas[token] for token in range(len(tree)) if token not in within} & _GUARDING
        own = {actor.country for actor in doers}
        watchers = [actor for actor in self._watchers(above) if actor.country and actor.country not in own]
        if guarding and len(own) == 1 and watchers:
            rule = f"noun:{tree.lemmas[noun]}~guarded"
            yield Proto("150", tuple(doers), tuple(watchers), "oneway", rule, noun, operators=("answered",))

    def _marked(self, clause: int) -> bool:
        return any(self._tree.words[mark].lower() in _AFTER for mark in self._tree.kids(clause, "mark", "advmod"))

    def _of(self, heads: list[int]) -> list[Actor]:
        return [actor for head in heads for actor in self._grammar.actors(head)]

    def _watchers(self, above: int) -> list[Actor]:
        """Return who does what the drill is told beside: the subject of the verb, or the name that a headline begins with."""
        tree = self._tree
        for token in tree.upward(above):
            if self._grammar.is_verb(token) or tree.pos[token] == "AUX":
                found = self._of(self._grammar.agents(token) or tree.kids(token, "nsubj", "nsubjpass"))
                if found:
                    return found
            elif named := self._grammar.cast.heads.get(token):
                return list(named)
        return []

    def _returned(self, noun: int) -> Iterator[Proto]:
        """Yield a blow with who strikes its author back: "hit camps in Iran two days after an Iranian strike"."""
        tree = self._tree
        if tree.deps[noun] != "pobj" or tree.words[tree.head[noun]].lower() not in {"after", "following"}:
            return
        verb = tree.head[noun]
        while tree.deps[verb] in _BETWEEN and tree.head[verb] != verb and not self._grammar.is_verb(verb):
            verb = tree.head[verb]
        told = [
            one for one in self._protos(verb) if one.status in LIVE and one.code[:2] in _BLOWS and one.sources and one.targets
        ]
        for blow in self._protos(noun):
            authors = {actor.country for actor in blow.sources}
            bare = blow.code[:2] in _BLOWS and blow.status in LIVE and not blow.targets and authors
            for one in told if bare else ():
                if authors <= {actor.country for actor in one.targets} and authors.isdisjoint(a.country for a in one.sources):
                    yield replace(blow, targets=one.sources, rule_id=f"{blow.rule_id}~returned")
                    return
