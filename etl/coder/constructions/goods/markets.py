"""What buyers ask for: "weak Chinese demand for Indonesian coal" demands nothing of anybody."""

from collections.abc import Set as AbstractSet

from etl.coder.tree import Tree

_APPETITES = frozenset(
    (
        "weak soft sluggish tepid lacklustre lackluster subdued muted slow slowing slack faltering flagging falling declining "
        "shrinking waning cooling robust solid brisk healthy buoyant booming rising growing surging soaring rebounding "
        "recovering resilient insatiable voracious pent-up seasonal domestic consumer import export retail industrial overseas "
        "peak record steady"
    ).split(" ")
)
_SWAYING = frozenset(
    (
        "rise fall grow weaken soften slow ease cool pick rebound recover surge soar slump drop decline plunge shrink jump "
        "climb dwindle wane falter evaporate outstrip outpace exceed lift boost buoy drive fuel prop"
    ).split(" ")
)
"""What demand does by itself, or does to prices."""
_SWAYED = frozenset("boost dampen spur stoke sap curb fuel lift hurt dent stimulate tap feed satisfy cushion".split())
_TRADED = frozenset(
    {"price", "export", "import", "sale", "output", "production", "growth", "revenue", "profit", "share", "stock"}
)
_STANDING = frozenset({"strong", "weak", "soft", "high", "low", "robust", "steady", "firm", "sluggish", "solid", "healthy"})


def wants_goods(tree: Tree, noun: int, goods: AbstractSet[str]) -> bool:
    """Whether a demand is one of a market: for goods, or one that is weak, picks up or lifts prices.

    `goods` are the lemmas of what is traded. "Growing demands" and "a demand that" are somebody's claims.
    """
    if tree.lemmas[noun].lower() != "demand" or tree.tags[noun] not in {"NN", "NNP"}:
        return False
    return bool(_wanted(tree, noun) & goods) or _told_like_a_market(tree, noun)


def _wanted(tree: Tree, noun: int) -> set[str]:
    """Return what a demand is for; the parser may hang that on its source: "demand from China for Brazilian soybeans"."""
    holders = [noun, *(source for link in tree.kids(noun, "prep") for source in tree.kids(link, "pobj"))]
    links = [link for holder in holders for link in tree.kids(holder, "prep") if tree.lemmas[link] == "for"]
    return {tree.lemmas[one] for link in links for first in tree.kids(link, "pobj") for one in tree.conjuncts(first)}


def _told_like_a_market(tree: Tree, noun: int) -> bool:
    if any(tree.words[kid].lower() in _APPETITES for kid in tree.kids(noun, "amod", "compound")):
        return True
    verb, role = tree.head[noun], tree.deps[noun]
    if role == "dobj":
        return tree.lemmas[verb] in _SWAYED
    if role != "nsubj":
        return False
    if tree.lemmas[verb] in {"be", "remain", "stay"}:
        return any(tree.lemmas[kid] in _STANDING | _SWAYING for kid in tree.kids(verb, "acomp", "attr"))
    moved = {tree.lemmas[kid] for kid in tree.kids(verb, "dobj")}
    return tree.lemmas[verb] in _SWAYING or bool(moved & _TRADED)
