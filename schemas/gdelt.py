"""The 61 columns of a GDELT 2.0 event file and the 16 of its mention file, in their order, with their names and types.

Source of names and types: the GDELT event codebook, version 2.0 (key `gdelt` in SOURCES.csv). Codes stay strings.
"""

from functools import partial

import pandas as pd
import pandera.pandas as pa
import pyarrow  # noqa: ICN001 - its usual name is Pandera's here

_number = partial(pa.Field, nullable=False, metadata={"arrow": pyarrow.int32()})
_maybe_number = partial(pa.Field, nullable=True, metadata={"arrow": pyarrow.int32()})
_maybe_large = partial(pa.Field, nullable=True, metadata={"arrow": pyarrow.int64()})
_large = partial(pa.Field, nullable=False)
_float = partial(pa.Field, nullable=True)
_text = partial(pa.Field, nullable=True)


class GdeltEvent(pa.DataFrameModel):
    """Events of ours and of GDELT in the shape of a GDELT 2.0 event file, so that queries and scripts written for it run."""

    GLOBALEVENTID: int = _large(description="Number of the event; of ours 2 to the 52nd and more, made of event_id")
    SQLDATE: int = _number(description="Day of the act as YYYYMMDD")
    MonthYear: int = _number(description="Month of the act as YYYYMM")
    Year: int = _number(description="Year of the act")
    FractionDate: float = _float(description="Year and elapsed fraction, as GDELT reckons: 30-day months, 365-day years")
    Actor1Code: str = _text(description="Country and role of the acting side, or IGO and code of a body")
    Actor1Name: str = _text(description="Country of the acting side in capitals, or code of a body")
    Actor1CountryCode: str = _text(description="Country of the acting side, ISO 3166-1 alpha-3")
    Actor1KnownGroupCode: str = _text(description="CAMEO code of an international body")
    Actor1EthnicCode: str = _text(description="Imported rows only")
    Actor1Religion1Code: str = _text(description="Imported rows only")
    Actor1Religion2Code: str = _text(description="Imported rows only")
    Actor1Type1Code: str = _text(description="CAMEO sector of the acting side; IGO for a body")
    Actor1Type2Code: str = _text(description="Imported rows only")
    Actor1Type3Code: str = _text(description="Imported rows only")
    Actor2Code: str = _text(description="Country and role of the side acted upon, or IGO and code of a body")
    Actor2Name: str = _text(description="Country of the side acted upon in capitals, or code of a body")
    Actor2CountryCode: str = _text(description="Country of the side acted upon, ISO 3166-1 alpha-3")
    Actor2KnownGroupCode: str = _text(description="CAMEO code of an international body")
    Actor2EthnicCode: str = _text(description="Imported rows only")
    Actor2Religion1Code: str = _text(description="Imported rows only")
    Actor2Religion2Code: str = _text(description="Imported rows only")
    Actor2Type1Code: str = _text(description="CAMEO sector of the side acted upon; IGO for a body")
    Actor2Type2Code: str = _text(description="Imported rows only")
    Actor2Type3Code: str = _text(description="Imported rows only")
    IsRootEvent: pd.Int64Dtype = _maybe_number(description="1 if told in a headline or first sentence; in GDELT, first paragraph")
    EventCode: str = _text(description="CAMEO code")
    EventBaseCode: str = _text(description="First three digits of the CAMEO code")
    EventRootCode: str = _text(description="First two digits of the CAMEO code")
    QuadClass: int = _number(description="Quad class by GDELT's own table: 1 to 4")
    GoldsteinScale: float = _float(description="Goldstein value by GDELT's own table")
    NumMentions: int = _number(description="Mentions of the event")
    NumSources: pd.Int64Dtype = _maybe_number(description="Publishers of the event")
    NumArticles: int = _number(description="Articles of the event")
    AvgTone: float = _float(description="Imported rows only")
    Actor1Geo_Type: pd.Int64Dtype = _maybe_number(description="Kind of place; 0 where there is none, as in all our rows")
    Actor1Geo_FullName: str = _text(description="Imported rows only")
    Actor1Geo_CountryCode: str = _text(description="Imported rows only")
    Actor1Geo_ADM1Code: str = _text(description="Imported rows only")
    Actor1Geo_ADM2Code: str = _text(description="Imported rows only")
    Actor1Geo_Lat: float = _float(description="Imported rows only")
    Actor1Geo_Long: float = _float(description="Imported rows only")
    Actor1Geo_FeatureID: str = _text(description="Imported rows only")
    Actor2Geo_Type: pd.Int64Dtype = _maybe_number(description="Kind of place; 0 where there is none, as in all our rows")
    Actor2Geo_FullName: str = _text(description="Imported rows only")
    Actor2Geo_CountryCode: str = _text(description="Imported rows only")
    Actor2Geo_ADM1Code: str = _text(description="Imported rows only")
    Actor2Geo_ADM2Code: str = _text(description="Imported rows only")
    Actor2Geo_Lat: float = _float(description="Imported rows only")
    Actor2Geo_Long: float = _float(description="Imported rows only")
    Actor2Geo_FeatureID: str = _text(description="Imported rows only")
    ActionGeo_Type: pd.Int64Dtype = _maybe_number(
        description="Kind of place: 2 region, 3 city or landmark in the USA, 5 and 4 elsewhere, 0 none; of GDELT also 1 country"
    )
    ActionGeo_FullName: str = _text(description="Place of the act with its country; of ours the name in the gazetteer")
    ActionGeo_CountryCode: str = _text(
        description="Country of the place, FIPS 10-4; of ours empty at sea and where it is in dispute"
    )
    ActionGeo_ADM1Code: str = _text(description="Imported rows only")
    ActionGeo_ADM2Code: str = _text(description="Imported rows only")
    ActionGeo_Lat: float = _float(description="Degrees north of the place; of ours also where the act was only near it")
    ActionGeo_Long: float = _float(description="Degrees east of the place; of ours also where the act was only near it")
    ActionGeo_FeatureID: str = _text(
        description="GNS or GNIS id of the place. Imported rows only, since ours are ids of GeoNames"
    )
    DATEADDED: pd.Int64Dtype = _maybe_large(description="First publication as YYYYMMDDHHMMSS, UTC")
    SOURCEURL: str = _text(description="Address of the article with the evidence")


class GdeltMention(pa.DataFrameModel):
    """Mentions of events of ours and of GDELT in the shape of a GDELT 2.0 mention file: one row for each mention of an event."""

    GLOBALEVENTID: int = _large(description="Number of the event, as in gdelt_event")
    EventTimeDate: pd.Int64Dtype = _maybe_large(description="First publication of the event as YYYYMMDDHHMMSS, UTC")
    MentionTimeDate: int = _large(description="Publication of this article as YYYYMMDDHHMMSS, UTC")
    MentionType: pd.Int64Dtype = _maybe_number(description="Kind of document; 1, an article of the web, in all our rows")
    MentionSourceName: str = _text(description="Publisher of the article")
    MentionIdentifier: str = _text(description="Address of the article, else its id")
    SentenceID: pd.Int64Dtype = _maybe_number(description="Sentence from 1, the headline included")
    Actor1CharOffset: pd.Int64Dtype = _maybe_number(description="Place in the document; -1 where it is not kept, as in our rows")
    Actor2CharOffset: pd.Int64Dtype = _maybe_number(description="Place in the document; -1 where it is not kept, as in our rows")
    ActionCharOffset: pd.Int64Dtype = _maybe_number(description="Place in the document; -1 where it is not kept, as in our rows")
    InRawText: pd.Int64Dtype = _maybe_number(description="1 if found in the text as it stands, as all our mentions are")
    Confidence: pd.Int64Dtype = _maybe_number(description="Per cent; of ours the confidence of the mention")
    MentionDocLen: pd.Int64Dtype = _maybe_number(description="Length of the document; not kept for our rows")
    MentionDocTone: float = _float(description="Imported rows only")
    MentionDocTranslationInfo: str = _text(description="Imported rows only")
    Extras: str = _text(description="Empty in GDELT as well")
