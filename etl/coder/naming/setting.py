"""What an article as a whole tells about its names: which Korea, which countries, and who only sounds like a leader.

"Taylor" is no Australian minister where "Bill Taylor" testifies, nor is "Jordan" a kingdom where "Jim Jordan" speaks, or
"Georgia" a country between Atlanta and Savannah.
"""

import re
from collections import Counter
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from etl.dictionaries import ActorLexicon, Name
from etl.dictionaries.phrases import fold

# A given name, perhaps an initial, and a surname; the look-ahead lets names overlap.
_FULL_NAME = re.compile(r"\b(?=([A-Z][a-z]+(?:-[A-Z]?[a-z]+)?) (?:[A-Z]\.? )?([A-Z][A-Za-z]+))")
_GIVEN_TOO = frozenset({"Kim", "Lee"})  # leaders' surnames that are given names elsewhere
# Words by which the press of the DPRK is known: it writes the other half's name small, and its own as "Korea".
_NORTHERN_PRESS = re.compile(r"\bsouth Korean?\b|\bJuche \d|\bSongun\b")
# Whose only Korea is the North, if they have no other name for it.
_OF_THE_NORTH = re.compile(
    r"\b(?:DPRK|Kim (?:Il Sung|Jong Il|Jong Un)|Juche|Workers['’] Party of Korea|WPK|Rodong Sinmun|Minju Joson"
    r"|U\.?S\.? imperialists?|group of traitors|[Ww]hole Korean nation)\b"
)
# Others who say DPRK have a name for the South.
_FOREIGN_PRESS = re.compile(r"\b(?:North|South|N\.|S\.) ?Korean?s?\b|\bROK\b")

_PLACES = frozenset({"name", "capital", "city"})


@dataclass(frozen=True, slots=True)
class Setting:
    """Whom the names of an article mean.

    `korea` is the state that "Korea" alone stands for: the press of either half means its own. `strangers` are names that are
    somebody's or something else's here. `present` are the countries that the article names, None where that is not known. `home`
    is the article's own country (`recall.home`), `here` that of its dateline, `desk` the same where that is a capital,
    `own_agency` whether an agency of that country wrote it. `shared` tells whose a name is that several countries bear.
    """

    korea: str = "KOR"
    strangers: frozenset[str] = frozenset()
    present: frozenset[str] | None = None
    home: str | None = None
    here: str | None = None
    desk: str | None = None
    own_agency: bool = False
    shared: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, text: str, named: Iterable[Name], lexicon: ActorLexicon) -> "Setting":
        """Read the setting from the whole text of an article and the dictionary names found in it."""
        found = list(named)
        northern = _NORTHERN_PRESS.search(text) or (_OF_THE_NORTH.search(text) and not _FOREIGN_PRESS.search(text))
        present = frozenset(name.country for name in found if name.country)
        strangers = frozenset(_strangers(text, found, lexicon))
        return cls("PRK" if northern else "KOR", strangers, present, shared=tuple(_shared(found)))

    def meant(self, name: Name, text: str) -> Name:
        """Return a name with the country that it stands for in this article."""
        if text in _BARE_KOREA:
            return replace(name, country=self.korea)
        here = {self.home, self.here} & set(_SHARED_NAMES.get(text, ("", {}))[1])
        known = [*here, *(country for word, country in self.shared if word == text)]
        return replace(name, country=known[0]) if known else name


NOWHERE = Setting()


def _shared(named: list[Name]) -> Iterable[tuple[str, str]]:
    """Yield the names and offices of several countries with whose they are: the first's, unless the others alone are named."""
    for office, (usual, others) in _SHARED_NAMES.items():
        soldiers = office == _CHIEFS  # Washington is named in most news from Seoul
        own = _ALIKE.get(office, {office})
        present = {
            one.country for one in named if one.name not in own and (one.role == "MIL" or one.country != "USA" or not soldiers)
        }
        alone = [other for other, signs in others.items() if present & signs] if usual not in present else []
        yield office, alone[0] if alone else usual


_HONOURED = re.compile(r"\b(?:Mr|Ms|Mrs)\.? (\w+)")
_APPOSED = re.compile(r"an? |the owner|\d\d\b")
_BARE_KOREA = frozenset({"Korea", "Korean", "Koreans"})
_CHIEFS = "Joint Chiefs of Staff"
_SENATES = (
    "ARG AUS BEL BOL BRA CAN CHL COL CZE DOM ESP FRA ITA KAZ KEN KHM LBR MEX NGA NLD PAK PHL POL PRY ROU THA URY ZWE".split()
)
_CONGRESSES = "ARG BOL BRA CHL COL CRI DOM ECU GTM HND IND MEX PER PHL PRY".split()
_CONGO = frozenset({"Congo", "Congolese"})
_DOMINICAN = frozenset({"Dominican", "Dominicans"})
_SHARED_NAMES = {
    _CHIEFS: ("USA", {"KOR": {"KOR", "PRK"}}),
    "Foreign Office": ("GBR", {"PAK": {"PAK"}, "DEU": {"DEU"}}),
    "Congress": ("USA", {country: {country} for country in _CONGRESSES}),
    **{name: ("USA", {country: {country} for country in _SENATES}) for name in ("Senate", "Senate committee", "Senate panel")},
    **{name: ("COD", {"COG": {"COG"}}) for name in _CONGO},  # where Brazzaville or its president is named
    **{name: ("DOM", {"DMA": {"DMA"}}) for name in _DOMINICAN},
}
_ALIKE = {name: names for names in (_CONGO, _DOMINICAN) for name in names}


def _introduced(text: str, given: str, surname: str) -> bool:
    """Whether a text introduces somebody whom it calls "Mr." later: "Nilesh Modi, a jeweller, fled. Mr. Modi denied it"."""
    return any(_APPOSED.match(text, found.end()) for found in re.finditer(re.escape(f"{given} {surname}, "), text))


def _strangers(text: str, named: list[Name], lexicon: ActorLexicon) -> Iterable[str]:
    """Yield the names of leaders and countries that mean somebody or something else in a text."""
    people = {name.name for name in named if name.kind == "person"}
    # What speaks for a country: any name of it but the doubtful one.
    proof = {country: {name.name for name in named if name.country == country} for country in {name.country for name in named}}

    def unproved(word: str, doubtful: AbstractSet[str] = frozenset()) -> bool:
        own = lexicon.phrases.get(word)  # "Peru" is also "Perú"
        return all(proof.get(name.country, set()) <= {one.name for one in own} | doubtful for name in own if name.country)

    honoured = set(_HONOURED.findall(text))
    for (given, surname), times in Counter(_FULL_NAME.findall(fold(text))).items():
        # "Kim Foxx", named so twice: then "Kim" is no leader, if none is named in full
        if times > 1 and given in _GIVEN_TOO and people.isdisjoint(name.name for name in lexicon.shorts.get(given, ())):
            yield given
        if given not in lexicon.given_names and not (surname in honoured and _introduced(text, given, surname)):
            continue
        if any(name.kind in _PLACES for name in lexicon.phrases.get(surname)) and unproved(surname):
            yield surname
        if lexicon.phrases.get(f"{given} {surname}"):
            continue
        bearers = {name.name for name in lexicon.shorts.get(surname, ())}
        # Given names are told apart by their first letters: "Chuck" is not "Charles", but "Dave" may be "David".
        if bearers and not bearers & people and not any(name.startswith(given[:3]) for name in bearers):
            yield surname
    doubtful = {word for word, others in lexicon.namesakes.items() if word in text and others.search(text)}
    yield from (word for word in doubtful if unproved(word, doubtful))
