"""What is written appears whole under its name, or not at all."""

import pytest

from etl.errors import OutputError
from etl.sink import replacing, sink


def fail_after(path):
    """Make a file, and then fail."""
    path.touch()
    raise ZeroDivisionError


def test_a_folder_is_replaced_whole_or_stays(tmp_path):
    """The new folder takes the old one's place with all it holds; what fails half way leaves the old one and nothing else."""
    folder = tmp_path / "below" / "made"
    for name in ("first", "second"):
        with replacing(folder) as unfinished:
            (unfinished / name).touch()
            assert not (folder / name).exists()
    assert [path.name for path in folder.iterdir()] == ["second"]
    with pytest.raises(ZeroDivisionError), replacing(folder) as unfinished:
        fail_after(unfinished / "third")
    assert [path.name for path in folder.parent.iterdir()] == ["made"]
    assert [path.name for path in folder.iterdir()] == ["second"]


def test_a_file_appears_whole_or_not_at_all(tmp_path):
    """A file that could not be finished leaves nothing behind."""
    with pytest.raises(ZeroDivisionError), sink(tmp_path / "made.txt"):
        fail_after(tmp_path / "another")
    assert [path.name for path in tmp_path.iterdir()] == ["another"]


def test_what_cannot_be_written_is_named(tmp_path):
    """A path below a file is an output error with the path that was asked for."""
    (tmp_path / "file").touch()
    with pytest.raises(OutputError, match=r"file/made cannot be written"), replacing(tmp_path / "file" / "made"):
        pass
    with pytest.raises(OutputError, match=r"file/made.txt cannot be written"), sink(tmp_path / "file" / "made.txt"):
        pass
