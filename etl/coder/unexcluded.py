"""Threats that are told as what nobody excludes: "refused to rule out the use of force against Panama"."""

from collections.abc import Callable, Iterator

from etl.coder.acts import Proto
from etl.coder.slots import Grammar
from etl.dictionaries import ActLexicon

_EXCLUDING = frozenset({"exclude", "preclude"})
_DECLINING = frozenset({"refuse", "decline"})
_HOSTILE = frozenset({"14", "15", "16", "17", "18", "19", "20"})


class Unexcluded:
    """Finds what one parsed sentence tells as not ruled out."""

    def __init__(self, lexicon: ActLexicon, grammar: Grammar, protos: Callable[[int], list[Proto]]) -> None:
        """Take the frames, the sentence's slots, and the acts found at each token."""
        self._lexicon = lexicon
        self._grammar = grammar
        self._tree = grammar.tree
        self._protos = protos

    def told(self) -> Iterator[Proto]:
        """Yield the threat of each hostile act that somebody does not rule out."""
        grammar, tree = self._grammar, self._tree
        for verb in range(len(tree)):
            apart = {tree.words[kid].lower() for kid in tree.kids(verb, "prt", "advmod")}
            if not ((tree.lemmas[verb] == "rule" and "out" in apart) or tree.lemmas[verb] in _EXCLUDING) or not grammar.is_verb(
                verb
            ):
                continue
            holder = self._refusing(verb)
            if holder is None:
                continue
            doers = tuple(actor for part in grammar.agents(holder) for actor in grammar.actors(part, loose=True))
            own = {actor.key for actor in doers}
            for proto in self._excluded(verb):
                code = self._lexicon.compose("threaten", proto.code)
                others = tuple(actor for actor in proto.targets if actor.key not in own)
                theirs = {actor.key for actor in proto.sources} - own
                if doers and others and not theirs and code and proto.code[:2] in _HOSTILE:
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
