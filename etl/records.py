"""The records that flow through the pipeline: frozen, slotted, plain Python.

Tables exist only at the edges (`etl.load`); between reading and loading there are these. Offsets are 0-based character
offsets, end exclusive. Dates are `datetime.date`; moments are naive `datetime.datetime` in UTC.
"""

import hashlib
from dataclasses import dataclass
from datetime import date, datetime

STATUSES = ("happened", "announced", "hypothetical", "negated", "recalled", "alleged")
"""How an act is asserted."""
LIVE = frozenset(STATUSES[:2])
"""The statuses that make events and that accuracy is about."""


def short_hash(*parts: str) -> str:
    """Return the first 16 hex digits of the SHA-256 of `parts`, joined by a unit separator."""
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Article:
    """One news article as read from a source.

    `language` is an ISO 639-1 code, or None where the source does not say; `source_country` is ISO 3166-1 alpha-3 or None.
    """

    article_id: str
    published_at: datetime
    source: str
    title: str | None
    text: str
    url: str | None = None
    language: str | None = None
    source_country: str | None = None


@dataclass(frozen=True, slots=True)
class Reject:
    """A record that could not become a row, and why.

    `stage` is the step that refused it (`read`, `code` or `load`; table `reject` also has `import`, for event data of others);
    `line` counts from 1 and is None where lines mean nothing.
    """

    stage: str
    file: str
    line: int | None
    record_id: str | None
    reason: str
    value: str | None = None


@dataclass(frozen=True, slots=True)
class Party:
    """One side of a mention: who it is, and how the text said so.

    `country` is ISO3, or None for an international body; `role` is a CAMEO sector (GOV, MIL ...) or, for a body, its CAMEO
    code (UNO, EUR ...); `basis` says what identified the country (name, adjective, office, person, capital, coreference ...).
    `start` and `end` are offsets of `text` in the evidence sentence; None where the party is taken from another sentence.
    """

    country: str | None
    role: str
    name: str
    text: str
    start: int | None
    end: int | None
    basis: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where an act happened, as the text says; never the centre of a country.

    `kind` is capital, city, site, region, island, water or line; `precision` says how close the coordinates are: site, city,
    region, water, or near where the text says "near" or "off". `country` is ISO 3166-1 alpha-3, None at sea and where it is in
    dispute; `latitude` and `longitude` are degrees north and east.
    """

    name: str
    geonames_id: int | None
    kind: str
    precision: str
    country: str | None
    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Mention:
    """One act, asserted in one sentence: a source does something to a target.

    `status` is one of happened, announced, hypothetical, negated, recalled, alleged. `evidence` is the sentence itself and
    `trigger_start`, `trigger_end` are offsets into it. `rule_id` names the dictionary row that fired.
    """

    article_id: str
    sentence_index: int
    evidence: str
    source: Party
    target: Party
    trigger_text: str
    trigger_start: int
    trigger_end: int
    event_code: str
    status: str
    speaker_country: str | None
    event_date: date
    date_precision: str
    date_text: str | None
    date_basis: str
    rule_id: str
    confidence: float
    place: Place | None = None

    @property
    def event_root_code(self) -> str:
        """The two-digit CAMEO root of the event code."""
        return self.event_code[:2]

    @property
    def is_domestic(self) -> bool:
        """Whether both sides belong to one country."""
        return self.source.country is not None and self.source.country == self.target.country

    @property
    def mention_id(self) -> str:
        """A deterministic id over article, sentence, both sides, the act and its status."""
        return short_hash(
            self.article_id,
            str(self.sentence_index),
            self.source.country or self.source.role,
            str(self.source.start),
            self.target.country or self.target.role,
            str(self.target.start),
            self.event_code,
            self.status,
            str(self.trigger_start),
        )


@dataclass(frozen=True, slots=True)
class CodedArticle:
    """What the coder made of one article.

    `skipped` is None, or why the article was not coded (`language`, `empty`); `unmatched` holds capitalised names that stood
    in a slot of a frame and are in no dictionary, the work list of the next dictionary release.
    """

    article: Article
    n_sentences: int
    n_candidates: int
    mentions: tuple[Mention, ...]
    skipped: str | None = None
    unmatched: tuple[str, ...] = ()
