"""What the coder makes of a sentence: actors, direction, composition, status, coreference, dates."""

from datetime import date, datetime

import pytest

from etl.coder.coder import Coder
from etl.coder.relation import classify
from etl.coder.staging import Marked, briefings
from etl.records import Article
from tests.unit.live_events import Code, live_codes, live_roots


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("China criticised Japan.", {"CHN>JPN:111"}),
        ("Japan was criticised by China.", {"CHN>JPN:111"}),
        ("Japan, criticised by China, fell silent.", {"CHN>JPN:111"}),
        ("The minister who praised Xi Jinping was German Foreign Minister Johann Wadephul.", set()),
        ("China and Russia condemned Japan.", {"CHN>JPN:111", "RUS>JPN:111"}),
        ("Two Japanese men were detained by Chinese police.", {"CHN>JPN:173"}),
        ("Beijing rejected Tokyo's protest.", {"CHN>JPN:12"}),
    ],
)
def test_direction(code: Code, text: str, expected: set[str]) -> None:
    """Source does, target receives, whatever the voice; coordinated sources do not act on each other."""
    found = live_codes(code(text))
    assert {
        event[: len(want)] for event, want in zip(sorted(found), sorted(expected), strict=False)
    } == expected or found == expected


def test_meetings_are_mutual_and_lists_pair_with_the_other_side(code: Code) -> None:
    """A met B and C: A with B, A with C, nothing between B and C."""
    found = live_roots(code("Xi Jinping met Vladimir Putin and Narendra Modi in Kazan."))
    assert {"CHN>RUS:04", "RUS>CHN:04", "CHN>IND:04", "IND>CHN:04"} <= found
    assert not {"RUS>IND:04", "IND>RUS:04"} & found


def test_trilateral_talks_pair_everybody(code: Code) -> None:
    """X, Y and Z held talks: all pairs, both ways."""
    found = live_roots(code("China, Japan and South Korea held talks in Geneva."))
    sides = ("CHN", "JPN", "KOR")
    assert {f"{a}>{b}:04" for a in sides for b in sides if a != b} <= found


def test_a_visit_gives_visitor_and_host_their_codes(code: Code) -> None:
    """The visitor's part is 042, the host's 043."""
    assert {"KOR>CHN:042", "CHN>KOR:043"} <= live_codes(code("Lee Jae-myung visited China."))


@pytest.mark.parametrize(
    ("text", "event", "status"),
    [
        ("Japan will visit China on Sunday.", "JPN>CHN:036", "announced"),
        ("Japan plans to provide humanitarian aid to Sudan.", "JPN>SDN:0333", "announced"),
        ("Japan threatened to impose sanctions on Russia.", "JPN>RUS:1312", "happened"),
        ("Japan will impose sanctions on Russia.", "JPN>RUS:1312", "happened"),
        ("Japan refused to hold talks with China.", "JPN>CHN:125", "happened"),
        ("China urged Japan to release the fishermen.", "CHN>JPN:0253", "happened"),
        ("China demanded that Japan release the fishermen.", "CHN>JPN:1053", "happened"),
        ("Japan lifted sanctions on Russia.", "JPN>RUS:085", "happened"),
        ("China said that Japan must release the fishermen.", "CHN>JPN:1053", "happened"),
    ],
)
def test_composition(code: Code, text: str, event: str, status: str) -> None:
    """An operator over an inner act gives the child code that mirrors the inner one."""
    found = {f"{m.source.country}>{m.target.country}:{m.event_code}": m.status for m in code(text)}
    assert found.get(event) == status, found


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Russia attacked Ukraine.", "happened"),
        ("Russia could attack Ukraine.", "hypothetical"),
        ("If Russia attacks Ukraine, prices rise.", "hypothetical"),
        ("Russia did not attack Ukraine.", "negated"),
        ("Russia denied attacking Ukraine.", "negated"),
        ("Russia attacked Ukraine in 2014.", "recalled"),
        ("Poland accused Russia of attacking Ukraine.", "alleged"),
    ],
)
def test_status(code: Code, text: str, status: str) -> None:
    """Tense, modals, negation, history and accusation decide what is asserted."""
    found = [m for m in code(text) if (m.source.country, m.target.country, m.event_root_code) == ("RUS", "UKR", "19")]
    assert [m.status for m in found] == [status]


def test_an_accusation_is_the_speakers_act(code: Code) -> None:
    """A said that B attacked it: A accuses B, and B's act is only alleged."""
    mentions = code("Ukraine said that Russia had attacked Ukraine.")
    assert {event[:11] for event in live_codes(mentions)} == {"UKR>RUS:112"}


@pytest.mark.parametrize(
    "text",
    [
        "The leaders of the industry meet in Japan every year.",
        "Chinese food is popular in Britain.",
        "Trade between China and Japan grew five percent.",
        "Michael Jordan played in China.",
        "The ship crossed the South China Sea.",
        "Ties between Seoul and Tokyo are strained.",
        "Analysts expect China to overtake Japan.",
    ],
)
def test_places_topics_and_trends_are_no_events(code: Code, text: str) -> None:
    """A country that is only place, topic or owner gives nothing; nor do states and trends."""
    assert live_codes(code(text)) == set()


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Lee Jae-myung arrived. He praised Xi Jinping.", "KOR>CHN:051"),
        ("China and Japan disagree. The two sides held talks on Monday.", "CHN>JPN:040"),
        ("Japanese Foreign Minister Toshimitsu Motegi spoke. The minister criticised Russia.", "JPN>RUS:111"),
        ("Wang Yi met his Russian counterpart.", "CHN>RUS:040"),
    ],
)
def test_coreference(code: Code, text: str, event: str) -> None:
    """Pronouns, pairs, titles and counterparts find whom they mean."""
    assert event in live_codes(code(text))


@pytest.mark.parametrize(
    ("day", "role"),
    [(date(2024, 5, 1), "GOV"), (date(2025, 6, 1), "ELI")],
)
def test_offices_hold_on_the_day(code: Code, day: date, role: str) -> None:
    """Yoon Suk-yeol is the president in 2024 and a former one in June 2025."""
    found = code("Yoon Suk-yeol criticised China.", published=day)
    assert {m.source.role for m in found if m.target.country == "CHN"} == {role}


@pytest.mark.parametrize(
    ("title", "event"),
    [
        ("China sanctions retired Japanese general", "CHN>JPN:16"),
        ("Xi to visit Seoul", "CHN>KOR:036"),
        ("China, Japan hold talks", "CHN>JPN:04"),
        ("Two Japanese detained in China", "CHN>JPN:173"),
        ("XI PRAISES PUTIN IN MOSCOW", "CHN>RUS:051"),
        ("China Accuses Japan of Spying", "CHN>JPN:112"),
    ],
)
def test_headlines(code: Code, title: str, event: str) -> None:
    """Headline present, infinitives, commas, participles, title case and capitals are read."""
    assert any(found.startswith(event) for found in live_codes(code("", title=title)))


def test_self_dyads_are_flagged(code: Code) -> None:
    """Both sides of one country: coded and flagged domestic."""
    found = code("Chinese police detained a Chinese journalist while Japan looked on.")
    assert found
    assert all(m.is_domestic for m in found)


def test_hong_kong_acts_as_china_under_its_own_name(code: Code) -> None:
    """HKG is coded CHN as an actor; the mention keeps the place's name."""
    found = [m for m in code("Hong Kong criticised Britain.") if m.target.country == "GBR"]
    assert [(m.source.country, m.source.name) for m in found] == [("CHN", "Hong Kong")]


def test_offsets_point_into_the_evidence(code: Code) -> None:
    """Trigger and sides stand where their offsets say."""
    for mention in code("In a statement on Monday, China criticised Japan over Taiwan."):
        evidence = mention.evidence
        assert evidence[mention.trigger_start : mention.trigger_end] == mention.trigger_text
        for party in (mention.source, mention.target):
            assert party.start is not None
            assert evidence[party.start : party.end] == party.text


@pytest.mark.parametrize(
    "text",
    [
        "Statsministeren sagde på et møde i København fredag, at det var for tidligt at have en aftale for næste år.",
        "De minister was in Den Haag van mening dat het kabinet te laat was met het voorstel, en dat was in de Kamer al bekend.",
        "Die president was in Pretoria toe die minister gesê het dat die plan te laat was en dat die geld op was.",
    ],
)
def test_languages_that_share_words_with_english_are_skipped(coder: Coder, text: str) -> None:
    """Danish, Dutch and Afrikaans have "for", "have", "was" and "of" too."""
    [coded] = coder.code([Article("da", datetime(2024, 5, 1), "test", None, text)])
    assert coded.skipped == "language"


def test_other_languages_and_empty_articles_are_skipped(coder: Coder) -> None:
    """What the coder cannot read is returned with its reason, not dropped."""
    moment = datetime(2026, 1, 2)
    french = "Le président français a rencontré son homologue allemand à Berlin pour discuter de la guerre et des sanctions."
    articles = [Article("fr", moment, "test", None, french), Article("none", moment, "test", None, " ")]
    assert [coded.skipped for coded in coder.code(articles)] == ["language", "empty"]


def test_batches_do_not_change_what_is_coded(coder: Coder) -> None:
    """An article gives the same mentions alone and among others, in any order."""
    moment = datetime(2026, 1, 2)
    texts = ["China criticised Japan.", "Lee Jae-myung visited China. He praised Xi.", "Russia attacked Ukraine on Friday."] * 20
    articles = [Article(str(number), moment, "test", None, text, language="en") for number, text in enumerate(texts)]
    together = {coded.article.article_id: coded.mentions for coded in coder.code(articles)}
    backwards = {coded.article.article_id: coded.mentions for coded in coder.code(articles[::-1])}
    alone = next(iter(coder.code([articles[1]])))
    assert together == backwards
    assert together["1"] == alone.mentions


def test_explain_says_why_not(coder: Coder) -> None:
    """The explanation names the parse, the actors, the frames and the reason for no event."""
    text = coder.explain("China may criticise Japan.", date(2026, 1, 2))
    assert "hypothetical" in text
    assert "kept out of the event table" in text
    assert "no event" in coder.explain("The weather was fine.", date(2026, 1, 2)).lower()


@pytest.mark.parametrize(
    ("text", "source", "target", "root"),
    [
        ("The court convicted the company of fraud.", "The court", "the company", "11"),
        ("Rebels shelled the town's police station.", "Rebels", "the town's police station", "19"),
        ("The union agreed to meet the employers.", "The union", "the employers", "03"),
    ],
)
def test_classify_judges_any_two_actors(coder: Coder, text: str, source: str, target: str, root: str) -> None:
    """Marked spans need not be countries; an answer is always given."""
    spans = [(text.index(part), text.index(part) + len(part)) for part in (source, target)]
    answer = classify(coder, text, spans[0], spans[1])
    assert answer["event_root_code"] == root


def test_classify_may_abstain(coder: Coder) -> None:
    """With allow_none two actors that nothing joins give no code; without it there is one."""
    text = "France is larger than Belgium."
    assert classify(coder, text, (0, 6), (22, 29), allow_none=True)["event_code"] is None
    assert classify(coder, text, (0, 6), (22, 29))["event_code"] is not None


def test_briefing_knows_a_marked_side_as_home(coder: Coder) -> None:
    """Whose ministers they are is told by the marked country; it is in no dictionary under the name of a side."""
    text = "In Yaoundé, where Cameroon and Equatorial Guinea settled their sea border feud, the ministers exchanged carved masks."
    told = next(briefings(coder, [Marked(text, (18, 26), (31, 48))]))
    assert told.told


def test_korea_alone_is_whose_press_it_is(code):
    """The press of the DPRK means its own state by "Korea" and writes the other half small."""
    northern = code("Korean officials met the Chinese ambassador on Monday. The statement denounced the south Korean regime.")
    assert ("PRK", "CHN") in sides(northern)
    assert ("KOR", "CHN") in sides(code("Korean officials met the Chinese ambassador on Monday."))


def test_the_north_alone_is_read_as_a_name(code):
    """The parser takes "the North" for an adjective; its act and its role as target are found all the same."""
    found = code("South Korea put its forces on alert after the North fired shells at the South.")
    assert {("KOR", "PRK"), ("PRK", "KOR")} <= sides(found)


def test_a_protest_answers_whoever_gave_the_occasion(code):
    """A target that only the occasion names is filled in; without an act there is nobody to answer."""
    assert ("JPN", "RUS") in sides(code("Japan protested after Russia fired a missile near Hokkaido."))
    assert not sides(code("Japan protested after Russia won the match."))


def test_the_accusations_point_to_the_accuser(code):
    """A definite noun that undergoes something means the act told last."""
    assert ("CHN", "JPN") in sides(code("Japan accused China of dumping steel. Beijing rejected the accusations on Monday."))


def sides(mentions) -> set[tuple[str | None, str | None]]:
    """Return the pairs of countries of live mentions."""
    return {(one.source.country, one.target.country) for one in mentions if one.status in ("happened", "announced")}
