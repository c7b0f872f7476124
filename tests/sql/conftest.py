"""A dataset built for real from a made-up corpus, and a copy of it in memory that tests may spoil."""

import sys
from pathlib import Path

import duckdb
import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "unit"))

import table_corpus

from etl.load import write, write_batch
from etl.merge import merge
from etl.views import connect, make_views
from schemas import TABLES


@pytest.fixture(scope="session")
def data_dir(tmp_path_factory):
    """Return the folder of a dataset of our own events and two of another dataset."""
    out = tmp_path_factory.mktemp("dataset")
    articles = table_corpus.corpus(90)
    write_batch(articles[:50], table_corpus.refused(), out / "batches" / "first", table_corpus.CODER_VERSION)
    write_batch(articles[50:], (), out / "batches" / "second", table_corpus.CODER_VERSION)
    merge(out / "batches", out, table_corpus.build_info())
    write("event", table_corpus.imported_events(), out)
    return out


@pytest.fixture(scope="session")
def empty_dir(tmp_path_factory):
    """Return the folder of a dataset that was built from nothing."""
    out = tmp_path_factory.mktemp("nothing")
    (out / "batches").mkdir()
    merge(out / "batches", out, table_corpus.build_info())
    return out


@pytest.fixture(scope="session")
def connection(data_dir):
    """Return a connection to the dataset, for reading."""
    with connect(data_dir) as opened:
        yield opened


@pytest.fixture(scope="session")
def copied(data_dir):
    """Return a connection to a copy of the dataset in memory."""
    with duckdb.connect(config={"autoinstall_known_extensions": False}) as copy:
        with connect(data_dir, commented=False) as opened:
            for table in TABLES:
                copy.register("rows", opened.sql(f"from {table}").to_arrow_table())
                copy.execute(f"create table {table} as from rows")
                copy.unregister("rows")
        make_views(copy, commented=False)
        yield copy


@pytest.fixture
def spoilable(copied):
    """Return the copy, open to any change: what a test does to it is undone."""
    copied.begin()
    yield copied
    copied.rollback()
