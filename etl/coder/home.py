"""An article's own country: the one whose courts, police and ministries it means where it does not say whose they are.

"Prosecutors charged a Peruvian man" is told in an American paper of American prosecutors. The home is the country that the
article names much more often than any other, its towns and people counted, or that of the dateline.
"""

import re
from collections import Counter
from collections.abc import Container, Iterable

from etl.coder.tree import Tree
from etl.dictionaries.phrases import PhraseIndex
from etl.dictionaries.places import Spot

_FEWEST = 3
"""Names of a country that an article must have."""
_LEAD = 2
"""Times as many as the next country must it have."""
_DATELINE = re.compile(r"^\W{0,3}([A-Z][\w .,'’-]{2,48}?)\s*(?:\([A-Z][\w .&-]{1,24}\)\s*)?(?:[-–—]{1,3}|:)\s+(?=[A-Z“\"])")
_DOMINANT = 5  # times the inhabitants of the next place of the name, as for places of acts


def is_organ(tree: Tree, token: int, organs: Container[tuple[str, ...]]) -> bool:
    """Whether a noun is an organ that acts, and nothing but the article tells whose: no owner, no place, no name of its own."""
    above = tree.head[token]
    active = tree.deps[token] == "nsubj" or (tree.deps[token] == "pobj" and tree.deps[above] == "agent")
    if not active or tree.pos[token] not in {"NOUN", "PROPN"} or tree.kids(token, "poss", "appos"):
        return False
    if any(tree.pos[below] == "PROPN" for below in tree.kids(token, "compound", "nmod")):
        return False
    if any(tree.pos[pobj] == "PROPN" for prep in tree.kids(token, "prep") for pobj in tree.kids(prep, "pobj")):
        return False
    return any(
        (*(word.lower() for word in tree.words[token - size + 1 : token]), last) in organs
        for size in (3, 2, 1)
        if token - size + 1 >= 0
        for last in (tree.lemmas[token].lower(), tree.words[token].lower())
    )


def home_of(text: str, sentences: Iterable[str], countries: Iterable[str], places: PhraseIndex[Spot]) -> str | None:
    """Return the home of an article by `countries`, the country of each name in it; None where no country stands out.

    `text` is its body, which may open with a dateline; `sentences` are those of title and body.
    """
    counts = Counter(countries)
    for sentence in sentences:
        for match in places.find(sentence):
            if (country := _country(match.values)) is not None:
                counts[country] += 1
    ranked = counts.most_common(2)
    if not ranked:
        return None
    (first, most), next_most = ranked[0], ranked[1][1] if len(ranked) > 1 else 0
    if most >= _FEWEST and most >= _LEAD * next_most:
        return first
    told = filed_from(text, places)
    return told if told is not None and 2 * counts[told] >= most else None


def filed_from(text: str, places: PhraseIndex[Spot]) -> str | None:
    """Return the country of the dateline of an article: where "here" is."""
    dateline = _DATELINE.match(text)
    return next((_country(match.values) for match in places.find(dateline[1].title())), None) if dateline else None


def _country(spots: tuple[Spot, ...]) -> str | None:
    """Return the country of the place that a name means: the only one, or the one far larger than the others."""
    ranked = sorted(spots, key=lambda spot: -spot.population)
    if len({spot.country for spot in spots}) == 1 or ranked[0].population >= _DOMINANT * ranked[1].population:
        return ranked[0].country
    return None
