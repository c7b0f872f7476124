"""Who defends what he did himself: "Russia defends arrest of American reporter" tells of the arrest, and of no support.

Where the deed is another's ("defended Israel's strike on Iran"), whoever defends it supports him. So it is with what is said of a
deed of one's own forces: "Trump hails Coast Guard seizure of Venezuelan tanker".
"""

from collections.abc import Callable, Iterator
from dataclasses import replace

from etl.coder.acts import Proto
from etl.coder.grammar.slots import Grammar
from etl.coder.roots import DEFENSIBLE
from etl.coder.sides.judgements import DEFENDING

_SPEAKING_WELL = frozenset("hail praise laud applaud tout celebrate cheer trumpet".split(" "))
_REPORTING = frozenset({"say", "insist", "confirm", "announce", "maintain"})
_FORCES = frozenset("guard guardsman navy army military marine police trooper commando force fleet customs".split(" "))
_VERBS = DEFENDING | _SPEAKING_WELL | _REPORTING
_COMING = frozenset({"plan", "planned", "proposed", "threatened", "possible", "potential", "future"})


def own_deeds(grammar: Grammar, verb: int) -> list[int]:
    """Return the nouns behind "defend" that nobody else is said to own or have done: "defended its ban on Peruvian fish".

    What is hailed, or said to be lawful, is one's own where one's forces did it: "says Coast Guard seizure of tanker was lawful".
    """
    tree = grammar.tree
    lemma = tree.lemmas[verb]
    if lemma not in _VERBS or not grammar.is_verb(verb):
        return []
    doers = {actor.key for actor in grammar.doers(verb)}
    nouns = tree.kids(verb, "dobj")
    if lemma in _REPORTING:
        clauses = [clause for clause in tree.kids(verb, "ccomp") if tree.lemmas[clause] == "be"]
        nouns = [subject for clause in clauses for subject in tree.kids(clause, "nsubj")]
    if lemma not in DEFENDING:
        nouns = [noun for noun in nouns if _by_forces(grammar, noun)]
    return [noun for noun in nouns if not _anothers(grammar, noun, doers)]


def _by_forces(grammar: Grammar, noun: int) -> bool:
    """Whether a deed is by forces of nobody named: "Coast Guard seizure", "navy boarding"."""
    tree = grammar.tree
    return any(tree.lemmas[kid].lower() in _FORCES for kid in tree.kids(noun, "compound", "nmod", "poss"))


def _anothers(grammar: Grammar, noun: int, doers: set[str]) -> bool:
    """Whether a deed is by its owner, or by who is named behind "by", another's than theirs who defend it."""
    tree = grammar.tree
    owners = [kid for kid in tree.kids(noun, "poss", "compound", "nmod", "amod") if grammar.actors(kid, loose=True)]
    owners += grammar.prepositional(noun, "by")
    named = {actor.key for owner in owners for actor in grammar.actors(owner, loose=True)}
    named |= {actor.key for actor in grammar.cast.owners.get(noun, ())}
    return bool(named - doers) or bool(grammar.prepositional(noun, "by"))


class Justifications:
    """Finds what those who defend themselves in one parsed sentence did."""

    def __init__(self, grammar: Grammar, protos: Callable[[int], list[Proto]]) -> None:
        """Take the sentence's slots and the acts found at each token."""
        self._grammar = grammar
        self._protos = protos

    def told(self) -> Iterator[Proto]:
        """Yield each measure that whoever took it defends: "defends tariffs on Canadian lumber"."""
        tree = self._grammar.tree
        for verb in tree.places(_VERBS):
            doers = tuple(actor for actor in self._grammar.doers(verb) if actor.country)
            for noun in own_deeds(self._grammar, verb) if doers else ():
                words = {tree.lemmas[noun], *(tree.words[kid].lower() for kid in tree.kids(noun, "amod", "compound"))}
                for proto in self._protos(noun):
                    if proto.code[:2] in DEFENSIBLE and proto.targets and not words & _COMING:
                        yield replace(proto, sources=doers, trigger=verb, rule_id=f"{proto.rule_id}~defence", rank=9)
