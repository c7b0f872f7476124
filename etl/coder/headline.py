"""Headlines in title case or capitals, brought to sentence case so that the parser sees verbs and not names.

Letters keep their places: the result has the length of the original, so offsets hold for both.
"""

import re

from etl.dictionaries import ActorLexicon
from etl.dictionaries.phrases import fold

_WORD = re.compile(r"[A-Za-zÀ-ÿ’']+")
_KEPT_CAPITALS = 4  # letters; NATO, WTO, U.S. stay as they are, longer capitals are shouting


def sentence_case(text: str, lexicon: ActorLexicon) -> str:
    """Return a headline with only names capitalised; text that is in sentence case already is returned unchanged."""
    plain = [match[0] for match in _WORD.finditer(text) if len(match[0]) > 3 and match[0].isalpha()]
    if len(plain) < 3:
        return text
    shouted = sum(word.isupper() for word in plain) > 0.8 * len(plain)
    capitalised = sum(word[0].isupper() for word in plain)
    if not shouted and capitalised < 0.75 * len(plain):
        return text
    names = [(match.start, match.end) for match in lexicon.phrases.find(text)]

    def lower(match: re.Match[str]) -> str:
        word = match[0]
        named = any(start < match.end() and match.start() < end for start, end in names)
        if named or fold(word) in lexicon.shorts or (shouted and fold(word.capitalize()) in lexicon.shorts):
            return word.capitalize() if shouted and len(word) > _KEPT_CAPITALS or (shouted and not named) else word
        if word.isupper() and not shouted and len(word) <= _KEPT_CAPITALS:
            return word
        return word.lower() if len(word.lower()) == len(word) else word

    return _WORD.sub(lower, text)
