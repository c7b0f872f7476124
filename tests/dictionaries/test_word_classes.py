"""The classes of word_classes.csv: each is named by a row of a dictionary or by a module of the coder."""

import ast
import csv
import re
from collections.abc import Iterator

from etl import paths

IN_A_ROW = re.compile(r"(?:^|[|:,\"])@(\w+)", re.MULTILINE)


def named_in_rows() -> set[str]:
    """Return the classes that rows of the dictionaries name: @vessel."""
    files = paths.DICTIONARIES.rglob("*.csv")
    return {name for path in files for name in IN_A_ROW.findall(path.read_text(encoding="utf-8"))}


def texts(node: ast.AST) -> set[str]:
    """Return the text constants below a node that could name a class."""
    return {
        one.value
        for one in ast.walk(node)
        if isinstance(one, ast.Constant) and isinstance(one.value, str) and one.value.isidentifier()
    }


def named_in_code() -> Iterator[str]:
    """Yield the classes that the coder looks up: classes["vessel"], or classes[name] for name in a constant of the module."""
    for _, path in paths.modules_of("coder"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        constants = {ast.unparse(node.targets[0]): texts(node.value) for node in tree.body if isinstance(node, ast.Assign)}
        loops = [(ast.unparse(one.target), ast.unparse(one.iter)) for one in ast.walk(tree) if isinstance(one, ast.comprehension)]
        for node in ast.walk(tree):
            if isinstance(node, ast.Subscript) and ast.unparse(node.value).split(".")[-1] == "classes":
                yield from texts(node.slice)
                yield from (word for name, over in loops if name == ast.unparse(node.slice) for word in constants.get(over, ()))


def test_every_class_is_used_and_every_used_class_is_there():
    """No class stands in the file that nothing names, and the coder names none that is not there."""
    with (paths.DICTIONARIES / "word_classes.csv").open(encoding="utf-8", newline="") as file:
        classes = {row["class"] for row in csv.DictReader(file)}
    in_code = set(named_in_code())
    assert in_code - classes == set()
    assert classes - in_code - named_in_rows() == set()
