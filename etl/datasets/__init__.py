"""Other people's event data -> the same event table: GDELT, ICEWS, POLECAT and Phoenix.

`layout` knows the columns, `rows` reads files with their quirks, `crosswalk` turns codes and names into ours, one module for each
dataset says how a row becomes an event, `part` streams a file into a part, `store` merges parts into partitions, `intake` is the
whole run.
"""

from etl.datasets.intake import ImportReport, Intake

__all__ = ["ImportReport", "Intake"]
