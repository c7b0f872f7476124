"""A small made-up corpus of coded articles, for the tests of tables and views. Every sentence is ours."""

import random
from datetime import date, datetime, timedelta

import pandas as pd

from etl.load import split
from etl.merge import BuildInfo
from etl.records import Article, CodedArticle, Mention, Party, Reject

CODER_VERSION = "test-1"
COUNTRIES = {"CHN": "China", "KOR": "South Korea", "USA": "the United States", "JPN": "Japan", "RUS": "Russia", "IRN": "Iran"}
ACTS = (
    ("042", "visited"),
    ("111", "criticised"),
    ("057", "signed a pact with"),
    ("163", "embargoed"),
    ("036", "will meet"),
    ("190", "fought"),
)
BODIES = {"UNO": "the United Nations", "EUR": "the European Union"}
NEWSROOMS = ("Harbour Post", "Evening Ledger", "North Wire")


def party(country, role, text, sentence, name=None, basis="name"):
    """Return one side, its offsets found in the sentence."""
    start = sentence.index(text)
    return Party(country, role, name or text, text, start, start + len(text), basis)


def mention(
    article_id="a1", source="CHN", target="KOR", code="111", verb="criticised", status="happened", day=date(2026, 1, 5), index=1,
    confidence=0.9, source_role="GOV", target_role="GOV", tail="", precision="day",
):  # fmt: skip
    """Return one mention; countries of `BODIES` become bodies without a country."""
    names = COUNTRIES | BODIES
    sentence = f"Officials of {names[source]} {verb} {names[target]} again{tail}."
    if source == target:
        sentence = f"Officials of {names[source]} {verb} their own ministry in {names[target]}, one of them said{tail}."
    trigger = sentence.index(verb)
    sides = []
    for code_of, role in ((source, source_role), (target, target_role)):
        body = code_of in BODIES
        sides.append(party(None if body else code_of, code_of if body else role, names[code_of], sentence))
    return Mention(
        article_id=article_id,
        sentence_index=index,
        evidence=sentence,
        source=sides[0],
        target=sides[1],
        trigger_text=verb,
        trigger_start=trigger,
        trigger_end=trigger + len(verb),
        event_code=code,
        status=status,
        speaker_country=None,
        event_date=day,
        date_precision=precision,
        date_text=None,
        date_basis="published",
        rule_id=f"frames/{code[:2]}:{verb}",
        confidence=confidence,
    )


def coded(article_id="a1", mentions=(), published=None, source="Harbour Post", text=None, skipped=None, **more):
    """Return one coded article."""
    article = Article(
        article_id=article_id,
        published_at=published or datetime(2026, 1, 5, 9, 30),
        source=source,
        title=more.pop("title", f"Headline of {article_id}"),
        text=f"Text of {article_id}." if text is None else text,
        url=more.pop("url", f"https://news.example/{article_id}"),
        language="en",
        **more,
    )
    return CodedArticle(article, n_sentences=12, n_candidates=len(mentions), mentions=tuple(mentions), skipped=skipped)


def corpus(n_articles=60, seed=11):
    """Return coded articles over two winters: visits and their mirrors, quarrels, self-dyads, bodies, repeats, all statuses."""
    chance = random.Random(seed)  # noqa: S311 - a made-up corpus, not a secret
    articles = []
    for number in range(n_articles):
        article_id = f"art{number:03d}"
        published = datetime(2025, 11, 20, 6) + timedelta(days=chance.randrange(90), minutes=chance.randrange(1440))
        mentions = []
        for index in range(chance.randrange(5)):
            source, target = chance.sample(sorted(COUNTRIES), 2)
            code, verb = chance.choice(ACTS)
            status = "announced" if code == "036" else chance.choice(("happened", "happened", "happened", "negated", "alleged"))
            roles = {"source_role": chance.choice(("GOV", "MIL", "BUS")), "target_role": chance.choice(("GOV", "GOV", "MED"))}
            day = published.date() - timedelta(days=chance.randrange(3))
            common = {
                "article_id": article_id,
                "index": index,
                "status": status,
                "day": day,
                "confidence": chance.randrange(50, 100) / 100,
            }
            # words of its own keep each act apart from the others: what is grouped is tried in tests of its own
            places = f" over {', '.join(f'n{number}x{index}{letter}' for letter in 'abcdefghijk')}"
            mentions.append(mention(source=source, target=target, code=code, verb=verb, **roles, **common, tail=places))
            if code in {"042", "057", "036"}:
                swapped = {"source_role": roles["target_role"], "target_role": roles["source_role"]}
                other = "043" if code == "042" else code
                mentions.append(
                    mention(source=target, target=source, code=other, verb=verb, **swapped, **common, tail=f"{places} in return")
                )
        if number % 10 == 3:
            mentions.append(mention(article_id=article_id, source="RUS", target="RUS", index=9, day=published.date()))
        if number % 10 == 5:
            mentions.append(mention(article_id=article_id, source="UNO", target="IRN", index=9, day=published.date()))
            mentions.append(mention(article_id=article_id, source="UNO", target="EUR", index=10, day=published.date()))
        skipped = "language" if number % 20 == 7 else None
        articles.append(coded(article_id, () if skipped else mentions, published, chance.choice(NEWSROOMS), skipped=skipped))
    return articles


def refused():
    """Return records that were refused on reading."""
    return [
        Reject("read", "day1.jsonl", 4, None, "not JSON", "{broken"),
        Reject("read", "day1.jsonl", 9, "art900", "no date", None),
    ]


def build_info(**more):
    """Return what made the test builds."""
    values = {
        "version": "0.2.0",
        "coder_version": CODER_VERSION,
        "dictionary_version": "d1",
        "dictionary_hashes": {"frames/11_disapprove.csv": "ab12"},
        "parser": "en_core_web_sm 3.8.0",
        "inputs": ["day1.jsonl", "day2.jsonl"],
    }
    return BuildInfo(**(values | more))


def imported_events():
    """Return two events as another dataset would bring them: no mentions of ours, one on a day that our own events have too."""
    common = {
        "dataset": "icews", "date_precision": "day", "source_country": "USA", "source_role": "GOV", "target_country": "CHN",
        "target_role": "GOV", "event_code": "042", "event_base_code": "042", "event_root_code": "04", "quad_class": 1,
        "plover": "CONSULT", "goldstein": 1.9, "status": "happened", "n_mentions": 3, "n_raw_events": None,
        "n_articles": 3, "n_stories": 2,
        "n_publishers": 2, "first_published": datetime(2026, 1, 5), "last_published": datetime(2026, 1, 6), "confidence": 0.5,
        "mirror_event_id": None, "evidence": "Consult", "article_id": "47400351", "url": None,
        "place_name": None, "place_geonames_id": None, "place_kind": None, "place_precision": None, "place_country": None,
        "latitude": None, "longitude": None,
    }  # fmt: skip
    rows = [
        common | {"event_id": "icews-1", "event_date": date(2026, 1, 5)},
        common | {"event_id": "icews-2", "event_date": date(2018, 6, 1)},
    ]
    good, bad = split("event", pd.DataFrame(rows, dtype=object))
    assert bad.empty
    return good
