"""The gazetteer: places that news names, with where they lie. No country is in it: its centre is no place of an act.

`places/cities.csv` comes from GeoNames (`etl.gazetteer`), `places/named.csv` is ours: waters, islands, regions, lines and sites.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from etl.dictionaries.phrases import PhraseIndex, forms
from etl.dictionaries.rows import Row, read_rows

KINDS = frozenset("capital city site region island water line".split(" "))

NAME_COLUMNS = tuple("name,country,aliases,source,note".split(","))
NAMED_COLUMNS = tuple("name,aliases,kind,country,geonames_id,latitude,longitude,source,note".split(","))
CITY_COLUMNS = tuple("name,aliases,kind,country,geonames_id,latitude,longitude,population,rival,source,note".split(","))


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of the gazetteer: degrees north and east, inhabitants, and those of the largest other place of its name.

    `country` is ISO 3166-1 alpha-3 as GeoNames has it, None for what lies in no one country or is in dispute between several.
    """

    name: str
    kind: str
    country: str | None
    geonames_id: int | None
    latitude: float
    longitude: float
    population: int = 0
    rival: int = 0


def load_places(directory: Path, sources: frozenset[str], countries: frozenset[str]) -> PhraseIndex[Spot]:
    """Read and check the gazetteer; a name may stand for several places.

    Raises DictionaryError with file, row, value and what is allowed for anything it does not know.
    """
    index: PhraseIndex[Spot] = PhraseIndex()
    for row in _rows(directory / "places"):
        if row["source"] not in sources:
            raise row.fault("source", "a key of SOURCES.csv")
        if row["country"] and row["country"] not in countries:
            raise row.fault("country", "a code of countries.csv or empty")
        spot = Spot(
            name=row["name"],
            kind=row.one_of("kind", KINDS),
            country=row["country"] or None,
            geonames_id=_number(row, "geonames_id") if row["geonames_id"] else None,
            latitude=_degrees(row, "latitude", 90),
            longitude=_degrees(row, "longitude", 180),
            population=_number(row, "population") if "population" in row.cells else 0,
            rival=_number(row, "rival") if "rival" in row.cells else 0,
        )
        spellings = {forms(name): name for name in (row["name"], *row.items("aliases"))}
        for name in spellings.values():  # the index knows no diacritics: "Bogotá" is "Bogota"
            index.add(name, spot)
    return index


def _rows(folder: Path) -> Iterator[Row]:
    """Yield the rows of both files."""
    yield from read_rows(folder / "named.csv", NAMED_COLUMNS)
    yield from read_rows(folder / "cities.csv", CITY_COLUMNS)


def _number(row: Row, column: str) -> int:
    """Return a cell as a whole number."""
    if not row[column].isdecimal():
        raise row.fault(column, "a whole number")
    return int(row[column])


def _degrees(row: Row, column: str, limit: int) -> float:
    """Return a cell as degrees."""
    try:
        value = float(row[column])
    except ValueError:
        raise row.fault(column, "a number of degrees") from None
    if not -limit <= value <= limit:
        raise row.fault(column, f"between -{limit} and {limit}")
    return value
