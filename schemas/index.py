"""Denominators, indices and the agreement of datasets: what their views must look like. `schemas.view` lists them."""

from functools import partial

import pandas as pd
import pandera.pandas as pa
from pandera.engines import pandas_engine

from schemas import columns

UNITS = ("day", "week", "month", "year")

_total = columns.build_total
_number = partial(pa.Field, nullable=True)
_share = partial(pa.Field, nullable=True, ge=0.0, le=1.0)
_correlation = partial(pa.Field, nullable=True, ge=-1.0, le=1.0)
_unit = partial(pa.Field, isin=UNITS, description="Length of the period")
_period = partial(columns.published_date, description="First day of the period; weeks begin on Monday")
_n_days = partial(_total, description="Days of the period on the calendar")
_n_days_read = partial(_total, description="Days of the period that were read")
_is_gap = partial(pa.Field, description="No day of the period was read: an empty value says nothing, and is no zero")


class VolumePeriod(pa.DataFrameModel):
    """What was read in days, weeks, months and years: one row for each unit and period with an article."""

    unit: str = _unit()
    period_start: pandas_engine.DateTime = _period()
    n_sources: int = _total(description="Sources with an article in the period")
    n_articles: int = columns.n_read()
    n_stories: int = _total(description="Distinct stories of the period")
    n_coded: int = columns.n_coded()
    n_with_mentions: int = columns.n_with_mentions()


class EventDay(pa.DataFrameModel):
    """How many events each dataset has on each day, all countries together: one row for each dataset and day with an event."""

    dataset: str = columns.dataset()
    day: pandas_engine.DateTime = columns.published_date(description="Day of the acts")
    n_events: int = _total(description="Events of the day, between any sides and at home")


class CoverageDay(pa.DataFrameModel):
    """Which days a dataset covers: one row for each dataset and day, read or not."""

    dataset: str = columns.dataset()
    day: pandas_engine.DateTime = columns.published_date(description="Day of the acts, and of publication")
    n_articles: pd.Int64Dtype = _total(nullable=True, description="Articles published on the day; empty for imported datasets")
    n_events: int = _total(description="Events on the day, between any sides and at home")
    is_read: bool = pa.Field(description="Something published on the day was read; of imported datasets, it has any event")


class CoveragePeriod(pa.DataFrameModel):
    """What a dataset covers: one row for each dataset, unit and period."""

    dataset: str = columns.dataset()
    unit: str = _unit()
    period_start: pandas_engine.DateTime = _period()
    n_days: int = _n_days()
    n_days_read: int = _n_days_read()
    is_gap: bool = _is_gap()
    n_articles: pd.Int64Dtype = _total(nullable=True, description="Articles of the period; empty for imported datasets")
    n_events: int = _total(description="Events in the period, between any sides and at home")


class DyadIndex(pa.DataFrameModel):
    """Named indices of directed dyads: one row for each dyad, unit, period, actors, weighting and index."""

    dataset: str = columns.dataset()
    source_country: str = columns.iso3(description="Country that acts, ISO 3166-1 alpha-3")
    target_country: str = columns.iso3(description="Country acted upon, ISO 3166-1 alpha-3")
    unit: str = _unit()
    period_start: pandas_engine.DateTime = _period()
    actors: str = pa.Field(isin=("all", "official"), description="all, or official: both roles are GOV, MIL or SPY")
    weighting: str = pa.Field(isin=("event", "story"), description="event: each counts once; story: once for each story")
    index_name: str = pa.Field(description="Name of the index; `from index_formulas()` lists them")
    index_version: int = columns.n_articles(description="Version of the formula; a changed formula has a new one")
    value: float = _number(description="The index; empty in a gap, and where it says nothing without events")
    n_events: int = _total(description="Events of the dyad in the period, of these actors")
    n_days: int = _n_days()
    n_days_read: int = _n_days_read()
    is_gap: bool = _is_gap()


class DatasetAgreement(pa.DataFrameModel):
    """How far two datasets agree on a dyad: one row for each two datasets and directed dyad."""

    dataset_a: str = columns.dataset(description="First dataset by alphabet")
    dataset_b: str = columns.dataset(description="Second dataset by alphabet")
    source_country: str = columns.iso3(description="Country that acts, ISO 3166-1 alpha-3")
    target_country: str = columns.iso3(description="Country acted upon, ISO 3166-1 alpha-3")
    n_months: int = _total(description="Months that both datasets cover")
    n_months_a: int = _total(description="Of these, months with an event in A")
    n_months_b: int = _total(description="Of these, months with an event in B")
    n_months_both: int = _total(description="Of these, months with an event in both")
    share_both: float = _share(description="Months with an event in both among those with one in either")
    n_events_a: int = _total(description="Events of A in these months")
    n_events_b: int = _total(description="Events of B in these months")
    level_ratio: float = _number(ge=0.0, description="Events of A for each event of B; empty where B has none")
    goldstein_mean_a: float = _number(ge=-10.0, le=10.0, description="Mean score of the events of A; empty without any")
    goldstein_mean_b: float = _number(ge=-10.0, le=10.0, description="Mean score of the events of B; empty without any")
    pearson_events: float = _correlation(description="Correlation of the monthly numbers of events")
    spearman_events: float = _correlation(description="Rank correlation of the monthly numbers of events")
    pearson_net: float = _correlation(description="Correlation of the monthly net Goldstein sums")
    spearman_net: float = _correlation(description="Rank correlation of the monthly net Goldstein sums")


VIEWS: dict[str, type[pa.DataFrameModel]] = {
    "volume_period": VolumePeriod,
    "event_day": EventDay,
    "coverage_day": CoverageDay,
    "coverage_period": CoveragePeriod,
    "dyad_index": DyadIndex,
    "dataset_agreement": DatasetAgreement,
}
"""View -> its model, in the order in which the views build on one another."""
