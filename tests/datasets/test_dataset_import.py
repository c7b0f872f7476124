"""Whole imports: every row is accounted for, the same files give the same bytes, and a build beside them stays as it is."""

import hashlib
import sys
from pathlib import Path

import foreign
import pytest
from click.testing import CliRunner

from etl.cli import main
from etl.datasets import Intake
from etl.datasets.layout import GDELT_EVENT, GDELT_MENTION, ICEWS_EVENT, PHOENIX_EVENT, POLECAT_EVENT
from etl.datasets.store import restore_rejects
from etl.errors import InputError
from etl.views import connect, export, run_checks
from schemas.view import VIEWS

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "unit"))

import table_corpus

from etl.load import write_batch
from etl.merge import merge

SHAPES = {
    "gdelt_event": GDELT_EVENT,
    "gdelt_mention": GDELT_MENTION,
    "icews_event": ICEWS_EVENT,
    "polecat_event": POLECAT_EVENT,
    "phoenix_event": PHOENIX_EVENT,
}


def tables(folder):
    """Return the hash of every table's file, the parts left out."""
    files = [path for path in folder.rglob("*.parquet") if "imports" not in path.parts and "batches" not in path.parts]
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def gdelt_days(folder):
    """Write two days of GDELT; an event of the first comes again in the second, and one id stands for two events."""
    first = foreign.write(
        folder / "20190301.CSV",
        foreign.gdelt(GLOBALEVENTID="1"),
        foreign.gdelt(GLOBALEVENTID="2", SQLDATE="20180301", EventCode="163"),
        foreign.gdelt(GLOBALEVENTID="3", EventCode="999"),
    )
    second = foreign.write(
        folder / "20190302.CSV.zip",
        foreign.gdelt(GLOBALEVENTID="1"),
        foreign.gdelt(GLOBALEVENTID="2"),
        foreign.gdelt(GLOBALEVENTID="4"),
    )
    return first, second


def test_gdelt_row_becomes_an_event(tmp_path, imported):
    """Country, first sector, code, counts, moments and link of a GDELT row; what GDELT does not say stays empty."""
    _, query = imported("gdelt", foreign.write(tmp_path / "a.CSV", foreign.gdelt()))
    row = query(
        "select event_id, dataset, event_date::varchar, date_precision, source_country, source_role, target_country, "
        "target_role, event_code, quad_class, plover, goldstein, n_mentions, n_articles, n_publishers, "
        "first_published::varchar, url from event"
    )
    assert row == [
        ("gdelt-900001", "gdelt", "2019-03-01", "day", "CHN", "GOV", "KOR", "MIL", "042", 1, "CONSULT", 1.9, 6, 4, 2,
         "2019-03-01 09:15:00", "https://paper.example/one")
    ]  # fmt: skip
    assert query("select status, n_stories, confidence, mirror_event_id, article_id from event") == [(None,) * 5]
    assert query("select source_cow, target_gw, source_country_name from event_named") == [("710", "732", "China")]


def test_bodies_regions_and_missing_sides_of_gdelt(tmp_path, imported):
    """A body without a country is known by its code, a region and a missing actor by nothing."""
    body = {"Actor1CountryCode": "EUR", "Actor1KnownGroupCode": "EEC", "Actor1Type1Code": "IGO", "Actor1Code": "IGOEUREEC"}
    group = {"Actor1CountryCode": "", "Actor1KnownGroupCode": "UNO", "Actor1Type1Code": "IGO"}
    region = {"Actor1CountryCode": "AFR", "Actor1Type1Code": ""}
    missing = {"Actor1Code": "", "Actor1Name": "", "Actor1CountryCode": "", "Actor1Type1Code": ""}
    rows = [foreign.gdelt(GLOBALEVENTID=str(number), **one) for number, one in enumerate((body, group, region, missing))]
    _, query = imported("gdelt", foreign.write(tmp_path / "a.CSV", *rows))
    sides = query("select source_country, source_role from event order by event_id")
    assert sides == [(None, "EUR"), (None, "UNO"), (None, None), (None, None)]


def test_icews_row_becomes_an_event(tmp_path, imported):
    """Names become countries, the text stands in for a missing or broken code, and an id is one on one day only."""
    rows = [
        foreign.icews(),
        foreign.icews(Event_Date="2018-06-02"),
        foreign.icews(Event_ID="7003", CAMEO_Code="13y", Event_Text="Threaten with military force"),
        foreign.icews(Event_ID="7004", CAMEO_Code="NA", Event_Text="consult", Source_Country="NA", Source_Name="Ministry (G7)"),
        foreign.icews(Event_ID="7005", CAMEO_Code="13y", Event_Text="Something else"),
        foreign.icews(Event_ID="7006", Event_Date="13y"),
        foreign.icews(Event_ID="7007", Target_Country="Ruritania"),
    ]
    report, query = imported("icews", foreign.write(tmp_path / "a.tab", foreign.ICEWS_HEADER, *rows))
    assert query(
        "select event_id, source_country, source_role, target_country, event_code, article_id from event order by 1"
    ) == [
        ("icews-7001-20180601", "JPN", "GOV", "VNM", "042", "810"),
        ("icews-7001-20180602", "JPN", "GOV", "VNM", "042", "810"),
        ("icews-7003-20180601", "JPN", "GOV", "VNM", "138", "810"),
        ("icews-7004-20180601", None, "GOS", "VNM", "040", "810"),
    ]
    assert query("select line, record_id, reason, value from reject order by line") == [
        (6, "7005", "neither code nor text tells the event", "13y Something else"),
        (7, "7006", "Event Date is no day", "13y"),
        (8, "7007", "unknown country name", "Ruritania"),
    ]
    assert [(one.n_read, one.n_loaded, one.n_rejected, one.repairs) for one in report.new] == [(7, 4, 3, {"event code": 2})]


def test_icews_year_without_a_code_column(tmp_path, imported):
    """A year's file that lacks the code column is read by its header, the codes come from the texts."""
    names, cells = foreign.ICEWS_HEADER.split("\t"), foreign.icews(Event_Text="Use conventional military force").split("\t")
    place = names.index("CAMEO Code")
    del names[place], cells[place]
    _, query = imported("icews", foreign.write(tmp_path / "events.2017.tab", "\t".join(names), "\t".join(cells)))
    assert query('select "CAMEO Code", "Event Text" from icews_event') == [("190", "Use conventional military force")]


def test_polecat_row_becomes_an_event(tmp_path, imported):
    """Type and mode give the closest CAMEO code, the type itself stays; several countries in a cell are refused."""
    rows = [
        foreign.polecat(),
        foreign.polecat(Event_ID="p2", Event_Type="COERCE", Event_Mode="arrest", Recipient_Country="None", Recipient_Name="NATO"),
        foreign.polecat(Event_ID="p3", Event_Mode="séance", Publication_Date=""),
        foreign.polecat(Event_ID="p4", Actor_Country="CHN; RUS"),
        foreign.polecat(Event_ID="p5", Event_Type="DANCE"),
    ]
    _, query = imported("polecat", foreign.write(tmp_path / "a.txt", foreign.POLECAT_HEADER, *rows))
    columns = "event_id, source_country, source_role, target_country, target_role, event_code, plover, first_published::varchar"
    assert query(f"select {columns} from event order by event_id") == [
        ("polecat-p1-20230201", "JPN", "GOV", "KOR", None, "042", "CONSULT", "2023-02-02 00:00:00"),
        ("polecat-p2-20230201", "JPN", "GOV", None, "NAT", "173", "COERCE", "2023-02-02 00:00:00"),
        ("polecat-p3-20230201", "JPN", "GOV", "KOR", None, "040", "CONSULT", None),
    ]
    assert query("select record_id, reason, value from reject order by 1") == [
        ("p4", "Actor Country names several countries", "CHN; RUS"),
        ("p5", "unknown event type", "DANCE"),
    ]


def test_phoenix_row_becomes_an_event(tmp_path, imported):
    """Daily and historical files: counts from their lists, bodies and sectors without a country, the state of the day."""
    daily = foreign.write(
        tmp_path / "events.20140620.txt",
        foreign.phoenix(),
        foreign.phoenix(EventID="13_v0.3", SourceActorFull="IGOUNO", SourceActorEntity="IGO", SourceActorRole="", EventCode="10"),
        foreign.phoenix(EventID="14_v0.3", TargetActorFull="CVL", TargetActorEntity="CVL"),
        foreign.phoenix(EventID="15_v0.3", EventCode="---"),
    )
    historical = foreign.write(tmp_path / "swb.csv", foreign.CLINE_HEADER, foreign.cline())
    _, query = imported("phoenix", daily, historical)
    columns = (
        "source_country, source_role, target_country, target_role, event_code, n_mentions, n_articles, n_publishers, article_id"
    )
    assert query(f"select event_id, {columns} from event order by event_id") == [
        ("phoenix-12_v0.3-20140620", "USA", "GOV", "IRQ", None, "072", 2, 2, 2, None),
        ("phoenix-13_v0.3-20140620", None, "UNO", "IRQ", None, "010", 2, 2, 2, None),
        ("phoenix-14_v0.3-20140620", "USA", "GOV", None, "CVL", "072", 2, 2, 2, None),
        ("phoenix-SWB1-19850301", "SUN", "GOV", "CHN", None, "046", 1, 1, None, "art5"),
    ]
    assert query("select record_id, reason from reject") == [("15_v0.3", "no event code")]
    assert query('select "LocationName", "GeoCountryName" from phoenix_event where "Year" = 1985') == [
        ("Moscow, near the river", "Russia")
    ]


def test_places_get_iso_codes_and_phoenix_columns_their_right_order(tmp_path, imported):
    """The record of a GDELT row holds the ISO codes of its places; country and state of Phoenix may be swapped in a file."""
    _, query = imported("gdelt", foreign.write(tmp_path / "a.CSV", foreign.gdelt(ActionGeo_CountryCode="UK")))
    assert query("select evidence ->> 'ActionGeo_ISO3' from event") == [("GBR",)]
    swapped = foreign.phoenix(GeoCountryName="Bavaria", GeoStateName="Germany")
    report, query = imported("phoenix", foreign.write(tmp_path / "b.txt", swapped))
    assert report.new[0].repairs == {"columns in the wrong place": 1}
    assert query('select "GeoCountryName", "GeoStateName" from phoenix_event') == [("Germany", "Bavaria")]


def test_an_id_used_twice_is_one_event(tmp_path, imported):
    """The first by file and line stays; the others are rejects that say whether they are copies, and where the first stands."""
    _, query = imported("gdelt", *gdelt_days(tmp_path))
    assert query("select event_id, year(event_date) from event order by 1") == [
        ("gdelt-1", 2019),
        ("gdelt-2", 2018),
        ("gdelt-4", 2019),
    ]
    assert query('select file, line, record_id, "check", reason from reject order by file, line') == [
        ("20190301.CSV", 3, "3", None, "unknown event code"),
        ("20190302.CSV.zip", 1, "gdelt-1", "event_id: unique", "the same row stands in 20190301.CSV, line 1"),
        ("20190302.CSV.zip", 2, "gdelt-2", "event_id: unique", "the id is used for another event in 20190301.CSV, line 2"),
    ]


def test_any_order_and_any_number_of_steps_give_the_same_bytes(tmp_path):
    """Files in one import, in another order, or one after the other give the same tables; importing again changes nothing."""
    first, second = gdelt_days(tmp_path)
    orders: dict[str, list[tuple]] = {
        "at_once": [(first, second)],
        "turned": [(second, first)],
        "stepwise": [(second,), (first,)],
    }
    for name, steps in orders.items():
        for files in steps:
            Intake("gdelt", files, tmp_path / name).run()
    assert tables(tmp_path / "at_once") == tables(tmp_path / "turned") == tables(tmp_path / "stepwise")
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "at_once").rglob("*.parquet")}
    report = Intake("gdelt", [first, second], tmp_path / "at_once").run()
    assert (len(report.new), len(report.known)) == (0, 2)
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "at_once").rglob("*.parquet")} == before
    assert "2 files imported before: nothing changes" in str(report)


def test_the_same_content_under_another_name_is_known(tmp_path):
    """A file is known by what it holds, so a copy under another name is imported once."""
    row = foreign.gdelt()
    one, copy = foreign.write(tmp_path / "one.CSV", row), foreign.write(tmp_path / "copy.CSV", row)
    Intake("gdelt", [one], tmp_path / "data").run()
    before = tables(tmp_path / "data")
    assert len(Intake("gdelt", [copy], tmp_path / "data").run().known) == 1
    assert tables(tmp_path / "data") == before


def test_files_are_read_again_when_a_table_changes(tmp_path):
    """With another crosswalk what was refused may be loaded: a part made with other dictionaries is made again."""
    import shutil

    from etl import paths

    dictionaries = tmp_path / "dictionaries"
    shutil.copytree(paths.DICTIONARIES, dictionaries)
    file = foreign.write(tmp_path / "a.CSV", foreign.gdelt(Actor1CountryCode="ZZZ"))
    assert Intake("gdelt", [file], tmp_path / "data", dictionaries).run().new[0].n_rejected == 1
    with (dictionaries / "crosswalk" / "cameo_countries.csv").open("a", encoding="utf-8") as stream:
        stream.write("ZZZ,country,CHN,own,\n")
    summary = Intake("gdelt", [file], tmp_path / "data", dictionaries).run().new[0]
    assert (summary.n_read, summary.n_loaded, summary.n_rejected) == (1, 1, 0)
    with connect(tmp_path / "data") as connection:
        assert connection.sql("select count(*) from reject").fetchall() == [(0,)]


def test_every_view_and_check_works_on_a_folder_of_imports(tmp_path, imported):
    """Into an empty folder four datasets can be imported: every view answers, every check passes, and it exports to one file."""
    out = tmp_path / "data"
    imported("gdelt", *gdelt_days(tmp_path), out=out)
    imported("icews", foreign.write(tmp_path / "a.tab", foreign.ICEWS_HEADER, foreign.icews()), out=out)
    imported("polecat", foreign.write(tmp_path / "a.txt", foreign.POLECAT_HEADER, foreign.polecat()), out=out)
    imported("phoenix", foreign.write(tmp_path / "b.txt", foreign.phoenix()), out=out)
    with connect(out) as connection:
        counts = dict(connection.sql("select dataset, count(*) from event group by 1").fetchall())
        assert counts == {"gdelt": 3, "icews": 1, "polecat": 1, "phoenix": 1}
        for name in VIEWS:
            connection.sql(f"from {name} limit 5").fetchall()
        assert connection.sql("select distinct dataset from dyad_month order by 1").fetchall() == [
            ("gdelt",), ("icews",), ("phoenix",), ("polecat",),
        ]  # fmt: skip
        for name, columns in SHAPES.items():
            assert [row[0] for row in connection.sql(f"describe {name}").fetchall()] == list(columns)
        run_checks(connection)
    export(out, tmp_path / "handed.duckdb")


@pytest.fixture
def built(tmp_path):
    """A folder that holds a build of ours."""
    out = tmp_path / "built"
    write_batch(table_corpus.corpus(30), table_corpus.refused(), out / "batches" / "first", table_corpus.CODER_VERSION)
    merge(out / "batches", out, table_corpus.build_info(scheme="icews"))
    return out


def test_import_leaves_a_build_as_it_is(tmp_path, built):
    """All files of the build but `reject` are untouched, its rejects stay, and its score table is that of the imported events."""
    before = tables(built)
    with connect(built) as connection:
        rejects = connection.sql("from reject").fetchall()
    Intake(
        "gdelt", [foreign.write(tmp_path / "a.CSV", foreign.gdelt(EventCode="016"), foreign.gdelt(EventCode="x"))], built
    ).run()
    after = tables(built)
    changed = {name for name in after if before.get(name) != after[name]}
    assert changed == {"reject.parquet", "event/dataset=gdelt/year=2019/part-0.parquet"}
    with connect(built) as connection:
        assert connection.sql("from reject where stage <> 'import'").fetchall() == rejects
        assert connection.sql("select reason from reject where stage = 'import'").fetchall() == [("unknown event code",)]
        assert connection.sql("select goldstein from event where dataset = 'gdelt'").fetchall() == [(-5.0,)]
        assert connection.sql('select "GoldsteinScale" from gdelt_event where "SQLDATE" = 20190301').fetchall() == [(1.9,)]
        ours = connection.sql("select count(*) from event where dataset = 'comity'").fetchall()
        numbers = connection.sql('select count(*) from gdelt_event where "GLOBALEVENTID" >= 4503599627370496').fetchall()
        assert numbers == ours


def test_rejects_of_imports_come_back_after_a_build(tmp_path, built):
    """A build writes `reject` anew; the rejects of imports are kept beside their parts and put back."""
    Intake("gdelt", [foreign.write(tmp_path / "a.CSV", foreign.gdelt(EventCode="x"))], built).run()
    before = tables(built)
    merge(built / "batches", built, table_corpus.build_info(scheme="icews"))
    restore_rejects(built)
    assert tables(built) == before
    merge(built / "batches", built, table_corpus.build_info(scheme="icews"))
    Intake("gdelt", [tmp_path / "a.CSV"], built).run()
    assert tables(built) == before


def test_a_run_that_was_stopped_is_finished_by_the_next(tmp_path):
    """Parts that no partition holds yet are merged by the next import, and so is the removal of a part."""
    import shutil

    first, second = gdelt_days(tmp_path)
    Intake("gdelt", [first, second], tmp_path / "whole").run()
    Intake("gdelt", [first, second], tmp_path / "stopped").run()
    shutil.rmtree(tmp_path / "stopped" / "event")
    (tmp_path / "stopped" / "imports" / "gdelt" / "merged.json").unlink()
    Intake("gdelt", [first], tmp_path / "stopped").run()
    assert tables(tmp_path / "stopped") == tables(tmp_path / "whole")
    Intake("gdelt", [first], tmp_path / "alone").run()
    removed = next(path.parent for path in (tmp_path / "whole").rglob("summary.json") if "20190302" in path.read_text())
    shutil.rmtree(removed)
    Intake("gdelt", [first], tmp_path / "whole").run()
    assert tables(tmp_path / "alone") == tables(tmp_path / "whole")
    shutil.rmtree(next(path.parent for path in (tmp_path / "whole").rglob("summary.json")))
    wrong = foreign.write(tmp_path / "c.tab", foreign.ICEWS_HEADER, foreign.icews())
    with pytest.raises(InputError, match="holds ICEWS"):
        Intake("gdelt", [wrong], tmp_path / "whole").run()
    assert not list((tmp_path / "whole" / "event").rglob("*.parquet"))
    with connect(tmp_path / "whole") as connection:
        assert connection.sql("select count(*) from reject").fetchall() == [(0,)]


def test_a_broken_file_keeps_no_other_out(tmp_path):
    """What can be read is imported; then one error names each file that cannot, and importing again goes on from there."""
    good = foreign.write(tmp_path / "a.CSV", foreign.gdelt())
    cut = foreign.write(tmp_path / "b.zip", foreign.gdelt(GLOBALEVENTID="5"))
    cut.write_bytes(cut.read_bytes()[:-30])
    wrong = foreign.write(tmp_path / "c.tab", foreign.ICEWS_HEADER, foreign.icews())
    with pytest.raises(InputError, match=r"b\.zip is broken[^\n]*\nc\.tab holds ICEWS[^\n]*\na\.CSV [^\n]*1 row read = 1 loaded"):
        Intake("gdelt", [good, cut, wrong], tmp_path / "data").run()
    assert [path.name for path in (tmp_path / "data" / "imports" / "gdelt").glob(".*")] == []
    with connect(tmp_path / "data") as connection:
        assert connection.sql("select count(*) from event").fetchall() == [(1,)]


def test_a_folder_of_files_is_imported_whole(tmp_path):
    """Of a folder every file with the ending of a data file is taken, in folders below too; a folder without any is an error."""
    (tmp_path / "raw" / "2019").mkdir(parents=True)
    foreign.write(tmp_path / "raw" / "a.export.CSV.zip", foreign.gdelt())
    foreign.write(tmp_path / "raw" / "2019" / "b.csv", foreign.gdelt(GLOBALEVENTID="7"))
    (tmp_path / "raw" / "readme.md").write_text("no data")
    assert [one.file for one in Intake("gdelt", [tmp_path / "raw"], tmp_path / "data").run().new] == ["b.csv", "a.export.CSV.zip"]
    (tmp_path / "bare").mkdir()
    with pytest.raises(InputError, match="holds no file to import"):
        Intake("gdelt", [tmp_path / "bare"], tmp_path / "data").run()
    with pytest.raises(InputError, match="does not exist"):
        Intake("gdelt", [tmp_path / "missing"], tmp_path / "data").run()


def test_a_folder_of_something_else_is_left_alone(tmp_path):
    """A folder that holds other things is refused before anything is written."""
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "letter.txt").write_text("dear")
    with pytest.raises(InputError, match="is not empty and holds no dataset of Comity"):
        Intake("gdelt", [foreign.write(tmp_path / "a.CSV", foreign.gdelt())], tmp_path / "home").run()
    assert [path.name for path in (tmp_path / "home").iterdir()] == ["letter.txt"]


def test_rows_pass_in_batches(tmp_path, monkeypatch):
    """Batches of any size give the same tables."""
    from etl.datasets import part

    file = foreign.write(
        tmp_path / "a.CSV", *(foreign.gdelt(GLOBALEVENTID=str(number)) for number in range(25)), foreign.gdelt(EventCode="x")
    )
    Intake("gdelt", [file], tmp_path / "whole").run()
    monkeypatch.setattr(part, "BATCH_ROWS", 4)
    Intake("gdelt", [file], tmp_path / "cut").run()
    assert tables(tmp_path / "whole") == tables(tmp_path / "cut")


def test_the_command_imports_and_says_what_came_of_it(tmp_path):
    """`comity import` prints a line for each file and what to ask next; a file that cannot be read ends with code 1."""
    file = foreign.write(tmp_path / "a.CSV", foreign.gdelt(), foreign.gdelt(EventCode="x"))
    done = CliRunner().invoke(main, ["import", "gdelt", str(file), "--out", str(tmp_path / "data")])
    assert done.exit_code == 0, done.output
    assert done.stdout.startswith("a.CSV (GDELT 2.0 events): 2 rows read = 1 loaded + 1 rejected\n")
    asked = CliRunner().invoke(
        main, ["query", 'select "EventCode" from gdelt_event', "--data", str(tmp_path / "data"), "--format", "csv"]
    )
    assert asked.stdout.split() == ["EventCode", "042"]
    failed = CliRunner().invoke(main, ["import", "icews", str(file), "--out", str(tmp_path / "data")])
    assert failed.exit_code == 1
    assert "use `comity import gdelt a.CSV`" in failed.stderr


def test_mentions_become_part_of_their_event(tmp_path, imported):
    """Mentions of imported events stand in gdelt_mention as their file has them; copies and those of no event are rejects."""
    events = foreign.write(tmp_path / "b.export.CSV", foreign.gdelt(), foreign.gdelt(GLOBALEVENTID="900002"))
    first = foreign.gdelt_mention()
    other = foreign.gdelt_mention(MentionSourceName='the "other" paper', Extras="é", Confidence="20")
    told = foreign.write(
        tmp_path / "a.mentions.CSV", first, other, first,
        foreign.gdelt_mention(GLOBALEVENTID="5"), foreign.gdelt_mention(Confidence="high"),
    )  # fmt: skip
    report, query = imported("gdelt", told, events)
    columns = (
        '"GLOBALEVENTID", "MentionTimeDate", "MentionSourceName", "Actor2CharOffset", "Confidence", "MentionDocTone", "Extras"'
    )
    assert query(f'select {columns} from gdelt_mention order by "Confidence"') == [
        (900001, 20190301093000, 'the "other" paper', -1, 20, -1.5, "é"),
        (900001, 20190301093000, "paper.example", -1, 60, -1.5, None),
    ]
    assert query("select file, line, record_id, reason from reject order by line") == [
        ("a.mentions.CSV", 3, "900001", "the same row stands in a.mentions.CSV, line 1"),
        ("a.mentions.CSV", 4, "5", "the event is in no file that was imported"),
        ("a.mentions.CSV", 5, "900001", "Confidence is no whole number"),
    ]
    assert report.n_refused == 2
    assert query('select count(*), max("Actor1Name") from gdelt_event') == [(2, "BEIJING")]
    assert run_checks(connect(tmp_path / "data"))


def test_mentions_wait_for_their_event(tmp_path):
    """Mentions imported before their events are taken up when the events come: the order of imports makes no difference."""
    events = foreign.write(tmp_path / "a.export.CSV", foreign.gdelt())
    told = foreign.write(tmp_path / "a.mentions.CSV", foreign.gdelt_mention())
    for name, steps in {"first": [told, events], "last": [events, told]}.items():
        for file in steps:
            Intake("gdelt", [file], tmp_path / name).run()
    assert tables(tmp_path / "first") == tables(tmp_path / "last")
    with connect(tmp_path / "first") as connection:
        assert connection.sql("select count(*) from gdelt_mention").fetchall() == [(1,)]
        assert connection.sql("select count(*) from reject").fetchall() == [(0,)]
