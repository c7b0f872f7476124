"""Where each article was read: file and line, beside the coded batches, so that a duplicate can be told from the one it repeats.

An article's place is no part of it: a line put before it must not have it coded again. So places are written anew by each build.
"""

from collections.abc import Iterable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from etl.load import content_hash
from etl.records import Article

FILE = "origin.parquet"
SCHEMA = pa.schema([("content_hash", pa.string()), ("file", pa.string()), ("line", pa.int32())])
HELD_ROWS = 50_000


class Origins:
    """The places of the articles of one build, written to `directory` as they are read; the file appears when all are."""

    def __init__(self, directory: Path) -> None:
        self.path = directory / FILE
        self._unfinished = directory / f".{FILE}"
        self._rows: list[tuple[str, str, int | None]] = []
        self._writer: pq.ParquetWriter | None = None

    def add(self, articles: Iterable[Article]) -> None:
        """Note the places of articles; those made elsewhere than in `etl.sources` have none."""
        for article in articles:
            place = getattr(article, "place", None)
            if place is not None:
                self._rows.append((content_hash(article), place.file, place.line))
        if len(self._rows) >= HELD_ROWS:
            self._write()

    def _write(self) -> None:
        """Write the rows held."""
        if self._writer is None:
            self._writer = pq.ParquetWriter(self._unfinished, SCHEMA, compression="zstd")
        columns = [list(column) for column in zip(*self._rows, strict=True)] or [[], [], []]
        self._writer.write_table(pa.table(columns, schema=SCHEMA))
        self._rows = []

    def close(self, *, whole: bool) -> None:
        """Put the file in its place if the whole of the articles was read, else leave what an earlier build wrote."""
        if whole:
            self._write()
        if self._writer is not None:
            self._writer.close()
            self._writer = None
        if whole:
            self._unfinished.replace(self.path)
        else:
            self._unfinished.unlink(missing_ok=True)
