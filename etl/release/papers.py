"""The pages that go with the data: RUN.md, the licence, the citation and the codebook."""

import csv
import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import duckdb

from etl import codebook, paths
from etl.errors import InputError
from etl.release.tables import RELEASED
from etl.statements import count

RUN, LICENCE, CITATION, CODEBOOK = "RUN.md", "LICENSE", "CITATION.cff", "codebook.md"

_TERMS = """This folder holds data made by Comity, and words of others.

Codes, dates, scores, counts and pages: the MIT licence below.
Headlines, names, triggers and evidence sentences: their authors' and publishers'. They are quoted as evidence and nobody but
their owners can license them. Those of Comity's own sample articles are CC BY 4.0.
Places and coordinates: GeoNames (https://www.geonames.org), CC BY 4.0.
Facts in the tables country, cameo_code and score_table name their source; the sources and their terms:

"""

_REDACTED = """
## Redacted

Evidence is given by its place and hash: `text[812:940] sha256:HEX` is the characters 812 to 940, end exclusive and counted
from 0, of the article's text (or `title`), and the SHA-256 of these characters as UTF-8 with runs of white space made one
space. Headlines are empty. Offsets of sides and triggers count within the sentence.
"""


def write_run(
    connection: duckdb.DuckDBPyConnection,
    folder: Path,
    build: dict[str, Any],
    left: dict[str, int],
    *,
    redact: bool,
    stable: bool,
) -> None:
    """Write RUN.md: what was read, coded, skipped and rejected, by what, and how many rows each table has.

    `left` counts the events of other datasets that stay behind; `stable` says whether the DuckDB file has stable bytes.
    """
    lines = [
        "# Run\n\n",
        (
            f"{build['n_read']:,} articles read = {build['n_coded']:,} coded + {build['n_skipped']:,} skipped + "
            f"{build['n_rejected']:,} rejected. {build['n_mentions']:,} mentions, {build['n_mentions_rejected']:,} more refused; "
            f"{build['n_events']:,} events in {build['n_stories']:,} stories.\n\n"
        ),
        _table(("what made it", "version"), _makers(build)),
        "\n## Inputs\n\n",
        "".join(f"- `{name}`\n" for name in json.loads(build["inputs"])) or "None.\n",
        "\n## Skipped and rejected\n\n",
        _reasons(connection),
        "\n## Tables\n\n",
        _table(("table", "rows"), [(name, f"{count(connection, name):,}") for name in RELEASED]),
        "\n## Dictionaries\n\n",
        _table(("file", "SHA-256"), sorted(json.loads(build["dictionary_hashes"]).items())),
    ]
    if left:
        lines.append("\n## Not in this release\n\nEvents of other datasets stay with those who publish them: ")
        lines.append(", ".join(f"{name} ({n_events:,} events)" for name, n_events in left.items()) + ".\n")
    if redact:
        lines.append(_REDACTED)
    if not stable:
        lines.append("\nThe bytes of `comity.duckdb` may differ between two releases of the same data; all other files do not.\n")
    (folder / RUN).write_text("".join(lines), encoding="utf-8")


def _makers(build: dict[str, Any]) -> list[tuple[str, str]]:
    """Return what made the dataset."""
    made = (
        ("Comity", "version"),
        ("coder", "coder_version"),
        ("dictionaries", "dictionary_version"),
        ("parser", "parser"),
        ("relation model", "model_hash"),
        ("score table", "scheme"),
    )
    found = [(name, str(build[column] or "none: the rules alone")) for name, column in made]
    return [*found, ("score table's version", build["scheme_version"])]


def _reasons(connection: duckdb.DuckDBPyConnection) -> str:
    """Return why articles were skipped and records rejected, with counts."""
    found = connection.sql(
        "select 'skipped' as what, skipped as why, count(*) as n from article where skipped is not null group by all "
        "union all select 'rejected on ' || stage, reason, count(*) from reject group by all order by what, n desc, why"
    ).fetchall()
    if not found:
        return "Nothing.\n"
    rows = [(what, " ".join(why.split()).replace("|", "\\|"), f"{n:,}") for what, why, n in found]
    return _table(("what", "why", "records"), rows)


def _table(head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    """Return a table in Markdown."""
    lines = [head, ("---",) * len(head), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def write_licence(folder: Path) -> None:
    """Write LICENSE: whose what is, the sources of facts with their terms, and the MIT licence."""
    with (paths.DICTIONARIES / "SOURCES.csv").open(encoding="utf-8", newline="") as file:
        sources = [f"- {row['key']}: {row['title']}. {row['licence']}.\n" for row in csv.DictReader(file)]
    text = "".join([_TERMS, *sources, "\n----\n\n", _shipped(LICENCE)])
    (folder / LICENCE).write_text(text, encoding="utf-8")


def write_citation(folder: Path, build: dict[str, Any]) -> None:
    """Write CITATION.cff: the project's own, said of the dataset of this build."""
    text = _shipped(CITATION)
    coder = f"coded by {build['coder_version']} with dictionaries {build['dictionary_version']}"
    changes = {
        "message": f'message: "If you use these data, cite this version ({coder})."',
        "version": f"version: {build['version']}\ntype: dataset",
    }
    for key, line in changes.items():
        text, n_lines = re.subn(rf"(?m)^{key}:.*$", lambda _, line=line: line, text)  # type: ignore[misc]
        if n_lines != 1:
            raise InputError(f"{paths.ROOT / CITATION} has {n_lines} lines that begin with {key}: there must be one.")
    (folder / CITATION).write_text(text, encoding="utf-8")


def write_codebook(folder: Path) -> None:
    """Write codebook.md, from the schemas of this very version."""
    (folder / CODEBOOK).write_text(codebook.generate(), encoding="utf-8")


def _shipped(name: str) -> str:
    """Return the text of one of the project's own files."""
    try:
        return (paths.ROOT / name).read_text(encoding="utf-8")
    except OSError as error:
        raise InputError(f"{paths.ROOT / name} is missing from this installation: {error.strerror}") from error
