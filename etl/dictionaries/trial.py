"""The trial of names: every name that an overlay brings can be found in text, and nothing excludes it."""

from collections.abc import Iterator

from etl.dictionaries import Lexicon
from etl.dictionaries.actors import (
    BODY_COLUMNS,
    LEADER_COLUMNS,
    NAME_COLUMNS,
    NOT_ACTOR_COLUMNS,
    ORGANIZATION_COLUMNS,
)
from etl.dictionaries.overlay import Shelf
from etl.dictionaries.rows import Row

COLUMNS = {
    "country_names.csv": NAME_COLUMNS,
    "leaders": LEADER_COLUMNS,
    "organizations": ORGANIZATION_COLUMNS,
    "bodies.csv": BODY_COLUMNS,
    "not_actors.csv": NOT_ACTOR_COLUMNS,
}


def try_names(shelf: Shelf, lexicon: Lexicon) -> Iterator[str]:
    """Yield what is wrong with the names of the overlays, a sentence each: file, line, name and why.

    A name is wrong if it cannot be found in text, or if `not_actors.csv` excludes it; an exclusion is wrong if it would silence
    somebody whose name it is.
    """
    for table, columns in COLUMNS.items():
        for row in shelf.rows(table, columns):
            if row.overlay:
                for name in _forms(row, table):
                    if why := _wrong(name, table, lexicon):
                        yield f"{row.file}, line {row.line}: {name!r} {why}"


def _forms(row: Row, table: str) -> tuple[str, ...]:
    name = row["phrase"] if table == "not_actors.csv" else row["name"]
    return (name, *row.items("aliases")) if "aliases" in row.cells else (name,)


def _wrong(name: str, table: str, lexicon: Lexicon) -> str:
    """Return why a name cannot stand for what its row says, empty if it can."""
    found = lexicon.actors.phrases.get(name)
    if not found:
        return "is not found: it needs a letter or a digit"
    if table == "not_actors.csv":
        clash = next((value.name for value in found if value.kind in {"person", "organization", "body"}), "")
        return f"would silence {clash!r}, whose name it is: retire that one if you mean it" if clash else ""
    return "is no actor in not_actors.csv: retire that row" if any(value.kind == "not_actor" for value in found) else ""
