"""The dataset that the tests of indices ask, and its events one by one."""

from collections import defaultdict

import known_events
import pandas as pd
import pytest
import table_corpus

from etl.load import write, write_batch
from etl.merge import merge
from etl.views import connect


@pytest.fixture(scope="session")
def data_dir(tmp_path_factory):
    """Return the folder of the dataset."""
    out = tmp_path_factory.mktemp("indices")
    write_batch(known_events.articles(), (), out / "batches" / "one", table_corpus.CODER_VERSION)
    merge(out / "batches", out, table_corpus.build_info())
    write(
        "event", pd.concat([known_events.imported("north", 1, 0), known_events.imported("south", 2, 2)], ignore_index=True), out
    )
    return out


@pytest.fixture(scope="session")
def connection(data_dir):
    """Return a connection to it, for reading."""
    with connect(data_dir, commented=False) as opened:
        yield opened


@pytest.fixture(scope="session")
def events(connection):
    """Return every event between two countries as a dict, by dataset and directed dyad."""
    rows = connection.sql("select * from event where source_country <> target_country").to_arrow_table().to_pylist()
    found = defaultdict(list)
    for row in rows:
        found[row["dataset"], row["source_country"], row["target_country"]].append(row)
    return found
