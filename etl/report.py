"""What a build tells the one who ran it: what was read, what came of it, where it lies, and what to ask it next.

Also how every line of a report counts: `counted`.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import duckdb

    from etl.merge import RunCounts


def counted(number: int, noun: str) -> str:
    """Return a number with its noun, in the plural but for one: `1 batch`, `2 batches`, `1,000 articles`."""
    plural = f"{noun}es" if noun.endswith(("ch", "s", "sh", "x")) else f"{noun}s"
    return f"{number:,} {noun if number == 1 else plural}"


@dataclass(frozen=True, slots=True)
class RunReport:
    """The report of one build.

    `tables` holds the name and the rows of every table; `busiest` is the pair of countries with the most events, if any;
    `n_batches_coded` and `n_batches_reused` say how much of the coding was done before.
    """

    out: Path
    counts: "RunCounts"
    tables: tuple[tuple[str, int], ...]
    busiest: tuple[str, str] | None
    n_batches_coded: int
    n_batches_reused: int

    @classmethod
    def read(
        cls, connection: "duckdb.DuckDBPyConnection", out: Path, counts: "RunCounts", n_coded: int, n_reused: int
    ) -> "RunReport":
        """Take the rows of every table, and the busiest pair, from the dataset itself."""
        from schemas import TABLES

        tables = [(name, int(connection.execute(f"select count(*) from {name}").fetchall()[0][0])) for name in TABLES]
        pairs = connection.execute(
            "select source_country, target_country from event where source_country < target_country "
            "group by all order by count(*) desc, source_country, target_country limit 1"
        ).fetchall()
        return cls(out, counts, tuple(tables), pairs[0] if pairs else None, n_coded, n_reused)

    def __str__(self) -> str:
        """The report as text, wide enough for a terminal of 100 columns."""
        counts = self.counts
        anew = f"{counted(self.n_batches_coded, 'batch')} coded" if self.n_batches_coded else "nothing new to code"
        read = f"{counts.n_coded:,} coded + {counts.n_skipped:,} skipped + {counts.n_rejected:,} rejected"
        lines = [
            f"{counted(counts.n_read, 'article')} read = {read}; {anew}, {self.n_batches_reused:,} reused from earlier builds",
            "",
            f"{'table':<14}{'rows':>10}   file",
            *(f"{name:<14}{rows:>10,}   {self._place(name)}" for name, rows in self.tables),
            "",
            "Every check passed. Try next:",
            *(f"  {command}" for command in self._commands()),
        ]
        return "\n".join(lines)

    def _place(self, table: str) -> str:
        """Return where a table lies."""
        from etl.parquet import location

        place = location(table, self.out)
        return f"{place}/" if place.is_dir() else str(place)

    def _commands(self) -> tuple[str, ...]:
        """Return three commands that work on this dataset."""
        data = "" if self.out == Path("data/build") else f" --data {self.out}"
        source, target = self.busiest or ("CHN", "KOR")
        dyad = f"comity dyad {source} {target}{data} --chart {source.lower()}-{target.lower()}.svg"
        largest = "from event_named where goldstein < -5 order by event_date desc limit 10"
        return (dyad, f'comity query "{largest}"{data}', f'comity query "from reject"{data}')
