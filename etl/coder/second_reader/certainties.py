"""What the words of some rules settle by themselves, whatever the relation model takes the sentence for."""

from collections.abc import Iterable
from itertools import pairwise

from etl.coder.acts import Act
from etl.coder.days.spells import newly_done
from etl.coder.grammar.measures import decided
from etl.coder.roots import VIOLENT
from etl.coder.second_reader.scene import Scene
from etl.coder.status.appointments import on_the_calendar
from etl.coder.status.doubt import presupposed
from etl.coder.status.futures import lies_ahead, timetabled
from etl.coder.tree import Tree
from etl.coder.vote import NONE, Vote
from etl.records import LIVE

_EVERY = frozenset({NONE, *(f"{root:02d}" for root in range(1, 21))})
_NO_ACT = frozenset({NONE})
_SETTLED = (
    ("@tariff_favour>", _EVERY),  # "suspended tariff concessions" eases nothing, though it suspends and tells of tariffs
    ("@tariff_rise>", _EVERY),  # "would exclude Japan from an increase in tariffs"
    ("@debt_payment>poss", frozenset({NONE, "16"})),  # "suspended Chad's debt payments"
    ("@trade_case>with", _NO_ACT),  # "won a trade dispute with"
    ("@court_ruling>", _NO_ACT),  # "appealed a ruling on its duties on wine from"
    ("verb:repay+", frozenset({NONE, "07"})),  # "repaid a loan from"
    ("@travel_advice>", frozenset({NONE, "01", "13"})),  # "raised its travel advisory for"
    ("@appointee", _EVERY),  # "named a new ambassador to": routine appointments are no events
    ("=leave", frozenset({NONE, "02", "04", "13"})),  # "urged its citizens not to travel to"
    ("oppose+@exchange>", frozenset({NONE, "12", "16"})),  # "opposes any official exchanges between A and B"
    ("@surrender>from", _NO_ACT),  # "is seeking the extradition of a trader from"
    ("@surrender>to", frozenset({NONE, "06"})),  # a court's nod is not yet the extradition
    ("verb:intercept+missile|", _NO_ACT),  # "intercepted a missile launched from"
    ("verb:intercept+drone|", _NO_ACT),
    ("verb:shoot_down+@aircraft|", _NO_ACT),  # "a drone was shot down over"
    ("@works>", _NO_ACT),  # "will spend two billion dollars on a plant in"
    ("~licence", frozenset({"03"})),  # "cleared chip sales to": the model hears a deal to come
    ("~jointly", frozenset({NONE, "03", "04"})),  # "the pact was announced by A and B, who held talks"
    ("~overture", frozenset({NONE, "02", "04", "05", "10"})),  # "pitches cooperation as Chad asks it for help"
    ("+concession>subj:080", frozenset({NONE, "05", "06", "10"})),  # "won concessions from": he gave way
    ("verb:begin+visit|trip|tour>", frozenset({"03"})),  # "begins a trip" is on his way
    ("~homecoming", frozenset({NONE, "04", "17"})),  # "held in Iran, on his way home": the model hears only that he was held
    ("062~occasion", frozenset({"06"})),  # "joined Japanese jets to counter China": who is to see it takes no part
    ("~show", frozenset({"06"})),  # "PLA Taiwan drills": the model hears drills with Taiwan
    (":062~show", _NO_ACT),  # or a mere topic
    ("~together", VIOLENT),  # "launched joint strikes": those who strike together do not strike each other
    ("@joint_step>with", _EVERY),  # "weighed countermeasures with": it is with him that they are weighed
    ("@link>between", _NO_ACT),  # "flights between A and B have stopped": the model looks for somebody who stops them
    ("~sworn harm", _EVERY),  # "said he would respond to Russian hacking": the model sees the hacking
    ("@verbal_attack|subj", frozenset({NONE, "13", "16"})),  # "shares fell after Trump renewed his attacks on China"
    ("verb:cap+tariff", frozenset({NONE, "13", "16"})),  # "to cap Swiss tariffs at 15%" eases them
    ("verb:limit+tariff", frozenset({NONE, "13", "16"})),
    ("of:war>", frozenset({NONE, "19"})),  # "declared a state of war with": no blow is struck
    ("~alert", frozenset({NONE, "02", "13", "15"})),  # "urged the world to be on guard against"
    ("~defence", frozenset({NONE, "05"})),  # "defended its arrest of a reporter"
    ("~homage", frozenset({NONE, "01"})),  # "said that the exploits of Kim would be remembered"
    ("~entitled", frozenset({NONE, "01", "03", "11"})),  # "Diplomat: Iran entitled to enrich uranium"
    ("~retort", frozenset({NONE, "13"})),  # "tells Trump: 'Walls fall' in response to a threat": he threatens nobody
    ("~feast", frozenset({NONE, "04"})),  # "gave a reception to mark 50 years of ties with"
    ("@agreement>with:030", frozenset({NONE, "04", "05"})),  # "is close to a deal with": none is made yet
    ("@agreement|compromise>with:030", frozenset({NONE, "04", "05"})),
    *((f"noun:{noun}=wish(", _NO_ACT) for noun in ("need", "reason", "basis")),  # "said it saw no need to resume talks"
    ("~flow", frozenset({NONE, "04", "06"})),  # "talks broke down", "gas deliveries stopped"
)


def settles(rule_id: str, root: str) -> bool:
    """Whether the words that a rule asks for leave no room for a root, or for no act, that the model sees in their place."""
    return any(mark in rule_id and root in roots for mark, roots in _SETTLED)


def given_way(acts: Iterable[Act], winner: str, loser: str) -> bool:
    """Whether the rules saw one win concessions from another, which the model may take for a deal that he has made."""
    return any("+concession>subj:080" in act.rule_id and (act.target.key, act.source.key) == (winner, loser) for act in acts)


def shown_force(acts: Iterable[Act], one: str, other: str) -> bool:
    """Whether the rules saw one of two show the other arms, which the model may take for drills of both."""
    return any("~show" in act.rule_id and {act.source.key, act.target.key} == {one, other} for act in acts)


_KEPT = (
    "+concession>subj:080",
    "~alert",
    "of:war>",
    "footing|war footing",
    "into:state|",
    "@travel_advice>",
    "+against:travel",
    "verb:warn+citizen|national",
    "=leave",
)


def keeps_code(rule_id: str) -> bool:
    """Whether a rule's code stands: travel advice and concessions have one code, however the model grades them."""
    return any(mark in rule_id for mark in _KEPT)


def told_as_done(tree: Tree, trigger: int) -> bool:
    """Whether an act is done, whatever else is asked or told: "in the days since", "after the raid, will ...?"."""
    return newly_done(tree, trigger) or presupposed(tree, trigger)


def carried_out(plan: Act, acts: Iterable[tuple[Act, Act | None]]) -> bool:
    """Whether what somebody decided to do stands as done, so that the same words tell no threat beside it.

    `acts` are those of the rules, each with what became of it: "decided to extend the sanctions" may have extended them. A visit
    that is planned stays planned.
    """
    decided = plan.operators[:1] == ("intend",) and plan.code[:2] not in {"03", "04"}
    return decided and any(
        kept is not None
        and kept.status in LIVE
        and act.status not in LIVE
        and (act.source.key, act.target.key) == (plan.source.key, plan.target.key)
        and f"=intend({act.rule_id})" in plan.rule_id
        for act, kept in acts
    )


def put_off(tree: Tree, verb: int) -> bool:
    """Whether something comes, only later: "will impose tariffs, but not until 2027" denies nothing."""
    words = [word.lower() for word in tree.words[verb:]]
    return any(one == "not" and other in {"until", "till", "before"} for one, other in pairwise(words))


_GOOD_OR_BAD = frozenset(
    "useful productive fruitful constructive positive good frank tough difficult successful cordial substantive helpful warm "
    "candid friendly great excellent hard disappointing tense heated intense open sincere".split(" ")
)
_TALKS = frozenset({"talk", "meeting", "discussion", "negotiation", "consultation", "conversation", "summit", "call"})


def judged_as_held(tree: Tree, noun: int) -> bool:
    """Whether talks are said to have been good or bad, and so were held: "said talks between the two sides were useful"."""
    verb = tree.head[noun]
    if tree.lemmas[noun] not in _TALKS or tree.deps[noun] != "nsubj" or tree.kids(verb, "aux", "neg"):
        return False
    said = {tree.lemmas[word] for word in tree.kids(verb, "acomp")}
    return tree.lemmas[verb] == "be" and tree.tags[verb] == "VBD" and bool(said & _GOOD_OR_BAD)


def timed(scene: Scene, act: Act, vote: Vote) -> bool:
    """Whether the words leave no doubt that an act is yet to come ("is sending an envoy on Friday"), or that talks were held."""
    if vote.root == NONE and act.code[:2] == "04" and judged_as_held(scene.tree, act.trigger):
        return True
    if vote.root == "13" and act.status == "happened" and decided(scene.tree, act.trigger, act.code):
        return True  # "will levy tariffs from Thursday"
    planned = act.code[:2] == "03" and on_the_calendar(scene.tree, act.trigger, is_title=scene.index == 0)
    return planned or (act.code == "036" and vote.root != NONE and to_come(scene.tree, act.trigger))


def to_come(tree: Tree, trigger: int) -> bool:
    """Whether the words put an act into the future beyond doubt: "ahead of the visit", "arrives later this week"."""
    return lies_ahead(tree, trigger) or timetabled(tree, trigger)
