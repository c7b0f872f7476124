"""What a long article tells beyond its sentences: its own country, what is of long ago, and parses that need mending."""

from datetime import date, datetime

import pytest

from etl.records import Article

HOME = "CHICAGO - The Chicago court sat late. Detroit and Houston have seen such cases, and so has Los Angeles. "


def sides(mentions, *statuses):
    """Return source, target and root of mentions, of given statuses if any are given."""
    return {
        (one.source.country, one.target.country, one.event_root_code)
        for one in mentions
        if not statuses or one.status in statuses
    }


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("Prosecutors on Tuesday charged a Peruvian man with fraud.", ("USA", "PER", "17")),
        ("A judge sentenced two Colombian smugglers to ten years.", ("USA", "COL", "11")),
        ("Three Chilean sailors were arrested by the coast guard.", ("USA", "CHL", "17")),
        ("The growers' league boycotted Brazilian beef.", None),  # in no list of organs: nobody knows whose it is
        ("The foreign minister of Peru condemned Chile.", ("PER", "CHL", "11")),
        ("In Lima, prosecutors charged a Chilean man with fraud.", ("PER", "CHL", "17")),
    ],
)
def test_an_organ_without_a_country_is_of_the_articles_own(code, sentence, act):
    """Where nothing tells whose, a court or the police are those of the country that the article is about."""
    found = sides(code(HOME + sentence), "happened")
    assert found == ({act} if act else set())


def test_without_a_home_an_organ_is_nobodys(code):
    """One town is no home."""
    assert not code("Prosecutors on Tuesday charged a Peruvian man with fraud.")


LEAD = "The market opened late. Nobody came. Rain fell. A dog slept.\n\n"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("In July 2019 Tokyo curbed exports of chemicals. China condemned Japan over it.", "recalled"),
        ("In 2019 a swarm of drones hit a plant, an attack that the United States blamed on Iran.", "recalled"),
        ("In July 2019 Tokyo curbed exports of chemicals.\n\nChina condemned Japan over whaling.", "happened"),
        ("On Tuesday Tokyo curbed exports of chemicals. China condemned Japan over it.", "happened"),
        ("In July 2019 Tokyo curbed exports of chemicals. China has condemned Japan over it.", "happened"),
        ("Japan marked the tenth anniversary of Xi Jinping's visit to Japan.", "recalled"),
    ],
)
def test_what_goes_on_from_an_old_date_is_of_long_ago(code, text, status):
    """Behind the lead, in the same paragraph and in the past tense."""
    found = [one.status for one in code(LEAD + text) if one.event_root_code in {"11", "04"}]
    assert found
    assert set(found) == {status}


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("On Friday Warsaw urged Minsk to free prisoners.", ("POL", "BLR", "02")),
        ("Russia is backing the government and the United States supports Israel.", ("USA", "ISR", "05")),
        ("Trump spoke about Libya with Erdogan by telephone.", ("USA", "TUR", "04")),
        ("The United States warned the government of Nicolás Maduro.", ("USA", "VEN", "13")),
        ("Trump met with Xi Monday in Geneva.", ("USA", "CHN", "04")),
        ("China called on the Philippines on Friday to free the sailors.", ("CHN", "PHL", "02")),
        ("Xi signed a raft of oil and mineral deals with Venezuela Monday, his latest stop.", ("CHN", "VEN", "05")),
        ("Seoul summoned the deputy chief of the Japanese embassy to complain.", ("KOR", "JPN", "11")),
        ("France urged Japan on Friday to impose sanctions on Belarus.", ("FRA", "BLR", "11")),
        ("Russia launched its biggest attack on Ukraine in recent months.", ("RUS", "UKR", "19")),
        ("Blinken called on the international community to downgrade diplomatic ties with Chad.", ("USA", "TCD", "11")),
    ],
)
def test_sides_that_a_parse_hides(code, sentence, act):
    """A weekday in front of a name, a subject read as an object, a partner hung on the topic, an owner behind "of"."""
    assert act in sides(code(sentence, published=date(2025, 6, 1)), "happened")


@pytest.mark.parametrize("sentence", ["Germany meet Spain in Stuttgart on Friday.", "England beat India at Lord's."])
def test_teams_are_no_states(code, sentence):
    """A country with a verb in the plural is a team."""
    assert not code(sentence)


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Tillerson will go to Brussels for a NATO meeting on Friday.", ("USA", "BEL", "03")),
        ("Washington blocked a resolution to condemn Israel on Friday.", ("USA", "ISR", "11")),
        ("A series of anti-DPRK huddles held by South Korean officials in Washington ended.", ("KOR", "PRK", "04")),
        ("In the past two years, China and the United States agreed to start talks.", ("CHN", "USA", "03")),
        ("Mofaz spoke on Sunday. Israel must protect itself from Lebanese militants, he said.", ("LBN", "ISR", "10")),
        ("South Korea is committed to dialogue with North Korea.", ("PRK", "KOR", "03")),
        ("China urged the United States not to impose sanctions on Russia.", ("CHN", "RUS", "11")),
        ("Blinken called on all countries not to sanction Chad.", ("USA", "TCD", "11")),
        ("The G7 condemned Iran and Russia's invasion of Ukraine.", ("IRN", "UKR", "19")),
        ("In Spain and Italy doctors are few. They called in students to help fight the virus.", ("ESP", "ITA", "06")),
        ("John Lee Ratcliffe, R-Texas, criticised Taiwan.", ("CHN", "TWN", "11")),
    ],
)
def test_what_is_not_done_or_not_by_them(code, text, act):
    """A body's meeting is no visit to its seat, a vetoed resolution no act of the vetoer, a promise no act of the other."""
    assert act not in sides(code(text, published=date(2018, 6, 1)), "happened", "announced")


def test_what_an_envoy_is_sent_about_is_no_party(coder):
    """Neither rules nor model may take the country for one that acts or is acted on."""
    text = "The U.S. special representative for Syria will visit Turkey on Friday."
    (reading,) = coder.read(Article("a", datetime(2018, 6, 1), "test", None, text, language="en"))
    assert {actor.country for actor in reading.scene.actors} == {"USA", "TUR"}
