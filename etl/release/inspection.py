"""Whether a release is whole and says one thing: sums, package, tables, checks, database, CSV and Stata file."""

import json
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pandas as pd
import pyarrow.parquet as pq

from etl.errors import CheckError, InputError
from etl.parquet import location
from etl.release import package
from etl.release.checksums import differences, digest, files, read_sums
from etl.release.database import NAME as DATABASE
from etl.release.redaction import FORM
from etl.release.series import CSV, STATA, VIEW
from etl.release.tables import RELEASED
from etl.statements import count
from etl.views import LOCAL_TABLES, connect, run_checks
from schemas.view import VIEWS


def inspect(folder: Path) -> str:
    """Return one sentence on a release that is in order.

    Raises:
        InputError: the folder is no release.
        CheckError: a file is changed, missing or new; or two files of the release do not agree. Names each of them.
    """
    sums = read_sums(folder)
    faults = differences(folder)
    if not faults:  # what is in changed files means nothing
        faults = [*_package_faults(folder), *_content_faults(folder)]
    if faults:
        raise CheckError(f"{folder} is not as it was released:\n" + "\n".join(f"  {fault}" for fault in faults))
    return f"{folder}: {len(sums):,} files as released; tables, database, CSV and Stata file agree, and every check passed."


def _package_faults(folder: Path) -> Iterator[str]:
    """Yield what datapackage.json says wrongly of the files."""
    path = folder / package.NAME
    try:
        resources = json.loads(path.read_text(encoding="utf-8"))["resources"]
        described = {resource["path"]: resource for resource in resources}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InputError(f"{path} is no data package: {type(error).__name__}: {error}") from error
    for name, resource in described.items():
        file = folder / name
        if not file.is_file():
            yield f"{package.NAME} names {name}, which is missing"
        elif resource.get("bytes") != file.stat().st_size or resource.get("hash") != f"sha256:{digest(file)}":
            yield f"{package.NAME} gives another size or hash for {name}"
        elif file.suffix == ".parquet":
            fields = [field["name"] for field in resource["schema"]["fields"]]
            if fields != pq.read_schema(file).names:
                yield f"{package.NAME} gives other columns for {name}"
    yield from (
        f"{package.NAME} does not name {name}" for name in files(folder) if name.endswith(".parquet") and name not in described
    )


def _content_faults(folder: Path) -> Iterator[str]:
    """Yield where tables, database and series differ, and the checks that fail."""
    with connect(folder, commented=False) as connection:
        yield from _local_faults(folder)
        if not _is_redacted(connection):  # checks cut words out of sentences, which are not there
            try:
                run_checks(connection)
            except CheckError as error:
                yield str(error)
        yield from _database_faults(connection, folder)
        rows = count(connection, VIEW)
    for name, found in ((CSV, len(pd.read_csv(folder / CSV, dtype=str))), (STATA, len(pd.read_stata(folder / STATA)))):
        if found != rows:
            yield f"{name} has {found:,} rows, the view {VIEW} has {rows:,}"


def _local_faults(folder: Path) -> Iterator[str]:
    """Yield the tables that must not leave the machine that made them."""
    yield from (f"{name} holds the text of articles" for name in sorted(LOCAL_TABLES) if location(name, folder).exists())


def _is_redacted(connection: duckdb.DuckDBPyConnection) -> bool:
    """Return whether sentences are given by offsets and hashes."""
    found = connection.execute("select evidence from mention limit 1").fetchall()
    return bool(found) and FORM.fullmatch(found[0][0]) is not None


def _database_faults(connection: duckdb.DuckDBPyConnection, folder: Path) -> Iterator[str]:
    """Yield the tables and views of the database that do not have the rows of the Parquet files; each view is run."""
    with duckdb.connect(folder / DATABASE, read_only=True, config={"autoinstall_known_extensions": False}) as database:
        for name in (*RELEASED, *LOCAL_TABLES, *VIEWS):
            try:
                found = count(database, name)
            except duckdb.Error as error:
                yield f"{DATABASE} cannot read {name}: {str(error).splitlines()[0]}"
                continue
            wanted = count(connection, name)
            if found != wanted:
                yield f"{DATABASE} has {found:,} rows in {name}, the Parquet files have {wanted:,}"
