"""The formulas: every file is an index, says who uses it, and gives what its definition gives over events counted by hand."""

import csv
import re
from collections import defaultdict

import pytest

from etl import paths

FILES = sorted(paths.SQL_INDICES.glob("*.sql"))
HEADER = re.compile(
    r"-- [A-Z].*[.:]\n-- Version: (\d+)\. Used by: ([\w, ]+)\.\n-- Use: (?:.*\n-- )*.*\ncreate or replace macro (\w+)\("
)
MACRO_HEADER = re.compile(r"-- [A-Z].*[.:]\n(?:-- .*\n)*-- Example: (select .*;)\ncreate or replace macro (\w+)\(")


def scored(events, schemes):
    """Return (score, quad class, PLOVER score, stories, is official) of each event; `schemes` maps (scheme, code) to scores."""
    official = {"GOV", "MIL", "SPY"}
    return [
        (
            event["goldstein"],
            event["quad_class"],
            schemes["plover", event["event_code"]][0],
            event["n_stories"] or 1,
            {event["source_role"], event["target_role"]} <= official,
        )
        for event in events
    ]


def by_hand(name, there, back):
    """Return an index of family dyad or both over scored events, every one counted once."""
    scores, quads = [one[0] for one in there], [one[1] for one in there]
    positive, negative = sum(score for score in scores if score > 0), sum(score for score in scores if score < 0)
    total, net_back = len(there), sum(one[0] for one in back)
    net = positive + negative
    size, both = abs(positive) + abs(negative), abs(net) + abs(net_back)
    return {
        "event_count": lambda: total,
        "goldstein_sum": lambda: net,
        "goldstein_mean": lambda: sum(scores) / total if total else None,
        "goldstein_positive": lambda: positive,
        "goldstein_negative": lambda: negative,
        "net_cooperation": lambda: positive - abs(negative),
        "cooperation_balance": lambda: net / size if size else None,
        "conflict_share": lambda: sum(quad in {3, 4} for quad in quads) / total if total else None,
        "material_conflict_share": lambda: quads.count(4) / total if total else None,
        "conflict_risk": lambda: 100 * (quads.count(4) + quads.count(3) / 2) / total if total else None,
        "plover_mean": lambda: sum(one[2] for one in there) / total if total else None,
        "sent_share": lambda: total / (total + len(back)) if there or back else None,
        "reciprocity": lambda: 1 - abs(net - net_back) / both if round(both, 9) else None,
    }[name]()


@pytest.fixture(scope="module")
def schemes(connection):
    """Return (scheme, code) -> (score, quad class)."""
    rows = connection.sql("select scheme, event_code, goldstein, quad_class from score_table").fetchall()
    return {(scheme, code): (score, quad) for scheme, code, score, quad in rows}


@pytest.fixture(scope="module")
def formulas(connection):
    """Return the table of the indices: name -> its row."""
    rows = connection.sql("from index_formulas()").to_arrow_table().to_pylist()
    return {row["index_name"]: row for row in rows}


def test_every_file_is_an_index_and_every_index_a_file(formulas):
    """The list of indices and the folder of formulas hold the same names, and each file the macro of its name."""
    assert sorted(formulas) == [path.stem for path in FILES]
    for path in FILES:
        assert HEADER.match(path.read_text(encoding="utf-8"))[3] == f"formula_{path.stem}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_formula_says_its_version_and_who_uses_it(formulas, path):
    """Version and users in the file are those of the list, and every user is a key of SOURCES.csv."""
    version, users = HEADER.match(path.read_text(encoding="utf-8")).groups()[:2]
    assert formulas[path.stem]["index_version"] == int(version)
    assert formulas[path.stem]["used_by"].split("|") == users.split(", ")
    with (paths.DICTIONARIES / "SOURCES.csv").open(encoding="utf-8", newline="") as lines:
        known = {row["key"] for row in csv.DictReader(lines)}
    assert set(users.split(", ")) <= known


@pytest.mark.parametrize("path", sorted(paths.SQL_MACROS.glob("*.sql")), ids=lambda path: path.stem)
def test_a_macro_is_described_and_its_example_runs(connection, path):
    """The file's header says in a sentence what the macro gives, and ends in an example that runs; the database has it too."""
    text = path.read_text(encoding="utf-8")
    header = MACRO_HEADER.match(text)
    assert header, f"{path.name} has no header with an example"
    assert header[2] == path.stem.partition("_")[2]
    connection.sql(header[1]).fetchall()
    query = f"select distinct comment from duckdb_functions() where function_name = '{header[2]}'"
    assert connection.sql(query).fetchall() == [(text.split("\n", 1)[0].removeprefix("-- ").rstrip(".:"),)]


@pytest.mark.parametrize("actors", ["all", "official"])
@pytest.mark.parametrize("dataset", ["comity", "south"])
def test_indices_of_dyads_are_what_their_events_give(connection, events, schemes, formulas, dataset, actors):
    """Every index of every dyad's month, reckoned from the events one by one, is what dyad_index says."""
    sides = defaultdict(list)
    for (of, source, target), found in events.items():
        for event, values in zip(found, scored(found, schemes), strict=True):
            if of == dataset and (actors == "all" or values[4]):
                sides[source, target, event["event_date"].replace(day=1)].append(values)
    rows = connection.sql(
        f"select source_country, target_country, period_start, index_name, value, n_events from dyad_index "
        f"where dataset = '{dataset}' and unit = 'month' and actors = '{actors}' and weighting = 'event' and not is_gap"
    ).fetchall()
    names = [name for name, row in formulas.items() if row["family"] in {"dyad", "both"}]
    compared = 0
    for source, target, month, name, value, n_events in rows:
        if name in names:
            there, back = sides[source, target, month], sides[target, source, month]
            assert n_events == len(there)
            expected = by_hand(name, there, back)
            assert value == (None if expected is None else pytest.approx(expected, abs=1e-9)), (source, target, month, name)
            compared += 1
    assert compared > 20 * len(names)


def test_values_lie_in_the_range_that_is_stated(connection, formulas):
    """No value of any index, unit, choice of actors or weighting leaves the range of the list."""
    rows = connection.sql("select index_name, min(value), max(value), count(value) from dyad_index group by all").fetchall()
    assert sorted(name for name, *_ in rows) == sorted(formulas)
    for name, least, most, number in rows:
        low, high = formulas[name]["lowest"], formulas[name]["highest"]
        assert number > 0, name
        assert low is None or least >= low, name
        assert high is None or most <= high, name


def test_story_weights_count_an_event_once_for_each_story(connection, events):
    """With weighting story an event that two stories tell counts twice; counts of events stay."""
    found = events["north", "CHN", "KOR"]
    rows = dict(
        connection.sql(
            "select weighting, sum(value) from dyad_index where dataset = 'north' and source_country = 'CHN' "
            "and target_country = 'KOR' and unit = 'year' and actors = 'all' and index_name = 'net_cooperation' group by all"
        ).fetchall()
    )
    assert rows["event"] == pytest.approx(sum(event["goldstein"] for event in found))
    assert rows["story"] == pytest.approx(sum(event["goldstein"] * event["n_stories"] for event in found))
    assert rows["story"] == pytest.approx(2 * rows["event"])


@pytest.mark.parametrize("scheme", ["gdelt", "icews", "phoenix", "plover"])
def test_score_tables_can_be_switched(connection, events, schemes, scheme):
    """Under each score table scores and quad classes are those of the table."""
    found = [event for (dataset, source, target), rows in events.items() if (dataset, source, target) == ("comity", "CHN", "KOR")
             for event in rows]  # fmt: skip
    total = sum(schemes[scheme, event["event_code"]][0] for event in found)
    conflicts = sum(schemes[scheme, event["event_code"]][1] in {3, 4} for event in found)
    asked = (
        f"from index_table('{scheme}') where dataset = 'comity' and source_country = 'CHN' and target_country = 'KOR' "
        "and actors = 'all' and weighting = 'event' and unit = 'year'"
    )
    for name, expected in (("goldstein_sum", total), ("conflict_share", conflicts / len(found))):
        rows = connection.sql(f"select value, n_events {asked} and index_name = '{name}'").fetchall()
        summed = sum(value for value, _ in rows) if name == "goldstein_sum" else sum(v * n for v, n in rows) / len(found)
        assert summed == pytest.approx(expected)
