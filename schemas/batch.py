"""Batch parts: the cache of what is coded already, before duplicate ids and stories are settled.

A part has the columns of the final table that its own articles can tell, and `content_hash`, which tells apart two articles that
claim one id, and `coder_version`. In a part `story_id` is the article's own id: only all articles together can tell stories.
"""

import pandera.pandas as pa

from schemas import columns
from schemas.article import ArticleRead, ArticleText
from schemas.mention import Mention
from schemas.reject import Reject


class ArticlePart(ArticleRead):
    """Articles of one batch, repeated ones too: which of them stays is decided over all batches."""

    content_hash: str = columns.content_hash()
    coder_version: str = columns.coder_version()

    class Config:
        """The same article may have been read twice, so there is no key."""

        name = "article_part"
        strict = True
        unique = None


class ArticleTextPart(ArticleText):
    """Text of the articles of one batch."""

    content_hash: str = columns.content_hash()
    coder_version: str = columns.coder_version()

    class Config:
        """An article stands in a batch once."""

        name = "article_text_part"
        strict = True
        unique = ["content_hash"]  # noqa: RUF012 - Pandera reads a plain list


class MentionPart(Mention):
    """Mentions of one batch; `coder_version` is the mention's own column."""

    content_hash: str = columns.content_hash()

    class Config:
        """Two articles that claim one id may hold the same mention."""

        name = "mention_part"
        strict = True
        unique = ["content_hash", "mention_id"]  # noqa: RUF012 - Pandera reads a plain list


class RejectPart(Reject):
    """Rejects of one batch; `content_hash` is empty for records that never became an article."""

    content_hash: str = columns.content_hash(nullable=True)
    coder_version: str = columns.coder_version()

    class Config:
        """A record may be refused without an id, so there is no key."""

        name = "reject_part"
        strict = True
        unique = None


PARTS: dict[str, type[pa.DataFrameModel]] = {
    "article": ArticlePart,
    "article_text": ArticleTextPart,
    "mention": MentionPart,
    "reject": RejectPart,
}
"""Table -> model of its batch part, one file each in a batch folder."""
