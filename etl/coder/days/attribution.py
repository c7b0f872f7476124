"""Days of saying: which day of a sentence is the one on which its news was told, and none of what is to be done."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from datetime import date

from etl.coder.days.phrases import DatePhrase, Dating, near
from etl.coder.tree import Tree

_SAID = frozenset("said announced added declared confirmed stated wrote reported tweeted posted noted disclosed".split())
_TOLD = frozenset({"told", "informed", "assured"})
_HELPING = frozenset("be is are was were been being having get got".split())  # "was told"; but "had told"
_CIRCUMSTANCES = frozenset("on in at during after before late early earlier later via through from to by".split())
_OPENING = frozenset({",", '"', "”", "“", "''", "``", "'", "’"})  # ", said Peskov on Monday"
_FARTHEST = 10  # words between the verb and its day: "told reporters in an interview with the agency in Rome on"


def days_of_saying(
    tree: Tree, dates: Sequence[DatePhrase], precisions: AbstractSet[str] = frozenset({"day"})
) -> Iterator[DatePhrase]:
    """Yield the days (or months) on which something was said, by the words alone: "said on Monday it would" hangs on "would"."""
    for phrase in dates:
        span = tree.token_at(phrase.start, phrase.end) if phrase.precision in precisions else None
        if span is not None and not _opens_a_subject(tree, *span) and _follows_saying(tree, span[0]):
            yield phrase


def date_of_saying(days: Sequence[DatePhrase], published: date) -> Dating:
    """Return the last of some days of saying as the date of what was said, the publication day where it is long ago."""
    day = days[-1]
    if not near(day, published) or day.back[0] > published:
        return Dating(published, published, "day", None, "published")
    return Dating(*day.back, day.precision, day.text, "sentence")


def _opens_a_subject(tree: Tree, first: int, last: int) -> bool:
    """Whether a day belongs to what is spoken of: "said the talks on Friday would", "said Monday's vote", "said Monday talks"."""
    behind = tree.words[last + 1].lower() if last + 1 < len(tree) else ""
    owned = tree.deps[last] in {"compound", "nmod", "amod", "poss", "nsubj"} and tree.head[last] > last
    bare = tree.words[first - 1].lower() != "on" and owned
    return behind in {"'s", "’s"} or bare or (last + 1 < len(tree) and tree.tags[last + 1] in {"MD", "VBD", "VBZ", "VBP"})


def _follows_saying(tree: Tree, first: int) -> bool:
    """Whether nothing but whom, where and how somebody told it stands between a verb of saying and a word."""
    for token in range(first - 1, max(-1, first - 1 - _FARTHEST), -1):
        word = tree.words[token].lower()
        if word in _SAID | _TOLD:
            if token == 0 or tree.words[token - 1].lower() in _HELPING:
                return False
            behind = tree.words[token + 1].lower()
            direct = token + 1 == first or behind in _CIRCUMSTANCES or tree.tags[token + 1].startswith("RB")
            return word in _TOLD or direct or tree.words[token - 1] in _OPENING
        if tree.tags[token] in {"MD", "VBD", "VBZ", "VBP", "VB"} or word in {"that", ",", ";", ":"}:
            return False
    return False
