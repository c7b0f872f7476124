"""Truces that a sentence only tells of: "was holding", "collapsed", "despite the truce".

Agreed, declared, extended or begun, a truce is an act of its sides; that there is one, or is none any more, is a state.
"""

from collections.abc import Iterator

from etl.coder.tree import Tree

_TRUCES = frozenset({"ceasefire", "truce", "armistice"})
_PACTS = frozenset({"agreement", "deal", "accord", "arrangement"})
_FARING = frozenset(
    (
        "hold remain stand prevail endure persist stay last collapse expire lapse end fail crumble fray unravel falter wobble "
        "teeter totter crack shatter disintegrate dissolve evaporate break breach violate flout test shake strain threaten "
        "imperil endanger jeopardise jeopardize undermine mar respect observe honour honor monitor oversee supervise"
    ).split(" ")
)
"""Verbs that say of a truce how it fares."""
_SEEMING = frozenset({"appear", "seem", "look", "continue", "begin", "start", "set", "expect"})
_BACKGROUND = frozenset({"despite", "under", "since", "amid", "during", "notwithstanding", "throughout", "within"})
_KEPT = frozenset(
    (
        "monitor oversee supervise watch verify police preserve save maintain salvage rescue bolster strengthen consolidate test "
        "threaten strain shake undermine jeopardise jeopardize endanger imperil mar"
    ).split(" ")
)
"""What is done about a truce that is there."""
_TERM = frozenset({"day", "week", "month", "hour", "phase", "stage", "year"})


def standing(tree: Tree) -> Iterator[int]:
    """Yield the truces that a sentence only tells of."""
    for noun in tree.places(_TRUCES | _PACTS):
        named = tree.lemmas[noun] in _TRUCES or (
            tree.lemmas[noun] in _PACTS and any(tree.lemmas[kid] in _TRUCES for kid in tree.kids(noun, "compound"))
        )
        if named and only_told_of(tree, noun):
            yield noun


def only_told_of(tree: Tree, noun: int) -> bool:
    """Whether a truce is there, over or watched, and nobody concludes it: "a fragile truce was holding", "despite the truce"."""
    while tree.deps[noun] == "appos" and tree.head[noun] != noun:  # "India, Pakistan ceasefire holds"
        noun = tree.head[noun]
    above = tree.head[noun]
    if tree.deps[noun] == "pobj":  # "under the truce", but not "under a truce agreed on Monday"
        return tree.words[above].lower() in _BACKGROUND and not tree.kids(noun, "acl", "relcl")
    if tree.deps[noun] == "dobj":
        return tree.lemmas[above] in _KEPT
    return tree.deps[noun] in {"nsubj", "nsubjpass"} and _fares(tree, above)


def _fares(tree: Tree, verb: int) -> bool:
    """Whether a verb says of its subject how it fares, or what it is like: "held", "was due to end", "was in its third day"."""
    if tree.lemmas[verb] in _FARING:
        return True
    below = tree.kids(verb, "acomp", "attr", "oprd", "prep")
    clauses = [clause for part in (verb, *below) for clause in tree.kids(part, "xcomp")]
    if tree.lemmas[verb] in _SEEMING and any(_fares(tree, clause) for clause in clauses):
        return True
    if tree.lemmas[verb] == "enter":  # "entered its second week", but not "entered into force"
        return any(tree.lemmas[thing] in _TERM for thing in tree.kids(verb, "dobj"))
    return tree.lemmas[verb] == "be" and bool(below) and all(_fares(tree, clause) for clause in clauses)
