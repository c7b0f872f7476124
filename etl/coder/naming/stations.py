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
_ALONE = frozenset({"minister", "spokesman", "spokeswoman", "spokesperson", "premier", "chancellor", "prosecutor", "judge"})
_RULERS = frozenset({"general", "junta", "ruler"})  # "the generals in Bamako"

TOWNS = frozenset({"city", "territory"})
"""The bases of actors that are known by a place within a country."""


def at_home(tree: Tree, noun: int, role: Role | None, basis: str, name: str) -> bool:
    """Whether who is "in" a place acts for its country; in a town only officials, and in none where all the world meets."""
    if role is None:
        return False
    if role.kind == "body":
        return tree.lemmas[noun] not in _POSTS
    if any(tree.lemmas[kid] == "local" for kid in tree.kids(noun, "amod")) and name not in _CONGRESSES:
        return True  # "a local man in Suzhou"
    if tree.tags[noun] != "NNS":  # "the foreign minister in Oslo", "a spokesman in Berlin"
        return (
            basis == "capital"
            and tree.lemmas[noun] in _ALONE
            and name not in _CONGRESSES
            and tree.deps[noun] in {"nsubj", "pobj"}
        )
    official = role.role in _OFFICIAL and tree.lemmas[noun] not in _ABROAD
    if basis in TOWNS:
        return official and (name not in _CONGRESSES or role.role in _LOCAL)
    ruling = basis == "capital" and tree.lemmas[noun] in _RULERS
    return basis in {"capital", "name"} and (official or ruling or role.role in _AT_LARGE or tree.lemmas[noun] in _CROWDS)
