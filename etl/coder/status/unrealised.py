"""Unrealised: what somebody is only able, free, tempted or bound to do, or would have done, has not been done.

Each function looks at the words around one verb of a parsed sentence.
"""

from etl.coder.tree import Tree

_ABLE = frozenset({"capable", "incapable", "intent", "bent", "keen"})
_LINKS = frozenset({"of", "on"})
_FREE = frozenset(
    (
        "free entitled eligible authorised authorized empowered permitted allowed licensed equipped qualified obliged obligated"
        " required bound duty-bound compelled welcome tempted inclined minded"
    ).split()
)
_TEMPTED = frozenset({"tempt", "incline", "mind", "entitle", "authorise", "authorize", "empower", "permit", "license", "equip"})
_BOUND = frozenset({"oblige", "obligate", "require", "bind", "compel", "force"})
_BEING = frozenset({"is", "are", "was", "were", "be", "been", "being", "'s", "'re", "am"})
_DUE_ONCE = frozenset({"supposed", "meant"})  # "was supposed to hand them over": nobody says that it did
_HELD = frozenset({"believe", "think", "presume", "assume", "rumour", "rumor", "suspect"})
"""Verbs of belief: whoever "is believed to have sent troops" did so only as far as others know."""
_MISSING = frozenset({"lack", "absence", "dearth", "scarcity", "paucity", "shortage"})
_NOBODY = frozenset({"none", "nobody", "no-one"})
_LENDING = _TEMPTED - {"tempt", "incline", "mind", "permit"}
_FEIGNING = frozenset({"pretend", "feign", "purport"})
_WOULD = frozenset({"would", "could", "might", "'d", "should"})


def only_able(tree: Tree, verb: int) -> bool:
    """Whether a verb tells what somebody may do and no more: "is capable of attacking", "is free to", "was tempted to".

    Whoever "was obliged to" or "was forced to" did so; whoever "is obliged to" has it before him.
    """
    above = tree.head[verb]
    if tree.deps[verb] == "pcomp":
        return tree.lemmas[above] in _LINKS and tree.lemmas[tree.head[above]] in _ABLE and tree.pos[tree.head[above]] == "ADJ"
    if tree.deps[verb] not in {"xcomp", "advcl", "ccomp"} or not tree.is_infinitive(verb) or above > verb:
        return False
    if tree.deps[above] == "acomp":
        return tree.words[above].lower() in _FREE or _cut_short(tree, above, verb)
    being = {tree.words[aux].lower() for aux in tree.kids(above, "auxpass", "aux")}
    if not being & _BEING:
        return _is_lent(tree, above)
    if tree.words[above].lower() in _DUE_ONCE and being & {"was", "were"}:
        return True
    if tree.lemmas[above] in _HELD and any(tree.words[aux].lower() == "have" for aux in tree.kids(verb, "aux")):
        return True
    return tree.lemmas[above] in _TEMPTED or (tree.lemmas[above] in _BOUND and bool(being & {"is", "are"}))


def _is_lent(tree: Tree, verb: int) -> bool:
    """Whether a verb gives a power or lays down a duty, which are not acted on yet: "obliges Washington to arm", "empowers"."""
    if any(tree.words[mark].lower() == "since" for mark in tree.kids(verb, "mark")):
        return False  # "since Congress authorised him to invade": that is long ago
    return tree.lemmas[verb] in _LENDING or (tree.lemmas[verb] in _BOUND - {"force"} and tree.tags[verb] in {"VBZ", "VBP"})


def _cut_short(tree: Tree, about: int, verb: int) -> bool:
    """Whether something came between somebody and what he was about to do: "was about to fire when it turned back"."""
    being = tree.head[about]
    ready = tree.words[about].lower() == "about" and tree.words[being].lower() in {"was", "were"}
    clauses = (clause for one in (verb, being) for clause in tree.kids(one, "advcl") if clause > verb)
    return ready and any(
        tree.words[mark].lower() in {"when", "until", "before"}
        for clause in clauses
        for mark in tree.kids(clause, "advmod", "mark")
    )


def only_to_come(tree: Tree, clause: int) -> bool:
    """Whether a clause tells what has not come yet: "a matter of time before Peru strikes", "it will not be long before"."""
    above = tree.head[clause]
    waiting = tree.deps[clause] == "advcl" and any(tree.words[mark].lower() == "before" for mark in tree.kids(clause, "mark"))
    if not waiting or tree.lemmas[above] != "be" or not any(tree.words[one].lower() == "it" for one in tree.kids(above, "nsubj")):
        return False
    matter = any(tree.lemmas[word] in {"matter", "question"} for word in tree.kids(above, "attr"))
    return matter or any(tree.tags[aux] == "MD" for aux in tree.kids(above, "aux"))


def of_a_topic(tree: Tree, verb: int) -> bool:
    """Whether an act is only what somebody is judged by: "is cautious when it comes to criticising Oman"."""
    to = tree.head[verb]
    coming = tree.head[to]
    it = any(tree.words[one].lower() == "it" for one in tree.kids(coming, "nsubj"))
    return tree.deps[verb] == "pcomp" and tree.lemmas[to] == "to" and tree.lemmas[coming] == "come" and it


def missing(tree: Tree, noun: int) -> bool:
    """Whether a noun names what there is none of: "the absence of talks between", "a lack of dialogue with"."""
    prep = tree.head[noun]
    return tree.deps[noun] == "pobj" and tree.lemmas[prep] == "of" and tree.lemmas[tree.head[prep]] in _MISSING


def done_by_none(tree: Tree, verb: int) -> bool:
    """Whether a verb's subject is nobody: "none of the Gulf states condemned Iran", "nobody in Seoul accused Japan"."""
    return any(tree.words[subject].lower() in _NOBODY for subject in tree.kids(verb, "nsubj", "nsubjpass"))


def feigned(tree: Tree, verb: int) -> bool:
    """Whether somebody only made believe that he did something: "pretended to withdraw"."""
    return tree.deps[verb] == "xcomp" and tree.lemmas[tree.head[verb]] in _FEIGNING


def contrary_to_fact(tree: Tree, verb: int) -> bool:
    """Whether a clause is a condition by the order of its words alone: "Had Oman attacked, Iran would have answered"."""
    subjects = tree.kids(verb, "nsubj", "nsubjpass")
    opening = [aux for aux in tree.kids(verb, "aux", "auxpass") if tree.words[aux].lower() in {"had", "were"}]
    if not subjects or not opening or not opening[0] < subjects[0] < verb or opening[0] != min(tree.subtree(verb)):
        return False
    above = tree.head[verb]
    clauses = (above, *tree.conjuncts(above)) if above != verb else tree.kids(verb, "ccomp", "conj", "advcl")
    return any(tree.words[aux].lower() in _WOULD for clause in clauses for aux in tree.kids(clause, "aux"))


def passed_over(tree: Tree, verb: int) -> bool:
    """Whether a verb tells what somebody did not do but something else: "rather than impose sanctions", "instead of talking"."""
    words = {tree.words[kid].lower() for kid in tree.kids(verb, "advmod", "mark", "cc", "prep", "dep")}
    if {"rather", "than"} <= words:
        return True
    above = tree.head[verb]
    link = {tree.lemmas[token] for token in (above, tree.head[above], *tree.kids(above, "advmod"))}
    return tree.deps[verb] == "pcomp" and ("instead" in link or {"rather", "than"} <= link)


def sworn_by_denial(tree: Tree, verb: int) -> bool:
    """Whether somebody says that he would not shrink from something: "will not hesitate to impose sanctions"."""
    above = tree.head[verb]
    shrinking = tree.lemmas[above] in {"hesitate", "shrink", "shy", "flinch"} and tree.deps[verb] in {"xcomp", "pcomp"}
    return shrinking and bool(tree.kids(above, "neg")) and any(tree.tags[aux] == "MD" for aux in tree.kids(above, "aux"))
