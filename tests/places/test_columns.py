"""Places in the tables: the columns of mention and event, and which of its mentions an event takes its place from."""

import json

import pytest
from click.testing import CliRunner

from etl.cli import main
from etl.views import connect

ARTICLES = (
    {
        "id": "one",
        "date": "2026-01-12",
        "language": "en",
        "title": "United States and China hold talks",
        "text": "The United States and China held talks in Geneva on Monday. Russia attacked Ukraine on Monday.",
    },
    {
        "id": "two",
        "date": "2026-01-13",
        "language": "en",
        "text": "Russian troops attacked Ukrainian troops near Bakhmut on Tuesday. Japan criticised China on Tuesday.",
    },
)
COLUMNS = "place_name, place_geonames_id, place_kind, place_precision, place_country, round(latitude), round(longitude)"
NOWHERE = (None,) * 7


@pytest.fixture(scope="module")
def connection(tmp_path_factory):
    """A connection to a dataset built by the command, whose checks have passed."""
    folder = tmp_path_factory.mktemp("places")
    (folder / "news.jsonl").write_text("".join(json.dumps(article) + "\n" for article in ARTICLES), encoding="utf-8")
    built = CliRunner().invoke(
        main, ["build", "--no-model", "--articles", str(folder / "news.jsonl"), "--out", str(folder / "out")]
    )
    assert built.exit_code == 0, built.output
    with connect(folder / "out") as opened:
        yield opened


def places(connection, table, source, target, article):
    """Return the places of the acts of one country towards another in an article, each once."""
    sql = f"select distinct {COLUMNS} from {table} where source_country = ? and target_country = ? and article_id = ?"
    return set(connection.execute(sql, [source, target, article]).fetchall())


def test_a_mention_has_the_place_that_its_own_sentence_names(connection):
    """The body names Geneva and the headline nothing, so one mention has a place and the other none."""
    geneva = ("Geneva", 2660646, "city", "city", "CHE", 46.0, 6.0)
    assert places(connection, "mention", "USA", "CHN", "one") == {geneva, NOWHERE}
    assert places(connection, "mention", "RUS", "UKR", "one") == {NOWHERE}
    assert places(connection, "mention", "RUS", "UKR", "two") == {("Bakhmut", 713174, "city", "near", "UKR", 49.0, 38.0)}


def test_an_event_takes_its_place_from_whichever_mention_names_it(connection):
    """Headline and body tell one event; it has the body's place, in both directions. Without a place it has none."""
    for source, target in (("USA", "CHN"), ("CHN", "USA")):
        found = connection.execute(
            "select place_name, n_mentions from event where source_country = ? and target_country = ?", [source, target]
        ).fetchall()
        assert found == [("Geneva", 2)]
    assert places(connection, "event", "JPN", "CHN", "two") == {NOWHERE}


def test_a_view_of_events_shows_the_place(connection):
    """Whoever asks the named events sees where they happened."""
    found = connection.sql("select distinct place_name from event_named where place_name is not null order by 1").fetchall()
    assert found == [("Bakhmut",), ("Geneva",)]
