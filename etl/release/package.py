"""datapackage.json: every data file of a release with its columns, its size and its hash, as a Data Package (version 2).

Parquet, Stata and DuckDB files know their own columns and are described as files; the CSV is described as a table that a
validator can read.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandera.pandas as pandera
import pyarrow as pa

from etl.parquet import event_file_schema
from etl.release.checksums import digest, files
from etl.release.series import CSV, VIEW
from schemas import TABLES, arrow_schema, frame_schema
from schemas.event import OWN
from schemas.view import VIEWS

NAME = "datapackage.json"

_PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
_MEDIA = {
    ".parquet": "application/vnd.apache.parquet",
    ".csv": "text/csv",
    ".dta": "application/x-stata-dta",
    ".duckdb": "application/vnd.duckdb",
}
_LICENCES = [
    {"name": "MIT", "title": "MIT License: the coding", "path": "LICENSE"},
    {"name": "CC-BY-4.0", "title": "CC BY 4.0: places from GeoNames, and the sample articles", "path": "LICENSE"},
]


def write_package(folder: Path, build: dict[str, Any], *, redact: bool) -> None:
    """Write datapackage.json over the data files that lie in `folder`; `build` is the row of table build."""
    said = {
        "$schema": _PROFILE,
        "name": "comity",
        "title": "Comity: country-to-country events coded from news text",
        "description": (
            f"Directed events of {build['n_coded']:,} articles, coded by Comity {build['version']} ({build['coder_version']}). "
            + ("Sentences are given by their offsets and a hash. " if redact else "Every event shows its sentence. ")
            + "codebook.md says what each column means, RUN.md what was read, ACCURACY.md how good the coder is."
        ),
        "version": build["version"],
        "keywords": ["event data", "CAMEO", "PLOVER", "international relations", "dyads"],
        "licenses": _LICENCES,
        "resources": list(_resources(folder)),
    }
    (folder / NAME).write_text(json.dumps(said, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def _resources(folder: Path) -> Iterator[dict[str, Any]]:
    """Yield the description of each data file."""
    for name in files(folder):
        path = folder / name
        if path.suffix not in _MEDIA:
            continue
        table = Path(name).parts[0].removesuffix(".parquet")
        described: dict[str, Any] = {}
        if path.suffix == ".parquet":
            model = TABLES[table]
            columns = event_file_schema() if table == "event" else arrow_schema(model)
            described = {"description": _summary(model), "schema": _table_schema(columns, model)}
            table = f"event-{OWN}-{path.parent.name.removeprefix('year=')}" if table == "event" else table
        elif name == CSV:
            described = {"description": _summary(VIEWS[VIEW]), "schema": _table_schema(arrow_schema(VIEWS[VIEW]), VIEWS[VIEW])}
        yield {
            "name": table.lower().replace(".", "-"),
            "type": "table" if name == CSV else "file",
            "path": name,
            "format": path.suffix.removeprefix("."),
            "mediatype": _MEDIA[path.suffix],
            **({"encoding": "utf-8"} if name == CSV else {}),
            "bytes": path.stat().st_size,
            "hash": f"sha256:{digest(path)}",
            **described,
        }


def _summary(model: type[pandera.DataFrameModel]) -> str:
    """Return the first line of a model's docstring."""
    return (model.__doc__ or "").strip().splitlines()[0]


def _table_schema(columns: pa.Schema, model: type[pandera.DataFrameModel]) -> dict[str, Any]:
    """Return a Table Schema: types, descriptions, which columns may be empty, and the key."""
    fields = [
        {
            "name": field.name,
            "type": _type(field.type),
            "description": (field.metadata or {}).get(b"description", b"").decode(),
            **({} if field.nullable else {"constraints": {"required": True}}),
        }
        for field in columns
    ]
    key = frame_schema(model).unique
    return {"fields": fields, **({"primaryKey": list(key)} if key else {})}


def _type(kind: pa.DataType) -> str:
    """Return the Table Schema type of an Arrow type."""
    if pa.types.is_integer(kind):
        return "integer"
    if pa.types.is_floating(kind):
        return "number"
    if pa.types.is_boolean(kind):
        return "boolean"
    if pa.types.is_date(kind):
        return "date"
    return "datetime" if pa.types.is_timestamp(kind) else "string"
