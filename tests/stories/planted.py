"""The planted corpus: 56 reports of our own, and what editors do to them, so that we know which articles are one story.

`reports.jsonl` holds 28 acts, each told twice by different hands: two true reports are two stories. Every report is then copied,
edited, cut, re-led, updated and reprinted by other publishers. Hard cases stand between them: round-ups that quote the beginning
of several reports, and bulletins in the same words day after day. All words are ours; every choice is seeded.
"""

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

REPORTS = Path(__file__).with_name("reports.jsonl")
NEWSROOMS = ("Harbour Post", "Evening Ledger", "North Wire", "Lake Courier", "Delta Star", "Ridge Times", "Coast Mirror")
AGENCIES = ("Reuters", "AFP", "Kyodo", "Xinhua", "AP")
SWAPS = {
    "said": "stated", "two": "2", "three": "3", "largest": "biggest", "agreement": "accord", "announced": "made known",
    "because": "as", "after": "following", "about": "some", "government": "cabinet", "ships": "vessels", "promised": "pledged",
    "called": "termed", "before": "prior to", "more than": "over", "killed": "slain", "wants": "seeks", "near": "close to",
    "against": "versus", "also": "too", "year": "twelvemonth", "began": "started", "deal": "bargain", "began to": "started to",
}  # fmt: skip
TAIL = "Sign up for our morning letter and never miss a headline. All rights reserved; no part may be printed without leave."
NEW_LEADS = (
    "It was a development that few observers had seen coming, and it set the telephones ringing in several capitals.",
    "Diplomats were still weighing the consequences late in the evening, as the news made its way round the world.",
)
BULLETINS = (
    (
        "The defence ministry in Taipei said that {a} Chinese aircraft and {b} ships were seen around Taiwan in the "
        "twenty-four hours to six on {day} morning. Of the aircraft, {c} crossed the median line. The armed forces sent "
        "planes and ships of their own and followed the movements with coastal missiles. There was no shooting. The "
        "ministry publishes the figures every morning."
    ),
    (
        "Ukraine's air force said that Russia had launched {a} drones and {b} missiles overnight to {day}, and that {c} "
        "of them were shot down. Debris fell on houses in several regions. Power was cut for a time. Rescue workers were "
        "on the spot and the number of people hurt was being established. The air force gives its count each morning on "
        "its own channel."
    ),
    (
        "The central bank in Ankara set the lira at {a}.{b} to the dollar on {day}, after {c} points of trading on the "
        "day before. Dealers spoke of a quiet market with little news. State banks were seen selling dollars in the "
        "afternoon as on most days. The next meeting on interest rates is at the end of the month."
    ),
)
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True)
class Planted:
    """One article of the corpus: `story` names the text it comes from, `change` what was done to it."""

    article_id: str
    published_at: datetime
    source: str
    title: str
    text: str
    story: str
    event: str
    change: str


def reports() -> list[dict[str, str]]:
    """Return the reports as they were written."""
    return [json.loads(line) for line in REPORTS.read_text(encoding="utf-8").splitlines()]


def corpus(events: slice = slice(None), seed: int = 7) -> list[Planted]:
    """Return the articles planted from the reports of some of the events, with round-ups and bulletins between them."""
    chance = random.Random(seed)  # noqa: S311 - a made-up corpus, not a secret
    chosen = sorted({report["event"] for report in reports()})[events]
    told = [report for report in reports() if report["event"] in chosen]
    planted = [article for number, report in enumerate(told) for article in _versions(f"r{number:02d}", report, chance)]
    planted.extend(_round_ups(told, chance))
    planted.extend(_bulletins(chance))
    return planted


def _versions(story: str, report: dict[str, str], chance: random.Random) -> Iterator[Planted]:
    """Yield a report and twelve versions of it."""
    first = datetime.fromisoformat(report["day"]) + timedelta(hours=8, minutes=chance.randrange(600))
    title, text = report["title"], report["text"]
    agency = chance.choice(AGENCIES)
    sentences = text.split(". ")
    share = chance.uniform(0.35, 0.75)
    words = text.split()
    made = [
        ("first", 0.0, title, text),
        ("copied", 1.5, title, text),
        ("credited", 2.0, f"{title}: {agency}", f"({agency}) - {text}"),
        ("edited", 5.0, f"{title}, officials say", edited(text, chance)),
        ("edited and cut", 7.0, title.upper(), edited(". ".join(sentences[:-1]) + ".", chance)),
        ("cut", 9.0, title, " ".join(words[: int(len(words) * share)]) + " ..."),
        ("re-led", 16.0, f"What we know: {title}", f"{chance.choice(NEW_LEADS)} {'. '.join(sentences[1:])}"),
        ("with a tail", 20.0, title, f"{text} {TAIL}"),
        (
            "updated",
            28.0,
            f"UPDATE: {title}",
            f"{text} Further talks were expected in the coming days, a person close to them said.",
        ),
        (
            "re-led and edited",
            30.0,
            f"Analysis: {title}",
            f"{chance.choice(NEW_LEADS)} {edited('. '.join(sentences[1:]), chance)}",
        ),
        ("first sentences", 3.0, title, ". ".join(sentences[:2]) + "."),
        (
            "mixed",
            18.0,
            title,
            ". ".join([sentences[1], sentences[0], *edited(". ".join(sentences[2:]), chance).split(". ")[:-1]]),
        ),
        ("reprinted", 24.0 * 5, title, text),
    ]
    for number, (change, hours, headline, body) in enumerate(made):
        source = NEWSROOMS[(number + int(story[1:])) % len(NEWSROOMS)]
        published = first + timedelta(hours=hours, minutes=chance.randrange(30))
        yield Planted(f"{story}-{number}", published, source, headline, body, story, report["event"], change)


def edited(text: str, chance: random.Random) -> str:
    """Return a text in which an editor has changed most of the words he could, and dropped a sentence now and then."""
    sentences = text.split(". ")
    if len(sentences) > 4:
        del sentences[chance.randrange(2, len(sentences) - 1)]
    text = ". ".join(sentences)
    for word, other in SWAPS.items():
        if chance.random() < 0.7:
            text = text.replace(f" {word} ", f" {other} ")
    return text


def _round_ups(told: list[dict[str, str]], chance: random.Random) -> Iterator[Planted]:
    """Yield weekly columns that give the first two sentences of six reports each: stories of their own."""
    for number in range(len(told) // 3):
        six = chance.sample(told, 6)
        day = max(datetime.fromisoformat(report["day"]) for report in six) + timedelta(hours=20)
        briefs = ". ".join(". ".join(report["text"].split(". ")[:2]) for report in six)
        story = f"roundup{number}"
        yield Planted(story, day, chance.choice(NEWSROOMS), "The week in brief", briefs, story, story, "round-up")


def _bulletins(chance: random.Random) -> Iterator[Planted]:
    """Yield three bulletins of two weeks each: the same words every day, other figures; each is a story of its own."""
    start = datetime(2026, 3, 2, 9)
    for kind, form in enumerate(BULLETINS):
        for day in range(14):
            figures = {name: chance.randrange(10, 99) for name in "abc"}
            text = form.format(day=DAYS[day % 7], **figures)
            story = f"bulletin{kind}-{day:02d}"
            published = start + timedelta(days=day)
            yield Planted(story, published, "North Wire", "Daily count", text, story, f"bulletin{kind}", "bulletin")
