"""Word classes and lemmas without spaCy's whole pipeline: the same as with it, and bounded."""

import pytest

from etl.coder import lexemes
from etl.coder.lexemes import BE, FIRST, RULES, SECOND, Lexemes
from etl.coder.parser import DEFAULT_MODEL

TEXTS = (
    "There's been no talks, and there is no deal; it's what Seoul had said it does not have.",
    "Settlers founded a city, and they found gold where others want to found a company.",
    "They ain't gonna sign, Beijing said; let's wait, you've gotta see that y'all did n't.",
    "That  which Tokyo's ministers did was to have\ndone this but once, if I see it and it sees you.",
    "C'mon, said the minister: Chinese forces fired on ships, got on well, and all are what they're.",
)


@pytest.fixture(scope="module")
def nlp():
    """The language model with its whole pipeline."""
    spacy = pytest.importorskip("spacy")
    return spacy.load(DEFAULT_MODEL, exclude=["ner"])


def plain(doc):
    """Return what spaCy's whole pipeline says of a sentence, as the coder keeps it."""
    return [(token.pos_, lexemes._lemma(token.text, token.lemma_, token.tag_, token.dep_)) for token in doc]


def seen(doc):
    """Return what the rules look at."""
    return [(token.text, token.tag_, token.dep_) for token in doc]


def test_words_are_told_as_the_whole_pipeline_tells_them(nlp):
    """At first sight, from memory, and in the company of other sentences."""
    own = Lexemes(nlp)
    for text in (*TEXTS, *reversed(TEXTS)):
        doc = nlp(text)
        assert own.told(seen(doc)) == plain(doc)


def test_only_strange_words_are_asked_about(nlp, monkeypatch):
    """A sentence of known words runs no rule."""
    own = Lexemes(nlp)
    doc = nlp(TEXTS[1])
    own.told(seen(doc))
    monkeypatch.setattr(own, "_learn", pytest.fail)
    assert own.told(seen(doc)) == plain(doc)


def test_the_memory_is_bounded(nlp, monkeypatch):
    """Where it is full it starts afresh, and the answers stay."""
    own = Lexemes(nlp)
    monkeypatch.setattr(lexemes, "_MOST", 5)
    for text in TEXTS:
        doc = nlp(text)
        assert own.told(seen(doc)) == plain(doc)
        assert len(own._known) <= len(doc)


def test_every_pattern_of_two_words_is_known(nlp):
    """What the language model's rules look at is what the key holds: word, tag, label, and the neighbours listed here."""
    assert set(RULES) <= set(nlp.pipe_names)
    first, second = set(), set()
    for rule in nlp.get_pipe("attribute_ruler").patterns:
        for pattern in rule["patterns"]:
            assert len(pattern) <= 2
            assert {name for token in pattern for name in token} <= {"TAG", "DEP", "LOWER", "IS_SPACE"}
            if len(pattern) == 2 and pattern[0] == {"DEP": "expl"}:
                assert set(pattern[1]["LOWER"]["IN"]) == BE
            elif len(pattern) == 2:
                first.update(forms(pattern[0]["LOWER"]))
                second.update(forms(pattern[1]["LOWER"]))
    assert (first, second) == (FIRST, SECOND)


def forms(asked):
    """Return the words that a pattern's condition on a word admits; two of them are regular expressions."""
    return {"^n'?t$": {"nt", "n't"}, "^y'?$": {"y", "y'"}}[asked["REGEX"]] if isinstance(asked, dict) else {asked}
