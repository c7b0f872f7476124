"""Files of articles -> `Article` records, one at a time; what cannot be read is a `Reject`, and the run goes on.

JSON (lines, array, single object), CSV, TSV, Parquet and folders of plain text. A folder is walked in sorted order, so the
same folder gives the same stream on any machine. Two records with one id are both read; which one counts is decided on load.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from etl.records import Article, Reject
from etl.sources.options import ReadOptions
from etl.sources.walk import plan, read_item

__all__ = ["ReadOptions", "read"]


def read(paths: Sequence[Path], options: ReadOptions | None = None) -> Iterator[Article | Reject]:
    """Return an iterator over the articles of files and folders, in the order given.

    Raises InputError at once for a path that does not exist or is of no known kind, and while iterating for a file named by
    itself that as a whole cannot be read (no Parquet though named so, a missing column). Inside a folder such files are rejects.
    """
    options = options or ReadOptions()
    items = [item for path in paths for item in plan(Path(path))]
    return (result for item in items for result in read_item(item, options))
