"""JSON articles: one object a line, one array of objects, or objects one after another; gzipped or not.

A record that is broken is refused with its line and the next one is read. Nothing but the record at hand is held in memory.
"""

import json
import re
from collections.abc import Iterator
from io import TextIOWrapper
from pathlib import Path

from etl.errors import InputError
from etl.records import Article, Reject
from etl.sources.decoding import LONGEST_RECORD, Line, chunks, lines, open_text, undecoded
from etl.sources.options import ReadOptions
from etl.sources.record import Place, to_article

_STRUCTURE = re.compile(r'["\\{}\[\]]')
_BETWEEN = re.compile(r"[\s,\]]*")
_STRAY = re.compile(r"[^,\n]*")


def read_json(path: Path, options: ReadOptions) -> Iterator[Article | Reject]:
    """Yield the articles of a .json, .jsonl or .ndjson file (or any of them gzipped).

    Records are cut at line ends where each line is an object, else at the ends of objects, which may then span lines; the
    name of the file does not matter. A file that breaks off gives a reject at that line, after everything before it.
    Raises InputError if the file cannot be opened.
    """
    with open_text(path, options.encoding) as stream:
        try:
            for record in lines(stream) if _is_lines(stream) else _objects(stream):
                if record.text.strip():
                    yield _article(record, path, options)
        except InputError as error:
            number = re.match(r"line (\d+): ", str(error))
            yield Place(str(path), int(number[1]) if number else None).reject(str(error))


def _is_lines(stream: TextIOWrapper) -> bool:
    """Whether the file holds a record a line: it does not begin as an array, nor does an object go on behind its first line."""
    try:
        head = stream.read(1 << 16).lstrip("\ufeff \t\r\n")
        stream.seek(0)
    except (OSError, EOFError, UnicodeError) as error:
        raise InputError(f"line 1: the file breaks off ({error})") from error
    first, _, second = head.partition("\n")
    if head.startswith("["):
        return False
    return second.lstrip().startswith("{") or first.rstrip().endswith("}") or not first.startswith("{")


def _objects(stream: TextIOWrapper) -> Iterator[Line]:
    """Yield the objects at the top of a JSON array or sequence, each with the line and byte at which it begins.

    Cutting by brackets outside strings, not by a JSON parser, lets the reader go on behind an object that does not parse.
    """
    held: list[str] = []
    start, size, depth, quoted, opened = Line(1, 0, ""), 0, 0, False, False
    for chunk in chunks(stream):
        text, position, number, offset, counted = chunk.text, 0, chunk.number, chunk.offset, 0
        while position < len(text):
            if not held:
                position = _skip(text, position)
                if not opened and text.startswith("[", position):  # the bracket of the array itself
                    position = _skip(text, position + 1)
                if position == len(text):
                    break
                opened = True
                number += text.count("\n", counted, position)
                offset += len(text[counted:position].encode(stream.encoding, "surrogateescape"))
                start, counted = Line(number, offset, ""), position
            begin = position
            position, depth, quoted = _close(text, position, depth, quoted)
            held.append(text[begin:position])
            size += position - begin
            if size > LONGEST_RECORD:
                raise InputError(f"line {start.number}: a record of over {LONGEST_RECORD} characters; is a quote missing?")
            if depth == 0:
                yield Line(start.number, start.offset, "".join(held))
                held, size = [], 0
    if held:
        yield Line(start.number, start.offset, "".join(held))


def _skip(text: str, position: int) -> int:
    """Return where the next record begins: behind blanks, commas and the end of an array."""
    between = _BETWEEN.match(text, position)
    return between.end() if between else position


def _close(text: str, position: int, depth: int, quoted: bool) -> tuple[int, int, bool]:
    """Scan on from `position` until the brackets close or the text ends; return position, depth and whether in a string.

    Something at the top that is no object or array (a stray word, a number) is taken up to the next comma or line end.
    """
    if depth == 0 and text[position] not in "{[":
        stray = _STRAY.match(text, position)
        return max(stray.end() if stray else 0, position + 1), 0, False
    while match := _STRUCTURE.search(text, position):
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
