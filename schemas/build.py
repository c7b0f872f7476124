"""The build: what made these tables, in one row."""

import pandera.pandas as pa

from schemas import columns


class Build(pa.DataFrameModel):
    """One row that says which program, dictionaries and models read what, and how much came of it.

    n_read = n_coded + n_skipped + n_rejected holds, in articles. No clock stands in it: the same inputs give the same bytes.
    """

    version: str = columns.version()
    coder_version: str = columns.coder_version()
    dictionary_version: str = columns.dictionary_version()
    dictionary_hashes: str = columns.dictionary_hashes()
    parser: str = columns.parser_name()
    model_hash: str = columns.model_hash()
    scheme: str = columns.scheme()
    scheme_version: str = columns.scheme_version()
    inputs: str = columns.inputs()
    n_read: int = columns.build_total(description="Article records read: coded, skipped and rejected together")
    n_coded: int = columns.n_coded()
    n_skipped: int = columns.n_skipped()
    n_rejected: int = columns.build_total(description="Article records refused; table reject says why")
    n_mentions: int = columns.build_total(description="Rows of mention")
    n_mentions_rejected: int = columns.build_total(description="Mentions refused; table reject says why")
    n_events: int = columns.build_total(description="Rows of event in dataset comity")
    n_stories: int = columns.build_total(description="Rows of story")

    class Config:
        """One row."""

        name = "build"
        strict = True


class Change(pa.DataFrameModel):
    """Events of ours that differ from the build before: one row for each added, changed or removed event, with the reason.

    Empty after the first build. It is the one table that depends on the way to a dataset and not only on its articles.
    """

    change: str = columns.change()
    event_id: str = columns.event_id()
    reason: str = columns.change_reason()
    other_event_id: str = columns.other_event_id()
    changed_columns: str = columns.changed_columns()
    difference: str = columns.difference()

    class Config:
        """An event changes once in a build."""

        name = "change"
        strict = True
        unique = ["event_id"]  # noqa: RUF012 - Pandera reads a plain list
