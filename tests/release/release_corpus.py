"""Four small articles of our own, and a dataset built from them: what the tests of a release release."""

import json

from click.testing import CliRunner

from etl.cli import main

ARTICLES = (
    {
        "id": "bans",
        "date": "2025-11-20",
        "source": "Harbour Post",
        "language": "en",
        "title": "China bans seafood from Japan",
        "text": "China banned seafood imports\n from  Japan on Thursday. Japan condemned China in Geneva. "
        "Seoul watched from afar.",
    },
    {
        "id": "visit",
        "date": "2025-12-03",
        "source": "Evening Ledger",
        "language": "en",
        "text": "South Korean President Lee Jae-myung visited Tokyo on Wednesday. "
        "Japan and South Korea signed an agreement on trade.",
    },
    {"id": "quiet", "date": "2026-01-08", "source": "Harbour Post", "language": "en", "text": "It rained all day in the valley."},
    {"id": "undated", "source": "Harbour Post", "text": "This sentence has no day and must not leave the machine."},
)


def build(folder, articles=ARTICLES):
    """Build a dataset of some articles in a folder by the command, and return where it lies."""
    folder.mkdir(parents=True, exist_ok=True)
    news = folder / "news.jsonl"
    news.write_text("".join(json.dumps(article) + "\n" for article in articles), encoding="utf-8")
    result = CliRunner().invoke(main, ["build", "--no-model", "--articles", str(news), "--out", str(folder / "data")])
    assert result.exit_code == 0, result.output
    return folder / "data"
