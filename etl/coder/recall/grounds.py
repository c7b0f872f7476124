"""Whom a clause names behind its subject, who therefore is not the subject: "It apologised to Chinese customers"."""

from etl.coder.actors import Actor, Cast
from etl.coder.recall.memory import SUBJECTS
from etl.coder.tree import Tree

_OWN_MEN = frozenset({"send", "dispatch", "sack", "dismiss", "appoint"})
_PLACING = frozenset({"near", "off", "over", "in", "at", "around", "outside", "along", "above"})
_SAYING = frozenset({"say", "claim", "state", "announce", "report", "add"})
_GROUNDS = frozenset({"city", "territory"})


def named_behind(tree: Tree, cast: Cast, token: int) -> set[str]:
    """Return whom the clause of a subject names behind it: "It apologised to Chinese customers" is not of China.

    A place of his own does not speak against whoever says what he did to another: "Seoul said it had downed a Northern
    drone near Paju". Who did it to nobody else may be another: "Tokyo said it had fallen near Hachinohe".
    """
    if tree.deps[token] not in SUBJECTS:
        return set()
    verb = tree.head[token]

    def clause_of(word: int) -> int:
        return next((above for above in tree.ancestors(word) if tree.pos[above] in {"VERB", "AUX"}), word)

    sent = tree.kids(verb, "dobj") if tree.lemmas[verb] in _OWN_MEN else ()  # "it was sending Lavrov to Ankara"
    own = [one for one in sent if any(man.person for man in cast.heads.get(one, ()))]
    named = (*cast.heads.items(), *cast.owners.items())
    behind = {word: actors for word, actors in named if word > verb and word not in own and clause_of(word) == verb}
    tellers = _tellers(tree, cast, verb)
    others = {actor.key for actors in behind.values() for actor in actors} - tellers
    return {
        actor.key
        for word, actors in behind.items()
        for actor in actors
        if not (others and actor.key in tellers and _tells_where(tree, word, actor))
    }


def _tellers(tree: Tree, cast: Cast, verb: int) -> set[str]:
    above = tree.head[verb]
    if tree.deps[verb] != "ccomp" or tree.lemmas[above] not in _SAYING:
        return set()
    return {actor.key for who in tree.kids(above, "nsubj") for actor in cast.heads.get(who, ())}


def _tells_where(tree: Tree, word: int, actor: Actor) -> bool:
    above = tree.head[word]
    return actor.basis in _GROUNDS and tree.deps[word] == "pobj" and tree.lemmas[above] in _PLACING
