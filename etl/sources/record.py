"""One record of any file, as named fields -> an `Article`, or a `Reject` that says what was wrong.

An article without title and text is still read: it belongs to the count of what was published, and the coder skips it as
`empty`. A record that has neither *field* is refused, because then its words lie under a name we were not told.
"""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from etl.records import Article, Reject, short_hash
from etl.sources.markup import is_page, plain
from etl.sources.options import FIELDS, ReadOptions
from etl.sources.published import ALLOWED_FORMS, parse_published

_LANGUAGE = re.compile(r"(?P<code>[a-z]{2})(?:[-_][A-Za-z]{2,8})*")
# ISO 639-2 codes and English names that exports use in place of the two letters.
_LANGUAGE_NAMES = {
    "eng": "en", "english": "en", "zho": "zh", "chi": "zh", "chinese": "zh", "jpn": "ja", "japanese": "ja", "kor": "ko",
    "korean": "ko", "rus": "ru", "russian": "ru", "fra": "fr", "fre": "fr", "french": "fr", "deu": "de", "ger": "de",
    "german": "de", "spa": "es", "spanish": "es", "ara": "ar", "arabic": "ar", "por": "pt", "portuguese": "pt",
    "ita": "it", "italian": "it", "vie": "vi", "vietnamese": "vi", "ind": "id", "indonesian": "id",
}  # fmt: skip
_COUNTRY = re.compile(r"[A-Z]{3}")
_CONTROL = re.compile("[\x00-\x1f\x7f\ud800-\udfff]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_SHOWN = 200  # characters of a bad value that a reject shows


@dataclass(frozen=True, slots=True)
class Place:
    """Where a record stands: its file, and its line (or row) counted from 1."""

    file: str
    line: int | None = None

    def reject(self, reason: str, value: object = None, record_id: str | None = None) -> Reject:
        """Return a reject of the reading stage at this place."""
        shown = None if value is None else _SURROGATES.sub("\ufffd", str(value)[:_SHOWN])
        return Reject("read", self.file, self.line, record_id, reason, shown)


class ReadArticle(Article):
    """An article that knows its place. The place is no field of it: where an article stands changes nothing about it."""

    __slots__ = ("place",)

    place: Place


class _RefusedError(Exception):
    """A field that cannot be read: the reason and the value."""

    def __init__(self, reason: str, value: object) -> None:
        super().__init__(reason)
        self.reason, self.value = reason, value


def to_article(record: Mapping[str, object], options: ReadOptions, place: Place) -> Article | Reject:
    """Turn one record into an article, or say why it is none.

    The id given in the record is kept as it is; without one it is the hash of the URL, else of source, date, title and text.
    """
    found: str | None = None
    try:
        found = _identifier(_value(record, "id", options))
        article = _article(record, found, options)
        object.__setattr__(article, "place", place)
    except _RefusedError as refusal:
        return place.reject(refusal.reason, refusal.value, found)
    return article


def _article(record: Mapping[str, object], given_id: str | None, options: ReadOptions) -> ReadArticle:
    """Read every field in turn."""
    if not any(name in record for field in ("text", "title") for name in options.names(field)):
        present = ", ".join(sorted(map(str, record))[:20]) or "none"
        raise _RefusedError(
            f"neither a 'text' nor a 'title' field; fields present: {present}; name the words' own with --text-column",
            None,
        )
    title = _words("title", _value(record, "title", options))
    text = _words("text", _value(record, "text", options)) or ""
    url = _line("url", _value(record, "url", options))
    source = _line("source", _value(record, "source", options)) or options.source or _host(url) or "unknown"
    stamp = _value(record, "date", options)
    stamp = options.date if stamp is None else stamp
    if stamp is None:
        raise _RefusedError(f"no 'date'; give the field, or one day for all records with --date; allowed: {ALLOWED_FORMS}", None)
    try:
        published = parse_published(stamp)
    except ValueError as error:
        raise _RefusedError(f"date: {error}", stamp) from error
    title = " ".join(title.split()) if title else None
    derived = short_hash(url) if url else short_hash(source, published.isoformat(), title or "", text)
    return ReadArticle(
        article_id=given_id or derived,
        published_at=published,
        source=source,
        title=title or None,
        text=text,
        url=url,
        language=_language(_value(record, "language", options) or options.language),
        source_country=_country(_value(record, "source_country", options)),
    )


def _value(record: Mapping[str, object], field: str, options: ReadOptions) -> object:
    """Return the first non-empty value of a field under any of its names; None where there is none."""
    for name in options.names(field):
        value = record.get(name)
        missing = value is None or (isinstance(value, float) and math.isnan(value))
        if not missing and not (isinstance(value, str) and not value.strip()):
            return value
    return None


def _identifier(value: object) -> str | None:
    """Return a given id as text; numbers are taken as they are written."""
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, (str, int)):
        raise _RefusedError("id must be text or a whole number", value)
    identifier = str(value).strip()
    if _CONTROL.search(identifier):
        raise _RefusedError("id holds a control character or half a surrogate pair", repr(identifier))
    return identifier


def _words(field: str, value: object) -> str | None:
    """Return title or text as plain words."""
    if value is None:
        return None
    if not isinstance(value, str):
        raise _RefusedError(f"{field} must be text, not {type(value).__name__}", value)
    if is_page(value):
        raise _RefusedError(f"{field} is a whole HTML page; extract the article's own text first", value)
    return plain(value)


def _line(field: str, value: object) -> str | None:
    """Return a one-line text field."""
    if value is None:
        return None
    if not isinstance(value, str):
        raise _RefusedError(f"{field} must be text, not {type(value).__name__}", value)
    if _CONTROL.search(value.strip()):
        raise _RefusedError(f"{field} holds a control character or half a surrogate pair", repr(value))
    return value.strip()


def _host(url: str | None) -> str | None:
    """Return the publisher's host of a URL, without www; None where the URL has none."""
    try:
        host = urlsplit(url).hostname if url else None
    except ValueError:
        return None
    return (host.removeprefix("www.") or None) if host else None


def _language(value: object) -> str | None:
    """Return an ISO 639-1 code from a code, a locale (en-GB) or a common English name."""
    if value is None:
        return None
    text = value.strip() if isinstance(value, str) else ""
    match = _LANGUAGE.fullmatch(text.lower()) if text.isascii() else None
    code = _LANGUAGE_NAMES.get(text.lower()) or (match["code"] if match else None)
    if code is None:
        raise _RefusedError("language must be an ISO 639-1 code (en, zh) or a locale (en-GB)", value)
    return code


def _country(value: object) -> str | None:
    """Return an ISO 3166-1 alpha-3 code; whether such a country exists is for the tables to check."""
    if value is None:
        return None
    code = value.strip().upper() if isinstance(value, str) else ""
    if not _COUNTRY.fullmatch(code):
        raise _RefusedError("source_country must be an ISO 3166-1 alpha-3 code (CHN, KOR)", value)
    return code


def missing_fields(columns: list[str], options: ReadOptions) -> list[str]:
    """Return the fields a table cannot do without and does not have: the date, and one of text and title."""
    absent = []
    if options.date is None and not set(columns) & set(options.names("date")):
        absent.append("date (or published_at)")
    if not set(columns) & {*options.names("text"), *options.names("title")}:
        absent.append("text (or title)")
    absent.extend(f"{column} (mapped to {field})" for field, column in options.columns.items() if column not in columns)
    return absent


def wanted_columns(columns: list[str], options: ReadOptions) -> list[str]:
    """Return the columns of a table that hold a field of an article, in the table's order."""
    names = {name for field in FIELDS for name in options.names(field)}
    return [column for column in columns if column in names]
