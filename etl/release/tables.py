"""The Parquet tables of a release: those of the dataset without the text of articles, and without other people's events.

Imported datasets have terms of their own, so a release holds our events only. Of a refused record the value stays behind: it may
be a piece of an article.
"""

import shutil
from pathlib import Path

import duckdb

from etl.parquet import TEXT_ROW_GROUP_ROWS, location, write_event_part, write_file
from etl.release.redaction import Redaction
from etl.statements import literal
from etl.views import LOCAL_TABLES
from schemas import ORDER, TABLES, arrow_schema
from schemas.event import OWN

HISTORY = "change"
RELEASED = tuple(table for table in TABLES if table not in {*LOCAL_TABLES, HISTORY})
"""The tables of a release. `change` tells how one dataset came to be, not what it is: the same data can have another."""

_REJECTS = """
    select * replace (parse_filename(file) as file, null as value)
    from read_parquet({path}, hive_partitioning = false)
    where stage <> 'import'
"""


def write_tables(data: Path, folder: Path, *, redact: bool) -> dict[str, int]:
    """Write the tables of the dataset in `data` into `folder`; return how many events of each other dataset stay behind.

    Raises:
        InputError: with `redact`, there is no text of articles to take the offsets from.
    """
    redaction = Redaction(data) if redact else None
    for table in RELEASED:
        if table == "event":
            _write_events(data, folder, redaction)
        elif not location(table, data).is_file():
            continue  # not every dataset has every table: none of its rows, no file
        elif table == "reject":
            _write_rejects(location(table, data), location(table, folder))
        elif redaction is not None and table in redaction.tables:
            redaction.write(table, folder)
        else:
            shutil.copyfile(location(table, data), location(table, folder))
    return _left_behind(data)


def _write_events(data: Path, folder: Path, redaction: Redaction | None) -> None:
    """Copy our events, year by year; redacted ones are written anew."""
    own = f"dataset={OWN}"
    for path in sorted((location("event", data) / own).glob("year=*/part-*.parquet")):
        year = path.parent.name
        if redaction is not None:
            write_event_part(redaction.events(path), OWN, int(year.removeprefix("year=")), folder)
            continue
        target = location("event", folder) / own / year / path.name
        target.parent.mkdir(parents=True)
        shutil.copyfile(path, target)


def _write_rejects(path: Path, target: Path) -> None:
    """Write what was refused without the values, files by their names alone: a path tells of somebody's machine."""
    schema = arrow_schema(TABLES["reject"])
    columns = ", ".join(f'"{name}"' for name in schema.names)
    order = ", ".join(f'"{column}" nulls last' for column in ORDER["reject"])
    with duckdb.connect(config={"autoinstall_known_extensions": False, "threads": 1}) as connection:
        refused = _REJECTS.format(path=literal(path))
        rows = connection.sql(f"select {columns} from ({refused}) as refused order by {order}")
        write_file((batch.cast(schema) for batch in rows.to_arrow_reader(TEXT_ROW_GROUP_ROWS)), schema, target)


def _left_behind(data: Path) -> dict[str, int]:
    """Count the events of each imported dataset."""
    counts = {}
    for folder in sorted(location("event", data).glob("dataset=*")):
        name = folder.name.removeprefix("dataset=")
        if name != OWN:
            with duckdb.connect(config={"autoinstall_known_extensions": False}) as connection:
                pattern = str(folder / "year=*" / "*.parquet")
                found = connection.execute("select count(*) from read_parquet($path)", {"path": pattern}).fetchall()
            counts[name] = int(found[0][0])
    return counts
