"""What the coder carries from one sentence to the next, and what it takes for no act or for nobody."""

import pytest

from tests.unit.live_events import Code, live_codes, live_roots


@pytest.mark.parametrize(
    ("text", "sentence", "expected"),
    [
        ("China and Russia held talks on Friday. They signed an agreement on gas.", 2, {"CHN>RUS:057", "RUS>CHN:057"}),
        (
            "Ethiopia, Kenya and Somalia met on Tuesday. The three countries will share intelligence.",
            2,
            {f"{one}>{other}:0314" for one in ("ETH", "KEN", "SOM") for other in ("ETH", "KEN", "SOM") if one != other},
        ),
        ("Iran seized a South Korean tanker on Monday. Seoul demanded the release of the ship.", 2, {"KOR>IRN:1053"}),
        ("A Chinese drone entered Japanese airspace on Monday. Tokyo lodged a protest.", 2, {"JPN>CHN:114"}),
        ("Norway and Chile signed a pact. Fishermen said they were angry.", 2, set()),
        ("Trump praised Vladimir Putin at a debate. Trump accused his rival of changing the subject.", 2, {"USA>USA:112"}),
        ("Iran shelled Iraq at dawn. Iran threatened its rival with more strikes.", 2, {"IRN>IRQ:1384"}),
        (
            "Kim Jong Un received a letter from Luong Cuong, president of Vietnam. The president congratulated Kim Jong Un.",
            2,
            {"VNM>PRK:051"},
        ),
    ],
)
def test_a_sentence_goes_on_about_those_before_it(code: Code, text: str, sentence: int, expected: set[str]) -> None:
    """Those named together, and whoever did what is answered, need no name in the next sentence."""
    assert live_codes(code(text), sentence) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Washington told Baghdad that it would cut off its oil money.", {"USA>IRQ:1312"}),
        ("China warned Japan that it would pay a heavy price.", {"CHN>JPN:130"}),
        ("China told its citizens not to travel to Japan.", {"CHN>JPN:160"}),
        ("Washington struck Cuba off its list of sponsors of terrorism.", {"USA>CUB:085"}),
        ("Fears are growing that Rwanda will attack Burundi.", set()),
        ("After the raid, will China invade Taiwan?", set()),
        ("It was Doha, not Riyadh, that mediated between Lebanon and Israel.", {"QAT>LBN:045", "QAT>ISR:045"}),
        ("Professor Sudan thanked Professor Mali.", set()),
        ("Fiji sought to reassure Tonga over its patrols.", {"FJI>TON:030"}),
        ("Peru is seeking to hold talks with Chile.", {"PER>CHL:036"}),
        ("Oman sought to mediate between Iran and Iraq.", {"OMN>IRN:045", "OMN>IRQ:045"}),
        ("Nepal sought help from India.", {"NPL>IND:023"}),
        ("Trump met European Commission President Jean-Claude Juncker.", {"USA>EUR:040", "EUR>USA:040"}),
    ],
)
def test_whom_an_act_meets(code: Code, text: str, expected: set[str]) -> None:
    """Who is told is threatened; what is feared or asked is not done; a denied party and a person called so are nobody."""
    assert live_codes(code(text)) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Lavrov in Pyongyang for talks", {"RUS>PRK:042", "PRK>RUS:043"}),
        ("Japan PM in India to boost ties", {"JPN>IND:042", "IND>JPN:043"}),
        (
            "Malaysia brokers truce between Thailand, Cambodia",
            {"MYS>THA:045", "MYS>KHM:045", "THA>KHM:0871", "KHM>THA:0871"},
        ),
        ("US soldiers in Japan", set()),
    ],
)
def test_headlines_without_a_verb(code: Code, title: str, expected: set[str]) -> None:
    """Somebody in a foreign capital visits; soldiers stationed there do not."""
    assert live_codes(code("", title=title)) == expected


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Chad shelled Niger on Monday. Niger hit back. Oman and Kuwait urged both sides to show restraint.", "KWT>TCD:02"),
        ("Chad accused Niger of massing troops. Niger denied it. The African Union appealed for calm.", "AFU>NER:02"),
        ("Chad accused Niger of spying. Niamey denied this on Monday.", "NER>TCD:12"),
        ("Peru declared Mexico's president unwelcome. Mexico protested. Lima broke off ties on Monday.", "PER>MEX:16"),
        ("China urged Fiji to guard the crew and protested through diplomatic channels.", "CHN>FJI:11"),
        ("Kenya protested. Its minister, Ana Lopez, spoke by phone with her Ugandan counterpart.", "KEN>UGA:04"),
    ],
)
def test_sides_are_those_of_the_story(code: Code, text: str, event: str) -> None:
    """Both sides are neither of those who urge; "this" is what was said; a tie is cut with the only other country there is."""
    assert event in live_roots(code(text))


def test_nobody_urges_himself(code: Code) -> None:
    """Of two who urge both sides none is one of them."""
    events = live_roots(code("Chad shelled Niger on Monday. Oman and Kuwait urged both sides to show restraint."))
    assert not events & {"OMN>KWT:02", "KWT>OMN:02", "KWT>KWT:02", "OMN>OMN:02"}


NEIGHBOURS = (
    "Chad accused Sudan of arming rebels on Monday. Sudan said Chad was sheltering them. Chad recalled its envoy from Sudan. "
    "Traders in Khartoum said Sudan had closed the road to Chad. Egypt was silent, as Libya was. "
)


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        ("France called on the two neighbours to return to talks.", {"FRA>TCD:026", "FRA>SDN:026"}),
        ("Qatar thanked both governments.", {"QAT>TCD:051", "QAT>SDN:051"}),
    ],
)
def test_the_two_are_those_of_whom_the_article_tells(code: Code, last: str, expected: set[str]) -> None:
    """Whom others were named in between makes no difference."""
    assert live_codes(code(NEIGHBOURS + last), 6) == expected
