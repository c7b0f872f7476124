"""Verbs that are left out where they would come again: "led Fiji to protest and Samoa to recall its envoy"."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from etl.coder.tree import Tree

_MOVING = frozenset(
    (
        "lead prompt cause push force urge tell ask order drive spur press compel oblige pressure call provoke encourage "
        "persuade convince allow permit invite beg implore get"
    ).split()
)
_CHARGING = frozenset({"accuse", "suspect", "warn"})
# What a second one is led to do, and nobody does with two others: "talks with Fiji and Samoa to ease tensions".
_DEEDS = frozenset(
    (
        "file lodge summon expel recall suspend cut sever voice condemn protest ban sanction withdraw close scramble cancel "
        "accuse denounce"
    ).split()
)
NAMES = frozenset({"NNP", "NNPS"})


def gapped(tree: Tree) -> Tree:
    """Undo an infinitive hung on the one before it whose doer is another: "led Fiji to act and Samoa to recall its envoy"."""
    for verb in range(5, len(tree)):
        named = verb - 2
        if tree.tags[verb] != "VB" or tree.words[verb - 1].lower() != "to" or tree.tags[named] not in NAMES:
            continue
        doers = _listed_before(tree, named)
        above = _led(tree, doers[0]) if doers else None
        if above is None or above[1] == verb or (tree.deps[verb] == "conj" and tree.head[doers[0]] == verb):
            continue
        host = tree.head[doers[0]]
        beside_a_name = tree.deps[doers[0]] == "conj" and tree.tags[host] in NAMES and host > above[1]
        if beside_a_name and tree.lemmas[verb] not in _DEEDS:
            continue
        deps, head = list(tree.deps), list(tree.head)
        deps[verb], head[verb] = "conj", above[1]
        deps[doers[0]], head[doers[0]] = "nsubj", verb
        for other in doers[1:]:
            deps[other], head[other] = "conj", doers[0]
        head[verb - 1], deps[verb - 1] = verb, "aux"
        return gapped(replace(tree, deps=deps, head=head))
    return tree


def charged(tree: Tree) -> Tree:
    """Undo the second of those accused of this and that hung elsewhere: "accused Fiji of lying, Samoa of spying"."""
    for of in range(4, len(tree) - 1):
        named = of - 1
        if tree.words[of].lower() != "of" or tree.tags[of + 1] != "VBG" or tree.tags[named] not in NAMES:
            continue
        doers = _listed_before(tree, named)
        verbs = [verb for verb in range(doers[0] if doers else 0) if tree.lemmas[verb] in _CHARGING and tree.kids(verb, "dobj")]
        first = tree.kids(verbs[-1], "dobj")[-1] if verbs else named
        if first >= named or not any(tree.lemmas[prep] == "of" and prep < named for prep in tree.kids(verbs[-1], "prep")):
            continue
        if tree.deps[doers[0]] == "conj" and tree.head[doers[0]] == first:
            continue
        deps, head = list(tree.deps), list(tree.head)
        deps[doers[0]], head[doers[0]] = "conj", first
        deps[of], head[of] = "prep", doers[0]
        return charged(replace(tree, deps=deps, head=head))
    return tree


DRAWING = frozenset("draw earn win receive face attract get bring provoke spark trigger elicit garner".split())


def drawn(tree: Tree) -> Tree:
    """Undo "drew praise from Fiji and a rebuke from Samoa" read as a rebuke beside the drawing: it was drawn as well."""
    for verb in tree.places(DRAWING):
        things = tree.kids(verb, "dobj") if tree.pos[verb] == "VERB" else []
        for noun in tree.kids(verb, "conj") if things else ():
            sent = any(tree.words[prep].lower() == "from" and prep == noun + 1 for prep in tree.kids(noun, "prep"))
            if tree.pos[noun] != "NOUN" or noun < things[0] or not sent or tree.kids(noun, "nsubj"):
                continue
            head = list(tree.head)
            head[noun] = things[0]
            return tree.rewired(list(tree.deps), head)
    return tree


def to_do(tree: Tree) -> Tree:
    """Undo "Minister says Peru to expel envoys" read as saying Peru: the name is who is to do it, as headlines leave out "is"."""
    for verb in range(4, len(tree)):
        said, named = tree.head[verb], verb - 2
        if tree.tags[verb] != "VB" or tree.deps[verb] != "xcomp" or tree.lemmas[said] != "say" or tree.words[verb - 1] != "to":
            continue
        if tree.deps[named] == "dobj" and tree.head[named] == said and tree.tags[named] in NAMES:
            deps, head = list(tree.deps), list(tree.head)
            deps[named], head[named], deps[verb] = "nsubj", verb, "ccomp"
            return tree.rewired(deps, head)
    return tree


_JOINTS = frozenset({",", ";", "and", "but", "while"})
_STOPS = frozenset({",", ";", ".", ":", "and", "but"})
_SPANS = frozenset("year month week day hour minute decade time morning night evening weekend percent".split())
_TOLD = frozenset({"VBD", "VBZ", "VBP"})


@dataclass(frozen=True, slots=True)
class Bereft:
    """A second doer whose verb is left out: "Seoul recalled its envoy and *Tokyo its consul*"; `rest` is what he did it to."""

    verb: int
    doer: int
    rest: range


def bereft(tree: Tree) -> Iterator[Bereft]:
    """Yield the doers who stand bare behind a first clause, before an object that is built as the one of its verb."""
    for doer in range(3, len(tree) - 1):
        if tree.tags[doer] not in NAMES or tree.tags[doer + 1] in NAMES:
            continue
        first = doer
        while tree.tags[first - 1] in NAMES or tree.words[first - 1].lower() == "the":
            first -= 1
        joint, start = first - 1, doer + 1
        if joint < 2 or tree.words[joint].lower() not in _JOINTS:
            continue
        if tree.words[start] == "," and tree.words[joint] == ";":
            start += 1
        told = (token for token in range(joint - 1, 0, -1) if tree.tags[token] in _TOLD)
        verb = next((token for token in told if tree.deps[token] not in {"aux", "auxpass"}), None)
        if verb is not None and _goes_on_alike(tree, verb, start, alone=tree.words[joint] == ","):
            stop = next((token for token in range(start + 1, len(tree)) if tree.words[token].lower() in _STOPS), len(tree))
            rest = range(start, stop)
            timed = any(tree.lemmas[token].lower() in _SPANS for token in rest[:3])
            if not timed and not any(tree.tags[token].startswith("VB") or tree.tags[token] == "MD" for token in rest):
                yield Bereft(verb, doer, rest)


def _goes_on_alike(tree: Tree, verb: int, start: int, *, alone: bool) -> bool:
    """Whether a word begins an object like that of a verb: a number, a sum, or something owned; "a" and "the" not in a list."""
    things = [thing for thing in tree.kids(verb, "dobj") if verb < thing < start]
    if not things or tree.kids(verb, "dative") or not tree.kids(verb, "nsubj") or tree.pos[things[0]] == "PROPN":
        return False
    parts = [token for token in tree.subtree(things[0]) if token <= things[0]]
    tags = {tree.tags[token] for token in parts} | {tree.tags[things[0]]}
    if tree.tags[start] in {"CD", "$"}:
        return bool(tags & {"CD", "$"})
    if tree.tags[start] == "PRP$":
        return "PRP$" in tags
    return tree.tags[start] == "DT" and not alone and bool(tags & {"DT", "PRP$"})


def left_bare(tree: Tree) -> Tree:
    """Undo "recalled its envoy to Peru and Chile its consul" read as an envoy to Chile: Chile does as the first one did."""
    deps, head = list(tree.deps), list(tree.head)
    for one in bereft(tree):
        deps[one.doer], head[one.doer] = "dep", one.verb
        for token in one.rest:
            if head[token] not in one.rest:
                deps[token], head[token] = "dep", one.doer
        for kid in range(one.doer):
            if head[kid] in one.rest:
                head[kid] = one.doer
    return tree.rewired(deps, head)


def _led(tree: Tree, doer: int) -> tuple[int, int] | None:
    """Return the verb that moves somebody to do something before a name, and what he is moved to do."""
    for verb in range(doer - 1, -1, -1):
        if tree.lemmas[verb] not in _MOVING or tree.pos[verb] != "VERB":
            continue
        objects = tree.kids(verb, "dobj") or [
            noun for prep in tree.kids(verb, "prep") if tree.lemmas[prep] in {"on", "upon"} for noun in tree.kids(prep, "pobj")
        ]
        aims = [
            aim
            for aim in tree.kids(verb, "xcomp", "advcl", "ccomp")
            if aim < doer and tree.tags[aim] == "VB" and tree.is_infinitive(aim) and any(thing < aim for thing in objects)
        ]
        subjects = [
            aim for aim in tree.kids(verb, "ccomp", "xcomp") if aim < doer and tree.tags[aim] == "VB" and tree.kids(aim, "nsubj")
        ]
        return (verb, (aims or subjects)[0]) if aims or subjects else None
    return None


def _listed_before(tree: Tree, last: int) -> list[int]:
    """Return the names of a list that ends with one and stands behind "and" or a comma: the last words of the names, in order."""
    names, joined = [last], False
    while True:
        start = min(
            [names[0], *(kid for kid in tree.children[names[0]] if kid < names[0] and tree.deps[kid] in {"det", "compound"})]
        )
        mark = start - 1
        if mark < 1 or tree.words[mark].lower() not in {"and", ","}:
            return []
        before = mark - 1 if tree.words[mark - 1] != "," else mark - 2
        conjunction = tree.words[mark].lower() == "and"
        ends = tree.tags[before] not in NAMES or (joined and conjunction) or tree.deps[names[0]] != "conj"
        if ends or tree.head[names[0]] != before or (len(names) == 1 and not _of_list(tree, before)):
            return names
        joined = joined or conjunction
        names.insert(0, before)


def _of_list(tree: Tree, name: int) -> bool:
    """Whether a name has an "and" or a comma before it, so that a list of doers may begin with it."""
    start = min([name, *(kid for kid in tree.children[name] if kid < name and tree.deps[kid] in {"det", "compound"})])
    return start > 0 and tree.words[start - 1].lower() in {"and", ","}
