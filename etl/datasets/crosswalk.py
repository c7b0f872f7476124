"""Codes and names of other datasets -> ours: countries on a day, sectors, bodies and event codes, from data/dictionaries.

The tables lie in data/dictionaries/crosswalk; what they do not know is a `Refusal`, which makes the row a reject.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property, lru_cache
from pathlib import Path

from etl import paths
from etl.dictionaries.actors import BODY_COLUMNS, COUNTRY_COLUMNS, NAME_COLUMNS
from etl.dictionaries.rows import Row, file_hashes, read_rows
from etl.records import short_hash

CODE_COLUMNS = tuple("code,kind,iso3,source,note".split(","))
CAMEO_COLUMNS = tuple(
    "event_code,name,level,event_base_code,event_root_code,quad_class,plover,mirror_code,source,note".split(",")
)
KINDS = ("country", "body", "region", "territory", "disputed", "sea")
EMPTY = frozenset({"", "NA", "N/A", "None", "NULL", "null", "nan", "NaN", "---"})
"""What the datasets write where they have nothing. Namibia's code is NAM, so no country is lost."""


class Refusal(Exception):  # noqa: N818 - not an error of the program: the row it stands for goes to `reject`
    """A row that cannot become an event: the reason, and the value that is wrong."""

    def __init__(self, reason: str, value: object = None) -> None:
        super().__init__(reason)
        self.reason, self.value = reason, "" if value is None else str(value)


@dataclass(frozen=True, slots=True)
class Side:
    """One side of an event: country and role, each empty where the dataset has none."""

    country: str | None = None
    role: str | None = None


@dataclass(frozen=True)
class Crosswalk:
    """All lookups, read once. Raises `DictionaryError` where a table breaks its rules."""

    directory: Path = paths.DICTIONARIES
    _by_day: dict[tuple[str, date], str] = field(default_factory=dict, repr=False)

    def _rows(self, name: str, columns: str) -> Iterator[Row]:
        return read_rows(self.directory / "crosswalk" / name, tuple(columns.split(",")))

    @cached_property
    def version(self) -> str:
        """Hash over every dictionary that says how a row is read: another one means that files are read again."""
        hashes = file_hashes(self.directory)
        names = {"cameo_codes.csv", "score_tables.csv", "countries.csv", "country_names.csv", "bodies.csv"}
        return short_hash(*(f"{name}={hashes[name]}" for name in hashes if name in names or name.startswith("crosswalk/")))

    @cached_property
    def countries(self) -> frozenset[str]:
        """Every code of countries.csv."""
        return frozenset(row["iso3"] for row in read_rows(self.directory / "countries.csv", COUNTRY_COLUMNS))

    @cached_property
    def _successions(self) -> dict[str, list[tuple[date, date, str]]]:
        found: dict[str, list[tuple[date, date, str]]] = {}
        for row in self._rows("successions.csv", "iso3,valid_from,valid_to,becomes,source,note"):
            row.one_of("becomes", self.countries)
            period = (row.day("valid_from") or date.min, row.day("valid_to") or date.max, row["becomes"])
            found.setdefault(row.one_of("iso3", self.countries), []).append(period)
        return found

    def on(self, iso3: str, day: date) -> str:
        """Return the code of the state that a country was on a day: Russia in 1985 is SUN, Serbia in 2005 SCG."""
        for first, last, becomes in self._successions.get(iso3, ()):
            if first <= day <= last:
                return becomes
        return iso3

    def _codes(self, name: str) -> dict[str, tuple[str, str]]:
        """Return code -> kind and country or body."""
        found = {}
        for row in read_rows(self.directory / "crosswalk" / name, CODE_COLUMNS):
            if row.one_of("kind", KINDS) == "country":
                row.one_of("iso3", self.countries)
            found[row["code"]] = (row["kind"], row["iso3"])
        return found

    @cached_property
    def cameo_countries(self) -> dict[str, tuple[str, str]]:
        """Country codes of CAMEO: code -> kind (country, body, region, territory) and ISO 3166 code or body."""
        return self._codes("cameo_countries.csv")

    @cached_property
    def fips_countries(self) -> dict[str, tuple[str, str]]:
        """Country codes of FIPS 10-4: code -> kind (country, territory, disputed, sea) and ISO 3166 code."""
        return self._codes("fips_countries.csv")

    def cameo(self, code: str, day: date) -> Side:
        """Return the country, or the body as role, of a CAMEO country code on a day; regions are neither.

        Raises:
            Refusal: the code is unknown.
        """
        kind, value = self.cameo_countries.get(code, ("", ""))
        if kind == "country":
            return Side(country=self.on(value, day))
        if not kind:
            raise Refusal("unknown country code", code)
        return Side(role=value if kind == "body" else None)

    def fips(self, code: str, day: date) -> str | None:
        """Return the ISO 3166 code of a FIPS 10-4 code on a day; None for the sea, disputed islands and unknown codes."""
        kind, value = self.fips_countries.get(code, ("", ""))
        return self.on(value, day) if kind == "country" else None

    @cached_property
    def _names(self) -> dict[str, str]:
        names = {row["name"]: row["country"] for row in read_rows(self.directory / "country_names.csv", NAME_COLUMNS)
                 if row["kind"] == "name"}  # fmt: skip
        names |= {row["name"]: row["iso3"] for row in read_rows(self.directory / "countries.csv", COUNTRY_COLUMNS)}
        names |= {
            row["name"]: row.one_of("iso3", self.countries) for row in self._rows("english_names.csv", "name,iso3,source,note")
        }
        actors = {name: self.cameo_countries.get(iso3, ("country", iso3))[1] for name, iso3 in names.items()}
        return {name.casefold(): iso3 for name, iso3 in actors.items()}

    def knows_name(self, name: str) -> bool:
        """Return whether an English name is that of a country."""
        return name.strip().casefold() in self._names

    def named(self, name: str, day: date) -> str:
        """Return the country of an English name on a day.

        Raises:
            Refusal: the name is unknown.
        """
        iso3 = self._names.get(name.strip().casefold())
        if iso3 is None:
            raise Refusal("unknown country name", name)
        return self.on(iso3, day)

    @cached_property
    def _sectors(self) -> dict[tuple[str, str], tuple[int, str]]:
        rows = self._rows("sectors.csv", "dataset,sector,role,rank,source,note")
        return {(row["dataset"], row["sector"].casefold()): (int(row["rank"]), row["role"]) for row in rows}

    def role(self, dataset: str, sectors: Iterable[str]) -> str | None:
        """Return the role of a list of sectors: of those that have one, that of the lowest rank, of these the first."""
        found = [self._sectors.get((dataset, sector.strip().casefold()), (0, "")) for sector in sectors]
        ranked = [one for one in found if one[1]]
        return min(ranked, key=lambda one: one[0])[1] if ranked else None

    def is_sector(self, dataset: str, sector: str) -> bool:
        """Return whether a code is one of the dataset's sectors."""
        return (dataset, sector.casefold()) in self._sectors

    @cached_property
    def groups(self) -> dict[str, str]:
        """Codes of groups in CAMEO actor codes -> codes of bodies.csv."""
        return {row["group"]: row["body"] for row in self._rows("groups.csv", "group,body,source,note")}

    @cached_property
    def _bodies(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for row in read_rows(self.directory / "bodies.csv", BODY_COLUMNS):
            for name in (row["name"], *row.items("aliases")):
                found.setdefault(name.casefold(), row["code"])
        return found

    def body(self, name: str) -> str | None:
        """Return the code of an international body by its name, or by the name in brackets behind an office: `Ministry (G7)`."""
        inner = name.rpartition("(")[2].removesuffix(")") if name.endswith(")") else name
        return self._bodies.get(name.strip().casefold()) or self._bodies.get(inner.strip().casefold())

    @cached_property
    def plover(self) -> dict[str, str | None]:
        """Every CAMEO code of the ontology -> its PLOVER type."""
        return {row["event_code"]: row["plover"] or None for row in read_rows(self.directory / "cameo_codes.csv", CAMEO_COLUMNS)}

    @cached_property
    def _event_codes(self) -> dict[tuple[str, str], str]:
        rows = self._rows("event_codes.csv", "dataset,code,event_code,source,note")
        return {(row["dataset"], row["code"]): row.one_of("event_code", self.plover) for row in rows}

    def event_code(self, dataset: str, code: str) -> str:
        """Return a CAMEO code, repaired where a table program has eaten its leading zero.

        Raises:
            Refusal: the code is unknown.
        """
        known = self.plover
        if code.isdigit() and "0" + code in known and (len(code) == 2 or code not in known):
            return "0" + code
        if code in known:
            return code
        if repaired := self._event_codes.get((dataset, code)):
            return repaired
        raise Refusal("unknown event code" if code else "no event code", code)

    @cached_property
    def _icews_texts(self) -> dict[str, str]:
        rows = self._rows("icews_texts.csv", "text,event_code,source,note")
        return {row["text"].casefold(): row.one_of("event_code", self.plover) for row in rows}

    def icews_text(self, text: str) -> str | None:
        """Return the CAMEO code that ICEWS means by the text of an event."""
        return self._icews_texts.get(text.strip().casefold())

    @cached_property
    def _polecat(self) -> dict[tuple[str, str], str]:
        rows = self._rows("polecat_plover.csv", "event_type,event_mode,event_code,source,note")
        return {(row["event_type"], row["event_mode"]): row.one_of("event_code", self.plover) for row in rows}

    def polecat(self, event_type: str, mode: str) -> str:
        """Return the CAMEO code closest to a PLOVER type and mode; an unknown mode gives the type's own code.

        Raises:
            Refusal: the type is unknown.
        """
        code = self._polecat.get((event_type, mode)) or self._polecat.get((event_type, ""))
        if code is None:
            raise Refusal("unknown event type" if event_type else "no event type", event_type)
        return code


@lru_cache(maxsize=4096)
def day_of(value: str, name: str) -> date:
    """Return a day written YYYY-MM-DD or YYYYMMDD, with or without a time behind it.

    Raises:
        Refusal: it is none; days such as 01/02/2017 are refused since either number may be the month.
    """
    text = value.strip()
    digits = text[:10].replace("-", "") if text[4:5] == "-" else text[:8]
    rest = text[10:] if text[4:5] == "-" else text[8:]
    if len(digits) == 8 and digits.isdecimal() and digits.isascii() and (rest[:1] in {"", " ", "T"} or len(text) == 14):
        try:
            return date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
        except ValueError:
            pass
    raise Refusal(f"{name} is no day" if text else f"{name} is missing", value)


@lru_cache(maxsize=4096)
def moment_of(value: str, name: str) -> datetime:
    """Return a moment written YYYYMMDD or YYYYMMDDHHMMSS. Raises `Refusal` where it is none."""
    text = value.strip()
    try:
        return datetime.strptime(text, "%Y%m%d%H%M%S" if len(text) == 14 else "%Y%m%d")
    except ValueError:
        raise Refusal(f"{name} is no moment" if text else f"{name} is missing", value) from None


def count_of(value: str, name: str) -> int:
    """Return a count of at least 1. Raises `Refusal` where it is none."""
    text = value.strip()
    if not (text.isdecimal() and text.isascii() and int(text) >= 1):
        raise Refusal(f"{name} is no count" if text else f"{name} is missing", value)
    return int(text)
