"""What somebody smarts under while he acts: "Stung by Peru's criticism, Fiji backed down", "Under fire from Peru"."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from etl.coder.actors import Actor
from etl.coder.acts import Proto
from etl.coder.grammar.slots import Grammar
from etl.records import LIVE

_SMARTING = frozenset(
    (
        "sting rattle unnerve alarm spook shake jolt anger infuriate enrage unsettle bruise wound irk incense spur cow chasten "
        "goad humiliate embarrass outrage frighten daunt"
    ).split()
)
_TOLD = frozenset({"10", "11", "12", "13", "15", "16"})
_FIRE = frozenset({"fire", "attack", "criticism"})
_MENACES = frozenset({"threat", "ultimatum", "intimidation", "bullying"})
_FROM = ("from", "by")
_SPEAKING = frozenset({"GOV", "LEG", "PTY", "MED"})
_FORCES = frozenset({"MIL", "COP", "REB"})


class Smarting:
    """Finds what is told of one parsed sentence's subject by what he has undergone from another."""

    def __init__(self, grammar: Grammar, protos: Callable[[int], list[Proto]]) -> None:
        """Take the sentence's slots and the acts found at each token."""
        self._grammar = grammar
        self._tree = grammar.tree
        self._protos = protos

    def told(self) -> Iterator[Proto]:
        """Yield what others said or did to whoever is stung by it, or under fire for it."""
        for verb in self._tree.places(_SMARTING):
            if self._grammar.is_verb(verb):
                yield from self._stung(verb)
        for noun in self._tree.places(_FIRE):
            yield from self._under(noun)

    def _stung(self, verb: int) -> Iterator[Proto]:
        tree = self._tree
        agents = [part for by in tree.kids(verb, "agent", "prep") if tree.lemmas[by] == "by" for part in tree.kids(by, "pobj")]
        beside = tree.deps[verb] in {"advcl", "acl", "amod"} and not tree.kids(verb, "nsubj", "aux")
        if not agents or not (beside or tree.kids(verb, "auxpass")) or tree.kids(verb, "neg"):
            return
        stung = self._who(verb)
        for proto in (one for part in agents for noun in tree.conjuncts(part) for one in self._deeds(noun)):
            by = {actor.key for actor in proto.sources}
            hit = tuple(actor for actor in stung if actor.key not in by and actor.country)
            if proto.sources and hit and not proto.targets and proto.code[:2] in _TOLD and proto.status in LIVE:
                yield replace(proto, targets=hit, kind="oneway", rule_id=f"{proto.rule_id}~stung", operators=("answered",))

    def _deeds(self, noun: int) -> list[Proto]:
        """Return what a noun tells: a bare threat, and drills of one side, too."""
        found = [replace(one, code="150", kind="oneway") if one.code == "062" else one for one in self._protos(noun)]
        if not found and self._tree.lemmas[noun] in _MENACES and (by := self._grammar.possessors(noun)):
            found = [Proto("130", tuple(by), (), "oneway", f"noun:{self._tree.lemmas[noun]}", noun)]
        return [one for one in found if one.code != "150" or len({actor.key for actor in one.sources}) == 1]

    def _who(self, verb: int) -> list[Actor]:
        """Return who is stung: the subject, or that of the clause a participle stands beside."""
        tree, grammar = self._tree, self._grammar
        own = tree.kids(verb, "nsubjpass")
        above = tree.head[verb]
        if not own and tree.deps[verb] in {"acl", "amod"}:
            return grammar.actors(above)
        heads = own or (grammar.agents(above) if grammar.is_verb(above) else tree.kids(above, "nsubj"))
        return [actor for part in heads for actor in grammar.actors(part)]

    def _under(self, noun: int) -> Iterator[Proto]:
        """Yield the criticism that somebody is under while he does something: "Under fire from Peru, Fiji defended"."""
        tree, grammar = self._tree, self._grammar
        under = tree.head[noun]
        verb = tree.head[under]
        if tree.deps[noun] != "pobj" or tree.words[under].lower() != "under" or not grammar.is_verb(verb):
            return
        givers = [actor for way in _FROM for part in grammar.prepositional(noun, way) for actor in grammar.actors(part)]
        givers = [actor for actor in givers if actor.country and actor.role in _SPEAKING]
        own = {actor.key for actor in givers}
        hit = [actor for part in grammar.agents(verb) for actor in grammar.actors(part) if actor.key not in own]
        if givers and hit and under < verb and all(actor.role not in _FORCES for actor in hit):
            rule_id = f"noun:{tree.lemmas[noun]}~under"
            yield Proto("111", tuple(givers), tuple(hit), "oneway", rule_id, noun, operators=("answered",))
