"""How long grouping takes: one busy pair of countries, 5 to 80 raw events a day. Run as `python tests/bench/event_groups.py`.

No test: figures depend on the machine. The raw events are made up from a seed: two years, a third of them retell an act of the
day or the day before in other words, one in twenty knows only the month.
"""

import random
import time
from datetime import date, timedelta

from etl.event_distance import CloseCodes, RawEvent, last_day
from etl.event_groups import group
from etl.paths import DICTIONARIES

DAYS = 730
CODES = ("010", "020", "036", "040", "042", "057", "110", "111", "112", "130", "1312", "160", "163", "172", "190", "195")
MIRRORS = {"040": "040", "042": "043", "043": "042", "057": "057", "036": "036"}


def main() -> None:
    """Measure each rate and print its line."""
    codes = CloseCodes(DICTIONARIES)
    print(f"{'a day':>6}{'raw events':>12}{'events':>9}{'seconds':>9}{'us each':>9}")
    for rate in (5, 20, 40, 80):
        raws = list(made_up(rate))
        started = time.perf_counter()
        groups = group(raws, codes, MIRRORS)
        seconds = time.perf_counter() - started
        print(f"{rate:>6}{len(raws):>12,}{len(groups):>9,}{seconds:>9.1f}{seconds / len(raws) * 1e6:>9.0f}", flush=True)


def made_up(rate: int) -> list[tuple[RawEvent, int]]:
    """Return raw events of one pair of countries with their directions, `rate` a day, in the order of publication."""
    chance = random.Random(rate)  # noqa: S311 - made-up events, not a secret
    vocabulary = [f"w{number}" for number in range(4000)]
    made: list[tuple[RawEvent, int]] = []
    for number in range(rate * DAYS):
        day = date(2024, 1, 1) + timedelta(days=number // rate)
        told, direction = made[-chance.randrange(1, rate + 1)] if len(made) > rate and chance.random() < 1 / 3 else (None, 0)
        words = frozenset(chance.sample(vocabulary, 8))
        if told:
            words = frozenset([*sorted(told.words)[:5], *sorted(words)[:3]])
        else:
            direction = chance.randrange(2)
        is_month = chance.random() < 0.05
        first = day.replace(day=1) if is_month else day
        roles = chance.choice(("GOV", "GOV", "GOV", "MIL", "BUS")), chance.choice(("GOV", "GOV", "CVL"))
        code = told.event_code if told else chance.choice(CODES)
        last = last_day(first, "month" if is_month else "day")
        name = f"r{number}"
        raw = RawEvent(name, *roles, code, first, last, chance.random() < 0.5, name, name, words, frozenset())
        made.append((raw, direction))
    return made


if __name__ == "__main__":
    main()
