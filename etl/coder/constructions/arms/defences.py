"""Who defends himself, and against whom: "will defend itself against Peru" threatens Peru and stands up for nobody."""

from etl.coder.grammar.slots import Grammar
from etl.dictionaries import ActLexicon

_AHEAD = frozenset({"will", "would", "shall", "'ll", "’ll", "to"})
_ONESELF = frozenset({"itself", "themselves", "himself", "herself", "ourselves", "oneself"})


def of_oneself(grammar: Grammar, verb: int) -> bool:
    """Whether somebody defends himself or what is his: "defended itself against Chad", "will defend its border against Mali"."""
    tree = grammar.tree
    things = tree.kids(verb, "dobj")
    own = any(tree.pos[kid] == "PRON" for thing in things for kid in tree.kids(thing, "poss"))
    against = any(grammar.prepositional(holder, way) for holder in (verb, *things) for way in ("against", "from"))
    return any(tree.words[thing].lower() in _ONESELF for thing in things) or (own and against)


def defends_in_arms(lexicon: ActLexicon, grammar: Grammar, verb: int) -> bool:
    """Whether somebody is to defend himself against a country or its blows, and not against what is said of him.

    Only who "will" or is "ready to" do so threatens with it; who "defended itself" may have done so in court.
    """
    tree = grammar.tree
    if not _AHEAD & {tree.words[aux].lower() for aux in tree.kids(verb, "aux")} or tree.deps[verb] in {"acl", "relcl"}:
        return False  # "needs arms to defend itself"
    things = tree.kids(verb, "dobj")
    foes = [noun for holder in (verb, *things) for way in ("against", "from") for noun in grammar.prepositional(holder, way)]
    blows = {
        frame.lemma for noun in foes for frame in lexicon.frames.get(("noun", tree.lemmas[noun]), ()) if frame.code[:2] > "17"
    }
    return any(grammar.cast.heads.get(noun) or tree.lemmas[noun] in blows for noun in foes)
