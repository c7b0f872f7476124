"""Reading the actor and agent files of PETRARCH, PETRARCH2 and TABARI: entries of names with dated codes.

What the format is, as far as these files share one::

    <!-- a comment of several lines -->
    KIM_QUAXLEY_ [KORGOV 070501-080731] [KORELI >080731]  # a name, codes with the days on which they hold
    +QUAXLEY_KIM                                           ; another name of the same
        [KORBUS <20070501]                                 codes may stand on lines of their own
    !PERSON! = MAN, MEN, WOMAN, WOMEN                      what a marker in the names of agents stands for
    POLICE!PERSON! [~COP]                                  an agent: a role that goes with a country
    CHILD {CHILDREN} [~CVL]                                with an irregular plural; {} says that there is none

Underscores join the words of a name, and one at its end forbids endings, which our matching does anyway. Two-digit years up to 30
are of this century. Days of a range belong to it, days behind `<` and `>` do not.
"""

import calendar
import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from etl.errors import InputError

PIVOT = 30  # two-digit years above it are of the last century
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_REMARK = re.compile(r"(\[[^\]]*\])|[#;].*")  # a bracket may hold ###, which is no remark
_BRACKET = re.compile(r"\[([^\[\]]*)\]")
_BRACES = re.compile(r"\{([^{}]*)\}")
_MARKER = re.compile(r"![^!\s]+!")
_DEFINITION = re.compile(r"\s*(![^!\s]+!)\s*=(.*)")
_CODE = re.compile(r"([^\s<>]*)(.*)")
_RANGE = re.compile(r"(\d{4}|\d{6}|\d{8})-(\d{4}|\d{6}|\d{8})")
_OPEN = re.compile(r"([<>])(\d{4}|\d{6}|\d{8})")


@dataclass(frozen=True, slots=True)
class Code:
    """An actor code such as KORGOV, with the first and last day on which it holds."""

    text: str
    line: int
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class Form:
    """A name as it is written, blanks for underscores; `plurals` are those that its braces give."""

    text: str
    line: int
    plurals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """Names of one actor or agent, the first being the main one, and its codes."""

    file: str
    forms: tuple[Form, ...]
    codes: tuple[Code, ...]
    is_agent: bool


@dataclass(frozen=True, slots=True)
class Rejected:
    """What could not be carried over: a name, a code or a whole line of a file, and why."""

    file: str
    line: int
    what: str
    text: str
    reason: str


@dataclass(slots=True)
class _Set:
    """The lines of one entry, as they are gathered: names with the codes on their line, and codes on lines of their own."""

    named: list[tuple[list[Form], list[Code]]] = field(default_factory=list)
    codes: list[Code] = field(default_factory=list)
    is_agent: bool = False

    def entries(self, file: str) -> Iterator[Entry]:
        """Yield the entries of a set: another name with codes of its own stands apart, but not if the main name has none."""
        is_coded = bool(self.named[0][1])
        apart = [line for line in self.named[1:] if is_coded and line[1]]
        together = [line for line in self.named if line not in apart]
        shared = [code for _, codes in together for code in codes] + self.codes
        yield Entry(file, tuple(form for forms, _ in together for form in forms), tuple(shared), self.is_agent)
        for forms, codes in apart:
            yield Entry(file, tuple(forms), tuple(codes), self.is_agent)


def read_dictionary(path: Path) -> Iterator[Entry | Rejected]:
    """Yield the entries of an actor or agent file, and the lines that cannot be understood.

    Raises:
        InputError: the file cannot be read, or holds no name.
    """
    lines = list(enumerate(_text(path).split("\n"), start=1))
    markers = {match[1].upper(): match[2] for _, line in lines if (match := _DEFINITION.match(line))}
    gathered: _Set | None = None
    is_empty = True
    for number, line in lines:
        if not line.strip() or _DEFINITION.match(line):
            continue
        is_empty = False
        name, codes = _name(line), []
        for inner in _BRACKET.findall(line):
            try:
                codes.append(_code(inner, number))
            except ValueError as error:
                yield Rejected(path.name, number, "code", inner, str(error))
        if "[" in _BRACKET.sub("", line):
            yield Rejected(path.name, number, "code", line.strip(), "a bracket is not closed")
        if name and not name.startswith("+"):
            if gathered is not None:
                yield from gathered.entries(path.name)
            gathered = _Set()
        if gathered is None:
            yield Rejected(path.name, number, "line", line.strip(), "no name stands above it")
            continue
        gathered.is_agent |= "~" in line or "agent" in path.name.casefold()
        if not name:
            gathered.codes += codes
            continue
        forms, reason = _forms(name.removeprefix("+"), number, markers)
        if forms:
            gathered.named.append((forms, codes))
            continue
        yield Rejected(path.name, number, "name", name, reason)
        if not gathered.named:
            gathered = None
    if gathered is not None:
        yield from gathered.entries(path.name)
    if is_empty:
        raise InputError(f"{path}: holds no actor and no agent; lines of such files read NAME [CODE]")


def _name(line: str) -> str:
    """Return what stands before the codes of a line, and plurals in braces that stand behind them."""
    name, _, behind = line.partition("[")
    return " ".join([name.strip(), *(match[0] for match in _BRACES.finditer(behind))]).strip()


def _text(path: Path) -> str:
    """Return the text of a file, UTF-8 or else Latin-1, without comments; its lines keep their numbers."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise InputError(f"{path}: {error.strerror or error}") from error
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("latin-1")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = _COMMENT.sub(lambda match: "\n" * match[0].count("\n"), text)
    return "\n".join(_REMARK.sub(lambda match: match[1] or "", line) for line in text.split("\n"))


def _forms(name: str, line: int, markers: dict[str, str]) -> tuple[list[Form], str]:
    """Return the names of a line, its markers written out, or why there is none."""
    plurals = tuple(
        plain for inner in _BRACES.findall(name) for part in inner.split(",") if (plain := _plain(part))
    )  # {} gives none
    bare = _BRACES.sub("", name)
    found = _MARKER.findall(bare)
    if unknown := [marker for marker in found if marker.upper() not in markers]:
        return [], f"the marker {unknown[0]} is not defined"
    choices = [[_plain(part) for part in markers[marker.upper()].split(",") if _plain(part)] for marker in found]
    forms = []
    for chosen in itertools.product(*choices):
        words = iter(chosen)
        written = _plain(_MARKER.sub(lambda _match, words=words: next(words), bare))  # type: ignore[misc]
        if any(char.isalnum() for char in written):
            forms.append(Form(written, line, plurals))
    return forms, "" if forms else "no name"


def _plain(name: str) -> str:
    """Return a name with blanks for underscores, without what marks an agent."""
    return " ".join(name.replace("_", " ").replace("~", " ").split())


def _code(inner: str, line: int) -> Code:
    """Return what stands in a bracket; raises ValueError with the reason if it cannot be understood."""
    match = _CODE.fullmatch(inner.strip())
    text, period = (match[1], "".join(match[2].split())) if match else ("", "")
    if not text:
        raise ValueError("no code")
    if text[0].isdigit():
        raise ValueError("a number stands where the code belongs")
    if not period:
        return Code(text, line)
    if match := _RANGE.fullmatch(period):
        first, last = _day(match[1]), _day(match[2], is_last=True)
        if last < first:
            raise ValueError("the last day is before the first")
        return Code(text, line, first, last)
    if match := _OPEN.fullmatch(period):
        if match[1] == "<":
            return Code(text, line, None, _day(match[2]) - timedelta(days=1))
        return Code(text, line, _day(match[2], is_last=True) + timedelta(days=1))
    raise ValueError("not a period: it must be FIRST-LAST, <DAY or >DAY, days as YYMMDD or YYYYMMDD")


def _day(digits: str, *, is_last: bool = False) -> date:
    """Read YYMMDD, YYYYMMDD or YYYY; a month or day 00, or none, is the first or the last, the 31st of June the 30th."""
    if len(digits) == 6:
        year, rest = int(digits[:2]), digits[2:]
        year += 2000 if year <= PIVOT else 1900
    else:
        year, rest = int(digits[:4]), digits[4:] or "0000"
    month = int(rest[:2]) or (12 if is_last else 1)
    day = int(rest[2:])
    if not 1700 <= year <= 2199 or month > 12 or day > 31:
        raise ValueError(f"no such day: {digits}")
    length = calendar.monthrange(year, month)[1]
    return date(year, month, min(day or (length if is_last else 1), length))
