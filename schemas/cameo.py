"""The ontology: CAMEO codes with their PLOVER types, and the score tables.

A score table gives every code a Goldstein value and a quad class. The published tables differ (016, 022, 124, 163 to 166), so a
build names the one it used. Where a published table lacks a code, the value of its base code stands in, else that of its root;
`filled_from` names the code whose value it is and is empty where the value is the table's own. GDELT lacks 155 and 176; Phoenix
lacks 33 codes besides. ICEWS publishes no quad class: the five classes that Phoenix uses stand in its rows. PLOVER scores its
types, so every code of a type has one value; root 01 has no type and is neutral; ACCUSE, printed 3, is read as -3.
"""

import pandas as pd
import pandera.pandas as pa

from schemas import columns


class CameoCode(pa.DataFrameModel):
    """CAMEO 1.1b3 codes, one row each: 20 roots, their base codes and full codes."""

    event_code: str = columns.event_code()
    name: str = columns.code_name()
    level: int = columns.level()
    event_base_code: str = columns.event_base_code()
    event_root_code: str = columns.event_root_code()
    quad_class: int = columns.quad_class(description="Quad class by the headings of GDELT's code list: 1 to 4")
    plover: str = columns.plover()
    mirror_code: str = columns.mirror_code()
    source: str = columns.fact_source()
    note: str = columns.note()

    class Config:
        """A code has one row."""

        name = "cameo_code"
        strict = True
        unique = ["event_code"]  # noqa: RUF012 - Pandera reads a plain list

    @pa.dataframe_check(name="codes_nest")
    @classmethod
    def codes_nest(cls, frame: pd.DataFrame) -> "pd.Series[bool]":
        """Base and root are the first digits of the code, whose length is its level."""
        code = frame["event_code"]
        nested = (code.str[:3] == frame["event_base_code"]) & (code.str[:2] == frame["event_root_code"])
        return nested & (code.str.len() - 2 == frame["level"])


class ScoreTable(pa.DataFrameModel):
    """Score tables, one row for each scheme and CAMEO code."""

    scheme: str = columns.scheme()
    version: str = columns.scheme_version()
    event_code: str = columns.event_code()
    goldstein: float = columns.goldstein(description="Score of the code in this scheme, -10 to 10")
    quad_class: int = columns.quad_class(description="Quad class of the code in this scheme; 0 is neutral")
    filled_from: str = columns.filled_from()
    source: str = columns.fact_source()
    note: str = columns.note()

    class Config:
        """A code has one row in each scheme."""

        name = "score_table"
        strict = True
        unique = ["scheme", "event_code"]  # noqa: RUF012 - Pandera reads a plain list
