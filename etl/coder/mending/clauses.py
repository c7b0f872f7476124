"""Clauses that the parser hangs on the wrong verb, or whose subject it loses: each function undoes one kind."""

import re
from dataclasses import replace

from etl.coder.tree import Tree

_ERUPTING = frozenset(
    "erupt flare rage intensify spread continue resume ensue escalate subside break begin start rumble".split(" ")
)
_JUDGING = frozenset(
    (
        "say warn urge call accuse condemn slam blast denounce criticise criticize reject oppose hail praise welcome deny demand "
        "insist tell ask expect face"
    ).split(" ")
)


def resumed(tree: Tree) -> Tree:
    """Undo "vow to boost trade, deepen ties" read as vowing and deepening: a bare verb goes on from the infinitive before it.

    Where the first verb could have the bare form too ("agree to meet, condemn the strike"), what judges or speaks is left to it.
    """
    for verb in range(4, len(tree) - 1):
        first = tree.head[verb]
        if tree.deps[verb] != "conj" or first > verb - 3 or not _bare(tree, verb) or tree.words[verb - 1] not in {",", "and"}:
            continue
        alike = _bare(tree, first) or tree.tags[first] == "VBP"
        if alike and tree.lemmas[verb] in _JUDGING:
            continue
        goals = [
            clause
            for clause in tree.kids(first, "xcomp", "advcl", "ccomp")
            if first < clause < verb and tree.is_infinitive(clause) and not tree.kids(clause, "nsubj")
        ]
        if goals and not tree.is_infinitive(first):
            deps, head, tags = list(tree.deps), list(tree.head), list(tree.tags)
            head[verb], tags[verb] = goals[-1], "VB"
            return replace(tree, deps=deps, head=head, tags=tags)
    return tree


def _bare(tree: Tree, verb: int) -> bool:
    """Whether a verb stands in its bare form with neither subject nor auxiliary of its own."""
    plain = tree.tags[verb] in {"VB", "VBP"} and tree.words[verb].lower() == tree.lemmas[verb]
    return plain and not tree.kids(verb, "nsubj", "nsubjpass", "aux", "auxpass")


def reduced(tree: Tree) -> Tree:
    """Undo "A man held in Iran was charged" read as a man who held and was charged: the first only says which man."""
    for verb in range(3, len(tree)):
        conjoined = tree.deps[verb] == "conj" and tree.deps[tree.head[verb]] in {"ROOT", "ccomp"}
        firsts = [tree.head[verb]] if conjoined else tree.kids(verb, "csubj", "csubjpass")
        if not firsts or tree.kids(verb, "nsubj", "nsubjpass") or not tree.kids(verb, "aux", "auxpass"):
            continue
        first = firsts[0]
        subjects = tree.kids(first, "nsubj", "nsubjpass")
        plain = not tree.kids(first, "aux", "auxpass", "dobj", "cc")
        if tree.tags[first] == "VBN" and plain and subjects and subjects[-1] == first - 1:
            return _hung_on(tree, subjects[-1], first, verb)
    return tree


def lasted(tree: Tree) -> Tree:
    """Undo "A man held in Iran since March was charged" read as held since a month was charged."""
    for since in tree.places(_SINCE):
        verb = tree.head[since]
        marks = [mark for mark in tree.kids(verb, "mark") if mark == since]
        times = tree.kids(verb, "nsubj", "nsubjpass")
        first = tree.head[verb]
        if tree.deps[verb] != "advcl" or not marks or times != [marks[0] + 1] or not _TIME.fullmatch(tree.words[times[0]]):
            continue
        subjects = tree.kids(first, "nsubj") or ([tree.head[first]] if tree.deps[first] == "acl" else [])
        if tree.tags[first] != "VBN" or tree.kids(first, "aux", "auxpass") or subjects[-1:] != [first - 1]:
            continue
        deps, head = list(tree.deps), list(tree.head)
        deps[marks[0]], head[marks[0]], deps[times[0]], head[times[0]] = "prep", first, "pobj", marks[0]
        return _hung_on(tree.rewired(deps, head), subjects[-1], first, verb)
    return tree


_SINCE = frozenset({"since"})
_TIME = re.compile(
    r"January|February|March|April|May|June|July|August|September|October|November|December|\d{4}|[A-Z][a-z]+day|yesterday"
)


def _hung_on(tree: Tree, noun: int, participle: int, verb: int) -> Tree:
    """Return a tree in which a participle only belongs to a noun, and the noun is the subject of a verb."""
    deps, head = list(tree.deps), list(tree.head)
    top = noun if tree.head[participle] == noun else participle  # what holds the clause
    if top != verb and tree.head[participle] != verb:
        deps[verb], head[verb] = tree.deps[top], verb if tree.head[top] == top else tree.head[top]
    for kid in tree.kids(top, "punct"):
        head[kid] = verb
    deps[participle], head[participle] = "acl", noun
    deps[noun], head[noun] = "nsubjpass" if tree.kids(verb, "auxpass") else "nsubj", verb
    return tree.rewired(deps, head)


def subjected(tree: Tree) -> Tree:
    """Undo "after a quake rattles Nepal" read as rattles of a quake: the noun before the verb of a clause is its subject."""
    for verb in range(2, len(tree) - 1):
        noun, above = verb - 1, tree.head[verb]
        after = tree.deps[verb] == "pobj" and tree.lemmas[above] in {"after", "as", "before"}
        clause = tree.deps[verb] in {"advcl", "ccomp"} and tree.kids(verb, "mark", "dobj")
        if (
            tree.tags[verb] not in {"VBZ", "VBD"}
            or not (after or clause)
            or tree.deps[noun] not in {"compound", "nmod"}
            or tree.head[noun] != verb
            or tree.pos[noun] not in {"NOUN", "PROPN"}
            or tree.kids(verb, "nsubj", "nsubjpass")
        ):
            continue
        deps, head, pos = list(tree.deps), list(tree.head), list(tree.pos)
        deps[noun], pos[verb] = "nsubj", "VERB"
        for kid in tree.children[verb]:
            if kid < noun and tree.deps[kid] in {"det", "amod", "compound", "nmod", "poss", "nummod"}:
                head[kid] = noun
        if after:
            deps[verb], head[verb], deps[above], head[above] = "advcl", tree.head[above], "mark", verb
            if tree.deps[verb + 1] in {"npadvmod", "dep"} and tree.pos[verb + 1] == "PROPN":
                deps[verb + 1], head[verb + 1] = "dobj", verb
        return replace(tree, deps=deps, head=head, pos=pos)
    return tree


_TO_DO = frozenset("nod approval light permission clearance go-ahead authorisation authorization licence license".split(" "))


def permitted(tree: Tree) -> Tree:
    """Undo "gives the firm the nod to export chips" read as giving in order to: an infinitive says what a nod is for."""
    for clause in range(2, len(tree)):
        verb, first = tree.head[clause], clause - 1
        noun = first - 1
        if (
            tree.words[first].lower() == "to"
            and tree.deps[first] == "aux"
            and tree.head[first] == clause
            and tree.deps[clause] in {"advcl", "xcomp", "relcl"}
            and tree.lemmas[noun] in _TO_DO
            and (tree.head[noun] == verb or noun == verb)
            and tree.deps[noun] in {"dobj", "nsubj", "ROOT"}
        ):
            deps, head = list(tree.deps), list(tree.head)
            tags, pos, lemmas = list(tree.tags), list(tree.pos), list(tree.lemmas)
            deps[clause], head[clause], tags[clause], pos[clause] = "acl", noun, "VB", "VERB"
            lemmas[clause] = tree.words[clause].lower()
            return replace(tree, deps=deps, head=head, tags=tags, pos=pos, lemmas=lemmas)
    return tree


def continued(tree: Tree) -> Tree:
    """Undo "backs the government and the United States supports" read as backing both: it is the subject of what follows.

    So are the last two of "In response to Iran's launches, France and Italy fired".
    """
    for token in range(2, len(tree) - 1):
        verb = token + 1
        if (
            tree.deps[token] not in {"conj", "appos"}
            or tree.tags[verb] not in {"VBZ", "VBD", "VBP"}
            or tree.deps[verb] in {"aux", "auxpass"}
            or tree.kids(verb, "nsubj", "nsubjpass")
            or not tree.kids(verb, "dobj", "ccomp", "xcomp")
        ):
            continue
        chain = [token]
        while tree.deps[chain[-1]] in {"conj", "appos"}:
            chain.append(tree.head[chain[-1]])
        if tree.deps[chain[-1]] not in {"dobj", "pobj"}:
            continue
        cut = [member for member in chain[:-1] if tree.words[min(tree.subtree(member)) - 1] == ","]
        within = verb in tree.ancestors(token)  # "In response to Iran's launches, France and Italy fired"
        subject = cut[-1] if cut else token if len(chain) == 2 and not within else None
        if subject is not None and tree.deps[token] == "conj" and subject not in tree.ancestors(verb):
            deps, head = list(tree.deps), list(tree.head)
            deps[subject], head[subject] = "nsubj", verb
            return tree.rewired(deps, head)
    return tree


_BIDDING = frozenset({"demand", "insist", "request", "propose", "recommend"})
_BARE = frozenset(
    (
        "free open clear pay release return stop halt end lift cut drop back ease pull share curb honour honor respect fund "
        "scrap ban close withdraw leave hand extradite restore resume repay compensate"
    ).split(" ")
)


def subjunctive(tree: Tree) -> Tree:
    """Undo "demands US free Maduro" read as a free Maduro of the US: the name is who is to do it."""
    for word in range(2, len(tree) - 1):
        noun, name = tree.head[word], word - 1
        verb = tree.head[noun]
        if (
            tree.words[word].lower() in _BARE
            and tree.deps[word] in {"amod", "compound", "nmod"}
            and noun > word
            and tree.deps[noun] == "dobj"
            and tree.lemmas[verb] in _BIDDING
            and tree.tags[verb].startswith("VB")
            and tree.pos[name] == "PROPN"
            and tree.head[name] in {noun, word}
            and tree.deps[name] in {"nmod", "compound", "poss"}
        ):
            deps, head, tags, pos, lemmas = list(tree.deps), list(tree.head), list(tree.tags), list(tree.pos), list(tree.lemmas)
            deps[word], head[word], tags[word], pos[word], lemmas[word] = "ccomp", verb, "VB", "VERB", tree.words[word].lower()
            deps[name], head[name], deps[noun], head[noun] = "nsubj", word, "dobj", word
            for kid in tree.children[noun]:
                if kid < name and tree.deps[kid] in {"det", "compound", "nmod", "amod"}:
                    head[kid] = name
            return replace(tree, deps=deps, head=head, tags=tags, pos=pos, lemmas=lemmas)
    return tree


_TOLD_OF_PEOPLE = frozenset(
    (
        "call summon recall expel urge demand order ask tell promise vow warn accuse offer welcome thank reject protest condemn"
        " criticise criticize denounce announce pledge invite advise"
    ).split()
)


_REACTING = frozenset(
    (
        "summon recall warn protest demand condemn threaten vow urge call lodge accuse blame reject appeal ask"
        " denounce criticise criticize request complain promise pledge express"
    ).split(" ")
)
"""What a state does on hearing of a thing, and seldom what the other did besides."""


def tensed(tree: Tree) -> Tree:
    """Undo a past form joined too low: who "urged Fiji to act and protested", who "said it was wrong and recalled his envoy".

    Who "said a drone had entered its airspace and summoned the ambassador" has summoned him: the drone did not.
    """
    deps, head = list(tree.deps), list(tree.head)
    for token, tag in enumerate(tree.tags):
        first = head[token]
        above = head[first]
        if deps[token] == "conj" and (main := _finite_above(tree, token)) is not None:
            head[token] = main
            continue
        if deps[token] != "conj" or tree.kids(token, "nsubj", "nsubjpass", "aux", "auxpass"):
            continue
        infinitive = tree.tags[first] == "VB" and tree.is_infinitive(first)
        if infinitive and deps[first] == "acl" and tree.tags[head[above]] == "VBD" and tag in {"VBD", "VBN"}:
            head[token] = head[above]  # "renewed the threat to raise duties and accused Delhi"
            continue
        if tree.tags[above] != "VBD" or (tag != "VBD" and not (infinitive and tag == "VBN")):
            continue
        said = deps[first] == "ccomp" and (
            (tree.lemmas[first] == "be" and tree.lemmas[token] in _TOLD_OF_PEOPLE)
            or (
                tree.tags[first] == "VBN"
                and "had" in {tree.words[aux].lower() for aux in tree.kids(first, "aux")}
                and tree.lemmas[token] in _REACTING
            )
        )
        if ((infinitive and deps[first] in {"xcomp", "advcl", "ccomp"}) or said) and above < first:
            head[token] = above
    return tree.rewired(deps, head) if head != list(tree.head) else tree


def _finite_above(tree: Tree, verb: int) -> int | None:
    """Return the verb that a past form goes on from, over a gerund or a report: "accused Chad of lying and cut ties"."""
    if tree.kids(verb, "nsubj", "nsubjpass", "aux", "auxpass", "mark") or tree.tags[verb] not in {"VBD", "VB", "VBN"}:
        return None
    if any(tree.words[kid].lower() in {"which", "who"} for kid in tree.children[verb]):
        return None
    first = tree.head[verb]
    gerund = tree.deps[first] == "pcomp" and tree.tags[first] == "VBG"
    report = tree.deps[first] == "acl" and bool(tree.kids(first, "mark")) and tree.lemmas[verb] in _REACTING
    if not gerund and not report:
        return None
    main = next((one for one in tree.ancestors(first) if tree.pos[one] == "VERB"), None)
    past = main is not None and tree.tags[main] == "VBD" and tree.lemmas[main] in _CHARGING and main < first
    return main if past else None


_CHARGING = frozenset(
    "accuse blame suspect criticise criticize condemn denounce deny reject dismiss dispute thank praise".split()
)


def erupted(tree: Tree) -> Tree:
    """Undo "Fighting flared between them" read as fighting that was flared: what breaks out is the subject."""
    for verb in range(1, len(tree)):
        first = tree.head[verb]
        fought = tree.head[first] == first and first == verb - 1 and tree.tags[first] in {"VBG", "NN", "NNS"}
        if not (fought and tree.deps[verb] == "acl" and tree.lemmas[verb] in _ERUPTING and tree.tags[verb] in {"VBN", "VBD"}):
            continue
        deps, head, tags, pos = list(tree.deps), list(tree.head), list(tree.tags), list(tree.pos)
        deps[first], head[first], deps[verb], head[verb] = "nsubj", verb, "ROOT", verb
        tags[verb], pos[verb], pos[first] = "VBD", "VERB", "NOUN"
        tags[first] = "NN" if tags[first] == "VBG" else tags[first]
        lemmas = list(tree.lemmas)
        if tree.tags[first] == "VBG":
            lemmas[first] = tree.words[first].lower()
        return replace(tree, deps=deps, head=head, tags=tags, pos=pos, lemmas=lemmas)
    return tree


_ACCUSING = frozenset({"accuse", "blame", "charge", "allege", "say", "claim", "suspect"})
_DENYING = frozenset({"deny", "reject", "dispute", "refute"})


def denied(tree: Tree) -> Tree:
    """Undo "accused Russia of meddling in its vote, which Moscow denied" read as a vote that was denied: the charge was."""
    for verb in tree.places(_DENYING):
        which = [kid for kid in tree.kids(verb, "dobj") if tree.words[kid].lower() == "which"]
        if tree.deps[verb] != "relcl" or not which or tree.words[which[0] - 1] != ",":
            continue
        above = next((one for one in tree.ancestors(verb) if tree.lemmas[one] in _ACCUSING and tree.pos[one] == "VERB"), None)
        if above is not None:
            deps, head = list(tree.deps), list(tree.head)
            deps[verb], head[verb] = "conj", above
            return tree.rewired(deps, head)
    return tree


def forced(tree: Tree) -> Tree:
    """Undo "Chad's military fired warning shots" read as shots that are fired: the force in front does it.

    The parser takes "military" for an adjective and then the verb for another.
    """
    for verb in range(2, len(tree)):
        things, doer = tree.head[verb], verb - 1
        if (
            tree.tags[verb] != "VBD"
            or tree.deps[verb] != "amod"
            or tree.head[things] != things
            or tree.head[doer] != things
            or tree.words[doer].lower() not in _FORCES
        ):
            continue
        deps, head, tags, pos = list(tree.deps), list(tree.head), list(tree.tags), list(tree.pos)
        for kid in tree.children[things]:
            if kid < doer:
                head[kid] = doer
            elif kid > things:
                head[kid] = verb
        deps[verb], head[verb], pos[verb] = "ROOT", verb, "VERB"
        deps[things], head[things] = "dobj", verb
        deps[doer], head[doer], tags[doer], pos[doer] = "nsubj", verb, "NN", "NOUN"
        return replace(tree, deps=deps, head=head, tags=tags, pos=pos)
    return tree


_FORCES = frozenset({"military", "navy", "army", "police", "coastguard", "guard"})


def went_on(tree: Tree) -> Tree:
    """Undo "Iran condemns strikes, says it will respond" read as what somebody says: who condemns goes on to say something."""
    for verb in tree.places(_TELLING):
        before = [kid for kid in tree.kids(verb, "ccomp") if kid < verb and tree.kids(kid, "nsubj", "nsubjpass")]
        if (
            tree.tags[verb] not in {"VBZ", "VBP", "VBD"}
            or tree.words[verb - 1] != ","
            or tree.kids(verb, "nsubj", "nsubjpass")
            or not before
            or not any(kid > verb for kid in tree.kids(verb, "ccomp", "xcomp"))
        ):
            continue
        deps, head, first = list(tree.deps), list(tree.head), before[0]
        deps[first], head[first] = tree.deps[verb], first if tree.head[verb] == verb else tree.head[verb]
        deps[verb], head[verb] = "conj", first
        for kid in tree.children[verb]:
            if kid < verb and kid != first:
                head[kid] = first
        return tree.rewired(deps, head)
    return tree


_TELLING = frozenset("say vow pledge threaten warn insist claim promise tell demand add".split(" "))


def pressed(tree: Tree) -> Tree:
    """Undo "pressed Noda at a meeting on Sunday to settle" read as a meeting to settle: it is what Noda is to do."""
    for verb in tree.places(_PRESSING):
        if not tree.kids(verb, "dobj") or tree.kids(verb, "xcomp", "ccomp", "advcl"):
            continue
        events = [noun for prep in tree.kids(verb, "prep") for noun in tree.kids(prep, "pobj") if tree.lemmas[noun] in _OCCASIONS]
        for clause in (clause for noun in events for clause in tree.kids(noun, "acl", "relcl") if tree.is_infinitive(clause)):
            deps, head = list(tree.deps), list(tree.head)
            deps[clause], head[clause] = "xcomp", verb
            return tree.rewired(deps, head)
    return tree


_PRESSING = frozenset("press urge ask tell implore beseech encourage exhort invite warn order advise".split(" "))
_OCCASIONS = frozenset("meeting talk summit call conference visit session dinner lunch conversation ceremony".split(" "))
