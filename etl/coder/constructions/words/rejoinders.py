"""Threats to pay back what was done: "said he would respond to Russian hacking", "said Poland will answer the attack"."""

from collections.abc import Callable, Iterator

from etl.coder.actors import Actor
from etl.coder.acts import Proto
from etl.coder.days.owners import WILL
from etl.coder.grammar.slots import Grammar
from etl.coder.recall.antecedents import SAYING
from etl.coder.roots import HARMFUL
from etl.dictionaries import ActLexicon

_PAYING_BACK = frozenset({"answer", "respond", "retaliate", "react", "reply", "reciprocate"})
_SWEARING = frozenset({"vow", "promise", "pledge", "swear", "warn"})
_DONE_TO = frozenset({"17", "18", "19", "20"})
_FOR = ("to", "for", "over", "against")
_HELPING = frozenset({"aid", "help", "money", "troop", "rescue", "donation", "calm", "restraint"})


class Rejoinders:
    """Finds who in one parsed sentence says that he will answer whose blow."""

    def __init__(self, lexicon: ActLexicon, grammar: Grammar, protos: Callable[[int], list[Proto]]) -> None:
        """Take the frames, the sentence's slots, and the acts found at each token."""
        self._lexicon = lexicon
        self._grammar = grammar
        self._tree = grammar.tree
        self._protos = protos

    def told(self) -> Iterator[Proto]:
        """Yield a threat by whoever says that he, or his country, will answer, to whoever did what is answered."""
        tree, grammar = self._tree, self._grammar
        for verb in filter(grammar.is_verb, tree.places(_PAYING_BACK)):
            doers = self._sworn(verb)
            own = {actor.key for actor in doers}
            things = [noun for noun in self._answered(verb) if self._roots(noun) & HARMFUL]
            if not own or not things or {tree.lemmas[noun] for noun in grammar.prepositional(verb, "with")} & _HELPING:
                continue
            targets = {actor.key: actor for noun in things for actor in self._authors(verb, noun, own) if actor.key not in own}
            if targets:
                rule = f"verb:{tree.lemmas[verb]}~sworn harm"
                yield Proto("130", tuple(doers), tuple(targets.values()), "oneway", rule, verb, rank=6)

    def _sworn(self, verb: int) -> list[Actor]:
        """Return who will answer, where he or somebody of his country says so; an empty list where nobody does."""
        tree, grammar = self._tree, self._grammar
        above = tree.head[verb]
        if tree.kids(verb, "neg") or tree.lemmas[above] not in SAYING | _SWEARING:
            return []
        if tree.deps[verb] == "xcomp" and tree.lemmas[above] in _SWEARING:
            return [actor for actor in grammar.doers(above) if actor.country]
        if tree.deps[verb] != "ccomp" or not WILL & set(grammar.auxiliaries(verb)):
            return []
        speakers = {actor.key for who in tree.kids(above, "nsubj") for actor in grammar.actors(who, loose=True)}
        doers = [actor for actor in grammar.doers(verb) if actor.country]
        return doers if speakers and speakers <= {actor.key for actor in doers} else []

    def _answered(self, verb: int) -> list[int]:
        """Return what somebody answers: an object of "answer", what stands behind "to" or "for" with the others."""
        objects = self._grammar.objects(verb) if self._tree.lemmas[verb] == "answer" else []
        return [*objects, *(noun for way in _FOR for noun in self._grammar.prepositional(verb, way))]

    def _roots(self, noun: int) -> set[str]:
        """Return the CAMEO roots of the acts that a noun may name, alone or with the words in front of it ("build-up")."""
        tree = self._tree
        lemmas = [" ".join(tree.lemmas[first : noun + 1]) for first in range(max(0, noun - 3), noun + 1)]
        frames = [frame for lemma in lemmas for frame in self._lexicon.frames.get(("noun", lemma), ())]
        if tree.lemmas[noun] in {"hacking", "shelling", "bombing"}:  # taken for verbs
            frames += self._lexicon.frames.get(("verb", tree.lemmas[noun].removesuffix("ing")), ())
        return {frame.code[:2] for frame in frames} | {proto.code[:2] for proto in self._protos(noun)}

    def _authors(self, verb: int, noun: int, own: set[str]) -> list[Actor]:
        """Return who did what is answered: who is named with it or does it in its clause, else whom an earlier sentence tells."""
        tree, grammar = self._tree, self._grammar
        found = [actor for proto in self._protos(noun) for actor in proto.sources if actor.key not in own]
        found = found or [actor for actor in grammar.possessors(noun) if actor.key not in own]
        clauses = tree.kids(noun, "relcl", "acl")
        named = [actor for clause in clauses for actor in grammar.doers(clause)] if not found else []
        named += [actor for by in ("by", "from") for part in grammar.prepositional(noun, by) for actor in grammar.actors(part)]
        found = found or [actor for actor in named if actor.key not in own]
        if found or clauses or tree.kids(noun, "prep", "poss", "compound", "amod", "nmod"):
            return found
        return grammar.coreference.deeds.provokers(verb, own, _DONE_TO, suffered=True)
