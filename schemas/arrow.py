"""What is derived from a model, once: its Pandera schema and its Arrow schema."""

from functools import cache

import pandas as pd
import pandera.pandas as pandera
import pyarrow as pa


@cache
def frame_schema(model: type[pandera.DataFrameModel]) -> pandera.DataFrameSchema:
    """Return the Pandera schema of `model`. Of rows that share a key it fails all but the first."""
    schema = model.to_schema()
    schema.report_duplicates = "exclude_first"
    return schema


@cache
def arrow_schema(model: type[pandera.DataFrameModel]) -> pa.Schema:
    """Return the Arrow schema of `model`: its columns in order, nullability, and each description as field metadata.

    `metadata={"arrow": ...}` decides where pandas has no such type (date32, int32, int8); otherwise the pandas type does.
    """
    fields = []
    for name, column in model.to_schema().columns.items():
        kind = (column.metadata or {}).get("arrow")
        if kind is None:
            empty = pd.DataFrame({name: pd.Series([], dtype=column.dtype.type)})
            kind = pa.Schema.from_pandas(empty, preserve_index=False).field(0).type
            if pa.types.is_large_string(kind):
                kind = pa.string()
        fields.append(pa.field(name, kind, nullable=column.nullable, metadata={"description": column.description or ""}))
    return pa.schema(fields)
