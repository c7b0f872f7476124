"""What a reaction is about: the definite things it names, which an earlier sentence told, or nothing at all."""

from dataclasses import replace

from etl.coder.acts import Proto
from etl.coder.days.almanac import DAYS, MONTHS
from etl.coder.grammar.slots import Grammar
from etl.coder.recall.deeds import LOOSE
from etl.coder.roots import JUDGING, OBJECTING
from etl.coder.tree import Tree
from etl.dictionaries import ActLexicon

ABOUT = frozenset({"at", "over", "about", "with", "to", "on", "against"})
_TIMES = frozenset({"noon", "midnight", "dawn", "night", "weekend", "morning", "evening", "afternoon", "time", "once"})
_PASSING = frozenset({"adopt", "pass", "table", "circulate", "draft", "cast", "vote"})
_CALLING = frozenset({"call", "term", "describe", "label", "dub", "brand", "see", "regard", "view", "deem", "consider"})
_MATTER = (ABOUT - {"with", "to"}) | {"for", "of"}  # "a protest with the ambassador" is made to him
_HARMING = frozenset({"destroy", "threaten", "slow", "weaken", "set", "cost", "lead", "push", "upset"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})


def matters(grammar: Grammar, lexicon: ActLexicon, verb: int, proto: Proto) -> list[int] | None:
    """Return the definite things that a verb is about, an empty list for none; None where it is about anything else.

    A word for the reaction itself is no such thing: "voiced concern", "declared its full support", "was appalled". Nor is what
    the deed is called: "denounced an 'act of piracy'".
    """
    tree = grammar.tree
    if tree.lemmas[verb] in _PASSING or (proto.rule_id.endswith("<obj") and not grammar.passive(verb)):
        return None  # "adopted a resolution" on something of its own; "angered its allies" by what it did
    undergone = [] if proto.rule_id.endswith("<obj") else grammar.objects(verb)  # "Spain was appalled": who reacts
    objects = [noun for noun in undergone if not _of_the_reaction(grammar, lexicon, noun, proto)]
    words = [noun for noun in undergone if noun not in objects and not _describes(lexicon, tree, noun, proto)]
    matter_of = _MATTER | ({"to", "with", "from"} if proto.code[:2] == "05" else set())  # "loyalty to the president"
    matter = [prep for word in words for prep in tree.kids(word, "prep") if tree.lemmas[prep] in matter_of]
    theirs = any(tree.pos[owner] == "PROPN" for word in words for owner in tree.kids(word, "poss"))
    if theirs or any(not _told_before(lexicon, tree, prep) for prep in matter if not dates(tree, prep)):
        return None  # "voiced concern about the yen", "declared its support for a new law"
    asked, felt = proto.rule_id.partition(">")[0], proto.rule_id.endswith("<obj")
    preps = [
        prep for prep in tree.kids(verb, "prep", "agent") if tree.lemmas[prep] in ABOUT or (tree.deps[prep] == "agent" and felt)
    ]
    behind = [
        noun
        for prep in preps
        if not dates(tree, prep)
        for noun in tree.kids(prep, "pobj")
        if is_definite(tree, noun)
        or f"{tree.lemmas[prep]}:" not in asked  # "reacted with horror", but "satisfied with the outcome"
    ]
    about = objects + [noun for noun in behind if not _of_the_reaction(grammar, lexicon, noun, proto)]  # "handed over a note"
    definite = [
        noun
        for noun in about
        if tree.pos[noun] == "NOUN"
        and is_definite(tree, noun)
        and not tree.kids(noun, "poss", "relcl", "acl")
        and all(tree.lemmas[prep] == "as" for prep in tree.kids(noun, "prep"))  # "condemned the accord as illegal"
    ]
    return definite if len(definite) == len(about) else None


def so_called(grammar: Grammar, proto: Proto, verb: int) -> Proto | None:
    """Return a judgement with whose thing it calls by another name: "condemned what it called Russian aggression"."""
    tree = grammar.tree
    if proto.code[:2] not in JUDGING | {"12"}:
        return None
    clauses = [one for one in tree.kids(verb, "ccomp") if tree.lemmas[one] in _CALLING and _what(tree, one)]
    named = [noun for one in clauses for noun in tree.kids(one, "oprd", "attr", "dobj", "xcomp")]
    named += [noun for one in clauses for noun in grammar.prepositional(one, "as")]
    named += [owner for noun in named for owner in grammar.prepositional(noun, "of")]
    theirs = {actor.key: actor for noun in named for actor in (*grammar.actors(noun), *grammar.possessors(noun))}
    others = tuple(actor for actor in theirs.values() if actor.key not in {one.key for one in proto.sources})
    return replace(proto, targets=others) if others else None


def _what(tree: Tree, clause: int) -> bool:
    return any(tree.words[kid].lower() == "what" for kid in tree.children[clause])


def _told_before(lexicon: ActLexicon, tree: Tree, prep: int) -> bool:
    """Whether a preposition leads to an act that was told: "concern about the launch", "disapproval of the move"."""
    nouns = tree.kids(prep, "pobj")
    return bool(nouns) and all(
        is_definite(tree, noun) and (("noun", tree.lemmas[noun]) in lexicon.frames or tree.lemmas[noun] in LOOSE)
        for noun in nouns
    )


def is_definite(tree: Tree, noun: int) -> bool:
    """Whether a noun means what was told before: "the move", "these acts"."""
    return any(tree.words[det].lower() in _DEFINITE for det in tree.kids(noun, "det"))


def sorry(grammar: Grammar, proto: Proto, verb: int) -> bool:
    """Whether regret is for what one has done oneself, or is reproached with: that reproaches nobody."""
    tree = grammar.tree
    regretting = [noun for noun in grammar.objects(verb) if tree.lemmas[noun] == "regret"]
    if not regretting:
        return False
    own = {actor.key for actor in proto.sources}
    deeds = grammar.coreference.deeds
    told = any(tree.kids(noun, "acl", "ccomp", "relcl") for noun in (*regretting, verb))
    return told or deeds.last_done_by(own) or deeds.suffered(verb, own, OBJECTING | {"10"}) is not None


def dreaded(grammar: Grammar, lexicon: ActLexicon, proto: Proto, verb: int) -> list[int]:
    """Return the thing told before of which somebody warns that it will do harm: "warned that the plan would hurt ties"."""
    tree = grammar.tree
    clauses = tree.kids(verb, "ccomp") if proto.code[:2] == "13" and tree.lemmas[verb] == "warn" else []
    things = [
        noun for one in clauses if tree.lemmas[one] in lexicon.classes["harming"] | _HARMING for noun in tree.kids(one, "nsubj")
    ]
    return [noun for noun in things if is_definite(tree, noun) and not tree.kids(noun, "poss", "relcl", "acl", "prep", "amod")]


def names_act(lexicon: ActLexicon, tree: Tree, noun: int, root: str) -> bool:
    """Whether a noun alone names an act of a CAMEO root."""
    return any(frame.code[:2] == root for frame in lexicon.frames.get(("noun", tree.lemmas[noun]), ()))


def dates(tree: Tree, prep: int) -> bool:
    """Whether a preposition only tells when: "on Friday", "at noon"."""
    words = [tree.words[noun].lower() for noun in tree.kids(prep, "pobj")]
    return bool(words) and all(word in DAYS or word in _TIMES or word.rstrip(".") in MONTHS for word in words)


def _of_the_reaction(grammar: Grammar, lexicon: ActLexicon, noun: int, proto: Proto) -> bool:
    tree = grammar.tree
    frame, _, slots = proto.rule_id.partition(">")
    asked, aims = "+" in frame, slots.partition(":")[0].split("|")
    definite = is_definite(tree, noun)
    if (asked and "obj" not in aims and not definite) or (names_act(lexicon, tree, noun, proto.code[:2]) and not definite):
        return True
    return _describes(lexicon, tree, noun, proto)


def _describes(lexicon: ActLexicon, tree: Tree, noun: int, proto: Proto) -> bool:
    """Whether a noun is what the deed is called: "denounced an act of piracy"."""
    blames = lexicon.classes["censure"] | lexicon.classes["wrong"]
    vague = any(tree.words[det].lower() in {"a", "an"} for det in tree.kids(noun, "det"))
    return proto.code[:2] == "11" and vague and (tree.lemmas[noun] in blames or tree.lemmas[noun] == "act")


def bare(tree: Tree, verb: int) -> bool:
    """Whether a verb has nothing behind it but the time or place: "Beijing refused", "Moscow declined to do so"."""
    behind = [kid for kid in tree.children[verb] if tree.deps[kid] in {"dobj", "xcomp", "ccomp", "dative"}]
    return all(tree.lemmas[kid] == "do" and _so(tree, kid) for kid in behind)


def _so(tree: Tree, verb: int) -> bool:
    """Whether "do" stands for what was asked: "to do so", "to do that"."""
    return any(tree.words[kid].lower() in {"so", "that", "this"} for kid in tree.kids(verb, "advmod", "dobj"))
