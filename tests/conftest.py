"""What several tests share: the real lexicon, the real parser and the real coder, each loaded once a run."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest

from etl.coder.coder import Coder
from etl.coder.parser import Parser, load_parser
from etl.dictionaries import Lexicon, load_lexicon
from etl.engines.equipment import Equipment, load_coder, settle_memory
from etl.records import Article, Mention

PUBLISHED = date(2026, 1, 15)  # a Thursday; what the dictionaries' examples count from


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    """The dictionaries of the project."""
    return load_lexicon()


@pytest.fixture(scope="session")
def parser() -> Parser:
    """The pinned language model."""
    return load_parser()


@pytest.fixture(scope="session")
def coder(lexicon: Lexicon, parser: Parser) -> Coder:
    """The coder by rules alone, whose every answer a dictionary row explains; tests of both readers load their own."""
    coder = Coder(lexicon, parser)
    settle_memory()
    return coder


@pytest.fixture(scope="session")
def code(coder: Coder) -> Callable[..., tuple[Mention, ...]]:
    """Return a function that codes one text (and an optional title) published on a day."""
    return _coding(coder)


@pytest.fixture(scope="session")
def code_with_model() -> Callable[..., tuple[Mention, ...]]:
    """Return the same with both readers, as users run it."""
    return _coding(load_coder(Equipment()))


def _coding(coder: Coder) -> Callable[..., tuple[Mention, ...]]:
    def run(text: str, title: str | None = None, published: date = PUBLISHED) -> tuple[Mention, ...]:
        moment = datetime(published.year, published.month, published.day)
        article = Article("a", moment, "test", title, text, language="en")
        return next(iter(coder.code([article]))).mentions

    return run


@pytest.fixture(scope="session")
def shared() -> Path:
    """Other people's text for measuring; tests that need it are skipped where it is missing."""
    folder = Path(__file__).resolve().parents[2] / "shared"
    if not (folder / "data").exists():
        pytest.skip("the measuring sets are not beside the checkout (../shared/data)")
    return folder
