"""The actor side of the dictionaries: countries, their names, people in office, organisations, bodies and role words."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from etl.dictionaries.overlay import Shelf
from etl.dictionaries.phrases import PhraseIndex, fold, forms
from etl.dictionaries.rows import Row, read_rows

SECTORS = frozenset(
    ("GOV MIL COP JUD LEG SPY OPP PTY BUS LAB MED EDU CVL REF REB INS CRM ELI NGO REL AGR HLH SET ENV DEV HRI").split(" ")
)
NAME_KINDS = frozenset("name adjective demonym capital seat city territory prefix".split(" "))
OFFICES = frozenset(
    (
        "head_of_state head_of_government deputy_leader foreign_minister defence_minister interior_minister "
        "finance_minister trade_minister security_adviser envoy spokesperson military_chief intelligence_chief "
        "central_banker party_leader speaker de_facto_leader royal opposition_leader rebel_leader other"
    ).split(" ")
)
ROLE_KINDS = frozenset("person body thing modifier".split(" "))
ANAPHOR_KINDS = frozenset("pair trio sides country person body place act home union firm outlet".split(" "))

COUNTRY_COLUMNS = tuple("iso3,name,cow,gw,valid_from,valid_to,region,subregion,groups,source,note".split(","))
NAME_COLUMNS = tuple("name,country,kind,valid_from,valid_to,source,note".split(","))
NOT_ACTOR_COLUMNS = tuple("phrase,reason,source,note".split(","))
LEADER_COLUMNS = tuple("name,aliases,short,country,office,role,valid_from,valid_to,source,note".split(","))
ORGANIZATION_COLUMNS = tuple("name,aliases,country,role,valid_from,valid_to,source,note".split(","))
BODY_COLUMNS = tuple("name,aliases,code,valid_from,valid_to,source,note".split(","))
ROLE_COLUMNS = tuple("word,role,kind,source,note".split(","))
GIVEN_NAME_COLUMNS = tuple("name,source,note".split(","))
NAMESAKE_COLUMNS = tuple("name,words,source,note".split(","))
ANAPHOR_COLUMNS = tuple("phrase,kind,country,source,note".split(","))


@dataclass(frozen=True, slots=True)
class Name:
    """What one phrase stands for: a country's name, a person in an office, an organisation, a body, or no actor at all.

    `kind` is one of NAME_KINDS, or person, organization, body, not_actor. `country` is None for bodies and for no actor.
    """

    kind: str
    country: str | None
    role: str
    name: str
    valid_from: date | None = None
    valid_to: date | None = None
    office: str = ""

    def holds(self, day: date) -> bool:
        """Whether the entry is valid on a day, both ends included."""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True, slots=True)
class Role:
    """A role word: its CAMEO sector and whether it names a person, a body, a thing or only modifies."""

    role: str
    kind: str


@dataclass(frozen=True, slots=True)
class Anaphor:
    """A phrase that points back: to a pair of countries, one country, a person, a body or a place.

    One of kind `home` (court, police) means an organ of the article's own country where nothing tells whose it is.
    """

    kind: str
    country: str | None


@dataclass(frozen=True, slots=True)
class ActorLexicon:
    """Everything the coder knows about who there is.

    `anaphora_ends` are the last words of the longer phrases in `anaphora`; `organs` are what acts for an article's own country
    (court, police) where nothing tells whose it is; `namesakes` are country names that mean something else in some articles,
    with what shows it; `shared_surnames` are borne by several people of the dictionary.
    """

    countries: frozenset[str]
    country_names: dict[str, str]
    phrases: PhraseIndex[Name]
    shorts: dict[str, tuple[Name, ...]]
    roles: dict[tuple[str, ...], Role]
    modifiers: dict[str, str]
    anaphora: dict[tuple[str, ...], Anaphor]
    anaphora_ends: frozenset[str]
    organs: frozenset[tuple[str, ...]]
    given_names: frozenset[str]
    namesakes: dict[str, re.Pattern[str]]
    shared_surnames: frozenset[str]


def load_actors(shelf: Shelf, sources: frozenset[str]) -> ActorLexicon:
    """Read and check the actor files of the dictionaries; countries are those of the folder itself, whatever the overlays."""
    phrases: PhraseIndex[Name] = PhraseIndex()
    shorts: dict[str, list[Name]] = defaultdict(list)
    surnames: dict[str, set[str]] = defaultdict(set)
    country_names: dict[str, str] = {}
    for row in read_rows(shelf.directory / "countries.csv", COUNTRY_COLUMNS):
        row.one_of("source", sources)
        if len(row["iso3"]) != 3 or not row["iso3"].isupper():
            raise row.fault("iso3", "three capital letters")
        row.day("valid_from"), row.day("valid_to")
        country_names[row["iso3"]] = row["name"]
    countries = frozenset(country_names)
    for row in shelf.rows("country_names.csv", NAME_COLUMNS):
        row.one_of("source", sources)
        kind, country = row.one_of("kind", NAME_KINDS), row.one_of("country", countries)
        phrases.add(row["name"], Name(kind, country, "GOV", row["name"], *_validity(row)))
    for row in shelf.rows("not_actors.csv", NOT_ACTOR_COLUMNS):
        row.one_of("source", sources)
        phrases.add(row["phrase"], Name("not_actor", None, "", row["phrase"]))
    bodies: set[str] = set()
    for row in shelf.rows("bodies.csv", BODY_COLUMNS):
        row.one_of("source", sources)
        if len(row["code"]) != 3 or not row["code"].isupper():
            raise row.fault("code", "three capital letters")
        bodies.add(row["code"])
        for alias in (row["name"], *row.items("aliases")):
            phrases.add(alias, Name("body", None, row["code"], row["name"], *_validity(row)))
    for row in shelf.rows("organizations", ORGANIZATION_COLUMNS):
        row.one_of("source", sources)
        role, country = row.one_of("role", SECTORS), row.one_of("country", countries)
        for alias in (row["name"], *row.items("aliases")):
            phrases.add(alias, Name("organization", country, role, row["name"], *_validity(row)))
    for row in shelf.rows("leaders", LEADER_COLUMNS):
        row.one_of("source", sources)
        country = row.one_of("country", countries, empty=True)
        role = row.one_of("role", SECTORS if country else bodies)
        person = Name("person", country or None, role, row["name"], *_validity(row), office=row.one_of("office", OFFICES))
        for alias in (row["name"], *row.items("aliases")):
            phrases.add(alias, person)
        for form in forms(row["short"] or row["name"])[-1:]:
            surnames[form].add(person.name)
        if row["short"]:
            short = forms(row["short"])
            if len(short) == 1:
                shorts[short[0]].append(person)
            else:  # "von der Leyen": several words are a name of their own
                phrases.add(row["short"], person)
    roles, modifiers = _roles(shelf, sources)
    anaphora = _anaphora(shelf, sources, countries)
    return ActorLexicon(
        countries=countries,
        country_names=country_names,
        phrases=phrases,
        shorts={short: tuple(people) for short, people in shorts.items()},
        roles=roles,
        modifiers=modifiers,
        anaphora={phrase: anaphor for phrase, anaphor in anaphora.items() if anaphor.kind != "home"},
        anaphora_ends=frozenset(phrase[-1] for phrase in anaphora if len(phrase) > 1),
        organs=frozenset(phrase for phrase, anaphor in anaphora.items() if anaphor.kind == "home"),
        given_names=frozenset(fold(row["name"]) for row in _sourced(shelf, "given_names.csv", GIVEN_NAME_COLUMNS, sources)),
        namesakes={
            row["name"]: re.compile(rf"\b(?:{'|'.join(map(re.escape, row.items('words')))})(?!\w)")
            for row in _sourced(shelf, "namesakes.csv", NAMESAKE_COLUMNS, sources)
        },
        shared_surnames=frozenset(surname for surname, bearers in surnames.items() if len(bearers) > 1),
    )


def _sourced(shelf: Shelf, table: str, columns: tuple[str, ...], sources: frozenset[str]) -> Iterator[Row]:
    for row in shelf.rows(table, columns):
        row.one_of("source", sources)
        yield row


def _validity(row: Row) -> tuple[date | None, date | None]:
    """Return the validity of a row and refuse one that ends before it begins."""
    start, end = row.day("valid_from"), row.day("valid_to")
    if start and end and end < start:
        raise row.fault("valid_to", f"on or after valid_from {start}")
    return start, end


def _roles(shelf: Shelf, sources: frozenset[str]) -> tuple[dict[tuple[str, ...], Role], dict[str, str]]:
    """Return the role nouns by their words, and the sector of each modifier ("former" -> ELI)."""
    roles: dict[tuple[str, ...], Role] = {}
    modifiers: dict[str, str] = {}
    for row in shelf.rows("roles.csv", ROLE_COLUMNS):
        row.one_of("source", sources)
        role, kind = row.one_of("role", SECTORS), row.one_of("kind", ROLE_KINDS)
        word = row["word"].lower()
        key = tuple(word.replace("-", " - ").split())
        if key in roles if kind != "modifier" else word in modifiers:
            raise row.fault("word", "new: the word stands in an earlier row")
        if kind == "modifier":
            modifiers[word] = role
        else:
            roles[key] = Role(role, kind)
    return roles, modifiers


def _anaphora(shelf: Shelf, sources: frozenset[str], countries: frozenset[str]) -> dict[tuple[str, ...], Anaphor]:
    anaphora: dict[tuple[str, ...], Anaphor] = {}
    for row in shelf.rows("anaphora.csv", ANAPHOR_COLUMNS):
        row.one_of("source", sources)
        listed = row["country"].split("|")  # "the two Koreas" are two
        if not set(listed) <= countries:
            row.one_of("country", countries, empty=True)
        country = row["country"] or None
        anaphora[tuple(row["phrase"].lower().split())] = Anaphor(row.one_of("kind", ANAPHOR_KINDS), country)
    return anaphora
