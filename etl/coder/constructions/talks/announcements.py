"""Deals that those who made them announce together: "Fiji and Tonga, which have been negotiating, announced a water deal"."""

from collections.abc import Iterator

from etl.coder.acts import Proto
from etl.coder.grammar.slots import Grammar

_PACTS = frozenset("agreement deal treaty pact accord memorandum mou convention compact charter fta".split())
_ANNOUNCING = frozenset({"announce", "unveil", "present", "reveal"})
_PARTNERS = ("with", "between", "from")
_UNMADE = frozenset("proposed possible potential draft separate similar no any planned future own".split())


def announced_together(grammar: Grammar) -> Iterator[Proto]:
    """Yield the agreement that several announce: "A pact was unveiled by the premiers of Fiji and Tonga, who held talks".

    What they hold talks on, or plan, or have with a third is none, and a deal to do something is read as that.
    """
    tree = grammar.tree
    for noun in tree.places(_PACTS):
        verb = tree.head[noun]
        if tree.lemmas[verb] not in _ANNOUNCING or tree.deps[noun] not in {"dobj", "nsubjpass"} or not grammar.is_verb(verb):
            continue
        words = {tree.words[kid].lower() for kid in tree.kids(noun, "amod", "det", "poss")}
        doers = {actor.key: actor for actor in grammar.doers(verb) if actor.country}
        others = {actor.key for way in _PARTNERS for part in grammar.prepositional(noun, way) for actor in grammar.actors(part)}
        if len(doers) == 2 and not words & _UNMADE and others <= set(doers) and not tree.kids(noun, "acl", "relcl"):
            rule_id = f"verb:{tree.lemmas[verb]}+@agreement~jointly"
            yield Proto("057", tuple(doers.values()), (), "mutual", rule_id, verb, rank=6, operators=("do",))
