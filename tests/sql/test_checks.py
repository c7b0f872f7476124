"""The checks: none fails on a sound dataset, and each fails on bad rows planted for it."""

import re

import pytest

from etl import paths
from etl.errors import CheckError, QueryError
from etl.views import run_checks

CHECKS = sorted(path.stem for path in paths.SQL_CHECKS.glob("*.sql"))

FIRST_EVENT = "event_id = (select min(event_id) from event where dataset = 'comity' and source_country <> target_country)"
FIRST_MENTION = "mention_id = (select min(mention_id) from mention where status = 'happened')"


def without_a_row(view, key):
    """Return SQL that replaces a view by one that loses a row."""
    return f"create table kept as from {view} order by {key} offset 1; drop view {view}; create view {view} as from kept"


PLANTED = {
    "build_count": "update build set n_mentions = n_mentions + 1",
    "cameo_mirror": "update cameo_code set mirror_code = '040' where event_code = '111'",
    "coverage_day": without_a_row("coverage_day", "dataset, day"),
    "coverage_period": without_a_row("coverage_period", "dataset, unit, period_start"),
    "change_event": "insert into change (change, event_id, reason) values ('added', '0123456789abcdef', 'article added')",
    "country_month": without_a_row("country_month", "country, month"),
    "country_period": "insert into country select * replace (date '1950-01-01' as valid_from) from country where iso3 = 'CHN'",
    "dataset_agreement": without_a_row("dataset_agreement", "source_country, target_country"),
    "dyad_index": "create table kept as from dyad_index where unit = 'year' and source_country <> 'CHN'; drop view dyad_index; "
    "create view dyad_index as from kept",
    "event_code": f"update event set event_code = '999' where {FIRST_EVENT}",
    "event_country": f"update event set source_country = 'QQQ' where {FIRST_EVENT}",
    "event_day": "delete from event_day where day = (select min(day) from event_day)",
    "event_evidence": without_a_row("event_evidence", "event_id, mention_id"),
    "event_evidence_text": f"update event set evidence = 'Another sentence.' where {FIRST_EVENT}",
    "event_key": f"insert into event from event where {FIRST_EVENT}",
    "event_member": "update event_member set event_id = (select max(event_id) from event_member) "
    "where mention_id = (select min(mention_id) from event_member)",
    "event_mention": f"update event set n_stories = n_stories + 1 where {FIRST_EVENT}",
    "event_mirror": "update event set mirror_event_id = (select max(event_id) from event) where event_code = '111'",
    "event_named": "insert into country from country where iso3 = 'CHN'",
    "event_place": f"update event set place_name = 'Geneva' where {FIRST_EVENT}",
    "event_score": f"update event set goldstein = goldstein + 0.1 where {FIRST_EVENT}",
    "gdelt_event": without_a_row("gdelt_event", '"GLOBALEVENTID"'),
    "gdelt_mention": without_a_row("gdelt_mention", '"GLOBALEVENTID", "MentionIdentifier", "SentenceID"'),
    "icews_event": without_a_row("icews_event", '"Event ID"'),
    "mention_article": "delete from article where article_id = (select min(article_id) from mention)",
    "mention_event": f"delete from event where {FIRST_EVENT}",
    "mention_span": f"update mention set trigger_start = trigger_start + 1 where {FIRST_MENTION}",
    "phoenix_event": without_a_row("phoenix_event", '"EventID"'),
    "polecat_event": without_a_row("polecat_event", '"Event ID"'),
    "relation_event": without_a_row("relation_event", "form, event_id"),
    "relation_period": without_a_row("relation_period", "form, unit, country_a, country_b, period_start"),
    "relation_story": without_a_row("relation_story", "form, event_date, country_a, country_b, story_id"),
    "score_table_code": "delete from score_table where scheme = 'icews' and event_code = '042'",
    "story_article": "update story set n_sources = n_sources + 1 where story_id = (select min(story_id) from story)",
    "volume_article": "update volume set n_articles = n_articles + 1, n_coded = n_coded + 1 where source = 'North Wire'",
    "volume_day": without_a_row("volume_day", "published_date"),
    "volume_period": without_a_row("volume_period", "unit, period_start"),
} | {
    f"{form}_{unit}": without_a_row(f"{form}_{unit}", f"{sides}, {unit}")
    for form, sides in (("dyad", "source_country, target_country"), ("pair", "country_a, country_b"))
    for unit in ("day", "week", "month", "year")
}


def test_sound_dataset_passes_every_check(connection):
    """All checks run and none finds a row."""
    assert run_checks(connection) == CHECKS


def test_every_check_has_its_bad_rows():
    """Each check is tried below."""
    assert sorted(PLANTED) == CHECKS


@pytest.mark.parametrize("name", CHECKS)
def test_planted_rows_fail_the_check(spoilable, name):
    """Bad rows planted for a check make it fail; the error names the check and shows a row."""
    assert run_checks(spoilable, [name]) == [name]
    spoilable.execute(PLANTED[name])
    with pytest.raises(CheckError, match=rf"^The check {name} found rows that must not be:\n  \w+="):
        run_checks(spoilable, [name])


def test_failures_among_all_are_reported(spoilable):
    """Of all checks those that fail are named, each with its rows, and no other."""
    spoilable.execute(PLANTED["cameo_mirror"])
    spoilable.execute(PLANTED["score_table_code"])
    with pytest.raises(CheckError) as found:
        run_checks(spoilable)
    assert re.findall(r"^The check (\w+) found rows that must not be:\n  \w+=", str(found.value), re.MULTILINE) == [
        "cameo_mirror",
        "score_table_code",
    ]


def test_a_check_that_is_not_there_is_refused(connection):
    """A name of no check is an error that lists those that are there, and nothing passes unchecked."""
    with pytest.raises(QueryError, match=r"There is no check 'event_cod'. There are: build_count, .*event_code"):
        run_checks(connection, ["event_day", "event_cod"])
    assert run_checks(connection, ["event_key", "event_day"]) == ["event_day", "event_key"]
