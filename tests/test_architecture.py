"""The shape of the house: sizes, names, import directions, and what every test says about itself."""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
MODULES = sorted(
    path for package in ("etl", "schemas") for path in (ROOT / package).rglob("*.py") if "_shipped" not in path.parts
)
TESTS = sorted((ROOT / "tests").rglob("test_*.py"))
# A module is one noun. These are none: what they would hold belongs to a module that says what it is.
FORBIDDEN_NAMES = {"utils", "util", "helpers", "helper", "misc", "shared", "common", "tools", "stuff"}
MAX_LINES = 400
MAX_PIPELINE_LINES = 99
TEXT_SUFFIXES = {".py", ".toml", ".md", ".txt", ".csv", ".sql", ".cff", ".json", ".jsonl", ""}
REGISTRIES = (("pypi", "org"), ("files", "pythonhosted"), ("registry", "npmjs"))


def name_of(path: Path) -> str:
    """Return a path relative to the checkout, for test ids and messages."""
    return path.relative_to(ROOT).as_posix()


def count_lines(path: Path) -> int:
    """Return the number of lines of a file."""
    return len(path.read_text(encoding="utf-8").splitlines())


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_is_small(path):
    """No module is longer than 400 lines: split it along its nouns."""
    assert count_lines(path) <= MAX_LINES, (
        f"{name_of(path)} has {count_lines(path)} lines; {MAX_LINES} is the limit: split it by its nouns."
    )


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_is_named_by_a_noun(path):
    """No module or package is called utils, helpers or the like."""
    parts = set(path.relative_to(ROOT).with_suffix("").parts)
    assert not parts & FORBIDDEN_NAMES, f"{name_of(path)}: name it after what it holds."


def test_the_pipeline_is_a_straight_line():
    """etl/pipeline.py stays under 100 lines and leaves decisions to the steps: at most two branches."""
    path = ROOT / "etl" / "pipeline.py"
    assert count_lines(path) <= MAX_PIPELINE_LINES
    tree = ast.parse(path.read_text(encoding="utf-8"))
    branches = [node for node in ast.walk(tree) if isinstance(node, ast.If | ast.IfExp | ast.While | ast.Match)]
    assert len(branches) <= 2, "etl/pipeline.py decides something: move the decision into the step it belongs to."


def test_imports_run_one_way():
    """The contracts of import-linter in pyproject.toml hold."""
    program = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports())"
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(("package", "contract"), [("etl", 0), ("etl/coder", 1)])
def test_every_module_has_its_layer(package, contract):
    """No module of etl or of the coder is left out of the layers, where import-linter would not look at it."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"]
    placed = {name for layer in contracts[contract]["layers"] for name in re.split(r"\s*[:|]\s*", layer)}
    inside = [path for path in (ROOT / package).iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()]
    found = {f"{package.replace('/', '.')}.{path.stem}" for path in inside if path.stem != "__init__"}
    assert found <= placed, f"give a layer in pyproject.toml to {sorted(found - placed)}"


def test_import_contracts_can_fail(tmp_path):
    """The contract that keeps frames out of the coder is broken by a planted import, so it is not vacuous."""
    for package in ("etl", "etl/coder", "schemas"):
        (tmp_path / package).mkdir()
        (tmp_path / package / "__init__.py").write_text('"""Planted."""\n')
    (tmp_path / "etl/coder/planted.py").write_text("import pandas\n")
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    start = text.index("[tool.importlinter]")
    contracts = [
        part for part in text[start:].split("[[tool.importlinter.contracts]]") if "forbidden" not in part or "pandas" in part
    ]
    kept = [contracts[0], *(part for part in contracts[1:] if "pandas" in part)]
    end = "[tool.sqlfluff"
    (tmp_path / "pyproject.toml").write_text("[[tool.importlinter.contracts]]".join(kept).split(end)[0])
    program = (
        "import sys; sys.path.insert(0, '.'); from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stdout + done.stderr
    assert "etl.coder.planted -> pandas" in done.stdout


def test_help_is_instant():
    """`comity --help` imports none of the heavy libraries."""
    heavy = {"pandas", "pyarrow", "duckdb", "pandera", "spacy", "matplotlib", "numpy"}
    program = f"import sys, etl.cli; print(sorted({heavy!r} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Yield the functions of a file."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


@pytest.mark.parametrize("path", TESTS, ids=name_of)
def test_every_test_says_what_it_shows(path):
    """Every test has a docstring that states the behaviour."""
    silent = [node.name for node in functions(path) if node.name.startswith("test_") and not ast.get_docstring(node)]
    assert not silent, f"{name_of(path)}: no docstring in {', '.join(silent)}"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_every_module_says_what_it_holds(path):
    """Every module has a docstring."""
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))), f"{name_of(path)} has no docstring"


def committed_texts() -> Iterator[Path]:
    """Yield the text files of the checkout, what tools and builds made left out."""
    made = {("data", "raw"), ("data", "build"), ("data", "release")}
    for path in ROOT.rglob("*"):
        parts = path.relative_to(ROOT).parts
        hidden = any(part.startswith(".") and part != ".ci" for part in parts[:-1])
        if not hidden and parts[:2] not in made and path.is_file() and path.suffix in TEXT_SUFFIXES:
            yield path


def test_no_file_names_a_registry_or_a_machine():
    """No committed text names a package registry's host, or the folder in which this checkout happens to lie."""
    forbidden = [re.escape(str(ROOT) + "/"), *(rf"{name}\.{domain}" for name, domain in REGISTRIES)]
    pattern = re.compile("|".join(forbidden))
    found = [name_of(path) for path in committed_texts() if pattern.search(path.read_text(encoding="utf-8", errors="ignore"))]
    assert not found
