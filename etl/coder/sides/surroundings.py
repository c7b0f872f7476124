"""What stands around a word: its prepositions and the lemmas behind each, by which its frames are chosen."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from etl.coder.coreference import PERSONAL
from etl.coder.sides.stand_ins import stood_for

if TYPE_CHECKING:
    from etl.coder.sides.filling import Filling


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands around one word of a parsed sentence."""

    filling: "Filling"
    token: int

    def prepositions(self) -> set[str]:
        """Return the prepositions that hang on the word, or on a verb's objects, where parsers hang them; "" for none."""
        grammar = self.filling.grammar
        holders = (self.token, *grammar.objects(self.token)) if grammar.is_verb(self.token) else (self.token,)
        return {"", *(preposition for holder in holders for preposition in grammar.behind(holder))}

    def objects(self, preposition: str) -> Iterator[str]:
        """Yield the lemmas, alone and with the word in front, of what stands behind a preposition or is the word's object."""
        for part in (stood_for(self.filling.grammar, part) for part in self.filling.parts(self.token, preposition)):
            yield self.filling.tree.lemmas[part]
            if self.filling.tree.words[part].lower() in PERSONAL:
                yield "counterpart"  # "invited him"
            yield self.filling.phrase(part)
