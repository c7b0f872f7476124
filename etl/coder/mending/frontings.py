"""What is told back to front: "Among those expelled by Oman were", "From Fiji came a protest", "the sale by Oman of jets"."""

from etl.coder.tree import Tree

_COMING = frozenset({"come", "arrive", "emerge"})
_DOINGS = frozenset(
    (
        "sale transfer supply delivery handover return release extradition deportation expulsion arrest detention jailing "
        "imprisonment execution seizure capture shipment export provision dispatch deployment donation lifting imposition "
        "criticism condemnation denunciation rejection recognition repatriation abduction"
    ).split()
)
_MEMBERS = frozenset({"acl", "relcl"})
_BRIDGES = frozenset({"also", "there", "too", "then", "promptly", "quickly", "soon", "swiftly"})


def among(tree: Tree) -> Tree:
    """Undo "Among those expelled by Oman were two Danes" read as saying nothing of the Danes: it is they who were expelled."""
    if not len(tree) or tree.words[0].lower() != "among":
        return tree
    verb = tree.head[0]
    named = [noun for noun in tree.kids(verb, "attr", "nsubj") if noun > verb]
    if tree.lemmas[verb] != "be" or not named or any(subject < verb for subject in tree.kids(verb, "nsubj")):
        return tree
    deps, head = list(tree.deps), list(tree.head)
    for group in tree.kids(0, "pobj"):
        for clause in tree.kids(group, *_MEMBERS):
            deps[clause], head[clause] = "relcl" if tree.deps[clause] == "relcl" else "acl", named[0]
    return tree.rewired(deps, head)


def came_from(tree: Tree) -> Tree:
    """Undo "From Fiji came a protest" read as a journey from Fiji: the protest is from there."""
    if len(tree) < 4 or tree.words[0].lower() != "from":
        return tree
    verb = tree.head[0]
    things = [noun for noun in tree.kids(verb, "nsubj", "dobj", "attr") if noun > verb and tree.pos[noun] == "NOUN"]
    between = {word.lower() for word in tree.words[max(tree.subtree(0)) + 1 : verb]}
    if tree.lemmas[verb] not in _COMING or len(things) != 1 or not between <= _BRIDGES or verb < 2:
        return tree
    deps, head = list(tree.deps), list(tree.head)
    deps[things[0]], head[0] = "nsubj", things[0]
    return tree.rewired(deps, head)


def cleft(tree: Tree) -> Tree:
    """Undo "It was Peru that left the pact" read as a clause of its own: it tells of Peru what it did, or what was done to it."""
    for verb in tree.places(frozenset({"be"})):
        its = [kid for kid in tree.kids(verb, "nsubj") if tree.words[kid].lower() == "it" and kid < verb]
        named = tree.kid(verb, "attr")
        if not its or named is None or tree.kids(verb, "neg") or tree.pos[named] not in {"NOUN", "PROPN"}:
            continue
        for clause in tree.kids(verb, "ccomp", "advcl"):
            first = min(tree.subtree(clause))
            if first < named or not _relative(tree, first, clause) or _only_said(tree, named):
                continue
            deps, head = list(tree.deps), list(tree.head)
            deps[clause], head[clause] = "relcl", named
            return tree.rewired(deps, head)
    return tree


def shifted(tree: Tree) -> Tree:
    """Undo "the sale by Oman to Fiji of six jets" read as a Fiji of six jets: they are what is sold."""
    deps, head = list(tree.deps), list(tree.head)
    for of in tree.places(frozenset({"of"})):
        name = tree.head[of]
        noun = tree.head[tree.head[name]]
        led = tree.deps[name] == "pobj" and tree.lemmas[tree.head[name]] in {"by", "to", "from", "in"}
        things = [thing for thing in tree.kids(of, "pobj") if tree.pos[thing] == "NOUN" or tree.kids(thing, "nummod")]
        own = any(tree.lemmas[prep] == "of" for prep in tree.kids(noun, "prep"))
        if led and tree.pos[name] == "PROPN" and tree.lemmas[noun] in _DOINGS and things and not own and tree.deps[of] == "prep":
            head[of] = noun
    return tree.rewired(deps, head)


def _relative(tree: Tree, word: int, clause: int) -> bool:
    """Whether a word stands in a clause for whom the clause is told of: as its subject, or as its object."""
    own = tree.head[word] == clause and tree.deps[word] in {"nsubj", "nsubjpass", "dobj"}
    return own and tree.words[word].lower() in {"that", "which", "who", "whom"}


def _only_said(tree: Tree, noun: int) -> bool:
    """Whether a noun is something said or felt, whose "that" tells of what: "It is a fact that Peru left"."""
    return tree.pos[noun] == "NOUN" and not any(tree.tags[kid] in {"NNP", "NNPS", "JJ", "CD"} for kid in tree.children[noun])
