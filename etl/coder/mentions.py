"""From acts to mentions: dates, recalled history, whose word it is, confidence, and one code for one act."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from etl.coder.actors import Actor
from etl.coder.acts import Act
from etl.coder.days.phrases import NEWS_REACH, DatePhrase, Dating
from etl.coder.grammar.slots import Grammar
from etl.coder.places import Places
from etl.coder.recall.antecedents import SAYING
from etl.coder.roots import PHYSICAL
from etl.coder.sentences import LEAD, Sentence
from etl.coder.settling.datings import Datings, Told
from etl.coder.status.bygones import (
    before,
    counted,
    habitual,
    had_been,
    known_for,
    lasting,
    only_describes,
    over_past,
    told_by_a_work,
    used_to,
)
from etl.coder.status.customs import customary, standing
from etl.coder.status.flashback import begins_long_ago
from etl.coder.status.retrospects import beside_the_gone, is_almanac
from etl.coder.status.terms import on_the_stump, out_of_office
from etl.coder.tree import Tree
from etl.dictionaries import Lexicon
from etl.records import LIVE, Article, Mention, Party

_EARLIER = re.compile(r"earlier (?:this|in the) year", re.IGNORECASE)
_ON_A_WAR_FOOTING = re.compile(r"\bwartime[\w ”’\"']{0,3} (?:state|footing|posture|readiness)\b")
_FIRST_MONTHS = 3  # after March "earlier this year" is mostly more than thirty days ago
_SURE = 0.7  # confidence
_GONE = timedelta(days=3653)
_REMEMBERING = frozenset({"recall", "remember", "commemorate", "reminisce", "mourn"})
_JUBILEES = frozenset({"anniversary", "centenary", "jubilee", "bicentenary", "commemoration"})
_WEAK_BASES = frozenset({"coreference", "home", "city", "territory"})


class Reporter:
    """Turns the acts of a sentence into mentions."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._places = Places(lexicon.places)
        self._datings = Datings(lexicon.acts)

    def mentions(
        self,
        article: Article,
        sentence: Sentence,
        grammar: Grammar,
        acts: Sequence[Act],
        dates: list[DatePhrase],
        *,
        is_past: bool = False,
        long_ago: DatePhrase | None = None,
        told_before: str | None = None,
    ) -> list[Mention]:
        """Return the mentions of one sentence, one for each pair and act, in order of the trigger words.

        With `is_past` the sentence goes on from an old date before it (`status.flashback`), with `long_ago` from that year
        (`status.retrospects`), with `told_before` from the words of one in the pluperfect (`status.terms`).
        """
        day = article.published_at.date()
        is_past = is_past or begins_long_ago(dates, day)
        made = [self._mention(article, sentence, grammar, act, dates) for act in acts]
        made = self._of_their_terms(made, acts, grammar, day, told_before)
        if long_ago is not None:
            made = [_of_old(one, long_ago) for one in made]
        made = [_placed_in_past(one, act, grammar.tree) if is_past else one for one, act in zip(made, acts, strict=True)]
        return _distinct([_of_its_old_day(one, dates, day) for one in made])

    def _mention(self, article: Article, sentence: Sentence, grammar: Grammar, act: Act, dates: list[DatePhrase]) -> Mention:
        tree = grammar.tree
        published = article.published_at.date()
        act, dating = self._datings.dated(Told(sentence, tree, dates, published), act)
        status = self._final_status(grammar, act, dating, sentence, published)
        start, end = tree.starts[act.trigger], tree.ends[act.trigger]
        return Mention(
            article_id=article.article_id,
            sentence_index=sentence.index,
            evidence=sentence.text,
            source=_party(act.source, sentence),
            target=_party(act.target, sentence),
            trigger_text=sentence.text[start:end],
            trigger_start=start,
            trigger_end=end,
            event_code=act.code,
            status=status,
            speaker_country=act.speaker or speaker(self._lexicon, grammar, act),
            event_date=dating.day,
            date_precision=dating.precision,
            date_text=dating.text,
            date_basis=dating.basis,
            rule_id=act.rule_id,
            confidence=_confidence(act, status, sentence) if act.confidence is None else round(act.confidence, 2),
            place=self._places.of(grammar, act, sentence.text),
        )

    def _of_their_terms(
        self, made: Sequence[Mention], acts: Sequence[Act], grammar: Grammar, day: date, told_before: str | None
    ) -> list[Mention]:
        """Return as recalled what somebody did in the office he has left, or as a candidate; what two do, both did then."""
        names = self._lexicon.actors.phrases
        gone = {
            (act.trigger, *pair)
            for act in acts
            if out_of_office(grammar, act, names, day, told_before) or on_the_stump(grammar.tree, act, names, day)
            for pair in ((act.source.key, act.target.key), (act.target.key, act.source.key))
        }
        return [
            replace(one, status="recalled")
            if (act.trigger, act.source.key, act.target.key) in gone and one.status in LIVE and one.date_basis != "sentence"
            else one
            for one, act in zip(made, acts, strict=True)
        ]

    def _final_status(self, grammar: Grammar, act: Act, dating: Dating, sentence: Sentence, published: date) -> str:
        """Return the status of an act with all that its date and the words around it say of the past."""
        tree = grammar.tree
        status = self._status(act, dating, sentence, published)
        if status == "happened" and (lasting(tree, act.trigger) or self._referred_to(tree, act, dating, sentence, published)):
            return "recalled"
        undated = dating.basis != "sentence"
        if status == "announced" and undated and before(tree, act.trigger):
            return "recalled"  # "once expressed its readiness"
        if status in LIVE and (is_almanac(sentence.text) or beside_the_gone(grammar, act.trigger, published)):
            return "recalled"
        return "recalled" if status in LIVE and undated and over_past(tree, act.trigger) else status

    @staticmethod
    def _referred_to(tree: Tree, act: Act, dating: Dating, sentence: Sentence, published: date) -> bool:
        """Whether an undated act is only referred to: what it was before, or behind the lead by a bare noun.

        Of 38 acts that bare nouns told behind the lead of 400 articles ("after Russia's annexation of Crimea", "Obama's visits
        to Cuba were") six were news of their day.
        """
        if any(is_past(tree, act.trigger) for is_past in (_commemorated, habitual, customary, used_to, told_by_a_work)):
            return True
        if sentence.index and standing(tree, act.trigger, act.code):
            return True
        if dating.basis == "sentence":  # "breached its airspace three times on Monday"
            return counted(tree, act.trigger) and dating.precision not in {"day", "week"}
        if counted(tree, act.trigger) or only_describes(tree, act.trigger) or known_for(tree, act.trigger):
            return True
        if any(left + _GONE < published for left in _long_gone(act)):  # Kim Il Sung, Brezhnev
            return True
        bare = act.rule_id.startswith("noun:") and not act.operators and not _speaks_there(tree, act.trigger)
        return before(tree, act.trigger) or (sentence.index > LEAD and (bare or had_been(tree, act.trigger)))

    def _status(self, act: Act, dating: Dating, sentence: Sentence, published: date) -> str:
        if act.status not in LIVE:
            return act.status
        past = dating.last + NEWS_REACH < published or (dating.precision == "year" and dating.last.year < published.year)
        past = past or (bool(_EARLIER.match(dating.text or "")) and published.month > _FIRST_MONTHS)
        if act.status == "announced":  # a day in October may be looked back to or ahead; a year ago is history
            past = dating.last + timedelta(days=365) < published
        since = dating.since and dating.last < published - timedelta(days=7) and act.status == "happened"
        if dating.basis == "sentence" and (past or since):
            return "recalled"
        if (
            self._lexicon.acts.history.search(_ON_A_WAR_FOOTING.sub("", sentence.text))
            and act.status == "happened"
            and act.code[:2] in PHYSICAL
        ):
            return "recalled"
        return act.status


_SPEAKING = SAYING | frozenset("pledge warn urge vow promise stress insist reiterate praise condemn hail call".split())


def _speaks_there(tree: Tree, noun: int) -> bool:
    """Whether a journey is news for what its traveller says on it: "Kerry pledged during a visit to Seoul"."""
    within, verb = tree.head[noun], tree.head[tree.head[noun]]
    journey = tree.deps[noun] == "pobj" and tree.lemmas[noun] in {"visit", "trip", "tour"}
    told = tree.head[verb] == verb and tree.lemmas[verb] in _SPEAKING and tree.tags[verb] in {"VBD", "VBZ"}
    return journey and tree.lemmas[within] in {"during", "on"} and told


def _of_its_old_day(mention: Mention, dates: Sequence[DatePhrase], published: date) -> Mention:
    """Return what is told of the past with the one old date before it: "In 2019 drones hit it, an attack blamed on Iran"."""
    if mention.status != "recalled" or mention.date_basis != "published":
        return mention
    told = [one for one in dates if one.start < mention.trigger_start and not one.since]
    if len(told) != 1 or told[0].back[1] + NEWS_REACH >= published:
        return mention
    old = told[0]
    return replace(mention, event_date=old.back[0], date_precision=old.precision, date_text=old.text, date_basis="sentence")


def doubted(mention: Mention) -> Mention:
    """Return a mention from behind the lead as background, if nothing dates it and rules and model are not at one about it.

    Of 26 such acts in 400 articles of the press 9 were right by hand, though 10 of 13 in our own long articles were: these name
    their matter more plainly.
    """
    undated = mention.date_basis == "published" and mention.sentence_index > LEAD
    if undated and mention.status in LIVE and mention.confidence < _SURE:
        return replace(mention, status="recalled")
    return mention


def dated_as(mention: Mention, phrase: DatePhrase) -> Mention:
    """Return a mention of what has happened with a date that another sentence gives, if its own gives none."""
    if mention.status != "happened" or mention.date_basis != "published":
        return mention
    return replace(
        mention, event_date=phrase.back[0], date_precision=phrase.precision, date_text=phrase.text, date_basis="article"
    )


def led(mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the mentions of an article; those of its headline as the lead tells of them, to come or on which day."""
    yield from dated_by_lead(tuple(announced_by_lead(mentions)))


def announced_by_lead(mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the mentions of an article; talks that its headline names by a noun lie ahead where the lead says so.

    "Peru-Chile dialogue draws attention" is one to come if the first sentences say that it will be held, and none that it was.
    """
    ahead, held = set[frozenset[str]](), set[frozenset[str]]()
    for one in mentions:
        pair = _pair(one)
        if 0 < one.sentence_index <= LEAD and (one.event_code, one.status) == ("036", "announced"):
            ahead.add(pair)
        elif one.sentence_index > 0 and one.event_root_code == "04" and one.status == "happened":
            held.add(pair)
    for one in mentions:
        pair = _pair(one)
        named = one.sentence_index == 0 and one.event_root_code == "04" and one.rule_id.startswith("noun:")
        if named and one.status == "happened" and pair in ahead - held:
            yield replace(one, event_code="036", status="announced", rule_id=f"{one.rule_id}~announced")
        else:
            yield one


def _pair(mention: Mention) -> frozenset[str]:
    return frozenset({mention.source.country or mention.source.role, mention.target.country or mention.target.role})


def dated_by_lead(mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the mentions of an article; what a headline tells without a day has the day that the lead gives the same act.

    The first sentence tells the headline's act, whatever it calls it: one day for all that the two do there is the headline's.
    """
    dated: dict[tuple[str | None, ...], Mention] = {}
    days: dict[tuple[str | None, ...], set[date]] = {}
    for one in reversed(mentions):
        if 0 < one.sentence_index <= LEAD and one.date_basis == "sentence":
            way = (one.source.country, one.target.country, one.status)
            dated[*way, one.event_root_code] = dated[*way, one.event_code] = one
            if one.sentence_index == 1 and None not in way:
                dated[way] = one
                days.setdefault(way, set()).add(one.event_date)
    for one in mentions:
        way = (one.source.country, one.target.country, one.status)
        same, very_same = dated.get((*way, one.event_root_code)), dated.get((*way, one.event_code))
        if same is not None and very_same is not None and very_same.sentence_index == same.sentence_index:
            same = very_same
        told = same or (dated.get(way) if len(days.get(way, ())) == 1 else None)
        undated = one.date_basis == "published" or (
            one.date_basis == "article" and same is not None and same is very_same and same.date_precision == "day"
        )
        if one.sentence_index == 0 and told is not None and (undated or _is_day_of(told, one)):
            yield replace(
                one,
                event_date=told.event_date,
                date_precision=told.date_precision,
                date_text=told.date_text,
                date_basis="article",
            )
        else:
            yield one


def _is_day_of(told: Mention, rough: Mention) -> bool:
    """Whether a mention tells the very day of the week or month that another gives: "to visit this week", then "on Thursday"."""
    if told.date_precision != "day" or rough.date_precision not in {"week", "month"}:
        return False
    exact, within = told.event_date, rough.event_date
    if rough.date_precision == "week":
        return exact.isocalendar()[:2] == within.isocalendar()[:2]
    return (exact.year, exact.month) == (within.year, within.month)


def _placed_in_past(mention: Mention, act: Act, tree: Tree) -> Mention:
    """Return a mention of a sentence that tells of long ago: what it tells in the past tense or by a noun is recalled."""
    verb = next((word for word in (act.trigger, *tree.ancestors(act.trigger)) if tree.pos[word] in {"VERB", "AUX"}), act.trigger)
    now = {"have", "has", "is", "are", "will"} & {tree.words[kid].lower() for kid in tree.kids(verb, "aux", "auxpass")}
    if mention.status != "happened" or mention.date_basis == "sentence" or now or tree.tags[verb] not in {"VBD", "VBN"}:
        return mention
    return replace(mention, status="recalled")


def _of_old(mention: Mention, phrase: DatePhrase) -> Mention:
    """Return a mention without a date of its own with the old date that the sentence before it gives, as recalled."""
    if mention.status not in LIVE or mention.date_basis != "published":
        return mention
    first, text = phrase.back[0], phrase.text
    return replace(
        mention, status="recalled", event_date=first, date_precision=phrase.precision, date_text=text, date_basis="article"
    )


def _long_gone(act: Act) -> Iterator[date]:
    """Yield when those who act left their last office, if they have: a guest who comes, both who talk."""
    acting = [act.target] if act.code == "043" else [act.source]
    if act.code[:2] == "04" and act.code not in {"042", "043"}:
        acting.append(act.target)
    # whoever heads a body that bears his name is not he
    yield from (actor.left for actor in acting if actor.left is not None and actor.role == "ELI")


def _commemorated(tree: Tree, trigger: int) -> bool:
    """Whether an act is what an anniversary is of, or what somebody recalls: "the 10th anniversary of Kim's visit"."""
    above = list(tree.ancestors(trigger))
    if tree.deps[trigger] in {"dobj", "nsubjpass"} and tree.lemmas[above[0]] in _REMEMBERING:
        return tree.pos[trigger] == "NOUN"
    nearest = above[1:2] if tree.deps[trigger] == "pobj" else []
    return any(tree.lemmas[token] in _JUBILEES for token in nearest)


def speaker(lexicon: Lexicon, grammar: Grammar, act: Act) -> str | None:
    """Return the country on whose word an act is reported: the subject of the nearest reporting verb above it."""
    tree = grammar.tree
    for above in tree.ancestors(act.trigger):
        operators = lexicon.acts.operators.get(("verb", tree.lemmas[above]), ())
        if any(operator.operator == "say" for operator in operators):
            for subject in grammar.agents(above):
                for actor in grammar.actors(subject, loose=True):
                    return actor.country
    return None


def _party(actor: Actor, sentence: Sentence) -> Party:
    text = sentence.text[actor.start : actor.end] if actor.start is not None else actor.text
    return Party(actor.country, actor.role, actor.name, text, actor.start, actor.end, actor.basis)


def _confidence(act: Act, status: str, sentence: Sentence) -> float:
    """Return a score in 0..1: what goes wrong more often on our own gold costs something; not yet calibrated."""
    score = 0.9
    score -= 0.15 * any(actor.basis in _WEAK_BASES for actor in (act.source, act.target))
    score -= 0.10 * act.rule_id.startswith("noun:")
    score -= 0.10 * (status not in LIVE)
    score -= 0.05 * (len(act.operators) > 1)
    score += 0.05 * (act.rank >= 10)
    score -= 0.05 * (len(sentence.text) > 250)
    return round(max(0.05, min(score, 0.99)), 2)


def _distinct(mentions: Iterable[Mention]) -> list[Mention]:
    """Keep one mention for one act: of the same pair and root the most specific and surest.

    Who was arrested last week and charged on Monday has undergone two; the arrest alone is none where nothing dates it.
    """
    told = list(mentions)
    best: dict[tuple[str, str, str, bool, bool], Mention] = {}
    kept_in = {_way(one) for one in told if one.rule_id.endswith("~custody")}
    for mention in told:
        custody = mention.rule_id.endswith("~custody")
        if not custody and _way(mention) in kept_in and mention.date_basis != "sentence":
            continue
        key = (*_way(mention), custody)
        rival = best.get(key)
        if rival is None or _weight(mention) > _weight(rival):
            best[key] = mention
    return list(best.values())


def _way(mention: Mention) -> tuple[str, str, str, bool]:
    """Return what mentions of one act have in common: who does to whom, the root, and whether it is done or to come."""
    source, target = (side.country or side.role for side in (mention.source, mention.target))
    return source, target, mention.event_root_code, mention.status in LIVE


def _weight(mention: Mention) -> tuple[bool, float, float]:
    lodged = mention.event_code == "114"  # who lodges a protest and speaks his mind has protested
    specific = len(mention.event_code.rstrip("0")) + 0.5 * lodged
    return (lodged or not mention.rule_id.startswith("noun:"), specific, mention.confidence)
