"""Headlines in title case or capitals, brought to sentence case so that the parser sees verbs and not names.

Letters keep their places: the result has the length of the original, so offsets hold for both.
"""

import re

from etl.coder.text.surrogate import SET_OFF
from etl.dictionaries import ActorLexicon
from etl.dictionaries.phrases import fold

_WORD = re.compile(r"[A-Za-zÀ-ÿ’']+")
_APOSTROPHE = re.compile(r"[’'](?:s|S)?$")
_SMALL = frozenset(
    (
        "about above across after against along alongside amid amidst among around away back because before behind below "
        "beneath beside besides between beyond despite down during ever except from have having hers into inside just "
        "less like more most near next off once only onto ours outside over past per plus rather round says since some "
        "such than that their theirs them then there they this through throughout till toward towards under underneath "
        "unless unlike until upon versus very were what when where whether which while whom whose will with within "
        "and are but can did for had has her him his how its may nor not off one our out per she the too two via was who why you "
        "without would your being been does must could should also again"
    ).split()
)
"""What headlines in title case may leave small."""
_HONORIFICS = frozenset({"Mr", "Mrs", "Ms", "Dr"})
_KEPT_CAPITALS = 4  # letters; NATO, WTO, U.S. stay as they are, longer capitals are shouting


def clauses(text: str) -> str:
    """Return a headline with a full stop where a colon, semicolon, dash or bar parts it, so that each part is parsed by itself.

    A short first part is a speaker or a topic ("Mulvaney: ...") and stays; a full stop takes the place of one character.
    """

    def stop(match: re.Match[str]) -> str:
        before, after = text[: match.start()].split(), text[match.end() :].split()
        joined = match[1] == "-" and before and len(after) > 2 and _hyphenated(before[-1], after[0])
        joined = joined or SET_OFF.match(text, match.start()) is not None
        return match[0] if len(before) < 3 or joined else match[0].replace(match[1], ".")

    return re.sub(r"\s?([:;|–—-])\s", stop, text)


def _hyphenated(first: str, second: str) -> bool:
    """Whether a dash between two words is a hyphen that a feed has set off: "Xi - Lee", "so - called", "$12 - bn"."""
    if first[0].isupper() or second[0].islower():
        return first[0].isupper() == second[0].isupper() or len(first) <= _KEPT_CAPITALS
    return first[-1].isdigit() and second in {"B", "M", "K"}


def sentence_case(text: str, lexicon: ActorLexicon) -> str:
    """Return a headline with only names capitalised; text that is in sentence case already is returned unchanged."""
    plain = [match[0] for match in _WORD.finditer(text) if len(match[0]) > 3 and match[0].isalpha()]
    if len(plain) < 3:
        return text
    shouted = sum(word.isupper() for word in plain) > 0.8 * len(plain)
    capitalised = sum(word[0].isupper() for word in plain)
    words = (match[0] for match in _WORD.finditer(text) if len(match[0]) > 2 and match[0].isalpha())
    if not shouted and (capitalised < 0.75 * len(plain) or any(word.islower() and word not in _SMALL for word in words)):
        return text  # "Danish Prime Minister Karen Holm praised Sweden on Monday" only names many
    names = [(match.start, match.end) for match in lexicon.phrases.find(text)]

    def lower(match: re.Match[str]) -> str:
        word = match[0]
        named = any(start < match.end() and match.start() < end for start, end in names)
        if shouted and named:
            return word if lexicon.phrases.get(word) and len(word) <= _KEPT_CAPITALS else word.capitalize()
        owner = _APOSTROPHE.sub("", word)  # "Takaichi's" is Takaichi
        if named or fold(owner) in lexicon.shorts:
            return word
        if word in _HONORIFICS:
            return word  # "Mr." is one token, "mr." two
        if shouted and fold(owner.capitalize()) in lexicon.shorts:
            return word.capitalize()
        if word.isupper() and not shouted and len(word) <= _KEPT_CAPITALS:
            return word
        behind = _WORD.match(text, match.end() + 1)
        if not shouted and behind and fold(word) in lexicon.given_names and fold(behind[0]) in lexicon.shorts:
            return word  # "Martin Bashir" is no Bashir
        return word.lower() if len(word.lower()) == len(word) else word

    return _WORD.sub(lower, text)
