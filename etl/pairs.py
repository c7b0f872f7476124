"""Marked pairs: sentences whose source and target are given, and what the one does to the other."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from etl.errors import InputError

if TYPE_CHECKING:
    from etl.engines.equipment import Equipment

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Pair:
    """A sentence with the spans of a source and a target: 0-based character offsets, end exclusive.

    One of the two may be None: "the strike goes on" has a source and no target.
    """

    pair_id: str | int
    text: str
    source: Span | None
    target: Span | None


def read_pairs(path: Path) -> Iterator[Pair]:
    """Yield the pairs of a JSON-lines file.

    Raises:
        InputError: the file is missing, is not UTF-8, or a line is no such record. A bad line stops the run, since who
            classifies pairs expects one answer a line.
    """
    try:
        with path.open(encoding="utf-8-sig") as lines:
            for number, line in enumerate(lines, start=1):
                if line.strip():
                    yield _pair(line, f"{path}, line {number}")
    except FileNotFoundError:
        raise InputError(f"{path}: no such file") from None
    except IsADirectoryError:
        raise InputError(f"{path}: a folder, where a JSON-lines file is wanted") from None
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: not UTF-8 (byte {error.start} of a chunk: {error.reason})") from None


def classify_file(path: Path, out: IO[bytes], *, equipment: "Equipment", allow_none: bool) -> int:
    """Classify every pair of a file and write one JSON object a line; returns their number.

    Written are the pair's id and what `etl.coder.relation.classify` says: event_code, event_root_code, plover, quad_class,
    confidence, rule_id.
    """
    pairs = read_pairs(path)
    first = next(pairs, None)  # a broken file is refused before the coder takes its seconds to load
    if first is None:
        return 0
    from etl.coder.relation import classify
    from etl.engines.equipment import load_coder

    coder = load_coder(equipment)
    count = 0
    for pair in chain([first], pairs):
        try:
            answer = classify(coder, pair.text, pair.source, pair.target, allow_none=allow_none)
        except ValueError as error:
            raise InputError(f"{path}, id {pair.pair_id}: {error}") from error
        out.write(json.dumps({"id": pair.pair_id, **answer}, ensure_ascii=False).encode() + b"\n")
        count += 1
    return count


def _pair(line: str, where: str) -> Pair:
    """Return the pair of one line."""
    try:
        record = json.loads(line)
    except json.JSONDecodeError as error:
        raise InputError(f"{where}: broken JSON: {error.msg} at character {error.pos + 1}") from None
    if not isinstance(record, dict):
        raise InputError(f"{where}: a JSON object is wanted, not {type(record).__name__}")
    if missing := [name for name in ("id", "text", "source", "target") if name not in record]:
        raise InputError(f"{where}: {missing[0]!r} is missing; wanted are id, text, source [start, end], target [start, end]")
    pair_id, text = record["id"], record["text"]
    if not isinstance(text, str):
        raise InputError(f"{where}: text must be a string, not {text!r}")
    source, target = (_span(record[side], text, f"{where}, {side}") for side in ("source", "target"))
    if source is None and target is None:
        raise InputError(f"{where}: source and target are both null; at least one must be marked")
    return Pair(pair_id, text, source, target)


def _span(value: Any, text: str, where: str) -> Span | None:  # noqa: ANN401 - whatever the JSON held
    """Return a span that lies inside the text, None for null."""
    if value is None:
        return None
    whole = isinstance(value, list) and len(value) == 2 and all(isinstance(part, int) for part in value)
    if not whole or not 0 <= value[0] < value[1] <= len(text):
        raise InputError(f"{where}: {value!r} is no [start, end] inside a text of {len(text)} characters")
    return value[0], value[1]
