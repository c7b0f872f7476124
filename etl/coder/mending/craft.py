"""Ships and aircraft by their names and types: "the tanker Skipper", "an Australian P-8A Poseidon", "a Russian Il-38"."""

import re
from dataclasses import replace

from etl.coder.tree import Tree

_TYPE = re.compile(
    r"(?!P-5$)(?:B-(?:1B|2|21|52)H?|F-(?!1s?$)\d{1,2}|J-(?!1s?$)\d{1,2}|H-(?:6|20)"
    r"|(?:P|EP|RC|CP|KC|MC|MQ|RQ|E|EA|EC|MH|SH|UH|AH|HH|CV|OV|MV|JF|JH|KJ|Y|YS|Z|WZ|KF|FA|OP|Su|SU|Tu|TU|Il|IL|MiG|MIG|Mig|Yak|Be|Ka|Mi|A)-\d{1,3})[A-Z]{0,3}s?"
)
"""Designations by letters and number, but for visas (F-1, J-1) and the five permanent members (P-5)."""
_SORTS = frozenset(
    "fighter bomber jet plane aircraft helicopter drone warplane gunship airliner "
    "ship vessel tanker freighter trawler frigate destroyer corvette cutter submarine ferry dredger tugboat yacht supertanker "
    "carrier warship boat barge".split(" ")
)
_AIRCRAFT = frozenset({"poseidon", "aurora", "orion", "seahawk", "cessna", "hercules", "osprey", "globemaster", "triton"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def typed(tree: Tree) -> Tree:
    """Take what is only called by its type, "an Il-38" or "a P-8A Poseidon", for the aircraft it is."""
    lemmas, pos, tags = list(tree.lemmas), list(tree.pos), list(tree.tags)
    for token, word in enumerate(tree.words):
        if word == "Cessna":
            lemmas[token] = "aircraft"
        if not _TYPE.fullmatch(word):
            continue
        above = tree.head[token]
        called = tree.deps[token] in {"compound", "nmod", "amod"} and above > token
        if called and tree.words[above].lower() in _AIRCRAFT:
            lemmas[above] = "aircraft"
        elif not called and tree.pos[token] in {"NOUN", "PROPN"}:
            lemmas[token], pos[token], tags[token] = "aircraft", "NOUN", "NNS" if word.endswith("s") else "NN"
    return tree if lemmas == list(tree.lemmas) else replace(tree, lemmas=lemmas, pos=pos, tags=tags)


def called(tree: Tree) -> Tree:
    """Undo "the tanker Skipper was seized" read with two subjects: the ship is called so."""
    deps, head = list(tree.deps), list(tree.head)
    for name in range(1, len(tree)):
        if tree.pos[name] != "PROPN" or tree.deps[name] not in _SUBJECTS:
            continue
        ship = min(tree.subtree(name)) - 1
        if (
            ship >= 0
            and tree.deps[ship] in _SUBJECTS
            and tree.head[ship] == tree.head[name]
            and tree.lemmas[ship] in _SORTS
            and tree.pos[ship] == "NOUN"
        ):
            deps[name], head[name] = "appos", ship
    return tree.rewired(deps, head)
