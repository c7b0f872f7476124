"""docs/codebook.md, written from the schemas and from sql/: run `python -m etl.codebook` after a change to either.

What a column means is said once, in schemas/columns.py; a test fails when the page is not what this module would write.
"""

import sys
from pathlib import Path

import pandera.pandas as pandera

from etl import paths
from etl.load import read_dictionary
from etl.views import sql_type, view_files, view_name
from schemas import ORDER, TABLES, arrow_schema, frame_schema
from schemas.view import VIEWS

PAGE = paths.ROOT / "docs" / "codebook.md"

_HEAD = """# Codebook

Every table and view of the dataset, column by column. This page is generated from `schemas/` and `sql/views/` by
`python -m etl.codebook`; do not edit it.

Days are dates; moments are UTC without a zone. Codes are strings: `042`, never 42. A missing value is null, never an empty text.
Offsets count characters from 0, their end is exclusive. Text of articles (`article_text`) stays on the machine that read it.

"""

_SCORES = """## Score tables

A Goldstein value belongs to a code, not to an event, and the published tables differ. A build uses one of them and names it
in `build.scheme`; all are in `score_table`. Where a published table lacks a code the value of its base code stands in, else
that of its root, and `filled_from` says which. Quad classes are those of the scheme: GDELT puts root 09 in 2, 14 in 3 and 16
in 4; Phoenix has a neutral class 0 for roots 01 and 02 and puts 09 in 3, 14 in 4 and 16 in 3; ICEWS publishes none, so those
of Phoenix stand in its rows; those of PLOVER belong to its types. Root 01 has no PLOVER type and is neutral there.

"""


def generate() -> str:
    """Return the codebook as Markdown. Raises `DictionaryError` where the score tables are at fault."""
    parts = [_HEAD, "## Tables\n\n"]
    for table, model in TABLES.items():
        parts.append(_section(table, _summary(model), model, _key(table, model)))
    parts.append(_SCORES)
    parts.append(_score_summary())
    parts.append("## Views\n\n")
    for path in view_files():
        name = view_name(path)
        parts.append(_section(name, _header(path), VIEWS[name], None))
    return "".join(parts).rstrip() + "\n"


def _summary(model: type[pandera.DataFrameModel]) -> str:
    """Return the model's docstring as one paragraph or more."""
    lines = [line.strip() for line in (model.__doc__ or "").strip().splitlines()]
    return "\n".join(lines)


def _key(table: str, model: type[pandera.DataFrameModel]) -> str:
    """Return one line on key and order of a table."""
    key = frame_schema(model).unique
    stated = f"Key: {', '.join(f'`{name}`' for name in key)}. " if key else "No key. "
    return stated + f"Sorted by {', '.join(f'`{name}`' for name in ORDER[table])}."


def _header(path: Path) -> str:
    """Return the header comment of a view's file; its example becomes a block of SQL."""
    lines = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.startswith("-- "):
            break
        text = line.removeprefix("-- ")
        lines.append(f"\n```sql\n{text.removeprefix('Example: ')}\n```" if text.startswith("Example: ") else text)
    return "\n".join(lines)


def _section(name: str, summary: str, model: type[pandera.DataFrameModel], footer: str | None) -> str:
    """Return the section of one table or view."""
    rows = "".join(
        f"| `{field.name}` | {sql_type(field.type).lower()} | {'yes' if field.nullable else ''} | "
        f"{(field.metadata or {}).get(b'description', b'').decode().replace('|', chr(92) + '|')} |\n"
        for field in arrow_schema(model)
    )
    table = f"| column | type | may be null | meaning |\n|---|---|---|---|\n{rows}"
    return f"### {name}\n\n{summary}\n\n{table}\n" + (f"{footer}\n\n" if footer else "")


def _score_summary() -> str:
    """Return one line for each score table: version, codes, and how many values are filled in."""
    scores = read_dictionary("score_table", paths.DICTIONARIES)
    lines = ["| scheme | version | codes | filled in | lowest | highest |\n|---|---|---|---|---|---|\n"]
    for (scheme, version), rows in scores.groupby(["scheme", "version"]):
        low, high = rows["goldstein"].min(), rows["goldstein"].max()
        lines.append(f"| {scheme} | {version} | {len(rows)} | {rows['filled_from'].notna().sum()} | {low} | {high} |\n")
    return "".join(lines) + "\n"


def main() -> None:
    """Write the page, or with `--check` fail if it is not up to date."""
    page = generate()
    if "--check" in sys.argv[1:]:
        if not PAGE.exists() or PAGE.read_text(encoding="utf-8") != page:
            sys.exit(f"{PAGE} is out of date: run `python -m etl.codebook`.")
    else:
        PAGE.parent.mkdir(parents=True, exist_ok=True)
        PAGE.write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()
