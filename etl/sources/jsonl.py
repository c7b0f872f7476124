"""JSON articles: one object a line, one array of objects, or objects one after another; gzipped or not.

A record that is broken is refused with its line and the next one is read. Nothing but the record at hand is held in memory.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path

from etl.errors import InputError
from etl.records import Article, Reject
from etl.sources.decoding import LONGEST_RECORD, Line, lines, open_text, undecoded
from etl.sources.options import ReadOptions
from etl.sources.record import Place, to_article

_STRUCTURE = re.compile(r'["\\{}\[\]]')
_BETWEEN = re.compile(r"[\s,\]]*")


def read_json(path: Path, options: ReadOptions) -> Iterator[Article | Reject]:
    """Yield the articles of a .json, .jsonl or .ndjson file (or either .gz).

    Line-delimited files are cut at line ends; a file that begins with `[`, or is called .json, is cut at the ends of objects,
    so that objects may span lines. A file that breaks off gives a reject at that line after everything before it.
    Raises InputError if the file cannot be opened.
    """
    with open_text(path, options.encoding) as stream:
        source = lines(stream)
        try:
            first = next((line for line in source if line.text.strip()), None)
            if first is None:
                return
            whole = first.text.lstrip().startswith("[") or ".json" in path.suffixes
            for record in _objects(first, source) if whole else _each(first, source):
                yield _article(record, path, options)
        except InputError as error:
            number = re.match(r"line (\d+): ", str(error))
            yield Place(str(path), int(number[1]) if number else None).reject(str(error))


def _each(first: Line, rest: Iterator[Line]) -> Iterator[Line]:
    """Yield every line that holds something."""
    yield first
    yield from (line for line in rest if line.text.strip())


def _objects(first: Line, rest: Iterator[Line]) -> Iterator[Line]:
    """Yield the objects at the top of a JSON array or sequence, each as one `Line` at its first character.

    Cutting by brackets outside strings, not by a JSON parser, lets the reader go on behind an object that does not parse.
    """
    held: list[str] = []
    size, depth, quoted = 0, 0, False
    start = first
    for line in _each_including(first, rest):
        text = line.text + "\n"
        position = begin = _opening(text) if line is first else 0
        while position < len(text):
            if depth == 0:
                between = _BETWEEN.match(text, position)
                begin = between.end() if between else position
                if begin >= len(text):
                    break
                start = Line(line.number, line.offset, "")
            position, depth, quoted = _close(text, begin if depth == 0 else position, depth, quoted)
            piece = text[begin:position]
            held.append(piece)
            size += len(piece)
            if size > LONGEST_RECORD:
                raise InputError(
                    f"line {start.number}: a record longer than {LONGEST_RECORD} characters; is a quote or bracket missing?"
                )
            begin = position
            if depth == 0:
                yield Line(start.number, start.offset, "".join(held).strip())
                held, size, quoted = [], 0, False
        begin = 0
    if held and "".join(held).strip():
        yield Line(start.number, start.offset, "".join(held).strip())


def _each_including(first: Line, rest: Iterator[Line]) -> Iterator[Line]:
    """Yield the first line and all that follow, blank ones too: they may stand inside a string that spans lines."""
    yield first
    yield from rest


def _opening(text: str) -> int:
    """Return where the first element begins: behind the bracket of an array, if there is one."""
    stripped = text.lstrip()
    return len(text) - len(stripped) + (1 if stripped.startswith("[") else 0)


def _close(text: str, position: int, depth: int, quoted: bool) -> tuple[int, int, bool]:
    """Scan on from `position` until the brackets close or the text ends; return position, depth and whether in a string.

    Something at the top that is no object or array (a stray word, a number) is taken up to the next comma or line end.
    """
    if depth == 0 and text[position] not in "{[":
        comma = text.find(",", position)
        return (len(text) if comma < 0 else comma), 0, False
    for match in iter(lambda: _STRUCTURE.search(text, position), None):
        char, position = match.group(), match.end()
        if char == "\\":
            position += 1 if quoted else 0
        elif char == '"':
            quoted = not quoted
        elif not quoted:
            depth += 1 if char in "{[" else -1
            if depth <= 0:
                return position, 0, False
    return len(text), depth, quoted


def _article(line: Line, path: Path, options: ReadOptions) -> Article | Reject:
    """Turn one record's characters into an article."""
    place = Place(str(path), line.number)
    if reason := undecoded(line.text, line.offset, options.encoding):
        return place.reject(f"line {line.number}: {reason}", line.text)
    if "\x00" in line.text:
        return place.reject(f"line {line.number}: NUL bytes, as a write that broke off leaves them", repr(line.text[:80]))
    try:
        record = json.loads(line.text)
    except (ValueError, RecursionError) as error:
        reason = error.msg if isinstance(error, json.JSONDecodeError) else str(error)
        return place.reject(f"line {line.number}: not valid JSON ({reason})", line.text)
    if not isinstance(record, dict):
        return place.reject(f"line {line.number}: a record must be a JSON object, not {type(record).__name__}", line.text)
    return to_article(record, options, place)
