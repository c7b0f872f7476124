"""The measure of events: pairs of mentions put together rightly or wrongly, for raw keys and for merged events.

Run as `python tests/events/measure.py` for the table, with `--errors` for the pairs that are wrong.
"""

import sys
from itertools import combinations
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parents[1] / "stories"))

import acts
from measure_pairs import pairwise

from etl.event_distance import CloseCodes, distance
from etl.paths import DICTIONARIES


def main() -> None:
    """Print precision and recall of both halves, raw and merged."""
    codes = CloseCodes(DICTIONARIES)
    for name, mentions in acts.halves():
        truth = {one.name: one.act for one in mentions}
        print(f"{name}: {len(mentions)} mentions of {len(set(truth.values()))} acts")
        found = acts.event_groups(mentions, codes)
        for kind, groups in (("raw", acts.raw_groups(mentions)), ("merged", found)):
            precision, recall = pairwise(truth, groups)
            print(f"  {kind:<7}{len(set(groups.values())):>4} events; precision {precision}; recall {recall}")
        if "--errors" in sys.argv:
            for one, other in combinations(mentions, 2):
                same, together = one.act == other.act, found[one.name] == found[other.name]
                if same != together and (same or one.scene == other.scene):
                    apart = distance(one.raw, other.raw, codes)
                    print(f"    {'MISSED' if same else 'WRONG'} {apart:.2f} {one.act} {one.name} {other.act} {other.name}")


if __name__ == "__main__":
    main()
