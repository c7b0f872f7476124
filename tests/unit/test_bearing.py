"""What the build of a sentence settles between two marked sides."""

from collections.abc import Callable

import pytest

from etl.coder.coder import Coder
from etl.coder.relation import classify
from etl.evaluate.pairs import unmark

Found = Callable[[str], tuple[str, bool]]


@pytest.fixture
def found(coder: Coder) -> Found:
    """Return the root of a sentence with marked sides, and whether its build settles it."""

    def run(marked: str) -> tuple[str, bool]:
        text, source, target = unmark(marked)
        answer = classify(coder, text, source, target)
        return str(answer["event_root_code"]), str(answer["rule_id"]).startswith("bearing:")

    return run


@pytest.mark.parametrize(
    ("marked", "root"),
    [
        ("<s>Weah</s> called <t>his rival Joseph Boakai</t> to concede defeat.", "08"),
        ("<s>The Omani sultan</s> phoned <t>the Emir of Kuwait</t> to congratulate him on his election.", "05"),
        ("<s>Ramaphosa</s> telephoned <t>Sudan's president</t> on Friday to express support after the riots.", "05"),
        ("Guards freed <t>two Spanish nurses</t> whom <s>Somali gunmen</s> had kidnapped in June.", "18"),
        ("<t>A Fijian judge</t> whom <s>the police</s> had arrested was freed by a court on Monday.", "17"),
        ("<s>The Chilean president</s> dismissed criticism of <t>his interior minister</t> on Sunday.", "05"),
        ("<s>Boris Johnson</s> rebuffed calls to sack <t>his chief adviser</t>.", "05"),
        ("<s>The premier</s> ruled out sacking <t>the transport minister</t> over the crash.", "05"),
        ("<s>A Texas jury</s> found <t>the deputy</t> not guilty of manslaughter.", "08"),
        ("<s>Kenya's High Court</s> ruled that the detention of <t>the cartoonist</t> was unlawful.", "08"),
        ("<s>The Supreme Court</s> upheld <t>the president's travel ban</t> on Tuesday.", "05"),
        ("<s>The opposition</s> asked that <t>the health minister</t> be sacked over the rollout.", "02"),
        ("<s>The Olympic committee</s> reinstated <t>Kuwait</t> after two years.", "08"),
        ("<t>Two Rwandan diplomats</t> were ordered to leave the country by <s>South Africa</s>.", "16"),
        ("<t>Four Western charities</t> were kicked out of the province by <s>the junta</s>.", "16"),
        ("<s>The military council</s> agreed on Friday to hand power to <t>a civilian cabinet</t>.", "03"),
        ("<t>The nurses</t> went back to work after <s>the ministry</s> promised to pay them more.", "03"),
    ],
)
def test_the_build_of_a_sentence_settles_it(found: Found, marked: str, root: str) -> None:
    """Calls are told by their purpose, relative clauses by their verb, a defence by what is turned away."""
    assert found(marked) == (root, True)


@pytest.mark.parametrize(
    ("marked", "root"),
    [
        ("<s>President Weah</s> called <t>the Ghanaian president</t> to discuss the vote.", "04"),
        ("<s>China</s> dismissed criticism by <t>the United States</t>.", "12"),
        ("<s>China</s> dismissed <t>Canada's</t> accusations of meddling.", "12"),
        ("<s>A court in Lima</s> found <t>the mayor</t> guilty of fraud.", "11"),
        ("<t>Six Peruvian miners</t> were arrested by <s>Chilean police</s>.", "17"),
    ],
)
def test_what_it_does_not_settle(found: Found, marked: str, root: str) -> None:
    """A plain call, a critic who is turned away, a conviction and an arrest stay what they are."""
    assert found(marked) == (root, False)
