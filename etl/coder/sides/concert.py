"""What several agree to do to somebody else: they act together on a third, and nothing passes between them."""

from etl.coder.acts import Proto
from etl.coder.grammar.slots import Grammar

_TOWARD = ("to", "with", "against", "from", "on", "for")

_SHARED = frozenset({"common", "joint", "shared", "united", "coordinated"})


def for_a_third(grammar: Grammar, proto: Proto) -> bool:
    """Whether those who agree mean a third: "agreed to press Pyongyang", "agreed to train Ukrainian pilots".

    Talks with a third, or cooperation on him, are theirs too.
    """
    own = {actor.country for actor in proto.sources}
    if (
        proto.operators[:1] != ("agree",)
        or not proto.code.startswith("030")
        or proto.kind != "mutual"
        or proto.targets
        or len(own) < 2
    ):
        return False
    tree = grammar.tree
    clauses = [clause for clause in tree.kids(proto.trigger, "xcomp") if tree.is_infinitive(clause)]
    if not clauses or not grammar.is_verb(proto.trigger):
        return False
    verb = clauses[0]
    if any(tree.words[kid].lower() in _SHARED for thing in grammar.objects(verb) for kid in tree.kids(thing, "amod")):
        return False  # "agreed to seek a common answer to American tariffs"
    things = [*grammar.objects(verb), *(noun for way in _TOWARD for noun in grammar.prepositional(verb, way))]
    things += [
        noun for thing in grammar.objects(verb) for way in ("to", "with", "against") for noun in grammar.prepositional(thing, way)
    ]
    meant = {actor.country for thing in things if thing > verb for actor in grammar.actors(thing, loose=True)} - {None}
    return bool(meant - own)
