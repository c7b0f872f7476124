"""Politics at home: parties of one parliament, impeachments and inquiries, of which no other state is a part."""

from itertools import islice

from etl.coder.tree import Tree

_POLITICIANS = frozenset(
    "lawmaker legislator politician member senator congressman parliamentarian deputy candidate voter supporter".split()
)
_PARTIES = frozenset(
    "Democrats Republicans Democrat Republican Democratic Congress Senate House Labour Conservatives Tories".split()
)
_INQUIRIES = frozenset({"impeachment", "impeach", "subpoena", "caucus", "nominee", "recusal", "recuse", "reelection"})
_RIVALS = ("special prosecutor", "special counsel", "fellow republicans", "fellow democrats")
_CLOSE = frozenset({"fellow", "own"})


def of_home_politics(tree: Tree, token: int) -> bool:
    """Whether "both parties" are parties of one parliament: "lawmakers from both parties", beside Democrats and Republicans."""
    if tree.lemmas[token] != "party":
        return False
    above = {tree.lemmas[noun] for noun in islice(tree.ancestors(token), 2)}
    return not above.isdisjoint(_POLITICIANS) or not _PARTIES.isdisjoint(tree.words)


def tells_home_politics(tree: Tree) -> bool:
    """Whether a sentence is about an inquiry or a rival at home: "called the impeachment a sham", "his fellow Republicans"."""
    text = tree.text.lower()
    return not _INQUIRIES.isdisjoint(tree.lemmas) or any(rival in text for rival in _RIVALS)


def inquiry_at_home(tree: Tree, noun: int) -> bool:
    """Whether a state in front of an inquiry is but its topic, and the suspects are at home: "Mueller's Russia investigation"."""
    if tree.lemmas[noun] not in _LOOKING_INTO or noun == 0 or tree.deps[noun - 1] not in {"compound", "nmod"}:
        return False
    named = tree.head[noun - 1] == noun and tree.pos[noun - 1] == "PROPN"
    return named and (tells_home_politics(tree) or not _INVESTIGATORS.isdisjoint(tree.words))


_LOOKING_INTO = frozenset({"investigation", "probe", "inquiry", "hearing"})
_INVESTIGATORS = _PARTIES | {
    "Mueller",
    "Comey",
    "FBI",
    "DOJ",
    "Justice",
    "counsel",
    "committee",
    "Committee",
    "collusion",
    "Barr",
}


def of_the_subject(tree: Tree, token: int) -> bool:
    """Whether a possessive can only mean the subject of its clause: "criticised his fellow lawmakers"."""
    owned = tree.head[token]
    return tree.deps[token] == "poss" and any(tree.words[kid].lower() in _CLOSE for kid in tree.kids(owned, "amod"))
