"""Events: one act between two sides, however often and in whichever words it was told."""

import pandas as pd
import pandera.pandas as pa
from pandera.engines import pandas_engine

from schemas import columns

OWN = "comity"
KNOWN_OF_OWN = ("source_role", "target_role", "status", "n_raw_events", "first_published", "confidence", "article_id")
"""Columns that may be empty in imported events and never in ours."""


class Event(pa.DataFrameModel):
    """Events, one row for each act between two sides. Partitioned by dataset and year of the event date.

    Of an imported dataset one row is one row of its files. Columns that such a dataset does not have are empty, not guessed:
    roles of actors without a sector, status, stories, publishers, moments of publication, confidence and article may be empty in
    imported rows only. Their `evidence` is the row as its file has it, a JSON object of its columns.
    """

    event_id: str = columns.event_id()
    dataset: str = columns.dataset()
    event_date: pandas_engine.DateTime = columns.event_date()
    date_precision: str = columns.date_precision()
    source_country: str = columns.source_country()
    source_role: str = columns.source_role(nullable=True)
    target_country: str = columns.target_country()
    target_role: str = columns.target_role(nullable=True)
    event_code: str = columns.event_code()
    event_base_code: str = columns.event_base_code()
    event_root_code: str = columns.event_root_code()
    quad_class: int = columns.quad_class()
    plover: str = columns.plover()
    goldstein: float = columns.goldstein()
    status: str = columns.status(nullable=True)
    n_mentions: int = columns.n_mentions(ge=1)
    n_raw_events: pd.Int64Dtype = columns.n_raw_events(ge=1)
    n_articles: int = columns.n_articles(ge=1)
    n_stories: pd.Int64Dtype = columns.n_stories(ge=1, nullable=True)
    n_publishers: pd.Int64Dtype = columns.n_publishers(ge=1, nullable=True)
    first_published: pandas_engine.DateTime = columns.first_published(nullable=True)
    last_published: pandas_engine.DateTime = columns.last_published(nullable=True)
    confidence: float = columns.confidence(nullable=True)
    place_name: str = columns.place_name()
    place_geonames_id: pd.Int64Dtype = columns.place_geonames_id()
    place_kind: str = columns.place_kind()
    place_precision: str = columns.place_precision()
    place_country: str = columns.place_country()
    latitude: float = columns.latitude()
    longitude: float = columns.longitude()
    mirror_event_id: str = columns.mirror_event_id()
    evidence: str = columns.evidence(description="The sentence that says so; of an imported event its row, a JSON object")
    article_id: str = columns.article_id(nullable=True)
    url: str = columns.url()

    class Config:
        """Ids are unique over the whole table."""

        name = "event"
        strict = True
        unique = ["event_id"]  # noqa: RUF012 - Pandera reads a plain list

    @pa.dataframe_check(name="codes_nest")
    @classmethod
    def codes_nest(cls, frame: pd.DataFrame) -> "pd.Series[bool]":
        """Base and root are the first digits of the code."""
        code = frame["event_code"]
        return (code.str[:3] == frame["event_base_code"]) & (code.str[:2] == frame["event_root_code"])

    @pa.dataframe_check(name="counts_nest")
    @classmethod
    def counts_nest(cls, frame: pd.DataFrame) -> "pd.Series[bool]":
        """Of ours there are at least as many mentions as articles, and as many articles as stories and as publishers."""
        articles = frame["n_articles"]
        stories, publishers = frame["n_stories"].fillna(articles + 1), frame["n_publishers"].fillna(articles + 1)
        nested = (frame["n_mentions"] >= articles) & (articles >= stories) & (articles >= publishers)
        return nested | (frame["dataset"] != OWN)

    @pa.dataframe_check(name="published_in_order")
    @classmethod
    def published_in_order(cls, frame: pd.DataFrame) -> "pd.Series[bool]":
        """The first publication is not after the last; both are empty or neither."""
        first, last = frame["first_published"], frame["last_published"]
        return (first <= last) | (first.isna() & last.isna())

    @pa.dataframe_check(name="own_is_complete")
    @classmethod
    def own_is_complete(cls, frame: pd.DataFrame) -> "pd.Series[bool]":
        """Of our own events everything is known that others may leave empty."""
        return frame[list(KNOWN_OF_OWN)].notna().all(axis=1) | (frame["dataset"] != OWN)


class EventMember(pa.DataFrameModel):
    """Which event a mention belongs to, and which raw event within it: one row for each mention of an event of ours."""

    mention_id: str = columns.mention_id()
    event_id: str = columns.event_id()
    raw_event_id: str = columns.raw_event_id()

    class Config:
        """A mention belongs to one event."""

        name = "event_member"
        strict = True
        unique = ["mention_id"]  # noqa: RUF012 - Pandera reads a plain list
