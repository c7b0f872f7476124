"""Sentences with several parties: lists of names, what each does with his own, onlookers, joiners, and whom force is shown to."""

from datetime import date

import pytest

from etl.coder.relation import _turned_down
from etl.coder.vote import Vote
from tests.unit.live_events import Code, live_codes, live_roots

DAY = date(2024, 6, 15)


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("The militaries of the United States, South Korea and Japan held drills on Monday.", {"USA>KOR:06", "JPN>USA:06"}),
        ("Officials from India, Sri Lanka and Bangladesh signed a pact.", {"IND>LKA:05", "BGD>IND:05"}),
        ("The leaders of Australia, New Zealand and Fiji met on Monday.", {"AUS>NZL:04", "FJI>AUS:04"}),
        ("Saudi, Iranian ministers met on Monday.", {"SAU>IRN:04"}),
    ],
)
def test_names_of_two_words_are_members_of_a_list(code: Code, text: str, events: set[str]) -> None:
    """Of "the United States, South Korea" the first is a name, and no adjective to Korea."""
    assert events <= live_roots(code(text, published=DAY))


@pytest.mark.parametrize(
    "text",
    [
        "Germany, France and the Netherlands called their ambassadors home.",
        "China and Russia recalled their envoys.",
        "The United States and Russia asked them to calm down.",
    ],
)
def test_what_several_do_with_their_own_is_done_to_none_of_them(code: Code, text: str) -> None:
    """Nor do they ask themselves; what they share they may well cut or shut."""
    assert not live_roots(code(text, published=DAY))
    assert "TCD>MLI:16" in live_roots(code("Chad and Mali cut their ties.", published=DAY))


def test_them_are_those_whom_several_called_in(code: Code) -> None:
    """And not each other."""
    text = "China and South Korea called in the Japanese ambassadors the same day and lodged protests with them."
    events = live_roots(code(text, published=DAY))
    assert {"CHN>JPN:11", "KOR>JPN:11"} <= events
    assert not events & {"CHN>KOR:11", "KOR>CHN:11"}


def test_envoys_are_recalled_from_who_did_something_to_another(code: Code) -> None:
    """Two who recall their envoys together do so for what was told before."""
    events = live_roots(code("Iran jailed a Dutch reporter. Peru and Chile recalled their ambassadors on Friday.", published=DAY))
    assert {"PER>IRN:16", "CHL>IRN:16"} <= events


def test_onlookers_take_no_part(code: Code) -> None:
    """Who sends observers holds no drill."""
    events = live_roots(
        code("Egypt and Jordan began joint drills with observers from Denmark, France and Greece.", published=DAY)
    )
    assert "EGY>JOR:06" in events
    assert not any("DNK" in event or "GRC" in event for event in events)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Peru has imposed sanctions on Belarus, joining Chile and Britain.", "CHL>BLR:16"),
        ("Norway followed Sweden and Denmark in expelling Russian diplomats.", "DNK>RUS:16"),
        ("Sudan joined Kuwait and Bahrain in cutting ties with Iran.", "BHR>IRN:16"),
    ],
)
def test_who_is_joined_did_it_too(code: Code, text: str, event: str) -> None:
    """And nothing is done to him."""
    events = live_roots(code(text, published=DAY))
    assert event in events
    assert not any(
        event.split(":")[0].endswith(f">{one}") for event in events for one in ("CHL", "GBR", "SWE", "DNK", "KWT", "BHR")
    )


@pytest.mark.parametrize(
    "text",
    [
        "The US flew strategic bombers over South Korea on Friday, days after North Korea fired a long-range missile.",
        "The United States flew bombers over South Korea following North Korea's rocket launch.",
    ],
)
def test_force_is_shown_to_whose_force_it_follows(code: Code, text: str) -> None:
    """Not to the ally over whose land it is shown."""
    events = live_roots(code(text, published=DAY))
    assert "USA>PRK:15" in events
    assert "USA>KOR:15" not in events


def test_a_visit_is_not_answered_like_force(code: Code) -> None:
    """Warships sent around an island after a guest was there are sent to the island."""
    events = live_roots(code("China sent warships near Taiwan after Pelosi's visit to Taipei.", published=DAY))
    assert "CHN>TWN:15" in events
    assert "CHN>USA:15" not in events


def test_a_missile_test_is_not_aimed_at_who_answers_it(code: Code) -> None:
    """Bombers that fly out after a test were not its aim."""
    title = "U.S. bombers fly over Korean Peninsula after North Korea missile test"
    assert "PRK>USA:15" not in live_roots(code("", title=title, published=DAY))


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Chad said Sudan bore full responsibility for the raid.", "TCD>SDN:11"),
        ("Kenya said that Somalia was to blame for the attack.", "KEN>SOM:11"),
        ("Syria shot down drones that Iran had sent over Iraq.", "SYR>IRN:19"),
        (
            "Poland signed an accord with Belarus. It runs ten years. Work starts soon. Egypt condemned the accord as illegal.",
            "EGY>POL:11",
        ),
        (
            "Russia freed a German pilot on Friday. He flew to Vienna. He is in good health. The release was welcomed by France.",
            "FRA>RUS:05",
        ),
    ],
)
def test_blame_owners_and_answers_from_farther_off(code: Code, text: str, event: str) -> None:
    """Blame that is borne; drones by who sent them; an act called by its name, some sentences before."""
    assert event in live_roots(code(text, published=DAY))


def test_a_second_critic_means_what_the_first_did(code: Code) -> None:
    """And not the first."""
    events = live_roots(
        code(
            "Turkey shelled a Syrian village. The strike was condemned by Egypt as a crime. Greece called it barbaric.",
            published=DAY,
        )
    )
    assert "GRC>TUR:11" in events
    assert "GRC>EGY:11" not in events


@pytest.mark.parametrize(
    "text",
    [
        "NATO is drawing up plans in case Russia invades Ukraine.",
        "Nothing had been settled about a meeting between Modi and Sharif, an aide said.",
        "Modi and Sharif were to meet in Ufa on Friday, but the trip was put off.",
        "Chinese troops rehearsed seizing control of Taiwan's ports.",
        "Ireland and Norway said they would go on paying.",
        "The presidents of Honduras and Guatemala agreed that an effective cure requires patience.",
        "The Russians are being blamed before anything has been proved, Malaysia's prime minister said.",
    ],
)
def test_what_is_provided_for_unsettled_or_called_off_is_not_done(code: Code, text: str) -> None:
    """Nor what is rehearsed; to go on is no journey; who says that somebody is blamed does not blame him."""
    assert not live_roots(code(text, published=DAY)) - {"CHN>TWN:15"}


def test_who_declines_to_comment_turns_nobody_down(code: Code) -> None:
    """Not even who has just accused him."""
    events = live_roots(code("Japan accused China of cheating. China declined to comment on the charge.", published=DAY))
    assert events == {"JPN>CHN:11"}


def test_a_joint_verb_behind_two_names_is_read(code: Code) -> None:
    """Be it that the parser takes it for part of the name behind."""
    assert {"ARE>QAT:050", "BHR>QAT:050"} <= live_codes(code("", title="UAE, Bahrain restore ties with Qatar", published=DAY))


def test_cooperation_that_did_not_come_about_is_a_refusal() -> None:
    """The model's share of a negated act goes to its refusal, as the rules' does; a threat that is negated stays one."""
    roots = {"none": 0.1, "03": 0.1, "05": 0.4, "12": 0.1, "13": 0.3} | {f"{n:02d}": 0.0 for n in (2, 4, 6, 7, 8)}
    shares = _turned_down(Vote(roots, {"happened": 0.2, "negated": 0.8}, {}))
    assert shares["12"] == pytest.approx(0.1 + 0.8 * 0.5)
    assert shares["05"] == pytest.approx(0.08)
    assert shares["13"] == pytest.approx(0.3)
    assert sum(shares.values()) == pytest.approx(sum(roots.values()))


@pytest.mark.parametrize("who", ["newspapers", "unions", "activists", "lawmakers", "students"])
@pytest.mark.parametrize("how", ["denounced the government", "issued statements denouncing the government"])
def test_citizens_denounce_their_own_government(code: Code, who: str, how: str) -> None:
    """Whoever is governed means his own government, though another country was named last."""
    text = (
        f"Lima said it would sign a military agreement with Chile. Peruvian {who} {how} on Thursday for the agreement with Chile."
    )
    assert {one.target.country for one in code(text) if one.event_root_code == "11"} == {"PER"}
