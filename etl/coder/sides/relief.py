"""To whom aid goes that does not say so: a disaster struck him, unless the words send it elsewhere."""

from dataclasses import replace

from etl.coder.acts import Proto
from etl.coder.grammar.slots import Grammar

_TO = ("to", "for", "into", "towards", "toward", "in", "at")
_ANYWHERE = frozenset({"help", "assist", "support", "treat", "serve", "back"})
# Those whom a disaster leaves, where it was, and what is done about it: they say of no other country.
_STRICKEN = frozenset(
    (
        "victim survivor people family resident villager child homeless displaced injured area region zone province "
        "district city town village capital island quake earthquake flood disaster storm cyclone typhoon hurricane "
        "tsunami effort relief rescue operation work response help recovery reconstruction rebuilding aid assistance "
        "search hospital treatment patient population need country addition kind cash week day month hour coming form "
        "shelter food medicine equipment supply"
    ).split(" ")
)


def helped(grammar: Grammar, proto: Proto, verb: int) -> Proto:
    """Return aid that names nobody with whom others are helping: "Kuwait has promised a further $4 billion".

    Where a disaster struck somebody, that is who is helped: "A quake shook Nepal. Japan and Fiji have sent tents".
    """
    if grammar.tree.lemmas[verb] == "have" and not any(
        grammar.prepositional(one, "in") for one in (verb, *grammar.objects(verb))
    ):
        return proto  # "has three doctors for 10,000 people"
    countries = {actor.country for actor in proto.sources if actor.country}
    deeds = grammar.coreference.deeds
    found = deeds.afflicted(verb, countries) if countries and not _elsewhere(grammar, verb) else []
    found = found or (deeds.helped(verb, countries) if len(countries) == 1 else [])
    return replace(proto, targets=tuple(found), rule_id=f"{proto.rule_id}~answer") if found else proto


def _elsewhere(grammar: Grammar, verb: int) -> bool:
    """Whether aid is said to be for somebody or something that no disaster has to do with: "pledged $5m for schools abroad"."""
    tree = grammar.tree
    holders = (verb, *(grammar.objects(verb) if grammar.is_verb(verb) else ()))
    if tree.lemmas[verb] in _ANYWHERE:
        return True  # "helped fuel rumours"
    goals = [noun for holder in holders for way in _TO for noun in grammar.prepositional(holder, way)]
    return any(
        tree.lemmas[goal].lower() not in _STRICKEN and tree.pos[goal] != "PROPN" and not _counts(tree.pos[goal]) for goal in goals
    )


def _counts(pos: str) -> bool:
    return pos in {"NUM", "PRON"}
