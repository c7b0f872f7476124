"""Looking back: what an article tells of long ago from its first sentences on, and acts dated by what came of them later.

"The Suez crisis broke out in 1956. Britain bombed Egyptian airfields." - the raid is of 1956 too, though no words say so. News
returns to its day without notice; so only what stays in the plain past, in the same paragraph, is of the old year.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from itertools import takewhile

from etl.coder.days.phrases import DatePhrase, Dating
from etl.coder.grammar.slots import Grammar
from etl.coder.sentences import LEAD, Sentence
from etl.coder.tree import Tree

_LONG_AGO = timedelta(days=2 * 365)
_OUT_OF_OFFICE = timedelta(days=3653)
_TIMES = frozenset({"after", "before", "when", "once", "while", "as"})
_REACH = 2  # sentences that follow the one with the year
_TELLING = frozenset(
    (
        "say tell add note recall announce report state warn urge call believe think hope accuse denounce condemn mark show"
        " find be"
    ).split()
)
"""Main verbs by which somebody of today may speak; and "was", which sets the scene of anything."""
_NOW = re.compile(
    r"[\"“”]|\b(?:has|have|is|are|will|now|today|tonight|yesterday|tomorrow|currently|recent(?:ly)?|still|again|latest|new|this|since|says?"
    r"|said|told|ago|so far|to date|anniversary)\b",
    re.IGNORECASE,
)
_ALMANAC = re.compile(
    r"^\W*(?:on this day|(?:this|today) (?:day|week|month)? ?in (?:\w+ )?history|today in history|from the archives?"
    r"|history (?:lesson|corner)|throwback(?: thursday)?|looking back)\b(?:[^:]{0,30}:|,? in history\b)",
    re.IGNORECASE,
)
_PAPERS = frozenset(
    "agreement deal accord pact treaty declaration communique memorandum protocol convention truce armistice charter".split()
)


def told_of_old(
    sentences: Sequence[Sentence],
    dates: Mapping[int, Sequence[DatePhrase]],
    published: date,
    parse: Callable[[Sentence], Tree],
) -> dict[int, DatePhrase]:
    """Return by number the sentences of the lead that go on from one set in an old year, with the words for that year."""
    found: dict[int, DatePhrase] = {}
    old: DatePhrase | None = None
    paragraph, left = -1, 0
    for sentence in sentences:
        if sentence.is_title or sentence.index > LEAD + 1:
            continue
        told = [one for one in dates[sentence.index] if not one.since]
        if told:
            alone = len(told) == 1 and published - told[0].back[1] > _LONG_AGO and told[0].ahead[0] <= published
            sets = alone and sentence.index <= LEAD and _is_set(parse(sentence), told[0])
            old, paragraph, left = (told[0] if sets else None), sentence.paragraph, _REACH
        elif old is not None and left and sentence.paragraph == paragraph and _goes_on(sentence.text):
            left -= 1
            if _main_past(parse(sentence)) is not None:
                found[sentence.index] = old
            else:
                old = None
        else:
            old = None
    return found


def _goes_on(text: str) -> bool:
    return _NOW.search(text) is None


def _main_past(tree: Tree) -> int | None:
    """Return the main verb of a sentence where it is in the plain past and nobody's word."""
    roots = [token for token in range(len(tree)) if tree.head[token] == token and tree.pos[token] in {"VERB", "AUX"}]
    if len(roots) != 1:
        return None
    root = roots[0]
    helping = {tree.words[aux].lower() for aux in tree.kids(root, "aux", "auxpass")}
    passive = tree.tags[root] == "VBN" and bool(helping) and helping <= {"was", "were"}
    plain = passive or (tree.tags[root] == "VBD" and not helping)
    return root if plain and tree.lemmas[root] not in _TELLING else None


def _is_set(tree: Tree, phrase: DatePhrase) -> bool:
    """Whether a sentence as a whole is set in the time that an adverbial of its main clause names."""
    span = tree.token_at(phrase.start, phrase.end)
    root = _main_past(tree)
    if root is None or span is None or re.search(r"[\"“”]|\b(?:has|have|is|are|will|now|today)\b", tree.text):
        return False
    if span[0] <= 1 and tree.words[min(span[1] + 1, len(tree) - 1)] == ",":
        return True  # "In 2016, ...", "Twenty years ago, ..."
    path = [*takewhile(lambda token: token != root, tree.upward(tree.span_head(*span)))]
    if path and path[-1] == 0 and tree.deps[0] == "prep" and not any(tree.pos[token] in {"VERB", "AUX"} for token in path):
        return tree.head[0] == root  # "After the coup in 1973, ..."
    for token in (*path, root):
        if token == root or (tree.deps[token] == "conj" and tree.head[token] == root and tree.tags[token] == "VBD"):
            return True
        if token not in range(span[0] - 1, span[1] + 1):
            return False  # "freed a man jailed in 2016", "the war of 1956"
    return False


def is_almanac(text: str) -> bool:
    """Whether a line is one of a calendar of history: "On this day: Iraq invades Kuwait"."""
    return _ALMANAC.match(text) is not None


def outlived(tree: Tree, trigger: int, dates: Sequence[DatePhrase], published: date) -> Dating | None:
    """Return the old date of what a paper did that was signed before: "signed the pact that ended the war four decades ago"."""
    if tree.tags[trigger] != "VBD":
        return None
    papers = [thing for thing in tree.kids(trigger, "dobj") if tree.lemmas[thing] in _PAPERS]
    clauses = [
        clause
        for paper in papers
        for clause in tree.kids(paper, "relcl")
        if tree.tags[clause] == "VBD" and any(tree.tags[kid] in {"WDT", "WP"} for kid in tree.kids(clause, "nsubj"))
    ]
    span = tree.token_at(dates[0].start, dates[0].end) if len(dates) == 1 else None  # "signed on Monday a deal that ended"
    if span is None or dates[0].since or published - dates[0].back[1] <= _LONG_AGO:
        return None
    teller = next((token for token in tree.upward(tree.span_head(*span)) if tree.pos[token] == "VERB"), None)
    return Dating(*dates[0].back, dates[0].precision, dates[0].text, "sentence") if teller in clauses else None


def beside_the_gone(grammar: Grammar, trigger: int, published: date) -> bool:
    """Whether a clause of time tells of somebody out of office for ten years: "cut off aid after Fidel Castro seized power"."""
    tree = grammar.tree
    verb = next((token for token in tree.upward(trigger) if tree.pos[token] == "VERB"), trigger)
    for clause in tree.kids(verb, "advcl"):
        timed = any(tree.words[kid].lower() in _TIMES for kid in tree.kids(clause, "mark", "advmod"))
        doers = tree.kids(clause, "nsubj") if timed and tree.tags[clause] == "VBD" else []
        who = [actor for doer in doers for actor in grammar.cast.heads.get(doer, ()) if actor.person]
        if any(actor.left is not None and actor.left + _OUT_OF_OFFICE < published for actor in who):
            return tree.tags[verb] == "VBD" and tree.lemmas[verb] not in _TELLING
    return False
