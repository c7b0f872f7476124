"""The README of the dictionaries leaves out no file and no value that a cell may have."""

import re

import pytest

from etl.dictionaries.actors import ANAPHOR_KINDS, NAME_KINDS, OFFICES, ROLE_KINDS, SECTORS
from etl.dictionaries.acts import FRAME_KINDS, FREE, OPERATORS, POS
from etl.paths import DICTIONARIES

README = (DICTIONARIES / "README.md").read_text(encoding="utf-8")


def section(title: str) -> str:
    """Return the paragraphs that a title in bold opens, up to the next such title."""
    return README.split(f"**{title}", 1)[1].split("\n\n**", 1)[0]


@pytest.mark.parametrize(
    ("title", "allowed"),
    [
        ("Operators", OPERATORS),
        ("Anaphora", ANAPHOR_KINDS),
        ("Names", NAME_KINDS),
        ("Frames", FREE | FRAME_KINDS),
        ("Roles", ROLE_KINDS),
    ],
)
def test_every_value_of_a_closed_list_stands_in_its_section(title, allowed):
    """What the loader takes in a column is written as code in the section on its file."""
    said = set(re.findall(r"`([^`]+)`", section(title)))
    assert not allowed - said


@pytest.mark.parametrize(("title", "allowed"), [("Leaders", OFFICES), ("Roles", SECTORS), ("Frames", POS)])
def test_every_value_of_a_long_list_stands_in_its_section(title, allowed):
    """Offices, sectors and parts of speech are listed as plain words."""
    said = set(re.findall(r"\w+", section(title)))
    assert not allowed - said


def test_every_file_and_folder_is_in_the_table():
    """Each CSV file and each folder beside the README has a row that says what it holds."""
    rows = " ".join(re.findall(r"^\| (.*?) \|", README, re.MULTILINE))
    named = {name.split("/")[0] for name in re.findall(r"`([^`]+)`", rows)}
    there = {path.name for path in DICTIONARIES.iterdir() if path.suffix == ".csv" or path.is_dir()}
    assert len(there) > 20
    assert not there - named


def test_every_operator_that_composes_says_so():
    """An operator with rows in composition.csv is told to work by it, one without is not."""
    rows = (DICTIONARIES / "composition.csv").read_text(encoding="utf-8").splitlines()[1:]
    composing = {row.split(",")[0] for row in rows}
    told = {
        name
        for names, what in re.findall(r"^\| (`[^|]+) \| [^|]+ \| (.*) \|$", section("Operators"), re.MULTILINE)
        if what.startswith("by `composition.csv`")
        for name in re.findall(r"`(\w+)`", names)
    }
    assert told == composing
