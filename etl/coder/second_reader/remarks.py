"""Words by which nobody acts on anybody: what is only called hard, to be avoided, boasted of, given a name, felt or suffered."""

from collections.abc import Container, Iterable
from itertools import pairwise

from etl.coder.actors import Actor
from etl.coder.constructions.arms.deployments import is_where_none_go
from etl.coder.recall.dummies import is_empty
from etl.coder.sides.judgements import VIOLENCE
from etl.coder.tree import Tree

_AVOIDING = frozenset({"avoid", "avert", "forestall", "stave"})
_NAMING = frozenset("call describe brand label term deem consider regard dub".split())
_VEXING = frozenset(
    "anger infuriate irk enrage incense rile offend vex annoy disgust antagonise antagonize displease upset outrage irritate "
    "exasperate alarm worry dismay unnerve rattle spook unsettle disappoint".split()
)
_NEAR = frozenset({"near", "opposite", "off", "facing", "bordering"})
LASTING = frozenset({"tariff", "sanction", "duty", "levy", "curb"})
FRESH = frozenset({"new", "fresh", "latest", "further", "additional", "more", "sweeping"})
_HELPING = frozenset({"03", "06", "07"})
_SPEAKING = frozenset({"talk", "discuss", "debate"})


def only_remarked(tree: Tree, root: str, source: Actor, target: Actor) -> bool:
    """Whether what is taken for an act is a remark: "is hard to resume", "no troops in Libya", "a base near", "warns it is"."""
    if (root in _HELPING and only_nearby(tree, target)) or (root == "13" and only_warned_of(tree, target)):
        return True
    if root == "12":
        return only_called_hard(tree) or is_where_none_go(tree, target)
    if root == "04":
        return any(is_apart(tree, side) for side in (source, target) for is_apart in (only_discussed, only_in_turn))
    if root == "05":
        return only_legislated_on(tree, source) or only_legislated_on(tree, target)
    return root == "03" and only_gives_room(tree, source)


def only_legislated_on(tree: Tree, actor: Actor) -> bool:
    """Whether somebody is only what a bill is about on which others agree: "lawmakers reach deal on bill for Russia"."""
    above = list(tree.ancestors(actor.head)) if 0 <= actor.head < len(tree) else []
    bill = next((place for place, noun in enumerate(above) if tree.lemmas[noun] in _BILLS), None)
    return bill is not None and any(tree.lemmas[noun] in _DEALS for noun in above[bill:])


_BILLS = frozenset({"bill", "legislation", "law", "budget", "amendment"})
_DEALS = frozenset({"deal", "agreement", "compromise", "accord"})


def only_discussed(tree: Tree, actor: Actor) -> bool:
    """Whether somebody is only what is spoken of: "minister talks budget, Trump and China", "Modi and Macron discuss Ukraine"."""
    if not 0 <= actor.head < len(tree):
        return False
    noun = actor.head
    while tree.deps[noun] in {"conj", "appos"} and tree.head[noun] != noun:
        noun = tree.head[noun]
    verb = tree.head[noun]
    return tree.deps[noun] in {"dobj", "npadvmod"} and verb < noun and tree.lemmas[verb] in _SPEAKING


def only_in_turn(tree: Tree, actor: Actor) -> bool:
    """Whether somebody only had the floor or came before or after another: "Pence, speaking after the Chinese leader, said"."""
    if not 0 <= actor.head < len(tree) or tree.deps[actor.head] != "pobj":
        return False
    link = tree.head[actor.head]
    return tree.lemmas[link] in {"after", "before"} and tree.lemmas[tree.head[link]] in _TAKING_TURNS


_TAKING_TURNS = frozenset("speak talk appear testify arrive land address perform leave depart vote".split())


def only_called_hard(tree: Tree) -> bool:
    """Whether something is only called hard or early: "says it is hard to resume talks" is a gloomy comment and no refusal."""
    return any(
        tree.lemmas[word] in _HARD
        for it in range(len(tree))
        if is_empty(tree, it)
        for word in tree.kids(tree.head[it], "acomp", "attr", "oprd")
    )


_HARD = frozenset("hard difficult tough tricky easy early premature unlikely unrealistic likely possible".split())


def to_be_avoided(tree: Tree, target: Actor) -> bool:
    """Whether somebody is named only in what others want to avoid: "hopes to avoid a war with Iran"."""
    above = next((verb for verb in tree.ancestors(target.head) if tree.pos[verb] == "VERB"), None) if target.head >= 0 else None
    return above is not None and tree.lemmas[above] in _AVOIDING and tree.deps[target.head] not in {"nsubj", "dobj"}


def only_gives_room(tree: Tree, source: Actor) -> bool:
    """Whether a pact or body is only said to leave room for what others may do: "offers more room for Thai-Lao trade"."""
    verb = tree.head[source.head] if 0 <= source.head < len(tree) else -1
    giving = verb >= 0 and tree.deps[source.head] == "nsubj" and tree.lemmas[verb] in _OPENING
    return giving and any(tree.lemmas[thing] in _ROOM for thing in tree.kids(verb, "dobj"))


_OPENING = frozenset({"offer", "open", "give", "provide", "create", "leave", "afford", "bring"})
_ROOM = frozenset({"room", "space", "scope", "opportunity", "potential", "chance", "prospect", "boost"})


def outdone(tree: Tree, target: Actor) -> bool:
    """Whether somebody is only said to be the lesser: "Russia and China cannot match our influence" boasts and blames nobody."""
    if target.head < 0:
        return False
    first = target.head
    while tree.deps[first] == "conj" and tree.head[first] != first:
        first = tree.head[first]
    verb = tree.head[first]
    return tree.deps[first] == "nsubj" and tree.lemmas[verb] in _MATCHING and bool(tree.kids(verb, "neg"))


_MATCHING = frozenset({"match", "rival", "equal", "surpass", "outdo", "compete"})


def is_named(tree: Tree, noun: int) -> bool:
    """Whether somebody or something is only called this or that: "called Japan a warrior nation", "called the tariffs unjust"."""
    if not 0 <= noun < len(tree) or tree.deps[noun] not in {"nsubj", "dobj", "nsubjpass"}:
        return False
    verb = tree.head[noun]
    clause = tree.deps[noun] == "nsubj" and tree.deps[verb] in {"ccomp", "xcomp"}  # a small clause
    return tree.lemmas[tree.head[verb] if clause else verb] in _NAMING


def is_judged(tree: Tree, noun: int) -> bool:
    """Whether standing measures are only given a name: "called U.S. tariffs on its cars unjustified"."""
    if tree.tags[noun] != "NNS" or tree.lemmas[noun] not in LASTING:
        return False
    return is_named(tree, noun) and not {tree.words[kid].lower() for kid in tree.kids(noun, "amod")} & FRESH


def is_pact_judged(tree: Tree, one: int, other: int) -> bool:
    """Whether a pact of two is only what a speaker judges: "Iran's deal with Peru is a mistake, Regev said" makes none."""
    for noun in tree.places(_PACTS):
        clause = tree.head[noun]
        judged = tree.deps[noun] == "nsubj" and tree.lemmas[clause] == "be" and tree.kids(clause, "attr", "acomp")
        if judged and tree.deps[clause] == "ccomp" and {one, other} <= set(tree.subtree(noun)):
            return True
    return False


_PACTS = frozenset({"deal", "pact", "agreement", "treaty", "accord"})


def vexed(tree: Tree, feeling: Actor) -> bool:
    """Whether somebody is only said to be vexed by what was done: "opened a consulate, irking Beijing"."""
    if not 0 <= feeling.head < len(tree):
        return False
    noun = feeling.head
    while tree.deps[noun] == "conj" and tree.head[noun] != noun:
        noun = tree.head[noun]
    return tree.deps[noun] == "dobj" and tree.lemmas[tree.head[noun]] in _VEXING


def grieving(tree: Tree) -> bool:
    """Whether somebody mourns: "deeply saddened by the death of the envoy" blames nobody."""
    return not _GRIEF.isdisjoint(word.lower() for word in tree.words)


_GRIEF = frozenset("saddened grieved heartbroken mourn mourns mourned mourning condolences condolence bereaved".split())


def only_nearby(tree: Tree, target: Actor) -> bool:
    """Whether a country is only what something lies near: "to deploy missiles to a base near Belarus" helps nobody there."""
    if not 0 <= target.head < len(tree):
        return False
    noun = target.head
    while tree.deps[noun] in {"compound", "nmod", "amod", "poss", "conj"} and tree.head[noun] != noun:
        noun = tree.head[noun]
    near = tree.head[noun]
    if tree.deps[noun] == "pobj" and tree.lemmas[near] == "to" and tree.lemmas[tree.head[near]] in {"close", "next"}:
        return True
    return tree.deps[noun] == "pobj" and tree.lemmas[near] in _NEAR


def only_warned_of(tree: Tree, target: Actor) -> bool:
    """Whether a country is what somebody warns of, and not whom: "paper warns China expanding fleet", "warns Russia may act"."""
    if not 0 <= target.head < len(tree) or tree.deps[target.head] not in {"nsubj", "nsubjpass"}:
        return False
    clause = tree.head[target.head]
    if tree.deps[clause] != "ccomp" or tree.lemmas[tree.head[clause]] != "warn":
        return False
    helping = {tree.words[aux].lower() for aux in tree.kids(clause, "aux")}
    if {word.lower() for word in tree.words[clause:]} & {"would", "will"}:
        return False  # "warns Seoul arming Kyiv would mean war"
    heard = tree.kids(tree.head[clause], "dobj")  # "warns allies Russia may invade"
    return bool(heard and helping & {"may", "might", "could"}) or (tree.tags[clause] == "VBG" and not helping)


def only_posted(tree: Tree, actors: Iterable[Actor], pair: Container[str]) -> bool:
    """Whether of two the one is at the other's only by his posting: "the Turkish envoy to Italy"."""
    between = [actor for actor in actors if actor.key in pair]
    return any(_posted(tree, envoy, host) for envoy in between for host in between if envoy.key != host.key)


def _posted(tree: Tree, envoy: Actor, host: Actor) -> bool:
    """Whether somebody is at another's only by his posting: "the Chinese embassy in Japan", "the Turkish envoy to Italy"."""
    if not (0 <= envoy.head < len(tree) and 0 <= host.head < len(tree)) or tree.lemmas[envoy.head].lower() not in _POSTS:
        return False
    preps = (prep for prep in tree.kids(envoy.head, "prep") if tree.lemmas[prep] in {"in", "to"})
    return any(host.head in tree.subtree(prep) for prep in preps)


_AT = frozenset({"on", "upon", "against"})
_POSTS = frozenset({"embassy", "ambassador", "envoy", "mission", "consulate", "consul", "diplomat"})


def only_struck(tree: Tree, blame: int, target: Actor) -> bool:
    """Whether what is condemned is an attack that hit a country: "the terrorist attacks in Peru", "the Kabul bombing"."""
    if target.basis in {"city", "capital"} and tree.lemmas[target.head] in VIOLENCE:
        doing = tree.kids(target.head, "poss") or any(tree.lemmas[on] in _AT for on in tree.kids(target.head, "prep"))
        return not doing  # "Moscow's attack", "the Moscow attack on Kyiv"
    way = list(tree.ancestors(target.head))
    way = way[: way.index(blame)] if blame in way else []
    return any(tree.lemmas[noun] in VIOLENCE and tree.deps[part] == "prep" for part, noun in pairwise(way))
