"""What a reader may be told about its input: encoding, column names, and defaults for what the records leave out."""

import codecs
from collections.abc import Mapping
from dataclasses import dataclass, field

from etl.errors import InputError
from etl.sources.published import parse_published

FIELDS: Mapping[str, tuple[str, ...]] = {
    "id": ("id", "article_id"),
    "date": ("date", "published_at"),
    "title": ("title",),
    "text": ("text",),
    "source": ("source",),
    "url": ("url",),
    "language": ("language",),
    "source_country": ("source_country",),
}
"""Each field of an article and the names it is looked for under, in order of preference."""

LANGUAGES = frozenset(
    (
        "aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en "
        "eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja "
        "jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb "
        "nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq "
        "sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu"
    ).split(" ")
)
"""The codes of ISO 639-1."""


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How to read files whose records do not say everything.

    `encoding` is any text encoding Python knows. `columns` maps a field (a key of `FIELDS`) to the name it bears in the input
    and is tried before the usual names. `date`, `source` and `language` (an ISO 639-1 code) stand in where a record has none;
    they never override one that it has.

    Raises InputError for an unknown encoding, field or language, or a date of unknown form.
    """

    encoding: str = "utf-8"
    columns: Mapping[str, str] = field(default_factory=dict)
    date: str | None = None
    source: str | None = None
    language: str | None = None

    def __post_init__(self) -> None:
        """Refuse what cannot be meant, before any file is opened."""
        try:
            codecs.lookup(self.encoding)
            "".encode(self.encoding)
        except LookupError as error:
            raise InputError(f"unknown encoding {self.encoding!r}; for instance utf-8, windows-1252, gb18030, utf-16") from error
        if self.date is not None:
            try:
                parse_published(self.date)
            except ValueError as error:
                raise InputError(f"--date {self.date!r}: {error}") from error
        if self.language is not None and self.language not in LANGUAGES:
            raise InputError(f"--language {self.language!r}: no ISO 639-1 code; for instance en, zh, es, uk")
        unknown = sorted(set(self.columns) - set(FIELDS))
        if unknown:
            raise InputError(f"unknown field {', '.join(map(repr, unknown))} in the column mapping; allowed: {', '.join(FIELDS)}")

    def names(self, name: str) -> tuple[str, ...]:
        """Return the input names to try for a field, the mapped one first."""
        mapped = self.columns.get(name)
        return FIELDS[name] if mapped is None else (mapped, *FIELDS[name])
