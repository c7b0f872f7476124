"""Measures: bans, tariffs and broken ties that are told as to come and are taken all the same, because they have their day."""

from etl.coder.tree import Tree

MEASURES = frozenset({"160", "161", "162", "163", "164", "172", "081", "085"})
"""CAMEO codes of what a government decides and puts into force (docs/coding_rules.md: decided and dated, it is the act)."""
_EFFECT = frozenset({"from", "starting", "beginning", "effective"})
_NAMED_DAYS = frozenset(
    (
        "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September "
        "October November December midnight today tomorrow tonight"
    ).split(" ")
)
"""As they are written, so that the modal "may" is no month."""


def takes_effect(tree: Tree, verb: int) -> bool:
    """Whether words behind a verb say from when: "from Thursday", "starting on June 1", "effective at midnight"."""
    for word in range(verb + 1, len(tree) - 1):
        if tree.words[word].lower() in _EFFECT and _NAMED_DAYS.intersection(tree.words[word + 1 : word + 4]):
            return True
    return False


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
