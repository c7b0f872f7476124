"""Answers that are sworn: "vowed to retaliate", "said it would respond to the raid" are threats, though no word says so."""

from collections.abc import Collection

from etl.coder.actors import Actor
from etl.coder.grammar.slots import Grammar
from etl.coder.recall.antecedents import SAYING

GIVING_BACK = frozenset({"retaliate", "respond", "reciprocate", "avenge", "counterattack"})
"""Verbs of what is paid back; "answer" and "reply" may be mere words."""
_ANSWERING = frozenset({"answer", "reply", "react"})
_SWEARING = frozenset({"vow", "promise", "pledge", "swear", "threaten"})
_READY = frozenset({"ready", "prepared", "poised"})
_STRIKING = frozenset({"hit", "strike", "fire", "punch"})
_FUTURE = frozenset({"will", "would", "'ll"})
_KINDLY = frozenset({"positively", "swiftly", "favourably", "favorably", "kindly", "soon", "shortly"})
_ASKED = frozenset(
    {"request", "question", "letter", "proposal", "appeal", "call", "plea", "offer", "need", "emergency", "invitation"}
)


def sworn(grammar: Grammar, verb: int, doers: Collection[Actor]) -> bool:
    """Whether somebody says that he will pay back what was done: "vowed to respond", but not "will respond to the letter"."""
    tree = grammar.tree
    in_kind = tree.lemmas[verb] in _ANSWERING and any(tree.lemmas[noun] == "kind" for noun in grammar.prepositional(verb, "in"))
    blow = tree.lemmas[verb] in _STRIKING and any(tree.lemmas[kid] == "back" for kid in tree.kids(verb, "prt", "advmod"))
    if (tree.lemmas[verb] not in GIVING_BACK and not in_kind and not blow) or tree.kids(verb, "neg"):
        return False
    asked = {tree.lemmas[noun] for noun in grammar.prepositional(verb, "to")} & _ASKED
    if asked or any(tree.lemmas[kid] in _KINDLY for kid in tree.kids(verb, "advmod")):
        return False
    above = tree.head[verb]
    if tree.deps[verb] == "xcomp" and tree.lemmas[above] in _SWEARING | _READY:
        return True
    if tree.deps[verb] != "ccomp" or tree.lemmas[above] not in SAYING or not _FUTURE & set(grammar.auxiliaries(verb)):
        return False
    if tree.kids(above, "neg") or any(tree.words[mark].lower() in {"whether", "if"} for mark in tree.kids(verb, "mark")):
        return False  # "have not said whether they would hit back"
    speakers = {actor.key for who in tree.kids(above, "nsubj") for actor in grammar.actors(who, loose=True)}
    return bool(speakers) and speakers <= {actor.key for actor in doers}
