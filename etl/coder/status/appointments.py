"""Appointments: what a progressive tells of the calendar is yet to come.

"Norway is sending its foreign minister to Kyiv on Friday", "Jordan said its king was meeting Sisi on Thursday", "Thailand said it
was signing an accord with Cambodia next week".
"""

from etl.coder.days.almanac import MONTHS, WEEKDAYS
from etl.coder.tree import Tree

_BEING = frozenset({"is", "are", "am", "'s", "’s", "'re", "’re", "'m", "’m"})
_HAVING_BEEN = frozenset({"was", "were"})
_BY_CALENDAR = frozenset(
    "meet host visit sign receive welcome hold fly travel go head leave depart come attend convene".split(" ")
)
_BY_ORDER = frozenset({"send", "dispatch"})
"""Who is sending somebody has not sent him yet, day or no day."""
_DAYS = frozenset(WEEKDAYS) | frozenset(MONTHS) | {"tomorrow"}
_TO_COME = frozenset({"next", "later", "coming"})
_SPANS = frozenset({"week", "month", "weekend", "days", "weeks"})
_GONE = frozenset({"last", "since", "past", "until", "earlier"})
_TELLING = frozenset("say announce add tell confirm write state report declare note disclose reveal".split(" "))
_MEETING = frozenset({"04"})
_DEALS = frozenset({"05"})


def appointed(tree: Tree, verb: int, root: str, *, is_title: bool = False) -> bool:
    """Whether a verb in the progressive, that tells a visit, talks or a signature, says what the calendar holds."""
    if tree.tags[verb] != "VBG" or tree.kids(verb, "neg"):
        return False
    if not _progressive(tree, verb) and not (is_title and _of_a_headline(tree, verb)):
        return False
    lemma = tree.lemmas[verb]
    if lemma in _BY_ORDER and root in _MEETING:
        return True
    deal = lemma == "sign" and root in _DEALS
    return (deal or (lemma in _BY_CALENDAR and root in _MEETING)) and _has_its_day(tree, verb)


def booked(tree: Tree, verb: int, *, is_title: bool = False) -> bool:
    """Whether a verb holds talks or the like on a day ahead: "is holding talks with Peru on Friday"."""
    return tree.lemmas[verb] in _BY_CALENDAR and appointed(tree, verb, "04", is_title=is_title)


def on_the_calendar(tree: Tree, trigger: int, *, is_title: bool = False) -> bool:
    """Whether a word tells what is on the calendar, be it a visit, talks or a signature."""
    verb = tree.head[trigger] if tree.deps[trigger] == "dobj" else trigger
    told = (appointed(tree, trigger, root, is_title=is_title) for root in ("04", "05"))
    return booked(tree, verb, is_title=is_title) or any(told)


def _of_a_headline(tree: Tree, verb: int) -> bool:
    """Whether a headline leaves out the "is" of its main verb: "Japan sending envoy to Seoul"."""
    above = tree.head[verb]
    main = above == verb and bool(tree.kids(verb, "nsubj"))
    behind = tree.deps[verb] == "acl" and tree.head[above] == above and verb == above + 1  # "Egypt hosting Sudan's premier"
    return (main or behind) and not tree.kids(verb, "aux")


def _progressive(tree: Tree, verb: int) -> bool:
    """Whether a verb is one in the present progressive, or in the past one of what somebody says he was about to do."""
    while not tree.kids(verb, "aux") and tree.deps[verb] == "conj" and tree.tags[tree.head[verb]] == "VBG":
        verb = tree.head[verb]
    words = {tree.words[aux].lower() for aux in tree.kids(verb, "aux")}
    if words & _BEING and "been" not in words:
        return True
    return bool(words & _HAVING_BEEN) and tree.deps[verb] == "ccomp" and tree.lemmas[tree.head[verb]] in _TELLING


def _has_its_day(tree: Tree, verb: int) -> bool:
    """Whether a day to come is named behind a verb, with it or with what it governs: "on Friday", "tomorrow", "next week"."""
    holders = [verb, *tree.kids(verb, "dobj", "prep", "prt", "advmod")]
    holders += [noun for prep in tree.kids(verb, "prep") for noun in tree.kids(prep, "pobj")]
    for holder in holders:
        for kid in tree.kids(holder, "prep", "npadvmod", "advmod", "nmod"):
            words = {tree.words[token].lower() for token in tree.subtree(kid)}
            if kid > verb and not words & _GONE and (words & _DAYS or (words & _TO_COME and words & _SPANS)):
                return True
    return False
