"""What words put into the past: "for decades", "in the past two years", "has long insisted", "was thirteen when"."""

from collections.abc import Iterator

from etl.coder.days.owners import HOLDING
from etl.coder.days.spells import counts_days, gives_reason
from etl.coder.tree import Tree

_SPANS = frozenset({"year", "decade", "generation", "century"})
_DURING = frozenset({"in", "over", "during", "within", "for", "through", "throughout"})
_RANKS = frozenset({"first", "second", "third", "fourth", "fifth", "time", "times"})
_GONE_BY = frozenset({"past", "last", "recent", "previous", "preceding"})
_LONG = frozenset({"many", "several", "decades", "generations", "centuries", "the"})
_FORMERLY = frozenset({"previously", "formerly", "historically", "originally"})
_AGAIN = frozenset({"again", "more"})
_FORMER = frozenset({"previous", "former", "past", "original", "earlier"})
_YOUNG = frozenset("old young child boy girl teenager student pupil schoolboy schoolgirl baby infant toddler teen".split(" "))
_ALL_ALONG = frozenset(
    "long consistently repeatedly always traditionally regularly often historically routinely frequently".split(" ")
)

_CAPPING = frozenset("follow cap crown conclude end".split(" "))


def is_followed(tree: Tree, noun: int) -> bool:
    """Whether something else is told as what came after an act: "follows a meeting on Friday", "after the talks"."""
    above = tree.head[noun]
    return tree.lemmas[above] in (_CAPPING if tree.deps[noun] == "dobj" else {"after", "following"})


def lasting(tree: Tree, trigger: int) -> bool:
    """Whether an act is a state of long standing: "has sanctioned it for decades", "over many years", "for 60 years".

    A term that lies ahead ("jailed for ten years") is none: only twenty years and more, or an unnumbered length, are.
    """
    for prep, span, words in _spans(tree, trigger):
        if prep in {"for", "over", "through", "throughout"} and tree.lemmas[span] in _SPANS:
            numbers = [int(word) for word in words if word.isdecimal()]
            if words & _LONG or len(words) == 1 or max(numbers, default=0) >= 20:
                return True
    return False


def over_past(tree: Tree, trigger: int) -> bool:
    """Whether an act is placed anywhere in a long time gone by: "in the past two years", "during his campaign".

    Not where it is compared with others of that time: "its biggest attack in recent months", "for the third time in a year".
    """
    compared = any(tree.tags[token] in {"JJS", "RBS"} or tree.words[token].lower() in _RANKS for token in tree.subtree(trigger))
    gone_by = ((tree.lemmas[span], tree.tags[span]) for _, span, words in _spans(tree, trigger) if words & _GONE_BY)
    run_for = any(tree.lemmas[span] == "campaign" and words & {"his", "her", "their"} for _, span, words in _spans(tree, trigger))
    return run_for or (not compared and any(lemma in _SPANS or (lemma == "month" and tag == "NNS") for lemma, tag in gone_by))


def _spans(tree: Tree, trigger: int) -> Iterator[tuple[str, int, set[str]]]:
    """Yield preposition, noun and words of each phrase "in the past two years", "for decades" on a word or what it hangs on."""
    holders = [trigger, tree.head[trigger]]
    while tree.deps[holders[-1]] == "conj":  # "during his campaign, he hinted at it and accused Oman"
        holders.append(tree.head[holders[-1]])
    for verb in holders:
        for prep in tree.kids(verb, "prep"):
            if tree.lemmas[prep] in _DURING:
                for span in tree.kids(prep, "pobj"):
                    yield tree.lemmas[prep], span, {tree.words[token].lower() for token in tree.subtree(span)}


def _in_his_youth(tree: Tree, clause: int) -> bool:
    """Whether a clause tells what happened when somebody was young: "was thirteen when her father made peace"."""
    above = tree.head[clause]
    when = any(tree.words[kid].lower() == "when" for kid in tree.kids(clause, "advmod", "mark"))
    said = tree.kids(above, "attr", "acomp") if tree.lemmas[above] == "be" and tree.tags[above] == "VBD" else []
    return when and any(tree.pos[word] == "NUM" or tree.lemmas[word] in _YOUNG for word in said)


def before(tree: Tree, trigger: int) -> bool:
    """Whether words put an act before the news: "previously", "in the past", "since Congress agreed", "his previous visit"."""
    if any(tree.words[kid].lower() in _FORMER for kid in tree.kids(trigger, "amod")) and tree.pos[trigger] == "NOUN":
        return True
    below = trigger
    for token in tree.upward(trigger):
        if tree.pos[token] in {"VERB", "AUX"}:
            if any(tree.words[kid].lower() in _FORMERLY or _once(tree, kid) for kid in tree.kids(token, "advmod")):
                return True
            if tree.deps[token] == "advcl" and _in_his_youth(tree, token):
                return True
            if _so_ever_since(tree, token):
                return True
            if any(tree.words[kid].lower() == "since" and _long_since(tree, kid) for kid in tree.kids(token, "mark")):
                return True
            pasts = [noun for prep in tree.kids(token, "prep") if tree.lemmas[prep] == "in" for noun in tree.kids(prep, "pobj")]
            if any(tree.words[noun].lower() == "past" for noun in pasts):
                return True
            if tree.deps[token] in {"ccomp", "relcl", "advcl", "parataxis", "conj"}:
                return False
        elif tree.deps[below] == "pobj" and tree.words[token].lower() == "since":
            return not counts_days(tree, token)
        below = token
    return False


def counted(tree: Tree, trigger: int) -> bool:
    """Whether an act is summed up over some time: "has met Kim five times in the past year"."""
    for times in tree.kids(trigger, "npadvmod", "dobj"):
        if tree.words[times].lower() == "times" and tree.kids(times, "nummod", "amod", "quantmod"):
            return True
    return False


def habitual(tree: Tree, trigger: int) -> bool:
    """Whether an act is what somebody has done all along: "has long insisted", "have travelled regularly"."""
    perfect = any(tree.words[kid].lower() in {"has", "have", "'ve"} for kid in tree.kids(trigger, "aux"))
    return perfect and any(tree.lemmas[kid] in _ALL_ALONG for kid in tree.kids(trigger, "advmod"))


def used_to(tree: Tree, trigger: int) -> bool:
    """Whether an act is what somebody did once and does no more: "used to accuse its neighbour every week"."""
    above = tree.head[trigger]
    used = tree.deps[trigger] == "xcomp" and tree.words[above].lower() == "used" and bool(tree.kids(above, "nsubj"))
    return used and tree.words[above + 1 : above + 2] == ["to"] and not tree.kids(above, "auxpass", "dobj")


_WORKS = frozenset(
    (
        "exhibition exhibit museum textbook documentary book memoir memoirs novel film movie play series drama biography diary"
        " painting musical opera monument memorial mural epic miniseries chronicle autobiography"
    ).split()
)
_TELLING = frozenset(
    "show tell recount depict portray describe trace explain recall chronicle narrate document say teach".split()
)


def told_by_a_work(tree: Tree, trigger: int) -> bool:
    """Whether a work tells of an act that was long ago: "an exhibition shows how it invaded China", "a film on how it fell"."""
    if tree.tags[trigger] not in {"VBD", "VBN"}:
        return False
    above = tree.head[trigger]
    if tree.deps[trigger] == "pcomp":
        return tree.lemmas[above] in {"on", "about", "of"} and tree.lemmas[tree.head[above]] in _WORKS
    if tree.deps[trigger] == "ccomp" and _in_his_memoirs(tree, above):
        return True
    told = tree.deps[trigger] == "ccomp" and tree.lemmas[above] in _TELLING
    return told and any(tree.lemmas[subject] in _WORKS for subject in tree.kids(above, "nsubj"))


_MEMOIRS = frozenset({"memoir", "memoirs", "autobiography", "diary", "book", "biography"})


def _in_his_memoirs(tree: Tree, verb: int) -> bool:
    """Whether somebody tells something in a book of his: "wrote in his memoir that", "in her new book, she says"."""
    books = (noun for prep in tree.kids(verb, "prep") if tree.lemmas[prep] == "in" for noun in tree.kids(prep, "pobj"))
    return any(tree.lemmas[book] in _MEMOIRS and bool(tree.kids(book, "poss")) for book in books)


def had_been(tree: Tree, trigger: int) -> bool:
    """Whether a verb stands in the past perfect, and not only because somebody said so: "said it had detained"."""
    had = any(tree.words[kid].lower() == "had" for kid in tree.kids(trigger, "aux"))
    return had and tree.deps[trigger] not in {"ccomp", "conj"}


def _long_since(tree: Tree, since: int) -> bool:
    """Whether "since" tells from when on something has been so, and neither gives a reason nor counts days."""
    return not gives_reason(tree, since) and not counts_days(tree, since)


_HALTED = frozenset(
    "suspend freeze stall halt pause ban bar block close sever cut ground deadlock break strain interrupt shut shelve".split()
)
"""Verbs that say how things stand, where "have been" and "since" go with them; who "has been killed since" was killed in turn."""


def _so_ever_since(tree: Tree, verb: int) -> bool:
    """Whether a state has lasted since something undated: "talks have been suspended since Caracas expelled a diplomat"."""
    auxiliaries = {tree.words[aux].lower() for aux in tree.kids(verb, "aux", "auxpass")}
    if tree.lemmas[verb] not in _HALTED or tree.tags[verb] != "VBN" or "been" not in auxiliaries:
        return False
    if not auxiliaries & {"has", "have", "'ve"}:
        return False
    clauses = tree.kids(verb, "advcl")
    marks = [mark for clause in clauses if clause > verb for mark in tree.kids(clause, "mark")]
    return any(tree.words[mark].lower() == "since" and _long_since(tree, mark) for mark in marks)


def _once(tree: Tree, adverb: int) -> bool:
    """Whether "once" says of a past tense that it is long ago: "once expressed its readiness", not "once again"."""
    verb = tree.head[adverb]
    return (
        tree.words[adverb].lower() == "once"
        and adverb < verb
        and tree.tags[verb] in {"VBD", "VBN"}
        and tree.words[adverb + 1].lower() not in _AGAIN
        and not tree.children[adverb]
    )


def only_describes(tree: Tree, trigger: int) -> bool:
    """Whether an act only says whom others speak of or act for: "lawyers for a couple jailed in Iran"."""
    noun = tree.head[trigger]
    if tree.deps[trigger] != "acl" or tree.tags[trigger] not in {"VBN", "VBD"} or tree.lemmas[trigger] not in HOLDING:
        return False
    prep = tree.head[noun]
    holder = tree.head[prep]
    behind = tree.deps[noun] == "pobj" and tree.lemmas[prep] in {"of", "for", "to"} and tree.lemmas[holder] in _FOLLOWERS
    return behind and any(tree.pos[above] == "VERB" for above in tree.ancestors(holder))


def known_for(tree: Tree, trigger: int) -> bool:
    """Whether an act only says who somebody is: "one of few Peruvians to have visited Fiji"; who becomes the first has news."""
    auxiliaries = [tree.words[aux].lower() for aux in tree.kids(trigger, "aux")]
    noun = tree.head[trigger]
    if tree.deps[trigger] not in {"relcl", "acl"} or auxiliaries != ["to", "have"] or tree.tags[trigger] != "VBN":
        return False
    return not any(tree.lemmas[above] == "become" for above in tree.ancestors(noun))


_FOLLOWERS = frozenset(
    (
        "wife husband family relative mother father parent son daughter brother sister lawyer supporter friend colleague "
        "petition rally campaign tribute vigil protest concert prayer case fate plight story portrait return release freedom"
    ).split()
)
