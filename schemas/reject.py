"""Rejects: records that could not become a row, and why."""

import pandas as pd
import pandera.pandas as pa

from schemas import columns


class Reject(pa.DataFrameModel):
    """Rejects, one row for each record refused. Nothing is dropped without a row here."""

    stage: str = columns.stage()
    file: str = columns.file()
    line: pd.Int64Dtype = columns.line()
    record_id: str = columns.record_id()
    check: str = columns.check()
    reason: str = columns.reason()
    value: str = columns.value()

    class Config:
        """A record may be refused without an id, so there is no key."""

        name = "reject"
        strict = True
