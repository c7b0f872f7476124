"""Watches: warships and aircraft sent out to shadow somebody do shadow him, although the purpose alone is told."""

from etl.coder.tree import Tree

_SENDING = frozenset(
    "send dispatch despatch deploy launch scramble mobilise mobilize rush vector order use employ task assign".split()
)
_WATCHING = frozenset(
    "shadow tail trail track monitor follow escort intercept identify watch observe chase confront repel guard".split()
)
_CRAFT = frozenset(
    (
        "frigate destroyer warship ship vessel cutter corvette submarine boat carrier jet fighter plane aircraft warplane"
        " drone helicopter patrol soldier troop guard typhoon rafale gripen eurofighter interceptor squadron flotilla"
    ).split()
)


def kept_watch(tree: Tree, verb: int) -> bool:
    """Whether craft were sent to do it: "sent a frigate to shadow the carrier", but not "sent monitors to observe the vote"."""
    above = tree.head[verb]
    if (
        tree.lemmas[verb] not in _WATCHING
        or not tree.is_infinitive(verb)
        or tree.deps[verb] not in {"advcl", "xcomp", "conj"}
        or tree.lemmas[above] not in _SENDING
        or above > verb
        or tree.tags[above] not in {"VBD", "VBN", "VBZ", "VBP"}
    ):
        return False
    sent = [*tree.kids(above, "dobj", "nsubjpass"), *(kid for kid in tree.kids(verb, "nsubj") if kid > above)]
    return tree.lemmas[above] == "scramble" or any(_is_craft(tree.words[thing], tree.lemmas[thing]) for thing in sent)


def _is_craft(word: str, lemma: str) -> bool:
    """Whether a noun is a ship or an aircraft by its name or by its type: "F-15s", "F/A-18s", "Su-27"."""
    return lemma.lower() in _CRAFT or (word[:1].isupper() and any(char.isdigit() for char in word))
