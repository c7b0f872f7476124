"""The training corpus: sentences of our own with a marked source and target, the act between them, and its status.

`data/training/*.tsv` hold one sentence a line: code, status, text. The text marks one source `<s>...</s>` and one target
`<t>...</t>`, or only one of them where the other side is not named; the code is CAMEO's, or `none` where the source does nothing
to the target. The same sentence may stand there several times with other marks.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from etl.coder.second_reader.marking import NO_BRIEFING, Briefing, Span
from etl.errors import InputError
from etl.records import STATUSES

NONE = "none"
ROOTS = (NONE, *(f"{number:02d}" for number in range(2, 21)))
"""The classes of the root head; root 01, a bare statement, is `none`."""
STATUS_CLASSES = (NONE, *STATUSES)
QUADS = (NONE, "1", "2", "3", "4")
PARTS = ("fit", "tune", "test")

_MARK = re.compile(r"</?[st]>")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Pair:
    """One marked sentence: offsets of both parties in `text` (None for one that is not named), the CAMEO code (or `none`), the
    status, where it stands, which part it belongs to (`PARTS`), what the rules tell the model of it, and if it is of an article.
    """  # noqa: D205 - one sentence

    text: str
    source: Span | None
    target: Span | None
    code: str
    status: str
    file: str
    line: int
    part: str = "fit"
    briefing: Briefing = NO_BRIEFING
    of_article: bool = False

    @property
    def root(self) -> str:
        """The class of the root head: the CAMEO root, `none` for no act and for a bare statement."""
        return NONE if self.code == NONE or self.code.startswith("01") else self.code[:2]


def part_of(text: str) -> str:
    """Return which part of the corpus a sentence belongs to, by hash: `fit` 80%, `tune` 10%, `test` 10%.

    The hash is over the letters and figures of the sentence, so that copies with other marks fall into one part.
    """
    number = int(hashlib.sha256(" ".join(_WORD.findall(text.lower())).encode()).hexdigest()[:8], 16) % 10
    return "tune" if number == 8 else "test" if number == 9 else "fit"


def read_corpus(folder: Path, codes: Iterable[str]) -> list[Pair]:
    """Return the pairs of every `.tsv` file of `folder`, in order of file and line.

    Raises:
        InputError: there is no file, or a line has not three columns, an unknown code (allowed are `codes` and `none`) or
            status, marks other than one of a kind, or repeats an earlier marked sentence.
    """
    known = frozenset(codes)
    pairs: list[Pair] = []
    seen: dict[tuple[str, Span | None, Span | None], str] = {}
    for path in sorted(folder.glob("*.tsv")):
        for pair in _read_file(path, known):
            where = f"{path.name}, line {pair.line}"
            key = (pair.text, pair.source, pair.target)
            if key in seen:
                raise InputError(f"{where}: the same marked sentence stands at {seen[key]}")
            seen[key] = where
            pairs.append(pair)
    if not pairs:
        raise InputError(f"{folder}: no .tsv file with marked sentences")
    return pairs


def _read_file(path: Path, known: frozenset[str]) -> Iterator[Pair]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        where = f"{path.name}, line {number}"
        columns = line.split("\t")
        if len(columns) != 3:
            raise InputError(f"{where}: {len(columns)} columns; wanted are code, status and text, with tabs between")
        code, status, text = columns
        if code != NONE and code not in known:
            raise InputError(f"{where}: {code!r} is no CAMEO code; allowed are those of cameo_codes.csv and {NONE!r}")
        if status not in STATUS_CLASSES or (status == NONE) != (code == NONE):
            raise InputError(
                f"{where}: status {status!r} of code {code!r}; allowed are {', '.join(STATUS_CLASSES)}, none for none"
            )
        source, target, plain = _unmarked(text, where)
        yield Pair(plain, source, target, code, status, path.name, number, part_of(plain))


def _unmarked(text: str, where: str) -> tuple[Span | None, Span | None, str]:
    """Return the spans of source and target in the sentence without its marks, and that sentence."""
    places: dict[str, list[int]] = {"<s>": [], "</s>": [], "<t>": [], "</t>": []}
    removed = 0
    for mark in _MARK.finditer(text):
        places[mark.group()].append(mark.start() - removed)
        removed += len(mark.group())
    spans: list[Span | None] = []
    for side in "st":
        opened, closed = places[f"<{side}>"], places[f"</{side}>"]
        if len(opened) != len(closed) or len(opened) > 1:
            raise InputError(f"{where}: wanted are one <s>...</s> and one <t>...</t>, or one of them, in {text!r}")
        if opened and opened[0] >= closed[0]:
            raise InputError(f"{where}: an empty or turned mark in {text!r}")
        spans.append((opened[0], closed[0]) if opened else None)
    if spans == [None, None]:
        raise InputError(f"{where}: neither <s>...</s> nor <t>...</t> in {text!r}")
    return spans[0], spans[1], _MARK.sub("", text)
