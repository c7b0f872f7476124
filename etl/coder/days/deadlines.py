"""Deadlines and beginnings that lie ahead: "ordered them to leave by the end of August", "will ban imports from Friday"."""

import re
from datetime import date, timedelta

from etl.coder.days.phrases import DatePhrase
from etl.coder.tree import Tree

_DEADLINE = re.compile(
    r"\b(?:by|until|till|before|no later than|through)"
    r"(?: (?:the )?(?:(?:start|beginning|middle|end|close) of|early|mid|late))?[ -]?$",
    re.IGNORECASE,
)
_IN_TIME = re.compile(
    r"\b(?:g[ai]v(?:e|es|en|ing)|deadline|ultimatum|order(?:s|ed)?|ask(?:s|ed)?|urge[sd]?|tells?|told|demand(?:s|ed)?|call(?:s|ed)?"
    r"|wants?|wanted|to)\b[^.;:]*\b(?:by|until|till|before|no later than)(?: the end of)? $",
    re.IGNORECASE,
)
_LAPSED = timedelta(days=45)  # "by September", told in October and far from the next: most likely the last one
_WEEKS = timedelta(days=60)
_GIVING = frozenset({"give", "set", "grant", "extend", "allow", "leave"})
_BEGINNING = re.compile(r"\b(?:from|effective|starting|beginning|as of|with effect from)(?: on)? ?$", re.IGNORECASE)
_COMING = frozenset({"will", "would", "shall", "'ll", "’ll", "to"})


def led_by(tree: Tree, phrase: DatePhrase) -> str:
    """Return a sentence up to the name of a day or month: what leads it may stand in the phrase itself ("by August")."""
    name = next((at for at, letter in enumerate(phrase.text) if letter.isupper() or letter.isdigit()), 0)
    return tree.text[: phrase.start + name]


def is_deadline(phrase: DatePhrase, text: str) -> bool:
    """Whether a phrase says until when somebody has time: "gave it until Sunday"; not "shelled it until Sunday"."""
    return _IN_TIME.search(text[: phrase.start]) is not None


def is_to_be_met(tree: Tree, trigger: int, phrase: DatePhrase, published: date) -> bool:
    """Whether a phrase is the deadline of what somebody is to do, and so no date of an act that is told as done.

    A month must stand behind an infinitive or a respite: "urged it to sign by August"; "by August Nepal had freed them" tells.
    """
    if phrase.ahead[1] < published or _was_over(tree, trigger, phrase) or not _DEADLINE.search(led_by(tree, phrase)):
        return False
    if phrase.precision == "day":
        return phrase.ahead[0] >= published
    if published - phrase.back[1] < _LAPSED and phrase.ahead[0] - published > 4 * _LAPSED:
        return False
    span = tree.token_at(phrase.start, phrase.end)
    asked = span is not None and any(tree.tags[token] == "VB" for token in range(trigger + 1, span[0]))
    return asked or tree.lemmas[trigger] in _GIVING


def begins_ahead(tree: Tree, trigger: int, phrase: DatePhrase, published: date) -> bool:
    """Whether a plan takes hold on a day that is still to come: "will ban imports from Friday", "a duty bites on March 10"."""
    if _soon(tree, trigger, phrase, published):
        return True
    if phrase.precision != "day" or not _BEGINNING.search(led_by(tree, phrase)):
        return False
    auxiliaries = {tree.words[aux].lower() for aux in tree.kids(trigger, "aux")}
    return bool(auxiliaries & _COMING) or (tree.tags[trigger] in {"VBZ", "VBP"} and not auxiliaries)


def _soon(tree: Tree, trigger: int, phrase: DatePhrase, published: date) -> bool:
    """Whether the present tense names a day of a month that comes within weeks: "the duty takes effect on March 10"."""
    verb = tree.head[trigger] if tree.tags[trigger].startswith("NN") else trigger
    present = tree.tags[verb] in {"VBZ", "VBP"} and not tree.kids(verb, "aux", "auxpass")
    numbered = phrase.precision == "day" and any(map(str.isdigit, phrase.text)) and phrase.back != phrase.ahead
    return present and numbered and timedelta(0) < phrase.ahead[0] - published <= _WEEKS


def _was_over(tree: Tree, trigger: int, phrase: DatePhrase) -> bool:
    """Whether an act was over by then: "By Thursday Nepal had released"; not "had given it until Thursday"."""
    span = tree.token_at(phrase.start, phrase.end)
    behind = span is not None and span[0] > trigger and tree.lemmas[trigger] in _GIVING
    return not behind and any(tree.words[kid].lower() == "had" for kid in tree.kids(trigger, "aux"))
