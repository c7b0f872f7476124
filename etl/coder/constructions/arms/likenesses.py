"""Likenesses of war: matches, markets and mishaps that are told in the words of fighting and hit nobody."""

import re

from etl.coder.tree import Tree

_FORCE = frozenset({"15", "17", "18", "19"})
_SCORE = re.compile(r"\d{1,2}[-–]\d{1,2}")
_SHOPS = frozenset("market shop store drugstore boutique mall supermarket showroom cinema outlet retailer".split(" "))
_CROWDING = frozenset({"storm", "invade", "besiege", "swarm", "conquer"})
_BUYING_OR_SELLING = frozenset(
    "tourist shopper buyer brand maker carmaker automaker chipmaker company firm retailer chain startup export drama film".split(
        " "
    )
)
_WEATHER = frozenset({"fog", "storm", "gale", "typhoon", "swell", "mist", "blizzard", "squall"})
_ROUGH = frozenset({"heavy", "rough", "high", "choppy", "stormy"})
_HELPLESS = frozenset({"disabled", "stricken", "crippled", "stranded", "damaged", "burning", "listing", "distress", "drifting"})


def only_likened(tree: Tree, verb: int, code: str) -> bool:
    """Whether the words around a verb of force tell of a game, of trade or of a mishap at sea."""
    if code[:2] not in _FORCE:
        return False
    return _scored(tree, verb) or _at_the_till(tree, verb) or _mishap(tree, verb)


def _scored(tree: Tree, verb: int) -> bool:
    """Whether a score stands behind whom the verb is done to: "pounded Chile 4-0", but not "struck Kyiv 2-3 times"."""
    behind = (at for thing in tree.kids(verb, "dobj")[:1] for at in range(thing + 1, min(len(tree) - 3, thing + 4)))
    return any(_SCORE.fullmatch("".join(tree.words[at : at + 3])) and tree.pos[at + 3] != "NOUN" for at in behind)


def _at_the_till(tree: Tree, verb: int) -> bool:
    """Whether shops are stormed by who buys or sells: "carmakers stormed the Chilean market", "tourists besieged drugstores"."""
    if tree.lemmas[verb] not in _CROWDING or not _SHOPS.intersection(tree.lemmas[one] for one in tree.kids(verb, "dobj")):
        return False
    doers = {tree.lemmas[one] for one in tree.kids(verb, "nsubj")}
    return tree.lemmas[verb] == "conquer" or bool(doers & _BUYING_OR_SELLING)


def _mishap(tree: Tree, verb: int) -> bool:
    """Whether ships collide in bad weather, or one that cannot sail is towed: "was towed in after its engine had failed"."""
    if tree.lemmas[verb] == "collide":
        below = tree.subtree(verb)
        seas = any(
            tree.lemmas[word] == "sea" and any(tree.lemmas[kid] in _ROUGH for kid in tree.kids(word, "amod")) for word in below
        )
        return seas or any(tree.lemmas[word] in _WEATHER for word in below)
    if tree.lemmas[verb] != "tow":
        return False
    things = tree.kids(verb, "dobj", "nsubjpass")
    near = {tree.words[kid].lower() for thing in things for kid in tree.subtree(thing)}
    broken = "broken" in near or any(
        tree.lemmas[one] == "run" and "aground" in {tree.words[kid] for kid in tree.children[one]} for one in tree.upward(verb)
    )
    return bool(near & _HELPLESS) or broken
