"""`comity dyad`: the monthly table, the strongest events, and the chart, over a made-up corpus."""

from datetime import date, datetime
from pathlib import Path

import pytest
from table_corpus import CODER_VERSION, build_info, coded, mention

from etl.dyad import Dyad, Period
from etl.errors import OutputError, QueryError
from etl.load import write_batch
from etl.merge import merge
from etl.views import connect


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    """A dataset of five months between China and South Korea."""
    folder = tmp_path_factory.mktemp("dyad")
    acts = [
        mention("a1", code="163", verb="embargoed", day=date(2025, 9, 3)),
        mention("a2", code="111", verb="criticised", day=date(2025, 9, 20)),
        mention("a3", source="KOR", target="CHN", code="111", verb="criticised", day=date(2025, 9, 21)),
        mention("a4", code="057", verb="signed a pact with", day=date(2026, 1, 5)),
        mention("a4", source="KOR", target="CHN", code="057", verb="signed a pact with", day=date(2026, 1, 5), index=2),
        mention("a5", code="042", verb="visited", day=date(2026, 1, 1), precision="month"),
        mention("a6", source="USA", target="CHN", code="190", verb="fought", day=date(2025, 9, 4)),
    ]
    articles = [
        coded(key, [act for act in acts if act.article_id == key], published=datetime(2026, 1, 9))
        for key in ("a1", "a2", "a3", "a4", "a5", "a6")
    ]
    write_batch(articles, [], folder / "batches" / "one", CODER_VERSION)
    merge(folder / "batches", folder, build_info())
    return folder


@pytest.fixture
def connection(data):
    """The views over it."""
    with connect(data) as opened:
        yield opened


def test_months_count_both_directions(connection):
    """Each direction has its own cooperation, conflict and mean Goldstein value in each month; other countries have no part."""
    dyad = Dyad.read(connection, "CHN", "KOR", Period())
    september, january = date(2025, 9, 1), date(2026, 1, 1)
    assert sorted(dyad.there) == [september, january]
    assert (dyad.there[september].n_cooperation, dyad.there[september].n_conflict) == (0, 2)
    assert (dyad.there[january].n_cooperation, dyad.there[january].n_conflict) == (2, 0)
    assert (dyad.back[september].n_conflict, dyad.back[january].n_cooperation) == (1, 1)
    mean = connection.execute(
        "select avg(goldstein) from event where source_country = 'CHN' and event_date < '2025-12-31'"
    ).fetchall()
    assert dyad.there[september].goldstein_mean == pytest.approx(mean[0][0])


def test_the_table_shows_every_month_between(connection):
    """Months without an event stand in the table too, and the last line adds up."""
    lines = Dyad.read(connection, "CHN", "KOR", Period()).table().splitlines()
    assert lines[0] == "China and South Korea: events by month"
    assert [line.split()[0] for line in lines[4:]] == ["2025-09", "2025-10", "2025-11", "2025-12", "2026-01", "all"]
    assert lines[-1].split()[1:3] == ["2", "2"]


def test_a_period_cuts_by_day(connection):
    """Only events inside the period count, to the day."""
    dyad = Dyad.read(connection, "chn", "kor", Period(date(2025, 9, 10), date(2025, 12, 31)))
    assert [(month.n_conflict, month.n_cooperation) for month in dyad.there.values()] == [(1, 0)]


def test_the_strongest_events_show_their_sentences(connection):
    """Events come by the size of their Goldstein value, with the sentence; a mutual act is shown once, with a two-way arrow."""
    text = Dyad.read(connection, "CHN", "KOR", Period()).strongest(connection, 10)
    heads = [line for line in text.splitlines() if line[:1] == "2"]
    assert any(line.startswith("2025-09-03  CHN -> KOR  163") for line in heads[:2])
    assert "042" in heads[-1]
    assert sum("057" in line for line in heads) == 1
    assert "CHN <-> KOR  057" in text
    assert "“Officials of China embargoed South Korea again.”" in text
    assert "https://news.example/a1" in text
    assert any(line.startswith("2026-01     CHN -> KOR  042") for line in heads), "a month's precision is not shown as a day"


def test_top_bounds_the_list(connection):
    """`top` events are shown and no more."""
    text = Dyad.read(connection, "CHN", "KOR", Period()).strongest(connection, 2)
    assert sum(line[:1] == "2" for line in text.splitlines()) == 2


@pytest.mark.parametrize(("typed", "near"), [("KRO", "KOR"), ("South Korea", "KOR"), ("korea", "KOR"), ("XQZ", None)])
def test_an_unknown_code_is_answered_with_near_ones(connection, typed, near):
    """What is no ISO 3166-1 alpha-3 code is refused, with the codes it may have meant."""
    with pytest.raises(QueryError) as caught:
        Dyad.read(connection, "CHN", typed, Period())
    assert f"{typed!r} is no country's" in str(caught.value)
    if near:
        assert "Did you mean" in str(caught.value)
        assert near in str(caught.value)


def test_a_country_with_itself_is_no_dyad(connection):
    """The same country twice is refused."""
    with pytest.raises(QueryError, match="both are CHN"):
        Dyad.read(connection, "CHN", "chn", Period())


def test_a_period_that_ends_before_it_begins_is_refused():
    """From must not be after to."""
    with pytest.raises(QueryError, match="before it begins"):
        Period(date(2026, 1, 2), date(2026, 1, 1))


def test_a_dyad_without_events_says_so(connection):
    """No events is an answer, not an empty table; only a chart of nothing is refused."""
    dyad = Dyad.read(connection, "FRA", "KEN", Period())
    assert dyad.table() == "France and Kenya: no events"
    asked = Dyad.read(connection, "FRA", "KEN", Period(since=date(2026, 1, 1)))
    assert asked.table() == "France and Kenya: no events in this period"
    assert dyad.strongest(connection, 5) == ""
    with pytest.raises(QueryError, match="nothing to draw"):
        dyad.draw(Path("nothing.svg"))


def test_the_chart_is_drawn(connection, tmp_path):
    """SVG and PNG hold what they should: both titles and one bar a month and kind; the same events give the same bytes."""
    dyad = Dyad.read(connection, "CHN", "KOR", Period())
    for name in ("one.svg", "two.svg", "one.png"):
        dyad.draw(tmp_path / name)
    assert (tmp_path / "one.svg").read_bytes() == (tmp_path / "two.svg").read_bytes()
    drawn = (tmp_path / "one.svg").read_text(encoding="utf-8")
    assert "China → South Korea" in drawn
    assert "South Korea → China" in drawn
    assert (tmp_path / "one.png").read_bytes()[:8] == b"\x89PNG\r\n\x1a\n"


def test_a_chart_of_another_kind_is_refused(connection, tmp_path):
    """Only .svg and .png are charts, and a folder that does not exist is named."""
    dyad = Dyad.read(connection, "CHN", "KOR", Period())
    with pytest.raises(OutputError, match=r"\.svg or \.png"):
        dyad.draw(tmp_path / "chart.docx")
    with pytest.raises(OutputError, match="cannot be written"):
        dyad.draw(tmp_path / "absent" / "chart.svg")
