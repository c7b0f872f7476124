"""What a reaction is about: the definite things it names, which an earlier sentence told, or nothing at all."""

from etl.coder.acts import Proto
from etl.coder.days.almanac import DAYS, MONTHS
from etl.coder.grammar.slots import Grammar
from etl.coder.recall.deeds import LOOSE
from etl.coder.tree import Tree
from etl.dictionaries import ActLexicon

ABOUT = frozenset({"at", "over", "about", "with", "to", "on", "against"})
_TIMES = frozenset({"noon", "midnight", "dawn", "night", "weekend", "morning", "evening", "afternoon", "time", "once"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})


def matters(grammar: Grammar, lexicon: ActLexicon, verb: int, proto: Proto) -> list[int] | None:
    """Return the definite things that a verb is about, an empty list for none; None where it is about anything else.

    A word for the reaction itself is no such thing: "voiced concern", "declared its full support", "was appalled". Nor is what
    the deed is called: "denounced an 'act of piracy'".
    """
    tree = grammar.tree
    objects = [noun for noun in grammar.objects(verb) if not _of_the_reaction(grammar, lexicon, noun, proto)]
    words = [noun for noun in grammar.objects(verb) if noun not in objects and not _describes(lexicon, tree, noun, proto)]
    if any(not _told_before(lexicon, tree, prep) for word in words for prep in tree.kids(word, "prep") if not dates(tree, prep)):
        return None  # "voiced concern about the yen", "declared its support for a new law"
    asked = proto.rule_id.partition(">")[0]
    preps = [
        prep
        for prep in tree.kids(verb, "prep", "agent")
        if (tree.lemmas[prep] in ABOUT or tree.deps[prep] == "agent") and f"{tree.lemmas[prep]}:" not in asked  # "with horror"
    ]
    about = objects + [noun for prep in preps if not dates(tree, prep) for noun in tree.kids(prep, "pobj")]
    definite = [
        noun
        for noun in about
        if tree.pos[noun] == "NOUN"
        and is_definite(tree, noun)
        and not tree.kids(noun, "poss", "relcl", "acl")
        and all(tree.lemmas[prep] == "as" for prep in tree.kids(noun, "prep"))  # "condemned the accord as illegal"
    ]
    return definite if len(definite) == len(about) else None


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
    if slots.endswith("<obj"):
        return True  # "Spain was appalled": who reacts
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
