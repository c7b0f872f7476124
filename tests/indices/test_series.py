"""A dyad's series: zeros and gaps, trailing means, the excess over a baseline, denominators, and reciprocity over time."""

from datetime import date, timedelta
from statistics import mean, stdev

import known_events
import numpy as np
import pytest


def series(connection, *arguments, **named):
    """Return the rows of index_series as dicts by period."""
    given = ", ".join(
        [*(f"date '{value}'" if isinstance(value, date) else f"'{value}'" for value in arguments),
         *(f"{name} := '{value}'" for name, value in named.items())]
    )  # fmt: skip
    rows = connection.sql(f"from index_series({given})").to_arrow_table().to_pylist()
    return {row["period_start"]: row for row in rows}


@pytest.fixture(scope="module")
def days(events):
    """Return the scores of China's events towards South Korea in our own dataset, by day."""
    found = {}
    for event in events["comity", "CHN", "KOR"]:
        found.setdefault(event["event_date"], []).append(event["goldstein"])
    return found


def test_zeros_are_told_apart_from_gaps(connection, days):
    """A day that was read without an event is 0, a day that nobody read is empty and marked; no day of the span is missing."""
    found = series(connection, "CHN", "KOR", "event_count", "day")
    assert list(found) == [known_events.FIRST + timedelta(days=number) for number in range(731)]
    for day, row in found.items():
        unread = day in known_events.UNREAD
        assert row["is_gap"] == unread
        assert row["value"] == (None if unread else len(days.get(day, ())))
        assert (row["n_days"], row["n_days_read"]) == (1, 0 if unread else 1)


def test_a_month_without_events_is_zero_and_its_mean_is_empty(connection):
    """A quiet month has sum 0 and no mean; an unread month has neither; a month read in part says how many days."""
    sums = series(connection, "CHN", "KOR", "net_cooperation", "month")
    means = series(connection, "CHN", "KOR", "goldstein_mean", "month")
    quiet, unread, part = known_events.QUIET, date(2025, 3, 1), date(2025, 6, 1)
    assert (sums[quiet]["value"], sums[quiet]["is_gap"], means[quiet]["value"]) == (0, False, None)
    assert (sums[unread]["value"], sums[unread]["is_gap"], means[unread]["value"]) == (None, True, None)
    assert (sums[part]["n_days_read"], sums[part]["n_days"], sums[part]["is_gap"]) == (28, 30, False)


def test_a_dyad_never_heard_of_has_a_series_of_zeros(connection):
    """Two countries without an event have 0 in every period that was read, and no mean."""
    found = series(connection, "IRN", "RUS", "event_count", "month")
    assert len(found) == 24
    assert {row["value"] for row in found.values()} == {0, None}
    assert {row["value"] for row in series(connection, "IRN", "RUS", "goldstein_mean").values()} == {None}


def test_the_period_is_cut_after_the_trailing_windows(connection):
    """Cutting a series to a month changes no value of its days, for the windows look at the days before it."""
    whole = series(connection, "CHN", "KOR", "net_cooperation", "day")
    cut = series(connection, "CHN", "KOR", "net_cooperation", "day", date(2025, 1, 1), date(2025, 1, 31))
    assert len(cut) == 31
    assert cut == {day: whole[day] for day in cut}
    months = series(connection, "CHN", "KOR", "net_cooperation", "month", date(2025, 1, 15), date(2025, 2, 1))
    assert list(months) == [date(2025, 1, 1), date(2025, 2, 1)]


@pytest.mark.parametrize("length", [7, 30, 90])
def test_trailing_means_are_those_of_the_days_before(connection, days, length):
    """The mean of a sum is over the days read; that of a mean is over all events of the window."""
    sums = series(connection, "CHN", "KOR", "net_cooperation", "day")
    means = series(connection, "CHN", "KOR", "goldstein_mean", "day")
    for day in sums:
        window = [day - timedelta(days=number) for number in range(length)]
        n_read = sum(one >= known_events.FIRST and one not in known_events.UNREAD for one in window)
        scores = [score for one in window for score in days.get(one, ())]
        expected = sum(scores) / n_read if n_read else None
        assert sums[day][f"mean_{length}_days"] == (None if expected is None else pytest.approx(expected, abs=1e-9))
        assert means[day][f"mean_{length}_days"] == (pytest.approx(mean(scores), abs=1e-9) if scores else None)


@pytest.mark.parametrize(("unit", "first", "last"), [("day", 96, 7), ("week", 26 * 7, 7)])
def test_the_excess_is_over_the_trailing_baseline(connection, unit, first, last):
    """The excess is the value less the mean of the baseline's values, in their standard deviations; empty with fewer than 8."""
    found = series(connection, "CHN", "KOR", "event_count", unit)
    empty = 0
    for day, row in found.items():
        span = (day - timedelta(days=first), day - timedelta(days=last))
        baseline = [one["value"] for start, one in found.items() if span[0] <= start <= span[1] and one["value"] is not None]
        if len(baseline) < 8 or row["value"] is None or stdev(baseline) == 0:
            assert row["excess"] is None
            empty += 1
        else:
            assert row["baseline_mean"] == pytest.approx(mean(baseline))
            assert row["excess"] == pytest.approx((row["value"] - mean(baseline)) / stdev(baseline))
    assert empty < len(found) / 2


def test_shares_are_of_all_events_and_all_articles(connection, events):
    """Denominators are all events of the dataset, all events of the source, and all articles, read and counted apart."""
    month = date(2024, 5, 1)
    all_events = connection.sql(
        "select count(*), count(*) filter (where source_country = 'CHN') from event "
        "where dataset = 'comity' and date_trunc('month', event_date) = date '2024-05-01'"
    ).fetchall()[0]
    n_articles, n_stories = connection.sql(
        "select count(*), count(distinct story_id) from article where date_trunc('month', published_at) = date '2024-05-01'"
    ).fetchall()[0]
    mine = [event for event in events["comity", "CHN", "KOR"] if event["event_date"].replace(day=1) == month]
    told = connection.sql(
        "select count(distinct article.story_id) from mention inner join article using (article_id) "
        "where mention.source_country = 'CHN' and target_country = 'KOR' and status = 'happened' "
        "and date_trunc('month', published_at) = date '2024-05-01'"
    ).fetchall()[0][0]
    expected = {
        "share_of_events": len(mine) / all_events[0],
        "share_of_source_events": len(mine) / all_events[1],
        "events_per_1000_articles": 1000 * len(mine) / n_articles,
        "share_of_stories": told / n_stories,
    }
    assert len(mine) > 2
    for name, value in expected.items():
        assert series(connection, "CHN", "KOR", name)[month]["value"] == pytest.approx(value), name
        rows = connection.sql(
            f"select value from dyad_index where dataset = 'comity' and source_country = 'CHN' and target_country = 'KOR' "
            f"and unit = 'month' and actors = 'all' and weighting = 'event' and index_name = '{name}' "
            f"and period_start = date '2024-05-01'"
        ).fetchall()
        assert rows == [(pytest.approx(value),)], name


def test_what_imported_datasets_do_not_say_is_empty(connection):
    """An imported dataset has no articles to divide by: that share is empty and not 0, while shares of events are there."""
    found = series(connection, "CHN", "KOR", "events_per_1000_articles", in_dataset="south")
    assert {row["value"] for row in found.values()} == {None}
    shares = series(connection, "CHN", "KOR", "share_of_events", in_dataset="south")
    assert all((row["value"] is None) == row["is_gap"] for row in shares.values())


@pytest.mark.parametrize("name", ["net_cooperation", "conflict_share", "reciprocity", "share_of_source_events", "plover_mean"])
@pytest.mark.parametrize("unit", ["day", "week", "month", "year"])
def test_series_and_table_say_the_same(connection, name, unit):
    """Macro and view give one value for each period, of every unit."""
    for actors, weighting in (("all", "event"), ("official", "story")):
        rows = connection.sql(
            f"select period_start, value, is_gap from dyad_index where dataset = 'comity' and source_country = 'KOR' "
            f"and target_country = 'CHN' and unit = '{unit}' and actors = '{actors}' and weighting = '{weighting}' "
            f"and index_name = '{name}'"
        ).fetchall()
        found = series(connection, "KOR", "CHN", name, unit, between_actors=actors, weighed_by=weighting)
        expected = {day: (value if value is None else pytest.approx(value), is_gap) for day, value, is_gap in rows}
        assert {day: (row["value"], row["is_gap"]) for day, row in found.items()} == expected


def test_reciprocity_over_time_is_the_correlation_of_both_directions(connection):
    """The correlation is that of the trailing 12 months, correlation_next that with the other side's next month."""
    rows = connection.sql("from reciprocity_series('CHN', 'KOR')").fetchall()
    months = [row[0] for row in rows]
    pairs = [(there, back) for _, there, back, *_ in rows]
    for place in range(len(rows)):
        window = range(max(0, place - 11), place + 1)
        same = [pairs[one] for one in window if None not in pairs[one]]
        answers = [(pairs[one - 1][0], pairs[one][1]) for one in window if one and None not in (pairs[one - 1][0], pairs[one][1])]
        for known, found in ((same, rows[place][4]), (answers, rows[place][5])):
            expected = np.corrcoef(np.array(known).T)[0, 1] if len(known) >= 6 else None
            assert found == (None if expected is None else pytest.approx(expected)), months[place]
    assert sum(row[4] is not None for row in rows) > 12


def test_volume_is_by_day_source_and_language(connection):
    """A day's articles of one source in two languages are two rows, which add up to the day."""
    rows = connection.sql("select language, sum(n_articles), sum(n_coded), sum(n_skipped) from volume group by all").fetchall()
    found = {language: counts for language, *counts in rows}
    assert set(found) == {"en", "fr"}
    assert found["fr"][0] == found["fr"][2] > 0 == found["fr"][1]
    assert found["en"][0] == found["en"][1]
    assert connection.sql("select sum(n_articles) from volume_day").fetchall() == [(found["en"][0] + found["fr"][0],)]
