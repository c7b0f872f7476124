"""An article's own country: the one whose courts, police and ministries it means where it does not say whose they are.

"Prosecutors charged a Peruvian man" is told in an American paper of American prosecutors. The home is the country that the
article names much more often than any other, its towns and people counted, or that of the dateline: "SEOUL, June 18 (Yonhap) --
The foreign ministry" is the South Korean one.
"""

import re
from collections import Counter
from collections.abc import Container, Iterable

from etl.coder.actors import Cast
from etl.coder.naming.setting import Setting
from etl.coder.recall.memory import Memory
from etl.coder.tree import Tree
from etl.dictionaries import Name
from etl.dictionaries.phrases import PhraseIndex
from etl.dictionaries.places import Spot

_FEWEST = 3
"""Names of a country that an article must have."""
_LEAD = 2
"""Times as many as the next country must it have."""
_DATELINE = re.compile(r"^\W{0,3}([A-Z][\w .,'’-]{2,48}?)\s*(?:\([A-Z][\w .&-]{1,24}\)\s*)?(?:[-–—]{1,3}|:)\s+(?=[A-Z“\"])")
_AGENCY = re.compile(r"\(([A-Z][\w .&-]{1,24})\)")
_SEATED = frozenset({"ministry", "department", "office", "agency", "bureau"})  # "the Ministry of Foreign Affairs"
_SPEAKING = frozenset({"spokesperson", "spokesman", "spokeswoman", "official"})  # "a foreign ministry spokesperson"
_DOMINANT = 5  # times the inhabitants of the next place of the name, as for places of acts


def is_organ(tree: Tree, token: int, organs: Container[tuple[str, ...]]) -> bool:
    """Whether a noun is an organ that acts, and nothing but the article tells whose: no owner, no place, no name of its own."""
    above = tree.head[token]
    active = tree.deps[token] == "nsubj" or (tree.deps[token] == "pobj" and tree.deps[above] == "agent")
    if not active or tree.pos[token] not in {"NOUN", "PROPN"} or tree.kids(token, "poss", "appos"):
        return False
    if any(tree.pos[below] == "PROPN" for below in tree.kids(token, "compound", "nmod")):
        return False
    if tree.lemmas[token] in _SPEAKING:  # "a spokesperson for the Ministry of Commerce"
        offices = [pobj for prep in tree.kids(token, "prep") if tree.lemmas[prep] == "for" for pobj in tree.kids(prep, "pobj")]
        if offices and not any(tree.kids(office, "poss", "compound", "nmod") for office in offices):
            return any(_names_organ(tree, office, organs) for office in offices)
    dated = {"on"} | ({"of"} if tree.lemmas[token].lower() in _SEATED else set())  # "the ministry on Wednesday"
    behind = [prep for prep in tree.kids(token, "prep") if tree.lemmas[prep] not in dated]
    if any(tree.pos[pobj] == "PROPN" for prep in behind for pobj in tree.kids(prep, "pobj")):
        return False
    if tree.lemmas[token] in _SPEAKING and any(
        _names_organ(tree, below, organs) for below in tree.kids(token, "compound", "nmod")
    ):
        return True
    return _names_organ(tree, token, organs)


def _names_organ(tree: Tree, token: int, organs: Container[tuple[str, ...]]) -> bool:
    """Whether the words that end at a token are one of the organs."""
    return any(
        (*(word.lower() for word in tree.words[token - size + 1 : token]), last) in organs
        for size in (3, 2, 1)
        if token - size + 1 >= 0
        for last in (tree.lemmas[token].lower(), tree.words[token].lower())
    )


def home_of(
    text: str,
    sentences: Iterable[str],
    countries: Iterable[str],
    places: PhraseIndex[Spot],
    desk: tuple[str | None, bool] = (None, False),
) -> str | None:
    """Return the home of an article by `countries`, the country of each name in it; None where no country stands out.

    `text` is its body, which may open with a dateline; `sentences` are those of title and body; `desk` is what `desk_of` tells.
    """
    capital, own_agency = desk
    if own_agency:
        return capital
    counts = Counter(countries)
    for sentence in sentences:
        for match in places.find(sentence):
            if (country := _country(match.values)) is not None:
                counts[country] += 1
    if capital is not None:
        counts[capital] += 1
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


def desk_of(text: str, names: PhraseIndex[Name]) -> tuple[str | None, bool]:
    """Return the country whose capital an article is filed from, None where from elsewhere, and whether by its own agency.

    From "SEOUL, June 18 (Yonhap)" an unnamed ministry is South Korean whoever is written of; a foreign agency's bureau in a
    capital may cover the neighbours as well.
    """
    dateline = _DATELINE.match(text)
    if dateline is None:
        return None, False
    seats = (name for match in names.find(dateline[1].title()) for name in match.values if name.kind == "capital")
    country = next((name.country for name in seats), None)
    agency = _AGENCY.search(dateline[0])
    owners = {name.country for match in (names.find(agency[1]) if agency else ()) for name in match.values}
    return country, country is not None and country in owners


def opening(setting: Setting, memory: Memory, cast: Cast, sentence: int, length: int) -> int:
    """Return the token up to which the organs of a sentence are the dateline's: where it opens a text, until somebody is named.

    Not where the title is about another country, which the sentence does not name: then the ministry may be that one's.
    """
    if sentence != 1 or setting.desk is None:
        return 0
    titled = {seen.actor.country for seen in memory.seen if seen.sentence == 0} - {None}
    elsewhere = titled and setting.desk not in titled and not titled <= {actor.country for actor in cast.all()}
    if elsewhere and not setting.own_agency:
        return 0
    return min((*cast.heads, *cast.owners), default=length)


def _country(spots: tuple[Spot, ...]) -> str | None:
    """Return the country of the place that a name means: the only one, or the one far larger than the others."""
    ranked = sorted(spots, key=lambda spot: -spot.population)
    if len({spot.country for spot in spots}) == 1 or ranked[0].population >= _DOMINANT * ranked[1].population:
        return ranked[0].country
    return None
