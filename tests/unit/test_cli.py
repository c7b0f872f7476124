"""The command `comity`: its contracts, its exit codes, and one clear sentence for every bad input."""

import csv
import io
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner

from etl import paths
from etl.cli import main

ROOT = Path(__file__).resolve().parents[2]
COMMANDS = (
    *("build", "code", "classify", "explain", "query", "dyad", "evaluate", "doctor"),
    *("agreement", "changes", "convert-dictionary", "import", "index", "release"),
)

TEXT = "China banned seafood imports from Japan on Thursday. Japan condemned China. China did not attack Japan."
ARTICLE = {"id": "bans", "date": "2025-11-20", "source": "Harbour Post", "language": "en", "title": "A ban", "text": TEXT}


def comity(*arguments: object):
    """Run the command in this process, standard error apart; a fault of ours is raised and not hidden."""
    result = CliRunner().invoke(main, [str(argument) for argument in arguments])
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def failed(result, *words: str) -> None:
    """Assert that a run failed with exit code 1, one sentence on standard error, no traceback, and these words in it."""
    assert result.exit_code == 1, result.output
    assert "Traceback" not in result.stderr
    assert "a fault in Comity" not in result.stderr
    said = result.stderr[result.stderr.index("Error: ") :]
    for word in words:
        assert word in said, said


@pytest.fixture
def article(tmp_path):
    """A file with one article."""
    path = tmp_path / "news.jsonl"
    path.write_text(json.dumps(ARTICLE) + "\n", encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    """A dataset built by the command."""
    folder = tmp_path_factory.mktemp("cli")
    (folder / "news.jsonl").write_text(json.dumps(ARTICLE) + "\n", encoding="utf-8")
    result = comity("build", "--articles", folder / "news.jsonl", "--out", folder / "out")
    assert result.exit_code == 0, result.output
    return folder / "out"


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("option", ["-h", "--help"])
def test_every_command_explains_itself(command, option):
    """-h and --help show the usage of every command and end well."""
    result = comity(command, option)
    assert result.exit_code == 0
    assert result.stdout.startswith(f"Usage: main {command} ")


def test_the_group_lists_its_commands():
    """`comity -h` names every command, and no command is missing here."""
    assert set(main.commands) == set(COMMANDS)
    assert all(f"\n  {command} " in comity("-h").stdout for command in COMMANDS)


@pytest.mark.parametrize(
    "arguments",
    [("nonsense",), ("dyad", "CHN"), ("build",), ("build", "--workers", "0", "x"), ("query", "from t", "--format", "xml")],
)
def test_wrong_usage_exits_2(arguments):
    """A command line that cannot be understood ends with exit code 2 and the usage."""
    result = comity(*arguments)
    assert result.exit_code == 2
    assert "Usage:" in result.stderr


def test_code_writes_one_row_a_mention(article, tmp_path):
    """JSON lines with the columns of table mention, under the id that was given, live acts only."""
    result = comity("code", article, "--output", tmp_path / "out.jsonl")
    assert result.exit_code == 0, result.output
    assert result.stdout == ""
    rows = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()]
    assert ("CHN", "JPN", "16") in {(row["source_country"], row["target_country"], row["event_root_code"]) for row in rows}
    assert {row["article_id"] for row in rows} == {"bans"}
    assert {row["status"] for row in rows} <= {"happened", "announced"}
    assert all(row["evidence"][row["trigger_start"] : row["trigger_end"]] == row["trigger_text"] for row in rows)


def test_all_status_adds_the_acts_that_were_not_done(article):
    """--all-status also gives what the text denies; without it that is left out. Rows go to standard output by default."""
    live = comity("code", article).stdout.splitlines()
    every = comity("code", "--all-status", article).stdout.splitlines()
    assert len(every) > len(live) > 0
    assert "negated" in {json.loads(line)["status"] for line in every}


def test_code_writes_parquet_by_the_suffix(article, tmp_path):
    """.parquet gives the same rows with the table's own types."""
    comity("code", article, "--output", tmp_path / "out.parquet")
    rows = pq.read_table(tmp_path / "out.parquet").to_pylist()
    lines = [json.loads(line) for line in comity("code", article).stdout.splitlines()]
    assert [row["mention_id"] for row in rows] == [line["mention_id"] for line in lines]
    assert [row["event_date"].isoformat() for row in rows] == [line["event_date"] for line in lines]


def test_code_refuses_another_suffix(article, tmp_path):
    """An output that is neither .jsonl nor .parquet is refused."""
    failed(comity("code", article, "--output", tmp_path / "out.xlsx"), "out.xlsx", ".jsonl or .parquet")


def test_code_names_an_unwritable_output(article):
    """An output in a folder that does not exist is named, in either form."""
    failed(comity("code", article, "--output", article / "x.jsonl"), "x.jsonl", "cannot be written")
    failed(comity("code", article, "--output", article / "x.parquet"), "x.parquet", "cannot be written")


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("absent.jsonl", None, ("absent.jsonl", "no such file")),
        ("page.html", b"<html><p>China</p></html>", ("page.html", "HTML")),
        ("wrong.csv", b"headline;when\nA;2026-01-01\n", ("wrong.csv", "text")),
        ("not.parquet", b"PAR0 not at all", ("not.parquet",)),
    ],
)
def test_a_file_that_cannot_be_read_fails(tmp_path, name, content, words):
    """A missing file, a page, a table without a text column, and a Parquet file that is none: exit 1 and the reason."""
    if content is not None:
        (tmp_path / name).write_bytes(content)
    failed(comity("build", tmp_path / name, "--out", tmp_path / "out"), *words)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b'{"id": 7, "text": "broken', "JSON"),
        (b'{"id": 7, "date": "2026-01-01", "text": "caf\xe9"}', "utf-8"),
        (b'{"id": 7, "date": "the ides of March", "text": "China met Japan."}', "date"),
        (b'{"id": 7, "date": "2026-01-01", "body": "China met Japan."}', "text"),
        (b'{"id": 7, "date": "2026-01-01", "text": "<!DOCTYPE html><html><body><p>China</p></body></html>"}', "HTML"),
    ],
)
def test_a_bad_record_is_a_reject_row(tmp_path, line, reason):
    """A broken line, bytes that are not UTF-8, an unknown date, wrong fields and a page: the run goes on, `reject` says why."""
    (tmp_path / "news.jsonl").write_bytes(json.dumps(ARTICLE).encode() + b"\n" + line + b"\n")
    result = comity("build", tmp_path / "news.jsonl", "--out", tmp_path / "out")
    assert result.exit_code == 0, result.output
    (row,) = pq.read_table(tmp_path / "out" / "reject.parquet").to_pylist()
    assert (row["stage"], row["line"]) == ("read", 2)
    assert reason in row["reason"]


def test_tables_are_read_by_column_options(tmp_path):
    """A table with other names is read when it is said which column is which."""
    path = tmp_path / "export.csv"
    with path.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows([["key", "when", "body"], ["r1", "2025-11-20", TEXT]])
    result = comity("code", path, "--id-column", "key", "--date-column", "when", "--text-column", "body", "--source", "Export")
    assert {json.loads(line)["article_id"] for line in result.stdout.splitlines()} == {"r1"}


def test_text_files_take_day_and_source_from_options(tmp_path):
    """Plain text without a sidecar is read with --date and --source."""
    (tmp_path / "one.txt").write_text(TEXT, encoding="utf-8")
    result = comity("build", tmp_path / "one.txt", "--date", "2025-11-20", "--source", "Notes", "--out", tmp_path / "out")
    assert result.exit_code == 0, result.output
    assert pq.read_table(tmp_path / "out" / "article.parquet").to_pylist()[0]["source"] == "Notes"


def test_articles_take_the_language_from_an_option(tmp_path):
    """What is said to be of another language is skipped and counted with it; what is no code is refused before a file is read."""
    (tmp_path / "one.txt").write_text(TEXT, encoding="utf-8")
    build = ("build", tmp_path / "one.txt", "--date", "2025-11-20", "--out", tmp_path / "out", "--language")
    assert comity(*build, "uk").exit_code == 0
    (row,) = pq.read_table(tmp_path / "out" / "article.parquet").to_pylist()
    assert (row["language"], row["skipped"], row["n_mentions"]) == ("uk", "language", 0)
    assert comity(*build, "en").exit_code == 0
    (row,) = pq.read_table(tmp_path / "out" / "article.parquet").to_pylist()
    assert (row["language"], row["skipped"]) == ("en", None)
    refused = comity("code", tmp_path / "absent.txt", "--language", "ukrainian")
    assert refused.exit_code == 1
    assert "--language 'ukrainian': no ISO 639-1 code" in refused.output


def test_classify_answers_every_pair(tmp_path):
    """One answer a line, in order, with the contract's fields; it never abstains unless it may."""
    pairs = [
        {"id": "p1", "text": "China condemned Japan.", "source": [0, 5], "target": [16, 21]},
        {"id": 2, "text": "China, unlike Japan, has rivers.", "source": [0, 5], "target": [14, 19]},
    ]
    path = tmp_path / "pairs.jsonl"
    path.write_text("".join(json.dumps(pair) + "\n" for pair in pairs))
    answers = [json.loads(line) for line in comity("classify", path).stdout.splitlines()]
    assert [answer["id"] for answer in answers] == ["p1", 2]
    assert {"event_code", "event_root_code", "plover", "quad_class", "confidence", "rule_id"} <= set(answers[0])
    assert answers[0]["event_root_code"] == "11"
    assert answers[1]["event_code"]
    assert json.loads(comity("classify", "--allow-none", path).stdout.splitlines()[1])["event_code"] is None


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ('{"id": 1', ("line 1", "broken JSON")),
        ('{"id": 1, "text": "China", "source": [0, 5]}', ("line 1", "'target' is missing")),
        ('{"id": 1, "text": "China", "source": [0, 5], "target": [3, 99]}', ("line 1, target", "[3, 99]")),
        ('{"id": 1, "text": "China  met", "source": [0, 5], "target": [5, 6]}', ("id 1", "no word")),
        ("[1, 2]", ("line 1", "object")),
    ],
)
def test_classify_refuses_a_bad_line(tmp_path, line, words):
    """A line that is no pair stops the run, and says which line and what is wrong."""
    (tmp_path / "pairs.jsonl").write_text(line + "\n")
    failed(comity("classify", tmp_path / "pairs.jsonl"), *words)


def test_explain_shows_the_reading():
    """The explanation names both countries and the code that came out."""
    said = comity("explain", "China condemned Japan.", "--date", "2026-01-05").stdout
    assert all(word in said for word in ("CHN", "JPN", "111"))


def test_query_speaks_four_forms(data, tmp_path):
    """The same rows as table, csv, json and Parquet."""
    sql = "select source_country, event_code, event_date from event where event_root_code = '16' order by event_id"
    rows = json.loads(comity("query", sql, "--data", data, "--format", "json").stdout)
    assert rows
    assert list(csv.DictReader(io.StringIO(comity("query", sql, "--data", data, "--format", "csv").stdout))) == rows
    comity("query", sql, "--data", data, "--format", "parquet", "--output", tmp_path / "rows.parquet")
    assert pq.read_table(tmp_path / "rows.parquet").num_rows == len(rows)
    table = comity("query", sql, "--data", data).stdout.splitlines()
    assert table[0].split() == ["source_country", "event_code", "event_date"]
    assert table[-1] == f"({len(rows)} row{'s' * (len(rows) != 1)})"


def test_query_knows_what_columns_hold(data):
    """Whoever asks DuckDB what a column of a view holds is told."""
    sql = "select comment from duckdb_columns() where table_name = 'dyad_month' and coalesce(comment, '') = ''"
    assert json.loads(comity("query", sql, "--data", data, "--format", "json").stdout) == []


@pytest.mark.parametrize(
    ("sql", "words"),
    [("selec 1", ("syntax error",)), ("from nope", ("nope does not exist", "dyad_month")), ("select nope from event", ("nope",))],
)
def test_query_passes_on_what_is_wrong(data, sql, words):
    """SQL that DuckDB refuses gives its reason in one line; an unknown view gives the known ones."""
    result = comity("query", sql, "--data", data)
    failed(result, *words)
    assert len(result.stderr.strip().splitlines()) == 1


@pytest.mark.parametrize("form", ["table", "csv", "json", "parquet"])
@pytest.mark.parametrize("sql", ["", " ; ", "/* nothing */"])
def test_query_without_sql_is_refused(data, tmp_path, sql, form):
    """Nothing, a semicolon or a comment is no query: one sentence says so, in every form, and no file is left."""
    result = comity("query", sql, "--data", data, "--format", form, "--output", tmp_path / "rows")
    failed(result, "There is no SQL to answer")
    assert len(result.stderr.strip().splitlines()) == 1
    assert not list(tmp_path.iterdir())


def test_query_without_a_dataset_says_how_to_build_one(tmp_path):
    """Where nothing is built, the message gives the command that builds."""
    failed(comity("query", "from event", "--data", tmp_path / "none"), "comity build")
    failed(comity("dyad", "CHN", "JPN", "--data", tmp_path), "comity build")


def test_dyad_prints_months_events_and_a_chart(data, tmp_path):
    """The table, the sentences and the file of the chart."""
    result = comity("dyad", "CHN", "JPN", "--data", data, "--chart", tmp_path / "chart.svg")
    assert result.exit_code == 0, result.output
    assert "2025-11" in result.stdout
    assert "China banned seafood imports from Japan on Thursday." in result.stdout
    assert (tmp_path / "chart.svg").stat().st_size > 5000


@pytest.mark.parametrize(
    ("name", "words"), [("chart.pdf", ".svg or .png"), ("absent/chart.svg", "there is no folder"), ("CHART", ".svg or .png")]
)
def test_dyad_looks_at_the_chart_first(data, tmp_path, name, words):
    """A chart that cannot be drawn is refused before a line of the report is printed."""
    result = comity("dyad", "CHN", "JPN", "--data", data, "--chart", tmp_path / name)
    failed(result, words)
    assert result.stdout == ""


def test_a_chart_is_drawn_before_the_report_is_printed(data, tmp_path):
    """Where nobody reads the report to its end the chart is there all the same."""
    chart = tmp_path / "z.svg"
    command = [sys.executable, "-m", "etl.cli", "dyad", "CHN", "JPN", "--data", str(data), "--chart", str(chart)]
    running = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert running.stdout is not None
    running.stdout.close()  # before the first line
    assert running.stderr is not None
    said = running.stderr.read().decode()
    running.stderr.close()
    running.wait(120)
    assert chart.read_text(encoding="utf-8").rstrip().endswith("</svg>"), said
    assert "Traceback" not in said


def test_dyad_names_near_codes(data):
    """An unknown code ends with exit 1 and near ones."""
    failed(comity("dyad", "CHN", "JPP", "--data", data), "'JPP'", "JPN (Japan)")


@pytest.fixture(scope="module")
def grown(data, tmp_path_factory):
    """A second build: the dataset with one article more."""
    folder = tmp_path_factory.mktemp("grown")
    more = ARTICLE | {"id": "talks", "date": "2026-01-05", "text": "Russia and Iran signed a pact on Monday.", "title": None}
    (folder / "news.jsonl").write_text(f"{json.dumps(ARTICLE)}\n{json.dumps(more)}\n", encoding="utf-8")
    result = comity("build", "--no-model", "--articles", folder / "news.jsonl", "--out", folder / "out")
    assert result.exit_code == 0, result.output
    result = comity("build", "--no-model", "--articles", data.parent / "news.jsonl", "--out", folder / "before")
    assert result.exit_code == 0, result.output
    return folder


def test_changes_counts_by_kind_and_reason(grown):
    """Each kind of change with its number and reasons, forwards and backwards; the numbers are those of the folders."""
    before, after = (len(pq.read_table(grown / name / "event")) for name in ("before", "out"))
    assert after - before == 2  # a pact has two directions
    for old, new, kind, reason in (("before", "out", "added", "article added"), ("out", "before", "removed", "article removed")):
        result = comity("changes", grown / old, grown / new)
        assert result.exit_code == 0, result.output
        head, *lines = result.stdout.splitlines()
        sizes = {"before": before, "out": after}
        assert head == f"{sizes[old]} events before, {sizes[new]} after"
        assert [line.rsplit(maxsplit=1) for line in lines if line] == [[kind, "2"], [f"  {reason}", "2"]]


def test_changes_of_nothing(grown):
    """A folder compared with itself differs in nothing, and its changelog has no rows."""
    result = comity("changes", grown / "out", grown / "out", "--output", grown / "none.csv")
    assert "Nothing differs." in result.stdout
    header = "change,event_id,reason,other_event_id,changed_columns,difference\n"
    assert (grown / "none.csv").read_text(encoding="utf-8") == header


def test_changes_writes_rows_in_three_forms(grown):
    """The rows of the changelog, the same in each form and those of table `change` of a build that took the same step."""
    for suffix in ("csv", "parquet", "jsonl"):
        result = comity("changes", grown / "before", grown / "out", "--output", grown / f"rows.{suffix}")
        assert result.exit_code == 0, result.output
        assert "added" in result.stdout
    rows = pq.read_table(grown / "rows.parquet").to_pylist()
    assert len(rows) == 2
    assert [json.loads(line) for line in (grown / "rows.jsonl").read_text(encoding="utf-8").splitlines()] == rows
    with (grown / "rows.csv").open(encoding="utf-8", newline="") as stream:
        assert list(csv.DictReader(stream)) == [{name: value or "" for name, value in row.items()} for row in rows]
    shutil.copytree(grown / "before", grown / "step")
    comity("build", "--no-model", "--articles", grown / "news.jsonl", "--out", grown / "step")
    assert pq.read_table(grown / "step" / "change.parquet").to_pylist() == rows


def test_changes_names_what_cannot_be_compared(grown, tmp_path):
    """A missing folder, one without a build, one of an older version, a broken file and another suffix: one sentence each."""
    (tmp_path / "empty").mkdir()
    failed(comity("changes", tmp_path / "absent", grown / "out"), "absent: there is no such folder")
    failed(comity("changes", grown / "out", tmp_path / "empty"), "empty holds no build", "comity build --out")
    shutil.copytree(grown / "out", tmp_path / "older")
    (tmp_path / "older" / "event_member.parquet").unlink()
    failed(comity("changes", tmp_path / "older", grown / "out"), "older holds no dataset whose events can be compared")
    shutil.copytree(grown / "out", tmp_path / "broken")
    (tmp_path / "broken" / "mention.parquet").write_bytes(b"PAR1 not at all")
    failed(comity("changes", grown / "out", tmp_path / "broken", "--output", tmp_path / "x.csv"), "cannot be compared", "broken")
    for path in (tmp_path / "broken" / "event").rglob("*.parquet"):
        path.write_bytes(b"PAR1 not at all")
    failed(comity("changes", tmp_path / "broken", grown / "out"), "cannot be compared", "broken")
    failed(comity("changes", grown / "out", grown / "out", "--output", "rows.xlsx"), "rows.xlsx", ".csv, .parquet or .jsonl")
    failed(comity("changes", grown / "out", grown / "out", "--output", tmp_path / "no" / "x.csv"), "x.csv cannot be written")
    assert not (tmp_path / "x.csv").exists()


def test_indices_are_listed_without_a_dataset(tmp_path, monkeypatch):
    """--list answers where nothing was ever built, in every form, and in the same words as over a dataset."""
    monkeypatch.chdir(tmp_path)
    result = comity("index", "--list", "--format", "csv")
    assert result.exit_code == 0, result.output
    names = {row["index_name"] for row in csv.DictReader(io.StringIO(result.stdout))}
    assert names == {path.stem for path in (ROOT / "sql" / "indices").glob("*.sql")}
    assert "net_cooperation" in comity("index", "--list", "--data", tmp_path / "absent").stdout
    assert not list(tmp_path.iterdir())
    failed(comity("index", "CHN", "JPN", "--data", tmp_path / "absent"), "comity build")


def test_evaluate_scores_the_coder(tmp_path):
    """Gold that the coder meets gives F1 1; as JSON too; predictions may come from a file."""
    gold = tmp_path / "gold.jsonl"
    event = {"source": "CHN", "target": "JPN", "code": "111", "status": "happened", "evidence": "condemned", "sentence": 0}
    gold.write_text(
        json.dumps({"id": "g", "date": "2026-01-05", "title": None, "text": "China condemned Japan.", "events": [event]})
    )
    result = comity("evaluate", gold)
    assert result.exit_code == 0, result.output
    assert "root" in result.stdout
    figures = json.loads(comity("evaluate", gold, "--format", "json").stdout)
    assert '"f1": 1.0' in json.dumps(figures)
    (tmp_path / "none.jsonl").write_text("")
    worse = json.loads(comity("evaluate", gold, "--predictions", tmp_path / "none.jsonl", "--format", "json").stdout)
    assert '"f1": 1.0' not in json.dumps(worse)


def test_a_failing_view_check_names_the_check(data, tmp_path, monkeypatch):
    """A check that finds bad rows ends the build with exit 1, its name and the row."""
    (tmp_path / "checks").mkdir()
    (tmp_path / "checks" / "planted.sql").write_text("select 'bad' as row_that_must_not_be")
    monkeypatch.setattr(paths, "SQL_CHECKS", tmp_path / "checks")
    shutil.copytree(data, tmp_path / "out")
    (tmp_path / "news.jsonl").write_text(json.dumps(ARTICLE) + "\n")
    failed(comity("build", tmp_path / "news.jsonl", "--out", tmp_path / "out"), "planted", "row_that_must_not_be=bad")


def test_a_fault_of_ours_is_no_traceback(monkeypatch, tmp_path):
    """An error that nobody foresaw is one sentence that asks for a report, and -v shows where it lies."""
    monkeypatch.setattr("etl.doctor.examine", lambda *_: 1 / 0)
    result = CliRunner().invoke(main, ["doctor", "--data", str(tmp_path)])
    assert result.exit_code == 1
    assert "a fault in Comity" in result.stderr
    assert isinstance(CliRunner().invoke(main, ["-v", "doctor", "--data", str(tmp_path)]).exception, ZeroDivisionError)


def test_a_bad_settings_file_is_named(tmp_path, monkeypatch):
    """An unknown key in comity.toml is an error that lists the known ones."""
    (tmp_path / "comity.toml").write_text('folder = "x"\n')
    monkeypatch.chdir(tmp_path)
    failed(comity("query", "from event"), "comity.toml", "'folder'", "workers")


def test_settings_stand_in_for_options(data, tmp_path, monkeypatch):
    """`data` in comity.toml is where query looks without --data."""
    (tmp_path / "comity.toml").write_text(f"data = {json.dumps(str(data))}\n")
    monkeypatch.chdir(tmp_path)
    assert "article" in comity("query", "select 'article', count(*) from article").stdout


def test_the_command_runs_as_a_process(article):
    """As a process: rows on standard output and nothing else there, the summary on standard error, exit code 0."""
    done = subprocess.run(
        [sys.executable, "-m", "etl.cli", "code", str(article)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert all(json.loads(line)["article_id"] == "bans" for line in done.stdout.splitlines())
    assert "1 articles" in done.stderr


def test_a_reader_that_goes_away_is_no_error(data):
    """`comity query ... | head` does not end in a traceback."""
    command = f"{sys.executable} -m etl.cli query 'select range from range(2000000)' --format csv --data {data} | head -1"
    done = subprocess.run(["bash", "-c", command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stdout == "range\n"
    assert "Traceback" not in done.stderr
