"""Noun phrases that the parser takes wrongly again and again: each function undoes one kind."""

from dataclasses import replace

from etl.coder.days.almanac import DAYS, MONTHS
from etl.coder.mending.gaps import NAMES
from etl.coder.tree import Tree

# Words that are nouns wherever they stand; behind "to" or "in" they are now and then taken for verbs.
_FIGHTS = frozenset({"fighting", "shelling", "bombing", "shooting", "looting", "rioting"})
_NOUNS = frozenset({"ceasefire", "truce", "summit", "dialogue", "accord", "pact", "armistice", "detente", "warning"})


def nouned(tree: Tree) -> Tree:
    """Undo "agree to ceasefire", "in warning to Seoul" and "Fighting breaks out" read as verbs."""
    deps, head, tags, pos = list(tree.deps), list(tree.head), list(tree.tags), list(tree.pos)
    for token, word in enumerate(tree.words):
        fighting = word.lower() in _FIGHTS and tags[token] == "VBG" and deps[token] in {"nsubj", "csubj"}
        if fighting and not set(tree.children[token]) - set(tree.kids(token, "prep", "amod", "det", "compound")):
            deps[token], tags[token], pos[token] = "nsubj", "NN", "NOUN"  # "Fighting breaks out"
            continue
        if word.lower() not in _NOUNS or not tags[token].startswith("VB") or any(tree.kids(token, "dobj", "nsubj", "ccomp")):
            continue
        to = next((kid for kid in tree.kids(token, "aux") if tree.words[kid].lower() == "to"), None)
        if tree.deps[token] == "xcomp" and to is not None:
            deps[to], head[to], deps[token], head[token] = "prep", tree.head[token], "pobj", to
        elif tree.deps[token] == "pcomp":
            deps[token] = "pobj"
        else:
            continue
        tags[token], pos[token] = "NN", "NOUN"
    if pos == tree.pos:
        return tree
    lemmas = [word.lower() if pos[token] != tree.pos[token] else tree.lemmas[token] for token, word in enumerate(tree.words)]
    return Tree(tree.text, tree.words, lemmas, pos, tags, deps, head, tree.starts, tree.ends)


def gerundive(tree: Tree) -> Tree:
    """Undo "Chinese logging threatens" read as Chinese who log: the adjective belongs to what is done."""
    for doing in range(1, len(tree)):
        name = doing - 1
        if (
            tree.tags[doing] == "VBG"
            and tree.deps[doing] == "acl"
            and tree.head[doing] == name
            and tree.tags[name] == "JJ"
            and tree.deps[name] in {"nsubj", "nsubjpass", "dobj", "pobj"}
            and not tree.children[doing]
        ):
            deps, head, tags, pos = list(tree.deps), list(tree.head), list(tree.tags), list(tree.pos)
            deps[doing], head[doing], tags[doing], pos[doing] = deps[name], head[name], "NN", "NOUN"
            for kid in tree.children[name]:
                if kid > doing:
                    head[kid] = doing
            deps[name], head[name] = "amod", doing
            return replace(tree, deps=deps, head=head, tags=tags, pos=pos)
    return tree


def spaced(tree: Tree) -> Tree:
    """Undo "opposes U.S.-Chad exchanges" read with a blank for two names: they stand before the noun."""
    for name in range(len(tree) - 1):
        if tree.tags[name] != "_SP" or not tree.words[name][:1].isupper():
            continue
        noun = name + 1
        while tree.deps[noun] in {"amod", "compound", "nmod"} and tree.head[noun] > noun:
            noun = tree.head[noun]
        if tree.pos[noun] in {"NOUN", "PROPN"}:
            deps, head, tags, pos = list(tree.deps), list(tree.head), list(tree.tags), list(tree.pos)
            deps[name], head[name], tags[name], pos[name] = "compound", noun, "NNP", "PROPN"
            return replace(tree, deps=deps, head=head, tags=tags, pos=pos)
    return tree


def christened(tree: Tree) -> Tree:
    """Take a ship that only its prefix tells, the "USS Higgins" or "HMS Richmond", for the warship it is."""
    lemmas = list(tree.lemmas)
    for prefix in range(len(tree) - 1):
        if tree.words[prefix] in _SHIPS and tree.words[prefix + 1][:1].isupper():
            name = prefix + 1
            while name + 1 < len(tree) and tree.deps[name] == "compound" and tree.head[name] > name:
                name = tree.head[name]
            if tree.pos[name] == "PROPN":
                lemmas[name] = "warship"
    return tree if lemmas == list(tree.lemmas) else replace(tree, lemmas=lemmas)


_SHIPS = frozenset("USS USNS USCGC HMS HMCS HMAS HMNZS ROKS BRP JS KRI HNLMS HDMS TCG".split())
"""As they are in `country_names.csv`, where they tell whose ship it is."""


def coupled(tree: Tree) -> Tree:
    """Undo "slaps steel, aluminium tariffs on Peru" read as slapping steel: both words stand before the noun."""
    for first in range(1, len(tree) - 3):
        comma, second, noun = first + 1, first + 2, first + 3
        verb = tree.head[first]
        if (
            tree.tags[first] == "NN"
            and tree.deps[first] == "dobj"
            and verb == first - 1
            and tree.words[comma] == ","
            and tree.tags[second] in {"NN", "NNS"}
            and tree.deps[second] == "compound"
            and tree.head[second] == noun
            and tree.deps[noun] in {"appos", "conj", "dep", "dobj"}
            and tree.head[noun] in {verb, first}
            and all(kid >= comma for kid in tree.children[first])
        ):
            deps, head = list(tree.deps), list(tree.head)
            deps[noun], head[noun], deps[first], head[first] = "dobj", verb, "compound", noun
            for kid in tree.children[first]:
                if kid not in {comma, noun}:
                    head[kid] = noun
            return tree.rewired(deps, head)
    return tree


def tanked(tree: Tree) -> Tree:
    """Undo "Chinese think tanks warn" read as Chinese who think that tanks warn."""
    for think in range(len(tree) - 1):
        tank = think + 1
        if tree.words[think].lower() != "think" or tree.words[tank].lower().rstrip("s") != "tank" or tree.tags[think] == "NN":
            continue
        deps, head, tags, pos = list(tree.deps), list(tree.head), list(tree.tags), list(tree.pos)
        verb = head[tank] if head[tank] != think else tank
        deps[verb], head[verb] = deps[think], verb if head[think] == think else head[think]
        for kid in tree.children[think]:
            if kid not in {tank, verb}:
                deps[kid], head[kid] = (deps[kid], verb) if kid > tank else ("amod", tank)
        deps[think], head[think], tags[think], pos[think] = "compound", tank, "NN", "NOUN"
        if verb == tank and deps[tank] != "ROOT":
            deps[tank] = "nsubj"
        return replace(tree, deps=deps, head=head, tags=tags, pos=pos)
    return tree


_GIVING = frozenset({"grant", "give", "lend", "offer", "promise", "award", "deny", "hand", "guarantee"})


def given(tree: Tree) -> Tree:
    """Undo "granting Taiwan military aid" read as an aid of Taiwan's: the name behind the verb is who gets it."""
    for noun in range(2, len(tree)):
        verb = tree.head[noun]
        if tree.lemmas[verb] not in _GIVING or tree.deps[noun] != "dobj" or tree.pos[noun] != "NOUN" or tree.kids(verb, "dative"):
            continue
        for name in tree.kids(noun, "nmod", "compound", "amod"):
            if tree.pos[name] == "PROPN" and tree.subtree(name)[0] == verb + 1 and not tree.kids(noun, "det", "poss"):
                deps, head = list(tree.deps), list(tree.head)
                deps[name], head[name] = "dative", verb
                return tree.rewired(deps, head)
    return tree


_BESIDE = frozenset({"amid", "over", "after", "despite", "before", "against", "during", "for", "on", "in"})


def compounded(tree: Tree) -> Tree:
    """Undo "to host Lee amid Japan tensions" read as tensions that are hosted: they are what the name stands before."""
    for name in range(1, len(tree) - 1):
        noun, prep = name + 1, tree.head[name]
        verb = tree.head[prep]
        if (
            tree.deps[name] == "pobj"
            and tree.pos[name] == "PROPN"
            and tree.lemmas[prep] in _BESIDE
            and tree.tags[noun] in {"NN", "NNS"}
            and tree.deps[noun] == "dobj"
            and tree.head[noun] == verb
            and not tree.kids(name, "conj", "appos", "prep")
            and (len(tree.kids(verb, "dobj")) > 1 or tree.lemmas[prep] in {"amid", "despite"})
        ):
            deps, head = list(tree.deps), list(tree.head)
            deps[name], head[name], deps[noun], head[noun] = "compound", noun, "pobj", prep
            return tree.rewired(deps, head)
    return tree


_UTTERED = frozenset("remark comment statement claim threat policy move action decision demand".split(" "))


def shared_owners(tree: Tree) -> Tree:
    """Undo "opposes Biden, Kishida's remarks" read as opposing Biden, who is remarks: both own them."""
    for noun in range(3, len(tree)):
        first = tree.head[noun]
        if tree.deps[noun] != "appos" or tree.lemmas[noun] not in _UTTERED or tree.pos[first] != "PROPN":
            continue
        owners = tree.kids(noun, "poss")
        if owners and tree.words[min(tree.subtree(owners[0])) - 1] == "," and tree.deps[first] in {"dobj", "pobj"}:
            deps, head = list(tree.deps), list(tree.head)
            deps[noun], head[noun], deps[first], head[first] = deps[first], head[first], "poss", noun
            return tree.rewired(deps, head)
    return tree


_RANKS = frozenset({"first", "second", "third", "last", "only", "latest"})


def ranked(tree: Tree) -> Tree:
    """Undo "the first premier in decades to visit Zambia" read as decades that visit it: it is the premier who does."""
    for clause in range(len(tree)):
        span = tree.head[clause]
        prep = tree.head[span]
        if tree.deps[clause] not in {"relcl", "acl"} or tree.deps[span] != "pobj" or tree.deps[prep] != "prep":
            continue
        holder = tree.head[prep]
        infinitive = tree.is_infinitive(clause)
        if infinitive and any(tree.words[kid].lower() in _RANKS for kid in tree.kids(holder, "amod")):
            deps, head = list(tree.deps), list(tree.head)
            deps[clause], head[clause] = "relcl", holder
            return tree.rewired(deps, head)
    return tree


def listed(tree: Tree) -> Tree:
    """Undo "Koreans in China, Russia pay tribute" read as Russia paying: a verb in the plural has the people for its subject."""
    for name in range(4, len(tree) - 1):
        verb = name + 1
        if tree.words[name - 1] != "," or tree.deps[name] != "nsubj" or tree.head[name] != verb or tree.tags[name] != "NNP":
            continue
        place = name - 2
        prep = tree.head[place]
        people = tree.head[prep]
        if (
            tree.tags[verb] == "VBP"
            and tree.deps[place] == "pobj"
            and tree.pos[place] == "PROPN"
            and tree.lemmas[prep] in {"in", "from", "of"}
            and tree.tags[people] in {"NNS", "NNPS"}
            and tree.head[people] == verb
            and tree.deps[people] in {"nsubj", "npadvmod", "dep"}
        ):
            deps, head = list(tree.deps), list(tree.head)
            deps[name], head[name], deps[people] = "conj", place, "nsubj"
            return tree.rewired(deps, head)
    return tree


def enumerated(tree: Tree) -> Tree:
    """Undo "Turkey, Russia and Iran met" read as two who met: the name at the front is of the list."""
    comma, second = 1, 2
    if len(tree) < 6 or tree.words[comma] != "," or tree.pos[0] != "PROPN" or tree.deps[0] not in {"npadvmod", "dep", "nsubj"}:
        return tree
    while tree.deps[second] == "compound" and tree.head[second] > second:
        second = tree.head[second]
    verb = tree.head[second]
    others = tree.kids(second, "conj")
    if tree.deps[second] not in {"nsubj", "nsubjpass"} or tree.head[0] != verb or not others or tree.kids(second, "appos"):
        return tree
    if tree.pos[second] != "PROPN" or tree.subtree(second)[0] != 2 or any(tree.pos[other] != "PROPN" for other in others):
        return tree
    deps, head = list(tree.deps), list(tree.head)
    deps[0], head[0], deps[second], head[second], head[comma] = tree.deps[second], verb, "conj", 0, 0
    return tree.rewired(deps, head)


def dated(tree: Tree) -> Tree:
    """Undo "On Friday Warsaw asked ..." read as a thing called Friday Warsaw: the name is the subject."""
    for token in range(1, len(tree) - 1):
        name, on = tree.head[token], token - 1
        verb = tree.head[on]
        if (
            tree.words[token].lower() in DAYS
            and name > token
            and tree.words[on].lower() == "on"
            and tree.deps[token] in {"compound", "nmod"}
            and tree.head[name] == on
            and tree.tags[verb].startswith("VB")
            and not tree.kids(verb, "nsubj", "nsubjpass")
        ):
            deps, head = list(tree.deps), list(tree.head)
            deps[token], head[token] = "pobj", on
            deps[name], head[name] = ("nsubjpass" if tree.kids(verb, "auxpass") else "nsubj"), verb
            return tree.rewired(deps, head)
    return tree


def timed(tree: Tree) -> Tree:
    """Undo "met with Xi Monday" read as a Monday called Xi: the name takes the place of the day."""
    for day in range(1, len(tree)):
        name, above = day - 1, tree.head[day]
        if (
            tree.words[day].lower() in DAYS
            and tree.deps[name] in {"compound", "nmod"}
            and tree.head[name] == day
            and tree.deps[day] in {"pobj", "dobj", "conj", "nsubj", "nsubjpass"}
            and tree.pos[name] == "PROPN"
            and tree.words[name].lower() not in DAYS
            and not tree.kids(day, "poss", "case")
        ):
            verb = next((token for token in tree.upward(above) if tree.tags[token].startswith("VB")), None)
            if verb is None:
                continue
            deps, head = list(tree.deps), list(tree.head)
            deps[name], head[name] = tree.deps[day], above
            for kid in tree.children[day]:
                if kid != name:
                    head[kid] = name
            deps[day], head[day] = "npadvmod", verb
            return tree.rewired(deps, head)
    return tree


def owned(tree: Tree) -> Tree:
    """Undo "Washington's Taiwan policy" read as the policy of a Taiwan of Washington's: the owner owns the whole phrase."""
    deps, head = list(tree.deps), list(tree.head)
    for owner in range(len(tree)):
        name = tree.head[owner]
        noun = tree.head[name]
        inside = tree.deps[owner] == "poss" and tree.pos[name] == "PROPN" and tree.deps[name] in {"compound", "nmod"}
        if inside and noun > name and tree.pos[noun] == "NOUN" and not tree.kids(noun, "poss"):
            head[owner] = noun
    return tree if head == tree.head else tree.rewired(deps, head)


def authored(tree: Tree) -> Tree:
    """Undo "denounced drills by Seoul" read as denounced by Seoul: an active verb's object was made by somebody."""
    deps, head = list(tree.deps), list(tree.head)
    for verb, pos in enumerate(tree.pos):
        things = tree.kids(verb, "dobj") if pos == "VERB" and not tree.kids(verb, "auxpass", "nsubjpass") else []
        for by in tree.kids(verb, "prep", "agent") if len(things) == 1 and tree.kids(verb, "nsubj") else ():
            makers = tree.kids(by, "pobj")
            if tree.lemmas[by] != "by" or not makers or by != tree.subtree(things[0])[-1] + 1 or tree.pos[things[0]] != "NOUN":
                continue
            if tree.lemmas[things[0]] in {"evidence", "proof", "footage", "testimony"}:
                continue  # "gathered evidence of abuses by Syria": theirs are the abuses
            measured = tree.kids(makers[0], "nummod", "npadvmod") or tree.words[makers[0]].lower() in DAYS | MONTHS.keys()
            if tree.tags[makers[0]] in {"NNP", "NNPS", "NNS"} and not measured:
                deps[by], head[by] = "prep", things[0]
    return tree.rewired(deps, head)


_OF, _BY = frozenset({"of"}), frozenset({"by"})


def undergone(tree: Tree) -> Tree:
    """Undo "the capture by Iran of a tanker" read as an Iran of a tanker: the act is done to the tanker.

    A gerund with an article is a noun there: "the jailing by Iran of two Canadians".
    """
    head, tags, pos, lemmas = list(tree.head), list(tree.tags), list(tree.pos), list(tree.lemmas)
    for of in tree.places(_OF) if tree.places(_BY) else ():
        if not 3 <= of < len(tree) - 1:  # an act, "by" and a doer stand before it
            continue
        by = of - 2 if tree.words[of - 2].lower() == "by" else of - 3
        act = tree.head[by]
        doer = tree.kid(by, "pobj")
        if tree.words[of].lower() != "of" or doer != of - 1 or tree.words[by].lower() != "by" or tree.tags[doer] not in NAMES:
            continue
        if act < by and tree.tags[act] in {"NN", "NNS", "VBG"} and tree.kids(act, "det"):
            head[of] = act
            if tags[act] == "VBG":
                tags[act], pos[act], lemmas[act] = "NN", "NOUN", tree.words[act].lower()
    if head == list(tree.head) and tags == list(tree.tags):
        return tree
    return replace(tree, head=head, tags=tags, pos=pos, lemmas=lemmas)
