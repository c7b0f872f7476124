"""Dates that a sentence gives, but not to its act: for when a thing was planned that did not come off, and old ones.

Old ones tell since when nothing like an act was, of when a paper is, or when the deed was that somebody is charged with.
"""

import re

from etl.coder.tree import Tree

# "his first visit since he took office in August", "the first to set foot there since war broke out in 1998"
_FIRST_SINCE = re.compile(
    r"\b(?:first|only|last|largest|biggest|highest|lowest|worst|deadliest|heaviest|longest|strongest|most)\b[^.;:]*\b(since)\b[^.;:]*$"
)
_PAPERS = frozenset(
    "accord agreement pact treaty deal charter convention constitution law act protocol memorandum communique resolution truce"
    " ceasefire armistice declaration contract ruling partnership".split()
)
_MAKING = frozenset("sign conclude reach adopt issue make strike seal clinch publish pass enact ink initial".split())
_CHARGING = frozenset(
    "accuse blame charge link tie connect implicate suspect condemn denounce criticise criticize fault slam censure".split()
)
_TO_THE_DEED = frozenset({"to", "of", "for", "over", "with", "in"})
_PLANNED = frozenset("plan schedule set slate expect due intend book fix arrange pencil".split())
_HELD = frozenset("hold convene begin start open resume proceed happen occur".split())
_HAVING = frozenset({"was", "were", "has", "have", "had", "been"})
_NAMING = frozenset({"acl", "relcl", "amod"})
_PLANNED_FOR = re.compile(
    r"\b(?:planned|scheduled|slated|set|due|booked|intended|pencil+ed in|expected)"
    r"(?: to (?:take place|begin|start|be held|open|happen))?(?: in [A-Z][\w-]+)? (?:for |on |in )?(?:the )?$"
)


def of_a_plan(tree: Tree, trigger: int, start: int, head: int) -> bool:
    """Whether a date is that for which a thing was planned: "cancelled a summit set for June", "ahead of talks due in May".

    Where the plan itself is the act, its date is the act's. Parsers hang "planned for June" on many a word, so behind a verb the
    words alone tell it.
    """
    told = _PLANNED_FOR.search(tree.text[:start])
    if told is not None and tree.tags[trigger].startswith("VB") and tree.ends[trigger] < told.start() - 1:
        return True
    for token in tree.upward(head):
        if token == trigger:
            return False
        if tree.lemmas[token] in _PLANNED and tree.deps[token] in _NAMING and tree.tags[token] in {"VBN", "VBD", "JJ"}:
            if tree.head[token] == trigger:
                return came_about(tree, token)
            return trigger in tree.upward(tree.head[token])
    return False


def came_about(tree: Tree, plan: int) -> bool:
    """Whether what a word plans was held: "the talks, originally set for Monday, were held on Tuesday", "began a day late"."""
    noun = tree.head[plan]
    verb = tree.head[noun]
    if tree.deps[plan] != "acl" or tree.deps[noun] not in {"nsubj", "nsubjpass"} or tree.kids(verb, "neg"):
        return False
    auxiliaries = {tree.words[aux].lower() for aux in tree.kids(verb, "aux", "auxpass")}
    gone = tree.tags[verb] in {"VBD", "VBN"} and not auxiliaries - _HAVING
    placed = any(tree.lemmas[thing] == "place" for thing in tree.kids(verb, "dobj"))
    return gone and (tree.lemmas[verb] in _HELD or (tree.lemmas[verb] == "take" and placed))


def of_the_background(tree: Tree, trigger: int, start: int, head: int) -> bool:
    """Whether an old date, whose words begin at the letter `start` and are headed by `head`, is not of the act at a trigger."""
    return _since_when(tree, trigger, start) or _of_a_paper(tree, trigger, head) or _of_the_deed(tree, trigger, start, head)


def _since_when(tree: Tree, trigger: int, start: int) -> bool:
    """Whether a date stands in the clause that says since when nothing like an act has been."""
    found = _FIRST_SINCE.search(tree.text[:start])
    return found is not None and tree.starts[trigger] < found.start(1)


def _of_a_paper(tree: Tree, trigger: int, head: int) -> bool:
    """Whether a date is of a paper that something is done with: "upgraded an accord of 2009"; not "signed a treaty of 1998"."""
    prep = head if tree.deps[head] == "prep" else tree.head[head]  # "of 2009" is one phrase, "of January 2009" is not
    noun = tree.head[prep]
    dated = tree.deps[prep] == "prep" and tree.lemmas[prep] == "of" and tree.lemmas[noun] in _PAPERS
    return dated and noun != trigger and tree.lemmas[trigger] not in _MAKING


def _of_the_deed(tree: Tree, trigger: int, start: int, head: int) -> bool:
    """Whether a date is of what is charged: "linked them to a murder in 2005", "found spies behind a blast in 2014".

    Where the parser hangs it on the charge, it is so of one of these days: "has accused it of the theft of cattle in 2019".
    "Accused it of theft in 2019", told in the past tense, may have been then.
    """
    behind = [prep for prep in tree.subtree(trigger) if tree.lemmas[prep] == "behind"]
    if _follows(tree, behind, start):
        return True
    if tree.lemmas[trigger] not in _CHARGING:
        return False
    above = set(tree.upward(head))
    charged = [prep for prep in tree.kids(trigger, "prep") if tree.lemmas[prep] in _TO_THE_DEED and prep > trigger]
    inside = [prep for prep in charged if prep in above and head not in tree.kids(prep, "pobj")]
    now = tree.tags[trigger] in {"VBZ", "VBP"} or any(
        tree.words[aux].lower() in {"has", "have"} for aux in tree.kids(trigger, "aux")
    )
    return _follows(tree, charged if now else inside, start)


def _follows(tree: Tree, prepositions: list[int], start: int) -> bool:
    """Whether a date, that begins at the letter `start`, follows a noun behind one of some prepositions without a comma."""
    nouns = (noun for prep in prepositions for noun in tree.kids(prep, "pobj") if tree.pos[noun] == "NOUN")
    return any(tree.starts[noun] < start and "," not in tree.text[tree.starts[noun] : start] for noun in nouns)
