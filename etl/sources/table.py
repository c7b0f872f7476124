"""Articles in tables: CSV and TSV row by row, Parquet by row groups.

Every cell of a CSV is text and stays text: "NA" is Namibia's code or a headline, never a missing value. Empty cells are missing.
"""

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from etl.errors import InputError
from etl.records import Article, Reject
from etl.sources.decoding import LONGEST_RECORD, Line, lines, open_text, undecoded
from etl.sources.options import FIELDS, ReadOptions
from etl.sources.record import Place, missing_fields, to_article, wanted_columns

if TYPE_CHECKING:
    import pyarrow as pa

_ROWS_AT_ONCE = 512  # long articles are some 10 kB: 5 MB in memory


def read_csv(path: Path, options: ReadOptions) -> Iterator[Article | Reject]:
    """Yield the articles of a .csv or .tsv file (or either .gz) that has a header line.

    A row with too many or too few cells, or with broken quotes, is refused with its line.
    Raises InputError if the file cannot be opened, is empty, or lacks a column that articles need.
    """
    # The limit is the csv module's own global; the default of 128 kB would refuse long articles.
    csv.field_size_limit(LONGEST_RECORD)
    delimiter = "\t" if ".tsv" in path.suffixes else ","
    with open_text(path, options.encoding) as stream:
        raw = _Raw(lines(stream))
        rows = csv.reader(raw, delimiter=delimiter, strict=True)
        try:
            header = [name.strip() for name in next(rows, [])]
        except csv.Error as error:
            raise InputError(f"{path}: the header line is no CSV ({error})") from error
        except InputError as error:
            raise InputError(f"{path}: {error}") from error
        check_columns(path, header, options)
        raw.take()
        while True:
            place = Place(str(path), rows.line_num + 1)
            try:
                cells = next(rows, None)
            except csv.Error as error:
                yield place.reject(f"line {place.line}: not valid CSV ({error})", raw.take().text)
                continue
            except InputError as error:
                yield place.reject(str(error))
                return
            if cells is None:
                return
            record = raw.take()
            if cells:
                yield _row(cells, header, record, options, place)


class _Raw:
    """Feeds lines to the csv reader and keeps those of the record at hand, for the byte offset of what is wrong in them."""

    def __init__(self, source: Iterator[Line]) -> None:
        self._source = source
        self._held: list[Line] = []

    def __iter__(self) -> Iterator[str]:
        """Yield each line's characters with a line end."""
        for line in self._source:
            self._held.append(line)
            yield line.text + "\n"

    def take(self) -> Line:
        """Return the record at hand as it stands in the file, and begin the next."""
        held, self._held = self._held, []
        return Line(held[0].number, held[0].offset, "\n".join(line.text for line in held)) if held else Line(1, 0, "")


def _row(cells: list[str], header: list[str], raw: Line, options: ReadOptions, place: Place) -> Article | Reject:
    """Turn one row's cells into an article."""
    if reason := undecoded(raw.text, raw.offset, options.encoding):
        return place.reject(f"line {raw.number}: {reason}", raw.text)
    if len(cells) != len(header):
        return place.reject(f"line {raw.number}: {len(cells)} cells where the header has {len(header)}", raw.text)
    return to_article(dict(zip(header, cells, strict=True)), options, place)


def read_parquet(path: Path, options: ReadOptions) -> Iterator[Article | Reject]:
    """Yield the articles of a Parquet file; `line` of a reject is the row, counted from 1.

    Raises InputError if the file is no Parquet or lacks a column that articles need.
    """
    import pyarrow as pa  # noqa: PLC0415 (0.1 s that reading JSON need not pay)
    import pyarrow.parquet as pq  # noqa: PLC0415 (as above)

    try:
        with pq.ParquetFile(path) as file:
            columns = list(file.schema_arrow.names)
            check_columns(path, columns, options)
            row = 0
            for batch in file.iter_batches(batch_size=_ROWS_AT_ONCE, columns=wanted_columns(columns, options)):
                for record in _records(batch):
                    row += 1
                    place = Place(str(path), row)
                    yield to_article(record, options, place) if isinstance(record, dict) else place.reject(record)
    except (pa.ArrowException, OSError) as error:
        raise InputError(f"{path}: cannot be read as Parquet ({error})") from error


def _records(batch: "pa.RecordBatch") -> Iterator[dict[str, object] | str]:
    """Yield each row as a record, or the reason why its bytes are no text."""
    import pyarrow as pa  # noqa: PLC0415 (as in read_parquet)

    columns = {}
    for name, column in zip(batch.schema.names, batch.columns, strict=True):
        # Nanoseconds would come back as a pandas type; nobody publishes by the nanosecond.
        is_moment = pa.types.is_timestamp(column.type) and column.type.unit == "ns"
        columns[name] = column.cast(pa.timestamp("us", tz=column.type.tz), safe=False) if is_moment else column
    for index in range(batch.num_rows):
        try:
            yield {name: column[index].as_py() for name, column in columns.items()}
        except UnicodeDecodeError as error:
            yield f"row bytes are not valid UTF-8 (byte 0x{error.object[error.start]:02x} at offset {error.start} of a cell)"


def check_columns(path: Path, columns: list[str], options: ReadOptions) -> None:
    """Raise InputError, naming what is missing, found and allowed, unless the columns can make articles."""
    if not columns:
        raise InputError(f"{path}: empty; a header line is needed with at least date and text")
    twice = sorted({column for column in columns if columns.count(column) > 1 and column in wanted_columns(columns, options)})
    if twice:
        raise InputError(f"{path}: column {', '.join(twice)} appears more than once")
    if absent := missing_fields(columns, options):
        allowed = ", ".join(name for names in FIELDS.values() for name in names)
        found = ", ".join(columns)
        raise InputError(
            f"{path}: no column {', '.join(absent)}; found: {found}; allowed: {allowed}, or say --text-column NAME and the like"
        )
