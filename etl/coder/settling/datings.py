"""When an act took place, of all that its sentence says of days: what is planned, agreed, lapsed, or long ago."""

import re
from dataclasses import dataclass, replace
from datetime import date

from etl.coder.acts import Act
from etl.coder.dates import date_of
from etl.coder.days.attribution import date_of_saying, days_of_saying
from etl.coder.days.phrases import NEWS_REACH, DatePhrase, Dating, near
from etl.coder.days.schedules import (
    agreed_for,
    day_when,
    days_before,
    days_before_by_words,
    days_earlier,
    in_the_past_tense,
    lapsed_on,
    next_month,
    of_the_occasion,
    of_the_threat,
    said_on,
    sooner_ahead,
    still_to_come,
    was_planned,
    years_back,
)
from etl.coder.grammar.measures import coming_into_force
from etl.coder.sentences import LEAD, Sentence
from etl.coder.status.bygones import is_followed
from etl.coder.status.retrospects import outlived
from etl.coder.tree import Tree
from etl.dictionaries import ActLexicon
from etl.records import LIVE

_SCHEDULABLE = frozenset({"04", "05", "06", "07", "08"})
_UNTIL = re.compile(r"\b(?:until|till|through|to|by)\s+(?:the\s+)?(?:end of\s+)?$", re.IGNORECASE)  # "delays tariffs until 2027"
_DAYS_OF_A_THIRD = 10  # "in late November"


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence with its parse, the date phrases in it, and the day on which it was published."""

    sentence: Sentence
    tree: Tree
    dates: list[DatePhrase]
    published: date


class Datings:
    """Gives acts their dates, and the status that goes with them."""

    def __init__(self, lexicon: ActLexicon) -> None:
        """Take the frames, for what an act is called that is only announced."""
        self._lexicon = lexicon

    def dated(self, told: Told, act: Act) -> tuple[Act, Dating]:
        """Return an act, as announced or recalled where its date says so, and its date."""
        tree, dates, published = told.tree, told.dates, told.published
        # What is planned is dated ahead; what was agreed, promised or offered by its own date, else by the words that did so.
        given = act.operators[:1] in {("agree",), ("propose",)} or in_the_past_tense(tree, act.trigger)
        dating = _by_the_words(told, act, ahead=(act.status == "announced" and not given) or coming_into_force(tree, act.trigger))
        if given and act.status == "announced":
            dating = agreed_for(tree, act.trigger, dates, published) or dating
        if act.status == "hypothetical" and dating.last + NEWS_REACH < published:
            said = list(days_of_saying(tree, dates, {"day", "month"}))
            maybe = [one for one in dates if sooner_ahead(one, published) and one not in said]
            coming = dates if tree.is_infinitive(act.trigger) else maybe
            ahead = date_of(tree, act.trigger, coming, published, future=True)  # "plans to visit in June", "may visit in June"
            dating = ahead if ahead.basis == "sentence" and not _told_of_the_past(tree, act.trigger) else dating
        if act.status == "announced":
            dating = still_to_come(tree, dating, dates, published) or dating
            if dating.basis != "sentence" and act.code == "036":
                dating = of_the_occasion(tree, dates, published) or dating
        if act.status == "happened" and (when := day_when(tree, act.trigger, dates)) is not None:
            dating = when
        gone = _long_ago(told, act)
        if gone is not None:
            act, dating = replace(act, status="recalled"), gone
        elif (days := days_before(tree, act.trigger) or days_before_by_words(tree, act.trigger)) and act.status == "happened":
            dating = days_earlier(tree, act.trigger, dating, dates, days)
        scheduled = self._scheduled(told, act)
        if scheduled is not act:
            act = scheduled
            dating = date_of(tree, act.trigger, dates, published, future=True)
        return (_thought_past(told, act, dating) if act.status == "recalled" and gone is None else act), dating

    def _scheduled(self, told: Told, act: Act) -> Act:
        """Return an act whose own date lies ahead as an announcement of it ("holds talks on Sunday", "visits next week")."""
        tree, published, text = told.tree, told.published, told.sentence.text
        if act.status != "happened" or act.code[:2] not in _SCHEDULABLE or tree.tags[act.trigger] in {"VBD", "VBN"}:
            return act
        if is_followed(tree, act.trigger):
            return act
        # In running text the present tense with a weekday looks ahead ("When Xi meets Trump on Thursday"); headlines say
        # "meets" of the past.
        above = tree.head[act.trigger]
        verb = act.trigger if tree.tags[act.trigger].startswith("VB") or tree.deps[act.trigger] != "dobj" else above
        present = not told.sentence.is_title and tree.tags[verb] in {"VBZ", "VBP"}
        coming = [
            one
            for one in told.dates
            if not _UNTIL.search(text[: one.start] + one.text.split()[0] + " ")
            and not _UNTIL.search(text[: one.start])
            and one.ahead[0] > published
            and (one.back[0] > published or (present and one.precision == "day") or next_month(one, tree, act.trigger, published))
        ]
        ahead = date_of(tree, act.trigger, coming, published, future=True)
        if ahead.text is None:
            return act
        code = self._lexicon.compose("intend", act.code)
        return replace(act, code=code or act.code, status="announced")


def _by_the_words(told: Told, act: Act, *, ahead: bool) -> Dating:
    """Return the date that the nearest phrase gives; of a plan the day it is for, not the day on which it was told."""
    tree, dates, published = told.tree, told.dates, told.published
    said = of_the_threat(tree, act.trigger, dates, published)
    plan = ahead and act.code[:2] == "03"
    reported = [*said_on(tree, act.trigger, dates), *days_of_saying(tree, dates)] if plan else []
    if reported:
        coming = [phrase for phrase in dates if phrase not in reported]
        dating = date_of(tree, act.trigger, coming, published, future=True)
        return date_of_saying(reported, published) if dating.basis != "sentence" and act.code != "036" else dating
    measure = act.code[:2] == "16" and act.operators[:1] == ("intend",)
    if measure and (planned := [phrase for phrase in dates if phrase not in said]):  # "plans to raise duties on Friday"
        return date_of(tree, act.trigger, planned, published, future=True)
    return date_of(tree, act.trigger, said if act.code[:2] == "13" else dates, published, future=ahead)


def _told_of_the_past(tree: Tree, trigger: int) -> bool:
    """Whether what may have been was in the past: "could have visited in June", "asked whether he met him in June"."""
    return in_the_past_tense(tree, trigger) or any(tree.lemmas[aux] == "have" for aux in tree.kids(trigger, "aux"))


def _long_ago(told: Told, act: Act) -> Dating | None:
    """Return the date of what lies far back by the words: a plan that lapsed, "ten years after Russia invaded"."""
    tree, dates, published = told.tree, told.dates, told.published
    lapsed = act.status == "announced" and was_planned(tree, act.trigger)
    gone = lapsed_on(dates, published) if lapsed else None
    gone = gone or (years_back(tree, act.trigger, dates, published) if act.status in LIVE else None)
    return gone or (outlived(tree, act.trigger, dates, published) if act.status in LIVE | {"recalled"} else None)


def _thought_past(told: Told, act: Act, dating: Dating) -> Act:
    """Return an act that the model takes for background as done, where its own words give a day of these weeks, or another's date
    in the lead misled it.
    """  # noqa: D205 - one sentence
    if dating.basis != "sentence":
        anothers = told.sentence.index <= LEAD and any(not near(one, told.published) for one in told.dates)
        return replace(act, status="happened") if anothers else act
    close = dating.precision in {"day", "week"} or (dating.last - dating.day).days <= _DAYS_OF_A_THIRD
    fresh = close and abs(told.published - dating.last) <= NEWS_REACH
    return replace(act, status="happened") if fresh else act
