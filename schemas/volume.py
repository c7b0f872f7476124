"""Volume: what was read, the denominator of every share."""

import pandera.pandas as pa
from pandera.engines import pandas_engine

from schemas import columns


class Volume(pa.DataFrameModel):
    """Articles and stories read, one row for each day of publication, source and language, events or not."""

    published_date: pandas_engine.DateTime = columns.published_date()
    source: str = columns.source()
    language: str = columns.language()
    n_articles: int = columns.n_read()
    n_stories: int = columns.distinct_stories()
    n_coded: int = columns.n_coded()
    n_skipped: int = columns.n_skipped()
    n_with_mentions: int = columns.n_with_mentions()
    n_sentences: int = columns.sum_sentences()
    n_mentions: int = columns.sum_mentions()

    class Config:
        """A source has one row a day for each of its languages."""

        name = "volume"
        strict = True
        unique = ["published_date", "source", "language"]  # noqa: RUF012 - Pandera reads a plain list
