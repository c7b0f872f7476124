"""A sentence with its parties in signs: what the relation model reads, and where in it everything stands."""

from hypothesis import given
from hypothesis import strategies as st

from etl.coder.second_reader.marking import CLOSE, LONGEST, OPEN, Briefing, Marking, Question, beside

TEXT = "Japan's envoy met China."


def test_signs_stand_around_each_party():
    """Inside one another where the spans do, the longer one outside."""
    marking = Marking(TEXT, ((0, 5), (0, 13), (18, 23)))
    assert " ".join(marking.text.split()) == f"{OPEN} {OPEN} Japan {CLOSE} 's envoy {CLOSE} met {OPEN} China {CLOSE} ."


def test_each_party_is_found_by_its_opening_sign():
    """The sign is where it is said to be, also where two open at one place."""
    marking = Marking(TEXT, ((0, 5), (0, 13), (18, 23)))
    places = [marking.opened[party] for party in ((0, 13), (0, 5), (18, 23))]
    assert places == sorted(places)
    assert all(marking.text[place:].startswith(OPEN) for place in places)


@given(st.text("ab c", min_size=12, max_size=30), st.sets(st.tuples(st.integers(0, 5), st.integers(6, 11)), max_size=3))
def test_every_letter_is_found_again(text, spans):
    """Each letter of the plain text stands in the marked one where `place` says."""
    marking = Marking(text, tuple(sorted(spans)))
    assert [marking.text[marking.place(number)] for number in range(len(text))] == list(text)


def test_other_parties_give_way_to_the_sides():
    """Who overlaps a side is that side, or a part of it; all others are marked."""
    assert beside([(0, 13)], [(0, 5), (18, 23), (10, 16)]) == ((0, 13), (18, 23))


def test_a_question_about_known_parties_marks_all_of_them():
    """So that all questions about a sentence are about one reading of it; another side is marked in place of what it overlaps."""
    known = Briefing(parties=((0, 5), (18, 23)))
    assert Question(TEXT, (18, 23), (0, 5), known).parties == known.parties
    assert Question(TEXT, (0, 13), (18, 23), known).parties == ((0, 13), (18, 23))


def test_a_very_long_text_is_cut_to_the_surroundings_of_the_two():
    """What stands farther off is seldom about them; spans move with the text, and what lies outside goes."""
    far = "x" * LONGEST + " Japan met China " + "y" * LONGEST
    one, met, other = ((far.index(word), far.index(word) + len(word)) for word in ("Japan", "met", "China"))
    question = Question(far, one, other, Briefing(("forward 04",), (one, met, other), ((0, 5), one, other))).cut()
    assert len(question.text) < LONGEST
    assert [question.text[slice(*span)] for span in question.briefing.path] == ["Japan", "met", "China"]
    assert question.sides == list(question.briefing.parties)
    assert Question(TEXT, (0, 5), None).cut() == Question(TEXT, (0, 5), None)
