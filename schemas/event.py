"""Events: one act between two sides on one day, however often it was told."""

import pandas as pd
import pandera.pandas as pa
from pandera.engines import pandas_engine

from schemas import columns


class Event(pa.DataFrameModel):
    """Events, one row for each day, source, target, code and status. Partitioned by dataset and year of the event date."""

    event_id: str = columns.event_id()
    dataset: str = columns.dataset()
    event_date: pandas_engine.DateTime = columns.event_date()
    date_precision: str = columns.date_precision()
    source_country: str = columns.source_country()
    source_role: str = columns.source_role()
    target_country: str = columns.target_country()
    target_role: str = columns.target_role()
    event_code: str = columns.event_code()
    event_base_code: str = columns.event_base_code()
    event_root_code: str = columns.event_root_code()
    quad_class: int = columns.quad_class()
    plover: str = columns.plover()
    goldstein: float = columns.goldstein()
    status: str = columns.status()
    n_mentions: int = columns.n_mentions(ge=1)
    n_articles: int = columns.n_articles(ge=1)
    n_stories: int = columns.n_stories(ge=1)
    n_publishers: int = columns.n_publishers(ge=1)
    first_published: pandas_engine.DateTime = columns.first_published()
    last_published: pandas_engine.DateTime = columns.last_published()
    confidence: float = columns.confidence()
    mirror_event_id: str = columns.mirror_event_id()
    evidence: str = columns.evidence()
    article_id: str = columns.article_id()
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
        """There are at least as many mentions as articles, and as many articles as stories and as publishers."""
        articles = frame["n_articles"]
        return (frame["n_mentions"] >= articles) & (articles >= frame["n_stories"]) & (articles >= frame["n_publishers"])

    @pa.dataframe_check(name="published_in_order")
    @classmethod
    def published_in_order(cls, frame: pd.DataFrame) -> "pd.Series[bool]":
        """The first publication is not after the last."""
        return frame["first_published"] <= frame["last_published"]
