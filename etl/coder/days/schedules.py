"""Days that are told by way of another act: what is agreed for a day, the present tense that looks ahead, "two days after"."""

import re
from dataclasses import replace
from datetime import date, timedelta

from etl.coder.days.owners import WILL
from etl.coder.days.phrases import NEWS_REACH, DatePhrase, Dating
from etl.coder.days.readings import steps_of
from etl.coder.days.spells import spell
from etl.coder.tree import Tree

_FROM = re.compile(r"\b(?:from|starting|beginning|effective|as of)\s+(?:from\s+|in\s+|on\s+)?$", re.IGNORECASE)

_WILL = re.compile(r"\b(?:will|shall|is to|are to|(?:is|are) (?:set|due|expected|scheduled|slated) to)(?: [\w'’-]+){1,6} $")


_INVITING = frozenset({"invitation", "invite", "offer", "proposal"})
"""What one accepts to do something: "accepted an invitation to visit Tokyo in March"."""


def agreed_for(tree: Tree, trigger: int, dates: list[DatePhrase], published: date) -> Dating | None:
    """Return the date of what is agreed or offered, where its own clause gives one: "agreed on Friday to meet next month"."""
    holders = (trigger, *(thing for thing in tree.kids(trigger, "dobj") if tree.lemmas[thing] in _INVITING))
    clauses = [
        clause for one in holders for clause in tree.kids(one, "xcomp", "ccomp", "pcomp", "acl", "relcl") if clause > trigger
    ]
    inside = {token for clause in clauses for token in tree.subtree(clause)}
    for phrase in dates:
        span = tree.token_at(phrase.start, phrase.end)
        deadline = tree.text[: phrase.start].endswith("by ") and phrase.ahead[0] >= published
        if phrase.since:
            continue  # "agreed to reopen a crossing closed since May"
        if (deadline or phrase.text.lower().startswith("by ")) and phrase.precision == "year":
            continue  # "agreed to double trade by 2030" is an aim, and agreed today
        near = sooner_ahead(phrase, published) and any(map(str.isdigit, phrase.text))
        coming = deadline or near or phrase.back[0] > published
        coming = coming or (phrase.precision in {"month", "year"} and phrase.ahead[1] >= published)
        if span is not None and span[0] in inside and coming:
            first, last = phrase.ahead
            return Dating(max(first, published), last, phrase.precision, phrase.text, "sentence")
    return None


def still_to_come(tree: Tree, dating: Dating, dates: list[DatePhrase], published: date) -> Dating | None:
    """Return the coming day where a day stands right behind what will be: "left for Oman, where he will meet him on Tuesday"."""
    if dating.basis != "sentence" or dating.precision != "day" or dating.last >= published:
        return None
    told = (one for one in dates if (one.text, one.back[0]) == (dating.text, dating.day) and one.ahead[0] >= published)
    coming = next((one for one in told if _WILL.search(tree.text[: one.start])), None)
    return Dating(*coming.ahead, coming.precision, coming.text, "sentence") if coming is not None else None


_OCCASIONS = frozenset("summit meeting talk visit trip tour call conference dialogue drill exercise".split())
_BEFORE_NOUNS = frozenset({"nmod", "compound", "poss", "amod", "nummod", "npadvmod"})


def of_the_occasion(tree: Tree, dates: list[DatePhrase], published: date) -> Dating | None:
    """Return the coming day of what is planned, where it is part of its name: "says the June 12 summit is back on"."""
    for phrase in dates:
        span = tree.token_at(phrase.start, phrase.end)
        head = tree.span_head(*span) if span is not None else None
        coming = phrase.back[0] > published or sooner_ahead(phrase, published)
        if head is not None and coming and tree.deps[head] in _BEFORE_NOUNS and tree.lemmas[tree.head[head]] in _OCCASIONS:
            return Dating(*phrase.ahead, phrase.precision, phrase.text, "sentence")
    return None


def sooner_ahead(phrase: DatePhrase, published: date) -> bool:
    """Whether the coming one of the two days or months that a phrase may mean is nearer than the last."""
    return timedelta(0) < phrase.ahead[0] - published < published - phrase.back[1]


def in_the_past_tense(tree: Tree, verb: int) -> bool:
    """Whether a verb is in the past tense; the tagger takes some main verbs for participles ("Berlin, long silent, offered")."""
    if tree.tags[verb] == "VBD":
        return True
    main = tree.tags[verb] == "VBN" and tree.deps[verb] in {"ROOT", "ccomp"}
    return main and bool(tree.kids(verb, "nsubj")) and not tree.kids(verb, "aux", "auxpass")


def was_planned(tree: Tree, trigger: int) -> bool:
    """Whether an act was planned at a time gone by: "were scheduled to speak", "was due to visit", "was to meet".

    What a verb of its own tells of today was not, whatever its clause hangs on: "the move was announced as Seoul works toward".
    """
    return tree.tags[trigger] not in {"VBZ", "VBP"} and any(
        tree.words[verb].lower() in {"was", "were"}
        for token in (trigger, tree.head[trigger])
        for verb in (token, *tree.kids(token, "aux", "auxpass"))
    )


def lapsed_on(dates: list[DatePhrase], published: date) -> Dating | None:
    """Return the day that a plan of times gone by was for, where it is over a month gone and the next such day far off."""
    for phrase in dates:
        gone, coming = published - phrase.back[1], phrase.ahead[0] - published
        if gone > NEWS_REACH and (coming < timedelta(0) or gone < coming):
            first, last = phrase.back
            return Dating(first, last, phrase.precision, phrase.text, "sentence")
    return None


def of_the_threat(tree: Tree, trigger: int, dates: list[DatePhrase], published: date) -> list[DatePhrase]:
    """Return the dates without those of what is threatened: "said it would raise tariffs on Friday" was said before.

    So is what begins with a day or month that comes sooner than it was last here: "US to hit Mexico with tariffs from August".
    """
    dates = [
        phrase
        for phrase in dates
        if not (_FROM.search(tree.text[: phrase.start] + phrase.text.split()[0] + " ") and sooner_ahead(phrase, published))
    ]
    ahead = any(tree.words[aux].lower() in WILL for aux in tree.kids(trigger, "aux"))
    tops = [trigger] if ahead else [clause for clause in tree.kids(trigger, "xcomp", "ccomp", "pcomp") if clause > trigger]
    inside = {token for top in tops for token in tree.subtree(top) if token > trigger}
    spans = [(phrase, tree.token_at(phrase.start, phrase.end)) for phrase in dates]
    # "had threatened to scrap the pact last month"
    return [phrase for phrase, span in spans if span is None or span[0] not in inside or phrase.ahead[1] < published]


def said_on(tree: Tree, trigger: int, dates: list[DatePhrase]) -> list[DatePhrase]:
    """Return the days on which was said what a clause tells: "told Kishida on Thursday that the pledges were ironclad"."""
    clause = next((token for token in tree.upward(trigger) if tree.deps[token] == "ccomp"), None)
    above = tree.head[clause] if clause is not None else trigger
    if clause is None or tree.tags[above] != "VBD":
        return []
    told = set(tree.subtree(clause))  # "will visit Japan from July 20 to 23, officials said"
    spans = ((phrase, tree.token_at(phrase.start, phrase.end)) for phrase in dates if phrase.precision == "day")
    heads = ((phrase, tree.span_head(*span)) for phrase, span in spans if span is not None)
    return [phrase for phrase, head in heads if above in {tree.head[head], tree.head[tree.head[head]]} and head not in told]


def day_when(tree: Tree, trigger: int, dates: list[DatePhrase]) -> Dating | None:
    """Return the date that a clause of time tells more of: "since Friday, when Washington doubled its duties"."""
    for clause in tree.upward(trigger):
        whens = [kid for kid in tree.kids(clause, "advmod") if tree.words[kid].lower() == "when" and kid < clause]
        for phrase in dates if whens else ():
            if tree.text[phrase.end : tree.starts[whens[0]]].strip(" ,") == "":
                return Dating(*phrase.back, phrase.precision, phrase.text, "sentence")
        if tree.pos[clause] == "VERB":
            return None
    return None


def next_month(phrase: DatePhrase, tree: Tree, trigger: int, published: date) -> bool:
    """Whether the present tense looks ahead to a month: "Carney heads to Beijing in January", told in December."""
    near = phrase.ahead[0] - published < published - phrase.back[1]
    return phrase.precision == "month" and near and tree.tags[trigger] in {"VBZ", "VBP", "VB"}


_LENGTHS = {"day": 1, "week": 7, "fortnight": 14}


def days_before(tree: Tree, trigger: int) -> int:
    """Return how many days before what it hangs on an act was: "two days after an attack", "a week after Iran attacked"."""
    for token in tree.upward(trigger):
        holder = tree.head[token] if tree.deps[token] == "pobj" else token
        links = [holder, *tree.kids(holder, "mark")]  # "a day" hangs on the verb or on "after" itself
        if tree.deps[token] in {"pobj", "advcl", "pcomp"}:
            after = any(tree.lemmas[link] == "after" for link in links)
            spells = [unit for link in links if (unit := spell(tree, link)) is not None]
            if spells:  # "two weeks since India expelled"
                numbers = [tree.words[count] for count in tree.kids(spells[0], "nummod")] or [
                    tree.words[count] for count in tree.kids(spells[0], "det") if tree.lemmas[count] == "a"
                ]
                return _count(numbers[0], tree.lemmas[spells[0]]) if numbers and tree.lemmas[spells[0]] in _LENGTHS else 0
            units = [unit for link in links for unit in tree.kids(link, "npadvmod")]
            for unit in [*units, tree.head[token]] if after else ():  # "a fortnight", which the clause may hang on
                counts = [tree.words[count] for count in tree.kids(unit, "nummod", "det")]
                if tree.lemmas[unit] in _LENGTHS and len(counts) == 1:
                    return _count(counts[0], tree.lemmas[unit])
            return 0
        if token != trigger and tree.pos[token] in {"VERB", "AUX"}:
            return 0
    return 0


def days_before_by_words(tree: Tree, trigger: int) -> int:
    """Return how many days before the rest of its sentence an act was by the words alone: "on Friday, a day after Seoul agreed".

    Parsers hang such clauses on many a word. Behind "after" the act is the first verb, or the noun that is spoken of.
    """
    for after in range(trigger - 1, 1, -1):
        if tree.lemmas[after] == "after" and tree.lemmas[after - 1] in _LENGTHS:
            if tree.tags[trigger].startswith("NN") and tree.head[trigger] != after:
                return 0
            counted, before = tree.words[after - 2].lower(), tree.words[max(0, after - 3)].lower()
            if before in _NO_COUNTS:
                return 0  # "agree to cut tariffs for ninety days after talks"
            return _count(counted, tree.lemmas[after - 1]) if counted not in _NO_COUNTS else 0
        if tree.pos[after] == "VERB" or tree.words[after] in {",", ";", ":", "-", "–", "—", "when", "that", "who", "which"}:
            return 0
    return 0


_NO_COUNTS = frozenset("last this next that same past every each the in for over of within during by recent".split())
"""What stands before a unit that counts nothing: "gained speed last month after they met", "the lowest in years after"."""
_LONG_UNITS = {"month": 1, "year": 12, "decade": 120, "century": 1200}


def years_back(tree: Tree, trigger: int, dates: list[DatePhrase], published: date) -> Dating | None:
    """Return the year of an act after which over a month went by: "ten years after Russia invaded", "66 years since the raid".

    They are counted from the publication, or from the year that the words around give: "sued in 2016, three years after".
    """
    for token in tree.upward(trigger):
        verb = tree.pos[token] in {"VERB", "AUX"}
        for link in tree.kids(token, "mark") if verb else [tree.head[token]] if tree.deps[token] == "pobj" else []:
            counted = link and tree.lemmas[link - 1] in _LONG_UNITS and tree.words[max(0, link - 2)].lower() not in _NO_COUNTS
            if tree.lemmas[link] in {"after", "since"} and counted:
                months = _number(tree.words[max(0, link - 2)]) * _LONG_UNITS[tree.lemmas[link - 1]]
                year = max(1, (_counted_from(tree, token, dates, published) - months) // 12)
                words = tree.text[tree.starts[max(0, link - 2)] : tree.ends[link]]
                return Dating(date(year, 1, 1), date(year, 12, 31), "year", words, "sentence") if months > 1 else None
        if verb:
            return None
    return None


def _counted_from(tree: Tree, clause: int, dates: list[DatePhrase], published: date) -> int:
    """Return the month, counted from the year 0, from which a clause counts back: the end of a year told outside of it."""
    inside = set(tree.subtree(clause))
    for phrase in dates:
        span = tree.token_at(phrase.start, phrase.end)
        if phrase.precision == "year" and span is not None and span[0] not in inside and phrase.back[1] < published:
            return phrase.back[0].year * 12 + 11
    return published.year * 12 + published.month - 1


def _number(word: str) -> int:
    """Return the number that a word says, two where it gives none: "decades after", "some years since"."""
    try:
        return steps_of("a" if word.lower() in {"the", "an"} else word, "year")[1]
    except ValueError:
        return 2


def days_earlier(tree: Tree, trigger: int, dating: Dating, dates: list[DatePhrase], days: int) -> Dating:
    """Return the date of an act that was some days before another: "two days after an Iranian attack"."""
    inside = set(tree.subtree(trigger))
    own = (span for one in dates if (span := tree.token_at(one.start, one.end)) is not None and not one.since)
    if any(span[0] in inside for span in own):
        return dating
    first = dating.day - timedelta(days=days)
    return replace(dating, day=first, last=first, precision="day", basis="sentence", text=dating.text or f"{days} days after")


def _count(word: str, unit: str) -> int:
    try:
        return steps_of("a" if word.lower() in {"the", "an"} else word, unit)[1] * _LENGTHS[unit]
    except ValueError:  # "some days after"
        return 0
