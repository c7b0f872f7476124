"""Matches, shows and markets: teams that meet, entertainers on tour and firms that fight for buyers are no diplomacy."""

from collections.abc import Iterable, Sequence

from etl.coder.actors import Actor
from etl.coder.tree import Tree

_PLAYING = frozenset(
    (
        "meet play face beat host stun edge thrash crush fight attack visit tour welcome travel take clash battle open begin "
        "start arrive bombard pepper fire invade demolish rout hammer"
    ).split()
)
_SPORT = frozenset(
    (
        "match qualifier semifinal semi-final semi quarterfinal quarter-final quarter playoff play-off friendly cricketer "
        "footballer wicket innings tournament football soccer rugby cricket basketball volleyball hockey tennis kickoff "
        "kick-off test tests opener final ashes t20 odi twenty20 bowler batsman batter "
        "baseball softball badminton curling handball futsal archery judo marathon ice-hockey"
    ).split()
)
_NOT_ALONE = frozenset({"test", "tests", "final", "semi", "quarter", "opener", "football", "tennis", "hockey"})
"""Words that tell of a match only behind "in", "for" or as a team's name: a missile test is none."""
_LEADING_IN = frozenset({"in", "for", "of", "at"})
_TEAMS = frozenset({"team", "side", "squad", "player", "international", "club", "xi", "eleven"})
_COACHES = frozenset({"coach", "striker", "goalkeeper", "midfielder"})
_AIMING = frozenset({"at", "bombard", "pepper", "attack", "fire"})
_ARMED = frozenset("mercenary contractor guard militia missile drone gun shell bomb rocket tanker vessel ship trawler".split())
_MEETINGS = frozenset({"03", "04", "19"})
_ARTISTS = frozenset(
    "singer actor actress rapper band ballet pianist violinist comedian supermodel philharmonic filmmaker soprano tenor".split()
)


def entertaining(tree: Tree, root: str, sides: Sequence[Actor], verbs: Iterable[int]) -> bool:
    """Whether an act of a CAMEO root, told by one of some verbs, is one of teams or entertainers and of no statesman."""
    if root not in _MEETINGS:
        return False
    if root == "19" and sides and _is_a_trader(tree, sides[0]):
        return True
    if any(_is_artist(tree, actor.head) for actor in sides):
        return True
    statesmen = any(actor.person and actor.role != "CVL" for actor in sides)
    return not statesmen and any(_is_fixture(tree, verb) for verb in verbs)


def _is_fixture(tree: Tree, verb: int) -> bool:
    """Whether a verb tells of teams: "will host Pakistan in Colombo in the final", "cricketers will tour Pakistan"."""
    if tree.lemmas[verb] not in _PLAYING:
        return False
    return _at_goal(tree, verb) or any(_tells_of_sport(tree, token) for token in tree.subtree(verb))


def _at_goal(tree: Tree, verb: int) -> bool:
    """Whether it is a goal that is fired at: "bombarded the Dutch goal", "fired twenty shots at the Iranian goal"."""
    behind = [
        noun
        for thing in (verb, *tree.kids(verb, "dobj"))
        for prep in tree.kids(thing, "prep")
        for noun in tree.kids(prep, "pobj")
    ]
    return any(
        tree.lemmas[noun] in {"goal", "net"}
        for noun in (*tree.kids(verb, "dobj"), *behind)
        if tree.lemmas[tree.head[noun]] in _AIMING
    )


def _is_a_trader(tree: Tree, source: Actor) -> bool:
    """Whether a firm without arms is said to fight, which it does for buyers: "carmakers have invaded Mexico"."""
    subject = source.basis != "coreference" and tree.deps[source.head] == "nsubj"
    return source.role == "BUS" and subject and not any(lemma.lower() in _ARMED for lemma in tree.lemmas)


def _tells_of_sport(tree: Tree, token: int) -> bool:
    word = tree.lemmas[token].lower()
    if word not in _SPORT or tree.pos[token] == "VERB" or (word == "friendly" and tree.pos[token] != "NOUN"):
        return False
    if word not in _NOT_ALONE:
        return True
    team = tree.deps[token] in {"compound", "amod", "nmod"} and tree.lemmas[tree.head[token]].lower() in _TEAMS
    above = tree.head[token] if tree.deps[token] == "pobj" else token
    counted = word in {"test", "tests"} and tree.words[token][:1].isupper() and above != token
    behind = above != token and tree.lemmas[above] in _LEADING_IN and word not in {"test", "tests"}
    half = word in {"semi", "quarter"} and "final" in {one.lower() for one in tree.words[token + 1 : token + 3]}
    return team or counted or behind or half


def _is_artist(tree: Tree, noun: int) -> bool:
    """Whether somebody is said to sing or act for a living: "American singer Taylor Swift", "the Berlin Philharmonic"."""
    if not 0 <= noun < len(tree):
        return False
    owned = [tree.head[noun]] if tree.deps[noun] in {"poss", "compound", "amod", "nmod"} else []  # "Russia's state ballet"
    parts = [part for one in (noun, *owned) for part in (one, *tree.kids(one, "compound", "appos", "amod", "nmod"))]
    return any(tree.lemmas[part].lower() in _ARTISTS for part in parts)


def of_a_coach(tree: Tree, verb: int) -> bool:
    """Whether it is a team's coach whom somebody dismisses or takes: "Ghana sacked their German coach"."""
    return any(tree.lemmas[thing].lower() in _COACHES for thing in tree.kids(verb, "dobj", "nsubjpass"))
