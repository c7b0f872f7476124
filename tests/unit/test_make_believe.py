"""What happens only in a novel, a war game or an imagined scene, or every spring, has not happened."""

from datetime import date

import pytest

from tests.unit.live_events import Code, live_codes

PUBLISHED = date(2024, 3, 7)


@pytest.mark.parametrize(
    "text",
    [
        'The film "Harbour" is set in 1987. Peru kidnaps a Chilean diplomat, and Chile refuses to pay Peru.',
        "The novel begins in 2034, when a Chilean destroyer sinks a Peruvian frigate. Bolivia then attacks the Chilean navy.",
        "In the pilot of the new drama, Peru expels a Chilean diplomat.",
        "In volume four of the manga, the Peruvian president orders Chile to hand over the submarine.",
    ],
)
def test_a_plot_is_no_news(code: Code, text: str) -> None:
    """Neither in the sentence that names the work nor in the next."""
    assert live_codes(code(text, published=PUBLISHED)) == set()


@pytest.mark.parametrize(
    "text",
    [
        "In a war game run by a research centre, Peru invaded Chile and struck Bolivian bases.",
        "During a simulation at the academy, Peru occupied two towns in Chile.",
        "In the model's worst case Peru blockades Chile in 2028 and Bolivia imposes sanctions on Peruvian banks.",
        "Picture the scene in 2030: Peru occupies a Chilean island, Bolivia condemns Peru.",
        "Imagine the headlines. Peru expels the Chilean ambassador.",
        "What would a second Andean war look like? In the first hour Peru shells Santiago.",
    ],
)
def test_a_scene_that_is_only_played_or_imagined_is_no_news(code: Code, text: str) -> None:
    """Whatever its tense."""
    assert live_codes(code(text, published=PUBLISHED)) == set()


@pytest.mark.parametrize(
    "text",
    [
        "Each spring Peru and Chile hold drills, and Bolivia condemns Peru.",
        "Usually Peru denounces Chile, Bolivia thanks Chile and the matter rests.",
        "Twice a year Peru accuses Chile of moving the border.",
        "Peru has every right to denounce Chile.",
        "Peru tends to blame Chile for its woes.",
        "Peru is slow to criticise Chile.",
        "Peru is in no hurry to denounce Chile.",
    ],
)
def test_habit_and_inclination_are_no_news(code: Code, text: str) -> None:
    """Nobody did anything on a day."""
    assert live_codes(code(text, published=PUBLISHED)) == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The film was banned in Chile. Chile has accused Peru of whitewashing history.", "CHL>PER:112"),
        ("During a war game with Chile, Peruvian marines visited Santiago.", "PER>CHL:042"),
        ("Every year Peru protests. On Monday Peru summoned the Chilean ambassador.", "PER>CHL:114"),
        ("Peru was quick to condemn Chile.", "PER>CHL:111"),
        ("At a film festival in Lima, Peru's leader criticised Chile.", "PER>CHL:111"),
    ],
)
def test_what_happens_beside_it_is_news(code: Code, text: str, expected: str) -> None:
    """Films are banned, drills are visited, and somebody protests once more."""
    assert expected in live_codes(code(text, published=PUBLISHED))
