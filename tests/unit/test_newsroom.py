"""Constructions of newsroom English: old spellings, summing clauses, unnamed doers, lists of places, what is only reported."""

from datetime import date

import pytest

from etl.coder.tree import Tree
from tests.unit.live_events import Code, live_roots

DAY = date(2024, 6, 15)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Oman declared a cease-fire with Yemen.", "OMN>YEM:08"),
        ("Peru and Chile extended their co-operation on Monday.", "CHL>PER:05"),
        ("Brazil re-imposed sanctions on Venezuela.", "BRA>VEN:16"),
        ("Sudan launched a counter-offensive against Chadian troops.", "SDN>TCD:19"),
    ],
)
def test_older_spellings_are_one_word(code: Code, text: str, event: str) -> None:
    """A hyphen inside a word does not part it, and the evidence keeps it."""
    mentions = code(text, published=DAY)
    assert event in live_roots(mentions)
    assert all(one.evidence == text for one in mentions)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("A Malian court jailed a Danish nurse, a verdict which Denmark said was harrowing.", "DNK>MLI:11"),
        ("Togo shelled a village in Benin, which Niger condemned.", "NER>TGO:11"),
        ("Fiji protested to China over the launch, which Samoa also described as reckless.", "WSM>CHN:11"),
        ("Kenya said Uganda was behind the raid.", "KEN>UGA:11"),
    ],
)
def test_what_sums_up_a_clause_meets_whoever_did_it(code: Code, text: str, event: str) -> None:
    """Of a verdict, "which", a drill protested at, the doer is judged and not the place."""
    assert event in live_roots(code(text, published=DAY))


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("The ministry in Riga said that a note of protest had been handed to the Belarusian ambassador.", "LVA>BLR:11"),
        ("Police in Accra said two Togolese traders had been arrested.", "GHA>TGO:17"),
        ("Two Fijian sailors held in Tonga were freed on Monday.", "TON>FJI:08"),
        ("Oslo blacklisted firms in Serbia, Armenia and Georgia.", "NOR>GEO:16"),
        ("Kenya, Ghana and the Philippines each summoned Peru's envoy over the map.", "GHA>PER:11"),
        ("Peru lifted the duties it had imposed on Chilean wine.", "PER>CHL:08"),
        ("Spanish troops left Iraq on Monday.", "ESP>IRQ:08"),
        ("Cuban doctors arrived in Haiti.", "CUB>HTI:07"),
        ("Modi left New Delhi on Sunday for an official visit to Ghana.", "IND>GHA:04"),
        ("Qatar and Bahrain held an exercise off Kuwait.", "BHR>QAT:06"),
    ],
)
def test_sides_stand_where_newsrooms_put_them(code: Code, text: str, event: str) -> None:
    """In whoever reports it, behind the jail, down a list, in a clause on the object; troops and doctors by what they are."""
    assert event in live_roots(code(text, published=DAY))


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Tokyo confirmed that a Japanese engineer was detained in Mali.", "JPN>MLI:11"),
        ("Peru's embassy in Chile criticised Bolivia.", "CHL>BOL:11"),
        ("Qatar and Bahrain held an exercise off Kuwait.", "QAT>KWT:19"),
    ],
)
def test_reports_and_places_do_nothing(code: Code, text: str, event: str) -> None:
    """Who confirms accuses nobody; an embassy is not of the country it stands in; nobody fights where a drill is held."""
    assert event not in live_roots(code(text, published=DAY))


@pytest.mark.parametrize(
    ("title", "event"),
    [
        ("Peru demands Chile free sailors", "PER>CHL:10"),
        ("DPRK Lauded in Ghana and Togo", "TGO>PRK:05"),
        ("Greece eyes talks on Turkish tariffs", "GRC>TUR:03"),
        ("Macron hosts Kenya-Ghana summit", "GHA>KEN:04"),
        ("Finnish ship fired flares at Swedish jet, Sweden says", "SWE>FIN:11"),
    ],
)
def test_headlines_of_newsrooms(code: Code, title: str, event: str) -> None:
    """Bare subjunctives, praise by where it is given, talks on tariffs, summits of two others, what the victim says was done."""
    assert event in live_roots(code("", title=title, published=DAY))


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("The UN General Assembly adopted a resolution demanding Eritrea lift its blockade.", "UNO>ERI:10"),
        ("Kenya and Ghana agreed that Togo must free the priest.", "KEN>TGO:10"),
        ("Chile held drills off Peru.", "CHL>PER:15"),
        ("Serbia gave Kosovo nothing. Albania cancelled the fair under pressure from Greece.", "GRC>ALB:10"),
    ],
)
def test_what_is_asked_and_shown(code: Code, text: str, event: str) -> None:
    """Demands with no "that", what two agree a third must do, drills off a coast, pressure that works."""
    assert event in live_roots(code(text, published=DAY))


def test_a_ring_of_heads_is_no_sound_tree() -> None:
    """A mend that ties words to each other in a ring is left undone, since whoever climbs it would never arrive."""
    words = ["Think", "tanks", "warn"]
    tree = Tree("Think tanks warn", words, words, ["NOUN"] * 3, ["NN"] * 3, ["dep"] * 3, [1, 2, 2], [0, 6, 12], [5, 11, 16])
    assert tree.is_sound()
    assert not tree.rewired(list(tree.deps), [1, 0, 2]).is_sound()


def test_a_threat_has_not_the_day_of_what_is_threatened(code: Code) -> None:
    """What somebody would do on Friday was not threatened on the Friday before."""
    [one] = [
        one for one in code("Peru said it would raise tariffs on Chile on Friday.", published=DAY) if one.event_root_code == "13"
    ]
    assert one.event_date == DAY


def test_a_body_is_not_hit_by_its_own_sanctions(code: Code) -> None:
    """Who signs up for a body's sanctions punishes somebody, not the body."""
    assert "CHL>UNO:16" not in live_roots(code("Chile signed up for tough United Nations sanctions.", published=DAY))


@pytest.mark.parametrize(
    ("text", "event", "day"),
    [
        ("Peru protested to Chile in a letter sent on Monday.", "PER>CHL:11", date(2024, 6, 10)),
        ("Kenya endorsed Fiji's bid in a memorandum inked on Tuesday.", "KEN>FJI:05", date(2024, 6, 11)),
        ("Prices have climbed since Friday, when Fiji raised its duties on Chinese steel.", "FJI>CHN:16", date(2024, 6, 14)),
        (
            "Mali met Chad on Tuesday. A court will sit on Wednesday. Niger recalled its envoy from Oslo the same day.",
            "NER>NOR:16",
            date(2024, 6, 11),
        ),
    ],
)
def test_days_are_told_by_papers_and_clauses_of_time(code: Code, text: str, event: str, day: date) -> None:
    """A letter's day is the protest's; "when" tells more of a day; "the same day" is none that is still to come."""
    mentions = code(text, published=DAY)
    found = {one.event_date for one in mentions if live_roots([one]) == {event}}
    assert found == {day}


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Djibouti allowed a Kenyan frigate to dock at its port.", "DJI>KEN:08"),
        ("Ghana filed a complaint over the duties that Togo announced on Monday.", "GHA>TGO:11"),
        ("Japan and Vietnam signed six accords during Prime Minister Takaichi's visit.", "JPN>VNM:04"),
        ("South Korea took Tokyo's export curbs to the World Trade Organization.", "KOR>JPN:11"),
    ],
)
def test_acts_told_by_the_way(code: Code, text: str, event: str) -> None:
    """What is allowed, who made what somebody complains of, whose guest a visit has, whose curbs are taken to court."""
    assert event in live_roots(code(text, published=DAY))


def test_only_armies_roll_in_to_fight(code: Code) -> None:
    """Tanks that roll into a country attack it, a leader's train does not."""
    assert "ISR>LBN:19" in live_roots(code("Israeli tanks rolled into Lebanon.", published=DAY))
    assert not any(":19" in one for one in live_roots(code("Kim's train rolled into China on Friday.", published=DAY)))


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ('"We cannot allow Chad to rule our skies," Niger\'s minister said.', "NER>TCD:12"),
        ("Oman said hackers backed by Qatar had stolen the files, a charge Doha rejected as baseless.", "QAT>OMN:12"),
        ("Togo and Benin mobilised about 1,000 soldiers each along the frontier.", "TGO>BEN:15"),
        ("Iran fired missiles at Iraqi bases housing American troops.", "IRN>USA:19"),
        ("Kim's comments came a day after the isolated country fired a missile over Japan.", "PRK>JPN:15"),
        ("South Korea flew jets near the border following North Korea's missile launch.", "KOR>PRK:15"),
    ],
)
def test_sides_told_by_their_part_in_it(code: Code, text: str, event: str) -> None:
    """Who accuses, who faces whom, whose soldiers are housed, whose leader spoke, whom "following" names."""
    assert event in live_roots(code(text, published=DAY))


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Oman says Qatar could do much more to rein in Yemen.", "OMN>QAT:11"),
        ("Fiji said Samoa was not doing enough at sea.", "FJI>WSM:11"),
        ("Chile said Peru had failed to face up to its past.", "CHL>PER:11"),
        ("Armenia and Azerbaijan blamed the other side for the shelling.", "AZE>ARM:11"),
        ("Chad and Niger massed troops on the plateau, each accusing the other of trespassing.", "NER>TCD:11"),
        ("Ghana and Togo accused each other of spying.", "TGO>GHA:11"),
        ("Egypt's president called for better ties with Iran.", "EGY>IRN:02"),
    ],
)
def test_criticism_by_what_is_left_undone_and_of_each_other(code: Code, text: str, event: str) -> None:
    """Too little, a failure, "the other", "each" in a clause of its own, ties that are called for."""
    assert event in live_roots(code(text, published=DAY))


def test_each_alone_does_nothing_together(code: Code) -> None:
    """What each prefers is done with nobody, and what one accuses the other of is alleged."""
    assert not live_roots(code("Japan and Fiji may meet one day; today each prefers to sail alone.", published=DAY))
    events = live_roots(code("Iran and Israel each accused the other of breaking the truce.", published=DAY))
    assert "IRN>ISR:11" in events
    assert "IRN>ISR:19" not in events


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Japan accused China of ramming a boat in 2010.", "JPN>CHN:11"),
        ("Chile condemned Peru's 2019 seizure of a boat.", "CHL>PER:11"),
        ("Kenya criticised Uganda for closing its border last year.", "KEN>UGA:11"),
        ("Negotiations between Fiji and Samoa are expected to begin next week.", "FJI>WSM:03"),
        ("Talks are set to resume on Monday in Cairo between Togo and Benin.", "TGO>BEN:03"),
        ("Poland will not tolerate Russian drones in its airspace.", "POL>RUS:12"),
    ],
)
def test_old_matters_and_plans_are_news(code: Code, text: str, event: str) -> None:
    """A judgement is not as old as what it judges; what is expected to begin is announced."""
    assert event in live_roots(code(text, published=DAY))


def test_old_acts_stay_old(code: Code) -> None:
    """The date of what is judged is still its own, and no date that is set announces nothing."""
    assert "PER>CHL:17" not in live_roots(code("Chile condemned Peru's 2019 seizure of a Chilean boat.", published=DAY))
    assert not live_roots(code("There is no date set yet for Putin's trip to Pyongyang.", published=DAY))


@pytest.mark.parametrize(
    "text",
    [
        "Moscow reported no progress in talks with Oman.",
        "There was no agreement at the talks between Russia and Oman.",
        "Russia and Oman made no headway in talks on gas.",
    ],
)
def test_talks_that_came_to_nothing_were_held(code: Code, text: str) -> None:
    """There was no progress, but there were talks."""
    assert "RUS>OMN:04" in live_roots(code(text, published=DAY))


def test_an_agreement_that_was_not_made_is_none(code: Code) -> None:
    """Where the deal itself is denied, nothing was signed."""
    assert not live_roots(code("India reached no deal with Fiji.", published=DAY))


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("On a visit to Delhi, Lavrov threatened Pakistan with sanctions.", "RUS>IND:04"),
        ("Merz, on his first trip to Beijing, pressed Xi and urged China to stop arming Russia.", "DEU>CHN:04"),
        ("Lavrov vowed on a visit to Havana to send Cuba more oil.", "RUS>CUB:04"),
        ("Kyrgyzstan and Tajikistan ended decades of dispute by signing a border treaty.", "TJK>KGZ:05"),
        ("The Taliban freed a British couple after mediation by Qatar.", "QAT>GBR:04"),
    ],
)
def test_settings_and_means_did_take_place(code: Code, text: str, event: str) -> None:
    """Where something is threatened or promised, and by what something is ended, is no part of what is said."""
    assert event in live_roots(code(text, published=DAY))


def test_a_visit_that_is_agreed_on_is_to_come(code: Code) -> None:
    """What is agreed on is no setting."""
    events = live_roots(code("The two agreed on a visit by Xi to Seoul.", published=DAY))
    assert "CHN>KOR:03" in events
    assert "CHN>KOR:04" not in events


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Accusing Paris of meddling, Niger's junta ordered French troops to leave.", "NER>FRA:11"),
        ("Vietnam, whose ships were rammed by China last week, filed a protest with Beijing.", "CHN>VNM:17"),
        ("Following the expulsion of its diplomats by Chad, France said it might close its base.", "TCD>FRA:16"),
        ("After his talks with Modi, Macron flew to Tokyo.", "FRA>IND:04"),
        ("Before meeting Trump, Macron called Putin.", "FRA>RUS:04"),
        ("Brussels opened an inquiry into the Chinese retailer Shein.", "EUR>CHN:09"),
        ("London struck a deal with Brussels on fish.", "GBR>EUR:05"),
    ],
)
def test_whose_and_who_stand_elsewhere(code: Code, text: str, event: str) -> None:
    """In a clause in front, in "whose", behind the pronoun, on the telephone, by the seat of the union."""
    assert event in live_roots(code(text, published=DAY))


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Serbia and Kosovo held talks in Brussels on Monday.", "EUR>SRB:04"),
        ("Neither Israel nor Lebanon has violated the truce, France said.", "FRA>ISR:11"),
        ("Accusing Paris of meddling, Niger's junta ordered French troops to leave.", "FRA>NER:11"),
    ],
)
def test_places_and_nobodies_do_nothing(code: Code, text: str, wrong: str) -> None:
    """The union does not meet those who meet in its city; who blames neither blames nobody."""
    assert wrong not in live_roots(code(text, published=DAY))


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Macron blamed Russia for the unrest, saying the country had violated Ukraine's borders.", "RUS>FRA:11"),
        ("The leaders of Chad and Niger expressed willingness to adopt sanctions against Mali.", "TCD>NER:03"),
        ("Macron and Sanchez wouldn't shake hands or meet on the sidelines of the summit.", "FRA>ESP:04"),
        ("Japan hides its crimes, far from making an apology to Korea.", "JPN>KOR:05"),
        ("He was grateful to the members of the National Security Council, Macron said.", "FRA>UNO:05"),
        ("Joint drills by Oman and Qatar are scheduled to end on Sunday.", "OMN>QAT:03"),
    ],
)
def test_readings_that_three_readers_called_wrong(code: Code, text: str, wrong: str) -> None:
    """Who says is who blames; a joint stance is not towards each other; "or" is denied too; ending drills are not planned."""
    assert wrong not in live_roots(code(text, published=DAY))


def test_a_stretch_that_is_not_over_dates_nothing(code: Code) -> None:
    """The 21st century is no day in 2001."""
    mentions = code("Peru condemned Chile's raid as unworthy of the 21st century.", published=DAY)
    assert {one.event_date for one in mentions if live_roots([one])} == {DAY}


def test_drills_are_against_whom_they_target(code: Code) -> None:
    """A "targeted" behind a name is an "anti" in front of it."""
    events = live_roots(code("South Korean forces staged a Japan-targeted drill on Monday.", published=DAY))
    assert "KOR>JPN:15" in events
    assert not events & {"JPN>KOR:15", "KOR>JPN:06"}


def test_what_was_said_in_a_campaign_is_history(code: Code) -> None:
    """What somebody said when he ran for his office is no news of him in it."""
    assert "FRA>CHN:11" in live_roots(code("Macron accused China of cheating.", published=DAY))
    assert not live_roots(code("During his campaign, Macron accused China of cheating.", published=DAY))


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("The Baltic states, Estonia, Latvia and Lithuania, signed a rail pact with Poland.", "LTU>POL:05"),
        ("Three powers (Kenya, Ghana and Fiji) condemned Peru on Monday.", "FJI>PER:11"),
        ("Several countries, including Japan and Fiji, expelled Chadian diplomats.", "FJI>TCD:16"),
        ("Nations such as Brazil and Ghana imposed tariffs on Vietnamese steel.", "GHA>VNM:16"),
        ("Kenya and Uganda opened a joint border post on Friday.", "UGA>KEN:06"),
        ("Peru, Chile and Bolivia will run a common tourist visa.", "BOL>CHL:03"),
    ],
)
def test_who_is_listed_behind_a_common_name_acts_too(code: Code, text: str, event: str) -> None:
    """A list that says who "the states" are stands for them, all of it; what is joint is done with each other."""
    assert event in live_roots(code(text, published=DAY))


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Abe meets Trump in Florida next week.", "JPN>USA:03"),
        ("Xi arrives in Pyongyang later this week.", "CHN>PRK:03"),
        ("When Xi Jinping meets Donald Trump on Thursday, trade is at the top of the list.", "USA>CHN:03"),
        ("Xi spoke with Putin by phone ahead of his visit to Moscow.", "CHN>RUS:03"),
        ("Xi spoke with Putin by phone ahead of his visit to Moscow.", "CHN>RUS:04"),
    ],
)
def test_the_calendar_puts_an_act_into_the_future(code: Code, text: str, event: str) -> None:
    """A present tense with a day to come is a plan; what is done before an act is another act."""
    assert event in live_roots(code(text, published=date(2017, 4, 4)))


@pytest.mark.parametrize(
    "text",
    [
        "Seoul says North Korea launches ballistic missile.",
        "Seoul said North Korea had fired two missiles into the sea.",
    ],
)
def test_a_reported_test_accuses_nobody(code: Code, text: str) -> None:
    """Arms that are fired at nothing are only reported."""
    assert not live_roots(code(text, published=DAY))


def test_a_reported_attack_accuses(code: Code) -> None:
    """Arms that are fired at somebody are told against who fired them."""
    assert "UKR>RUS:11" in live_roots(code("Kyiv said Russia fired missiles at Odesa overnight.", published=DAY))


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Heavy fighting raged on Thursday between Thai and Cambodian forces.", "KHM>THA:19"),
        ("Fighting between Chadian and Libyan forces raged on Thursday.", "LBY>TCD:19"),
        ("A Saudi air strike left five Yemeni fishermen dead on Sunday.", "SAU>YEM:19"),
        ("Gunmen in Mali abducted two French nationals on Monday.", "MLI>FRA:18"),
        ("Direct flights between India and Nepal resumed on Monday.", "NPL>IND:06"),
        ("Trade between Colombia and Venezuela resumed on Sunday.", "COL>VEN:06"),
    ],
)
def test_who_fights_and_resumes_stands_around_the_verb(code: Code, text: str, event: str) -> None:
    """Whoever something rages or resumes between, or is at large in a country, is a side."""
    assert event in live_roots(code(text, published=DAY))


@pytest.mark.parametrize(
    "text",
    [
        "An earthquake left five Chadians dead.",
        "A Chinese typhoon left two Vietnamese dead.",
        "Syrian rebels in Turkey attacked a convoy from Chad.",
    ],
)
def test_storms_and_guests_are_no_sides(code: Code, text: str) -> None:
    """What no hand did is no act, and who is somebody else's is not of the country he is in."""
    assert not any(event.startswith(("CHN>", "TUR>")) for event in live_roots(code(text, published=DAY)))


@pytest.mark.parametrize(
    ("text", "title", "wrong"),
    [
        ("He served turkey and thanked the troops.", "Trump meets Afghan president Ghani", "USA>AFG:05"),
        (
            "Afghan President Ashraf Ghani spoke on Monday. He arrived back in Florida early on Friday.",
            "Trump in Kabul",
            "AFG>USA:04",
        ),
        ("The sheriff was praised by Canada.", "Sheriff Scott Israel to be heard", "CAN>ISR:05"),
        ("Hockey commentator Don Cherry thanked Canada on Hockey Night.", None, "AUS>CAN:05"),
    ],
)
def test_names_and_returns_that_strict_readers_called_wrong(code: Code, text: str, title: str | None, wrong: str) -> None:
    """Troops without an owner are nobody's, who is back is at home, and a surname or a sport is no country and no statesman."""
    assert wrong not in live_roots(code(text, title=title, published=date(2014, 3, 5)))
