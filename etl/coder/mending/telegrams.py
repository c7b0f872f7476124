"""Short headlines that the parser takes for other sentences: "NATO chief slams", "blasts 'shameless' Japan"."""

from dataclasses import replace

from etl.coder.mending.gaps import NAMES
from etl.coder.tree import Tree

_HEADS = frozenset("chief boss head director secretary-general commander spokesman spokeswoman spokesperson".split())
_FINITE = frozenset({"VBZ", "VBD", "VBP"})


def headed_by(tree: Tree) -> Tree:
    """Undo "NATO chief slams" read as two who slam and "IAEA chief urges" read as a command: the name tells whose chief it is."""
    if len(tree) < 4 or tree.words[1].lower() not in _HEADS or not tree.words[0][:1].isupper() or tree.head[0] == 1:
        return tree
    verb = tree.head[1]
    told = tree.deps[1] == "nsubj" and verb == 2 and (tree.tags[verb] in _FINITE or tree.kids(verb, "aux"))
    above = tree.head[0]
    if not told or not (above == verb or (above == 0 and tree.words[0].isupper() and tree.head[verb] == 0)):
        return tree
    deps, head, tags, pos = list(tree.deps), list(tree.head), list(tree.tags), list(tree.pos)
    if above == 0:
        deps[verb], head[verb] = "ROOT", verb
        for kid in tree.children[0]:
            if kid != verb:
                head[kid] = verb
    deps[0], head[0], tags[0], pos[0] = "compound", 1, "NNP", "PROPN"
    return replace(tree, deps=deps, head=head, tags=tags, pos=pos)


def blasted(tree: Tree) -> Tree:
    """Undo "blasts 'shameless' Japan" read as blasting what is shameless: the word only says what Japan is like."""
    for word in range(1, len(tree) - 1):
        verb, name = tree.head[word], word + 1
        if tree.tags[word] != "JJ" or tree.deps[word] != "dobj" or verb != word - 1 or tree.tags[name] not in NAMES:
            continue
        if tree.head[name] != word or tree.deps[name] not in {"dobj", "appos", "npadvmod", "dep"}:
            continue
        deps, head = list(tree.deps), list(tree.head)
        deps[name], head[name], deps[word], head[word] = "dobj", verb, "amod", name
        for kid in tree.children[word]:
            if kid > name:
                head[kid] = verb
        return tree.rewired(deps, head)
    return tree


def called(tree: Tree) -> Tree:
    """Undo "calls Lee 'faithful dog'" read as a dog of Lee's: it is what he is called. A gap shows where the quotation began."""
    for name in range(2, len(tree) - 1):
        noun = tree.head[name]
        verb = tree.head[noun]
        named = tree.deps[name] in {"compound", "nmod"} and tree.tags[name] in NAMES and noun > name
        if not named or tree.lemmas[verb] != "call" or tree.deps[noun] != "dobj" or tree.starts[name + 1] - tree.ends[name] < 2:
            continue
        deps, head = list(tree.deps), list(tree.head)
        deps[name], head[name], deps[noun] = "dobj", verb, "oprd"
        for kid in tree.children[noun]:
            if kid < name:
                head[kid] = name
        return tree.rewired(deps, head)
    return tree


def opened(tree: Tree) -> Tree:
    """Undo "Kyiv mocks Putin" read as what Kyivan mocks do: a name at the head is who does it."""
    if len(tree) < 3 or tree.tags[1] != "VBZ" or tree.head[0] != 1 or not tree.words[0][:1].isupper():
        return tree
    verb = tree.deps[1] == "ROOT" and not tree.kids(1, "nsubj", "nsubjpass")
    if tree.deps[0] not in {"amod", "compound", "nmod"} or not (verb or tree.deps[1] == "compound"):
        return tree
    deps, head, tags, pos = list(tree.deps), list(tree.head), list(tree.tags), list(tree.pos)
    tags[0], pos[0], pos[1] = "NNP", "PROPN", "VERB"
    deps[0] = "nsubj" if verb else "compound"
    return replace(tree, deps=deps, head=head, tags=tags, pos=pos)


def hidden(tree: Tree) -> Tree:
    """Undo "did eye deal on shipbuilding" read as somebody who deals: a verb with an auxiliary is no subject."""
    for verb in range(1, len(tree) - 1):
        thing = tree.head[verb]
        if tree.deps[verb] != "nsubj" or tree.tags[verb] != "VB" or not tree.kids(verb, "aux") or thing != verb + 1:
            continue
        if tree.tags[thing] not in {"VB", "VBP"} or tree.kids(thing, "dobj", "aux"):
            continue
        deps, head, tags, pos = list(tree.deps), list(tree.head), list(tree.tags), list(tree.pos)
        deps[verb], head[verb] = tree.deps[thing], verb if head[thing] == thing else head[thing]
        deps[thing], head[thing], tags[thing], pos[thing] = "dobj", verb, "NN", "NOUN"
        for kid in tree.children[thing]:
            if kid < verb:
                head[kid] = verb
                if deps[kid] == "npadvmod" and tree.tags[kid] in NAMES and tree.kids(verb, "nsubj"):
                    deps[kid] = "nsubj"  # "US, Japan eye deal"
        return replace(tree, deps=deps, head=head, tags=tags, pos=pos)
    return tree


def christened(tree: Tree) -> Tree:
    """Undo "fetes Modi" read as one verb behind another: a capital shows a name, and whom something is done to."""
    for name in range(2, len(tree)):
        verb = name - 1
        last = name + 1 == len(tree) or tree.tags[name + 1] in {"IN", "TO", ",", "."}
        if tree.tags[name] not in {"VB", "VBP"} or not tree.words[name].istitle() or tree.head[name] != verb or not last:
            continue
        if tree.tags[verb] not in {"VBZ", "VBD"} or tree.deps[name] not in {"dobj", "appos", "xcomp", "ccomp"}:
            continue
        deps, head, tags, pos, lemmas = list(tree.deps), list(tree.head), list(tree.tags), list(tree.pos), list(tree.lemmas)
        deps[name], tags[name], pos[name], lemmas[name] = "dobj", "NNP", "PROPN", tree.words[name]
        for kid in tree.children[name]:
            head[kid] = verb
        return replace(tree, deps=deps, head=head, tags=tags, pos=pos, lemmas=lemmas)
    return tree


def two_verbs(tree: Tree) -> Tree:
    """Undo "Beijing scoffs at Manila's spy claims" read as scoffs that claim: the second is the thing, the first the verb."""
    for first in range(1, len(tree) - 3):
        second, name = tree.head[first], first - 1
        if tree.tags[first] != "VBZ" or tree.deps[first] != "nsubj" or tree.head[name] != first or tree.pos[name] != "PROPN":
            continue
        word = second - 1
        inside = first < word and tree.deps[word] in {"pobj", "dobj"} and word in tree.subtree(first)
        if tree.tags[second] not in {"VBZ", "VBP"} or not inside or tree.kids(second, "dobj", "ccomp", "xcomp", "aux"):
            continue
        deps, head, tags, pos = list(tree.deps), list(tree.head), list(tree.tags), list(tree.pos)
        deps[first], head[first], pos[first] = tree.deps[second], first if head[second] == second else head[second], "VERB"
        deps[name] = "nsubj"
        deps[second], head[second], tags[second], pos[second] = deps[word], head[word], "NNS", "NOUN"
        for kid in tree.children[word]:
            head[kid] = second
        deps[word], head[word] = "compound", second
        for kid in tree.children[second]:
            if kid != first:
                head[kid] = second if tree.deps[kid] == "prep" else first
        return replace(tree, deps=deps, head=head, tags=tags, pos=pos)
    return tree
