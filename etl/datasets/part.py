"""One file of another dataset -> a part: its events and rejects as Parquet, and a summary that adds up.

Rows pass in bounded batches, so a file may be larger than memory. The part appears whole or not at all.
"""

import hashlib
import json
import os
import shutil
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
from itertools import islice
from pathlib import Path
from types import ModuleType

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from etl.datasets import gdelt, icews, phoenix, polecat
from etl.datasets import mention as mentions
from etl.datasets.crosswalk import Crosswalk, Refusal
from etl.datasets.layout import GDELT_MENTION
from etl.datasets.rows import Fault, Row, read_rows
from etl.errors import InputError, OutputError
from etl.load import shorten, sift
from etl.parquet import write_file
from schemas import TABLES, arrow_schema
from schemas.event import Event

MODULES: Mapping[str, ModuleType] = {"gdelt": gdelt, "icews": icews, "polecat": polecat, "phoenix": phoenix}
BATCH_ROWS = 20_000
FORM = "2"  # raised when rows are read otherwise than before, so that parts made earlier are made again


class ImportedEvent(Event):
    """Events of a part: as in `event`, but an id may come twice, since only the whole dataset can tell which one stays."""

    class Config:
        """No key."""

        name = "event"
        strict = True
        unique = None


@dataclass(frozen=True, slots=True)
class Summary:
    """What came of one file: n_read = n_loaded + n_rejected, headers and empty lines apart.

    `version` is that of the dictionaries and of this reader; `repairs` counts what was mended, by kind.
    """

    file: str
    sha256: str
    dataset: str
    layout: str
    version: str
    n_read: int
    n_loaded: int
    n_rejected: int
    repairs: dict[str, int] = field(default_factory=dict)

    def without(self, n_refused: int) -> "Summary":
        """Return the summary when some of the rows it counts as loaded are refused in the light of other files."""
        return replace(self, n_loaded=self.n_loaded - n_refused, n_rejected=self.n_rejected + n_refused)

    @classmethod
    def load(cls, directory: Path) -> "Summary | None":
        """Return the summary of a part; None where there is no whole part."""
        try:
            return cls(**json.loads((directory / "summary.json").read_text(encoding="utf-8")))
        except (FileNotFoundError, NotADirectoryError, ValueError, TypeError):
            return None


def part_schema() -> pa.Schema:
    """Return the columns of a part's events: those of `event`, and the file and line each came from."""
    return pa.schema([*arrow_schema(TABLES["event"]), ("file", pa.string()), ("line", pa.int32())])


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of a file, in hex. Raises `InputError` where it cannot be read."""
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror or error}") from error


@dataclass
class Part:
    """A part in the making. `scores` gives quad class and Goldstein value of every event code."""

    dataset: str
    crosswalk: Crosswalk
    scores: Mapping[str, tuple[int, float]]
    version: str
    advance: Callable[[int], None] = lambda _rows: None
    _n_read: int = 0
    _n_loaded: int = 0
    _n_rejected: int = 0
    _repairs: Counter[str] = field(default_factory=Counter)

    def write(self, path: Path, sha256: str, directory: Path) -> Summary:
        """Read `path` into `directory`, and return what came of it.

        Raises:
            InputError: the file is broken, or is of another dataset.
            OutputError: the folder cannot be written.
        """
        unfinished = directory.with_name(f".{directory.name}.{os.getpid()}")
        layouts: list[str] = []
        try:
            shutil.rmtree(unfinished, ignore_errors=True)
            unfinished.mkdir(parents=True)
            schema = arrow_schema(TABLES["reject"])
            with (
                pq.ParquetWriter(unfinished / "reject.parquet", schema, compression="zstd") as rejects,
                pq.ParquetWriter(unfinished / "mention.parquet", mentions.SCHEMA, compression="zstd") as told,
            ):
                write_file(self._batches(path, layouts, rejects, told), part_schema(), unfinished / "event.parquet")
            summary = Summary(
                path.name, sha256, self.dataset, "; ".join(dict.fromkeys(layouts)), self.version,
                self._n_read, self._n_loaded, self._n_rejected, {kind: n for kind, n in sorted(self._repairs.items()) if n},
            )  # fmt: skip
            (unfinished / "summary.json").write_text(json.dumps(asdict(summary), indent=1), encoding="utf-8")
            shutil.rmtree(directory, ignore_errors=True)
            unfinished.replace(directory)
        except OSError as error:
            raise OutputError(f"{directory} cannot be written: {error.strerror or error}") from error
        finally:
            shutil.rmtree(unfinished, ignore_errors=True)
        return summary

    def _batches(
        self, path: Path, layouts: list[str], rejects: pq.ParquetWriter, told: pq.ParquetWriter
    ) -> Iterator[pa.RecordBatch]:
        """Yield the events of a file in batches; write mentions and what is refused as they come."""
        for form, rows in read_rows(path, self.dataset):
            layouts.append(form.layout.title)
            while batch := tuple(islice(rows, BATCH_ROWS)):
                if form.layout.columns == GDELT_MENTION:
                    self._mentions(batch, rejects, told)
                else:
                    yield from self._events(batch, rejects)
                self.advance(len(batch))

    def _mentions(self, batch: tuple[Row | Fault, ...], rejects: pq.ParquetWriter, told: pq.ParquetWriter) -> None:
        """Write the mentions of some rows, checked."""
        made: list[dict[str, object]] = []
        refused: list[Fault] = []
        for row in batch:
            if isinstance(row, Fault):
                refused.append(row)
                continue
            try:
                made.append(mentions.mention(row.cells) | {"file": row.file, "line": row.line})
                self._repairs.update(row.repairs)
            except Refusal as refusal:
                refused.append(self._fault(row, refusal))
        if made:
            told.write_table(pa.Table.from_pylist(made, mentions.SCHEMA))
        self._refuse(refused, rejects)
        self._n_read += len(batch)
        self._n_loaded += len(made)
        self._n_rejected += len(refused)

    def _fault(self, row: Row, refusal: Refusal) -> Fault:
        """Return a refused row as a fault."""
        record_id = shorten(row.cells.get(MODULES[self.dataset].KEY))
        return Fault(row.file, row.line, refusal.reason, refusal.value, record_id or None)

    def _events(self, batch: tuple[Row | Fault, ...], rejects: pq.ParquetWriter) -> Iterator[pa.RecordBatch]:
        """Yield the events of some rows, checked."""
        made: list[dict[str, object]] = []
        refused: list[Fault] = []
        places: list[tuple[str, int]] = []
        for row in batch:
            if isinstance(row, Fault):
                refused.append(row)
                continue
            try:
                made.append(self._event(row))
                places.append((row.file, row.line))
                self._repairs.update(row.repairs)
            except Refusal as refusal:
                refused.append(self._fault(row, refusal))
        schema = part_schema()
        names = arrow_schema(TABLES["event"]).names
        frame = pd.DataFrame(made, columns=names, dtype=object)
        good, failures = sift("event", frame, ImportedEvent)
        for index, reason, value in zip(failures.index.tolist(), failures["reason"], failures["value"], strict=True):
            file, line = places[index]
            refused.append(Fault(file, line, reason, value or "", str(made[index]["event_id"])))
        self._refuse(refused, rejects)
        self._n_read += len(batch)
        self._n_loaded += len(good)
        self._n_rejected += len(refused)
        if len(good):
            good = good.assign(file=[places[index][0] for index in good.index], line=[places[index][1] for index in good.index])
            yield from pa.Table.from_pandas(good, schema, preserve_index=False).replace_schema_metadata(None).to_batches()

    def _event(self, row: Row) -> dict[str, object]:
        """Return a row as an event. Raises `Refusal`."""
        module = MODULES[self.dataset]
        cells = row.cells
        if self.dataset != "gdelt":  # pads nothing, and is given back as it came
            cells = {name: cell.strip() for name, cell in cells.items()}
        cells = {name: "" if cell in module.MISSING else cell for name, cell in cells.items()}
        event: dict[str, object] = module.event(cells, self.crosswalk)
        code = str(event["event_code"])
        quad_class, goldstein = self.scores[code]
        extras: dict[str, str] = module.extras(cells, self.crosswalk)
        self._repairs["event code"] += bool(module.CODE) and cells.get(module.CODE) != code
        self._repairs["columns in the wrong place"] += any(cells.get(name, extra) != extra for name, extra in extras.items())
        record = {name: cell for name, cell in cells.items() if cell} | extras
        return {
            "dataset": self.dataset,
            "date_precision": "day",
            "event_base_code": code[:3],
            "event_root_code": code[:2],
            "quad_class": quad_class,
            "goldstein": goldstein,
            "plover": self.crosswalk.plover[code],
            "evidence": json.dumps(record, ensure_ascii=False, separators=(",", ":")),
            **event,
        }

    def _refuse(self, refused: list[Fault], rejects: pq.ParquetWriter) -> None:
        """Write rejects."""
        rows = [
            {
                "stage": "import",
                "file": fault.file,
                "line": fault.line,
                "record_id": fault.record_id,
                "check": None,
                "reason": fault.reason,
                "value": shorten(fault.value) or None,
            }
            for fault in sorted(refused, key=lambda one: one.line)
        ]
        if rows:
            rejects.write_table(pa.Table.from_pylist(rows, arrow_schema(TABLES["reject"])))
