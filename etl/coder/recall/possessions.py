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


FACING = frozenset({"host", "guest", "neighbour", "neighbor", "rival", "archrival", "foe"})
"""Those who are named after whom they face: "accused his guest" is said by the host."""
_PAPERS = frozenset({"visa", "passport", "accreditation", "licence", "license", "permit", "credential"})
_PUTTING = frozenset("impose slap levy put place raise double hike triple lift ease tighten clamp".split())
_CURBS = frozenset("sanction tariff duty levy embargo ban boycott curb restriction penalty".split())
_BARRING = frozenset({"ban", "bar", "block", "boycott", "sanction", "blacklist", "expel", "invade", "strike", "hit"})
# Whom and what a state governs itself: "banned its citizens from travelling", "imposed curbs on its exports".
_SUBJECTS = frozenset(
    (
        "citizen national people population resident worker official soldier troop student tourist airline export border "
        "airspace public company firm bank own"
    ).split()
)


def of_another(tree: Tree, token: int) -> bool:
    """Whether a possessive can hardly mean who does what is done to its noun.

    "Rejected his demand", "condemned its test", "froze the assets of its firms", "imposed sanctions on its banks"; but "hailed
    his visit", "praised its own efforts", "banned its citizens from travelling".
    """
    if tree.deps[token] != "poss":
        return False
    owned = tree.head[token]
    if tree.lemmas[owned] in FACING | {"counterpart", "visitor"} or any(
        tree.words[kid].lower() == "own" for kid in tree.kids(owned, "amod")
    ):
        return False
    noun = owned
    while tree.deps[noun] == "poss" and tree.head[noun] != noun:
        noun = tree.head[noun]
    if tree.deps[noun] == "pobj" and tree.lemmas[tree.head[noun]] == "on":  # "imposed sanctions on its banks"
        put = tree.head[tree.head[noun]]
        verb = tree.head[put] if tree.lemmas[put] in _CURBS else put
        things = {tree.lemmas[thing] for thing in tree.kids(verb, "dobj")}
        people = tree.lemmas[owned] in _SUBJECTS - {"company", "firm", "bank", "official"}
        return tree.lemmas[verb] in _PUTTING and bool(things & _CURBS) and not people
    part = noun
    while tree.deps[part] == "pobj" and tree.lemmas[tree.head[part]] == "of":
        part = tree.head[tree.head[part]]  # "one of its ships", "the assets of its firms"
    verb = tree.head[part]
    if tree.deps[part] not in {"dobj", "nsubjpass"}:
        return False
    lemma = tree.lemmas[verb]
    if lemma in _TAKING or (lemma in _BARRING and tree.lemmas[owned] not in _SUBJECTS):
        return True
    if lemma in {"sanction", "blacklist"}:
        return True
    papers = lemma in {"cancel", "revoke", "annul"} and tree.lemmas[noun] in _PAPERS
    return part == noun and (papers or (lemma in _JUDGING | _PRAISING and tree.lemmas[noun] not in _OWN))
