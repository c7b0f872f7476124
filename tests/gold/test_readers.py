"""The page of the two readers counts each labelled act by itself, as `comity evaluate` does."""

from datetime import date, datetime

import pytest

from etl.evaluate import GoldItem
from etl.evaluate.gold import GoldEvent
from etl.records import Article, CodedArticle, Mention, Party
from tests.gold.readers import acts, measured, roots_table, wanted


def party(country: str | None, role: str = "GOV") -> Party:
    """A side known by name."""
    return Party(country, role, country or role, country or role, 0, 3, "name")


def coded(name: str, *found: tuple[str | None, str | None, str]) -> CodedArticle:
    """An article in which these acts were found, each (source, target, code) and happened; no country is a body."""
    mentions = tuple(
        Mention(
            article_id=name,
            sentence_index=1,
            evidence="China met Japan.",
            source=party(source, "EUR" if source is None else "GOV"),
            target=party(target),
            trigger_text="met",
            trigger_start=6,
            trigger_end=9,
            event_code=code,
            status="happened",
            speaker_country=None,
            event_date=date(2026, 1, 2),
            date_precision="day",
            date_text=None,
            date_basis="publication",
            rule_id="verb:meet",
            confidence=0.9,
        )
        for source, target, code in found
    )
    return CodedArticle(Article(name, datetime(2026, 1, 2), "gold", None, "China met Japan."), 1, 1, mentions)


def item(name: str, *events: GoldEvent) -> GoldItem:
    """A labelled article."""
    return GoldItem(name, "test", events)


MET = GoldEvent("CHN", "JPN", "040", "happened")
BANNED = GoldEvent("CHN", "JPN", "163", "happened")


def test_an_act_is_missed_though_another_of_its_dyad_was_found():
    """Of two acts of one dyad with one found, recall is a half, and the other act's root has none."""
    report = measured([item("a", MET, BANNED)], [coded("a", ("CHN", "JPN", "040"))])
    assert report.levels["root"].counts.recall == pytest.approx(0.5)
    assert (report.roots["04"].recall, report.roots["16"].recall) == (1.0, 0.0)


def test_only_its_own_alternative_stands_for_an_act():
    """A code of another root counts where it is that act's `alt`, and not where it is the `alt` of another act."""
    either = GoldEvent("CHN", "JPN", "163", "happened", alt="1312")
    gold = [item("a", MET, either)]
    right = measured(gold, [coded("a", ("CHN", "JPN", "131"))]).roots
    assert (right["16"].hits, right["16"].missed, right["04"].missed) == (1, 0, 1)
    assert "13" not in right


def test_the_table_gives_what_was_measured():
    """Rows are roots with precision, recall and F1 of rules and of both, the last over all; a root only coded is there too."""
    gold = [item("a", MET, BANNED)]
    rules, both = [coded("a", ("CHN", "JPN", "040"))], [coded("a", ("CHN", "JPN", "040"), ("CHN", "JPN", "190"))]
    lines = list(roots_table(gold, rules, both))
    assert lines[2:] == [
        "| 04 | 1 | 1.00 | 1.00 | 1.00 | 1.00 | 1.00 | 1.00 |",
        "| 16 | 1 | 0.00 | 0.00 | 0.00 | 0.00 | 0.00 | 0.00 |",
        "| 19 | 0 | 0.00 | 0.00 | 0.00 | 0.00 | 0.00 | 0.00 |",
        "| **all** | 2 | 1.00 | 0.50 | 0.67 | 0.50 | 0.50 | 0.50 |",
    ]


def test_a_live_act_is_wanted_whatever_else_is_labelled_of_its_root():
    """A later act that is denied takes nothing from a live one of the same dyad and root."""
    denied = GoldEvent("CHN", "JPN", "042", "negated")
    assert wanted(item("a", MET, denied)) == {("CHN", "JPN", "04")}


def test_acts_inside_one_country_are_left_out():
    """The gold labels none, so none may count as wrong; acts of bodies it does label."""
    (found,) = acts([coded("a", (None, "JPN", "111"), ("CHN", "CHN", "173"), ("CHN", "JPN", "040"))])
    assert [act.key for act in found] == [("EUR", "JPN", "11"), ("CHN", "JPN", "04")]
