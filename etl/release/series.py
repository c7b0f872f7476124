"""`dyad_month` as one CSV and one Stata file: the table that most readers want and nothing else."""

from datetime import datetime
from pathlib import Path

import duckdb

from etl.query import answer
from schemas import arrow_schema
from schemas.view import VIEWS

VIEW = "dyad_month"
CSV, STATA = f"{VIEW}.csv", f"{VIEW}.dta"

_SQL = f"from {VIEW} order by dataset, source_country, target_country, month"
_NO_ARTICLE = datetime(1970, 1, 1)
_LABEL_CHARACTERS = 80  # Stata's limit of a variable's label


def write_csv(connection: duckdb.DuckDBPyConnection, folder: Path) -> None:
    """Write the view as CSV in UTF-8: a header, days as 2026-01-05, missing values as empty cells."""
    with (folder / CSV).open("wb") as out:
        answer(connection, _SQL, "csv", out)


def write_stata(connection: duckdb.DuckDBPyConnection, folder: Path) -> None:
    """Write the view for Stata 14 and later: months as %tm, columns labelled.

    Stata stamps its files with a time. This one says when the last article was published, so that the same dataset gives the
    same bytes.
    """
    frame = connection.sql(_SQL).df()
    frame["month"] = frame["month"].astype("datetime64[ns]")
    published = connection.execute("select max(published_at) from article").fetchall()[0][0]
    descriptions = {field.name: (field.metadata or {}).get(b"description", b"").decode() for field in arrow_schema(VIEWS[VIEW])}
    frame.to_stata(
        folder / STATA,
        convert_dates={"month": "tm"},
        write_index=False,
        byteorder="<",
        time_stamp=published or _NO_ARTICLE,
        data_label="Comity: directed dyads by month",
        variable_labels={name: _label(descriptions[name]) for name in frame.columns},
        version=118,
    )


def _label(description: str) -> str:
    """Return a description cut to what Stata takes, at a word."""
    if len(description) <= _LABEL_CHARACTERS:
        return description
    return description[: _LABEL_CHARACTERS - 3].rsplit(" ", 1)[0] + "..."
