"""Make-believe and habit: what happens in a novel, a war game, a scene to be imagined, or every spring, has not happened.

"The novel opens in 2034. India attacks both navies", "In a war game at RAND, Russia attacked Estonia", "Picture the scene: Iran
strikes a refinery", "Usually Beijing denounces such sales". Such acts are told in the present tense as if they took place, in
the sentence that says so and, but for habits and games told in the past, in those of the paragraph that go on with it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from etl.coder.acts import Act
from etl.coder.sentences import Sentence
from etl.coder.status.doubt import inclined
from etl.coder.tree import Tree
from etl.records import LIVE

_WORKS = (
    r"(?:novels?|novella|thriller|film|movie|blockbuster|sequel|prequel|miniseries|mini-series|sitcom|manga|anime|comic"
    r"|cartoon|screenplay|musical|opera|drama|melodrama|satire|video ?game|board ?game|short story"
    r"|(?:television|TV|Netflix|drama|spy) series)"
)
_TRADE = r"(?:festival|industry|board|industries|market|company|studio|maker|director|star|award|ban|crew|set)s?"
_TELLS = (
    r"(?:is set|begins?|opens?|starts?|imagines?|tells|follows?|ends?|cent(?:re|er)s|revolves?|depicts?|portrays?|unfolds?"
    r"|takes place|envisions?|envisages?)"
)
_FICTION = re.compile(
    r"^\W*(?:In|At|By|Early in|Later in|Midway through|Towards?|Near|Over|Throughout) "
    rf"[^,.;]{{0,60}}?\b{_WORKS}\b(?! {_TRADE}\b)"
    rf"|^\W*(?:The|This|His|Her|Its|An?|[A-Z][\w-]+[’']s) (?:[\w’'-]+ ){{0,5}}?{_WORKS}\b[^.;]{{0,60}}?\b{_TELLS}\b"
)
_GAME = re.compile(
    r"^\W*(?:In|During) (?:an?|one|the|another|most rounds of) [^,.;]{0,60}?"
    r"\b(?:war ?game|war-game|simulation|table-?top (?:exercise|game)|crisis game)s?\b[^,;]{0,80},? "
)
_SCENARIO = re.compile(
    r"^\W*(?:In|Under|On) (?:an?|one|the|this|that|another|[A-Z][\w-]+[’']s) [^,.;]{0,40}?"
    r"\b(?:scenario|thought experiment|(?:worst|best|base|likeliest) case)\b"
)
_SUPPOSED = re.compile(
    r"^\W*(?:Imagine|Picture|Suppose|Envisage|Envision|Fast[- ]forward to"
    r"|Consider (?:an?|the|this) (?:scenario|thought experiment|scene|hypothetical))\b"
    r"|^\W*Here(?:[’']s| is) how (?:it|things|this|that|such an? \w+) (?:might|could|would|may)\b"
    r"|^\W*(?:What|How) (?:would|might|could)\b[^.]*\?\W*$"
)
_RUNS = re.compile(r"\b(?:scenario|thought experiment) (?:goes|runs|unfolds|is (?:this|simple|as follows))\b")
_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_HABIT = re.compile(
    r"^\W*(?:(?:Usually|Normally|Typically|Ordinarily|As a rule|More often than not|Sometimes|Occasionally|Time and again"
    r"|From time to time|Year (?:after|in,) year(?: out)?|Every time|Each time|Whenever)\b"
    rf"|(?:Every|Each) (?:spring|summer|autumn|fall|winter|year|month|week|day|few \w+|{_MONTH}|{_DAY})\b"
    r"|(?:Once|Twice|(?:Three|Four|Several|Many) times) an? (?:year|month|week|day|decade)\b"
    rf"|Most (?:days|weeks|months|years)\b|On {_DAY}s\b)"
)
_ROUTINES = ("pattern", "ritual", "routine", "dance", "cycle", "script", "playbook", "choreography")
_ROUTINE = rf"(?:{'|'.join(_ROUTINES)})"
_PATTERN = re.compile(
    rf"\b{_ROUTINE}\b[^.]*\b(?:never changes|goes like this|is (?:always |a )?(?:the same|familiar|well known|predictable|old))\b"
    rf"|\bis an? (?:familiar|old|well-known|well-worn) {_ROUTINE}\b"
)
_PAST = re.compile(r"\b(?:said|was|were|had|did|told|has|have)\b")
_PRESENT = frozenset({"VBZ", "VBP"})


class MakeBelieve:
    """Follows an article from sentence to sentence through what it only imagines."""

    def __init__(self) -> None:
        """Start in the real world."""
        self._paragraph = -1

    def settle(self, acts: Iterable[Act], sentence: Sentence, tree: Tree) -> Iterator[Act]:
        """Yield the acts of a parsed sentence; what happens only in an imagined world or by habit is hypothetical."""
        text = sentence.text
        goes_on = self._goes_on(sentence) and _main_present(tree)
        opens = not sentence.is_title and _opens(text)
        pattern = not sentence.is_title and _is_routine(text)
        played = not sentence.is_title and bool(_GAME.match(text))
        habit = not sentence.is_title and bool(_HABIT.match(text))
        self._paragraph = sentence.paragraph if opens or pattern or goes_on or (played and _main_present(tree)) else -1
        for act in acts:
            imagined = (goes_on or opens or pattern or habit) and _is_present(tree, act.trigger)
            in_game = played and act.code[:2] >= "16"  # those who drill meet, and show what they have
            if act.status in LIVE and (imagined or in_game or inclined(tree, act.trigger)):
                yield replace(act, status="hypothetical", rule_id=f"{act.rule_id}~imagined")
            else:
                yield act

    def hear(self, sentence: Sentence) -> None:
        """Take note of a sentence that is not parsed: "Picture the scene." opens one, "He said so" ends it."""
        if sentence.is_title:
            return
        text = sentence.text
        if _opens(text) or _is_routine(text):
            self._paragraph = sentence.paragraph
        elif not self._goes_on(sentence) or _PAST.search(text):
            self._paragraph = -1

    def _goes_on(self, sentence: Sentence) -> bool:
        return not sentence.is_title and sentence.paragraph == self._paragraph


def _opens(text: str) -> bool:
    """Whether a sentence opens an imagined world."""
    if _FICTION.match(text) or _SCENARIO.match(text) or _SUPPOSED.match(text):
        return True
    return ("scenario" in text or "thought experiment" in text) and _RUNS.search(text) is not None


def _is_routine(text: str) -> bool:
    """Whether a sentence calls what follows a pattern; the words are sought first, for few sentences hold one."""
    return any(word in text for word in _ROUTINES) and _PATTERN.search(text) is not None


def _main_present(tree: Tree) -> bool:
    """Whether every main verb of a sentence is in the plain present."""
    roots = [token for token in range(len(tree)) if tree.head[token] == token and tree.pos[token] in {"VERB", "AUX"}]
    return bool(roots) and all(_is_present(tree, root) for root in roots)


def _is_present(tree: Tree, trigger: int) -> bool:
    """Whether the finite verb above or at a word is in the plain present."""
    for token in tree.upward(trigger):
        helping = [tree.tags[aux] for aux in tree.kids(token, "aux", "auxpass")]
        bare = tree.tags[token] == "VB" and tree.kids(token, "nsubj") and not helping  # "Peru and Chile hold drills"
        if tree.tags[token] in _PRESENT or bare:
            return True
        if tree.tags[token] in {"VBD", "MD"} or {"VBD", "MD"} & set(helping):
            return False
        if tree.tags[token] in {"VBN", "VBG"} and _PRESENT & set(helping):
            have = any(tree.lemmas[aux] == "have" for aux in tree.kids(token, "aux"))
            return not have
    return False
