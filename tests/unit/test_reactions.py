"""Who is meant by a reaction in a later sentence: all who did it, a body as well, and never the place of a crime."""

from datetime import date

import pytest

from tests.unit.live_events import Code, live_codes, live_roots

DAY = date(2025, 6, 18)


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("Russia shelled Odesa on Monday. The European Union condemned the attack.", {"EUR>RUS:11"}),
        ("Mali's junta expelled the Danish ambassador on Monday. The African Union criticised the decision.", {"AFU>MLI:11"}),
        ("Norwegian and Danish troops began drills on Monday. Moscow criticised the exercises.", {"RUS>NOR:11", "RUS>DNK:11"}),
        ("Peru and Chile recognised Palestine on Sunday. Israel condemned the move.", {"ISR>PER:11", "ISR>CHL:11"}),
        ("Canada and Japan imposed sanctions on Myanmar. China criticised the sanctions.", {"CHN>CAN:11", "CHN>JPN:11"}),
        ("Israel recognised Somaliland on Friday. Egypt rejected the move. Kenya condemned it.", {"KEN>ISR:11"}),
    ],
)
def test_a_reaction_is_aimed_at_all_who_did_it(code: Code, text: str, events: set[str]) -> None:
    """Bodies react too; what several did together is theirs; "it" is what was done and not who spoke of it last."""
    assert live_roots(code(text, published=DAY)) >= events


@pytest.mark.parametrize(
    "text",
    [
        "A bomb killed nine people at a market in Kenya on Friday. Uganda and Mali condemned the attack.",
        "Gunmen attacked a church in Chile on Sunday. Peru condemned the attack.",
    ],
)
def test_where_a_crime_was_done_is_not_who_did_it(code: Code, text: str) -> None:
    """The victim of unknown hands is not condemned."""
    assert not {one for one in live_roots(code(text, published=DAY)) if one.endswith(":11")}


def test_what_was_done_in_a_country_is_its_own(code: Code) -> None:
    """A ruling or a crackdown is the state's, where nobody else is named."""
    text = "A court in Turkey jailed three reporters on Monday. Germany criticised the ruling."
    assert "DEU>TUR:11" in live_roots(code(text, published=DAY))


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("The European Union put 20 Iranian officials under sanctions on Monday. Iran vowed to retaliate.", {"IRN>EUR:130"}),
        ("Poland expelled three Russian diplomats on Tuesday. The Kremlin said Russia would retaliate.", {"RUS>POL:130"}),
        ("Oman bombed camps in Yemen on Tuesday. Sanaa promised to respond.", {"YEM>OMN:130"}),
        ("Kenya vowed to respond to Uganda's strikes.", {"KEN>UGA:130"}),
    ],
)
def test_an_answer_that_is_sworn_is_a_threat(code: Code, text: str, events: set[str]) -> None:
    """Who says that he will pay back what was done threatens whoever did it."""
    assert live_codes(code(text, published=DAY)) >= events


def test_an_answer_to_a_letter_is_no_threat(code: Code) -> None:
    """What was asked for is only answered, and analysts threaten nobody."""
    assert not {
        one for one in live_roots(code("Kenya promised to respond to Uganda's request.", published=DAY)) if one[-2:] == "13"
    }
    assert "IRN>ISR:13" not in live_roots(
        code("Israel struck Iran on Monday. Analysts said Iran would retaliate.", published=DAY)
    )


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Poland accused Russia of jamming its radars on Tuesday. Moscow denied it.", "RUS>POL:12"),
        ("Moldova accused Russia of meddling in its election, which Moscow denied.", "RUS>MDA:12"),
        ("Canada's foreign minister visited Kyiv on Monday. She pledged C$50 million in humanitarian aid.", "CAN>UKR:03"),
        ("Bolivia severed diplomatic relations with Israel over its attacks on Gaza.", "ISR>PSE:19"),
        ("Kenya recalled its diplomats from Israel over its bombardment of Gaza.", "ISR>PSE:19"),
        ("Kuwait said an Iranian drone had entered its airspace and summoned the Iranian ambassador.", "KWT>IRN:11"),
        ("Peru said Chile had violated its airspace and recalled its ambassador from Santiago.", "PER>CHL:16"),
        ("Mali and Niger held talks in Doha hosted by Turkey and Qatar. The two countries accused each other.", "MLI>NER:11"),
    ],
)
def test_who_is_meant_by_what_is_left_out(code: Code, text: str, event: str) -> None:
    """A denial, a pledge to the host, the one who is judged, who said it, and those who were only brought together."""
    assert event in live_roots(code(text, published=DAY))


def test_a_mayor_of_nowhere_is_not_the_critics(code: Code) -> None:
    """Who denounces an arrest has not suffered it."""
    assert "TUR>NLD:17" not in live_roots(code("The Dutch parliament denounced Turkey's arrest of a mayor.", published=DAY))


def test_what_two_had_is_undone_by_both(code: Code) -> None:
    """Ties between two that nobody else has cut are cut both ways, and the two halves of one act have one code."""
    cut = live_codes(code("Diplomatic ties between Peru and Mexico have been severed.", published=DAY))
    assert cut == {"PER>MEX:161", "MEX>PER:161"}
    met = live_codes(
        code("The Japanese prime minister met the presidents of Kenya, Ghana and Nigeria on Tuesday.", published=DAY)
    )
    assert {one[-3:] for one in met if "KEN" in one} in ({"040"}, {"044"}, {"042", "043"})


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Omani gunners shelled Yemeni posts on Monday. Yemen returned fire.", "YEM>OMN:19"),
        ("Omani gunners shelled Yemeni posts on Monday. Sanaa responded with artillery fire.", "YEM>OMN:19"),
        ("Peru raised tariffs on Chilean steel on Monday. Chile responded with duties of its own.", "CHL>PER:16"),
        ("Peru raised tariffs on Chilean steel on Monday. Chile retaliated.", "CHL>PER:16"),
    ],
)
def test_an_answer_in_deeds_is_aimed_at_who_did_it(code: Code, text: str, event: str) -> None:
    """Fire for fire, tariff for tariff, though nobody is named."""
    assert event in live_roots(code(text, published=DAY))


@pytest.mark.parametrize(
    ("text", "event", "wrong"),
    [
        (
            "Hungary's Peter Szijjarto met reporters. Speaking beside his Russian counterpart Lavrov, he accused Ukraine.",
            "HUN>UKR:11",
            "RUS>UKR:11",
        ),
        (
            "Egypt's foreign minister came to Athens. He spoke beside his Greek counterpart. He accused Israel of theft.",
            "EGY>ISR:11",
            "GRC>ISR:11",
        ),
        ("Kenya condemned Mali on Monday. It accused Mali of theft. It recalled its envoy.", "KEN>MLI:16", "MLI>KEN:16"),
    ],
)
def test_a_pronoun_goes_on_about_the_subject(code: Code, text: str, event: str, wrong: str) -> None:
    """Who was "he" or "it" as the subject before is so again; "his counterpart" is somebody else."""
    events = live_roots(code(text, published=DAY))
    assert event in events
    assert wrong not in events


def test_who_votes_against_a_condemnation_condemns_nobody(code: Code) -> None:
    """What a resolution says is not said by who is against it."""
    assert "KEN>RUS:11" not in live_roots(code("Kenya voted against the resolution condemning Russia's invasion.", published=DAY))


def test_what_is_offered_on_a_day(code: Code) -> None:
    """A day between the verb and what is offered changes nothing."""
    events = live_codes(code("Turkey offered on Monday to mediate between Russia and Ukraine.", published=DAY))
    assert events == {"TUR>RUS:039", "TUR>UKR:039"}


def test_what_two_will_not_do_together_answers_nobody(code: Code) -> None:
    """They refuse each other, not whoever did something to one of them before."""
    text = "Japan accused Kenya of theft on Monday. Kenya and Chad won't strike an agreement until next year, an envoy said."
    assert not {one for one in live_roots(code(text, published=DAY)) if one.endswith("JPN:12")}
