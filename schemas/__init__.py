"""Pandera models: the one declaration of every table and view. Imports nothing from etl.

`TABLES` holds the tables that a build writes, `PARTS` the pieces that a batch writes, `schemas.view.VIEWS` the views.
"""

import pandera.pandas as pa

from schemas.arrow import arrow_schema, frame_schema
from schemas.article import Article, ArticleText
from schemas.batch import PARTS
from schemas.build import Build, Change
from schemas.cameo import CameoCode, ScoreTable
from schemas.country import Country
from schemas.event import Event, EventMember
from schemas.mention import Mention
from schemas.reject import Reject
from schemas.story import Story
from schemas.volume import Volume

TABLES: dict[str, type[pa.DataFrameModel]] = {
    "article": Article,
    "article_text": ArticleText,
    "mention": Mention,
    "event": Event,
    "event_member": EventMember,
    "story": Story,
    "reject": Reject,
    "volume": Volume,
    "country": Country,
    "cameo_code": CameoCode,
    "score_table": ScoreTable,
    "build": Build,
    "change": Change,
}

ORDER: dict[str, tuple[str, ...]] = {
    "article": ("published_at", "article_id"),
    "article_text": ("article_id",),
    "mention": ("article_id", "sentence_index", "mention_id"),
    "event": ("source_country", "target_country", "event_date", "event_id"),
    "event_member": ("event_id", "mention_id"),
    "story": ("first_published", "story_id"),
    "reject": ("stage", "file", "line", "record_id", "check", "reason", "value"),
    "volume": ("published_date", "source", "language"),
    "country": ("iso3", "valid_from"),
    "cameo_code": ("event_code",),
    "score_table": ("scheme", "event_code"),
    "build": ("version",),
    "change": ("change", "event_id"),
}
"""Table -> the columns its rows are sorted by: a total order, empty values last, so that the same rows give the same bytes."""

__all__ = ["ORDER", "PARTS", "TABLES", "arrow_schema", "frame_schema"]
