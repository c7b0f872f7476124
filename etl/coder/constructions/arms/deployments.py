"""Where somebody will send no troops: "ruled out ground troops in Syria" refuses Syria nothing, which is only the place."""

from etl.coder.actors import Actor
from etl.coder.grammar.slots import Grammar
from etl.coder.tree import Tree

_TROOPS = frozenset("troop force soldier boot army marine infantry personnel deployment combat".split(" "))
_ON_THE_GROUND = frozenset({"ground", "combat", "land", "foot", "boot"})
_SENDING = frozenset({"put", "send", "deploy", "commit", "use", "station", "dispatch"})


def _unsent(tree: Tree, verb: int) -> list[int]:
    """Return the troops for the ground that are ruled out: "ruled out combat troops", "ruled out putting boots on the ground"."""
    if tree.lemmas[verb] != "rule" or not any(tree.words[kid].lower() == "out" for kid in tree.kids(verb, "prt", "advmod")):
        return []
    clauses = [clause for clause in tree.kids(verb, "xcomp", "ccomp", "pcomp") if tree.lemmas[clause] in _SENDING]
    things = [thing for holder in (verb, *clauses) for thing in tree.kids(holder, "dobj") if tree.lemmas[thing] in _TROOPS]
    return [thing for thing in things if {tree.lemmas[token] for token in tree.subtree(thing)} & _ON_THE_GROUND]


def only_stationed(grammar: Grammar, verb: int) -> bool:
    """Whether what is ruled out is that one's own troops fight somewhere: "rules out boots on the ground in Libya"."""
    tree = grammar.tree
    own = {actor.key for actor in grammar.doers(verb)}
    for thing in _unsent(tree, verb):
        before = tree.kids(thing, "compound", "amod", "poss")
        others = {actor.key for kid in before for actor in grammar.cast.heads.get(kid, ())}
        others |= {actor.key for actor in grammar.cast.owners.get(thing, ()) if actor.basis == "adjective"}
        if not others - own:
            return True
    return False


def is_where_none_go(tree: Tree, place: Actor) -> bool:
    """Whether a country is only where somebody will send no troops: "ruled out ground forces in Libya"."""
    return any(place.head in tree.subtree(verb) and place.head > verb for verb in tree.places({"rule"}) if _unsent(tree, verb))
