"""The views: their columns, comments, headers and examples, and what they count."""

import re
from collections import defaultdict

import pytest
import table_corpus

from etl.errors import InputError
from etl.views import connect, export, run_checks, sql_type, view_files, view_name
from schemas import TABLES, arrow_schema
from schemas.view import VIEWS

HEADER = re.compile(r"-- [A-Z].*\.\n-- Grain: .*\n(-- .*\n)*-- Example: select .*;\ncreate or replace view (\w+) as\n")


def described(connection, name):
    """Return column names and types as DuckDB has them."""
    return [(row[0], row[1]) for row in connection.sql(f"describe {name}").fetchall()]


def one(connection, query):
    """Return the first row of a query."""
    return connection.sql(query).fetchall()[0]


def declared(model):
    """Return column names and types as the model has them."""
    return [(field.name, sql_type(field.type)) for field in arrow_schema(model)]


@pytest.mark.parametrize("name", VIEWS)
def test_view_equals_its_model(connection, name):
    """A view has the columns of its model, in order and type."""
    assert described(connection, name) == declared(VIEWS[name])


@pytest.mark.parametrize("name", VIEWS)
def test_rows_of_view_meet_its_model(connection, name):
    """The rows of a view meet the checks of its model."""
    frame = connection.sql(f"from {name}").to_arrow_table().to_pandas(integer_object_nulls=True, date_as_object=False)
    assert len(frame) > 0
    from etl.load import sift

    assert sift(name, frame, VIEWS[name])[1].empty


@pytest.mark.parametrize("name", TABLES)
def test_table_equals_its_model(connection, empty_dir, name):
    """A table has the columns of its model, whether or not it has rows."""
    assert described(connection, name) == declared(TABLES[name])
    with connect(empty_dir) as nothing:
        assert described(nothing, name) == declared(TABLES[name])


def test_every_file_is_a_view_with_a_model_in_order():
    """Each file makes the view of its name, and the models are listed in the order of the files."""
    assert [view_name(path) for path in view_files()] == list(VIEWS)


@pytest.mark.parametrize("path", view_files(), ids=view_name)
def test_header_says_grain_reads_and_example(connection, path):
    """A file's header has a sentence, the grain, what it reads and an example, which runs."""
    text = path.read_text(encoding="utf-8")
    header = HEADER.match(text)
    assert header
    assert header[2] == view_name(path)
    reads = re.search(r"Reads: ([a-z_, \n-]+?)\.", text)[1]
    body = re.sub(r"--.*", "", text)
    known = set(TABLES) | set(VIEWS)
    read = {word for word in re.findall(r"(?:from|join)\s+(\w+)", body) if word in known}
    assert read <= {name.strip(" \n-") for name in reads.split(",")}
    example = re.search(r"-- Example: (.*)", text)[1]
    connection.sql(example).fetchall()


def test_everything_is_commented(connection):
    """Every table, view and column carries a comment."""
    bare_views = "select view_name from duckdb_views() where not internal and coalesce(comment, '') = ''"
    bare_columns = "select table_name, column_name from duckdb_columns() where not internal and coalesce(comment, '') = ''"
    assert connection.sql(bare_views).fetchall() == []
    assert connection.sql(bare_columns).fetchall() == []


def test_dyad_months_count_what_mentions_say(connection):
    """Every dyad's month, counted straight from the corpus, is what the view says."""
    score = dict(connection.sql("select event_code, goldstein from score_table where scheme = 'gdelt'").fetchall())
    told = defaultdict(list)
    for article in table_corpus.corpus(90):
        for mention in article.mentions:
            source, target = mention.source.country, mention.target.country
            if source and target and source != target and mention.status in {"happened", "announced"}:
                told[source, target, mention.event_date.replace(day=1)].append((article.article, mention))
    expected = {}
    for dyad, acts in told.items():
        keys = {(m.event_date, m.source.role, m.target.role, m.event_code, m.status) for _, m in acts}
        expected[dyad] = (
            len(acts),
            len(keys),
            len({article.article_id for article, _ in acts}),
            len({article.source for article, _ in acts}),
            pytest.approx(sum(score[key[3]] for key in keys)),
            len([key for key in keys if {key[1], key[2]} <= {"GOV", "MIL", "SPY"}]),
            pytest.approx(sum(key[3] in {"111", "163", "190"} for key in keys) / len(keys)),
        )
    rows = connection.sql(
        "select source_country, target_country, month, n_mentions, n_events, n_stories, n_publishers, goldstein_sum, "
        "n_events_official, conflict_share from dyad_month where dataset = 'comity'"
    ).fetchall()
    assert {row[:3]: row[3:] for row in rows} == expected
    assert any(count[0] > count[1] > 1 for count in expected.values())


def test_pair_counts_a_mutual_act_once(connection):
    """A pair has one event for two that mirror one another, and all their mentions."""
    held = "from event where source_country <> target_country"
    n_events, n_mirrored = one(connection, f"select count(*), count(mirror_event_id) {held}")
    assert n_mirrored > 0
    assert one(connection, "select sum(n_events) from pair_year") == (n_events - n_mirrored // 2,)
    assert one(connection, "select sum(n_mentions) from pair_year") == one(connection, f"select sum(n_mentions) {held}")


def test_dyads_leave_out_self_dyads_and_bodies(connection):
    """No dyad has one country twice or a side without a country, though there are such events."""
    odd = "source_country is null or target_country is null or source_country = target_country"
    assert one(connection, f"select count(*) from event where {odd}")[0] > 0
    assert one(connection, f"select count(*) from dyad_day where {odd}") == (0,)


def test_datasets_stay_apart(connection):
    """An imported event is a row of its own beside ours, with its own counts of stories and publishers."""
    rows = connection.sql(
        "select year, n_mentions, n_stories, n_publishers from dyad_year where dataset = 'icews' order by year"
    ).fetchall()
    assert rows == [(2018, 3, 2, 2), (2026, 3, 2, 2)]


def test_gdelt_shape_has_61_columns_and_its_formats(connection):
    """Names of the first and last columns, the number of columns, and dates as GDELT writes them."""
    columns = connection.sql("describe gdelt_event").fetchall()
    assert len(columns) == 61
    assert (columns[0][0], columns[30][0], columns[60][0]) == ("GLOBALEVENTID", "GoldsteinScale", "SOURCEURL")
    date, fraction, month = one(
        connection, 'select "SQLDATE", "FractionDate", "MonthYear" from gdelt_event order by "SQLDATE" limit 1'
    )
    year, day = divmod(date, 10_000)
    assert month == date // 100
    assert fraction == pytest.approx(year + ((day // 100 - 1) * 30 + day % 100) / 365, abs=1e-4)


def test_empty_dataset_answers_and_passes(empty_dir):
    """A dataset without articles has every view, empty, and passes every check."""
    with connect(empty_dir) as nothing:
        for name in VIEWS:
            rows = nothing.sql(f"from {name}").fetchall()
            assert rows == [] or name == "build_count"
        assert run_checks(nothing)


def test_connect_needs_a_dataset(tmp_path):
    """A folder without tables is an error that says what to do."""
    with pytest.raises(InputError, match="comity build"):
        connect(tmp_path)


def test_dataset_may_move(data_dir, tmp_path, monkeypatch):
    """A dataset opened by a relative path answers after the working folder has changed."""
    monkeypatch.chdir(data_dir.parent)
    from pathlib import Path

    with connect(Path(data_dir.name)) as opened:
        monkeypatch.chdir(tmp_path)
        assert one(opened, "select count(*) from dyad_day")[0] > 0


def test_exported_file_stands_alone(data_dir, tmp_path):
    """The file has the tables' rows, the views and the comments, but no article's text, and is whole away from the dataset."""
    import duckdb

    file = tmp_path / "comity.duckdb"
    export(data_dir, file)
    assert [path.name for path in tmp_path.iterdir()] == ["comity.duckdb"]
    with (
        duckdb.connect(file, read_only=True, config={"autoinstall_known_extensions": False}) as handed,
        connect(data_dir) as opened,
    ):
        for table in set(TABLES) - {"article_text"}:
            assert one(handed, f"select count(*) from {table}") == one(opened, f"select count(*) from {table}")
        for name in VIEWS:
            assert described(handed, name) == declared(VIEWS[name])
            assert one(handed, f"select count(*) from {name}") == one(opened, f"select count(*) from {name}")
        assert one(handed, "select count(*) from article_text") == (0,)
        assert one(handed, "select count(*) from duckdb_columns() where not internal and comment is null") == (0,)
        assert run_checks(handed)
