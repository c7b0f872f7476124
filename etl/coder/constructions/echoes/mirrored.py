"""What is paid back in one breath, its verb left out: "Oman freed two Danes and Denmark an Omani"."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from etl.coder.actors import Actor
from etl.coder.acts import Proto
from etl.coder.grammar.slots import Grammar
from etl.coder.mending.gaps import bereft
from etl.records import LIVE

_FAR = 5  # tokens from the second doer to whom he does it
_STARTING = frozenset({"DT", "CD", "JJ", "PDT"})
_STOPS = frozenset({",", ";", ".", ":"})


class Mirrored:
    """Finds in one parsed sentence the second half of what two did to each other, told without its verb."""

    def __init__(self, grammar: Grammar, protos: Callable[[int], list[Proto]]) -> None:
        """Take the sentence's slots and the acts at each of its words."""
        self._grammar = grammar
        self._tree = grammar.tree
        self._protos = protos

    def told(self) -> Iterator[Proto]:
        """Yield an act the other way round: done by whom it was done to, to whoever did it."""
        for also in self._tree.places(frozenset({"and"})):
            if (second := self._doer_behind(also)) is None or (verb := self._verb_before(also)) is None:
                continue
            for proto in self._protos(verb):
                doers = {actor.key for actor in proto.sources}
                others = {actor.key for actor in proto.targets} - doers
                told = proto.kind == "oneway" and proto.status in LIVE and len(doers) == 1 and others == {second.key}
                struck = [actor for actor in self._named_behind(second) if actor.key in doers] if told else []
                if struck:
                    yield replace(proto, sources=(second,), targets=(struck[0],))

        yield from self._alike()

    def _alike(self) -> Iterator[Proto]:
        """Yield what a second one did as the first, its verb left out: "France expelled six Danes, Germany four"."""
        for one in bereft(self._tree):
            doers = [actor for actor in self._grammar.cast.heads.get(one.doer, ()) if actor.basis != "adjective"]
            starts = {self._tree.starts[token] for token in one.rest}
            struck = [actor for actor in self._named() if actor.start in starts and actor.key not in {one.key for one in doers}]
            for proto in self._protos(one.verb) if doers else ():
                targets = tuple(struck[:1]) or proto.targets
                others = {actor.key for actor in targets} - {actor.key for actor in doers}
                if proto.kind == "oneway" and proto.status in LIVE and others:
                    yield replace(proto, sources=tuple(doers), targets=targets)

    def _named(self) -> Iterator[Actor]:
        """Yield whom the sentence names in any way, those included that the parser put before a noun of another's."""
        cast = self._grammar.cast
        yield from cast.all()
        yield from (actor for owners in cast.owners.values() for actor in owners)

    def _doer_behind(self, also: int) -> Actor | None:
        """Return who stands bare behind an "and", before what he did it to."""
        tree = self._tree
        for actor in self._named():
            if actor.basis == "adjective" or actor.start is None or actor.end is None or also + 1 >= len(tree):
                continue
            # whoever stands before a noun was read together with it: "Moscow two Japanese"
            end = actor.start + len(actor.name) if actor.text.startswith(actor.name) else actor.end
            last = tree.token_at(actor.start, end)
            if last is not None and last[0] == also + 1 and last[1] + 1 < len(tree) and self._goes_on(also, last[1] + 1):
                return replace(actor, text=tree.text[actor.start : end], end=end)
        return None

    def _goes_on(self, also: int, word: int) -> bool:
        """Whether what stands behind the second doer is what he does it to: a preposition only where the first half has it."""
        tree = self._tree
        if tree.tags[word] == "IN":
            return tree.words[word].lower() in {before.lower() for before in tree.words[:also]}
        if tree.tags[word] in {"NNP", "NNPS"}:  # "Japan Airlines" is one name
            return any(actor.start == tree.starts[word] for actor in self._named())
        return tree.tags[word] in _STARTING

    def _verb_before(self, also: int) -> int | None:
        """Return the nearest finite verb before a word."""
        return next((token for token in range(also - 1, -1, -1) if self._tree.tags[token] in {"VBD", "VBZ", "VBP"}), None)

    def _named_behind(self, doer: Actor) -> Iterator[Actor]:
        """Yield whom the words behind a doer name, up to the end of his clause; none where these words have a verb."""
        tree = self._tree
        rest = [token for token in range(len(tree)) if doer.end is not None and tree.starts[token] >= doer.end]
        stop = next((place for place, token in enumerate(rest) if tree.words[token] in _STOPS), len(rest))
        rest = rest[:stop]
        if any(tree.tags[token] in {"VBD", "VBZ", "VBP", "MD"} for token in rest):
            return
        near = {tree.starts[token] for token in rest[:_FAR]}
        yield from (actor for actor in self._named() if actor.start in near)
