"""docs/coder_map.md, written from the coder's own docstrings: run `python -m etl.coder_map` after a change to one.

What a module is for is said once, in the first paragraph of its docstring; a test fails when the page is not what this module
would write, or when a module of the coder stands at no station.
"""

import ast
import sys
from collections.abc import Iterator
from pathlib import PurePosixPath

from etl import paths

PAGE = paths.ROOT / "docs" / "coder_map.md"

STATIONS: dict[str, tuple[str, ...]] = {
    "The line": ("coder", "relation", "staging", "bearing", "explanation"),
    "The text before the parser": ("sentences", "text"),
    "The parse": ("parser", "lexemes", "tree", "mending"),
    "Who is named": ("actors", "naming"),
    "Who is meant": ("coreference", "recall"),
    "What is done, by whom, to whom": ("predicates", "acts", "roots", "grammar", "sides", "constructions"),
    "Whether it is done": ("assertion", "status"),
    "The second reading": ("vote", "second_reader"),
    "What becomes of it": ("settling",),
    "When and where": ("dates", "days", "places"),
    "One row for one act": ("mentions",),
}
"""The stations of the coder in the order in which a sentence meets them, each with its modules and folders."""

_HEAD = """# The coder's map

Every module of `etl/coder` with what it is for, in the order in which a sentence meets them. [How the coder
decides](how_the_coder_decides.md) tells the same as a story; [rule ids](rule_ids.md) lead from a coded act to its module. This
page is generated from the modules' docstrings by `python -m etl.coder_map`; do not edit it.

"""


def generate() -> str:
    """Return the map as Markdown. Raises KeyError where a module stands at no station."""
    station_of = {part: station for station, parts in STATIONS.items() for part in parts}
    shown: dict[str, dict[str, list[str]]] = {station: {part: [] for part in parts} for station, parts in STATIONS.items()}
    for name, said in _modules():
        if name == PurePosixPath("__init__.py"):
            continue
        part = name.parts[0].removesuffix(".py")
        place = f"**`{name.parent}/`**" if name.name == "__init__.py" else f"`{name}`"
        shown[station_of[part]][part].append(f"| {place} | {said} |\n")
    return _HEAD + "\n".join(
        f"## {station}\n\n| module | what it is for |\n|---|---|\n{''.join(row for rows in parts.values() for row in rows)}"
        for station, parts in shown.items()
    )


def _modules() -> Iterator[tuple[PurePosixPath, str]]:
    """Yield each module of the coder, a folder before what lies in it, with the first paragraph of its docstring."""
    for name, path in sorted(paths.modules_of("coder"), key=lambda module: module[0].replace("__init__.py", "")):
        said = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
        yield PurePosixPath(name).relative_to("coder"), " ".join(said.split("\n\n", 1)[0].split()).replace("|", "\\|")


def main() -> None:
    """Write the page, or with `--check` fail if it is not up to date."""
    page = generate()
    if "--check" in sys.argv[1:]:
        if not PAGE.exists() or PAGE.read_text(encoding="utf-8") != page:
            sys.exit(f"{PAGE} is out of date: run `python -m etl.coder_map`.")
    else:
        PAGE.write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()
