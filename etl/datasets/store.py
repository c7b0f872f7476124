"""Parts -> the partitions of `event`, and their rejects -> `reject`: sorted, each id once, the same bytes in any order of import.

A part is `imports/DATASET/HASH` in the dataset's folder, named by what its file holds, so a file imported again is known. Of rows
that share an id the first by (file, line) stays and each other one is a reject. DuckDB sorts within a limit of memory
and on disk.
"""

import json
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pyarrow.parquet as pq

from etl import paths
from etl.datasets.part import Summary, part_schema
from etl.errors import InputError, OutputError
from etl.load import read_dictionary, write
from etl.parquet import ROW_GROUP_ROWS, drop_event_parts, location, write_event_part, write_file
from etl.statements import count, literal
from schemas import ORDER, TABLES, arrow_schema
from schemas.dictionary import FILES

FOLDER = "imports"
STAGING = ".import"

_REFUSED = """
select
    'import' as stage, file, line, event_id as record_id, 'event_id: unique' as "check",
    if(is_copy, 'the same row stands in ', 'the id is used for another event in ')
    || first_file || ', line ' || first_line as reason,
    event_id as value,
    part
from duplicate
union all
select
    'import' as stage, file, line, number::varchar as record_id,
    if(place > 1, 'mention: unique', 'mention: event') as "check",
    if(
        place > 1,
        'the same row stands in ' || first_file || ', line ' || first_line,
        'the event is in no file that was imported'
    ) as reason,
    number::varchar as value,
    part
from mention
where place > 1 or not has_event
"""

_DUPLICATE = """
select *, content = first_content as is_copy
from (
    select
        row_id.*,
        row_number() over same as place,
        first_value(file) over same as first_file,
        first_value(line) over same as first_line,
        first_value(content) over same as first_content
    from row_id
    semi join again on row_id.event_id = again.event_id
    window same as (partition by event_id order by file, line, part)
)
where place > 1
"""

_MENTION = """
select
    file, line, number, cells,
    numbered.part,
    row_number() over same as place,
    first_value(file) over same as first_file,
    first_value(line) over same as first_line,
    exists (select 1 from row_id where row_id.event_id = 'gdelt-' || number) as has_event
from read_parquet([{files}], hive_partitioning = false, filename = true) as rows
inner join numbered on rows.filename = numbered.path
window same as (partition by number, cells order by file, line, filename)
"""

_TOLD = """
select 'gdelt-' || number as event_id, string_agg(cells, ',' order by cells) as cells
from mention
where place = 1 and has_event
group by number
"""

_WITH_MENTIONS = """if(
    told.cells is null, rows.evidence, rows.evidence[:-2] || ',"mentions":[' || told.cells || ']}'
) as evidence"""

_YEAR = """
select {columns}
from read_parquet([{files}], hive_partitioning = false) as rows
anti join duplicate
    on rows.event_id = duplicate.event_id and rows.file = duplicate.file and rows.line = duplicate.line
left join told on rows.event_id = told.event_id
where year(rows.event_date) = {year}
order by {order}
"""


@dataclass(frozen=True, slots=True)
class Store:
    """The imported parts of one dataset in the folder `out`. Memory, for what DuckDB sorts, is as DuckDB writes it."""

    out: Path
    dataset: str
    memory_limit: str = "2GB"
    threads: int = 2

    @property
    def directory(self) -> Path:
        """Where the parts lie."""
        return self.out / FOLDER / self.dataset

    def part(self, sha256: str) -> Path:
        """Return the folder of the part of a file."""
        return self.directory / sha256[:16]

    def summaries(self) -> dict[Path, Summary]:
        """Return every whole part with its summary, by file and hash."""
        found = {path: Summary.load(path) for path in self.directory.glob("[0-9a-f]*")} if self.directory.is_dir() else {}
        whole = [(path, summary) for path, summary in found.items() if summary is not None]
        return dict(sorted(whole, key=lambda one: (one[1].file, one[1].sha256)))

    def prepare(self, dictionaries: Path = paths.DICTIONARIES) -> None:
        """Make the folder, and in an empty one the tables of countries, codes and scores, so that every view works.

        Raises:
            OutputError: the folder cannot be made.
        """
        try:
            self.directory.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise OutputError(f"{self.out} cannot be written: {error.strerror or error}") from error
        for table in FILES:
            if not location(table, self.out).exists():
                write(table, read_dictionary(table, dictionaries), self.out)

    def scheme(self) -> str:
        """Return the score table that the folder's build names; `gdelt` where there is none."""
        path = location("build", self.out)
        return str(pq.read_table(path, columns=["scheme"])["scheme"][0].as_py()) if path.exists() else "gdelt"

    def merge(self) -> dict[Path, int]:
        """Write the dataset's partitions and the rejects of all imports anew.

        Returns how many rows of each part are refused in the light of all: an id used before, or a mention of no event.

        Raises:
            InputError: parts of an earlier version have other columns.
            OutputError: the folder cannot be written.
        """
        summaries = self.summaries()
        names = part_schema().names
        old = [one.file for part, one in summaries.items() if pq.read_schema(part / "event.parquet").names != names]
        if old:
            raise InputError(f"{self.out} holds files imported by an earlier version: import them again ({', '.join(old)}).")
        if not summaries:  # the last part was removed
            drop_event_parts(self.dataset, self.out, keep=())
            (self.directory / "refused.parquet").unlink(missing_ok=True)
            (self.directory / "merged.json").unlink(missing_ok=True)
            restore_rejects(self.out, is_changed=True)
            return {}
        with self._connected() as connection:
            self._number(connection, list(summaries))
            self._write_events(connection, list(summaries))
            connection.execute(f"create table refused as {_REFUSED}")
            found = connection.sql("select part, count(*) from refused group by part").fetchall()
            schema = arrow_schema(TABLES["reject"])
            reader = connection.sql("select * exclude (part) from refused").to_arrow_reader(ROW_GROUP_ROWS)
            write_file((batch.cast(schema) for batch in reader), schema, self.directory / "refused.parquet")
        restore_rejects(self.out, is_changed=True)
        (self.directory / "merged.json").write_text(self._state(summaries), encoding="utf-8")
        parts = list(summaries)
        return {parts[number]: n_rows for number, n_rows in found}

    @property
    def is_merged(self) -> bool:
        """Whether the partitions hold exactly the parts that are there: a run may have been stopped, or a part removed."""
        try:
            return (self.directory / "merged.json").read_text(encoding="utf-8") == self._state(self.summaries())
        except FileNotFoundError:
            return not self.summaries()

    @staticmethod
    def _state(summaries: Mapping[Path, Summary]) -> str:
        """Return what the partitions were made from, as text."""
        return json.dumps([[one.sha256, one.version] for one in summaries.values()])

    @contextmanager
    def _connected(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """Open a database on disk in a fresh folder; both are gone afterwards."""
        staging = self.out / STAGING
        shutil.rmtree(staging, ignore_errors=True)
        staging.mkdir()
        connection = duckdb.connect(
            staging / "import.duckdb",
            config={
                "autoinstall_known_extensions": False,
                "memory_limit": self.memory_limit,
                "threads": self.threads,
                "temp_directory": str(staging / "spill"),
                "preserve_insertion_order": False,  # every result is sorted
            },
        )
        try:
            yield connection
        except duckdb.Error as error:
            raise OutputError(f"{self.out} cannot be written: {error}") from error
        finally:
            connection.close()
            shutil.rmtree(staging, ignore_errors=True)

    def _number(self, connection: duckdb.DuckDBPyConnection, parts: Sequence[Path]) -> None:
        """Make `holding` (years of each part), `duplicate` (rows whose id an earlier row has), `mention` and `told` on it."""
        connection.execute(
            "create table row_id (event_id varchar, year smallint, part integer, file varchar, line integer, content ubigint)"
        )
        for number, part in enumerate(parts):
            connection.execute(
                f"insert into row_id select event_id, year(event_date), {number}, file, line, hash(evidence) "
                f"from read_parquet({literal(part / 'event.parquet')})"
            )
        connection.execute("create table holding as select distinct year, part from row_id")
        connection.execute("create table again as select event_id from row_id group by event_id having count(*) > 1")
        connection.execute(f"create table duplicate as {_DUPLICATE}")
        paths = [str(part / "mention.parquet") for part in parts]
        connection.execute("create table numbered as select unnest(?) as path, unnest(range(?)) as part", [paths, len(paths)])
        listed = ", ".join(map(literal, paths))
        connection.execute(f"create table mention as {_MENTION.format(files=listed)}")
        connection.execute(f"create table told as {_TOLD}")
        connection.execute("drop table row_id")

    def _write_events(self, connection: duckdb.DuckDBPyConnection, parts: Sequence[Path]) -> None:
        """Write every year, of the parts that hold it; the record of an event lists its mentions."""
        schema = arrow_schema(TABLES["event"])
        columns = ", ".join(_WITH_MENTIONS if name == "evidence" else f'rows."{name}"' for name in schema.names)
        order = ", ".join(f'rows."{name}" nulls last' for name in ORDER["event"])
        written = set()
        for (year,) in connection.sql("select distinct year from holding order by 1").fetchall():
            holding = connection.execute("select part from holding where year = ? order by 1", [year]).fetchall()
            listed = ", ".join(literal(parts[number] / "event.parquet") for (number,) in holding)
            rows = connection.sql(_YEAR.format(columns=columns, files=listed, year=int(year), order=order))
            batches = (batch.cast(schema) for batch in rows.to_arrow_reader(ROW_GROUP_ROWS))
            written.add(write_event_part(batches, self.dataset, year, self.out))
        drop_event_parts(self.dataset, self.out, keep=written)


def restore_rejects(out: Path, *, is_changed: bool = False) -> None:
    """Write the rejects of all imports into table `reject`, beside those of the build, which stay as they are.

    To be called after whatever writes `reject` anew. Where they are there already, or without imports, nothing changes.
    """
    files = sorted((out / FOLDER).glob("*/[0-9a-f]*/reject.parquet")) + sorted((out / FOLDER).glob("*/refused.parquet"))
    if not (out / FOLDER).is_dir():
        return
    path, schema = location("reject", out), arrow_schema(TABLES["reject"])
    queries = [f"from read_parquet([{', '.join(literal(file) for file in files)}], hive_partitioning = false)"] if files else []
    if path.exists():
        queries.append(f"from read_parquet({literal(path)}, hive_partitioning = false) where stage <> 'import'")
    if not queries:
        return
    order = ", ".join(f'"{column}" nulls last' for column in ORDER["reject"])
    with duckdb.connect(config={"autoinstall_known_extensions": False}) as connection:
        if not is_changed and path.exists() and files and _n_rejects(connection, files) == _n_rejects(connection, [path]):
            return
        rows = connection.sql(f"select * from ({' union all by name '.join(queries)}) order by {order}")
        columns = ", ".join(f'"{name}"' for name in schema.names)
        reader = rows.select(columns).to_arrow_reader(ROW_GROUP_ROWS)
        write_file((batch.cast(schema) for batch in reader), schema, path)


def _n_rejects(connection: duckdb.DuckDBPyConnection, files: Sequence[Path]) -> int:
    """Return how many rejects of imports some files hold."""
    listed = ", ".join(literal(file) for file in files)
    return count(connection, f"(from read_parquet([{listed}], hive_partitioning = false) where stage = 'import')")


def check_folder(out: Path) -> None:
    """Refuse a folder that is neither new, nor empty, nor one of ours.

    Raises:
        InputError: it holds something else.
    """
    if out.is_dir() and any(out.iterdir()) and not (out / FOLDER).is_dir() and not any(location(t, out).exists() for t in TABLES):
        raise InputError(f"{out} is not empty and holds no dataset of Comity: name another folder with --out.")
