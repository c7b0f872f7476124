"""Whom arms are shown to by what they are for or come after: "held joint patrols to deter China", "flew out after a launch"."""

from collections.abc import Callable, Iterator

from etl.coder.actors import Actor
from etl.coder.acts import Proto
from etl.coder.grammar.slots import Grammar
from etl.coder.mending.titles import JOURNEYS
from etl.coder.sides.occasions import Occasions
from etl.coder.sides.purposes import deterred, signalled
from etl.records import LIVE

_AIMED = frozenset({"aim", "mean", "intend", "design"})
_UNDER_WAY = frozenset({"begin", "start", "end", "conclude", "finish", "wrap", "kick"})
_CALLING = frozenset(
    "dock arrive call pull sail surface visit enter steam cruise transit overfly fly anchor pass buzz land".split()
)
_STATE = frozenset({"GOV", "MIL"})
_UNREAL = frozenset({"will", "would", "could", "may", "might", "should", "to", "not"})
_DRILLS = frozenset({"drill", "exercise", "manoeuvre", "maneuver", "game", "wargame"})


class Shows:
    """Finds whom joint drills, patrols and flights of one parsed sentence are shown to."""

    def __init__(self, grammar: Grammar, protos: Callable[[int], list[Proto]], occasions: Occasions) -> None:
        """Take the sentence's slots, the acts found at each token, and what it tells around them."""
        self._grammar = grammar
        self._protos = protos
        self._occasions = occasions

    def aims(self) -> set[int]:
        """Return the words that only tell what a drill is for: who holds drills "aimed at invading Peru" has not vowed to."""
        tree = self._grammar.tree
        return {
            token
            for token in tree.places(_AIMED)
            if tree.deps[token] == "acl" and tree.tags[token] in {"VBN", "VBD"} and self._stands_for_itself(tree.head[token])
        }

    def _stands_for_itself(self, noun: int) -> bool:
        """Whether a noun is a drill, or a trip that somebody begins or ends, whatever it is for."""
        tree = self._grammar.tree
        going = tree.lemmas[noun] in JOURNEYS and tree.deps[noun] == "dobj" and tree.lemmas[tree.head[noun]] in _UNDER_WAY
        return going or tree.lemmas[noun] in _DRILLS

    def told(self) -> Iterator[Proto]:
        """Yield a show of force by each of those who train together, at whom they do so, and by craft on their way."""
        yield from self._sailed()
        tree, grammar = self._grammar.tree, self._grammar
        for token in tree.telling():
            for proto in self._protos(token):
                if proto.code != "062" or proto.kind != "mutual" or proto.status not in LIVE:
                    continue
                verb = token if grammar.is_verb(token) else tree.head[token]
                if not grammar.is_verb(verb):
                    continue
                doers = {actor.key: actor for actor in (*proto.sources, *proto.targets)}
                seen = [*self._occasions.shown_to(verb), *deterred(grammar, verb), *self._named_against(verb)]
                seen += signalled(grammar, verb, purposes=False)
                aimed = {actor.key: actor for actor in seen if actor.country and actor.key not in doers}
                if len(doers) > 1 and aimed:
                    rule_id = f"{proto.rule_id}~occasion"
                    yield Proto("150", tuple(doers.values()), tuple(aimed.values()), "oneway", rule_id, token)

    def _sailed(self) -> Iterator[Proto]:
        """Yield a show of force that is only a ship's or an aircraft's journey: "docked in Chile as a warning to Peru"."""
        tree, grammar = self._grammar.tree, self._grammar
        for verb in tree.places(_CALLING):
            if not grammar.is_verb(verb) or tree.tags[verb] in {"VB", "VBG"} or _UNREAL & set(grammar.auxiliaries(verb)):
                continue
            doers = {actor.key: actor for actor in grammar.doers(verb) if actor.country and actor.role == "MIL"}
            ships = {part for part in grammar.agents(verb) if "USS" in {tree.words[kid] for kid in tree.kids(part, "compound")}}
            doers |= {actor.key: actor for actor in grammar.doers(verb) if actor.head in ships}  # the "USS Ronald Reagan"
            aimed = {
                actor.key: actor
                for actor in signalled(grammar, verb, purposes=False)
                if actor.role in _STATE and actor.key not in doers
            }
            armed = any(grammar.role_at(part) is not None or tree.pos[part] == "PROPN" for part in grammar.agents(verb))
            if doers and aimed and armed and not any(one.code[:2] == "15" for one in self._protos(verb)):
                rule_id = f"verb:{tree.lemmas[verb]}~signal"
                yield Proto("150", tuple(doers.values()), tuple(aimed.values()), "oneway", rule_id, verb)

    def _named_against(self, verb: int) -> Iterator[Actor]:
        """Yield whom a drill is called to be against: "staged an anti-DPRK submarine drill"."""
        tree, opposed = self._grammar.tree, self._grammar.cast.opposed
        things = [*self._grammar.objects(verb), *(kid for kid in tree.kids(verb, "nsubj") if not self._grammar.doers(verb))]
        for thing in things:
            for word in (thing, *tree.kids(thing, "compound", "amod", "nmod")):
                yield from opposed.get(word, ())
