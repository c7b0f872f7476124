"""What somebody did besides what he said: verbs that the parser joins to the reported clause.

"Said it would meet Peru but accused it of lying": the accusation is the speaker's own.
"""

from etl.coder.tree import Tree

_TELLING = frozenset(
    (
        "say announce hint suggest indicate signal promise pledge vow declare state add insist confirm reveal claim tweet"
        " reiterate write argue note predict think believe hope expect"
    ).split()
)
_COMING = frozenset({"will", "would", "shall", "'ll", "’ll", "may", "might", "could", "can", "should", "must"})
_HAVING = frozenset({"has", "have", "'s", "’s", "'ve", "’ve"})


def resumed_by_teller(tree: Tree) -> Tree:
    """Undo "said it would meet Peru but accused it of lying" read as what was said: behind "would" a past form is the speaker's.

    So is "has accused": what he reports of the past would have been "had accused".
    """
    deps, head = list(tree.deps), list(tree.head)
    for verb in range(4, len(tree)):
        if deps[verb] != "conj" or tree.pos[verb] != "VERB" or not _past(tree, verb):
            continue
        first = head[verb]
        while tree.deps[first] == "conj" and head[first] != first:
            first = head[first]
        teller = head[first]
        told = tree.deps[first] == "ccomp" and teller < first and tree.lemmas[teller] in _TELLING and tree.tags[teller] == "VBD"
        ahead = {tree.words[aux].lower() for aux in tree.kids(first, "aux")} & _COMING
        if told and ahead and tree.kids(teller, "nsubj") and tree.kids(first, "nsubj", "nsubjpass"):
            head[verb] = teller
    return tree.rewired(deps, head)


def _past(tree: Tree, verb: int) -> bool:
    """Whether a verb without a subject tells of the past ("accused") or of what is done by now ("has accused")."""
    if tree.kids(verb, "nsubj", "nsubjpass", "auxpass", "mark"):
        return False
    aux = {tree.words[kid].lower() for kid in tree.kids(verb, "aux")}
    return (tree.tags[verb] == "VBD" and not aux) or (tree.tags[verb] == "VBN" and bool(aux) and aux <= _HAVING)
