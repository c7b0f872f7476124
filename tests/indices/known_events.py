"""Made-up articles and imported events that are known one by one, for the tests of indices.

Our own dataset has articles on some days only, so that zeros and gaps both occur; two imported datasets tell of the same dyads.
"""

import random
import sys
from datetime import date, datetime, timedelta
from pathlib import Path

import pandas as pd

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "unit"))

import table_corpus

from etl.load import split

FIRST, LAST = date(2024, 1, 1), date(2025, 12, 31)
UNREAD = {date(2025, 3, 1) + timedelta(days=number) for number in range(31)} | {date(2025, 6, 10), date(2025, 6, 11)}
# Code -> the verb that a sentence says it with.
ACTS = {"042": "visited", "057": "signed a pact with", "111": "criticised", "163": "embargoed", "190": "fought"}
DYADS = (("CHN", "KOR"), ("KOR", "CHN"), ("CHN", "JPN"), ("USA", "CHN"))
QUIET = date(2024, 9, 1)


def articles():
    """Return coded articles of two years: none in March 2025, and no act between China and South Korea in September 2024."""
    chance = random.Random(7)  # noqa: S311 - a made-up corpus, not a secret
    made, day, number = [], FIRST, 0
    while day <= LAST:
        if day not in UNREAD:
            for _ in range(chance.choice((1, 1, 2))):
                number += 1
                acts = []
                for index in range(chance.randrange(3)):
                    source, target = chance.choice(DYADS)
                    if {source, target} == {"CHN", "KOR"} and (day.year, day.month) == (QUIET.year, QUIET.month):
                        continue
                    code = chance.choice(sorted(ACTS))
                    role = chance.choice(("GOV", "GOV", "MIL", "BUS"))
                    acts.append(
                        table_corpus.mention(
                            f"a{number:04d}", source, target, code, ACTS[code], day=day, index=index + 1, source_role=role
                        )
                    )
                language = chance.choice(("en", "en", "fr"))
                made.append(written(f"a{number:04d}", acts, day, chance.choice(table_corpus.NEWSROOMS), language))
        day += timedelta(days=1)
    return made


def written(article_id, acts, day, source, language):
    """Return one coded article; of another language than English it was read and skipped."""
    from dataclasses import replace

    skipped = None if language == "en" else "language"
    coded = table_corpus.coded(
        article_id, acts if skipped is None else (), datetime(day.year, day.month, day.day, 12), source, skipped=skipped,
        text=f"Text of {article_id}, unlike any other: {random.Random(article_id).random()}.",  # noqa: S311 - as above
    )  # fmt: skip
    return replace(coded, article=replace(coded.article, language=language))


def imported(dataset, seed, noise):
    """Return events as another dataset would bring them, on the dyads of ours, every month of 2025 but for `noise`."""
    chance = random.Random(seed)  # noqa: S311 - as above
    rows = []
    for month in range(1, 13):
        for source, target in (("CHN", "KOR"), ("KOR", "CHN"), ("CHN", "JPN")):
            for number in range((month * (2 if source == "CHN" else 1)) % 7 + chance.randrange(noise + 1)):
                code, score, quad = chance.choice((("042", 1.9, 1), ("057", 8.0, 1), ("111", -2.0, 3), ("190", -10.0, 4)))
                rows.append(event(dataset, f"{dataset}-{source}-{target}-{month}-{number}", source, target, code, score, quad,
                                  date(2025, month, 1 + chance.randrange(28))))  # fmt: skip
    good, bad = split("event", pd.DataFrame(rows, dtype=object))
    assert bad.empty, bad
    return good


def event(dataset, event_id, source, target, code, score, quad, day):
    """Return one event of another dataset as a row."""
    from schemas import TABLES, arrow_schema

    row = dict.fromkeys(arrow_schema(TABLES["event"]).names)
    return row | {
        "event_id": event_id, "dataset": dataset, "event_date": day, "date_precision": "day", "source_country": source,
        "source_role": "GOV", "target_country": target, "target_role": "GOV", "event_code": code, "event_base_code": code,
        "event_root_code": code[:2], "quad_class": quad, "plover": None, "goldstein": score, "status": "happened",
        "n_mentions": 2, "n_raw_events": 1, "n_articles": 2, "n_stories": 2, "n_publishers": 1,
        "first_published": datetime(2025, 1, 1), "last_published": datetime(2025, 1, 2), "confidence": 0.5, "evidence": "A row.",
        "article_id": f"story of {event_id[:-1]}",
    }  # fmt: skip
