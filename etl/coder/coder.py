"""The coder: articles in, mentions out. Splits, filters, parses in batches, and codes sentence by sentence in reading order."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache, partial
from itertools import islice

from etl import __version__, paths
from etl.coder.actors import Actor, Casting
from etl.coder.acts import Act
from etl.coder.coreference import Coreference
from etl.coder.dates import bygone, names_a_fresh_day, phrases
from etl.coder.days.phrases import DatePhrase
from etl.coder.grammar.slots import Grammar
from etl.coder.mentions import Reporter, dated_as, doubted, led
from etl.coder.naming.bearers import choose, shorts_of
from etl.coder.naming.setting import Setting
from etl.coder.parser import Parser
from etl.coder.predicates import Predicates
from etl.coder.recall.afflictions import Afflictions
from etl.coder.recall.glimpses import bare_actor, done_alone, glimpsed
from etl.coder.recall.home import desk_of, filed_from, home_of
from etl.coder.recall.memory import Memory
from etl.coder.recall.voices import HEARD, goes_on, opens, writer
from etl.coder.roots import UTTERED
from etl.coder.second_reader.arbitration import Arbiter
from etl.coder.second_reader.pointing import pointed
from etl.coder.second_reader.scene import Scene
from etl.coder.sentences import Sentence, dateline, sentences
from etl.coder.settling.aftermath import settled
from etl.coder.settling.agenda import Agenda
from etl.coder.settling.errands import without_errands
from etl.coder.settling.make_believe import MakeBelieve
from etl.coder.status.flashback import carried, dates_of, flashbacks
from etl.coder.status.retrospects import told_of_old
from etl.coder.status.terms import after_pluperfects
from etl.coder.text.headline import clauses, sentence_case
from etl.coder.text.language import is_english
from etl.coder.text.prefilter import Prefilter
from etl.coder.text.rewording import Rewording, reworded
from etl.coder.text.surrogate import original, stand_ins
from etl.coder.text.topics import shared_by_pair
from etl.coder.text.voicing import voiced
from etl.coder.tree import Tree
from etl.dictionaries import Lexicon, Name
from etl.dictionaries.phrases import Match
from etl.records import LIVE, Article, CodedArticle, Mention, short_hash

_ON_THE_WIRE = 3  # days between a dateline, or what an article tells, and the publication
_OPENING = (1, 2, 3)  # the sentences of which one may say when it was
# "Berlin had thrown out three two days earlier", "in the past 24 hours": no day on which an article opens.
_COUNTED = re.compile(r"\b(?:earlier|before|hours)$", re.IGNORECASE)
BATCH = 32  # articles parsed together; the parser gains nothing from more


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything the coder saw in one sentence; what `explain` prints and what mentions are made of."""

    sentence: Sentence
    tree: Tree
    grammar: Grammar
    acts: tuple[Act, ...]
    scene: Scene


_MOST_REWORDINGS = 3
"""So many verbs of one headline are made plain, each with another parse: its parts may all want it."""


class Coder:
    """Codes articles with one lexicon and one parser; holds no state between articles."""

    def __init__(self, lexicon: Lexicon, parser: Parser, arbiter: Arbiter | None = None) -> None:
        """Take the dictionaries, the parser, and who settles rules and relation model; without, the rules stand alone."""
        self.lexicon = lexicon
        self.parser = parser
        self.arbiter = arbiter
        self.casting = Casting(lexicon.actors)
        self._reporter = Reporter(lexicon)
        self._prefilter = Prefilter(lexicon)
        self._afflictions = Afflictions(lexicon.acts.classes["disaster"])
        frames = lexicon.acts.frames.items()
        said = dict.fromkeys(lexicon.acts.classes["utterance"], UTTERED)
        self._nouns = said | {
            lemma: frozenset(frame.code[:2] for frame in found) | said.get(lemma, frozenset())
            for (pos, lemma), found in frames
            if pos == "noun"
        }
        self._verbs = frozenset(
            lemma for table in (lexicon.acts.frames, lexicon.acts.operators) for pos, lemma in table if pos == "verb"
        )

    @property
    def version(self) -> str:
        """Names the code, the dictionaries and the language model: equal versions give equal mentions."""
        return f"{__version__}+{short_hash(_source_hash(), self.lexicon.version, self.parser.version, self.model_version)[:8]}"

    @property
    def model_version(self) -> str:
        """Names the relation model and the judge over it; empty where the rules stand alone."""
        return self.arbiter.version if self.arbiter else ""

    def code(self, articles: Iterable[Article]) -> Iterator[CodedArticle]:
        """Yield one coded article for each article, in order."""
        pending = iter(articles)
        while batch := list(islice(pending, BATCH)):
            plans = [self._plan(article) for article in batch]
            for plan, trees in zip(plans, self._parsed([plan.forms for plan in plans]), strict=True):
                yield self._code_article(plan, trees)

    def read(self, article: Article) -> Iterator[Reading]:
        """Yield what the coder sees in each candidate sentence of one article."""
        plan = self._plan(article)
        yield from self._readings(plan, self._parsed([plan.forms])[0], staged=True)

    def parse_alone(self, texts: Iterable[tuple[str, bool]]) -> Iterator[Tree]:
        """Yield the parse of each text that belongs to no article, in the way `code` reads it; True marks a headline."""
        alone = [Sentence(0 if is_title else 1, text, is_title) for text, is_title in texts]
        for one, trees in zip(alone, self._parsed([{one.index: self._parsed_form(one)} for one in alone]), strict=True):
            yield self._heard(trees[one.index], one)

    def _parsed(self, forms: Sequence[dict[int, str]]) -> list[dict[int, Tree]]:
        """Parse the sentences of several articles together, by number; headlines whose verb was missed once more, reworded."""
        texts = [text for article in forms for text in article.values()]
        found = map(original, self.parser.parse(map(stand_ins, texts)), texts)
        parsed = [dict(zip(article, islice(found, len(article)), strict=True)) for article in forms]
        chains: dict[int, list[Rewording]] = {}
        rest = {number: trees[0] for number, trees in enumerate(parsed) if 0 in trees}
        for _ in range(_MOST_REWORDINGS):
            again = [(number, rewording) for number, tree in rest.items() if (rewording := self._reworded(tree))]
            plain = [rewording.text for _, rewording in again]
            second = map(original, self.parser.parse(map(stand_ins, plain)), plain)
            rest = {}
            for (number, rewording), tree in zip(again, second, strict=True):
                chains.setdefault(number, []).append(rewording)
                rest[number] = parsed[number][0] = tree
        for number, chain in chains.items():
            texts = [forms[number][0], *(rewording.text for rewording in chain)]
            for rewording, text in zip(reversed(chain), reversed(texts[:-1]), strict=True):
                parsed[number][0] = rewording.restored(parsed[number][0], text)
        return parsed

    def _heard(self, tree: Tree, sentence: Sentence) -> Tree:
        return (
            voiced(shared_by_pair(tree, sentence.text, self.casting), sentence.text, self.casting) if sentence.is_title else tree
        )

    def _reworded(self, tree: Tree) -> Rewording | None:
        return reworded(tree, self._verbs, self.lexicon.actors)

    # --- one article --------------------------------------------------------------------------------------------------------

    def _plan(self, article: Article) -> "_Plan":
        """Split an article and choose the sentences that can hold a dyad."""
        if not article.text.strip() and not (article.title or "").strip():
            return _Plan(article, 0, [], {}, {}, "empty")
        if not is_english(article):
            return _Plan(article, 0, [], {}, {}, "language")
        found = sentences(article)
        day = article.published_at.date()
        named = {sentence.index: [m for m in self.casting.names(sentence.text) if self._linked(m, day)] for sentence in found}
        setting = self._setting(article, found, named)
        for sentence in found:  # who only sounds like a leader or a country is nobody in the rest of the article either
            named[sentence.index] = [
                match for match in named[sentence.index] if sentence.text[match.start : match.end] not in setting.strangers
            ]
        chosen = self._prefilter.chosen(found, named, setting.home)
        forms = {sentence.index: self._parsed_form(sentence) for sentence in chosen}
        read = [sentence for sentence in found if chosen and sentence.index <= chosen[-1].index]
        return _Plan(article, len(found), read, forms, named, None, setting, dates_of(read, day))

    def _setting(self, article: Article, found: list[Sentence], named: dict[int, list[Match[Name]]]) -> Setting:
        """Read whom the names of an article mean, and its home."""
        title, day = article.title or "", article.published_at.date()
        matches = [(sentence.text[match.start : match.end], match) for sentence in found for match in named[sentence.index]]
        everybody = (name for _, match in matches for name in match.values)
        setting = Setting.of(f"{title} {article.text}", everybody, self.lexicon.actors)
        meant = (choose(match.values, day) for word, match in matches if word not in setting.strangers)
        countries = (name.country for name in meant if name is not None and name.country)
        places, desk = self.lexicon.places, desk_of(article.text, self.lexicon.actors.phrases)
        return replace(
            setting,
            home=home_of(article.text, (one.text for one in found), countries, places, desk),
            here=filed_from(article.text, places),
            desk=desk[0],
            own_agency=desk[1],
        )

    @staticmethod
    def _linked(match: Match[Name], day: date) -> bool:
        name = choose(match.values, day)
        return name is not None and name.kind != "not_actor"

    def _parsed_form(self, sentence: Sentence) -> str:
        text = sentence_case(sentence.text, self.lexicon.actors)
        return clauses(text) if sentence.is_title else text

    def _code_article(self, plan: "_Plan", trees: dict[int, Tree]) -> CodedArticle:
        if plan.skipped is not None:
            return CodedArticle(plan.article, 0, 0, (), plan.skipped)
        found: list[Mention] = []
        unmatched: list[str] = []
        published = plan.article.published_at.date()
        past = frozenset(flashbacks(plan.sentences, plan.dates, published))
        old = told_of_old(plan.sentences, plan.dates, published, partial(self._tree_of, trees))
        going_on = after_pluperfects(plan.sentences)
        days = carried(plan.sentences, plan.dates, published)
        told_on = _news_day(plan, published) or _filed(plan.article, published)
        for reading in self._readings(plan, trees, staged=self.arbiter is not None):
            number = reading.sentence.index
            made = self._reporter.mentions(
                plan.article,
                reading.sentence,
                reading.grammar,
                reading.acts,
                plan.dates[number],
                is_past=number in past,
                long_ago=old.get(number),
                told_before=going_on.get(number),
            )
            made = [dated_as(one, days[number]) if number in days else one for one in made]
            made = [dated_as(one, told_on) for one in made] if told_on is not None else made
            found.extend(made if self.arbiter is None else map(doubted, made))
            unmatched.extend(_unmatched(reading))
        return CodedArticle(plan.article, plan.n_sentences, len(plan.forms), tuple(led(found)), None, tuple(unmatched))

    def _tree_of(self, trees: dict[int, Tree], sentence: Sentence) -> Tree:
        """Return the parse of a sentence, which one that names no two parties has not got yet."""
        return trees.get(sentence.index) or next(self.parse_alone([(sentence.text, sentence.is_title)]))

    def _readings(self, plan: "_Plan", trees: dict[int, Tree], *, staged: bool) -> Iterator[Reading]:
        """Read the sentences of an article in turn; `staged` where the scene is for the second reader too."""
        memory, agenda, fancy = Memory(), Agenda(), MakeBelieve()
        day = plan.article.published_at.date()
        self._introduce(plan, memory, day)
        for number, sentence in enumerate(plan.sentences):
            memory.writer = self._writer(plan, number, day)
            if (struck := self._afflictions.struck(plan.named[sentence.index], sentence.text, day)) is not None:
                memory.afflicted.append((sentence.index, struck))
            tree = trees.get(sentence.index)
            if tree is None:
                seen = glimpsed(plan.named[sentence.index], sentence.text, day)
                memory.glimpse(seen, sentence)
                fancy.hear(sentence)
                memory.record(done_alone(seen, sentence.text), sentence.index)
                continue
            tree = self._heard(tree, sentence)
            cast = self.casting.cast(tree, day, memory.known, plan.setting, is_title=sentence.is_title)
            coreference = Coreference(self.lexicon.actors, memory, tree, cast, sentence.index, plan.setting, self._nouns)
            grammar = Grammar(tree, cast, self.casting, coreference, is_title=sentence.is_title)
            memory.hear(tree, cast)
            predicates = Predicates(self.lexicon.acts, grammar)
            acts = predicates.acts()
            parties, fresh = tuple(cast.parties()), names_a_fresh_day(plan.dates[sentence.index], day)
            meant = tuple(pointed(grammar))  # with or without a second reader: what pronouns mean is remembered
            hints = predicates.hints() if staged else {}
            scene = Scene(sentence.text, tree, parties, tuple(acts), hints, sentence.index, fresh, meant)
            if self.arbiter is not None:
                acts = self.arbiter.settle(scene)
            acts = list(without_errands([*agenda.settle(settled(acts, grammar, self.lexicon.acts), grammar)], tree))
            acts = list(fancy.settle(acts, sentence, tree))
            yield Reading(sentence, tree, grammar, tuple(acts), scene)
            memory.remember(tree, cast, sentence.index, coreference.main_pronouns())
            told = [(act.source, act.target, act.code) for act in acts if act.status in LIVE]
            memory.record([*predicates.unaddressed(), *told], sentence.index)

    @staticmethod
    def _writer(plan: "_Plan", number: int, day: date) -> Actor | None:
        """Return whose commentary a sentence goes on with."""
        sentence, before = plan.sentences[number], plan.sentences[max(0, number - HEARD) : number]
        opening = next((one for one in reversed(before) if opens(one.text)), None)
        if opening is None or not goes_on(sentence, before):
            return None
        return writer(opening.text, plan.named[opening.index], day)

    def _introduce(self, plan: "_Plan", memory: Memory, day: date) -> None:
        """Learn the article's people beforehand: a headline's surname is explained by the full name further down."""
        for matches in plan.named.values():
            for match in matches:
                name = choose(match.values, day)
                if name is not None and name.kind == "person":
                    for form in shorts_of(name, self.lexicon.actors):
                        memory.known.setdefault(form, bare_actor(name))

    def explain(self, sentence: str, published: date, *, is_title: bool = False) -> str:
        """Say in plain words what the coder sees in a sentence, or headline, and why each event did or did not come out."""
        from etl.coder.explanation import explain  # noqa: PLC0415 - explanation builds on the coder

        return explain(self, sentence, published, is_title=is_title)


@dataclass(frozen=True, slots=True)
class _Plan:
    """An article split and filtered: its sentences as far as one is parsed, and by number those that go to the parser, in the
    form it gets, whom each names, and its dates.
    """  # noqa: D205 - one sentence

    article: Article
    n_sentences: int
    sentences: list[Sentence]
    forms: dict[int, str]
    named: dict[int, list[Match[Name]]]
    skipped: str | None
    setting: Setting = field(default_factory=Setting)
    dates: dict[int, list[DatePhrase]] = field(default_factory=dict)


@cache
def _source_hash() -> str:
    """Return a hash over the coder's own modules: changed code is another coder, and codes afresh what an older one has coded."""
    return short_hash(*(f"{name}={path.read_text(encoding='utf-8')}" for name, path in paths.modules_of("coder", "dictionaries")))


def _news_day(plan: _Plan, published: date) -> DatePhrase | None:
    """Return the day, a little before the publication, that an article opens with (the last, if several): of that day it tells.

    Of 74 acts without a date in long articles of our gold that are labelled with a day, 60 were done on that day, two on the day
    of publication.
    """
    for sentence in plan.sentences:
        if sentence.index in _OPENING:
            told = [one for one in bygone(plan.dates.get(sentence.index, ()), sentence.text) if one.precision == "day"]
            told = [one for one in told if not _COUNTED.search(one.text)]
            fresh = {one.back[0]: one for one in told if 0 <= (published - one.back[0]).days <= _ON_THE_WIRE}
            if fresh:
                return fresh[max(fresh)] if max(fresh) < published else None
    return None


def _filed(article: Article, published: date) -> DatePhrase | None:
    """Return the day of a dateline a little before the publication: "KHARTOUM, June 1 (AP) - " in a paper of June 2."""
    told = [one for one in phrases(dateline(article.text), published) if one.precision == "day"]
    return told[-1] if told and 0 < (published - told[-1].back[0]).days <= _ON_THE_WIRE else None


def _unmatched(reading: Reading) -> Iterator[str]:
    """Yield capitalised names in subject or object slots that are in no dictionary."""
    tree, cast = reading.tree, reading.grammar.cast
    for token in range(len(tree)):
        if (
            tree.pos[token] == "PROPN"
            and tree.deps[token] in {"nsubj", "dobj", "nsubjpass", "agent"}
            and not cast.heads.get(token)
        ):
            parts = [*tree.kids(token, "compound"), token]
            if not any(part in cast.covered for part in parts):
                yield " ".join(tree.words[part] for part in parts)
