"""Targets that go without saying, since the sentences before have told them: who was struck, who was punished, who is there."""

import pytest

from tests.unit.live_events import Code, live_roots


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("A quake struck western Nepal on Sunday. Japan has pledged $10 million and Peru $2 million.", {"JPN>NPL:03"}),
        (
            "Floods drove thousands from their homes in South Sudan. Kenya and Uganda had already delivered supplies.",
            {"KEN>SSD:07"},
        ),
        ("A cyclone tore through Madagascar. France sent a plane with 20 tonnes of supplies.", {"FRA>MDG:07"}),
        ("Landslides buried two villages in Sri Lanka. Nobody knows how many died. India has airlifted food.", {"IND>LKA:07"}),
        ("The flood in Libya swept away half a town. Turkey and Italy each sent tents.", {"TUR>LBY:07", "ITA>LBY:07"}),
    ],
)
def test_aid_after_a_disaster_goes_to_where_it_struck(code: Code, text: str, events: set[str]) -> None:
    """However many sentences lie between, and though it is only named as a place."""
    assert events <= live_roots(code(text))


@pytest.mark.parametrize(
    "text",
    [
        "A quake shook northern Japan. Russia pledged 3 million euros to Mali for schools.",
        "A typhoon hit Taiwan. Vietnam promised its farmers new loans.",
        "A quake shook northern Japan. Canada has promised to spend more on defence.",
        "A quake struck Papua New Guinea. Japan announced 200 billion yen for its own rice farmers.",
        "An army opened fire in Mali. Ghana has pledged $2 million.",
    ],
)
def test_money_for_others_or_at_home_is_no_relief(code: Code, text: str) -> None:
    """Nor is any without a disaster."""
    assert {one for one in live_roots(code(text)) if one[:3] != one[4:7]} <= {"RUS>MLI:03"}


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("Peru broke off relations with Iran on Sunday. Bahrain and Sudan cut ties on Monday.", {"BHR>IRN:16", "SDN>IRN:16"}),
        ("Poland expelled 12 Russian diplomats on Friday. The United States expelled 60.", {"USA>RUS:16"}),
        ("Malaysia deported 30 Burmese last week. Thailand sent back 12.", {"THA>MMR:17"}),
        ("Chile recalled its ambassador from Israel. Colombia withdrew its envoy the next day.", {"COL>ISR:16"}),
        ("The EU imposed sanctions on two Belarusian banks. Norway announced sanctions on Tuesday.", {"NOR>BLR:16"}),
        ("Beijing imposed duties on Danish pork. Denmark imposed duties on Friday.", {"DNK>CHN:16"}),
        ("Colombia ordered three Israeli diplomats to leave. Bolivia took the same step.", {"BOL>ISR:16"}),
        ("Algeria recalled its ambassador from Mali. Niger followed with the same step.", {"NER>MLI:16"}),
    ],
)
def test_a_bare_measure_hits_whom_the_last_of_its_kind_hit(code: Code, text: str, events: set[str]) -> None:
    """Or him who took it against the doer."""
    assert events <= live_roots(code(text))


@pytest.mark.parametrize(
    "text",
    [
        "Peru broke off relations with Iran on Sunday. Egypt cut interest rates on Monday.",
        "The EU imposed sanctions on two Belarusian banks. Norway imposed a ban on cars in its capital.",
        "Poland expelled 12 Russian diplomats on Friday. Kenya arrested 40 at an opposition rally.",
        "Egypt suspended flights to Sudan on Saturday. Japan halted flights from Haneda because of fog.",
        "The United States imposed sanctions on a Russian arms maker. Japan has similar laws.",
    ],
)
def test_a_measure_at_home_hits_nobody_abroad(code: Code, text: str) -> None:
    """Nor does one of another kind."""
    assert not {one for one in live_roots(code(text)) if one[:3] in {"EGY", "NOR", "KEN", "JPN"} and one[4:7] != "SDN"}


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("North Korea barred Malaysian nationals from leaving. Malaysia responded with a similar order.", "MYS>PRK:17"),
        ("Estonia expelled a Russian diplomat. The Kremlin hit back with an expulsion of its own.", "RUS>EST:16"),
        ("Moscow banned 40 Japanese lawmakers from entering. Tokyo answered with a similar ban.", "JPN>RUS:17"),
    ],
)
def test_who_answers_with_the_like_does_what_was_done_to_him(code: Code, text: str, event: str) -> None:
    """To whoever did it."""
    assert event in live_roots(code(text))


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Libyan coast guards chased an Italian fishing boat on Thursday and seized it off Benghazi.", "LBY>ITA:17"),
        ("Eritrean gunboats surrounded three Yemeni dhows, boarding them and taking away the catch.", "ERI>YEM:17"),
        ("A Chinese ship shadowed a Vietnamese trawler for two days before boarding it.", "CHN>VNM:17"),
        ("Iranian patrol boats opened fire on two Pakistani trawlers and captured them.", "IRN>PAK:17"),
    ],
)
def test_it_and_them_are_what_was_reached_just_before(code: Code, text: str, event: str) -> None:
    """So that a frame that asks for a ship finds one."""
    assert event in live_roots(code(text))


def test_a_ship_that_is_ordered_off_is_not_bought(code: Code) -> None:
    """Nor are killed people who are only counted anybody's leaders."""
    assert "TUR>GRC:06" not in live_roots(code("Turkey stopped a Greek survey ship and ordered it out of the area."))


@pytest.mark.parametrize(
    ("text", "events"),
    [
        (
            "China fired missiles into waters off Taiwan. Japan and the Philippines voiced grave concern.",
            {"JPN>CHN:11", "PHL>CHN:11"},
        ),
        ("Turkish jets struck Iraqi villages overnight. Azerbaijan declared its full support.", {"AZE>TUR:05"}),
        ("Israel bombed a police station in Lebanon on Sunday. Ireland said it was outraged by the raid.", {"IRL>ISR:11"}),
        ("American marines boarded a Cuban freighter. Havana denounced an act of piracy.", {"CUB>USA:11"}),
        ("American marines boarded a Cuban freighter. Fiji endorsed the operation, and Israel praised it.", {"ISR>USA:05"}),
        ("American marines boarded a Cuban freighter. Spain said that the action was not helpful.", {"ESP>USA:11"}),
        ("Iran hanged a Swedish citizen on Saturday. Stockholm reacted with horror.", {"SWE>IRN:11"}),
        ("Iran hanged a Swedish citizen on Saturday. The foreign minister in Stockholm called it barbaric.", {"SWE>IRN:11"}),
        ("Greece and Egypt signed a maritime accord. Turkey declared it void.", {"TUR>GRC:12", "TUR>EGY:12"}),
        ("The Security Council extended sanctions on South Sudan. Juba dismissed the vote as an insult.", {"SSD>UNO:12"}),
    ],
)
def test_a_feeling_or_a_name_for_the_deed_answers_it(code: Code, text: str, events: set[str]) -> None:
    """Concern, support, horror, an act of piracy: none says of what, and all mean what was told."""
    assert events <= live_roots(code(text))


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Norway expelled a Russian consul. Moscow said there would be an answer.", "RUS>NOR:13"),
        ("The European Union put duties on Chinese cars. Beijing said countermeasures would follow.", "CHN>EUR:13"),
        ("Kosovo banned Serbian cars from its roads. Belgrade said the ban would have consequences.", "SRB>XKX:13"),
        ("Lithuania closed its last crossings with Belarus. Minsk said it would answer in the same way.", "BLR>LTU:13"),
        ("Japan sailed a destroyer past Chinese islands. Beijing warned that there would be a price to pay.", "CHN>JPN:13"),
        ("India revoked the visas of 200 Bangladeshi students. Dhaka warned that the move would damage ties.", "BGD>IND:13"),
    ],
)
def test_what_is_said_to_be_coming_threatens_whoever_brought_it_on(code: Code, text: str, event: str) -> None:
    """Though nobody is said to do it."""
    assert event in live_roots(code(text))


@pytest.mark.parametrize(
    "text",
    [
        "Israel bombed a police station in Lebanon on Sunday. Japan voiced concern about the yen.",
        "Turkish jets struck Iraqi villages overnight. Germany declared its support for a new wage law.",
        'American marines boarded a Cuban freighter. Spain denounced "a wave of crime" in its cities.',
        "American marines boarded a Cuban freighter. Brazil said there would be no answer before the vote in its senate.",
        "The United States struck Iran. Canada said the storm would have consequences for its farmers.",
        "China fired missiles off Taiwan. Australia warned that the heatwave would cost lives.",
        "Israel bombed a police station in Lebanon. Denmark's cabinet was disappointed by the harvest.",
        "Ethiopia signed a port deal with Somaliland. Egypt declared a holiday.",
    ],
)
def test_other_worries_answer_nobody(code: Code, text: str) -> None:
    """What names its own matter is about that."""
    assert not {one for one in live_roots(code(text)) if one[:3] in {"JPN", "DEU", "ESP", "BRA", "CAN", "AUS", "DNK", "EGY"}}


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Canada condemned what it called Russian aggression.", "CAN>RUS:11"),
        ("Peru praised what it described as Ecuador's restraint.", "PER>ECU:05"),
        ("Ankara rejected what it termed Greek provocations in the Aegean.", "TUR>GRC:12"),
    ],
)
def test_what_is_called_somebodys_is_his(code: Code, text: str, event: str) -> None:
    """Whose thing it is that is blamed or praised stands in what it is called."""
    assert event in live_roots(code(text))


def test_regret_for_ones_own_men_reproaches_nobody(code: Code) -> None:
    """Nor does an answer to a complaint."""
    text = "Iranian crowds stormed the British embassy. The Iranian foreign ministry expressed regret."
    assert "IRN>GBR:11" not in live_roots(code(text))


def test_an_envoy_who_is_called_in_tells_more_than_opposition(code: Code) -> None:
    """Of a reproach and a lodged protest in one sentence the protest is kept."""
    found = code(
        "North Korea fired a missile. China expressed firm opposition and summoned the North Korean ambassador to protest."
    )
    assert "114" in {one.event_code for one in found if one.source.country == "CHN"}
