"""Actor and agent files of PETRARCH and TABARI -> an overlay of ours, and a file of what could not be carried over, with reasons.

The old files do not say what a name is. A code of a country alone makes a name of the country; a code with a sector makes a
person if it has dates, a title or the usual look of a person's name, else an organisation; the code of a body makes a body; `---`
makes a phrase that is no actor; a code with a tilde makes a role word. What was guessed says so in its note. Names that we know
already are left as we have them.
"""

import csv
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from etl import paths
from etl.dictionaries import SOURCE_COLUMNS, load_lexicon
from etl.dictionaries.actors import (
    BODY_COLUMNS,
    LEADER_COLUMNS,
    NAME_COLUMNS,
    NOT_ACTOR_COLUMNS,
    ORGANIZATION_COLUMNS,
    ROLE_COLUMNS,
    Name,
)
from etl.dictionaries.naming import Naming
from etl.dictionaries.overlay import KEYS, REJECTED
from etl.dictionaries.partycode import PartyCodes, UnfitCode
from etl.dictionaries.petrarch import Code, Entry, Form, Rejected, read_dictionary
from etl.dictionaries.tenure import Tenure, in_turn
from etl.errors import OutputError

COLUMNS = {
    "SOURCES.csv": SOURCE_COLUMNS,
    "country_names.csv": NAME_COLUMNS,
    "leaders/converted.csv": LEADER_COLUMNS,
    "organizations/converted.csv": ORGANIZATION_COLUMNS,
    "bodies.csv": BODY_COLUMNS,
    "not_actors.csv": NOT_ACTOR_COLUMNS,
    "roles.csv": ROLE_COLUMNS,
}
FILES = {"person": "leaders/converted.csv", "organization": "organizations/converted.csv", "body": "bodies.csv"}
REJECTED_COLUMNS = tuple("file,line,what,text,reason".split(","))
NULL = "---"


class Conversion:
    """The rows made of one or more files; add files, then write."""

    def __init__(self, directory: Path = paths.DICTIONARIES) -> None:
        """Read our own dictionaries, against which every name is compared."""
        self.directory = directory
        self.codes = PartyCodes(directory)
        self.naming = Naming(load_lexicon(directory))
        self.tables: dict[str, dict[tuple[str, ...], dict[str, str]]] = {file: {} for file in COLUMNS}
        self.rejected: list[Rejected] = []
        self.counts: Counter[str] = Counter()
        self._source = ""

    def run(self, files: Iterable[Path], out: Path) -> str:
        """Convert files, write what came of them and return a summary; raises what `add` and `write` raise."""
        _check_free(out)
        self.add(files)
        return self.write(out)

    def add(self, files: Iterable[Path]) -> None:
        """Convert files.

        Raises:
            InputError: one cannot be read, or holds no name.
        """
        for path in files:
            slug = re.sub(r"[^a-z0-9]+", "_", path.name.casefold()).strip("_")
            self._source = f"converted_{slug}"
            said = {"key": self._source, "title": f"Converted from {path.name}", "licence": "As its publishers say"}
            self._put("SOURCES.csv", {**said, "note": "Rows of an older dictionary: look before you pass them on"})
            self.counts["file"] += 1
            for entry in read_dictionary(path):
                if isinstance(entry, Rejected):
                    self.rejected.append(entry)
                elif entry.is_agent:
                    self._agent(entry)
                else:
                    self._actor(entry)

    # --- actors -------------------------------------------------------------------------------------------------------------

    def _actor(self, entry: Entry) -> None:
        if entry.codes and all(code.text == NULL for code in entry.codes):
            self._nobody(entry)
            return
        tenures, unfit = [], []
        for code in entry.codes:
            try:
                country, role = self.codes.party(code.text)
                tenures.append(Tenure(country, role, code.first, code.last, code.text, code.line))
            except UnfitCode as error:
                unfit.append((code, str(error)))
        kind = self.naming.kind([form.text for form in entry.forms], tenures)
        fit = [one for one in tenures if _suits(one, kind)]
        unfit += [(Code(one.code, one.line), f"no code for a name of kind {kind}") for one in tenures if one not in fit]
        if not fit:
            self._refuse(entry, unfit[0][1] if unfit else "no code")
            return
        for code, reason in unfit:
            self.rejected.append(Rejected(entry.file, code.line, "code", code.text, reason))
        rows, implied, contrary = in_turn(fit)
        self.counts["implied"] += len(implied)
        for one in contrary:
            self.rejected.append(Rejected(entry.file, one.line, "code", one.code, "a second code without dates"))
        forms, known = self._new_forms(entry, kind, {one.country for one in fit})
        if kind == "country":
            self._countries(entry.file, forms, rows)
        else:
            self._named(entry.file, [name for _, name in forms], known, rows, kind)

    def _new_forms(self, entry: Entry, kind: str, countries: set[str]) -> tuple[list[tuple[Form, str]], list[Name]]:
        """Return the spellings that are new, each with its form, and what those that are not stand for; the rest is rejected."""
        new: list[tuple[Form, str]] = []
        known: list[Name] = []
        for form in entry.forms:
            spelled = self.naming.spellings(form.text, kind)
            values = [value for name in spelled for value in self.naming.known(name)]
            alike = [value for value in values if (value.country or "") in countries and value.kind != "not_actor"]
            if reason := self.naming.objection(spelled, values, alike, kind):
                self.rejected.append(Rejected(entry.file, form.line, "name", form.text, reason))
                continue
            self.counts["known" if alike else "carried"] += 1
            known += alike
            if not alike:
                new += [(form, name) for name in spelled]
                self.naming.learn(spelled, kind, sorted(countries))
        return new, known

    def _countries(self, file: str, forms: list[tuple[Form, str]], rows: list[Tenure]) -> None:
        for form, name in forms:
            kind = self.naming.country_kind(name)
            for one in rows:
                cells = {"name": name, "country": one.country, "kind": kind, **_period(one)}
                self._row(file, one, "country_names.csv", {**cells, "note": f"line {form.line}: {one.code}; kind guessed"})

    def _named(self, file: str, names: list[str], known: list[Name], rows: list[Tenure], kind: str) -> None:
        """Write the rows of a person, organisation or body; of a person we know, the periods that we do not."""
        short = self.naming.short(names) if kind == "person" else ""
        names = [name for name in names if name != short]
        first = min(names, key=lambda name: (" " not in name, self.naming.is_titled(name)), default="")
        people = [value for value in known if value.kind == "person"] if kind == "person" else []
        for one in rows:
            cells = {"country": one.country, "role": one.role, "code": one.role, **_period(one), "office": "other"}
            cells["note"] = f"line {one.line}: {one.code}"
            if names:
                aliases = "|".join(name for name in names if name != first)
                self._row(file, one, FILES[kind], {**cells, "name": first, "aliases": aliases, "short": short})
            elif one.is_dated and people and not any(one.meets(value.valid_from, value.valid_to) for value in people):
                self.counts["period"] += 1
                self._row(file, one, FILES[kind], {**cells, "name": people[0].name})

    def _row(self, file: str, one: Tenure, table: str, cells: dict[str, str]) -> None:
        """Write a row of an actor, or reject its code where the same actor has a row from that day already."""
        if not self._put(table, cells):
            self.rejected.append(Rejected(file, one.line, "code", one.code, f"{cells['name']} has a row of that key already"))

    def _nobody(self, entry: Entry) -> None:
        """Exclude a phrase, unless somebody of ours has that name."""
        for form in entry.forms:
            spelled = self.naming.spellings(form.text, "organization")
            values = [value for name in spelled for value in self.naming.known(name)]
            if held := next((value for value in values if value.kind != "not_actor"), None):
                reason = f"no actor there, but {held.name} {self.naming.where(held)}"
                self.rejected.append(Rejected(entry.file, form.line, "name", form.text, reason))
                continue
            self.counts["known" if values else "carried"] += 1
            for name in () if values else spelled:
                self._put("not_actors.csv", {"phrase": name, "reason": "other", "note": f"line {form.line}: {NULL}"})
            if not values:
                self.naming.learn(spelled, "not_actor", [""])

    # --- agents -------------------------------------------------------------------------------------------------------------

    def _agent(self, entry: Entry) -> None:
        role, reasons = "", []
        for code in entry.codes:
            try:
                role = self._sector(code, role)
            except UnfitCode as error:
                reasons.append((code, str(error)))
        if not role:
            self._refuse(entry, reasons[0][1] if reasons else "no code")
            return
        for code, reason in reasons:
            self.rejected.append(Rejected(entry.file, code.line, "code", code.text, reason))
        words = {form.text.lower() for form in entry.forms}
        for form in entry.forms:
            word = form.text.lower()
            if other := self.naming.role(word):
                if other == role:
                    self.counts["known"] += 1
                else:
                    reason = f"{other} in our dictionaries, {role} here; write it with replace if you mean it"
                    self.rejected.append(Rejected(entry.file, form.line, "name", form.text, reason))
            elif any(word in self.naming.regular_plurals(other) for other in words):
                self.counts["known"] += 1
            else:
                self.counts["carried"] += 1
                irregular = [plural.lower() for plural in form.plurals]
                for said in dict.fromkeys([word, *irregular]):
                    if said == word or said not in self.naming.regular_plurals(word):
                        self._role(said, role, self.naming.role_kind(word), form.line)

    def _sector(self, code: Code, role: str) -> str:
        """Return the role of an agent's code; raises UnfitCode where it has none, has dates or is the second."""
        found = self.codes.sector(code.text)
        if code.first or code.last:
            raise UnfitCode("role words have no dates")
        if role:
            raise UnfitCode("a second code")
        return found

    def _role(self, word: str, role: str, kind: str, line: int) -> None:
        if not self.naming.role(word):
            self.naming.learn_role(word, role)
            self._put("roles.csv", {"word": word, "role": role, "kind": kind, "note": f"line {line}; kind guessed"})

    # --- what is written ----------------------------------------------------------------------------------------------------

    def _refuse(self, entry: Entry, reason: str) -> None:
        """Reject all names of an entry."""
        self.rejected += [Rejected(entry.file, form.line, "name", form.text, reason) for form in entry.forms]

    def _put(self, file: str, cells: dict[str, str]) -> bool:
        """Add a row unless one has its key already; return whether it was added."""
        row = {column: {"source": self._source, **cells}.get(column, "") for column in COLUMNS[file]}
        table = file if file in KEYS else file.partition("/")[0]
        return self.tables[file].setdefault(tuple(row[column] for column in KEYS[table]), row) is row

    def write(self, out: Path) -> str:
        """Write the overlay into a new or empty folder, check that it can be loaded, and return a summary.

        Raises:
            OutputError: the folder holds something already.
        """
        _check_free(out)
        for file, rows in self.tables.items():
            if rows:
                _write_csv(out / file, COLUMNS[file], [list(row.values()) for row in rows.values()])
        rejected = sorted(self.rejected, key=lambda one: (one.file, one.line))
        lines = [[one.file, str(one.line), one.what, one.text, one.reason] for one in rejected]
        _write_csv(out / REJECTED, REJECTED_COLUMNS, lines)
        load_lexicon(self.directory, [out])
        return self._summary(out)

    def _summary(self, out: Path) -> str:
        whats = Counter(one.what for one in self.rejected)
        carried, known, names = self.counts["carried"], self.counts["known"], whats["name"]
        lines = [
            f"{self.counts['file']:>7,} file{'' if self.counts['file'] == 1 else 's'}",
            f"{carried + known + names:>7,} names read = {carried:,} carried over + {known:,} known already + {names:,} rejected",
            f"{whats['code']:>7,} codes and {whats['line']:,} lines rejected beside",
            f"{self.counts['implied']:>7,} codes that need no row, {self.counts['period']:,} new periods of people known already",
            *(f"{len(rows):>7,} rows  {file}" for file, rows in self.tables.items() if rows),
            f"{len(self.rejected):>7,} rows  {REJECTED}: what could not be carried over, and why",
            f"Look through them, then: comity doctor --dictionaries {out}",
        ]
        return "\n".join(lines)


def _check_free(out: Path) -> None:
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise OutputError(f"{out} holds something already: give --out a new folder")


def _suits(one: Tenure, kind: str) -> bool:
    """Whether what a code says can be said of a name of a kind."""
    if kind == "country":
        return not one.role
    if kind == "body":
        return not one.country
    return bool(one.role) and (kind == "person" or bool(one.country))


def _period(one: Tenure) -> dict[str, str]:
    return {"valid_from": str(one.first or ""), "valid_to": str(one.last or "")}


def _write_csv(path: Path, columns: tuple[str, ...], rows: list[list[str]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(rows)
