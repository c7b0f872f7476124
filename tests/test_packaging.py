"""The wheel: everything shipped is in it, and it works where no checkout is."""

import json
import os
import re
import subprocess
import sys
import sysconfig
import tomllib
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
ARTICLE = {"id": "bans", "date": "2025-11-20", "language": "en", "text": "China banned seafood imports from Japan on Thursday."}


def run(*command: object, cwd: Path, **more: str) -> subprocess.CompletedProcess[str]:
    """Run a command outside the checkout, with nothing of this process's Python path."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")} | more
    return subprocess.run(
        [str(part) for part in command], cwd=cwd, env=environment, capture_output=True, text=True, check=False, timeout=500
    )


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The wheel, built from the checkout without a network."""
    folder = tmp_path_factory.mktemp("wheel")
    pytest.importorskip("hatchling", reason="hatchling is part of the dev extra: make setup")
    built = run(sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", folder, cwd=ROOT)
    assert built.returncode == 0, built.stderr
    return next(folder.glob("*.whl"))


def test_the_wheel_carries_what_the_program_reads(wheel):
    """Every SQL file and dictionary of the checkout is below etl/_shipped, and neither tests nor caches are in the wheel."""
    names = set(zipfile.ZipFile(wheel).namelist())
    folders = (ROOT / "sql", ROOT / "data" / "dictionaries", ROOT / "data" / "sample")
    wanted = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    missing = [path for path in wanted if f"etl/_shipped/{path.relative_to(ROOT).as_posix()}" not in names]
    assert len(wanted) > 50
    assert missing == []
    assert not [name for name in names if name.startswith("tests/") or "__pycache__" in name]


def test_the_wheel_works_outside_the_checkout(wheel, tmp_path):
    """In an environment of its own that borrows only the dependencies, `comity` builds and answers from any folder."""
    home = tmp_path / "env"
    venv.create(home, with_pip=False)
    scheme = sysconfig.get_paths("venv", vars={"base": str(home), "platbase": str(home)})
    site = Path(scheme["purelib"])
    with zipfile.ZipFile(wheel) as archive:  # a wheel of pure Python is installed by unpacking it
        archive.extractall(site)
    # The dependencies alone: in a folder named by a .pth file, the .pth of an editable install is not read.
    (site / "borrowed.pth").write_text(sysconfig.get_paths()["purelib"] + "\n")
    python = Path(scheme["scripts"]) / "python"
    where = run(python, "-c", "import etl, schemas; print(etl.__file__, schemas.__file__)", cwd=tmp_path)
    assert where.stdout.count(str(site)) == 2, where.stderr
    build_and_ask(python, tmp_path)


@pytest.mark.skipif(sys.platform == "win32", reason="the wheel is tried on POSIX systems")
def test_the_wheel_declares_what_it_needs(wheel, tmp_path):
    """Installed with its dependencies into an empty environment, `comity` builds: no dependency is forgotten."""
    pytest.importorskip("uv", reason="uv is part of the dev extra: make setup")
    home = tmp_path / "env"
    venv.create(home, with_pip=False)
    python = Path(sysconfig.get_paths("venv", vars={"base": str(home), "platbase": str(home)})["scripts"]) / "python"
    install = (sys.executable, "-m", "uv", "pip", "install", "--python", python, "-c", ROOT / "constraints.txt", wheel)
    installed = run(*install, cwd=tmp_path)
    if installed.returncode and re.search(r"(?i)failed to fetch|connect|network|dns|timed? ?out", installed.stderr):
        pytest.skip("the packages are neither cached nor to be had from here")
    assert installed.returncode == 0, installed.stderr
    build_and_ask(python, tmp_path)
    shown = run(python.with_name("comity"), "--help", cwd=tmp_path)
    assert "dyad" in shown.stdout


def build_and_ask(python: Path, folder: Path) -> None:
    """Build a dataset of one article in `folder` and ask it for its event."""
    (folder / "news.jsonl").write_text(json.dumps(ARTICLE) + "\n")
    built = run(python, "-m", "etl.cli", "build", "--articles", "news.jsonl", "--out", "out", cwd=folder)
    assert built.returncode == 0, built.stderr
    asked = run(python, "-m", "etl.cli", "query", "from dyad_month", "--data", "out", "--format", "json", cwd=folder)
    assert asked.returncode == 0, asked.stderr
    assert {(row["source_country"], row["target_country"]) for row in json.loads(asked.stdout)} == {("CHN", "JPN")}


def test_the_version_is_said_once():
    """pyproject.toml, the package, the citation file and the changelog name one version."""
    import etl

    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    assert etl.__version__ == version
    assert f"\nversion: {version}\n" in (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    latest = re.search(r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert latest
    assert latest[1] == version


def test_constraints_meet_the_ranges():
    """Every dependency of pyproject.toml but the training ones is pinned in constraints.txt, inside its range."""
    from packaging.requirements import Requirement

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    training = {"train", "arbitrate"}
    extras = [line for name, lines in project["optional-dependencies"].items() if name not in training for line in lines]
    pinned: dict[str, list[str]] = {}
    for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines():
        name, _, rest = line.partition("==")
        pinned.setdefault(name, []).append(rest.partition(";")[0].strip())
    for line in [*project["dependencies"], *extras]:
        wanted = Requirement(line)
        assert pinned.get(wanted.name.lower()), f"{wanted.name} is not in constraints.txt: make constraints"
        assert all(wanted.specifier.contains(version) for version in pinned[wanted.name.lower()]), line
