"""Who is meant in a sentence without being named there: "He", "the ministry", "the kingdom", each where one party is clear."""

from collections.abc import Iterator
from dataclasses import replace

from etl.coder.actors import Actor
from etl.coder.grammar.slots import Grammar

_PLACES = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "dative", "conj"})
_KINDS = frozenset({"PRON", "NOUN", "PROPN"})


def pointed(grammar: Grammar) -> Iterator[Actor]:
    """Yield each party that a pronoun or definite noun stands for, at its words; where it may stand for several, none.

    Only what can be a side of an act is looked at: subjects and objects. What the sentence names as well is left out.
    """
    tree, cast = grammar.tree, grammar.cast
    told = {actor.key for actor in cast.parties()}
    for token in range(len(tree)):
        if tree.deps[token] not in _PLACES or tree.pos[token] not in _KINDS or cast.heads.get(token):
            continue
        if any(tree.lemmas[prep] == "of" for prep in tree.kids(token, "prep")):
            continue  # "the regime of Kim Jong Un" says whose it is
        found = grammar.coreference.resolve(token)
        if len(found) == 1 and found[0].key not in told and found[0].head == token:
            told.add(found[0].key)
            first = min([token, *(kid for kid in tree.kids(token, "det", "amod", "poss", "compound") if kid < token)])
            yield replace(found[0], start=tree.starts[first], end=tree.ends[token])
