"""Overlays: rows of the user's own that add to, replace and retire ours, checked and tested as ours are."""

import json
import re
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest

from etl import paths
from etl.coder.coder import Coder
from etl.coder.parser import Parser
from etl.dictionaries import Lexicon, load_lexicon
from etl.dictionaries.actors import LEADER_COLUMNS, ROLE_COLUMNS
from etl.dictionaries.overlay import KEYS, Shelf
from etl.dictionaries.rows import read_folder, read_rows
from etl.dictionaries.trial import try_names
from etl.doctor import examine
from etl.engines.equipment import Equipment
from etl.errors import DictionaryError
from etl.pipeline import Build
from etl.records import Article
from etl.views import connect

LEADERS = "name,aliases,short,country,office,role,valid_from,valid_to,source,note"
NAMES = "name,country,kind,valid_from,valid_to,source,note"
FRAMES = "lemma,pos,object,source_slot,target_slot,kind,code,example,expect,source,note"

PAGE = Path(__file__).resolve().parents[2] / "docs" / "your_own_dictionaries.md"

Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Return a function that writes an overlay of one file, lines joined, and returns its folder."""

    def run(file: str, *lines: str, name: str = "mine") -> Path:
        path = tmp_path / name / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return tmp_path / name

    return run


def load(*overlays: Path) -> Lexicon:
    """Load our dictionaries with overlays on top."""
    return load_lexicon(overlays=overlays)


def test_rows_are_added(write):
    """A new leader, a new name and a new verb are known, with no column `change` in sight."""
    write("leaders/mars.csv", LEADERS, "Zorp Quaxley,Zorpo Quaxley,,KOR,envoy,GOV,2020-01-01,,own,")
    write("country_names.csv", NAMES, "Kimchiland,KOR,name,,,own,")
    overlay = write("frames/mine.csv", FRAMES, "zorp,verb,,,obj,oneway,111,China zorped Japan.,CHN>JPN:111,own,")
    lexicon = load(overlay)
    (person,) = lexicon.actors.phrases.get("Zorpo Quaxley")
    assert (person.name, person.country, person.valid_from) == ("Zorp Quaxley", "KOR", date(2020, 1, 1))
    assert [name.country for name in lexicon.actors.phrases.get("Kimchiland")] == ["KOR"]
    assert [frame.code for frame in lexicon.acts.frames["verb", "zorp"]] == ["111"]


def test_rows_are_replaced_and_retired(write):
    """A leader's end is corrected, a role word taken away; all other rows stay as they are."""
    theirs = next(row for row in read_folder(paths.DICTIONARIES / "leaders", LEADER_COLUMNS) if not row["valid_to"])
    key = ",".join((theirs["country"], theirs["office"], theirs["role"], theirs["valid_from"]))
    role = next(row for row in read_rows(paths.DICTIONARIES / "roles.csv", ROLE_COLUMNS) if row["kind"] == "person")
    write("leaders/ends.csv", f"change,{LEADERS}", f'replace,"{theirs["name"]}",,,{key},2031-02-03,own,')
    overlay = write("roles.csv", "word,role,kind,source,note,change", f"{role['word']},,person,,,retire")
    before, after = load(), load(overlay)
    old, new = (
        [name for name in one.actors.phrases.get(theirs["name"]) if name.valid_from == theirs.day("valid_from")]
        for one in (before, after)
    )
    assert [name.valid_to for name in old] == [None]
    assert [name.valid_to for name in new] == [date(2031, 2, 3)]
    word = tuple(role["word"].lower().replace("-", " - ").split())
    assert before.actors.roles.keys() - after.actors.roles.keys() == {word}
    assert before.acts == after.acts


def test_later_overlays_win(write):
    """An overlay may replace and retire what an earlier one added, and retire and add anew in one file."""
    one = write("country_names.csv", NAMES, "Kimchiland,KOR,name,,,own,", "Sushiland,JPN,name,,,own,", name="one")
    two = write(
        "country_names.csv",
        f"{NAMES},change",
        "Kimchiland,KOR,name,2001-01-01,,own,,replace",
        "Sushiland,JPN,name,,,,,retire",
        "Sushiland,JPN,name,1999-01-01,,own,,add",
        name="two",
    )
    phrases = load(one, two).actors.phrases
    assert [name.valid_from for name in phrases.get("Kimchiland")] == [date(2001, 1, 1)]
    assert [name.valid_from for name in phrases.get("Sushiland")] == [date(1999, 1, 1)]
    with pytest.raises(DictionaryError, match=r"two/country_names.csv, line 2, column change: 'replace' of a row that does not"):
        load(two, one)


def test_a_source_of_the_overlay_is_known(write):
    """Rows may name a source that SOURCES.csv of the overlay adds, and no other."""
    overlay = write("country_names.csv", NAMES, "Kimchiland,KOR,name,,,lab,")
    with pytest.raises(DictionaryError, match=r"mine/country_names.csv, line 2, column source: 'lab' is not one of: .*own"):
        load(overlay)
    write("SOURCES.csv", "key,title,url,licence,note", "lab,Our lab's list,,CC0 1.0,")
    assert load(overlay).actors.phrases.get("Kimchiland")


@pytest.mark.parametrize(
    ("file", "lines", "said"),
    [
        ("countries.csv", ["iso3"], r"mine/countries.csv: an overlay cannot hold this file, only: .*leaders/\*\.csv"),
        ("leaders/korea.cvs", [LEADERS], r"mine/leaders/korea.cvs: an overlay cannot hold this file"),
        ("leaders/asia/korea.csv", [LEADERS], r"mine/leaders/asia/korea.csv: an overlay cannot hold"),
        ("leaders.csv", [LEADERS], r"mine/leaders.csv: an overlay cannot hold"),
        ("roles.csv", ["word,role,kind,source,note,colour"], r"mine/roles.csv: header is .*colour.*may hold change"),
        ("roles.csv", ["word,role,kind,source,note,change,change"], r"mine/roles.csv: header is"),
        ("roles.csv", ["word,role,kind,source,note", "a,GOV"], r"mine/roles.csv, line 2: 2 cells, must be 5"),
        (
            "roles.csv",
            ["word,role,kind,source,note,change", "quaxer,GOV,person,own,,delete"],
            r"mine/roles.csv, line 2, column change: 'delete' is not one of: add, replace, retire or empty",
        ),
        (
            "roles.csv",
            ["word,role,kind,source,note", "quaxer,GOW,person,own,"],
            r"mine/roles.csv, line 2, column role: 'GOW' is not one of: .*GOV",
        ),
        (
            "roles.csv",
            ["word,role,kind,source,note,change", "minister,GOV,body,own,,retire"],
            r"mine/roles.csv, line 2, column change: 'retire' of a row that does not exist, .*; there is: word 'minister',",
        ),
        (
            "roles.csv",
            ["word,role,kind,source,note", "minister,GOV,person,own,"],
            r"mine/roles.csv, line 2: a row with word 'minister', kind 'person' is there already \(roles.csv, line \d+\)",
        ),
        (
            "roles.csv",
            ["word,role,kind,source,note", "Former,GOV,modifier,own,"],
            r"mine/roles.csv, line 2, column word: 'Former' is not new: the word stands in an earlier row",
        ),
        ("readme.txt", ["no rows"], "holds no dictionary file"),
    ],
)
def test_what_cannot_be_is_refused(write, file, lines, said):
    """An unknown file, column, change or value, and a change of what is not there, are named with what is allowed."""
    with pytest.raises(DictionaryError, match=said):
        load(write(file, *lines))


def test_two_overlays_need_two_names(tmp_path, write):
    """Overlays of one name could not be told apart in messages and hashes."""
    one = write("history.csv", "phrase,source,note", "of yore,own,")
    other = tmp_path / "elsewhere" / "mine"
    with pytest.raises(DictionaryError, match="two overlays are called 'mine'"):
        load(one, other)


def test_notes_and_rejected_rows_may_lie_beside(write):
    """A page of notes, hidden files and what the converter rejected are no dictionaries and enter no hash."""
    for beside in ("README.md", ".notes.csv", "rejected.csv"):
        write(beside, "file,line,text,reason")
    lexicon = load(write("history.csv", "phrase,source,note", "of yore,own,"))
    assert [name for name in lexicon.hashes if name.startswith("mine/")] == ["mine/history.csv"]


def test_a_spreadsheet_s_mark_is_no_fault(write):
    """A byte order mark before the header, as spreadsheet programs write it, is passed over."""
    overlay = write("history.csv", "\ufeffphrase,source,note", "of yore,own,")
    assert load(overlay).acts.history.search("in the days of yore")


def test_hashes_and_version_tell_overlays(write, lexicon):
    """Files of an overlay are hashed under its name; another row, or another order, is another version."""
    one = write("history.csv", "phrase,source,note", "of yore,own,", name="one")
    two = write("history.csv", "phrase,source,note", "in olden times,own,", name="two")
    over = load(one, two)
    assert over.hashes.keys() - lexicon.hashes.keys() == {"one/history.csv", "two/history.csv"}
    assert {name: over.hashes[name] for name in lexicon.hashes} == lexicon.hashes
    assert len({lexicon.version, load(one).version, over.version, load(two, one).version}) == 4
    write("history.csv", "phrase,source,note", "of yore,own,changed", name="one")
    assert load(one, two).version != over.version


def test_every_key_tells_our_rows_apart():
    """In our own files no two rows have one key, so that each row can be replaced and retired."""
    for table, key in KEYS.items():
        path = paths.DICTIONARIES / table
        files = [path] if path.suffix else sorted(path.glob("*.csv"))
        assert files
        seen: dict[tuple[str, ...], str] = {}
        for file in files:
            header = file.read_text(encoding="utf-8").partition("\n")[0].split(",")
            for row in read_rows(file, tuple(header)):
                where = f"{row.file}, line {row.line}"
                values = tuple(row[column] for column in key)
                assert values not in seen, f"{where} and {seen[values]}: {values}"
                seen[values] = where


def test_names_are_tried(write, lexicon):
    """A name without a letter, a name that we exclude and an exclusion that silences somebody are found; sound ones are not."""
    write("country_names.csv", NAMES, "---,KOR,name,,,own,", "Kimchiland,KOR,name,,,own,", "Korean War,KOR,name,,,own,")
    overlay = write("not_actors.csv", "phrase,reason,source,note", "Xi Jinping,other,own,", "Kimchi Bowl,sport,own,")
    wrong = list(try_names(Shelf(paths.DICTIONARIES, (overlay,)), load(overlay)))
    assert [said.partition(": ")[0] for said in wrong] == [
        "mine/country_names.csv, line 2",
        "mine/country_names.csv, line 4",
        "mine/not_actors.csv, line 2",
    ]
    assert "would silence 'Xi Jinping'" in wrong[2]
    assert not list(try_names(Shelf(paths.DICTIONARIES), lexicon))


def test_an_overlay_changes_what_is_coded(write, parser: Parser, coder: Coder):
    """A sentence with a leader and a verb of the overlay gives an event with it, none without, none once it is retired."""
    write("leaders/mars.csv", LEADERS, "Zorp Quaxley,,,KOR,envoy,GOV,2020-01-01,,own,")
    overlay = write("frames/mine.csv", FRAMES, "honk at,verb,,,at,oneway,111,China honked at Japan.,CHN>JPN:111,own,")
    over = write("frames/less.csv", f"{FRAMES},change", "honk at,verb,,,at,,111,,,,,retire", name="over")
    article = Article("a", datetime(2026, 1, 15), "test", None, "Zorp Quaxley honked at Japan.", language="en")
    codes = [
        [
            (mention.source.country, mention.target.country, mention.event_code)
            for mention in next(iter(one.code([article]))).mentions
        ]
        for one in (coder, Coder(load(overlay), parser), Coder(load(overlay, over), parser))
    ]
    assert codes == [[], [("KOR", "JPN", "111")], []]


def test_a_build_knows_its_overlays(tmp_path, write):
    """Workers code with the overlay, and the build's row names its files with their hashes."""
    overlay = write("leaders/mars.csv", LEADERS, "Zorp Quaxley,,,KOR,envoy,GOV,2020-01-01,,own,")
    articles = tmp_path / "news.jsonl"
    article = {"id": "a", "date": "2026-01-05", "language": "en", "text": "Zorp Quaxley condemned Japan."}
    articles.write_text(json.dumps(article) + "\n", encoding="utf-8")
    Build([articles], out=tmp_path / "out", equipment=Equipment(model=None, overlays=(overlay,))).run()
    with connect(tmp_path / "out") as connection:
        hashes = connection.sql("select dictionary_hashes from build").fetchall()
        events = connection.sql("select source_country, target_country, event_root_code from event").fetchall()
    assert json.loads(hashes[0][0])["mine/leaders/mars.csv"] == load(overlay).hashes["mine/leaders/mars.csv"]
    assert events == [("KOR", "JPN", "11")]


def test_the_page_shows_an_overlay_that_works(tmp_path):
    """The four files of docs/your_own_dictionaries.md are an overlay that loads, changes what it says and passes its own test."""
    files = re.findall(r"^`my_rows/(\S+)`\n\n```csv\n(.*?)^```", PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    assert len(files) == 4
    for name, text in files:
        (tmp_path / "my_rows" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "my_rows" / name).write_text(text, encoding="utf-8")
    overlay = tmp_path / "my_rows"
    findings = examine(tmp_path / "none", Equipment(model=None, overlays=(overlay,)))
    assert not [finding for finding in findings if finding.is_fault]
    assert any("1 examples run, 0 rows fail" in finding.found for finding in findings)
    lexicon = load(overlay)
    assert ("premier",) not in lexicon.actors.roles
    ends = [name.valid_to for name in lexicon.actors.phrases.get("Narendra Modi") if name.office == "head_of_government"]
    assert ends == [date(2031, 5, 25)]


def test_the_page_lists_the_keys():
    """The page on overlays and that of the dictionaries name the key of every file as the code has it."""
    page, readme = (re.sub(r"\s+", " ", path.read_text(encoding="utf-8")) for path in (PAGE, paths.DICTIONARIES / "README.md"))
    for table, key in KEYS.items():
        on_page = re.search(
            rf"\| [^|]*`{re.escape(table)}(?:/\*\.csv)?`[^|]* \| ([a-z_, ]+) \|", page.partition("| file | key |")[2]
        )
        in_readme = re.search(rf"`{re.escape(table)}/?`(?:, `[a-z_.]+`)* ([a-z_, ]+)[;.]", readme.partition("**Overlays.**")[2])
        assert on_page, table
        assert in_readme, table
        assert on_page[1] == in_readme[1] == ", ".join(key)
