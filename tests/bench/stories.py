"""How the cost of stories grows: seconds and peak memory for 5,000 to 200,000 articles. Run as `python tests/bench/stories.py`.

No test: figures depend on the machine. The articles are made up from a seed: 5,000 a day, four in ten of them copies, edits or
cuts of an earlier one. Each size runs in a process of its own, so that its peak of memory is its own.
"""

import multiprocessing
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from etl import paths
from etl.signatures import Agencies, sign
from etl.stories import assign

SIZES = (5_000, 20_000, 50_000, 100_000, 200_000)
BATCH_ARTICLES = 400
ARTICLES_A_DAY = 5_000
WORDS = 300
VOCABULARY = 30_000
COPIED = 0.4
SETTINGS = {"memory_limit": "1GB", "threads": 2, "autoinstall_known_extensions": False}


def main() -> None:
    """Measure each size and print its line."""
    print(f"{'articles':>9}{'stories':>9}{'planted':>9}{'sign s':>8}{'link s':>8}{'us each':>9}{'again s':>9}{'peak MiB':>10}")
    sizes = [int(size) for size in sys.argv[1:]] or SIZES
    for size in sizes:
        with multiprocessing.get_context("spawn").Pool(1) as pool:
            print(pool.apply(measure, (size,)), flush=True)


def measure(size: int) -> str:
    """Return the line of one size: time to sign and to link, time of a second build that signs nothing, and peak memory."""
    with tempfile.TemporaryDirectory() as folder:
        folders, n_planted = write(size, Path(folder))
        agencies = Agencies(paths.DICTIONARIES)
        started = time.perf_counter()
        files = sign(folders, agencies)
        signed = time.perf_counter() - started
        linked, n_stories = link_all(folders, files)
        started = time.perf_counter()
        sign(folders, agencies)
        again = time.perf_counter() - started + link_all(folders, files)[0]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    each = (signed + linked) / size * 1e6
    return f"{size:>9,}{n_stories:>9,}{n_planted:>9,}{signed:>8.1f}{linked:>8.1f}{each:>9.0f}{again:>9.1f}{peak:>10,.0f}"


def link_all(folders: list[Path], files: list[Path]) -> tuple[float, int]:
    """Assign stories within DuckDB as a build does; return the seconds and the number of stories."""
    with duckdb.connect(config=SETTINGS) as connection:
        connection.execute("set enable_progress_bar = false")
        for name, listed in (("article_part", [path / "article.parquet" for path in folders]), ("signature_part", files)):
            connection.execute(
                f"create view {name} as select * exclude (filename), parse_path(filename)[-2] as batch "
                f"from read_parquet({[str(path) for path in listed]}, filename = true, hive_partitioning = false)"
            )
        connection.execute("create table article_ranked as select *, 1 as place from article_part")
        started = time.perf_counter()
        assign(connection)
        seconds = time.perf_counter() - started
        return seconds, connection.sql("select count(distinct story_id) from article_story").fetchall()[0][0]


def write(size: int, folder: Path) -> tuple[list[Path], int]:
    """Write made-up batches; return their folders and the number of texts that are no copies."""
    folders, rows, n_own = [], [], 0
    for number, (text, is_own) in enumerate(texts(size)):
        n_own += is_own
        rows.append(
            {
                "content_hash": f"{number:016x}",
                "article_id": f"a{number:07d}",
                "source": f"Newsroom {number % 97}",
                "published_at": datetime(2026, 1, 1) + timedelta(days=number / ARTICLES_A_DAY),
                "title": "A headline",
                "text": text,
            }
        )
        if len(rows) == BATCH_ARTICLES or number == size - 1:
            path = folder / f"b{len(folders):05d}"
            path.mkdir()
            table = pa.Table.from_pylist(rows)
            pq.write_table(table.select(["content_hash", "title", "text"]), path / "article_text.parquet")
            pq.write_table(table.drop_columns(["title", "text"]), path / "article.parquet")
            folders.append(path)
            rows = []
    return folders, n_own


def texts(size: int) -> Iterator[tuple[str, bool]]:
    """Yield texts in the order of publication, and whether each is none of the copies."""
    chance = np.random.default_rng(5)
    vocabulary = np.array([f"w{number}" for number in range(VOCABULARY)])
    rank = np.arange(1, VOCABULARY + 1)
    weights = np.cumsum(1 / rank) / np.sum(1 / rank)
    recent: list[np.ndarray] = []
    for _ in range(size):
        if recent and chance.random() < COPIED:
            words = recent[chance.integers(len(recent))].copy()
            kind = chance.integers(3)
            if kind == 1:
                words[chance.integers(0, len(words), len(words) // 20)] = "edited"
            elif kind == 2:
                words = words[: len(words) // 2]
            yield " ".join(words), False
        else:
            words = vocabulary[np.searchsorted(weights, chance.random(max(80, int(chance.normal(WORDS, 60)))))]
            recent = [*recent[-1_999:], words]
            yield " ".join(words), True


if __name__ == "__main__":
    main()
