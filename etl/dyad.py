"""How two countries treat each other: the months, the strongest events with their sentences, and a chart."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any

from etl.chart import CONFLICT_COLOUR, COOPERATION_COLOUR, GOLDSTEIN_COLOUR, check_chart, drawing
from etl.errors import QueryError
from etl.report import counted
from schemas.event import OWN

if TYPE_CHECKING:
    import duckdb


MONTHS_SQL = """
select
    date_trunc('month', day)::date as month,
    sum(n_verbal_cooperation + n_material_cooperation)::bigint as n_cooperation,
    sum(n_verbal_conflict + n_material_conflict)::bigint as n_conflict,
    sum(n_events)::bigint as n_events,
    sum(goldstein_sum) / sum(n_events) as goldstein_mean
from dyad_day
where dataset = $dataset and source_country = $source and target_country = $target and day between $since and $until
group by all
order by month
"""

NAMES_SQL = "select iso3, max_by(name, coalesce(valid_to, date '9999-12-31')) from country group by iso3"

# Of a mutual act both directions are events; one line shows them, so the copy that runs against the first country is left out.
STRONGEST_SQL = """
select
    event_date, date_precision, source_country, target_country, event_code, event_name, goldstein, status, n_articles, evidence,
    event_named.url, mirror_event_id is not null and mirror_code = event_code as is_mutual
from event_named
inner join cameo_code using (event_code)
where dataset = $dataset and event_date between $since and $until
    and (
        (source_country = $source and target_country = $target)
        or (source_country = $target and target_country = $source and mirror_event_id is null)
    )
order by abs(goldstein) desc, n_stories desc, n_articles desc, confidence desc, event_date desc, event_id
limit $top
"""


@dataclass(frozen=True, slots=True)
class Period:
    """A span of days, both ends included; None is open."""

    since: date | None = None
    until: date | None = None

    def __post_init__(self) -> None:
        """Raise QueryError if the period ends before it begins."""
        if self.since and self.until and self.since > self.until:
            raise QueryError(f"The period ends ({self.until}) before it begins ({self.since}).")

    @property
    def words(self) -> str:
        """What to say after `no events`: that a period was asked for, or nothing where none was."""
        return " in this period" if self.since or self.until else ""


@dataclass(frozen=True, slots=True)
class Month:
    """A month of one direction: numbers of cooperative and conflictual events, of all events, and their mean Goldstein value."""

    n_cooperation: int
    n_conflict: int
    n_events: int
    goldstein_mean: float


@dataclass(frozen=True, slots=True)
class Dyad:
    """Two countries and their months in both directions."""

    source: str
    target: str
    source_name: str
    target_name: str
    period: Period
    there: dict[date, Month]
    back: dict[date, Month]

    @classmethod
    def read(cls, connection: "duckdb.DuckDBPyConnection", source: str, target: str, period: Period) -> "Dyad":
        """Read the months of a dyad from a built dataset.

        Raises:
            QueryError: a code is no country's (the message names near ones), or both are the same.
        """
        names = dict(connection.execute(NAMES_SQL).fetchall())
        source, target = _known(source, names), _known(target, names)
        if source == target:
            raise QueryError(f"A dyad is two countries; both are {source} ({names[source]}).")
        months = [_months(connection, one, other, period) for one, other in ((source, target), (target, source))]
        return cls(source, target, names[source], names[target], period, *months)

    def table(self) -> str:
        """Return the monthly table, both directions side by side."""
        if not self.months():
            return f"{self.source_name} and {self.target_name}: no events{self.period.words}"
        there, back = f"{self.source} -> {self.target}", f"{self.target} -> {self.source}"
        columns = f"{'coop.':>7}{'confl.':>7}{'goldstein':>11}"
        lines = [
            f"{self.source_name} and {self.target_name}: events by month",
            "",
            f"{'':<9}{there:^25}   {back:^25}".rstrip(),
            f"{'month':<9}{columns}   {columns}",
            *(f"{day:%Y-%m}  {_cells(self.there.get(day))}   {_cells(self.back.get(day))}" for day in self.months()),
            f"{'all':<9}{_totals(self.there)}   {_totals(self.back)}",
        ]
        return "\n".join(lines)

    def strongest(self, connection: "duckdb.DuckDBPyConnection", top: int) -> str:
        """Return the `top` events with the largest Goldstein values, either sign, each with the sentence that says so."""
        rows = connection.execute(STRONGEST_SQL, _bound(self.source, self.target, self.period) | {"top": top})
        names = [column[0] for column in rows.description or ()]
        lines = [line for row in rows.fetchall() for line in _event_lines(dict(zip(names, row, strict=True)))]
        return "\n".join(["", "Strongest events", *lines]) if lines else ""

    def months(self) -> list[date]:
        """Return the first day of every month from the first to the last with an event, those between included."""
        found = sorted(self.there.keys() | self.back.keys())
        if not found:
            return []
        span = range(found[0].year * 12 + found[0].month - 1, found[-1].year * 12 + found[-1].month)
        return [date(number // 12, number % 12 + 1, 1) for number in span]

    def draw(self, path: Path) -> None:
        """Draw both directions, one above the other: bars of cooperation and conflict by month, a line of the Goldstein mean.

        Raises:
            QueryError: there is nothing to draw.
            OutputError: the suffix is neither .svg nor .png, or the file cannot be written.
        """
        check_chart(path)
        if not (months := self.months()):
            raise QueryError(f"No events between {self.source} and {self.target}{self.period.words}: nothing to draw.")
        with drawing(path, 10, 6) as figure:
            for axes, series, names in zip(
                figure.subplots(2, 1, sharex=True, sharey=True),
                (self.there, self.back),
                ((self.source_name, self.target_name), (self.target_name, self.source_name)),
                strict=True,
            ):
                _panel(axes, months, series, f"{names[0]} \N{RIGHTWARDS ARROW} {names[1]}")


def _known(code: str, names: dict[str, str]) -> str:
    """Return a country's code in capitals, or raise QueryError with the nearest ones."""
    if (wanted := code.strip().upper()) in names:
        return wanted
    by_name = {name.casefold(): iso3 for iso3, name in names.items()}
    near = [by_name[name] for name in get_close_matches(code.casefold(), by_name, n=3, cutoff=0.6)]
    letters = [iso3 for iso3 in names if sorted(iso3) == sorted(wanted)]  # KRO is most likely KOR
    near = list(dict.fromkeys([*letters, *near, *get_close_matches(wanted, names, n=3, cutoff=0.6)]))
    hint = f" Did you mean {', '.join(f'{iso3} ({names[iso3]})' for iso3 in near)}?" if near else ""
    raise QueryError(
        f'{code!r} is no country\'s ISO 3166-1 alpha-3 code.{hint} All of them: comity query "select iso3, name from country"'
    )


def _bound(source: str, target: str, period: Period) -> dict[str, Any]:
    """Return the values that both queries bind."""
    since, until = period.since or date(1, 1, 1), period.until or date(9999, 12, 31)
    return {"dataset": OWN, "source": source, "target": target, "since": since, "until": until}


def _months(connection: "duckdb.DuckDBPyConnection", source: str, target: str, period: Period) -> dict[date, Month]:
    """Read one direction."""
    rows = connection.execute(MONTHS_SQL, _bound(source, target, period)).fetchall()
    return {first_day: Month(*counts) for first_day, *counts in rows}


def _cells(month: Month | None) -> str:
    """Return the three cells of one direction in a month."""
    if month is None:
        return f"{'.':>7}{'.':>7}{'':>11}"
    return f"{month.n_cooperation:>7,}{month.n_conflict:>7,}{month.goldstein_mean:>+11.2f}"


def _totals(series: dict[date, Month]) -> str:
    """Return the three cells of one direction over all months."""
    n_events = sum(month.n_events for month in series.values())
    if not n_events:
        return _cells(None)
    mean = sum(month.goldstein_mean * month.n_events for month in series.values()) / n_events
    n_cooperation, n_conflict = (
        sum(getattr(month, name) for month in series.values()) for name in ("n_cooperation", "n_conflict")
    )
    return _cells(Month(n_cooperation, n_conflict, n_events, mean))


def _event_lines(event: dict[str, Any]) -> Iterator[str]:
    """Yield the lines that show one event."""
    arrow = "<->" if event["is_mutual"] else "->"
    day = {"month": f"{event['event_date']:%Y-%m}", "year": f"{event['event_date']:%Y}"}.get(
        event["date_precision"], f"{event['event_date']}"
    )
    articles = counted(event["n_articles"], "article")
    yield ""
    yield (
        f"{day:<10}  {event['source_country']} {arrow} {event['target_country']}  {event['event_code']} {event['event_name']}  "
        f"({event['goldstein']:+.1f}, {event['status']}, {articles})"
    )
    yield f"            \N{LEFT DOUBLE QUOTATION MARK}{' '.join(event['evidence'].split())}\N{RIGHT DOUBLE QUOTATION MARK}"
    if event["url"]:
        yield f"            {event['url']}"


def _panel(axes: Any, months: list[date], series: dict[date, Month], title: str) -> None:  # noqa: ANN401 - matplotlib's Axes
    """Draw one direction: cooperation up, conflict down, and the Goldstein mean on an axis of its own."""
    from matplotlib.ticker import FuncFormatter, MaxNLocator

    counted = [series.get(month) for month in months]
    places = range(len(months))
    axes.bar(places, [month.n_cooperation if month else 0 for month in counted], color=COOPERATION_COLOUR, label="cooperation")
    axes.bar(places, [-month.n_conflict if month else 0 for month in counted], color=CONFLICT_COLOUR, label="conflict")
    axes.axhline(0, color="black", linewidth=0.6)
    axes.set_title(title, loc="left", fontweight="bold")
    axes.set_ylabel("events")
    axes.yaxis.set_major_locator(MaxNLocator(integer=True, symmetric=True))
    axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{abs(value):.0f}"))
    step = max(1, -(-len(months) // 12))
    axes.set_xticks(list(places)[::step], [f"{month:%b %Y}" for month in months[::step]], rotation=30, ha="right")
    twin = axes.twinx()
    means = [month.goldstein_mean if month else float("nan") for month in counted]
    twin.plot(places, means, color=GOLDSTEIN_COLOUR, marker="o", markersize=3, linewidth=1, label="Goldstein mean")
    twin.set_ylim(-10, 10)
    twin.set_ylabel("Goldstein mean")
    handles = [*axes.get_legend_handles_labels()[0], *twin.get_legend_handles_labels()[0]]
    axes.legend(handles, [handle.get_label() for handle in handles], loc="upper left", fontsize=7, ncols=3, frameon=False)
