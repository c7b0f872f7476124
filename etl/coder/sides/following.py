"""Whom a measure hits that names nobody: "Oman cut ties with Fiji on Sunday. Chad cut ties on Monday", "Peru expelled 60".

Who does of his own accord what another has just done does it to the same, or to whoever did it to him.
"""

from dataclasses import replace

from etl.coder.acts import Proto
from etl.coder.days.almanac import DAYS, MONTHS
from etl.coder.grammar.slots import Grammar
from etl.coder.sides.stand_ins import is_count

_REPEATED = frozenset({"084", "160", "161", "162", "163", "172", "174"})
_REPAID = frozenset({"13", "15", "16", "17", "19"})
_ANSWERING = frozenset("respond retaliate answer reply counter react hit strike return reciprocate".split(" "))
_ORDERING = frozenset({"issue", "impose", "introduce", "adopt", "order", "announce", "enact"})
_LIKE = frozenset({"similar", "same", "identical", "equivalent", "matching", "reciprocal", "like", "comparable"})
_OUT = frozenset({"161", "174", "084"})
_SENDING = frozenset({"expel", "send", "throw", "kick", "order", "turn", "boot"})
_AT = ("to", "on", "against", "with", "from", "for", "in", "into", "over", "of", "at", "between", "because", "amid", "near")
# Nouns behind a preposition that tell when or why a measure was taken, and not at whom.
_BESIDE = (
    DAYS
    | MONTHS.keys()
    | frozenset(
        (
            "week month year day night evening morning afternoon noon midnight weekend time"
            " protest response retaliation solidarity answer reply turn return kind row move step response decision moment wake"
        ).split(" ")
    )
)


def repaid(grammar: Grammar, proto: Proto, verb: int) -> Proto | None:
    """Return an answer in the like of what was done, as that and to whoever did it: "responded with a similar order"."""
    own = {actor.key for actor in proto.sources}
    told = grammar.coreference.deeds.suffered(verb, own, _REPAID) if 0 < len(own) < 4 and _alike(grammar, verb) else None
    if told is None:
        return None
    code, doer = told
    return replace(proto, code=code, targets=(doer,), rule_id=f"{proto.rule_id}~answer")


def _alike(grammar: Grammar, verb: int) -> bool:
    """Whether what somebody answers with, or orders, is said to be like what was done: "a ban of its own", "an equal ban"."""
    tree = grammar.tree
    if not grammar.is_verb(verb):
        return False
    things = grammar.prepositional(verb, "with") if tree.lemmas[verb] in _ANSWERING else []
    own = [noun for thing in things for noun in grammar.prepositional(thing, "of") if tree.lemmas[noun] == "own"]
    things += grammar.objects(verb) if tree.lemmas[verb] in _ORDERING else []
    return bool(own) or any(tree.lemmas[kid] in _LIKE for thing in things for kid in tree.kids(thing, "amod"))


def followed(grammar: Grammar, proto: Proto, verb: int) -> Proto | None:
    """Return a bare measure with whom the last of its kind hit, or with who took it against the doer; None for no measure."""
    counted = _counted(grammar, verb)
    if proto.code[:3] not in _REPEATED or not proto.sources or not (counted or _bare(grammar, verb)):
        return None
    kinds = {proto.code[:3]} | (_OUT if counted and grammar.tree.lemmas[verb] in _SENDING else set())
    countries = {actor.country for actor in proto.sources if actor.country}
    told = grammar.coreference.deeds.parallel(verb, countries, kinds) if 0 < len(countries) < 5 else None
    if told is None:
        return None
    code, target = told
    return replace(proto, code=code if counted else proto.code, targets=(target,), rule_id=f"{proto.rule_id}~answer")


def _counted(grammar: Grammar, verb: int) -> bool:
    """Whether those to whom something is done are only counted: "expelled 60", "freed two more"."""
    tree = grammar.tree
    objects = grammar.objects(verb) if grammar.is_verb(verb) else []
    return bool(objects) and all(
        is_count(grammar, noun) or (tree.words[noun].lower() in {"more", "others", "another"} and not tree.kids(noun, "prep"))
        for noun in objects
    )


def _bare(grammar: Grammar, verb: int) -> bool:
    """Whether nothing around a measure tells at whom it is aimed: only when and why it was taken."""
    tree = grammar.tree
    objects = grammar.objects(verb) if grammar.is_verb(verb) else []
    if grammar.passive(verb) or not objects:
        return False
    behind = [noun for holder in (verb, *objects) for way in _AT for noun in grammar.prepositional(holder, way)]
    named = any(tree.pos[kid] == "PROPN" for noun in objects for kid in tree.subtree(noun))
    return not named and all(tree.lemmas[noun].lower() in _BESIDE or tree.pos[noun] == "NUM" for noun in behind)
