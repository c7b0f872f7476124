"""The title in front of a bare surname chooses among those who bear it."""

from datetime import date

import pytest

from tests.unit.live_events import Code, live_codes

DAY = date(2025, 6, 18)


@pytest.mark.parametrize(
    ("title", "event"),
    [
        ("FM Cho meets Wang Yi in Beijing", "KOR>CHN:042"),
        ("Foreign Minister Cho to visit Tokyo", "KOR>JPN:036"),
        ("Premier Cho criticises China's drills", "TWN>CHN:111"),
        ("Cho meets Wang Yi in Beijing", None),
    ],
)
def test_a_title_tells_who_bears_the_surname(code: Code, title: str, event: str | None) -> None:
    """A foreign minister is no premier; without a title the name is either's."""
    found = live_codes(code("", title=title, published=DAY))
    assert event in found if event else not found
