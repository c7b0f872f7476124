"""What is yet to come: futures of verbs, headlines' infinitives, acts that are planned, prepared or set out for."""

from etl.coder.acts import Proto
from etl.coder.grammar.slots import Grammar
from etl.coder.status.appointments import booked
from etl.coder.status.doubt import presupposed
from etl.coder.status.onlookers import is_onlooker
from etl.coder.status.watches import kept_watch
from etl.coder.tree import Tree

FUTURE = frozenset({"will", "'ll", "shall", "wo", "’ll"})
_PLANNED = frozenset("set schedule slate expect due plan".split(" "))
_ON_THE_WAY = frozenset({"leave", "depart", "fly", "travel", "sail"})
SETTING_OUT = frozenset("arrive travel fly go head leave come depart sail set send dispatch".split(" "))
_BEGINNING = frozenset({"begin", "start", "resume", "open", "proceed", "occur", "happen"})
_COMING_ABOUT = {"take": {"place", "effect", "hold"}, "come": {"effect", "force"}, "go": {"effect", "force"}, "enter": {"force"}}
_PREPARED = frozenset({"plan", "preparation", "arrangement", "proposal", "date", "venue", "timetable"})

_EASING = frozenset("lower cut reduce ease relax halve trim slash loosen drop scrap remove waive pause abolish rescind".split())
_HOLDING = frozenset("hold host attend join convene start begin resume open lead conduct mediate facilitate broker".split())
_STRETCHES = frozenset({"round", "series", "session", "day", "week"})

_TOMORROW = frozenset({"tomorrow"})
_TO_COME = frozenset({"next", "later", "coming", "upcoming"})
_SHRINKING = frozenset({"hesitate", "shrink", "flinch", "balk"})
_SPANS = frozenset({"week", "month", "year", "weekend", "weeks", "days", "months"})
_WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split(" "))
_REPORTING = frozenset(
    (
        "say tell add announce state report note declare confirm claim write reiterate pledge promise vow stress "
        "indicate insist reveal think believe agree decide reaffirm affirm signal emphasize emphasise underline underscore "
        "repeat inform notify assure reassure"
    ).split(" ")
)


def reported(tree: Tree, verb: int) -> bool:
    """Whether a clause is what somebody says he or his side will do ("said it would"); what analysts foresee is none."""
    clause = verb
    while tree.deps[clause] == "conj":
        clause = tree.head[clause]
    teller = tree.head[clause]
    if tree.deps[clause] not in {"ccomp", "xcomp"} or tree.lemmas[teller] not in _REPORTING:
        return False
    return not any(is_onlooker(tree, subject, clause) for subject in tree.kids(teller, "nsubj"))


_BLOWS = frozenset("clash war attack strike invasion conflict fighting raid shelling bombing offensive violence".split())


def long_known(tree: Tree, noun: int) -> bool:
    """Whether blows are spoken of as known: "to positions held before the clashes"; nobody knows so of those to come."""
    definite = any(tree.words[det].lower() == "the" for det in tree.kids(noun, "det"))
    behind = tree.deps[noun] == "pobj" and tree.lemmas[tree.head[noun]] == "before"
    return behind and definite and tree.lemmas[noun] in _BLOWS


def lies_ahead(tree: Tree, noun: int) -> bool:
    """Whether something else is told as done before an act: "phoned him ahead of talks", "before the summit"."""
    above = tree.head[noun]
    if tree.deps[noun] != "pobj":
        return False
    return (tree.lemmas[above] == "before" and not long_known(tree, noun)) or (
        tree.lemmas[above] == "of" and tree.words[tree.head[above]].lower() in {"ahead", "eve"}
    )


def timetabled(tree: Tree, verb: int) -> bool:
    """Whether a present tense tells what the calendar holds: "visits Hanoi tomorrow", "when Xi meets Trump on Monday"."""
    if tree.tags[verb] not in {"VBZ", "VBP"} or tree.kids(verb, "aux", "neg"):
        return False
    within = [noun for prep in tree.kids(verb, "prep") if tree.lemmas[prep] == "in" for noun in tree.kids(prep, "pobj")]
    for word in (*tree.kids(verb, "npadvmod", "advmod"), *within):
        said = {tree.words[part].lower() for part in tree.subtree(word)}
        if said & _TOMORROW or (said & _TO_COME and said & (_SPANS | _WEEKDAYS)):
            return True
    marks = {tree.words[mark].lower() for mark in tree.kids(verb, "advmod", "mark")}
    days = {tree.words[day].lower() for on in tree.kids(verb, "prep") for day in tree.kids(on, "pobj")}
    return "when" in marks and bool(days & _WEEKDAYS) and tree.tags[tree.head[verb]] in {"VBZ", "VBP"}


def comes_about(tree: Tree, verb: int) -> bool:
    """Whether a verb says of its subject that it begins or is done: "would start", "would take effect", "would go into force"."""
    into = [noun for prep in tree.kids(verb, "prep") if tree.words[prep] == "into" for noun in tree.kids(prep, "pobj")]
    things = {tree.lemmas[thing] for thing in (*tree.kids(verb, "dobj"), *into)}
    return tree.lemmas[verb] in _BEGINNING or bool(_COMING_ABOUT.get(tree.lemmas[verb], set()) & things)


_OCCASIONS = frozenset({"visit", "trip", "tour", "summit", "meeting", "drill", "exercise"})
_GOING_ON = frozenset({"ongoing", "current", "recent", "last", "previous", "latest", "past"})
ENDING = frozenset({"end", "conclude", "finish", "wrap", "close", "expire", "last"})


class Futures:
    """Tells what one parsed sentence puts into the future."""

    def __init__(self, grammar: Grammar) -> None:
        """Take the sentence's slots."""
        self._grammar = grammar
        self._tree = grammar.tree

    def set_out_for(self, proto: Proto, noun: int) -> bool:
        """Whether somebody has only left for an act, where that is no visit: "departed for talks", "left for a drill"."""
        tree, above = self._tree, self._tree.head[noun]
        away = tree.deps[noun] == "pobj" and tree.lemmas[above] == "for" and tree.lemmas[tree.head[above]] in SETTING_OUT
        return away and not (proto.kind == "visit" and tree.lemmas[tree.head[above]] in _ON_THE_WAY)

    def going_to(self, verb: int) -> bool:
        """Whether a verb is "going to", "about to", "is to", "are to": a plan in the infinitive."""
        tree = self._tree
        if not tree.is_infinitive(verb):
            return False
        above = tree.head[verb]
        if above != verb and tree.deps[verb] == "xcomp":
            if tree.words[above].lower() in {"going", "about"}:
                return True
            return tree.lemmas[above] == "be" and tree.pos[above] in {"AUX", "VERB"}
        return False

    def within_future(self, verb: int) -> bool:
        """Whether a verb lies ahead with the verb above it: "will go to meet", "when he arrives ... will"."""
        tree = self._tree
        above = tree.head[verb]
        if tree.deps[verb] not in {"advcl", "xcomp", "relcl"} or above == verb:
            return False
        if tree.is_infinitive(verb):
            # A purpose lies ahead where its verb does, or where somebody set out for it ("arrived to hold talks").
            setting_out = tree.deps[verb] == "advcl" and tree.lemmas[above] in SETTING_OUT and not kept_watch(tree, verb)
            auxiliaries = set(self._grammar.auxiliaries(above))
            # "said it would not hesitate to strike"
            told = tree.lemmas[above] in _SHRINKING and "would" in auxiliaries and reported(tree, above)
            return setting_out or told or bool(auxiliaries & FUTURE)
        marks = {tree.words[mark].lower() for mark in tree.kids(verb, "mark", "advmod")}
        if presupposed(tree, verb):
            return False  # "After Xi meets Putin, will India change course?"
        if tree.deps[verb] == "xcomp" or (tree.deps[verb] == "relcl" and "when" not in marks):
            return False
        ahead = any(set(self._grammar.auxiliaries(one)) & FUTURE for one in tree.ancestors(verb))
        return (
            ahead
            and tree.tags[verb] in {"VBZ", "VBP", "VBG"}
            and bool(marks & {"when", "after", "before", "once", "until", "as", "while"})
        )

    def headline_future(self, verb: int) -> bool:
        """Whether a headline's infinitive is its main verb ("Xi to visit Seoul")."""
        tree = self._tree
        if not self._grammar.is_title or not tree.is_infinitive(verb):
            return False
        above = tree.head[verb]
        if above == verb or (tree.deps[verb] == "conj" and tree.head[above] == above):
            return True
        if tree.deps[verb] == "ccomp" and (not tree.words[above].isalpha() or tree.lemmas[above] in _REPORTING):
            return True  # "Trump, Xi to speak on Friday: White House", "Italy to expel envoys, minister says"
        to = next((aux for aux in tree.kids(verb, "aux") if tree.words[aux].lower() == "to"), verb)
        if tree.words[to - 1] == "," and above < to and tree.deps[verb] in {"advcl", "xcomp"}:
            return True  # "Seoul sanctions ships, to arm Ukraine"
        return (
            tree.deps[verb] in {"relcl", "acl"}
            and bool(self._grammar.cast.heads.get(above))
            and tree.words[verb - 1].lower() == "to"
            and above < verb
        )

    def under_future(self, noun: int) -> bool:
        """Whether a noun is subject or object of what will be: "the visit will be his second", "will mark his second meeting"."""
        tree = self._tree
        token = noun
        if self._goes_on_to(noun) or self._meanwhile(noun):
            return True
        while (
            tree.deps[token] in {"conj", "pobj", "prep"}
            and not self._grammar.is_verb(token)  # "will scrap the levy, Lam told Trump in a call"
            and (tree.deps[token] != "prep" or tree.lemmas[token] in {"on", "for", "to", "in", "at"} or self._is_one_of(token))
        ):
            token = tree.head[token]
        if token != noun and self._grammar.is_verb(token):  # "will lead a delegation on a visit"
            willed = bool(set(self._grammar.auxiliaries(token)) & FUTURE) or self.headline_future(token) or self.going_to(token)
            return willed or booked(tree, token, is_title=self._grammar.is_title)
        if tree.deps[token] not in {"dobj", "attr", "nsubj", "nsubjpass"}:
            return False
        verb = tree.head[token]
        if any(tree.lemmas[clause] in ENDING for clause in tree.kids(verb, "xcomp")):
            return False  # "drills are scheduled to end on April 30": they are being held
        if tree.deps[token] in {"nsubj", "nsubjpass"} and (tree.lemmas[verb] in _PLANNED or self._planned(verb)):
            return True  # "talks are set to resume"
        auxiliaries = set(self._grammar.auxiliaries(verb))
        if tree.deps[token] == "dobj" and tree.lemmas[verb] in _EASING:
            return False  # "will lower its tariffs": these are there
        if tree.deps[token] == "dobj" and tree.lemmas[verb] in _HOLDING and "would" in auxiliaries and reported(tree, verb):
            return True  # "said it would host peace talks"
        being = tree.lemmas[verb] == "be" or comes_about(tree, verb)
        if tree.deps[token] == "nsubj" and being and "would" in auxiliaries and reported(tree, verb):
            return True  # "said the talks would be substantive", "said the truce would begin on Sunday"
        return (self._grammar.is_verb(verb) or tree.pos[verb] == "AUX") and bool(
            auxiliaries & FUTURE or booked(tree, verb, is_title=self._grammar.is_title)
        )

    def _meanwhile(self, noun: int) -> bool:
        """Whether something is to be done during a visit or summit: "to sign a pact during Modi's visit"."""
        tree = self._tree
        within = tree.head[noun]
        verb = tree.head[within]
        during = tree.deps[noun] == "pobj" and tree.lemmas[within] == "during" and tree.lemmas[noun] in _OCCASIONS
        going_on = any(tree.words[kid].lower() in _GOING_ON for kid in tree.kids(noun, "amod"))
        if not during or going_on or not self._grammar.is_verb(verb):
            return False
        return bool(set(self._grammar.auxiliaries(verb)) & FUTURE) or self.headline_future(verb)

    def _goes_on_to(self, noun: int) -> bool:
        """Whether a headline's infinitive says what a visit or drill is to do: "Xi's Hanoi visit to focus on rail"."""
        tree = self._tree
        if not self._grammar.is_title or tree.head[noun] != noun or tree.lemmas[noun] not in _OCCASIONS:
            return False
        clauses = tree.kids(noun, "acl", "relcl")
        return any(tree.words[noun + 1] == "to" and verb == noun + 2 and tree.tags[verb] == "VB" for verb in clauses)

    def _is_one_of(self, of: int) -> bool:
        """Whether a preposition hangs on a stretch of what it leads: "will meet for a third round of talks"."""
        return self._tree.lemmas[of] == "of" and self._tree.lemmas[self._tree.head[of]] in _STRETCHES

    def _planned(self, verb: int) -> bool:
        return any(self._tree.lemmas[child] in _PLANNED for child in self._tree.kids(verb, "acomp", "oprd"))

    def being_prepared(self, noun: int) -> bool:
        """Whether a noun is what plans or preparations are for: "plans are under way for a meeting"."""
        tree = self._tree
        if tree.deps[noun] != "pobj" or tree.lemmas[tree.head[noun]] != "for":
            return False
        above = tree.head[tree.head[noun]]
        verb = next((one for one in tree.upward(above) if tree.pos[one] in {"VERB", "AUX"}), above)
        holders = {above, *tree.kids(verb, "nsubj", "nsubjpass", "dobj", "attr")}
        return any(tree.lemmas[holder] in _PREPARED for holder in holders if holder < noun)
