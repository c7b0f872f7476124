"""Where tables lie as Parquet files, and how the files are written.

A table is `TABLE.parquet` in its folder; events are `event/dataset=NAME/year=YYYY/part-0.parquet`. Files are compressed with zstd
in row groups of 122,880 rows, and written under a temporary name that replaces the file at the end: rows in the same order give
the same bytes however they arrive, and no reader sees half a file.
"""

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from etl.errors import OutputError
from schemas import TABLES, arrow_schema

ROW_GROUP_ROWS = 122_880  # sixty DuckDB vectors: full scans and single dyads are both fast (measured on 100M events)
TEXT_ROW_GROUP_ROWS = 8_192  # rows that hold a whole article: some 30 MB of text at a time


def location(table: str, directory: Path) -> Path:
    """Return where a table lies in a dataset's folder: a file, or for events a folder of partitions."""
    return directory / (table if table == "event" else f"{table}.parquet")


def ordered(rows: pa.Table, columns: Sequence[str]) -> pa.Table:
    """Return a table sorted by `columns`, empty values last."""
    keys = [(column, "ascending") for column in columns]
    return rows.take(pc.sort_indices(rows, sort_keys=keys))


def write_event_part(batches: Iterable[pa.RecordBatch], dataset: str, year: int, directory: Path) -> Path:
    """Write the events of one dataset and year, and return the file. The folder's name says `dataset`, so the file does not."""
    schema = event_file_schema()
    path = location("event", directory) / f"dataset={dataset}" / f"year={year:04d}" / "part-0.parquet"
    write_file((batch.select(schema.names) for batch in batches), schema, path)
    return path


def event_file_schema() -> pa.Schema:
    """Return the Arrow schema of an event file: the table's without `dataset`."""
    schema = arrow_schema(TABLES["event"])
    return schema.remove(schema.get_field_index("dataset"))


def drop_event_parts(dataset: str, directory: Path, keep: Iterable[Path]) -> None:
    """Remove the files of a dataset's years that it no longer has."""
    kept = set(keep)
    for path in (location("event", directory) / f"dataset={dataset}").glob("year=*/part-*.parquet"):
        if path not in kept:
            path.unlink()
            path.parent.rmdir()


def write_file(batches: Iterable[pa.RecordBatch], schema: pa.Schema, path: Path) -> int:
    """Write record batches, already in order, as one Parquet file; return the number of rows. Holds one row group in memory."""
    size = TEXT_ROW_GROUP_ROWS if "text" in schema.names else ROW_GROUP_ROWS
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f".{path.name}.{os.getpid()}")
    n_rows = 0
    try:
        with pq.ParquetWriter(unfinished, schema, compression="zstd") as writer:
            for group in regroup(batches, schema, size):
                writer.write_table(group, row_group_size=size)
                n_rows += group.num_rows
        unfinished.replace(path)
    except OSError as error:
        raise OutputError(f"{path} cannot be written: {error}") from error
    finally:
        unfinished.unlink(missing_ok=True)
    return n_rows


def regroup(batches: Iterable[pa.RecordBatch], schema: pa.Schema, size: int) -> Iterator[pa.Table]:
    """Yield tables of `size` rows from batches of any size, so that how rows arrive leaves no trace in the file."""
    held: list[pa.RecordBatch] = []
    n_held = 0
    for batch in batches:
        held.append(batch)
        n_held += batch.num_rows
        while n_held >= size:
            rows = pa.Table.from_batches([one.cast(schema) for one in held], schema)
            yield rows.slice(0, size).combine_chunks()
            held, n_held = rows.slice(size).to_batches(), n_held - size
    if n_held:
        yield pa.Table.from_batches([one.cast(schema) for one in held], schema).combine_chunks()
