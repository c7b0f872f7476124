"""The errors Comity raises on purpose, and nothing else.

Our exception hierarchy::

    ComityError             anything a user can mend; `cli` prints it and exits 1
    ├── InputError          an input file that cannot be read at all
    ├── DictionaryError     a dictionary row that breaks its rules
    ├── ModelError          the language model is missing or is not the pinned one
    ├── OutputError         the output folder cannot be written or is not ours
    ├── CheckError          a check in sql/checks returned rows
    └── QueryError          SQL that DuckDB refuses, or an unknown view, country or code

A record that is bad while its file is good raises nothing: it becomes a `Reject`.
"""


class ComityError(Exception):
    """Anything that went wrong and that the user can mend; the message says how."""


class InputError(ComityError):
    """An input file that is missing, unreadable or of an unknown form."""


class DictionaryError(ComityError):
    """A dictionary row that breaks its rules; names file, row, value and what is allowed."""


class ModelError(ComityError):
    """The language model is missing, or its weights are not the pinned ones."""


class OutputError(ComityError):
    """The output folder cannot be written, or holds something that is not ours."""


class CheckError(ComityError):
    """A check in sql/checks returned rows; the message shows the first of them."""


class QueryError(ComityError):
    """A query that cannot be answered: bad SQL, an unknown view, country or code."""
