"""Reading CSV and Parquet."""

from datetime import UTC, datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from etl.errors import InputError
from etl.records import Article, Reject
from etl.sources import ReadOptions, read

GOLDEN = Path(__file__).parents[1] / "golden" / "articles"


def test_every_cell_is_text_and_na_is_a_word():
    """Leading zeros, NA, null and nan are kept; an empty cell is missing; quotes and line ends in cells are read."""
    first, second, short, last = read([GOLDEN / "table.csv"])
    assert isinstance(first, Article)
    assert (first.article_id, first.title, first.source_country) == ("042", "NA", "NAM")
    assert first.text == 'Namibia, and "others", met.\nSecond line.'
    assert isinstance(second, Article)
    assert (second.article_id, second.title, second.text) == ("null", None, "nan")
    assert isinstance(short, Reject)
    assert (short.line, short.reason) == (5, "line 5: 2 cells where the header has 6")
    assert isinstance(last, Article)
    assert last.source_country == "JPN"


def test_missing_columns_name_what_was_found_and_what_is_allowed():
    """A file with other separators looks like one column, and the message shows it."""
    with pytest.raises(InputError) as caught:
        list(read([GOLDEN / "semicolons.csv"]))
    assert "no column date (or published_at), text (or title)" in str(caught.value)
    assert "found: id;date;text" in str(caught.value)
    assert "allowed: id, article_id, date" in str(caught.value)


def test_columns_can_be_mapped_and_a_wrong_mapping_is_an_error(tmp_path):
    """`columns` names the input's own columns."""
    path = tmp_path / "own.csv"
    path.write_text("key,when,body\n7,20260105,Words.\n")
    options = ReadOptions(columns={"id": "key", "date": "when", "text": "body"})
    (article,) = read([path], options)
    assert isinstance(article, Article)
    assert (article.article_id, article.published_at, article.text) == ("7", datetime(2026, 1, 5), "Words.")
    with pytest.raises(InputError, match="headline \\(mapped to title\\)"):
        list(read([path], ReadOptions(columns={"date": "when", "text": "body", "title": "headline"})))
    with pytest.raises(InputError, match="unknown field 'wording'"):
        ReadOptions(columns={"wording": "body"})


def test_a_bad_byte_in_a_csv_is_located_in_the_file(tmp_path):
    """Line and byte offset hold for quoted cells over several lines too."""
    path = tmp_path / "bad.csv"
    content = b'id,date,text\n1,2026-01-05,"two\nlines"\n2,2026-01-05,"more \xe9 here"\n3,2026-01-05,ok\n'
    path.write_bytes(content)
    _, reject, last = read([path])
    assert isinstance(reject, Reject)
    assert reject.line == 4
    assert f"byte offset {content.index(0xE9)} " in reject.reason
    assert isinstance(last, Article)


def test_an_unclosed_quote_is_reported_where_it_opens(tmp_path):
    """The rest of the file is lost with it, and the reject names the line."""
    path = tmp_path / "quote.csv"
    path.write_text('id,date,text\n1,2026-01-05,ok\n2,2026-01-05,"open\n3,2026-01-05,lost\n')
    results = list(read([path]))
    assert isinstance(results[0], Article)
    assert [result.line for result in results[1:] if isinstance(result, Reject)] == [3]


def test_tab_separated_and_long_cells(tmp_path):
    """A .tsv is split at tabs; a cell of a megabyte is read."""
    path = tmp_path / "long.tsv"
    path.write_text("date\ttext\n2026-01-05\t" + "long " * 250_000 + "\n")
    (article,) = read([path])
    assert isinstance(article, Article)
    assert len(article.text) == 1_250_000


def test_parquet_moments_numbers_and_dictionaries(tmp_path):
    """Zoned nanoseconds become naive UTC, whole numbers become ids, and columns that are not ours are not read."""
    path = tmp_path / "articles.parquet"
    moments = pa.array([datetime(2026, 1, 5, 3, tzinfo=UTC), None], pa.timestamp("ns", tz="Asia/Seoul"))
    texts = pa.array(["First.", "Second."]).dictionary_encode()
    pq.write_table(pa.table({"id": pa.array([42, 43]), "published_at": moments, "text": texts, "noise": [[1], [2]]}), path)
    first, second = read([path])
    assert isinstance(first, Article)
    assert (first.article_id, first.published_at) == ("42", datetime(2026, 1, 5, 3))
    assert isinstance(second, Reject)
    assert (second.line, second.record_id) == (2, "43")


def test_parquet_with_invalid_text_loses_only_that_row(tmp_path):
    """Some writers put bytes into string columns that are no UTF-8."""
    path = tmp_path / "bytes.parquet"
    texts = pa.Array.from_buffers(pa.string(), 2, pa.array([b"Good.", b"Bad \xff."], pa.binary()).buffers())
    pq.write_table(pa.table({"date": ["2026-01-05", "2026-01-06"], "text": texts}), path)
    good, bad = read([path])
    assert isinstance(good, Article)
    assert isinstance(bad, Reject)
    assert "0xff" in bad.reason


def test_what_is_no_parquet_is_an_input_error(tmp_path):
    """A wrong suffix is told with the file's name."""
    path = tmp_path / "fake.parquet"
    path.write_text("date,text\n")
    with pytest.raises(InputError, match=r"fake\.parquet: cannot be read as Parquet"):
        list(read([path]))
    empty = tmp_path / "empty.csv"
    empty.touch()
    with pytest.raises(InputError, match=r"empty\.csv: empty"):
        list(read([empty]))
