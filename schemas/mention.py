"""Mentions: one act in one sentence."""

import pandas as pd
import pandera.pandas as pa
from pandera.engines import pandas_engine

from schemas import columns


def spans_match(frame: pd.DataFrame, side: str) -> "pd.Series[bool]":
    """Return, per row, whether the offsets of `side` (trigger, source or target) cut exactly its text out of the evidence.

    Rows without offsets pass: that side stands in another sentence.
    """
    rows = zip(frame["evidence"], frame[f"{side}_text"], frame[f"{side}_start"], frame[f"{side}_end"], strict=True)
    held = [pd.isna(start) or pd.isna(end) or str(evidence)[int(start) : int(end)] == said for evidence, said, start, end in rows]
    return pd.Series(held, index=frame.index, dtype=bool)


class Mention(pa.DataFrameModel):
    """Mentions, one row for each act that one sentence asserts. Sorted by article, sentence and id."""

    mention_id: str = columns.mention_id()
    article_id: str = columns.article_id()
    story_id: str = columns.story_id()
    sentence_index: int = columns.sentence_index()
    evidence: str = columns.evidence()
    source_country: str = columns.source_country()
    source_role: str = columns.source_role()
    source_name: str = columns.source_name()
    source_text: str = columns.source_text()
    source_start: pd.Int64Dtype = columns.source_start()
    source_end: pd.Int64Dtype = columns.source_end()
    source_basis: str = columns.source_basis()
    target_country: str = columns.target_country()
    target_role: str = columns.target_role()
    target_name: str = columns.target_name()
    target_text: str = columns.target_text()
    target_start: pd.Int64Dtype = columns.target_start()
    target_end: pd.Int64Dtype = columns.target_end()
    target_basis: str = columns.target_basis()
    trigger_text: str = columns.trigger_text()
    trigger_start: int = columns.trigger_start()
    trigger_end: int = columns.trigger_end()
    event_code: str = columns.event_code()
    event_root_code: str = columns.event_root_code()
    status: str = columns.status()
    speaker_country: str = columns.speaker_country()
    event_date: pandas_engine.DateTime = columns.event_date()
    date_precision: str = columns.date_precision()
    date_text: str = columns.date_text()
    date_basis: str = columns.date_basis()
    place_name: str = columns.place_name()
    place_geonames_id: pd.Int64Dtype = columns.place_geonames_id()
    place_kind: str = columns.place_kind()
    place_precision: str = columns.place_precision()
    place_country: str = columns.place_country()
    latitude: float = columns.latitude()
    longitude: float = columns.longitude()
    is_domestic: bool = columns.is_domestic()
    rule_id: str = columns.rule_id()
    confidence: float = columns.confidence()
    coder_version: str = columns.coder_version()

    class Config:
        """Ids are unique over the whole table."""

        name = "mention"
        strict = True
        unique = ["mention_id"]  # noqa: RUF012 - Pandera reads a plain list

    @pa.dataframe_check(name="root_begins_code")
    @classmethod
    def root_begins_code(cls, frame: pd.DataFrame) -> "pd.Series[bool]":
        """The root is the first two digits of the code."""
        return frame["event_code"].str[:2] == frame["event_root_code"]

    @pa.dataframe_check(name="domestic_means_one_country")
    @classmethod
    def domestic_means_one_country(cls, frame: pd.DataFrame) -> "pd.Series[bool]":
        """A mention is domestic exactly where both countries are known and equal."""
        return (frame["source_country"] == frame["target_country"]).fillna(value=False) == frame["is_domestic"]

    @pa.dataframe_check(name="trigger_stands_in_evidence")
    @classmethod
    def trigger_stands_in_evidence(cls, frame: pd.DataFrame) -> "pd.Series[bool]":
        """The trigger's offsets cut its text out of the evidence."""
        return spans_match(frame, "trigger")

    @pa.dataframe_check(name="source_stands_in_evidence")
    @classmethod
    def source_stands_in_evidence(cls, frame: pd.DataFrame) -> "pd.Series[bool]":
        """The source's offsets cut its text out of the evidence."""
        return spans_match(frame, "source")

    @pa.dataframe_check(name="target_stands_in_evidence")
    @classmethod
    def target_stands_in_evidence(cls, frame: pd.DataFrame) -> "pd.Series[bool]":
        """The target's offsets cut its text out of the evidence."""
        return spans_match(frame, "target")
