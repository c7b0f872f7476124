"""`comity agreement`: how far two datasets agree, dyad by dyad, as a table and as a chart of their monthly series.

The figures are those of the view `dataset_agreement`.
"""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from etl.chart import CONFLICT_COLOUR, COOPERATION_COLOUR, check_chart, drawing
from etl.errors import QueryError
from etl.query import check_dataset

if TYPE_CHECKING:
    import duckdb

TOP = 20
PANELS = 6

_ORDER = "order by least(n_events_a, n_events_b) desc, source_country, target_country"

# The months that both cover, silent ones included.
_MONTHS_SQL = """
select covered.period_start, coalesce(counted.n_events, 0) as n_events
from coverage_period as covered
inner join coverage_period as other on covered.period_start = other.period_start and covered.unit = other.unit
left join dyad_month as counted
    on covered.dataset = counted.dataset and covered.period_start = counted.month
    and counted.source_country = $source and counted.target_country = $target
where covered.dataset = $dataset and other.dataset = $other and covered.unit = 'month' and not covered.is_gap and not other.is_gap
order by covered.period_start
"""


def agreement_sql(connection: "duckdb.DuckDBPyConnection", one: str, other: str, top: int = TOP) -> str:
    """Return the SQL that gives the agreement of two datasets on the `top` dyads that both tell most of; 0 gives every dyad.

    Raises:
        QueryError: a dataset has no events, or both are the same.
    """
    for dataset in (one, other):
        check_dataset(connection, dataset)
    if one == other:
        raise QueryError(f"Two datasets are wanted; both are {one}.")
    first, second = sorted((one, other))
    limit = f"limit {top:d}" if top else ""
    return f"from dataset_agreement where dataset_a = '{first}' and dataset_b = '{second}' {_ORDER} {limit}"


def draw_agreement(connection: "duckdb.DuckDBPyConnection", one: str, other: str, path: Path) -> None:
    """Draw the monthly numbers of events of both datasets for the six dyads that both tell most of, each on its own scale.

    Raises:
        QueryError: as `agreement_sql`, or no dyad has events in both.
        OutputError: the suffix is neither .svg nor .png, or the file cannot be written.
    """
    check_chart(path)
    first, second = sorted((one, other))
    asked = f"select * from ({agreement_sql(connection, one, other, PANELS)}) where n_months_both > 0"
    found = connection.execute(asked)
    names = [column[0] for column in found.description or ()]
    dyads = [dict(zip(names, row, strict=True)) for row in found.fetchall()]
    if not dyads:
        raise QueryError(f"{first} and {second} have no dyad with events in the same months: nothing to draw.")
    with drawing(path, 10, 1.9 * len(dyads), font=8) as figure:
        for axes, dyad in zip(figure.subplots(len(dyads), 1, sharex=True, squeeze=False)[:, 0], dyads, strict=True):
            _panel(connection, axes, dyad)


def _panel(connection: "duckdb.DuckDBPyConnection", axes: Any, dyad: dict[str, Any]) -> None:  # noqa: ANN401 - matplotlib's Axes
    """Draw both datasets' months of one dyad, the first on the left axis and the second on the right."""
    correlation = dyad["pearson_events"]
    said = "no correlation" if correlation is None else f"r = {correlation:.2f}"
    axes.set_title(f"{dyad['source_country']} \N{RIGHTWARDS ARROW} {dyad['target_country']}, {said}", loc="left")
    sides = (("a", "b", axes, COOPERATION_COLOUR), ("b", "a", axes.twinx(), CONFLICT_COLOUR))
    for side, across, place, colour in sides:
        days, counts = _months(connection, dyad, dyad[f"dataset_{side}"], dyad[f"dataset_{across}"])
        place.plot(days, counts, color=colour, linewidth=1)
        place.set_ylabel(dyad[f"dataset_{side}"], color=colour)
        place.set_ylim(bottom=0)


def _months(
    connection: "duckdb.DuckDBPyConnection", dyad: dict[str, Any], dataset: str, other: str
) -> tuple[Iterable[date], Iterable[int]]:
    """Return the months that both datasets cover and the events of one of them."""
    bound = {"dataset": dataset, "other": other, "source": dyad["source_country"], "target": dyad["target_country"]}
    days, counts = zip(*connection.execute(_MONTHS_SQL, bound).fetchall(), strict=True)
    return days, counts
