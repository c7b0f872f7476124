"""Measures: bans, tariffs and broken ties; when they take hold, and by what papers they are taken."""

from etl.coder.tree import Tree

_MEASURES = frozenset({"160", "161", "162", "163", "164", "172", "081", "085"})
"""CAMEO codes of what a government decides and puts into force (docs/coding_rules.md: decided and dated, it is the act)."""
_EFFECT = frozenset({"from", "starting", "beginning", "effective"})
_NAMED_DAYS = frozenset(
    (
        "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September "
        "October November December midnight today tomorrow tonight"
    ).split(" ")
)
"""As they are written, so that the modal "may" is no month."""


def decided(tree: Tree, verb: int, code: str) -> bool:
    """Whether what is still to come is a measure whose day has been named, and so as good as taken."""
    return code in _MEASURES and _takes_effect(tree, verb)


def _takes_effect(tree: Tree, verb: int) -> bool:
    """Whether words behind a verb say from when: "from Thursday", "starting on June 1", "effective at midnight"."""
    for word in range(verb + 1, len(tree) - 1):
        if tree.words[word].lower() in _EFFECT and _NAMED_DAYS.intersection(tree.words[word + 1 : word + 4]):
            return True
    return False


_PAPERS = frozenset(
    (
        "decree order law bill act legislation measure resolution regulation rule decision directive statement communique letter "
        "package list document notice ordinance proclamation memorandum ruling amendment declaration edict"
    ).split(" ")
)
_MAKING = frozenset(
    "sign issue pass adopt approve announce unveil release publish introduce enact promulgate endorse back table file".split(" ")
)


def enacts(tree: Tree, noun: int) -> bool:
    """Whether what a paper does is done by whoever makes it: "signed a decree that bars flights", "passed a law which bans"."""
    return tree.lemmas[noun] in _PAPERS and tree.deps[noun] == "dobj" and tree.lemmas[tree.head[noun]] in _MAKING


_BEGINNING = frozenset({"start", "begin", "kick", "take", "enter", "come", "go"})
_FORCE = frozenset({"effect", "force"})


def coming_into_force(tree: Tree, noun: int) -> bool:
    """Whether a measure is told in the present tense to begin: "tariffs start Tuesday", "duties take effect on Tuesday"."""
    verb = tree.head[noun]
    if tree.deps[noun] != "nsubj" or tree.lemmas[verb] not in _BEGINNING or tree.tags[verb] not in {"VBP", "VBZ", "VB"}:
        return False
    behind = [thing for prep in tree.kids(verb, "prep") for thing in tree.kids(prep, "pobj")]
    in_force = any(tree.lemmas[thing] in _FORCE for thing in (*tree.kids(verb, "dobj"), *behind))
    return in_force or tree.lemmas[verb] in {"start", "begin", "kick"}
