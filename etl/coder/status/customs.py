"""Customs: what is told in the present tense as done again and again, or all the time, is background and no act of the day.

"India routinely denies visas", "lodges a protest each time ships come near", "sells nearly all its coal to China"; but "has now
accused" and "buys" in a headline tell news.
"""

from etl.coder.tree import Tree

_OFTEN = frozenset(
    "always regularly often routinely usually typically frequently normally traditionally generally habitually invariably".split()
)
_EACH = frozenset({"each", "every"})
_MOST = frozenset({"most", "half", "nearly", "almost", "much", "all", "majority", "third", "quarter", "bulk", "percent", "%"})
_TERMS = frozenset({"year", "month", "week", "day"})
_GOODS = frozenset({"061", "071", "072", "073", "070"})


def customary(tree: Tree, trigger: int) -> bool:
    """Whether an act is told as a habit: "often accuses Taiwan", "expels one whenever", "protests each time ships come"."""
    verb = _verb_of(tree, trigger)
    if not _in_plain_present(tree, verb):
        return False
    if any(tree.words[kid].lower() in _OFTEN for kid in tree.kids(verb, "advmod")):
        return True
    clauses = (verb, tree.head[verb]) if tree.deps[verb] in {"advcl", "relcl"} else (verb,)
    return any(_each_time(tree, clause) for clause in clauses)


def standing(tree: Tree, trigger: int, code: str) -> bool:
    """Whether goods or aid are told as what flows all along: "imports most of its gas from Qatar", "gives it $3bn a year".

    A clause that only says who somebody is tells no delivery of the day either: "Germany, which supplies Kyiv with tanks, ...".
    """
    verb = _verb_of(tree, trigger)
    if code not in _GOODS or not _in_plain_present(tree, verb):
        return False
    if tree.deps[verb] == "relcl":
        return True
    below = tree.subtree(verb)
    shares = any(tree.words[word].lower() in _MOST for word in below if tree.deps[word] not in {"ccomp", "advcl"})
    own = any(tree.words[word].lower() in {"its", "their"} for word in below)
    yearly = any(
        tree.lemmas[word] in _TERMS and {tree.words[det].lower() for det in tree.kids(word, "det")} & {"a", "each", "every"}
        for word in below
    )
    return (shares and own) or yearly


def _verb_of(tree: Tree, trigger: int) -> int:
    """Return the verb that tells an act, which a noun only names: "lodges" of "lodges a protest"."""
    if tree.pos[trigger] == "NOUN" and tree.deps[trigger] == "dobj":
        return tree.head[trigger]
    return trigger


def _in_plain_present(tree: Tree, verb: int) -> bool:
    return tree.tags[verb] in {"VBZ", "VBP"} and not tree.kids(verb, "aux", "auxpass")


def _each_time(tree: Tree, clause: int) -> bool:
    """Whether a clause says that something is so on every occasion of a kind: "each time", "whenever"."""
    times = [word for word in tree.kids(clause, "npadvmod", "advmod", "nsubj") if tree.lemmas[word] == "time"]
    if any(tree.words[det].lower() in _EACH for word in times for det in tree.kids(word, "det")):
        return True
    below = (clause, *tree.kids(clause, "advcl"))
    return any(tree.words[mark].lower() == "whenever" for one in below for mark in tree.kids(one, "advmod", "mark"))
