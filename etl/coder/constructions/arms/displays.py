"""Arms shown to somebody by words around the verb: "fired a missile in a warning to Seoul", "were put on alert after"."""

from collections.abc import Iterator

from etl.coder.actors import Actor
from etl.coder.acts import Proto
from etl.coder.constructions.construction import Extension
from etl.coder.roots import ARMED
from etl.coder.sides.purposes import signalled
from etl.records import LIVE

_FIRING = frozenset("fire launch test shoot unveil display parade show unleash".split())
_MISSILES = frozenset("missile icbm rocket projectile torpedo warhead shell artillery weapon drone".split())
_HOLDING = frozenset("hold stage conduct begin start launch carry mount run kick practise practice".split())
_SHOWS = frozenset("drill exercise manoeuvre maneuver wargame game parade test launch firing sortie flypast".split())
_MOVING = frozenset("deploy send move station position rush dispatch".split())
_FORCES_MOVED = frozenset(
    "troop soldier bomber warship battery jet fighter carrier brigade battalion destroyer fleet tank".split()
)
_OF_ARMS = frozenset("military missile weapon tank troop soldier army icbm warplane".split())
_ON_ALERT = frozenset({"alert", "standby", "footing", "guard"})
_BEING = frozenset({"be", "remain", "stay", "stand", "go"})
_PUT = frozenset({"put", "place", "keep"})
_TOWARDS = ("against", "over", "along", "near")
_FEARING = ("for", "amid", "over", "about", "against", "after", "following")
_FORCES = frozenset({"MIL", "COP", "GOV"})

_SHOWING = _MOVING | _FIRING | _HOLDING


class Displays(Extension):
    """Finds to whom one parsed sentence says that missiles, drills and alerts were shown."""

    def told(self) -> Iterator[Proto]:
        """Yield each show of arms with whom it is shown to, and each alert with whom it is on account of."""
        for verb in self._tree.telling():
            if self._grammar.is_verb(verb) and self._shows(verb):
                code = "154" if self._tree.lemmas[verb] in _MOVING else "150"
                yield from self._aimed(code, verb, signalled(self._grammar, verb, answers=True), "~show")
        for noun in self._tree.places(_ON_ALERT):
            holder = self._alerted(noun)
            if holder is not None:
                yield from self._aimed("152", holder, self._feared(holder, noun), "~on guard")

    def _aimed(self, code: str, verb: int, seen: list[Actor], suffix: str) -> Iterator[Proto]:
        subjects = self._grammar.grammatical_subjects(verb) if code == "152" else self._grammar.agents(verb)
        doers = {actor.key: actor for part in subjects for actor in self._grammar.actors(part) if actor.country}
        others = {actor.key: actor for actor in seen if actor.country and actor.key not in doers}
        if doers and others and (code != "152" or all(actor.role in _FORCES for actor in doers.values())):
            name = f"verb:{self._tree.lemmas[verb]}{suffix}"
            told = Proto(code, tuple(doers.values()), tuple(others.values()), "oneway", name, verb, rank=12)
            yield self._assertion.modal(told, verb, self._lexicon)

    def _shows(self, verb: int) -> bool:
        """Whether a verb fires missiles or holds drills that its own words aim at nobody."""
        tree = self._tree
        lemma = tree.lemmas[verb].rpartition("-")[2]
        if (
            lemma not in _SHOWING
            or self._grammar.passive(verb)
            or any(one.targets and one.code[:2] in ARMED for one in self._protos(verb))
        ):
            return False
        things = {tree.lemmas[part].lower() for thing in self._grammar.objects(verb) for part in tree.conjuncts(thing)}
        shows = _SHOWS if _OF_ARMS & {word.lower() for word in tree.lemmas} else _SHOWS - {"parade"}
        moved = lemma in _MOVING and bool(things & (_MISSILES | _FORCES_MOVED))
        return moved or bool((lemma in _FIRING and things & _MISSILES) or (lemma in _HOLDING and things & shows))

    def _alerted(self, noun: int) -> int | None:
        """Return the verb by which forces are on their guard: "was put on high alert", "are on alert"."""
        tree = self._tree
        on = tree.head[noun]
        verb = tree.head[on]
        if tree.deps[noun] == "dobj" and tree.lemmas[on] in _PUT and "on" in {tree.words[kid] for kid in tree.kids(on, "prt")}:
            return on if self._grammar.passive(on) and not tree.kids(on, "agent") else None
        footing = tree.lemmas[noun] == "footing" and "war" not in {tree.lemmas[kid] for kid in tree.kids(noun, "compound")}
        if tree.deps[noun] != "pobj" or tree.lemmas[on] != "on" or footing:
            return None
        is_put = tree.lemmas[verb] in _PUT and self._grammar.passive(verb) and not tree.kids(verb, "agent")
        return verb if is_put or (tree.lemmas[verb] in _BEING and tree.lemmas[noun] != "guard") else None

    def _feared(self, verb: int, noun: int) -> list[Actor]:
        """Return on whose account forces are on alert: who came near or fired, and whose attack is feared."""
        tree, grammar = self._tree, self._grammar
        named = [part for holder in (verb, noun) for way in _TOWARDS for part in grammar.prepositional(holder, way)]
        found = [actor for part in named for actor in grammar.actors(part)]
        for part in (part for holder in (verb, noun) for way in _FEARING for part in grammar.prepositional(holder, way)):
            for event in (part, *grammar.prepositional(part, "of")):
                authors = [one for way in ("by", "from") for one in grammar.prepositional(event, way)]
                found += [*grammar.possessors(event), *(actor for one in authors for actor in grammar.actors(one))]
        for clause in (one for one in tree.kids(verb, "advcl") if self._after(one)):
            armed = [one for one in self._protos(clause) if one.code[:2] in ARMED and one.status in LIVE]
            found += [actor for one in armed for actor in one.sources]
            subjects = [actor for part in tree.kids(clause, "nsubj") for actor in grammar.actors(part)]
            found += [actor for actor in subjects if actor.role == "MIL" or self._craft(clause)]
        return found

    def _craft(self, clause: int) -> bool:
        """Whether ships, aircraft or the like do what a clause tells."""
        vessels = self._lexicon.classes["vessel"] | self._lexicon.classes["aircraft"] | self._lexicon.classes["warship"]
        return any(self._tree.lemmas[part] in vessels for part in self._tree.kids(clause, "nsubj"))

    def _after(self, clause: int) -> bool:
        marks = {self._tree.words[kid].lower() for kid in self._tree.kids(clause, "mark", "advmod")}
        return bool(marks & {"after", "as", "when", "because"})
