"""The download folder: complete, openable from anywhere, the same bytes for the same data, and no text of articles in it."""

import hashlib
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import duckdb
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner
from release_corpus import ARTICLES, build

from etl import __version__
from etl.cli import main
from etl.errors import InputError, OutputError
from etl.release import publish
from etl.release.accuracy import BASELINE
from etl.release.checksums import files

ROOT = Path(__file__).resolve().parents[2]
PAGES = {"ACCURACY.md", "CITATION.cff", "LICENSE", "RUN.md", "SHA256SUMS", "codebook.md", "datapackage.json"}


def open_database(path):
    """Open a DuckDB file as its readers do."""
    return duckdb.connect(path, read_only=True, config={"autoinstall_known_extensions": False})


def every_byte(folder):
    """Return the hash of each file of a folder."""
    return {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in [*files(folder), "SHA256SUMS"]}


def test_a_release_has_every_file_that_it_promises(release):
    """Tables, series, database and pages are there; the text of articles and the way the dataset was made are not."""
    names = set(files(release)) | {"SHA256SUMS"}
    assert names >= PAGES | {"comity.duckdb", "dyad_month.csv", "dyad_month.dta", "mention.parquet", "article.parquet"}
    assert "event/dataset=comity/year=2025/part-0.parquet" in names
    assert not names & {"article_text.parquet", "change.parquet"}
    assert not [name for name in names if "batches" in name or Path(name).name.startswith(".")]


def test_the_same_articles_give_the_same_bytes(release, tmp_path):
    """Built and released again elsewhere, from the same articles in another order, every file is the same, the database too."""
    data = build(tmp_path / "again", ARTICLES[::-1])
    publish(data, tmp_path / "other name")
    rejects = {"reject.parquet", "datapackage.json", "SHA256SUMS", "comity.duckdb"}  # the refused record stands on another line
    one, other = every_byte(release), every_byte(tmp_path / "other name")
    assert {name for name in one if one[name] != other.get(name)} == rejects
    data = build(tmp_path / "third")
    publish(data, tmp_path / "third release")
    assert every_byte(tmp_path / "third release") == one


def test_a_release_is_made_anew_in_its_place(released_data, release, tmp_path):
    """A second release in the same folder replaces the first and leaves nothing unfinished beside it."""
    folder = tmp_path / "0.2.0"
    publish(released_data, folder, redact=True)
    (folder / "stray.txt").write_text("left over")
    publish(released_data, folder)
    assert every_byte(folder) == every_byte(release)
    assert [path.name for path in tmp_path.iterdir()] == ["0.2.0"]


def test_a_folder_of_something_else_is_left_alone(released_data, tmp_path):
    """What is no release is never replaced; the message says what to do."""
    (tmp_path / "letters.txt").write_text("dear")
    with pytest.raises(OutputError, match="no release: choose another folder with --out"):
        publish(released_data, tmp_path)
    assert (tmp_path / "letters.txt").read_text() == "dear"


def test_a_dataset_is_needed(tmp_path):
    """Without a dataset the message says how to make one."""
    (tmp_path / "empty").mkdir()
    with pytest.raises(InputError, match="comity build --articles"):
        publish(tmp_path / "empty", tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_no_text_of_articles_is_released(release):
    """No sentence without a mention is in any file, nor the value of a refused record, nor a path of this machine."""
    secrets = (b"Seoul watched from afar", b"It rained all day", b"must not leave the machine", str(release.parent).encode())
    for name in files(release):
        content = (release / name).read_bytes()
        if name.endswith(".parquet"):
            content = repr(pq.read_table(release / name, partitioning=None).to_pydict()).encode()
        assert not [secret for secret in secrets if secret in content], name
    with open_database(release / "comity.duckdb") as database:
        assert database.sql("select count(*) from article_text").fetchall() == [(0,)]
        tables = [name for (name,) in database.sql("select table_name from duckdb_tables()").fetchall()]
        everything = repr([database.sql(f'from "{name}"').fetchall() for name in tables]).encode()
    assert b"condemned China" in everything
    assert not [secret for secret in secrets if secret in everything]


def test_every_way_of_opening_gives_the_same_months(release):
    """Whether pandas reads CSV, Parquet and Stata or DuckDB its own file, the months of the dyads are the same."""
    keys = ["source_country", "target_country", "month"]
    table = pd.read_csv(release / "dyad_month.csv", parse_dates=["month"])
    stata = pd.read_stata(release / "dyad_month.dta")
    with open_database(release / "comity.duckdb") as database:
        view = database.sql("from dyad_month order by dataset, source_country, target_country, month").df()
    assert len(table) > 3
    for other in (stata, view):
        assert list(other.columns) == list(table.columns)
        assert other[keys].astype(str).to_numpy().tolist() == table[keys].astype(str).to_numpy().tolist()
        for column in ("n_events", "n_stories", "goldstein_sum", "goldstein_mean", "conflict_share"):
            assert other[column].astype(float).tolist() == pytest.approx(table[column].astype(float).tolist(), nan_ok=True), (
                column
            )
    events = pd.read_parquet(release / "event")
    own = events[events["source_country"].notna() & events["target_country"].notna()]
    assert table["n_events"].sum() == (own["source_country"] != own["target_country"]).sum()


def test_stata_shows_months_and_labels(release):
    """In Stata the month is a month (%tm) and each variable says what it is; the file is stamped with the last publication."""
    with pd.read_stata(release / "dyad_month.dta", iterator=True) as reader:
        labels = reader.variable_labels()
        assert reader.time_stamp == "08 Jan 2026 00:00"  # type: ignore[attr-defined] # the stubs have no such name
        assert reader.data_label == "Comity: directed dyads by month"
    assert all(label and len(label) <= 80 for label in labels.values())
    assert b"%tm" in (release / "dyad_month.dta").read_bytes()


def readme_queries():
    """Return the SQL of every `comity query "..."` of the README."""
    return re.findall(r'comity query "([^"]+)"', (ROOT / "README.md").read_text(encoding="utf-8"))


def test_the_database_answers_after_a_move(release, tmp_path):
    """Copied to another folder, alone, the database answers every query of the README, and all of its views."""
    copy = tmp_path / "elsewhere" / "mine.duckdb"
    copy.parent.mkdir()
    shutil.copyfile(release / "comity.duckdb", copy)
    hidden = release.rename(release.with_name("hidden"))  # nothing that it could read
    try:
        with open_database(copy) as database:
            assert len(readme_queries()) >= 2
            for query in readme_queries():
                assert database.sql(query).columns
            views = database.sql("select view_name, sql from duckdb_views() where not internal").fetchall()
            assert len(views) > 15
            for name, sql in views:
                database.sql(f"select count(*) from {name}").fetchall()
                assert "read_parquet" not in sql
            found = database.sql("select distinct evidence from event_evidence where target_country = 'JPN'").fetchall()
            assert ("China bans seafood from Japan",) in found
    finally:
        hidden.rename(release)


def test_the_release_folder_is_a_dataset(release):
    """`comity query` reads a release as it reads a built dataset."""
    result = CliRunner().invoke(main, ["query", "select count(*) as n from event", "--data", str(release), "--format", "json"])
    assert result.exit_code == 0
    assert json.loads(result.stdout)[0]["n"] == len(pd.read_parquet(release / "event"))


@pytest.mark.parametrize("kind", ["release", "redacted"])
def test_the_package_is_valid(kind, request):
    """By frictionless datapackage.json is valid, the CSV is read by it, and sizes and hashes are right."""
    pytest.importorskip("frictionless", reason="frictionless is part of the dev extra: make setup")
    folder = request.getfixturevalue(kind)
    command = [sys.executable, "-m", "frictionless", "validate", "datapackage.json", "--json"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    report = json.loads(done.stdout)
    assert report["valid"], report
    tasks = {task["place"]: task for task in report["tasks"]}
    assert tasks["dyad_month.csv"]["type"] == "table"
    assert tasks["dyad_month.csv"]["stats"]["rows"] == len(pd.read_csv(folder / "dyad_month.csv"))
    assert len(tasks) == len([name for name in files(folder) if Path(name).suffix in {".parquet", ".csv", ".dta", ".duckdb"}])


def test_the_package_knows_a_spoiled_table(release, tmp_path):
    """The package's schema is not vacuous: a word where a number belongs is found by frictionless."""
    pytest.importorskip("frictionless", reason="frictionless is part of the dev extra: make setup")
    copy = tmp_path / "spoiled"
    shutil.copytree(release, copy)
    path = copy / "dyad_month.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("comity,", "comity,lots of ", 1).replace(",1,1,", ",many,1,", 1))
    command = [sys.executable, "-m", "frictionless", "validate", "datapackage.json", "--json"]
    done = subprocess.run(command, cwd=copy, capture_output=True, text=True, check=False)
    kinds = {error["type"] for task in json.loads(done.stdout)["tasks"] for error in task["errors"]}
    assert done.returncode == 1
    assert "type-error" in kinds


def test_the_pages_say_what_was_done(release):
    """RUN.md adds up and names what was refused, ACCURACY.md has the gate's figures, CITATION.cff and LICENSE the terms."""
    run = (release / "RUN.md").read_text(encoding="utf-8")
    assert run.startswith("# Run\n\n4 articles read = 3 coded + 0 skipped + 1 rejected.")
    assert "| rejected on read | " in run
    floors = json.loads(BASELINE.read_text(encoding="utf-8"))["floors"]
    accuracy = (release / "ACCURACY.md").read_text(encoding="utf-8")
    for name, value in floors.items():
        shown = f"{value:.3f}" if isinstance(value, float) else f"{value:,}"
        assert shown in accuracy, name
    assert "which this build did not use" in accuracy  # it is one of the rules alone
    citation = (release / "CITATION.cff").read_text(encoding="utf-8")
    assert "\ntype: dataset\n" in citation
    assert f"coded by {__version__}+" in citation
    licence = (release / "LICENSE").read_text(encoding="utf-8")
    assert "MIT License" in licence
    assert "- cow: Correlates of War" in licence
    assert (release / "codebook.md").read_text(encoding="utf-8").startswith("# Codebook")


def test_events_of_others_stay_behind(released_data, release, tmp_path):
    """Imported events are in no file of a release; RUN.md says which were left out and how many."""
    data = tmp_path / "data"
    shutil.copytree(released_data, data)
    source = next((data / "event" / "dataset=comity").glob("year=2025/*.parquet"))
    foreign = data / "event" / "dataset=gdelt" / "year=2025"
    foreign.mkdir(parents=True)
    rows = pq.read_table(source, partitioning=None)
    ids = [f"gdelt-{number}" for number in range(rows.num_rows)]
    nothing = pa.array([None] * rows.num_rows, pa.string())
    place = rows.schema.get_field_index("event_id")
    rows = rows.set_column(place, rows.schema.field(place), [ids])
    for name in ("mirror_event_id", "article_id"):
        place = rows.schema.get_field_index(name)
        rows = rows.set_column(place, rows.schema.field(place).with_nullable(True), nothing)
    pq.write_table(rows.cast(pq.read_schema(source).remove_metadata()), foreign / "part-0.parquet")
    publish(data, tmp_path / "out")
    said = (tmp_path / "out" / "RUN.md").read_text(encoding="utf-8")
    assert f"gdelt ({rows.num_rows:,} events)" in said
    changed = {name for name, value in every_byte(release).items() if every_byte(tmp_path / "out")[name] != value}
    assert changed == {"RUN.md", "SHA256SUMS"}
