"""A folder of GDELT files of some gigabytes: how long `comity import` takes, and how much memory. Run by itself, not a test.

    python tests/bench/importing.py --folder DIR [--gigabytes 10]

The files have the 61 columns of GDELT 2.0 and are made up from a seed, one file of some seventy megabytes at a time; they are
kept in DIR/raw and used again by the next run. The import runs in a process of its own, whose peak of memory is told.
"""

import argparse
import resource
import shutil
import subprocess
import sys
import time
from datetime import date, timedelta
from pathlib import Path

import numpy as np

from etl.datasets.layout import GDELT_EVENT

SEED = 20_261_126
FILE_BYTES = 100_000_000
FIRST_DAY = date(2019, 1, 1)
COUNTRIES = "USA CHN RUS GBR FRA DEU JPN KOR PRK IND PAK IRN ISR TUR UKR AUS BRA MEX EGY NGA".split()
FIPS = "US CH RS UK FR GM JA KS KN IN PK IR IS TU UP AS BR MX EG NI".split()
CODES = "010 020 036 040 042 043 046 051 057 061 071 084 090 111 112 120 130 141 150 163 173 190 193 195".split()
SECTORS = ("GOV", "MIL", "BUS", "MED", "CVL", "")


def write_file(path: Path, first_id: int, day: date, draw: np.random.Generator) -> int:
    """Write one file of at most `FILE_BYTES`; return its number of rows."""
    n_rows = FILE_BYTES // 430
    sides = draw.integers(0, len(COUNTRIES), (n_rows, 3)).tolist()
    sectors = draw.integers(0, len(SECTORS), (n_rows, 2)).tolist()
    codes, counts = draw.integers(0, len(CODES), n_rows).tolist(), draw.integers(1, 40, n_rows).tolist()
    spread = draw.integers(0, 1461, n_rows).tolist()
    with path.open("w", encoding="utf-8", newline="") as out:
        for number in range(n_rows):
            one, other, place = sides[number]
            told = FIRST_DAY + timedelta(days=spread[number])
            code, n = CODES[codes[number]], counts[number]
            cells = dict.fromkeys(GDELT_EVENT, "")
            cells |= {
                "GLOBALEVENTID": str(first_id + number), "SQLDATE": f"{told:%Y%m%d}", "MonthYear": f"{told:%Y%m}",
                "Year": str(told.year), "FractionDate": f"{told.year + told.timetuple().tm_yday / 366:.4f}",
                "Actor1Code": COUNTRIES[one], "Actor1Name": "SOMEBODY OF IT", "Actor1CountryCode": COUNTRIES[one],
                "Actor1Type1Code": SECTORS[sectors[number][0]], "Actor2Code": COUNTRIES[other],
                "Actor2CountryCode": COUNTRIES[other], "Actor2Type1Code": SECTORS[sectors[number][1]], "IsRootEvent": "1",
                "EventCode": code, "EventBaseCode": code[:3], "EventRootCode": code[:2], "QuadClass": "1",
                "GoldsteinScale": "1.0", "NumMentions": str(n), "NumSources": "1", "NumArticles": str(n),
                "AvgTone": "-2.0277481323", "ActionGeo_Type": "1", "ActionGeo_FullName": "The Capital of that Country, Country",
                "ActionGeo_CountryCode": FIPS[place], "ActionGeo_ADM1Code": FIPS[place], "ActionGeo_Lat": "38.0",
                "ActionGeo_Long": "-97.0", "ActionGeo_FeatureID": FIPS[place], "DATEADDED": f"{told:%Y%m%d}120000",
                "SOURCEURL": f"https://news.example/{day:%Y/%m/%d}/world/what-a-headline-says-about-it-{first_id + number}",
            }  # fmt: skip
            out.write("\t".join(cells.values()) + "\n")
    return n_rows


def make(folder: Path, gigabytes: float) -> tuple[int, int]:
    """Make the files that are missing; return the number of files and of bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    n_bytes, number, first_id = 0, 0, 1
    while n_bytes < gigabytes * 1e9:
        day = FIRST_DAY + timedelta(days=number)
        path = folder / f"{day:%Y%m%d}.export.CSV"
        if not path.exists():
            write_file(path, first_id, day, np.random.default_rng(SEED + number))
        n_bytes, number, first_id = n_bytes + path.stat().st_size, number + 1, first_id + FILE_BYTES // 430
    return number, n_bytes


def main() -> None:
    """Make the files, import them, print what it took."""
    parser = argparse.ArgumentParser(description="Measure the import of a large folder.")
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--gigabytes", type=float, default=10.0)
    options = parser.parse_args()
    n_files, n_bytes = make(options.folder / "raw", options.gigabytes)
    out = options.folder / "imported"
    shutil.rmtree(out, ignore_errors=True)
    files = sorted((options.folder / "raw").glob("*.export.CSV"))[:n_files]
    started = time.perf_counter()
    command = [str(Path(sys.executable).with_name("comity")), "import", "gdelt", *map(str, files), "--out", str(out)]
    subprocess.run(command, check=True)
    seconds = time.perf_counter() - started
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    size = sum(path.stat().st_size for path in out.rglob("*") if path.is_file())
    print(f"{n_files} files, {n_bytes / 1e9:.2f} GB in {seconds:.0f} s ({n_bytes / 1e6 / seconds:.1f} MB/s)")
    print(f"user time {used.ru_utime:.0f} s; largest process {used.ru_maxrss / 2**20:.2f} GiB; written {size / 1e9:.2f} GB")


if __name__ == "__main__":
    main()
