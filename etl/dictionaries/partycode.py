"""CAMEO actor codes such as KORGOV or IGOUNO, three letters at a time, read as the dictionaries write actors."""

from pathlib import Path

from etl.dictionaries.actors import COUNTRY_COLUMNS, SECTORS
from etl.dictionaries.rows import Row, read_rows

# Kinds of actors that have no country and are no body of ours.
STATELESS = {
    "IGO": "bodies that we do not know",
    "IMG": "armed groups of several countries",
    "MNC": "companies of several countries",
    "NGM": "movements",
    "NGO": "non-governmental organisations",
    "UIS": "unidentified states",
}


class UnfitCode(Exception):  # noqa: N818 - no error of the program: what has the code goes to rejected.csv
    """A code that our dictionaries cannot hold; the message says why."""


class PartyCodes:
    """What codes stand for, from `countries.csv` and the tables of `crosswalk`. Raises DictionaryError where one is broken."""

    def __init__(self, directory: Path) -> None:
        """Read the tables of a dictionary folder."""

        def rows(name: str, columns: str) -> list[Row]:
            return list(read_rows(directory / "crosswalk" / name, tuple(columns.split(","))))

        self._places = {
            row["code"]: (row["kind"], row["iso3"]) for row in rows("cameo_countries.csv", "code,kind,iso3,source,note")
        }
        for row in read_rows(directory / "countries.csv", COUNTRY_COLUMNS):
            self._places.setdefault(row["iso3"], ("country", row["iso3"]))
        self._bodies = {row["group"]: row["body"] for row in rows("groups.csv", "group,body,source,note")}
        self._sectors = {
            row["sector"]: (int(row["rank"]), row["role"])
            for row in rows("sectors.csv", "dataset,sector,role,rank,source,note")
            if row["dataset"] == "cameo"
        }

    def party(self, code: str) -> tuple[str, str]:
        """Return country and role of a code: KOR and GOV, KOR and nothing, or for a body no country and its own code.

        Raises:
            UnfitCode: it names several actors, a region, nobody we know, or a sector that we have not.
        """
        groups = _groups(code)
        kind, place = self._places.get(groups[0], ("", ""))
        if kind == "country":
            return place, self._role(groups[1:]) if groups[1:] else ""
        body = place if kind == "body" else next((self._bodies[group] for group in groups if group in self._bodies), "")
        if body:
            return "", body
        if kind:
            raise UnfitCode(f"{groups[0]} is a {kind}, no country")
        if groups[0] in STATELESS:
            raise UnfitCode(f"{groups[0]} stands for {STATELESS[groups[0]]}: actors need a country here, or a body of bodies.csv")
        if groups[0] in self._sectors:
            raise UnfitCode("a sector without a country")
        raise UnfitCode(f"{groups[0]} is no country and no body that we know")

    def sector(self, code: str) -> str:
        """Return the role of an agent's code, which has no country.

        Raises:
            UnfitCode: none of its sectors is one of ours.
        """
        return self._role(_groups(code.replace("~", "")))

    def _role(self, groups: list[str]) -> str:
        """Return the role of several sectors: of those that have one, that of the lowest rank, of these the first."""
        ranked = [self._sectors.get(group, (0, group)) for group in groups]
        known = [one for one in ranked if one[1] in SECTORS]
        if not known:
            raise UnfitCode(f"{' '.join(groups)} is no sector that we have")
        return min(known, key=lambda one: one[0])[1]


def _groups(code: str) -> list[str]:
    """Split a code into its groups of three letters."""
    if "/" in code:
        raise UnfitCode("several actors in one code")
    if code == "###":
        raise UnfitCode("discards whole stories, which no row of ours does")
    if not code.isascii() or not code.isalpha() or not code.isupper() or len(code) % 3:
        raise UnfitCode("not groups of three capital letters")
    return [code[start : start + 3] for start in range(0, len(code), 3)]
