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
