"""Whom a thing is made for or an act is with, by what it is for: weapons and drills by their aim, deals by their matter."""

from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING

from etl.coder.actors import Actor

if TYPE_CHECKING:
    from etl.coder.grammar.slots import Grammar
    from etl.coder.sides.filling import Filling

_DESIGNED = frozenset({"design", "aim", "mean", "intend", "build", "target"})
_CARRYING = frozenset({"carry", "transport", "haul", "load", "lade", "ship", "move", "smuggle", "bring"})
_PLAYING = frozenset("simulate rehearse practise practice mimic target imitate mock".split(" "))
_FOR_OTHERS = frozenset("aid peace sanction ceasefire truce hostage refugee grain bailout nuclear".split(" "))
"""Words that make a deal one about the country before them rather than one with it."""
_DETERRING = frozenset("deter counter contain confront intimidate dissuade thwart rebuff repel offset".split(" "))
_ATTEMPTS = frozenset({"bid", "effort", "attempt", "move", "step", "drive", "part"})
_TRADING = frozenset(
    (
        "buy purchase acquire import export sell supply ship deliver build develop produce manufacture share lease operate train "
        "explore expand boost deepen strengthen cooperate assemble upgrade restore"
    ).split(" ")
)


def designed_for(filling: "Filling", nouns: list[int]) -> list[Actor]:
    """Return whom a weapon or drill is made for: "missiles designed to hit Guam", "a drill simulating a raid on Guam"."""
    tree, grammar = filling.tree, filling.grammar
    clauses = [clause for noun in nouns for clause in tree.kids(noun, "acl", "amod")]
    found: list[Actor] = []
    for clause in (clause for clause in clauses if tree.lemmas[clause] in _DESIGNED):
        found += filling.named(grammar.prepositional(clause, "at"))
        found += [actor for aim in tree.kids(clause, "xcomp", "advcl") for actor in filling.named(grammar.objects(aim))]
    playing = [clause for clause in clauses if tree.lemmas[clause] in _PLAYING and tree.tags[clause] == "VBG"]
    for thing in (thing for clause in playing for thing in grammar.objects(clause)):
        found += filling.named([thing]) or filling.fill(thing, ("on", "of", "against"))
    return found


def deterred(grammar: "Grammar", verb: int) -> list[Actor]:
    """Return whom a deed is to deter: "to counter China", "aimed at deterring Iran", "in a bid to contain Russian attacks"."""
    tree = grammar.tree
    things = [verb, *grammar.objects(verb)]
    things += [
        noun
        for way in ("in", "as")
        for thing in things
        for noun in grammar.prepositional(thing, way)
        if tree.lemmas[noun] in _ATTEMPTS
    ]
    things += [noun for thing in things for noun in grammar.prepositional(thing, "of") if tree.lemmas[noun] in _ATTEMPTS]
    clauses = [clause for thing in things for clause in tree.kids(thing, "advcl", "xcomp", "acl") if clause > verb]
    aimed = [at for clause in clauses if tree.lemmas[clause] in _DESIGNED for at in tree.kids(clause, "prep")]
    aims = [clause for clause in clauses if tree.is_infinitive(clause)]
    aims += [gerund for at in aimed for gerund in tree.kids(at, "pcomp")]
    objects = [thing for aim in aims if tree.lemmas[aim] in _DETERRING for thing in grammar.objects(aim)]
    found: list[Actor] = []
    for thing in (part for one in objects for part in tree.conjuncts(one)):
        posed = [agent for clause in tree.kids(thing, "acl") if grammar.passive(clause) for agent in grammar.agents(clause)]
        behind = [part for way in ("from", "by", "of") for part in grammar.prepositional(thing, way)]
        named = grammar.actors(thing) or grammar.possessors(thing)
        found += named or [actor for part in (*posed, *behind) for actor in grammar.actors(part)]
    return found


def carried_for(filling: "Filling", nouns: list[int]) -> list[Actor]:
    """Return whose cargo a vessel carries: "seized a tanker that was carrying Iranian crude", "loaded with Russian oil"."""
    tree, grammar = filling.tree, filling.grammar
    places = [place for noun in nouns for off in tree.kids(noun, "prep") for place in tree.kids(off, "pobj")]
    clauses = [
        clause for noun in (*nouns, *places) for clause in tree.kids(noun, "acl", "relcl") if tree.lemmas[clause] in _CARRYING
    ]
    goods = [good for clause in clauses for good in (*tree.kids(clause, "dobj"), *grammar.prepositional(clause, "with"))]
    found = [actor for good in goods for actor in grammar.possessors(good) if actor.country]
    return found or [actor for good in goods for actor in filling.fill(good, ("from",)) if actor.country]


def counterparts(filling: "Filling", verb: int, pacts: list[int], doers: AbstractSet[str]) -> list[Actor]:
    """Return with whom an agreement is by the words before it or by what it is for.

    "Strikes Vietnam trade deal", "signed a deal to buy jets from Peru"; but a "Ukraine aid deal" is with somebody else.
    """
    tree = filling.tree
    for pact in pacts:
        about = {tree.lemmas[kid] for kid in tree.kids(pact, "compound", "nmod", "amod")}
        before = [] if about & _FOR_OTHERS else filling.grammar.possessors(pact)
        found = [actor for actor in before if actor.country and actor.basis in {"name", "adjective"} and actor.key not in doers]
        clauses = [*tree.kids(pact, "acl"), *(clause for clause in tree.kids(verb, "advcl", "xcomp") if clause > pact)]
        for clause in clauses:
            if not found and tree.lemmas[clause] in _TRADING and tree.tags[clause] == "VB":
                behind = filling.fill(clause, ("with", "from", "to"), doers)
                found = [actor for actor in behind if actor.country and actor.key not in doers]
        if found:
            return found
    return []
