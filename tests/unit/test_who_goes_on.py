"""Who speaks on from sentence to sentence: statements, ministries, commentaries, and who will pay back whose blow."""

import pytest

from tests.unit.live_events import Code, live_codes, live_roots


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Obama said he would retaliate for Russian hacking.", "USA>RUS:130"),
        ("Theresa May said she will respond robustly to the nerve agent attack Russia carried out in Salisbury.", "GBR>RUS:130"),
        ("Zelensky said Kyiv will answer Russia's troop build-up.", "UKR>RUS:130"),
        ("Agents of Russia attacked a Polish rail line. Tusk said Poland will answer the attack.", "POL>RUS:130"),
        ("Modi said India would answer Pakistan's shelling.", "IND>PAK:130"),
        ("Iranian agents attacked a Peruvian ship. Lima vowed to answer the attack.", "PER>IRN:130"),
    ],
)
def test_who_says_he_will_answer_a_blow_threatens(code: Code, text: str, expected: str) -> None:
    """And whose blow it is does not."""
    found = live_codes(code(text.replace("Obama", "Trump").replace("Theresa May said she", "Starmer said he")))
    assert expected in found
    source, _, rest = expected.partition(">")
    assert not any(one.startswith(f"{rest[:3]}>{source}:13") for one in found)


@pytest.mark.parametrize(
    "text",
    [
        "Zelensky said he would answer Hungary's offer next week.",
        "Macron said he would answer questions from Chinese reporters.",
        "Macron said France would answer the Malian letter with aid.",
        "Analysts said Peru would answer Chile's shelling.",
    ],
)
def test_an_offer_or_a_quake_is_answered_without_a_threat(code: Code, text: str) -> None:
    """Nor does anybody threaten who is only expected to."""
    assert not any(root.endswith(":13") for root in live_roots(code(text)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Iran's foreign ministry accused Canada of lying in a statement. The statement urged Ottawa to apologise.",
            "IRN>CAN:02",
        ),
        (
            "The Sudanese ministry accused Britain. London had said Khartoum must vote. Rejecting this, the ministry sued.",
            "SDN>GBR:12",
        ),
        (
            "Sudan's foreign ministry criticised Britain. London offered aid. Rejecting the offer, the ministry sued.",
            "SDN>GBR:12",
        ),
        ("London urged Khartoum to hold elections. The foreign ministry rejected the call.", "SDN>GBR:12"),
        ("China's foreign ministry condemned the raid. Japan apologised to Peru. The ministry urged India to act.", "CHN>IND:02"),
        ("Iran accused Iraq of spying. The foreign ministry denied the charge.", "IRQ>IRN:12"),
    ],
)
def test_a_statement_and_a_ministry_are_whose_they_were(code: Code, text: str, expected: str) -> None:
    """Nobody turns down what he offered himself."""
    found = live_roots(code(text))
    assert expected in found
    assert f"{expected[4:7]}>{expected[:3]}:{expected[-2:]}" not in found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Minju Joson says in a commentary: It is grave. The reckless moves of Japan are the root cause of tension.",
            "PRK>JPN:11",
        ),
        ("Rodong Sinmun says in an article: Peace is in danger. The U.S. must halt its drills at once.", "PRK>USA:10"),
        (
            "Global Times wrote in a commentary: Talks are stuck. The policy pursued by Canada is an obstacle to peace.",
            "CHN>CAN:11",
        ),
        ("Minju Joson says in a commentary: The war drills staged by Peru are the root cause of tension.", "PRK>PER:11"),
        ("Iran said the war drills staged by Peru and Chile wreck peace.", "IRN>CHL:11"),
        ("Iran said the law passed by Peru was a provocation.", "IRN>PER:11"),
    ],
)
def test_a_commentary_goes_on_behind_the_colon(code: Code, text: str, expected: str) -> None:
    """Its writer blames whoever is blamed."""
    assert expected in live_roots(code(text))


@pytest.mark.parametrize(
    "text",
    [
        "Peace is in danger. The U.S. must halt its drills at once.",
        'Rodong Sinmun says in an article: "Peace is in danger." The U.S. must halt its drills at once.',
        "Rodong Sinmun says in an article: Peace is in danger. Analysts say the U.S. must halt its drills at once.",
        "Rodong Sinmun says: Rice is dear. Japan exports rice.",
    ],
)
def test_what_nobody_is_told_to_write_is_nobodys(code: Code, text: str) -> None:
    """Who is quoted ends with the quotation."""
    assert not live_roots(code(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Modi said at a press conference with Dutch minister Dick Schoof that he was glad.", {"IND>NLD:04", "NLD>IND:04"}),
        ('"We are friends," Macron said at a news conference with Japanese ministers.', {"FRA>JPN:04", "JPN>FRA:04"}),
        ("Modi said at a press conference with Chinese reporters that the port would open.", set()),
        ("Modi said at a press conference in Delhi that Peru had grown.", set()),
    ],
)  # fmt: skip
def test_who_meets_the_press_with_another_has_met_him(code: Code, text: str, expected: set[str]) -> None:
    """Unless that is the press."""
    assert live_roots(code(text)) == expected
