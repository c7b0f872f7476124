"""Whose an organ or its people are by the place where they sit: "the ministry in Seoul", "prosecutors in Antwerp"."""

from etl.coder.tree import Tree
from etl.dictionaries import Role

_POSTS = frozenset({"embassy", "consulate", "mission", "legation", "delegation"})  # "in" a country, but another's
_OFFICIAL = frozenset({"GOV", "JUD", "COP", "LEG", "SPY"})  # "prosecutors in Paris", "officials in Washington"
_ABROAD = frozenset({"counterpart", "diplomat", "negotiator", "envoy", "delegate", "ambassador"})  # seldom at home
_LOCAL = frozenset({"JUD", "COP"})  # "prosecutors in New York", but "officials in New York" are of all the world
_AT_LARGE = frozenset({"INS", "REB", "SEP"})  # "gunmen in Mali"
_CROWDS = frozenset({"protester", "demonstrator", "rioter", "marcher", "activist", "arsonist"})
_CONGRESSES = frozenset({"Geneva", "New York", "Davos", "Vienna", "Brussels", "The Hague", "Strasbourg", "Doha", "Munich"})
_RULERS = frozenset({"general", "junta", "ruler"})  # "the generals in Bamako"

LEADING = frozenset({"lead", "head", "chair", "command", "run", "represent"})
CONCERNED = frozenset(
    (
        "critic friend foe enemy opponent supporter admirer fan expert specialist scholar student historian victim survivor "
        "veteran author translator champion advocate observer watcher partner rival winner hater lover defender apologist target "
        "native"
    ).split(" ")
)
"""Who is called so behind his name is no more of the country than its matter is: "a critic of China"."""
_AIDES = frozenset({"aide", "adviser", "advisor", "assistant", "deputy", "secretary", "counsel", "consultant"})
TOLD = frozenset("name adjective demonym capital seat city territory office person organization body".split(" "))
TOWNS = frozenset({"city", "territory"})
SERVING = {**dict.fromkeys(_AIDES, "to"), "reporter": "for", "correspondent": "for", "journalist": "for", "lobbyist": "for"}
STAFF = frozenset({"GOV", "MIL", "SPY", "COP", "JUD", "BUS"})
EMPLOYED = frozenset({*SERVING, "executive", "employee"})
HOUSES = frozenset({"organization", "seat", "body", "adjective", "office"})  # "at the Pentagon", "at a Japanese drugmaker"
SEATED = frozenset(
    "company firm entity bank refinery refiner supplier producer manufacturer trader exporter importer lender broker buyer".split(
        " "
    )
)
"""Such things belong to where they are: "sanctioned two refineries in China"."""
HELD_IN_CITIES = frozenset(
    {"talk", "summit", "meeting", "conference", "negotiation", "deal", "agreement", "accord", "pact", "round"}
)


def at_home(tree: Tree, noun: int, role: Role | None, basis: str, name: str) -> bool:
    """Whether who is "in" a place acts for its country; in a town only officials, and in none where all the world meets."""
    if role is None:
        return False
    if role.kind == "body":
        return tree.lemmas[noun] not in _POSTS
    if tree.tags[noun] != "NNS":
        return False
    official = role.role in _OFFICIAL and tree.lemmas[noun] not in _ABROAD
    if basis in TOWNS:
        return official and (name not in _CONGRESSES or role.role in _LOCAL)
    ruling = basis == "capital" and tree.lemmas[noun] in _RULERS
    return basis in {"capital", "name"} and (official or ruling or role.role in _AT_LARGE or tree.lemmas[noun] in _CROWDS)
