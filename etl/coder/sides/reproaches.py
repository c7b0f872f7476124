"""Phrases by which reported speech blames or honours its subject: "had no right to", "plays with fire", "deserved thanks"."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet

from etl.coder.grammar.slots import Grammar
from etl.coder.tree import Tree

_LACKING = frozenset("right business authority standing mandate excuse justification shame credibility jurisdiction".split())
_VOID = frozenset({"value", "force", "validity", "merit", "weight", "effect"})
_LOSING = frozenset({"touch", "sense", "mind", "way", "credibility", "legitimacy", "nerve"})
_PLAYING = frozenset({"game", "trick", "politics", "dumb", "foul", "victim"})
_FOUL = frozenset({"dangerous", "double", "risky", "deadly", "cynical", "reckless", "dirty"})
_DODGING = frozenset({"hide", "escape", "shirk", "evade", "dodge", "deny", "conceal", "mask"})
_HAVENS = frozenset(
    {"shelter", "haven", "refuge", "sanctuary", "cover", "succour", "succor", "support", "arms", "weapon", "training"}
)
_WORDS = frozenset({"promise", "word", "pledge", "commitment", "obligation"})
_TOOLS = frozenset({"weapon", "pawn", "pretext", "tool", "lever", "hostage", "shield", "chip", "excuse", "cudgel", "smokescreen"})
_FALSE = frozenset(
    {"lie", "cheat", "mislead", "deceive", "dissemble", "backtrack", "renege", "scaremonger", "overreact", "stall", "cling"}
)
_EARNING = frozenset({"deserve", "merit", "earn"})
_HONOURS = frozenset("thanks thank praise credit gratitude respect admiration recognition applause medal".split())
_KIN = frozenset({"brother", "sister", "family"})


def blamed_or_honoured(
    grammar: Grammar, classes: Mapping[str, AbstractSet[str]], clause: int, *, denied: bool
) -> tuple[str, str] | None:
    """Return the code of what a clause says of its subject by a set phrase, with its verb; None for nothing.

    `denied` tells whether the clause is negated: "had not kept its promises" blames, "had kept them" does not.
    """
    tree = grammar.tree
    lemma = tree.lemmas[clause]
    things = {tree.lemmas[kid] for kid in tree.kids(clause, "dobj", "attr")}
    no = any(tree.words[det].lower() in {"no", "none"} for kid in tree.kids(clause, "dobj") for det in tree.kids(kid, "det"))
    if denied:
        none = any(tree.words[kid].lower() == "none" for kid in tree.kids(clause, "dobj"))
        broken = lemma in {"keep", "honour", "honor", "fulfil", "fulfill"} and (none or things & _WORDS)
        far = lemma == "go" and any(tree.lemmas[kid] in {"far", "enough"} for kid in tree.kids(clause, "advmod"))
        dodged = lemma in _DODGING and {"can", "could"} & set(grammar.auxiliaries(clause)) and tree.kids(clause, "dobj")
        return ("111", lemma) if broken or far or dodged else None
    if lemma == "have" and no and not any(grammar.prepositional(kid, "of") for kid in tree.kids(clause, "dobj")):
        return ("111", "no right") if things & _LACKING else ("120", "no value") if things & _VOID else None
    placed = {tree.lemmas[noun] for noun in grammar.prepositional(clause, "in") if _without(tree, noun)}
    if (lemma == "lack" and things & _LACKING) or (lemma == "be" and placed & {"position", "place"}):
        return "111", lemma  # "lacked the authority to judge", "was in no position to lecture others"
    if lemma == "keep" and any(tree.words[kid].lower() == "none" for kid in tree.kids(clause, "dobj")):
        return "111", "keep"
    played = {tree.lemmas[kid] for kid in tree.kids(clause, "dobj") if tree.tags[kid] == "NNS" or _is_foul(tree, kid)}
    fire = lemma == "play" and (
        played & _PLAYING or any(tree.lemmas[noun] == "fire" for noun in grammar.prepositional(clause, "with"))
    )
    if fire or (lemma == "lose" and things & _LOSING) or lemma in _FALSE:
        return "111", lemma
    outlaws = {
        tree.lemmas[noun] for holder in (clause, *tree.kids(clause, "dobj")) for noun in grammar.prepositional(holder, "to")
    }
    if lemma in {"give", "provide", "offer", "lend"} and things & _HAVENS and outlaws & classes["outlaw"]:
        return "112", lemma
    turned = [noun for way in ("as", "into") for noun in grammar.prepositional(clause, way)]
    if lemma in {"use", "turn", "exploit", "treat"} and {tree.lemmas[noun] for noun in turned} & _TOOLS:
        return "112", lemma
    if lemma in {"weaponise", "weaponize"}:
        return "112", lemma
    like = lemma == "be" and {tree.lemmas[noun] for noun in grammar.prepositional(clause, "like")} & _KIN
    return ("051", lemma) if like or (lemma in _EARNING and things & _HONOURS) else None


def _without(tree: Tree, noun: int) -> bool:
    """Whether a noun is denied: "in no position"."""
    return any(tree.words[det].lower() == "no" for det in tree.kids(noun, "det"))


def _is_foul(tree: Tree, thing: int) -> bool:
    """Whether what is played is bad: "a dangerous game", "the victim", but not "a game of patience"."""
    return tree.lemmas[thing] not in {"game", "trick"} or any(tree.lemmas[kid] in _FOUL for kid in tree.kids(thing, "amod"))
