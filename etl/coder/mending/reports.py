"""What somebody did besides what he said: verbs that the parser joins to the reported clause.

"Said it would meet Peru but accused it of lying": the accusation is the speaker's own.
"""

from dataclasses import replace

from etl.coder.tree import Tree

_TELLING = frozenset(
    (
        "say announce hint suggest indicate signal promise pledge vow declare state add insist confirm reveal claim tweet"
        " reiterate write argue note predict think believe hope expect"
    ).split()
)
_COMING = frozenset({"will", "would", "shall", "'ll", "’ll", "may", "might", "could", "can", "should", "must"})
_HAVING = frozenset({"has", "have", "'s", "’s", "'ve", "’ve"})


def resumed_by_teller(tree: Tree) -> Tree:
    """Undo "said it would meet Peru but accused it of lying" read as what was said: behind "would" a past form is the speaker's.

    So is "has accused": what he reports of the past would have been "had accused". And whoever "said bombers flew by, and
    lodged a protest" lodged it himself.
    """
    deps, head = list(tree.deps), list(tree.head)
    for verb in range(4, len(tree)):
        if deps[verb] != "conj" or tree.pos[verb] != "VERB" or not _past(tree, verb):
            continue
        first = head[verb]
        while tree.deps[first] == "conj" and head[first] != first:
            first = head[first]
        teller = head[first]
        told = tree.deps[first] == "ccomp" and teller < first and tree.lemmas[teller] in _TELLING and tree.tags[teller] == "VBD"
        coming = {tree.words[aux].lower() for aux in tree.kids(first, "aux")} & _COMING
        ahead = bool(coming) or _speaks_up(tree, verb)
        if told and ahead and tree.kids(teller, "nsubj") and tree.kids(first, "nsubj", "nsubjpass"):
            head[verb] = teller
    return tree.rewired(deps, head)


_SPEAKING_UP = frozenset("lodge file register protest demand urge condemn denounce accuse vow warn summon express voice".split())


def _speaks_up(tree: Tree, verb: int) -> bool:
    """Whether a verb behind a comma and "and" tells what somebody said or did by way of complaint."""
    return tree.lemmas[verb] in _SPEAKING_UP and tree.words[verb - 2 : verb] == [",", "and"] and tree.tags[verb] == "VBD"


def _past(tree: Tree, verb: int) -> bool:
    """Whether a verb without a subject tells of the past ("accused") or of what is done by now ("has accused")."""
    if tree.kids(verb, "nsubj", "nsubjpass", "auxpass", "mark"):
        return False
    aux = {tree.words[kid].lower() for kid in tree.kids(verb, "aux")}
    return (tree.tags[verb] == "VBD" and not aux) or (tree.tags[verb] == "VBN" and bool(aux) and aux <= _HAVING)


def undergone_by(tree: Tree) -> Tree:
    """Undo "said the drills staged by Peru are a danger" read as drills that staged: they undergo it, and are the danger."""
    for verb in range(3, len(tree) - 3):
        if tree.tags[verb] not in {"VBN", "VBD"} or tree.deps[verb] not in {"ccomp", "nsubj"}:
            continue
        above, things = tree.head[verb], tree.kids(verb, "nsubj", "nsubjpass")
        mains = [
            kid for kid in tree.kids(above, "ccomp", "conj", "dep") if kid > verb and not tree.kids(kid, "nsubj", "nsubjpass")
        ]
        if (
            tree.lemmas[above] not in _TELLING
            or things[-1:] != [verb - 1]
            or not any(tree.lemmas[by] == "by" for by in tree.kids(verb, "agent"))
            or tree.kids(verb, "aux", "auxpass", "dobj")
            or not mains
            or tree.tags[mains[0]] not in {"VBZ", "VBP", "VBD", "VB"}
        ):
            continue
        deps, head, tags = list(tree.deps), list(tree.head), list(tree.tags)
        deps[things[0]], head[things[0]] = "nsubj", mains[0]
        deps[verb], head[verb], tags[verb] = "acl", things[0], "VBN"
        return replace(tree, deps=deps, head=head, tags=tags)
    return tree


def interposed(tree: Tree) -> Tree:
    """Undo "Peru, a Lao general said, has fired" read as words beside the sentence: who tells it between commas tells it all."""
    for said in range(3, len(tree) - 2):
        if tree.deps[said] != "parataxis" or tree.lemmas[said] not in _REPORTING:
            continue
        main, end = tree.head[said], tree.subtree(said)[-1]
        if (
            tree.tags[said] not in {"VBD", "VBZ", "VBP"}
            or main < said
            or "," not in {tree.words[end], tree.words[min(end + 1, len(tree) - 1)]}
            or tree.kids(said, "ccomp", "dobj", "aux")
        ):
            continue
        if tree.tags[said] != "VBD" and any(tree.lemmas[aux] == "would" for aux in tree.kids(main, "aux")):
            continue  # "a raid, it says, would bring war": that is no plan
        teller = said - 1
        first = next((token for token in range(teller, 0, -1) if tree.words[token] == ","), None)
        if first is None or min(tree.subtree(teller)) <= first or tree.deps[teller] not in {"nsubj", "appos", "npadvmod"}:
            continue
        deps, head = list(tree.deps), list(tree.head)
        front = [kid for kid in tree.kids(said, "npadvmod", "dep", "nsubj") if kid < first and tree.pos[kid] == "PROPN"]
        if front and not tree.kids(main, "nsubj", "nsubjpass"):
            deps[front[0]], head[front[0]] = "nsubjpass" if tree.kids(main, "auxpass") else "nsubj", main
        deps[teller], head[teller] = "nsubj", said
        deps[said], head[said] = tree.deps[main], said if tree.head[main] == main else tree.head[main]
        deps[main], head[main] = "ccomp", said
        return tree.rewired(deps, head)
    return tree


def told_apart(tree: Tree) -> Tree:
    """Undo "Peru, Fiji said on Monday, had fired" read as both of them saying it: the first did what is told."""
    for said in range(3, len(tree) - 3):
        if tree.lemmas[said] not in _TELLING:
            continue
        subjects = tree.kids(said, "nsubj")
        mains = [kid for kid in tree.kids(said, "ccomp") if kid > said and not tree.kids(kid, "nsubj", "nsubjpass", "mark")]
        if len(subjects) != 2 or not mains or tree.words[subjects[0] + 1] != ",":
            continue
        deps, head = list(tree.deps), list(tree.head)
        deps[subjects[0]], head[subjects[0]] = "nsubjpass" if tree.kids(mains[0], "auxpass") else "nsubj", mains[0]
        return tree.rewired(deps, head)
    return tree


_REPORTING = _TELLING | {"report", "complain", "grumble", "charge", "allege", "lament"}


def spoilt(tree: Tree) -> Tree:
    """Undo "said the drills staged by Peru wreck peace" read as a Peru wreck peace: the drills wreck it."""
    for verb in range(4, len(tree) - 1):
        thing, name = tree.head[verb], verb - 1
        by = tree.head[thing]
        if (
            tree.words[verb].lower() not in _SPOILING
            or tree.deps[verb] not in {"compound", "nmod"}
            or tree.deps[thing] != "pobj"
            or tree.deps[by] not in {"agent", "prep"}
            or tree.lemmas[by] != "by"
            or tree.pos[name] != "PROPN"
        ):
            continue
        participle = tree.head[by]
        things, above = tree.kids(participle, "nsubj", "nsubjpass"), tree.head[participle]
        names = [kid for kid in tree.kids(thing, "compound", "nmod") if by < kid < verb]
        if not (things and names and tree.deps[participle] == "ccomp" and things[-1] == participle - 1):
            continue
        deps, head = list(tree.deps), list(tree.head)
        tags, pos, lemmas = list(tree.tags), list(tree.pos), list(tree.lemmas)
        tags[verb], pos[verb], lemmas[verb] = "VBP", "VERB", tree.words[verb].lower()
        deps[verb], head[verb], deps[thing], head[thing] = "ccomp", above, "dobj", verb
        deps[things[0]], head[things[0]] = "nsubj", verb
        deps[participle], head[participle], tags[participle] = "acl", things[0], "VBN"
        deps[names[0]], head[names[0]] = "pobj", by
        for kid in tree.children[thing]:
            if by < kid < verb and kid != names[0]:
                head[kid] = names[0]
        return replace(tree, deps=deps, head=head, tags=tags, pos=pos, lemmas=lemmas)
    return tree


_SPOILING = frozenset(
    "wreck endanger imperil jeopardise jeopardize poison sour undermine threaten harm destabilise destabilize hinder fuel".split()
)


_PUT_IN = frozenset("say tell announce claim allege report insist state".split())
_PARTED = frozenset({"has", "have", "had", "will", "would"})
_NOMINAL = frozenset("NN NNS NNP NNPS DT JJ POS PRP PRP$ CC CD HYPH IN VBG".split())
_MOST_BEHIND = 4  # words between the verb of saying and the comma: "said on Monday", "told reporters"


def put_in(tree: Tree) -> Tree:
    """Undo "Peru's boats, Chile said, rammed two trawlers" read as a word in passing: it is what Chile says.

    So is what an auxiliary in front begins: "Peru has, sources said, recalled its envoy".
    """
    parts = _parts(tree)
    if parts is None:
        return tree
    front, said, told = parts
    aux = front[-1] if tree.words[front[-1]].lower() in _PARTED and len(front) > 1 else None
    subject, speaker = tree.span_head(front[0], front[-1] - (aux is not None)), tree.span_head(front[-1] + 2, said - 1)
    if tree.tags[subject] not in _NOMINAL or tree.tags[speaker] not in _NOMINAL:
        return tree
    deps, head, tags = list(tree.deps), list(tree.head), list(tree.tags)
    deps[said], head[said], deps[told], head[told] = "ROOT", said, "ccomp", said
    passive = any(tree.deps[kid] == "auxpass" for kid in tree.children[told])
    deps[subject], head[subject], deps[speaker], head[speaker] = "nsubjpass" if passive else "nsubj", told, "nsubj", said
    for kid in range(len(tree)):
        if kid in {subject, speaker, said, told} or not (head[kid] == kid or head[kid] in {said, told, subject, aux}):
            continue
        if front[0] <= kid <= front[-1] and kid != aux and head[kid] != subject:
            head[kid] = subject
        elif kid > told:
            head[kid] = told
        elif front[-1] < kid <= said and head[kid] == subject:
            head[kid] = speaker if tree.words[kid] != "," else said
    if aux is not None:
        deps[aux], head[aux] = "aux", told
        tags[told] = "VBN" if tree.lemmas[aux] == "have" else "VB"
    return replace(tree, deps=deps, head=head, tags=tags)


def _parts(tree: Tree) -> tuple[range, int, int] | None:
    """Return what stands in front of a report put between two commas, its verb, and the verb of what is reported."""
    comma = next((token for token in range(min(len(tree), 12)) if tree.words[token] == ","), None)
    if not comma or any(tree.tags[token] not in _NOMINAL for token in range(comma - 1)):
        return None
    said = next((token for token in range(comma + 2, min(len(tree), comma + 9)) if tree.lemmas[token] in _PUT_IN), None)
    if said is None or tree.tags[said] not in {"VBD", "VBZ"} or any(tree.tags[t] not in _NOMINAL for t in range(comma + 1, said)):
        return None
    near = range(said + 1, min(len(tree) - 2, said + 2 + _MOST_BEHIND))
    close = next((token for token in near if tree.words[token] == ","), None)
    if close is None or any(tree.tags[token].startswith("VB") or tree.tags[token] == "MD" for token in range(said + 1, close)):
        return None
    told = close + 1
    while told < len(tree) - 1 and tree.tags[told] == "RB":
        told += 1
    if not (tree.tags[told].startswith("VB") or tree.tags[told] == "MD") or tree.tags[told] == "VBG":
        return None
    while tree.deps[told] in {"aux", "auxpass"} and tree.head[told] > told:
        told = tree.head[told]
    fronted = tree.tags[comma - 1] in _NOMINAL or tree.words[comma - 1].lower() in _PARTED
    return (range(comma), said, told) if fronted and tree.tags[0] not in {"IN", "PRP"} else None
