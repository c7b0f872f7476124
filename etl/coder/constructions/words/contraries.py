"""Acts that are told by denying their contrary: what is not ruled out is threatened, what is not accepted is rejected."""

from collections.abc import Callable, Iterator
from functools import partial

from etl.coder.acts import Proto, best
from etl.coder.assertion import Assertion
from etl.coder.constructions.construction import Construction
from etl.coder.grammar.slots import Grammar
from etl.coder.roots import ADDRESSED, HOSTILE, PENALTIES
from etl.coder.sides.filling import Filling
from etl.coder.sides.surroundings import Surroundings
from etl.dictionaries import ActLexicon

_EXCLUDING = frozenset({"exclude", "preclude"})
_DECLINING = frozenset({"refuse", "decline"})
_ACCEPTING = frozenset({"accept", "heed", "acknowledge", "honour", "honor", "entertain", "countenance", "consider"})
_PLAIN = frozenset({"do", "does", "did", "'s"})

_THAT = frozenset({"it", "this", "that", "them"})
_WILL = frozenset({"will", "would", "'ll", "can", "could", "ca"})
_ASKED = ADDRESSED | PENALTIES
"""CAMEO roots of what somebody may be asked, offered or have imposed on him, and not accept."""


class Contraries(Construction):
    """Finds what one parsed sentence tells by a negation."""

    def __init__(
        self, lexicon: ActLexicon, grammar: Grammar, filling: Filling, assertion: Assertion, protos: Callable[[int], list[Proto]]
    ) -> None:
        """Take the frames, the sentence's slots, and the acts found at each token."""
        super().__init__(lexicon, grammar, assertion)
        self._filling = filling
        self._protos = protos

    def told(self) -> Iterator[Proto]:
        """Yield the threats and rejections of a sentence."""
        yield from self._threatened()
        yield from self._rejected()
        yield from self._turned_away()

    def _turned_away(self) -> Iterator[Proto]:
        """Yield the rejection of what others asked or offered: "Peru asked Chad to leave. Chad said it would never accept it"."""
        grammar, tree = self._grammar, self._tree
        for verb in filter(grammar.is_verb, tree.places(_ACCEPTING)):
            things = tree.kids(verb, "dobj")
            bare = bool(things) and all(tree.words[thing].lower() in _THAT for thing in things)
            doers = [actor for actor in grammar.doers(verb) if actor.country]
            if not bare or not doers or not tree.kids(verb, "neg") or not set(grammar.auxiliaries(verb)) <= _PLAIN | _WILL:
                continue
            own = {actor.key for actor in doers}
            targets = grammar.coreference.deeds.provokers(verb, own, _ASKED, suffered=True)
            if len(own) == 1 and targets:
                rule_id = f"verb:{tree.lemmas[verb]}=refuse~answer"
                yield Proto("120", tuple(doers), tuple(targets), "oneway", rule_id, verb, rank=8)

    def _rejected(self) -> Iterator[Proto]:
        """Yield the rejection in "did not accept China's proposal", "failed to heed Manila's protest"; states tell none."""
        grammar, tree = self._grammar, self._tree
        for verb in filter(grammar.is_verb, tree.places(_ACCEPTING)):
            holder = tree.head[verb] if tree.deps[verb] == "xcomp" and tree.lemmas[tree.head[verb]] == "fail" else verb
            if (holder == verb and not tree.kids(verb, "neg")) or not set(grammar.auxiliaries(holder)) <= _PLAIN:
                continue
            found = []
            for frame in self._lexicon.candidates("verb", "reject", partial(Surroundings, self._filling, verb)):
                objects = self._filling.matching_objects(verb, frame)
                if objects is None or not frame.conditions:
                    continue
                sources = self._filling.sources(holder, frame, objects)
                targets = self._filling.targets(verb, frame, objects, {actor.key for actor in sources})
                rank = len(frame.code.rstrip("0")) + bool(targets)
                rule_id = f"verb:{tree.lemmas[verb]}=refuse({frame.rule_id})"
                found.append(Proto(frame.code, tuple(sources), tuple(targets), frame.kind, rule_id, verb, rank=rank))
            yield from (self._assertion.around(proto, holder) for proto in best(found) if proto.sources and proto.targets)

    def _threatened(self) -> Iterator[Proto]:
        """Yield the threat of each hostile act that somebody does not rule out."""
        grammar, tree = self._grammar, self._tree
        for verb in filter(grammar.is_verb, tree.places(_EXCLUDING | {"rule"})):
            apart = {tree.words[kid].lower() for kid in tree.kids(verb, "prt", "advmod")}
            if tree.lemmas[verb] == "rule" and "out" not in apart:
                continue
            holder = self._refusing(verb)
            if holder is None:
                continue
            doers = tuple(grammar.doers(holder))
            own = {actor.key for actor in doers}
            for proto in self._excluded(verb):
                code = self._lexicon.compose("threaten", proto.code)
                others = tuple(actor for actor in proto.targets if actor.key not in own)
                theirs = {actor.key for actor in proto.sources} - own
                if doers and others and not theirs and code and proto.code[:2] in HOSTILE:
                    rule_id = f"verb:rule_out=threaten({proto.rule_id})"
                    yield Proto(code, doers, others, "oneway", rule_id, holder, rank=8, operators=("threaten",))

    def _refusing(self, verb: int) -> int | None:
        """Return the verb whose subject does not exclude something: the verb itself, negated, or who declines to."""
        tree = self._tree
        if tree.kids(verb, "neg"):
            return verb
        above = tree.head[verb]
        return above if tree.deps[verb] == "xcomp" and tree.lemmas[above] in _DECLINING and not tree.kids(above, "neg") else None

    def _excluded(self, verb: int) -> Iterator[Proto]:
        """Yield the acts among what a verb governs, those of the nouns that hang on its object too."""
        tree = self._tree
        things = {*tree.kids(verb, "dobj", "xcomp", "ccomp"), *self._grammar.complements(verb)}
        for thing in sorted(things):
            for token in tree.subtree(thing):
                if token == thing or tree.deps[token] in {"pobj", "conj", "pcomp"}:
                    yield from self._protos(token)
