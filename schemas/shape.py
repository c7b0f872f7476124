"""Models of shapes whose column names have blanks, which no attribute of a class can: they are made from a table of columns."""

from collections.abc import Callable, Mapping
from functools import partial
from types import new_class
from typing import Any

import pandas as pd
import pandera.pandas as pa
import pyarrow  # noqa: ICN001 - its usual name is Pandera's here
from pandera.engines import pandas_engine

Kind = tuple[Any, Callable[..., Any]]
"""A column's type, and what makes its field from a description."""

text: Kind = (str, partial(pa.Field, nullable=True))
number: Kind = (float, partial(pa.Field, nullable=True))
whole: Kind = (pd.Int64Dtype, partial(pa.Field, nullable=True, metadata={"arrow": pyarrow.int32()}))
large: Kind = (pd.Int64Dtype, partial(pa.Field, nullable=True, metadata={"arrow": pyarrow.int64()}))
day: Kind = (
    pandas_engine.DateTime,
    partial(pa.Field, nullable=True, dtype_kwargs={"unit": "us"}, metadata={"arrow": pyarrow.date32()}),
)


def model_of(name: str, summary: str, columns: Mapping[str, tuple[Kind, str]]) -> type[pa.DataFrameModel]:
    """Return a model called `name` with these columns in their order: column -> kind and description."""
    body: dict[str, Any] = {
        "__doc__": summary,
        "__module__": __name__,
        "__annotations__": {column: kind for column, ((kind, _), _) in columns.items()},
    } | {column: field(description=description) for column, ((_, field), description) in columns.items()}
    return new_class(name, (pa.DataFrameModel,), exec_body=lambda namespace: namespace.update(body))
