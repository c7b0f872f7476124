"""A release, step by step: tables, series, database, pages, package, checksums; whole or not at all."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from etl.errors import InputError, OutputError
from etl.parquet import location
from etl.release import papers
from etl.release.accuracy import write_accuracy
from etl.release.checksums import NAME as SUMS
from etl.release.checksums import files, write_sums
from etl.release.database import write_database
from etl.release.package import write_package
from etl.release.series import write_csv, write_stata
from etl.release.tables import write_tables
from etl.sink import replacing
from etl.views import connect, run_checks

RELEASES = Path("data/release")


@dataclass(frozen=True, slots=True)
class Report:
    """What a release holds: its folder, and the size of each file in bytes."""

    folder: Path
    sizes: dict[str, int]

    def __str__(self) -> str:
        """The report as text: files with their sizes, and what to do next."""
        width = max(map(len, self.sizes), default=0)
        lines = [f"{name:<{width}}  {size:>12,} bytes" for name, size in self.sizes.items()]
        total = f"{len(self.sizes)} files, {sum(self.sizes.values()):,} bytes in {self.folder}"
        return "\n".join([*lines, total, f"Verify with: comity release --check {self.folder}"])


def publish(data: Path, out: Path | None = None, *, redact: bool = False) -> Report:
    """Make a release of the dataset in `data` and return its report.

    `out` is the folder of the release (default: data/release/VERSION); a release that lies there is replaced. With `redact`
    sentences are given by offsets and a hash. The same dataset gives the same bytes.

    Raises:
        InputError: `data` holds no dataset built here, or a file of this installation is missing.
        OutputError: `out` cannot be written, or holds something that is no release.
        CheckError: a check of sql/checks found bad rows.
    """
    build = _build_row(data)
    with connect(data, commented=False) as connection:
        run_checks(connection)
    folder = out or RELEASES / build["version"]
    if folder.exists() and not (folder / SUMS).is_file() and (not folder.is_dir() or any(folder.iterdir())):
        raise OutputError(f"{folder} is not empty and no release: choose another folder with --out, or empty it yourself.")
    with replacing(folder) as unfinished:
        _write(data, unfinished, build, redact=redact)
    return Report(folder, {name: (folder / name).stat().st_size for name in [*files(folder), SUMS]})


def _build_row(data: Path) -> dict[str, Any]:
    """Return the row of table build."""
    if not location("build", data).is_file():
        raise InputError(f"{data} holds no dataset built here: make one with `comity build --articles PATH --out {data}`.")
    rows: list[dict[str, Any]] = pq.read_table(location("build", data), partitioning=None).to_pylist()
    return rows[0]


def _write(data: Path, folder: Path, build: dict[str, Any], *, redact: bool) -> None:
    """Write every file of a release. Files that tell of others come after them."""
    left = write_tables(data, folder, redact=redact)
    stable = write_database(folder)
    with connect(folder) as connection:
        connection.execute("set threads = 1")  # sums of floats depend on their order
        write_csv(connection, folder)
        write_stata(connection, folder)
        papers.write_run(connection, folder, build, left, redact=redact, stable=stable)
    papers.write_licence(folder)
    papers.write_citation(folder, build)
    papers.write_codebook(folder)
    write_accuracy(folder, build["coder_version"], build["model_hash"])
    write_package(folder, build, redact=redact)
    write_sums(folder)
