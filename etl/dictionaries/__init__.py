"""The dictionaries as one checked, frozen lexicon.

`load_lexicon` reads every CSV file of `data/dictionaries` (formats: its README.md), refuses what it does not know, and
returns what the coder needs. No frame library is used here: the coder must stay testable with strings alone.
"""

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from etl import paths
from etl.dictionaries.actors import ActorLexicon, Anaphor, Name, Role, load_actors
from etl.dictionaries.acts import ActLexicon, Code, Example, Frame, Operator, load_acts
from etl.dictionaries.overlay import Shelf
from etl.dictionaries.phrases import PhraseIndex
from etl.dictionaries.places import Spot, load_places
from etl.records import short_hash

__all__ = [
    "ActLexicon",
    "ActorLexicon",
    "Anaphor",
    "Code",
    "Example",
    "Frame",
    "Lexicon",
    "Name",
    "Operator",
    "Role",
    "load_lexicon",
]

SOURCE_COLUMNS = tuple("key,title,url,licence,note".split(","))


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What the coder knows: actors, acts and places, with the hash of every file they came from."""

    actors: ActorLexicon
    acts: ActLexicon
    places: PhraseIndex[Spot]
    hashes: dict[str, str]

    @property
    def version(self) -> str:
        """Sixteen hex digits over every dictionary file: two lexicons with one version are the same."""
        return short_hash(*(f"{name}={digest}" for name, digest in self.hashes.items()))


def load_lexicon(directory: Path = paths.DICTIONARIES, overlays: Iterable[Path] = ()) -> Lexicon:
    """Read, check and assemble the dictionaries of a folder, with the overlays on top of it.

    Raises DictionaryError with file, row, value and what is allowed for anything it does not know.
    """
    shelf = Shelf(directory, tuple(overlays))
    with _all_kept():
        sources = frozenset(row["key"] for row in shelf.rows("SOURCES.csv", SOURCE_COLUMNS))
        actors = load_actors(shelf, sources)
        return Lexicon(actors, load_acts(shelf, sources), load_places(directory, sources, actors.countries), shelf.hashes())


@contextmanager
def _all_kept() -> Iterator[None]:
    """Keep the garbage collector out while objects are made that all stay: it took two fifths of the time."""
    collected = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collected:
            gc.enable()
