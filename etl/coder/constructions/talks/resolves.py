"""Who is ready to go on together: "said they were ready to move forward on arms control" promises as much as to work on it."""

from etl.coder.tree import Tree
from etl.dictionaries import ActLexicon

_READY = frozenset({"ready", "willing", "prepared", "determined", "set", "keen", "eager", "committed"})
_ASKING = frozenset({"against", "unless", "if"})


def resolved(lexicon: ActLexicon, tree: Tree, verb: int) -> bool:
    """Whether moving forward is what somebody is ready for, and not what he has done or means to do to others.

    So are those who are "prepared to take steps on Syria", but not "against Syria", nor "to move ahead with sanctions".
    """
    above = tree.head[verb]
    if not tree.is_infinitive(verb) or tree.lemmas[above] not in _READY or tree.pos[above] not in {"ADJ", "VERB"}:
        return False
    inside = {tree.lemmas[token] for token in tree.subtree(verb)}
    return not inside & (_ASKING | lexicon.classes["sanction"] | lexicon.classes["drill"])
