"""Batch parts -> the dataset: duplicate ids settled, stories and events made, everything in a total order.

DuckDB does the joins and sorts within a limit of memory and on disk; pyarrow writes the result, a row group at a time. The same
articles give the same bytes in any order, cut into any batches, coded by any number of workers.
"""

import json
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path

import duckdb
import pandas as pd
import pyarrow as pa

from etl import paths
from etl.changes import compare, is_comparable
from etl.clusters import choose_scores, cluster, write_events
from etl.errors import InputError, OutputError
from etl.load import read_dictionary, split, write
from etl.origins import FILE as ORIGINS_FILE
from etl.origins import SCHEMA as ORIGIN_SCHEMA
from etl.parquet import TEXT_ROW_GROUP_ROWS, location, write_file
from etl.signatures import SCHEMA as SIGNATURE_SCHEMA
from etl.signatures import Agencies, sign
from etl.statements import build_query, count, literal
from etl.stories import assign
from schemas import ORDER, PARTS, TABLES, arrow_schema
from schemas.dictionary import FILES
from schemas.event import OWN

STAGING = ".merge"


@dataclass(frozen=True, slots=True)
class BuildInfo:
    """What made the dataset, for table `build`.

    `dictionary_hashes` maps dictionary file -> hash, `inputs` names what was read (file names, not paths of one machine);
    `scheme` is the score table that events get their Goldstein value and quad class from.
    """

    version: str
    coder_version: str
    dictionary_version: str
    dictionary_hashes: Mapping[str, str]
    parser: str
    inputs: Sequence[str]
    model_hash: str | None = None
    scheme: str = "gdelt"


@dataclass(frozen=True, slots=True)
class RunCounts:
    """What the dataset holds. Article records: n_read = n_coded + n_skipped + n_rejected."""

    n_coded: int
    n_skipped: int
    n_rejected: int
    n_mentions: int
    n_mentions_rejected: int
    n_events: int
    n_stories: int
    n_read: int = field(init=False)

    def __post_init__(self) -> None:
        """Add up what was read."""
        object.__setattr__(self, "n_read", self.n_coded + self.n_skipped + self.n_rejected)


def merge(
    batches_dir: Path,
    out_dir: Path,
    build_info: BuildInfo,
    dictionaries: Path = paths.DICTIONARIES,
    memory_limit: str = "1GB",
    threads: int = 2,
) -> RunCounts:
    """Build all tables in `out_dir` from the batches in `batches_dir` and return the counts.

    Batches are the folders whose names do not begin with a dot; rows of another coder version are passed over. Of articles
    with one id the first by (published_at, text_sha256) stays and each other one is a reject. The tables are made beside the old
    ones and replace them at the end. Raises `InputError` without `batches_dir`, `DictionaryError` on a faulty dictionary and
    `OutputError` where the folder cannot be written or the columns are not the model's.
    """
    if not batches_dir.is_dir():
        raise InputError(f"{batches_dir} holds no batches: nothing has been coded yet.")
    staging = out_dir / STAGING
    with _connect(staging, memory_limit, threads) as connection:
        _open_parts(connection, batches_dir, build_info.coder_version)
        for table in FILES:
            write(table, read_dictionary(table, dictionaries), staging)
        scores = choose_scores(read_dictionary("score_table", dictionaries), build_info.scheme)

        _open_origins(connection, batches_dir)
        _open_signatures(connection, batches_dir, Agencies(dictionaries))
        connection.execute(f"create table article_ranked as {build_query('article_ranked')}")
        assign(connection)
        for table in ("article", "article_text", "mention", "reject"):
            _write_query(connection, table, build_query(table), staging)
        for table in ("article", "mention", "reject", "cameo_code"):
            connection.execute(f"create view {table} as from read_parquet({literal(location(table, staging))})")
        for table in ("story", "volume"):
            _write_query(connection, table, build_query(table), staging)
        connection.execute(f"create view story as from read_parquet({literal(location('story', staging))})")

        n_events = cluster(connection, scores, dictionaries)
        _write_query(connection, "event_member", build_query("event_member"), staging)
        write_events(connection, staging)
        counts = _counts(connection, n_events)
        write("build", _build_row(build_info, str(scores["version"].iloc[0]), counts), staging)
        _write_changes(connection, out_dir, staging)
        _publish(staging, out_dir)
    return counts


@contextmanager
def _connect(staging: Path, memory_limit: str, threads: int) -> Iterator[duckdb.DuckDBPyConnection]:
    """Open a database on disk in a fresh staging folder; both are gone afterwards."""
    shutil.rmtree(staging, ignore_errors=True)
    try:
        staging.mkdir(parents=True)
    except OSError as error:
        raise OutputError(f"{staging.parent} cannot be written: {error}") from error
    settings: dict[str, str | bool | int | float | list[str]] = {
        "autoinstall_known_extensions": False,
        "memory_limit": memory_limit,
        "threads": threads,
        "temp_directory": str(staging / "spill"),
        "preserve_insertion_order": False,  # every result is sorted, so holding input in order only costs memory
    }
    connection = duckdb.connect(staging / "merge.duckdb", config=settings)
    connection.execute("set enable_progress_bar = false")  # the pipeline shows its own
    try:
        yield connection
    finally:
        connection.close()
        shutil.rmtree(staging, ignore_errors=True)


def _open_parts(connection: duckdb.DuckDBPyConnection, batches_dir: Path, coder_version: str) -> None:
    """Make views article_part, article_text_part, mention_part and reject_part over all batches, with the batch's name."""
    folders = _folders(batches_dir)
    for table, model in PARTS.items():
        files = [str(folder / f"{table}.parquet") for folder in folders]
        missing = [file for file in files if not Path(file).exists()]
        if missing:
            raise InputError(f"{missing[0]} is missing: remove its folder and build again.")
        if files:
            listed = ", ".join(map(literal, files))
            connection.execute(
                f"create view {table}_part as "
                "select * exclude (filename), parse_path(filename)[-2] as batch "
                f"from read_parquet([{listed}], filename = true, hive_partitioning = false) "
                f"where coder_version = {literal(coder_version)}"
            )
        else:
            connection.register(f"{table}_rows", arrow_schema(model).empty_table())
            connection.execute(f"create temp view {table}_part as select *, '' as batch from {table}_rows")


def _open_origins(connection: duckdb.DuckDBPyConnection, batches_dir: Path) -> None:
    """Make view origin over the places where articles were read; there are none where batches were not made by a build."""
    path = batches_dir / ORIGINS_FILE
    if path.exists():
        connection.execute(f"create view origin as from read_parquet({literal(path)}, hive_partitioning = false)")
    else:
        connection.register("origin", ORIGIN_SCHEMA.empty_table())


def _open_signatures(connection: duckdb.DuckDBPyConnection, batches_dir: Path, agencies: Agencies) -> None:
    """Make view signature_part over the signatures of all batches; those that are missing are made first."""
    files = sign(_folders(batches_dir), agencies)
    if files:
        listed = ", ".join(literal(file) for file in files)
        connection.execute(
            "create view signature_part as select * exclude (filename), parse_path(filename)[-2] as batch "
            f"from read_parquet([{listed}], filename = true, hive_partitioning = false)"
        )
    else:
        connection.register("signature_rows", SIGNATURE_SCHEMA.empty_table())
        connection.execute("create temp view signature_part as select *, '' as batch from signature_rows")


def _folders(batches_dir: Path) -> list[Path]:
    """Return the folders of whole batches, sorted."""
    return sorted(path for path in batches_dir.iterdir() if path.is_dir() and not path.name.startswith("."))


def _write_query(connection: duckdb.DuckDBPyConnection, table: str, query: str, directory: Path) -> None:
    """Write the rows of a query as a table, in the table's order."""
    schema = arrow_schema(TABLES[table])
    columns = ", ".join(f'"{name}"' for name in schema.names)
    order = ", ".join(f'"{column}" nulls last' for column in ORDER[table])
    reader = connection.sql(f"with made as ({query}) select {columns} from made order by {order}").to_arrow_reader(
        TEXT_ROW_GROUP_ROWS
    )
    write_file(_conform(reader, schema), schema, location(table, directory))


def _conform(batches: Iterable[pa.RecordBatch], schema: pa.Schema) -> Iterator[pa.RecordBatch]:
    """Yield batches in the schema's types."""
    return (batch.cast(schema) for batch in batches)


def _counts(connection: duckdb.DuckDBPyConnection, n_events: int) -> RunCounts:
    """Count what the tables hold. A reject is an article record's unless it is a mention that failed on loading."""
    is_mention = "stage = 'load' and file = 'mention'"
    n_skipped = count(connection, "(from article where skipped is not null)")
    return RunCounts(
        n_coded=count(connection, "article") - n_skipped,
        n_skipped=n_skipped,
        n_rejected=count(connection, f"(from reject where not ({is_mention}))"),
        n_mentions=count(connection, "mention"),
        n_mentions_rejected=count(connection, f"(from reject where {is_mention})"),
        n_events=n_events,
        n_stories=count(connection, "(select distinct story_id from article)"),
    )


def _build_row(info: BuildInfo, scheme_version: str, counts: RunCounts) -> pd.DataFrame:
    """Return the row of table `build`."""
    row = (
        asdict(info)
        | asdict(counts)
        | {
            "dictionary_hashes": json.dumps(dict(sorted(info.dictionary_hashes.items()))),
            "inputs": json.dumps(sorted(info.inputs), ensure_ascii=False),
            "scheme_version": scheme_version,
        }
    )
    good, rejects = split("build", pd.DataFrame([row], dtype=object))
    if len(rejects):
        raise OutputError(f"The build's own row does not meet its model: {rejects['reason'].iloc[0]}.")
    return good


def _write_changes(connection: duckdb.DuckDBPyConnection, out_dir: Path, staging: Path) -> None:
    """Write table `change`: what differs from the dataset that is there. Where nothing does, the changes it had stay."""
    held = location("change", out_dir)
    if not is_comparable(out_dir):
        write("change", split("change", pd.DataFrame(columns=arrow_schema(TABLES["change"]).names))[0], staging)
        return
    connection.execute(f"create or replace table change as {compare(connection, out_dir, staging)}")
    if count(connection, "change") or not held.exists():
        _write_query(connection, "change", "select * from change", staging)
    else:
        shutil.copyfile(held, location("change", staging))


def _publish(staging: Path, out_dir: Path) -> None:
    """Move the finished tables over the old ones."""
    try:
        for table in TABLES:
            if table != "event":
                location(table, staging).replace(location(table, out_dir))
        made, old = (location("event", directory) / f"dataset={OWN}" for directory in (staging, out_dir))
        shutil.rmtree(old, ignore_errors=True)
        if made.exists():  # no events, no partitions; datasets imported from elsewhere stay as they are
            old.parent.mkdir(exist_ok=True)
            made.replace(old)
    except OSError as error:
        raise OutputError(f"{out_dir} cannot be written: {error}") from error
