"""Letters that bid, threaten or accuse: whom they go to is addressed, and the letter is no talk beside."""

from tests.unit.live_events import Code, live_codes, live_roots


def test_who_gets_a_letter_is_threatened_by_it(code: Code) -> None:
    """The participle behind the letter tells the act; a letter that only greets is a greeting."""
    threatened = live_roots(code("Peru's president sent a letter to Iran threatening to cut off aid."))
    assert threatened == {"PER>IRN:13"}
    asked = live_roots(code("Peru's president wrote to Chile's president asking for talks on tariffs."))
    assert "PER>CHL:02" in asked
    assert "PER>CHL:04" not in asked
    assert "PER>CHL:051" in live_codes(code("Peru's president sent a message of congratulation to Chile's president."))
