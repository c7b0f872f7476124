"""Whom a thing is made for or an act is with, by what it is for: weapons and drills by their aim, deals by their matter."""

from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING

from etl.coder.actors import Actor
from etl.coder.mending.titles import JOURNEYS

if TYPE_CHECKING:
    from etl.coder.grammar.slots import Grammar
    from etl.coder.sides.filling import Filling

_HELPING = frozenset("help assist support aid relieve repair rebuild restore reconstruct".split())
_DESIGNED = frozenset({"design", "aim", "mean", "intend", "build", "target"})
_CARRYING = frozenset({"carry", "transport", "haul", "load", "lade", "ship", "move", "smuggle", "bring"})
_PLAYING = frozenset("simulate rehearse practise practice mimic target imitate mock".split(" "))
_FOR_OTHERS = frozenset("aid peace sanction ceasefire truce hostage refugee grain bailout nuclear".split(" "))
"""Words that make a deal one about the country before them rather than one with it."""
_DETERRING = frozenset("deter counter contain confront intimidate dissuade thwart rebuff repel offset".split(" "))
_MESSAGES = frozenset(
    {"message", "warning", "signal", "response", "answer", "reaction", "threat", "show", "retaliation", "challenge", "display"}
)
_PLEAS = frozenset("request appeal plea call invitation disaster earthquake need crisis attack emergency".split())
_PRESSING = frozenset("put pile heap keep increase ramp raise step build mount".split())
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
    things += [noun for thing in grammar.objects(verb) for noun in tree.kids(thing, "appos")]  # "Foal Eagle, a drill aimed at"
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
    found = [actor for clause in clauses for actor in _stricken(grammar, clause)]
    for thing in (part for one in objects for part in tree.conjuncts(one)):
        posed = [agent for clause in tree.kids(thing, "acl") if grammar.passive(clause) for agent in grammar.agents(clause)]
        behind = [part for way in ("from", "by", "of") for part in grammar.prepositional(thing, way)]
        named = grammar.actors(thing) or grammar.possessors(thing)
        found += named or [actor for part in (*posed, *behind) for actor in grammar.actors(part)]
    return found


def signalled(grammar: "Grammar", verb: int, *, purposes: bool = True, answers: bool = False) -> list[Actor]:
    """Return to whom a show of force speaks: "in a message to Pyongyang", "as a warning to", "to deter Iran", "to press Iran".

    Without `purposes` only words of a message count: "in a show of resolve against Peru".
    """
    tree = grammar.tree
    holders = [verb, *(grammar.objects(verb) if grammar.is_verb(verb) else ())]
    holders += [noun for prep in tree.kids(verb, "prep", "prt") for noun in tree.kids(prep, "pobj")]
    words = [noun for way in ("in", "as") for holder in holders for noun in grammar.prepositional(holder, way)]
    words += [noun for noun in tree.subtree(verb) if noun > verb and tree.deps[noun] == "appos"]
    words = [noun for noun in words if tree.lemmas[noun] in _MESSAGES]
    shown = [part for noun in words for part in (noun, *grammar.prepositional(noun, "of"))]
    ways = ("to", "at", "against", "toward", "towards")
    heads = [part for noun in shown for to in ways for part in grammar.prepositional(noun, to)]
    aimed = [clause for noun in shown for clause in tree.kids(noun, "acl") if tree.lemmas[clause] in _DESIGNED]
    heads += [part for clause in aimed for part in grammar.prepositional(clause, "at")]
    heads += [part for to in ("to", "against") for part in grammar.prepositional(verb, to) if words and part > words[0]]
    found = [actor for part in heads if tree.lemmas[part] not in _PLEAS for actor in grammar.actors(part, loose=answers)]
    return found + ([*deterred(grammar, verb), *_pressed(grammar, verb)] if purposes else [])


def _pressed(grammar: "Grammar", verb: int) -> list[Actor]:
    """Return on whom force is shown to put pressure: "sent a carrier, piling pressure on Maduro", "to put pressure on Iran"."""
    tree = grammar.tree
    clauses = [one for one in tree.kids(verb, "advcl", "xcomp") if one > verb and tree.tags[one] in {"VB", "VBG"}]
    put = [thing for one in clauses if tree.lemmas[one] in _PRESSING for thing in tree.kids(one, "dobj")]
    put = [thing for thing in put if tree.lemmas[thing] == "pressure"]
    heads = [part for thing in put for holder in (thing, tree.head[thing]) for part in grammar.prepositional(holder, "on")]
    heads += [thing for one in clauses if tree.lemmas[one] in {"pressure", "press"} for thing in tree.kids(one, "dobj")]
    return [actor for part in heads for actor in grammar.actors(part, loose=True)]


def _stricken(grammar: "Grammar", clause: int) -> list[Actor]:
    """Return whom a drill rehearses to strike: "aimed at invading Peru", "at mounting a raid on Peru", "targeting Peru"."""
    tree = grammar.tree
    if tree.lemmas[clause] == "target" and tree.tags[clause] == "VBG":
        return [actor for thing in grammar.objects(clause) for actor in grammar.actors(thing)]
    if tree.lemmas[clause] not in _DESIGNED or tree.deps[clause] != "acl":
        return []
    aims = [gerund for at in tree.kids(clause, "prep") for gerund in tree.kids(at, "pcomp")]
    aims += [aim for aim in tree.kids(clause, "xcomp", "advcl") if tree.is_infinitive(aim)]
    struck = [thing for aim in aims if tree.lemmas[aim] in _STRIKING for thing in grammar.objects(aim)]
    blows = [
        thing for aim in aims if tree.lemmas[aim] in _MOUNTING for thing in grammar.objects(aim) if tree.lemmas[thing] in _RAIDS
    ]
    struck += [part for blow in blows for way in ("on", "against", "of") for part in grammar.prepositional(blow, way)]
    return [actor for thing in struck for actor in grammar.actors(thing, loose=True)]


_STRIKING = frozenset(
    "invade attack strike bomb occupy destroy hit raid conquer seize annihilate overrun besiege blockade".split()
)
_MOUNTING = frozenset("mount launch stage carry conduct wage make simulate rehearse".split())
_RAIDS = frozenset("attack strike raid assault invasion offensive war blockade landing".split())


def opposed_by(filling: "Filling", nouns: list[int]) -> list[Actor]:
    """Return whom slogans are against by the words before them: "chanted anti-Peru slogans"."""
    return [actor for noun in nouns for actor in filling.grammar.concerned(noun)]


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


def journeyed_for(filling: "Filling", nouns: list[int]) -> list[Actor]:
    """Return with whom a trip is to mend or deepen something: "a trip aimed at a reset with Peru", "to boost trade with it"."""
    tree, grammar = filling.tree, filling.grammar
    for trip in (noun for noun in nouns if tree.lemmas[noun] in JOURNEYS):
        for clause in (one for one in tree.kids(trip, "acl") if tree.lemmas[one] in _DESIGNED):
            inside = set(tree.subtree(clause))
            with_whom = [
                part
                for token in sorted(inside)
                if tree.lemmas[token] == "with" and tree.lemmas[tree.head[token]] in _SHARED_THINGS
                for part in tree.kids(token, "pobj")
            ]
            found = [actor for part in with_whom for actor in grammar.actors(part) if actor.country]
            if found:
                return found
    return []


_SHARED_THINGS = frozenset(
    (
        "tie relation relationship link bond trade cooperation partnership friendship alliance reset thaw rift fence "
        "rapprochement detente reconciliation deepen mend repair boost strengthen deal pact trust"
    ).split()
)


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


def helped(grammar: "Grammar", verb: int) -> list[Actor]:
    """Return whom a gift is to help: "donated $1 million to help Vietnam's flood victims", "to help Laos rebuild"."""
    tree = grammar.tree
    clauses = [*tree.kids(verb, "advcl", "xcomp"), *(one for thing in grammar.objects(verb) for one in tree.kids(thing, "acl"))]
    aims = [one for one in clauses if one > verb and tree.is_infinitive(one) and tree.lemmas[one] in _HELPING]
    heads = [thing for aim in aims for thing in grammar.objects(aim)]
    heads += [who for aim in aims for doing in tree.kids(aim, "ccomp", "xcomp") for who in tree.kids(doing, "nsubj")]
    return [actor for head in heads for actor in grammar.actors(head, loose=True)]
