"""Flights and sailings that are called off because of the weather, of a strike or of weak demand: nobody's act."""

from etl.coder.tree import Tree

_CALLING_OFF = frozenset("cancel suspend scrap halt stop ground axe drop cut pause postpone delay divert end reduce".split())
_SERVICES = frozenset({"flight", "service", "route", "sailing", "ferry", "train", "connection", "crossing", "departure"})
_NATURE = frozenset(
    (
        "weather fog storm snow snowstorm blizzard thunderstorm hurricane typhoon cyclone wind gale sandstorm haze smog ash "
        "volcano eruption earthquake flood flooding ice heat heatwave tornado monsoon rain tsunami wildfire"
    ).split()
)
_WORK = frozenset("walkout glitch maintenance outage malfunction understaffing".split())
_BUSINESS = frozenset("demand profitability loss profit bankruptcy insolvency overcapacity".split())
_REASONS = frozenset("technical commercial operational economic business financial seasonal logistical".split())
_DANGER = frozenset(
    (
        "war safety security missile rocket attack airspace conflict fighting tension threat escalation hostility drone unrest "
        "sanction ban airstrike bombing invasion shelling violence coup row dispute protest warning advisory"
    ).split()
)
_FIGHTING = frozenset({"on", "against", "in", "between"})
_WORKERS = frozenset("worker pilot crew staff controller union employee rail ground cabin wildcat general pay hour".split())


def called_off_for_other_reasons(tree: Tree, verb: int) -> bool:
    """Whether flights or other services are called off because of fog, a strike, a fault or weak demand."""
    if tree.lemmas[verb] not in _CALLING_OFF:
        return False
    things = [part for head in tree.kids(verb, "dobj", "nsubjpass") for part in tree.conjuncts(head)]
    if not any(tree.lemmas[thing] in _SERVICES for thing in things):
        return False
    told = list(tree.subtree(verb))
    lemmas = {tree.lemmas[token].lower() for token in told}
    if lemmas & _DANGER:
        return False
    reasons = any(tree.lemmas[token] == "reason" and _because_of_business(tree, token) for token in told)
    faults = any(tree.lemmas[token] in {"problem", "fault", "issue"} and _because_of_business(tree, token) for token in told)
    return bool(lemmas & (_NATURE | _WORK | _BUSINESS)) or reasons or faults or any(_of_workers(tree, token) for token in told)


def _because_of_business(tree: Tree, noun: int) -> bool:
    """Whether a reason or a problem is said to be technical or commercial."""
    return any(tree.lemmas[kid].lower() in _REASONS for kid in tree.kids(noun, "amod", "compound"))


def _of_workers(tree: Tree, noun: int) -> bool:
    """Whether a strike is one of people who stop working: "a pilots' strike", but not "a strike on Iran"."""
    if tree.lemmas[noun] != "strike" or not tree.tags[noun].startswith("NN"):
        return False
    before = {tree.lemmas[kid].lower() for kid in tree.kids(noun, "compound", "amod", "poss", "nmod", "npadvmod")}
    behind = {tree.lemmas[part] for prep in tree.kids(noun, "prep") for part in tree.subtree(prep)}
    if (before | behind) & _WORKERS:
        return True
    preps = {tree.lemmas[prep] for prep in tree.kids(noun, "prep")}
    return tree.tags[noun] == "NN" and not before and not preps & _FIGHTING
