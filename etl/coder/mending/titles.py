"""Envoys and organs misread: "Envoy to Laos eyes cooperation", "... as Poland asks it for help", "Ministry of Posts in Rome"."""

from dataclasses import replace

from etl.coder.tree import Tree

ENVOYS = frozenset({"ambassador", "envoy", "consul", "commissioner"})
_EYEING = {
    "eyes": "eye",
    "pledges": "pledge",
    "vows": "vow",
    "hopes": "hope",
    "seeks": "seek",
    "aims": "aim",
    "plans": "plan",
    "wants": "want",
    "promises": "promise",
    "urges": "urge",
}


def accredited(tree: Tree) -> Tree:
    """Undo "Ambassador to Laos eyes closer cooperation" read as an ambassador to eyes: he eyes it, and Laos is his host."""
    for verb in range(3, len(tree) - 1):
        place = verb - 1
        if tree.words[verb].lower() not in _EYEING or tree.tags[verb] != "NNS" or tree.pos[place] != "PROPN":
            continue
        prep = next((token for token in range(place, 0, -1) if tree.words[token].lower() == "to"), 0)
        envoy = tree.head[prep]
        if tree.lemmas[envoy].lower() not in ENVOYS or tree.head[envoy] != envoy or prep < envoy or place - prep > 3:
            continue
        deps, head, tags, pos, lemmas = list(tree.deps), list(tree.head), list(tree.tags), list(tree.pos), list(tree.lemmas)
        deps[verb], head[verb], tags[verb], pos[verb] = "ROOT", verb, "VBZ", "VERB"
        lemmas[verb] = _EYEING[tree.words[verb].lower()]
        deps[envoy], head[envoy], deps[place], head[place] = "nsubj", verb, "pobj", prep
        for token in range(prep + 1, place):
            head[token] = place
        things = [
            kid for kid in (tree.head[verb], *tree.kids(envoy, "appos")) if kid > verb and tree.pos[kid] in {"NOUN", "PROPN"}
        ]
        for thing in things[:1]:
            deps[thing], head[thing] = "dobj", verb
        for kid in (*tree.children[envoy], *tree.children[verb]):
            if kid > verb and kid not in things:
                head[kid] = verb
                if tree.is_infinitive(kid):
                    deps[kid] = "advcl" if things else "xcomp"
        return replace(tree, deps=deps, head=head, tags=tags, pos=pos, lemmas=lemmas)
    return tree


def meanwhile(tree: Tree) -> Tree:
    """Undo "proposes cooperation as Poland asks it for help" read as what Poland is: it is who asks meanwhile."""
    for verb in range(4, len(tree) - 1):
        name, mark = verb - 1, verb - 2
        if (
            tree.tags[verb] == "VBZ"
            and tree.deps[verb] == "conj"
            and tree.deps[name] == "pobj"
            and tree.pos[name] == "PROPN"
            and tree.head[name] == mark
            and tree.words[mark].lower() in {"as", "while"}
            and not tree.kids(verb, "nsubj", "nsubjpass", "cc")
            and not tree.kids(tree.head[verb], "cc")
        ):
            deps, head = list(tree.deps), list(tree.head)
            deps[verb], deps[name], head[name], deps[mark], head[mark] = "advcl", "nsubj", verb, "mark", verb
            return tree.rewired(deps, head)
    return tree


_ORGANS = frozenset({"ministry", "department", "bureau", "secretariat", "directorate", "directorate-general"})


def seated(tree: Tree) -> Tree:
    """Undo "condemned the Ministry of Commerce in Beijing" read as condemned there: it is where the ministry sits."""
    deps, head = list(tree.deps), list(tree.head)
    for prep in range(4, len(tree) - 1):
        verb = tree.head[prep]
        if tree.words[prep] != "in" or tree.deps[prep] != "prep" or tree.pos[verb] not in {"VERB", "AUX"} or verb > prep:
            continue
        names = [place for place in tree.kids(prep, "pobj") if tree.pos[place] == "PROPN"]
        organs = [
            organ
            for organ in range(verb + 1, prep - 2)
            if tree.lemmas[organ].lower() in _ORGANS and max(tree.subtree(organ)) == prep - 1 and tree.words[organ + 1] == "of"
        ]
        if names and organs:
            head[prep] = organs[0]
    return tree if head == tree.head else tree.rewired(deps, head)


_PLANNING = {
    "plans": "plan",
    "eyes": "eye",
    "mulls": "mull",
    "weighs": "weigh",
    "considers": "consider",
    "ponders": "ponder",
    "schedules": "schedule",
}
JOURNEYS = frozenset({"visit", "trip", "tour"})


def journeying(tree: Tree) -> Tree:
    """Undo "Modi plans visit to Japan" read as plans that visit: he plans it."""
    for verb in range(1, len(tree) - 3):
        name, trip = verb - 1, verb + 1
        if (
            tree.words[verb].lower() not in _PLANNING
            or tree.words[trip].lower() not in JOURNEYS
            or tree.words[trip + 1].lower() not in {"to", "in", "by"}
            or (tree.tags[verb] == "VBZ" and tree.tags[trip] == "NN" and tree.deps[trip] == "dobj")
            or not (tree.words[name][:1].isupper() or tree.lemmas[name] in {"president", "premier", "minister", "king"})
        ):
            continue
        inside = {name, verb, trip}
        tops = [token for token in sorted(inside) if tree.head[token] == token or tree.head[token] not in inside]
        if len(tops) != 1:
            continue
        top = tops[0]
        deps, head, tags, pos, lemmas = list(tree.deps), list(tree.head), list(tree.tags), list(tree.pos), list(tree.lemmas)
        for token in inside:
            for kid in tree.children[token]:
                if kid not in inside:
                    head[kid] = name if kid < name else trip if kid == trip + 1 else verb
        deps[verb], head[verb] = tree.deps[top], verb if tree.head[top] == top else tree.head[top]
        tags[verb], pos[verb], lemmas[verb] = "VBZ", "VERB", _PLANNING[tree.words[verb].lower()]
        deps[name], head[name], deps[trip], head[trip] = "nsubj", verb, "dobj", verb
        tags[trip], pos[trip], lemmas[trip] = "NN", "NOUN", tree.words[trip].lower()
        if tree.tags[name] in {"VB", "NN", "JJ", "VBP"} and tree.words[name][:1].isupper():
            tags[name], pos[name] = "NNP", "PROPN"
        return replace(tree, deps=deps, head=head, tags=tags, pos=pos, lemmas=lemmas)
    return tree
