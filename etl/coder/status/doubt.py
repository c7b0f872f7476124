"""Doubt: what is feared, mused, asked, aimed at or unproven has not been done.

Each function looks at the words around one word of a parsed sentence.
"""

from etl.coder.grammar.implicatives import no_longer
from etl.coder.tree import Tree

UNLIKELY = frozenset(
    (
        "daydream dream fear fears possibility risk risks prospect prospects chance chances likelihood speculation rumour rumor "
        "scenario hope hopes"
    ).split(" ")
)
_THOUGHTS = frozenset("idea notion theory myth perception impression premise assumption hypothesis illusion belief".split())
_FOREBODINGS = UNLIKELY | _THOUGHTS | {"concern", "worry", "suspicion", "doubt", "alarm", "expectation"}
_AIMS = frozenset({"priority", "goal", "aim", "objective", "imperative", "option", "task", "ambition", "aspiration", "challenge"})
_PROVING = frozenset({"suggest", "indicate", "show", "prove", "confirm", "imply"})
_PROOFS = frozenset({"evidence", "proof", "indication", "sign", "suggestion", "record"})
_CLAIMS = frozenset(
    "assertion claim allegation notion theory accusation charge suggestion rumour rumor myth insinuation conspiracy".split(" ")
)
_COUNTED_FROM = frozenset({"after", "before", "later", "earlier", "ahead", "ago", "since"})
_MUSING = frozenset({"perhaps", "maybe", "possibly", "conceivably", "someday", "supposedly"})

STAND_ALONE = frozenset({"relcl", "acl", "appos", "parataxis"})


def foreboded(tree: Tree, above: int, clause: int) -> bool:
    """Whether a clause is what fears or concerns are about: "fears are growing that", "concerns that"."""
    if tree.deps[clause] not in {"ccomp", "acl"} or tree.kid(clause, "mark") is None:
        return False
    said = tree.kids(tree.head[above], "nsubj") if tree.deps[above] == "acomp" else []  # "speculation is rife that"
    holders = [holder for holder in (above, *said, *tree.kids(above, "nsubj", "nsubjpass", "attr")) if holder < clause]
    return any(tree.lemmas[one] in _FOREBODINGS or (tree.lemmas[one], tree.tags[one]) == ("talk", "NN") for one in holders)


def thought_of(tree: Tree, verb: int) -> bool:
    """Whether a gerund with its own subject is only what a thought is of: "the odds of Peru lifting sanctions have shortened"."""
    noun = tree.head[verb]
    of = [prep for prep in tree.kids(noun, "prep") if noun < prep < verb and tree.lemmas[prep] == "of"]
    whose = tree.kids(verb, "nsubj") or [one for prep in of for one in tree.kids(prep, "pobj")]
    thought = tree.lemmas[noun] in _FOREBODINGS | {"odds", "odd", "idea", "thought", "notion", "danger", "threat"}
    return bool(of and whose) and thought and tree.deps[verb] == "acl" and tree.tags[verb] == "VBG"


_REPORTS = frozenset(
    {"report", "claim", "allegation", "suggestion", "rumour", "rumor", "accusation", "charge", "speculation", "story"}
)
_DENYING = frozenset({"deny", "refute", "dismiss", "reject", "rebut", "contradict", "debunk", "retract", "withdraw"})


def unproven(tree: Tree, above: int, clause: int) -> bool:
    """Whether there is no evidence for what a clause says: "found no evidence that Trump opposed it", "nothing suggests that"."""
    if tree.lemmas[above] in _PROVING and any(tree.words[one].lower() == "nothing" for one in tree.kids(above, "nsubj")):
        return True
    holders = (above, *tree.kids(above, "dobj", "attr", "nsubj"))
    proofs = [holder for holder in holders if tree.lemmas[holder] in _PROOFS and holder < clause]
    return any(tree.words[det].lower() == "no" for proof in proofs for det in tree.kids(proof, "det"))


_UNTRUE = frozenset(
    "false untrue wrong fake incorrect inaccurate baseless unfounded groundless fabricated fictitious bogus nonsense lie".split(
        " "
    )
)


def denied(tree: Tree, noun: int, clause: int) -> bool:
    """Whether a clause is what a denied report says: "denied reports that it had left", "reports that it had left are false"."""
    if tree.lemmas[noun] not in _REPORTS or not any(tree.words[mark].lower() == "that" for mark in tree.kids(clause, "mark")):
        return False
    verb = tree.head[noun]
    called = [*tree.kids(verb, "acomp", "attr"), *([verb] if tree.tags[verb] == "VBN" else [])]
    untrue = tree.deps[noun] in {"nsubj", "nsubjpass"} and any(tree.lemmas[word] in _UNTRUE | _DENYING for word in called)
    return (tree.deps[noun] == "dobj" and tree.lemmas[verb] in _DENYING) or untrue


_HEARSAY = frozenset({"say", "allege", "claim"})


def claimed(tree: Tree, noun: int, clause: int) -> bool:
    """Whether a clause is what somebody's claim says: "his assertion that the administration collaborated with Pakistan".

    Or nobody's: "is said to have freed two Danes", "is alleged to have bribed them".
    """
    if tree.deps[clause] == "xcomp":
        have = any(tree.words[aux].lower() == "have" for aux in tree.kids(clause, "aux"))
        return have and tree.lemmas[noun] in _HEARSAY and bool(tree.kids(noun, "auxpass"))
    return tree.lemmas[noun] in _CLAIMS and any(tree.words[mark].lower() == "that" for mark in tree.kids(clause, "mark"))


_OUGHT = frozenset({"should", "must", "ought", "proposal", "formula", "way", "condition", "option", "scenario", "solution"})


def asked(tree: Tree, verb: int) -> bool:
    """Whether a verb stands in a question: "After the raid, will China invade Taiwan?"."""
    if "?" not in tree.words[verb:]:
        return False
    auxiliaries, subjects = tree.kids(verb, "aux", "auxpass"), tree.kids(verb, "nsubj", "nsubjpass")
    return bool(auxiliaries and subjects) and auxiliaries[0] < subjects[0]


_GIVEN = frozenset({"after", "following", "since"})


def presupposed(tree: Tree, token: int) -> bool:
    """Whether a question takes an act for done: "After Putin struck Moldova, will ...?", "US bombed Iran, so will ...?"."""
    for current in tree.upward(token):
        above = tree.head[current]
        if above == current or tree.deps[current] in STAND_ALONE:
            return False
        if given(tree, current, above):
            return True
    return False


def given(tree: Tree, current: int, above: int) -> bool:
    """Whether a clause or phrase tells what went before the question asked above it."""
    if not asked(tree, above):
        return False
    if tree.deps[current] == "prep":
        return tree.lemmas[current] in _GIVEN
    marks = {tree.words[mark].lower() for mark in tree.kids(current, "mark", "advmod", "prep")}
    if tree.deps[current] == "advcl":
        return bool(marks & _GIVEN)
    so = any(tree.words[kid].lower() == "so" and current < kid for kid in tree.kids(above, "advmod", "cc"))
    return so and tree.deps[current] == "ccomp" and tree.tags[current] in {"VBD", "VBZ"}


def sought(tree: Tree, verb: int) -> bool:
    """Whether a verb only tells what a way is looked for: "talks on how to mend ties"."""
    asking = {tree.words[word].lower() for word in tree.kids(verb, "advmod")} & {"how", "when", "where"}
    return bool(asking) and tree.is_infinitive(verb)


def judged(tree: Tree, above: int, clause: int) -> bool:
    """Whether a clause is only what "it" is called: "it is necessary for the two sides to talk", "it is absurd to sign"."""
    infinitive = tree.is_infinitive(clause)
    empty = any(tree.words[subject].lower() == "it" for subject in tree.kids(above, "nsubj", "expl"))
    called = any(tree.pos[word] == "ADJ" for word in tree.kids(above, "acomp"))
    return infinitive and empty and called and tree.lemmas[above] in {"be", "seem", "remain", "become"}


def is_aim(tree: Tree, verb: int) -> bool:
    """Whether a verb calls something a goal: "reaching a deal is a priority", "has made it his aim"."""
    return any(
        tree.lemmas[kid] in _AIMS and tree.pos[kid] == "NOUN"
        for kid in tree.kids(verb, "attr", "oprd", "dobj", "ccomp", "npadvmod", "nsubj")
    )


_FOR_A_PURPOSE = frozenset({"mean", "intend"})


def is_for(tree: Tree, verb: int) -> bool:
    """Whether a verb tells what a thing is for, which is nobody's plan: "a pact meant to boost trade", "is intended to"."""
    if tree.lemmas[verb] not in _FOR_A_PURPOSE:
        return False
    bare = tree.deps[verb] == "acl" and tree.tags[verb] in {"VBN", "VBD"} and not tree.kids(verb, "nsubj", "aux")
    return bare or bool(tree.kids(verb, "auxpass"))


def proposed(tree: Tree, verb: int) -> bool:
    """Whether a present tense behind a colon spells out what ought to be: "There is one way out: Ukraine withdraws its army"."""
    colons = [token for token in range(verb) if tree.words[token] == ":"]
    if not colons or tree.tags[verb] not in {"VBZ", "VBP"}:
        return False
    before = {tree.lemmas[token] for token in range(colons[-1])}
    return bool(before & _OUGHT) and any(word in tree.words[colons[-1] :] for word in (".", "!"))


def mused(tree: Tree, token: int) -> bool:
    """Whether "perhaps", "one day" and the like make an act a thought ("chances are that India will patrol")."""
    for above in tree.upward(token):
        if any(tree.words[word].lower() in _MUSING for word in tree.kids(above, "advmod", "npadvmod", "dep")):
            return True
        days = [day for day in tree.kids(above, "npadvmod", "compound", "dep") if tree.words[day].lower() == "day"]
        if any(
            tree.words[day - 1].lower() in {"one", "some"} and tree.words[day + 1].lower() not in _COUNTED_FROM for day in days
        ):
            return True  # but "one day after Peru had expelled him"
        if tree.deps[above] in STAND_ALONE:
            return False
    return False


def lacking(tree: Tree, noun: int) -> bool:
    """Whether there is no such plan or will ("has no plans to meet", "does not have plans", "is no longer ready to")."""
    holder = tree.head[noun]
    if tree.pos[noun] != "NOUN":
        told = (noun, holder) if tree.lemmas[holder] == "be" else (noun,)
        return any(tree.kids(one, "neg") or no_longer(tree, one) for one in told)
    denied = tree.deps[noun] == "dobj" and tree.lemmas[holder] == "have" and bool(tree.kids(holder, "neg"))
    return denied or any(tree.words[det].lower() == "no" for det in tree.kids(noun, "det"))


def whenever(tree: Tree, verb: int) -> bool:
    """Whether a clause tells what happens at any time: "what they mean when they talk about peace"."""
    whens = [kid for kid in tree.kids(verb, "advmod") if tree.words[kid].lower() in {"when", "whenever"} and kid < verb]
    anybody = {"they", "we", "you", "people"} & {tree.words[kid].lower() for kid in tree.kids(verb, "nsubj")}
    present = tree.tags[verb] in {"VBP", "VBZ"} and not tree.kids(verb, "aux")
    return bool(whens and anybody) and present and tree.deps[verb] == "advcl" and not tree.kids(tree.head[verb], "aux")


_WAYS = frozenset(
    (
        "way means step path roadmap formula mechanism timetable timeline blueprint scheme condition option pressure temptation "
        "incentive reason authority ability capacity capability right power leverage reluctance urge expectation"
    ).split()
)
_USING = frozenset({"take", "use", "exercise", "invoke"})


def a_way(tree: Tree, verb: int) -> bool:
    """Whether an act is what a way is to lead to: "agreed on a way to end the ban"; but whoever "took steps to end it" did so."""
    noun = tree.head[verb]
    if tree.deps[noun] == "dobj" and tree.lemmas[tree.head[noun]] in _USING:
        return False
    if tree.deps[noun] == "pobj" and tree.lemmas[tree.head[noun]] == "from":
        noun = tree.head[tree.head[noun]]  # "pressure from lawmakers to impose"
    to = tree.tags[verb] == "VB" and tree.is_infinitive(verb)
    return to and tree.deps[verb] in {"acl", "relcl"} and tree.lemmas[noun] in _WAYS


_MENDING = frozenset(
    (
        "end settle resolve solve restore repair mend heal patch defuse normalise normalize rebuild revive bridge thaw reset "
        "finalise finalize conclude unblock overcome bury salvage"
    ).split()
)
_CONFERRING = frozenset(
    "talk negotiation dialogue discussion consultation meeting summit meet negotiate confer gather huddle convene".split()
)


def to_be_mended(tree: Tree, verb: int) -> bool:
    """Whether an act is what talks have yet to bring about: "in talks to end a row", "met to settle the dispute"."""
    to_do = tree.lemmas[verb] in _MENDING and tree.is_infinitive(verb) and tree.deps[verb] in {"acl", "advcl", "relcl", "xcomp"}
    return to_do and tree.lemmas[tree.head[verb]] in _CONFERRING


def unset(tree: Tree, word: int) -> bool:
    """Whether there is no day yet for what hangs on a word: "no date set for the trip", "there is no timetable for talks"."""
    nouns = [tree.head[word] if tree.deps[word] == "acl" else word, *tree.kids(word, "attr")]
    timed = (noun for noun in nouns if tree.lemmas[noun] in {"date", "timetable", "timeline", "deadline", "time"})
    return any(tree.words[det].lower() == "no" for noun in timed for det in tree.kids(noun, "det"))


_OFF = frozenset({"put", "call", "cancel", "postpone", "scrap", "shelve", "abort", "abandon", "delay"})
_MEETINGS = frozenset({"trip", "visit", "meeting", "talk", "summit", "tour", "session", "plan", "event", "journey", "encounter"})


def called_off(tree: Tree, verb: int) -> bool:
    """Whether what was to be did not come about by the clause behind: "were to meet on Friday, but the trip was put off"."""
    return any(
        tree.lemmas[clause] in _OFF
        and bool(tree.kids(clause, "auxpass"))
        and any(tree.lemmas[subject] in _MEETINGS for subject in tree.kids(clause, "nsubjpass"))
        for clause in tree.kids(verb, "conj")
        if clause > verb
    )


def in_case(tree: Tree, clause: int) -> bool:
    """Whether a clause tells what is only provided for: "plans in case Russia invades"."""
    marks = tree.kids(clause, "mark", "advmod", "prep")
    return any(tree.words[mark].lower() in {"in", "just"} and "case" in tree.words[mark + 1 : mark + 3] for mark in marks)


def in_order_to(tree: Tree, verb: int) -> bool:
    """Whether a verb hangs on "in order", which only leads to a purpose: "in order to hit Moscow, Kyiv would need"."""
    order = tree.head[verb]
    return tree.deps[verb] == "acl" and tree.lemmas[order] == "order" and tree.lemmas[tree.head[order]] == "in"


def nothing_settled(tree: Tree, verb: int, current: int) -> bool:
    """Whether nothing is done about a matter: "nothing had been settled about a meeting"."""
    about = tree.deps[current] == "prep" and tree.lemmas[current] in {"about", "on", "regarding", "concerning"}
    return about and any(tree.words[one].lower() in {"nothing", "none"} for one in tree.kids(verb, "nsubj", "nsubjpass"))


def only_held(tree: Tree, verb: int) -> bool:
    """Whether those who agree hold that something is so, and agree on nothing to be done: "agreed that the cure needs time"."""
    clauses = [clause for clause in tree.kids(verb, "ccomp") if tree.kids(clause, "nsubj", "nsubjpass", "expl")]
    # a state, in whatever tense: "agreed the situation has become severe"; what "should" or "would" be is to be done
    plain = [
        clause for clause in clauses if not {tree.tags[one] for one in (clause, *tree.kids(clause, "aux"))} & {"MD", "VB", "TO"}
    ]
    return bool(clauses) and plain == clauses


def only_striven(tree: Tree, verb: int) -> bool:
    """Whether somebody works for an act that nobody says is done: "has worked hard to conclude a pact"."""
    above = tree.head[verb]
    return tree.deps[verb] in {"xcomp", "advcl"} and tree.is_infinitive(verb) and tree.lemmas[above] in _STRIVING


_STRIVING = frozenset({"work", "strive", "struggle", "endeavour", "endeavor", "labour", "labor", "toil"})


_GROUNDS = frozenset(
    "reason cause right ground excuse incentive motive hurry rush mood position temptation urge tendency habit".split()
)
_SLOW = frozenset("slow reluctant loath loth hesitant prone apt wont averse ashamed afraid".split())
_EAGER = frozenset({"quick", "swift", "fast", "keen", "happy", "careful", "glad"})
_LIKING = frozenset({"tend", "like", "love", "prefer", "hate", "dislike"})


def inclined(tree: Tree, verb: int) -> bool:
    """Whether a verb only says what somebody has grounds for or is given to: "has every reason to", "is slow to", "tends to".

    Whoever "was quick to condemn" somebody did so; whoever "is quick to" does so in general.
    """
    first = verb
    while tree.deps[first] == "conj" and tree.head[first] != first:
        first = tree.head[first]
    above = tree.head[first]
    if not tree.is_infinitive(first) or above > first:
        return False
    lemma = tree.lemmas[above]
    if tree.deps[first] in {"acl", "relcl"}:
        return lemma in _GROUNDS and tree.lemmas[tree.head[above]] in {"have", "be", "see", "in", "give", "feel"}
    if tree.deps[first] not in {"xcomp", "advcl", "ccomp"}:
        return False
    top = next(word for word in tree.upward(above) if tree.deps[word] != "conj")  # "is slow to hurt and quick to help"
    general = tree.tags[tree.head[top]] in {"VBZ", "VBP"}
    return lemma in _SLOW or (lemma in _EAGER and general) or (lemma in _LIKING and tree.tags[above] in {"VBZ", "VBP"})
