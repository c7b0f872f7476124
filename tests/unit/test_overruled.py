"""What the words settle whatever the second reader says: a reader that is always sure of one root votes against them."""

from collections.abc import Callable
from datetime import datetime

import pytest

from etl import paths
from etl.coder.coder import Coder
from etl.coder.second_reader.arbitration import Arbiter
from etl.coder.second_reader.judgement import read_judge
from etl.coder.vote import NONE, Vote
from etl.records import STATUSES, Article, Mention
from tests.unit.live_events import live_codes, live_roots

Against = Callable[..., tuple[Mention, ...]]
ROOTS = (NONE, *(f"{number:02d}" for number in range(2, 21)))


class Sure:
    """A reader that is sure of one root that is done, whoever is asked about."""

    version = "sure"

    def __init__(self, root: str, where: str = "", codes: dict[str, float] | None = None) -> None:
        self._root, self._where = root, where
        self._codes = codes or {f"{one}0": 1 / 19 for one in ROOTS[1:]}

    def vote(self, text: str, *_asked: object) -> Vote:
        """Return the one vote; on a text without the words asked for, that somebody is blamed."""
        root = self._root if self._where in text else "11"
        return Vote(_shares(ROOTS, root), _shares(STATUSES, "happened"), self._codes)


def _shares(names: tuple[str, ...], sure: str) -> dict[str, float]:
    return {name: 0.97 if name == sure else 0.03 / (len(names) - 1) for name in names}


@pytest.fixture(scope="module")
def against(lexicon, parser) -> Against:
    """Return a function that codes a text while the second reader is sure of a root."""
    judge = read_judge(paths.MODELS / "arbitration.csv")

    def run(text: str, root: str, where: str = "", codes: dict[str, float] | None = None) -> tuple[Mention, ...]:
        article = Article("a", datetime(2026, 1, 15), "test", None, text, language="en")
        return next(iter(Coder(lexicon, parser, Arbiter(Sure(root, where, codes), judge)).code([article]))).mentions

    return run


@pytest.mark.parametrize("root", [NONE, "11"])
def test_whose_word_a_deed_is_casts_no_doubt_on_his_own(against: Against, root: str) -> None:
    """Who says that he bombed a base did so; of others he only says it."""
    assert "ISR>SYR:19" in live_roots(against("Israel's army said it had bombed a base in Syria on Monday.", root))
    assert "ISR>SYR:19" not in live_roots(against("Syria's army said Israel had bombed a base in Syria on Monday.", root))


@pytest.mark.parametrize(
    ("text", "root", "event"),
    [
        ("Kenya urged its citizens not to travel to Chad.", "02", "KEN>TCD:160"),
        ("Kenya raised its travel advisory for Chad.", NONE, "KEN>TCD:160"),
        ("Kenya repaid a loan from Chad.", "07", "KEN>TCD:061"),
        ("Kenya suspended Chad's debt payments on Monday.", "16", "KEN>TCD:071"),
        ("Norwegian jets intercepted a missile launched from Chad.", NONE, "NOR>TCD:195"),
    ],
)
def test_what_some_wordings_mean_is_settled(against: Against, text: str, root: str, event: str) -> None:
    """Travel advice is a measure and has one code, however the model grades it."""
    assert {one for one in live_codes(against(text, root)) if one.startswith(event[:7])} == {event}


def test_what_somebody_says_that_he_would_do_is_no_remark(against: Against) -> None:
    """Who says that it would buy more rice has announced it; what another would do is his remark."""
    assert "JPN>PER:03" in live_roots(against("Japan said it would buy more rice from Peru.", NONE))
    assert "JPN>PER:03" not in live_roots(against("Chile said Japan would buy more rice from Peru.", NONE))
    assert "JPN>PER:03" in live_roots(against("Japan said it would open an embassy in Peru.", NONE))


def test_what_trails_behind_ones_own_word_stands(against: Against) -> None:
    """The charge that goes with an act is made, even where the model hears only the act."""
    told = "Niger said it had closed its border with Mali, accusing Chad of terrorism."
    assert "NER>TCD:11" in live_roots(against(told, NONE))


def test_who_is_urged_behind_what_is_deplored_is_urged(against: Against) -> None:
    """The model hears the first of two clauses, which names nobody."""
    events = live_roots(against("Kenya deplored the raid and urged Chad to hold its fire.", "11"))
    assert "KEN>TCD:02" in events


def test_what_is_denied_by_a_pronoun_is_denied(against: Against) -> None:
    """The model is asked about a sentence that names only one."""
    told = "Kenya accused Chad of a raid on a village. Chad denied it."
    assert "TCD>KEN:12" in live_roots(against(told, NONE, where="denied"))


def test_what_is_not_ruled_out_is_not_refused(against: Against) -> None:
    """However sure the model is of a refusal."""
    assert live_roots(against("Kenya won't rule out talks with Chad.", "12")) == set()
    assert live_roots(against("Kenya has ruled out talks with Chad.", "12")) >= {"KEN>TCD:12"}


def test_a_visit_that_somebody_is_invited_to_is_none_yet(against: Against) -> None:
    """However sure the model is that he came."""
    visits = [one for one in against("Kenya invited the president of Chad to visit Nairobi.", "04") if one.event_code == "042"]
    assert {one.status for one in visits} <= {"hypothetical", "announced"}


def test_what_is_only_to_be_avoided_or_only_named_is_no_act(against: Against) -> None:
    """Who wants no war with somebody threatens him with none; who is called a land of lakes is not praised."""
    assert "KEN>TCD:13" not in live_roots(against("Kenya hopes to avoid a war with Chad.", "13"))
    assert "KEN>TCD:13" in live_roots(against("Kenya hopes to win a war with Chad.", "13"))
    assert "KEN>TCD:05" not in live_roots(against("Kenya called Chad a land of lakes.", "05"))
    assert "KEN>TCD:05" in live_roots(against("Kenya cheered Chad, a land of lakes.", "05"))


@pytest.mark.parametrize(
    ("place", "codes"), [("Doha", {"044"}), ("Nairobi", {"042", "043"}), ("N'Djamena", {"042", "043"}), ("a hotel", {"042"})]
)
def test_where_two_meet_tells_whether_one_visits_the_other(against: Against, place: str, codes: set[str]) -> None:
    """In a third country neither does, even where the model is sure of a visit; a hotel may be anywhere."""
    visit = {"042": 1.0}
    found = against(f"Kenya's foreign minister met his Chadian counterpart in {place} on Monday.", "04", codes=visit)
    assert {one.event_code for one in found} == codes


def test_travel_advice_has_one_code(against: Against) -> None:
    """Whatever the model calls it; of a ban it may know the code better."""
    boycott = {"163": 1.0}
    assert live_codes(against("Kenya raised its travel advisory for Chad.", "16", codes=boycott)) >= {"KEN>TCD:160"}
    assert live_codes(against("Kenya banned flights to Chad.", "16", codes=boycott)) >= {"KEN>TCD:163"}


def test_standing_tariffs_that_are_only_called_unjust_are_not_imposed(against: Against) -> None:
    """New ones that somebody denounces may be news."""
    assert "TCD>KEN:16" not in live_roots(against("Kenya called Chadian tariffs on its tea unjust.", "16"))
    assert "TCD>KEN:16" in live_roots(against("Kenya called new Chadian tariffs on its tea unjust.", "16"))


def test_a_border_meets_nobody(against: Against) -> None:
    """The country that a border is with is named to say which border."""
    assert live_roots(against("Biden spoke at the U.S.-Mexico border on Thursday.", "04")) == set()
    assert "USA>MEX:04" in live_roots(against("Biden spoke at a school in Mexico on Thursday.", "04"))


def test_who_is_only_spoken_of_meets_nobody(against: Against) -> None:
    """A minister who discusses a budget and China meets neither; two who discuss a third meet each other."""
    assert live_roots(against("The Japanese minister discussed the budget, Mr. Putin and China on Monday.", "04")) == set()
    met = live_roots(against("Mr. Modi and Mr. Macron discussed Ukraine on Monday.", "04"))
    assert "IND>FRA:04" in met
    assert not any("UKR" in one for one in met)


@pytest.mark.parametrize("root", [NONE, "11"])
def test_a_claim_of_ones_own_stands_though_the_reader_hears_a_claim(against: Against, root: str) -> None:
    """Who says that it had destroyed a depot did so."""
    assert "UKR>RUS:19" in live_roots(against("Kyiv's forces said they had destroyed a Russian depot behind the front.", root))


def test_a_second_act_is_told_beside_the_first(code_with_model: Against) -> None:
    """A call that a minister made is heard beside what he asked for."""
    text = "The South Korean foreign minister pressed his Chinese counterpart by phone to back a tougher resolution."
    assert {"KOR>CHN:02", "KOR>CHN:04"} <= live_roots(code_with_model(text))


@pytest.mark.parametrize("root", ["17", "13", "03"])
def test_a_second_act_is_no_other_name_of_the_first(against: Against, root: str) -> None:
    """Sanctions that are imposed are no threat of sanctions beside."""
    told = live_roots(against("Peru imposed sanctions on Chile.", root))
    assert len({one for one in told if one.startswith("PER>CHL")}) == 1
