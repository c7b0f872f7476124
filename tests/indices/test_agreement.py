"""The agreement of datasets: correlations over every month that both cover, silent ones included, against numpy's."""

from collections import Counter, defaultdict
from datetime import date

import numpy as np
import pytest

from etl.agreement import agreement_sql, draw_agreement
from etl.errors import OutputError, QueryError


def ranks(values):
    """Return ranks from 1, equal values sharing the mean of theirs."""
    values = np.asarray(values, dtype=float)
    return np.array([(values < value).sum() + ((values == value).sum() + 1) / 2 for value in values])


def correlation(one, other):
    """Return Pearson's correlation, or None where a series never changes."""
    if np.ptp(one) == 0 or np.ptp(other) == 0:
        return None
    return pytest.approx(np.corrcoef(one, other)[0, 1], abs=2e-6)


@pytest.fixture(scope="module")
def monthly(events):
    """Return (dataset, source, target) -> month -> (number of events, net score)."""
    found = defaultdict(lambda: defaultdict(lambda: (0, 0.0)))
    for dyad, rows in events.items():
        for event in rows:
            month = event["event_date"].replace(day=1)
            number, net = found[dyad][month]
            found[dyad][month] = (number + 1, net + event["goldstein"])
    return found


@pytest.fixture(scope="module")
def covered(connection):
    """Return dataset -> the months it covers."""
    rows = connection.sql("select dataset, period_start from coverage_period where unit = 'month' and not is_gap").fetchall()
    found = defaultdict(set)
    for dataset, month in rows:
        found[dataset].add(month)
    return found


def test_every_figure_is_that_of_the_months_one_by_one(connection, monthly, covered):
    """Counts, shares, ratios, Pearson's and Spearman's correlation of every two datasets and dyad, silent months as zeros."""
    rows = connection.sql("from dataset_agreement").to_arrow_table().to_pylist()
    assert Counter((row["dataset_a"], row["dataset_b"]) for row in rows) == {
        ("comity", "north"): 4, ("comity", "south"): 4, ("north", "south"): 3,
    }  # fmt: skip
    for row in rows:
        months = sorted(covered[row["dataset_a"]] & covered[row["dataset_b"]])
        sides = [monthly.get((row[f"dataset_{side}"], row["source_country"], row["target_country"]), {}) for side in "ab"]
        (counts_a, nets_a), (counts_b, nets_b) = (
            zip(*(side.get(month, (0, 0.0)) for month in months), strict=True) for side in sides
        )
        both, either = (sum(test((a > 0, b > 0)) for a, b in zip(counts_a, counts_b, strict=True)) for test in (all, any))
        expected = {
            "n_months": len(months),
            "n_months_a": sum(count > 0 for count in counts_a),
            "n_months_b": sum(count > 0 for count in counts_b),
            "n_months_both": both,
            "share_both": pytest.approx(both / either),
            "n_events_a": sum(counts_a),
            "n_events_b": sum(counts_b),
            "level_ratio": pytest.approx(sum(counts_a) / sum(counts_b)) if sum(counts_b) else None,
            "goldstein_mean_a": pytest.approx(sum(nets_a) / sum(counts_a), abs=1e-6) if sum(counts_a) else None,
            "goldstein_mean_b": pytest.approx(sum(nets_b) / sum(counts_b), abs=1e-6) if sum(counts_b) else None,
            "pearson_events": correlation(counts_a, counts_b),
            "spearman_events": correlation(ranks(counts_a), ranks(counts_b)),
            "pearson_net": correlation(np.round(nets_a, 6), np.round(nets_b, 6)),
            "spearman_net": correlation(ranks(np.round(nets_a, 6)), ranks(np.round(nets_b, 6))),
        }
        assert {name: row[name] for name in expected} == expected


def test_months_that_one_did_not_read_are_left_out(connection, covered):
    """The month of 2025 that nobody read in our dataset is not compared, though the others have events in it."""
    unread = date(2025, 3, 1)
    assert unread in covered["north"] & covered["south"]
    assert unread not in covered["comity"]
    rows = connection.sql("select distinct dataset_b, n_months from dataset_agreement where dataset_a = 'comity'").fetchall()
    assert sorted(rows) == [(other, len(covered[other]) - 1) for other in ("north", "south")]


def test_like_datasets_agree_and_others_do_not(connection):
    """Two imported datasets with one rhythm correlate on their counts; ours, which has no rhythm, does not with them."""
    rows = dict(connection.sql("select dataset_a, avg(pearson_events) from dataset_agreement group by all").fetchall())
    assert rows["north"] > 0.8
    assert rows["comity"] < 0.5


def test_the_order_of_the_two_does_not_matter_and_top_cuts(connection):
    """Both orders ask the same; `top` gives the dyads that both tell most of, 0 all."""
    assert agreement_sql(connection, "south", "comity") == agreement_sql(connection, "comity", "south")
    assert len(connection.sql(agreement_sql(connection, "comity", "south", 2)).fetchall()) == 2
    everything = connection.sql(agreement_sql(connection, "comity", "south", 0)).fetchall()
    assert len(everything) == 4


def test_what_cannot_be_compared_is_said(connection, tmp_path):
    """An unknown dataset, one dataset twice, and a chart of another kind are errors that say what is allowed."""
    with pytest.raises(QueryError, match=r"no events of a dataset 'west'\. There are: comity, north, south"):
        agreement_sql(connection, "comity", "west")
    with pytest.raises(QueryError, match="both are north"):
        agreement_sql(connection, "north", "north")
    with pytest.raises(OutputError, match=r"\.svg or \.png"):
        draw_agreement(connection, "north", "south", tmp_path / "chart.pdf")


def test_the_chart_is_the_same_every_time(connection, tmp_path):
    """Two drawings are equal to the byte, and name the dyads and both datasets."""
    for name in ("one.svg", "two.svg"):
        draw_agreement(connection, "comity", "south", tmp_path / name)
    assert (tmp_path / "one.svg").read_bytes() == (tmp_path / "two.svg").read_bytes()
    drawn = (tmp_path / "one.svg").read_text(encoding="utf-8")
    assert drawn.count("<!-- CHN") == 2  # matplotlib leaves each text as a comment
    assert "<!-- comity -->" in drawn
    assert "<!-- south -->" in drawn
