"""Ten million events: how long they take to write, and how fast views and indices answer on them. Run by itself, not a test.

    python tests/bench/events.py [--events 10000000] [--folder DIR]

With `--folder` the events are kept there and used again by the next run.

The events are made up from a seed: twenty years, every country of the dictionary, a few dyads with most of the events as in real
data, every CAMEO code. A second, smaller dataset has the same dyads, for the agreement of datasets. Events go through the same
validation, order and files as those of a build or an import. Queries are timed warm: once unmeasured, then the median of five.
Every measured query runs in a fresh process with two threads; all-dyads tables within 2 GiB for the whole process.
"""

import argparse
import json
import platform
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa

from etl import paths
from etl.load import read_dictionary, sift, write
from etl.parquet import ROW_GROUP_ROWS, ordered, write_event_part
from etl.views import connect
from schemas import ORDER, TABLES, arrow_schema
from schemas.dictionary import FILES

SEED = 20_260_105
YEARS = range(2006, 2026)
ROLES, ROLE_WEIGHTS = ("GOV", "MIL", "BUS", "MED", "CVL", "OPP"), (0.55, 0.15, 0.1, 0.08, 0.08, 0.04)
REPEATS = 5
MEMORY_LIMIT = "1600MB"  # of DuckDB, so that the whole process stays within 2 GiB

OF_DYAD = "dataset = 'synthetic' and source_country = 'CHN' and target_country = 'USA'"
SERIES = "from index_series('CHN', 'USA', '{}', '{}', in_dataset := 'synthetic')"
ONE_DYAD = {
    "months, all measures (dyad_month)": f"from dyad_month where {OF_DYAD} order by month",
    "months, net cooperation (index_series)": SERIES.format("net_cooperation", "month"),
    "months, share of all events (index_series)": SERIES.format("share_of_events", "month"),
    "months, reciprocity (index_series)": SERIES.format("reciprocity", "month"),
    "days, net cooperation, trailing means (index_series)": SERIES.format("net_cooperation", "day"),
    "months, net cooperation (dyad_index)": f"from dyad_index where {OF_DYAD} and unit = 'month' and actors = 'all' "
    "and weighting = 'event' and index_name = 'net_cooperation'",
    "months beside the other dataset (dataset_agreement)": "from dataset_agreement where source_country = 'CHN' "
    "and target_country = 'USA'",
    "two years' months with intervals (index_interval)": "from index_interval('CHN', 'KOR', 'net_cooperation', 'month', "
    "date '2024-01-01', in_dataset := 'synthetic')",
}
ALL_DYADS = {
    "months with an event, all measures (dyad_month)": "from dyad_month where dataset = 'synthetic'",
    "every month, net cooperation (dyad_index)": "from dyad_index where dataset = 'synthetic' and unit = 'month' "
    "and actors = 'all' and weighting = 'event' and index_name = 'net_cooperation'",
    "two datasets compared (dataset_agreement)": "from dataset_agreement",
}


def events(n_events: int, dataset: str, year: int, seed: int) -> pa.Table:
    """Return one year's events of a dataset, unsorted, with every column of table `event`."""
    chance = np.random.default_rng([seed, year])
    countries = np.array(sorted(set(read_dictionary("country", paths.DICTIONARIES)["iso3"])))
    scores = read_dictionary("score_table", paths.DICTIONARIES)
    scores = scores[(scores["scheme"] == "gdelt") & (scores["event_code"].str.len() > 2)].reset_index(drop=True)
    plover = read_dictionary("cameo_code", paths.DICTIONARIES).set_index("event_code")["plover"].reindex(scores["event_code"])

    # A few countries and codes have most of the events, by a power law; the great ones are those of real news.
    great = ["USA", "CHN", "RUS", "GBR", "ISR", "IRN", "JPN", "KOR", "FRA", "DEU", "UKR", "IND"]
    ranked = np.array(great + [iso3 for iso3 in countries if iso3 not in great])
    weights = 1.0 / np.arange(1, len(ranked) + 1) ** 1.1
    source, target = (chance.choice(len(ranked), n_events, p=weights / weights.sum()) for _ in range(2))
    code_weights = 1.0 / (1.0 + np.random.default_rng(seed).permutation(len(scores))) ** 0.8
    code = chance.choice(len(scores), n_events, p=code_weights / code_weights.sum())
    day = np.datetime64(f"{year}-01-01") + chance.integers(0, 366 if year % 4 == 0 else 365, n_events)
    n_stories = chance.geometric(0.6, n_events)
    n_articles = n_stories + chance.geometric(0.5, n_events) - 1
    n_mentions = n_articles + chance.geometric(0.5, n_events) - 1
    numbers = chance.permutation(n_events).astype(np.uint64) * np.uint64(2_654_435_761) + np.uint64(year) * np.uint64(2**48)
    ids = np.char.add(f"{dataset[:1]}{year}-", numbers.astype("U"))
    moment = day.astype("datetime64[us]") + chance.integers(0, 86_400, n_events).astype("timedelta64[s]")
    codes = scores["event_code"].to_numpy(dtype=object)

    def picked(values: object, index: np.ndarray) -> pa.Array:
        """Return the values at these places, as plain strings."""
        return pa.DictionaryArray.from_arrays(pa.array(index.astype(np.int32)), pa.array(values, pa.string())).cast(pa.string())

    roles = [picked(ROLES, chance.choice(len(ROLES), n_events, p=ROLE_WEIGHTS)) for _ in range(2)]
    columns = {
        "event_id": pa.array(ids),
        "dataset": pa.array([dataset]).take(pa.array(np.zeros(n_events, np.int32))),
        "event_date": pa.array(day.astype("datetime64[D]")),
        "date_precision": picked(["day"], np.zeros(n_events)),
        "source_country": picked(ranked, source),
        "source_role": roles[0],
        "target_country": picked(ranked, target),
        "target_role": roles[1],
        "event_code": picked(codes, code),
        "event_base_code": picked([one[:3] for one in codes], code),
        "event_root_code": picked([one[:2] for one in codes], code),
        "quad_class": pa.array(scores["quad_class"].to_numpy()[code], pa.int8()),
        "plover": picked([None if pd.isna(one) else one for one in plover], code),
        "goldstein": pa.array(scores["goldstein"].to_numpy()[code]),
        "status": picked(["happened", "announced"], chance.choice(2, n_events, p=(0.9, 0.1))),
        "n_mentions": pa.array(n_mentions, pa.int32()),
        "n_raw_events": pa.array(np.ones(n_events), pa.int32()),
        "n_articles": pa.array(n_articles, pa.int32()),
        "n_stories": pa.array(n_stories, pa.int32()),
        "n_publishers": pa.array(np.minimum(n_articles, n_stories + 1), pa.int32()),
        "first_published": pa.array(moment, pa.timestamp("us")),
        "last_published": pa.array(moment + np.timedelta64(1, "h"), pa.timestamp("us")),
        "confidence": pa.array(chance.integers(50, 100, n_events) / 100),
        "mirror_event_id": pa.nulls(n_events, pa.string()),
        "evidence": picked(["A made-up report."], np.zeros(n_events)),
        "article_id": pa.array(np.char.add("article-", numbers.astype("U"))),
        "url": pa.array(np.char.add("https://news.example/", numbers.astype("U"))),
    }
    schema = arrow_schema(TABLES["event"])
    columns |= {name: pa.nulls(n_events, schema.field(name).type) for name in schema.names if name not in columns}  # no places
    return pa.table({name: columns[name] for name in schema.names})


def checked(rows: pa.Table) -> Iterator[pa.RecordBatch]:
    """Yield the rows a row group at a time, each validated as an importer does."""
    for batch in rows.to_batches(max_chunksize=ROW_GROUP_ROWS):
        failures = sift("event", batch.to_pandas(integer_object_nulls=True, date_as_object=False), TABLES["event"])[1]
        if len(failures):
            raise SystemExit(f"the generator made bad events:\n{failures.head()}")
        yield batch


def generate(n_events: int, dataset: str, folder: Path, seed: int) -> dict[str, float]:
    """Write a dataset of made-up events and return the seconds that making, sorting, and validating and writing took."""
    took = {"made": 0.0, "sorted": 0.0, "validated and written": 0.0}
    for year in YEARS:
        began = time.perf_counter()
        rows = events(n_events // len(YEARS), dataset, year, seed)
        made = time.perf_counter()
        rows = ordered(rows, ORDER["event"])
        put_in_order = time.perf_counter()
        write_event_part(checked(rows), dataset, year, folder)
        took["made"] += made - began
        took["sorted"] += put_in_order - made
        took["validated and written"] += time.perf_counter() - put_in_order
    return took


def write_dictionaries(folder: Path) -> None:
    """Write the tables that every dataset has."""
    for table in FILES:
        write(table, read_dictionary(table, paths.DICTIONARIES), folder)


def measure(kind: str, name: str, folder: Path) -> dict[str, float]:
    """Run one query in this process and return its seconds, processor seconds, rows and peak memory in MiB.

    `kind` is `one` (warm: the median of five runs after one that is not measured) or `all` (once, into a Parquet file).
    """
    with connect(folder) as connection, tempfile.TemporaryDirectory() as scratch:
        connection.execute("set threads = 2")
        if kind == "one":
            runs = []
            for _ in range(REPEATS + 1):
                began, worked = time.perf_counter(), time.process_time()
                n_rows = len(connection.execute(ONE_DYAD[name]).fetchall())
                runs.append((time.perf_counter() - began, time.process_time() - worked))
            taken, worked = sorted(runs[1:])[REPEATS // 2]
        else:
            connection.execute(f"set memory_limit = '{MEMORY_LIMIT}'")
            connection.execute(f"set temp_directory = '{scratch}'")
            connection.execute("set preserve_insertion_order = false")
            began, started = time.perf_counter(), time.process_time()
            made = connection.execute(f"copy ({ALL_DYADS[name]}) to '{scratch}/made.parquet' (compression zstd)")
            n_rows = made.fetchall()[0][0]
            taken, worked = time.perf_counter() - began, time.process_time() - started
    return {"seconds": taken, "worked": worked, "rows": n_rows, "peak": peak()}


def peak() -> float:
    """Return this process's peak resident memory in MiB.

    Linux tells it of this program alone; elsewhere the system's own count stands in, which macOS gives in bytes.
    """
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) / 2**10
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)


def apart(kind: str, name: str, folder: Path) -> dict[str, float]:
    """Run `measure` in a process of its own, so that one query's memory is not another's."""
    command = [sys.executable, __file__, "--folder", str(folder), "--measure", kind, name]
    return json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)


def report(n_events: int, folder: Path) -> None:
    """Write the datasets if they are not there, measure everything and print the tables."""
    print(f"{platform.machine()}, Python {platform.python_version()}, two threads, {date.today()}, seed {SEED}\n")  # noqa: DTZ011
    if not (folder / "event").exists():
        write_dictionaries(folder)
        for dataset, number, seed in (("synthetic", n_events, SEED), ("other", n_events // 10, SEED + 1)):
            took = generate(number, dataset, folder, seed)
            parts = ", ".join(f"{part} {seconds:.1f} s" for part, seconds in took.items() if part != "made")
            seconds = took["sorted"] + took["validated and written"]
            print(f"{number:,} events of {dataset}: {parts}; {number / seconds:,.0f} events a second, peak {peak():,.0f} MiB")
        size = sum(path.stat().st_size for path in (folder / "event").rglob("*.parquet")) / 2**20
        print(f"{size:,.0f} MiB of Parquet\n")
    began = time.perf_counter()
    with connect(folder):
        print(f"connecting {time.perf_counter() - began:.2f} s\n")
    print(f"{'one dyad (CHN -> USA), warm':<56}{'rows':>8}{'ms':>8}{'cpu ms':>8}{'MiB':>8}")
    for name in ONE_DYAD:
        found = apart("one", name, folder)
        print(
            f"{name:<56}{found['rows']:>8,}{1000 * found['seconds']:>8.0f}{1000 * found['worked']:>8.0f}{found['peak']:>8,.0f}",
            flush=True,
        )
    print(f"\n{'all dyads, within 2 GiB':<56}{'rows':>12}{'s':>8}{'cpu s':>8}{'MiB':>8}")
    for name in ALL_DYADS:
        found = apart("all", name, folder)
        print(f"{name:<56}{found['rows']:>12,}{found['seconds']:>8.1f}{found['worked']:>8.1f}{found['peak']:>8,.0f}", flush=True)


def main() -> None:
    """Read the arguments and print the report, or measure one query for it."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--events", type=int, default=10_000_000, help="events of the larger dataset")
    parser.add_argument("--folder", type=Path, help="keep the datasets here, and use those that are here")
    parser.add_argument("--measure", nargs=2, metavar=("KIND", "NAME"), help="run one query and print its figures as JSON")
    arguments = parser.parse_args()
    if arguments.measure:
        print(json.dumps(measure(*arguments.measure, arguments.folder)))
    elif arguments.folder:
        report(arguments.events, arguments.folder)
    else:
        with tempfile.TemporaryDirectory() as folder:
            report(arguments.events, Path(folder))


if __name__ == "__main__":
    main()
