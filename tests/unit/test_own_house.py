"""What is asked of one's own side, what is asked of whoever took a measure, and whom "he" and "their" cannot mean."""

import pytest

from etl.coder.coder import Coder
from tests.unit.live_events import Code, live_codes, live_roots


@pytest.mark.parametrize(
    ("text", "foreign"),
    [
        ("Senator Ted Cruz called on Trump to stop arming Taiwan.", "TWN"),
        ("Senator Ted Cruz asked Trump to halt aid to Egypt.", "EGY"),
        ("Peru's opposition leader urged the president to break off relations with Bolivia.", "BOL"),
        ("Kenya's parliament asked the government to close its embassy in Somalia.", "SOM"),
    ],
)
def test_a_measure_asked_of_ones_own_leader_is_not_taken(code: Code, text: str, foreign: str) -> None:
    """Nor does who asks for it rally others."""
    assert not {one for one in live_codes(code(text)) if foreign in one}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Japan told its citizens to stop travelling to China.", "JPN>CHN:16"),
        ("Lithuania told its citizens not to travel to Belarus.", "LTU>BLR:16"),
        ("Estonia urged the European Union to impose sanctions on Belarus.", "EST>BLR:11"),
    ],
)
def test_a_people_kept_away_and_others_rallied_are(code: Code, text: str, expected: str) -> None:
    """A government that keeps its people from a country acts against it; who asks another to punish rallies him."""
    assert expected in live_roots(code(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Malaysia urged an end to the US embargo on Cuba.", {"MYS>USA:02"}),
        ("Peru called for the lifting of Russian sanctions on Georgia.", {"PER>RUS:02"}),
        ("Ghana demanded an end to Turkish curbs on Cyprus.", {"GHA>TUR:10"}),
        ("China's demand that Japan cancel the arms sale to Taiwan was repeated.", {"CHN>JPN:10"}),
    ],
)
def test_an_end_is_asked_of_whoever_took_the_measure(code: Code, text: str, expected: set[str]) -> None:
    """And not of whoever suffers it."""
    assert live_roots(code(text)) == expected


def test_he_is_the_lawmaker_who_spoke_last(code: Code) -> None:
    """Though the leader whom he calls on is of his own country, and a foreigner was named before."""
    text = "Trump said the money would not help Putin. Senator Ted Cruz said that was not enough. He called on Trump to stop."
    assert not {one for one in live_codes(code(text)) if "RUS" in one}


def test_he_who_meets_a_countryman_of_the_last_speaker_stays(code: Code) -> None:
    """A minister is no lawmaker, and nobody goes before him."""
    text = "Radoslaw Sikorski flew out on Sunday. Emmanuel Macron praised him. He will meet Jean-Noel Barrot on Friday."
    assert "POL>FRA:03" in live_roots(code(text))


@pytest.mark.parametrize(
    "text",
    [
        "Trump fought rebels in Iraq and Syria. Trump called on Arab countries to accept refugees and sought their help.",
        "France struck camps in Mali and Chad. France called on African states to send troops and asked for their support.",
    ],
)
def test_their_is_of_no_country_where_nothing_names_the_countries_before_it(code: Code, text: str) -> None:
    """They are not those of the sentence before."""
    assert not {one for one in live_roots(code(text)) if one.endswith(":02")}


def test_their_may_be_of_the_countries_named(code: Code) -> None:
    """Where the plural points back, or names stand behind it."""
    text = "Trump met the leaders of Iraq and Syria. He praised the two countries and sought their help."
    assert {"USA>IRQ:02", "USA>SYR:02"} <= live_roots(code(text))


def test_what_an_idea_is_about_is_no_act(code: Code) -> None:
    """Nobody says that it was done."""
    assert live_codes(code("He spoke of the idea that the United States had conceded to Cuba.")) == set()


def test_a_treaty_called_by_its_city_is_not_its_country(code: Code) -> None:
    """Where the article speaks of the Paris agreement and of nobody else in France."""
    text = "The Paris climate agreement binds China too. Paris would harm American jobs, Trump said on Monday."
    assert not {one for one in live_codes(code(text)) if "FRA" in one}


def test_who_lights_into_a_countryman_answers_nobody(code: Code) -> None:
    """Though another country was named before."""
    text = "Obama spoke in Warsaw, Poland, on Friday. Senator Ted Cruz lit into Obama within the hour."
    assert "USA>POL:11" not in live_roots(code(text))


def test_a_lawmaker_answers_only_what_was_told(code: Code) -> None:
    """What his own government did may be meant; elsewhere the only other country named is."""
    lawmakers = "Netanyahu called the Iran deal a mistake. The White House faces members of Congress who criticized the terms."
    assert "USA>ISR:11" not in live_roots(code(lawmakers))


@pytest.mark.parametrize(
    "text",
    [
        "Hugo Chavez ruled Venezuela until 2013. Claudia Sheinbaum met him (although she has contradicted herself on that).",
        "Peru drew up plans. Chile's army blamed itself.",
    ],
)
def test_oneself_is_nobody_else(code: Code, text: str) -> None:
    """Who contradicts himself contradicts no other."""
    assert not {one for one in live_roots(code(text)) if one.endswith((":12", ":11"))}


def test_himself_beside_a_name_leaves_its_act(code: Code) -> None:
    """It only stresses who did it."""
    text = "President Prabowo Subianto has himself rejected pleas for mercy from Australia and France."
    assert {"IDN>AUS:12", "IDN>FRA:12"} <= live_roots(code(text))


@pytest.mark.parametrize("place", ["the West Wing", "the West Virginia capitol", "the West Coast"])
def test_the_west_before_a_name_is_part_of_it(code: Code, place: str) -> None:
    """It is not the Western countries."""
    assert not {one for one in live_roots(code(f"Xi Jinping arrived in {place} on Friday.")) if "WST" in one}


def test_the_west_bank_is_of_the_palestinians(code: Code) -> None:
    """With its article, too."""
    assert "USA>PSE:04" in live_roots(code("Obama arrived in the West Bank on Friday."))


@pytest.mark.parametrize(
    "text",
    [
        "Peru said the files on nine officers for smuggling show that its army didn’t shell Chile, and that it was calm.",
        "Officials said the charges against 12 Iranians for spying in the May raid show that Tehran didn’t bomb Oman.",
        "“We didn’t attack Iran,” Israel’s envoy said.",
        "“China and India didn’t sign a pact with Japan,” he said.",
        "Seoul isn’t sending arms to Ukraine.",
    ],
)
def test_a_curly_apostrophe_denies_as_a_straight_one(code: Code, text: str) -> None:
    """The parser knows the straight one better."""
    assert live_codes(code(text)) == live_codes(code(text.replace("’", "'"))) == set()


def test_a_curly_apostrophe_tells_of_what_will_be(code: Code) -> None:
    """It is "will" or "have" as behind a straight one."""
    text = "“We’ll send tanks to Ukraine,” Polish Prime Minister Donald Tusk said."
    assert live_codes(code(text)) == live_codes(code(text.replace("’", "'"))) == {"POL>UKR:0332"}


def test_what_a_relative_clause_judges_stands_before_it(code: Code) -> None:
    """The inquiry is called a hoax, and not what another sentence told."""
    text = "The case began with a call to Ukraine. Trump was cleared after an investigation that the White House called a hoax."
    assert "USA>UKR:11" not in live_roots(code(text))


@pytest.mark.parametrize(
    ("text", "word", "lemma"),
    [
        ("“We didn’t attack Iran,” Israel’s envoy said.", "n’t", "not"),
        ("Peru said the files on nine officers for smuggling show that its army didn’t shell Chile.", "n’t", "not"),
        ("“They’re ready and we’ll send tanks,” he said.", "’re", "be"),
        ("“They’re ready and we’ll send tanks,” he said.", "’ll", "will"),
    ],
)
def test_a_curly_apostrophe_has_the_lemma_of_a_straight_one(coder: Coder, text: str, word: str, lemma: str) -> None:
    """The words of the tree stay as they are written."""
    tree = next(coder.parse_alone([(text, False)]))
    assert tree.lemmas[tree.words.index(word)] == lemma


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("The FBI's Russia probe dogged the White House.", set()),
        ("The House committee's Russia inquiry ended on Friday.", set()),
        ("Republicans released a memo on the FBI's Russia investigation.", set()),
        ("The EU's China probe was opened on Monday.", {"EUR>CHN:090"}),
        ("The FBI opened an investigation against Russia on Monday.", {"USA>RUS:090"}),
    ],
)
def test_an_inquiry_named_for_a_state_may_have_its_suspects_at_home(code: Code, text: str, events: set[str]) -> None:
    """Those of investigators of crime do, those of a trade commission do not."""
    assert live_codes(code(text)) == events
