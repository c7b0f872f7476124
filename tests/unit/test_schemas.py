"""The models: they build, use what columns declares, and say what is wrong with a row."""

import ast
import inspect

import pyarrow as pa
import pytest
import table_corpus

from etl.load import frame, split
from schemas import ORDER, PARTS, TABLES, arrow_schema, columns
from schemas.view import VIEWS

ALL = {**TABLES, **{f"{name} part": model for name, model in PARTS.items()}, **VIEWS}


@pytest.mark.parametrize("name", ALL)
def test_every_column_is_built_and_described(name):
    """No column is lost between declaration and schema, each in its place, and each has a description."""
    model = ALL[name]
    declared = {}
    for base in reversed(inspect.getmro(model)):
        if base.__module__.startswith("schemas"):
            declared |= dict.fromkeys(inspect.get_annotations(base))
    schema = arrow_schema(model)
    assert list(model.to_schema().columns) == list(declared)
    assert schema.names == list(declared)
    assert all(field.metadata[b"description"] for field in schema)


def test_every_declared_column_is_used():
    """A name in schemas.columns that no model calls is dead."""
    import schemas.columns as module

    used = set()
    for model in ALL.values():
        for base in inspect.getmro(model):
            if base.__module__.startswith("schemas"):
                used |= {
                    node.attr
                    for node in ast.walk(ast.parse(inspect.getsource(inspect.getmodule(base))))
                    if isinstance(node, ast.Attribute)
                }
    public = {name for name, value in vars(module).items() if not name.startswith("_") and callable(value) and name != "partial"}
    assert public - used == set()


def test_types_in_parquet():
    """Days are dates, moments microseconds, counts 32 bits, ids strings; only what may be missing is nullable."""
    schema = arrow_schema(TABLES["event"])
    assert schema.field("event_date").type == pa.date32()
    assert schema.field("first_published").type == pa.timestamp("us")
    assert schema.field("n_mentions").type == pa.int32()
    assert schema.field("event_code").type == pa.string()
    assert schema.field("source_country").nullable
    assert not schema.field("event_id").nullable


@pytest.mark.parametrize("table", TABLES)
def test_order_names_columns_of_the_table(table):
    """The columns that a table is sorted by exist."""
    assert set(ORDER[table]) <= set(arrow_schema(TABLES[table]).names)


BAD_MENTIONS = {
    "event_code": ("42", "event_code: str_matches"),
    "event_root_code": ("04", "row: root_begins_code"),
    "source_country": ("China", "source_country: str_matches"),
    "source_role": (None, "source_role: not_nullable"),
    "status": ("maybe", "status: isin"),
    "confidence": (1.2, "confidence: less_than_or_equal_to"),
    "is_domestic": (True, "row: domestic_means_one_country"),
    "trigger_start": (0, "row: trigger_stands_in_evidence"),
    "source_end": (3, "row: source_stands_in_evidence"),
    "target_text": ("Korea", "row: target_stands_in_evidence"),
    "event_date": ("soon", "event_date: type"),
    "sentence_index": ("first", "sentence_index: type"),
    "trigger_end": (12.5, "trigger_end: type"),
    "date_precision": ("decade", "date_precision: isin"),
}


@pytest.mark.parametrize("column", BAD_MENTIONS)
def test_bad_mention_is_named_by_column_and_check(column):
    """One bad value among good rows fails that row only, and the reject says which check it failed."""
    value, check = BAD_MENTIONS[column]
    rows = frame([table_corpus.mention(article_id=f"a{number}") for number in range(3)], "mention", "test-1")
    bad_id = rows["mention_id"][1]
    rows.loc[1, column] = value
    good, rejects = split("mention", rows)
    assert len(good) == 2
    assert bad_id not in set(good["mention_id"])
    assert list(rejects["record_id"]) == [bad_id]
    assert check in rejects["check"][0]
    assert column in rejects["reason"][0] or "row: " in check


def test_second_of_two_rows_with_one_key_fails():
    """Of rows that share a key the first stays."""
    rows = frame([table_corpus.mention(), table_corpus.mention()], "mention", "test-1")
    good, rejects = split("mention", rows)
    assert len(good) == 1
    assert "uniqueness" in rejects["check"][0]


def test_code_pattern_knows_roots_bases_and_full_codes():
    """Codes are two to four digits whose root is 01 to 20."""
    import re

    assert all(re.match(columns.CODE, code) for code in ("01", "042", "1823", "20", "204"))
    assert not any(re.match(columns.CODE, code) for code in ("42", "00", "21", "0", "04222", "X", "---"))
