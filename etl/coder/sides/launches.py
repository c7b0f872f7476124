"""Launches: arms that are fired at nobody."""

import re

from etl.coder.tree import Tree

_FIRING = frozenset({"fire", "launch", "test", "test-fire", "shoot", "loft", "lob", "conduct"})
_ARMS = frozenset({"missile", "rocket", "projectile", "artillery", "shell", "shot", "round", "satellite", "icbm", "test"})
_FAILING = frozenset({"seem", "appear", "fail"})
_SOON = 6
PLAIN = frozenset({"say", "report", "announce", "confirm", "note", "state", "believe"})
"""Verbs of plain speech, which blame nobody."""
_AIMED = frozenset({"at", "on", "against", "toward", "towards", "across"})
_NOWHERE = frozenset("sea water ocean sky space air coast direction dawn night midnight noon week weekend".split(" "))
_WHEN = re.compile(r"(?:[A-Z][a-z]+day|January|February|March|April|May|June|July|August|September|October|November|December)\b")


def only_tests(tree: Tree, verb: int) -> bool:
    """Whether arms are fired at nothing: "fired two missiles toward the sea on Friday", "launches ballistic missile"."""
    fired = {tree.lemmas[thing] for thing in tree.kids(verb, "dobj")}
    aims = [prep for holder in (verb, *tree.kids(verb, "dobj")) for prep in tree.kids(holder, "prep")]
    aimed_at = [aim for prep in aims if tree.lemmas[prep] in _AIMED for aim in tree.kids(prep, "pobj")]
    return tree.lemmas[verb] in _FIRING and bool(fired & _ARMS) and all(_open_or_time(tree, aim) for aim in aimed_at)


def told_to_test(tree: Tree, teller: int, doer: int) -> bool:
    """Whether a headline's speaker only tells of a test, however it was parsed: "Seoul: North Korea fires three missiles"."""
    between = range(teller + 1, doer + 1)
    plain = [word for word in between if tree.words[word] == ":" or tree.lemmas[word] in PLAIN]
    if not plain or any(tree.pos[word] == "VERB" and word not in plain for word in between[:-1]):
        return False
    behind = [{tree.lemmas[word].lower(), tree.words[word].lower().removesuffix("s")} for word in range(plain[-1] + 1, len(tree))]
    fired = next((place for place, said in enumerate(behind[:_SOON]) if said & (_FIRING | _FAILING)), None)
    if fired is None or any(said & (_AIMED - {"on"}) for said in behind):
        return False
    return any(said & _ARMS for said in behind[fired + 1 :])


def _open_or_time(tree: Tree, noun: int) -> bool:
    """Whether nobody is where something goes, or it is a time: "toward the sea", "on Friday", "at dawn"."""
    return tree.lemmas[noun] in _NOWHERE or tree.pos[noun] == "NUM" or bool(_WHEN.match(tree.words[noun]))
