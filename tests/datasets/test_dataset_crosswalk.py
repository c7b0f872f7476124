"""Codes and names of other datasets -> ours: every row of the tables is sound, and the traps of the field are avoided."""

import csv
from datetime import date

import pytest

from etl import paths
from etl.datasets.crosswalk import Crosswalk, Refusal, Side, day_of
from etl.dictionaries.actors import BODY_COLUMNS, COUNTRY_COLUMNS
from etl.dictionaries.rows import Row, read_rows

FOLDER = paths.DICTIONARIES / "crosswalk"
FILES = sorted(FOLDER.glob("*.csv"))
DAY = date(2019, 5, 1)


def rows(name):
    """Return the rows of a table."""
    with (FOLDER / name).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_row_names_its_source_and_stands_once(path):
    """Each row has a source of SOURCES.csv, and no key comes twice."""
    sources = {
        row["key"] for row in read_rows(paths.DICTIONARIES / "SOURCES.csv", tuple("key,title,url,licence,note".split(",")))
    }
    found = rows(path.name)
    assert found
    assert {row["source"] for row in found} <= sources
    n_keys = {"successions.csv": 3, "sectors.csv": 2, "event_codes.csv": 2, "polecat_plover.csv": 2}.get(path.name, 1)
    keys = [tuple(row.values())[:n_keys] for row in found]
    assert len(set(keys)) == len(keys)


def test_tables_hold_only_what_our_tables_know(crosswalk):
    """Countries are in countries.csv, bodies in bodies.csv, event codes in cameo_codes.csv."""
    bodies = {row["code"] for row in read_rows(paths.DICTIONARIES / "bodies.csv", BODY_COLUMNS)}
    for name in ("cameo_countries.csv", "fips_countries.csv"):
        for row in rows(name):
            known = {"country": crosswalk.countries, "body": bodies}.get(row["kind"], {""})
            assert row["iso3"] in known, row
    assert {row["iso3"] for row in rows("english_names.csv")} <= crosswalk.countries
    assert {row[name] for row in rows("successions.csv") for name in ("iso3", "becomes")} <= crosswalk.countries
    assert {row["body"] for row in rows("groups.csv")} <= bodies
    for name in ("event_codes.csv", "icews_texts.csv", "polecat_plover.csv"):
        assert {row["event_code"] for row in rows(name)} <= crosswalk.plover.keys()


def test_every_country_has_its_codes(crosswalk):
    """Every ISO code of ours is a CAMEO code too, and every country of today but three parts of others has a FIPS code."""
    assert crosswalk.countries <= crosswalk.cameo_countries.keys()
    former = {"SUN", "YUG", "SCG", "CSK", "DDR", "YMD"}
    assert crosswalk.countries - former - {iso3 for _, iso3 in crosswalk.fips_countries.values()} == {"ALA", "BES"}


@pytest.mark.parametrize(
    ("code", "iso3"),
    [("NI", "NGA"), ("NG", "NER"), ("UK", "GBR"), ("GB", "GAB"), ("CH", "CHN"), ("CI", "CHL"), ("SZ", "CHE"), ("GM", "DEU"),
     ("GA", "GMB"), ("KS", "KOR"), ("KN", "PRK"), ("GZ", "PSE"), ("WE", "PSE"), ("IS", "ISR"), ("IC", "ISL"), ("AS", "AUS"),
     ("AU", "AUT"), ("RP", "PHL"), ("UP", "UKR"), ("SP", "ESP"), ("OS", None), ("PF", None), ("QQ", None)],
)  # fmt: skip
def test_fips_is_not_iso(crosswalk, code, iso3):
    """FIPS 10-4 codes that look like ISO codes of other countries; seas, disputed islands and unknown codes are no country."""
    assert crosswalk.fips(code, DAY) == iso3


@pytest.mark.parametrize(
    ("code", "side"),
    [("ROM", Side("ROU")), ("TMP", Side("TLS")), ("MTN", Side("MNE")), ("KSV", Side("XKX")), ("HKG", Side("CHN")),
     ("EUR", Side(role="EUR")), ("AFR", Side()), ("NAM", Side("NAM")), ("TWN", Side("TWN"))],
)  # fmt: skip
def test_cameo_is_not_quite_iso(crosswalk, code, side):
    """CAMEO's own codes, Hong Kong as part of China, the European Union as a body, and regions that are no side at all."""
    assert crosswalk.cameo(code, DAY) == side


def test_unknown_codes_and_names_are_refused(crosswalk):
    """What no table knows is refused with its value, never passed through."""
    for call, value in ((crosswalk.cameo, "QQQ"), (crosswalk.named, "Ruritania")):
        with pytest.raises(Refusal, match="unknown country") as refused:
            call(value, DAY)
        assert refused.value.value == value
    with pytest.raises(Refusal, match="unknown event code"):
        crosswalk.event_code("gdelt", "999")
    with pytest.raises(Refusal, match="unknown event type"):
        crosswalk.polecat("DANCE", "")


@pytest.mark.parametrize(
    ("iso3", "day", "becomes"),
    [("RUS", date(1991, 12, 25), "SUN"), ("RUS", date(1991, 12, 26), "RUS"), ("SUN", date(2000, 1, 1), "RUS"),
     ("SRB", date(2006, 6, 4), "SCG"), ("SRB", date(2006, 6, 5), "SRB"), ("SRB", date(1999, 3, 1), "YUG"),
     ("YUG", date(2010, 1, 1), "SRB"), ("CZE", date(1992, 12, 31), "CSK"), ("DDR", date(1990, 10, 3), "DEU"),
     ("YMD", date(1990, 5, 22), "YEM"), ("KOR", date(1950, 1, 1), "KOR")],
)  # fmt: skip
def test_a_country_is_the_state_of_its_day(crosswalk, iso3, day, becomes):
    """A code stands for the state that existed on the day of the act."""
    assert crosswalk.on(iso3, day) == becomes


def test_a_state_lives_in_the_period_its_codes_hold():
    """On the first and last day of a succession the state it leads to has a row of countries.csv that holds."""
    periods: dict[str, list[Row]] = {}
    for row in read_rows(paths.DICTIONARIES / "countries.csv", COUNTRY_COLUMNS):
        periods.setdefault(row["iso3"], []).append(row)
    for row in rows("successions.csv"):
        for text in (row["valid_from"], row["valid_to"]):
            if text:
                day = date.fromisoformat(text)
                assert any(
                    (one.day("valid_from") or date.min) <= day <= (one.day("valid_to") or date.max)
                    for one in periods[row["becomes"]]
                ), row


@pytest.mark.parametrize(
    ("name", "iso3"),
    [("South Korea", "KOR"), ("Congo", "COG"), ("Democratic Republic of Congo", "COD"), ("Moldova, Republic of", "MDA"),
     ("the former Yugoslav Republic of Macedonia", "MKD"), ("Hong Kong", "CHN"), ("Viet Nam", "VNM"), ("turkey", "TUR"),
     ("Czech Republic", "CZE"), ("Occupied Palestinian Territory", "PSE")],
)  # fmt: skip
def test_english_names_of_the_lists(crosswalk, name, iso3):
    """Names as the lists of the datasets have them, whatever their capitals."""
    assert crosswalk.named(name, DAY) == iso3


@pytest.mark.parametrize(
    ("written", "code"),
    [("042", "042"), ("42", "042"), ("10", "010"), ("311", "0311"), ("112", "112"), ("1213", "121"), ("1014", "1014")],
)
def test_event_codes_lose_no_zero(crosswalk, written, code):
    """A leading zero that a table program has eaten is put back; codes that GDELT writes without a list get their base code."""
    assert crosswalk.event_code("gdelt", written) == code


def test_every_event_code_keeps_itself(crosswalk):
    """No code of three or four digits is taken for another."""
    assert {code: crosswalk.event_code("gdelt", code) for code in crosswalk.plover if len(code) > 2} == {
        code: code for code in crosswalk.plover if len(code) > 2
    }


def test_every_plover_type_has_a_code_of_its_own_type(crosswalk):
    """Each PLOVER type without a mode is known, and the code of a type and mode is of that type, but for resignations."""
    table = {(row["event_type"], row["event_mode"]): row["event_code"] for row in rows("polecat_plover.csv")}
    types = {kind for kind in crosswalk.plover.values() if kind}
    assert {kind for kind, mode in table if not mode} == types
    assert [key for key, code in table.items() if crosswalk.plover[code] != key[0]] == [("RETREAT", "resign")]


def test_sectors_give_one_role_whatever_their_order(crosswalk):
    """Lists of ICEWS come in any order; those of GDELT are ordered, and a kind of body is no sector."""
    sectors = ["Government", "Parties", "Foreign Ministry", "Executive"]
    assert crosswalk.role("icews", sectors) == crosswalk.role("icews", sectors[::-1]) == "GOV"
    assert crosswalk.role("icews", ["Military", "Government"]) == "MIL"
    assert crosswalk.role("cameo", ["IGO", "MED", "GOV"]) == "MED"
    assert crosswalk.role("polecat", ["JRN"]) == "MED"
    assert crosswalk.role("polecat", ["MED"]) == "HLH"
    assert crosswalk.role("icews", ["Hindu"]) is None


def test_bodies_are_found_by_name_and_behind_an_office(crosswalk):
    """A body is known by its name, its alias, and in brackets."""
    assert (crosswalk.body("European Union"), crosswalk.body("Ministry (G7)"), crosswalk.body("Tata Motors")) == (
        "EUR",
        "GOS",
        None,
    )


@pytest.mark.parametrize("text", ["2018-06-01", "20180601", "2018-06-01 00:00:00", "2018-06-01T10:00", "20180601103000"])
def test_days_in_every_writing(text):
    """ISO days and days without dashes, with or without a time."""
    assert day_of(text, "Event Date") == date(2018, 6, 1)


@pytest.mark.parametrize("text", ["13y", "", "2018-13-01", "01/02/2018", "2018", "20180230", "201806011"])
def test_what_is_no_day_is_refused(text):
    """Nonsense, missing and ambiguous days are refused."""
    with pytest.raises(Refusal, match="Event Date is"):
        day_of(text, "Event Date")


def test_version_hangs_on_the_tables(tmp_path, crosswalk):
    """Another row in a table is another version, so files are read again; the version is the same otherwise."""
    import shutil

    copy = tmp_path / "dictionaries"
    shutil.copytree(paths.DICTIONARIES, copy)
    assert Crosswalk(copy).version == crosswalk.version
    with (copy / "crosswalk" / "groups.csv").open("a", encoding="utf-8") as stream:
        stream.write("ZZZ,EUR,own,\n")
    assert Crosswalk(copy).version != crosswalk.version
