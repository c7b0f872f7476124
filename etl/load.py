"""Records -> validated frames -> sorted, atomic Parquet; rows that fail a check -> `reject`.

Tables that fit in memory are written and read here, and the parts that a batch gives; `etl.merge` builds the dataset from these.
"""

import contextlib
import hashlib
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, fields
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import pandas as pd
import pandera.pandas as pandera
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.dataset as ds
import pyarrow.parquet as pq

from etl.errors import DictionaryError, InputError, OutputError
from etl.parquet import drop_event_parts, event_file_schema, location, ordered, write_event_part, write_file
from etl.records import Article, CodedArticle, Mention, Party, Place, Reject, short_hash
from etl.sink import replacing
from schemas import ORDER, PARTS, TABLES, arrow_schema, frame_schema
from schemas.dictionary import FILES

VALUE_CHARACTERS = 200

_KEYS = ("mention_id", "event_id", "article_id", "story_id", "iso3", "event_code")
_PLACE_FIELDS = tuple(field.name for field in fields(Place))
_EVENT_PARTITIONS = pa.schema([("dataset", pa.string()), ("year", pa.int16())])


def frame(records: Iterable[CodedArticle | Mention | Reject], table: str, coder_version: str = "unversioned") -> pd.DataFrame:
    """Return `records` as rows of `table` (article, article_text, mention or reject), one column per column of its model.

    Article tables take `CodedArticle`s; `mention` takes these or `Mention`s; `reject` takes `Reject`s. Until all articles are
    seen together `story_id` is the article's id and no agency is known. Values are as the records hold them: `split` converts and
    checks them.
    """
    rows = [row for record in records for row in _rows(record, table, coder_version)]
    return pd.DataFrame(rows, columns=list(arrow_schema(TABLES[table]).names), dtype=object)


def _rows(record: CodedArticle | Mention | Reject, table: str, coder_version: str) -> Iterator[dict[str, Any]]:
    """Yield the rows of `table` that one record gives."""
    if isinstance(record, Reject) and table == "reject":
        yield {**asdict(record), "check": None, "value": shorten(record.value)}
    elif isinstance(record, Mention) and table == "mention":
        yield mention_row(record, coder_version)
    elif isinstance(record, CodedArticle) and table == "mention":
        yield from (mention_row(mention, coder_version) for mention in record.mentions)
    elif isinstance(record, CodedArticle) and table == "article_text":
        yield {"article_id": record.article.article_id, "title": record.article.title, "text": record.article.text}
    elif isinstance(record, CodedArticle) and table == "article":
        article = record.article
        yield {
            "article_id": article.article_id,
            "story_id": article.article_id,
            "source": article.source,
            "source_country": article.source_country,
            "url": article.url,
            "title": article.title,
            "language": article.language,
            "published_at": article.published_at,
            "n_sentences": record.n_sentences,
            "n_candidates": record.n_candidates,
            "n_mentions": len(record.mentions),
            "text_sha256": sha256_of(article.text),
            "skipped": record.skipped,
            "agency": None,
        }
    else:
        message = f"A {type(record).__name__} gives no rows of table {table}."
        raise TypeError(message)


def sha256_of(text: str) -> str:
    """Return the SHA-256 of a text as UTF-8, in hex."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def mention_row(mention: Mention, coder_version: str) -> dict[str, Any]:
    """Return a mention as a row of table `mention`."""
    row = {
        field.name: getattr(mention, field.name) for field in fields(mention) if field.name not in {"source", "target", "place"}
    }
    row.update(_side_row("source", mention.source), **_side_row("target", mention.target), **_place_row(mention.place))
    return row | {
        "mention_id": mention.mention_id,
        "story_id": mention.article_id,
        "event_root_code": mention.event_root_code,
        "is_domestic": mention.is_domestic,
        "coder_version": coder_version,
    }


def _place_row(place: Place | None) -> dict[str, Any]:
    """Return the seven columns of the place of a mention."""
    return {name if name in {"latitude", "longitude"} else f"place_{name}": getattr(place, name, None) for name in _PLACE_FIELDS}


def _side_row(side: str, party: Party) -> dict[str, Any]:
    """Return the eight columns of one side of a mention."""
    return {f"{side}_{field.name}": getattr(party, field.name) for field in fields(party)}


def split(table: str, frame: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the rows of `frame` that meet the table's model, and the others as rows of `reject`.

    A row that fails gives one reject: stage `load`, the table as file, the checks it fails and the first value.
    Raises `OutputError` where the columns themselves are not the model's: that is a fault of the program, not of a row.
    """
    good, failures = sift(table, frame, TABLES[table])
    return good.reset_index(drop=True), reject_rows(table, frame, failures)


def sift(table: str, frame: pd.DataFrame, model: type[pandera.DataFrameModel]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the rows that meet `model`, and one row (check, reason, value) for each other; both keep the index of `frame`.

    Raises `OutputError` as `split` does, and where the index is not unique.
    """
    schema = arrow_schema(model)
    if set(frame.columns) != set(schema.names):
        different = sorted(set(frame.columns) ^ set(schema.names))
        raise OutputError(f"Table {table} does not have the columns of its model; these differ: {', '.join(different)}.")
    if not frame.index.is_unique:
        raise OutputError(f"The rows of table {table} are not told apart by their index.")
    typed, failures = _typed(frame[schema.names], schema)
    good = typed[~typed.index.isin(failures["index"])]
    try:
        good = frame_schema(model).validate(good, lazy=True)
    except pandera.errors.SchemaErrors as errors:
        cases = errors.failure_cases
        if cases["index"].isna().any():
            raise OutputError(f"Table {table} does not fit its model:\n{cases.to_string()}") from errors
        failures = pd.concat([failures, _failures(cases)], ignore_index=True)
        good = frame_schema(model).validate(good[~good.index.isin(failures["index"])], lazy=True)
    by_row = failures.groupby("index")
    joined = {
        "check": by_row["check"].agg("; ".join),
        "reason": by_row["reason"].agg("; ".join),
        "value": by_row["value"].first(),
    }
    return good, pd.DataFrame(joined, dtype=object)


def _typed(frame: pd.DataFrame, schema: pa.Schema) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Convert each column to its type; return the frame and the cells that will not convert (index, check, reason, value)."""
    columns, failures = {}, []
    for field in schema:
        raw = frame[field.name]
        column = _convert(raw, field.type)
        missing = column.isna()
        bad = missing & (raw.notna() | (not field.nullable))
        if pa.types.is_integer(field.type):
            column = column.where(column.isna() | (column % 1 == 0))
            bad |= column.isna() & ~missing
            column = column.astype("Int64") if field.nullable else column.fillna(0).astype("int64")
        elif pa.types.is_boolean(field.type):
            column = column.fillna(value=False).astype(bool)
        elif pa.types.is_string(field.type):
            bad &= raw.notna()  # an empty text is Pandera's to judge: dtype and nullability are one check there
        columns[field.name] = column
        for index in frame.index[bad]:
            reason = f"{field.name} is no {field.type}" if pd.notna(raw[index]) else f"{field.name} is missing"
            failures.append((index, f"{field.name}: type", reason, shorten(raw[index])))
    return pd.DataFrame(columns, index=frame.index), pd.DataFrame(failures, columns=["index", "check", "reason", "value"])


def _convert(raw: "pd.Series[Any]", kind: pa.DataType) -> "pd.Series[Any]":
    """Convert a column to `kind`; what cannot be converted becomes missing."""
    if pa.types.is_integer(kind) or pa.types.is_floating(kind):
        return pd.to_numeric(raw, errors="coerce").astype("float64")
    if pa.types.is_temporal(kind):
        moments = pd.to_datetime(raw, errors="coerce").astype("datetime64[us]")
        return moments.dt.normalize() if pa.types.is_date(kind) else moments
    if pa.types.is_boolean(kind):
        return raw.where(raw.isin([True, False]))
    try:
        return raw.astype("str")
    except UnicodeEncodeError:  # half of a surrogate pair, from a broken escape in JSON: no file can hold it
        return raw.where(raw.map(_is_writable)).astype("str")


def _is_writable(value: object) -> bool:
    """Return whether a value can be written as UTF-8."""
    with contextlib.suppress(UnicodeEncodeError):
        str(value).encode()
        return True
    return False


def _failures(cases: pd.DataFrame) -> pd.DataFrame:
    """Bring Pandera's failure cases to one row for each row and check: a check over whole rows comes once for each column."""
    is_column = cases["schema_context"] == "Column"
    check = (cases["column"].astype("str") + ": ").where(is_column, "row: ") + cases["check"].astype("str")
    value = cases["failure_case"].where(is_column).map(shorten, na_action="ignore")
    found = pd.DataFrame({"index": cases["index"].astype("int64"), "check": check, "reason": "fails " + check, "value": value})
    return found.drop_duplicates(["index", "check"])


def reject_rows(table: str, frame: pd.DataFrame, failures: pd.DataFrame) -> pd.DataFrame:
    """Return the failures of `sift` as rows of `reject`, with the id of the row that failed."""
    if failures.empty:  # as nearly always
        return _no_rejects().copy()
    key = next((name for name in _KEYS if name in frame.columns), None)
    ids = [None if key is None else shorten(frame[key][index]) for index in failures.index]
    rows = constant(failures, {"stage": "load", "file": table, "line": None})
    rows["record_id"] = pd.Series(ids, index=rows.index, dtype=object)
    schema = arrow_schema(TABLES["reject"])
    return _typed(rows[schema.names].reset_index(drop=True), schema)[0]


@cache
def _no_rejects() -> pd.DataFrame:
    """Return the table `reject` without rows."""
    schema = arrow_schema(TABLES["reject"])
    return _typed(pd.DataFrame(columns=schema.names, dtype=object), schema)[0]


def shorten(value: object) -> str | None:
    """Return a value as text of at most 200 characters that can be written anywhere; None where there is none."""
    if value is None or value is pd.NaT or (isinstance(value, float) and pd.isna(value)) or value is pd.NA:
        return None
    return str(value)[:VALUE_CHARACTERS].encode("utf-8", "backslashreplace").decode()


def content_hash(article: Article) -> str:
    """Return the hash of everything read about an article: with the coder's version, the key of what is coded already."""
    return short_hash(*(repr(getattr(article, field.name)) for field in fields(article)))


def write_batch(coded: Sequence[CodedArticle], rejects: Iterable[Reject], directory: Path, coder_version: str) -> None:
    """Write what came of one batch as `directory`/{article,article_text,mention,reject}.parquet, replacing what was there.

    The folder appears whole or not at all. An article that fails a check goes to `reject` with all it holds; a mention that fails
    goes alone. Repeated articles are written as often as they were read: `etl.merge` settles which one stays.
    """
    versions = {"coder_version": coder_version}
    hashes = [content_hash(record.article) for record in coded]
    once = list(dict(zip(hashes, coded, strict=True)).items())
    articles = frame(coded, "article").drop(columns="agency").assign(content_hash=hashes).pipe(constant, versions)
    texts = (
        frame([record for _, record in once], "article_text")
        .assign(content_hash=[key for key, _ in once])
        .pipe(constant, versions)
    )
    mentions = frame([record for _, record in once], "mention", coder_version)
    mentions["content_hash"] = [key for key, record in once for _ in record.mentions]

    refused = frame(rejects, "reject")
    refused["content_hash"] = None
    good_texts, bad_texts = sift("article_text", texts, PARTS["article_text"])
    unwritable = articles["content_hash"].isin(texts["content_hash"][bad_texts.index])
    failed_texts = constant(
        articles[unwritable], {"check": "text: type", "reason": "text cannot be written as UTF-8", "value": None}
    )
    good_articles, bad_articles = sift("article", articles[~unwritable], PARTS["article"])
    kept = set(good_articles["content_hash"])
    mentions = mentions[mentions["content_hash"].isin(kept)]
    good_mentions, bad_mentions = sift("mention", mentions, PARTS["mention"])
    counts = good_mentions.groupby("content_hash").size()
    good_articles["n_mentions"] = good_articles["content_hash"].map(counts).fillna(0).astype("int64")

    lost = reject_rows("mention", mentions, bad_mentions)
    lost["content_hash"] = list(mentions["content_hash"][bad_mentions.index])
    article_rejects = [
        reject_rows("article", articles, bad) for bad in (failed_texts[["check", "reason", "value"]], bad_articles)
    ]
    parts = {
        "article": good_articles,
        "article_text": good_texts[good_texts["content_hash"].isin(kept)],
        "mention": good_mentions,
        "reject": pd.concat(
            [refused.astype(object), *(rows.astype(object) for rows in (*article_rejects, lost))], ignore_index=True
        ),
    }
    parts["reject"] = sift("reject", constant(parts["reject"], versions), PARTS["reject"])[0]
    tables = {name: as_arrow(part, PARTS[name]) for name, part in parts.items()}
    with replacing(directory) as unfinished:
        for name, rows in tables.items():
            write_file(ordered(rows, ORDER[name]).to_batches(), rows.schema, unfinished / f"{name}.parquet")


def as_arrow(frame: pd.DataFrame, model: type[pandera.DataFrameModel]) -> pa.Table:
    """Return a validated frame as an Arrow table of its model, without what pandas would note of itself and its version."""
    return pa.Table.from_pandas(frame, schema=arrow_schema(model), preserve_index=False).replace_schema_metadata(None)


def write(table: str, frame: pd.DataFrame, directory: Path) -> None:
    """Write a validated frame as the whole table; of events, replace the partitions of the datasets in the frame."""
    rows = ordered(as_arrow(frame, TABLES[table]), ORDER[table])
    if table != "event":
        write_file(rows.to_batches(), rows.schema, location(table, directory))
        return
    years = pc.year(rows["event_date"])
    for dataset in sorted(set(rows["dataset"].to_pylist())):
        of_dataset = pc.equal(rows["dataset"], dataset)
        written = set()
        for year in sorted(set(years.filter(of_dataset).to_pylist())):
            part = rows.filter(pc.and_(of_dataset, pc.equal(years, year)))
            written.add(write_event_part(part.to_batches(), dataset, year, directory))
        drop_event_parts(dataset, directory, keep=written)


def read(table: str, directory: Path) -> pd.DataFrame:
    """Return a table as a frame with its model's types. Raises `InputError` where it does not exist."""
    path = location(table, directory)
    if not path.exists():
        raise InputError(f"{directory} holds no table {table}; `comity build` makes one.")
    schema = arrow_schema(TABLES[table])
    if table == "event":
        partitions = ds.partitioning(_EVENT_PARTITIONS, flavor="hive")
        file_schema = pa.schema([*event_file_schema(), *_EVENT_PARTITIONS])
        rows = ordered(
            ds.dataset(path, file_schema, format="parquet", partitioning=partitions).to_table(schema.names), ORDER[table]
        )
    else:
        rows = pq.read_table(path, partitioning=None)
    return _typed(rows.to_pandas(integer_object_nulls=True, date_as_object=False), schema)[0]


def read_dictionary(table: str, directory: Path) -> pd.DataFrame:
    """Return `country`, `cameo_code` or `score_table` from its CSV file in `directory`, validated.

    Raises `DictionaryError` naming file, row, column and value of each fault.
    """
    path = directory / FILES[table][0]
    try:
        content = path.read_bytes()
    except OSError as error:
        raise DictionaryError(f"{path} cannot be read: {error}") from error
    return _checked(table, path, content).copy()


@lru_cache(maxsize=8)  # a build reads the scores twice, and who builds again and again, all of them
def _checked(table: str, path: Path, content: bytes) -> pd.DataFrame:
    """Return the content of a dictionary's file as a validated frame."""
    model = FILES[table][1]
    try:
        raw = pd.read_csv(io.BytesIO(content), dtype=str, keep_default_na=False, encoding="utf-8")
    except ValueError as error:
        raise DictionaryError(f"{path} cannot be read: {error}") from error
    wanted = arrow_schema(model).names
    if list(raw.columns) != wanted:
        raise DictionaryError(f"{path} has the columns {', '.join(raw.columns)}; they must be {', '.join(wanted)}.")
    good, rejects = split(table, raw.astype(object).mask(raw == "", None))
    if len(rejects):
        faults = "\n".join(f"  {row['record_id']}: {row['reason']} (value {row['value']})" for row in rejects.to_dict("records"))
        raise DictionaryError(f"{path} breaks its rules:\n{faults}")
    return good


def constant(frame: pd.DataFrame, values: Mapping[str, object]) -> pd.DataFrame:
    """Return `frame` with columns that hold one value in every row."""
    return frame.assign(
        **{name: pd.Series([value] * len(frame), index=frame.index, dtype=object) for name, value in values.items()}
    )
