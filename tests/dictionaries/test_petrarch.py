"""Actor and agent files of PETRARCH and TABARI become rows of ours; what cannot is told with file, line and reason.

The files are written here by hand, with names that nobody has.
"""

import csv
import re
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from etl import paths
from etl.cli import main
from etl.coder.naming.bearers import choose
from etl.dictionaries import Lexicon, load_lexicon
from etl.dictionaries.conversion import Conversion
from etl.dictionaries.overlay import REJECTED, Shelf
from etl.dictionaries.partycode import PartyCodes, UnfitCode
from etl.dictionaries.petrarch import Entry, Rejected, read_dictionary
from etl.dictionaries.spelling import spellings
from etl.dictionaries.tenure import Tenure, in_turn
from etl.dictionaries.trial import try_names
from etl.errors import InputError, OutputError

ACTORS = """\
<!-- A comment of ours
over several lines [USAGOV] -->
# and one of a line
VALDORIA_ [KOR]                   ; a name of a country
+VALDORIAN_
+VALDORIANS
SOUTH_KOREA [KOR]                 # known already
GEORGIA_ [USA]
KIM_QUAXLEY-DU_ [KORGOV 070501-080731] [KORELI >080731]  ; abc 1/2/03
+QUAXLEY-DU
+PRESIDENT_KIM_QUAXLEY-DU
\t[KORBUS <20070501]
ZORP_BIN_TALUL
  [SAUGOV 19990000-20030631]
  [SAUOPP]
+ZORP_TALUL
NORA_ZORPEN [DEUGOV <700101][DEULEG >20051122]
QUAXLEY_LIBERATION_FRONT [COLREB] trailing words are a remark
+QLF
QUAXLEY_COMMITTEE_OF_NATIONS [IGOUNO]
VERA_QUAXLEY [IGOUNO 970101-061231]
ZORP_CUP [---]
ZORPAN [IMGMUSALQ]
+ZORPAN_TWO
ZORP_AND_QUAX [ISR/PSE]
ZORP_STORY [###]
QUAXLEY_SMITH [USAGOV 071332-080101]
BODYLESS [GOV]
NOCODE
BROKEN [KORGOV
MEETING [KORGOV]
VALDORIA_ [JPN]
OLGA_ZORP [POLGOV][POLOPP]
"""

AGENTS = """\
!PERSON! = MAN, MEN, WOMAN, WOMEN, PERSON
!OFFICER! = OFFICER, OFFICERS
FOREIGN_MINISTRY [~GOV]
ZORP!person! [~COP]
QUAX_!OFFICER! [~MIL]
ZORPCHILD {ZORPCHILDREN} [~CVL]
ZORPGUARD~ [COP]
ZORPERY {ZORPERIES} [~GOVLEG]
ZORPSMITH {} [BUS~]
HOLY_ZORP [~MOS]
!NONE!ZORP [~GOV]
MINISTER [~JUD]
"""


@pytest.fixture(scope="module")
def converted(tmp_path_factory) -> Path:
    """The overlay that both files become."""
    folder = tmp_path_factory.mktemp("converted")
    (folder / "quirks.actors.txt").write_text(ACTORS, encoding="utf-8")
    (folder / "quirks.agents.txt").write_text(AGENTS, encoding="utf-8")
    conversion = Conversion()
    conversion.run([folder / "quirks.actors.txt", folder / "quirks.agents.txt"], folder / "old")
    return folder / "old"


@pytest.fixture(scope="module")
def over(converted) -> Lexicon:
    """Our dictionaries with the converted ones on top."""
    return load_lexicon(overlays=[converted])


def rows(path: Path) -> list[dict[str, str]]:
    """Return the rows of a CSV file."""
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def read(tmp_path: Path, text: str, name: str = "a.actors") -> list[Entry | Rejected]:
    """Read a dictionary from a string."""
    (tmp_path / name).write_text(text, encoding="utf-8")
    return list(read_dictionary(tmp_path / name))


# --- the file ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        ("", None, None),
        ("070501-080731", date(2007, 5, 1), date(2008, 7, 31)),
        ("20070501-20080731", date(2007, 5, 1), date(2008, 7, 31)),
        ("070501 - 20080731", date(2007, 5, 1), date(2008, 7, 31)),
        ("<070501", None, date(2007, 4, 30)),
        ("< 20070501", None, date(2007, 4, 30)),
        (">20080731", date(2008, 8, 1), None),
        ("300101-311231", None, None),
        ("310101-320101", date(1931, 1, 1), date(1932, 1, 1)),
        ("300101-300201", date(2030, 1, 1), date(2030, 2, 1)),
        ("19990000-20030631", date(1999, 1, 1), date(2003, 6, 30)),
        ("20040200-20040200", date(2004, 2, 1), date(2004, 2, 29)),
        ("1999-2003", date(1999, 1, 1), date(2003, 12, 31)),
        (">1999", date(2000, 1, 1), None),
    ],
)
def test_periods_are_read(tmp_path, period, first, last):
    """Ranges hold both their days, open ones not theirs; years have two or four digits; day 00 is the first or the last."""
    (*rejected, entry) = read(tmp_path, f"A_B [KORGOV {period}]")
    if period == "300101-311231":  # 2030 to 1931
        assert (entry.codes, rejected[0].reason) == ((), "the last day is before the first")
    else:
        assert [(code.text, code.first, code.last) for code in entry.codes] == [("KORGOV", first, last)]
        assert not rejected


@pytest.mark.parametrize("inner", ["KORGOV 1301-1402", "KORGOV 20011301-20020101", "KORGOV 070501", "KORGOV soon", "042", " "])
def test_bad_codes_are_told(tmp_path, inner):
    """A day that is none, a single date, a word or a number in a bracket is rejected with its line; the name stays."""
    found = read(tmp_path, f"# remark\nA_B [{inner}]\n+C")
    assert [(one.line, one.what) for one in found if isinstance(one, Rejected)] == [(2, "code")]
    assert [form.text for form in found[-1].forms] == ["A B", "C"]


def test_codes_belong_to_all_names_or_to_one(tmp_path):
    """All names share codes; a synonym's are its own only if the main name has some on its line."""
    found = read(tmp_path, "A [KORGOV]\n+B\n+C [KORMIL]\n [KORLEG 010101-020101]\nD\n+E [USAGOV]\n")
    said = [([form.text for form in one.forms], [code.text for code in one.codes]) for one in found]
    assert said == [(["A", "B"], ["KORGOV", "KORLEG"]), (["C"], ["KORMIL"]), (["D", "E"], ["USAGOV"])]


def test_lines_keep_their_numbers(tmp_path):
    """Comments of any kind are passed over, and entries name the lines on which they stand in the file."""
    found = read(tmp_path, "<!-- one\ntwo -->\r\n# [USA]\n; x\n\nA_ [KOR] # B [USA]\n+C ; D\n [KORGOV] <!-- x -->\n")
    (entry,) = found
    assert [(form.text, form.line) for form in entry.forms] == [("A", 6), ("C", 7)]
    assert [(code.text, code.line) for code in entry.codes] == [("KOR", 6), ("KORGOV", 8)]


def test_agents_are_known_by_tilde_or_file(tmp_path):
    """A tilde at the name or in the code, or the name of the file, makes an agent; markers and plurals are written out."""
    assert [one.is_agent for one in read(tmp_path, "A~ [COP]\nB [~COP]\nC [COP~]\nD [KORCOP]")] == [True, True, True, False]
    (entry,) = read(tmp_path, "!X! = A_A, BB\nfoo!x! {FEET} [COP]", "my.agents")
    assert [(form.text, form.plurals) for form in entry.forms] == [("fooA A", ("FEET",)), ("fooBB", ("FEET",))]
    assert entry.is_agent


def test_latin_letters_of_older_files_are_read(tmp_path):
    """A file that is not UTF-8 is read as Latin-1."""
    (tmp_path / "a.txt").write_bytes("JOSÉ_QUAXLEY [MEXGOV]".encode("latin-1"))
    (entry,) = read_dictionary(tmp_path / "a.txt")
    assert entry.forms[0].text == "JOSÉ QUAXLEY"


def test_synonyms_without_a_name_are_told(tmp_path):
    """A synonym or a code above the first name belongs to nobody."""
    found = read(tmp_path, "+A\n [KOR]\nB [KOR]")
    assert [(one.line, one.what) for one in found if isinstance(one, Rejected)] == [(1, "line"), (2, "line")]


def test_files_that_are_none_are_refused(tmp_path):
    """A missing file, a folder and a file without a line are errors that name the file."""
    (tmp_path / "empty.txt").write_text("# nothing\n")
    for path in (tmp_path / "missing.txt", tmp_path, tmp_path / "empty.txt"):
        with pytest.raises(InputError, match=path.name):
            list(read_dictionary(path))


# --- codes, spellings, periods ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("code", "country", "role"),
    [
        ("KORGOV", "KOR", "GOV"),
        ("KOR", "KOR", ""),
        ("ROMGOVMIL", "ROU", "GOV"),
        ("ISRPTYLIK", "ISR", "PTY"),
        ("USAMNC", "USA", "BUS"),
        ("IGOUNO", "", "UNO"),
        ("UNO", "", "UNO"),
        ("EUR", "", "EUR"),
    ],
)
def test_codes_are_read(code, country, role):
    """The first group is a country, by its code in CAMEO or ISO, or leads to a body; of the sectors the first of ours counts."""
    assert PartyCodes(paths.DICTIONARIES).party(code) == (country, role)


@pytest.mark.parametrize("code", ["AFR", "GOV", "XXX", "ISR/PSE", "KORGO", "Kor", "###", "IMGALQ", "COLPRM"])
def test_codes_that_do_not_fit_are_told(code):
    """Regions, sectors without a country, unknown codes, several actors and sectors that we have not are refused."""
    with pytest.raises(UnfitCode):
        PartyCodes(paths.DICTIONARIES).party(code)


@pytest.mark.parametrize(
    ("name", "kind", "spelled"),
    [
        ("KIM JONG-QUAX", "person", ("Kim Jong-Quax", "Kim Jong-quax")),
        ("OMAR BIN QUAX III", "person", ("Omar Bin Quax III", "Omar bin Quax III")),
        ("ABD AL-QUAX", "person", ("Abd Al-Quax", "Abd al-Quax")),
        ("O'QUAXLEY", "person", ("O'Quaxley",)),
        ("NG", "person", ("Ng",)),
        ("PEOPLE'S MINISTRY OF THE QUAX", "organization", ("People's Ministry of the Quax",)),
        ("THE QLF", "organization", ("QLF",)),
        ("QUAXA", "organization", ("QUAXA", "Quaxa")),
        ("QUAXALAND", "country", ("Quaxaland",)),
        ("CÔTE D'QUAXE", "country", ("Côte D'Quaxe", "Côte d'Quaxe")),
        ("McQuax of that Ilk", "person", ("McQuax of that Ilk",)),
    ],
)
def test_capitals_are_undone(name, kind, spelled):
    """Names in capitals get those of running text, all likely ones; what is not in capitals stays."""
    assert spellings(name, kind) == spelled


def test_a_code_without_dates_fills_the_gaps():
    """It holds before, between and after the dated ones; former officials need no row; a second one contradicts."""

    def tenure(role: str, first: date | None = None, last: date | None = None) -> Tenure:
        return Tenure("KOR", role, first, last, f"KOR{role}", 1)

    dated = [tenure("LEG", date(2005, 1, 1), date(2005, 12, 31)), tenure("GOV", date(2001, 1, 1), date(2002, 12, 31))]
    held, implied, contrary = in_turn([*dated, tenure("OPP"), tenure("MIL"), tenure("ELI", date(2010, 1, 1))])
    assert [(one.role, one.first, one.last) for one in held] == [
        ("GOV", date(2001, 1, 1), date(2002, 12, 31)),
        ("LEG", date(2005, 1, 1), date(2005, 12, 31)),
        ("OPP", None, date(2000, 12, 31)),
        ("OPP", date(2003, 1, 1), date(2004, 12, 31)),
        ("OPP", date(2006, 1, 1), date(2009, 12, 31)),
    ]
    assert [one.role for one in implied] == ["ELI"]
    assert [one.role for one in contrary] == ["MIL"]
    assert [one.role for one in in_turn([tenure("ELI")])[0]] == ["ELI"]


# --- the way there and back -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "day", "country", "role"),
    [
        ("Valdoria", "2020-01-01", "KOR", "GOV"),
        ("Valdorian", "2020-01-01", "KOR", "GOV"),
        ("Kim Quaxley-du", "2007-04-30", "KOR", "BUS"),
        ("Kim Quaxley-Du", "2007-05-01", "KOR", "GOV"),
        ("President Kim Quaxley-Du", "2008-07-31", "KOR", "GOV"),
        ("Kim Quaxley-Du", "2008-08-01", "KOR", "ELI"),
        ("Zorp bin Talul", "1998-12-31", "SAU", "OPP"),
        ("Zorp Talul", "1999-01-01", "SAU", "GOV"),
        ("Zorp Bin Talul", "2003-06-30", "SAU", "GOV"),
        ("Zorp Bin Talul", "2003-07-01", "SAU", "OPP"),
        ("Nora Zorpen", "1969-12-31", "DEU", "GOV"),
        ("Nora Zorpen", "1990-01-01", "DEU", "ELI"),
        ("Nora Zorpen", "2005-11-23", "DEU", "LEG"),
        ("Quaxley Liberation Front", "2020-01-01", "COL", "REB"),
        ("QLF", "2020-01-01", "COL", "REB"),
        ("Quaxley Committee of Nations", "2020-01-01", None, "UNO"),
        ("Vera Quaxley", "2000-01-01", None, "UNO"),
        ("Olga Zorp", "2000-01-01", "POL", "GOV"),
        ("Zorp Cup", "2000-01-01", None, ""),
    ],
)
def test_names_come_through_with_their_dates(over, name, day, country, role):
    """Each name of the old file is found in text as the old file has it, on each side of each date."""
    (match,) = over.actors.phrases.find(f"see {name} there")
    chosen = choose(match.values, date.fromisoformat(day))
    assert (chosen.country, chosen.role) == (country, role)


def test_every_file_is_written(converted):
    """People, organisations, bodies, countries' names, excluded phrases and roles each lie in the file of their kind."""
    found = {path.relative_to(converted).as_posix(): len(rows(path)) for path in converted.rglob("*.csv")}
    assert found == {
        "SOURCES.csv": 2,
        "bodies.csv": 1,
        "country_names.csv": 3,
        "leaders/converted.csv": 9,
        "not_actors.csv": 1,
        "organizations/converted.csv": 1,
        "rejected.csv": 17,
        "roles.csv": 11,
    }
    kinds = {row["name"]: row["kind"] for row in rows(converted / "country_names.csv")}
    assert kinds == {"Valdoria": "territory", "Valdorian": "adjective", "Valdorians": "demonym"}
    assert {row["short"] for row in rows(converted / "leaders/converted.csv")} == {"", "Quaxley-Du"}


def test_agents_come_through(over):
    """Agents are role words; irregular plurals have rows, regular ones need none, and what is known stays as we have it."""
    said = {" ".join(words): held.role for words, held in over.actors.roles.items() if any("zorp" in word for word in words)}
    people = dict.fromkeys(["zorpman", "zorpmen", "zorpwoman", "zorpwomen", "zorpperson"], "COP")
    others = {"zorpchild": "CVL", "zorpchildren": "CVL", "zorpguard": "COP", "zorpery": "GOV", "zorpsmith": "BUS"}
    assert said == people | others
    assert (over.actors.roles["quax", "officer"].role, over.actors.roles["quax", "officer"].kind) == ("MIL", "person")
    assert ("quax", "officers") not in over.actors.roles
    assert over.actors.roles["minister",].role == "GOV"


def test_nothing_is_dropped_in_silence(converted):
    """What is not carried over is listed with file, line, what it is and why."""
    said = {(row["file"].split(".")[1], row["what"], row["text"]): row["reason"] for row in rows(converted / REJECTED)}
    expected = {
        ("actors", "name", "GEORGIA"): "stands for Georgia (GEO)",
        ("actors", "name", "VALDORIA"): "stands for Valdoria (KOR) in an earlier entry",
        ("actors", "name", "ZORPAN"): "IMG stands for",
        ("actors", "name", "ZORPAN TWO"): "IMG stands for",
        ("actors", "name", "ZORP AND QUAX"): "several actors",
        ("actors", "name", "ZORP STORY"): "discards whole stories",
        ("actors", "code", "USAGOV 071332-080101"): "no such day",
        ("actors", "name", "QUAXLEY SMITH"): "no code",
        ("actors", "name", "BODYLESS"): "a sector without a country",
        ("actors", "name", "NOCODE"): "no code",
        ("actors", "code", "BROKEN [KORGOV"): "a bracket is not closed",
        ("actors", "name", "BROKEN"): "no code",
        ("actors", "name", "MEETING"): "an ordinary word",
        ("actors", "code", "POLOPP"): "a second code without dates",
        ("agents", "name", "HOLY ZORP"): "MOS is no sector",
        ("agents", "name", "!NONE!ZORP"): "the marker !NONE! is not defined",
        ("agents", "name", "MINISTER"): "GOV in our dictionaries, JUD here",
    }
    assert said.keys() == expected.keys()
    assert not [key for key, reason in expected.items() if not said[key].startswith(reason)]
    lines = ACTORS.splitlines()
    for row in rows(converted / REJECTED):
        if row["file"] == "quirks.actors.txt":
            assert row["text"].split()[0] in lines[int(row["line"]) - 1]


def test_the_overlay_passes_its_own_test(converted, over):
    """Every converted name can be found, and no exclusion silences anybody."""
    assert not list(try_names(Shelf(paths.DICTIONARIES, (converted,)), over))


def test_known_people_keep_their_rows_and_gain_periods(tmp_path, lexicon):
    """A person we know gets a row for a time that none of our rows covers, none for one that they do, and no new role today."""
    (person, *_) = lexicon.actors.phrases.get("Narendra Modi")
    text = "NARENDRA_MODI [INDOPP 800101-810101] [INDMIL 20150101-20160101]\n+QUAXENDRA_MODI\nNARENDRA_MODI [INDREB]\n"
    (tmp_path / "a.actors").write_text(text)
    said = Conversion().run([tmp_path / "a.actors"], tmp_path / "old")
    assert "3 names read = 1 carried over + 2 known already + 0 rejected" in said
    over = load_lexicon(overlays=[tmp_path / "old"])
    old = lexicon.actors.phrases.get(person.name)
    assert over.actors.phrases.get(person.name)[: len(old)] == old
    assert choose(over.actors.phrases.get(person.name), date(2015, 6, 1)).role == "GOV"
    assert choose(over.actors.phrases.get("Quaxendra Modi"), date(1980, 6, 1)).role == "OPP"
    (tmp_path / "b.actors").write_text("NARENDRA_MODI [INDOPP 800101-810101] [INDMIL 20150101-20160101]\n")
    Conversion().run([tmp_path / "b.actors"], tmp_path / "again")
    assert [(row["name"], row["role"], row["valid_to"]) for row in rows(tmp_path / "again/leaders/converted.csv")] == [
        ("Narendra Modi", "OPP", "1981-01-01")
    ]


def test_the_command_reports_and_refuses(tmp_path):
    """`comity convert-dictionary` says what became of the names it read, and writes into no folder that is in use."""
    (tmp_path / "a.actors").write_text(ACTORS, encoding="utf-8")
    (tmp_path / "a.agents").write_text(AGENTS, encoding="utf-8")
    command = ["convert-dictionary", str(tmp_path / "a.actors"), str(tmp_path / "a.agents"), "--out", str(tmp_path / "old")]
    done = CliRunner().invoke(main, command)
    assert done.exit_code == 0, done.output
    # 27 names of actors; 15 of agents, of which markers make five and two
    assert "42 names read = 25 carried over + 3 known already + 14 rejected" in done.output
    assert (tmp_path / "old" / REJECTED).is_file()
    again = CliRunner().invoke(main, command)
    assert again.exit_code == 1
    assert "give --out a new folder" in again.output
    with pytest.raises(OutputError):
        Conversion().write(tmp_path / "a.actors")


def test_the_same_files_give_the_same_bytes(tmp_path):
    """Conversion is deterministic."""
    (tmp_path / "a.actors").write_text(ACTORS, encoding="utf-8")
    for out in ("one", "two"):
        Conversion().run([tmp_path / "a.actors"], tmp_path / out)
    files = [path.relative_to(tmp_path / "one") for path in (tmp_path / "one").rglob("*.csv")]
    assert files
    assert all((tmp_path / "one" / file).read_bytes() == (tmp_path / "two" / file).read_bytes() for file in files)


def test_the_page_shows_what_comes_out(tmp_path):
    """The example of docs/your_own_dictionaries.md gives the rows that stand below it."""
    page = (Path(__file__).resolve().parents[2] / "docs" / "your_own_dictionaries.md").read_text(encoding="utf-8")
    before, after = (
        re.search(rf"^```{language}\n(.*?)^```", page, re.MULTILINE | re.DOTALL) for language in ("petrarch", "converted")
    )
    assert before
    assert after
    (tmp_path / "old.actors").write_text(before[1], encoding="utf-8")
    Conversion().run([tmp_path / "old.actors"], tmp_path / "old")
    assert (tmp_path / "old/leaders/converted.csv").read_text(encoding="utf-8") == after[1]
