"""Forces that come to another country for drills: "Indian troops arrive in Oman for exercises", "jets in Chad for drills"."""

from collections.abc import Iterator

from etl.coder.actors import Actor
from etl.coder.acts import Proto
from etl.coder.constructions.construction import Construction

_COMING = frozenset("arrive land dock anchor berth moor come touch assemble gather be".split())
_PLACES = frozenset({"name", "capital", "city", "territory"})
_IN = frozenset({"in", "at", "into", "off", "on", "to"})
_TRAINING = frozenset({"drill", "exercise", "manoeuvre", "maneuver", "wargame", "game", "training"})
_JOINING = frozenset("participate take join hold conduct attend begin start stage".split())


class Guests(Construction):
    """Finds the drills that forces of one country hold in another, where the verb tells only how they came."""

    def told(self) -> Iterator[Proto]:
        """Yield the joint exercise of the host and of the forces that are there for it."""
        tree, grammar = self._tree, self._grammar
        for noun in tree.places(_TRAINING):
            stay = self._stay_for(noun)
            if stay is None or (
                tree.lemmas[noun] == "game" and "war" not in map(tree.lemmas.__getitem__, tree.kids(noun, "compound"))
            ):
                continue
            verbless = grammar.is_title and not grammar.is_verb(stay)
            forces = [stay] if verbless else grammar.grammatical_subjects(stay)
            guests = {one.key: one for part in forces for one in grammar.actors(part, loose=True) if self._are_forces(part, one)}
            hosts = {
                one.key: one
                for prep in tree.kids(stay, "prep")
                if tree.lemmas[prep] in _IN
                for place in tree.kids(prep, "pobj")
                for one in grammar.cast.heads.get(place, ())
                if one.country and one.basis in _PLACES and one.key not in guests
            }
            if guests and len(hosts) == 1:
                rule_id = f"{'headline' if verbless else 'verb'}:{tree.lemmas[stay]}>in:062~drills abroad"
                proto = Proto("062", tuple(guests.values()), tuple(hosts.values()), "mutual", rule_id, stay, rank=12)
                yield proto if verbless else self._assertion.modal(proto, stay, self._lexicon)

    def _stay_for(self, noun: int) -> int | None:
        """Return what a drill is the purpose of: the verb of coming or being there, or in a headline the forces themselves."""
        tree, grammar = self._tree, self._grammar
        above = tree.head[noun]
        verb = above
        if tree.deps[noun] == "pobj" and tree.lemmas[above] == "in":
            verb = tree.head[above] if tree.lemmas[tree.head[above]] != "part" else tree.head[tree.head[above]]  # "take part in"
        if grammar.is_verb(verb) and tree.lemmas[verb] in _JOINING and tree.is_infinitive(verb):
            stay = tree.head[verb]
        elif tree.deps[noun] == "pobj" and tree.lemmas[above] == "for":
            stay = tree.head[above]
        else:
            return None
        while not grammar.is_verb(stay) and tree.deps[stay] in {"pobj", "prep"}:
            stay = tree.head[stay]  # "arrive [in Oman [for drills]]"
        if grammar.is_verb(stay) or tree.pos[stay] == "AUX":
            return stay if tree.lemmas[stay] in _COMING else None
        return stay if tree.head[stay] == stay else None

    def _are_forces(self, part: int, actor: Actor) -> bool:
        """Whether somebody of a country is soldiers, ships or aircraft, and no minister who looks on."""
        classes = self._lexicon.classes
        things = classes["soldier"] | classes["warship"] | classes["aircraft"] | {"chopper"}
        alone = actor.person and not actor.plural
        return actor.country is not None and not alone and (actor.role == "MIL" or self._tree.lemmas[part] in things)
