"""Views: what each must look like. A test holds every model equal to what DuckDB says of its view.

The measures of dyads and pairs are declared once, with their official-only copies: events with an official (GOV, MIL, SPY) on
both sides. Names and types of `gdelt_event` are GDELT's (`schemas.gdelt`).
"""

from functools import partial

import pandas as pd
import pandera.pandas as pa
from pandera.engines import pandas_engine

from schemas import columns, index
from schemas.event import Event
from schemas.gdelt import GdeltEvent, GdeltMention
from schemas.icews import IcewsEvent
from schemas.phoenix import PhoenixEvent
from schemas.polecat import PolecatEvent

_total = columns.build_total
_number = partial(pa.Field, nullable=True)
_share = partial(pa.Field, nullable=True, ge=0.0, le=1.0)
_day = columns.published_date


class EventMention(pa.DataFrameModel):
    """Which mentions make up each of our own events: one row for each mention of an event."""

    event_id: str = columns.event_id()
    mention_id: str = columns.mention_id()
    article_id: str = columns.article_id()
    story_id: str = columns.story_id()
    publisher: str = columns.source()
    is_representative: bool = pa.Field(description="The event's own evidence is this mention's sentence and article")


class EventNamed(Event):
    """Events with the names and codes of both countries on the day, and the names of code, root and quad class."""

    source_country_name: str = columns.country_name(nullable=True, description="Short English name of the acting country")
    source_cow: str = columns.cow(description="Correlates of War number of the acting country on the day")
    source_gw: str = columns.gw(description="Gleditsch-Ward number of the acting country on the day")
    target_country_name: str = columns.country_name(nullable=True, description="Short English name of the country acted upon")
    target_cow: str = columns.cow(description="Correlates of War number of the country acted upon on the day")
    target_gw: str = columns.gw(description="Gleditsch-Ward number of the country acted upon on the day")
    event_name: str = columns.code_name()
    root_name: str = columns.code_name(description="Name of the CAMEO root")
    quad_name: str = pa.Field(description="Quad class in words")


class EventEvidence(pa.DataFrameModel):
    """Every event with its sentences and links: one row for each mention, or one for an event whose mentions are not ours."""

    event_id: str = columns.event_id()
    dataset: str = columns.dataset()
    event_date: pandas_engine.DateTime = columns.event_date()
    source_country: str = columns.source_country()
    source_role: str = columns.source_role(nullable=True)
    target_country: str = columns.target_country()
    target_role: str = columns.target_role(nullable=True)
    event_code: str = columns.event_code()
    event_name: str = columns.code_name()
    status: str = columns.status(nullable=True)
    mention_id: str = columns.mention_id(nullable=True)
    is_representative: bool = pa.Field(description="This sentence is the event's own evidence")
    sentence_index: pd.Int64Dtype = columns.sentence_index(nullable=True)
    evidence: str = columns.evidence()
    source_text: str = columns.source_text(nullable=True)
    trigger_text: str = columns.trigger_text(nullable=True)
    target_text: str = columns.target_text(nullable=True)
    date_text: str = columns.date_text()
    rule_id: str = columns.rule_id(nullable=True)
    confidence: float = columns.confidence(nullable=True)
    article_id: str = columns.article_id(nullable=True)
    publisher: str = columns.source(nullable=True)
    published_at: pandas_engine.DateTime = columns.published_at(nullable=True)
    title: str = columns.title()
    url: str = columns.url()


class RelationEvent(pa.DataFrameModel):
    """Events between two countries, twice: directed (form `dyad`) and with the countries in alphabet order (form `pair`)."""

    form: str = pa.Field(isin=("dyad", "pair"), description="dyad: country_a acts on country_b; pair: either way")
    event_id: str = columns.event_id()
    dataset: str = columns.dataset()
    event_date: pandas_engine.DateTime = columns.event_date()
    country_a: str = columns.iso3(description="Acting country in a dyad, first by alphabet in a pair")
    country_b: str = columns.iso3(description="Country acted upon in a dyad, second by alphabet in a pair")
    is_official: bool = pa.Field(description="Both roles are GOV, MIL or SPY")
    is_counted: bool = pa.Field(description="False for the mirror copy of an act that a pair already counts")
    quad_class: int = columns.quad_class()
    goldstein: float = columns.goldstein()
    n_mentions: int = columns.n_mentions()
    n_articles: int = columns.n_articles()
    n_stories: pd.Int64Dtype = columns.n_stories(nullable=True)
    n_publishers: pd.Int64Dtype = columns.n_publishers(nullable=True)


class RelationStory(pa.DataFrameModel):
    """Stories and publishers of our own events, in both forms: what distinct counts over a period are taken from."""

    form: str = pa.Field(isin=("dyad", "pair"), description="dyad or pair, as in relation_event")
    dataset: str = columns.dataset()
    event_date: pandas_engine.DateTime = columns.event_date()
    country_a: str = columns.iso3(description="Acting country in a dyad, first by alphabet in a pair")
    country_b: str = columns.iso3(description="Country acted upon in a dyad, second by alphabet in a pair")
    is_official: bool = pa.Field(description="Both roles are GOV, MIL or SPY")
    story_id: str = columns.story_id()
    publisher: str = columns.source()


class _Measures(pa.DataFrameModel):
    """What is counted of a dyad or pair in a period."""

    n_mentions: int = _total(description="Mentions, before any de-duplication")
    n_reports: int = _total(description="Articles, counted once for each event they tell")
    n_events: int = _total(description="Events, de-duplicated; a pair counts both sides of one mutual act once")
    n_stories: int = _total(description="Distinct stories; of imported datasets the sum over events")
    n_publishers: int = _total(description="Distinct publishers; of imported datasets the largest of any event")
    n_verbal_cooperation: int = _total(description="Events of quad class 1")
    n_material_cooperation: int = _total(description="Events of quad class 2")
    n_verbal_conflict: int = _total(description="Events of quad class 3")
    n_material_conflict: int = _total(description="Events of quad class 4")
    goldstein_sum: float = _number(description="Sum of the events' Goldstein values; 0 without events")
    goldstein_mean: float = _number(description="Mean of the events' Goldstein values; empty without events")
    goldstein_positive_sum: float = _number(description="Sum of the Goldstein values above 0")
    goldstein_negative_sum: float = _number(description="Sum of the Goldstein values below 0")
    net_cooperation: float = _number(description="Positive sum less the size of the negative sum")
    conflict_share: float = _share(description="Events of quad classes 3 and 4 among all events; empty without events")
    n_mentions_official: int = _total(description="n_mentions between officials only")
    n_reports_official: int = _total(description="n_reports between officials only")
    n_events_official: int = _total(description="n_events between officials only")
    n_stories_official: int = _total(description="n_stories between officials only")
    n_publishers_official: int = _total(description="n_publishers between officials only")
    n_verbal_cooperation_official: int = _total(description="n_verbal_cooperation between officials only")
    n_material_cooperation_official: int = _total(description="n_material_cooperation between officials only")
    n_verbal_conflict_official: int = _total(description="n_verbal_conflict between officials only")
    n_material_conflict_official: int = _total(description="n_material_conflict between officials only")
    goldstein_sum_official: float = _number(description="goldstein_sum between officials only")
    goldstein_mean_official: float = _number(description="goldstein_mean between officials only")
    goldstein_positive_sum_official: float = _number(description="goldstein_positive_sum between officials only")
    goldstein_negative_sum_official: float = _number(description="goldstein_negative_sum between officials only")
    net_cooperation_official: float = _number(description="net_cooperation between officials only")
    conflict_share_official: float = _share(description="conflict_share between officials only")


class _Relation(pa.DataFrameModel):
    """The dimensions of relation_period."""

    form: str = pa.Field(isin=("dyad", "pair"), description="dyad or pair, as in relation_event")
    unit: str = pa.Field(isin=("day", "week", "month", "year"), description="Length of the period")
    dataset: str = columns.dataset()
    country_a: str = columns.iso3(description="Acting country in a dyad, first by alphabet in a pair")
    country_b: str = columns.iso3(description="Country acted upon in a dyad, second by alphabet in a pair")
    period_start: pandas_engine.DateTime = _day(description="First day of the period; weeks begin on Monday")


class _Dyad(pa.DataFrameModel):
    """The dimensions of a directed dyad."""

    dataset: str = columns.dataset()
    source_country: str = columns.iso3(description="Country that acts, ISO 3166-1 alpha-3")
    target_country: str = columns.iso3(description="Country acted upon, ISO 3166-1 alpha-3")


class _Pair(pa.DataFrameModel):
    """The dimensions of an undirected pair."""

    dataset: str = columns.dataset()
    country_a: str = columns.iso3(description="First country by alphabet of the codes")
    country_b: str = columns.iso3(description="Second country by alphabet of the codes")


class _Day(pa.DataFrameModel):
    """A period of a day."""

    day: pandas_engine.DateTime = _day(description="Day of the acts")


class _Week(pa.DataFrameModel):
    """A period of a week."""

    week: pandas_engine.DateTime = _day(description="Monday of the week")


class _Month(pa.DataFrameModel):
    """A period of a month."""

    month: pandas_engine.DateTime = _day(description="First day of the month")


class _Year(pa.DataFrameModel):
    """A period of a year."""

    year: int = columns.n_articles(description="Calendar year")


class RelationPeriod(_Measures, _Relation):
    """Dyads and pairs in periods: one row for each form, unit, dataset, two countries and period with an event."""


class DyadDay(_Measures, _Day, _Dyad):
    """Directed dyads by day: one row for each dataset, source, target and day with an event."""


class DyadWeek(_Measures, _Week, _Dyad):
    """Directed dyads by week: one row for each dataset, source, target and week with an event."""


class DyadMonth(_Measures, _Month, _Dyad):
    """Directed dyads by month: one row for each dataset, source, target and month with an event."""


class DyadYear(_Measures, _Year, _Dyad):
    """Directed dyads by year: one row for each dataset, source, target and year with an event."""


class PairDay(_Measures, _Day, _Pair):
    """Undirected pairs by day: one row for each dataset, two countries and day with an event."""


class PairWeek(_Measures, _Week, _Pair):
    """Undirected pairs by week: one row for each dataset, two countries and week with an event."""


class PairMonth(_Measures, _Month, _Pair):
    """Undirected pairs by month: one row for each dataset, two countries and month with an event."""


class PairYear(_Measures, _Year, _Pair):
    """Undirected pairs by year: one row for each dataset, two countries and year with an event."""


class CountryMonth(pa.DataFrameModel):
    """Countries by month: what each did, received and did at home; one row for each dataset, country and month with an event."""

    dataset: str = columns.dataset()
    country: str = columns.iso3()
    month: pandas_engine.DateTime = _day(description="First day of the month")
    n_events_sent: int = _total(description="Events in which the country acts on another side")
    n_events_received: int = _total(description="Events in which another side acts on the country")
    n_events_domestic: int = _total(description="Events with the country on both sides")
    n_partners: int = _total(description="Other countries it had an event with, either way")
    n_verbal_cooperation_sent: int = _total(description="Sent events of quad class 1")
    n_material_cooperation_sent: int = _total(description="Sent events of quad class 2")
    n_verbal_conflict_sent: int = _total(description="Sent events of quad class 3")
    n_material_conflict_sent: int = _total(description="Sent events of quad class 4")
    goldstein_sum_sent: float = _number(description="Sum of the sent events' Goldstein values")
    goldstein_sum_received: float = _number(description="Sum of the received events' Goldstein values")
    conflict_share_sent: float = _share(description="Sent events of quad classes 3 and 4 among all sent; empty without any")


class VolumeDay(pa.DataFrameModel):
    """What was read each day, the denominator of shares: one row for each day of publication."""

    published_date: pandas_engine.DateTime = columns.published_date()
    n_sources: int = _total(description="Sources with an article on the day")
    n_articles: int = columns.n_read()
    n_stories: int = _total(description="Distinct stories among all sources of the day")
    n_coded: int = columns.n_coded()
    n_skipped: int = columns.n_skipped()
    n_with_mentions: int = columns.n_with_mentions()
    n_sentences: int = columns.sum_sentences()
    n_mentions: int = columns.sum_mentions()


class BuildCount(pa.DataFrameModel):
    """What the build says it counted beside what the tables hold: one row for each item."""

    item: str = pa.Field(description="What is counted")
    n_stated: int = _total(description="Number in table build")
    n_found: int = _total(description="Number counted in the tables")


VIEWS: dict[str, type[pa.DataFrameModel]] = {
    "event_mention": EventMention,
    "event_named": EventNamed,
    "event_evidence": EventEvidence,
    "relation_event": RelationEvent,
    "relation_story": RelationStory,
    "relation_period": RelationPeriod,
    "dyad_day": DyadDay,
    "dyad_week": DyadWeek,
    "dyad_month": DyadMonth,
    "dyad_year": DyadYear,
    "pair_day": PairDay,
    "pair_week": PairWeek,
    "pair_month": PairMonth,
    "pair_year": PairYear,
    "country_month": CountryMonth,
    "volume_day": VolumeDay,
    **index.VIEWS,
    "gdelt_event": GdeltEvent,
    "gdelt_mention": GdeltMention,
    "icews_event": IcewsEvent,
    "polecat_event": PolecatEvent,
    "phoenix_event": PhoenixEvent,
    "build_count": BuildCount,
}
"""View -> its model, in the order in which the views build on one another."""
