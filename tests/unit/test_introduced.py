"""Who is introduced by office and country is known by surname alone afterwards."""

import pytest

from tests.unit.live_events import Code, live_roots


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Danish Prime Minister Karen Holm praised Sweden on Monday. Holm accused Russia of spying.",
            {"DNK>SWE:05", "DNK>RUS:11"},
        ),
        ("Danish Prime Minister Karen Holm praised Sweden. Russia accused Holm of lying.", {"DNK>SWE:05", "RUS>DNK:11"}),
        (
            "German Economy Minister Hans Krüger praised Sweden on Monday. Krüger accused Russia of lying.",
            {"DEU>SWE:05", "DEU>RUS:11"},
        ),
        (
            "Malaysian Defence Minister Azlan Harun praised Japan on Monday. Harun urged Myanmar to stop the violence.",
            {"MYS>JPN:05", "MYS>MMR:02"},
        ),
        (
            "Turkish Foreign Minister Kemal Dogan met Egyptian Foreign Minister Hany Fawzi on Monday. Dogan criticised Fawzi.",
            {"TUR>EGY:04", "EGY>TUR:04", "TUR>EGY:11"},
        ),
    ],
)
def test_a_surname_means_whom_an_earlier_sentence_introduces(code: Code, text: str, expected: set[str]) -> None:
    """Many capitals do not make a sentence a headline in title case, whose names would be lost."""
    assert live_roots(code(text)) == expected


def test_who_only_quotes_the_north_means_the_south(code: Code) -> None:
    """The North's words for others make "Korea" the North only where nobody calls either half by a name of its own."""
    text = 'North Korea said it would hit "U.S. imperialists". The United States is committed to the defense of Korea.'
    assert live_roots(code(text)) == {"USA>KOR:03"}
    assert live_roots(code("The Korean people are enraged at the provocation by the U.S. imperialists.")) == {"PRK>USA:11"}
