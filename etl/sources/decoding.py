"""Bytes of a file -> characters, one record at a time, with the byte offset of what cannot be decoded.

Invalid bytes are smuggled through as lone surrogates (PEP 383), so that one bad record spoils itself and not its file.
"""

import gzip
import io
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

from etl.errors import InputError

LONGEST_RECORD = 64 * 1024 * 1024
"""Characters in one record; beyond it lies a file without line ends, not an article, and memory must not follow it."""

_SMUGGLED = re.compile("[\udc80-\udcff]")
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a file, or a record: its line from 1, its first byte's offset in the unpacked file, its characters."""

    number: int
    offset: int
    text: str


def open_text(path: Path, encoding: str) -> io.TextIOWrapper:
    """Open a file, gzipped or not, as characters with invalid bytes smuggled through and line ends as they are.

    Raises InputError if it cannot be opened, is no gzip though named so, or is UTF-16 read as something else.
    """
    try:
        # The wrapper that is returned closes it.
        raw = cast(BinaryIO, gzip.open(path, "rb")) if path.suffix == ".gz" else path.open("rb")  # noqa: SIM115
        head = raw.read(3)
        raw.seek(0)
    except (OSError, EOFError, zlib.error) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise InputError(f"{path}: cannot be read ({reason})") from error
    if head[:2] in _UTF16_MARKS and not encoding.lower().replace("_", "-").startswith("utf-16"):
        raw.close()
        raise InputError(f"{path}: the file is UTF-16; read it with --encoding utf-16")
    return io.TextIOWrapper(raw, encoding=encoding, errors="surrogateescape", newline="")


def lines(stream: io.TextIOWrapper) -> Iterator[Line]:
    """Yield the lines of a stream without their ends; a byte order mark is dropped.

    Raises InputError where the stream breaks off (truncated gzip) or a line is longer than `LONGEST_RECORD`.
    """
    number, offset = 0, 0
    while True:
        number += 1
        try:
            text = stream.readline(LONGEST_RECORD + 1)
        except (OSError, EOFError, zlib.error, UnicodeError) as error:
            raise InputError(f"line {number}: the file breaks off ({error})") from error
        if not text:
            return
        if len(text) > LONGEST_RECORD:
            raise InputError(f"line {number}: longer than {LONGEST_RECORD} characters; is this one record a line?")
        size = len(text.encode(stream.encoding, "surrogateescape"))
        if number == 1 and text.startswith("\ufeff"):
            mark = len("\ufeff".encode(stream.encoding, "surrogateescape"))
            text, offset, size = text[1:], mark, size - mark
        yield Line(number, offset, text.rstrip("\r\n"))
        offset += size


def chunks(stream: io.TextIOWrapper) -> Iterator[Line]:
    """Yield a stream in pieces of some 64 kB that know their first line and byte; no piece ends in a backslash but the last.

    Raises InputError where the stream breaks off.
    """
    number, offset = 1, 0
    while True:
        try:
            text = stream.read(1 << 16)
            while text.endswith("\\") and (more := stream.read(1)):
                text += more
        except (OSError, EOFError, zlib.error, UnicodeError) as error:
            raise InputError(f"line {number}: the file breaks off ({error})") from error
        if not text:
            return
        size = len(text.encode(stream.encoding, "surrogateescape"))
        if offset == 0 and text.startswith("\ufeff"):
            mark = len("\ufeff".encode(stream.encoding, "surrogateescape"))
            text, offset, size = text[1:], mark, size - mark
        yield Line(number, offset, text)
        number += text.count("\n")
        offset += size


def undecoded(text: str, offset: int, encoding: str) -> str | None:
    """Return the reason why a record's bytes are no text in `encoding`; None if they are.

    `offset` is the record's first byte in the file; the reason names the offset of the first bad byte and, where the bytes
    make sense in it, the encoding that old Windows software writes.
    """
    match = _SMUGGLED.search(text)
    if match is None:
        return None
    place = offset + len(text[: match.start()].encode(encoding, "surrogateescape"))
    reason = f"byte 0x{ord(match.group()) - 0xDC00:02x} at byte offset {place} is not valid {encoding}"
    try:
        bytes(ord(char) - 0xDC00 for char in _SMUGGLED.findall(text)).decode("windows-1252")
    except UnicodeDecodeError:
        return reason
    hint = "; if the file is Windows-1252, read it with --encoding windows-1252"
    return reason + (hint if encoding.lower().startswith("utf") else "")
