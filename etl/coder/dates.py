"""When an act took place: date phrases, their resolution to days, and which phrase belongs to which act.

A phrase gives a first and a last day and a precision; it is resolved against the publication day, or, where it says "a day
later", against the date before it. Weekdays and months without a year look back for what has happened and ahead for what is
announced.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from datetime import date, timedelta

from etl.coder.days.almanac import NAMES
from etl.coder.days.backgrounds import of_a_plan, of_the_background
from etl.coder.days.deadlines import begins_ahead, is_deadline, is_to_be_met
from etl.coder.days.owners import (
    arcs_between,
    elsewhere,
    foretold,
    is_matter,
    is_timed,
    of_an_occasion,
    of_another_clause,
    of_its_grounds,
    of_the_plan,
    of_the_promise,
    set_off,
    times_the_act,
)
from etl.coder.days.patterns import RULES, WEEKDAY, open_gates
from etl.coder.days.periods import Span
from etl.coder.days.phrases import DatePhrase, Dating, near, phrase_of, touches
from etl.coder.days.schedules import sooner_ahead
from etl.coder.days.steps import at, in_that_year, is_step, names_an_hour, stepped_from, stepped_on
from etl.coder.tree import Tree

_WEEK = timedelta(days=6)  # from its first day to its last
_ERA = timedelta(days=4000)  # a longer stretch that is not over dates nothing
_ANOTHERS = 3  # arcs that a phrase lies farther off for each other verb in between: it is that one's
_OLD = 3  # arcs that history lies farther off than a day of these weeks: "found liable on Monday for a theft ten years ago, Mali paid"
_CLOSE = 1  # arcs from an act to a date that is its own: "was charged on Friday with breaking into the bank in 2016"
_BESIDE = re.compile(r",\s+(?:on\s+)?", re.IGNORECASE)
_THAT = re.compile(r"\b(?:that|same|previous|preceding|before)\b", re.IGNORECASE)
# "OBO, Central African Republic, April 20 - ", "SEOUL, June 18 (Yonhap) -- ": when and where it was written.
_DATELINE = re.compile(
    r"\W{0,3}(?:[A-Z][\w.'’-]*,?\s+(?:(?:and|of|the)\s+)?){1,7}\d{1,2}(?:,?\s+\d{4})?\s*(?:\([^()]{1,30}\)\s*)?(?:[-–—]{1,3})\s+(?=[A-Z“\"])"
)
# "bans imports from Feb. 1", "effective July 1": the nearer of the two days that a day and month may mean.
_EFFECTIVE = re.compile(r"\b(?:from|effective|starting|beginning|as of|with effect from)(?: on)? $", re.IGNORECASE)
_AS_OF = re.compile(r"\bas of $", re.IGNORECASE)
_BACK_TO = re.compile(r"last\b", re.IGNORECASE)
_TO_COME = re.compile(
    r"\b(?:will|would|shall|(?:is|are|was|were) (?:to|due|set|expected|scheduled|slated)|plans? to|due|ahead of)\b[^.;:]*$",
    re.IGNORECASE,
)


def phrases(text: str, published: date, anchor: DatePhrase | None = None) -> list[DatePhrase]:
    """Return the date phrases of a sentence, longest reading first, never overlapping, in order of the words.

    `anchor` is the last date of the sentences before, from which "two days later" is counted where the sentence itself names no
    date before it.
    """
    gates = open_gates(text)
    found = _fixed(text, published, gates) if gates else []
    if "unit" in gates or names_an_hour(text):
        found = stepped_on(text, stepped_from(text, found), published, anchor)
    if gates & {"month", "season"} and _THAT.search(text):
        found = in_that_year(text, found, published, anchor)
    if found and (dateline := _DATELINE.match(text)) is not None:
        behind = [one for one in found if one.start >= dateline.end()]
        found = behind if any(one.precision == "day" for one in behind) else found
    return list(_said_twice(text, found)) if len(found) > 1 else found


def anchored(found: Sequence[DatePhrase], text: str, published: date, anchor: DatePhrase | None) -> DatePhrase | None:
    """Return the date from which the next sentence counts "the same day": the last day named that has come, by weekday first.

    `found` are the phrases of `text`, `anchor` is the date from which that counted. What "will" be on a day has not come.
    """
    if not found:
        return anchor
    past = bygone(found, text)
    if not past and anchor is not None:
        return anchor
    come = [one for one in past if one.precision == "day" and near(one, published) and one.back[0] <= published and not one.since]
    named = [one for one in come if WEEKDAY.search(one.text)]
    if come:
        return at((named or come)[-1])
    return anchor if found[-1].ahead[0] > published and anchor is not None else at(found[-1])


def bygone(found: Iterable[DatePhrase], text: str) -> list[DatePhrase]:
    """Return the phrases of a text that do not say when something will be, or until when it has time."""
    return [
        one
        for one in found
        if not _TO_COME.search(text[: one.start]) and not _EFFECTIVE.search(text[: one.start]) and not is_deadline(one, text)
    ]


def _said_twice(text: str, found: Sequence[DatePhrase]) -> Iterator[DatePhrase]:
    """Yield the phrases but for the vaguer of two that say the same: "last week, on 29 June", "on 20 April, three days earlier"."""
    for number, phrase in enumerate(found):
        beside = [*found[max(0, number - 1) : number], *found[number + 1 : number + 2]]
        twins = [one for one in beside if _BESIDE.fullmatch(text[min(one.end, phrase.end) : max(one.start, phrase.start)])]
        step = is_step(phrase.text)
        if not any(one.precision == "day" and (phrase.precision != "day" or (step and not is_step(one.text))) for one in twins):
            yield phrase


def names_a_fresh_day(dates: Iterable[DatePhrase], published: date) -> bool:
    """Whether one of the dates of a sentence is a day or a week that lies within thirty days of the publication."""
    return any(near(one, published) for one in dates if one.precision in {"day", "week"} and not one.since)


def _fixed(text: str, published: date, gates: AbstractSet[str]) -> list[DatePhrase]:
    """Return the phrases that need no other date than the publication day."""
    found: list[DatePhrase] = []
    taken: list[tuple[int, int]] | None = None
    for gate, pattern, resolve in RULES:
        if gate not in gates:
            continue
        for match in pattern.finditer(text):
            if taken is None:
                taken = [name.span() for name in NAMES.finditer(text)]
            if touches(match.span(), taken):
                continue
            try:
                reading = resolve(match, published)
            except (ValueError, OverflowError):  # 31 June and the like
                continue
            if reading is not None:
                taken.append(match.span())
                found.append(phrase_of(text, *match.span(), reading))
    return sorted(found, key=lambda phrase: phrase.start)


def date_of(tree: Tree, trigger: int, found: list[DatePhrase], published: date, *, future: bool) -> Dating:
    """Return the date of an act: the phrase nearest to its trigger in the tree, else the publication day.

    A phrase that hangs on the reporting verb dates the report: it dates a past act only if nothing nearer does, a future act
    never.
    """
    best: tuple[int, DatePhrase] | None = None
    for phrase in found:
        span = tree.token_at(phrase.start, phrase.end)
        if span is None:
            continue
        head = tree.span_head(*span)
        distance = arcs_between(tree, trigger, head)
        if distance is None or distance > 7 or elsewhere(tree, trigger, phrase, head) or set_off(tree, trigger, head):
            continue
        timed = tree.deps[head] == "prep" or is_timed(tree, head) or of_an_occasion(tree, head)
        planned = future and phrase.ahead[0] >= published and timed
        if not planned and of_its_grounds(tree, trigger, head):
            continue  # but "will visit Fiji for talks from July 1 to 3"
        told_ahead = of_the_plan(tree, trigger, head) or (not near(phrase, published) and foretold(tree, trigger, head))
        if not future and (told_ahead or of_a_plan(tree, trigger, phrase.start, head)):
            continue  # "will visit Peru in June, whose envoy has rejected", "thanked Kim and said they would meet on June 12"
        if future and (phrase.since or of_the_promise(tree, trigger, head)):
            continue  # "has been there since Saturday and is to leave", "agreed in July to reopen it"
        if phrase.back[1] - phrase.back[0] > _ERA and phrase.back[0] < published <= phrase.back[1]:
            continue  # "in the 21st century"
        if not near(phrase, published) and _is_of_else(tree, trigger, phrase, head):
            continue
        before = tree.text[: phrase.start]
        if _EFFECTIVE.search(before) and trigger not in tree.upward(head):
            continue  # "raised tariffs effective Wednesday and refused to talk"
        if not future and is_to_be_met(tree, trigger, phrase, published):
            continue  # "ordered her to leave by Sept. 1"
        ahead = future or begins_ahead(tree, trigger, phrase, published)
        first, last = _days(phrase, _without_sum(tree, trigger, before), published, future=ahead)
        if future and last < published - timedelta(days=1):
            continue
        if not future and first > published + timedelta(days=1) and not _EFFECTIVE.search(before):
            continue
        close = distance <= _CLOSE and not phrase.since and head in tree.subtree(trigger)
        fresh = near(phrase, published) or sooner_ahead(phrase, published)
        distance += _ANOTHERS * _verbs_between(tree, trigger, head) + (0 if close or fresh else _OLD)
        if best is None or distance < best[0]:
            best = (distance, phrase)
    if best is None:
        return Dating(published, published, "day", None, "published")
    future = future or begins_ahead(tree, trigger, best[1], published)
    before = _without_sum(tree, trigger, tree.text[: best[1].start])
    first, last = _days(best[1], before, published, future=future)
    day = min(max(first, published), last) if future and first < published <= last else _singled_out(best[1], first, published)
    return Dating(day, last, best[1].precision, best[1].text, "sentence", best[1].since)


def _is_of_else(tree: Tree, trigger: int, phrase: DatePhrase, head: int) -> bool:
    """Whether a day that is not of these weeks is that of another clause, of an act's matter or of its background."""
    if is_matter(tree, trigger, head) or of_another_clause(tree, trigger, head):
        return True
    return of_the_background(tree, trigger, phrase.start, head)


def _verbs_between(tree: Tree, trigger: int, phrase: int) -> int:
    """Return how many other verbs stand between a phrase and the clause of an act: "said on Saturday it freed him on Friday"."""
    own = next((token for token in tree.upward(trigger) if tree.pos[token] == "VERB"), trigger)
    up = list(tree.upward(own))
    down = list(tree.upward(phrase))
    common = next((token for token in up if token in down), own)
    between = {*up[: up.index(common) + 1], *down[: down.index(common) + 1]} - {own}
    between -= {
        token for token in between if tree.deps[token] == "xcomp" and tree.head[token] == trigger
    }  # "is due to be received"
    between -= {token for token in between if times_the_act(tree, trigger, token)}
    return sum(tree.pos[token] == "VERB" for token in between)


def _days(phrase: DatePhrase, before: str, published: date, *, future: bool) -> Span:
    """Return first and last day of a phrase; of a day from which something holds, those nearer to the publication."""
    ahead_is_near = abs(phrase.ahead[0] - published) < abs(phrase.back[0] - published)
    weekday = WEEKDAY.search(phrase.text) is not None and not _BACK_TO.match(phrase.text)
    effective = phrase.precision == "day" and (weekday or (ahead_is_near and any(map(str.isdigit, phrase.text))))
    return phrase.days(future=future or (effective and bool(_EFFECTIVE.search(before))))


def _without_sum(tree: Tree, trigger: int, before: str) -> str:
    """Return the words before a date but for those up to which day something is summed: "as of Monday it had revoked 300 visas"."""
    perfect = any(tree.words[aux].lower() == "had" for aux in tree.kids(trigger, "aux"))
    return _AS_OF.sub("", before) if perfect else before


def _singled_out(phrase: DatePhrase, first: date, published: date) -> date:
    """Return the day of a phrase that is best given: of "two weeks ago" the same weekday, of "overnight" the day it ran into."""
    words = phrase.text.lower()
    if phrase.precision == "week" and words.endswith("ago") and phrase.back[1] - phrase.back[0] == _WEEK:
        return first + timedelta(days=published.weekday())
    return phrase.back[1] if words.endswith("overnight") else first
