"""Habits, flows that never stop, and what nobody did, lacks or was only supposed to do, beside the like that was done."""

from datetime import date

import pytest

from tests.unit.live_events import Code

PUBLISHED = date(2026, 12, 1)
LIVE = {"happened", "announced"}


def _live(code: Code, text: str, root: str) -> bool:
    return any(one.status in LIVE and one.event_code.startswith(root) for one in code(text, published=PUBLISHED))


@pytest.mark.parametrize(
    ("text", "root"),
    [
        ("Chad routinely denies visas to Sudanese athletes.", "17"),
        ("Peru often accuses Chile of provoking a crisis.", "11"),
        ("Estonia usually condemns Peru over such tests.", "11"),
        ("Peru lodges a protest with Chile each time a boat enters its waters.", "11"),
        ("South Korea imports most of its helium from Qatar.", "06"),
        ("Norway provides Ghana with 80 million dollars in aid a year.", "07"),
        ("Sweden, which supplies Kenya with radars, is short of them itself.", "07"),
        ("The minister wrote in his memoir that Peru had warned Chile against the deal.", "13"),
    ],
)
def test_what_is_always_so_is_no_news(code: Code, text: str, root: str) -> None:
    """A habit, a standing flow or a tale out of somebody's memoirs is background."""
    assert not _live(code, text, root)


@pytest.mark.parametrize(
    ("text", "root"),
    [
        ("The absence of talks between Peru and Chile has left fishermen in limbo.", "04"),
        ("A lack of dialogue between Peru and Chile raises the risk of a clash.", "04"),
        ("None of the ministers from Japan, Kenya and Oman attacked Chile by name.", "19"),
        ("Brazil abstained from criticising Peru in the final text.", "11"),
        ("Kenya refrained from condemning Oman over the strike.", "12"),
        ("Peru was supposed to hand over the prisoners to Chile on Monday.", "08"),
        ("In order to bomb Chile, Peru would need missiles with a longer range.", "19"),
        ("Chile decided against sending troops to Peru.", "03"),
        ("Kenya omitted to warn Oman before it fired the missiles.", "13"),
        ("Chilean forces were about to attack a Peruvian village when the truce began.", "1"),
        ("It is a matter of time before Russia attacks Estonia.", "19"),
        ("It will not be long before Russia expels Finnish diplomats.", "1"),
        ("Tokyo is cautious when it comes to criticising Washington.", "11"),
        ("The resolution empowers Kenya to send police to Haiti.", "07"),
        ("The act obliges the United States to sell weapons to Taiwan.", "07"),
        ("Nothing shows that Iran attacked the Saudi tanker.", "19"),
        ("The odds of Peru lifting sanctions on Chile have shortened.", "08"),
        ("The idea of Japan arming Kenya was once unthinkable.", "07"),
        ("Speculation is rife that India will buy Russian submarines.", "03"),
        ("Hopes are high that Chile will lift its ban on Peruvian seafood.", "03"),
        ("There is talk that China will expel Canadian diplomats.", "1"),
        ("The paper retracted a report that Indian jets had bombed a Pakistani camp.", "19"),
        ("The centre was founded to help Kosovo sue Serbia.", "11"),
        ("Economists expect China to impose curbs on Japan next year.", "1"),
        ("North Korea is believed to have sent 12,000 soldiers to Russia.", "07"),
    ],
)
def test_what_was_not_done(code: Code, text: str, root: str) -> None:
    """Lacks, nobody's doings, abstentions, what was to be and purposes are no acts."""
    assert not _live(code, text, root)


@pytest.mark.parametrize(
    ("text", "root"),
    [
        ("Japanese carmakers have invaded Mexico with cheap electric models.", "19"),
        ("Chile bombarded the Dutch goal in the second half.", "19"),
        ("Japan fired 22 shots at the Iranian goal but could not find the net.", "19"),
    ],
)
def test_games_and_markets(code: Code, text: str, root: str) -> None:
    """Firms fight for buyers and teams for goals."""
    assert not _live(code, text, root)


@pytest.mark.parametrize(
    ("text", "root"),
    [
        ("Peru accuses Chile of provoking a crisis.", "11"),
        ("Chad has denied visas to Sudanese athletes.", "17"),
        ("Oman, which often mediates, expelled a Kenyan diplomat on Monday.", "16"),
        ("In order to avoid a clash, Peru warned Chile to keep out of the zone.", "13"),
        ("Sweden, which supplies Kenya with radars, gave Ghana 20 million dollars in aid on Sunday.", "07"),
        ("Peruvian artillery bombarded Chilean towns.", "19"),
        ("Chilean forces attacked a Peruvian village before the truce began.", "19"),
        ("Chile decided on Monday to send troops to Peru.", "03"),
        ("Russia is expected to impose curbs on Japan on Friday.", "1"),
        ("Peru was forced to hand over the prisoners to Chile on Monday.", "08"),
    ],
)
def test_the_like_that_was_done(code: Code, text: str, root: str) -> None:
    """The same words around what did take place."""
    assert _live(code, text, root)
