"""Terms of office: what somebody did as a candidate, or when he held the office that he has left, is background.

"As president, Trump threatened Iran" (told when he was none), "President Bush accused Iraq" (in 2018), "His predecessor had
visited Pyongyang. He also asked Washington to ease sanctions", "As a candidate, Duterte vowed to expel the envoys".
"""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from etl.coder.actors import Actor
from etl.coder.acts import Act
from etl.coder.grammar.slots import Grammar
from etl.coder.sentences import Sentence
from etl.coder.tree import Tree
from etl.dictionaries import Name
from etl.dictionaries.phrases import PhraseIndex

_OFFICES = frozenset({"president", "chancellor", "premier", "minister", "secretary", "leader", "senator", "ambassador", "envoy"})
_LEFT_LATELY = timedelta(days=30)
_NEW_IN_OFFICE = timedelta(days=3 * 365)  # who has held it for longer may stand again
_PREMIER = ["Prime", "Minister"]
_FORMER = ("former", "ex", "late", "onetime")
_ELECTED = frozenset({"head_of_state", "head_of_government"})
_PLUPERFECT = re.compile(
    r"\bhad (?:already |also |then |since |once |earlier )?\w+(?:ed|en|wn|ne|de|ht|id|un|ut|it|ld|ft|nt|et|ct)\b"
)
_PRONOUNS = re.compile(r"\b(?:[Hh]e|[Ss]he) had\b")
_GOING_ON = frozenset({"also", "even", "then", "later", "repeatedly", "too"})
_WORDS = frozenset({"01", "02", "05", "10", "11", "12", "13"})
"""Roots of what somebody out of office may well say today."""


def after_pluperfects(sentences: Sequence[Sentence]) -> dict[int, str]:
    """Return by number the sentences behind one in the pluperfect, with the words of that, within a paragraph.

    "Obama had sent troops to the region. He also pressed Turkey to close the border."
    """
    found: dict[int, str] = {}
    before: Sentence | None = None
    for sentence in sentences:
        goes_on = before is not None and not before.is_title and before.paragraph == sentence.paragraph
        if goes_on and before is not None and _PLUPERFECT.search(before.text):
            found[sentence.index] = before.text
        before = sentence
    return found


def out_of_office(grammar: Grammar, act: Act, names: PhraseIndex[Name], published: date, told_before: str | None) -> bool:
    """Whether an act in the past tense is told of the time when its doer was still in office.

    `names` are those of the dictionary by phrase; `told_before` is the sentence in the pluperfect that the act's own goes on
    from, None where there is none.
    """
    tree, doer = grammar.tree, act.source
    if not doer.person or doer.left is None or doer.left + _LEFT_LATELY >= published:
        return False
    verb = _finite(tree, act.trigger)
    if verb is None:
        return False
    led = any(name.office in _ELECTED for name in names.get(doer.name))
    if _as_holder(tree, verb) or (led and _titled(tree, doer)):
        return True
    if _in_pluperfect(tree, verb):
        return True
    if told_before is None or tree.tags[verb] != "VBD":
        return False
    same = any(word in told_before for word in doer.name.split()) or _PRONOUNS.search(told_before) is not None
    goes_on = any(tree.words[kid].lower() in _GOING_ON for kid in tree.kids(verb, "advmod"))
    return same and (goes_on or act.code[:2] not in _WORDS or act.code == "057")


def on_the_stump(tree: Tree, act: Act, names: PhraseIndex[Name], published: date) -> bool:
    """Whether whoever holds an office now acted as a candidate for it: "as a candidate, Duterte vowed to expel envoys".

    Who has been in office for years may be campaigning again. `names` are those of the dictionary by phrase.
    """
    verb = _finite(tree, act.trigger)
    if verb is None or not act.source.person or act.source.role != "GOV":
        return False
    if not any(_campaigns(tree, clause) for clause in (verb, *_firsts(tree, verb))):
        return False
    terms = [
        name.valid_from
        for name in names.get(act.source.name)
        if name.office in _ELECTED and name.holds(published) and name.valid_from is not None
    ]
    return any(begun <= published <= begun + _NEW_IN_OFFICE for begun in terms)


def _finite(tree: Tree, trigger: int) -> int | None:
    """Return the finite verb in the past that tells an act, None where it is told in another tense or is another's word."""
    for token in tree.upward(trigger):
        if tree.pos[token] not in {"VERB", "AUX"}:
            continue
        helping = {tree.words[kid].lower() for kid in tree.kids(token, "aux", "auxpass")}
        if tree.tags[token] == "VBD" or (tree.tags[token] == "VBN" and helping & {"had", "was", "were"} and "has" not in helping):
            return token
        if tree.tags[token] == "VBD" or tree.deps[token] not in {"xcomp", "conj", "pcomp"}:
            return None
    return None


def _firsts(tree: Tree, verb: int) -> list[int]:
    """Return the verbs to which a verb is joined by "and"."""
    found: list[int] = []
    while tree.deps[verb] == "conj" and tree.head[verb] != verb:
        verb = tree.head[verb]
        found.append(verb)
    return found


def _in_pluperfect(tree: Tree, verb: int) -> bool:
    """Whether a verb, or the one that it goes on from, stands in the pluperfect, and not only because somebody said so."""
    first = (_firsts(tree, verb) or [verb])[-1]
    had = any(tree.words[kid].lower() == "had" for one in (verb, first) for kid in tree.kids(one, "aux"))
    return had and tree.deps[first] != "ccomp"


def _as_holder(tree: Tree, verb: int) -> bool:
    """Whether somebody did it "as president", "as prime minister"."""
    parts = (verb, *tree.kids(verb, "nsubj", "nsubjpass"))
    holders = (noun for part in parts for prep in _as(tree, part) for noun in tree.kids(prep, "pobj"))
    return any(tree.lemmas[noun].lower() in _OFFICES and not tree.kids(noun, "det") for noun in holders)


def _as(tree: Tree, word: int) -> list[int]:
    return [prep for prep in tree.kids(word, "prep") if tree.words[prep].lower() == "as"]


def _titled(tree: Tree, doer: Actor) -> bool:
    """Whether who left an office is called by it as if he held it: "President Bush accused Iraq", told ten years later."""
    if doer.start is None or doer.left is None or doer.basis == "coreference":
        return False
    kids = tree.kids(doer.head, "compound", "amod", "nmod")
    titles = [kid for kid in kids if tree.words[kid] in {"President", "Chancellor"} or tree.words[kid - 1 : kid + 1] == _PREMIER]
    parts = [*kids, *(part for title in titles for part in tree.kids(title, "amod", "compound", "advmod"))]
    before = [tree.words[part].lower() for part in parts] + [tree.words[max(0, min(titles, default=0) - 1)].lower()]
    before += [tree.words[max(0, min(titles, default=0) - 2)].lower()]
    return bool(titles) and not any(word.startswith(_FORMER) for word in before)


def _campaigns(tree: Tree, verb: int) -> bool:
    """Whether a verb tells what somebody did "as a candidate", "on the stump", "on the campaign trail", "while campaigning"."""
    for part in (verb, *tree.kids(verb, "nsubj", "nsubjpass")):
        for prep in tree.kids(part, "prep"):
            nouns = tree.kids(prep, "pobj")
            word = tree.words[prep].lower()
            if word == "as" and any(tree.lemmas[noun] in {"candidate", "nominee", "contender", "hopeful"} for noun in nouns):
                return True
            if word == "on" and any(tree.lemmas[noun] == "stump" or _is_trail(tree, noun) for noun in nouns):
                return True
    return any(
        tree.lemmas[clause] == "campaign"
        and any(tree.words[mark].lower() in {"while", "when"} for mark in tree.kids(clause, "mark", "advmod"))
        for clause in tree.kids(verb, "advcl")
    )


def _is_trail(tree: Tree, noun: int) -> bool:
    return tree.lemmas[noun] in {"trail", "hustings"} and (
        tree.lemmas[noun] == "hustings"
        or any(tree.lemmas[kid] in {"campaign", "election"} for kid in tree.kids(noun, "compound"))
    )
