"""Pronouns and pointing nouns that mean nobody who is known, or somebody's own government."""

from datetime import datetime

import pytest

from etl.coder.coder import Coder
from etl.records import Article
from tests.unit.live_events import Code, live_roots


def test_it_behind_an_unsigned_report_is_the_report(code: Code) -> None:
    """What a study blames and urges, no country named before it does."""
    said = (
        "Japan curbed exports to Peru on Monday. A new report said the curbs would hurt both. It criticised Peru for its answer."
    )
    assert "JPN>PER:11" not in live_roots(code(said))
    parsed = "Japan curbed exports to Peru on Monday. A new report said Japan would hurt Peru by it. It criticised Peru for this."
    assert "JPN>PER:11" not in live_roots(code(parsed))
    signed = (
        "Japan curbed exports to Peru on Monday. A Japanese report said the curbs would help. It criticised Peru for its answer."
    )
    assert "JPN>PER:11" in live_roots(code(signed))


def test_the_same_pronoun_goes_on_about_the_same_stranger(code: Code) -> None:
    """Who toured a fort of the Japanese is no Japanese in the sentence after it."""
    told = "Pupils toured the north on Monday. They visited a fort of the Japanese in Korea. They thanked Peru for its help."
    assert live_roots(code(told)) == set()
    named = "Japanese ministers visited Chile on Monday. They toured a fort of the Chileans. They thanked Peru for its help."
    assert "JPN>PER:05" in live_roots(code(named))


def test_lawmakers_judge_what_their_own_government_did(code: Code) -> None:
    """The move that an American senator deplores is not that of whom the president moved against."""
    before, last = "President Trump praised Chile on Friday.", "U.S. Senator Ted Cruz criticised the move."
    assert "USA>CHL:11" not in live_roots(code(f"{before} President Trump froze aid to Chile on Monday. {last}"))
    assert "USA>CHL:11" in live_roots(code(f"{before} Chile raised its duties on goods from Peru on Monday. {last}"))


def test_what_is_no_longer_so_is_no_reproach(code: Code) -> None:
    """Who says that others no longer pose a threat does not criticise them."""
    assert "KOR>PRK:11" in live_roots(code("Seoul said on Monday that Pyongyang posed a threat to peace."))
    assert "KOR>PRK:11" not in live_roots(code("Seoul said on Monday that Pyongyang no longer posed a threat to peace."))
    assert "KOR>PRK:11" not in live_roots(code("Seoul said on Monday that Pyongyang did not pose a threat to peace any longer."))


def meant(coder: Coder, text: str) -> set[str]:
    """Return who is meant without being named in the last sentence of a text."""
    *_, last = coder.read(Article("a", datetime(2024, 5, 10), "gold", None, text))
    return {actor.key for actor in last.scene.pointed}


def test_it_that_only_opens_a_report_is_nobody(coder: Coder) -> None:
    """Who is praised is meant by "it"; nobody is in "it was reported that"."""
    before = "Syria condemned the raid on Monday."
    assert meant(coder, f"{before} It was reported that Israel and Jordan would hold a drill.") == set()
    assert meant(coder, f"{before} It was praised by Israel and Jordan.") == {"SYR"}


def test_a_regime_that_is_named_is_no_other(coder: Coder) -> None:
    """Who says "the government" points back; "the government of a small island" does not."""
    before = "China and Chile praised the test on Monday. China thanked Chile."
    assert meant(coder, f"{before} Critics of the government accused Peru.") == {"CHN"}
    assert meant(coder, f"{before} Critics of the government of a small island accused Peru.") == set()


def test_a_president_is_no_general_because_he_heads_the_commission(coder: Coder) -> None:
    """Of offices held at once the first one in the state tells the role."""
    article = Article("a", datetime(2012, 4, 23), "gold", None, "Hu Jintao met Kim Jong Un.")
    (reading,) = coder.read(article)
    assert {(actor.key, actor.role) for actor in reading.scene.actors} == {("CHN", "GOV"), ("PRK", "GOV")}


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("Manila said China had rammed one of its boats.", {"PHL>CHN:11"}),
        ("The Philippine defence secretary said Chinese ships had blocked its supply boats.", {"PHL>CHN:11"}),
        ("Iran said the United States had violated its airspace.", {"IRN>USA:11"}),
        ("Seoul said Chinese warplanes had circled its frigate.", {"CHN>KOR:15"}),
        ("Manila said China had withdrawn its troops.", set()),
        ("Australia said a Chinese jet had dropped flares near its helicopter.", {"AUS>CHN:11"}),
        ("Japan said China had cut its exports.", set()),
    ],
)
def test_who_complains_of_harm_was_harmed(code: Code, text: str, events: set[str]) -> None:
    """What others are said to have rammed is not their own; what they withdrew is."""
    assert {one for one in live_roots(code(text)) if one[:3] != one[4:7]} == events


def test_nobody_does_it_to_himself_by_a_pronoun(code: Code) -> None:
    """Those at whom an army fires are not that army."""
    mentions = code("North Korean soldiers crossed the line, and South Korea's army fired at them.")
    assert "KOR>PRK:19" in live_roots(mentions)
    assert "KOR>KOR:19" not in live_roots(mentions)
    pair = "Seoul and Tokyo met on Monday. Japan's navy rammed Korean boats, and Korean sailors condemned them."
    assert "KOR>KOR:11" not in live_roots(code(pair))


def test_what_two_share_each_does_to_the_other(code: Code) -> None:
    """Their border is opened to each other, and by neither to himself."""
    mentions = code("Nigeria and Niger reopened their border on Monday.")
    assert live_roots(mentions) == {"NGA>NER:08", "NER>NGA:08"}


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("Prime Minister Mark Carney met Mr. Dane in Ottawa.", set()),
        ("Mr. Pole criticised China over Tibet.", set()),
        ("Congo's President Denis Sassou-Nguesso criticised France.", {"COG>FRA:11"}),
        ("Congolese police arrested a French citizen in Brazzaville.", {"COG>FRA:17"}),
        ("Congolese troops crossed into Angola, officials in Brazzaville and Kinshasa said.", {"COD>AGO:15"}),
        ("Congo criticised Rwanda.", {"COD>RWA:11"}),
        ("The Nigerian Committee for Friendship and Solidarity with the Korean People condemned Japan.", {"NGA>JPN:11"}),
        ("The chairman of the Brazilian Committee for Solidarity with the DPRK condemned Japan.", {"BRA>JPN:11"}),
    ],
)
def test_who_bears_a_nations_name_is_not_that_nation(code: Code, text: str, events: set[str]) -> None:
    """A surname, an association of friends; and of two states of one name the one whose seat or leader is told."""
    assert live_roots(code(text)) == events


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Modi's government sent vaccines to Nepal. It also criticised Bhutan.", "IND>BTN:11"),
        ("Modi's party sent a delegation to Nepal. It also criticised Bhutan.", "IND>BTN:11"),
        ("Xi's navy sailed past Palau. It later rammed a Vietnamese boat.", "CHN>VNM:17"),
    ],
)
def test_a_leaders_government_is_what_it_means(code: Code, text: str, event: str) -> None:
    """What is meant by "it" is no place that something was sent to while a government was the subject."""
    assert event in live_roots(code(text))


def test_nobody_abroad_is_meant_by_politics_at_home(code: Code) -> None:
    """Who is an inquiry's enemy, or whose fellow lawmakers are, answers no other state."""
    told = "Iran criticised the United States on Monday. Trump's fellow Republicans called the impeachment a sham."
    assert live_roots(code(told)) == {"IRN>USA:11"}
    asked = "Iranian President Hassan Rouhani vowed revenge. U.S. Senator Joe Lieberman criticised his fellow lawmakers."
    assert "USA>IRN:11" not in live_roots(code(asked))


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("North Korea condemned South Korea on Monday. A South Korean union denounced the police violence.", "KOR>PRK:11"),
        ("North Korea fired at the South on Friday. A South Korean newspaper chided the puppet military.", "KOR>PRK:11"),
    ],
)
def test_the_army_that_a_newspaper_chides_is_its_own(code: Code, text: str, absent: str) -> None:
    """Of whom nothing tells whose he is, he is at home."""
    assert absent not in live_roots(code(text))


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("The Liaoning branch association of the General Association of Koreans in China denounced Japan.", {"PRK>JPN:11"}),
        ("The Liaoning Regional Association of the General Association of Koreans in China denounced Japan.", {"PRK>JPN:11"}),
        ("The International Kim Il Sung Prize Council condemned Japan.", set()),
    ],
)
def test_where_an_association_sits_is_not_whose_it_is(code: Code, text: str, events: set[str]) -> None:
    """A branch's province, the country of residence, the leader a prize is called after."""
    assert {event for event in live_roots(code(text)) if event[8:10] == "11"} == events


def test_whoever_was_told_something_is_neither_side(code: Code) -> None:
    """A newspaper to which somebody spoke is not one of "the two sides"."""
    told = "Russia and Ukraine blamed each other. A fighter told the New York Times so. The two sides have shelled each other."
    assert {"RUS>UKR:19", "UKR>RUS:19"} == {event for event in live_roots(code(told)) if event[8:10] == "19"}


def test_what_both_must_do_is_asked_of_both(code: Code) -> None:
    """Who says so of himself as well demands nothing of the other."""
    assert live_roots(code("Xi said China and Japan must face history squarely.")) == {"CHN>JPN:02"}
    assert live_roots(code("Xi said Japan must face history squarely.")) == {"CHN>JPN:10"}


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("Pelosi's visit to China's Taiwan seriously damaged ties.", {"USA>TWN:04", "TWN>USA:04"}),
        ("Pelosi paid a visit to China's Taiwan region.", {"USA>TWN:04", "TWN>USA:04"}),
        ("China's Taiwan Affairs Office condemned Japan.", {"CHN>JPN:11"}),
    ],
)
def test_who_claims_a_place_is_not_visited_there(code: Code, text: str, events: set[str]) -> None:
    """The owner before a country's name only claims it; an office for it is his."""
    assert live_roots(code(text)) == events


def test_what_is_asked_of_critics_at_home_is_asked_of_nobody_abroad(code: Code) -> None:
    """Whomever the clause before blames."""
    told = "Trump blamed China for targeting farmers, and he urged critics of his trade war to be calm."
    assert live_roots(code(told)) - {"USA>USA:02"} == {"USA>CHN:11"}


def test_anothers_attorney_general_may_answer(code: Code) -> None:
    """He is no rival at home of whoever did it."""
    told = "The United States bombed a boat off Mexico on Monday. Mexico's attorney general condemned the attack."
    assert "MEX>USA:11" in live_roots(code(told))
