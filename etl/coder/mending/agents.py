"""Who does something, where the parser hangs him elsewhere: "was hauled before a court by Peru", "hackers tied to Peru stole"."""

from dataclasses import replace

from etl.coder.tree import Tree

_BELONGING = frozenset({"link", "tie", "connect", "back", "sponsor", "affiliate", "align"})
_FLINGING = frozenset({"fire", "launch"})
_MISSILES = frozenset({"rocket", "missile", "drone", "shell", "projectile", "mortar"})
_BEHIND = frozenset({"to", "by", "with", "from"})
_WORKING = frozenset({"work", "act", "operate"})
_VENUES = frozenset({"court", "tribunal", "panel", "organization", "organisation", "wto", "council"})
_VOLLEYS = frozenset({"shot", "fire", "gunfire", "cannon", "flare", "round", "blast"})


def belonging(tree: Tree) -> Tree:
    """Undo "Hackers linked to Peru stole data" read as hackers who linked: that only says whose they are.

    So with "Hackers working for Peru stole data", read as nothing but a noun.
    """
    for first in range(1, len(tree) - 3):
        noun = first - 1
        flung = tree.lemmas[first] in _FLINGING and tree.lemmas[noun].lower().rstrip("s") in _MISSILES
        if (tree.pos[noun] != "NOUN" and not flung) or tree.words[first + 1].lower() not in _BEHIND | {"for"}:
            continue
        linked = (flung or tree.lemmas[first] in _BELONGING) and tree.kids(first, "nsubj", "nsubjpass")[-1:] == [noun]
        working = tree.lemmas[first] in _WORKING and tree.deps[noun] == "ROOT" and tree.head[first] == noun
        holder = first if linked else noun
        if not (linked or working) or tree.kids(first, "aux", "auxpass", "dobj"):
            continue
        verb = next((kid for kid in tree.kids(holder, "advcl", "acl", "ccomp") if kid > first and _finite(tree, kid)), None)
        if verb is not None:
            return _subject(tree, noun, first, verb, holder)
    return tree


def _finite(tree: Tree, verb: int) -> bool:
    """Whether a past form has neither a subject nor a conjunction of its own."""
    told = tree.tags[verb] == "VBD" or (tree.tags[verb] == "VBN" and bool(tree.kids(verb, "aux", "auxpass")))
    return told and not tree.kids(verb, "nsubj", "nsubjpass", "mark") and tree.words[verb - 1] != ","


def _subject(tree: Tree, noun: int, participle: int, verb: int, holder: int) -> Tree:
    """Return a tree in which a noun is the subject of a verb, and a participle only says which noun is meant."""
    deps, head = list(tree.deps), list(tree.head)
    deps[verb] = tree.deps[holder]
    head[verb] = verb if tree.head[holder] == holder else tree.head[holder]
    for kid in tree.kids(holder, "punct"):
        head[kid] = verb
    deps[participle], head[participle] = "acl", noun
    deps[noun], head[noun] = "nsubjpass" if tree.kids(verb, "auxpass") else "nsubj", verb
    return tree.rewired(deps, head)


def resuming(tree: Tree) -> Tree:
    """Undo "Peru, furious at the ban, recalled its envoy" read as a recalled Peru: the verb behind the commas is its own."""
    for verb in range(4, len(tree) - 1):
        noun = tree.head[verb]
        if tree.deps[verb] != "acl" or tree.deps[noun] != "ROOT" or tree.pos[noun] != "PROPN":
            continue
        between = tree.words[verb - 1] == "," and noun < verb - 3 and tree.words[noun + 1] == ","
        inserted = [kid for kid in tree.kids(noun, "amod", "acl") if noun + 1 < kid < verb - 1]
        if not (between and inserted) or tree.tags[verb] not in {"VBN", "VBD"} or tree.kids(verb, "agent", "auxpass"):
            continue
        moved = _subject(tree, noun, inserted[0], verb, noun)
        deps, tags = list(moved.deps), list(moved.tags)
        deps[inserted[0]], tags[verb] = tree.deps[inserted[0]], "VBD"
        return replace(moved, deps=deps, tags=tags)
    return tree


def before_whom(tree: Tree) -> Tree:
    """Undo "was hauled before a court by Peru" read as a court by Peru: Peru hauled."""
    deps, head = list(tree.deps), list(tree.head)
    for by in tree.places({"by"}):
        venue = head[by]
        where = head[venue]
        verb = head[where]
        passive = bool(tree.kids(verb, "auxpass")) and not tree.kids(verb, "agent")
        hung = deps[by] == "prep" and deps[venue] == "pobj" and deps[where] == "prep"
        if hung and passive and tree.lemmas[venue].lower() in _VENUES:
            deps[by], head[by] = "agent", verb
    return tree.rewired(deps, head)


def done_by(tree: Tree) -> Tree:
    """Undo "the arrest of a scholar by Peruvian police" read as a scholar by them: the arrest was theirs."""
    head = list(tree.head)
    for by in tree.places({"by"}):
        thing = head[by]
        of = head[thing]
        deed = head[of]
        hung = tree.deps[by] == "prep" and tree.deps[thing] == "pobj" and tree.lemmas[of] == "of" and tree.deps[of] == "prep"
        if hung and tree.lemmas[deed] in _DEEDS and tree.lemmas[thing] not in _MADE:
            head[by] = deed
    return tree.rewired(list(tree.deps), head)


_DEEDS = frozenset(
    (
        "arrest expulsion detention seizure killing shooting bombing shelling deportation capture ramming sinking "
        "invasion closure abduction kidnapping jailing imprisonment execution interception harassment boarding "
        "blockade occupation eviction"
    ).split(" ")
)
_MADE = frozenset("attack statement decision book film report letter work plan proposal wave series spate people".split(" "))


def volleyed(tree: Tree) -> Tree:
    """Undo "was driven off by warning shots from a cutter" read as driven from a cutter: the shots came from it."""
    for by in tree.places({"by"}):
        if tree.deps[by] != "agent":
            continue
        doing = tree.kids(by, "pcomp")
        shots = [shot for act in doing for shot in tree.kids(act, "dobj")] or tree.kids(by, "pobj")
        warned = not doing or tree.lemmas[doing[0]] == "warn"
        if not shots or tree.lemmas[shots[0]] not in _VOLLEYS or not warned:
            continue
        shot, verb = shots[0], tree.head[by]
        origins = [prep for above in (*doing, verb) for prep in tree.kids(above, "prep") if prep == max(tree.subtree(shot)) + 1]
        if not doing and not any(tree.lemmas[prep] == "from" for prep in origins):
            continue
        deps, head, pos, tags = list(tree.deps), list(tree.head), list(tree.pos), list(tree.tags)
        deps[shot], head[shot] = "pobj", by
        for act in doing:
            deps[act], head[act], pos[act], tags[act] = "amod", shot, "ADJ", "JJ"
        for prep in origins:
            if tree.lemmas[prep] == "from":
                head[prep] = shot
        for kid in (kid for act in doing for kid in tree.children[act] if kid != shot and kid not in origins):
            head[kid] = verb
        return replace(tree, deps=deps, head=head, pos=pos, tags=tags)
    return tree
