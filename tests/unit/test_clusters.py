"""Mentions -> events, and batches -> dataset: keys, counts, voices, mirrors, scores, duplicates, changes, and the same bytes."""

import hashlib
import random
from datetime import date, datetime
from itertools import pairwise

import pytest
import table_corpus
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from table_corpus import CODER_VERSION, build_info, coded, mention

from etl.errors import DictionaryError, InputError, OutputError
from etl.load import read, write_batch
from etl.merge import STAGING, merge
from etl.records import Reject, short_hash

VISIT = {"code": "042", "verb": "visited"}


def build(out, batches, rejects=(), **info):
    """Write batches and merge them; return the counts."""
    (out / "batches").mkdir(parents=True, exist_ok=True)
    for number, batch in enumerate(batches):
        write_batch(batch, rejects if number == 0 else (), out / "batches" / f"b{number}", CODER_VERSION)
    return merge(out / "batches", out, build_info(**info))


def events(out):
    """Return the events as dictionaries with None for what is missing."""
    frame = read("event", out).astype(object)
    return frame.where(frame.notna(), None).to_dict("records")


def digest(out):
    """Return table file -> SHA-256, batches left out."""
    files = [path for path in out.rglob("*.parquet") if "batches" not in path.parts]
    return {str(path.relative_to(out)): hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(files)}


def test_same_act_in_two_articles_is_one_event(tmp_path):
    """Two articles and three mentions of one act are one event with their counts, the surest mention its evidence."""
    early, late = datetime(2026, 1, 5, 6), datetime(2026, 1, 6, 7)
    build(
        tmp_path,
        [
            [
                coded(
                    "a1",
                    [mention("a1", confidence=0.6), mention("a1", confidence=0.7, index=4, tail=" today")],
                    early,
                    "North Wire",
                )
            ],
            [coded("a2", [mention("a2", confidence=0.8, tail=" as expected")], late, "Harbour Post")],
        ],
    )
    (event,) = events(tmp_path)
    assert (event["n_mentions"], event["n_articles"], event["n_stories"], event["n_publishers"]) == (3, 2, 2, 2)
    assert (event["first_published"], event["last_published"]) == (early, late)
    assert event["confidence"] == 0.8
    assert (event["article_id"], event["url"]) == ("a2", "https://news.example/a2")
    assert event["evidence"] == "Officials of China criticised South Korea again as expected."
    assert (event["goldstein"], event["quad_class"], event["plover"]) == (-2.0, 3, "ACCUSE")


def test_event_id_is_the_hash_of_the_key(tmp_path):
    """The id can be computed again from dataset, day, sides, code and status; a body's empty country is an empty text."""
    build(tmp_path, [[coded("a1", [mention("a1"), mention("a1", source="UNO", target="IRN", index=2)])]])
    ids = {event["event_id"] for event in events(tmp_path)}
    assert ids == {
        short_hash("comity", "2026-01-05", "CHN", "GOV", "KOR", "GOV", "111", "happened"),
        short_hash("comity", "2026-01-05", "", "UNO", "IRN", "GOV", "111", "happened"),
    }


@pytest.mark.parametrize(
    "other",
    [
        {"day": date(2026, 1, 6)},
        {"source": "JPN"},
        {"target": "JPN"},
        {"source_role": "MIL"},
        {"target_role": "MED"},
        VISIT,
        {"status": "announced"},
    ],
    ids=lambda other: next(iter(other)),
)
def test_any_part_of_the_key_tells_events_apart(tmp_path, other):
    """Another day, side, role, code or status is another event."""
    build(tmp_path, [[coded("a1", [mention("a1"), mention("a1", index=2, **other)])]])
    assert len(events(tmp_path)) == 2


@pytest.mark.parametrize("status", ["hypothetical", "negated", "recalled", "alleged"])
def test_only_acts_done_or_announced_make_events(tmp_path, status):
    """What did not happen stays a mention."""
    counts = build(tmp_path, [[coded("a1", [mention("a1", status=status), mention("a1", index=2)])]])
    assert (counts.n_mentions, counts.n_events) == (2, 1)


def test_equal_confidence_goes_to_the_earlier_article_then_the_lower_id(tmp_path):
    """Ties on confidence are settled by publication, then by mention id."""
    tied = [mention("a3", index=index, tail=f" {index}") for index in (1, 2, 3)]
    build(tmp_path, [[coded("a2", [mention("a2")], datetime(2026, 1, 7)), coded("a3", tied, datetime(2026, 1, 5))]])
    (event,) = events(tmp_path)
    lowest = min(tied, key=lambda one: one.mention_id)
    assert (event["article_id"], event["evidence"]) == ("a3", lowest.evidence)


def test_finest_precision_of_the_mentions_holds(tmp_path):
    """An act dated to the month by one article and to the day by another is known to the day."""
    build(tmp_path, [[coded("a1", [mention("a1", precision="month", confidence=0.99), mention("a1", index=2, precision="day")])]])
    assert [event["date_precision"] for event in events(tmp_path)] == ["day"]


def test_visit_and_hosting_mirror_one_another(tmp_path):
    """042 and 043 with sides swapped are linked, and so are the two sides of an agreement; one-way acts are not."""
    acts = [
        mention("a1", **VISIT),
        mention("a1", "KOR", "CHN", code="043", verb="hosted"),
        mention("a1", code="057", verb="signed with", index=2),
        mention("a1", "KOR", "CHN", code="057", verb="signed with", index=2),
        mention("a1", index=3),
        mention("a1", "KOR", "CHN", index=3),
        mention("a1", "JPN", "CHN", index=4, **VISIT),
        mention("a1", "CHN", "CHN", code="057", verb="signed with", index=5),
    ]
    build(tmp_path, [[coded("a1", acts)]])
    by_id = {event["event_id"]: event for event in events(tmp_path)}
    assert len(by_id) == 8
    mirrored = {event["event_id"]: event["mirror_event_id"] for event in by_id.values() if event["mirror_event_id"]}
    assert sorted(by_id[one]["event_code"] for one in mirrored) == ["042", "043", "057", "057"]
    for one, other in mirrored.items():
        assert mirrored[other] == one
        assert by_id[one]["source_country"] == by_id[other]["target_country"]


@pytest.mark.parametrize(
    ("scheme", "score", "quad"), [("gdelt", -8.0, 4), ("phoenix", -6.5, 3), ("plover", -7.0, 4), ("icews", -8.0, 3)]
)
def test_score_table_can_be_switched(tmp_path, scheme, score, quad):
    """An embargo (163) has each scheme's own value and class, and the build says which was used."""
    build(tmp_path, [[coded("a1", [mention("a1", code="163", verb="embargoed")])]], scheme=scheme)
    (event,) = events(tmp_path)
    assert (event["goldstein"], event["quad_class"]) == (score, quad)
    assert read("build", tmp_path)["scheme"].tolist() == [scheme]


def test_unknown_scheme_names_those_there_are(tmp_path):
    """A score table that does not exist is a dictionary error."""
    with pytest.raises(DictionaryError, match="there are gdelt, icews, phoenix, plover"):
        build(tmp_path, [[coded("a1")]], scheme="goldstein")


def test_code_outside_the_ontology_stops_the_build(tmp_path):
    """A code that no score table knows is a fault of ours; the dataset that was there stays."""
    build(tmp_path, [[coded("a1")]])
    before = digest(tmp_path)
    with pytest.raises(OutputError, match=r"do not meet their model(?s:.*)0999"):
        build(tmp_path, [[coded("a1", [mention("a1", code="0999")])]])
    assert digest(tmp_path) == before
    assert not (tmp_path / STAGING).exists()


def test_first_of_two_articles_with_one_id_stays(tmp_path):
    """The earlier article stays with its mentions; the other is a reject, wherever it was coded."""
    first = coded("same", [mention("same")], datetime(2026, 1, 5), text="First.")
    second = coded("same", [mention("same", **VISIT), mention("same", index=2)], datetime(2026, 1, 6), text="Second.")
    for number, batches in enumerate(([[first, second]], [[second], [first]], [[second, first]])):
        out = tmp_path / str(number)
        counts = build(out, batches)
        assert (counts.n_read, counts.n_coded, counts.n_rejected, counts.n_mentions) == (2, 1, 1, 1)
        assert read("article_text", out)["text"].tolist() == ["First."]
        assert read("mention", out)["event_code"].tolist() == ["111"]
        rejects = read("reject", out)
        assert rejects[["stage", "record_id", "reason"]].loc[0].tolist() == ["load", "same", "duplicate article_id"]
    assert digest(tmp_path / "0") == digest(tmp_path / "1") == digest(tmp_path / "2")


def test_article_read_twice_is_counted_twice_and_kept_once(tmp_path):
    """Exact copies, in one batch or in two, leave one article, one set of mentions and one reject."""
    article = coded("a1", [mention("a1")])
    for number, batches in enumerate(([[article, article]], [[article], [article]])):
        out = tmp_path / str(number)
        counts = build(out, batches)
        assert (counts.n_read, counts.n_coded, counts.n_rejected, counts.n_mentions, counts.n_events) == (2, 1, 1, 1, 1)
    assert digest(tmp_path / "0") == digest(tmp_path / "1")


def test_counts_add_up(tmp_path):
    """Read is coded, skipped and rejected together; refused mentions are told apart from refused articles."""
    records = [
        coded("a1", [mention("a1"), mention("a1", confidence=2.0, index=3)]),
        coded("a2", skipped="language"),
        coded("a3", source_country="Korea"),
    ]
    counts = build(tmp_path, [records], table_corpus.refused())
    assert (counts.n_read, counts.n_coded, counts.n_skipped, counts.n_rejected) == (5, 1, 1, 3)
    assert (counts.n_mentions, counts.n_mentions_rejected) == (1, 1)
    assert len(read("reject", tmp_path)) == 4
    row = read("build", tmp_path).loc[0]
    assert {name: row[name] for name in ("n_read", "n_events", "n_stories")} == {"n_read": 5, "n_events": 1, "n_stories": 2}


def test_volume_counts_days_and_sources(tmp_path):
    """The denominators hold articles without any mention, by day and source."""
    records = [
        coded("a1", [mention("a1")], datetime(2026, 1, 5, 1), "North Wire"),
        coded("a2", [], datetime(2026, 1, 5, 23), "North Wire"),
        coded("a3", [], datetime(2026, 1, 6, 0), "North Wire", skipped="empty"),
    ]
    build(tmp_path, [records])
    volume = read("volume", tmp_path)
    wanted = ["n_articles", "n_stories", "n_coded", "n_skipped", "n_with_mentions", "n_sentences", "n_mentions"]
    assert volume[wanted].to_numpy().tolist() == [[2, 2, 2, 0, 1, 24, 1], [1, 1, 0, 1, 0, 12, 0]]


def test_batches_of_another_coder_and_unfinished_ones_are_passed_over(tmp_path):
    """Only whole batches of the build's coder make the dataset."""
    write_batch([coded("old", [mention("old")])], (), tmp_path / "batches" / "old", "another")
    write_batch([coded("torn", [mention("torn")])], (), tmp_path / "batches" / ".torn.123", CODER_VERSION)
    counts = build(tmp_path, [[coded("new", [mention("new")])]])
    assert counts.n_read == 1
    assert read("article", tmp_path)["article_id"].tolist() == ["new"]


def test_torn_batch_and_missing_folder_are_said(tmp_path):
    """A batch without one of its files, or no batches at all, is an input error."""
    with pytest.raises(InputError, match="nothing has been coded"):
        merge(tmp_path / "batches", tmp_path, build_info())
    write_batch([coded("a1")], (), tmp_path / "batches" / "b1", CODER_VERSION)
    (tmp_path / "batches" / "b1" / "mention.parquet").unlink()
    with pytest.raises(InputError, match=r"mention\.parquet is missing"):
        merge(tmp_path / "batches", tmp_path, build_info())


def test_rebuild_without_events_drops_the_old_ones(tmp_path):
    """A dataset whose articles hold nothing any more holds no events."""
    build(tmp_path, [[coded("a1", [mention("a1")])]])
    assert list(tmp_path.glob("event/dataset=comity/year=2026/*"))
    build(tmp_path, [[coded("a1")]])
    assert not list(tmp_path.glob("event/dataset=comity/*"))


def test_little_memory_is_enough_and_changes_nothing(tmp_path):
    """A build within 64 MB and one within the usual limit, with other threads, give the same bytes."""
    for number in range(4):
        write_batch(table_corpus.corpus(120)[number::4], (), tmp_path / "batches" / f"b{number}", CODER_VERSION)
    merge(tmp_path / "batches", tmp_path / "small", build_info(), memory_limit="64MB", threads=1)
    merge(tmp_path / "batches", tmp_path / "large", build_info(), threads=3)
    assert len(digest(tmp_path / "small")) >= 12
    assert digest(tmp_path / "small") == digest(tmp_path / "large")


LONG = (
    "Customs officers at the border bridge turned back forty lorries with timber on the first day of a new rule. Drivers waited "
    "in the cold and said that nobody had told them. The chamber of commerce asked both governments for a week of grace."
)


def test_copies_speak_with_one_voice(tmp_path):
    """A text that three papers run is one story and one publisher; another report of the act is a second one."""
    other = "Timber trucks queued for miles, and a grandmother sold soup. What a way to run a frontier, one driver said."
    records = [
        coded("a1", [mention("a1")], datetime(2026, 1, 5, 6), "North Wire", text=LONG),
        coded("a2", [mention("a2")], datetime(2026, 1, 5, 8), "Harbour Post", text=LONG),
        coded("a3", [mention("a3")], datetime(2026, 1, 5, 9), "Evening Ledger", text=LONG + " More soon."),
        coded("a4", [mention("a4")], datetime(2026, 1, 5, 9), "Harbour Post", text=other),
    ]
    build(tmp_path, [records])
    (event,) = events(tmp_path)
    assert (event["n_articles"], event["n_stories"], event["n_publishers"]) == (4, 2, 2)
    story = read("story", tmp_path).set_index("story_id").loc["a1"]
    assert (story["n_articles"], story["n_sources"], story["voice"]) == (3, 3, "North Wire")
    assert read("mention", tmp_path)["story_id"].tolist() == ["a1", "a1", "a1", "a4"]


def test_agency_is_one_voice(tmp_path):
    """Two stories of one agency in two papers are told by one publisher, whom article and story name."""
    records = [
        coded("a1", [mention("a1")], source="Harbour Post", text="SEOUL (Reuters) - Officials traded barbs over fish."),
        coded("a2", [mention("a2")], source="Evening Ledger", text="A quarrel about nets went on at the quay. Source: Reuters"),
    ]
    build(tmp_path, [records])
    (event,) = events(tmp_path)
    assert (event["n_stories"], event["n_publishers"]) == (2, 1)
    assert read("article", tmp_path)["agency"].tolist() == read("story", tmp_path)["voice"].tolist() == ["Reuters", "Reuters"]


def test_one_act_in_other_words_is_one_event(tmp_path):
    """A coarser code on the next day joins, if the words do; the event leads with the exact one, and both stay countable."""
    topic = " over timber lorries halted near Dandong"
    early, late = datetime(2026, 1, 5, 6), datetime(2026, 1, 6, 7)
    records = [
        coded("a1", [mention("a1", code="110", tail=topic, confidence=0.95)], early),
        coded("a2", [mention("a2", day=date(2026, 1, 6), tail=topic, confidence=0.7)], late),
        coded("a3", [mention("a3", code="110", tail=" over a stolen statue from Gyeongju", day=date(2026, 1, 6))], late),
    ]
    build(tmp_path, [records])
    merged, other = sorted(events(tmp_path), key=lambda event: -event["n_mentions"])
    assert (merged["n_raw_events"], merged["n_mentions"], merged["n_articles"], other["n_raw_events"]) == (2, 2, 2, 1)
    assert (merged["event_code"], merged["article_id"], merged["confidence"]) == ("111", "a2", 0.95)
    assert merged["event_id"] == short_hash("comity", "2026-01-05", "CHN", "GOV", "KOR", "GOV", "110", "happened")
    members = read("event_member", tmp_path)
    assert sorted(members["event_id"]) == sorted([merged["event_id"]] * 2 + [other["event_id"]])
    assert members["raw_event_id"].nunique() == 3


def test_mirrors_agree_however_they_were_told(tmp_path):
    """The two sides of a visit have one day and mirrored codes and roles, though one side was first told coarsely."""
    topic = " about timber quotas and lorries at Dandong"
    records = [
        coded("a1", [mention("a1", code="040", verb="met", tail=topic)], datetime(2026, 1, 6)),
        coded(
            "a2",
            [
                mention("a2", **VISIT, tail=topic, day=date(2026, 1, 6), source_role="MIL"),
                mention("a2", "KOR", "CHN", code="043", verb="hosted", tail=topic, day=date(2026, 1, 6), target_role="MIL"),
            ],
            datetime(2026, 1, 7),
        ),
    ]
    build(tmp_path, [records])
    visit, hosting = sorted(events(tmp_path), key=lambda event: event["event_code"])
    assert (visit["event_code"], hosting["event_code"], visit["n_raw_events"]) == ("042", "043", 2)
    assert (visit["mirror_event_id"], hosting["mirror_event_id"]) == (hosting["event_id"], visit["event_id"])
    assert (visit["event_date"], visit["source_role"]) == (hosting["event_date"], hosting["target_role"])


def test_news_in_order_keeps_every_id(tmp_path):
    """Where later articles are added, no event of the former build goes away, and the changelog names those that grew."""
    records = sorted(table_corpus.corpus(60), key=lambda record: record.article.published_at)
    build(tmp_path, [records[:35]])
    before = {event["event_id"] for event in events(tmp_path)}
    build(tmp_path, [records])
    after = {event["event_id"] for event in events(tmp_path)}
    assert before < after
    changes = read("change", tmp_path)
    assert set(changes[changes["change"] == "added"]["event_id"]) == after - before
    assert set(changes["change"]) <= {"added", "changed"}
    assert set(changes[changes["change"] == "added"]["reason"]) == {"article added"}


def test_changelog_gives_each_reason(tmp_path):
    """What changed and why: an older article found later, a changed text, a new coder, other scores."""

    def changes():
        rows = read("change", tmp_path).astype(object)
        return rows.where(rows.notna(), None)[["change", "reason", "other_event_id", "changed_columns"]].to_numpy().tolist()

    topic = " over timber lorries halted near Dandong"
    first = coded("a1", [mention("a1", code="110", tail=topic)], datetime(2026, 1, 5))
    second = coded("a2", [mention("a2", day=date(2026, 1, 6), tail=topic)], datetime(2026, 1, 6))
    edited = coded("a2", [mention("a2", day=date(2026, 1, 6), tail=f"{topic} now")], datetime(2026, 1, 6), text="Edited.")
    build(tmp_path, [[second]])
    old = events(tmp_path)[0]["event_id"]
    build(tmp_path, [[second, first]])
    new = events(tmp_path)[0]["event_id"]
    assert changes() == [["added", "article added|merged", old, None], ["removed", "merged", new, None]]
    build(tmp_path, [[edited, first]])
    assert changes() == [["changed", "article changed", None, "evidence"]]
    build(tmp_path, [[edited]])
    assert [row[:2] for row in changes()] == [["added", "merged"], ["removed", "article removed|merged"]]
    build(tmp_path, [[edited]], scheme="plover")
    assert changes() == [["changed", "scores", None, "goldstein"]]
    recoded = coded("a2", [mention("a2", code="112", day=date(2026, 1, 6), tail=topic)], datetime(2026, 1, 6), text="Edited.")
    build(tmp_path, [[recoded]], scheme="plover", dictionary_version="d2")
    assert [row[:2] for row in changes()] == [["added", "dictionaries"], ["removed", "dictionaries"]]
    build(tmp_path, [[edited]], scheme="plover", dictionary_version="d2", model_hash="m1")
    assert [row[:2] for row in changes()] == [["added", "model"], ["removed", "model"]]


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 10**6), cuts=st.lists(st.integers(0, 40), max_size=6), inputs=st.permutations(["x.jsonl", "y.jsonl"]))
def test_order_and_cuts_leave_no_trace(tmp_path_factory, reference, seed, cuts, inputs):
    """The same articles shuffled and cut into any batches give byte-identical tables."""
    records, rejects = awkward_corpus()
    random.Random(seed).shuffle(records)  # noqa: S311 - any order will do
    bounds = [0, *sorted(cuts), len(records)]
    out = tmp_path_factory.mktemp("shuffled")
    batches = [records[start:end] for start, end in pairwise(bounds)]
    build(out, batches, rejects, inputs=inputs)
    assert digest(out) == reference


def awkward_corpus():
    """Return articles with taken ids, exact copies and refused mentions among them, and refused records."""
    records = table_corpus.corpus(40)
    records += [records[0], coded("art001", [mention("art001", index=7)], datetime(2025, 1, 1)), coded("art002", text="Other.")]
    records += [coded("bad", [mention("bad", confidence=3.0), mention("bad", index=2)])]
    return records, [*table_corpus.refused(), Reject("code", "North Wire", None, "art800", "coder failed")]


@pytest.fixture(scope="module")
def reference(tmp_path_factory):
    """Return the digest of the awkward corpus built in one batch."""
    out = tmp_path_factory.mktemp("reference")
    records, rejects = awkward_corpus()
    build(out, [records], rejects, inputs=["y.jsonl", "x.jsonl"])
    return digest(out)
