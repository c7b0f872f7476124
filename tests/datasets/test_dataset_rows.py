"""Reading files of other datasets: which one a file is, and what is mended or refused of its quirks."""

import foreign
import pytest

from etl.datasets.layout import DATASETS, LAYOUTS
from etl.datasets.rows import Fault, Row, read_rows
from etl.errors import InputError


def read(path, dataset):
    """Return the layout's title and all rows of a file."""
    return [(form.layout.title, list(rows)) for form, rows in read_rows(path, dataset)]


def rows_of(path, dataset):
    """Return the rows of a file that is one file."""
    ((_, rows),) = read(path, dataset)
    return rows


def test_layouts_have_the_published_widths():
    """Each dataset's forms are as wide as its codebooks say, and no column comes twice."""
    widths = {dataset: sorted(len(one.columns) for one in LAYOUTS if one.dataset == dataset) for dataset in DATASETS}
    assert widths == {"gdelt": [16, 57, 58, 61], "icews": [20], "polecat": [40], "phoenix": [25, 26]}
    assert all(len(set(one.columns)) == len(one.columns) for one in LAYOUTS)


def test_layouts_are_those_of_the_published_headers(native):
    """The columns of ICEWS, POLECAT and Phoenix are named and ordered as their files name them."""
    headers = {
        "icews": (native / "icews_events.2018.sample.tab").read_text(encoding="utf-8").split("\n")[0].split("\t"),
        "polecat": (native / "polecat_HEADER_ONLY.columns.txt").read_text(encoding="utf-8").split("\n")[:40],
        "phoenix": (native / "phoenix_oeda_HEADER_ONLY.columns.txt").read_text(encoding="utf-8").split("\n")[:26],
    }
    columns = {one.dataset: list(one.columns) for one in LAYOUTS if one.dataset in headers and not one.has_header}
    assert columns == headers


@pytest.mark.parametrize(
    ("dataset", "lines", "title"),
    [
        ("gdelt", [foreign.gdelt()], "GDELT 2.0 events"),
        ("gdelt", [foreign.gdelt_1()], "GDELT 1.0 events"),
        ("gdelt", [foreign.gdelt_1(with_url=False)], "GDELT 1.0 events without links"),
        ("gdelt", [foreign.gdelt_mention()], "GDELT 2.0 mentions"),
        ("icews", [foreign.ICEWS_HEADER, foreign.icews()], "ICEWS events"),
        ("icews", [foreign.icews()], "ICEWS events"),
        ("polecat", [foreign.POLECAT_HEADER, foreign.polecat()], "POLECAT events"),
        ("phoenix", [foreign.phoenix()], "Phoenix events"),
        ("phoenix", [foreign.CLINE_HEADER, foreign.cline()], "Historical Phoenix events"),
    ],
)
@pytest.mark.parametrize("suffix", [".csv", ".zip", ".gz"])
def test_every_form_is_known_packed_or_not(tmp_path, dataset, lines, title, suffix):
    """A file tells its form by its header or its width; the header is no row; zip and gzip make no difference."""
    ((found, rows),) = read(foreign.write(tmp_path / f"file{suffix}", *lines), dataset)
    assert found == title
    assert [type(row) for row in rows] == [Row]
    assert rows[0].line == len(lines)


def test_zip_may_hold_several_files(tmp_path):
    """Each file of a zip is read by itself, and its rows name it."""
    import zipfile

    path = tmp_path / "both.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("one.CSV", foreign.gdelt() + "\n")
        archive.writestr("folder/two.CSV", foreign.gdelt_1(GLOBALEVENTID="900002") + "\n")
    found = read(path, "gdelt")
    assert [title for title, _ in found] == ["GDELT 2.0 events", "GDELT 1.0 events"]
    assert [row.file for _, rows in found for row in rows] == ["both.zip:one.CSV", "both.zip:folder/two.CSV"]


def test_file_of_another_dataset_is_named(tmp_path):
    """A file of another dataset, or of none, is one sentence that says what it is and what to do."""
    icews = foreign.write(tmp_path / "events.tab", foreign.ICEWS_HEADER, foreign.icews())
    with pytest.raises(InputError, match=r"events\.tab holds ICEWS events \(20 columns\), not gdelt: use `comity import icews"):
        read(icews, "gdelt")
    with pytest.raises(InputError, match=r"holds GDELT 2\.0 events \(61 columns\), not polecat"):
        read(foreign.write(tmp_path / "x.CSV", foreign.gdelt()), "polecat")
    with pytest.raises(InputError, match=r"odd\.csv has 3 columns, and files of gdelt have 61 .*; 58 .*; 57 .*; 16 "):
        read(foreign.write(tmp_path / "odd.csv", "a\tb\tc"), "gdelt")
    with pytest.raises(InputError, match="is empty"):
        read(foreign.write(tmp_path / "empty.csv", ""), "gdelt")


@pytest.mark.parametrize("suffix", [".zip", ".gz"])
def test_truncated_archive_is_one_sentence(tmp_path, suffix):
    """An archive that was cut off names itself and asks to be fetched again."""
    path = foreign.write(
        tmp_path / f"cut{suffix}", *(foreign.gdelt(GLOBALEVENTID=str(1000 + n), SOURCEURL=f"u{n * n}") for n in range(900))
    )
    path.write_bytes(path.read_bytes()[:-2000])
    with pytest.raises(InputError, match=rf"cut\{suffix} is broken or breaks off .*: fetch it again; nothing of it was imported"):
        read(path, "gdelt")


def test_damaged_zip_is_one_sentence(tmp_path):
    """A zip whose content does not meet its checksum is refused as a whole."""
    path = foreign.write(tmp_path / "bad.zip", *(foreign.gdelt(GLOBALEVENTID=str(1000 + n)) for n in range(50)))
    content = bytearray(path.read_bytes())
    content[120] ^= 0xFF
    path.write_bytes(content)
    with pytest.raises(InputError, match="broken or breaks off"):
        read(path, "gdelt")


def test_wrong_width_is_a_fault_of_its_line(tmp_path):
    """A row that is too short or too long is refused with its line, and the rows around it are read."""
    path = foreign.write(
        tmp_path / "a.CSV", foreign.gdelt(), "900002\t20190301\tshort", foreign.gdelt() + "\tmore", foreign.gdelt()
    )
    kinds = [(type(row), row.line) for row in rows_of(path, "gdelt")]
    assert kinds == [(Row, 1), (Fault, 2), (Fault, 3), (Row, 4)]
    assert rows_of(path, "gdelt")[1].reason == "3 columns instead of 61"
    assert rows_of(path, "gdelt")[1].record_id == "900002"


def test_latin_1_is_mended(tmp_path):
    """A line that is no UTF-8 is read as Windows' Latin-1, and said to be mended; the lines around it are not."""
    path = foreign.write(tmp_path / "a.CSV", foreign.gdelt(), foreign.gdelt(ActionGeo_FullName="São Paulo"), encoding="latin-1")
    first, second = rows_of(path, "gdelt")
    assert second.cells["ActionGeo_FullName"] == "São Paulo"
    assert (first.repairs, second.repairs) == ((), ("bytes that are no UTF-8",))


def test_byte_order_mark_and_line_ends_of_windows(tmp_path):
    """A byte order mark and carriage returns are no part of the cells; an empty line is no row."""
    path = tmp_path / "a.tab"
    path.write_bytes(b"\xef\xbb\xbf" + f"{foreign.ICEWS_HEADER}\r\n{foreign.icews()}\r\n\r\n".encode())
    (row,) = rows_of(path, "icews")
    assert (row.cells["Event ID"], row.cells["Longitude"]) == ("7001", "105.841")


def test_header_among_the_rows_is_a_fault(tmp_path):
    """A header that stands again among the rows is refused, wherever it is."""
    path = foreign.write(tmp_path / "a.txt", foreign.POLECAT_HEADER, foreign.polecat(), foreign.POLECAT_HEADER, foreign.polecat())
    found = rows_of(path, "polecat")
    assert [type(row) for row in found] == [Row, Fault, Row]
    assert found[1].reason == "a header of POLECAT events among the rows"


def test_columns_are_found_by_their_names(tmp_path):
    """With a header columns may be spelt otherwise, stand in another order, be more or lack the code."""
    names = [name.lower().replace(" ", "_") for name in foreign.ICEWS_HEADER.split("\t")]
    cells = foreign.icews().split("\t")
    names, cells = names[::-1], cells[::-1]
    place = names.index("cameo_code")
    del names[place], cells[place]
    path = foreign.write(tmp_path / "a.tab", "\t".join([*names, "yearmonth"]), "\t".join([*cells, "201806"]))
    (row,) = rows_of(path, "icews")
    assert row.cells["Event Text"] == "Make a visit"
    assert row.cells["yearmonth"] == "201806"
    assert "CAMEO Code" not in row.cells


def test_quotes_around_cells_are_taken_off(tmp_path):
    """Quotes around a cell of ICEWS are none of its text, a tab inside them does not cut it; GDELT writes no such quotes."""
    quoted = foreign.icews(Source_Sectors='"Executive,Government"', Publisher='"The ""Harbour"" Post"')
    tabbed = foreign.icews(City='"Ha\tnoi"')
    first, second = rows_of(foreign.write(tmp_path / "a.tab", foreign.ICEWS_HEADER, quoted, tabbed), "icews")
    assert (first.cells["Source Sectors"], first.cells["Publisher"]) == ("Executive,Government", 'The "Harbour" Post')
    assert second.cells["City"] == "Ha\tnoi"
    (row,) = rows_of(foreign.write(tmp_path / "b.CSV", foreign.gdelt(Actor1Name='"BEIJING"')), "gdelt")
    assert row.cells["Actor1Name"] == '"BEIJING"'


def test_row_broken_inside_quotes_is_joined(tmp_path):
    """A row with a line end inside quotes is one row; a stray quote takes no other row with it."""
    broken = foreign.icews(City='"Ha\nnoi"')
    stray = foreign.icews(Event_ID="7002", Source_Name='Paper "one')
    path = foreign.write(tmp_path / "a.tab", foreign.ICEWS_HEADER, broken, stray, foreign.icews(Event_ID="7003"))
    rows = rows_of(path, "icews")
    assert [(row.line, row.cells["Event ID"]) for row in rows] == [(2, "7001"), (4, "7002"), (5, "7003")]
    assert (rows[0].cells["City"], rows[0].repairs) == ("Ha noi", ("row broken in two",))
    assert rows[1].cells["Source Name"] == 'Paper "one'


def test_one_tab_too_many_is_mended_where_one_place_makes_sense(tmp_path):
    """A stray tab is taken out if only one place gives a sound row; else the row is refused. Empty columns at the end are cut."""
    sound = foreign.polecat().split("\t")
    place = sound.index("JPN")
    shifted = "\t".join([*sound[:place], "", *sound[place:]])
    unclear = foreign.polecat(Story_People="Ann\tBob", Story_Locations="Busan")
    longer = foreign.polecat() + "\t\t"
    rows = rows_of(foreign.write(tmp_path / "a.txt", foreign.POLECAT_HEADER, shifted, unclear, longer), "polecat")
    assert rows[0].repairs == ("one tab too many",)
    assert (rows[0].cells["Actor Country"], rows[0].cells["Version"]) == ("JPN", "1.2")
    assert isinstance(rows[1], Fault)
    assert rows[1].reason == "41 columns instead of 40"
    assert rows[2].repairs == ("empty columns at the end",)


def test_historical_phoenix_stands_under_the_names_of_the_daily_files(tmp_path):
    """Commas inside quotes do not cut a cell, and columns have one name in both forms."""
    (row,) = rows_of(foreign.write(tmp_path / "a.csv", foreign.CLINE_HEADER, foreign.cline()), "phoenix")
    assert (row.cells["EventID"], row.cells["LocationName"], row.cells["GeoCountryName"], row.cells["aid"]) == (
        "SWB1", "Moscow, near the river", "Russia", "art5",
    )  # fmt: skip
