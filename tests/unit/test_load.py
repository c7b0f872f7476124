"""Records -> frames -> good rows and rejects -> Parquet, and back."""

import hashlib
from datetime import datetime

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import table_corpus

from etl import parquet
from etl.errors import DictionaryError, InputError, OutputError
from etl.load import content_hash, frame, read, read_dictionary, split, write, write_batch
from schemas import PARTS, TABLES, arrow_schema
from schemas.dictionary import FILES


def digest(directory):
    """Return file -> SHA-256 for every Parquet file below a folder."""
    files = sorted(directory.rglob("*.parquet"))
    return {str(path.relative_to(directory)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def test_frame_has_the_columns_of_the_table():
    """A record becomes a row with its values under the model's names."""
    record = table_corpus.coded("a1", [table_corpus.mention()])
    articles = frame([record], "article")
    assert list(articles.columns) == arrow_schema(TABLES["article"]).names
    assert articles.loc[0, ["article_id", "story_id", "n_mentions", "source"]].tolist() == ["a1", "a1", 1, "Harbour Post"]
    assert articles["text_sha256"][0] == hashlib.sha256(b"Text of a1.").hexdigest()
    mentions = frame([record], "mention", "v7")
    assert mentions.loc[0, ["source_country", "target_country", "event_root_code", "coder_version"]].tolist() == [
        "CHN",
        "KOR",
        "11",
        "v7",
    ]
    assert mentions["mention_id"][0] == record.mentions[0].mention_id
    assert frame([record], "article_text")["text"][0] == "Text of a1."


def test_frame_refuses_records_of_another_kind():
    """A reject gives no row of mentions."""
    with pytest.raises(TypeError, match="Reject gives no rows of table mention"):
        frame(table_corpus.refused(), "mention")


def test_body_has_no_country_and_its_code_as_role():
    """An international body is a side without a country, with its CAMEO code as role."""
    good, rejects = split("mention", frame([table_corpus.mention(source="UNO", target="EUR")], "mention"))
    assert rejects.empty
    assert good.loc[0, ["source_role", "target_role"]].tolist() == ["UNO", "EUR"]
    assert good["source_country"].isna().all()
    assert not good["is_domestic"][0]


def test_split_needs_the_columns_of_the_model():
    """A missing column is a fault of the program."""
    with pytest.raises(OutputError, match="these differ: status"):
        split("mention", frame([], "mention").drop(columns="status"))


def test_codes_and_namibia_stay_text(tmp_path):
    """Leading zeros and the letters NA survive writing and reading."""
    record = table_corpus.coded("NA", [table_corpus.mention(article_id="NA", code="042", verb="visited")], source="007")
    for table in ("article", "mention"):
        good, rejects = split(table, frame([record], table))
        assert rejects.empty
        write(table, good, tmp_path)
        pd.testing.assert_frame_equal(read(table, tmp_path), good)
    assert read("mention", tmp_path)["event_code"].tolist() == ["042"]
    assert read("article", tmp_path)[["article_id", "source"]].loc[0].tolist() == ["NA", "007"]


def test_write_sorts_and_repeats_bytes(tmp_path):
    """Rows in any order give the same file, in the table's order, with the schema's types and comments."""
    rows = split("article", frame(table_corpus.corpus(20), "article"))[0]
    write("article", rows, tmp_path / "one")
    write("article", rows.sample(frac=1, random_state=3), tmp_path / "two")
    assert digest(tmp_path / "one") == digest(tmp_path / "two")
    held = pq.read_table(tmp_path / "one" / "article.parquet")
    assert held.schema.equals(arrow_schema(TABLES["article"]), check_metadata=True)
    published = held["published_at"].to_pylist()
    assert published == sorted(published)
    assert pq.ParquetFile(tmp_path / "one" / "article.parquet").metadata.row_group(0).column(0).compression == "ZSTD"


def test_file_does_not_hang_on_how_rows_arrive(tmp_path, monkeypatch):
    """Batches of any size give the same row groups and the same bytes."""
    monkeypatch.setattr(parquet, "ROW_GROUP_ROWS", 100)
    rows = pa.table({"number": pa.array(range(1050), pa.int32()), "name": [f"n{number % 7}" for number in range(1050)]})
    for size in (1, 99, 100, 333, 2000):
        assert parquet.write_file(rows.to_batches(size), rows.schema, tmp_path / f"{size}.parquet") == 1050
    files = list(tmp_path.glob("*.parquet"))
    assert len({path.read_bytes() for path in files}) == 1
    assert pq.ParquetFile(files[0]).metadata.num_row_groups == 11


def test_failed_write_leaves_the_old_file(tmp_path):
    """A table that fails half way leaves neither a torn file nor a temporary one."""
    rows = pa.table({"number": [1, 2]})
    path = tmp_path / "table.parquet"
    parquet.write_file(rows.to_batches(), rows.schema, path)
    before = path.read_bytes()

    def torn():
        yield from rows.to_batches()
        raise RuntimeError("the source broke off")

    with pytest.raises(RuntimeError, match="broke off"):
        parquet.write_file(torn(), rows.schema, path)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_events_are_partitioned_and_replaced_by_dataset(tmp_path):
    """Events lie by dataset and year; writing a dataset again drops years it no longer has."""
    events = table_corpus.imported_events()
    write("event", events, tmp_path)
    assert sorted(digest(tmp_path)) == [f"event/dataset=icews/year={year}/part-0.parquet" for year in (2018, 2026)]
    assert "dataset" not in pq.read_schema(tmp_path / "event/dataset=icews/year=2018/part-0.parquet").names
    pd.testing.assert_frame_equal(read("event", tmp_path), events.sort_values("event_date", ignore_index=True))
    write("event", events[:1], tmp_path)
    write("event", events[1:].assign(dataset="gdelt"), tmp_path)
    held = read("event", tmp_path)
    assert sorted(zip(held["dataset"], held["event_id"], strict=True)) == [("gdelt", "icews-2"), ("icews", "icews-1")]


def test_read_says_what_is_missing(tmp_path):
    """A table that is not there is an input error."""
    with pytest.raises(InputError, match="no table mention"):
        read("mention", tmp_path)


def test_batch_splits_good_from_bad(tmp_path):
    """A bad mention goes alone, a bad article with all it holds; both are rejects, and the article counts what stays."""
    spoiled = table_corpus.mention(article_id="b", confidence=7.0)
    records = [
        table_corpus.coded("a", [table_corpus.mention("a")]),
        table_corpus.coded("b", [table_corpus.mention("b", index=2), spoiled]),
        table_corpus.coded("c", [table_corpus.mention("c")], source_country="Korea"),
        table_corpus.coded("d", [table_corpus.mention("d")], text="half a pair \ud83d"),
    ]
    write_batch(records, table_corpus.refused(), tmp_path / "batch", "v1")
    parts = {name: pq.read_table(tmp_path / "batch" / f"{name}.parquet").to_pandas() for name in PARTS}
    assert dict(zip(parts["article"]["article_id"], parts["article"]["n_mentions"], strict=True)) == {"a": 1, "b": 1}
    assert sorted(parts["article_text"]["article_id"]) == ["a", "b"]
    assert sorted(parts["mention"]["article_id"]) == ["a", "b"]
    loaded = parts["reject"][parts["reject"]["stage"] == "load"].set_index("record_id")
    assert set(loaded.index) == {"c", "d", spoiled.mention_id}
    assert loaded.loc["c", "check"].startswith("source_country: str_matches")
    assert loaded.loc["c", "value"] == "Korea"
    assert loaded.loc["d", "reason"] == "text cannot be written as UTF-8"
    assert loaded.loc[spoiled.mention_id, "file"] == "mention"
    assert len(parts["reject"]) == 5
    assert set(parts["article"]["coder_version"]) == {"v1"}


def test_batch_replaces_what_was_there_and_leaves_nothing_else(tmp_path):
    """A batch written again takes the place of the old one, and no temporary folder stays."""
    write_batch(table_corpus.corpus(5), (), tmp_path / "batch", "v1")
    write_batch([table_corpus.coded("other")], (), tmp_path / "batch", "v2")
    assert [path.name for path in tmp_path.iterdir()] == ["batch"]
    assert pq.read_table(tmp_path / "batch" / "article.parquet")["article_id"].to_pylist() == ["other"]


def test_empty_batch_has_all_parts(tmp_path):
    """A batch of nothing is a batch."""
    write_batch([], [], tmp_path / "batch", "v1")
    assert sorted(path.stem for path in (tmp_path / "batch").iterdir()) == sorted(PARTS)


def test_content_hash_sees_every_field():
    """Articles that differ in anything read differ in their hash."""
    base = table_corpus.coded("a").article
    others = [
        table_corpus.coded("a", text="Other.").article,
        table_corpus.coded("a", title="Other").article,
        table_corpus.coded("a", published=datetime(2026, 1, 6)).article,
        table_corpus.coded("a", source_country="KOR").article,
    ]
    assert len({content_hash(article) for article in (base, *others)}) == 5
    assert content_hash(base) == content_hash(table_corpus.coded("a").article)


@pytest.mark.parametrize("table", FILES)
def test_shipped_dictionary_is_sound(table):
    """The dictionaries that become tables meet their models."""
    from etl import paths

    assert len(read_dictionary(table, paths.DICTIONARIES)) > 100


def test_dictionary_fault_names_file_row_and_value(tmp_path):
    """A bad code is told with its file, its row and what it is."""
    from etl import paths

    lines = (paths.DICTIONARIES / "cameo_codes.csv").read_text(encoding="utf-8").replace("\n042,", "\n42,", 1)
    (tmp_path / "cameo_codes.csv").write_text(lines, encoding="utf-8")
    with pytest.raises(DictionaryError, match=r"cameo_codes\.csv breaks its rules:\n  42: .*fails event_code"):
        read_dictionary("cameo_code", tmp_path)
    (tmp_path / "cameo_codes.csv").write_text("event_code,name\n042,Visit\n", encoding="utf-8")
    with pytest.raises(DictionaryError, match="has the columns event_code, name; they must be"):
        read_dictionary("cameo_code", tmp_path)
    with pytest.raises(DictionaryError, match="cannot be read"):
        read_dictionary("country", tmp_path)


def test_published_score_tables_keep_their_differences():
    """The codes on which the tables are known to differ have each table's own value; what is filled in says so."""
    from etl import paths

    scores = read_dictionary("score_table", paths.DICTIONARIES).set_index(["scheme", "event_code"])
    differing = {"016": (-2.0, -5.0, 3.4), "022": (3.2, 3.4, 3.4), "163": (-8.0, -8.0, -6.5), "166": (-7.0, -7.0, -8.0)}
    for code, values in differing.items():
        assert tuple(scores.loc[(scheme, code), "goldstein"] for scheme in ("gdelt", "icews", "phoenix")) == values
    assert (scores.loc[("gdelt", "155"), "goldstein"], scores.loc[("gdelt", "155"), "filled_from"]) == (-7.2, "15")
    assert (scores.loc[("phoenix", "1221"), "filled_from"], scores.loc[("phoenix", "1661"), "filled_from"]) == ("122", "166")
    assert {scheme: scores.loc[(scheme, "092"), "quad_class"] for scheme in ("gdelt", "phoenix", "plover")} == {
        "gdelt": 2,
        "phoenix": 3,
        "plover": 3,
    }
