"""Articles -> stories: copies, edits, cuts and re-led versions of one text, by any publishers, share a `story_id`.

Articles are taken in the order of publication. Each joins the story of the earlier article that it is most like, if it is like
enough, and else founds a story, whose id is its own. So the stories are the same in whatever order articles came in, and news
that is published later never changes an older story. Only articles in a few days before are looked at, and of these only the
last that share a band of the signature, so the work grows with the number of articles and no faster.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from itertools import pairwise

import duckdb
import numpy as np
import numpy.typing as npt
import pyarrow as pa

from etl.signatures import PERMUTATIONS

WINDOW = timedelta(days=7)  # a text is copied within days, and taken up again within a week
NEAR = timedelta(hours=60)  # beyond this only all but equal texts are one story: bulletins of every day resemble one another
BAND_ROWS = 2  # 64 bands of two: texts with a quarter of their runs in common meet with a chance of 0.98
NEIGHBOURS = 3  # articles before an article in its bucket that it is compared with
BLOCK_ARTICLES = 20_000

# Shares of word runs, measured on the planted corpus of tests/stories. `LIKE`: of all runs of both texts; so much stays where a
# third of the text is new or every tenth word is changed. `HELD`: of the shorter text's runs, where both begin alike (a cut).
LIKE, LIKE_FAR, LIKE_SHORT = 0.40, 0.80, 0.90
HELD, HELD_FAR = 0.70, 0.90
SHORT_RUNS, CUT_RUNS = 12, 20  # texts with fewer runs must be all but equal; with fewer, a cut proves nothing
SAME_LEAD = 0.5
# Two bulletins in the same words differ in their figures, weekdays and months: less than a third in common, of three or more.
SAME_FIGURES, MIN_FIGURES = 1 / 3, 3

_MICROSECOND = timedelta(microseconds=1)
_NO_STORY = -1


@dataclass(slots=True)
class _Window:
    """The articles that later ones may still join, in the order of publication."""

    ids: list[str]
    published: npt.NDArray[np.int64]  # microseconds
    n_runs: npt.NDArray[np.int64]
    matrix: npt.NDArray[np.uint32]
    leads: list[npt.NDArray[np.uint32]]
    figures: list[npt.NDArray[np.uint32]]
    stories: list[str]

    def since(self, moment: int) -> "_Window":
        """Return the articles published at or after a moment."""
        start = int(np.searchsorted(self.published, moment))
        return _Window(
            self.ids[start:],
            self.published[start:],
            self.n_runs[start:],
            self.matrix[start:],
            self.leads[start:],
            self.figures[start:],
            self.stories[start:],
        )

    def joined(self, later: "_Window") -> "_Window":
        """Return this window with later articles behind it."""
        return _Window(
            self.ids + later.ids,
            np.concatenate([self.published, later.published]),
            np.concatenate([self.n_runs, later.n_runs]),
            np.concatenate([self.matrix, later.matrix]),
            self.leads + later.leads,
            self.figures + later.figures,
            self.stories + later.stories,
        )


def assign(connection: duckdb.DuckDBPyConnection, block: int = BLOCK_ARTICLES) -> None:
    """Make table `article_story` (article_id, story_id) from `article_ranked` and `signature_part` on the connection.

    Articles are read in the order of publication, `block` at a time; in memory are those and the articles of the window before.
    """
    connection.execute("create or replace table article_story (article_id varchar, story_id varchar)")
    query = """
        select
            article_ranked.article_id,
            epoch_us(article_ranked.published_at) as published,
            signature_part.n_shingles,
            signature_part.signature,
            signature_part.lead,
            signature_part.figures
        from article_ranked
        inner join signature_part
            on
                article_ranked.content_hash = signature_part.content_hash
                and article_ranked.batch = signature_part.batch
        where article_ranked.place = 1
        order by article_ranked.published_at, article_ranked.article_id
    """
    writer = connection.cursor()  # of its own, for writing on a connection ends what is being read on it
    for ids, stories in link(connection.sql(query).to_arrow_reader(block)):
        writer.register("assigned", pa.table({"article_id": ids, "story_id": stories}))
        writer.execute("insert into article_story from assigned")
        writer.unregister("assigned")
    writer.close()


def link(batches: Iterator[pa.RecordBatch] | pa.RecordBatchReader) -> Iterator[tuple[list[str], list[str]]]:
    """Yield the ids of articles and of their stories for each batch of signatures, given in the order of publication."""
    window: _Window | None = None
    for batch in batches:
        if not batch.num_rows:
            continue
        block = _opened(batch)
        if window is not None:
            window = window.since(int(block.published[0]) - WINDOW // _MICROSECOND)
        start = len(window.ids) if window is not None else 0
        window = block if window is None else window.joined(block)
        _tell(window, start)
        yield window.ids[start:], window.stories[start:]


def _opened(batch: pa.RecordBatch) -> _Window:
    """Return the rows of a batch as arrays."""
    columns = {name: batch.column(name) for name in batch.schema.names}
    matrix = np.frombuffer(b"".join(columns["signature"].to_pylist()), dtype="<u4").reshape(-1, PERMUTATIONS)
    return _Window(
        ids=columns["article_id"].to_pylist(),
        published=columns["published"].to_numpy(zero_copy_only=False).astype(np.int64),
        n_runs=columns["n_shingles"].to_numpy(zero_copy_only=False).astype(np.int64),
        matrix=matrix.astype(np.uint32),
        leads=_lists(columns["lead"]),
        figures=_lists(columns["figures"]),
        stories=columns["article_id"].to_pylist(),
    )


def _lists(column: pa.ListArray) -> list[npt.NDArray[np.uint32]]:
    """Return the cells of a column of lists, as slices of one array."""
    values = column.flatten().to_numpy().astype(np.uint32)
    ends = np.cumsum(column.value_lengths().to_numpy(zero_copy_only=False))
    return [values[start:end] for start, end in pairwise([0, *ends.tolist()])]


def _tell(window: _Window, start: int) -> None:
    """Give the articles from place `start` on the story of the earlier article that each is most like, if any is like enough."""
    later, earlier = _candidates(window, start)
    shared = _shared(window.matrix, later, earlier)
    smaller = np.minimum(window.n_runs[later], window.n_runs[earlier])
    total = window.n_runs[later] + window.n_runs[earlier]
    held = np.minimum(shared / (1 + shared) * total / np.maximum(smaller, 1), 1.0)
    is_far = window.published[later] - window.published[earlier] > NEAR // _MICROSECOND
    is_like = shared >= np.where(smaller < SHORT_RUNS, LIKE_SHORT, np.where(is_far, LIKE_FAR, LIKE))
    is_cut = ~is_like & (held >= np.where(is_far, HELD_FAR, HELD)) & (smaller >= CUT_RUNS)
    # The likest first; of equals, the one published first.
    order = np.lexsort((earlier, -shared, later))
    joined = _NO_STORY
    for place in order[(is_like | is_cut)[order]]:
        one, other = int(later[place]), int(earlier[place])
        if one == joined or (is_cut[place] and not _begin_alike(window, one, other)) or not _same_figures(window, one, other):
            continue
        window.stories[one], joined = window.stories[other], one


def _candidates(window: _Window, start: int) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Return places of later and earlier articles that share a band and lie within the time window, each pair once, sorted."""
    n_articles = len(window.ids)
    has_words = np.flatnonzero(window.n_runs > 0)
    found = []
    for band in range(0, PERMUTATIONS, BAND_ROWS):
        rows = window.matrix[has_words, band : band + BAND_ROWS].astype(np.uint64)
        keys = (rows[:, 0] << np.uint64(32)) | rows[:, 1]
        order = np.argsort(keys, kind="stable")
        keys, places = keys[order], has_words[order]
        for lag in range(1, NEIGHBOURS + 1):
            is_pair = (keys[lag:] == keys[:-lag]) & (places[lag:] >= start)
            found.append(places[lag:][is_pair] * n_articles + places[:-lag][is_pair])
        if band % (16 * BAND_ROWS) == 0:
            found = [np.unique(np.concatenate(found))]
    pairs = np.unique(np.concatenate(found))
    later, earlier = np.divmod(pairs, n_articles)
    in_window = window.published[later] - window.published[earlier] <= WINDOW // _MICROSECOND
    return later[in_window], earlier[in_window]


def _shared(
    matrix: npt.NDArray[np.uint32], later: npt.NDArray[np.int64], earlier: npt.NDArray[np.int64]
) -> npt.NDArray[np.float64]:
    """Return the estimated share of word runs that each pair has in common, 10,000 pairs (10 MB) at a time."""
    parts = [
        (matrix[later[at : at + 10_000]] == matrix[earlier[at : at + 10_000]]).mean(axis=1) for at in range(0, len(later), 10_000)
    ]
    return np.concatenate(parts) if parts else np.empty(0)


def _begin_alike(window: _Window, one: int, other: int) -> bool:
    """Whether half of the lead's word runs are the same: a cut text begins as the whole does, a brief in a round-up does not."""
    first, second = window.leads[one], window.leads[other]
    return len(np.intersect1d(first, second)) >= SAME_LEAD * max(1, min(len(first), len(second)))


def _same_figures(window: _Window, one: int, other: int) -> bool:
    """Whether the figures and days that the texts name do not speak against one story."""
    first, second = window.figures[one], window.figures[other]
    fewer = min(len(first), len(second))
    return fewer < MIN_FIGURES or len(np.intersect1d(first, second)) >= SAME_FIGURES * fewer
