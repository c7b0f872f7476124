"""Folders, plain text, and the fields every record shares."""

from datetime import datetime
from pathlib import Path

import pytest

from etl.batches import BatchFolder
from etl.errors import InputError
from etl.records import Article, Reject, short_hash
from etl.sources import ReadOptions, read
from etl.sources.published import parse_published
from etl.sources.record import Place, to_article

GOLDEN = Path(__file__).parents[1] / "golden" / "articles"


def article(record: dict[str, object], options: ReadOptions | None = None) -> Article:
    """Return the article of a record that must be good."""
    made = to_article(record, options or ReadOptions(), Place("memory"))
    assert isinstance(made, Article), made
    return made


def test_text_files_take_their_fields_from_the_table_beside_them():
    """Rows are joined by file name; a file without a row and a row without a file are rejects."""
    results = list(read([GOLDEN / "texts"]))
    read_ones = [result for result in results if isinstance(result, Article)]
    assert (read_ones[0].article_id, read_ones[0].title) == ("text-a", "Crossing closed")
    assert read_ones[1].published_at == datetime(2026, 2, 6, 7)
    assert read_ones[0].text.startswith("Poland closed")
    refused = [result.reason + str(result.value or "") for result in results if isinstance(result, Reject)]
    assert len(refused) == 2
    assert "no row whose 'file' is c.txt" in refused[0]
    assert "gone.txt" in refused[1]


def test_text_files_without_a_table_take_date_and_source_from_the_options(tmp_path):
    """Without a date anywhere the file is refused, and the reason says what to give."""
    (tmp_path / "one.txt").write_text("Ghana thanked Togo.")
    (reject,) = read([tmp_path])
    assert isinstance(reject, Reject)
    assert "with --date" in reject.reason
    (made,) = read([tmp_path / "one.txt"], ReadOptions(date="2026-03-01", source="Wire"))
    assert isinstance(made, Article)
    assert (made.published_at, made.source) == (datetime(2026, 3, 1), "Wire")


def test_a_folder_is_walked_in_sorted_order_and_pages_in_it_are_refused(tmp_path):
    """Creation order does not matter; hidden files are left alone; an unknown file is told, not passed over."""
    for name in ("b/2.jsonl", "a/1.jsonl", ".hidden/0.jsonl", "c.csv"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        identifier = name[-7] if name.endswith("l") else "c"
        text = (
            f'{{"id": "{identifier}", "date": "2026-01-05", "text": "T."}}'
            if name.endswith("l")
            else "id,date,text\nc,2026-01-05,T."
        )
        path.write_text(text)
    (tmp_path / "page.html").write_text("<html></html>")
    (tmp_path / "a" / "0.csv").write_text("id;date;text")
    results = list(read([tmp_path]))
    assert [result.article_id for result in results if isinstance(result, Article)] == ["c", "1", "2"]
    reasons = [result.reason for result in results if isinstance(result, Reject)]
    assert len(reasons) == 2
    assert "HTML page" in reasons[0]
    assert "found: id;date;text" in reasons[1]


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("absent.jsonl", "no such file"),
        ("page.html", "an HTML page"),
        ("notes.docx", r"unknown kind of file '\.docx'; allowed: \.jsonl"),
    ],
)
def test_a_path_that_cannot_be_read_is_an_error_before_anything_is_read(tmp_path, name, message):
    """The error comes from the call itself, so that an hour of reading does not end in a typing error."""
    if name != "absent.jsonl":
        (tmp_path / name).touch()
    with pytest.raises(InputError, match=message):
        read([GOLDEN / "array.json", tmp_path / name])


def test_an_empty_folder_is_an_error(tmp_path):
    """Nothing to read is told, not passed over."""
    with pytest.raises(InputError, match="holds no file that can be read"):
        read([tmp_path])


def test_a_dataset_is_no_folder_of_articles(tmp_path):
    """Datasets below a folder are passed over whole; news in a folder called batches is read; a dataset alone is an error."""
    article = '{"id": "%s", "date": "2026-01-05", "text": "T."}'
    for name in ("batches/1.jsonl", "old/deep/article.jsonl", "old/event/2.jsonl", "old/batches/key/mention.jsonl"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(article % path.stem)
    with BatchFolder(tmp_path / "new"):  # at work on its first build
        (tmp_path / "new" / "reject.jsonl").write_text(article % "made")
        (tmp_path / "old" / "batches" / ".lock").touch()
        assert [result.article_id for result in read([tmp_path]) if isinstance(result, Article)] == ["1"]
    with pytest.raises(InputError, match="old is a dataset that Comity built"):
        read([tmp_path / "old"])


def test_the_given_id_wins_then_the_url_then_the_words():
    """The derived id depends on URL alone, else on source, date, title and text, and never on the file."""
    base: dict[str, object] = {"date": "2026-01-05", "title": "T", "text": "Words.", "source": "Wire"}
    assert article({**base, "id": "given-1", "url": "https://x.example/1"}).article_id == "given-1"
    assert article({**base, "article_id": "given-2"}).article_id == "given-2"
    assert article({**base, "url": "https://x.example/1"}).article_id == short_hash("https://x.example/1")
    assert article(base).article_id == short_hash("Wire", "2026-01-05T00:00:00", "T", "Words.")
    assert article({**base, "id": "  "}).article_id == article(base).article_id
    assert article({**base, "id": 0}).article_id == "0"


def test_title_alone_text_alone_and_neither():
    """Empty words make an article that the coder skips; an absent field makes none."""
    assert article({"date": "2026-01-05", "title": "  Two\n lines "}).title == "Two lines"
    assert article({"date": "2026-01-05", "text": "W."}).title is None
    assert article({"date": "2026-01-05", "text": "", "title": None}).text == ""
    assert isinstance(to_article({"date": "2026-01-05"}, ReadOptions(), Place("memory")), Reject)


def test_source_falls_back_to_option_host_and_unknown():
    """The publisher is never empty."""
    record: dict[str, object] = {"date": "2026-01-05", "text": "W."}
    assert article({**record, "url": "https://www.paper.example/a"}).source == "paper.example"
    assert article({**record, "url": "https://www.paper.example/a"}, ReadOptions(source="Wire")).source == "Wire"
    assert article({**record, "url": "http://[broken"}).source == "unknown"


@pytest.mark.parametrize(("given", "kept"), [("EN", "en"), ("en-GB", "en"), ("Korean", "ko"), ("zh_Hans", "zh"), ("", None)])
def test_languages_are_two_letters(given, kept):
    """Locales and common names are brought to ISO 639-1."""
    assert article({"date": "2026-01-05", "text": "W.", "language": given}).language == kept


def test_a_language_that_is_told_stands_in_and_overrides_none():
    """The option gives a language to records without one; what a record says of itself holds."""
    record: dict[str, object] = {"date": "2026-01-05", "text": "W."}
    assert article(record, ReadOptions(language="uk")).language == "uk"
    assert article({**record, "language": " "}, ReadOptions(language="uk")).language == "uk"
    assert article({**record, "language": "ja"}, ReadOptions(language="uk")).language == "ja"
    assert article(record).language is None


@pytest.mark.parametrize(
    ("field", "value", "reason"),
    [
        ("language", "Klingonese", "ISO 639-1"),
        ("source_country", "China", "alpha-3"),
        ("id", ["a"], "whole number"),
        ("id", "a\x00b", "control character"),
        ("url", "https://x\ny", "control character"),
        ("title", {"en": "T"}, "not dict"),
    ],
)
def test_fields_of_a_wrong_form_are_refused_with_their_value(field, value, reason):
    """The reject names the field, the value and what is allowed."""
    made = to_article({"date": "2026-01-05", "text": "W.", field: value}, ReadOptions(), Place("f.jsonl", 3))
    assert isinstance(made, Reject)
    assert field in made.reason
    assert reason in made.reason
    assert made.value


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-01-05", datetime(2026, 1, 5)),
        (" 20260105 ", datetime(2026, 1, 5)),
        (20260105, datetime(2026, 1, 5)),
        ("20260105083000", datetime(2026, 1, 5, 8, 30)),
        ("2026-01-05T08:30:00Z", datetime(2026, 1, 5, 8, 30)),
        ("2026-01-05T08:30+09:00", datetime(2026, 1, 4, 23, 30)),
        ("2026-01-05 08:30:00.123456789 +0900", datetime(2026, 1, 4, 23, 30, 0, 123456)),
        ("Mon, 05 Jan 2026 08:30:00 +0900", datetime(2026, 1, 4, 23, 30)),
        ("5 Jan 2026 08:30 EST", datetime(2026, 1, 5, 13, 30)),
        ("Mon, 05 Jan 2026", datetime(2026, 1, 5)),
    ],
)
def test_dates_in_their_usual_forms(text, moment):
    """Zones are shifted to UTC, missing times are midnight."""
    assert parse_published(text) == moment


@pytest.mark.parametrize(
    "text", ["05/01/2026", "2026-02-30", "2026-13-01", "Jan 5", "0206-01-05", "1736064000", "2026-W02-1", "٢٠٢٦٠١٠٥", True, 1.5]
)
def test_other_dates_are_refused_with_the_allowed_forms(text):
    """Ambiguous, impossible and absurd dates raise, naming what is allowed or the range."""
    with pytest.raises(ValueError, match=r"YYYY-MM-DD|1800-2100"):
        parse_published(text)


def test_options_are_checked_before_a_file_is_opened():
    """An unknown encoding or form of date is an error of the call."""
    with pytest.raises(InputError, match="unknown encoding 'utf-9'"):
        ReadOptions(encoding="utf-9")
    with pytest.raises(InputError, match="--date 'tomorrow': unknown form of date"):
        ReadOptions(date="tomorrow")
    for language in ("english", "EN", "en-GB", "ua", ""):
        with pytest.raises(InputError, match=rf"--language '{language}': no ISO 639-1 code; for instance en, zh"):
            ReadOptions(language=language)
