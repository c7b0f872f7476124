"""The 26 columns of a daily Phoenix event file, in its order, with its names.

Source of the names: the daily files of the Open Event Data Alliance (key `phoenix` in SOURCES.csv). Codes stay strings.
"""

from functools import partial

import pandas as pd
import pandera.pandas as pa
import pyarrow  # noqa: ICN001 - its usual name is Pandera's here

_number = partial(pa.Field, nullable=True, metadata={"arrow": pyarrow.int32()})
_float = partial(pa.Field, nullable=True)
_text = partial(pa.Field, nullable=True)


class PhoenixEvent(pa.DataFrameModel):
    """Events of ours and of Phoenix in the shape of a Phoenix file, so that queries and scripts written for it run on them."""

    EventID: str = _text(description="Id of the event")
    Date: pd.Int64Dtype = _number(description="Day as YYYYMMDD")
    Year: pd.Int64Dtype = _number(description="Year of the day")
    Month: pd.Int64Dtype = _number(description="Month of the day")
    Day: pd.Int64Dtype = _number(description="Day of the month")
    SourceActorFull: str = _text(description="Country and role of the acting side, or IGO and code of a body")
    SourceActorEntity: str = _text(description="Country of the acting side, ISO 3166-1 alpha-3; IGO for a body")
    SourceActorRole: str = _text(description="CAMEO sector of the acting side")
    SourceActorAttribute: str = _text(description="Further codes of the acting side; of ours the code of a body")
    TargetActorFull: str = _text(description="Country and role of the side acted upon, or IGO and code of a body")
    TargetActorEntity: str = _text(description="Country of the side acted upon, ISO 3166-1 alpha-3; IGO for a body")
    TargetActorRole: str = _text(description="CAMEO sector of the side acted upon")
    TargetActorAttribute: str = _text(description="Further codes of the side acted upon; of ours the code of a body")
    EventCode: str = _text(description="CAMEO code")
    EventRootCode: str = _text(description="First two digits of the CAMEO code")
    QuadClass: pd.Int64Dtype = _number(description="Quad class of Phoenix: 0 to 4")
    GoldsteinScore: float = _float(description="Score of the code in the table of Phoenix")
    Issues: str = _text(description="Imported rows only")
    ActionLat: float = _float(description="Degrees north of the place")
    ActionLong: float = _float(description="Degrees east of the place")
    LocationName: str = _text(description="Place of the act; of ours its name in the gazetteer")
    GeoCountryName: str = _text(
        description="Country of the place; of ours its English name, empty at sea and where it is in dispute"
    )
    GeoStateName: str = _text(description="State of the place; of ours a region that the text names, a state or not")
    SentenceID: str = _text(description="Sentences that tell it, joined by semicolons")
    URLs: str = _text(description="Addresses of its articles, joined by semicolons")
    NewsSources: str = _text(description="Publishers, joined by semicolons")
