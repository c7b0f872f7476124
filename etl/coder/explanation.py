"""Why an event did or did not come out of a sentence, in plain words, from the coder's own steps."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import TYPE_CHECKING

from etl.coder.actors import Actor
from etl.coder.acts import Proto
from etl.coder.dates import phrases
from etl.coder.mentions import Reporter
from etl.coder.predicates import Predicates
from etl.coder.second_reader.arbitration import KEPT, MADE
from etl.coder.second_reader.evidence import evidence
from etl.coder.vote import NONE, Vote
from etl.records import LIVE, Article

if TYPE_CHECKING:
    from etl.coder.coder import Coder, Reading

_TOLD = 4  # pieces of evidence that are told of each act
_STATUS = {
    "happened": "asserted as done",
    "announced": "planned or promised",
    "hypothetical": "only possible, asked for or feared",
    "negated": "denied or ruled out",
    "recalled": "history or background",
    "alleged": "somebody's accusation",
}


def explain(coder: "Coder", sentence: str, published: date, *, is_title: bool = False) -> str:
    """Return what the coder sees in a sentence published on a day: parse, actors, frames, status, dates, events and why not."""
    moment = datetime(published.year, published.month, published.day)
    title, text = (sentence, "") if is_title else (None, sentence)
    article = Article("explained", moment, "explain", title, text, language="en")
    lines = [f"Published {published}; coder {coder.version}"]
    readings = list(coder.read(article))
    if not readings:
        lines.append("No sentence names two actors, or one and a word that may point to another: nothing is parsed, no event.")
    for reading in readings:
        lines += ["", f"Sentence: {reading.sentence.text}", *_parse(reading), *_actors(reading), *_frames(coder, reading)]
        lines += [*_votes(coder, reading), *_events(coder, article, reading)]
    return "\n".join(lines)


def _parse(reading: "Reading") -> Iterator[str]:
    tree = reading.tree
    yield "Parse (word, tag, label, head):"
    for token, word in enumerate(tree.words):
        head = tree.words[tree.head[token]] if tree.head[token] != token else "-"
        yield f"  {word:<18} {tree.tags[token]:<5} {tree.deps[token]:<10} {head}"


def _actors(reading: "Reading") -> Iterator[str]:
    cast = reading.grammar.cast
    yield "Actors:"
    if not cast.all():
        yield "  none"
    for actor in cast.all():
        yield f"  {actor.text!r} is {actor.name} ({actor.country or 'international body'}, {actor.role}), known by {actor.basis}"
    for noun, owners in sorted(cast.owners.items()):
        if owners and not cast.heads.get(noun):
            yield f"  {reading.tree.words[noun]!r} is no actor; it belongs to {', '.join(owner.key for owner in owners)}"


def _frames(coder: "Coder", reading: "Reading") -> Iterator[str]:
    yield "Frames and operators:"
    predicates = Predicates(coder.lexicon.acts, reading.grammar)
    found = [proto for token in range(len(reading.tree)) for proto in predicates.protos(token)]
    if not found:
        yield "  no word of the sentence is in a frame"
    for proto in found:
        name = coder.lexicon.acts.codes[proto.code].name
        sides = f"{_keys(proto.sources)} -> {_keys(proto.targets)}"
        yield f"  {reading.tree.words[proto.trigger]!r}: {proto.code} {name}, {sides}, {_STATUS[proto.status]}"
        yield f"    by {proto.rule_id}"
        if reason := _missing(proto):
            yield f"    no event: {reason}"


def _votes(coder: "Coder", reading: "Reading") -> Iterator[str]:
    """Yield what the second reader says of every pair, and how its vote and the rules' were settled."""
    arbiter = coder.arbiter
    if arbiter is None:
        yield "Second reader: none; the rules stand alone"
        return
    scene = reading.scene
    yield "Second reader (relation model):"
    n_lines = 0
    for candidate in arbiter.candidates(scene):
        act, vote = candidate.act, candidate.vote
        said = f"it says {_vote(vote)}" if vote else "it has no vote, or none on this act"
        whose = f"the rules say {act.code}" if act else f"root {candidate.root} by the model"
        yield f"  {candidate.source.key} -> {candidate.target.key}: {whose}, {said}"
        weighed = evidence(scene, candidate)
        share, least = arbiter.judge.probability(weighed), KEPT if act else MADE
        verdict = "enough for an event" if share >= least else f"no event, for that is less than {least:.0%}"
        yield f"    by what our gold teaches right in {share:.0%} of such cases: {verdict}"
        reasons = arbiter.judge.reasons(weighed)[:_TOLD]
        yield f"    what weighed most: {', '.join(f'{name} ({moved:+.1f})' for name, moved in reasons)}"
        n_lines += 1
    if not arbiter.reads(scene):
        yield "  it did not read this sentence, for behind the lead nothing in it promises an act between two"
    elif not n_lines:
        yield "  it finds no act between two countries"


def _vote(vote: Vote) -> str:
    share = vote.roots[vote.root]
    return f"no act ({share:.0%})" if vote.root == NONE else f"root {vote.root} ({share:.0%}), {vote.status}"


def _keys(actors: tuple[Actor, ...]) -> str:
    return ", ".join(actor.key for actor in actors) or "?"


def _missing(proto: Proto) -> str:
    if not proto.sources and not proto.targets:
        return "neither side is an actor"
    if not proto.sources:
        return "nobody is named as doing it"
    if not proto.targets and not (proto.kind == "mutual" and len(proto.sources) > 1):
        return "nobody is named as undergoing it"
    return ""


def _events(coder: "Coder", article: Article, reading: "Reading") -> Iterator[str]:
    dates = phrases(reading.sentence.text, article.published_at.date())
    yield "Dates: " + (
        ", ".join(f"{one.text!r} = {one.back[0]}..{one.back[1]} (or ahead {one.ahead[0]})" for one in dates) or "none"
    )
    yield "Events:"
    mentions = Reporter(coder.lexicon).mentions(article, reading.sentence, reading.grammar, reading.acts, dates)
    if not mentions:
        yield "  none"
    for mention in mentions:
        kept = "kept" if mention.status in LIVE else "kept out of the event table by default"
        source, target = mention.source.country or mention.source.role, mention.target.country or mention.target.role
        dated = f"on {mention.event_date} ({mention.date_precision}, {mention.date_text or 'publication day'})"
        yield f"  {source} -> {target} {mention.event_code}, {mention.status} ({_STATUS[mention.status]}), {dated}: {kept}"
        yield f"    trigger {mention.trigger_text!r}, rule {mention.rule_id}, confidence {mention.confidence}"
        if mention.speaker_country:
            yield f"    on the word of {mention.speaker_country}"
        if mention.is_domestic:
            yield "    domestic: both sides are one country, so no dyad view shows it"
