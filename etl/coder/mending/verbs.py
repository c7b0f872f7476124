"""Verbs and clauses that the parser takes wrongly again and again: each function undoes one kind."""

from dataclasses import replace

from etl.coder.days.almanac import DAYS
from etl.coder.tree import Tree

_REPORTING = frozenset(
    "warn say claim insist admit add argue note allege report announce declare caution fear predict".split(" ")
)


def shared(tree: Tree) -> Tree:
    """Undo "Zelenskyy thanks Danes, asks Sweden" read as Danes who ask: what stands before a comma is the first verb's object."""
    for verb in range(3, len(tree) - 1):
        if tree.words[verb - 1] != "," or tree.tags[verb] not in {"VBZ", "VBD"} or tree.lemmas[verb] in _REPORTING:
            continue
        for subject in tree.kids(verb, "nsubj"):
            inside = tree.subtree(subject)
            first = inside[0] - 1
            if (
                inside[-1] != verb - 2
                or first < 1
                or tree.tags[first] not in {"VBZ", "VBD"}
                or "," in (tree.words[k] for k in inside)
            ):
                continue
            if not tree.kids(first, "nsubj") or tree.kids(first, "dobj") or tree.deps[first] in {"aux", "auxpass"}:
                continue
            deps, head = list(tree.deps), list(tree.head)
            deps[subject], head[subject] = "dobj", first
            if head[first] == verb:
                deps[first], head[first] = tree.deps[verb], (first if head[verb] == verb else head[verb])
            deps[verb], head[verb] = "conj", first
            return tree.rewired(deps, head)
    return tree


def verbed(tree: Tree) -> Tree:
    """Undo "Council Tightens Sanctions, Caps Imports" read as sanctions of a kind: what is tagged a verb is one."""
    for verb in range(1, len(tree) - 1):
        noun = tree.head[verb]
        if tree.tags[verb] not in {"VBZ", "VBD"} or tree.deps[verb] not in {"compound", "amod", "nmod"} or noun <= verb:
            continue
        own = tree.kids(verb, "compound", "nmod")  # "CPRK slams S. Korea" read as a CPRK slams that is a Korea
        before = [kid for kid in tree.kids(noun, "compound", "nmod", "poss", "amod") if kid < verb] + own
        if not before or before[-1] != verb - 1 or tree.pos[verb - 1] != "PROPN":
            continue
        deps, head, pos = list(tree.deps), list(tree.head), list(tree.pos)
        subject, above = verb - 1, tree.head[noun]
        outer = noun == above or tree.deps[noun] not in {"nsubj", "nsubjpass"}
        deps[verb], head[verb] = (tree.deps[noun], verb if noun == above else above) if outer else (tree.deps[above], head[above])
        if not outer:  # the verb that took the noun for its subject goes on: "..., caps oil imports"
            head[verb] = verb if head[above] == above else head[above]
            deps[above], head[above] = "conj", verb
        deps[noun], head[noun], deps[subject], head[subject], pos[verb] = "dobj", verb, "nsubj", verb, "VERB"
        for kid in before[:-1]:
            head[kid] = subject
        return replace(tree, deps=deps, head=head, pos=pos)
    return tree


def uncompounded(tree: Tree) -> Tree:
    """Undo "U.S. cuts aid" read as a compound of its verb: a name before a finite verb that has no subject is its subject."""
    for name in range(len(tree) - 1):
        verb = name + 1
        if (
            tree.head[name] == verb
            and tree.deps[name] in {"compound", "nmod"}
            and tree.pos[name] == "PROPN"
            and tree.tags[verb] in {"VBZ", "VBD", "VBP"}
            and tree.pos[verb] == "VERB"
            and (tree.deps[verb] == "ROOT" or tree.kids(verb, "mark"))
            and not tree.kids(verb, "nsubj", "nsubjpass")
        ):
            deps = list(tree.deps)
            deps[name] = "nsubj"
            return tree.rewired(deps, list(tree.head))
    return tree


def struck(tree: Tree) -> Tree:
    """Undo "Israel strikes kill 14" read as a verb with an auxiliary: what is no auxiliary is the subject of what follows."""
    for noun in range(1, len(tree) - 1):
        verb, name = tree.head[noun], noun - 1
        if (
            tree.deps[noun] == "aux"
            and tree.tags[noun] == "VBZ"
            and tree.lemmas[noun] not in _AUXILIARIES
            and verb == noun + 1
            and tree.tags[verb] in {"VBP", "VB"}
            and tree.head[name] in {noun, verb}
            and tree.deps[name] == "nsubj"
            and tree.pos[name] == "PROPN"
        ):
            deps, head, tags = list(tree.deps), list(tree.head), list(tree.tags)
            pos, lemmas = list(tree.pos), list(tree.lemmas)
            deps[noun], tags[noun], pos[noun], lemmas[noun] = "nsubj", "NNS", "NOUN", tree.lemmas[noun]
            deps[name], head[name], tags[verb] = "compound", noun, "VBP"
            return Tree(tree.text, tree.words, lemmas, pos, tags, deps, head, tree.starts, tree.ends)
    return tree


_LIGHT = frozenset("launch open begin start order hold announce face impose lift end halt stage plan".split(" "))
_UNDER_LIGHT = frozenset(
    "probe attack raid ban strike drill hunt search blockade embargo boycott protest assault crackdown".split(" ")
)


def lit(tree: Tree) -> Tree:
    """Undo "EU launches probe into" read as launches that probe: the first is the verb, the second its object."""
    for noun in range(2, len(tree)):
        verb, before = noun - 1, noun - 2
        lemma = tree.words[verb].lower().removesuffix("s").removesuffix("e")
        if (
            tree.words[noun].lower() in _UNDER_LIGHT
            and tree.tags[noun] in {"VB", "VBP"}
            and tree.tags[verb] in {"NNS", "VBZ"}
            and any(lemma == light.removesuffix("e") for light in _LIGHT)
            and tree.head[verb] == noun
            and tree.deps[verb] in {"nsubj", "compound"}
            and tree.head[before] == verb
            and tree.pos[before] in {"NOUN", "PROPN"}
        ):
            deps, head, tags = list(tree.deps), list(tree.head), list(tree.tags)
            pos, lemmas = list(tree.pos), list(tree.lemmas)
            deps[verb], head[verb] = deps[noun], (verb if head[noun] == noun else head[noun])
            deps[noun], head[noun], deps[before] = "dobj", verb, "nsubj"
            tags[verb], pos[verb], tags[noun], pos[noun] = "VBZ", "VERB", "NN", "NOUN"
            lemmas[verb] = next(light for light in _LIGHT if light.removesuffix("e") == lemma)
            return Tree(tree.text, tree.words, lemmas, pos, tags, deps, head, tree.starts, tree.ends)
    return tree


def headed(tree: Tree) -> Tree:
    """Undo "as Carney heads to China" read as heads of Carney's: what makes a clause is its verb."""
    for verb in range(2, len(tree) - 1):
        name = verb - 1
        if (
            tree.tags[verb] == "NNS"
            and tree.deps[verb] in {"advcl", "ccomp"}
            and tree.kids(verb, "mark")
            and tree.head[name] == verb
            and tree.pos[name] == "PROPN"
            and tree.deps[name] == "compound"
            and tree.words[verb].islower()
            and not tree.kids(verb, "nsubj", "det", "poss")
        ):
            deps, tags, pos, lemmas = list(tree.deps), list(tree.tags), list(tree.pos), list(tree.lemmas)
            deps[name], tags[verb], pos[verb] = "nsubj", "VBZ", "VERB"
            lemmas[verb] = tree.words[verb].removesuffix("s")
            return Tree(tree.text, tree.words, lemmas, pos, tags, deps, list(tree.head), tree.starts, tree.ends)
    return tree


def rooted(tree: Tree) -> Tree:
    """Undo a common misreading of short sentences: a finite verb taken for an adjective of its object.

    "Pakistan positioned brigades near ..." is parsed as a noun phrase with the root "brigades"; the verb becomes the root again.
    """
    for root in [
        token for token in range(len(tree)) if tree.deps[token] in {"ROOT", "ccomp"} and tree.pos[token] in {"NOUN", "PROPN"}
    ]:
        for verb in tree.kids(root, "amod", "compound", "nmod"):
            own = tree.kids(verb, "nsubj", "npadvmod")
            if not own and tree.tags[verb] in {"VBZ", "VBD"} and root == verb + 1:
                own = tree.kids(root, "nsubj")  # "China pledges aid after a quake"
            subject = next((kid for kid in own if kid < verb), None)
            if tree.tags[verb] in {"VBD", "VBN", "VBZ", "VBP"} and subject is not None and verb < root:
                deps, head = list(tree.deps), list(tree.head)
                deps[verb], deps[root], deps[subject] = tree.deps[root], "dobj", "nsubj"
                head[verb], head[root], head[subject] = verb if head[root] == root else head[root], verb, verb
                for kid in tree.kids(root, "advcl", "npadvmod", "prep"):
                    if kid > root and (tree.deps[kid] != "prep" or tree.lemmas[kid] in {"after", "as", "before"}):
                        head[kid] = verb
                tags = list(tree.tags)
                tags[verb] = "VBD" if tags[verb] == "VBN" else tags[verb]
                return Tree(tree.text, tree.words, tree.lemmas, tree.pos, tags, deps, head, tree.starts, tree.ends)
    return tree


def finite(tree: Tree) -> Tree:
    """Undo "Seoul scrambled jets after bombers entered" read as scrambled jets that entered: the first is the verb."""
    for verb in range(1, len(tree) - 2):
        noun = tree.head[verb]
        after = tree.head[noun]
        if (
            tree.tags[verb] in {"VBD", "VBZ", "VBP"}
            and tree.deps[verb] in {"amod", "compound", "nmod"}
            and tree.deps[noun] in {"nsubj", "nsubjpass"}
            and verb < noun < after
            and any(kid < verb for kid in tree.kids(verb, "nsubj"))
            and any(noun < mark < after for mark in tree.kids(after, "mark"))
        ):
            deps, head = list(tree.deps), list(tree.head)
            deps[verb], head[verb] = tree.deps[after], verb if head[after] == after else head[after]
            deps[noun], head[noun], deps[after], head[after] = "dobj", verb, "advcl", verb
            return tree.rewired(deps, head)
    return tree


_BIDS = frozenset(
    (
        "urge ask press pressure push petition beg implore lobby prod nudge order tell invite encourage persuade convince compel "
        "force oblige instruct direct command advise remind allow permit"
    ).split(" ")
)


_AUXILIARIES = frozenset({"be", "have", "do", "will", "can", "may", "shall", "must", "get", "to", "'s", "'ll", "need", "dare"})


def auxed(tree: Tree) -> Tree:
    """Undo "China pledges support" read as a verb "support" with an auxiliary: the first is the verb, the second its object."""
    for verb in range(1, len(tree) - 1):
        noun = tree.head[verb]
        if (
            tree.deps[verb] == "aux"
            and tree.tags[verb] in {"VBZ", "VBD", "VBP"}
            and tree.lemmas[verb] not in _AUXILIARIES
            and tree.tags[noun] in {"NN", "NNS"}
            and noun == verb + 1
            and (tree.kids(noun, "nsubj") or tree.kids(verb, "nsubj"))
        ):
            deps, head, pos = list(tree.deps), list(tree.head), list(tree.pos)
            deps[verb], head[verb] = deps[noun], verb if head[noun] == noun else head[noun]
            for kid in tree.children[noun]:
                if kid != verb and tree.deps[kid] in {"nsubj", "advcl", "punct", "npadvmod", "prep"}:
                    head[kid] = verb
            deps[noun], head[noun], pos[verb] = "dobj", verb, "VERB"
            lemmas = list(tree.lemmas)
            if lemmas[verb] == tree.words[verb].lower():  # auxiliaries are left as they stand
                lemmas[verb] = lemmas[verb].removesuffix("s")
            return replace(tree, deps=deps, head=head, pos=pos, lemmas=lemmas)
    return tree


_AIMS = frozenset(
    "vow pledge promise agree plan aim seek decide threaten offer refuse hope want intend prepare commit undertake resolve".split(
        " "
    )
)


def vowed(tree: Tree) -> Tree:
    """Undo "vow to improve cooperation" read as a vow for a purpose; its object, read as the vow's, is the clause's."""
    for verb, lemma in enumerate(tree.lemmas):
        for clause in tree.kids(verb, "advcl", "xcomp") if lemma in _AIMS else ():
            first = min(tree.subtree(clause))
            when = {part for kid in tree.kids(verb, "prep", "npadvmod") if kid < first for part in tree.subtree(kid)}
            if not set(range(verb + 1, first)) <= when or tree.words[first].lower() != "to":
                continue  # but "offered on Monday to mediate"
            stray = [thing for thing in tree.kids(verb, "dobj") if thing > clause and not tree.kids(clause, "dobj")]
            if tree.deps[clause] == "xcomp" and not stray:
                continue
            deps, head = list(tree.deps), list(tree.head)
            deps[clause] = "xcomp"
            for thing in stray:
                head[thing] = clause
                for kid in tree.kids(clause, "acomp"):  # "to foster stronger, deeper ties"
                    deps[kid], head[kid] = "amod", thing
            return tree.rewired(deps, head)
    return tree


def urged(tree: Tree) -> Tree:
    """Undo "presses Caracas to free Spaniards" read as pressing for a purpose: it is what Caracas is to do."""
    for verb, lemma in enumerate(tree.lemmas):
        told = tree.kids(verb, "dobj") if lemma in _BIDS and not tree.kids(verb, "xcomp", "ccomp") else []
        for clause in tree.kids(verb, "advcl") if told else []:
            first = min(tree.subtree(clause))
            if tree.words[first].lower() == "to" and told[-1] < clause and tree.words[first - 1] != ",":
                deps = list(tree.deps)
                deps[clause] = "xcomp"
                return tree.rewired(deps, list(tree.head))
    return tree


_CALLING = {"call": frozenset({"on", "upon"}), "appeal": frozenset({"to"}), "lean": frozenset({"on"})}


def called_on(tree: Tree) -> Tree:
    """Undo "called on Manila on Friday to free the crew" read as a call made for a purpose: what is to be done is called for."""
    for verb, lemma in enumerate(tree.lemmas):
        if lemma not in _CALLING:
            continue
        towards = _CALLING[lemma]
        parties = [pobj for on in tree.kids(verb, "prep") if tree.lemmas[on] in towards for pobj in tree.kids(on, "pobj")]
        if all(tree.words[party].lower() in DAYS or tree.kids(party, "nummod") for party in parties):
            continue
        for clause in tree.kids(verb, "advcl"):
            if clause > verb and tree.is_infinitive(clause):
                deps = list(tree.deps)
                deps[clause] = "xcomp"
                return tree.rewired(deps, list(tree.head))
    return tree


def inverted(tree: Tree) -> Tree:
    """Undo "Japan's budget is a threat, warned China's ministry" read as a warning to the ministry: it is who warned.

    Only where nothing follows and the part before the comma has no comma of its own ("China, angry, warns Japan").
    """
    for verb in range(3, len(tree) - 1):
        if tree.lemmas[verb] not in _REPORTING or tree.words[verb - 1] != "," or "," in tree.words[: verb - 1]:
            continue
        objects = tree.kids(verb, "dobj", "attr", "oprd", "dative")
        if len(objects) != 1:
            continue
        speaker, told = tree.subtree(objects[0]), [kid for kid in tree.kids(verb, "nsubj", "ccomp", "dep", "nmod") if kid < verb]
        if speaker[0] != verb + 1 or any(tree.pos[token] != "PUNCT" for token in range(speaker[-1] + 1, len(tree))) or not told:
            continue
        deps = list(tree.deps)
        deps[objects[0]] = "nsubj"
        for part in told:
            deps[part] = "ccomp"
        return tree.rewired(deps, list(tree.head))
    return tree


_BIDDING = frozenset({"tell", "order", "urge"})


def bidden(tree: Tree) -> Tree:
    """Undo "Give up your arms, Moscow tells Kyiv" read as a clause beside: it is what is told, before or behind a colon."""
    for verb in range(1, len(tree)):
        if tree.lemmas[verb] not in _BIDDING or not tree.kids(verb, "dobj", "dative") or tree.kids(verb, "xcomp", "ccomp"):
            continue
        beside = [*tree.kids(verb, "advcl", "parataxis", "dep")]
        beside += [other for other in range(len(tree)) if tree.head[other] == other != verb and tree.head[verb] == verb]
        for clause in beside:
            first, last = min(tree.subtree(clause)), max(tree.subtree(clause))
            parted = last + 1 < len(tree) and tree.words[last + 1] in _PARTING if clause < verb else tree.words[first - 1] in ".:"
            bare = clause == first or all(
                tree.deps[token] in {"punct", "neg", "advmod", "intj"} for token in range(first, clause)
            )
            imperative = tree.words[clause].lower() == tree.lemmas[clause] and tree.tags[clause] in {"VB", "VBP"}
            if parted and bare and imperative and not tree.kids(clause, "nsubj", "nsubjpass", "mark", "aux"):
                deps, head, tags = list(tree.deps), list(tree.head), list(tree.tags)
                deps[clause], head[clause], tags[clause] = "ccomp", verb, "VB"
                return replace(tree, deps=deps, head=head, tags=tags)
    return tree


_PARTING = frozenset({",", ".", ":", "'", '"', "”", "’", "!"})


_PARTICLES = frozenset(
    [
        *[(verb, "over") for verb in ("hand", "turn", "take", "sign")],
        *[(verb, "off") for verb in ("call", "cut", "break", "shrug", "shut", "write", "pay", "back")],
        *[(verb, "up") for verb in ("give", "prop", "set", "step", "ramp", "open", "beef", "speed")],
        *[(verb, "back") for verb in ("send", "give", "hand", "pull", "push", "turn", "take")],
        *[(verb, particle) for verb, particle in (("let", "through"), ("wave", "through"), ("brush", "aside"), ("set", "aside"))],
        *[(verb, "down") for verb in ("shoot", "turn", "shut", "play")],
    ]
)


def handed_over(tree: Tree) -> Tree:
    """Undo "hands over last base" read as lying over a base: what a particle seems to govern is the verb's object."""
    for verb, lemma in enumerate(tree.lemmas[:-2]):
        behind = verb + 1
        if tree.head[behind] != verb or tree.pos[verb] != "VERB":
            continue
        things = tree.kids(behind, "pobj")
        if not things or tree.kids(verb, "dobj", "auxpass"):
            continue
        pair = (lemma, tree.lemmas[behind])
        if tree.deps[behind] in {"prt", "prep"} and pair in _PARTICLES:
            deps, head = list(tree.deps), list(tree.head)
            deps[behind] = "prt"
            for thing in things:
                deps[thing], head[thing] = "dobj", verb
            return tree.rewired(deps, head)
    return tree


def telephoned(tree: Tree) -> Tree:
    """Undo "Starmer called Zelensky" read as a name that somebody is given."""
    for verb, lemma in enumerate(tree.lemmas):
        named = tree.kids(verb, "oprd") if lemma == "call" and tree.kids(verb, "nsubj") and not tree.kids(verb, "dobj") else []
        if len(named) == 1 and tree.tags[named[0]] == "NNP":
            deps = list(tree.deps)
            deps[named[0]] = "dobj"
            return tree.rewired(deps, list(tree.head))
    return tree
