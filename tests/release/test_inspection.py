"""`comity release --check`: what is as it was released passes, and every kind of damage is named."""

import json
import shutil
import subprocess

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner

from etl.cli import main
from etl.errors import CheckError, InputError
from etl.release import inspect
from etl.release.checksums import write_sums
from etl.release.package import write_package


@pytest.fixture
def copy(release, tmp_path):
    """A copy of the release that a test may spoil."""
    folder = tmp_path / "copy"
    shutil.copytree(release, folder)
    return folder


def seal(folder):
    """Make package and checksums right again, so that only the content is wrong."""
    build = pq.read_table(folder / "build.parquet", partitioning=None).to_pylist()[0]
    write_package(folder, build, redact=False)
    write_sums(folder)


def test_a_release_passes_wherever_it_lies(copy, redacted):
    """A copy and a redacted release are in order, and the command says so with exit code 0."""
    for folder in (copy, redacted):
        result = CliRunner().invoke(main, ["release", "--check", str(folder)])
        assert result.exit_code == 0, result.output
        assert "every check passed" in result.stdout


def test_the_sums_are_those_of_sha256sum(copy):
    """The usual tool reads SHA256SUMS and agrees."""
    if shutil.which("sha256sum") is None:
        pytest.skip("sha256sum is not on this system")
    done = subprocess.run(
        ["sha256sum", "--check", "--quiet", "SHA256SUMS"], cwd=copy, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout


def test_changed_missing_and_new_files_are_named(copy):
    """One byte more, a file less and a file that nobody released: each is named, and the exit code is 1."""
    with (copy / "mention.parquet").open("ab") as file:
        file.write(b"\0")
    (copy / "LICENSE").unlink()
    (copy / "notes.txt").write_text("mine")
    result = CliRunner().invoke(main, ["release", "--check", str(copy)])
    assert result.exit_code == 1
    for said in ("mention.parquet is changed", "LICENSE is missing", "notes.txt stands in no line"):
        assert said in result.stderr


def test_a_folder_without_sums_is_no_release(tmp_path):
    """The message says what is missing; a broken line is shown with its number."""
    with pytest.raises(InputError, match="holds no SHA256SUMS"):
        inspect(tmp_path)
    (tmp_path / "SHA256SUMS").write_text("abc  file\n")
    with pytest.raises(InputError, match="line 1: 'abc  file' is not a SHA-256"):
        inspect(tmp_path)


def test_a_database_of_other_data_is_found(copy):
    """A database that lost a row differs from the Parquet files, even where the sums are right."""
    with duckdb.connect(copy / "comity.duckdb") as database:
        database.execute("delete from mention where mention_id = (select min(mention_id) from mention)")
    seal(copy)
    with pytest.raises(CheckError, match=r"comity\.duckdb has .* rows in mention"):
        inspect(copy)


def test_a_series_of_other_data_is_found(copy):
    """A CSV with a line less than the view is found."""
    path = copy / "dyad_month.csv"
    path.write_text("".join(path.read_text(encoding="utf-8").splitlines(keepends=True)[:-1]), encoding="utf-8")
    seal(copy)
    with pytest.raises(CheckError, match=r"dyad_month\.csv has .* rows, the view dyad_month has"):
        inspect(copy)


def test_text_of_articles_is_found(copy):
    """A table with the text of articles has no place in a release."""
    pq.write_table(pa.table({"article_id": ["a"], "title": ["t"], "text": ["words"]}), copy / "article_text.parquet")
    seal(copy)
    with pytest.raises(CheckError, match="article_text holds the text of articles"):
        inspect(copy)


def test_a_package_that_tells_other_columns_is_found(copy):
    """Columns that a file does not have, and a file that the package leaves out, are found."""
    path = copy / "datapackage.json"
    said = json.loads(path.read_text(encoding="utf-8"))
    described = {resource["path"]: resource for resource in said["resources"]}
    described["story.parquet"]["schema"]["fields"].pop()
    said["resources"].remove(described["volume.parquet"])
    path.write_text(json.dumps(said), encoding="utf-8")
    write_sums(copy)
    with pytest.raises(CheckError) as caught:
        inspect(copy)
    assert "other columns for story.parquet" in str(caught.value)
    assert "does not name volume.parquet" in str(caught.value)


def test_rows_that_break_a_check_are_found(copy):
    """The checks of the dataset run on a release too: a mention of no article is found."""
    path = copy / "mention.parquet"
    rows = pq.read_table(path, partitioning=None)
    place = rows.schema.get_field_index("article_id")
    pq.write_table(rows.set_column(place, rows.schema.field(place), [["nobody"] * rows.num_rows]), path)
    seal(copy)
    with pytest.raises(CheckError, match="check mention_article found"):
        inspect(copy)
