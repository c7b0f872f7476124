"""What a bare "hit" says: "Trump hits Venezuela" tells of a blow, "Trump hits Canada with tariffs" of none."""

from etl.coder.grammar.slots import Grammar

_MEANS = frozenset({"with", "over", "for", "about", "because", "through", "where", "back", "out", "hard", "up", "hardest"})
_CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday overnight today night dawn january february march april may june "
    "july august september october november december morning evening".split(" ")
)
_STATES = frozenset({"name", "capital", "seat", "person", "office"})


def is_a_blow(grammar: Grammar, verb: int) -> bool:
    """Whether a state or its leader hits a country, and nothing tells with what else than arms: "after Trump hits Venezuela"."""
    tree = grammar.tree
    struck = tree.kids(verb, "dobj")
    agents = grammar.agents(verb)
    if grammar.passive(verb) or not agents or len(struck) != 1:
        return False
    ours = [actor for agent in agents for actor in grammar.cast.heads.get(agent, ())]
    theirs = [actor for actor in grammar.cast.heads.get(struck[0], ()) if actor.basis in {"name", "capital"} and not actor.person]
    states = bool(ours) and all(actor.country and (actor.basis in _STATES or actor.role == "MIL") for actor in ours)
    if not states or not theirs or tree.kids(struck[0], "nummod", "poss"):
        return False
    for kid in tree.children[verb] + tree.children[struck[0]]:
        dated = any(tree.words[day].lower() in _CALENDAR for day in tree.subtree(kid))
        if tree.words[kid].lower() in _MEANS or (tree.deps[kid] == "prep" and not dated):
            return False
        if tree.deps[kid] in {"npadvmod", "nummod", "acomp", "xcomp", "prt"} and not dated:
            return False  # "hit Chile 3-0"
    return True
