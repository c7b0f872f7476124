"""Every dictionary row tests itself: its example must give what it says, its name must be found as what it says."""

from collections import Counter
from datetime import datetime

import pytest

from etl import paths
from etl.coder.coder import Coder
from etl.dictionaries import Lexicon
from etl.dictionaries.actors import LEADER_COLUMNS, NAME_COLUMNS, NOT_ACTOR_COLUMNS, ORGANIZATION_COLUMNS
from etl.dictionaries.phrases import words
from etl.dictionaries.rows import read_folder, read_rows
from etl.records import Article

# Rows whose example the parser misreads; a row that heals must leave this list (`test_known_failures_still_fail`).
KNOWN = paths.ROOT / "tests" / "dictionaries" / "known_failures.txt"


@pytest.fixture(scope="module")
def failures(coder: Coder) -> dict[str, str]:
    """Return {rule: what went wrong} over all frame and operator examples, coded in one run."""
    examples = [example for example in coder.lexicon.acts.examples if example.expected]
    articles = [
        Article(str(number), datetime(2026, 1, 15), "test", None, one.sentence, language="en")
        for number, one in enumerate(examples)
    ]
    found = {}
    for example, coded in zip(examples, coder.code(articles), strict=True):
        got = {(m.source.country or m.source.role, m.target.country or m.target.role, m.event_code) for m in coded.mentions}
        if not set(example.expected) <= got:
            found[f"{example.file} {example.rule_id}"] = (
                f"line {example.line}: {example.sentence} expects {example.expected}, got {sorted(got)}"
            )
    return found


def test_every_example_gives_its_expectation(failures: dict[str, str]) -> None:
    """No frame or operator fails on its own example, but for the listed misreadings of the parser."""
    known = set(KNOWN.read_text(encoding="utf-8").splitlines())
    new = {rule: why for rule, why in failures.items() if rule not in known}
    assert not new, "\n".join(f"{rule}: {why}" for rule, why in sorted(new.items()))


def test_known_failures_still_fail(failures: dict[str, str]) -> None:
    """A listed row that works again is taken off the list."""
    healed = set(KNOWN.read_text(encoding="utf-8").splitlines()) - failures.keys() - {""}
    assert not healed, f"take off {KNOWN.name}: {sorted(healed)}"


def test_known_failures_are_few(lexicon: Lexicon) -> None:
    """At most one row in sixteen may be listed: the list is a debt, not a cushion."""
    examples = sum(bool(example.expected) for example in lexicon.acts.examples)
    assert len(KNOWN.read_text(encoding="utf-8").split("\n")) <= examples / 16


def test_every_name_is_found_as_its_country(lexicon: Lexicon) -> None:
    """Each country name, in a sentence of its own, stands for the country of its row."""
    wrong = []
    for row in read_rows(paths.DICTIONARIES / "country_names.csv", NAME_COLUMNS):
        found = {name.country for match in lexicon.actors.phrases.find(f"see {row['name']} there") for name in match.values}
        if row["country"] not in found:
            wrong.append(f"line {row.line}: {row['name']} -> {found}")
    assert not wrong, wrong


def test_every_organization_is_found(lexicon: Lexicon) -> None:
    """Each organisation and alias stands for its country."""
    wrong = []
    for row in read_folder(paths.DICTIONARIES / "organizations", ORGANIZATION_COLUMNS):
        for alias in (row["name"], *row.items("aliases")):
            found = {name.country for name in lexicon.actors.phrases.get(alias)}
            if row["country"] not in found:
                wrong.append(f"{row.file} line {row.line}: {alias} -> {found}")
    assert not wrong, wrong


def test_every_leader_is_found_by_every_form(lexicon: Lexicon) -> None:
    """Each full form of a leader's name stands for that leader and is no excluded phrase."""
    wrong = []
    for row in read_folder(paths.DICTIONARIES / "leaders", LEADER_COLUMNS):
        for alias in (row["name"], *row.items("aliases")):
            found = lexicon.actors.phrases.get(alias)
            if not any(name.name == row["name"] for name in found) or any(name.kind == "not_actor" for name in found):
                wrong.append(f"{row.file} line {row.line}: {alias} -> {[(name.kind, name.name) for name in found]}")
    assert not wrong, wrong


def test_excluded_phrases_are_no_actor(lexicon: Lexicon) -> None:
    """Each excluded phrase is found whole and stands for nobody."""
    rows = read_rows(paths.DICTIONARIES / "not_actors.csv", NOT_ACTOR_COLUMNS)
    phrases = lexicon.actors.phrases
    wrong = [row["phrase"] for row in rows if not any(name.kind == "not_actor" for name in phrases.get(row["phrase"]))]
    assert not wrong, wrong


def test_no_excluded_phrase_is_somebody(lexicon: Lexicon) -> None:
    """An excluded phrase would silence a person or organisation of the same name: none has one."""
    clashes = Counter()
    for row in read_rows(paths.DICTIONARIES / "not_actors.csv", NOT_ACTOR_COLUMNS):
        clashes.update(
            name.name for name in lexicon.actors.phrases.get(row["phrase"]) if name.kind in {"person", "organization", "body"}
        )
    assert not clashes, clashes


def test_offices_do_not_contradict_themselves() -> None:
    """One person does not hold the same office of the same country in two overlapping rows."""
    seen: dict[tuple[str, str, str], list[tuple[str, str, int]]] = {}
    wrong = []
    for row in read_folder(paths.DICTIONARIES / "leaders", LEADER_COLUMNS):
        key = (row["name"], row["country"], row["office"])
        span = (row["valid_from"] or "0000", row["valid_to"] or "9999")
        if row["office"] in {"head_of_state", "head_of_government", "foreign_minister", "defence_minister"}:
            wrong += [
                f"{row.file} {row['name']} {row['office']}: {span} and {other}"
                for *other, _ in seen.get(key, [])
                if span[0] < other[1] and other[0] < span[1]
            ]
        seen.setdefault(key, []).append((*span, row.line))
    assert not wrong, wrong


@pytest.mark.parametrize(
    ("sentence", "country"),
    [
        ("Seoul protested to Tokyo.", "KOR"),
        ("The Republic of the Congo signed.", "COG"),
        ("Kinshasa accused Kigali.", "COD"),
        ("North Korean troops left.", "PRK"),
        ("Papua New Guinea agreed.", "PNG"),
        ("Equatorial Guinea agreed.", "GNQ"),
        ("Guinea-Bissau agreed.", "GNB"),
        ("Nigerian soldiers left.", "NGA"),
        ("Niger's junta agreed.", "NER"),
        ("The Dominican Republic agreed.", "DOM"),
        ("South Sudanese rebels agreed.", "SSD"),
        ("Taiwanese jets took off.", "TWN"),
        ("New Mexico voted.", "USA"),
    ],
)
def test_hard_names(lexicon: Lexicon, sentence: str, country: str) -> None:
    """Names inside other names, and names alike, find the right country."""
    match = next(iter(lexicon.actors.phrases.find(sentence)))
    assert country in {name.country for name in match.values}


@pytest.mark.parametrize(
    "text",
    ["Michael Jordan won.", "the South China Sea", "the Indian Ocean", "Chinese New Year", "Georgia Tech won.", "the Korean War"],
)
def test_must_not_match(lexicon: Lexicon, text: str) -> None:
    """Phrases that only contain a country's name stand for nobody."""
    kinds = {name.kind for match in lexicon.actors.phrases.find(text) for name in match.values}
    assert kinds <= {"not_actor"}


def test_phrases_fold_diacritics_and_hyphens(lexicon: Lexicon) -> None:
    """Diacritics, hyphens and full stops do not hide a name."""
    assert [word.form for word in words("Côte d'Ivoire")] == ["Cote", "d", "Ivoire"]
    assert lexicon.actors.phrases.get("U.S.") == lexicon.actors.phrases.get("U. S.")
