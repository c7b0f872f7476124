"""What the tests of imports share."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent))

from etl.datasets import Intake
from etl.datasets.crosswalk import Crosswalk
from etl.views import connect


@pytest.fixture(scope="session")
def crosswalk():
    """The lookups of the project."""
    return Crosswalk()


@pytest.fixture
def imported(tmp_path):
    """Return a function that imports files into a folder of the test's own and gives its report and a query function."""
    opened = []

    def run(dataset, *files, out=None):
        folder = out or tmp_path / "data"
        report = Intake(dataset, files, folder).run()
        connection = connect(folder, commented=False)
        opened.append(connection)
        return report, lambda sql: connection.sql(sql).fetchall()

    yield run
    for connection in opened:
        connection.close()


@pytest.fixture(scope="session")
def native():
    """The folder of real files of the other datasets; tests that need it are skipped where it is missing."""
    folder = Path(__file__).resolve().parents[3] / "shared" / "data" / "native"
    if not folder.is_dir():
        pytest.skip("the real files of other datasets are not beside the checkout (../shared/data/native)")
    return folder
