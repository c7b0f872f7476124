"""Who is flown somewhere and pays no visit: the sick, captives, migrants."""

from etl.coder.grammar.slots import Grammar

_CARE = frozenset({"treatment", "surgery", "care", "operation", "rehabilitation"})
_OFFICIALS = frozenset({"GOV", "MIL", "LEG", "COP", "SPY", "ELI"})


def flown_as_patients(grammar: Grammar, verb: int) -> bool:
    """Whether people who visit nobody are flown somewhere: the sick "for treatment", prisoners, but no officials."""
    goals = {grammar.tree.lemmas[part] for part in grammar.prepositional(verb, "for")} & _CARE
    return grammar.passive(verb) and (bool(goals) or not _led(grammar, verb))


def _led(grammar: Grammar, verb: int) -> bool:
    """Whether an official is among those who are flown."""
    flown = grammar.tree.kids(verb, "nsubjpass", "dobj")
    return any(actor.role in _OFFICIALS for part in flown for actor in grammar.actors(part))


def people_flown(grammar: Grammar, verb: int) -> bool:
    """Whether people are flown, and no aircraft: "five prisoners flown in by the United States"."""
    roles = [grammar.role_at(one) for one in grammar.objects(verb)] if grammar.passive(verb) else []
    return any(role is not None and role.kind == "person" for role in roles)
