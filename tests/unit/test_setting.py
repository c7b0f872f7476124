"""Whom the names of an article mean: leaders' and countries' namesakes, surnames that several people bear, and "Korea"."""

from datetime import date

import pytest

from etl.coder.naming.setting import Setting


@pytest.fixture
def setting(lexicon):
    """Return a function that reads the setting of a text."""

    def read(text):
        named = (name for match in lexicon.actors.phrases.find(text) for name in match.values)
        return Setting.of(text, named, lexicon.actors)

    return read


@pytest.mark.parametrize(
    ("text", "stranger"),
    [
        ("Bob Taylor testified. Taylor defied the White House.", "Taylor"),
        ("Jim R. Jordan rose. Then Jordan accused the bureau.", "Jordan"),
        ("Voters in Georgia went to the polls from Savannah to Macon.", "Georgia"),
        ("From Atlanta to Macon Georgia voted; Georgians are angry.", "Georgians"),
        ("Boris Johnson was there, and so was Steve Israel. Israel smiled.", "Israel"),
    ],
)
def test_a_namesake_is_a_stranger(setting, text, stranger):
    """A given name in front, or words of the other meaning, make a name somebody else's."""
    assert stranger in setting(text).strangers


@pytest.mark.parametrize(
    "text",
    [
        "Angus Taylor spoke in Canberra. Taylor praised Japan.",
        "Jim Jordan asked about Jordan; the Jordanian envoy answered.",
        "Georgia, said the senator from Atlanta, must be defended; Tbilisi was grateful.",
        "Jordan recalled its ambassador from Israel.",
        "Rep. Steve Israel said rockets had killed Israelis. Israel must defend itself.",
    ],
)
def test_a_name_that_something_else_proves_is_none(setting, text):
    """The leader's own full name, or another name of the country, speaks for him and it."""
    assert not setting(text).strangers & {"Taylor", "Jordan", "Georgia", "Israel"}


def test_a_surname_that_is_a_given_name_here_is_no_leader(code):
    """Whoever is called "Kim Foxx" twice is no Kim of Pyongyang."""
    text = "Prosecutor Kim Foxx spoke on Monday. Friends of Kim Foxx said the police were wrong. Kim accused America of lying."
    assert not code(text, title="Kim Foxx Defenders Smear Chicago Cops")
    led = code("Kim Jong Un spoke on Monday. Kim accused America of lying.", title="Kim Slams Trump")
    assert {one.source.country for one in led} == {"PRK"}


def test_a_shared_surname_needs_its_country(code):
    """Several people bear the surname; the minister of lesser office is meant where his country is named."""
    day = date(2020, 1, 15)
    assert not code("Taylor criticised Japan over whaling.", published=day)
    assert code("Taylor criticised Japan over whaling, and the Australian press agreed.", published=day)


def test_a_person_without_a_short_form_is_known_by_the_surname(code):
    """The article itself tells who "Taylor" is after "William Taylor"."""
    acts = code("William Taylor arrived. Taylor accused Russia of bad faith.", published=date(2019, 11, 13))
    assert {(act.source.country, act.target.country) for act in acts} == {("USA", "RUS")}


@pytest.mark.parametrize(
    ("text", "korea"), [("The south Korean puppets ...", "PRK"), ("Korea's exports rose, said Seoul.", "KOR")]
)
def test_which_korea(setting, text, korea):
    """The press of either half means its own."""
    assert setting(text).korea == korea


def test_every_namesake_works(setting, lexicon):
    """Each row of namesakes.csv is found by each of its words, and says so of a name that the dictionaries know."""
    for name, others in lexicon.actors.namesakes.items():
        assert lexicon.actors.phrases.get(name) or lexicon.actors.shorts.get(name), name
        for words in others.pattern.removeprefix(r"\b(?:").removesuffix(r")(?!\w)").split("|"):
            assert name in setting(f"{words.replace(chr(92), '')}: {name} it was.").strangers, (name, words)


def test_no_given_name_is_a_country(lexicon):
    """A given name that is a country's would make its neighbours strangers."""
    names = {name for name in lexicon.actors.given_names if any(one.country for one in lexicon.actors.phrases.get(name))}
    assert not {name for name in names if any(one.kind == "name" for one in lexicon.actors.phrases.get(name))}
