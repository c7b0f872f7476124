"""A batch: the unit of coding work, cut from the stream of articles and named by its content.

A batch ends after an article whose id says so, not after a count. Where a file grows, or another file is put before it, the cuts
fall in the same places again, so the batches already coded are recognised and not coded twice.
"""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields

from etl.records import Article, Reject, short_hash

# One article in a hundred ends a batch: about 5 s of coding, and enough batches in a small corpus to keep two workers busy.
MEAN_RECORDS = 100
# Bounds on a batch, so that a long run of large articles still fits in memory many times over.
MAX_RECORDS = 400
MAX_CHARACTERS = 4_000_000


@dataclass(frozen=True, slots=True)
class Batch:
    """Articles that are coded in one go, and the records refused while they were read."""

    articles: tuple[Article, ...]
    rejects: tuple[Reject, ...]

    def key(self, coder: str) -> str:
        """Return 24 hex digits over the name of the coder and every field of every record, whatever the records' order."""
        records: tuple[Article | Reject, ...] = (*self.articles, *self.rejects)
        return hashlib.sha256("\n".join((coder, *sorted(map(_fingerprint, records)))).encode()).hexdigest()[:24]


def cut(records: Iterable[Article | Reject]) -> Iterator[Batch]:
    """Cut a stream of records into batches, holding one batch in memory at a time."""
    articles: list[Article] = []
    rejects: list[Reject] = []
    characters = 0
    for record in records:
        ends = False
        if isinstance(record, Reject):
            rejects.append(record)
        else:
            articles.append(record)
            characters += len(record.text)
            ends = int(short_hash(record.article_id), 16) % MEAN_RECORDS == 0
        if ends or len(articles) + len(rejects) >= MAX_RECORDS or characters >= MAX_CHARACTERS:
            yield Batch(tuple(articles), tuple(rejects))
            articles, rejects, characters = [], [], 0
    if articles or rejects:
        yield Batch(tuple(articles), tuple(rejects))


def _fingerprint(record: Article | Reject) -> str:
    """Return a hash over all fields of a record."""
    return short_hash(type(record).__name__, *(repr(getattr(record, field.name)) for field in fields(record)))
