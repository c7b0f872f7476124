"""Turns of phrase for beginning to speak: "took the floor", "picked up the phone", "went on television".

What one does so for is said thereby: whoever "took the stage to thank Poland" has thanked Poland.
"""

from etl.coder.tree import Tree

_FLOORS = frozenset(
    "stage floor podium rostrum lectern mic microphone airwaves airwave phone opportunity occasion chance moment".split()
)
_LETTERS = frozenset("letter message note telegram cable email statement call video post tweet missive".split())
_TALKS = frozenset("interview speech address briefing conference statement call".split())
_BEGINNINGS = {
    "take": _FLOORS,
    "seize": _FLOORS,
    "pick": frozenset({"phone", "telephone"}),
    "break": frozenset({"silence"}),
    "make": _TALKS,
    "place": frozenset({"call"}),
    "give": _TALKS,
    "hold": _TALKS - {"call"},
    "deliver": _TALKS,
    "issue": _LETTERS,
    "release": _LETTERS - {"call"},
    "post": _LETTERS,
    "pen": _LETTERS,
    "send": _LETTERS - {"call"},
    "write": _LETTERS,
}
_CHANNELS = frozenset(
    "television tv radio air airwaves airwave medium x twitter facebook telegram weibo instagram social".split()
)
_TURNING = {"go": "on", "take": "to", "appear": "on"}


def speaks_up(tree: Tree, verb: int) -> bool:
    """Whether a verb with its object or channel only says that somebody begins to speak: "broke his silence", "took to X"."""
    lemma = tree.lemmas[verb]
    if any(tree.lemmas[thing] in _BEGINNINGS.get(lemma, ()) for thing in tree.kids(verb, "dobj")):
        return True
    word = _TURNING.get(lemma)
    channels = (thing for prep in tree.kids(verb, "prep") if tree.lemmas[prep] == word for thing in tree.kids(prep, "pobj"))
    return word is not None and any(tree.lemmas[thing].lower() in _CHANNELS for thing in channels)


def said_thereby(tree: Tree) -> Tree:
    """Undo "penned a letter to thank Putin" read as a letter that thanks: the purpose is of who begins to speak."""
    for clause in range(2, len(tree)):
        thing = tree.head[clause]
        verb = tree.head[thing]
        owned = (
            tree.deps[clause] == "relcl" and tree.is_infinitive(clause) and tree.deps[thing] == "dobj" and verb < thing < clause
        )
        if (
            owned
            and not tree.kids(clause, "nsubj", "nsubjpass", "auxpass")
            and tree.kids(clause, "dobj")
            and speaks_up(tree, verb)
        ):
            deps, head = list(tree.deps), list(tree.head)
            deps[clause], head[clause] = "advcl", verb
            return tree.rewired(deps, head)
    return tree
