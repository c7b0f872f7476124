"""Reading JSON: lines, arrays and single objects, whole and damaged."""

import gzip
import json
import tracemalloc
from pathlib import Path

import pytest

from etl.errors import InputError
from etl.records import Article, Reject
from etl.sources import ReadOptions, read

GOLDEN = Path(__file__).parents[1] / "golden" / "articles"


def articles(path: Path, options: ReadOptions | None = None) -> list[Article]:
    """Return what was read, without rejects."""
    return [found for found in read([path], options) if isinstance(found, Article)]


def rejects(path: Path, options: ReadOptions | None = None) -> list[Reject]:
    """Return what was refused."""
    return [found for found in read([path], options) if isinstance(found, Reject)]


def test_byte_order_mark_and_carriage_returns_are_no_part_of_a_record():
    """A BOM and CRLF line ends, as Windows writes them, change nothing."""
    assert [article.article_id for article in articles(GOLDEN / "byte_order_mark.jsonl")] == ["bom-1", "bom-2"]
    assert rejects(GOLDEN / "byte_order_mark.jsonl") == []


def test_a_bad_line_is_refused_with_its_number_and_the_run_goes_on():
    """Every kind of bad record gives one reject that names its line; first and last are read."""
    path = GOLDEN / "broken_line.jsonl"
    assert [article.article_id for article in articles(path)] == ["line-1", "line-10"]
    assert [(reject.line, reject.record_id) for reject in rejects(path)] == [
        (3, None),
        (4, None),
        (5, None),
        (6, "line-6"),
        (7, "line-7"),
        (8, "line-8"),
        (9, "line-9"),
    ]
    reasons = [reject.reason for reject in rejects(path)]
    assert "line 3: not valid JSON" in reasons[0]
    assert "JSON object, not list" in reasons[1]
    assert "YYYYMMDD" in reasons[3]
    assert "with --date" in reasons[4]
    assert "fields present: body, date, id" in reasons[5]
    assert "text must be text, not int" in reasons[6]


def test_invalid_bytes_spoil_their_record_only_and_are_located():
    """The reject names the line and the byte offset of the first bad byte in the file."""
    path = GOLDEN / "invalid_byte.jsonl"
    offset = path.read_bytes().index(b"\xff")
    (reject,) = rejects(path)
    assert reject.line == 2
    assert f"byte 0xff at byte offset {offset} " in reject.reason
    assert "windows-1252" not in reject.reason  # 0x81 is no Windows-1252 character either
    assert [article.article_id for article in articles(path)] == ["bad-1", "bad-3"]


def test_windows_1252_is_refused_by_name_of_the_option_and_read_with_it():
    """The reject says how the file can be read, and so it can."""
    path = GOLDEN / "windows_1252.jsonl"
    (reject,) = rejects(path)
    assert "--encoding windows-1252" in reject.reason
    read_with_option = articles(path, ReadOptions(encoding="windows-1252"))
    assert read_with_option[1].text == "China\u2019s envoy left C\u00f4te d\u2019Ivoire."


def test_utf_16_is_recognised_by_its_mark():
    """A UTF-16 file is an error that names the option, and is read with it."""
    with pytest.raises(InputError, match="--encoding utf-16"):
        list(read([GOLDEN / "utf16.jsonl"]))
    assert [article.article_id for article in articles(GOLDEN / "utf16.jsonl", ReadOptions(encoding="utf-16"))] == ["wide-1"]


def test_nul_and_half_surrogates_never_reach_a_table():
    """An escaped NUL becomes a space, half a surrogate pair U+FFFD; a line of NUL bytes is refused."""
    path = GOLDEN / "nul.jsonl"
    assert [article.text for article in articles(path)] == ["Seoul Tokyo", "After \ufffd the gap."]
    assert [(reject.line, "NUL" in reject.reason) for reject in rejects(path)] == [(2, True)]


def test_array_and_single_object_are_read_across_lines():
    """Indented JSON gives the same articles as lines would, brackets and quotes in strings included."""
    assert [article.text for article in articles(GOLDEN / "array.json")] == [
        'Brackets ] and } in "quotes" \\ stay.',
        "Second.",
    ]
    assert [article.article_id for article in articles(GOLDEN / "one_object.json")] == ["one"]


def test_a_broken_element_does_not_end_its_array():
    """Elements behind one that does not parse, and before a missing bracket, are read."""
    path = GOLDEN / "array_broken.json"
    assert [article.article_id for article in articles(path)] == ["a-1", "a-3"]
    assert [reject.line for reject in rejects(path)] == [3]


def test_lines_named_json_and_an_array_named_jsonl_are_read_for_what_they_are(tmp_path):
    """The content decides, not the file's name."""
    one = {"id": "1", "date": "2026-01-05", "text": "One."}
    two = {"id": "2", "date": "2026-01-05", "text": "Two."}
    (tmp_path / "lines.json").write_text(f"{json.dumps(one)}\n{{broken\n{json.dumps(two)}\n")
    (tmp_path / "array.jsonl").write_text(json.dumps([one, two]))
    assert [article.article_id for article in articles(tmp_path / "lines.json")] == ["1", "2"]
    assert [reject.line for reject in rejects(tmp_path / "lines.json")] == [2]
    assert [article.article_id for article in articles(tmp_path / "array.jsonl")] == ["1", "2"]


def test_gzip_is_read_and_a_cut_gzip_is_reported_after_what_was_whole(tmp_path):
    """A download that broke off gives the articles before the break and one reject."""
    record = '{{"id": "{0}", "date": "2026-01-05", "text": "Text number {0} {1}"}}\n'
    content = "".join(record.format(number, hash((number, "salt"))) for number in range(5000)).encode()
    packed = gzip.compress(content)
    (tmp_path / "whole.jsonl.gz").write_bytes(packed)
    (tmp_path / "cut.jsonl.gz").write_bytes(packed[: len(packed) // 2])
    (tmp_path / "false.jsonl.gz").write_bytes(content)
    assert len(articles(tmp_path / "whole.jsonl.gz")) == 5000
    assert 0 < len(articles(tmp_path / "cut.jsonl.gz")) < 5000
    (reject,) = rejects(tmp_path / "cut.jsonl.gz")
    assert "breaks off" in reject.reason
    with pytest.raises(InputError, match=r"false\.jsonl\.gz: cannot be read"):
        list(read([tmp_path / "false.jsonl.gz"]))


@pytest.mark.parametrize("form", ["lines", "array"])
def test_memory_does_not_grow_with_the_file(tmp_path, form):
    """Reading 24 MB holds no more than a few records at a time, an array on one line included."""
    record = json.dumps({"id": "x", "date": "2026-01-05", "text": "word " * 2000})
    path = tmp_path / "large.json"
    path.write_text("\n".join([record] * 2400) if form == "lines" else "[" + ",".join([record] * 2400) + "]")
    tracemalloc.start()
    count = sum(1 for _ in read([path]))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == 2400
    assert peak < 2_000_000


def test_an_article_of_a_megabyte_is_an_article(tmp_path):
    """Length alone is no reason to refuse."""
    path = tmp_path / "long.jsonl"
    path.write_text(json.dumps({"date": "2026-01-05", "text": "a " * 600_000}))
    assert len(articles(path)[0].text) == 1_200_000


def test_deep_nesting_and_long_numbers_are_refused_not_raised(tmp_path):
    """JSON that would overflow the parser is a bad record like another."""
    path = tmp_path / "hostile.jsonl"
    path.write_text('{"text": ' + "[" * 200_000 + "]" * 200_000 + "}\n" + '{"id": ' + "9" * 6000 + "}\n")
    assert [reject.line for reject in rejects(path)] == [1, 2]


def test_html_fragments_are_cleaned_and_whole_pages_refused():
    """Tags and entities go, words and line breaks stay; a page would bring its menus along; a bare < is no tag."""
    path = GOLDEN / "pages" / "fields.jsonl"
    assert [article.text for article in articles(path)] == [
        "Chile thanked\u00a0Peru.\nAT&T said no.",
        "Growth was < 2% & falling; <unknown> stays.",
    ]
    (reject,) = rejects(path)
    assert reject.record_id == "html-2"
    assert "whole HTML page" in reject.reason
