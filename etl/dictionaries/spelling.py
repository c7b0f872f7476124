"""Names in capitals, as older dictionaries have them, written as they stand in text: matching minds capitals.

"MINISTRY OF DEFENCE" is Ministry of Defence; "KIM JONG-IL" may be Kim Jong-il or Kim Jong-Il, "BIN LADEN" Bin Laden or bin Laden,
so that a name has one spelling or several. What is not all capitals is left as it is.
"""

import re
from collections.abc import Callable

from etl.dictionaries.phrases import words

# Words that stay small inside a name.
SMALL = frozenset("a against an and at by for from in of on or the to under with".split(" "))
# Words that some write small in a name and some do not.
PARTICLES = frozenset(
    "ad al ap as ash at bin bint da das de del della den der des di do dos du e ed el en es ibn la las le los os oud ter ud "
    "ul und van ve vom von y zu zum zur".split(" ")
)
TITLES = frozenset("dr gen jr lt mr mrs ms mt sgt sr st".split(" "))
NUMERALS = re.compile(r"(?=[IVX]{2,})X{0,2}(?:IX|IV|V?I{0,3})")
_VOWEL = re.compile(r"[AEIOUYÄÖÜÅÆØ]|[À-Ý]")
_PART = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


def spellings(name: str, kind: str, is_acronym: Callable[[str], bool] = lambda _word: False) -> tuple[str, ...]:
    """Return how a name may stand in text, the likeliest first.

    `kind` is country, person, organization or body: one short word is an acronym but where it names a person. `is_acronym` says
    of a word whether it is known to be written in capitals.
    """
    name = re.sub(r"^THE (?=.)", "", name)
    if not name.isupper():
        return (name,)
    parts = name.split(" ")
    if len(parts) == 1 and "-" not in name and kind != "person":
        size = sum(char.isalpha() for char in name)
        if is_acronym(name) or "." in name or not _VOWEL.search(name) or size <= (3 if kind == "country" else 4):
            return (name,)
        return _distinct([name, _cased(name)] if size <= 6 and kind != "country" else [_cased(name)])
    plain = [_word(part, place, kind, is_acronym) for place, part in enumerate(parts)]
    small = [_small_particles(word, part) for word, part in zip(plain, parts, strict=True)]
    joined = [re.sub(r"(?<=[^\W\d_]-)[A-Z](?=[a-z])", lambda match: match[0].lower(), word) for word in plain]
    joined = [other if word == first else word for first, word, other in zip(plain, small, joined, strict=True)]
    return _distinct([" ".join(plain), " ".join(small), " ".join(joined)])


def _word(word: str, place: int, kind: str, is_acronym: Callable[[str], bool]) -> str:
    """Return a word of a longer name with the capitals it has in text."""
    lower = word.lower()
    if place and lower in SMALL:
        return lower
    if lower.rstrip(".") in TITLES:
        return _cased(word)
    letters = sum(char.isalpha() for char in word)
    is_short = not _VOWEL.search(word) and 1 < letters <= 5 and (kind != "person" or letters > 2)
    return word if "." in word or (place and NUMERALS.fullmatch(word)) or is_acronym(word) or is_short else _cased(word)


def _cased(word: str) -> str:
    """Capitalise each part between hyphens, and behind the apostrophe of a name: Al-Qaida, O'Brien, People's, McKay."""

    def part(match: re.Match[str]) -> str:
        said = match[0].capitalize()
        said = re.sub(r"(?<=^[ODL]['’])[^\W\d_](?=\w)", lambda inner: inner[0].upper(), said)
        return re.sub(r"^Mc([a-z])(?=[a-z]{2})", lambda inner: "Mc" + inner[1].upper(), said)

    return _PART.sub(part, word)


def _small_particles(word: str, written: str) -> str:
    """Write the particles of a word small: al-Qaida, van, d'Ivoire."""
    word = re.sub(r"^[DL](?=['’])", lambda match: match[0].lower(), word)
    parts = zip(word.split("-"), written.split("-"), strict=True)
    return "-".join(part.lower() if source.lower() in PARTICLES else part for part, source in parts)


def _distinct(names: list[str]) -> tuple[str, ...]:
    """Return the names without those that match the same words as an earlier one."""
    return tuple({tuple(word.form for word in words(name)): name for name in reversed(names)}.values())[::-1]
