"""What a test asks of coded mentions: the happened and announced events, each once, as a line that reads itself."""

from collections.abc import Callable, Iterable

from etl.records import LIVE, Mention

Code = Callable[..., tuple[Mention, ...]]
"""The fixture `code`: a text (and title, day) to its mentions."""


def live_codes(mentions: Iterable[Mention], sentence: int | None = None) -> set[str]:
    """Return the happened and announced events of one sentence, or of all, as SRC>TGT:code."""
    return {f"{_dyad(one)}:{one.event_code}" for one in mentions if one.status in LIVE and sentence in {None, one.sentence_index}}


def live_roots(mentions: Iterable[Mention]) -> set[str]:
    """Return the happened and announced events as SRC>TGT:root."""
    return {f"{_dyad(one)}:{one.event_root_code}" for one in mentions if one.status in LIVE}


def _dyad(one: Mention) -> str:
    return f"{one.source.country or one.source.role}>{one.target.country or one.target.role}"
