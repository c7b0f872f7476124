"""Files of other datasets in the small, made up by us: each function gives a row as text, quirks are put in by the tests."""

import csv
import gzip
import io
import zipfile

from etl.datasets.layout import GDELT_EVENT, GDELT_MENTION, ICEWS_EVENT, PHOENIX_EVENT, POLECAT_EVENT

GDELT_DEFAULTS = {
    "GLOBALEVENTID": "900001", "SQLDATE": "20190301", "MonthYear": "201903", "Year": "2019", "FractionDate": "2019.1671",
    "Actor1Code": "CHNGOV", "Actor1Name": "BEIJING", "Actor1CountryCode": "CHN", "Actor1Type1Code": "GOV",
    "Actor2Code": "KORMIL", "Actor2Name": "SEOUL", "Actor2CountryCode": "KOR", "Actor2Type1Code": "MIL",
    "IsRootEvent": "1", "EventCode": "042", "EventBaseCode": "042", "EventRootCode": "04", "QuadClass": "1",
    "GoldsteinScale": "1.9", "NumMentions": "6", "NumSources": "2", "NumArticles": "4", "AvgTone": "1.25",
    "Actor1Geo_Type": "1", "Actor1Geo_CountryCode": "CH", "Actor2Geo_Type": "1", "Actor2Geo_CountryCode": "KS",
    "ActionGeo_Type": "4", "ActionGeo_FullName": "Busan, Pusan-jikhalsi, South Korea", "ActionGeo_CountryCode": "KS",
    "ActionGeo_Lat": "35.1028", "ActionGeo_Long": "129.04", "DATEADDED": "20190301091500",
    "SOURCEURL": "https://paper.example/one",
}  # fmt: skip
ICEWS_DEFAULTS = {
    "Event ID": "7001", "Event Date": "2018-06-01", "Source Name": "Government (Japan)",
    "Source Sectors": "Executive,Government", "Source Country": "Japan", "Event Text": "Make a visit", "CAMEO Code": "042",
    "Intensity": "1.9", "Target Name": "Vietnam", "Target Sectors": "NA", "Target Country": "Vietnam", "Story ID": "810",
    "Sentence Number": "2", "Publisher": "Harbour Post", "City": "Hanoi", "District": "NA", "Province": "NA",
    "Country": "Vietnam", "Latitude": "21.0245", "Longitude": "105.841",
}  # fmt: skip
POLECAT_DEFAULTS = {
    "Event ID": "p1", "Event Date": "2023-02-01", "Event Type": "CONSULT", "Event Mode": "visit", "Intensity": "2.5",
    "Quad Code": "VERBAL COOPERATION", "Contexts": "diplomatic", "Actor Name": "Fumio Kishida", "Actor Country": "JPN",
    "Actor COW": "740", "Primary Actor Sector": "GOV", "Actor Sectors": "GOV", "Recipient Name": "South Korea",
    "Recipient Country": "KOR", "Recipient COW": "732", "Country": "KOR", "Latitude": "37.5", "Longitude": "127.0",
    "Source": "Evening Ledger", "Publication Date": "2023-02-02", "Language": "english", "Version": "1.2",
}  # fmt: skip
PHOENIX_DEFAULTS = {
    "EventID": "12_v0.3", "Date": "20140620", "Year": "2014", "Month": "06", "Day": "20", "SourceActorFull": "USAGOV",
    "SourceActorEntity": "USA", "SourceActorRole": "GOV", "TargetActorFull": "IRQ", "TargetActorEntity": "IRQ",
    "EventCode": "072", "EventRootCode": "07", "QuadClass": "2", "GoldsteinScore": "8.3", "ActionLat": "33.3",
    "ActionLong": "44.4", "LocationName": "Baghdad", "GeoCountryName": "IRQ", "SentenceID": "a_1;b_2",
    "URLs": "https://one.example/a;https://two.example/b", "NewsSources": "one;two",
}  # fmt: skip
MENTION_DEFAULTS = {
    "GLOBALEVENTID": "900001", "EventTimeDate": "20190301091500", "MentionTimeDate": "20190301093000", "MentionType": "1",
    "MentionSourceName": "paper.example", "MentionIdentifier": "https://paper.example/one", "SentenceID": "3",
    "Actor1CharOffset": "120", "Actor2CharOffset": "-1", "ActionCharOffset": "140", "InRawText": "1", "Confidence": "60",
    "MentionDocLen": "2400", "MentionDocTone": "-1.5",
}  # fmt: skip


def line(columns, defaults, changed):
    """Return one tab-separated row."""
    row = dict.fromkeys(columns, "") | defaults | changed
    assert set(row) == set(columns), set(row) - set(columns)
    return "\t".join(row[column] for column in columns)


def gdelt(**changed):
    """Return a row of a GDELT 2.0 event file."""
    return line(GDELT_EVENT, GDELT_DEFAULTS, changed)


def gdelt_1(*, with_url=True, **changed):
    """Return a row of a GDELT 1.0 event file: 58 columns, or 57 without the link."""
    row = dict(zip(GDELT_EVENT, gdelt(**({"DATEADDED": "20190302"} | changed)).split("\t"), strict=True))
    return "\t".join(cell for name, cell in row.items() if "ADM2" not in name and (with_url or name != "SOURCEURL"))


def gdelt_mention(**changed):
    """Return a row of a GDELT 2.0 mention file."""
    return line(GDELT_MENTION, MENTION_DEFAULTS, changed)


def icews(**changed):
    """Return a row of an ICEWS file; blanks in names are written as underscores."""
    return line(ICEWS_EVENT, ICEWS_DEFAULTS, {name.replace("_", " "): value for name, value in changed.items()})


ICEWS_HEADER = "\t".join(ICEWS_EVENT)


def polecat(**changed):
    """Return a row of a POLECAT file; blanks in names are written as underscores."""
    return line(POLECAT_EVENT, POLECAT_DEFAULTS, {name.replace("_", " "): value for name, value in changed.items()})


POLECAT_HEADER = "\t".join(POLECAT_EVENT)


def phoenix(**changed):
    """Return a row of a daily Phoenix file."""
    return line(PHOENIX_EVENT, PHOENIX_DEFAULTS, changed)


CLINE_HEADER = (
    "eid,story_date,year,month,day,source,source_root,source_agent,source_others,target,target_root,target_agent,"
    "target_others,code,root_code,quad_class,goldstein,joined_issues,lat,lon,placename,statename,countryname,aid,process"
)


def cline(**changed):
    """Return a row of a historical Phoenix file: commas and quotes."""
    row = dict.fromkeys(CLINE_HEADER.split(","), "") | {
        "eid": "SWB1", "story_date": "1985-03-01", "year": "1985", "month": "3", "day": "1", "source": "RUSGOV",
        "source_root": "RUS", "source_agent": "GOV", "target": "CHN", "target_root": "CHN", "code": "046", "root_code": "04",
        "quad_class": "1", "goldstein": "7.0", "placename": "Moscow, near the river", "countryname": "Russia", "aid": "art5",
        "process": "v1",
    } | changed  # fmt: skip
    text = io.StringIO()
    csv.writer(text, lineterminator="").writerow(row.values())
    return text.getvalue()


def write(path, *lines, encoding="utf-8"):
    """Write lines as a file, packed as its ending says, and return the path."""
    data = ("\n".join(lines) + "\n").encode(encoding)
    if path.suffix == ".zip":
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(path.stem, data)
    elif path.suffix == ".gz":
        path.write_bytes(gzip.compress(data))
    else:
        path.write_bytes(data)
    return path
