"""A small dataset built for real, with text that repeats and refused records, and its release."""

import pytest
from release_corpus import build

from etl.release import publish


@pytest.fixture(scope="session")
def released_data(tmp_path_factory):
    """The folder of the dataset."""
    return build(tmp_path_factory.mktemp("dataset"))


@pytest.fixture(scope="session")
def release(released_data, tmp_path_factory):
    """The folder of its release: only to be read."""
    folder = tmp_path_factory.mktemp("release") / "0.2.0"
    publish(released_data, folder)
    return folder


@pytest.fixture(scope="session")
def redacted(released_data, tmp_path_factory):
    """The folder of its redacted release: only to be read."""
    folder = tmp_path_factory.mktemp("redacted") / "0.2.0"
    publish(released_data, folder, redact=True)
    return folder
