"""Likenesses of war: matches, markets and mishaps that are told in the words of fighting and hit nobody."""

from etl.coder.tree import Tree

_FORCE = frozenset({"15", "17", "18", "19"})
_DASHES = frozenset({"-", "–", "—", "to"})
_RIVALRY = frozenset({"price", "bidding", "streaming", "talent", "ratings", "console", "discount", "fare"})
_MARTIAL = frozenset({"war", "battle", "fight"})
_TRADING = frozenset(
    "market shop store drugstore boutique mall supermarket showroom chart box office cinema shelf outlet retailer".split(" ")
)
_INVADING = frozenset({"storm", "invade", "besiege", "conquer", "swarm", "raid", "occupy"})
_ARMED = frozenset("troop soldier police gunman militant rebel mob rioter protester force army marine commando agent".split(" "))
_WEATHER = frozenset({"fog", "storm", "gale", "typhoon", "swell", "mist", "blizzard", "squall"})
_ROUGH = frozenset({"heavy", "rough", "high", "choppy", "stormy"})
_HELPLESS = frozenset({"disabled", "stricken", "crippled", "stranded", "damaged", "burning", "listing", "distress", "drifting"})


def only_likened(tree: Tree, verb: int, code: str) -> bool:
    """Whether the words around a verb of force tell of a game, of trade or of a mishap at sea."""
    if code[:2] not in _FORCE:
        return False
    return _scored(tree, verb) or _in_a_price_war(tree, verb) or _at_the_till(tree, verb) or _mishap(tree, verb)


def _scored(tree: Tree, verb: int) -> bool:
    """Whether a score stands behind the verb: "pounded Chile 4-0"."""
    things = tree.kids(verb, "dobj")
    if not things:
        return False
    last = min(len(tree), things[0] + 4)
    for at in range(things[0] + 1, last):
        if tree.words[at].isdigit() and [*tree.words[at + 1 : at + 2]] and tree.words[at + 1] in _DASHES:
            score = tree.words[at + 2 : at + 3]
            return bool(score) and score[0].isdigit() and len(score[0]) < 3 and len(tree.words[at]) < 3
        if tree.words[at].replace("–", "-").count("-") == 1 and tree.words[at].replace("–", "").replace("-", "").isdigit():
            return len(tree.words[at]) < 6
    return False


def _in_a_price_war(tree: Tree, verb: int) -> bool:
    """Whether it is done in a war of prices: "opens fire in price war with Kia"."""
    return any(
        tree.lemmas[word] in _MARTIAL and any(tree.lemmas[kid] in _RIVALRY for kid in tree.kids(word, "compound", "amod"))
        for word in range(verb + 1, min(len(tree), verb + 9))
    )


def _at_the_till(tree: Tree, verb: int) -> bool:
    """Whether a market or shop is stormed by nobody armed: "storm the Chilean market", "besieged drugstores"."""
    if tree.lemmas[verb] not in _INVADING:
        return False
    things = {tree.lemmas[thing] for thing in tree.kids(verb, "dobj", "nsubjpass")}
    doers = {tree.lemmas[one] for subject in tree.kids(verb, "nsubj", "agent") for one in tree.subtree(subject)}
    return bool(things & _TRADING) and not doers & _ARMED and bool(doers)


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
