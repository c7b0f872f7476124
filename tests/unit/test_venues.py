"""Who is no party: the city of a text, guests in a capital, who suffers his own deeds; and who is one: a host."""

from tests.unit.live_events import Code, live_roots


def test_a_city_that_only_names_a_text_is_nobody(code: Code) -> None:
    """What is done with the Tallinn protocol is done to nobody; who signed with somebody, or owns the pact, is meant."""
    assert live_roots(code("Peru criticised the Tallinn protocol.")) == set()
    assert live_roots(code("Peru denounced the Tallinn fisheries agreement on Monday.")) == set()
    assert "PER>EST:11" in live_roots(code("Peru criticised Tallinn's agreement with Chile."))
    assert {"PER>EST:11", "PER>LVA:11"} <= live_roots(code("Peru criticised the Tallinn-Riga pact."))
    assert "PER>EST:11" in live_roots(code("Peru condemned the Tallinn declaration of war."))


def test_the_first_of_three_is_of_the_list(code: Code) -> None:
    """Behind the comma goes on who met, whatever the parser makes of a name at the front."""
    met = live_roots(code("Turkey, Russia and Iran met under a new format."))
    assert {"TUR>RUS:04", "TUR>IRN:04", "RUS>IRN:04"} <= met


def test_who_is_abroad_by_calling_is_not_of_the_city(code: Code) -> None:
    """Counterparts and diplomats in a capital are guests there, officials are at home."""
    assert live_roots(code("Peru's minister and his counterparts in Tallinn reached an accord on Tuesday.")) == set()
    assert live_roots(code("Diplomats in Tallinn criticised Peru over the arrest.")) == set()
    assert "EST>PER:11" in live_roots(code("Officials in Tallinn criticised Peru over the arrest."))


def test_who_defends_what_he_did_takes_nobodys_part(code: Code) -> None:
    """A call of one's own is no favour to whom one called; another's strikes are, and so is an ally."""
    assert "PER>CHL:05" not in live_roots(code("Peru's president defended his call with the Chilean president as perfect."))
    assert "PER>CHL:05" in live_roots(code("Peru's president defended Chile's strikes on the camp."))
    assert "PER>ISR:05" in live_roots(code("Peru defended its ally Israel."))


def test_games_are_their_hosts(code: Code) -> None:
    """A boycott of them is aimed at the host, and not at whom one joins in it; who wins there does nothing to him."""
    joined = live_roots(code("Peru joined Chile in a diplomatic boycott of the Beijing Olympics."))
    assert joined == {"PER>CHN:16"}
    assert live_roots(code("Peru won two gold medals at the Beijing Olympics.")) == set()


def test_nobody_is_angered_by_himself(code: Code) -> None:
    """What is said of a country's deeds angers it, but by whom is not told; nor is a mood a reproach."""
    text = "Norway has not yet decided whether to call a meeting to discuss North Korean abuses that has angered Pyongyang."
    assert "PRK>PRK:11" not in live_roots(code(text))
