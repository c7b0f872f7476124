"""Who says that another is entitled to something takes his side: "Russian Diplomat: Iran Entitled to Enrich Uranium"."""

from collections.abc import Iterator

from etl.coder.acts import Proto
from etl.coder.grammar.slots import Grammar

_SAYING = frozenset("say stress state insist declare note maintain argue affirm reiterate add tell".split(" "))
_HEDGING = frozenset({"may", "might", "could", "would", "should"})


class Entitlements:
    """Finds whose claims somebody stands up for in one parsed sentence."""

    def __init__(self, grammar: Grammar) -> None:
        """Take the sentence's slots."""
        self._grammar = grammar

    def told(self) -> Iterator[Proto]:
        """Yield the support of who says so for whom he says it: "said Iran was entitled to enrich uranium"."""
        tree, grammar = self._grammar.tree, self._grammar
        for token in tree.places({"entitle", "entitled"}):
            clause = tree.head[token] if tree.deps[token] in {"acomp", "oprd"} else token
            verb = tree.head[clause]
            said = tree.lemmas[verb] in _SAYING or tree.words[verb] == ":"
            if tree.deps[clause] not in {"ccomp", "parataxis"} or not said or tree.kids(clause, "neg") or tree.kids(token, "neg"):
                continue
            if {tree.words[aux].lower() for aux in tree.kids(clause, "aux")} & _HEDGING or tree.kids(verb, "neg"):
                continue
            speakers = [actor for part in tree.kids(verb, "nsubj") for actor in grammar.actors(part, loose=True)]
            own = {actor.key for actor in speakers}
            subjects = tree.kids(clause, "nsubj", "nsubjpass")
            backed = [actor for part in subjects for actor in grammar.actors(part) if actor.country and actor.key not in own]
            if speakers and backed:
                yield Proto("052", tuple(speakers), tuple(backed), "oneway", "verb:entitle>comp:052~entitled", verb, rank=8)
