"""Labelled articles and what a coder said about them, read from JSON lines and checked.

A gold item is `{id, stratum?, date?, title?, text?, events: [{source, target, code, status, date?, evidence?, sentence?, alt?}],
forbidden?: [{source, target}]}`; tests/gold/README.md says what each field means.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from etl.errors import InputError
from etl.records import STATUSES, Article, CodedArticle
from etl.sources import ReadOptions
from etl.sources.record import Place, to_article

ROOTS = tuple(f"{root:02d}" for root in range(1, 21))
# Strata that are split into halves: r02 ... r20 by root, none_* without an event.
_HALVED = ("r0", "r1", "r2", "none_", "n_official", "n_body", "n_world")
_CODE = re.compile(r"(?:0[1-9]|1\d|20)\d{1,2}")
_PARTY = re.compile(r"[A-Z]{3}")
_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")


@dataclass(frozen=True, slots=True)
class GoldEvent:
    """One labelled act. `alt` is a second code that is as good; `date` is YYYY-MM-DD, YYYY-MM, YYYY or None."""

    source: str
    target: str
    code: str
    status: str
    alt: str | None = None
    date: str | None = None
    evidence: str | None = None
    sentence: str | int | None = None


@dataclass(frozen=True, slots=True)
class GoldItem:
    """One labelled article; `forbidden` holds directed dyads that must not be coded in it."""

    id: str
    stratum: str
    events: tuple[GoldEvent, ...]
    forbidden: frozenset[tuple[str, ...]] = frozenset()
    date: str | None = None
    title: str | None = None
    text: str = ""


def half(item: GoldItem) -> str:
    """Return the half of the gold that an item belongs to, `dev` or `test`.

    Items are told apart by a hash of their id; the hold-out, the unseen reports, the fresh briefs and the fresh pages are for
    testing as a whole, and the strata that were written before there were halves, and mended against, are `dev` as a whole.
    Whoever mends rules does not look at the test half.
    """
    if item.stratum.startswith(_HALVED):
        return "dev" if int(hashlib.sha256(item.id.encode()).hexdigest()[:8], 16) % 2 == 0 else "test"
    return "test" if item.id.startswith(("holdout-", "unseen-", "fresh-")) else "dev"


@dataclass(frozen=True, slots=True)
class Prediction:
    """One coded mention, as far as measuring needs it. A side is its country or, where it has none, its role (a body's code)."""

    source: str | None
    target: str | None
    code: str
    status: str = "happened"
    date: str | None = None


def load_gold(paths: Sequence[Path]) -> list[GoldItem]:
    """Read gold files in the order given.

    Raises InputError with file, line, value and what is allowed for anything malformed, and for an id that appears twice.
    """
    items: dict[str, GoldItem] = {}
    for path in paths:
        for number, record in json_lines(path):
            item = _item(record, f"{path}, line {number}", path.stem)
            if item.id in items:
                raise InputError(f"{path}, line {number}: id {item.id!r} appears a second time")
            items[item.id] = item
    if not items:
        raise InputError(f"no gold items in {', '.join(map(str, paths)) or 'no file at all'}")
    return list(items.values())


def load_predictions(path: Path) -> dict[str, list[Prediction]]:
    """Read mentions as `comity code` writes them (JSON lines), by article.

    Raises InputError, with file and line, for a row without article_id or event_code.
    """
    found: dict[str, list[Prediction]] = {}
    for number, record in json_lines(path):
        if record.get("article_id") is None or not record.get("event_code"):
            fields = ", ".join(record)
            raise InputError(f"{path}, line {number}: a mention needs article_id and event_code; fields found: {fields}")
        day = record.get("event_date")
        prediction = Prediction(
            _optional(record.get("source_country")) or _optional(record.get("source_role")),
            _optional(record.get("target_country")) or _optional(record.get("target_role")),
            str(record["event_code"]),
            str(record.get("status", "happened")),
            None if day is None else str(day)[:10],
        )
        found.setdefault(str(record["article_id"]), []).append(prediction)
    return found


def to_predictions(coded: Iterable[CodedArticle]) -> dict[str, list[Prediction]]:
    """Return the mentions of coded articles, by article, without a detour through a file."""
    return {
        article.article.article_id: [
            Prediction(
                one.source.country or one.source.role,
                one.target.country or one.target.role,
                one.event_code,
                one.status,
                one.event_date.isoformat(),
            )
            for one in article.mentions
        ]
        for article in coded
    }


def to_articles(items: Iterable[GoldItem]) -> Iterator[Article]:
    """Yield the articles of gold items, ready to be coded. Raises InputError for an item without date."""
    for item in items:
        record = {"id": item.id, "date": item.date, "title": item.title, "text": item.text, "language": "en", "source": "gold"}
        article = to_article(record, ReadOptions(), Place("gold"))
        if not isinstance(article, Article):
            raise InputError(f"gold item {item.id}: {article.reason}")
        yield article


def json_lines(path: Path) -> Iterator[tuple[int, dict[str, object]]]:
    """Yield each line's number, from 1, and its object. Raises InputError for a file or line that cannot be read."""
    try:
        with path.open(encoding="utf-8") as stream:
            for number, line in enumerate(stream, start=1):
                if not line.strip():
                    continue
                record = json.loads(line)
                if not isinstance(record, dict):
                    raise InputError(f"{path}, line {number}: must be a JSON object, not {type(record).__name__}")
                yield number, record
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: not valid UTF-8 ({error.reason} at byte {error.start})") from error
    except json.JSONDecodeError as error:
        raise InputError(f"{path}, line {number}: not valid JSON ({error.msg})") from error


def _item(record: Mapping[str, object], where: str, default_stratum: str) -> GoldItem:
    """Check one gold item."""
    if record.get("id") in (None, ""):
        raise InputError(f"{where}: no id; fields found: {', '.join(record)}")
    where = f"{where}, id {record['id']}"
    events, forbidden = record.get("events"), record.get("forbidden", [])
    if not isinstance(events, list) or not isinstance(forbidden, list):
        raise InputError(f"{where}: 'events' and 'forbidden' must be lists; give [] for an item without events")
    title, text = _optional(record.get("title")), _optional(record.get("text")) or ""
    return GoldItem(
        id=str(record["id"]),
        stratum=str(record.get("stratum") or default_stratum),
        events=tuple(_event(event, where) for event in events),
        forbidden=frozenset((_party(pair, "source", where), _party(pair, "target", where)) for pair in forbidden),
        date=_matching(record.get("date"), _DATE, "date", "YYYY-MM-DD", where) if record.get("date") else None,
        title=title,
        text=text,
    )


def _event(event: object, where: str) -> GoldEvent:
    """Check one labelled act."""
    if not isinstance(event, dict):
        raise InputError(f"{where}: an event must be an object, not {event!r}")
    status, sentence, evidence = event.get("status"), event.get("sentence"), _optional(event.get("evidence"))
    if status not in STATUSES:
        raise InputError(f"{where}: status {status!r}; allowed: {', '.join(STATUSES)}")
    if sentence is not None and sentence != "title" and not isinstance(sentence, int):
        raise InputError(f"{where}: sentence {sentence!r}; allowed: 'title' or a number from 0")
    return GoldEvent(
        source=_party(event, "source", where),
        target=_party(event, "target", where),
        code=_matching(event.get("code"), _CODE, "code", "a CAMEO code of three or four digits, root 01-20", where),
        status=str(status),
        alt=_matching(event["alt"], _CODE, "alt", "a CAMEO code of three or four digits", where) if event.get("alt") else None,
        date=_matching(event["date"], _DATE, "date", "YYYY-MM-DD, YYYY-MM or YYYY", where) if event.get("date") else None,
        evidence=evidence,
        sentence=sentence,
    )


def _party(pair: object, side: str, where: str) -> str:
    """Check one side of a dyad."""
    value = pair.get(side) if isinstance(pair, dict) else None
    return _matching(value, _PARTY, side, "a country's ISO 3166-1 alpha-3 code", where)


def _matching(value: object, pattern: re.Pattern[str], name: str, allowed: str, where: str) -> str:
    """Return a value that has the form it must have."""
    if not isinstance(value, str) or not pattern.fullmatch(value):
        raise InputError(f"{where}: {name} {value!r}; allowed: {allowed}")
    return value


def _optional(value: object) -> str | None:
    """Return text, or None for what is missing or empty."""
    return str(value) if value not in (None, "") else None
