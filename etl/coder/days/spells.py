"""Spells: what "since" counts from by days or weeks, or gives as a reason, is news and no history.

"In the days since China banned Australian coal, prices have jumped", "Since Russia has withdrawn its envoy, talks are unlikely";
but "in the years since Rome bombed it", "since Fiji left the bloc".
"""

from etl.coder.tree import Tree

_SHORT = frozenset({"hour", "day", "week", "weekend", "fortnight", "night"})
_PASSING = frozenset({"pass", "elapse", "go"})
_NOW = frozenset({"has", "have", "'ve", "’ve"})


def counts_days(tree: Tree, since: int) -> bool:
    """Whether the time since an act is one of hours, days or weeks: "in the days since", "ten days have passed since"."""
    return spell(tree, since) is not None


def spell(tree: Tree, since: int) -> int | None:
    """Return the unit that "since" counts by, if that is a short one: "days" of "it has been ten days since"."""
    if tree.words[since].lower() != "since":
        return None
    if since and tree.lemmas[since - 1] in _SHORT:
        return since - 1
    above = tree.head[tree.head[since]] if tree.deps[since] == "mark" else tree.head[since]
    passed = tree.kids(above, "nsubj") if tree.lemmas[above] in _PASSING else []
    return next((unit for unit in passed if tree.lemmas[unit] in _SHORT), None)


def gives_reason(tree: Tree, since: int) -> bool:
    """Whether "since" gives a reason: before the present or the perfect, "since Russia has withdrawn its ambassador"."""
    verb = tree.head[since]
    perfect = any(tree.words[aux].lower() in _NOW for aux in tree.kids(verb, "aux"))
    return perfect or tree.tags[verb] not in {"VBD", "VBN"}


def newly_done(tree: Tree, trigger: int) -> bool:
    """Whether an act is what the days or weeks just gone are counted from: "it has been ten days since Oman shelled the port"."""
    for token in tree.upward(trigger):
        marks = [kid for kid in tree.kids(token, "mark") if tree.words[kid].lower() == "since"]
        if marks:
            return counts_days(tree, marks[0])
        if tree.deps[token] == "pobj" and tree.words[tree.head[token]].lower() == "since":
            return counts_days(tree, tree.head[token])
        if tree.pos[token] in {"VERB", "AUX"}:
            return False
    return False
