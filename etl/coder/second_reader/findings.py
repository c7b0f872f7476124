"""Acts that only the relation model finds: what in a sentence speaks against one, and the other side of what has two."""

import re

from etl.coder.actors import Actor
from etl.coder.acts import Proto
from etl.coder.constructions.arms.comrades import side_by_side
from etl.coder.constructions.arms.truces import standing
from etl.coder.constructions.goods.cancellations import called_off_for_other_reasons
from etl.coder.constructions.journeys.assemblies import holds_a_gathering
from etl.coder.constructions.journeys.fixtures import entertaining, of_a_coach
from etl.coder.constructions.journeys.frontiers import fired_on_at_a_border, only_borders
from etl.coder.constructions.journeys.inspections import lent_a_hand
from etl.coder.constructions.people.crimes import only_victim, private, tells, unsolved
from etl.coder.recall.home_politics import tells_home_politics
from etl.coder.recall.memory import staged
from etl.coder.roots import MEETING, OBJECTING, PENALTIES, VIOLENT
from etl.coder.second_reader.certainties import given_way, shown_force
from etl.coder.second_reader.remarks import (
    FRESH,
    LASTING,
    grieving,
    is_judged,
    is_named,
    is_pact_judged,
    only_posted,
    only_remarked,
    only_struck,
    outdone,
    to_be_avoided,
    vexed,
)
from etl.coder.second_reader.scene import Scene
from etl.coder.sides.filling import ONLOOKERS
from etl.coder.sides.launches import PLAIN, only_tests, told_to_test
from etl.coder.tree import Tree
from etl.records import LIVE

_ONE_WAY = frozenset({"09", "10", "11", "12", "13", "16", "17"})
_FRUITLESS = re.compile(
    r"\bno (?:\w+ )?(?:progress|breakthrough|headway|agreement|consensus|result|movement|outcome|compromise|deal)"
    r"[’'”\"]* (?:in|at|during|from|after)\b",
    re.IGNORECASE,
)
_DISMISSING = frozenset({"sack", "fire", "dismiss", "axe", "replace", "drop", "oust", "release"})
_ONE_SIDED = frozenset({"with", "from", "on", "against", "to", "toward", "towards", "for", "in"})
_TOPICS = frozenset(
    "speech probe report policy strategy narrative hearing testimony tweet incident investigation inquiry scandal story coverage "
    "debate resolution question issue bill letter interview claim dossier connection collusion trip".split(" ")
)
_HURTING = frozenset("push hurt hit harm squeeze weigh drag dent erode raise cut reduce depress bite make force".split())
_AKIN = {"16": "17", "17": "16", "18": "19", "19": "18"}
_WEIGHING = frozenset({"consider", "mull", "weigh", "ponder", "contemplate"})
_HOSTILE = frozenset({"13", "15", "17", "18", "19", "20"})


def hinted(scene: Scene, root: str) -> bool:
    """Whether the rules see a live act of a root in the sentence, between whomever."""
    hint = scene.hints.get(root)
    return hint is not None and hint.status in LIVE


def unlikely(scene: Scene, root: str, source: Actor, target: Actor) -> bool:
    """Whether the rules saw enough of such an act to know that it is not between these two."""
    hint = scene.hints.get(root)
    if root in _ONE_WAY and _of_others(scene, root, source, target):
        return True
    if hint is not None and _is_asked_for(scene.tree, hint.trigger):
        return True
    if _no_state_act(scene, root, source, target) or _of_old(scene, root, source):
        return True
    if root == "03" and scene.tree.lemmas[joint(scene.tree, source, target)] in _WEIGHING:
        return True  # "is considering a trip to": that is no plan yet
    if root in _HOSTILE and (to_be_avoided(scene.tree, target) or side_by_side(scene.acts, source.key, target.key)):
        return True
    if root == "05" and (
        (hint is None and is_named(scene.tree, target.head)) or is_pact_judged(scene.tree, source.head, target.head)
    ):
        return True
    if only_remarked(scene.tree, root, source, target):
        return True
    if root in OBJECTING and _only_felt_or_told(scene, source, target):
        return True
    if root == "15" and any(
        act.code[:2] == root and act.source.key == source.key and act.rule_id.endswith("~occasion") for act in scene.acts
    ):
        return True  # the rules know to whom the force was shown, and over whose land is no matter
    if any(_looks_on(scene.tree, one) for one in (source, target)) or _crossed(scene, root, source.key, target.key):
        return True
    if _together(scene.tree, root, source, target) or _alike(scene, root, source.key, target.key):
        return True
    return any(staged(scene.tree, one) and _taken(scene, root, one) for one in (source, target))


def _of_others(scene: Scene, root: str, source: Actor, target: Actor) -> bool:
    """Whether what goes one way is done by the other, to others, or is only about a country."""
    hint = scene.hints.get(root)
    if hint is None:
        akin = scene.hints.get(_AKIN.get(root, ""))  # who throws an envoy out is not thrown out himself, whatever the root
        return _only_topic(scene.tree, target) or (akin is not None and _done_by(akin, target, source))
    return (
        _against_hint(hint, source, target)
        or _only_matter(scene, hint, target)
        or _only_topic(scene.tree, target)
        or _acts_before(scene, hint, target)
        or _warned_for(scene, hint, target)
        or _in_passing(scene, hint, source, target)
    )


def _only_felt_or_told(scene: Scene, source: Actor, target: Actor) -> bool:
    """Whether nobody is blamed: somebody is only vexed, tells what another did, or boasts."""
    if vexed(scene.tree, source) or ("11" not in scene.hints and grieving(scene.tree)):
        return True
    blame = scene.hints.get("11")
    if blame is not None and not blame.targets and only_struck(scene.tree, blame.trigger, target):
        return True
    return "11" not in scene.hints and (_only_reports(scene, source, target) or outdone(scene.tree, target))


def _no_state_act(scene: Scene, root: str, source: Actor, target: Actor) -> bool:
    """Whether a private crime, a fixture, a newspaper's words, or flights called off for fog are taken for what states do."""
    tree, hint = scene.tree, scene.hints.get(root)
    if root == "09" and only_victim(tree, target):
        return True
    if root in MEETING and any(only_borders(tree, one) or holds_a_gathering(tree, one) for one in (source, target)):
        return True
    if root == "19" and (source.role == "MED" or fired_on_at_a_border(tree, source)):
        return True
    if root == "04" and _nobody_goes(scene, hint, {source.key, target.key}):
        return True
    if root == "09" and (lent_a_hand(tree) or tells_home_politics(tree)):
        return True
    if root == "18" and private(tree, joint(tree, source, target) if hint is None else hint.trigger, source):
        return True
    if root == "18" and unsolved(tree, source, target):
        return True
    if root in {"15", "17"} and _stands_by(scene, root, target):
        return True
    if root in PENALTIES and any(called_off_for_other_reasons(tree, verb) for verb in range(len(tree))):
        return True
    if root in PENALTIES:  # a team's coach is no diplomat
        return any(of_a_coach(tree, verb) and tree.lemmas[verb] in _DISMISSING for verb in range(len(tree)))
    return entertaining(tree, root, (source, target), range(len(tree)))


def _nobody_goes(scene: Scene, hint: Proto | None, pair: set[str]) -> bool:
    """Whether of two neither visits the other: one is only posted there and no meeting told, or the journey is another's."""
    met = hint is not None and hint.code == "040"
    return (not met and only_posted(scene.tree, scene.actors, pair)) or _anothers_journey(scene, hint, pair)


def _anothers_journey(scene: Scene, hint: Proto | None, pair: set[str]) -> bool:
    """Whether a journey is of a third, whose words on it are judged: "rejects the premier's words during a Rome visit"."""
    tree = scene.tree
    if hint is None or tree.deps[hint.trigger] != "pobj" or tree.lemmas[tree.head[hint.trigger]] not in {"during", "on"}:
        return False
    verb = next((above for above in tree.ancestors(hint.trigger) if tree.pos[above] == "VERB"), hint.trigger)
    whose = {part for thing in tree.kids(verb, "dobj") for poss in tree.kids(thing, "poss") for part in tree.subtree(poss)}
    speakers = {actor.key for actor in scene.actors if actor.person and actor.head in whose}
    return bool(speakers) and not speakers & pair


def _stands_by(scene: Scene, root: str, target: Actor) -> bool:
    """Whether force shown or a thing taken has no target, and somebody only tells it, or is named in what dates it.

    "Fired missiles off its coast, Peru's navy said", "seized a tanker hours before the Peruvian election".
    """
    tree, hint = scene.tree, scene.hints.get(root)
    if hint is not None and {actor.key for actor in hint.targets} - {actor.key for actor in hint.sources}:
        return False
    path = [target.head, *tree.ancestors(target.head)]
    acting = path[-1] if hint is None else hint.trigger
    dated = any(
        (tree.deps[token] in {"prep", "pobj"} and tree.lemmas[token] in _DATING)
        or any(tree.deps[kid] == "mark" and tree.lemmas[kid] in _DATING for kid in tree.children[token])
        for token in path
        if token != acting and acting in tree.ancestors(token)
    )
    return dated or tells(tree, target)


_DATING = frozenset({"before", "ahead", "as", "while", "when", "during", "until", "eve"})


def _of_old(scene: Scene, root: str, source: Actor) -> bool:
    """Whether what is there already is taken for an act: "the truce was holding", "hurt by tariffs", "repaid a loan from"."""
    hint = scene.hints.get(root)
    if root in {"03", "08"} and hint is None and any(standing(scene.tree)):
        return True
    if root == "16" and hint is not None and is_judged(scene.tree, hint.trigger):
        return True
    if root == "16" and hint is not None and not hint.targets and _in_force(scene.tree, hint.trigger):
        return True
    return root == "07" and any(act.rule_id.startswith("verb:repay") and act.target.key == source.key for act in scene.acts)


def _only_reports(scene: Scene, source: Actor, target: Actor) -> bool:
    """Whether somebody only says what another did: "Seoul says the North tests missiles" accuses nobody."""
    tree = scene.tree
    verb = tree.head[source.head]
    if scene.index == 0 and told_to_test(tree, source.head, target.head):
        return True
    if tree.deps[source.head] != "nsubj" or tree.lemmas[verb] not in PLAIN:
        return False
    clauses = tree.kids(verb, "ccomp")
    inside = {token for clause in clauses for token in tree.subtree(clause)}
    harmless = any(hint.trigger in clauses and (root < "09" or root == "15") for root, hint in scene.hints.items())
    by_noun = any(
        hint.trigger in tree.kids(clause, "nsubj") and root in VIOLENT for clause in clauses for root, hint in scene.hints.items()
    )  # "said a Russian attack had killed two"
    return target.head in inside and (harmless or by_noun or any(only_tests(tree, clause) for clause in clauses))


def _against_hint(hint: Proto, source: Actor, target: Actor) -> bool:
    """Whether the one side that the rules found of an act of this kind is the model's other: "China blamed for hack"."""
    doers, undergoers = ({actor.key for actor in side} for side in (hint.sources, hint.targets))
    undone = not doers and source.key in undergoers and target.key not in undergoers
    return undone or _done_by(hint, target, source)


def _done_by(hint: Proto, one: Actor, other: Actor) -> bool:
    """Whether the rules saw one of two, and not the other, do something to nobody named."""
    doers = {actor.key for actor in hint.sources}
    return not hint.targets and one.key in doers and other.key not in doers


def _looks_on(tree: Tree, actor: Actor) -> bool:
    """Whether somebody is only there to see it: "drills with observers from France and Greece"."""
    token = actor.head
    while tree.deps[token] in {"conj", "appos"} and tree.head[token] != token:
        token = tree.head[token]
    if tree.lemmas[token] not in ONLOOKERS and tree.deps[token] == "pobj" and tree.lemmas[tree.head[token]] in {"from", "of"}:
        token = tree.head[tree.head[token]]
    return tree.lemmas[token] in ONLOOKERS and tree.deps[token] == "pobj" and tree.lemmas[tree.head[token]] == "with"


def _together(tree: Tree, root: str, source: Actor, target: Actor) -> bool:
    """Whether two are named together as a third's other side: "talks with Oman and Qatar", "met in Peru and Chile".

    Or as who does it: "Germany and France recalled their envoys" is done to neither.
    """
    tops = []
    for token in (source.head, target.head):
        top = token
        while tree.deps[top] == "conj" and tree.head[top] != top:
            top = tree.head[top]
        tops.append(top)
    if tops[0] != tops[1]:
        return False
    if tree.deps[tops[0]] in {"nsubj", "nsubjpass"}:
        return root in _ONE_WAY
    return tree.deps[tops[0]] == "pobj" and tree.lemmas[tree.head[tops[0]]] in _ONE_SIDED


def _alike(scene: Scene, root: str, one: str, other: str) -> bool:
    """Whether the rules saw both undergo a third's praise or sign with him, meet a third, or one win concessions or show arms."""
    if root in {"05", "06"} and given_way(scene.acts, one, other):
        return True
    if root == "06" and shown_force(scene.acts, one, other):
        return True
    done = [act for act in scene.acts if act.code[:2] == root and act.status in LIVE]
    if root == "05":
        thirds = [{act.source.key for act in done if act.target.key == key} for key in (one, other)]
        return bool(thirds[0] & thirds[1])
    hint = scene.hints.get(root)
    together = hint is not None and {one, other} <= {actor.key for actor in hint.sources}
    if root == "15" and together:
        return True  # "Seoul, Washington fire missiles after the North's test"
    if root != "04" or hint is None or hint.status not in LIVE:
        return False
    return {one, other} <= {actor.key for actor in hint.sources} < {actor.key for actor in (*hint.sources, *hint.targets)}


def _crossed(scene: Scene, root: str, source: str, target: str) -> bool:
    """Whether the rules saw each of two do or undergo such an act with somebody else: "A blames B while C blames D"."""
    done = [act for act in scene.acts if act.code[:2] == root and act.status in LIVE]
    doing = {act.trigger for act in done if act.source.key == source and act.target.key != target}
    suffering = {act.trigger for act in done if act.target.key == target and act.source.key != source}
    return root in _ONE_WAY and bool(doing and suffering) and doing.isdisjoint(suffering)


def undone(scene: Scene, root: str, source: Actor) -> bool:
    """Whether what the model takes for an act of somebody's is done to him by nobody named: "US-Omani drill slammed"."""
    hint = scene.hints.get(root)
    return hint is not None and root in _ONE_WAY and not hint.sources and source.key in {one.key for one in hint.targets}


def _is_asked_for(tree: Tree, trigger: int) -> bool:
    """Whether what a noun names is only asked for: "Pullout of U.S. forces demanded"."""
    verb = tree.head[trigger]
    asked = tree.lemmas[verb] in {"demand", "urge", "seek", "request", "propose"} and tree.tags[verb] in {"VBN", "VBD"}
    return asked and tree.deps[trigger] in {"nsubj", "nsubjpass"} and not tree.kids(verb, "dobj", "ccomp", "xcomp")


def _in_force(tree: Tree, noun: int) -> bool:
    """Whether a measure is only spoken of or suffered from: "called the U.S. tariffs unfair", "as tariffs hurt sales"."""
    if tree.tags[noun] != "NNS" or tree.lemmas[noun] not in LASTING:
        return False
    words = {tree.words[kid].lower() for kid in tree.kids(noun, "det", "amod")}
    known = "the" in words and not words & FRESH and not tree.kids(noun, "relcl", "acl")
    above = tree.head[noun]
    cause = (
        tree.deps[noun] == "pobj"
        and tree.lemmas[above] in {"of", "to", "amid", "by", "because"}
        and tree.lemmas[tree.head[above]] != "impose"
    )
    hurting = tree.deps[noun] == "nsubj" and tree.lemmas[above] in _HURTING
    return known or hurting or (cause and not words & FRESH)


def fruitless(scene: Scene) -> bool:
    """Whether talks are only said to have come to nothing, which the model takes for talks that were not held."""
    return _FRUITLESS.search(scene.text) is not None


def _only_matter(scene: Scene, hint: Proto, target: Actor) -> bool:
    """Whether a country is only what a measure against others is about: "sanctions firms over Taiwan deal"."""
    tree = scene.tree
    noun = target.head
    while tree.deps[noun] in {"compound", "nmod"} and tree.head[noun] > noun:
        noun = tree.head[noun]
    owned = any(tree.deps[token] == "poss" for token in (target.head, noun))
    over = tree.head[noun]
    if owned or tree.deps[noun] != "pobj" or tree.lemmas[over] not in {"over", "amid"}:
        return False
    others = [kid for kid in tree.kids(hint.trigger, "dobj", "nsubjpass") if kid != noun]
    others += [kid for prep in tree.kids(hint.trigger, "prep") if tree.lemmas[prep] == "into" for kid in tree.kids(prep, "pobj")]
    return bool(others) or tree.deps[hint.trigger] == "acl"


def _only_topic(tree: Tree, target: Actor) -> bool:
    """Whether a country only names what words are about: "explains Sweden incident", "unhappy with Afghanistan speech"."""
    if target.basis not in {"name", "capital"} or not 0 <= target.head < len(tree):
        return False
    span = tree.token_at(target.start, target.end) if target.start is not None and target.end is not None else None
    own = tree.span_head(*span) if span is not None else target.head
    return tree.deps[own] == "compound" and tree.lemmas[tree.head[own]] in _TOPICS


def _acts_before(scene: Scene, hint: Proto, target: Actor) -> bool:
    """Whether a country is who does something else in a clause before such an act: "Fiji hits Tonga, Samoa warns it"."""
    tree, verb = scene.tree, scene.tree.head[target.head]
    known = hint.targets and target.key not in {actor.key for actor in (*hint.targets, *hint.sources)}
    return bool(known) and tree.deps[target.head] == "nsubj" and tree.tags[verb].startswith("VB") and verb < hint.trigger


def _in_passing(scene: Scene, hint: Proto, source: Actor, target: Actor) -> bool:
    """Whether a country is only named in passing: "accused Japan of meddling, using the North as an excuse"."""
    others = bool(hint.targets) and target.key not in {actor.key for actor in hint.targets}
    inside = {token for clause in scene.tree.kids(hint.trigger, "advcl") for token in scene.tree.subtree(clause)}
    return others and source.key in {actor.key for actor in hint.sources} and target.head in inside


def _warned_for(scene: Scene, hint: Proto, target: Actor) -> bool:
    """Whether a country is whom the measure would hit that somebody warns against: "warns against sanctions on Peru"."""
    tree = scene.tree
    prep = tree.head[target.head]
    noun = tree.head[prep]
    against = tree.head[noun]
    under = (
        tree.deps[target.head] == "pobj" and tree.deps[noun] == "pobj" and tree.lemmas[prep] in {"on", "against", "to", "with"}
    )
    return (
        under and tree.lemmas[against] == "against" and (tree.lemmas[hint.trigger], tree.head[against]) == ("warn", hint.trigger)
    )


def _taken(scene: Scene, root: str, actor: Actor) -> bool:
    """Whether the rules saw such an act, done or to come, between two others: "Fiji and Samoa signed a pact in Tehran"."""
    pairs = ({act.source.key, act.target.key} for act in scene.acts if act.code[:2] == root and act.status in LIVE)
    return any(len(pair) == 2 and actor.key not in pair for pair in pairs)


def joint(tree: Tree, one: Actor, other: Actor) -> int:
    """Return the word that joins two actors: the lowest token above both that is neither's own."""
    up = [one.head, *tree.ancestors(one.head)]
    down = {other.head, *tree.ancestors(other.head)}
    common = [token for token in up if token in down and token not in {one.head, other.head}]
    roots = [token for token in range(len(tree)) if tree.head[token] == token]
    return common[0] if common else roots[0]
