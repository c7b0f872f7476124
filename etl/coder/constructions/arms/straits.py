"""Force that China shows in the strait before Taiwan: "China holds live-fire drills in the Taiwan Strait".

The strait is nobody's and names no party, but China's arms are shown there to Taiwan. Other navies that pass through show them to
nobody whom the sentence names.
"""

from collections.abc import Iterator
from dataclasses import replace

from etl.coder.actors import Actor
from etl.coder.acts import Proto
from etl.coder.constructions.construction import Construction

_OWNER, _SHOWN_TO = "CHN", "TWN"
_ARMY = frozenset({"GOV", "MIL", "COP"})
_STRAIT = frozenset({"strait", "straits"})
_WITHIN = frozenset({"in", "over", "through", "across", "near", "around", "into", "inside", "along"})
_HOLDING = frozenset("hold conduct stage carry begin start launch run continue extend fire send deploy fly".split())
_MOVING = frozenset("sail pass transit cross fly patrol enter steam cruise drill exercise train approach operate".split())
_ARMED = ("drill", "warship", "aircraft", "missile", "projectile", "munition", "military_act", "soldier")
_ALSO = frozenset({"rocket", "patrol", "sortie", "carrier", "navy", "ship", "fleet", "army", "pla", "formation", "artillery"})


def across(proto: Proto) -> Proto:
    """Return drills that seem to be of China and Taiwan together as shown by the one to the other: "Beijing's Taiwan drills".

    The two have never trained together; "Tokyo's Philippines drills" may well be with the Philippines.
    """
    sides = {actor.key: actor for actor in (*proto.sources, *proto.targets)}
    if proto.code != "062" or sides.keys() != {_OWNER, _SHOWN_TO}:
        return proto
    shown = replace(proto, code="150", kind="oneway", sources=(sides[_OWNER],), targets=(sides[_SHOWN_TO],))
    return replace(shown, rule_id=f"{proto.rule_id}~show")


class Straits(Construction):
    """Finds force shown in the strait of one parsed sentence."""

    def told(self) -> Iterator[Proto]:
        """Yield China's show of force to Taiwan where it is told of the strait."""
        tree, grammar = self._grammar.tree, self._grammar
        for strait in tree.places(_STRAIT):
            place = self._place(strait)
            if place is None:
                continue
            verb = next((above for above in tree.ancestors(place) if grammar.is_verb(above)), None)
            if verb is None or tree.lemmas[verb] not in _HOLDING | _MOVING:
                continue
            doers = [actor for agent in grammar.agents(verb) for actor in grammar.actors(agent, loose=True)]
            words = {tree.lemmas[token].lower() for token in tree.subtree(verb)}
            if {actor.key for actor in doers} != {_OWNER} or not words & self._force() or doers[0].role not in _ARMY:
                continue
            taiwan = Actor(_SHOWN_TO, "GOV", "Taiwan", tree.words[strait], None, None, "coreference", strait)
            shown = Proto("150", tuple(doers), (taiwan,), "oneway", "strait:taiwan", verb)
            yield self._assertion.modal(shown, verb, self._lexicon)

    def _force(self) -> frozenset[str]:
        """Return the words for arms."""
        return _ALSO.union(*(self._lexicon.classes[name] for name in _ARMED))

    def _place(self, strait: int) -> int | None:
        """Return the preposition by which something is in the strait: "in waters of the Taiwan Strait"; None where it is not."""
        tree = self._grammar.tree
        if not any(tree.words[kid].lower() == "taiwan" for kid in tree.kids(strait, "compound", "nmod", "amod")):
            return None
        noun = strait
        while tree.deps[noun] in {"compound", "nmod"} and tree.head[noun] > noun:  # "Taiwan Straits area"
            noun = tree.head[noun]
        if tree.deps[noun] == "pobj" and tree.lemmas[tree.head[noun]] == "of":
            noun = tree.head[tree.head[noun]]
        above = tree.head[noun]
        if tree.lemmas[above] in {"transit", "cross", "patrol"} and tree.deps[noun] == "dobj":
            return noun
        return above if tree.deps[noun] == "pobj" and tree.lemmas[above] in _WITHIN else None
