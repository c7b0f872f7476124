"""The measure for naming the act between two marked parties of a sentence (`comity classify`).

Labels are the fifteen act types that PLOVER-like data use; each stands for one or more CAMEO roots (`ROOT_LABEL`). Root 01, a
bare statement, is none of them and is counted as no answer, as it is never counted in accuracy.
"""

import csv
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from etl.errors import InputError
from etl.evaluate.gold import json_lines
from etl.evaluate.report import Counts, PairReport

ROOT_LABEL: Mapping[str, str] = {
    "02": "REQUEST", "03": "AGREE", "04": "CONSULT", "05": "SUPPORT", "06": "COOPERATE", "07": "AID", "08": "YIELD",
    "09": "ACCUSE", "10": "REQUEST", "11": "ACCUSE", "12": "REJECT", "13": "THREATEN", "14": "PROTEST", "15": "MOBILIZE",
    "16": "SANCTION", "17": "COERCE", "18": "ASSAULT", "19": "ASSAULT", "20": "ASSAULT",
}  # fmt: skip
"""CAMEO root -> label: investigations fall under ACCUSE, appeals and demands under REQUEST."""

_CODE_LABEL: Mapping[str, str] = {"163": "COERCE"}
"""Code -> label where PLOVER's crosswalk of 2021 parts from the root: embargoes, boycotts and sanctions are coercion."""

LABEL_QUAD: Mapping[str, int] = {
    "AGREE": 1, "CONSULT": 1, "SUPPORT": 1, "COOPERATE": 2, "AID": 2, "YIELD": 2, "REQUEST": 3, "ACCUSE": 3, "REJECT": 3,
    "THREATEN": 3, "PROTEST": 4, "MOBILIZE": 4, "SANCTION": 4, "COERCE": 4, "ASSAULT": 4,
}  # fmt: skip
"""Label -> quad class by PLOVER's reading, in which a request is verbal conflict and a protest material conflict."""

NO_ANSWER = "-"
_MARK = re.compile(r"</?[st]>")


@dataclass(frozen=True, slots=True)
class PairItem:
    """A sentence with the offsets of its source and target (None where no such party is marked) and its labels."""

    id: str
    text: str
    source: tuple[int, int] | None
    target: tuple[int, int] | None
    root: str
    quad: int


def load_pairs(path: Path) -> list[PairItem]:
    """Read labelled pairs: a tab-separated file with sentence_id, marked_sentence (`<s>`, `<t>`), gold_root and gold_penta, or
    JSON lines with id, text, source, target and gold_root.

    An id that comes again gets `#2`, `#3` behind it. Raises InputError with file, line, value and what is allowed.
    """  # noqa: D205 (the summary names two forms)
    rows = _tab_separated(path) if path.suffix == ".tsv" else json_lines(path)
    items, seen = [], dict[str, int]()
    for number, row in rows:
        where = f"{path}, line {number}"
        name = str(row.get("sentence_id", row.get("id")))
        seen[name] = seen.get(name, 0) + 1
        identifier = name if seen[name] == 1 else f"{name}#{seen[name]}"
        root = str(row.get("gold_root"))
        if root not in LABEL_QUAD:
            raise InputError(f"{where}: gold_root {root!r}; allowed: {', '.join(LABEL_QUAD)}")
        quad = str(row.get("gold_penta") or LABEL_QUAD[root])
        if quad not in ("1", "2", "3", "4"):
            raise InputError(f"{where}: gold_penta {quad!r}; allowed: 1, 2, 3, 4")
        if "marked_sentence" in row:
            text, source, target = unmark(str(row["marked_sentence"]))
        else:
            text, source, target = str(row.get("text")), _span(row.get("source"), where), _span(row.get("target"), where)
        items.append(PairItem(identifier, text, source, target, root, int(quad)))
    if not items:
        raise InputError(f"{path}: no pairs")
    return items


def load_pair_predictions(path: Path) -> dict[str, str]:
    """Read what `comity classify` writes: id -> CAMEO code. Raises InputError for a row without id."""
    codes = {}
    for number, row in json_lines(path):
        if row.get("id") is None:
            raise InputError(f"{path}, line {number}: no id; fields found: {', '.join(row)}")
        codes[str(row["id"])] = str(row.get("event_code") or "")
    return codes


def evaluate_pairs(gold: Sequence[PairItem], predictions: Mapping[str, str]) -> PairReport:
    """Score CAMEO codes by pair id; an empty or absent code, or root 01, is no answer and counts as missed.

    Three partitions: root (fifteen labels), quad, and binary (cooperation against conflict). The macro F1 is the plain mean of
    F1 over the labels that occur in the gold.
    """
    answers = [label_of(predictions.get(item.id, "")) for item in gold]
    quads = [str(LABEL_QUAD[answer]) if answer in LABEL_QUAD else NO_ANSWER for answer in answers]
    partitions = {
        "root": ([item.root for item in gold], answers),
        "quad": ([str(item.quad) for item in gold], quads),
        "binary": ([_side(str(item.quad)) for item in gold], [_side(quad) for quad in quads]),
    }
    labels = {name: _label_counts(truth, answer) for name, (truth, answer) in partitions.items()}
    return PairReport(
        n_pairs=len(gold),
        macro_f1={name: sum(one.f1 for one in counts.values()) / len(counts) for name, counts in labels.items()},
        accuracy={name: sum(map(str.__eq__, truth, answer)) / len(gold) for name, (truth, answer) in partitions.items()},
        labels=labels,
    )


def label_of(code: str) -> str:
    """Return the label of a CAMEO code, "-" for none and for root 01: that of its root, but as PLOVER's crosswalk has 163."""
    return _CODE_LABEL.get(code[:3]) or ROOT_LABEL.get(code[:2], NO_ANSWER)


def unmark(marked: str) -> tuple[str, tuple[int, int] | None, tuple[int, int] | None]:
    """Return a sentence without its `<s>` and `<t>` marks, and the offsets of the first source and the first target in it.

    Marks may be nested in each other; blanks just inside a mark are no part of the party.
    """
    parts: list[str] = []
    length, position = 0, 0
    opened: dict[str, int] = {}
    spans: dict[str, tuple[int, int]] = {}
    for match in _MARK.finditer(marked):
        parts.append(marked[position : match.start()])
        length += match.start() - position
        position = match.end()
        side = match.group()[-2]
        if match.group()[1] != "/":
            opened[side] = length
        elif side in opened and side not in spans:
            spans[side] = (opened[side], length)
    text = "".join([*parts, marked[position:]])
    return text, _trimmed(text, spans.get("s")), _trimmed(text, spans.get("t"))


def _trimmed(text: str, span: tuple[int, int] | None) -> tuple[int, int] | None:
    """Return a span without the blanks at its ends."""
    if span is None:
        return None
    held = text[slice(*span)]
    return span[0] + len(held) - len(held.lstrip()), span[1] - len(held) + len(held.rstrip())


def _tab_separated(path: Path) -> list[tuple[int, dict[str, object]]]:
    """Read a tab-separated file with a header line, every cell as text."""
    try:
        with path.open(encoding="utf-8", newline="") as stream:
            reader = csv.DictReader(stream, delimiter="\t")
            missing = {"sentence_id", "marked_sentence", "gold_root"} - set(reader.fieldnames or ())
            if missing:
                found = ", ".join(reader.fieldnames or ())
                raise InputError(f"{path}: no column {', '.join(sorted(missing))}; found: {found}")
            return [(reader.line_num, dict(row)) for row in reader]
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror})") from error


def _span(value: object, where: str) -> tuple[int, int] | None:
    """Check a pair of offsets."""
    if value is None:
        return None
    if not (isinstance(value, list) and len(value) == 2 and all(isinstance(one, int) for one in value)):
        raise InputError(f"{where}: span {value!r}; allowed: [start, end]")
    return value[0], value[1]


def _side(quad: str) -> str:
    """Return cooperation or conflict."""
    return {"1": "cooperation", "2": "cooperation", "3": "conflict", "4": "conflict"}.get(quad, NO_ANSWER)


def _label_counts(truth: Sequence[str], answers: Sequence[str]) -> dict[str, Counts]:
    """Count each label of the gold against all others."""
    pairs = list(zip(truth, answers, strict=True))
    return {
        label: Counts(
            sum(pair == (label, label) for pair in pairs),
            sum(right != label and answer == label for right, answer in pairs),
            sum(right == label and answer != label for right, answer in pairs),
        )
        for label in sorted(set(truth))
    }
