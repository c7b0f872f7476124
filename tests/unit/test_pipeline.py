"""The build from files to views: what it makes, what it does not do twice, and how it ends when something is wrong."""

import csv
import hashlib
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import count, islice
from pathlib import Path

import pytest

from etl import paths
from etl.batches import BatchFolder
from etl.engines.batch import MEAN_RECORDS
from etl.engines.equipment import Equipment
from etl.errors import CheckError, DictionaryError, InputError, OutputError
from etl.load import read
from etl.pipeline import Build
from etl.progress import RunProgress
from etl.records import short_hash
from etl.report import counted

ROOT = Path(__file__).resolve().parents[2]

BANS = "China banned seafood imports from Japan on Thursday. Tokyo protested. Japan condemned China over the ban."
TALKS = "Chinese President Xi Jinping met South Korean President Lee Jae-myung in Beijing on Monday. South Korea praised China."
SHELLS = "Russian forces shelled Ukraine on Tuesday. The United States condemned Russia."
AUTRE = "Pékin a critiqué le gouvernement de Tokyo."
ARTICLES = [
    {"id": "bans", "date": "2025-11-20", "source": "Harbour Post", "language": "en", "title": "A ban", "text": BANS},
    {"id": "talks", "date": "2026-01-05", "source": "Evening Ledger", "language": "en", "title": "Talks", "text": TALKS},
    {"id": "drill", "date": "2026-01-06", "source": "North Wire", "language": "en", "title": "War", "text": SHELLS},
    {"id": "autre", "date": "2026-01-07", "source": "Le Port", "language": "fr", "text": AUTRE},
]


def write_lines(path: Path, articles: list[dict[str, str]]) -> Path:
    """Write articles as JSON lines."""
    path.write_text("".join(json.dumps(article, ensure_ascii=False) + "\n" for article in articles), encoding="utf-8")
    return path


def last_ids() -> Iterator[str]:
    """Yield ids of articles that end a batch."""
    return (f"x{number}" for number in count() if int(short_hash(f"x{number}"), 16) % MEAN_RECORDS == 0)


def in_batches(number: int) -> list[dict[str, str]]:
    """Return articles that make so many batches of a dozen: each takes long enough to be caught at work, and no longer."""
    return [
        article | {"id": f"{article['id']}{batch}.{place}" if place or article is not ARTICLES[2] else last}
        for batch, last in enumerate(islice(last_ids(), number))
        for place in reversed(range(4))
        for article in ARTICLES[:3]
    ]


def digests(out: Path) -> dict[str, str]:
    """Return the hash of every table's file."""
    files = [path for path in out.rglob("*.parquet") if "batches" not in path.parts]
    return {str(path.relative_to(out)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """A dataset made from the articles, with the report of its build."""
    folder = tmp_path_factory.mktemp("built")
    source = write_lines(folder / "news.jsonl", ARTICLES)
    return source, folder / "out", Build([source], out=folder / "out").run()


def copy_of(built, tmp_path: Path) -> tuple[Path, Path]:
    """Return the articles and a copy of the dataset that a test may change."""
    source, out, _ = built
    shutil.copytree(out, tmp_path / "out")
    return source, tmp_path / "out"


def test_the_report_adds_up(built):
    """Read is coded plus skipped plus rejected, and every table is counted."""
    counts = built[2].counts
    assert (counts.n_read, counts.n_coded, counts.n_skipped, counts.n_rejected) == (4, 3, 1, 0)
    assert dict(built[2].tables)["article"] == 4
    assert dict(built[2].tables)["event"] == counts.n_events > 0


def test_the_report_says_what_to_try(built):
    """The report ends with three commands, and names the folder."""
    lines = str(built[2]).splitlines()
    assert [line.split()[1] for line in lines[-3:]] == ["dyad", "query", "query"]
    assert all(str(built[1]) in line for line in lines[-3:])


def test_a_second_run_codes_nothing(built, tmp_path):
    """With nothing new nothing is coded, the report says so, and no byte changes."""
    source, out = copy_of(built, tmp_path)
    before = digests(out)
    report = Build([source], out=out).run()
    assert (report.n_batches_coded, report.n_batches_reused) == (0, 1)
    assert "nothing new to code" in str(report)
    assert digests(out) == before


def test_order_files_and_workers_leave_no_trace(built, tmp_path):
    """The same articles in another order, in another number of files, coded by two processes, give the same bytes."""
    folder = tmp_path / "news.jsonl"  # named alike: the build row names its inputs
    folder.mkdir()
    write_lines(folder / "1.jsonl", ARTICLES[:0:-1])
    write_lines(folder / "2.jsonl", ARTICLES[:1])
    Build([folder], out=tmp_path / "out", workers=2).run()
    assert digests(tmp_path / "out") == digests(built[1])


def test_an_added_file_is_all_that_is_coded(tmp_path):
    """A further file costs its own articles only, and what it says joins the dataset."""
    first = write_lines(tmp_path / "first.jsonl", [ARTICLES[0], ARTICLES[1] | {"id": next(last_ids())}])
    Build([first], out=tmp_path / "out").run()
    second = write_lines(tmp_path / "second.jsonl", [ARTICLES[2]])
    report = Build([first, second], out=tmp_path / "out").run()
    assert (report.n_batches_coded, report.n_batches_reused) == (1, 1)
    assert dict(report.tables)["article"] == 3


def test_a_build_does_not_read_what_builds_made(tmp_path, monkeypatch):
    """Built from the folder it lies in, a dataset is the same the second time; so is one beside it."""
    monkeypatch.chdir(tmp_path)
    write_lines(Path("news.jsonl"), ARTICLES)
    first = Build([Path()], out=Path("built")).run()
    before = digests(Path("built"))
    again = Build([Path()], out=Path("built")).run()
    assert (again.counts, again.n_batches_coded) == (first.counts, 0)
    assert digests(Path("built")) == before
    assert Build([Path()], out=Path("beside")).run().counts == first.counts


@pytest.mark.parametrize(
    ("number", "noun", "words"), [(1, "batch", "1 batch"), (0, "pair", "0 pairs"), (2000, "batch", "2,000 batches")]
)
def test_reports_count_in_words(number, noun, words):
    """One is singular, none and many are plural."""
    assert counted(number, noun) == words


def test_one_of_each_is_singular(tmp_path):
    """The first line of the report and of the progress, over a single article."""
    report = Build([write_lines(tmp_path / "news.jsonl", ARTICLES[:1])], out=tmp_path / "out").run()
    assert str(report).startswith("1 article read = 1 coded + 0 skipped + 0 rejected; 1 batch coded, 0 reused")
    progress = RunProgress()
    progress.advance(1, 1)
    assert progress.counts == "1 article, 1 mention"


def test_a_removed_file_leaves_the_dataset(built, tmp_path):
    """The dataset is what the inputs of this run say: articles no longer given are gone."""
    _, out = copy_of(built, tmp_path)
    fewer = write_lines(tmp_path / "news.jsonl", ARTICLES[:1])
    report = Build([fewer], out=out).run()
    assert dict(report.tables)["article"] == 1


def test_a_repeated_article_is_counted_once(tmp_path):
    """An id that comes twice stays once; the other is a reject that says why."""
    source = write_lines(tmp_path / "news.jsonl", [ARTICLES[0], ARTICLES[0]])
    counts = Build([source], out=tmp_path / "out").run().counts
    assert (counts.n_read, counts.n_coded, counts.n_rejected) == (2, 1, 1)


def test_a_duplicate_names_both_places(tmp_path):
    """The reject of a repeated article names its own file and line, and those of the article that stays; so do exact copies."""
    first = write_lines(tmp_path / "first.jsonl", [ARTICLES[1], ARTICLES[0]])
    later = ARTICLES[0] | {"date": "2025-11-21"}
    second = write_lines(tmp_path / "second.jsonl", [later, ARTICLES[1]])
    Build([second, first], out=tmp_path / "out").run()
    rejects = read("reject", tmp_path / "out")
    assert rejects[["file", "line", "record_id", "reason"]].to_numpy().tolist() == [
        [str(second), 1, "bans", f"duplicate article_id; the article that stays is in {first}, line 2"],
        [str(second), 2, "talks", f"duplicate article_id; the article that stays is in {first}, line 1"],
    ]
    before = digests(tmp_path / "out")
    Build([first, second], out=tmp_path / "out").run()
    assert digests(tmp_path / "out") == before


def test_only_another_line_codes_nothing_anew(tmp_path):
    """Articles that move to another line are not coded again, and the new lines are named."""
    source = write_lines(tmp_path / "news.jsonl", [ARTICLES[0], ARTICLES[0]])
    Build([source], out=tmp_path / "out").run()
    source.write_text("\n" + source.read_text(encoding="utf-8"), encoding="utf-8")
    report = Build([source], out=tmp_path / "out").run()
    assert report.n_batches_coded == 0
    assert read("reject", tmp_path / "out")["line"].tolist() == [3]


def test_the_changelog_tells_what_a_build_changed(tmp_path):
    """A further file adds events with the reason; a build of nothing new leaves the changes; a first build has none."""
    first = write_lines(tmp_path / "first.jsonl", ARTICLES[:1])
    Build([first], out=tmp_path / "out").run()
    assert read("change", tmp_path / "out").empty
    second = write_lines(tmp_path / "second.jsonl", ARTICLES[1:2])
    Build([first, second], out=tmp_path / "out").run()
    changes = read("change", tmp_path / "out")
    assert set(changes["change"]) == {"added"}
    assert set(changes["reason"]) == {"article added"}
    Build([first, second], out=tmp_path / "out").run()
    assert len(read("change", tmp_path / "out")) == len(changes)
    Build([first], out=tmp_path / "out").run()
    assert read("change", tmp_path / "out")[["change", "reason"]].drop_duplicates().to_numpy().tolist() == [
        ["removed", "article removed"]
    ]


def test_a_killed_build_is_completed_by_the_next(tmp_path):
    """A build killed while it codes leaves a folder that the next run completes, byte for byte as if nothing had happened."""
    source = write_lines(tmp_path / "news.jsonl", in_batches(8))
    out = tmp_path / "out"
    command = [sys.executable, "-m", "etl.cli", "build", str(source), "--out", str(out)]
    running = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    deadline = time.monotonic() + 240
    while not any(path.is_dir() and not path.name.startswith(".") for path in (out / "batches").glob("*")):
        assert running.poll() is None, "the build ended before it could be killed"
        assert time.monotonic() < deadline, "no batch was coded in four minutes"
        time.sleep(0.01)
    running.send_signal(signal.SIGKILL)
    running.wait()
    assert not (out / "build.parquet").exists()
    (out / "batches" / ".0123.new.7").mkdir()  # what a writer leaves that dies between two files
    report = Build([source], out=out).run()
    assert report.n_batches_reused >= 1
    assert report.n_batches_coded >= 1
    Build([source], out=tmp_path / "fresh").run()
    assert digests(out) == digests(tmp_path / "fresh")
    assert not list((out / "batches").glob(".*.new.*"))


@pytest.mark.parametrize(("number", "workers"), [(signal.SIGINT, 1), (signal.SIGTERM, 2)])
def test_a_stopped_build_says_what_is_kept(tmp_path, number, workers):
    """Ctrl-C or SIGTERM ends a build with exit code 1 and one line that says what is kept; the workers leave no warning."""
    source = write_lines(tmp_path / "news.jsonl", in_batches(20))
    out = tmp_path / "out"
    command = [sys.executable, "-m", "etl.cli", "build", str(source), "--out", str(out), "--workers", str(workers)]
    running = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    deadline = time.monotonic() + 240
    while not any(path.is_dir() and not path.name.startswith(".") for path in (out / "batches").glob("*")):
        assert running.poll() is None, "the build ended before it could be stopped"
        assert time.monotonic() < deadline, "no batch was coded in four minutes"
        time.sleep(0.01)
    running.send_signal(number)
    said, complained = running.communicate(timeout=240)
    assert (running.returncode, said) == (1, "")
    lines = [line for line in complained.splitlines() if line.strip() and not line.startswith("coding: ")]
    assert lines == [f"Error: Stopped. The batches that were finished are kept in {out}; the same command goes on from there."]
    assert not (out / "build.parquet").exists()


def test_a_missing_file_ends_the_run_before_anything_is_made(tmp_path):
    """A path that does not exist is named, and no folder is made."""
    with pytest.raises(InputError, match=r"absent\.jsonl: no such file"):
        Build([tmp_path / "absent.jsonl"], out=tmp_path / "out").run()
    assert not (tmp_path / "out").exists()


def test_no_article_at_all_leaves_the_dataset_alone(built, tmp_path):
    """Where every record is refused, the run fails with the first reason and the dataset that is there stays."""
    _, out = copy_of(built, tmp_path)
    before = digests(out)
    broken = tmp_path / "broken.jsonl"
    broken.write_text('{"id": 1, "text"\n')
    with pytest.raises(InputError, match=r"No article could be read; the first record was refused: .*broken\.jsonl"):
        Build([broken], out=out).run()
    assert digests(out) == before


def test_a_foreign_folder_is_refused(tmp_path):
    """A folder that holds something else is left alone."""
    (tmp_path / "thesis.docx").touch()
    source = write_lines(tmp_path / "news.jsonl", ARTICLES)
    with pytest.raises(OutputError, match="not empty and no dataset"):
        Build([source], out=tmp_path).run()


def test_two_builds_do_not_share_a_folder(tmp_path):
    """While one build is at work, another into the same folder is refused."""
    source = write_lines(tmp_path / "news.jsonl", ARTICLES)
    with BatchFolder(tmp_path / "out"), pytest.raises(OutputError, match="Another build is at work"):
        Build([source], out=tmp_path / "out").run()


def test_a_system_without_locks_is_told_where_to_build(tmp_path):
    """On Windows, which has no fcntl, what only reads is imported and runs; a build says what it needs and makes nothing."""
    source = write_lines(tmp_path / "news.jsonl", ARTICLES)
    program = "import sys; sys.modules['fcntl'] = None; from etl.cli import main; main()"

    def said(*words: str) -> str:
        done = subprocess.run([sys.executable, "-c", program, *words], cwd=ROOT, capture_output=True, text=True, check=False)
        return done.stdout + done.stderr

    assert "holds no dataset: build one" in said("doctor", "--data", str(tmp_path))
    assert re.search(
        r"^Error: Building needs .* Linux or macOS.* WSL", said("build", str(source), "--out", str(tmp_path / "out"))
    )
    assert not (tmp_path / "out").exists()


@pytest.mark.skipif(os.name != "posix", reason="needs a path below a file")
def test_an_unwritable_folder_is_named(tmp_path):
    """A folder that cannot be made is an output error that says which and what to do."""
    (tmp_path / "file").touch()
    source = write_lines(tmp_path / "news.jsonl", ARTICLES)
    with pytest.raises(OutputError, match=r"file/out cannot be written: .*--out"):
        Build([source], out=tmp_path / "file" / "out").run()


def test_a_dictionary_row_with_an_unknown_code_stops_the_build(tmp_path):
    """A frame whose code is not CAMEO ends the run with file, line, value and what is allowed; nothing is coded."""
    dictionaries = tmp_path / "dictionaries"
    shutil.copytree(paths.DICTIONARIES, dictionaries)
    frames = min((dictionaries / "frames").glob("*.csv"))
    header, first, *rest = frames.read_text(encoding="utf-8").splitlines(keepends=True)
    cells = next(csv.reader([first]))
    cells[next(csv.reader([header])).index("code")] = "999"
    with frames.open("w", encoding="utf-8", newline="") as out:
        out.write(header)
        csv.writer(out, lineterminator="\n").writerow(cells)
        out.writelines(rest)
    source = write_lines(tmp_path / "news.jsonl", ARTICLES)
    with pytest.raises(DictionaryError, match=rf"{frames.name}, line 2.*'999'"):
        Build([source], out=tmp_path / "out", equipment=Equipment(dictionaries=dictionaries)).run()


def test_a_failing_check_ends_the_build(built, tmp_path, monkeypatch):
    """A check that finds a bad row fails the run, and names the check and the row."""
    source, out = copy_of(built, tmp_path)
    (tmp_path / "checks").mkdir()
    (tmp_path / "checks" / "no_wire.sql").write_text("select article_id from article where article_id = 'talks'")
    monkeypatch.setattr(paths, "SQL_CHECKS", tmp_path / "checks")
    with pytest.raises(CheckError, match=r"(?s)no_wire.*article_id=talks"):
        Build([source], out=out).run()
