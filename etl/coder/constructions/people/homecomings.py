"""Who comes home from another's prison, and so has been let go: "A Chilean held in Peru flew home", "... is back in Santiago"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from etl.coder.actors import Actor
from etl.coder.acts import Act, Proto
from etl.coder.constructions.construction import Construction
from etl.coder.days.owners import HOLDING
from etl.coder.grammar.slots import Grammar
from etl.records import LIVE

_KEPT = (HOLDING | {"imprison", "intern", "strand", "trap"}) - {"capture", "abduct", "kidnap", "take"}
_COMING = frozenset("return fly come arrive land go head get touch step be reunite travel".split(" "))
_LETTING = frozenset({"allow", "permit", "let", "clear"})
_HOME = frozenset({"home", "homeward"})
_WAYS = frozenset({"back", "way", "arrive", "return", "safely"})
_MARK = "~homecoming"


class Homecomings(Construction):
    """Finds who is set free in one parsed sentence by his coming home."""

    def told(self) -> Iterator[Proto]:
        """Yield the release of a captive by those in whose country he was held."""
        tree, grammar = self._tree, self._grammar
        for held in tree.places(_KEPT):
            noun = tree.head[held]
            if tree.deps[held] not in {"acl", "relcl"} or tree.pos[noun] not in {"NOUN", "PROPN"} or noun > held:
                continue
            captives = tuple(actor for actor in grammar.actors(noun, loose=True) if actor.country)
            own = {actor.country for actor in captives}
            places = [part for way in ("in", "by") for part in grammar.prepositional(held, way)]
            places += [part for agent in tree.kids(held, "agent") for part in tree.kids(agent, "pobj")]
            keepers = tuple(
                actor for part in places for actor in grammar.actors(part) if actor.country and actor.country not in own
            )
            if len(own) != 1 or not keepers:
                continue
            rule_id = f"verb:{tree.lemmas[held]}{_MARK}"
            proto = Proto("0841", keepers[:1], captives[:1], "oneway", rule_id, held, rank=6, operators=("do",))
            verb = tree.head[noun]
            let = tree.deps[noun] in {"nsubj", "nsubjpass"} and self._let_home(verb, own)
            if let or (tree.deps[noun] == "nsubj" and self._comes_home(verb, own)):
                yield replace(self._assertion.modal(proto, verb, self._lexicon), trigger=verb)
            elif grammar.is_title and tree.head[noun] == noun and self._on_the_way(noun, held):
                yield replace(proto, trigger=noun)

    def _let_home(self, verb: int, own: set[str | None]) -> bool:
        """Whether captives are allowed to leave or to go home."""
        tree = self._tree
        goals = tree.kids(verb, "xcomp") if tree.lemmas[verb] in _LETTING and self._grammar.passive(verb) else []
        return any(tree.lemmas[goal] in {"leave", "depart"} or self._comes_home(goal, own) for goal in goals)

    def _comes_home(self, verb: int, own: set[str | None]) -> bool:
        """Whether a verb tells that its subject comes home, or to a place in his own country."""
        tree = self._tree
        if tree.lemmas[verb] not in _COMING:
            return False
        near = {tree.words[kid].lower() for kid in tree.children[verb]}
        if near & _HOME:
            return True
        ways = ("to", "in", "at", "on") if tree.lemmas[verb] != "be" or "back" in near else ()
        places = [part for way in ways for part in self._grammar.prepositional(verb, way)]
        places += [part for kid in tree.kids(verb, "advmod") for part in self._grammar.prepositional(kid, "in")]
        places += [
            pobj for part in places if tree.lemmas[part] in {"way", "soil"} for pobj in (part, part + 1) if pobj < len(tree)
        ]
        return any(tree.words[part].lower() in _HOME for part in places) or any(
            actor.country in own for part in places for actor in self._grammar.actors(part, loose=True)
        )

    def _on_the_way(self, noun: int, held: int) -> bool:
        """Whether a headline without a verb has somebody "back home" or "on his way home"."""
        tree = self._tree
        words = [tree.words[token].lower() for token in tree.subtree(noun) if token > held]
        return any(word in _HOME and (words[at - 1] if at else "") in _WAYS for at, word in enumerate(words))


def freed_since(acts: Sequence[Act], grammar: Grammar) -> Iterator[Act]:
    """Yield the acts of one sentence, the arrest of those who are free by now as long past: "Five held in Peru were freed"."""
    tree = grammar.tree
    freed = {
        (act.source.key, act.target.country)
        for act in acts
        if act.code[:3] in {"084", "035"} and act.status in LIVE and act.rule_id.endswith((_MARK, "~custody"))
    }
    for act in acts:
        caught = act.code[:2] == "17" and act.status in LIVE and (act.source.key, act.target.country) in freed
        aside = act.rule_id.startswith("model:") or (tree.deps[act.trigger] in {"acl", "relcl", "amod"})
        yield replace(act, status="recalled") if caught and aside and not _dated(grammar, act.trigger) else act


def _dated(grammar: Grammar, held: int) -> bool:
    """Whether an arrest has a weekday of its own: "a Chilean held in Peru on Monday was freed on Friday"."""
    words = (grammar.tree.words[day] for on in grammar.tree.kids(held, "prep") for day in grammar.tree.kids(on, "pobj"))
    return any(word.endswith("day") for word in words)


def of_others(actors: Sequence[Actor], keepers: Sequence[Actor]) -> list[Actor]:
    """Return who is let go but for those who let him go: "the ship and its crew"."""
    keys = {actor.key for actor in keepers}
    return [actor for actor in actors if actor.key not in keys] or list(actors)
