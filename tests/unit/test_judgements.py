"""Who is to blame for what is judged, and where the sufferers of a need are."""

from datetime import date

import pytest

from tests.unit.live_events import Code, live_codes, live_roots

DAY = date(2024, 6, 15)


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("Norway condemned the attack on a church in Egypt by Islamist gunmen.", set()),
        ("Norway condemned the killing of a Danish aid worker in Sudan.", set()),
        ("Norway condemned the Kabul bombing.", set()),
        ("Norway condemned the shelling of Aleppo by Russian jets.", {"NOR>RUS"}),
        ("Norway condemned Russia's attack on Kyiv.", {"NOR>RUS"}),
        ("Norway condemned the killing of a Danish aid worker by Sudan.", {"NOR>SDN"}),
        ("Norway voiced alarm at the arrest of opposition leaders in Belarus.", {"NOR>BLR"}),
    ],
)
def test_blame_falls_on_who_did_it(code: Code, text: str, events: set[str]) -> None:
    """Neither who suffers violence nor where it takes place is condemned."""
    assert {one[:7] for one in live_roots(code(text, published=DAY)) if one[-2:] == "11"} == events


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Norway pledged 20 million dollars for the victims of the floods in Pakistan.", "NOR>PAK:0331"),
        ("Norway sent tents for survivors of the quake in Nepal.", "NOR>NPL:073"),
    ],
)
def test_help_goes_to_where_the_sufferers_are(code: Code, text: str, event: str) -> None:
    """Victims that bear no country's name have that of the place."""
    assert event in live_codes(code(text, published=DAY))


def test_ones_own_people_are_no_aid_to_others(code: Code) -> None:
    """Who evacuates its citizens helps no other country; its embassy staff withdrawn is another act."""
    assert not live_codes(code("Norway evacuated its citizens from Kabul.", published=DAY))
    assert live_codes(code("Norway evacuated its embassy staff from Kabul.", published=DAY)) == {"NOR>AFG:161"}
    assert live_codes(code("Norway evacuated 200 Afghans from Kabul.", published=DAY)) == {"NOR>AFG:073"}


def test_who_deplores_a_resumption_has_resumed_nothing(code: Code) -> None:
    """The fighting is that of the two between whom it is."""
    found = live_roots(code("Norway deplored the resumption of fighting between Chad and Libya.", published=DAY))
    assert {one for one in found if one[-2:] == "19"} == {"TCD>LBY:19", "LBY>TCD:19"}
