"""Queries as users of the other datasets write them run unchanged on the shapes, on imported rows and on our own.

They are our own wording of what is usually asked; only the name of the table is ours. Results are reckoned by hand from the rows.
"""

import math
import sys
from pathlib import Path

import foreign
import pytest

from etl.datasets import Intake
from etl.views import connect

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "unit"))

QUERIES = {path.stem: path.read_text(encoding="utf-8") for path in (Path(__file__).parent / "queries").glob("*.sql")}
USA, CHN = (
    {"Actor1CountryCode": "USA", "Actor1Code": "USAGOV"},
    {"Actor2CountryCode": "CHN", "Actor2Code": "CHNGOV", "Actor2Type1Code": "GOV"},
)
LONDON = {"ActionGeo_CountryCode": "UK", "ActionGeo_Type": "4"}


@pytest.fixture(scope="module")
def asked(tmp_path_factory):
    """Return a function that runs a query on a folder with small files of all four datasets."""
    folder = tmp_path_factory.mktemp("queries")
    rows = [
        foreign.gdelt(GLOBALEVENTID="1", **USA, **CHN, AvgTone="2.0", NumMentions="3"),
        foreign.gdelt(
            GLOBALEVENTID="2", **USA, **CHN, EventCode="163", QuadClass="4", GoldsteinScale="-8", AvgTone="-5", NumMentions="7"
        ),
        foreign.gdelt(GLOBALEVENTID="3", **USA, **CHN, IsRootEvent="0", EventCode="111", QuadClass="3", GoldsteinScale="-2.0"),
        foreign.gdelt(GLOBALEVENTID="4", **USA, **CHN, SQLDATE="20190401", EventCode="010", GoldsteinScale="0.0"),
        foreign.gdelt(GLOBALEVENTID="5", **LONDON, EventCode="141", NumMentions="10"),
        foreign.gdelt(GLOBALEVENTID="6", **LONDON, EventCode="042", NumMentions="30"),
        foreign.gdelt(GLOBALEVENTID="7", **LONDON, SQLDATE="20180401", EventCode="145", NumMentions="5"),
    ]  # fmt: skip
    mentions = [
        foreign.gdelt_mention(GLOBALEVENTID="1", SentenceID="4"),
        foreign.gdelt_mention(
            GLOBALEVENTID="1", MentionSourceName="other.example", MentionTimeDate="20190303120000", SentenceID="2"
        ),
        foreign.gdelt_mention(GLOBALEVENTID="2", MentionSourceName="other.example"),
        foreign.gdelt_mention(GLOBALEVENTID="2", MentionSourceName="third.example", Confidence="20"),
    ]
    foreign.write(folder / "a.export.CSV", *rows)
    foreign.write(folder / "a.mentions.CSV", *mentions)
    Intake("gdelt", [folder / "a.export.CSV", folder / "a.mentions.CSV"], folder / "data").run()
    icews = [
        foreign.icews(),
        foreign.icews(Event_ID="7002", Story_ID="811"),
        foreign.icews(Event_ID="7003", CAMEO_Code="190", Event_Text="Use conventional military force", Intensity="-10.0"),
        foreign.icews(Event_ID="7004", Target_Country="Japan"),
        foreign.icews(Event_ID="7005", Source_Sectors="NA"),
    ]
    Intake("icews", [foreign.write(folder / "a.tab", foreign.ICEWS_HEADER, *icews)], folder / "data").run()
    polecat = [
        foreign.polecat(Event_Type="COERCE", Event_Mode="arrest", Contexts="crime; diplomatic", Intensity="-7.0"),
        foreign.polecat(Event_ID="p2", Event_Type="SANCTION", Event_Mode="", Contexts="diplomatic", Intensity="-6.0"),
        foreign.polecat(Event_ID="p3"),
    ]
    Intake("polecat", [foreign.write(folder / "a.txt", foreign.POLECAT_HEADER, *polecat)], folder / "data").run()
    phoenix = [
        foreign.phoenix(),
        foreign.phoenix(EventID="13", EventCode="010", QuadClass="0"),
        foreign.phoenix(EventID="14", EventCode="190", QuadClass="4"),
        foreign.phoenix(EventID="15", TargetActorEntity="USA", TargetActorFull="USA"),
    ]
    Intake("phoenix", [foreign.write(folder / "b.txt", *phoenix)], folder / "data").run()
    with connect(folder / "data") as connection:
        yield lambda name: connection.sql(QUERIES[name]).fetchall()


def test_gdelt_dyad_month(asked):
    """Month, root events, mean Goldstein and tone of one dyad."""
    assert asked("gdelt_dyad_month") == [(201903, 2, -3.05, -1.5), (201904, 1, 0.0, 1.25)]


def test_gdelt_protest_share(asked):
    """Protests at a place by year, as counts and as a share of mentions."""
    assert asked("gdelt_protest_share") == [(2018, 1, 1, 100.0), (2019, 1, 2, 25.0)]


def test_gdelt_official_tension(asked):
    """A weighted share of conflict between governments."""
    weights = {1: math.log(4), 2: math.log(8), 3: math.log(7)}
    expected = round((weights[2] + 0.5 * weights[3]) / sum(weights.values()), 4)
    assert asked("gdelt_official_tension") == [("CHN", "USA", 201903, expected), ("CHN", "USA", 201904, 0.0)]


def test_gdelt_mention_sources(asked):
    """Events and mentions joined by GDELT's number."""
    assert asked("gdelt_mention_sources") == [(1, "042", 2, 2, 2)]


def test_icews_dyad_intensity(asked):
    """Names with blanks, one event a day, intensities by month."""
    assert asked("icews_dyad_intensity") == [("Japan", "Vietnam", "2018-06", 2, -8.1, 1)]


def test_polecat_contexts(asked):
    """A list in a column, cut and counted."""
    assert asked("polecat_contexts") == [("2023-02", "crime", 1, -7.0), ("2023-02", "diplomatic", 2, -6.5)]


def test_phoenix_quad_counts(asked):
    """Counts by the five classes of Phoenix."""
    assert asked("phoenix_quad_counts") == [(2014, 6, "USA", "IRQ", 1, 1, 1)]


@pytest.mark.parametrize("name", QUERIES)
def test_query_runs_on_our_own_events(name, tmp_path):
    """The same query, unchanged, answers on a build of ours without any import; those on actors find our events."""
    import table_corpus

    from etl.load import write_batch
    from etl.merge import merge

    write_batch(table_corpus.corpus(40), (), tmp_path / "batches" / "first", table_corpus.CODER_VERSION)
    merge(tmp_path / "batches", tmp_path, table_corpus.build_info())
    with connect(tmp_path) as connection:
        rows = connection.sql(QUERIES[name]).fetchall()
    if name not in {"gdelt_protest_share", "polecat_contexts"}:  # nothing happens in a place there, and contexts are not coded
        assert rows
