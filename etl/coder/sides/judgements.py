"""Whose doing a thing is that is judged, and whose people a worry or a gift is for: not who suffers it, and not every place."""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING

from etl.coder.actors import Actor
from etl.coder.days.almanac import DAYS
from etl.dictionaries import Frame

if TYPE_CHECKING:
    from etl.coder.sides.filling import Filling

VIOLENCE = frozenset(
    (
        "attack bombing killing murder assassination massacre slaughter shooting stabbing assault raid shelling "
        "bombardment explosion blast ambush kidnapping abduction beheading atrocity rape hijacking beating onslaught "
        "carnage bloodbath rampage"
    ).split()
)
"""Violence that is whoever's committed it: where nobody is named for it, it is not that of the country it hits."""

_REPRESSION = frozenset(
    (
        "arrest detention jailing imprisonment sentencing trial conviction execution crackdown persecution mistreatment "
        "treatment fate disappearance eviction closure torture harassment repression suppression prosecution lashing "
        "flogging hanging coup takeover putsch ouster"
    ).split()
)
_SUFFERING = frozenset(
    (
        "victim survivor refugee people family child civilian farmer patient villager hospital school area region "
        "province district community village relief reconstruction effort operation recovery response programme program "
        "project camp flood earthquake quake drought famine cyclone typhoon hurricane storm fire"
    ).split()
)
_RESCUING = frozenset({"evacuate", "airlift", "rescue"})
DEFENDING = frozenset({"defend", "justify"})
_FELLOWS = frozenset({"national", "citizen", "compatriot", "expatriate", "expat"})
_WORKS = frozenset(
    (
        "plant factory facility mine refinery smelter mill operation foundry fab gigafactory shipyard warehouse center centre "
        "campus site subsidiary unit project hub terminal port hotel business network store line complex"
    ).split()
)
"""Where a firm's money goes that it spends on its own."""
_PLACES = frozenset({"capital", "city"})
_JUDGING = frozenset(
    (
        "criticise criticize condemn oppose denounce reject slam blast decry protest question dislike fear resist resent deplore"
        " lament regret"
    ).split()
)


def judged(filling: "Filling", heads: Sequence[int]) -> tuple[list[Actor], bool]:
    """Return whom a judgement of some things hits, and whether violence is among them.

    "Condemned the attack on a church in Egypt by gunmen" hits no country, "the shelling of Aleppo by Russian jets" Russia:
    neither who suffered violence nor where it took place is to blame.
    """
    tree, named = filling.tree, filling.grammar.cast.heads
    told = [head for head in heads if tree.lemmas[head] in VIOLENCE and not named.get(head)]
    # what has nothing on it but "the" points back to an act that was told
    violent = [head for head in told if _is_spelled_out(filling, head)]
    found = filling.named([head for head in heads if head not in violent])
    return found + [actor for head in violent for actor in _doers(filling, head)], bool(violent)


def _is_spelled_out(filling: "Filling", noun: int) -> bool:
    """Whether words on a noun tell more of it than the day."""
    tree = filling.tree
    behind = [tree.words[pobj].lower() for prep in tree.kids(noun, "prep") for pobj in tree.kids(prep, "pobj")]
    return bool(tree.kids(noun, "poss", "compound", "amod", "nmod", "relcl", "acl")) or any(word not in DAYS for word in behind)


def _doers(filling: "Filling", noun: int) -> list[Actor]:
    """Return who did what a noun of violence tells: its owner, where that is no town, else whoever "by" names."""
    owners = [actor for actor in filling.grammar.possessors(noun) if actor.basis not in _PLACES]
    return owners or filling.named(_below(filling, [noun], "by"))


def _below(filling: "Filling", nouns: Iterable[int], preposition: str) -> list[int]:
    """Return what stands behind a preposition anywhere below some nouns."""
    tree = filling.tree
    inside = [token for noun in nouns for token in tree.subtree(noun) if token > noun]
    preps = [token for token in inside if tree.lemmas[token] == preposition and tree.deps[token] in {"prep", "agent"}]
    return [part for prep in preps for pobj in tree.kids(prep, "pobj") for part in tree.conjuncts(pobj)]


def made_by(filling: "Filling", nouns: Sequence[int], doers: AbstractSet[str]) -> list[Actor]:
    """Return who did what is judged or turned down: "rejected the offer that Bonn made", "condemned the law Peru passed".

    Who only judges it too did not: "vetoed a bill that Brussels had criticised".
    """
    tree, grammar = filling.tree, filling.grammar
    clauses = [clause for noun in nouns if not grammar.cast.heads.get(noun) for clause in tree.kids(noun, "relcl")]
    makers = [
        who
        for clause in clauses
        if tree.lemmas[clause] not in _JUDGING
        for who in tree.kids(clause, "nsubj")
        if tree.pos[who] in {"PROPN", "NOUN"}
    ]
    return [actor for who in makers for actor in grammar.actors(who, loose=True) if actor.key not in doers]


def held_in(filling: "Filling", code: str, nouns: Sequence[int], doers: AbstractSet[str]) -> list[Actor]:
    """Return in whose country those were seized or tried whose lot is judged: "condemned the detention of its envoy in Chad".

    Who complains of what was done to his own people does not complain of himself.
    """
    if code[:2] != "11":
        return []
    lots = [noun for noun in nouns if filling.tree.lemmas[noun] in _REPRESSION and not filling.grammar.cast.heads.get(noun)]
    return [
        actor
        for actor in filling.named(_below(filling, lots, "in"))
        if actor.country and not actor.person and actor.key not in doers
    ]


def sited(
    filling: "Filling", code: str, slot: str, holders: Iterable[int], known: Sequence[Actor], doers: AbstractSet[str]
) -> list[Actor]:
    """Return in whose country the matter of a worry or the sufferers of a need are that no country's name is given to.

    "Voiced alarm at the arrest of opposition leaders in Belarus", "gave two million dollars for victims of floods in Pakistan".
    What is the doer's own stands somewhere too: "invested in its factory in Chad". `known` are those whom the slot names.
    """
    words = _REPRESSION if code[:2] == "11" else _SUFFERING if code[:2] == "07" or code[:3] == "033" else frozenset[str]()
    if known:
        words = _WORKS if code[:3] == "061" and {actor.key for actor in known} <= doers else frozenset()
    behind = (noun for holder in holders if words for noun in filling.grammar.prepositional(holder, slot))
    matters = [noun for noun in behind if filling.tree.lemmas[noun] in words]
    return [actor for actor in filling.named(_below(filling, matters, "in")) if actor.country and not actor.person]


def is_for_own(filling: "Filling", frame: Frame, things: Sequence[int], doers: AbstractSet[str]) -> bool:
    """Whether an act is only for the doer's own, and so for no other country.

    "Evacuated its embassy staff from Kabul" helps no Afghan, "defended his call with Kim" takes nobody's part.
    """
    tree = filling.tree
    owned = any(tree.pos[owner] == "PRON" for thing in things for owner in tree.kids(thing, "poss"))
    if frame.lemma in DEFENDING:
        friends = (one for thing in things for one in (thing, *tree.kids(thing, "appos", "compound")))  # "its ally Japan"
        return owned and not any(filling.grammar.cast.heads.get(one) for one in friends)
    if frame.code != "073" or frame.lemma not in _RESCUING:
        return False
    named = {actor.key for actor in filling.named(list(things))}
    fellows = not named and any(tree.lemmas[person] in _FELLOWS for person in things)  # "evacuated 300 nationals from Yemen"
    return owned or fellows or bool(named and named <= doers)
