"""How SQL is written, by the rules that sqlfluff (`make check`) has none for."""

import pytest

from etl import paths

ROOT = paths.SQL
FILES = sorted(ROOT.glob("*/*.sql"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_file_begins_with_a_sentence_and_is_narrow(path):
    """A file says in its first line what it is for, and keeps to 130 characters."""
    lines = path.read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith("-- ")
    assert lines[0].endswith((".", ":")) or lines[1].startswith("-- ")
    assert max(map(len, lines)) <= 130
