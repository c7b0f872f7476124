"""Real files of the other datasets: every row is accounted for, an independent reading finds the same, shapes round-trip."""

import pytest

from etl.datasets import Intake
from etl.datasets.layout import GDELT_EVENT, GDELT_MENTION, ICEWS_EVENT
from etl.views import connect

GDELT_FILES = {
    "gdelt2_20191024143000.export.CSV": GDELT_EVENT,
    "gdelt1_events_58col_20160728.export.CSV": tuple(name for name in GDELT_EVENT if "ADM2" not in name),
    "gdelt1_events_57col_historical_1982.csv": tuple(name for name in GDELT_EVENT[:-1] if "ADM2" not in name),
}
ICEWS_FILE = "icews_events.2018.sample.tab"
MENTION_FILE = "gdelt2_mentions_16col_gdeltPyR_sample.CSV"


@pytest.fixture(scope="module")
def reports(native, tmp_path_factory):
    """Import all real files into one folder; return the folder and the reports."""
    out = tmp_path_factory.mktemp("native")
    gdelt = Intake("gdelt", [native / name for name in (*GDELT_FILES, MENTION_FILE)], out).run()
    return out, gdelt, Intake("icews", [native / ICEWS_FILE], out).run()


@pytest.fixture(scope="module")
def connection(reports):
    """A connection to what was imported."""
    with connect(reports[0]) as opened:
        yield opened


def raw(native, name, columns, *, header=False):
    """Return SQL that reads a file by DuckDB alone: all text, no quotes, missing values empty."""
    named = ", ".join(f"'{column}': 'varchar'" for column in columns)
    missing = "['NA']" if header else "['']"
    options = f"delim = '\t', quote = '', escape = '', header = {str(header).lower()}, nullstr = {missing}, columns = {{{named}}}"
    return f"read_csv('{native / name}', {options})"


def lines_of(path):
    """Return how many lines a file has."""
    return len(path.read_bytes().rstrip(b"\n").split(b"\n"))


def test_every_row_is_accounted_for(native, reports, connection):
    """Of each file as many rows are read as it has lines, read = loaded + rejected, and the tables hold as many."""
    out, gdelt, icews = reports
    summaries = {one.file: one for one in (*gdelt.new, *icews.new)}
    assert summaries.keys() == {*GDELT_FILES, ICEWS_FILE, MENTION_FILE}
    for name, one in summaries.items():
        assert one.n_read == lines_of(native / name) - (name == ICEWS_FILE)
        assert one.n_read == one.n_loaded + one.n_rejected
        assert one.n_rejected == connection.execute("select count(*) from reject where file = ?", [name]).fetchall()[0][0]
    n_events = connection.sql("select dataset, count(*) from event group by 1 order by 1").fetchall()
    assert n_events == [
        ("gdelt", sum(summaries[name].n_loaded for name in GDELT_FILES)),
        ("icews", summaries[ICEWS_FILE].n_loaded),
    ]
    assert (out / "imports").is_dir()


def test_all_events_of_the_real_files_are_loaded(reports):
    """No row of the four event files is refused: every code and name in them is known."""
    _, gdelt, icews = reports
    assert [one.file for one in (*gdelt.new, *icews.new) if one.n_rejected] == [MENTION_FILE]


@pytest.mark.usefixtures("reports")
def test_mentions_without_their_events_are_rejects(native, connection):
    """The mentions are of another day than the events: each is a reject that says so, none is lost."""
    said = connection.execute(
        "select count(*) from reject where file = ? and reason like 'the event is in no file%'", [MENTION_FILE]
    )
    assert said.fetchall() == [(lines_of(native / MENTION_FILE),)]


@pytest.mark.parametrize("name", GDELT_FILES)
def test_gdelt_round_trip(native, connection, name):
    """gdelt_event gives back every column of every row of a GDELT file as DuckDB alone reads it."""
    columns = GDELT_FILES[name]
    types = {row[0]: row[1] for row in connection.sql("describe gdelt_event").fetchall()}
    original = ", ".join(f'"{column}"::{types[column]} as "{column}"' for column in columns)
    ours = ", ".join(f'"{column}"' for column in columns)
    query = f"select {original} from {raw(native, name, columns)}"
    n_rows, n_lost = connection.sql(
        f"select (select count(*) from ({query})), (select count(*) from ({query} except all select {ours} from gdelt_event))"
    ).fetchall()[0]
    assert (n_rows, n_lost) == (lines_of(native / name), 0)


def test_icews_round_trip(native, connection):
    """icews_event gives back every column of every row of an ICEWS file as DuckDB alone reads it, NA as null."""
    types = {row[0]: row[1] for row in connection.sql("describe icews_event").fetchall()}
    original = ", ".join(f'"{column}"::{types[column]} as "{column}"' for column in ICEWS_EVENT)
    query = f"select {original} from {raw(native, ICEWS_FILE, ICEWS_EVENT, header=True)}"
    lost = connection.sql(f"select count(*) from ({query} except all from icews_event)").fetchall()
    assert (connection.sql(f"select count(*) from ({query})").fetchall(), lost) == (
        [(lines_of(native / ICEWS_FILE) - 1,)],
        [(0,)],
    )


@pytest.mark.parametrize("name", GDELT_FILES)
def test_gdelt_values_are_those_of_an_independent_reading(native, connection, name):
    """Day, code, counts, first report and link of each event, and its countries where CAMEO and ISO agree, by DuckDB alone."""
    url = '"SOURCEURL"' if "SOURCEURL" in GDELT_FILES[name] else "null"
    moment = 'if(length("DATEADDED") = 14, strptime("DATEADDED", \'%Y%m%d%H%M%S\'), strptime("DATEADDED", \'%Y%m%d\'))'
    special = (
        "('EUR', 'AFR', 'WST', 'SAF', 'MEA', 'CAU', 'EAF', 'SEA', 'SAS', 'CRB', 'NAF', 'WAF', 'CAS', 'LAM', 'ASA', 'HKG', 'MAC')"
    )
    query = (
        'select \'gdelt-\' || "GLOBALEVENTID" as event_id, strptime("SQLDATE", \'%Y%m%d\')::date as event_date, "EventCode", '
        f'"NumMentions"::integer, "NumArticles"::integer, "NumSources"::integer, {moment}, {url}, '
        f'if("Actor1CountryCode" in {special}, null, "Actor1CountryCode"), '
        f'if("Actor2CountryCode" in {special}, null, "Actor2CountryCode") from {raw(native, name, GDELT_FILES[name])}'
    )
    ours = (
        "select event_id, event_date, event_code, n_mentions, n_articles, n_publishers, first_published, url, "
        # the state of the day is undone: what DuckDB reads is the code of today
        "case source_country when 'SUN' then 'RUS' when 'YUG' then 'SRB' when 'CSK' then 'CZE' else source_country end, "
        "case target_country when 'SUN' then 'RUS' when 'YUG' then 'SRB' when 'CSK' then 'CZE' else target_country end "
        "from event where dataset = 'gdelt'"
    )
    assert connection.sql(f"({query}) except all ({ours})").fetchall() == []


def test_icews_values_are_those_of_an_independent_reading(native, connection):
    """Day, code, score and story of each event by DuckDB alone; a named country is a country, and the other way round."""
    query = (
        "select 'icews-' || \"Event ID\" || '-' || replace(\"Event Date\", '-', ''), "
        '"Event Date"::date, "CAMEO Code", "Story ID", '
        '"Source Country" is not null, "Target Country" is not null '
        f"from {raw(native, ICEWS_FILE, ICEWS_EVENT, header=True)}"
    )
    ours = (
        "select event_id, event_date, event_code, article_id, source_country is not null, target_country is not null "
        "from event where dataset = 'icews'"
    )
    assert connection.sql(f"({query}) except all ({ours})").fetchall() == []
    names = connection.sql(
        'select distinct "Source Country", source_country_name from event_named inner join icews_event '
        "on event_id = 'icews-' || \"Event ID\" || '-' || strftime(\"Event Date\", '%Y%m%d') where \"Source Country\" is not null"
    ).fetchall()
    assert len(names) > 100
    assert {theirs: ours for theirs, ours in names if theirs != ours} == {
        "Congo": "Republic of the Congo",
        "Cote d'Ivoire": "Ivory Coast",
        "Czech Republic": "Czechia",
        "Democratic Republic of Congo": "Democratic Republic of the Congo",
        "Hong Kong": "China",
        "Moldova, Republic of": "Moldova",
        "Occupied Palestinian Territory": "Palestine",
        "Russian Federation": "Russia",
        "the former Yugoslav Republic of Macedonia": "North Macedonia",
    }


def test_the_record_keeps_each_gdelt_column(native, connection):
    """The evidence of an event is its row, under GDELT's names, with nothing but what was empty left out."""
    name = "gdelt2_20191024143000.export.CSV"
    columns = GDELT_FILES[name]
    n_cells = " + ".join(f'("{column}" is not null)::integer' for column in columns)
    wanted = connection.sql(f"select sum({n_cells}) from {raw(native, name, columns)}").fetchall()
    names = ", ".join(f"'{column}'" for column in columns)
    kept = connection.sql(
        f"select count(*) from (select unnest(json_keys(evidence)) as name, event_id from event where dataset = 'gdelt' "
        f"and first_published = timestamp '2019-10-24 14:30:00') where name in ({names})"
    ).fetchall()
    assert kept == wanted


def test_mention_columns_are_those_of_the_codebook(connection):
    """The mention shape has the sixteen names in their order."""
    assert [row[0] for row in connection.sql("describe gdelt_mention").fetchall()] == list(GDELT_MENTION)
