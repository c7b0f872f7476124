"""What a pronoun or a bare number stands for where frames ask for a noun: "hailed a trawler and seized it", "expelled 60"."""

from collections.abc import Set as AbstractSet

from etl.coder.coreference import PERSONAL
from etl.coder.grammar.slots import Grammar
from etl.dictionaries import Frame
from etl.dictionaries.acts import PEOPLE

_THINGS = frozenset({"it", "them"})
_REACHED = frozenset({"on", "at", "near", "off", "into", "with", "around"})
_OF_PEOPLE = frozenset({"08", "09", "17", "18"})
_COUNTED = frozenset({"08", "17"})  # "killed two" may be anybody's
_SUMS = frozenset({"million", "billion", "trillion", "thousand", "hundred", "percent"})


def stood_for(grammar: Grammar, part: int) -> int:
    """Return the noun that "it" or "them" repeats: what the verb before, of the same doer, was done to; else the word itself."""
    tree = grammar.tree
    verb = tree.head[part]
    if tree.words[part].lower() not in _THINGS or tree.deps[part] != "dobj" or tree.lemmas[verb] == "order":
        return part
    above = tree.head[verb]
    if tree.deps[verb] == "pcomp" and tree.lemmas[above] in {"before", "after"}:
        verb, above = above, tree.head[above]  # "shadowed a trawler before boarding it"
    trailing = tree.deps[verb] in {"conj", "prep"} or (tree.deps[verb] in {"advcl", "xcomp"} and tree.tags[verb] == "VBG")
    if not trailing or above > verb or not grammar.is_verb(above) or tree.kids(verb, "nsubj", "nsubjpass"):
        return part
    objects = [*tree.kids(above, "dobj"), *(noun for prep in _REACHED for noun in grammar.prepositional(above, prep))]
    plural = tree.words[part].lower() == "them"
    nouns = [noun for noun in objects if tree.pos[noun] == "NOUN" and noun < part and (tree.tags[noun] == "NNS") == plural]
    return nouns[0] if nouns else part


def undergoers(grammar: Grammar, verb: int) -> list[int]:
    """Return what a verb is done to, for "it" or "them" the noun that they repeat, where that is somebody's."""
    cast = grammar.cast
    meant = [(part, stood_for(grammar, part)) for part in grammar.objects(verb)]
    return [noun if cast.heads.get(noun) or cast.owners.get(noun) else part for part, noun in meant]


def subjects(grammar: Grammar, verb: int, frame: Frame) -> list[int]:
    """Return a verb's grammatical subjects, where they are not what it does something to: "Spain was appalled"."""
    if frame.source_slots == ("obj",):
        if grammar.passive(verb):
            return grammar.prepositional(verb, "by")
        if above := _summed_up(grammar, verb):
            return grammar.grammatical_subjects(above)
    return grammar.grammatical_subjects(verb)


def _summed_up(grammar: Grammar, verb: int) -> int | None:
    """Return the verb of the clause that "which" or "a move that" sums up: "sold jets to Taiwan, which angered Beijing"."""
    tree = grammar.tree
    which = [kid for kid in tree.kids(verb, "nsubj") if tree.words[kid].lower() in {"which", "that"}]
    if tree.deps[verb] != "relcl" or not which:
        return None
    head = tree.head[verb]
    a_move = tree.deps[head] == "appos" and tree.lemmas[head] in {"move", "step", "decision", "act", "gesture", "visit", "remark"}
    summing = tree.words[which[0] - 1] == "," and (not grammar.cast.heads.get(head) or tree.deps[head] == "pobj")
    if not a_move and not summing:
        return None
    return next((above for above in tree.ancestors(verb) if tree.pos[above] == "VERB"), None)


def stands_for_people(grammar: Grammar, part: int, root: str, lemmas: AbstractSet[str]) -> bool:
    """Whether a word stands for people to whom something is done: "held him", "sent home two"."""
    tree = grammar.tree
    if root == "03" and "counterpart" in lemmas:  # "met his Lao counterpart and invited him to Hanoi"
        return tree.words[part].lower() in PERSONAL
    if root not in _OF_PEOPLE or not lemmas & PEOPLE:
        return False
    return tree.words[part].lower() in PERSONAL or (root in _COUNTED and is_count(grammar, part))


def is_count(grammar: Grammar, part: int) -> bool:
    """Whether an undergoer is nothing but a number of people: "expelled 60", but not "$5 million" or "nine in ten"."""
    tree = grammar.tree
    if tree.pos[part] != "NUM" or tree.deps[part] not in {"dobj", "nsubjpass"} or tree.lemmas[part] in _SUMS:
        return False
    priced = any(tree.words[kid] in {"$", "€", "£", "¥"} for kid in tree.children[part])
    return not priced and not tree.kids(part, "prep") and tree.words[part + 1 : part + 2] != ["in"]
