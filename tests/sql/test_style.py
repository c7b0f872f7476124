"""How SQL is written: checked by sqlfluff, and by the rules it has none for."""

import subprocess
import sys

import pytest

from etl import paths

ROOT = paths.SQL_VIEWS.parent
FILES = sorted(ROOT.glob("*/*.sql"))


def test_sqlfluff_finds_nothing():
    """The whole of sql/ meets .sqlfluff."""
    linted = subprocess.run(
        [sys.executable, "-m", "sqlfluff", "lint", "--config", ROOT.parent / ".sqlfluff", "--ignore-local-config", ROOT],
        capture_output=True,
        text=True,
        check=False,
    )
    assert linted.returncode == 0, linted.stdout


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_file_begins_with_a_sentence_and_is_narrow(path):
    """A file says in its first line what it is for, and keeps to 130 characters."""
    lines = path.read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith("-- ")
    assert lines[0].endswith((".", ":")) or lines[1].startswith("-- ")
    assert max(map(len, lines)) <= 130
