"""The places of our own events in the shapes of GDELT, ICEWS, POLECAT and Phoenix: what carries over, and what stays empty."""

import csv
import re
import sys
from collections import defaultdict
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from etl import paths
from etl.load import write_batch
from etl.merge import merge
from etl.records import Place
from etl.views import connect, run_checks

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "unit"))

import table_corpus

GDELT = (
    '"ActionGeo_Type", "ActionGeo_FullName", "ActionGeo_CountryCode", "ActionGeo_ADM1Code", "ActionGeo_ADM2Code", '
    '"ActionGeo_Lat", "ActionGeo_Long", "ActionGeo_FeatureID"'
)
PLACES = {
    "capital": Place("London", 2643743, "capital", "city", "GBR", 51.5, -0.12),
    "home": Place("Houston", 4699066, "city", "city", "USA", 29.76, -95.36),
    "state": Place("Texas", None, "region", "region", "USA", 31.5, -99.3),
    "region": Place("Bavaria", None, "region", "region", "DEU", 48.9, 11.4),
    "port": Place("Rafah", 281102, "city", "near", "PSE", 31.29, 34.24),
    "hill": Place("Hebron", 285066, "city", "city", "PSE", 31.52, 35.09),
    "town": Place("Nis", 787657, "city", "city", "SRB", 43.32, 21.9),
    "rock": Place("Jan Mayen", None, "island", "region", "SJM", 71.0, -8.4),
    "isle": Place("Svalbard", None, "island", "region", "SJM", 78.5, 17.0),
    "sea": Place("South China Sea", None, "water", "water", None, 13.0, 114.0),
    "site": Place("Bagram", None, "site", "site", "AFG", 34.9, 69.3),
    "nowhere": None,
}
# Far apart, so that no two are one act.
DAYS = {datetime(2026, 1, 1) + timedelta(days=20 * number): key for number, key in enumerate(PLACES)}
PROTEST = Path(__file__).parent / "queries" / "gdelt_protest_share.sql"


@pytest.fixture(scope="module")
def connection(tmp_path_factory):
    """A dataset in which each event happened at one of the places; its URL ends in the key of the place."""
    folder = tmp_path_factory.mktemp("shapes")
    articles = []
    for day, key in DAYS.items():
        act = table_corpus.mention(key, code="141", verb="rallied against", day=day.date())
        articles.append(table_corpus.coded(key, [replace(act, place=PLACES[key])], day))
    write_batch(articles, (), folder / "batches" / "first", table_corpus.CODER_VERSION)
    merge(folder / "batches", folder, table_corpus.build_info())
    with connect(folder) as opened:
        assert run_checks(opened)
        yield opened


def shown(connection, view, columns, day):
    """Return columns of each row of a shape by the key of its place; `day` is SQL that gives the day of the act."""
    found = connection.sql(f"select {day}::timestamp, {columns} from {view}").fetchall()
    assert len(found) == len(PLACES)
    return {DAYS[row[0]]: row[1:] for row in found}


def test_gdelt_names_the_place_of_the_act(connection):
    """Type, name with country, FIPS code and coordinates; codes of divisions and GNS ids are not ours to give."""
    expected = {
        "capital": (4, "London, United Kingdom", "UK", None, None, 51.5, -0.12, None),
        "home": (3, "Houston, United States", "US", None, None, 29.76, -95.36, None),
        "state": (2, "Texas, United States", "US", None, None, 31.5, -99.3, None),
        "region": (5, "Bavaria, Germany", "GM", None, None, 48.9, 11.4, None),
        "port": (4, "Rafah, Palestine", "GZ", None, None, 31.29, 34.24, None),
        "hill": (4, "Hebron, Palestine", "WE", None, None, 31.52, 35.09, None),
        "town": (4, "Nis, Serbia", "RB", None, None, 43.32, 21.9, None),
        "rock": (4, "Jan Mayen, Svalbard and Jan Mayen", "JN", None, None, 71.0, -8.4, None),
        "isle": (4, "Svalbard, Svalbard and Jan Mayen", "SV", None, None, 78.5, 17.0, None),
        "sea": (4, "South China Sea", None, None, None, 13.0, 114.0, None),
        "site": (4, "Bagram, Afghanistan", "AF", None, None, 34.9, 69.3, None),
        "nowhere": (0, None, None, None, None, None, None, None),
    }
    assert shown(connection, "gdelt_event", GDELT, "strptime(\"SQLDATE\"::varchar, '%Y%m%d')") == expected
    sides = 'select distinct "Actor1Geo_Type", "Actor2Geo_Type", "Actor1Geo_FullName", "Actor2Geo_FullName" from gdelt_event'
    assert connection.sql(sides).fetchall() == [(0, 0, None, None)]


def test_icews_has_city_region_and_country(connection):
    """A city stands under City, a region under Province, another place gives country and coordinates alone."""
    columns = '"City", "District", "Province", "Country", "Latitude", "Longitude"'
    found = shown(connection, "icews_event", columns, '"Event Date"')
    assert found["capital"] == ("London", None, None, "United Kingdom", 51.5, -0.12)
    assert found["region"] == (None, None, "Bavaria", "Germany", 48.9, 11.4)
    assert found["site"] == (None, None, None, "Afghanistan", 34.9, 69.3)
    assert found["sea"] == (None, None, None, None, 13.0, 114.0)
    assert found["nowhere"] == (None,) * 6


def test_polecat_has_the_name_and_the_geonames_id(connection):
    """POLECAT's ids are those of GeoNames, as ours are; its countries are ISO codes."""
    columns = (
        '"Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename", '
        '"Feature Type"'
    )
    found = shown(connection, "polecat_event", columns, '"Event Date"')
    assert found["capital"] == ("London", "London", None, None, "GBR", 51.5, -0.12, "2643743", None, None)
    assert found["region"] == ("Bavaria", None, None, "Bavaria", "DEU", 48.9, 11.4, None, None, None)
    assert found["sea"] == ("South China Sea", None, None, None, None, 13.0, 114.0, None, None, None)
    assert found["nowhere"] == (None,) * 10


def test_phoenix_has_location_country_and_state(connection):
    """LocationName is the place of any kind, the country has its English name."""
    columns = '"LocationName", "GeoCountryName", "GeoStateName", "ActionLat", "ActionLong"'
    found = shown(connection, "phoenix_event", columns, 'make_date("Year", "Month", "Day")')
    assert found["capital"] == ("London", "United Kingdom", None, 51.5, -0.12)
    assert found["state"] == ("Texas", "United States", "Texas", 31.5, -99.3)
    assert found["sea"] == ("South China Sea", None, None, 13.0, 114.0)
    assert found["nowhere"] == (None,) * 5


def test_a_query_by_place_finds_our_events(connection):
    """A published kind of query, protests in the United Kingdom by FIPS code, answers on our own events: one, a protest."""
    assert connection.sql(PROTEST.read_text(encoding="utf-8")).fetchall() == [(2026, 1, 1, 100.0)]


def test_the_view_has_the_fips_codes_of_the_crosswalk():
    """The codes in the view are those of the crosswalk, each country once; of several one is the rule."""
    text = (paths.SQL_VIEWS / "50_gdelt_event.sql").read_text(encoding="utf-8")
    pairs = re.findall(r"\('([A-Z]{3})', '([A-Z]{2})'\)", text)
    codes = defaultdict(set)
    with (paths.DICTIONARIES / "crosswalk" / "fips_countries.csv").open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            if row["kind"] == "country":
                codes[row["iso3"]].add(row["code"])
    assert [iso3 for iso3, _ in pairs] == sorted(codes)
    assert all(code in codes[iso3] for iso3, code in pairs)
    assert {iso3 for iso3, found in codes.items() if len(found) > 1} == {"PSE", "SJM", "SRB"}
