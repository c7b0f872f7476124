"""Force in the strait before Taiwan, houses without a country, and who is only vexed, near, or on somebody's mind."""

import pytest

from tests.unit.live_events import Code, live_codes, live_roots


@pytest.mark.parametrize(
    "text",
    [
        "China began three days of military exercises in the Taiwan Strait.",
        "China's navy sent two warships through the Taiwan Strait on Monday.",
        "The PLA conducted joint patrols in the southwestern Taiwan Straits area.",
    ],
)
def test_china_shows_force_to_taiwan_in_the_strait(code: Code, text: str) -> None:
    """The strait is nobody's, but Chinese arms are shown there to Taiwan."""
    assert live_roots(code(text)) == {"CHN>TWN:15"}


@pytest.mark.parametrize(
    "text",
    [
        "A US destroyer transited the Taiwan Strait on Tuesday.",
        "China called for peace in the Taiwan Strait.",
        "Chinese fishing boats sail through the Taiwan Strait every day.",
        "China may hold naval exercises in the Taiwan Strait, analysts say.",
    ],
)
def test_who_else_sails_there_shows_it_to_nobody(code: Code, text: str) -> None:
    """Nor do fishermen, or whoever only may."""
    assert live_roots(code(text)) == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Congress is investigating Russian meddling in the election.", "USA>RUS:09"),
        ("The Senate Intelligence Committee condemned Russia on Tuesday.", "USA>RUS:11"),
        ("A Senate panel approved new sanctions on Iran on Tuesday.", "USA>IRN:16"),
        ("The House Judiciary Committee opened a probe into Saudi Arabia.", "USA>SAU:09"),
        ("In Canberra, the Senate condemned Russia on Monday.", "AUS>RUS:11"),
        ("LIMA - Peru's president faces a vote. Congress rejected the treaty with Chile.", "PER>CHL:12"),
        ("India's Congress party criticised Pakistan.", "IND>PAK:11"),
        ("The African National Congress criticised Israel.", "ZAF>ISR:11"),
    ],
)
def test_houses_without_a_country_are_american_where_nothing_else_is_told(code: Code, text: str, expected: str) -> None:
    """Where another state with such a house stands alone before it, it is that one's."""
    assert live_roots(code(text)) == {expected}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("India opened a consulate in Jaffna, irking Beijing.", {"IND>LKA:05"}),
        ("Poland's decision to close the border crossing angered Belarus.", set()),
        ("The move angered Spain, which summoned the Dutch ambassador.", {"ESP>NLD:11"}),
        ("Greece will deploy missiles to a small island near Turkey within two years.", set()),
        ("Germany will deploy missiles to Lithuania.", {"DEU>LTU:03"}),
    ],
)
def test_who_is_vexed_or_near_is_no_party(code: Code, text: str, expected: set[str]) -> None:
    """A mood is no reproach, and arms on one's own soil are nothing to whom they stand near."""
    assert live_roots(code(text)) == expected


def test_what_is_on_ones_mind_is_no_host(code: Code) -> None:
    """Worries about a country that go with a trip do not take it there."""
    assert live_roots(code("", "Japan PM begins tour with China concerns in focus")) == set()
    assert live_roots(code("", "Lee begins visit to Japan with North Korea threat in focus")) == {"KOR>JPN:04", "JPN>KOR:04"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Manila condemns Beijing's Taiwan drills", {"PHL>CHN:111", "CHN>TWN:150"}),
        ("Flights were rerouted amid the Chinese military's Taiwan drills.", {"CHN>TWN:150"}),
        ("Tokyo's Philippines drills ended on Friday.", {"JPN>PHL:062", "PHL>JPN:062"}),
    ],
)
def test_chinas_taiwan_drills_are_not_with_taiwan(code: Code, text: str, expected: set[str]) -> None:
    """They are shown to it; of others a drill named after a country may be with it."""
    assert live_codes(code(text)) == expected


@pytest.mark.parametrize("title", ["PLA Taiwan drills enter second day", "PLA stages Taiwan drills"])
def test_the_model_hears_no_drills_with_taiwan_either(code_with_model: Code, title: str) -> None:
    """What the words settle for the rules, the second reader does not turn into joint drills, on neither way."""
    assert live_codes(code_with_model("", title)) == {"CHN>TWN:150"}
