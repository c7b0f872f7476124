"""Offers of cooperation whose other side stands elsewhere: "pitches rail cooperation as Morocco asks it for loans".

An ambassador who "eyes closer farm cooperation" eyes it with the country to which he is sent.
"""

from collections.abc import Iterator

from etl.coder.actors import Actor
from etl.coder.acts import Proto
from etl.coder.constructions.construction import Construction
from etl.coder.mending.titles import ENVOYS

_PITCHING = frozenset({"pitch", "offer", "propose", "float", "dangle", "tout"})
_SEEKING = frozenset("ask seek press urge request demand want push need call court woo lobby".split())
_JOINED = frozenset("cooperation co-operation partnership collaboration venture alliance tie-up project".split())
_TRADE = frozenset("trade commerce investment venture export import tourism business".split())
_HOPING = frozenset("eye seek hope aim want look vow pledge promise plan".split())
_DEEPENING = frozenset(
    "deepen boost expand strengthen enhance widen increase forge build promote broaden elevate develop improve bolster".split()
)
_MARK = "~overture"


class Overtures(Construction):
    """Finds to whom one parsed sentence offers cooperation, where the offer does not say so."""

    def told(self) -> Iterator[Proto]:
        """Yield the promise of cooperation to who asks for something meanwhile, or to the host of an envoy."""
        for verb in filter(self._grammar.is_verb, self._tree.places(_PITCHING | _HOPING)):
            doers = tuple(self._grammar.doers(verb))
            if self._tree.kids(verb, "neg") or len({doer.country for doer in doers} - {None}) != 1:
                continue
            own = {doer.key for doer in doers}
            if self._tree.lemmas[verb] in _PITCHING:
                yield from self._proto(verb, doers, [one for one in self._asker(verb) if one.key not in own], "0311")
            if self._tree.lemmas[verb] in _HOPING and (code := self._hoped(verb)):
                yield from self._proto(verb, doers, [one for one in self._host(verb) if one.key not in own], code)

    def _proto(self, verb: int, doers: tuple[Actor, ...], others: list[Actor], code: str) -> Iterator[Proto]:
        if others:
            rule_id = f"verb:{self._tree.lemmas[verb]}{_MARK}"
            proto = Proto(code, doers[:1], tuple(others[:1]), "oneway", rule_id, verb, "announced", 6, operators=("propose",))
            yield self._assertion.around(proto, verb)

    def _asker(self, verb: int) -> list[Actor]:
        """Return who wants something in the clause beside an offer of cooperation that names nobody."""
        grammar, tree = self._grammar, self._tree
        inner = [kid for kid in tree.kids(verb, "xcomp") if kid == verb + 1]  # "pitches shipbuilding cooperation"
        things = [thing for holder in (verb, *inner) for thing in tree.kids(holder, "dobj")]
        joined = [thing for thing in things if tree.lemmas[thing] in _JOINED or self._tie_up(thing)]
        if not joined or self._named(joined):
            return []
        for clause in (clause for holder in (verb, *inner) for clause in tree.kids(holder, "advcl")):
            marks = {tree.words[mark].lower() for mark in tree.kids(clause, "mark", "advmod")}
            wanted = tree.kids(clause, "dobj")
            named = self._named([part for thing in wanted for part in tree.subtree(thing) if tree.pos[part] != "PRON"])
            if marks & {"as", "while", "amid"} and tree.lemmas[clause] in _SEEKING and not named:
                return [actor for actor in grammar.doers(clause) if actor.country]
        return []

    def _tie_up(self, noun: int) -> bool:
        return [word.lower() for word in self._tree.words[max(0, noun - 2) : noun + 1]] == ["tie", "-", "up"]

    def _hoped(self, verb: int) -> str | None:
        """Return the code of what is hoped for if that is more cooperation with nobody named: "eyes closer ties"."""
        tree = self._tree
        things = tree.kids(verb, "dobj")
        for clause in tree.kids(verb, "xcomp", "advcl"):
            if tree.lemmas[clause] in _DEEPENING and tree.is_infinitive(clause):
                things += tree.kids(clause, "dobj")
        said = {tree.lemmas[part] for thing in things for part in tree.conjuncts(thing)}
        if not said & (self._lexicon.classes["bond"] | _JOINED | _TRADE) or self._named([*tree.subtree(verb)], behind=verb):
            return None
        return "0311" if said & _TRADE else "030"

    def _host(self, verb: int) -> list[Actor]:
        """Return to whom the subject is accredited: "the Vietnamese ambassador to Laos"."""
        envoys = [noun for noun in self._grammar.agents(verb) if self._tree.lemmas[noun].lower() in ENVOYS]
        places = [part for noun in envoys for part in self._grammar.prepositional(noun, "to")]
        return [actor for part in places for actor in self._grammar.cast.heads.get(part, ()) if actor.country]

    def _named(self, tokens: list[int], behind: int = -1) -> bool:
        """Whether some words, or what hangs on them, name a party."""
        inside = {part for token in tokens for part in self._tree.subtree(token)} if behind < 0 else set(tokens)
        cast = self._grammar.cast
        return any(token > behind and (cast.heads.get(token) or cast.owners.get(token)) for token in inside)
