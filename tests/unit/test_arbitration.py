"""The second reader votes, the judge settles, and neither depends on the company a sentence is read in."""

import math
import shutil
from datetime import date, datetime

import pytest

from etl import paths
from etl.coder.coder import Coder
from etl.coder.second_reader.arbitration import KEPT, Arbiter
from etl.coder.second_reader.evidence import evidence, family
from etl.coder.second_reader.judgement import COLUMNS, Judge, Node, read_judge
from etl.coder.second_reader.model import RelationModel, load_model
from etl.coder.vote import NONE
from etl.errors import ModelError
from etl.records import Article

ACCUSED = "The Philippines accused China of ramming a supply boat near Thomas Shoal on Monday."
SPANS = ((0, 15), (24, 29))


@pytest.fixture(scope="module")
def model() -> RelationModel:
    """The committed relation model."""
    return load_model(paths.MODELS)


@pytest.fixture(scope="module")
def both(lexicon, parser, model) -> Coder:
    """The coder with both readers, as users run it."""
    return Coder(lexicon, parser, Arbiter(model, read_judge(paths.MODELS / "arbitration.csv")))


def test_a_vote_has_a_direction(model):
    """Who accuses is told from who is accused, and shares add up to one."""
    there, back = model.vote(ACCUSED, *SPANS), model.vote(ACCUSED, *SPANS[::-1])
    assert there.root == "11"
    assert there.status == "happened"
    assert there.roots["11"] > 0.8 > back.roots["11"]
    assert sum(there.roots.values()) == pytest.approx(1.0, abs=0.002)
    assert sum(there.statuses.values()) == pytest.approx(1.0, abs=0.02)


def test_a_vote_is_the_same_in_every_company(model):
    """A fresh model that reads other sentences before gives the same figures to the last digit."""
    fresh = load_model(paths.MODELS)
    fresh.vote("Kenya will send maize to Somalia, the ministry said.", (0, 5), (25, 32))
    assert fresh.vote(ACCUSED, *SPANS) == model.vote(ACCUSED, *SPANS)
    assert fresh.version == model.version


def test_a_model_of_other_bytes_is_refused(tmp_path):
    """A file that is not the one in SHA256SUMS is named; so is a folder without a model."""
    with pytest.raises(ModelError, match="no relation model"):
        load_model(tmp_path)
    folder = tmp_path / "models"
    shutil.copytree(paths.MODELS, folder)
    (folder / "relation.json").write_text("{}", encoding="utf-8")
    with pytest.raises(ModelError, match=r"relation\.json: its SHA-256 is"):
        load_model(folder)
    (folder / "relation.json").unlink()
    with pytest.raises(ModelError, match=r"relation\.json: missing"):
        load_model(folder)


def test_a_judge_adds_up_the_ends_of_its_trees():
    """Evidence that is not there counts as nought, and the reasons add up to what the evidence moved."""
    tree = [Node("seen", 0.5, 1, 2, 0.25), Node("", 0.0, 0, 0, -1.0), Node("", 0.0, 0, 0, 1.5)]
    judge = Judge([[Node("", 0.0, 0, 0, 0.5)], tree, tree])
    assert judge.probability({"seen": 1.0}) == pytest.approx(1 / (1 + math.exp(-3.5)))
    assert judge.probability({}) == pytest.approx(1 / (1 + math.exp(1.5)))
    assert judge.reasons({"seen": 1.0}) == [("seen", pytest.approx(2.5))]
    assert Judge([]).probability({"seen": 1.0}) == 0.5


def test_families():
    """Families are told by the rule's name."""
    assert [family(rule) for rule in ("verb:a>obj:1", "noun:b>of:2", "verb:c=agree(x)", "verb:d>obj:1~occasion")] == [
        *("verb", "noun", "operator", "occasion")
    ]


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (["0,0,,,,,x"], "line 2"),
        (["0,0,a,0.5,1,2,0", "0,1,,,,,1"], "leads to a node"),
        (["0,0,a,0.5,0,1,0"], "line 2"),
        (["0,1,,,,,1"], "line 2"),
        ([], "no tree"),
    ],
)
def test_a_broken_judge_is_named(tmp_path, rows, said):
    """A row without figures, a way back and a way to nowhere are told with the file."""
    path = tmp_path / "arbitration.csv"
    with pytest.raises(ModelError, match="no arbitration trees"):
        read_judge(path)
    path.write_text("\n".join([",".join(COLUMNS), *rows, ""]), encoding="utf-8")
    with pytest.raises(ModelError, match=f"arbitration.csv.*{said}"):
        read_judge(path)


def test_the_judge_knows_every_piece_of_evidence_it_asks_for(both):
    """No tree asks for what `evidence` never tells, bar what the articles of this test do not hold."""
    asked = {node.evidence for tree in both.arbiter.judge.trees for node in tree} - {""}
    told: set[str] = set()
    for text in (ACCUSED, "Xi may visit Hanoi.", "It denied this.", "Japan and Peru agreed to share data, Tokyo said."):
        article = Article("a", datetime(2026, 1, 15), "test", "Manila accuses Beijing of ramming boat", text, language="en")
        for reading in both.read(article):
            for one in both.arbiter.candidates(reading.scene):
                told |= set(evidence(reading.scene, one))
    kinds = {name.split(":")[0].split(" ")[0] for name in told}
    assert {name.split(":")[0].split(" ")[0] for name in asked} <= kinds | {"beside", "behind", "a"}
    assert {"model: this root", "model: no act"} <= asked & told


def test_agreement_is_surer_than_difference(both):
    """An act that both readers see is more certain than the table's worst cases, and confidence is a share of right ones."""
    article = Article("a", datetime(2026, 1, 15), "test", None, ACCUSED, language="en")
    mention = next(one for one in next(iter(both.code([article]))).mentions if one.event_root_code == "11")
    assert (mention.source.country, mention.target.country) == ("PHL", "CHN")
    assert KEPT <= mention.confidence <= 1.0
    (reading,) = both.read(article)
    said = evidence(reading.scene, next(both.arbiter.candidates(reading.scene)))
    denied = said | {"model: this root": -6.0, "model: no act": 6.0, "model: this root ahead by": -0.98, "model: this kind": -6.0}
    denied |= {"model: this root first": 0.0, "model: no act first": 1.0}
    assert both.arbiter.judge.probability(said) == pytest.approx(mention.confidence, abs=0.01)
    assert both.arbiter.judge.probability(denied) < both.arbiter.judge.probability(said) - 0.2


def test_without_a_model_the_rules_stand_alone(lexicon, parser, both):
    """The version tells the two coders apart, so that a build never mixes their mentions."""
    alone = Coder(lexicon, parser)
    assert alone.model_version == ""
    assert alone.version != both.version
    assert both.model_version


def test_explain_shows_both_votes(both):
    """A reader of `explain` sees what the model said and why the act was kept."""
    said = both.explain(ACCUSED, date(2026, 1, 15))
    assert "Second reader (relation model):" in said
    assert "PHL -> CHN: the rules say 112" in said
    assert "enough for an event" in said
    assert "what weighed most: " in said
    assert NONE not in said.split("Second reader")[1].split("Dates:")[0]


@pytest.mark.parametrize(
    "text",
    [
        "The foreign ministers of Egypt, Jordan and Iraq plan to create a power grid.",
        "The foreign ministers of the United States, Japan, India and Australia plan to create a power grid.",
    ],
)
def test_joint_doers_share_what_most_of_them_are_found_to_do(both, text):
    """The model, asked of each pair alone, misses some of a list; all of it is told, each pair once and never with oneself."""
    article = Article("a", datetime(2026, 1, 15), "test", None, text, language="en")
    pairs = [
        (one.source.country, one.target.country)
        for one in next(iter(both.code([article]))).mentions
        if one.event_root_code == "03" and one.status == "announced"
    ]
    everybody = {key for pair in pairs for key in pair}
    assert len(everybody) > 2
    assert sorted(pairs) == sorted((one, other) for one in everybody for other in everybody if one != other)


def test_one_pair_of_many_is_no_company(both):
    """What only two of a list do with each other is not told of the others."""
    text = "France, Peru and Chile condemned Iran, and Peru and Chile agreed to share data."
    article = Article("a", datetime(2026, 1, 15), "test", None, text, language="en")
    joined = {
        frozenset((one.source.country, one.target.country))
        for one in next(iter(both.code([article]))).mentions
        if one.event_root_code in {"03", "05"}
    }
    assert not any("FRA" in pair for pair in joined)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("China will suspend talks with Japan, the ministry said.", "134"),
        ("Turkey will downgrade ties with Israel.", "1313"),
        ("Canada did not rule out sanctions on India.", "1312"),
    ],
)
def test_announced_harm_stays_a_threat(both, text, code):
    """However sure the model is of the measure, what will be done is threatened and not yet done."""
    article = Article("a", datetime(2025, 7, 15), "test", None, text, language="en")
    assert [one.event_code for one in next(iter(both.code([article]))).mentions if one.status == "happened"] == [code]


def test_an_appeal_is_not_recoded_as_the_harm_it_asks_for(both):
    """Who is urged to break off contacts has not broken them off."""
    article = Article(
        "a", datetime(2025, 7, 15), "test", None, "Beijing urged Washington to stop contacts with Taipei.", language="en"
    )
    roots = {one.event_root_code for one in next(iter(both.code([article]))).mentions if one.status == "happened"}
    assert "16" not in roots


def test_what_words_are_about_meets_nobody(both):
    """A country that only names a speech, a probe or an incident is not who is blamed in it."""
    title = "President Trump explains Sweden incident in tweet"
    article = Article("a", datetime(2017, 2, 20), "test", title, "", language="en")
    assert not [one for one in next(iter(both.code([article]))).mentions if one.event_root_code in {"10", "11", "12"}]


def test_what_two_do_to_each_other_stands_both_ways(both):
    """The model, asked of each way alone, is unsure of one; the words tell both."""
    text = "An exchange of fire between North and South Korean patrol boats lasted about two minutes."
    article = Article("a", datetime(2024, 6, 15), "test", None, text, language="en")
    found = {(one.source.country, one.target.country) for one in next(iter(both.code([article]))).mentions}
    assert found == {("KOR", "PRK"), ("PRK", "KOR")}


def test_a_body_acts_by_the_models_word_alone(both):
    """What no frame joins the model may, be it a country or a body."""
    text = "China, Seoul objects: NATO said Russian guns were being used against Ukrainian forces."
    article = Article("a", datetime(2014, 8, 22), "test", None, text, language="en")
    acts = [one for reading in both.read(article) for one in both.arbiter.alone(reading.scene, both.arbiter.votes(reading.scene))]
    assert all(one.act is None and one.vote is not None for one in acts)
    assert any(one.source.country is None or one.target.country is None for one in acts)


def test_what_the_rules_see_denied_stays_denied(both):
    """The model is deaf to "not yet" here."""
    text = "Canberra has not yet accused China of the hack on parliament, though officials expect it might."
    article = Article("a", datetime(2021, 3, 1), "test", None, text, language="en")
    [coded] = both.code([article])
    assert {one.status for one in coded.mentions if one.target.country == "CHN"} == {"negated"}


def test_what_is_called_hard_is_not_refused(both):
    """A gloomy comment turns nobody down."""
    article = Article(
        "a", datetime(2014, 6, 1), "test", "China says it's hard to resume cyber security talks with U.S.", "", language="en"
    )
    [coded] = both.code([article])
    assert not [one for one in coded.mentions if one.event_root_code == "12"]


@pytest.mark.parametrize(
    ("title", "is_pact"),
    [
        ("U.S. lawmakers reach deal on sanctions bill for Russia, Iran, North Korea", False),
        ("US House and Senate reach deal on budget for Israel", False),
        ("US and Ukraine reach agreement on minerals bill", True),
    ],
)
def test_who_a_bill_is_about_has_signed_nothing(both, title, is_pact):
    """Lawmakers agree with each other; two states may agree on a bill, too."""
    article = Article("a", datetime(2024, 5, 6), "test", title, "", language="en")
    [coded] = both.code([article])
    assert ({one.event_root_code for one in coded.mentions if one.status == "happened"} == {"05"}) is is_pact


@pytest.mark.parametrize(
    ("text", "meets"),
    [
        ("Indian Prime Minister Narendra Modi spoke after the Pakistani prime minister at the forum in Samarkand.", False),
        ("Egypt's president, who spoke before the Turkish leader at the assembly, called for calm.", False),
        ("Indian Prime Minister Narendra Modi spoke with the Pakistani prime minister after the forum.", True),
    ],
)
def test_who_has_the_floor_after_another_meets_nobody(both, text, meets):
    """Speaking in turn is not speaking with each other."""
    article = Article("a", datetime(2024, 5, 6), "test", None, text, language="en")
    [coded] = both.code([article])
    assert bool([one for one in coded.mentions if one.event_root_code == "04"]) is meets
