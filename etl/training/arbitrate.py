"""Learning the arbitration table: how often rules and model are right where they agree, differ, or one is silent.

Counted on the development half of our own gold; an act is right if its source, target and root (or the alternative root of the
gold) are expected in its article.
"""

import csv
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from etl import paths
from etl.coder.arbitration import COLUMNS, Arbiter, Case, Record, Table, judged, roots_beside
from etl.coder.coder import Coder
from etl.coder.model import RelationModel, load_model
from etl.engines.equipment import Equipment, load_coder
from etl.errors import ComityError
from etl.evaluate import GoldItem, load_gold, to_articles
from etl.evaluate.gold import half
from etl.records import LIVE


def learn(coder: Coder, model: RelationModel, items: Sequence[GoldItem]) -> dict[Case, Record]:
    """Return the counts of every case among the acts and pairs of gold items; `coder` must read by rules alone."""
    counts: Counter[tuple[Case, str]] = Counter()
    arbiter = Arbiter(model, Table({}))
    for item, article in zip(items, to_articles(items), strict=True):
        wanted = _wanted(item)
        for reading in coder.read(article):
            for act in reading.scene.acts:
                if act.status not in LIVE or act.code.startswith("01") or act.source.key == act.target.key:
                    continue
                vote = arbiter.vote(reading.scene, act.source, act.target)
                sides = (act.source.key, act.target.key)
                case = judged(act, vote, roots_beside(act, reading.scene.acts))
                counts[case, "n"] += 1
                counts[case, "rule"] += (*sides, act.code[:2]) in wanted
                counts[case, "model"] += vote is not None and (*sides, vote.root) in wanted
            for source, target, vote, case in arbiter.ballots(reading.scene):
                counts[case, "n"] += 1
                counts[case, "model"] += (source.key, target.key, vote.best_act) in wanted
    cases = {case for case, _ in counts}
    return {case: Record(counts[case, "n"], counts[case, "rule"], counts[case, "model"]) for case in cases}


def write_table(records: dict[Case, Record], path: Path) -> None:
    """Write the table as CSV, sorted."""
    with path.open("w", encoding="utf-8", newline="") as out:
        rows = csv.writer(out, lineterminator="\n")
        rows.writerow(COLUMNS)
        for case in sorted(records, key=lambda case: (case.name, case.family, case.band)):
            record = records[case]
            rows.writerow((case.name, case.family, case.band, record.n, record.rule, record.model))


def _wanted(item: GoldItem) -> set[tuple[str, str, str]]:
    return set(_events(item))


def _events(item: GoldItem) -> Iterator[tuple[str, str, str]]:
    for event in item.events:
        if event.status in LIVE:
            for code in (event.code, event.alt):
                if code:
                    yield event.source, event.target, code[:2]


def main(gold: Sequence[str], folder: Path = paths.MODELS) -> int:
    """Learn the table from the development half of gold files and write it beside the model; return the exit code."""
    try:
        items = [item for item in load_gold([Path(name) for name in gold]) if half(item) == "dev"]
        records = learn(load_coder(Equipment(model=None)), load_model(folder), items)
    except ComityError as error:
        sys.stderr.write(f"Error: {error}\n")
        return 1
    write_table(records, folder / "arbitration.csv")
    sys.stdout.write(f"{sum(record.n for record in records.values())} cases of {len(items)} articles -> {folder}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
