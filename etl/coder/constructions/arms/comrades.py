"""Who strikes a third together: "launched coordinated attacks on rebels", "bombed them in coordination with Chad"."""

from collections.abc import Iterator, Sequence

from etl.coder.actors import Actor
from etl.coder.acts import Act, Proto
from etl.coder.constructions.construction import Extension
from etl.coder.grammar.slots import Grammar
from etl.coder.roots import VIOLENT
from etl.records import LIVE

_BLOWS = frozenset(
    "attack strike airstrike offensive assault raid bombing bombardment operation airdrop counteroffensive sortie".split(" ")
)
_ARMED = _BLOWS - {"operation", "airdrop"}
_JOINT = frozenset("joint coordinated combined concerted synchronised synchronized".split(" "))
_JOINTLY = frozenset({"jointly", "together"})
_CONCERT = frozenset({"coordination", "concert", "tandem", "conjunction", "cooperation", "collaboration"})
_CARRYING_OUT = frozenset(
    "launch carry mount conduct stage begin start unleash lead wage execute resume plan announce".split(" ")
)
_HINTS = _ARMED | _JOINTLY | _CONCERT
_MARK = "~together"


class Comrades(Extension):
    """Finds who fights side by side in one parsed sentence."""

    def told(self) -> Iterator[Proto]:
        """Yield the joint operation of those who strike together."""
        told: set[int] = set()
        if not self._tree.places(_HINTS):
            return
        for token in self._tree.telling():
            for verb, doers in self._concerted(token):
                several = tuple({actor.key: actor for actor in doers if actor.country}.values())
                if verb not in told and len(several) > 1 and not self._grammar.is_reciprocal(verb):
                    told.add(verb)
                    rule_id = f"{'verb' if verb == token else 'noun'}:{self._tree.lemmas[token]}{_MARK}"
                    proto = Proto("062", several, (), "mutual", rule_id, verb, rank=6, operators=("do",))
                    yield self._assertion.modal(proto, verb, self._lexicon)

    def _concerted(self, token: int) -> Iterator[tuple[int, list[Actor]]]:
        """Yield the verb of a blow that is struck together, and who strikes it."""
        grammar, tree = self._grammar, self._tree
        if grammar.is_verb(token):
            ways = {tree.words[kid].lower() for kid in tree.kids(token, "advmod")}
            jointly = bool(ways & _JOINTLY)
            partners = [
                actor
                for prep in tree.kids(token, "prep")
                for noun in tree.kids(prep, "pobj")
                if tree.lemmas[noun] in _CONCERT
                for part in grammar.prepositional(noun, "with")
                for actor in grammar.actors(part)
            ]
            if (jointly or partners) and self._strikes(token):
                yield token, [*grammar.doers(token), *partners]
        elif tree.lemmas[token] in _ARMED:
            verb = tree.head[token]
            if tree.deps[token] == "pobj" and tree.lemmas[verb] == "in":
                verb = tree.head[verb]  # "struck the port in a coordinated attack"
            if not grammar.is_verb(verb) or tree.deps[token] not in {"dobj", "pobj"}:
                return
            joint = any(tree.words[kid].lower() in _JOINT for kid in tree.kids(token, "amod"))
            together = (joint and self._strikes(verb)) or (tree.lemmas[verb] == "coordinate" and tree.deps[token] == "dobj")
            if together and not grammar.is_reciprocal(token):
                yield verb, grammar.doers(verb)

    def _strikes(self, verb: int) -> bool:
        """Whether a verb tells of blows: it strikes, or carries out a strike."""
        tree = self._tree
        if any(proto.code[:2] in VIOLENT and proto.trigger == verb for proto in self._protos(verb)):
            return True
        return tree.lemmas[verb] in _CARRYING_OUT and any(tree.lemmas[thing] in _ARMED for thing in tree.kids(verb, "dobj"))


def struck_together(grammar: Grammar, verb: int) -> bool:
    """Whether what is launched or coordinated is a blow: "coordinated their attacks" is more than cooperation."""
    tree = grammar.tree
    return any(tree.lemmas[thing] in _ARMED for thing in tree.kids(verb, "dobj"))


def without_comrades(acts: list[Act]) -> list[Act]:
    """Return the acts without blows between those who strike together: it is only where they strike."""
    allied = {(act.source.key, act.target.key) for act in acts if act.rule_id.endswith(_MARK)}
    if not allied:
        return acts
    keys = {key for pair in allied for key in pair}
    return [
        act
        for act in acts
        if act.code[:2] not in VIOLENT
        or act.status not in LIVE
        or act.target.role != "GOV"  # rebels of one of them they may well strike
        or ((act.source.key, act.target.key) not in allied and not (act.source.key == act.target.key and act.source.key in keys))
    ]


def side_by_side(acts: Sequence[Act], source: str, target: str) -> bool:
    """Whether two were found to strike together, so that neither strikes the other."""
    return any(act.rule_id.endswith(_MARK) and {act.source.key, act.target.key} == {source, target} for act in acts)
