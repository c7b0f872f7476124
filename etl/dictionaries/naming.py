"""What a name of an older dictionary is: a country's, a person's, an organisation's; whether we know it; how it is spelled."""

from collections.abc import Iterable

from etl.dictionaries import Lexicon
from etl.dictionaries.actors import Name
from etl.dictionaries.phrases import PhraseIndex, words
from etl.dictionaries.spelling import spellings
from etl.dictionaries.tenure import FORMER, Tenure

# Sectors whose undated names are mostly those of organisations; names in other sectors are mostly those of people.
COLLECTIVE = frozenset("AGR BUS CRM DEV EDU ENV HLH HRI INS LAB MED NGO PTY REB REF REL SET".split(" "))
# Words of a name that make it one of an organisation, beside the bodies of roles.csv.
ORGANIZED = frozenset(
    "academy agency alliance army assembly association bank battalion board brigade brigades bureau cell center centre church "
    "club coalition command commission committee company confederation congress corporation corps council court department "
    "directorate division federation fleet force forces foundation front fund group guard guards institute league liberation "
    "ministry mission mosque movement network office organisation organization parliament party police regiment senate service "
    "society squadron syndicate tigers troops tribunal union united university wing workers".split(" ")
)
JOINING = frozenset("and for of the".split(" "))
ADJECTIVAL = ("ese", "ian", "ean", "ish", "ani", "can", "nian", "tan", "eli")
PERSONAL = ("er", "or", "ist", "ant", "ent", "ian", "ee", "man", "men", "woman", "women", "people", "person", "persons")
STOPS = frozenset("a an and as at be by do for go he i if in is it me my no of on or our so the to up us we who".split(" "))


class Naming:
    """Compares names with our dictionaries and with those that were converted before."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Take our dictionaries."""
        self._lexicon = lexicon
        self._learnt: PhraseIndex[Name] = PhraseIndex()
        self._roles: dict[str, str] = {}
        acts = lexicon.acts
        self._ordinary = {lemma for _, lemma in (*acts.frames, *acts.operators)} | STOPS
        self._ordinary |= {lemma for lemmas in acts.classes.values() for lemma in lemmas}

    # --- names --------------------------------------------------------------------------------------------------------------

    def kind(self, names: Iterable[str], tenures: list[Tenure]) -> str:
        """Return country, person, organization or body, guessed from the codes first and the words of the names then."""
        if not any(one.role for one in tenures):
            return "country"
        many = [name.lower().split() for name in names]
        is_dated = any(one.is_dated for one in tenures)
        is_body = all(not one.country for one in tenures)
        is_titled = any(self.is_titled(" ".join(parts)) for parts in many)
        is_organized = any(part in ORGANIZED or self._role_kind(part) == "body" for parts in many for part in parts)
        if any(one.role == FORMER for one in tenures) or (is_titled and (is_dated or not is_organized)):
            return "person"
        if is_body:  # a body begins or ends, an office is held from a day to a day
            return "body" if is_organized or not any(one.first and one.last for one in tenures) else "person"
        is_joined = any(part in JOINING for parts in many for part in parts)
        looks_personal = any(len(parts) > 1 for parts in many) and not is_organized and not is_joined
        return "person" if looks_personal and (is_dated or all(one.role not in COLLECTIVE for one in tenures)) else "organization"

    def spellings(self, name: str, kind: str) -> tuple[str, ...]:
        """Return how a name may stand in text; a word that is known in capitals only stays in them."""
        return spellings(name, kind, self._is_acronym)

    def _is_acronym(self, word: str) -> bool:
        phrases = self._lexicon.actors.phrases
        return bool(phrases.get(word)) and not phrases.get(word.capitalize())

    def known(self, name: str) -> list[Name]:
        """Return what a name stands for in our dictionaries or in what was converted."""
        return [*self._lexicon.actors.phrases.get(name), *self._learnt.get(name)]

    def learn(self, names: Iterable[str], kind: str, countries: Iterable[str]) -> None:
        """Remember names that were converted, with each country that they stand for."""
        for name in names:
            for country in countries:
                self._learnt.add(name, Name("name" if kind == "country" else kind, country or None, "", name))

    def where(self, name: Name) -> str:
        """Return where a name that is known stands."""
        return "in our dictionaries" if name in self._lexicon.actors.phrases.get(name.name) else "in an earlier entry"

    def objection(self, spelled: tuple[str, ...], values: list[Name], alike: list[Name], kind: str) -> str:
        """Return why a name cannot be carried over, empty if it can: it stands for somebody else, or is an ordinary word."""
        if not any(words(name) for name in spelled):
            return "no name"
        if any(value.kind == "not_actor" for value in values):
            return f"no actor {self.where(next(value for value in values if value.kind == 'not_actor'))}"
        if values and not alike:
            return f"stands for {values[0].name} ({values[0].country or values[0].role}) {self.where(values[0])}"
        plain = spelled[-1]
        if kind != "country" and not values and " " not in plain and not plain.isupper() and self._is_ordinary(plain.lower()):
            return "an ordinary word: it would be found where it means something else"
        return ""

    def _is_ordinary(self, word: str) -> bool:
        return word in self._ordinary or bool(self.role(word))

    def country_kind(self, name: str) -> str:
        """Guess the kind of a name of a country: its people's if it ends like that, else a part of it."""
        lower = name.lower()
        if " " in name or name.isupper() or not lower.rstrip("s").endswith(ADJECTIVAL):
            return "territory"
        return "demonym" if lower.endswith("s") else "adjective"

    def is_titled(self, name: str) -> bool:
        """Whether a name begins with a title: Prime Minister, General."""
        parts = name.lower().split()
        return len(parts) > 1 and any(self._role_kind(" ".join(parts[:size])) == "person" for size in range(1, len(parts)))

    def short(self, names: list[str]) -> str:
        """Return the single word among a person's names that is the last of another one; empty if there is none."""
        last = {name.split(" ")[-1] for name in names if " " in name}
        return next((name for name in names if name in last), "")

    # --- role words ---------------------------------------------------------------------------------------------------------

    def role(self, word: str) -> str:
        """Return the role of a word in our dictionaries or in what was converted, empty if it has none."""
        held = self._lexicon.actors.roles.get(_key(word))
        return held.role if held else self._lexicon.actors.modifiers.get(word, "") or self._roles.get(word, "")

    def learn_role(self, word: str, role: str) -> None:
        """Remember a role word that was converted."""
        self._roles[word] = role

    def role_kind(self, word: str) -> str:
        """Return the kind of a role word: that of its last word where we know it, else what its ending looks like."""
        last = word.rsplit(maxsplit=1)[-1]
        return self._role_kind(last) or ("person" if last.rstrip("s").endswith(PERSONAL) else "body")

    def _role_kind(self, word: str) -> str:
        held = self._lexicon.actors.roles.get(_key(word))
        return held.kind if held else ""

    @staticmethod
    def regular_plurals(word: str) -> set[str]:
        """Return the plurals that are found without a row of their own."""
        return {f"{word}s", f"{word}es", f"{word[:-1]}ies" if word.endswith("y") else f"{word}s"}


def _key(word: str) -> tuple[str, ...]:
    return tuple(word.lower().replace("-", " - ").split())
