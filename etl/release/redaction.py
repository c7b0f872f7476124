"""Redacted tables: where a sentence stands and its hash in place of the sentence itself; no headlines.

Whoever has the articles can find every sentence again and be sure that it is the same. `evidence` then reads
`text[812:940] sha256:HEX`: the characters from 812 to 940 (end exclusive) of the article's text, or of its `title`, and the
SHA-256 of these characters, runs of white space made one space, as UTF-8. Names, triggers and date phrases, a few words each,
stay.
"""

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from etl.errors import InputError
from etl.parquet import TEXT_ROW_GROUP_ROWS, location, write_file
from schemas import TABLES, arrow_schema

FORM = re.compile(r"(title|text)\[(\d+):(\d+)\] sha256:([0-9a-f]{64})|sha256:[0-9a-f]{64}")
"""What stands in `evidence` of a redacted table; without offsets where the words stand nowhere in one piece."""

_GAP = r"[\s\x00]+"  # the coder reads runs of white space and NULs as one space
_WITHOUT_TITLE = ("article", "story")


class Redaction:
    """Hides the words of the articles of one dataset.

    `data` is the folder of the dataset; its table `article_text` gives the offsets. Raises `InputError` where that is missing.
    Holds the text of all articles in memory while it works.
    """

    tables = frozenset({"mention", *_WITHOUT_TITLE})
    """The tables that `write` redacts; events are redacted by `events`."""

    def __init__(self, data: Path) -> None:
        path = location("article_text", data)
        if not path.is_file():
            raise InputError(f"{path} is missing: without the text of the articles no sentence can be given by its offsets.")
        self._data = data
        rows = pq.read_table(path, partitioning=None).to_pydict()
        self._texts = {
            article: (title or "", text)
            for article, title, text in zip(rows["article_id"], rows["title"], rows["text"], strict=True)
        }

    def write(self, table: str, folder: Path) -> None:
        """Write a redacted table into a folder."""
        schema = arrow_schema(TABLES[table])
        rows = self._batches(location(table, self._data), "title" if table in _WITHOUT_TITLE else "evidence")
        write_file((batch.cast(schema) for batch in rows), schema, location(table, folder))

    def events(self, path: Path) -> Iterator[pa.RecordBatch]:
        """Yield the rows of a file of events, redacted."""
        return self._batches(path, "evidence")

    def _batches(self, path: Path, column: str) -> Iterator[pa.RecordBatch]:
        """Yield the rows of a file with one column redacted: titles become empty, sentences offsets and a hash."""
        with pq.ParquetFile(path) as file:
            for batch in file.iter_batches(TEXT_ROW_GROUP_ROWS):
                values: list[str | None] = [None] * batch.num_rows
                if column == "evidence":
                    pairs = zip(batch["article_id"].to_pylist(), batch["evidence"].to_pylist(), strict=True)
                    values = [self.reference(article, sentence) for article, sentence in pairs]
                place = batch.schema.get_field_index(column)
                yield batch.set_column(place, batch.schema.field(place), pa.array(values, pa.string()))

    def reference(self, article_id: str, sentence: str) -> str:
        """Return where a sentence of an article stands, and its hash; the first place where its words stand in one piece."""
        digest = f"sha256:{hashlib.sha256(sentence.encode('utf-8', 'surrogatepass')).hexdigest()}"
        pattern = re.compile(_GAP.join(map(re.escape, sentence.split())))
        for name, text in zip(("title", "text"), self._texts.get(article_id, ("", "")), strict=True):
            if found := pattern.search(text):
                return f"{name}[{found.start()}:{found.end()}] {digest}"
        return digest
