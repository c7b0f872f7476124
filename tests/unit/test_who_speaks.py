"""Who speaks and who is meant: outlets, officials of bodies, parted reports, the former and the latter, verbs left out."""

import pytest

from tests.unit.live_events import Code, live_codes, live_roots


@pytest.mark.parametrize(
    ("text", "event", "accusation"),
    [
        ("China detained a Japanese businessman on a spy charge, Kyodo reported on Monday.", "CHN>JPN:173", "JPN>CHN:1122"),
        ("The United States struck an Iranian radar site, Iran's Fars news agency said.", "USA>IRN:190", "IRN>USA:1123"),
    ],
)
def test_an_outlet_that_has_the_news_accuses_nobody(code: Code, text: str, event: str, accusation: str) -> None:
    """A tag behind what is told, or "reported", only names the source: the act itself is told as done."""
    found = live_codes(code(text))
    assert event in found
    assert accusation not in found


def test_a_headline_credits_an_outlet(code: Code) -> None:
    """An outlet behind a colon has the news, and is no victim who accuses."""
    assert live_codes(code("", title="Ukraine hits Russian refinery: TASS")) == {"UKR>RUS:190"}


@pytest.mark.parametrize(
    "text", ["KCNA said on Friday that South Korea had fired shells across the border.", '"The South fired first," KCNA said.']
)
def test_an_organ_that_says_something_itself_accuses(code: Code, text: str) -> None:
    """Where an outlet begins by saying something, or is quoted, it speaks for its state."""
    assert "PRK>KOR:1123" in live_codes(code(text))


@pytest.mark.parametrize(
    ("text", "event", "nation"),
    [
        (
            "The bloc's Lithuanian defence commissioner, Andrius Kubilius, accused Moscow of preparing for war.",
            "EUR>RUS:112",
            "LTU",
        ),
        ("Latvian European commissioner Valdis Dombrovskis urged China to curb subsidies.", "EUR>CHN:020", "LVA"),
        ("NATO's Dutch secretary-general, Mark Rutte, warned Russia against testing the alliance.", "NAT>RUS:130", "NLD"),
    ],
)
def test_an_official_of_a_body_is_of_it_alone(code: Code, text: str, event: str, nation: str) -> None:
    """What nation a commissioner or secretary-general is of does not make that nation act."""
    found = live_codes(code(text))
    assert event in found
    assert not any(nation in one for one in found)


def test_an_ambassador_at_a_body_serves_his_country(code: Code) -> None:
    """A country's envoy to a body speaks for the country."""
    assert "RUS>GBR:112" in live_codes(code("The UN's Russian ambassador accused Britain of lying."))


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Thai jets, Phnom Penh said on Sunday, bombed a casino town inside Cambodia.", "KHM>THA:1123"),
        ("Pakistan, India's army said, shelled three villages in Rajouri overnight.", "IND>PAK:1123"),
        ("Hanoi has, sources told Reuters, summoned the Chinese ambassador over the ramming.", "VNM>CHN:114"),
        ("China, the ministry said, has expelled two Japanese diplomats.", "CHN>JPN:161"),
    ],
)
def test_a_report_put_between_two_commas_is_one(code: Code, text: str, event: str) -> None:
    """Who speaks in the midst of a sentence says all of it: he accuses where it is done to him."""
    assert event in live_codes(code(text))


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Ties between Vietnam and Laos soured when the former accused the latter of siding with Cambodia.", "VNM>LAO:112"),
        ("Japan and China met in Seoul, where the former demanded that the latter lift its seafood ban.", "JPN>CHN:1054"),
    ],
)
def test_the_former_and_the_latter_are_the_two_named_side_by_side(code: Code, text: str, event: str) -> None:
    """They stand for the first and the second of the last pair."""
    assert event in live_codes(code(text))


@pytest.mark.parametrize(
    ("text", "event", "absent"),
    [
        ("Tokyo recalled its envoy to Beijing and Seoul its consul in Shenyang.", "KOR>CHN:161", "JPN>KOR:161"),
        ("France expelled six Russian diplomats, Germany four and Denmark two.", "DNK>RUS:161", "FRA>DNK:161"),
        ("China sanctioned two American generals; the United States, three Chinese shipyards.", "USA>CHN:163", "USA>USA:163"),
        ("Japan pledged $30 million to the Philippines and South Korea $12 million.", "KOR>PHL:0331", "JPN>KOR:0331"),
        ("Manila summoned the Chinese ambassador, and Hanoi the charge d'affaires.", "VNM>CHN:114", "PHL>VNM:114"),
    ],
)
def test_who_stands_bare_does_what_the_first_did(code: Code, text: str, event: str, absent: str) -> None:
    """A second doer without a verb, before an object built like the first one's, does the same, and undergoes nothing."""
    found = live_codes(code(text))
    assert event in found
    assert absent not in found


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("France imposed sanctions on Russia and Belarus two years ago.", "BLR>RUS:163"),
        ("France sold Greece three frigates and Italy a corvette.", "ITA>GRC:072"),
    ],
)
def test_a_list_and_a_second_receiver_are_no_bare_doers(code: Code, text: str, absent: str) -> None:
    """A span of time is no object, and where the first clause has a receiver the second name is one too."""
    assert absent not in live_codes(code(text))


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Beijing said Manila was playing the victim.", "CHN>PHL:111"),
        ("China said Japan was in no position to lecture others.", "CHN>JPN:111"),
        ("Russia's foreign ministry said Britain lacked the moral authority to accuse Moscow of anything.", "RUS>GBR:111"),
    ],
)
def test_who_is_called_unfit_to_judge_is_criticised(code: Code, text: str, event: str) -> None:
    """To say that somebody has no right to speak, or plays foul, is criticism."""
    assert event in live_codes(code(text))


def test_whoever_has_every_right_is_not_criticised(code: Code) -> None:
    """A right that somebody has is no fault."""
    assert "JPN>CHN:111" not in live_codes(code("Tokyo said China had every right to join the pact."))


def test_who_reports_a_thing_lodges_the_protest(code: Code) -> None:
    """Behind a comma and "and" a complaint is the teller's, not of those of whom he tells."""
    found = live_codes(
        code("Japan's Defense Ministry said Russian bombers flew near Okinoshima, and lodged a protest with Moscow.")
    )
    assert "JPN>RUS:114" in found
    assert "RUS>JPN:114" not in found


@pytest.mark.parametrize(
    "text",
    [
        "Turkey is said to have freed a Russian captain in Mersin.",
        "Many South Koreans are angry at Japan, a Gallup poll showed.",
        "China abstained from a Security Council vote on extending sanctions on Haiti.",
    ],
)
def test_hearsay_moods_and_votes_on_doing_something_are_no_acts(code: Code, text: str) -> None:
    """What is only said, felt by a people, or put to a vote is not done."""
    assert not live_codes(code(text))


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("The Philippine navy took possession of a third patrol ship handed over by Japan.", "JPN>PHL:072"),
        ("Ukraine took delivery of 12 generators donated by Japan.", "JPN>UKR:073"),
    ],
)
def test_whoever_takes_over_a_gift_was_given_it(code: Code, text: str, event: str) -> None:
    """A participle that says who gave a thing tells aid to whoever takes it over."""
    assert event in live_codes(code(text))


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("Officials from Japan and South Korea are in talks to end a row over radar lock-on.", "JPN>KOR:050"),
        ("Diplomats from Greece and Turkey met in Athens to end a quarrel over maritime zones.", "GRC>TUR:050"),
        ("Washington and Ottawa began talks to restore ties.", "USA>CAN:050"),
        ("Japan and the Philippines signed a deal on joint patrols.", "JPN>PHL:062"),
    ],
)
def test_what_talks_or_deals_are_about_is_not_done(code: Code, text: str, absent: str) -> None:
    """A row that talks are to end goes on, and drills that a deal is on are not held."""
    assert absent not in live_codes(code(text))


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Beijing warned of consequences over Manila's new law.", "CHN>PHL:130"),
        ("Moscow threatened retaliation over Poland's seizure of a tanker.", "RUS>POL:130"),
    ],
)
def test_reprisals_over_something_are_threatened_to_its_owner(code: Code, text: str, event: str) -> None:
    """The occasion may hang on the threat's noun."""
    assert event in live_codes(code(text))


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ('China\'s foreign ministry issued a statement. "We will punish Japan for this," it warned.', {"CHN>JPN:13"}),
        (
            'North Korea\'s Rodong Sinmun published an article. "We will punish the terrorists of the U.S. CIA," it warned.',
            {"PRK>USA:13"},
        ),
        ('China\'s foreign ministry issued a statement. "Japan must stop its provocations," it said.', {"CHN>JPN:10"}),
        ("Russia's foreign ministry replied. “We strongly condemn the United States,” it said.", {"RUS>USA:11"}),
        ("The Chinese embassy in Canberra reacted. “We urge Australia to stop,” it said.", {"CHN>AUS:02"}),
        ("“We will expel the Peruvian ambassador,” Bolivia warned.", {"BOL>PER:13"}),
        ("North Korea issued a statement. Japan must apologise, it said.", {"PRK>JPN:10"}),
    ],
)
def test_who_tells_is_not_named_in_what_he_tells(code: Code, text: str, events: set[str]) -> None:
    """Behind a quotation "it" is nobody whom the quotation names, and "we" in it are whoever tells it."""
    assert live_roots(code(text)) == events


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("China's Global Times attacked Australia in an editorial.", "CHN>AUS:111"),
        ("A Chinese newspaper attacked Canberra over the inquiry.", "CHN>AUS:111"),
        ("An Iranian broadcaster launched an attack on Bahrain.", "IRN>BHR:111"),
    ],
)
def test_newspapers_attack_in_print(code: Code, text: str, event: str) -> None:
    """What papers and broadcasters attack with is words."""
    assert live_codes(code(text)) == {event}


def test_soldiers_attack_in_earnest(code: Code) -> None:
    """Only the press writes; and who talks down to others holds no talks with them."""
    assert live_codes(code("Iranian soldiers attacked a border post in Iraq.")) == {"IRN>IRQ:190"}
    assert not live_codes(code("Peru must not talk down to Bolivia."))
