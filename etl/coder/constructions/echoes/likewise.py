"""What somebody is told to have done too: "France did the same", "as did Japan", "followed suit", "joined Peru in leaving"."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from etl.coder.actors import Actor
from etl.coder.acts import Proto, complete
from etl.coder.assertion import Assertion
from etl.coder.grammar.slots import Grammar
from etl.dictionaries import ActLexicon
from etl.records import LIVE

_REPEATING = {
    "do": frozenset({"same", "likewise"}),
    "follow": frozenset({"suit"}),
    "take": frozenset({"same", "similar"}),
    "make": frozenset({"same", "similar"}),
}
_JOINING = frozenset({"join", "follow"})
_STEPS = frozenset({"step", "action", "measure", "move", "course", "stance", "position", "line", "view", "decision", "choice"})
_STANDING_FOR = frozenset({"do", "have", "be"})  # "as did Japan", "and so has Italy"
_TOGETHER = frozenset({"as", "so"})
_BEFORE = 2  # sentences back to what somebody repeats


class Likewise:
    """Finds what one parsed sentence tells of a second doer by pointing to the act of a first."""

    def __init__(self, lexicon: ActLexicon, grammar: Grammar, assertion: Assertion, protos: Callable[[int], list[Proto]]) -> None:
        """Take the frames, the sentence's slots, and the acts found at each token."""
        self._lexicon = lexicon
        self._grammar = grammar
        self._assertion = assertion
        self._tree = grammar.tree
        self._protos = protos

    def told(self) -> Iterator[Proto]:
        """Yield the act again with the second doer as source, wherever a verb stands for the act of a first."""
        for verb in self._tree.places(_REPEATING.keys() | _STANDING_FOR):
            if not (self._repeats(verb) or self._stands_for(verb)):
                continue
            doers = tuple(
                actor
                for subject in self._tree.kids(verb, "nsubj")
                for actor in self._grammar.actors(subject, loose=True)
                if actor.country
            )
            if not doers or self._tree.deps[verb] in {"xcomp", "relcl", "pcomp"}:
                continue
            found = list(self._within(verb, doers)) or list(self._before(verb, doers))
            yield from (self._assertion.modal(proto, verb, self._lexicon) for proto in found)
        yield from self._joined()

    def _joined(self) -> Iterator[Proto]:
        """Yield the act again of whom somebody joins or follows in it: "cut ties, joining Oman", "joined Peru in leaving"."""
        tree, grammar = self._tree, self._grammar
        for verb in filter(grammar.is_verb, tree.places(_JOINING)):
            trailing = tree.tags[verb] == "VBG" and tree.deps[verb] == "advcl" and tree.words[verb - 1] == ","
            clauses = [tree.head[verb]] if trailing else grammar.prepositional(verb, "in")
            others = [actor for thing in grammar.objects(verb) for actor in grammar.actors(thing)]
            for proto in (proto for clause in clauses if grammar.is_verb(clause) for proto in self._protos(clause)):
                targets = {actor.key for actor in proto.targets}
                doers = tuple({one.key: one for one in others if one.key not in targets}.values())
                if doers and complete(proto) and proto.kind == "oneway" and proto.status in LIVE and proto.code[:2] != "01":
                    yield replace(proto, sources=doers, rule_id=f"{proto.rule_id}~likewise", speaker=None)

    def _repeats(self, verb: int) -> bool:
        """Whether a verb says that something is done again by another: "did the same", "followed suit", "took similar steps"."""
        tree, wanted = self._tree, _REPEATING.get(self._tree.lemmas[verb], frozenset())
        if not wanted or not tree.tags[verb].startswith("V"):
            return False
        said = [*tree.kids(verb, "dobj", "advmod", "attr", "oprd")]
        if tree.lemmas[verb] == "follow" and not said:
            said = self._grammar.prepositional(verb, "with")  # "Fiji followed with the same step"
            wanted = _REPEATING["take"]
        if tree.lemmas[verb] != "do" and wanted != _REPEATING["follow"]:
            return any(
                tree.lemmas[noun] in _STEPS and wanted & {tree.words[kid].lower() for kid in tree.kids(noun, "amod")}
                for noun in said
            )
        return any(tree.words[word].lower() in wanted for word in said)

    def _stands_for(self, verb: int) -> bool:
        """Whether an auxiliary stands for the verb of the clause before: "as did Japan", "and so has Italy"."""
        tree = self._tree
        if tree.lemmas[verb] not in _STANDING_FOR or tree.deps[verb] not in {"advcl", "conj", "parataxis", "ccomp", "ROOT"}:
            return False
        openers = [kid for kid in tree.kids(verb, "mark", "advmod", "prep") if kid < verb]
        subjects = tree.kids(verb, "nsubj")
        after = subjects and subjects[0] > verb
        return (
            bool(after) and any(tree.words[kid].lower() in _TOGETHER for kid in openers) and not tree.kids(verb, "dobj", "attr")
        )

    def _within(self, verb: int, doers: tuple[Actor, ...]) -> Iterator[Proto]:
        """Yield the acts of the clause that a verb is joined to, the other party's where an act has two sides."""
        tree, own = self._tree, {actor.key for actor in doers}
        above = tree.head[verb]
        clauses = [above] if above != verb else [kid for kid in tree.kids(verb, "ccomp", "parataxis") if kid < verb]
        for first in clauses:
            for clause in (part for part in tree.conjuncts(first) if part < verb):
                for proto in self._protos(clause):
                    targets = tuple(actor for actor in proto.targets if actor.key not in own)
                    if targets and complete(proto) and proto.status in LIVE and proto.code[:2] != "01":
                        yield replace(
                            proto, sources=doers, targets=targets, trigger=verb, rule_id=f"{proto.rule_id}~likewise", speaker=None
                        )

    def _before(self, verb: int, doers: tuple[Actor, ...]) -> Iterator[Proto]:
        """Yield the last act of an earlier sentence, where nothing in this one is repeated: only its root is remembered."""
        if verb != self._tree.head[verb]:
            return
        countries = {actor.country for actor in doers if actor.country}
        last = self._grammar.coreference.deeds.last(verb, countries, _BEFORE)
        if last is not None:
            code, target = last
            yield Proto(code, doers, (target,), "oneway", f"verb:{self._tree.lemmas[verb]}~likewise", verb, rank=8)
