"""Names that are no party where they stand, and who speaks behind what is told."""

import pytest

from tests.unit.live_events import Code, live_roots


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bolivian troops attacked Chile, Peruvian officials said on Monday.", "BOL>CHL:19"),
        ("Bolivian troops attacked Chile, Peruvian and Cuban officials said.", "BOL>CHL:19"),
        ("Bolivia must withdraw its troops from Chile, Peruvian president says", "PER>BOL:10"),
        ("Bolivia seized a trawler off Chile, Peruvian state media reported.", None),
    ],
)
def test_who_speaks_behind_a_clause_is_not_of_the_place_it_ends_with(code: Code, text: str, expected: str | None) -> None:
    """What stands before the comma stays where it is: struck, left or visited by somebody, and no modifier of the speaker."""
    roots = live_roots(code(text))
    assert expected is None or expected in roots
    assert not any(root.startswith("CHL>") for root in roots)


def test_two_nationalities_before_one_noun_are_shared(code: Code) -> None:
    """A comma between them is an "and" in a headline."""
    assert {"PER>CHL:04", "CHL>PER:04"} <= live_roots(code("", "Peru, Chilean ministers meet in Havana"))


@pytest.mark.parametrize(
    ("text", "expected", "forbidden"),
    [
        ("The Osaka branch of Chongryon condemned Bolivia's decision.", "PRK>BOL:11", "JPN>BOL:11"),
        ("The Geneva office of the UN refugee agency asked Bolivia for help.", "UNO>BOL:02", "CHE>BOL:02"),
        ("The Lima office of Germany's chamber of commerce criticised Bolivia.", "DEU>BOL:11", "PER>BOL:11"),
        ("The regional committee of the Federation of Korean Youth in China denounced Bolivia.", "PRK>BOL:11", "CHN>BOL:11"),
    ],
)
def test_the_branch_of_a_body_is_the_bodys(code: Code, text: str, expected: str, forbidden: str) -> None:
    """The place tells only which of its branches acts."""
    roots = live_roots(code(text))
    assert expected in roots
    assert forbidden not in roots


@pytest.mark.parametrize("title", ["Bolivia to blame for failure of talks: Chile", "Peru, Bolivia to blame for attack: Chile"])
def test_who_is_to_blame_is_blamed(code: Code, title: str) -> None:
    """The infinitive is passive in sense and tells no plan."""
    roots = live_roots(code("", title))
    assert "CHL>BOL:11" in roots
    assert "BOL>CHL:11" not in roots
    assert "PER>CHL:11" not in roots
