"""GDELT mentions -> rows that wait for their event: a mention names its event by number only, and is part of that event's record.

Layout and meanings: the GDELT event codebook 2.0 (key `gdelt` in SOURCES.csv).
"""

import json
import re
from collections.abc import Mapping

import pyarrow as pa

from etl.datasets.crosswalk import Refusal, moment_of
from etl.datasets.gdelt import KEY
from etl.datasets.layout import GDELT_MENTION

SCHEMA = pa.schema([("number", pa.int64()), ("cells", pa.string()), ("file", pa.string()), ("line", pa.int32())])
"""`cells` is a JSON list of the sixteen columns as text."""

_WHOLE = (
    "MentionType", "SentenceID", "Actor1CharOffset", "Actor2CharOffset", "ActionCharOffset", "InRawText", "Confidence",
    "MentionDocLen",
)  # fmt: skip
_WHOLE_NUMBER = re.compile(r"-?[0-9]+")


def mention(cells: Mapping[str, str]) -> dict[str, object]:
    """Return a row as number of the event and cells.

    Raises:
        Refusal: it names no event, or a column does not hold what it must.
    """
    number = cells[KEY]
    if not (number.isdecimal() and number.isascii()):
        raise Refusal(f"{KEY} is no number" if number else f"{KEY} is missing", number)
    for name in ("EventTimeDate", "MentionTimeDate"):
        moment_of(cells[name], name)
    for name in _WHOLE:
        if cells[name] and not _WHOLE_NUMBER.fullmatch(cells[name]):
            raise Refusal(f"{name} is no whole number", cells[name])
    listed = json.dumps([cells[name] for name in GDELT_MENTION], ensure_ascii=False, separators=(",", ":"))
    return {"number": int(number), "cells": listed}
