"""`comity index` and `comity agreement`: what they print, and what they say to questions that have no answer."""

import csv
import io
import json

import pytest
from click.testing import CliRunner

from etl.cli import main


@pytest.fixture
def comity(data_dir):
    """Return a function that runs a command on the dataset and gives its exit code, its output and its messages."""

    def run(*words):
        done = CliRunner().invoke(main, [*words, "--data", str(data_dir)])
        return done.exit_code, done.stdout, done.stderr

    return run


def rows(text):
    """Return the rows of a csv."""
    return list(csv.DictReader(io.StringIO(text)))


def test_a_series_by_month_has_gaps_and_zeros(comity):
    """The csv has every month; the unread one is empty and marked, the quiet one is 0."""
    code, out, _ = comity("index", "CHN", "kor", "--format", "csv")
    found = {row["period_start"]: row for row in rows(out)}
    assert code == 0
    assert len(found) == 24
    assert (found["2025-03-01"]["value"], found["2025-03-01"]["is_gap"]) == ("", "True")
    assert (float(found["2024-09-01"]["value"]), found["2024-09-01"]["is_gap"]) == (0, "False")


def test_every_option_reaches_the_macro(comity, connection):
    """Index, unit, days, dataset, scores, actors and weighting change the answer as the macro has it."""
    code, out, _ = comity(
        "index", "CHN", "JPN", "--index", "goldstein_sum", "--by", "week", "--from", "2025-04-01", "--to", "2025-06-30",
        "--dataset", "south", "--scores", "icews", "--actors", "official", "--weighting", "story", "--format", "json",
    )  # fmt: skip
    asked = (
        "select period_start::varchar, value from index_series('CHN', 'JPN', 'goldstein_sum', 'week', date '2025-04-01', "
        "date '2025-06-30', 'south', 'icews', 'official', 'story')"
    )
    found = json.loads(out)
    assert code == 0
    assert [(row["period_start"], row["value"]) for row in found] == connection.sql(asked).fetchall()
    assert len(found) == 14


def test_intervals_stand_beside_the_values(comity):
    """With --intervals each month with an event has bounds, and months without have none."""
    code, out, _ = comity("index", "CHN", "KOR", "--intervals", "--format", "csv")
    found = rows(out)
    assert code == 0
    assert all(bool(row["low"]) == bool(row["high"]) == (row["n_events"] != "0") for row in found)
    assert all(float(row["low"]) <= float(row["value"]) <= float(row["high"]) for row in found if row["low"])


def test_days_have_trailing_means(comity):
    """By day the means over 7, 30 and 90 days are columns; by month they are not."""
    by_day, by_month = (comity("index", "CHN", "KOR", "--by", unit, "--format", "csv")[1] for unit in ("day", "month"))
    assert {"mean_7_days", "mean_30_days", "mean_90_days", "excess"} <= set(rows(by_day)[0])
    assert "mean_7_days" not in rows(by_month)[0]


def test_the_list_names_every_index_and_its_users(comity):
    """--list needs no countries and shows name, version, meaning and users."""
    code, out, _ = comity("index", "--list", "--format", "csv")
    assert code == 0
    assert {"net_cooperation", "reciprocity", "share_of_stories"} <= {row["index_name"] for row in rows(out)}
    assert all(row["used_by"] and row["meaning"] for row in rows(out))


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("CHN", "KRO"), "Did you mean KOR"),
        (("CHN", "CHN"), "A dyad is two countries"),
        (("CHN", "KOR", "--index", "net_coperation"), "Did you mean net_cooperation?"),
        (("CHN", "KOR", "--dataset", "polecat"), "There are: comity, north, south."),
        (("CHN", "KOR", "--dataset", "x' or 'x"), "There are: comity, north, south."),
        (("CHN", "KOR", "--index", "share_of_events", "--intervals"), "no intervals for share_of_events"),
        (("CHN", "KOR", "--from", "2025-02-01", "--to", "2025-01-01"), "ends (2025-01-01) before it begins"),
    ],
)
def test_questions_without_an_answer_are_refused(comity, words, said):
    """An unknown country, index or dataset, and a period that ends before it begins, fail with a sentence that helps."""
    code, out, err = comity("index", *words)
    assert (code, out) == (1, "")
    assert said in err


def test_a_missing_country_is_wrong_usage(comity):
    """One country makes no dyad."""
    code, _, err = comity("index", "CHN")
    assert code == 2
    assert "--list" in err


def test_charts_are_the_same_every_time(comity, tmp_path):
    """The chart of a series with intervals is equal to the byte when drawn twice, and is drawn before anything is printed."""
    for name in ("one.svg", "two.svg"):
        code, _, err = comity("index", "CHN", "KOR", "--intervals", "--chart", str(tmp_path / name))
        assert code == 0
        assert "chart written" in err
    assert (tmp_path / "one.svg").read_bytes() == (tmp_path / "two.svg").read_bytes()


def test_agreement_prints_dyads_and_draws(comity, tmp_path):
    """The command gives a row for each dyad, those told most first, and a chart."""
    code, out, _ = comity("agreement", "south", "north", "--format", "csv", "--chart", str(tmp_path / "chart.png"))
    found = rows(out)
    least = [min(int(row["n_events_a"]), int(row["n_events_b"])) for row in found]
    assert code == 0
    assert least == sorted(least, reverse=True)
    assert len(found) == 3
    assert (tmp_path / "chart.png").stat().st_size > 10_000
    assert comity("agreement", "south", "west")[0] == 1
