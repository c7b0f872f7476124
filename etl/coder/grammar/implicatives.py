"""Words that carry out what hangs on them, or leave it undone: "took the step of expelling", "stopped short of naming".

Linguists call them implicative (Karttunen 1971): whoever "managed to free" somebody freed him. What hangs on such a word is
asserted as the word itself is: "may go so far as to expel" is only possible.
"""

from etl.coder.tree import Tree

_HOLDERS = frozenset(
    "step point liberty precaution trouble honour honor privilege gesture initiative courtesy audacity nerve gall habit".split()
)
"""Nouns that one takes, makes or has "of doing" something, which is then done."""
_TAKING = frozenset({"take", "make", "have"})
_AHEAD = {"go": "ahead", "press": "ahead", "push": "ahead", "forge": "ahead", "move": "ahead", "plow": "ahead", "plough": "ahead"}
_ON = frozenset({("go", "on"), ("end", "up"), ("wind", "up"), ("finish", "up"), ("press", "on")})
_GOING_ON = frozenset({"proceed"})
_FORCED = frozenset({"force", "compel", "oblige", "drive"})
_RANKS = frozenset(
    (
        "first latest second third fourth fifth sixth seventh eighth ninth tenth last newest only sole next earliest foremost"
    ).split()
)
_SHORT = {"stop": "short", "fall": "short", "come": "close", "think": "better", "shy": "away", "back": "away", "steer": "clear"}
_BEING = frozenset({"be", "become"})
_CHOICES = frozenset({"choice", "option", "alternative"})
_ALL_BUT = frozenset({"nearly", "almost"})
_HOLDING_OFF = frozenset({("hold", "off"), ("hold", "back"), ("reverse", "course"), ("change", "course"), ("change", "tack")})
_TURNING = frozenset({"make", "do", "perform", "execute"})  # "made a U-turn on", "did an about-face over"
NAMING = frozenset("call describe term label brand dub portray characterise characterize regard see view consider deem".split())


def names_what(tree: Tree, verb: int) -> bool:
    """Whether a clause only gives a thing a name, and so is governed by nothing: "denounced what he called a land grab"."""
    return tree.lemmas[verb] in NAMING and any(tree.words[thing].lower() == "what" for thing in tree.kids(verb, "dobj"))


def ungoverned(tree: Tree, clause: int) -> bool:
    """Whether the verb above leaves a clause as it is: by what means something was done, or what a thing is called."""
    means = tree.deps[clause] == "pcomp" and tree.lemmas[tree.head[clause]] == "by"
    return means or (tree.deps[clause] == "ccomp" and names_what(tree, clause))


def carried_by(tree: Tree, verb: int) -> int | None:
    """Return the word whose doing is a verb's doing, None where there is none."""
    above = tree.head[verb]
    if tree.deps[verb] == "pcomp":
        return _behind_preposition(tree, above)
    if (copula := ranked(tree, verb)) is not None:
        return copula
    if tree.deps[verb] == "acl" and tree.tags[verb] == "VBG" and denies_nothing(tree, above):
        return tree.head[above]  # "wasted no time condemning"
    if tree.deps[verb] == "acl" and tree.tags[verb] == "VB":
        return kept(tree, above)
    if tree.deps[verb] not in {"xcomp", "advcl"} or above > verb:
        return None
    lemma = tree.lemmas[above]
    if lemma in {"far", "fit"} and tree.lemmas[tree.head[above]] in {"go", "see"}:
        return tree.head[above]  # "went so far as to expel", "saw fit to expel"
    on = any((lemma, tree.words[kid].lower()) in _ON for kid in tree.kids(above, "prt", "advmod"))
    forced = lemma in _FORCED and bool(tree.kids(above, "auxpass")) and tree.deps[verb] == "xcomp"
    return above if on or forced or lemma in _GOING_ON else None


_USING = frozenset({"use", "exploit", "seize", "leverage", "harness", "utilise", "utilize"})


def serves(tree: Tree, verb: int) -> bool:
    """Whether something is used to do it: "used the summit to criticise Chad", "seized on the riots to do so"."""
    return tree.lemmas[tree.head[verb]] in _USING


_WORDS = frozenset("threat promise pledge vow warning commitment ultimatum plan word oath undertaking".split())
_KEEPING = {
    "carry": "out", "follow": "through", "make": "good", "act": "on", "deliver": "on", "keep": "", "fulfil": "", "fulfill": "",
    "execute": "", "implement": "", "honour": "", "honor": "", "realise": "", "realize": "", "redeem": "",
}  # fmt: skip


def kept(tree: Tree, noun: int) -> int | None:
    """Return the verb by which a threat or promise is kept, None where it is not: "made good on its threat to halt imports"."""
    verb = tree.head[tree.head[noun]] if tree.deps[noun] == "pobj" else tree.head[noun]
    particle = _KEEPING.get(tree.lemmas[verb])
    if tree.lemmas[noun] not in _WORDS or particle is None or tree.deps[noun] not in {"dobj", "pobj"} or verb > noun:
        return None
    so = not particle or particle in (tree.words[one].lower() for one in tree.children[verb] if one < noun)
    helping = tree.kids(verb, "aux", "auxpass")
    open_ = tree.kids(verb, "neg") or tree.tags[verb] in {"VB", "VBG"} or any(tree.tags[one] == "MD" for one in helping)
    return verb if so and not open_ else None


def _behind_preposition(tree: Tree, prep: int) -> int | None:
    holder = tree.head[prep]
    above, word = tree.head[holder], tree.lemmas[prep]
    if word == "of" and tree.lemmas[holder] in _HOLDERS and tree.deps[holder] == "dobj" and tree.lemmas[above] in _TAKING:
        return above  # "took the rare step of expelling"
    if word == "as" and tree.lemmas[holder] == "far" and tree.lemmas[above] == "go":
        return above
    if word == "but" and any(denies_nothing(tree, thing) for thing in (holder, *tree.kids(holder, "dobj"))):
        return holder if tree.pos[holder] != "NOUN" else above
    if word == "in" and any(denies_nothing(tree, thing) for thing in (holder, *tree.kids(holder, "dobj"))):
        return holder if tree.lemmas[holder] in {"lose", "waste"} else above
    ahead = _AHEAD.get(tree.lemmas[holder])
    went_on = ahead is not None and any(tree.words[kid].lower() == ahead for kid in tree.kids(holder, "advmod", "prt"))
    if (word == "with" and (went_on or tree.lemmas[holder] in _GOING_ON)) or (word == "about" and tree.lemmas[holder] == "set"):
        return holder
    return None


def denies_nothing(tree: Tree, noun: int) -> bool:
    """Whether the "no" before a noun leaves what is told as it is: "lost no time in condemning", "had no choice but to expel"."""
    verb = tree.head[noun]
    little = {tree.words[kid].lower() for kid in tree.kids(noun, "det", "amod")} & {"no", "little"}
    time = tree.lemmas[noun] == "time" and tree.lemmas[verb] in {"lose", "waste"}
    choice = tree.lemmas[noun] in _CHOICES and tree.lemmas[verb] in {"have", "leave", "see"}
    return tree.deps[noun] == "dobj" and bool(little) and (time or choice)


_NO = frozenset({"never", "not", "no", "nor", "neither", "nowhere"})
_BUT_DONE = frozenset(
    {
        "only",
        "sooner",
        "until",
        "till",
        "since",
        "least",
        "surprisingly",
        "long",
        "matter",
        "just",
        "merely",
        "doubt",
        "uncertain",
        "first",
    }
)
"""What makes a fronted negation one of degree or time: "not only did it ban", "not until Monday did it reply"."""


def negated_in_front(tree: Tree, verb: int) -> bool:
    """Whether a negation opens a clause whose subject comes behind its auxiliary: "never before has he met", "at no time did"."""
    subjects = tree.kids(verb, "nsubj", "nsubjpass")
    auxiliaries = [aux for aux in tree.kids(verb, "aux", "auxpass") if subjects and aux < min(subjects) < verb]
    if not auxiliaries:
        return False
    own = set(tree.subtree(verb))
    front = [tree.words[token].lower() for token in range(auxiliaries[0]) if token in own]
    opening = front[-front[::-1].index(",") :] if "," in front else front
    return bool(_NO & set(opening[:2])) and not _BUT_DONE & set(opening)


def no_longer(tree: Tree, verb: int) -> bool:
    """Whether what a clause tells has come to an end: "said the vessel no longer posed a threat"."""
    ended = [kid for kid in tree.kids(verb, "advmod") if tree.words[kid].lower() in {"longer", "anymore"}]
    return any(tree.words[kid].lower() == "anymore" or tree.words[kid - 1].lower() in {"no", "any"} for kid in ended)


def is_of_degree(tree: Tree, neg: int) -> bool:
    """Whether a "not" denies only that something is all, or was before: "not only banned it", "not until Monday did it reply"."""
    return tree.words[min(neg + 1, len(tree) - 1)].lower() in {"only", "merely", "until", "till"}


def ranked(tree: Tree, verb: int) -> int | None:
    """Return the "be" or "become" of who is the first or latest to do something: "became the first country to recognise"."""
    if tree.tags[verb] != "VB" or not tree.kids(verb, "aux"):
        return None
    holder = tree.head[verb]
    if tree.deps[verb] in {"advcl", "xcomp"} and tree.lemmas[holder] in _BEING:
        among = [noun for prep in tree.kids(holder, "prep") if tree.lemmas[prep] == "among" for noun in tree.kids(prep, "pobj")]
        return holder if any(_is_ranked(tree, noun) for noun in (*tree.kids(holder, "attr"), *among)) else None
    if tree.deps[verb] not in {"relcl", "acl"} or not _is_ranked(tree, holder):
        return None
    while tree.deps[holder] == "pobj" and tree.lemmas[tree.head[holder]] in {"among", "of"}:
        holder = tree.head[tree.head[holder]]  # "was among the first to condemn", "is one of the first to ban"
    copula = holder if tree.pos[holder] in {"AUX", "VERB"} else tree.head[holder]
    behind = holder == copula or tree.deps[holder] == "attr"
    return copula if behind and tree.lemmas[copula] in _BEING else None


def _is_ranked(tree: Tree, noun: int) -> bool:
    said = {tree.words[kid].lower() for kid in tree.kids(noun, "amod", "nummod")} | {tree.words[noun].lower()}
    return not said.isdisjoint(_RANKS)


def forgone(tree: Tree, verb: int) -> bool:
    """Whether a verb is what somebody did not do after all: "stopped short of condemning", "held off on arming"."""
    if tree.tags[verb] in {"VBD", "VBN"} and any(tree.words[kid].lower() in _ALL_BUT for kid in tree.kids(verb, "advmod")):
        return True  # "nearly went to war"
    if tree.deps[verb] != "pcomp":
        return False
    holder = tree.head[tree.head[verb]]
    above = tree.head[holder]
    near = (holder, *tree.kids(holder, "advmod", "prt", "dobj")) if tree.pos[holder] == "VERB" else (holder, above)
    words, doer = {tree.words[token].lower() for token in near}, holder if tree.pos[holder] == "VERB" else above
    turned = tree.lemmas[doer] in _TURNING and any(_turns_round(tree, token) for token in near)
    return turned or _SHORT.get(tree.lemmas[doer]) in words or any((tree.lemmas[doer], word) in _HOLDING_OFF for word in words)


def _turns_round(tree: Tree, noun: int) -> bool:
    """Whether a word is the end of "U-turn", "about-turn" or "about-face"."""
    first = tree.words[noun - 2].lower() if noun > 1 and tree.words[noun - 1] == "-" else ""
    return f"{first}-{tree.words[noun].lower()}" in {"u-turn", "about-turn", "about-face", "volte-face"}
