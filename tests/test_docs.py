"""The pages say what is so: commands and options exist, links lead somewhere, and what is shown runs and comes out as shown."""

import json
import os
import re
import shlex
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import fields
from datetime import date
from pathlib import Path

import click
import pytest

from etl.cli import main
from etl.engines.equipment import Equipment, load_coder
from etl.evaluate import load_gold, load_pairs
from etl.paths import SAMPLE
from etl.pipeline import Build
from etl.settings import FILE_NAME, Settings, load_settings
from etl.views import connect

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted([ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")])
FOLDERS = (
    "data/dictionaries data/dictionaries/crosswalk data/dictionaries/places data/models data/sample data/training tests/gold"
)
READMES = [ROOT / folder / "README.md" for folder in FOLDERS.split()]
LINKED_PAGES = [*PAGES, *READMES, ROOT / "CHANGELOG.md"]
CONSOLE = re.compile(r"^```console\n(.*?)^```", re.MULTILINE | re.DOTALL)
SHOWN = re.compile(r"^```console\n\$ comity explain (.*?)^```\s+^```text\n(.*?)^```", re.MULTILINE | re.DOTALL)
INLINE = re.compile(r"(?<!`)`(comity\s[^`]+)`(?!`)")
LINK = re.compile(r"\[[^\]]+\]\(([^)\s]+)\)")
# What stands for a value of the reader's own in a command or a path of these pages.
PLACEHOLDERS = {"DAY": "2026-01-05"}
PATTERNS = re.compile(r"REGION|STRATUM|NN_[a-z]+|\bname\b")


def name_of(path: Path) -> str:
    """Return a page's path in the checkout."""
    return path.relative_to(ROOT).as_posix()


def text_of(path: Path) -> str:
    """Return the text of a page."""
    return path.read_text(encoding="utf-8")


def blocks(path: Path, language: str) -> list[str]:
    """Return the code blocks of one language on a page."""
    return re.findall(rf"^```{language}\n(.*?)^```", text_of(path), re.MULTILINE | re.DOTALL)


def typed(path: Path) -> Iterator[list[str]]:
    """Yield the words of every `comity` command that a page shows after a prompt, without the command's own name."""
    for block in CONSOLE.findall(text_of(path)):
        for command in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            words = shlex.split(command, comments=True)
            if words[0] == "comity":
                yield words[1:]


def mentioned(path: Path) -> Iterator[list[str]]:
    """Yield the words of every `comity` command in running text."""
    for command in INLINE.findall(text_of(path)):
        if " | " not in command:  # a list of commands is no command
            yield shlex.split(" ".join(command.split()))[1:]


COMMANDS = [(path, words) for path in (*PAGES, *READMES) for words in (*typed(path), *mentioned(path))]
QUERIES = [words[1] for path in PAGES for words in typed(path) if words[0] == "query"]
EXAMPLES = [(path, *found) for path in PAGES for found in SHOWN.findall(text_of(path))]


def label(value: object) -> str:
    """Return the test id of a page, or of the words of a command."""
    if isinstance(value, Path):
        return name_of(value)
    return " ".join(value if isinstance(value, list) else str(value).split())[:40]


@pytest.fixture(scope="module")
def checkout(tmp_path_factory):
    """A folder in which data/build holds a dataset of the sample's articles on China and South Korea."""
    folder = tmp_path_factory.mktemp("docs")
    lines = text_of(SAMPLE / "articles.jsonl").splitlines(keepends=True)
    chosen = [line for line in lines if re.match(r"chn-(?:kor|jpn-seafood)", json.loads(line)["id"])]
    assert len(chosen) > 20
    (folder / "news.jsonl").write_text("".join(chosen), encoding="utf-8")
    Build([folder / "news.jsonl"], out=folder / "data" / "build").run()
    return folder


@pytest.mark.parametrize("name", sorted(main.commands))
def test_every_command_is_documented_and_has_help(name):
    """A page names each command, and the command says in a sentence what it does and explains each option but --format."""
    assert any(words[:1] == [name] for _, words in COMMANDS), f"no page names comity {name}"
    command = main.commands[name]
    assert len((command.help or "").split()) >= 5, f"comity {name} does not say what it does"
    options = [option for option in command.params if isinstance(option, click.Option)]
    silent = [option.name for option in options if not option.help and "--format" not in option.opts]
    assert not silent, f"comity {name}: no help for {silent}"


@pytest.mark.parametrize(("path", "words"), COMMANDS, ids=label)
def test_every_command_shown_would_be_accepted(path, words):
    """The commands, options and values on a page are ones that the command line takes."""
    name, *arguments = [PLACEHOLDERS.get(word, word) for word in words]
    if name.startswith("-"):
        return
    assert name in main.commands, f"{name_of(path)}: there is no comity {name}"
    if arguments and not set(arguments) <= {"-h", "--unmatched"}:
        # With its parent, or the command would forget that -h is help for the tests that follow.
        parent = main.make_context("comity", [name])
        main.commands[name].make_context(name, arguments, parent=parent)


@pytest.mark.parametrize(("path", "words"), [(path, words) for path, words in COMMANDS if words[0] == "evaluate"], ids=label)
def test_files_one_is_told_to_evaluate_can_be(path, words):
    """Each gold file that a page evaluates is there and of the form that is read: marked pairs with --pairs, articles without."""
    found = [file for word in words if word.startswith("tests/") for file in ROOT.glob(word)]
    assert bool(found) == any(word.startswith("tests/") for word in words), f"{name_of(path)}: no such file"
    if "--pairs" in words:
        assert all(load_pairs(file) for file in found)
    elif found:
        assert load_gold(found)


def test_what_teaches_whom_is_told_as_the_makefile_has_it():
    """In the table of the gold a folder that the Makefile gives to the model, or to the judge, is said to teach it."""
    makefile, rows = text_of(ROOT / "Makefile"), text_of(ROOT / "tests/gold/README.md")
    for variable, learner in (("BRIEFS", "the model"), ("APART", "the judge")):
        given = re.search(rf"^{variable} := .*$", makefile, re.MULTILINE)
        folders = set(re.findall(r"tests/gold/(\w+)/\*", given[0] if given else ""))
        told = re.findall(r"^\| `(\w+)/(?!fresh|unseen)[^|]*\|[^|]*\|([^|]*)\|$", rows, re.MULTILINE)
        assert folders, variable
        assert {folder for folder, use in told if learner in use} == folders
        assert all(learner in use for folder, use in told if folder in folders)


def test_every_make_target_shown_exists():
    """`make X` on a page is a target of the Makefile."""
    targets = set(re.findall(r"^([a-z-]+):", text_of(ROOT / "Makefile"), re.MULTILINE))
    shown = {name for path in (*PAGES, *READMES) for name in re.findall(r"(?:`|\$ )make ([a-z-]+)", text_of(path))}
    assert {"build-dataset", "test"} <= shown
    assert shown <= targets


@pytest.mark.parametrize("path", [page for page in LINKED_PAGES if LINK.search(text_of(page))], ids=name_of)
def test_links_lead_to_files(path):
    """Each relative link of a page leads to a file."""
    targets = [target.partition("#")[0] for target in LINK.findall(text_of(path)) if "://" not in target]
    broken = [target for target in targets if target and not (path.parent / target).exists()]
    assert not broken


def test_the_settings_shown_are_all_there_are(tmp_path):
    """The comity.toml of the README is read as it stands and sets everything that can be set."""
    (block,) = blocks(ROOT / "README.md", "toml")
    (tmp_path / FILE_NAME).write_text(block, encoding="utf-8")
    load_settings(tmp_path)
    assert set(tomllib.loads(block)) == {field.name for field in fields(Settings)}


def test_settings_name_the_commands_that_read_them():
    """Each command with an option whose default is a setting is named where the settings are described."""
    described = Settings.__doc__ or ""
    for option in ("data", "parser", "workers"):
        takers = [name for name, command in main.commands.items() if any(one.name == option for one in command.params)]
        assert takers
        assert all(f"`{name}`" in described for name in takers), option


def test_the_files_one_is_told_to_edit_exist():
    """Each file or folder in the README's table of what to edit exists, patterns such as REGION.csv included."""
    table = re.search(r"^\| I want to \.\.\. \|.*?\n\n", text_of(ROOT / "README.md"), re.MULTILINE | re.DOTALL)
    assert table
    paths = [path for path in re.findall(r"`([^`]+)`", table[0]) if "/" in path]
    assert len(paths) > 10
    missing = [path for path in paths if not any(ROOT.glob(PATTERNS.sub("*", path)))]
    assert not missing


@pytest.mark.parametrize("query", blocks(ROOT / "docs/tutorial_sql.md", "sql"), ids=label)
def test_sql_of_the_tutorial_finds_something(checkout, query):
    """Each query of the SQL tutorial runs on a built dataset and gives rows."""
    with connect(checkout / "data/build") as connection:
        assert connection.sql(query).fetchall()


@pytest.mark.parametrize("query", QUERIES, ids=label)
def test_queries_shown_on_the_pages_find_something(checkout, query):
    """Each query that a page gives to `comity query` runs on a built dataset and gives rows."""
    with connect(checkout / "data/build") as connection:
        assert connection.sql(query).fetchall()


def test_python_of_the_tutorial_runs(checkout):
    """The blocks of the Python tutorial, one after the other, run and print months, sentences, codes and a mention."""
    program = "\n".join(blocks(ROOT / "docs/tutorial_python.md", "python"))
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "MPLBACKEND": "Agg", "PYTHONUTF8": "1"}
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=checkout, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    assert re.search(r"^2025-11-01\s+\d+\s+\d+", done.stdout, re.MULTILINE), done.stdout
    assert re.search(r"^2025-1[12]-\d\d (CHN|KOR) \d{3,4} ", done.stdout, re.MULTILINE), done.stdout
    assert done.stdout.splitlines()[-1].startswith("CHN 0"), done.stdout
    assert (checkout / "chn-kor.png").stat().st_size > 10_000


@pytest.mark.parametrize("page", ["tutorial_r.md", "tutorial_stata.md"])
def test_code_that_is_not_run_says_so(page):
    """The pages whose code no test runs tell the reader."""
    assert "**not run by the project's tests**" in text_of(ROOT / "docs" / page)


@pytest.mark.parametrize(("path", "arguments", "shown"), EXAMPLES, ids=label)
def test_explanations_come_out_as_shown(path, arguments, shown):
    """Each line of a worked example is printed by `comity explain`, in this order; only `...` stands for what is left out."""
    sentence, _, day = shlex.split(arguments)
    coder = load_coder(Equipment())  # both readers, as users run it
    printed = iter(coder.explain(sentence, date.fromisoformat(day)).splitlines())
    for line in shown.splitlines():
        assert line == "..." or line in printed, f"{name_of(path)}: not printed, or not at this place: {line}"


def test_there_are_worked_examples():
    """The page on the coder works three sentences through, the README one."""
    assert sorted(name_of(path) for path, *_ in EXAMPLES) == ["README.md", *["docs/how_the_coder_decides.md"] * 3]
