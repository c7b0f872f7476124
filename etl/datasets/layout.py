"""The columns of other people's files: what a layout is called, how wide it is, and how a file tells which one it has.

Names and order are those of the datasets' own codebooks; a record is kept under these names whatever the file calls its columns.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from etl.errors import InputError


def _sides(first: str, names: str) -> list[str]:
    """Return the names behind a prefix."""
    return [first + name for name in names.split()]


_ACTOR = (
    "Code Name CountryCode KnownGroupCode EthnicCode Religion1Code Religion2Code Type1Code Type2Code Type3Code"  # of each side
)
_GEO = "Geo_Type Geo_FullName Geo_CountryCode Geo_ADM1Code Geo_ADM2Code Geo_Lat Geo_Long Geo_FeatureID"

GDELT_EVENT = (
    *"GLOBALEVENTID SQLDATE MonthYear Year FractionDate".split(),
    *_sides("Actor1", _ACTOR),
    *_sides("Actor2", _ACTOR),
    *"IsRootEvent EventCode EventBaseCode EventRootCode QuadClass GoldsteinScale".split(),
    *"NumMentions NumSources NumArticles AvgTone".split(),
    *_sides("Actor1", _GEO),
    *_sides("Actor2", _GEO),
    *_sides("Action", _GEO),
    *"DATEADDED SOURCEURL".split(),
)
GDELT_MENTION = tuple(
    "GLOBALEVENTID EventTimeDate MentionTimeDate MentionType MentionSourceName MentionIdentifier SentenceID Actor1CharOffset "
    "Actor2CharOffset ActionCharOffset InRawText Confidence MentionDocLen MentionDocTone MentionDocTranslationInfo Extras".split()
)
ICEWS_EVENT = tuple(
    "Event ID|Event Date|Source Name|Source Sectors|Source Country|Event Text|CAMEO Code|Intensity|Target Name|Target Sectors|"
    "Target Country|Story ID|Sentence Number|Publisher|City|District|Province|Country|Latitude|Longitude".split("|")
)
POLECAT_EVENT = tuple(
    "Event ID|Event Date|Event Type|Event Mode|Intensity|Quad Code|Contexts|Actor Name|Actor Country|Actor COW|"
    "Primary Actor Sector|Actor Sectors|Actor Title|Actor Name Raw|Wikipedia Actor ID|Recipient Name|Recipient Country|"
    "Recipient COW|Primary Recipient Sector|Recipient Sectors|Recipient Title|Recipient Name Raw|Wikipedia Recipient ID|"
    "Placename|City|District|Province|Country|Latitude|Longitude|GeoNames ID|Raw Placename|Feature Type|Source|Publication Date|"
    "Story People|Story Organizations|Story Locations|Language|Version".split("|")
)
PHOENIX_EVENT = tuple(
    "EventID Date Year Month Day SourceActorFull SourceActorEntity SourceActorRole SourceActorAttribute TargetActorFull "
    "TargetActorEntity TargetActorRole TargetActorAttribute EventCode EventRootCode QuadClass GoldsteinScore Issues ActionLat "
    "ActionLong LocationName GeoCountryName GeoStateName SentenceID URLs NewsSources".split()
)
_PHOENIX_OEDA = tuple(
    "id_version date year month day source source_root source_agent source_others target target_root target_agent target_others "
    "code root_code quad_class goldstein issues lat lon placename countryname statename ids urls sources".split()
)
_CLINE = tuple(
    "eid story_date year month day source source_root source_agent source_others target target_root target_agent target_others "
    "code root_code quad_class goldstein joined_issues lat lon placename statename countryname aid process".split()
)
_CLINE_NAMES = (*PHOENIX_EVENT[:21], "GeoStateName", "GeoCountryName", "aid", "process")


@dataclass(frozen=True, slots=True)
class Layout:
    """One form a dataset's files have.

    `columns` are the names a record is kept under, in the order of the file where it has no header; `wanted` must be there if it
    has one. `others` are names that headers use for the same columns.
    """

    dataset: str
    title: str
    columns: tuple[str, ...]
    wanted: tuple[str, ...] = ()
    others: Mapping[str, str] = field(default_factory=dict)
    delimiter: str = "\t"
    has_header: bool = False

    def names(self) -> dict[str, str]:
        """Return plain spelling -> column: `Event ID`, `event_id` and `Event.ID` are one name."""
        return {plain(name): name for name in self.columns} | {plain(other): name for other, name in self.others.items()}


def plain(name: str) -> str:
    """Return the letters and digits of a column's name, lower case."""
    return re.sub(r"[^a-z0-9]", "", name.lower())


LAYOUTS = (
    Layout("gdelt", "GDELT 2.0 events", GDELT_EVENT, others={"Day": "SQLDATE"}),
    Layout("gdelt", "GDELT 1.0 events", tuple(name for name in GDELT_EVENT if "ADM2" not in name), others={"Day": "SQLDATE"}),
    Layout("gdelt", "GDELT 1.0 events without links", tuple(name for name in GDELT_EVENT[:-1] if "ADM2" not in name)),
    Layout("gdelt", "GDELT 2.0 mentions", GDELT_MENTION),
    Layout("icews", "ICEWS events", ICEWS_EVENT, ("Event ID", "Event Date", "Source Name", "Target Name", "Event Text")),
    Layout("polecat", "POLECAT events", POLECAT_EVENT, POLECAT_EVENT[:3], {"Event Intensity": "Intensity"}),
    Layout("phoenix", "Phoenix events", PHOENIX_EVENT, others=dict(zip(_PHOENIX_OEDA, PHOENIX_EVENT, strict=True))),
    Layout(
        "phoenix", "Historical Phoenix events", _CLINE_NAMES, _CLINE_NAMES[:2],
        dict(zip(_CLINE, _CLINE_NAMES, strict=True)), delimiter=",", has_header=True,
    ),
)  # fmt: skip
DATASETS = tuple(dict.fromkeys(layout.dataset for layout in LAYOUTS))

_KNOWN_NAMES = frozenset(name for layout in LAYOUTS for name in layout.names())

COMMON = 0.6
"""Share of the names of a line that must be column names for the line to be a header; data rows reach none."""


@dataclass(frozen=True, slots=True)
class Form:
    """How one file is read: its layout, the column of each field, and whether its first line is a header."""

    layout: Layout
    columns: tuple[str, ...]
    delimiter: str
    has_header: bool


def header_of(cells: Sequence[str]) -> Layout | None:
    """Return the layout whose header a line is; None for a row of data."""
    if plain(cells[0]) not in _KNOWN_NAMES:  # asked of every row, so it must be answered soon
        return None
    found = {plain(cell) for cell in cells if plain(cell)}
    best, share = None, 0.0
    for layout in LAYOUTS:
        names = layout.names()
        known = len(found & set(names)) / max(len(found), 1)
        if known > share and all(plain(name) in {plain(names[one]) for one in found & set(names)} for name in layout.wanted):
            best, share = layout, known
    return best if share >= COMMON and len(found) > 5 else None


def form_of(head: Sequence[str], dataset: str, file: str) -> Form:
    """Return the form of a file from its first lines.

    Raises:
        InputError: the file is of another dataset, or of none that is known.
    """
    if not head:
        raise InputError(f"{file} is empty: there is nothing to import.")
    delimiter = "\t" if any("\t" in line for line in head) else ","
    first = [cell.strip().strip('"').removeprefix("\ufeff") for cell in head[0].split(delimiter)]
    layout = header_of(first)
    if layout is not None:
        _demand(layout, dataset, file)
        names = layout.names()
        return Form(layout, tuple(names.get(plain(cell), cell) for cell in first), delimiter, has_header=True)
    widths = Counter(line.count(delimiter) + 1 for line in head)
    by_width = {len(layout.columns): layout for layout in LAYOUTS if layout.delimiter == delimiter and not layout.has_header}
    known = [width for width, _ in widths.most_common() if width in by_width]
    if not known:
        wide = widths.most_common(1)[0][0]
        forms = "; ".join(f"{len(one.columns)} ({one.title})" for one in LAYOUTS if one.dataset == dataset)
        raise InputError(f"{file} has {wide} columns, and files of {dataset} have {forms}: is it whole, and the right file?")
    layout = next((by_width[width] for width in known if by_width[width].dataset == dataset), by_width[known[0]])
    _demand(layout, dataset, file)
    return Form(layout, layout.columns, delimiter, has_header=False)


def _demand(layout: Layout, dataset: str, file: str) -> None:
    """Refuse a file of another dataset."""
    if layout.dataset != dataset:
        raise InputError(
            f"{file} holds {layout.title} ({len(layout.columns)} columns), not {dataset}: "
            f"use `comity import {layout.dataset} {file}`."
        )
