"""What headlines have of their own: speakers behind a colon, passives without an auxiliary, possessors without an apostrophe."""

from datetime import date

import pytest

from tests.unit.live_events import Code, live_codes

DAY = date(2025, 12, 23)


def acts(mentions):
    """Return source, target and root of what happened or was announced."""
    live = [one for one in mentions if one.status in {"happened", "announced"}]
    return {(one.source.country, one.target.country, one.event_root_code) for one in live}


@pytest.mark.parametrize(
    ("title", "act"),
    [
        ("India must stop violating border agreements: Chinese defence ministry", ("CHN", "IND", "10")),
        ("Britain should return seized villas - Russian foreign minister", ("RUS", "GBR", "02")),
        ("Lavrov: Britain must return Russian property", ("RUS", "GBR", "10")),
        ("China Xi to host South Korea Lee from Sunday", ("KOR", "CHN", "03")),
        ("Germany Merz meets Xi for talks", ("DEU", "CHN", "04")),
        ("Oman calls for calm after Britain, Spain bomb Yemen", ("GBR", "YEM", "19")),
        ("Oman calls for calm after Britain, Spain bomb Yemen", ("ESP", "YEM", "19")),
        ("Kenya urged by France to free prisoners", ("FRA", "KEN", "02")),
        ("US delays announcement of China chip tariffs", ("USA", "CHN", "08")),
        ("Iran returns tanker it seized from Greece", ("IRN", "GRC", "17")),
        ("Pakistan hit back with missiles against India", ("PAK", "IND", "19")),
        ("Starmer ends China trip", ("GBR", "CHN", "04")),
        ("Pelosi's visit to China's Taiwan ends", ("USA", "TWN", "04")),
        ("US 'Not Ready' to Make a Trade Deal With China", ("USA", "CHN", "12")),
        ("U.S., Japan, ROK senior officials to discuss missiles", ("USA", "KOR", "03")),
        ("China warns of consequences if Pelosi visits Taiwan", ("CHN", "USA", "13")),
        ("North Korea launches personal attack on South Korea leader", ("PRK", "KOR", "11")),
        ("US holds off increasing tariffs on China until 2027", ("USA", "CHN", "08")),
        ("Lavrov to attend talks on grain, visit Turkey", ("RUS", "TUR", "03")),
        ("Japan protests after China fires water cannon at trawler", ("JPN", "CHN", "11")),
        ("Manila summons envoy as Beijing stages drills near shoal", ("PHL", "CHN", "11")),
        ("China hosts envoys from Iran, Russia", ("RUS", "CHN", "04")),
        ("EU members Hungary, Slovakia condemn Russia", ("SVK", "RUS", "11")),
        ("Blinken phones Wang ahead of Beijing trip", ("USA", "CHN", "04")),
        ("Fiji, Samoa vow to boost trade, deepen cooperation", ("FJI", "WSM", "03")),
        ("Egypt nears deal to buy submarines from Germany", ("EGY", "DEU", "03")),
        ("Canada, South Korea very close to free trade deal", ("CAN", "KOR", "03")),
        ("Xi signs Venezuela resource deals", ("VEN", "CHN", "05")),
        ("UK strikes India trade deal", ("IND", "GBR", "05")),
        ("Lula India visit ends with deals", ("BRA", "IND", "04")),
        ("China pledges aid after quake rattles Nepal", ("CHN", "NPL", "03")),
        ("Poland stages naval drill designed to deter Belarus", ("POL", "BLR", "15")),
        ("Washington gives Boeing green light to sell jets to Vietnam", ("USA", "VNM", "03")),
        ("US-S. Korea Military Manoeuvres Condemned", ("USA", "KOR", "06")),
        ("China pledges support after quake rattles Nepal", ("CHN", "NPL", "03")),
        ("Chinese FM to attend meetings on trade, visit Laos", ("CHN", "LAO", "03")),
        ("Trump slaps steel, copper tariffs on Peru", ("USA", "PER", "16")),
        ("Takaichi, on Eve of Oman Trip, Praises Navy", ("JPN", "OMN", "03")),
        ("Lavrov criticises Japan on Beijing trip", ("RUS", "CHN", "04")),
        ("Trump jabs at Denmark over Greenland", ("USA", "DNK", "11")),
    ],
)
def test_what_a_headline_tells(code, title, act):
    """Its act is found, between the right two and the right way round."""
    assert act in acts(code("", title=title, published=DAY))


@pytest.mark.parametrize(
    ("title", "act"),
    [
        ("Russia blamed for US government cyber attack", ("RUS", "USA", "11")),
        ("Kenya accused of jamming Ugandan radio", ("KEN", "UGA", "11")),
        ("China says US arms sales to Taiwan fuel tension", ("CHN", "TWN", "07")),
        ("Chilean envoy warns against sanctions on Peru", ("CHL", "PER", "13")),
        ("China slams US' Taiwan interference", ("CHN", "TWN", "11")),
        ("What Chile and Peru mean when they talk about peace", ("CHL", "PER", "04")),
        ("Trump-Putin hold meeting with trade, nuclear arms and China on agenda", ("USA", "CHN", "04")),
        ("Japan still willing to talk with China", ("CHN", "JPN", "03")),
        ("US approval of chips meets resistance from China", ("USA", "CHN", "04")),
        ("Japan's budget is a threat, warns China's foreign ministry", ("JPN", "CHN", "13")),
        ("Israel must stop bombing Gaza | Lebanon", ("LBN", "ISR", "10")),
        ("Xi visit: Kenya must repay loans", ("CHN", "KEN", "10")),
        ("South China Sea: Vietnam accuses China of ramming boat", ("CHN", "VNM", "11")),
        ("Lavrov to attend talks on grain, visit Turkey", ("RUS", "TUR", "04")),
        ("Fiji, Samoa vow to boost trade, deepen cooperation", ("FJI", "WSM", "05")),
        ("UK strikes India trade deal", ("GBR", "IND", "19")),
        ("Russian dam threatens Georgian wetlands", ("RUS", "GEO", "13")),
        ("US tariffs threaten to hurt Vietnam exporters", ("USA", "VNM", "13")),
        ("China sanctions firm over Taiwan deal", ("CHN", "TWN", "16")),
        ("US-S. Korea Military Manoeuvres Condemned", ("USA", "KOR", "11")),
        ("Chinese logging threatens Laos forest", ("CHN", "LAO", "13")),
        ("Trump's Peru Tariffs Met With Vow From Lima", ("USA", "PER", "13")),
        ("Prize Ceremony of Korean Students Held in Shenyang, China", ("CHN", "KOR", "17")),
        ("Smugglers Arrested in Austria and Turkey", ("AUT", "TUR", "17")),
        ("Israel hits Syria after gas attack, Trump threatens Assad", ("USA", "ISR", "13")),
        ("Russia warned against sending troops to Mali", ("RUS", "MLI", "13")),
        ("Lavrov rejects Merz's words on trade during Peru visit", ("RUS", "PER", "04")),
    ],
)
def test_what_a_headline_does_not_tell(code, title, act):
    """Who is blamed accuses nobody; "US" is no pronoun; who warns against sanctions threatens nobody with them."""
    assert act not in acts(code("", title=title, published=DAY))


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Xi weighed his options following the US and Israel's attacks on Iran.", None),
        ("Donald Trump met Kim Jong Un. He left Singapore after the two leaders signed a pact.", ("SGP", "USA", "05")),
    ],
)
def test_what_parsers_take_wrongly(code, text, act):
    """The speaker at the end is not warned; joined owners both attack; "the two leaders" are people."""
    found = acts(code(text, published=DAY))
    if act is None:
        assert {("USA", "IRN", "19"), ("ISR", "IRN", "19")} <= found
    else:
        assert act not in found


@pytest.mark.parametrize(
    ("title", "act"),
    [
        ("Oman urges calm as Chad, Niger trade strikes", ("OMN", "TCD", "02")),
        ("Oman urges calm as Chad, Niger trade strikes", ("NER", "TCD", "19")),
        ("Markets wobble as Fiji, Samoa resume trade talks", ("FJI", "WSM", "04")),
        ("Fiji calls for restraint as Chad, Niger fire missiles", ("FJI", "NER", "02")),
        ("Chad war moves denounced in France", ("FRA", "TCD", "11")),
        ("Iran sanctions extended by Canada", ("CAN", "IRN", "16")),
    ],
)
def test_verbs_behind_a_list_and_behind_nouns(code, title, act):
    """A clause of time may hide its verb behind two names; a participle at the end is what the headline tells."""
    assert act in acts(code("", title, DAY))


def test_owners_in_title_case_keep_their_capital(code):
    """The word "Takaichi's" is a name like "Takaichi", and what she speaks of is not whose words they are."""
    found = acts(code("", "Beijing Blasts Takaichi's 'Egregious' Taiwan Comments", DAY))
    assert ("CHN", "JPN", "11") in found
    assert ("CHN", "TWN", "11") not in found


@pytest.mark.parametrize(
    ("title", "act"),
    [
        ("S.Korea says DPRK fires artillery into sea", ("KOR", "PRK", "11")),
        ("DPRK fires two cruise missiles westward: ROK", ("KOR", "PRK", "11")),
        ("EU members Hungary, Slovakia condemn Russia", (None, "RUS", "11")),
    ],
)
def test_headlines_that_tell_no_such_act(code, title, act):
    """Reports of tests accuse nobody; a body whose members are named does not act itself."""
    assert act not in acts(code("", title=title, published=DAY))


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Pelosi's Taiwan visit 'utterly reckless': Wang Yi", "CHN>USA:111"),
        ("Japan's Taiwan remarks 'reckless': Chinese FM spokesperson", "CHN>JPN:111"),
        ("US sanctions on Huawei 'unjustified', Chinese ministry says", "CHN>USA:111"),
        ("US arms sale to Taiwan 'illegal', Chinese FM spokesperson says", "CHN>USA:111"),
        ("Seoul's offer 'insincere', North Korea says", "PRK>KOR:111"),
        ("Moscow's veto a disgrace, says Macron", "FRA>RUS:111"),
        ("US tariff plan a mistake: South Korean minister", "KOR>USA:111"),
    ],
)
def test_a_verdict_needs_no_verb(code: Code, title: str, expected: str) -> None:
    """What somebody is quoted as calling a thing is said of whose it is."""
    assert expected in live_codes(code("", title=title, published=date(2022, 8, 5)))


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Japan removes South Korea from whitelist; Seoul vows countermeasures", "KOR>JPN:130"),
        ("Manila apologizes to Taiwan family for coast guard shooting; Taipei lifts sanctions", "TWN>PHL:085"),
        ("British marines board Iranian tanker; Tehran summons envoy", "IRN>GBR:114"),
        ("Georgia arrests four Russian officers; Moscow demands release", "RUS>GEO:1053"),
    ],
)
def test_the_second_part_answers_the_first(code: Code, title: str, expected: str) -> None:
    """Who acts without a word of on whom acts on whoever did something to him in the part before."""
    assert expected in live_codes(code("", title=title, published=date(2019, 8, 5)))


@pytest.mark.parametrize(
    ("title", "day", "expected"),
    [
        ("Trump halts war games after Singapore summit with Kim", date(2018, 6, 14), {"USA>PRK:040", "PRK>USA:040"}),
        ("Trump returns home after Helsinki summit with Putin", date(2018, 7, 17), {"USA>RUS:040", "RUS>USA:040"}),
        ("Yoon, Biden, Kishida condemn DPRK", date(2022, 11, 14), {"KOR>PRK:111", "USA>PRK:111", "JPN>PRK:111"}),
        ("Bush, Putin sign arms treaty in Moscow", date(2002, 5, 24), {"USA>RUS:057", "RUS>USA:057"}),
        ("Park meets Xi", date(2014, 7, 3), {"KOR>CHN:040", "CHN>KOR:040"}),
        ("Ban on Japanese fish stays", date(2014, 7, 3), set()),
        ("Bush fires rage near Sydney", date(2002, 5, 24), set()),
    ],
)
def test_who_meets_and_who_is_called_so(code: Code, title: str, day: date, expected: set[str]) -> None:
    """A town names a summit of those who act; leaders' surnames that are nouns too are names where nothing hangs on them."""
    assert live_codes(code("", title=title, published=day)) == expected
