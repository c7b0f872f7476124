"""Whose a thing is that somebody judges, answers or takes: "Xi praised Kim and accepted his invitation" is of Kim's."""

from etl.coder.tree import Tree

_JUDGING = frozenset(
    (
        "reject denounce condemn criticise criticize slam blast deplore decry rebuke ridicule mock dismiss rebuff spurn oppose "
        "dispute contest question protest accept decline refuse welcome applaud endorse accuse ignore defy resent lament echo"
    ).split()
)
_PRAISING = frozenset({"praise", "hail", "laud", "commend", "salute", "celebrate", "appreciate"})
_TAKING = frozenset("freeze seize confiscate impound bomb shell attack arrest detain deport fine jail raid annex occupy".split())
# What one may accept, regret or extol of one's own.
_OWN = frozenset(
    (
        "responsibility guilt role fault fate defeat resignation blame mistake error visit meeting talk summit trip country "
        "government administration team party army people military nation deal agreement citizen troop economy soldier history "
        "rival opponent predecessor successor critic boss aide adviser minister deputy"
    ).split()
)


_PAPERS = frozenset({"visa", "passport", "accreditation", "licence", "license", "permit", "credential"})


def of_another(tree: Tree, token: int) -> bool:
    """Whether a possessive can hardly mean who does what is done to its noun.

    "Rejected his demand", "condemned its test", "freezing its central bank's assets"; but "hailed his visit", "praised its own
    efforts".
    """
    noun = tree.head[token]
    if tree.deps[token] != "poss":
        return False
    while tree.deps[noun] == "poss" and tree.head[noun] != noun:
        noun = tree.head[noun]
    verb = tree.head[noun]
    if tree.deps[noun] != "dobj" or any(tree.words[kid].lower() == "own" for kid in tree.kids(noun, "amod")):
        return False
    lemma = tree.lemmas[verb]
    papers = lemma in {"cancel", "revoke", "annul"} and tree.lemmas[noun] in _PAPERS
    return papers or lemma in _TAKING or (lemma in _JUDGING | _PRAISING and tree.lemmas[noun] not in _OWN)
