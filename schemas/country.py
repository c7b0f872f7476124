"""Countries in time: codes, regions and groups, one row for each period."""

import pandas as pd
import pandera.pandas as pa
from pandera.engines import pandas_engine

from schemas import columns


class Country(pa.DataFrameModel):
    """States and territories, one row for each period in which the codes hold. Sorted by code and first day."""

    iso3: str = columns.iso3()
    name: str = columns.country_name()
    cow: str = columns.cow()
    gw: str = columns.gw()
    valid_from: pandas_engine.DateTime = columns.valid_from()
    valid_to: pandas_engine.DateTime = columns.valid_to()
    region: str = columns.region()
    subregion: str = columns.subregion()
    groups: str = columns.groups()
    source: str = columns.fact_source()
    note: str = columns.note()

    class Config:
        """A country has one row for each first day."""

        name = "country"
        strict = True
        unique = ["iso3", "valid_from"]  # noqa: RUF012 - Pandera reads a plain list

    @pa.dataframe_check(name="period_in_order")
    @classmethod
    def period_in_order(cls, frame: pd.DataFrame) -> "pd.Series[bool]":
        """A period does not end before it begins."""
        return frame["valid_from"].isna() | frame["valid_to"].isna() | (frame["valid_from"] <= frame["valid_to"])
