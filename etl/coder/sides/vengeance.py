"""What is paid back: answers in deeds ("returned fire", "in return"), and those that are sworn.

"Vowed to retaliate" and "said it would respond to the raid" are threats, though no word says so.
"""

from collections.abc import Collection

from etl.coder.actors import Actor
from etl.coder.grammar.slots import Grammar
from etl.coder.recall.antecedents import SAYING
from etl.coder.recall.deeds import LOOSE
from etl.coder.sides.filling import RESPONSES
from etl.coder.tree import Tree

GIVING_BACK = frozenset({"retaliate", "respond", "reciprocate", "avenge", "counterattack"})
"""Verbs of what is paid back; "answer" and "reply" may be mere words."""
_RETURNS = frozenset({"return", "exchange", "turn"})
_ANSWERING = frozenset({"answer", "reply", "react"})
_LIKE = frozenset({"kind", "way", "manner", "fashion", "coin"})
_SWEARING = frozenset({"vow", "promise", "pledge", "swear", "threaten"})
_READY = frozenset({"ready", "prepared", "poised"})
_STRIKING = frozenset({"hit", "strike", "fire", "punch"})
_FUTURE = frozenset({"will", "would", "'ll"})
_KINDLY = frozenset({"positively", "swiftly", "favourably", "favorably", "kindly", "soon", "shortly"})
_ASKED = frozenset(
    (
        "request question letter proposal appeal call plea offer need emergency invitation flood earthquake quake disaster crisis"
        " outbreak storm"
    ).split(" ")
)
_FOLLOWING = frozenset({"follow", "come", "ensue"})
_DEEDS = frozenset(
    "ban strike attack raid arrest expulsion sanction tariff seizure sale visit drill launch test incursion deal".split(" ")
)
_HAVING = frozenset({"have", "carry", "bring", "entail"})
_DIRE = frozenset(
    (
        "price consequence retaliation response reprisal punishment countermeasure counter-measure answer reply repercussion"
        " reckoning payback penalty cost revenge vengeance backlash"
    ).split(" ")
)


def sworn(grammar: Grammar, verb: int, doers: Collection[Actor]) -> bool:
    """Whether somebody says that he will pay back what was done: "vowed to respond", but not "will respond to the letter"."""
    tree = grammar.tree
    in_kind = tree.lemmas[verb] in _ANSWERING and any(tree.lemmas[noun] in _LIKE for noun in grammar.prepositional(verb, "in"))
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


def paid_back(grammar: Grammar, verb: int) -> bool:
    """Whether a verb tells of an answer in deeds, and not to what: "returned fire", "responded with duties of its own"."""
    tree = grammar.tree
    fire = any(tree.lemmas[noun] in {"fire", "shelling", "gunfire"} for noun in grammar.objects(verb))
    means = tree.deps[verb] == "pcomp" and tree.lemmas[tree.head[verb]] == "by"  # "responded by shelling"
    told = tree.head[tree.head[verb]] if means else verb
    answers = tree.lemmas[told] in GIVING_BACK | {"counter", "answer", "reply"}
    return (answers or (tree.lemmas[verb] == "return" and fire)) and not grammar.prepositional(verb, "to")


def replying(grammar: Grammar, verb: int) -> bool:
    """Whether something is done "in response" or "in return"."""
    return any(grammar.tree.lemmas[noun] in RESPONSES | _RETURNS for noun in grammar.prepositional(verb, "in"))


def in_return(tree: Tree, verb: int) -> bool:
    """Whether an act pays back what the other side did: "In return, Japan will ease some sanctions"."""
    return any(
        tree.lemmas[prep] == "in" and any(tree.lemmas[noun] in _RETURNS for noun in tree.kids(prep, "pobj"))
        for prep in tree.kids(verb, "prep")
    )


def is_dire(grammar: Grammar, clause: int) -> bool:
    """Whether a clause foretells something bad without saying who will do it: "there would be a price to pay"."""
    tree = grammar.tree
    if not _FUTURE & set(grammar.auxiliaries(clause)) or tree.kids(clause, "neg"):
        return False
    if tree.kids(clause, "expl"):
        coming = tree.kids(clause, "attr", "dobj", "nsubj")
    elif tree.lemmas[clause] in _FOLLOWING:
        coming = tree.kids(clause, "nsubj")
    else:
        deeds = [noun for noun in tree.kids(clause, "nsubj") if tree.lemmas[noun] in LOOSE | _DEEDS and tree.kids(noun, "det")]
        coming = tree.kids(clause, "dobj") if deeds and tree.lemmas[clause] in _HAVING else []
    return any(
        tree.lemmas[noun] in _DIRE and not any(tree.words[det].lower() == "no" for det in tree.kids(noun, "det"))
        for noun in coming
        if tree.words[noun].lower() != "there"
    )
