"""Articles and their text."""

import pandera.pandas as pa
from pandera.engines import pandas_engine

from schemas import columns


class ArticleRead(pa.DataFrameModel):
    """What is known of an article as soon as it is coded, before all articles are seen together."""

    article_id: str = columns.article_id()
    story_id: str = columns.story_id()
    source: str = columns.source()
    source_country: str = columns.publisher_country()
    url: str = columns.url()
    title: str = columns.title()
    language: str = columns.language()
    published_at: pandas_engine.DateTime = columns.published_at()
    n_sentences: int = columns.n_sentences()
    n_candidates: int = columns.n_candidates()
    n_mentions: int = columns.n_mentions()
    text_sha256: str = columns.text_sha256()
    skipped: str = columns.skipped()


class Article(ArticleRead):
    """Articles read and kept, one row each, whether or not they hold an event. Sorted by publication and id."""

    agency: str = columns.agency()

    class Config:
        """Ids are unique over the whole table."""

        name = "article"
        strict = True
        unique = ["article_id"]  # noqa: RUF012 - Pandera reads a plain list


class ArticleText(pa.DataFrameModel):
    """Text of the articles, one row each; local only, never part of a release."""

    article_id: str = columns.article_id()
    title: str = columns.title()
    text: str = columns.text()

    class Config:
        """Ids are unique over the whole table."""

        name = "article_text"
        strict = True
        unique = ["article_id"]  # noqa: RUF012 - Pandera reads a plain list
