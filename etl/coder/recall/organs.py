"""Whose "the ministry" is: the ministry told of before, and not of whoever made the offer that it rejects.

"Sudan's foreign ministry criticised Britain. London had offered aid. The ministry rejected the offer": Sudan's.
"""

from etl.coder.actors import Actor, Cast
from etl.coder.recall.antecedents import Antecedents
from etl.coder.recall.grounds import named_behind
from etl.coder.recall.memory import Memory
from etl.coder.tree import Tree

_REFUSING = frozenset({"reject", "refuse", "dismiss", "decline", "deny", "rebuff", "spurn", "rebut", "refute"})
_OFFICIAL = frozenset({"GOV", "MIL"})


def body_of(antecedents: Antecedents, tree: Tree, cast: Cast, memory: Memory, sentence: int, token: int) -> list[Actor]:
    """Return whose body a phrase like "the ministry" is: one called so before, else of the last state named.

    Somebody of whose ministry others speak ("condemned Washington's use of force") is not meant.
    """
    behind = named_behind(tree, cast, token)
    noun = tree.lemmas[token]
    refused = _asking(memory, sentence) if _refuses(tree, token) else frozenset()

    def fits(actor: Actor) -> bool:
        return not actor.person and actor.role in _OFFICIAL and actor.key not in behind

    return (
        antecedents.nearest(token, lambda actor: fits(actor) and noun in actor.text.lower() and actor.key not in refused)
        or antecedents.nearest(token, lambda actor: fits(actor) and actor.key not in refused)
        or antecedents.nearest(token, fits)
    )


def _refuses(tree: Tree, token: int) -> bool:
    """Whether a body turns down what was told before: "the ministry rejected the offer", "rejecting it, the ministry said"."""
    verb = tree.head[token]
    return tree.deps[token] == "nsubj" and any(tree.lemmas[one] in _REFUSING for one in (verb, *tree.kids(verb, "advcl")))


def _asking(memory: Memory, sentence: int) -> frozenset[str]:
    """Return who did the act told last, where that was done to somebody: he does not turn it down himself."""
    last = memory.doings[-1] if memory.doings else None
    return (
        frozenset({last.source.key}) if last is not None and last.target is not None and sentence > last.sentence else frozenset()
    )
