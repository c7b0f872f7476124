"""How well date phrases are found and resolved: our resolver beside well-kept libraries, on our own gold.

    python -m tests.gold.dates.measure                      # our resolver, the part we mend on and the part we do not look at
    python -m tests.gold.dates.measure --errors             # and the mistakes in the part we mend on
    python -m tests.gold.dates.measure --resolver dateparser  # a library, where it is installed; it is none of ours

Two scores. *Exact*: first day, last day and precision are those of the label, and what is no date is not found. *Day*: the day
given lies within the label's days; that is all a library can be asked, for it gives a moment and no period. A library that looks
for dates itself is given the sentence. With `-parse` in its name it is handed the phrase alone and need not find it; then what is
no date is not asked.
"""

import argparse
import hashlib
import json
import time
import warnings
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from math import sqrt
from pathlib import Path

PHRASES = Path(__file__).parent / "phrases.jsonl"
FRESH = Path(__file__).parent / "fresh.jsonl"  # written after the rules; what they made of it at first sight is in docs/dates.md
SPAN = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Item:
    """A labelled phrase; `first`, `last` and `precision` are None where the words are no date."""

    id: str
    published: date
    text: str
    phrase: str
    first: date | None
    last: date | None
    precision: str | None
    tense: str

    @property
    def kind(self) -> str:
        """The class of phrase: the id without its number."""
        return self.id.rpartition("-")[0]

    @property
    def is_test(self) -> bool:
        """Whether the item is in the third that nobody looks at while mending, by a hash of its id."""
        return int(hashlib.sha256(self.id.encode()).hexdigest(), 16) % 3 == 0

    @property
    def span(self) -> SPAN:
        """The offsets of the phrase in the text."""
        start = self.text.index(self.phrase)
        return start, start + len(self.phrase)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a resolver says of a stretch of text; a library gives one day and no precision."""

    start: int
    end: int
    first: date
    last: date
    precision: str | None = None


Resolver = Callable[[Item], Iterable[Answer]]


def read(path: Path = PHRASES) -> list[Item]:
    """Return the gold, one item a line."""
    rows = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())
    return [
        Item(
            row["id"],
            date.fromisoformat(row["published"]),
            row["text"],
            row["phrase"],
            date.fromisoformat(row["first"]) if row["first"] else None,
            date.fromisoformat(row["last"]) if row["last"] else None,
            row["precision"],
            row["tense"],
        )
        for row in rows
    ]


def answer_to(item: Item, resolver: Resolver) -> Answer | None:
    """Return what a resolver says of the labelled words: of the answers that touch them the one that covers most of them."""
    start, end = item.span
    touching = [(min(end, one.end) - max(start, one.start), -one.start, one) for one in resolver(item)]
    return max((one for one in touching if one[0] > 0), key=lambda one: one[:2], default=(0, 0, None))[2]


def is_exact(item: Item, answer: Answer | None) -> bool:
    """Whether first day, last day and precision are the label's, or nothing was found where nothing is."""
    if answer is None or item.first is None:
        return answer is None and item.first is None
    return (answer.first, answer.last, answer.precision) == (item.first, item.last, item.precision)


def is_right_day(item: Item, answer: Answer | None) -> bool:
    """Whether the day given lies within the label's days, or nothing was found where nothing is."""
    if answer is None or item.first is None or item.last is None:
        return answer is None and item.first is None
    return item.first <= answer.first <= item.last


def wilson(right: int, n: int) -> tuple[float, float]:
    """Return the 95% interval of a share after Wilson (1927)."""
    z, share = 1.959964, right / n
    centre, half = share + z * z / (2 * n), z * sqrt(share * (1 - share) / n + z * z / (4 * n * n))
    return (centre - half) / (1 + z * z / n), (centre + half) / (1 + z * z / n)


def ours(item: Item) -> Iterator[Answer]:
    """Answer with the coder's own resolver."""
    from etl.coder.dates import phrases

    for one in phrases(item.text, item.published):
        first, last = one.days(future=item.tense == "future")
        yield Answer(one.start, one.end, first, last, one.precision)


def _moment(item: Item) -> datetime:
    return datetime(item.published.year, item.published.month, item.published.day, 12)


def dateparser(item: Item) -> Iterator[Answer]:
    """Answer with the search of dateparser, told the day of publication and whether to look ahead."""
    from dateparser.search import search_dates

    settings = {"RELATIVE_BASE": _moment(item), "PREFER_DATES_FROM": item.tense}
    at = 0
    for words, moment in search_dates(item.text, languages=["en"], settings=settings) or ():
        start = max(item.text.find(words, at), 0)
        at = start + len(words)
        yield Answer(start, at, moment.date(), moment.date())


def dateparser_parse(item: Item) -> Iterator[Answer]:
    """Answer with dateparser's reading of the phrase alone."""
    from dateparser import parse

    settings = {"RELATIVE_BASE": _moment(item), "PREFER_DATES_FROM": item.tense}
    if moment := parse(item.phrase, languages=["en"], settings=settings):
        yield Answer(*item.span, moment.date(), moment.date())


def parsedatetime(item: Item) -> Iterator[Answer]:
    """Answer with parsedatetime's search."""
    from parsedatetime import Calendar

    for moment, _, start, end, _ in Calendar().nlp(item.text, sourceTime=_moment(item)) or ():
        yield Answer(start, end, moment.date(), moment.date())


def parsedatetime_parse(item: Item) -> Iterator[Answer]:
    """Answer with parsedatetime's reading of the phrase alone."""
    from parsedatetime import Calendar

    moment, context = Calendar().parseDT(item.phrase, sourceTime=_moment(item))
    if context:
        yield Answer(*item.span, moment.date(), moment.date())


def dateutil_parse(item: Item) -> Iterator[Answer]:
    """Answer with dateutil's fuzzy reading of the phrase alone."""
    from dateutil.parser import ParserError, parse

    try:
        moment = parse(item.phrase, fuzzy=True, default=_moment(item))
    except (ParserError, OverflowError):
        return
    yield Answer(*item.span, moment.date(), moment.date())


def dateutil(item: Item) -> Iterator[Answer]:
    """Answer with dateutil's fuzzy reading of the sentence, which says nothing of the place."""
    from dateutil.parser import ParserError, parse

    try:
        moment = parse(item.text, fuzzy=True, default=_moment(item))
    except (ParserError, OverflowError):
        return
    yield Answer(*item.span, moment.date(), moment.date())


RESOLVERS: dict[str, Resolver] = {
    "ours": ours,
    "dateparser": dateparser,
    "dateparser-parse": dateparser_parse,
    "parsedatetime": parsedatetime,
    "parsedatetime-parse": parsedatetime_parse,
    "dateutil": dateutil,
    "dateutil-parse": dateutil_parse,
}


def line(name: str, marks: list[bool]) -> str:
    """Return a row of the report: the share right, its interval, and on how many."""
    right, n = sum(marks), len(marks)
    low, high = wilson(right, n)
    return f"{name:<28} {right / n:.3f}  [{low:.3f}, {high:.3f}]  {right}/{n}"


def main() -> None:
    """Measure one resolver and print the shares right by part and by kind of phrase."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--resolver", choices=sorted(RESOLVERS), default="ours")
    options.add_argument("--file", type=Path, default=PHRASES, help="another file of the same form")
    options.add_argument("--errors", action="store_true", help="show the mistakes in the part that is mended on")
    chosen = options.parse_args()
    warnings.simplefilter("ignore")
    resolver, alone = RESOLVERS[chosen.resolver], chosen.resolver.endswith("-parse")
    items = [item for item in read(chosen.file) if not alone or item.first is not None]
    list(resolver(items[0]))  # what is loaded once is not timed
    begun = time.perf_counter()
    answers = [(item, answer_to(item, resolver)) for item in items]
    spent = time.perf_counter() - begun
    exact = chosen.resolver == "ours"
    parts = (("mended on", False), ("not looked at", True)) if chosen.file == PHRASES else ()
    for name, judge in (("exact", is_exact), ("day", is_right_day))[0 if exact else 1 :]:
        print(line(f"{name}, all", [judge(*one) for one in answers]))
        for part, is_test in parts:
            print(line(f"{name}, {part}", [judge(*one) for one in answers if one[0].is_test == is_test]))
    judge = is_exact if exact else is_right_day
    for kind in dict.fromkeys(item.kind for item in items):
        print(line(f"  {kind}", [judge(*one) for one in answers if one[0].kind == kind]))
    print(f"{len(items) / spent:,.0f} sentences a second")
    if chosen.errors:
        for item, answer in answers:
            if (chosen.file != PHRASES or not item.is_test) and not judge(item, answer):
                found = answer and f"{item.text[answer.start : answer.end]!r} {answer.first}..{answer.last} {answer.precision}"
                print(f"{item.id} {item.published:%a %Y-%m-%d} {item.tense} {item.text}\n    {item.phrase!r} "
                      f"is {item.first}..{item.last} {item.precision}, found {found}")  # fmt: skip


if __name__ == "__main__":
    main()
