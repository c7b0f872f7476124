"""Stories: copies and versions of one text, by whichever publishers."""

import pandera.pandas as pa
from pandera.engines import pandas_engine

from schemas import columns


class Story(pa.DataFrameModel):
    """Stories, one row each, with the article that told it first. Sorted by first publication and id."""

    story_id: str = columns.story_id()
    article_id: str = columns.article_id(description="Article that told the story first")
    title: str = columns.title(description="Headline of that article")
    voice: str = columns.voice()
    n_articles: int = columns.n_articles(ge=1)
    n_sources: int = columns.n_sources(ge=1)
    n_mentions: int = columns.n_mentions()
    first_published: pandas_engine.DateTime = columns.first_published()
    last_published: pandas_engine.DateTime = columns.last_published()

    class Config:
        """Ids are unique over the whole table."""

        name = "story"
        strict = True
        unique = ["story_id"]  # noqa: RUF012 - Pandera reads a plain list
