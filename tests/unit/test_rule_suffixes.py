"""The page on rule ids lists every suffix that a rule id may bear, with its module, and none that no module gives."""

import ast
import re
from itertools import pairwise
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CODER = ROOT / "etl" / "coder"
PAGE = (ROOT / "docs" / "rule_ids.md").read_text(encoding="utf-8")
SUFFIX = re.compile(r"~([a-z][a-z: ]*)")
# Where a suffix is put together from a variable: its values are the words handed to `_planned`, or returned beside a code.
# In the third it is a whole rule behind `model:ROOT`.
VARIABLE = {"settling/deals.py", "sides/speech.py", "second_reader/arbitration.py"}
TABLE = dict(re.findall(r"^\| `~([^`]+)` \| [^|]+ \| (.+) \|$", PAGE, re.MULTILINE))


def plain(suffix: str) -> str:
    """Return a suffix without the lemma that follows it."""
    return suffix.removesuffix(":LEMMA").removesuffix(":")


def constants(node: ast.AST) -> list[str]:
    """Return the strings below a node, parts of f-strings among them, docstrings left out."""
    documented = {
        id(one.body[0].value)
        for one in ast.walk(node)
        if isinstance(one, ast.Module | ast.ClassDef | ast.FunctionDef) and one.body and isinstance(one.body[0], ast.Expr)
    }
    found = (one for one in ast.walk(node) if isinstance(one, ast.Constant) and id(one) not in documented)
    return [one.value for one in found if isinstance(one.value, str)]


def is_variable(tree: ast.AST) -> bool:
    """Whether a module puts a variable behind the sign of a suffix."""
    parts = [one.values for one in ast.walk(tree) if isinstance(one, ast.JoinedStr)]
    return any(
        isinstance(first, ast.Constant) and str(first.value).endswith("~") and isinstance(second, ast.FormattedValue)
        for values in parts
        for first, second in pairwise(values)
    )


def handed_on(tree: ast.AST) -> set[str]:
    """Return the words that become suffixes by way of a variable: last arguments of `_planned`, what is returned with a code."""
    nodes: list[ast.AST] = []
    for one in ast.walk(tree):
        if isinstance(one, ast.Call) and isinstance(one.func, ast.Name) and one.func.id == "_planned":
            nodes.append(one.args[-1])
        pair = one.elts if isinstance(one, ast.Tuple) and len(one.elts) == 2 else ()
        code = [value for value in constants(pair[0]) if value.isdigit()] if pair else []
        if pair and (code or (isinstance(pair[0], ast.Name) and pair[0].id == "code")):
            nodes.append(pair[1])
    return {plain(text) for node in nodes for text in constants(node) if re.fullmatch(r"[a-z][a-z: ]*", text)}


def given() -> dict[str, set[str]]:
    """Return each suffix with the modules in which it stands."""
    found: dict[str, set[str]] = {}
    for path in sorted(CODER.rglob("*.py")):
        name = path.relative_to(CODER).as_posix()
        tree = ast.parse(path.read_text(encoding="utf-8"))
        suffixes = {plain(suffix.strip()) for text in constants(tree) for suffix in SUFFIX.findall(text)}
        if is_variable(tree):
            assert name in VARIABLE, f"{name} gives suffixes that this test cannot read: say above where its words stand"
            suffixes |= handed_on(tree)
        for suffix in suffixes:
            found.setdefault(suffix, set()).add(name)
    return found


GIVEN = given()


def test_the_words_behind_a_variable_are_found():
    """The test reads more than what stands behind the sign itself."""
    assert {"guilt", "menace", "violating", "harming", "call:compliment", "go:unanswered", "contract", "to come"} <= set(GIVEN)


def test_every_suffix_is_in_the_table_and_no_other():
    """What the code can give and what the page explains are the same."""
    assert {plain(suffix) for suffix in TABLE} == set(GIVEN)


@pytest.mark.parametrize("suffix", TABLE)
def test_the_modules_named_give_the_suffix(suffix):
    """Each module in a row has the suffix in its code."""
    modules = set(re.findall(r"`([^`]+)`", TABLE[suffix]))
    assert modules
    assert modules <= GIVEN[plain(suffix)]
