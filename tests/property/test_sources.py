"""Whatever is written, reading gives it back or refuses it; nothing raises and nothing is lost in silence."""

import csv
import io
import json
import tempfile
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from etl.records import Article
from etl.sources import ReadOptions, read
from etl.sources.markup import plain
from etl.sources.published import parse_published

WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\x00<&"), max_size=60)
BATCH = st.lists(WORDS, min_size=1, max_size=6)


def read_bytes(name: str, content: bytes, options: ReadOptions | None = None) -> list[object]:
    """Write a file, read it, and return everything that came out."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(content)
        return list(read([path], options))


@settings(deadline=None, max_examples=60)
@given(BATCH, st.sampled_from([None, 2]), st.booleans())
def test_json_in_every_layout_gives_the_same_articles(texts, indent, ascii_only):
    """Lines, a compact array and an indented array of the same records read alike."""
    records = [{"id": str(number), "date": "2026-01-05", "text": text} for number, text in enumerate(texts)]
    lines = "".join(json.dumps(record, ensure_ascii=ascii_only) + "\n" for record in records)
    array = json.dumps(records, indent=indent, ensure_ascii=ascii_only)
    from_lines = read_bytes("a.jsonl", lines.encode())
    assert [vars_of(found) for found in from_lines] == [
        (record["id"], record["text"] if record["text"].strip() else "") for record in records
    ]
    assert [vars_of(found) for found in from_lines] == [vars_of(found) for found in read_bytes("a.json", array.encode())]


def vars_of(found: object) -> tuple[object, object]:
    """Return what an article is known by."""
    assert isinstance(found, Article)
    return found.article_id, found.text


@settings(deadline=None, max_examples=60)
@given(BATCH)
def test_csv_gives_back_what_the_csv_writer_wrote(texts):
    """Quotes, commas and line ends in a cell come back unchanged."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(["id", "date", "text"])
    writer.writerows([str(number), "2026-01-05", text] for number, text in enumerate(texts))
    found = read_bytes("a.csv", out.getvalue().encode())
    assert [vars_of(one) for one in found] == [(str(number), text if text.strip() else "") for number, text in enumerate(texts)]


@settings(deadline=None, max_examples=150)
@given(st.binary(max_size=300), st.sampled_from(["a.jsonl", "a.json"]))
def test_no_bytes_make_the_json_reader_raise(content, name):
    """Any bytes at all give articles and rejects."""
    if content[:2] not in (b"\xff\xfe", b"\xfe\xff"):
        for found in read_bytes(name, content, ReadOptions(date="2026-01-05")):
            assert found is not None


@settings(deadline=None, max_examples=60)
@given(st.lists(st.one_of(st.just(b"\xff"), st.just(b"\xe2\x82"), st.just("é".encode()), st.just(b"x")), max_size=12))
def test_each_line_is_an_article_or_a_reject(pieces):
    """One record in, one result out, whatever the bytes in its text."""
    record = b'{"id": "1", "date": "2026-01-05", "text": "' + b"".join(pieces) + b'"}\n'
    assert len(read_bytes("a.jsonl", record * 3)) == 3


@given(
    st.datetimes(min_value=datetime(1900, 1, 2), max_value=datetime(2100, 1, 1)),
    st.integers(min_value=-14 * 60, max_value=14 * 60),
)
def test_a_moment_survives_every_zone(moment, minutes):
    """ISO text in any zone comes back as the same moment in UTC."""
    zoned = moment.replace(tzinfo=UTC).astimezone(timezone(timedelta(minutes=minutes)))
    assert parse_published(zoned.isoformat()) == moment


@given(st.text(st.characters(exclude_characters="\r\x00<&", exclude_categories=["Cs"])))
def test_plain_text_is_left_as_it_is(text):
    """Cleaning touches nothing but markup, entities, carriage returns, NUL and half surrogates."""
    assert plain(text) == text
