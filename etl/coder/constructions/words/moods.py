"""Moods: what a people feels is a state, and nothing that it does to anybody."""

from etl.coder.acts import Proto
from etl.coder.roots import REPROACHING


def only_a_mood(proto: Proto) -> bool:
    """Whether an adjective only tells how a people feels: "Filipinos furious at China"; who governs is angry in words."""
    people = bool(proto.sources) and all(actor.role == "CVL" and not actor.person for actor in proto.sources)
    return proto.code[:2] in REPROACHING and people
