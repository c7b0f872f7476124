"""Splitting an article into sentences, and mending what feeds and scrapers do to text.

Sentence 0 is the title (where there is one). Mending never invents words: glued sentences are cut, datelines and bylines are
left out.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from etl.records import Article

# "visitSouth Korea", "challengesLee's": a word that starts small and runs into a capitalised one was two bullet points once.
# Three letters and a small start keep iPhone, eBay, McDonald and TikTok whole.
_GLUED = re.compile(r"(?<![A-Za-z])([a-z]{3,})(?=[A-Z][a-z])|(?<![A-Za-z])([A-Z]{4,})(?=[A-Z][a-z]{3,}\b|[A-Z][a-z]{2,}[’'])")
_GLUED_STOP = re.compile(r"(?<=[a-z]{2}[.!?])(?=[A-Z][a-z])|(?<=[.!?][”\"])(?=[A-Z][a-z])")
_MAY_BE_GLUED = re.compile(r"[a-z.!?”\"][A-Z][a-z]|[A-Z]{5}[a-z]")  # one quick look instead of two slow ones
_AGENCY = r"(?:CNN|AP|AFP|Reuters|Xinhua|Bloomberg|UPI|KCNA|Yonhap|TASS|Kyodo|DPA|EFE|ANSA|PTI|IANS|BBC|RT|Sputnik|Interfax|Jiji|CNA|VOA)"
_DASH = r"[-–—]{1,3}"
_DATELINE = re.compile(
    rf"^\s*\({_AGENCY}\)\s*(?:{_DASH}\s*)?"  # (CNN) Turkey ...
    rf"|^(?:By [\w .,'’-]{{3,60}}? )?[A-Z][\w .,/'’&-]{{1,70}}?\({_AGENCY}\)\s*(?:{_DASH}\s*)?"  # By A. Writer BEIJING (Reuters) -
    rf"|^\W{{0,2}}[A-Z][\w .,/'’&-]{{1,70}}?\([A-Z][\w .&-]{{1,24}}\)\s*{_DASH}\s*"  # Pyongyang, January 18 (Some Agency) --
    rf"|^(?:[\w .,'’-]{{3,60}}? )?[A-Z]{{3,}}[A-Z .,/'’-]{{0,40}}(?:,\s+[A-Z][a-z]+\.?(?: [A-Z][a-z]+\.?)?)?(?:,\s+(?:\w+\.? \d{{1,2}}|\d{{1,2}} \w+))?\s*{_DASH}\s+(?=[A-Z“\"])"  # TOKYO, Japan, March 3 - ...
    rf"|^[A-Z][\w .'’-]{{1,40}}, (?:[A-Z][a-z]+\.? \d{{1,2}}|\d{{1,2}} [A-Z][a-z]+)(?:,? \d{{4}})?\s*{_DASH}\s+(?=[A-Z“\"])"  # Riyadh, March 11 - ...
    r"|^\([A-Z][\w .-]{1,30}, (?:[A-Z][a-z]+\.? \d{1,2}|\d{1,2} [A-Z][a-z]+)(?:,? \d{4})?\)\s+"  # (Beijing, 5 January) ...
    r"|^Story highlights\s+"
)
_BOUNDARY = re.compile(r"(?<=[.!?…])[”\"’')\]]*\s+(?=[“\"‘'(\[]?[A-Z0-9])")
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Sgt|Capt|Cmdr|Adm|Brig|Sen|Rep|Gov|Pres|St|Jr|Sr|No|vs|Inc|Ltd|Corp|Co|Jan|Feb|Mar|Apr|Jun"
    r"|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Mt|Ft|approx|est|Rev|Hon|Amb|Messrs|Art|Fig)|\b[A-Z]|\b(?:[A-Z]\.)+[A-Z])\.$"
)
_NOT_PROSE = re.compile(
    r"^(?:(?:Additional )?(?:Reporting|Writing|Editing)(?: and \w+)? by\b|Our Standards:|Sign up here|Read more|Click here|ALSO READ|Photo:"
    r"|File photo|Subscribe|Copyright|©|All rights reserved|Follow us)",
    re.IGNORECASE,
)
LEAD = 4
"""The last sentence of the lead, the headline being 0. Behind it most is background: of 38 acts that bare nouns told
there 6 were news by hand, and "they" may be anybody."""
# What stands around an article on its page: the captions of a gallery, links to others.
_FURNITURE = re.compile(
    r"^(?:Hide Caption \d+ of \d+|(?:Photos?|Gallery): |(?:More|Read|See also|Watch|Related(?: article)?|Must watch)\b ?(?:more|also|next"
    r"|the transcript)?:|Must watch )",
    re.IGNORECASE,
)
# Headlines of other articles that a site glues behind a name: "Mitch McConnellSenate panel backs bill MORE (R-Ky.) said".
_LINKS = re.compile(r"(?<=[a-z]{3})[A-Z\d][^\n]{15,420}? MORE\b")
# A sentence that only says which countries the one before it counted: "... on four countries. They are Peru, Chad, Mali and Togo."
_COUNT = r"(?:two|three|four|five|six|seven|eight|nine|ten|several|\d{1,2})"
_COUNTED = re.compile(
    rf"\b(?:{_COUNT}|other) (?:[\w-]+ ){{0,2}}(?:countries|nations|states|governments|neighbou?rs|allies)\b", re.IGNORECASE
)
_NAME = r"(?:the )?[A-Z][\w.'’-]*(?: (?:and )?[A-Z][\w.'’-]*)*"
_ROSTER = re.compile(
    rf"(?:The (?:{_COUNT} )?(?:countries|nations|states|governments|neighbou?rs|allies)|The {_COUNT}|They|These|Those) (?:are|were) "
    rf"{_NAME}(?:, {_NAME})*,? and {_NAME}\.$"
)
_LONGEST = 1200  # characters; a longer "sentence" is a table or a list, and the parser's memory grows with it


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its number (0 is the title), its text as it stands in the article, and the paragraph it stands in."""

    index: int
    text: str
    is_title: bool
    paragraph: int = 0


def sentences(article: Article) -> list[Sentence]:
    """Split an article; the title comes first, the text's sentences count on from 1."""
    found: list[Sentence] = []
    title = " ".join((article.title or "").split())
    if title:
        found.append(Sentence(0, title, is_title=True))
    number = 1
    for paragraph, text in _body(article.text):
        # A feed that repeats the headline as the first sentence says it once.
        if text != title:
            found.append(Sentence(number, text, is_title=False, paragraph=paragraph))
        number += 1
    return found


def dateline(text: str) -> str:
    """Return the dateline that a text opens with ("KHARTOUM, June 1 (AP) - "), an empty string where it has none."""
    found = _DATELINE.match(" ".join(text[:400].split()))
    return found[0] if found else ""


def _body(text: str) -> Iterator[tuple[int, str]]:
    """Yield the sentences of an article's text, each with the number of its paragraph."""
    for number, paragraph in enumerate(re.split(r"[\r\n\u2028\u2029]+", text.replace("\x00", " ")), start=1):
        line = " ".join(paragraph.split())
        if not line or _NOT_PROSE.match(line):
            continue
        line = _DATELINE.sub("", line, count=1)
        if " MORE" in line:
            line = _LINKS.sub("", line)
        for piece in _unglue(line):
            yield from ((number, sentence) for sentence in _with_rosters(_split(piece)) if not _FURNITURE.match(sentence))


def _unglue(line: str) -> Iterator[str]:
    """Cut a line where two sentences were glued together without a space."""
    if not _MAY_BE_GLUED.search(line):
        if piece := line.strip():
            yield piece
        return
    cuts = sorted({match.end() for match in _GLUED.finditer(line)} | {match.start() for match in _GLUED_STOP.finditer(line)})
    for start, end in zip([0, *cuts], [*cuts, len(line)], strict=True):
        if piece := line[start:end].strip():
            yield piece


def _split(line: str) -> Iterator[str]:
    """Cut a line at sentence ends; initials and abbreviations do not end one."""
    start = 0
    for match in _BOUNDARY.finditer(line):
        before = line[start : match.start()].rstrip("”\"’')]")
        if _ABBREVIATION.search(before) and not _ends_after_abbreviation(before, line[match.end() :]):
            continue
        if sentence := line[start : match.end()].strip():
            yield sentence[:_LONGEST]
        start = match.end()
    if sentence := line[start:].strip():
        yield sentence[:_LONGEST]


def _with_rosters(found: Iterable[str]) -> Iterator[str]:
    """Join a sentence that only names the countries that the one before it counts to that one: "They are Peru and Chad."."""
    before = ""
    for sentence in found:
        if before and _ROSTER.match(sentence) and _COUNTED.search(before):
            before = f"{before} {sentence}"
            continue
        if before:
            yield before
        before = sentence
    if before:
        yield before


def _ends_after_abbreviation(before: str, after: str) -> bool:
    """Whether an abbreviation such as "U.S." does end the sentence: the next words open a new one."""
    return bool(re.search(r"(?:U\.S|U\.K|U\.N|a\.m|p\.m|D\.C)\.$", before)) and bool(
        re.match(r"(?:The|A|An|He|She|It|They|In|On|At|But|And|This|That|These|Those|However|Meanwhile|According)\b", after)
    )
