"""Bootstrap intervals over stories: the same every time, as wide as theory says, and drawn by stories and not by events."""

from datetime import date
from math import sqrt

import duckdb
import pytest

from etl import paths
from etl.load import write
from etl.views import connect


def intervals(connection, name, replicates=500, **named):
    """Return period -> row of index_interval for China's acts towards South Korea in our own dataset."""
    given = "".join(f", {key} := {value}" for key, value in named.items())
    rows = connection.sql(f"from index_interval('CHN', 'KOR', '{name}', 'year', replicates := {replicates}{given})")
    return {row["period_start"]: row for row in rows.to_arrow_table().to_pylist()}


@pytest.mark.parametrize("name", ["event_count", "net_cooperation", "conflict_share", "plover_mean", "sent_share", "reciprocity"])
def test_the_value_is_that_of_the_series_and_lies_within(connection, name):
    """What was read, every story once, gives the index itself, and the interval holds it."""
    found = intervals(connection, name)
    rows = connection.sql(f"select period_start, value, n_events from index_series('CHN', 'KOR', '{name}', 'year')").fetchall()
    assert {day: (row["value"], row["n_events"]) for day, row in found.items()} == {
        day: (pytest.approx(value, abs=1e-6), n_events) for day, value, n_events in rows
    }
    assert all(row["low"] < row["value"] < row["high"] for row in found.values())


def test_intervals_are_the_same_every_time(connection, data_dir):
    """Another connection with another number of threads gives the same bounds to the last digit."""
    with connect(data_dir) as other:
        other.execute("set threads = 1")
        assert intervals(other, "net_cooperation") == intervals(connection, "net_cooperation")


def test_the_spread_of_a_sum_is_that_of_theory(connection):
    """Of a sum over stories the bootstrap's deviation is the root of the sum of the stories' squares: the bounds lie 1.96 off."""
    per_story = connection.sql(
        "with told as (select distinct event_id, story_id from event_mention), "
        "parts as (select year(event_date) as year, story_id, goldstein / count(*) over (partition by event_id) as part "
        "from event inner join told using (event_id) where source_country = 'CHN' and target_country = 'KOR'), "
        "sums as (select year, story_id, sum(part) as score from parts group by all) "
        "select year, sum(score), sum(score * score) from sums group by all"
    ).fetchall()
    found = intervals(connection, "net_cooperation", 4000)
    assert len(per_story) == 2
    for year, total, squares in per_story:
        row = found[date(year, 1, 1)]
        assert row["low"] == pytest.approx(total - 1.96 * sqrt(squares), abs=0.15 * sqrt(squares))
        assert row["high"] == pytest.approx(total + 1.96 * sqrt(squares), abs=0.15 * sqrt(squares))


def test_more_of_the_spread_is_covered_by_a_wider_interval(connection):
    """A narrower coverage gives narrower bounds."""
    wide, narrow = intervals(connection, "net_cooperation"), intervals(connection, "net_cooperation", coverage=0.5)
    assert all(wide[day]["low"] < narrow[day]["low"] < narrow[day]["high"] < wide[day]["high"] for day in wide)


def test_events_of_one_story_stand_or_fall_together(tmp_path):
    """Twenty events of one story have a wider interval than twenty of twenty stories, and their conflict share never varies."""
    import known_events
    import pandas as pd

    from etl import paths
    from etl.load import read_dictionary, split
    from schemas.dictionary import FILES

    for table in FILES:
        write(table, read_dictionary(table, paths.DICTIONARIES), tmp_path)
    rows = []
    for dataset, stories in (("one", 1), ("many", 20)):
        for number in range(20):
            code, score, quad = (("042", 1.9, 1), ("190", -10.0, 4))[number % 2]
            row = known_events.event(dataset, f"{dataset}{number}", "CHN", "KOR", code, score, quad, date(2025, 5, 1 + number))
            rows.append(row | {"article_id": f"{dataset}-{number % stories}"})
    write("event", split("event", pd.DataFrame(rows, dtype=object))[0], tmp_path)
    with connect(tmp_path) as connection:
        single = intervals(connection, "event_count", in_dataset="'one'")[date(2025, 1, 1)]
        many = intervals(connection, "event_count", in_dataset="'many'")[date(2025, 1, 1)]
        share = intervals(connection, "conflict_share", in_dataset="'one'")[date(2025, 1, 1)]
    assert (single["value"], single["n_stories"], many["value"], many["n_stories"]) == (20, 1, 20, 20)
    assert (single["low"], single["high"]) == (0, 60)  # a Poisson count of mean 1 is between 0 and 3 in 95 of 100 draws
    assert many["low"] > 8
    assert many["high"] < 32
    assert share["low"] == share["value"] == share["high"] == 0.5


def test_draws_are_poisson():
    """Ten thousand stories drawn once have a mean of 1, a variance of 1 and Poisson's share of each number."""
    text = (paths.SQL_MACROS / "45_index_interval.sql").read_text(encoding="utf-8")
    chance = text[text.index("(md5_number_upper") : text.index(" as chance")].replace("story.story_id", "story_id")
    case = text[text.index("case\n                when drawn.replicate") : text.index(" as n_draws")]
    drawn = "(select 'story ' || number as story_id, 1 as replicate from range(10000) as made (number)) as replicate"
    with duckdb.connect() as scratch:
        rows = scratch.sql(
            f"select {case} as n_draws from (select replicate, {chance} as chance from {drawn}) as drawn"
        ).fetchall()
    counts = [number for (number,) in rows]
    mean = sum(counts) / len(counts)
    assert mean == pytest.approx(1, abs=0.03)
    assert sum((count - mean) ** 2 for count in counts) / len(counts) == pytest.approx(1, abs=0.06)
    for number, share in enumerate((0.3679, 0.3679, 0.1839, 0.0613)):
        assert counts.count(number) / len(counts) == pytest.approx(share, abs=0.015)


def test_indices_of_volume_have_no_intervals(connection):
    """Where the denominator is not drawn with the stories there is no row."""
    assert intervals(connection, "share_of_events") == {}
